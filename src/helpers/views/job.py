"""Job and help: hours that a group takes from us and hours that members give each other."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers import look
from helpers.models.result import Result
from helpers.views import palette, plane
from helpers.views.job_names import BESIDE, DOT, RING, JobNames, crossing
from helpers.views.job_words import JobWords, between, in_short, is_disputed, is_help
from helpers.views.plane import CLEAR, MIDDLE, Plane, Point, shortened, wide
from helpers.views.scale import arrow_head, ceiling, circle, held, reaching, ticks
from helpers.views.words import Speaker, bare, written
from helpers.words import locale
from helpers.words.locale import _, plural

PALE = 0.16
"""How much of a colour is in the ground between the lines."""
HATCH = 0.42
"""How much is in the hatches over it where most readings say the other."""
AXIS, FOOT, KEY = 26, 52, 26
"""Room below the plot: numbers of members; the bar and its words; what the colours mean."""
TOP = 34
"""Room above the plot, for the words at the present group's line."""


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels; ``column`` is the room of the readouts at the left, 0 above.

    Above, they stand below each other, or ``across`` the picture, a word under each figure.
    """

    margin: float
    column: float
    plot: float
    figure: float
    word: float
    name: float
    across: bool = False


FORMS = {
    340: Form(14, 0, 210, 26, 15, 15),
    540: Form(18, 0, 196, 32, 15, 16, True),
    660: Form(20, 184, 290, 34, 15, 19),
    900: Form(24, 224, 318, 44, 18, 19),
}
BUTTON = 66
"""Room that the button of the projector takes of the margin and beyond."""
LARGE = 19
"""Bold words of this size may stand on a tint."""
WEEK = 6
"""Between a figure and "a week" beside it."""
SAMPLE = 29
"""Length of a line beside its word: in the plot no word names it."""
ROW = 1.2
"""Height of a readout above the plot, by the size of its figure."""


class JobView(JobNames, JobWords):
    """Two lines over the members. Where the red one is higher a group is our job."""

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def _head(self, form: Form) -> float:
        """Where the plot begins."""
        if form.column:
            return TOP
        return TOP + (form.figure + 24 if form.across else 8 + 3 * ROW * form.figure)

    def height(self, result: Result, width: int) -> int:
        form = self._form(width)
        return round(self._head(form) + form.plot + AXIS + FOOT + KEY)

    def _ends(self, result: Result) -> tuple[float, float]:
        """The same for every group, unless it is beyond them itself."""
        curve = result.facts["curve"]
        shown = [result.value("moderation"), result.value("given")]
        if "turns_exactly" in result:
            shown.append(crossing(result))
        return curve.x[-1], ceiling(max(result.facts["most"], *shown))

    def key(self, result: Result) -> tuple:
        return self._ends(result)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        self._last, self._most = self._ends(result)
        colours = drawn.colours
        self._top = self._head(form)
        self._floor = self._top + form.plot
        hours = [self._hour(value) for value in ticks(self._most, 5)]
        gutter = max(wide(said) for said in hours) + 10
        self._left = form.margin + form.column + gutter
        self._right = drawn.width - form.margin
        self._axes(hours)
        self._fills = drawn.boxes(zorder=2)
        self._doubt = drawn.boxes(zorder=2, hatch="//")
        takes, gives = colours["missing"], colours["good"]
        self._takes = drawn.lines(palette.MISSING, 4, zorder=4)
        self._gives = drawn.lines(palette.SPARE, 4, zorder=4, linestyles=(0, (3, 1.2)))
        self._here = drawn.lines(colours["ink"], 2.2, zorder=3.5)
        self._leader = drawn.lines(colours["ink"], 1.2, zorder=3.5)
        self._bar = drawn.lines(colours["ink"], 4, zorder=4)
        self._arrow = drawn.boxes(facecolors=colours["ink"], zorder=4)
        self._tips = drawn.boxes(zorder=4)
        self._dots = drawn.boxes(zorder=5, edgecolors=colours["ground"], linewidths=1)
        self._ring = drawn.boxes(
            zorder=5, facecolors=colours["ground"], edgecolors=colours["ink"], linewidths=2
        )
        style = {"weight": "bold"}
        self._turn = drawn.moving_text(max(form.name, LARGE), **style)
        sides = palette.MISSING, palette.SPARE
        self._swatches = drawn.boxes(
            facecolors=[self._pale(side) for side in sides], edgecolors=sides, linewidths=1.2
        )
        self._sides = [drawn.moving_text(color=colours["ink"]) for _side in range(2)]
        self._members = drawn.moving_text(form.name, **style)
        self._small = drawn.moving_text(weight="bold")
        self._range = drawn.moving_text(color=colours["ink"])
        self._figures = [
            drawn.moving_text(form.figure, color=colour, **style)
            for colour in (takes, gives, colours["ink"])
        ]
        self._words = [drawn.moving_text(form.word) for _row in range(3)]
        self._weeks = [drawn.moving_text() for _row in range(2)]
        return drawn.moving

    # What stays ------------------------------------------------------------------------

    @staticmethod
    def _hour(value: float) -> str:
        return _("{number} h").format(number=locale.plain(round(value, 2)))

    def _axes(self, hours: Sequence[str]) -> None:
        drawn, colours = self._plane, self._plane.colours
        for value, said in zip(ticks(self._most, 5), hours, strict=True):
            y = self._y(value)
            colour = colours["soft"] if not value else colours["grid"]
            drawn.line([(self._left, y), (self._right, y)], colour, 1.4 if not value else 1, 1)
            drawn.text(said, self._left - 8, y, color=colours["soft"], ha="right")
        room = (self._right - self._left) / 74
        axis = _("members")
        x, ha, taken = self._left - 8, "right", self._left
        if not self._shape.column:
            x, ha, taken = self._left, "left", self._left + wide(axis) + CLEAR
        drawn.text(axis, x, self._floor + 15, color=colours["soft"], ha=ha)
        for value in ticks(self._last, max(int(room), 2))[1:]:
            said = locale.number(value)
            x = min(self._x(value), self._right - wide(said) / 2)
            if x - wide(said) / 2 > taken:
                drawn.text(said, x, self._floor + 15, color=colours["soft"], ha="center")

    def _x(self, members: float) -> float:
        return self._left + (self._right - self._left) * members / self._last

    def _y(self, hours: float) -> float:
        return self._floor - self._shape.plot * hours / self._most

    # What moves ------------------------------------------------------------------------

    def update(self, result: Result) -> None:
        curve = result.facts["curve"]
        takes, gives = (
            reaching(self._points(curve.x, curve.lines[key]), self._top)
            for key in ("takes", "gives")
        )
        samples = self._readouts(result)
        lines = [[p for p in line if p[1] >= self._top] for line in (takes, gives)]
        self._takes.set_segments([lines[0], *samples[:1]])
        # A line on the axis would be no line.
        helps = max(curve.lines["gives"]) > 0
        self._gives.set_segments([*([lines[1]] if helps else []), *samples[1:]])
        leaving = [line[-1][1] <= self._top for line in lines]
        self._tips.set_verts([arrow_head(line) for line in compress(lines, leaving)])
        self._tips.set_facecolors([*compress((palette.MISSING, palette.SPARE), leaving)])
        self._fill(result, held(takes, self._top), held(gives, self._top))
        here = self._x(result.value("group_members"))
        hours, given = self._y(result.value("moderation")), self._y(result.value("given"))
        self._here.set_segments([[(here, self._top - 4), (here, self._floor)]])
        dots = circle(here, hours, DOT), circle(here, given, DOT)
        self._dots.set_verts([*dots, *self._before(result)])
        self._dots.set_facecolors([palette.MISSING, palette.SPARE])
        ring = self._crossing(result)
        if ring and ring[0] < self._left + RING + 3:
            ring = None  # too near the edge to be seen
        self._ring.set_verts([circle(*ring, RING)] if ring else [])
        self._above(result, here)
        self._key_to(result, self._floor + AXIS + FOOT + KEY / 2 - 4)
        self._below(result)
        self._name(result, lines, here, ring)

    def _points(self, x: Sequence[float], y: Sequence[float]) -> list[Point]:
        return [(self._x(one), self._y(two)) for one, two in zip(x, y, strict=True)]

    def _crossing(self, result: Result) -> Point | None:
        """Where the lines cross."""
        if "turns_exactly" not in result:
            return None
        return self._x(result.value("turns_exactly")), self._y(crossing(result))

    def _fill(self, result: Result, takes: list[Point], gives: list[Point]) -> None:
        """Red where it takes more, green where it gives more."""
        ring = self._crossing(result)
        at = ring[0] if ring else math.inf
        ends = [ring] if ring else []
        areas, tints, doubted = [], [], []
        disputed, helps = is_disputed(result), is_help(result)
        for colour, side in ((palette.MISSING, -1), (palette.SPARE, 1)):
            one, other = (
                [p for p in line if (p[0] < at if side < 0 else p[0] > at)]
                for line in (takes, gives)
            )
            if one:
                path = [*one, *ends, *other[::-1]] if side < 0 else [*ends, *one, *other[::-1]]
                areas.append(path)
                tints.append(self._pale(colour))
                if disputed and helps == (side > 0):
                    doubted = [path]
                    plane.set_hatchcolor(self._doubt, self._pale(colour, HATCH))
        self._fills.set_verts(areas)
        self._fills.set_facecolors(tints)
        self._doubt.set_verts(doubted)
        self._doubt.set_facecolors("none")

    def _pale(self, colour: str, share: float = PALE) -> str:
        ground = to_rgb(self._plane.colours["ground"])
        return to_hex(
            [share * a + (1 - share) * b for a, b in zip(to_rgb(colour), ground, strict=True)]
        )

    def _readouts(self, result: Result) -> list[list[Point]]:
        """The three figures that say it all: left of the plot, or above it.

        They name the lines, too, by samples: a name in the plot would wander with the curves.
        """
        form, put = self._shape, self._plane.put
        left = _("{number} of {all}").format(
            number=bare(result["left"]), all=bare(result["questions"])
        )
        week = _("a week")
        words = _("it takes from us"), _("they give each other"), _("questions left to us")
        if form.across:  # little room for a word and its line
            words = words[0], _("members give"), words[2]
        if not (form.column or form.across):  # the word stands behind the figure
            words = _("a week from us"), _("a week by members"), words[2]
            week = ""
        figures = (
            written(result["moderation"]),
            written(result["given"]),
            left if result.value("questions") else _("none"),
        )
        said = list(zip(figures, words, strict=True))
        after = [wide(week) + WEEK if week else 0.0] * 2 + [0.0]
        room = (
            form.column - CLEAR
            if form.column
            else self._plane.width * (0.3 if form.across else 0.42)
        )
        longest = max(wide(figure, form.figure, True) for figure in figures)
        fits = (
            (room - more) / wide(figure, form.figure, True)
            for figure, more in zip(figures, after, strict=True)
        )
        size = form.figure * min(1, *fits)
        beside = form.margin + longest * size / form.figure + CLEAR
        samples = []
        for place, (figure, word) in enumerate(said):
            if place < len(self._weeks):
                put(self._weeks[place], "")
            if form.column:
                y = self._top + place * form.plot / 3 + form.word / 2
                named = place < 2
                word = shortened(word, room - named * (SAMPLE / 2 + BESIDE), form.word)
                put(self._words[place], word, form.margin, y)
                if named:
                    x = form.margin + wide(word, form.word) + BESIDE
                    samples.append([(x, y), (min(x + SAMPLE, form.margin + room), y)])
                y += form.word / 2 + 8 + form.figure / 2
                put(self._figures[place], figure, form.margin, y, size=size)
                if after[place]:
                    self._beside(self._weeks[place], week, form.margin, y, figure, size)
                continue
            x, y = beside, 8 + (place + 0.5) * ROW * form.figure
            room = self._right - beside
            if form.across:
                room = (self._right - form.margin) / len(said) - CLEAR
                x, y = form.margin + place * (room + CLEAR), 6 + form.figure / 2
                put(self._figures[place], figure, x, y, size=size)
                if after[place]:
                    self._beside(self._weeks[place], week, x, y, figure, size)
                y += form.figure / 2 + 12
            else:
                put(self._figures[place], figure, x - CLEAR, y, ha="right", size=size)
            named = place < 2
            word = shortened(word, room - (SAMPLE + CLEAR) * named, form.word)
            put(self._words[place], word, x, y)
            if named:
                x += wide(word, form.word) + CLEAR
                samples.append([(x, y), (x + SAMPLE, y)])
        return samples

    def _beside(self, text: Text, said: str, x: float, y: float, figure: str, size: float) -> None:
        """Small words behind a figure, on its line."""
        x += wide(figure, size, True) + WEEK
        self._plane.put(text, said, x, y + MIDDLE * (size - look.SMALL))

    def _above(self, result: Result, here: float) -> None:
        """The present group, above its line."""
        members = result.value("group_members")
        said = plural("a group of {number} member", "a group of {number} members", members)
        said = said.format(number=bare(result["group_members"]))
        half = wide(said, self._shape.name, True) / 2
        # At the upper right stands the button of the projector.
        right = self._right - (BUTTON if self._shape.column else 0)
        x = min(max(here, self._left + half), right - half)
        self._plane.put(self._members, said, x, self._top - 17, ha="center")

    def _below(self, result: Result) -> None:
        """Between which sizes it may turn, as a bar with words."""
        y = self._floor + AXIS + 12
        low = result.value("turns_low") if "turns_low" in result else math.inf
        high = result.value("turns_high") if "turns_high" in result else math.inf
        lines, arrow = [], []
        if low < self._last:
            start, end = self._x(low), self._x(min(high, self._last))
            lines = [[(start, y), (max(end - 2, start + 3), y)], [(start, y - 6), (start, y + 6)]]
            if high > self._last:
                arrow = [[(self._right, y), (self._right - 13, y - 7), (self._right - 13, y + 7)]]
                lines[0][1] = (self._right - 12, y)
            else:
                lines.append([(end - 2, y - 6), (end - 2, y + 6)])
        self._bar.set_segments(lines)
        self._arrow.set_verts(arrow)
        room = self._right - self._shape.margin
        said = between(result, Speaker(result))
        said = said if wide(said) <= room else shortened(in_short(result), room)
        x = max(min(self._left, self._right - wide(said)), self._shape.margin)
        self._plane.put(self._range, said, x, self._floor + AXIS + 33)
