"""Fit against gap: which networks are worth it, and which of them we can carry."""

import math
from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from helpers.locale import _
from helpers.models.fit import TIE
from helpers.models.result import Result, nice_limit
from helpers.tables import NONE, Tables
from helpers.views import canvas, palette
from helpers.views.words import Speaker, Table, Words

HEIGHT = 430
CLEAR = 0.5
"""Least distance of two labels, in points of fit."""
EDGES = (0.3, 9.7)


class FitGapMap:
    """Each network by its fit and by the hours to spare if it were the only one.

    Needs ``NETWORK.fit``, ``NETWORK.spare``, ``NETWORK.coverage``, ``none.fit``, ``fit_line``
    and ``borderline`` in the result.
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
        axes = canvas.box(figure, 52, 52, width - 14, height - 34)
        narrow = width < 600
        title = _("Fit against hours") if narrow else _("Fit against hours, one network at a time")
        axes.set_title(title, pad=10)
        axes.set_xlim(-limit, limit)
        axes.set_ylim(0, 10)
        axes.set_yticks(range(0, 11, 2))
        axes.set_ylabel(_("Network fit, points of 10"))
        axes.set_xlabel(_("◀ hours missing a week      hours to spare a week ▶"))
        if narrow:
            axes.set_xlabel(_("◀ missing     hours a week     to spare ▶"))
        canvas.plain_numbers(axes.xaxis, signed=False)
        soft = axes.spines["bottom"].get_edgecolor()
        axes.axvline(0, color=soft, linewidth=1.4)
        axes.axhline(10 * line, color=soft, linewidth=1.4)
        corner = 0.93 if narrow else 0.985
        for x, y, ha, va, text in (
            (0.985, 0.985, "right", "top", _("worth it, and we can")),
            (0.015, corner, "left", "top", _("worth it, hours short")),
            (0.985, 0.015, "right", "bottom", _("we can, but why?")),
            (0.015, 0.015, "left", "bottom", _("neither")),
        ):
            axes.text(
                x, y, text, ha=ha, va=va, transform=axes.transAxes, color=soft, fontstyle="italic"
            )
        (self._none_line,) = axes.plot(
            [-limit, limit], [0, 0], "--", color=palette.NETWORKS[NONE], zorder=3
        )
        self._none_label = axes.text(
            -0.98 * limit,
            0,
            self._tables.name("network", NONE),
            va="bottom",
            color=soft,
            zorder=3,
            fontstyle="italic",
        )
        networks = self._networks(result)
        colours = [palette.NETWORKS[n] for n in networks]
        # One collection and one broken line: each artist costs as much as what it draws.
        self._points = axes.scatter([0] * len(networks), [0] * len(networks), 80, colours, zorder=5)
        (self._leaders,) = axes.plot([], [], color=soft, linewidth=0.7, zorder=4)
        self._labels = [
            axes.text(0, 0, self._tables.name("network", n), va="center", zorder=6)
            for n in networks
        ]
        # The words never change, so their size is measured once; one collection of plates
        # keeps lines from running through them.
        room = axes.get_window_extent()
        across, up = 2 * limit / room.width, 10 / room.height
        extents = [label.get_window_extent() for label in self._labels]
        self._sizes = [(box.width * across, box.height * up) for box in extents]
        ground = axes.get_facecolor()
        self._plates = PolyCollection([], facecolor=ground, edgecolor="none", zorder=5.5)
        axes.add_collection(self._plates, autolim=False)
        self._limit = limit
        return [
            self._none_line,
            self._none_label,
            self._leaders,
            self._points,
            self._plates,
            *self._labels,
        ]

    def update(self, result: Result) -> None:
        networks = self._networks(result)
        none = 10 * result.value(f"{NONE}.fit")
        self._none_line.set_ydata([none, none])
        self._none_label.set_y(none)
        spots = [(result.value(f"{n}.spare"), 10 * result.value(f"{n}.fit")) for n in networks]
        heights = canvas.spread([y for _x, y in spots], CLEAR, *EDGES)
        leaders: list[tuple[float, float]] = []
        plates: list[list[tuple[float, float]]] = []
        for label, size, (x, y), at in zip(self._labels, self._sizes, spots, heights, strict=True):
            left = x > 0.55 * self._limit
            label.set_ha("right" if left else "left")
            offset = -0.045 if left else 0.045
            start = x + offset * self._limit
            label.set_position((start, at))
            end = start - size[0] if left else start + size[0]
            low, high = at - size[1] / 2, at + size[1] / 2
            plates.append([(start, low), (end, low), (end, high), (start, high)])
            leaders += [(x, y), (x + 0.7 * offset * self._limit, at), (math.nan, math.nan)]
        self._plates.set_verts(plates)
        self._points.set_offsets(spots or [(math.nan, math.nan)])
        xs, ys = zip(*leaders, strict=True) if leaders else ((), ())
        self._leaders.set_data(xs, ys)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        line, none_key = result.value("fit_line"), f"{NONE}.fit"
        networks = self._networks(result)
        worth = [n for n in networks if result.value(f"{n}.fit") >= line]
        can = [n for n in worth if result.value(f"{n}.spare") >= 0]
        name = self._name
        if can:
            best = max(can, key=lambda n: result.value(f"{n}.fit"))
            headline = _(
                "{network} is worth it and within reach: fit {fit}, {hours} a week to spare."
            ).format(network=name(best), fit=speak(f"{best}.fit"), hours=speak(f"{best}.margin"))
        elif worth:
            best = max(worth, key=lambda n: result.value(f"{n}.fit"))
            headline = _("{network} would be worth it (fit {fit}), but {hours} a week are missing.")
            if self._is_borderline(result, best):
                headline = _(
                    "{network} is worth it (fit {fit}); {hours} a week are missing, less than an "
                    "estimate can tell."
                )
            headline = headline.format(
                network=name(best), fit=speak(f"{best}.fit"), hours=speak(f"{best}.margin")
            )
        else:
            headline = _("No network reaches a fit of {line}: website and search first.").format(
                line=speak("fit_line")
            )
        rows = [
            (
                name(n),
                speak.bare(f"{n}.fit"),
                speak.bare(f"{n}.alone"),
                self._balance(result, speak, n),
                self._corner(result, n),
            )
            for n in sorted(networks, key=lambda n: -result.value(f"{n}.fit"))
        ]
        rows.append((name(NONE), speak.bare(f"{NONE}.fit"), "–", "–", "–"))
        header = (_("Option"), _("Fit"), _("Hours alone"), _("Balance"), _("Corner"))
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
        if 0 < behind < TIE:
            remark = _("All lie below the dashed line, website first ({none}), the best in a tie.")
        elif behind >= TIE:
            remark = _("All lie below the dashed line: website first fits better ({none}).")
        return speak.words(headline, table, alt, [remark.format(none=speak(none_key))])

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
    def _corner(result: Result, network: str) -> str:
        above = result.value(f"{network}.fit") - result.value("fit_line")
        if result.value(f"{network}.spare") >= 0:
            corner = _("worth it, and we can") if above >= 0 else _("we can, but why?")
        elif above >= 0:
            corner = _("worth it, hours short")
            if FitGapMap._is_borderline(result, network):
                corner = _("worth it, hours borderline")
        else:
            corner = _("neither")
        if abs(above) < TIE:
            return _("{corner} (a close call)").format(corner=corner)
        return corner
