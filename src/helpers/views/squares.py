"""Working days of a page, a square each: what opening takes, what keeping takes, what is there."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from helpers import look
from helpers.data.tables import Tables
from helpers.models.days import DAYS as WEEK
from helpers.models.result import Result
from helpers.views import palette, piles, plane
from helpers.views.days_words import DaysWords
from helpers.views.piles import Pile
from helpers.views.plane import Plane, Point, box, wide

GAP = 0.12
"""What a square leaves free of its place."""
TINT = 0.22
"""How much of a network's colour is in the squares of levels that are not chosen."""
MARKS = ("sliver", "chosen", "other", "people", "spare", "for others", "missing")
BESIDE = 7
"""Between a figure and the word behind it."""
LINE = 21
LEAST = 19
"""The least place of a square in a pile of one week a row."""
BETWEEN = 0.45
"""Between two weeks in a row, as a share of the place of a square."""


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels. ``once`` is the column of what is done once; at 0 all are rows.

    ``day`` is the largest place of a square, ``stack`` how high squares may stand on each other,
    ``blocks`` how many weeks a row of squares has.
    """

    margin: float
    once: float
    day: float
    stack: float
    large: float
    small: float
    word: float
    blocks: int = 1


FORMS = {
    340: Form(14, 0, 10.4, 0, 30, 20, 16, 5),
    540: Form(18, 0, 15.4, 0, 36, 23, 19, 6),
    660: Form(20, 112, 20.5, 230, 34, 22, 15),
    900: Form(24, 168, 26, 234, 46, 27, 17),
}
MOST = 26
"""Weeks of promised days for which there is room: who promises more reads what is not drawn."""
AIR = 20
"""What the highest pile leaves free above its figure and below it."""
NOTES = 3
"""Lines of words below the name of a pile."""
FOOT = 30
"""Height of the line that says what a square is."""


class SquaresView(DaysWords):
    """Piles of working days: open once; keep lean, standard, ambitious; promised.

    The chosen level is filled, the others are tinted outlines. What the promise lacks is
    hatched on top of it; what it has to spare is green, or only outlined where the same days
    have to do for other pages.
    """

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def height(self, result: Result, width: int) -> int:
        form = self._form(width)
        if form.once:
            return round(form.large + AIR + form.stack + 14 + (1 + NOTES) * LINE + FOOT + 6)
        return round(self._rows(result, form)[-1][1] + FOOT + 2)

    @staticmethod
    def _weeks(result: Result) -> list[int]:
        """How many weeks each level takes."""
        return [
            max(math.ceil(result.value(f"{n}.whole") / WEEK), 1) for n in result.facts["levels"]
        ]

    def _most(self, result: Result) -> int:
        """The days for which there is room in each pile."""
        there = math.ceil(result.value("there.whole") / WEEK)
        return WEEK * max(*self._weeks(result), min(there, MOST))

    def key(self, result: Result) -> tuple:
        return (result.facts["network"], self._most(result), *self._weeks(result))

    def _rows(self, result: Result, form: Form) -> list[tuple[float, float]]:
        """In the layout of rows, where each pile's line of words and its squares end."""
        found, top = [], 10.0
        for count, asides in (
            *((weeks, 0) for weeks in (1, *self._weeks(result))),
            (self._most(result) // WEEK, 2),
        ):
            # Each line of words is as high as the largest figure, so that nothing jumps.
            words = top + form.large + asides * LINE
            top = words + 4 + math.ceil(count / form.blocks) * form.day + 10
            found.append((words, top - 10))
        return found

    # Drawing -------------------------------------------------------------------------

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        colours, network = drawn.colours, self._tables.colour(result.facts["network"])
        self._day, self._across = form.day, 1
        if form.once:
            self._day, self._across = self._pitch(form, self._most(result) // WEEK)
            self._floor = form.large + AIR + form.stack
            self._lines(form)
        ground, own = to_rgb(colours["ground"]), to_rgb(network)
        tint = to_hex([TINT * a + (1 - TINT) * b for a, b in zip(own, ground, strict=True)])
        red = {"hatch": "////", "hatchcolor": palette.MISSING, "edgecolors": palette.MISSING}
        styles = {
            "sliver": {"facecolors": colours["ink"]},
            "chosen": {"facecolors": network},
            "other": {"facecolors": tint, "edgecolors": network, "linewidths": 0.8},
            "people": {"facecolors": palette.PEOPLE},
            "spare": {"facecolors": palette.SPARE},
            "for others": {
                "facecolors": colours["ground"],
                "edgecolors": palette.PEOPLE,
                "linewidths": 1.4,
            },
            "missing": {"facecolors": colours["ground"], "linewidths": 0.9, **red},
        }
        self._marks = {mark: drawn.boxes(**styles[mark]) for mark in MARKS}
        count = len(result.facts["levels"]) + 2
        self._figures = [drawn.moving_text(weight="bold") for _pile in range(count)]
        self._words = [drawn.moving_text(form.word) for _pile in range(count)]
        self._names = [drawn.moving_text(form.word) for _pile in range(count)]
        self._notes = [[drawn.moving_text() for _n in range(NOTES)] for _pile in range(count)]
        self._asides = [drawn.moving_text() for _pile in range(count)]
        self._foot(result)
        self._spare = drawn.moving_text(color=colours["soft"])
        self._keys = {mark: drawn.boxes(**styles[mark]) for mark in MARKS[-3:]}
        return drawn.moving

    def _pitch(self, form: Form, weeks: int) -> tuple[float, int]:
        """The place of a square, and how many weeks a row has: two where one gets too small."""
        if form.stack / weeks >= LEAST:
            return min(form.day, form.stack / weeks), 1
        room = self._slots()[-1][1] / (2 * WEEK + BETWEEN)
        return min(room, form.stack / math.ceil(weeks / 2)), 2

    def _slots(self) -> list[tuple[float, float]]:
        """Left edges and widths of the columns."""
        form, width = self._shape, self._plane.width
        left = form.margin + form.once
        each = (width - form.margin - left) / 4
        return [(form.margin, form.once - 14), *((left + n * each, each - 14) for n in range(4))]

    def _lines(self, form: Form) -> None:
        """What is done once stands on one floor, what is done every year on another."""
        slots, soft = self._slots(), self._plane.colours["soft"]
        for first, last in ((slots[0], slots[0]), (slots[1], slots[-1])):
            ends = [(first[0], self._floor + 4), (last[0] + last[1], self._floor + 4)]
            self._plane.line(ends, soft, 1.6)

    def _foot(self, result: Result) -> None:
        """What a square is, at one in the colour of the chosen level."""
        drawn, form = self._plane, self._shape
        size = min(self._day * (1 - GAP), 18)
        y, left = drawn.height - FOOT / 2 - 2, form.margin
        colour = self._tables.colour(result.facts["network"])
        corners = box(left, y - size / 2, left + size, y + size / 2)
        drawn.axes.fill(*zip(*corners, strict=True), color=colour, linewidth=0, zorder=3)
        start = left + size + BESIDE
        tries = piles.keys(result, self._across if form.once else 0)
        room = drawn.width - form.margin - start
        said = next((one for one in tries if wide(one) <= room), tries[-1])
        drawn.text(said, start, y, color=drawn.colours["soft"])
        self._after = start + wide(said) + 2.5 * plane.CLEAR, y, size

    def _put_spare(self, result: Result) -> None:
        """Beside it, what a square is that no day of the page fills."""
        (left, y, size), (mark, said) = self._after, piles.spare(result)
        if left + size + BESIDE + wide(said) > self._plane.width - self._shape.margin:
            mark = said = ""
        self._plane.put(self._spare, said, left + size + BESIDE, y)
        for one, boxes in self._keys.items():
            corners = box(left, y - size / 2, left + size, y + size / 2)
            boxes.set_verts([corners] if one == mark else [])

    def update(self, result: Result) -> None:
        found: dict[str, list[list[Point]]] = {mark: [] for mark in MARKS}
        if not self._shape.once:
            self._rows_now = self._rows(result, self._shape)
        for place, item in enumerate(
            piles.piles(result, self._tables, self._plane.colours, self._most(result))
        ):
            if self._shape.once:
                self._put_column(place, item)
            else:
                self._put_row(place, item)
            start = 0
            for count, mark in item.squares:
                whole = math.ceil(count)
                for day in range(start, start + whole):
                    found[mark].append(self._square(place, day, min(count - (day - start), 1.0)))
                start += whole
        self._put_spare(result)
        for mark, boxes in self._marks.items():
            boxes.set_verts(found[mark])

    def _square(self, pile: int, day: int, part: float) -> list[Point]:
        """The corners of a pile's square; ``part`` of it, from its left edge."""
        form, pitch = self._shape, self._day
        size = pitch * (1 - GAP)
        line = (self._across if form.once else form.blocks) * WEEK
        along = day % line * pitch + day % line // WEEK * BETWEEN * pitch
        if form.once:
            left, low = self._slots()[pile][0] + along, self._floor - day // line * pitch
            return box(left, low - size, left + size * part, low)
        left = form.margin + along
        top = self._rows_now[pile][0] + 4 + day // line * pitch
        return box(left, top, left + size * part, top + size)

    def _put_figure(self, place: int, item: Pile, x: float, y: float, room: float) -> float:
        """Figure and word on one line above ``y``; where they end."""
        form, put = self._shape, self._plane.put
        size = form.large if item.large else form.small
        word = form.word
        figure = wide(item.figure, size, bold=True)
        while figure + BESIDE + wide(item.word, word) > room and size > look.SMALL:
            size -= 1
            word = min(word, max(size, look.SMALL))
            figure = wide(item.figure, size, bold=True)
        put(self._figures[place], item.figure, x, y - plane.MIDDLE * size, size=size)
        self._figures[place].set_color(item.colour)
        left = x + figure + (BESIDE if item.figure else 0)
        # Both stand on one line.
        put(self._words[place], item.word, left, y - plane.MIDDLE * word, size=word)
        self._words[place].set_color(self._plane.colours["ink"] if item.large else item.colour)
        return left + wide(item.word, word)

    def _put_aside(self, place: int, item: Pile, x: float, y: float, room: float) -> None:
        """What the figure is said of, on a line of its own or behind it."""
        said = next((one for one in item.aside if wide(one) <= room), item.aside[-1])
        said = plane.shortened(said, room)
        middle = y - plane.MIDDLE * look.SMALL
        self._plane.put(self._asides[place], said, x, middle, color=item.colour)

    def _put_column(self, place: int, item: Pile) -> None:
        """Figure above the pile, name and notes below the floor."""
        left, room = self._slots()[place]
        days = sum(math.ceil(count) for count, _mark in item.squares)
        top = self._floor - max(math.ceil(days / WEEK / self._across), 1) * self._day
        if item.aside:
            top -= LINE
            self._put_aside(place, item, left, top - 8 + LINE, room)
        self._put_figure(place, item, left, top - 8, room)
        self._names[place].set_weight("bold" if item.large else "normal")
        size = self._shape.word
        tall = item.name, *item.names
        name = next((one for one in tall if wide(one, size, bold=item.large) <= room), tall[-1])
        name = plane.shortened(name, room, size, item.large)
        y = self._floor + 14 + LINE / 2
        self._plane.put(self._names[place], name, left, y, color=self._plane.colours["ink"])
        for row, text in enumerate(self._notes[place]):
            tries = item.notes[row] if row < len(item.notes) else ("",)
            said = next((one for one in tries if wide(one) <= room), tries[-1])
            said = plane.shortened(said, room)
            y += LINE
            self._plane.put(text, said, left, y, color=self._plane.colours["soft"])

    def _put_row(self, place: int, item: Pile) -> None:
        """Figure, name and note on one line above the squares."""
        form, put = self._shape, self._plane.put
        base, right = self._rows_now[place][0] - 6, self._plane.width - form.margin
        figure = base - 2 * LINE if item.aside else base
        left = self._put_figure(place, item, form.margin, figure, right - form.margin) + plane.CLEAR
        if item.aside:
            self._put_aside(place, item, left, figure, right - left)
            left, base = form.margin, base - LINE
        for text in self._notes[place]:
            put(text, "")
        if item.aside:
            self._put_note(place, item, left, base + LINE, right - left)
        said = next((one for one in item.lines if wide(one) <= right - left), item.lines[-1])
        colour = self._plane.colours["ink" if item.large else "soft"]
        said = plane.shortened(said, right - left)
        y = base - plane.MIDDLE * look.SMALL
        put(self._names[place], said, left, y, size=look.SMALL, color=colour)

    def _put_note(self, place: int, item: Pile, x: float, y: float, room: float) -> None:
        """All notes of a pile on one line, as full as there is room."""
        first, *rest = item.notes[:-1]  # the last of them stands with the name
        tries = [", ".join((one, *(more[0] for more in rest))) for one in first]
        said = next((one for one in tries if wide(one) <= room), tries[-1])
        said, soft = plane.shortened(said, room), self._plane.colours["soft"]
        middle = y - plane.MIDDLE * look.SMALL
        self._plane.put(self._notes[place][0], said, x, middle, color=soft)
