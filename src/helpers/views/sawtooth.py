"""The sawtooth of a week: how long until the next look, by when a customer writes."""

import math
from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers.data.tables import Tables
from helpers.models.looks import DAY, FRIDAY_EVENING, WEEK, Stretch
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.plane import Plane, Point, box, set_hatchcolor, wide
from helpers.views.sawtooth_rows import SawtoothRows
from helpers.views.teeth import (
    COARSE,
    DAYS_BELOW,
    DOT,
    FORMS,
    FULL,
    FULL_BELOW,
    LONG,
    NOTCH,
    ROW,
    STRIP,
    TOPS,
    Span,
    disc,
    full_hours,
    mixed,
    strip_of,
    whole,
)
from helpers.views.words import written
from helpers.words import locale
from helpers.words.locale import _


class SawtoothView(SawtoothRows):
    """Teeth of hours, red above the promise; a strip of promises kept; care and reputation.

    The ring is the woman who wrote on Friday evening.
    """

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)

    def height(self, result: Result, width: int) -> int:
        return FORMS[width].height

    def key(self, result: Result) -> tuple:
        return ()

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._form = form = FORMS[drawn.width]
        self._right = drawn.width - form.margin
        colours = drawn.colours
        ground = colours["ground"]
        self._pale = mixed(palette.PEOPLE, ground)
        # In the order in which they lie over each other.
        self._grid = drawn.lines(colours["grid"], 1.2, zorder=1)
        self._closed = drawn.boxes(
            facecolors=colours["grid"], edgecolors=colours["soft"], linewidths=1.4, zorder=2.5
        )
        self._teeth = drawn.boxes(facecolors=palette.PEOPLE)
        self._strip = drawn.boxes()
        self._unanswered = drawn.boxes(
            facecolors=ground, edgecolors=palette.MISSING, hatch="///", linewidths=1.4, zorder=3.1
        )
        set_hatchcolor(self._unanswered, palette.MISSING)
        self._dots = drawn.boxes(facecolors=colours["needed"])
        self._late = drawn.boxes(facecolors=palette.MISSING, zorder=3.1)
        self._floor = drawn.lines(colours["ink"], 1.3, zorder=4)
        self._promise = drawn.lines(colours["ink"], 2.5, zorder=5)
        self._leader = drawn.lines(colours["ink"], 1.2, zorder=5)
        self._ring = drawn.boxes(
            facecolors=ground, edgecolors=colours["ink"], linewidths=2.4, zorder=5.5
        )
        self._parts = [drawn.boxes(facecolors=c) for c in (palette.PEOPLE, palette.SHARED)]
        self._name_days()
        text = drawn.moving_text
        self._named_parts = [text(weight="bold", color="#ffffff", ha="center"), text()]
        self._hour = text(color=colours["soft"])
        self._ours = text(color=colours["soft"])
        self._claims = [text(form.claim, weight="bold") for _line in range(3)]
        self._caption = text(color=colours["soft"])
        self._ticks = [text(ha="right", color=colours["soft"]) for _line in range(len(TOPS))]
        self._promised = [text(ha="right", weight="bold") for _line in range(2)]
        self._evening = text(form.word, weight="bold")
        self._red = text(form.word, weight="bold", ha="left", color="#ffffff")
        self._strips = [text(weight="bold", ha="center") for _part in range(2)]
        self._of_full = text(weight="bold", ha="right")
        plate = {"facecolor": ground, "edgecolor": "none", "boxstyle": "square,pad=0.18"}
        self._of_full.set(bbox=plate, zorder=6)
        self._names = [text(form.word, weight="bold", ha="left") for _row in range(3)]
        self._notes = [text(color=colours["soft"], ha="left") for _row in range(3)]
        self._of_looking = text(color=colours["soft"], ha="left")
        self._like = text(ha="left", color=colours["soft"])
        self._empty = text(form.claim, weight="bold", ha="center")
        return drawn.moving

    def _name_days(self) -> None:
        """The days under the teeth."""
        form, drawn = self._form, self._plane
        room = self._x(DAY) - self._x(0) - 8
        names = locale.weekdays("wide")
        if max(wide(name) for name in names) > room:
            names = locale.weekdays("abbreviated")
        for number, name in enumerate(names):
            middle, soft = self._x(DAY * (number + 0.5)), drawn.colours["soft"]
            drawn.text(name, middle, form.base + DAYS_BELOW, ha="center", color=soft)

    # Places ------------------------------------------------------------------------------

    def _x(self, hour: float) -> float:
        return self._form.left + hour / WEEK * (self._right - self._form.left)

    def _y(self, hours: float) -> float:
        form = self._form
        return form.base - hours / self._top * (form.base - form.top)

    # Drawing -----------------------------------------------------------------------------

    def update(self, result: Result) -> None:
        most = max(result.value("longest") if "longest" in result else 0, result.value("promise"))
        self._top = next((top for top in TOPS if top >= most), most)
        self._put_axis(result)
        self._put_teeth(result)
        self._put_evening(result)
        self._put_strip(result)
        self._put_rows(result)
        self._put_claim(result)

    def _put_axis(self, result: Result) -> None:
        form, put, promise = self._form, self._plane.put, result.value("promise")
        step = COARSE if self._top >= LONG else NOTCH
        notches = [float(hours) for hours in range(step, int(self._top) + 1, step)]
        self._grid.set_segments(
            [[(form.left, self._y(hours)), (self._right, self._y(hours))] for hours in notches]
        )
        at = self._y(promise)
        edge = form.left - 8
        word, figure = self._promised
        put(figure, written(result["promise"]), edge, at)
        beside = at - ROW if at - ROW > form.top else at + ROW
        put(word, _("promise") if form.column else "", edge, beside)
        taken = [at, *([beside] if form.column else [])]
        for text in self._ticks:
            put(text, "")
        for text, hours in zip(self._ticks, notches, strict=False):
            y = self._y(hours)
            if all(abs(y - other) > ROW for other in taken):
                put(text, _("{number} h").format(number=locale.number(hours)), edge, y)
        ends = [[(form.left, form.base), (self._right, form.base)]]
        notched = (self._x(hour) for hour in range(0, int(WEEK), int(DAY)))
        self._floor.set_segments([*ends, *([(x, form.base), (x, form.base + 6)] for x in notched)])
        self._promise.set_segments([[(form.left - 4, at), (self._right, at)]])

    def _put_teeth(self, result: Result) -> None:
        """Teeth up to the promise in blue, what rises above it in red, uncounted hours grey."""
        promise = result.value("promise")
        below, above = [], []
        for one in whole(result.facts["promised"]):
            below.append([*self._edge(one, promise), *self._foot(one)])
            if one.longest > promise:
                above.append([*self._edge(one, self._top), *reversed(self._edge(one, promise))])
        self._teeth.set_verts(below)
        self._late.set_verts(above)
        teeth = palette.SHARED if self._quiet(result) else palette.PEOPLE
        self._teeth.set_facecolors(teeth)
        self._late.set_facecolors(teeth if self._quiet(result) else palette.MISSING)
        week = whole(result.facts["week"]) if result.facts["states_hours"] else []
        self._closed.set_verts([[*self._edge(one, self._top), *self._foot(one)] for one in week])
        self._put_empty(result)
        self._put_red(result)

    def _put_empty(self, result: Result) -> None:
        """A sentence where nobody looks, clear of the line of the promise."""
        form, size = self._form, self._form.claim
        tries = (_("nobody looks: who writes waits for ever"), _("nobody looks"))
        room = self._right - form.left - 8
        said = next((one for one in tries if wide(one, size, bold=True) <= room), tries[-1])
        y = (form.top + form.base) / 2
        if abs(self._y(result.value("promise")) - y) < size + 4:
            y = form.top + 1.2 * size
        said = "" if result.facts["week"] else said
        self._plane.put(self._empty, said, (form.left + self._right) / 2, y, size=size)

    @staticmethod
    def _quiet(result: Result) -> bool:
        """Whether the teeth tell nobody's wait: no time to answer, or a pile."""
        return result.facts["overloaded"]

    def _edge(self, one: Stretch, most: float) -> list[Point]:
        """The upper edge of a stretch, where it is no higher than ``most``."""
        points = [(self._x(one.start), self._y(min(one.longest, most)))]
        if one.longest > most > one.shortest:
            points.append((self._x(one.start + one.longest - most), self._y(most)))
        return [*points, (self._x(one.end), self._y(min(one.shortest, most)))]

    def _foot(self, one: Stretch) -> list[Point]:
        return [(self._x(one.end), self._form.base), (self._x(one.start), self._form.base)]

    def _tallest(self, week: Sequence[Stretch], first: float, last: float) -> float:
        """The longest wait between two hours of the week."""
        found = [0.0]
        for one in week:
            if one.start < last and one.end > first:
                since = max(first - one.start, 0) if one.longest > one.shortest else 0
                found.append(one.longest - since)
        return max(found)

    def _put_red(self, result: Result) -> None:
        """What the red says, in the largest part of it, if it has room there."""
        put, form, promise = self._plane.put, self._form, result.value("promise")
        put(self._red, "")
        late = [one for one in whole(result.facts["promised"]) if one.longest > promise]
        if not late or self._quiet(result):
            return
        tallest = max(late, key=lambda one: one.longest)
        said, size = self.of_tooth(result), form.word
        middle = self._y(promise) - 8 - size / 2
        hours = (form.base - middle + size) / (form.base - form.top) * self._top
        room = self._x(tallest.longest - hours) - self._x(0) - 18
        until = self._x(tallest.end) - self._x(tallest.start) - 12
        if middle - size > form.top and wide(said, size, bold=True) <= min(room, until):
            put(self._red, said, self._x(tallest.start) + 9, middle)

    def _put_evening(self, result: Result) -> None:
        """The ring at Friday evening, and how long who writes then has to wait."""
        form, put = self._form, self._plane.put
        for marks in (self._ring, self._leader):
            marks.set_verts([]) if marks is self._ring else marks.set_segments([])
        put(self._evening, "")
        self._said = self._right, math.inf
        if not result.facts["week"] or self._quiet(result):
            return
        x, y = self._x(FRIDAY_EVENING), self._y(result.value("evening"))
        self._ring.set_verts([disc(x, y, DOT)])
        said = self.ringed(result, short=not form.column)
        width = wide(said, form.word, bold=True)
        left, top = self._place(result, width, x, y)
        put(self._evening, said, left, top)
        self._said = left, top
        if top < y - form.word - DOT:
            foot = min(max(x, left + 6), left + width - 6)
            self._leader.set_segments([[(x, y - DOT), (foot, top + form.word * 0.65)]])

    def _place(self, result: Result, width: float, x: float, y: float) -> tuple[float, float]:
        """Where words of this width stand clear of all teeth and of the promise, near the ring."""
        form, week = self._form, result.facts["week"]
        half = 0.62 * form.word
        promise = self._y(result.value("promise"))
        per_hour = (self._right - form.left) / WEEK
        found = []
        for left in (x + DOT + 8, x - width / 2, x - width - DOT - 8):
            left = min(max(left, form.left + 4), self._right - width)
            first, last = ((edge - form.left) / per_hour for edge in (left - 6, left + width + 6))
            top = min(y, self._y(self._tallest(week, first, last)) - half - 4)
            if left < x + DOT + 4 and left + width > x - DOT - 4:
                top = min(top, y - DOT - half - 4)
            if abs(top - promise) < half + 4:
                top = promise - half - 5
            found.append((abs(y - top) + 0.2 * abs(left + width / 2 - x), left, top))
        _distance, left, top = min(found)
        return left, max(top, form.top - half - 2)

    # The strip ---------------------------------------------------------------------------

    def _put_strip(self, result: Result) -> None:
        form = self._form
        parts = strip_of(result, self._pale, self._plane.colours["grid"])
        top, bottom = form.strip, form.strip + STRIP
        self._strip.set_verts([box(self._x(a), top, self._x(b), bottom) for a, b, _c in parts])
        self._strip.set_facecolors([colour for _a, _b, colour in parts] or ["none"])
        late = [(a, b) for a, b, c in parts if c == palette.MISSING]
        seen = [(a, b) for a, b, c in parts if c == self._pale]
        ink, full = self._plane.colours["ink"], full_hours(result, seen)
        self._say(self._strips[0], late, self.of_strip(result, late=True), "#ffffff")
        self._say(self._strips[1], seen, self.of_strip(result, late=False, less=full > 0), ink)
        self._put_full(result, full)

    def _put_full(self, result: Result, hours: float) -> None:
        """What full looks break: a bar below the right end of the strip, of no hour of the week."""
        middle, start = self._form.strip + FULL_BELOW, self._right - self._x(hours) + self._x(0)
        edges = (middle - FULL / 2, middle + FULL / 2)
        self._unanswered.set_verts([box(start, edges[0], self._right, edges[1])] if hours else [])
        self._plane.put(self._of_full, "")
        if not hours:
            return
        tries, room = self.of_full(result), start - 10 - self._form.left
        said = next((one for one in tries if wide(one, bold=True) <= room), "")
        # A bar that leaves no room beside it has room within.
        end = start - 10 if said else self._right - 8
        self._plane.put(self._of_full, said or tries[-1], end, middle)

    def _say(self, text: Text, spans: list[Span], tries: Sequence[str], ink: str) -> str:
        """The longest of the words that fit into the widest span of a kind, said there."""
        self._plane.put(text, "")
        if not spans:
            return ""
        start, end = (self._x(hour) for hour in max(spans, key=lambda one: one[1] - one[0]))
        room = end - start - 14
        said = next((one for one in tries if wide(one, bold=True) <= room), "")
        middle = self._form.strip + STRIP / 2
        self._plane.put(text, said, (start + end) / 2, middle, color=ink)
        return said
