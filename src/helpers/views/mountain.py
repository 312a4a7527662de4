"""The worth of an answer over our own odds: a mountain, and the window in which to ask."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from helpers import look
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.mountain_words import MountainWords
from helpers.views.plane import CLEAR, Plane, Point, box, lined_up, shortened, wide, wrapped
from helpers.views.scale import circle
from helpers.views.words import Speaker
from helpers.words.locale import _


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels. ``head``: room of the readout above all, 0 where it stands beside.

    ``band`` is the room for the words above the window, ``plot`` the height of the scale.
    """

    margin: float
    head: float
    band: float
    plot: float
    figure: float
    word: float
    ask: float


FORMS = {
    340: Form(14, 84, 62, 168, 32, 15, 20),
    540: Form(18, 54, 60, 160, 36, 15, 22),
    660: Form(20, 66, 66, 206, 40, 16, 24),
    900: Form(24, 0, 72, 262, 44, 17, 28),
}
FOOT = 96
"""Room below the axis: where we stand, the strip of what we would do, its words."""
STRIP = 46
"""From the axis to the strip."""
BUTTON = 66
"""Room that the button of the projector takes of the margin and beyond."""
RANGE = 19
"""Size of the window's ends."""
WINDOW, GREY = 0.16, 0.3
"""How much of a colour is in a tint."""
LOWER = 0.75
"""The part of the full scale that is drawn where no top would reach beyond it."""
BESIDE = 250
"""How wide the readout beside the window is."""
DOT = 8
MOVED = 40
"""How far a word may stand from the middle of its part of the strip."""


