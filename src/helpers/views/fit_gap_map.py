"""Fit against gap: which networks are worth it, and which of them we can carry."""

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.data.tables import NONE, Tables
from helpers.models.result import Result, nice_limit
from helpers.views import canvas
from helpers.views.room import IN_THE_WAY, Room
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _

HEIGHT = 430
LEFT, RIGHT = 34, 14
FAR = 9
"""CSS pixels from a dot to its name, from which on a line joins them."""
DOT = 80
"""Size of a dot, in square points."""


class FitGapMap:
    """Each network by its fit and by the hours to spare if it were the only one.

    Needs ``NETWORK.fit``, ``NETWORK.beats_none``, ``NETWORK.spare``, ``NETWORK.coverage``,
    ``none.fit``, ``fit_line`` and ``borderline`` in the result, and as a fact which gate of
    fit each network has ``failed``: worth its hours is what passes them and what lies on or
    above both lines, so that the last lesson never says otherwise.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def height(self, result: Result, width: int) -> int:
        return HEIGHT

    def _networks(self, result: Result) -> list[str]:
        return [n for n in result.options if n != NONE]

    def key(self, result: Result) -> tuple:
        reach = max((abs(result.value(f"{n}.spare")) for n in self._networks(result)), default=1)
        return (result.options, nice_limit(1.1 * reach), result.value("fit_line"))

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = canvas.size(figure)
        _options, limit, line = self.key(result)
        axes = canvas.box(figure, LEFT, 52, width - RIGHT, height - 34)
        narrow = width < 600
        axes.set_title(_("Network fit, points of 10"), pad=10)
        axes.set_xlim(-limit, limit)
        axes.set_ylim(0, 10)
        axes.set_yticks(range(0, 11, 2))
        axes.set_xlabel(_("◀ hours missing a week      hours to spare a week ▶"))
        if narrow:
            axes.set_xlabel(_("◀ missing     hours a week     to spare ▶"))
        canvas.plain_numbers(axes.xaxis, signed=False)
        soft = axes.spines["bottom"].get_edgecolor()
        axes.axvline(0, color=soft, linewidth=1.4)
        axes.axhline(10 * line, color=soft, linewidth=1.4)
        self._corners = [
            axes.text(
                x, y, text, ha=ha, va=va, transform=axes.transAxes, color=soft, fontstyle="italic"
            )
            for x, y, ha, va, text in (
                (0.985, 0.985, "right", "top", _("fits, and we can")),
                (0.015, 0.985, "left", "top", _("fits, hours short")),
                (0.985, 0.015, "right", "bottom", _("we can, but why?")),
                (0.015, 0.015, "left", "bottom", _("neither")),
            )
        ]
        (self._none_line,) = axes.plot(
            [-limit, limit], [0, 0], "--", color=self._tables.colour(NONE), zorder=3
        )
        self._none_label = axes.text(
            0, 0, self._tables.name("network", NONE), color=soft, zorder=6, fontstyle="italic"
        )
        networks = self._networks(result)
        colours = [self._tables.colour(n) for n in networks]
        # One collection and one broken line: each artist costs as much as what it draws.
        self._points = axes.scatter(
            [0] * len(networks),
            [0] * len(networks),
            DOT,
            colours,
            edgecolors=axes.get_facecolor(),
            linewidths=1.2,
            clip_on=False,
            zorder=5,
        )
        (self._leaders,) = axes.plot([], [], color=soft, linewidth=0.8, zorder=4)
        self._labels = [
            axes.text(0, 0, self._tables.name("network", n), zorder=6) for n in networks
        ]
        self._axes, self._line, self._limit = axes, line, limit
        room = axes.get_window_extent()
        pixels = DOT**0.5 * axes.figure.dpi / 72
        self._dot = (pixels * 2 * limit / room.width, pixels * 10 / room.height)
        return [
            self._none_line,
            self._none_label,
            self._leaders,
            self._points,
            *self._labels,
        ]

    def update(self, result: Result) -> None:
        networks = self._networks(result)
        none = 10 * result.value(f"{NONE}.fit")
        self._none_line.set_ydata([none, none])
        spots = [(result.value(f"{n}.spare"), 10 * result.value(f"{n}.fit")) for n in networks]
        sizes = self._rings(spots)
        self._points.set_offsets(spots or [(math.nan, math.nan)])
        self._points.set_sizes(sizes)
        self._label(spots, sizes, none)

    def _label(self, spots: list[tuple[float, float]], sizes: list[float], none: float) -> None:
        """Each name beside its dot, with a thin line to it where it has to stand further off.

        Who is named first has most room: other orders are tried where names stand in the way.
        """
        numbers = range(len(spots))
        ways = (
            lambda n: n,
            lambda n: -spots[n][0],
            lambda n: spots[n][1],
            lambda n: -spots[n][1],
            lambda n: spots[n][0],
        )
        tried: dict[tuple[int, ...], float] = {}
        for way in ways:
            order = tuple(sorted(numbers, key=way))
            tried[order] = self._placed(spots, sizes, none, order)
            if tried[order] < IN_THE_WAY:
                return
        self._placed(spots, sizes, none, min(tried, key=tried.__getitem__))

    def _placed(
        self,
        spots: list[tuple[float, float]],
        sizes: list[float],
        none: float,
        order: Sequence[int],
    ) -> float:
        """Put the names in an order; returns how badly they stand."""
        room, ends = Room(self._axes), [-self._limit, self._limit]
        for x, y in (([0, 0], [0, 10]), (ends, [10 * self._line] * 2), (ends, [none] * 2)):
            room.line(room.pixels(x, y))
        for corner in self._corners:
            room.leave(corner)
        places = room.pixels(*zip(*spots, strict=True)) if spots else []
        radii = [size**0.5 / 2 * canvas.DPI / 72 + 1 for size in sizes]
        for place, radius in zip(places, radii, strict=True):
            room.keep(*(place - radius), *(place + radius))
        leaders: list[tuple[float, float]] = []
        for number in order:
            place, radius = places[number], radii[number]
            near = room.around(self._labels[number], place, radius, beside=True)
            if math.dist(near, place) > radius + FAR:
                room.line(np.array([place, near]))
                leaders += [tuple(place), tuple(near), (math.nan, math.nan)]
        self._leaders.set_data(*zip(*map(room.data, leaders), strict=True) if leaders else ((), ()))
        if room.cost >= IN_THE_WAY:
            for label in self._labels:  # a line then runs behind the name that is in its way
                room.plate(label)
        room.level(self._none_label, room.pixels([0], [none])[0][1])
        return room.cost

    def _rings(self, spots: Sequence[tuple[float, float]]) -> list[float]:
        """Sizes of the dots: one that a later dot would hide is drawn as a ring around it."""
        wide, tall = self._dot

        def hides(one: tuple[float, float], other: tuple[float, float]) -> bool:
            return abs(one[0] - other[0]) < 0.6 * wide and abs(one[1] - other[1]) < 0.6 * tall

        later = [sum(hides(spot, other) for other in spots[n:]) for n, spot in enumerate(spots, 1)]
        return [DOT * (1 + 0.6 * count) ** 2 for count in later]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        none_key = f"{NONE}.fit"
        networks, name = self._networks(result), self._name
        headline = self._headline(result, speak)
        rows = [
            (
                name(n),
                speak.bare(f"{n}.fit"),
                speak.bare(f"{n}.alone"),
                self._balance(result, speak, n),
                self._answer(result, n),
            )
            for n in sorted(networks, key=lambda n: -result.value(f"{n}.fit"))
        ]
        rows.append((name(NONE), speak.bare(f"{NONE}.fit"), "–", "–", "–"))
        header = (_("Option"), _("Fit"), _("Hours alone"), _("Balance"), _("Answer"))
        alt = _(
            "Map with network fit upwards and hours to spare to the right. {headline} "
            "The table below holds every figure."
        ).format(headline=headline)
        table = Table(
            _("Fit in points of ten, hours a week if it were the only one"), header, tuple(rows)
        )
        remark = _("The dashed line is website first ({none}).")
        behind = result.value(none_key) - max(
            (result.value(f"{n}.fit") for n in networks), default=1.0
        )
        if 0 < behind < result.value("tie"):
            remark = _("All lie below the dashed line, website first ({none}), the best in a tie.")
        elif behind >= result.value("tie"):
            remark = _("All lie below the dashed line: website first fits better ({none}).")
        return speak.words(headline, table, alt, [remark.format(none=speak(none_key))])

    def _headline(self, result: Result, speak: Speaker) -> str:
        """The best network that is worth it and can be carried, or what stands in its way."""
        failed = {n: self._failed(result, n) for n in self._networks(result)}

        def best(networks: Sequence[str]) -> str:
            return max(networks, key=lambda n: result.value(f"{n}.fit"))

        def quoted(network: str) -> dict[str, str]:
            return {
                "network": self._name(network),
                "fit": speak(f"{network}.fit"),
                "hours": speak(f"{network}.margin"),
                "none": speak(f"{NONE}.fit"),
                "beats": speak(f"{network}.beats_none"),
            }

        worth = [n for n, measure in failed.items() if not measure]
        can = [n for n in worth if result.value(f"{n}.spare") >= 0]
        unsure = [n for n, measure in failed.items() if measure == "stability"]
        line = result.value("fit_line")
        shut = [n for n, m in failed.items() if m and result.value(f"{n}.fit") >= line]
        if can:
            sentence = _(
                "By fit and hours {network} is worth it and within reach: fit {fit}, {hours} a "
                "week to spare."
            )
            return sentence.format(**quoted(best(can)))
        if worth:
            sentence = _("{network} would be worth it (fit {fit}), but {hours} a week are missing.")
            if self._is_borderline(result, best(worth)):
                sentence = _(
                    "{network} is worth it (fit {fit}); {hours} a week are missing, less than an "
                    "estimate can tell."
                )
            return sentence.format(**quoted(best(worth)))
        if unsure:
            sentence = _(
                "No network is worth its hours yet: {network} has a fit of {fit}, website first "
                "of {none}, and {beats} plausible readings of what you know and want prefer "
                "{network} to it."
            )
            return sentence.format(**quoted(best(unsure)))
        if shut:
            sentence = _("{network} would fit ({fit}), but its usable audience is too small.")
            if failed[best(shut)] == "vetoes":
                sentence = _("{network} would fit ({fit}), but something rules it out.")
            return sentence.format(**quoted(best(shut)))
        return _("No network reaches a fit of {line}: website and search first.").format(
            line=speak("fit_line")
        )

    def _name(self, network: str) -> str:
        return self._tables.name("network", network)

    @staticmethod
    def _balance(result: Result, speak: Speaker, network: str) -> str:
        hours = speak(f"{network}.margin")
        if result.value(f"{network}.spare") >= 0:
            return _("{hours} to spare").format(hours=hours)
        return _("{hours} missing").format(hours=hours)

    @staticmethod
    def _is_borderline(result: Result, network: str) -> bool:
        """Whether the hours that are missing are fewer than an estimate can resolve."""
        covered = result.value(f"{network}.coverage")
        return result.value("borderline") <= covered < 1

    @staticmethod
    def _failed(result: Result, network: str) -> str:
        """The gate of fit that a network fails; below website first it fails the last of them."""
        below = result.value(f"{network}.fit") < result.value(f"{NONE}.fit")
        return result.facts["failed"][network] or ("stability" if below else "")

    def _answer(self, result: Result, network: str) -> str:
        """What fit and hours say of a network."""
        can = result.value(f"{network}.spare") >= 0
        fits = result.value(f"{network}.fit")
        match self._failed(result, network):
            case "audience":
                return _("usable audience too small")
            case "vetoes":
                return _("ruled out")
            case "stability" if abs(fits - result.value(f"{NONE}.fit")) < result.value("tie"):
                return _("a tie with website first")
            case "stability":
                return _("website first is surer")
            case "fit":
                answer = _("we can, but why?") if can else _("neither")
            case _ if can:
                answer = _("worth it, and we can")
            case _ if self._is_borderline(result, network):
                answer = _("worth it, hours borderline")
            case _:
                answer = _("worth it, hours short")
        if abs(fits - result.value("fit_line")) < result.value("tie"):
            return _("{answer} (a close call)").format(answer=answer)
        return answer
