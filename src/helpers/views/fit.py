"""Network fit: stacked contributions, sorted, with their stability beside them."""

import math
from collections.abc import Sequence

import matplotlib
from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from helpers.data.tables import NONE, Tables
from helpers.models.fit import CRITERIA, apart
from helpers.models.result import Result, nice_limit
from helpers.views import canvas, palette
from helpers.views.words import Speaker, Table, Words, bare
from helpers.words import locale
from helpers.words.locale import _

HALF_A_POINT = 0.05
"""A difference of fit that has a name of its own."""
ROW = 31
TOP, BOTTOM = 66, 34
NAMES, EDGE, GAP = 103, 8, 10
BESIDE, WIDE_BESIDE = 60, 146
"""Widths of columns in CSS pixels: narrow and wide."""
TOTAL, COUNT = 48, 26
"""Room for what stands beside the longest bar: "6.9 ✗", "9"."""
MANY = 0.95
"""From here on it is told as over nine of ten, and up to what is left of it as under one."""
LEAST = 0.5
"""Fewer times in ten are no mark, only a number."""


def how_many(result: Result, network: str, speak: Speaker) -> str:
    """Which plausible readings prefer a network to website first, before these two words."""
    key = f"{network}.beats_none"
    share, said = result.value(key), _("{number} of 10").format(number=speak.bare(key))
    if share >= 1:
        return _("all")
    if share <= 0:
        return _("no")
    if share > MANY:
        return _("over 9 of 10")
    return _("under 1 of 10") if share < 1 - MANY else said


def how_often(result: Result, network: str, speak: Speaker) -> str:
    """How often a network is ahead of website first, in words that end a sentence."""
    key = f"{network}.beats_none"
    share = result.value(key)
    if share >= 1:
        return _("every time")
    if share <= 0:
        return _("never")
    if share > MANY:
        return _("nearly every time")
    if share < 1 - MANY:
        return _("less than once in 10 times")
    number = speak.bare(key)
    if number == "1":
        return _("once in 10 times")
    return _("{number} times in 10").format(number=number)


def not_made(network: str, fit: str) -> str:
    """What a fit stands on where the firm can make nothing that is posted there."""
    said = _(
        "You can make nothing that is posted on {network}: its {fit} come from people and aim "
        "alone. First find somebody who makes it."
    )
    return said.format(network=network, fit=fit)