class MountainView(MountainWords):
    """What an answer is worth at each odds. Above the fee the mountain is green: ask there."""

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def height(self, result: Result, width: int) -> int:
        form = self._form(width)
        return round(form.head + form.band + form.plot + FOOT)

    def key(self, result: Result) -> object:
        """A better eye is a higher top: the scale follows no control but in one step."""
        return self._top_value(result)

    @staticmethod
    def _top_value(result: Result) -> float:
        """Where the scale ends: at the worth of knowing for certain, or a good part of it."""
        certain = result.value("certain_peak")
        if not certain:
            return max(result.value("fee"), 1.0)
        return certain * (LOWER if result.value("peak") < 0.95 * LOWER * certain else 1.0)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        self._most = self._top_value(result)
        colours = drawn.colours
        self._left, self._right = form.margin, drawn.width - form.margin
        self._top = form.head + form.band
        self._floor = self._top + form.plot
        self._window = drawn.boxes(facecolors=self._tint(palette.SPARE, WINDOW), zorder=1)
        self._mountain = drawn.boxes(facecolors=self._tint(palette.SHARED, GREY), zorder=2)
        self._above = drawn.boxes(facecolors=palette.SPARE, zorder=2.5)
        self._base = drawn.lines(colours["ink"], 1.6, zorder=3)
        self._fee = drawn.lines(colours["ink"], 2.4, zorder=3.5)
        self._stem = drawn.lines(colours["ink"], 2.4, zorder=3.6)
        self._dot = drawn.boxes(
            zorder=5, facecolors=colours["ink"], edgecolors=colours["ground"], linewidths=1.5
        )
        self._strip = drawn.boxes(zorder=3)
        plate = {"facecolor": colours["ground"], "edgecolor": "none", "pad": 1.5}
        self._fee_word = drawn.moving_text(form.word, weight="bold", bbox=plate)
        self._ask = drawn.moving_text(form.ask, weight="bold", color=colours["good"])
        self._range = drawn.moving_text(RANGE, weight="bold")
        self._worth = drawn.moving_text(form.figure, weight="bold", bbox=plate)
        self._said = [drawn.moving_text(form.word, bbox=plate) for _line in range(3)]
        self._you = drawn.moving_text(form.word, weight="bold")
        self._ends = [drawn.moving_text(color=colours["soft"]) for _end in range(2)]
        self._do = [drawn.moving_text() for _part in range(3)]
        return drawn.moving

    def _tint(self, colour: str, part: float) -> str:
        pairs = zip(to_rgb(colour), to_rgb(self._plane.colours["ground"]), strict=True)
        return to_hex([part * a + (1 - part) * b for a, b in pairs])

    def _x(self, odds: float) -> float:
        return self._left + (self._right - self._left) * odds

    def _y(self, euros: float) -> float:
        return self._floor - self._shape.plot * min(euros / self._most, 1.0)

    def update(self, result: Result) -> None:
        value = result.value
        low, high = value("changes_from"), value("changes_to")
        tip = self._x(value("even_odds")), self._y(value("peak"))
        foot = (self._x(low), self._floor), (self._x(high), self._floor)
        stands = value("peak") > 0
        self._mountain.set_verts([[foot[0], tip, foot[1]]] if stands else [])
        self._base.set_segments([[(self._left, self._floor), (self._right, self._floor)]])
        line = self._y(value("fee"))
        asks = "asks_from" in result
        ends = [self._x(value(key)) for key in ("asks_from", "asks_to")] if asks else []
        self._window.set_verts([box(ends[0], 0, ends[1], line)] if asks else [])
        if asks and self._shape.head:
            self._window.set_verts([box(ends[0], self._shape.head, ends[1], line)])
        self._above.set_verts([self._green(ends, line, tip)] if asks else [])
        fits = value("fee") <= self._most
        self._fee.set_segments([[(self._left, line), (self._right, line)]] if fits else [])
        here, up = self._x(value("odds")), self._y(value("evsi"))
        self._stem.set_segments([[(here, up), (here, self._floor)]])
        self._dot.set_verts([circle(here, up, DOT)])
        middle = (ends[0] + ends[1]) / 2 if asks else tip[0]
        self._over(result, middle)
        leftwards = middle > (self._left + self._right) / 2
        self._name_fee(result, line, leftwards, fits)
        self._readout(result, leftwards)
        self._below(result, here)
        self._would_do(low, high)

    def _green(self, ends: list[float], line: float, tip: Point) -> list[Point]:
        return [(ends[0], line), tip, (ends[1], line)]

    def _over(self, result: Result, middle: float) -> None:
        """Above the window: that it is one, and between which odds."""
        form, put = self._shape, self._plane.put
        if "asks_from" in result:
            said, ends = _("ASK HERE"), self.between(result)
            colour = self._plane.colours["good"]
        else:
            said, ends = _("not worth asking at any odds"), ""
            colour = self._plane.colours["ink"]
        size = form.ask if ends and result.facts["buy"] else RANGE  # no call to who should not
        room = self._right - self._left
        for text, words, y, points in (
            (self._ask, said, form.head + 7 + form.ask / 2, size),
            (self._range, ends, form.head + 17 + form.ask + RANGE / 2, RANGE),
        ):
            half = min(wide(words, points, True), room) / 2
            x = min(max(middle, self._left + half), self._right - half)
            style = {"color": colour} if text is self._ask else {}
            put(text, words, x, y, ha="center", size=points, **style)

    def _name_fee(self, result: Result, line: float, leftwards: bool, fits: bool) -> None:
        """The fee beside its line, on the side where the mountain is low."""
        speak, size = Speaker(result), self._shape.word
        said = _("fee {fee}").format(fee=speak("fee"))
        if not fits:
            said = _("fee {fee}: above this picture").format(fee=speak("fee"))
        side = leftwards
        if self._shape.head == 0 and line < self._top + 74:  # there stands the readout
            side = not leftwards
        x, ha = (self._left, "left") if side else (self._right, "right")
        y = line + (-1 if line - size - 6 > self._top else 1) * (size / 2 + 6)
        if not fits:
            y = self._top + size / 2 + 6
        self._plane.put(self._fee_word, said, x, y, ha=ha)

    def _readout(self, result: Result, leftwards: bool) -> None:
        """What the answer is worth to you, and whether to ask: above, or on the free side."""
        form, put, speak = self._shape, self._plane.put, Speaker(result)
        worth, lines = speak("evsi"), list(self.readout(result))
        for text in self._said:
            put(text, "")
        if form.head:
            put(self._worth, worth, form.margin, 8 + form.figure / 2, size=form.figure)
            left = form.margin + wide(worth, form.figure, True) + CLEAR
            room = self._right - left - (BUTTON if self._plane.width > 600 else 0)
            if any(wide(line, form.word, True) > room for line in lines):
                lines = wrapped(" ".join(lines), room, form.word)[:3]
            y = 8 + form.figure / 2 - (len(lines) - 1) * 10
            for text, said in zip(self._said, lines, strict=False):
                put(text, said, left, y, weight="bold")
                y += 20
            return
        x, ha = (form.margin, "left") if leftwards else (self._right - BUTTON, "right")
        put(self._worth, worth, x, 8 + form.figure / 2, ha=ha, size=form.figure)
        y = 8 + form.figure + 16
        for place, said in enumerate(lines):
            weight = "bold" if place else "normal"
            said = shortened(said, BESIDE, form.word, bool(place))
            put(self._said[place], said, x, y, ha=ha, weight=weight)
            y += 22

    def _below(self, result: Result, here: float) -> None:
        """Where we stand, and what the ends of the axis mean where there is room for it."""
        put, size, y = self._plane.put, self._shape.word, self._floor + 22
        said = _("you: {odds}").format(odds=Speaker(result)("odds"))
        half = wide(said, size, True) / 2
        x = min(max(here, self._left + half), self._right - half)
        put(self._you, said, x, y, ha="center")
        sides = (
            (self._ends[0], self._left, "left", (_("0%: the page cannot succeed"), "0%")),
            (self._ends[1], self._right, "right", (_("100%: the page must succeed"), "100%")),
        )
        for text, edge, ha, tries in sides:
            room = abs(x - edge) - half - CLEAR
            put(text, next((one for one in tries if wide(one) <= room), ""), edge, y, ha=ha)

    def _would_do(self, low: float, high: float) -> None:
        """What we would do at each odds, whatever the answer; and where the answer decides."""
        colours, y = self._plane.colours, self._floor + STRIP
        parts = ((0.0, low), (low, high), (high, 1.0))
        names = (
            (_("leave it anyway"), _("leave it"), _("leave")),
            (_("the answer can change your mind"), _("the answer decides"), _("it decides")),
            (_("open anyway"), _("open it"), _("open")),
        )
        dark = (colours["grid"], colours["ink"], colours["grid"])
        seen = [place for place, (a, b) in enumerate(parts) if self._x(b) - self._x(a) > 3]
        bars = [box(self._x(parts[p][0]) + 1, y, self._x(parts[p][1]) - 1, y + 6) for p in seen]
        self._strip.set_verts(bars)
        self._strip.set_facecolors([dark[place] for place in seen])
        self._strip.set_edgecolors([colours["soft"] if p != 1 else dark[p] for p in seen])
        for text in self._do:
            self._plane.put(text, "")
        wanted = [self._x(sum(parts[place]) / 2) for place in seen]
        for length in range(3):  # the longest that stand under their parts, or else the shortest
            said = [names[place][length] for place in seen]
            widths = [wide(one, bold=place == 1) for place, one in zip(seen, said, strict=True)]
            at = lined_up(wanted, widths, self._left, self._right)
            moved = max((abs(x - mark) for x, mark in zip(at, wanted, strict=True)), default=0)
            fits = sum(widths) + CLEAR * (len(said) - 1) <= self._right - self._left
            if fits and moved <= MOVED:
                break
        for place, one, x in zip(seen, said, at, strict=True):
            weight = "bold" if place == 1 else "normal"
            self._plane.put(self._do[place], one, x, y + 26, ha="center", weight=weight)
