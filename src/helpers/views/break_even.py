"""Does presence pay? Euros left of a year against new customers: minus the cost at none."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from helpers import look
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.break_even_words import (
    NOTHING,
    PAYS,
    SWAPPED,
    BreakEvenWords,
    Readout,
    kind_of,
)
from helpers.views.plane import MIDDLE, Plane, Point, box, shortened, wide, wrapped
from helpers.views.scale import ceiling, circle
from helpers.views.words import Speaker
from helpers.words.locale import _


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels; ``beside``: both readouts in one row, and so both lines below."""

    margin: float
    plot: float
    figure: float
    word: float
    beside: bool


FORMS = {
    340: Form(14, 190, 26, 15, False),
    540: Form(18, 200, 30, 15, True),
    660: Form(20, 220, 32, 16, True),
    900: Form(24, 258, 40, 18, True),
}
GAP = 28
"""Between two readouts beside each other."""
BUTTON = 66
"""Room that the button of the projector takes of the margin and beyond."""
LINE = 21
"""From one line of words to the next."""
PALE = 0.15
DOT, FLAG = 9, 24
ROOM = 1.25
"""How far the axis reaches beyond what is aimed at, or needed."""
BAR = 34


class BreakEvenView(BreakEvenWords):
    """A line from the cost of a year up through nought, where it pays, to what is aimed at."""

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def _head(self, form: Form) -> float:
        block = form.figure + 2 * LINE + 18
        return block if form.beside else 2 * block

    def height(self, result: Result, width: int) -> int:
        form = self._form(width)
        return round(self._head(form) + form.plot + (LINE if form.beside else 3 * LINE) + 22)

    def key(self, result: Result) -> object:
        """All moves; what is drawn depends on whether sales are the aim."""
        return kind_of(result) == PAYS

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        self._left, self._right = form.margin, drawn.width - form.margin
        self._top = self._head(form)
        colours = drawn.colours
        self._areas = drawn.boxes(zorder=1.5)
        self._zero = drawn.lines(colours["ink"], 1.8, zorder=3)
        self._loses = drawn.lines(palette.MISSING, 5, zorder=3.4)
        self._wins = drawn.lines(palette.SPARE, 5, zorder=3.4)
        self._beyond = drawn.lines(palette.SPARE, 2.4, zorder=3.2, linestyles=(0, (4, 3)))
        self._pole = drawn.lines(colours["ink"], 2.6, zorder=3.3)
        self._flag = drawn.boxes(facecolors=colours["ink"], zorder=3.3)
        self._ring = drawn.boxes(
            zorder=5, facecolors=colours["ground"], edgecolors=colours["ink"], linewidths=2.2
        )
        self._bars = drawn.boxes(zorder=3, linewidths=1.4)
        self._figures = [drawn.moving_text(form.figure, weight="bold") for _n in range(2)]
        self._said = [[drawn.moving_text(form.word) for _line in range(2)] for _n in range(2)]
        self._here = drawn.moving_text(form.word)
        self._aim = drawn.moving_text(form.word)
        self._foot = [drawn.moving_text(form.word) for _line in range(2)]
        self._names = [drawn.moving_text(form.word, weight="bold") for _bar in range(2)]
        return drawn.moving

    def update(self, result: Result) -> None:
        for marks in (self._zero, self._loses, self._wins, self._beyond, self._pole):
            marks.set_segments([])
        for marks in (self._areas, self._flag, self._ring, self._bars):
            marks.set_verts([])
        for text in (self._here, self._aim, *self._foot, *self._names):
            self._plane.put(text, "")
        for place, readout in enumerate(self.readouts(result)):
            self._put_readout(place, readout)
        kind = kind_of(result)
        if kind == PAYS:
            self._line(result)
        elif kind not in (NOTHING, SWAPPED):
            self._two_bars(result)

    def _put_readout(self, place: int, readout: Readout) -> None:
        """A figure with what it is of below it."""
        form, put = self._shape, self._plane.put
        each = (self._right - self._left - GAP) / 2
        x, top, room = self._left, 0.0, self._right - self._left
        if form.beside:
            x, room = self._left + place * (each + GAP), each
            if place and self._plane.width > 600:
                room -= BUTTON
        elif place:
            top = self._head(form) / 2
        colour = self._plane.colours[readout.colour]
        said, size = readout.figure, form.figure
        while size > look.SMALL and wide(said, size, True) > room:
            size -= 1
        put(self._figures[place], said, x, top + 10 + form.figure / 2, size=size, color=colour)
        lines = wrapped(readout.said, room, form.word, False)[:2]
        for text, line in zip(self._said[place], [*lines, "", ""], strict=False):
            put(text, line, x, top + form.figure + 24)
            top += LINE

    # Where sales are the aim -----------------------------------------------------------

    def _line(self, result: Result) -> None:
        value = result.value
        cost, each = value("yearly_cost"), value("contribution")
        needed, aimed = value("pays_from"), 0.0
        if "customers_aimed" in result:
            aimed = value("customers_aimed")
        self._end = ceiling(ROOM * max(needed, aimed))
        self._high = max(1.15 * (aimed * each - cost), 0.3 * cost)
        self._low = max(cost, 1e-9) * 1.06
        zero, start = self._y(0.0), (self._left, self._y(-cost))
        ring = self._x(needed), zero
        last = min(self._end, (self._high + cost) / each)
        end = self._x(last), self._y(last * each - cost)
        at = self._x(aimed), self._y(aimed * each - cost)
        self._zero.set_segments([[(self._left, zero), (self._right, zero)]])
        self._loses.set_segments([[start, ring]])
        areas, tints = [[start, ring, (self._left, zero)]], [self._pale(palette.MISSING)]
        if aimed > needed:
            self._wins.set_segments([[ring, at]])
            areas.append([ring, at, (at[0], zero)])
            tints.append(self._pale(palette.SPARE))
        self._beyond.set_segments([[at if aimed > needed else ring, end]])
        self._areas.set_verts(areas)
        self._areas.set_facecolors(tints)
        self._ring.set_verts([circle(*ring, DOT)])
        self._name_marks(result, ring, at if aimed else None)
        self._below(result)

    def _x(self, customers: float) -> float:
        return self._left + (self._right - self._left) * customers / self._end

    def _y(self, euros: float) -> float:
        share = (self._high - euros) / (self._high + self._low)
        return self._top + self._shape.plot * share

    def _pale(self, colour: str) -> str:
        pairs = zip(to_rgb(colour), to_rgb(self._plane.colours["ground"]), strict=True)
        return to_hex([PALE * a + (1 - PALE) * b for a, b in pairs])

    def _name_marks(self, result: Result, ring: Point, at: Point | None) -> None:
        """A word at the ring, and one at the flag on the other side of the line of nought."""
        put, size, zero = self._plane.put, self._shape.word, ring[1]
        said = _("pays from here")
        hangs = at is not None and at[0] < ring[0]
        if not hangs and ring[0] - DOT - 8 - wide(said, size) > self._left:
            put(self._here, said, ring[0] - DOT - 6, zero - size / 2 - 8, ha="right")
        elif self._right - ring[0] - DOT - 8 > wide(said, size) and (
            hangs or at is None or at[0] - ring[0] > wide(said, size) + 120
        ):
            put(self._here, said, ring[0] + DOT + 6, zero + size / 2 + 8, ha="left")
        else:
            put(self._here, "")
        if at is None:
            return
        self._pole.set_segments([[(at[0], zero), at]])
        if not hangs:
            top = at[1] - FLAG
            self._pole.set_segments([[(at[0], zero), (at[0], top)]])
            self._flag.set_verts([[(at[0], top), (at[0] + FLAG, top + 8), (at[0], top + 16)]])
        name = _("aim: {number}").format(number=Speaker(result).bare("customers_aimed"))
        half = wide(name, size) / 2
        x = min(max(at[0], self._left + half), self._right - half)
        side = -1 if hangs else 1
        put(self._aim, name, x, zero + side * (size / 2 + 9), ha="center")

    def _below(self, result: Result) -> None:
        """The cost before the first customer, and turnover, of which only a part stays."""
        form, put, colours = self._shape, self._plane.put, self._plane.colours
        y = self._top + form.plot + 8 + LINE / 2
        lost, turned = self.below(result)
        room = self._right - self._left
        put(self._foot[0], shortened(lost, room, form.word, True), self._left, y,
            color=colours["missing"], weight="bold")  # fmt: skip
        if not turned:
            return
        style = {"color": colours["soft"]}
        if form.beside:
            free = room - wide(lost, form.word, True) - GAP
            if wide(turned[0], form.word) <= free:
                put(self._foot[1], turned[0], self._right, y, ha="right", **style)
            elif wide(turned[1], form.word) <= free:
                put(self._foot[1], turned[1], self._right, y, ha="right", **style)
            return
        put(self._foot[1], shortened(turned[1], room, form.word), self._left, y + LINE, **style)

    # Where they are not ----------------------------------------------------------------

    def _two_bars(self, result: Result) -> None:
        """What a year costs beside what it may cost; a bar of nought is not drawn."""
        put, colours = self._plane.put, self._plane.colours
        bars = list(self.bars(result))
        most = max(*(value for _said, value in bars), 1.0)
        verts, faces = [], []
        y = self._top + 24
        for (said, value), text, face in zip(
            bars, self._names, (palette.MISSING, palette.SHARED), strict=False
        ):
            put(text, shortened(said, self._right - self._left, self._shape.word, True),
                self._left, y - MIDDLE, color=colours["ink"])  # fmt: skip
            if value > 0:
                right = self._left + (self._right - self._left) * value / most
                verts.append(box(self._left, y + 16, right, y + 16 + BAR))
                faces.append(face)
            y += 2 * BAR + 26
        self._bars.set_verts(verts)
        self._bars.set_facecolors(faces)