class FitView:
    """Networks by fit; the column on the right says how often each beats website first."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def height(self, result: Result, width: int) -> int:
        return TOP + BOTTOM + ROW * len(result.options)

    def key(self, result: Result) -> tuple:
        best = max(result.value(f"{n}.fit") for n in result.facts["ranking"])
        return (result.facts["ranking"], nice_limit(10 * best))

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = canvas.size(figure)
        ranking = result.facts["ranking"]
        narrow = width < 600
        side = BESIDE if narrow else WIDE_BESIDE
        left = NAMES
        self._bars = {}
        moving: list[Artist] = []
        right = width - EDGE - side
        axes = canvas.box(figure, left, BOTTOM, right - GAP, height - TOP)
        self._rows(axes, ranking)
        axes.set_title(_("Fit") if narrow else _("Network fit"), pad=8)
        axes.set_xlim(0, self._reach(axes, self.key(result)[-1], TOTAL))
        self._unit(axes, _("points of 10"))
        for name in CRITERIA:
            bars = PolyCollection(
                [],
                facecolor=palette.CRITERIA[name],
                edgecolor=axes.get_facecolor(),
                hatch=palette.HATCHES[name] or None,
                linewidth=0.8,
                zorder=3,
            )
            axes.add_collection(bars, autolim=False)
            self._bars[name] = bars
            moving.append(bars)
        self._legend(figure, axes.get_facecolor())
        rows = range(len(ranking))
        self._apart = 5 * axes.get_xlim()[1] / (right - GAP - left)
        self._totals = [
            axes.text(0, y, "", va="center_baseline", zorder=5, fontweight="bold") for y in rows
        ]
        axes = canvas.box(figure, right, BOTTOM, width - EDGE, height - TOP)
        self._rows(axes, ranking, labels=False)
        axes.set_title(_("Beats it") if narrow else _("Beats website first"), pad=8)
        axes.set_xlim(0, self._reach(axes, 10, COUNT))
        self._pixels = side
        self._unit(axes, _("times in 10"), at_the_end=narrow)
        (self._dots,) = axes.plot(
            [], [], "D", color=palette.MISSING, markersize=6, zorder=4, clip_on=False
        )
        (self._stems,) = axes.plot([], [], color=palette.MISSING, linewidth=1.4, zorder=3)
        self._counts = [axes.text(0, y, "", va="center_baseline", zorder=5) for y in rows]
        return [*moving, *self._totals, self._stems, self._dots, *self._counts]

    @staticmethod
    def _reach(axes, top: float, words: float) -> float:
        """Where an axis ends so that beside ``top`` there is room for words of so many pixels."""
        pixels = axes.get_window_extent().width * canvas.DPI / axes.figure.dpi
        return top * pixels / (pixels - words)

    def _legend(self, figure: Figure, ground: str) -> None:
        width, height = canvas.size(figure)
        handles = [
            Patch(
                facecolor=palette.CRITERIA[name],
                edgecolor=ground,
                hatch=palette.HATCHES[name] or None,
                label=self._tables.name("criterion", name),
            )
            for name in CRITERIA
        ]
        legend = figure.legend(
            handles=handles,
            loc="upper left",
            bbox_to_anchor=(EDGE / width, 1 - 4 / height),
            ncols=3,
            frameon=False,
            handlelength=1.0,
            handletextpad=0.4,
            columnspacing=0.9,
            borderpad=0,
            borderaxespad=0,
        )
        legend.set_zorder(5)

    def _unit(self, axes, unit: str, at_the_end: bool = False) -> None:
        """The unit beneath a column whose numbers stand on its marks."""
        x, place = (1, "right") if at_the_end else (0, "left")
        soft = axes.spines["left"].get_edgecolor()
        axes.set_xlabel(unit, loc=place, color=soft)
        axes.xaxis.label.set_x(x)

    def _rows(self, axes, ranking: tuple[str, ...], labels: bool = True) -> None:
        """Rows of names without ticks and grid: each mark has its number beside it."""
        axes.set_ylim(len(ranking) - 0.5, -0.5)
        axes.set_yticks(range(len(ranking)))
        names = [self._tables.name("network", n) for n in ranking] if labels else []
        axes.set_yticklabels(names if labels else [""] * len(ranking))
        axes.set_xticks([])
        axes.grid(visible=False)
        axes.spines["bottom"].set_visible(False)
        if labels and NONE in ranking:
            axes.get_yticklabels()[ranking.index(NONE)].set_fontstyle("italic")
        if NONE in ranking:
            row = ranking.index(NONE)
            pale = matplotlib.rcParams["grid.color"]
            axes.axhspan(row - 0.5, row + 0.5, color=pale, alpha=0.45, zorder=0)

    def update(self, result: Result) -> None:
        ranking = result.facts["ranking"]
        starts = [0.0] * len(ranking)
        for name in CRITERIA:
            ends = [
                start + 10 * result.value(f"{n}.{name}_points")
                for start, n in zip(starts, ranking, strict=True)
            ]
            self._bars[name].set_verts(
                [
                    [(a, y - 0.32), (b, y - 0.32), (b, y + 0.32), (a, y + 0.32)]
                    for y, (a, b) in enumerate(zip(starts, ends, strict=True))
                ]
            )
            starts = ends
        for label, end, network in zip(self._totals, starts, ranking, strict=True):
            label.set_x(end + self._apart)
            out = " ✗" if network in result.facts["screened"] else ""
            label.set_text(bare(result[f"{network}.fit"]) + out)
        xs, ys = [], []
        for y, network in enumerate(ranking):
            key, count = f"{network}.beats_none", self._counts[y]
            beats = key in result and network not in result.facts["screened"]
            count.set_text(bare(result[key]) if beats else "")
            if beats and 10 * result.value(key) >= LEAST:
                xs.append(10 * result.value(key))
                ys.append(y)
                count.set_x(xs[-1] + 9 * count.axes.get_xlim()[1] / self._pixels)
            else:
                count.set_x(5 * count.axes.get_xlim()[1] / self._pixels)
        self._dots.set_data(xs, ys)
        stems_x = [v for x in xs for v in (0, x, float("nan"))]
        stems_y = [v for y in ys for v in (y, y, float("nan"))]
        self._stems.set_data(stems_x, stems_y)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        table = self._table(result, speak)
        remarks = []
        best = result.facts["ranking"][0]
        last = result.facts["ranking"][-1]
        alt = _(
            "Bar chart of network fit, the options sorted from {best} at {high} down to "
            "{last} at {low}; each bar is stacked from purpose, usable audience and content. "
            "The table below holds every figure."
        ).format(
            best=self._tables.name("network", best),
            high=speak(f"{best}.fit"),
            last=self._tables.name("network", last),
            low=speak(f"{last}.fit"),
        )
        if result.facts["equal_weights"]:
            remarks.append(_("All weights were zero, so the three criteria count the same."))
        if "least_audience" in result:
            screened = [self._tables.name("network", n) for n in result.facts["screened"]]
            sentence = _(
                "No network is out: on each, at least {least} of your people are there in a mood "
                "for you."
            )
            if screened:
                sentence = _(
                    "Out, with fewer than {least} of your people there in a mood for you: "
                    "{networks}."
                )
            remarks.append(
                sentence.format(least=speak("least_audience"), networks=locale.listing(screened))
            )
        return speak.words(headline, table, alt, remarks)

    def _headline(self, result: Result, speak: Speaker) -> str:
        out = (NONE, *result.facts["screened"])
        ranking = [n for n in result.facts["ranking"] if n not in out]
        if not ranking:
            return _("No network passes the must-have: website and search first ({none}).").format(
                none=speak(f"{NONE}.fit")
            )
        best = ranking[0]
        name = self._tables.name("network", best)
        difference = apart(result.value(f"{best}.fit"), result.value(f"{NONE}.fit"))
        fields = {
            "network": name,
            "fit": speak(f"{best}.fit"),
            "none": speak(f"{NONE}.fit"),
            "often": how_often(result, best, speak),
        }
        if abs(difference) < result.value("tie"):
            half = math.isclose(result.value("tie"), HALF_A_POINT)
            fields["tie"] = _("half a point") if half else speak("tie")
            sentence = _(
                "{network} is the best network ({fit}), less than {tie} from website first "
                "({none}): a tie. With our estimates a little off, it would be ahead {often}."
            )
        elif difference < 0:
            sentence = _(
                "Website first ({none}) is ahead of every network; the best is {network} ({fit})."
            )
        else:
            fields["none"] = speak.bare(f"{NONE}.fit")
            sentence = _(
                "{network} is the best network ({fit}), ahead of website first ({none}); with our "
                "estimates a little off, still {often}."
            )
        return sentence.format(**fields)

    def _table(self, result: Result, speak: Speaker) -> Table:
        header = [
            *(_("Option"), _("Purpose"), _("Usable audience"), _("Content")),
            *(_("Fit"), _("Beats")),
        ]
        rows = []
        for network in result.facts["ranking"]:
            row = [self._tables.name("network", network)]
            row += [speak.bare(f"{network}.{name}") for name in (*CRITERIA, "fit")]
            beside, out = f"{network}.beats_none", network in result.facts["screened"]
            if out:  # it is not scored, and so beats nothing
                row[-1] = _("out ({fit})").format(fit=row[-1])
            row.append(speak.bare(beside) if beside in result and not out else "–")
            rows.append(tuple(row))
        caption = _(
            "Purpose, content and fit in points of ten; usable audience of website first: who "
            "search and do not find us; beats: times in ten that it beats website first"
        )
        return Table(caption, tuple(header), tuple(rows))
