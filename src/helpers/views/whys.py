"""One firm under every why: who comes first, and what it gets if nobody says."""

from collections.abc import Sequence
from dataclasses import replace

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from helpers import look
from helpers.data.tables import NONE
from helpers.models.result import Result
from helpers.views import canvas, plane
from helpers.views.plane import Plane, wide
from helpers.views.whys_heads import FORMS, TOP, Form, put_head, put_scale
from helpers.views.whys_lines import Line, number
from helpers.views.whys_words import WhysWords
from helpers.views.words import bare
from helpers.words.locale import _

BESIDE = 8
"""Between a mark and what stands beside it."""
DOT, RING = 17, 19
"""Across, in CSS pixels; a ring is as broad as its line more."""


SHOWN = ("best", "silent")
"""What a row shows of an aim."""
WITH_BOTH = 660
"""From here on a tie has room for both its figures."""
TIGHT = 0.84
"""A row beside eight others is lower, so that all stand on one screen."""


class WhysView(WhysWords):
    """Aims in two groups: those for which the answer to silence is right, and the others.

    A tie with the first is right, and has the sign ≈. Where silence is wrong, that sign stands
    between two others: rows above that have it, or no ring, are as many as the headline counts.
    A full mark is what comes first, a ring what the firm gets without a why; website first is
    a square. The last row is the mix that the controls set; there is none for one aim alone.
    """

    def _form(self, width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def height(self, result: Result, width: int) -> int:
        return round(self._places(result, width)["end"])

    def _places(self, result: Result, width: int) -> dict[str, float]:
        """The height of every head and row, and of the end; heads are named by what they say."""
        form = self._form(width)
        groups: list[tuple[str, Sequence[str]]] = [
            ("right", [aim for aim in result.facts["order"] if aim in result.facts["right"]]),
            ("wrong", [aim for aim in result.facts["order"] if aim not in result.facts["right"]]),
        ]
        if self._has_last_row(result):
            groups.append(("wanted", ["mix"]))
        row = form.row * (TIGHT if "mix" in result.facts and not form.stacked else 1)
        places, y = {}, form.above + form.firm
        for head, rows in groups:
            if rows:
                places[head] = y + form.head / 2
                y += form.head
            for aim in rows:
                places[aim] = y + row / 2
                y += row
            y += form.above / 2 if rows else 0
        places["scale"] = y + 8
        places["end"] = y + 24 + form.foot
        return places

    def key(self, result: Result) -> tuple:
        facts = result.facts
        values = [result.value(f"{aim}.{part}") for aim in facts["order"] for part in SHOWN]
        last = "mix" in facts, self._has_last_row(result)
        return facts["firm"], facts["silent"], facts["order"], last, tuple(values)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        self._at = self._places(result, drawn.width)
        aims = [self._tables.name("purpose", aim) for aim in result.facts["order"]]
        labels = max(wide(f"{aim} ({number(1.0)})", form.label, True) for aim in aims)
        self._zero = form.margin + (0 if form.stacked else labels + 2 * BESIDE)
        right = drawn.width - form.margin
        self._end = self._end_of_scale(result, right)
        self._right = right
        self._heads(result)
        lines = self._lines(result)
        for aim, line in lines.items():
            self._put_marks(line, self._at[aim], named=aim == self._named_at(result))
        put_scale(drawn, form, self._zero, self._at["scale"], self._x)
        self._labels = {
            aim: drawn.moving_text(form.label, ha="left" if form.stacked else "right")
            for aim in (*lines, *(("mix",) if self._has_last_row(result) else ()))
        }
        self._mix: list[Artist] = []
        if self._has_last_row(result):
            self._make_mix()
        return drawn.moving

    def _end_of_scale(self, result: Result, right: float) -> float:
        """As far right as names beside the marks leave room; no mix is above the best aim."""
        widest = right - DOT / 2
        if self._shape.stacked:
            return widest
        # A tie has both its figures where there is room, one everywhere.
        kept = 0 if self._plane.width >= WITH_BOTH else 1
        beside = [
            (line.fit, wide(said[min(kept, len(said) - 1)], self._shape.name, True))
            for line in self._lines(result).values()
            for said in [self._tie_said(line)]
        ]
        if self._has_last_row(result):
            names = [f"{self._named(option)} {number(0.5)}" for option in result.options]
            most = max(fit for fit, _wide in beside)
            beside.append((most, max(wide(name, self._shape.name, True) for name in names)))
        room = right - self._zero - DOT / 2 - BESIDE
        longest = min(10 * (room - taken) / (10 * max(fit, 0.1)) for fit, taken in beside)
        return min(self._zero + longest, widest)

    def _named_at(self, result: Result) -> str:
        """The first row with a ring: it says what the ring is."""
        facts = result.facts
        return next((a for a in facts["order"] if facts["first"][a] != facts["silent"]), "")

    def _heads(self, result: Result) -> None:
        drawn, form, colours = self._plane, self._shape, self._plane.colours
        # Neutral where silence is right: three of seven is nothing to be praised for.
        heads = {"right": ("", "ink"), "wrong": ("✗", "missing")}
        for head, (sign, colour) in heads.items():
            if head in self._at:
                tries = self._head(head, result, named=not form.firm)
                put_head(drawn, form, tries, self._at[head], colours[colour], sign)
        if form.firm:
            said = _("{firm}, without a why").format(firm=result.facts["firm"])
            said = plane.shortened(said, drawn.width - 2 * form.margin)
            drawn.text(said, form.margin, form.above + form.firm / 2, color=colours["soft"])
        if "wanted" in self._at:
            y = self._at["wanted"] - form.head / 2
            ends = [(form.margin, y), (drawn.width - form.margin, y)]
            drawn.line(ends, colours["grid"], 1.5)

    def _x(self, fit: float) -> float:
        return self._zero + (self._end - self._zero) * 10 * fit / TOP

    def _covered(self, one: float, other: float) -> bool:
        """Whether two marks are so near that the lower one would look like a stain."""
        return abs(self._x(one) - self._x(other)) < DOT / 2

    def _y(self, place: float) -> float:
        """The height of the marks of a row."""
        return place + 11 if self._shape.stacked else place

    def _put_marks(self, line: Line, place: float, named: bool) -> None:
        drawn, form, colours = self._plane, self._shape, self._plane.colours
        y, x = self._y(place), self._x(line.fit)
        start = x if line.less is None else self._x(line.less)
        if line.less is None:
            drawn.line([(self._zero, y), (start, y)], colours["grid"], 1.5)
        else:
            drawn.line([(start, y), (x, y)], self._tables.colour(line.first), 4, zorder=3)
            self._show(self._mark(True, line.other == NONE), line.other, True, start, y)
            said, left = self._beside_ring(line, named, start)
            drawn.text(said, left, y, ha="right", color=colours["soft"])
            lost = {"ha": "right", "color": colours["missing"], "weight": "bold"}
            drawn.text(line.lost, start - RING / 2 - BESIDE, y, **lost)
            drawn.line(self._thread_to(said, left, y), colours["grid"], 1.5)
        said = self._said_with(line, x)
        if line.tied_with and line.other is None and not self._covered(*line.fits):
            option, fit = line.tied_with  # under the first: a second full mark is a tie
            mark = self._mark(False, option == NONE)
            self._show(mark, option, False, self._x(fit), y, neutral=True)
        self._show(self._mark(False, line.first == NONE), line.first, False, x, y)
        if form.stacked and line.tied_with and line.other is not None and not line.tie:
            beside = _("≈ {second}").format(second=self._with_fit(*line.tied_with))
            drawn.text(beside, x + DOT / 2 + BESIDE, y, weight="bold")
            said = self._said(line)
        at = self._name_place(x, y, place)
        drawn.text(said, *at[:2], form.name, weight="bold", ha=at[2])

    def _thread_to(self, said: str, left: float, y: float) -> list[tuple[float, float]]:
        """The line that leads from nought to a figure; none where there is no room."""
        end = max(left - wide(said) - (BESIDE if said else 0), self._zero)
        return [(self._zero, y), (end, y)]

    def _name_place(self, x: float, y: float, place: float) -> tuple[float, float, str]:
        """Where the name of the first stands: right of its mark, or above it at the edge."""
        if self._shape.stacked:
            return self._right, place - 12, "right"
        return x + DOT / 2 + BESIDE, y, "left"

    def _said_with(self, line: Line, x: float) -> str:
        """What stands beside a mark, and what a tie is with, as far as there is room."""
        tries = self._tie_said(line)
        start = x + DOT / 2
        if self._shape.stacked:  # the label may get its coins
            start = self._zero + wide(f"{line.label} ({number(1.0)})", self._shape.label, True)
        room = self._right - start - BESIDE
        return next((s for s in tries if wide(s, self._shape.name, True) <= room), tries[-1])

    def _tie_said(self, line: Line) -> list[str]:
        """The name beside a mark, longest first; the last one has to have room."""
        if not line.tied_with:
            return [self._said(line)]
        option, fit = line.tied_with
        first, named = self._with_fit(line.first, line.fit), self._named(option)
        tries = [
            _("{first} ≈ {second}").format(first=first, second=self._with_fit(option, fit)),
            _("{first} ≈ {second}").format(first=first, second=named),
        ]
        both = _("{first} ≈ {second}").format(first=self._named(line.first), second=named)
        if not line.label and option == line.other and not self._shape.stacked:
            return [_("≈ {second}").format(second=first)]  # its ring has the other name
        if not line.label:  # a head says that the mix is a tie
            return [*tries, both, self._said(line)]
        return [
            *tries,
            both,
            *([_("{first} ≈").format(first=first)] if self._shape.stacked else []),
        ]

    def _beside_ring(self, line: Line, named: bool, x: float) -> tuple[str, float]:
        """What the ring is and its figure, as far as there is room left of it."""
        left = x - RING / 2 - BESIDE
        if lost := line.lost:
            left -= wide(lost, bold=True) + BESIDE
        figure = number(line.less)
        tries = [f"{self._named(line.other)} {figure}"] if named else []
        for said in (*tries, figure):
            if left - wide(said) >= self._zero:
                return said, left
        return "", left

    def _mark(self, ring: bool, square: bool) -> Line2D:
        """A mark without a place yet: circles are networks, squares are none of them."""
        edge = look.points(3, canvas.DPI) if ring else 0
        size = look.points((RING - 3 if ring else DOT) * (0.88 if square else 1), canvas.DPI)
        shape = "s" if square else "o"
        (mark,) = self._plane.axes.plot(
            [], [], shape, markersize=size, markeredgewidth=edge, zorder=5
        )
        return mark

    def _show(
        self, mark: Line2D, option: str, ring: bool, x: float, y: float, neutral: bool = False
    ) -> None:
        """Put a mark at its place, in the colour of its option.

        What is only level with the first is ``neutral``: a network's red would read as wrong.
        """
        colour = self._plane.colours["soft"] if neutral else self._tables.colour(option)
        mark.set(color=colour, markerfacecolor=self._plane.colours["ground"] if ring else colour)
        mark.set_data([x], [y])

    def _make_mix(self) -> None:
        """The marks of the last row, which the controls move."""
        drawn, form, colours = self._plane, self._shape, self._plane.colours
        self._wanted = drawn.moving_text(form.title, weight="bold")
        self._thread = drawn.lines(colours["grid"], 1.5)
        self._apart = drawn.lines(colours["soft"], 4)
        self._less = drawn.moving_text(color=colours["soft"], ha="right")
        self._minus = drawn.moving_text(color=colours["missing"], ha="right", weight="bold")
        self._name = drawn.moving_text(form.name, weight="bold")
        self._marks = {
            (role, square): self._mark(role == "ring", square)
            for role in ("ring", "second", "first")
            for square in (False, True)
        }
        drawn.moving.extend(self._marks.values())

    def update(self, result: Result) -> None:
        mix = result.facts.get("mix", ())
        form = self._shape
        for aim, text in self._labels.items():
            said = "" if aim == "mix" else self._tables.name("purpose", aim)
            if aim == "mix" and not form.stacked:
                said = _("together") if mix else _("all alike")
            if aim in mix and len(mix) > 1:
                said = f"{said} ({bare(result[f'{aim}.coins'])})"
            x = form.margin if form.stacked else self._zero - 2 * BESIDE
            y = self._at[aim] - 12 if form.stacked else self._at[aim]
            self._plane.put(text, said, x, y, weight="bold" if aim in mix else "normal")
        if self._has_last_row(result):
            self._put_mix(result)

    def _put_mix(self, result: Result) -> None:
        drawn, form, line = self._plane, self._shape, self._mixed(result)
        place = self._at["mix"]
        y, x = self._y(place), self._x(line.fit)
        start = x if line.less is None else self._x(line.less)
        level = (line.tied_with or ("",))[0] == line.other  # the ring is the second
        wanted = self._wants(result)
        if line.tie and not form.stacked:
            wanted, line = _("{wanted}: a tie").format(wanted=wanted), replace(line, tie=False)
        wanted = plane.shortened(wanted, drawn.width - 2 * form.margin, form.title, True)
        drawn.put(self._wanted, wanted, form.margin, self._at["wanted"])
        self._apart.set_segments([[(start, y), (x, y)]])
        self._apart.set_color(self._tables.colour(line.first))
        said, left = ("", start) if line.less is None else self._beside_ring(line, True, start)
        drawn.put(self._less, said, left, y)
        lost = "" if line.less is None else line.lost
        drawn.put(self._minus, lost, start - RING / 2 - BESIDE, y)
        self._thread.set_segments([self._thread_to(said, left, y)])
        at = self._name_place(x, y, place)
        drawn.put(self._name, self._said_with(line, x), *at[:2], ha=at[2])
        for mark in self._marks.values():
            mark.set_data([], [])
        hidden = level or not line.tied_with or self._covered(*line.fits)
        second, fit = (None, line.fit) if hidden else line.tied_with
        places = {
            "ring": (line.other, start),
            "second": (second, self._x(fit)),
            "first": (line.first, x),
        }
        for role, (option, where) in places.items():
            if option is not None:
                mark = self._marks[role, option == NONE]
                self._show(mark, option, role == "ring", where, y, neutral=role == "second")
