"""Names of the three areas: in them where there is room, or beside them with a leader."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from matplotlib.text import Text

from helpers.models.search import ARTICLES, MONTHS, POSTS, SEARCH
from helpers.views.bars import WHITE
from helpers.views.hump_ruler import HumpRuler
from helpers.views.plane import CLEAR, Point, lined_up, wide
from helpers.words.locale import _

ROOM = 26
"""An area that is lower has no room for its name."""
ABOVE = 5
"""Between an area and the name over it."""
NEAR = 16
"""A name that stands farther from its area needs a leader."""
HIGH = 0.2
"""Part of an area's height below which a name beside it would stand over next to nothing."""
STEPS = 24
"""Places at which a leader is held against the hump."""
TIMES = 16
"""From the end of the areas to the middle of the words of time."""


class Box(NamedTuple):
    """Where something stands, in CSS pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two boxes cover each other, or stand so near that they are read as one."""
        apart = max(self.left - other.right, other.left - self.right)
        return apart < CLEAR and max(self.top - other.bottom, other.top - self.bottom) < ABOVE

    def nearest(self, other: "Box") -> tuple[Point, Point]:
        """The points of the two boxes that are nearest to each other."""
        x = _between(self.left, self.right, other.left, other.right)
        y = _between(self.top, self.bottom, other.top, other.bottom)
        return (x[0], y[0]), (x[1], y[1])


def _between(low: float, high: float, other_low: float, other_high: float) -> tuple[float, float]:
    """The nearest places of two stretches; the middle of what they share."""
    if high < other_low:
        return high, other_low
    if other_high < low:
        return low, other_high
    middle = (max(low, other_low) + min(high, other_high)) / 2
    return middle, middle


class HumpNames(HumpRuler):
    """Every area has its name, however thin it is; who draws the areas says where they stand."""

    _base: float
    _pixels: float
    _ceiling: float
    """Where the highest place of the areas lies."""
    _said_height: float
    """Where the words for that place begin."""
    _times: Sequence[Text]
    _end: str
    """What ends with the last article: the money, or the ads, where some money is left."""
    _floor_end: float
    """Where the areas end; the words of time stand below."""

    def _build_names(self) -> None:
        drawn, word = self._plane, self._shape.word
        self._names = {
            way: drawn.moving_text(word, weight="bold") for way in (ARTICLES, SEARCH, POSTS)
        }
        self._named = drawn.lines(drawn.colours["ink"], 1.2, zorder=5)

    def _x(self, month: float) -> float:
        return self._left + month * (self._right - self._left) / MONTHS

    @staticmethod
    def _names_of() -> Mapping[str, str]:
        return {ARTICLES: _("articles"), SEARCH: _("search ads"), POSTS: _("posts")}

    def _name_areas(self, lines: Mapping[str, Sequence[float]], wanted: Sequence[float]) -> None:
        """The names of the areas, and the words of time; ``wanted`` is where their ticks are."""
        for text in self._names.values():
            self._plane.put(text, "")
        taken = list(self._inside(lines))
        leaders = []
        for way in (ARTICLES, SEARCH):
            if any(lines[way]) and not self._names[way].get_text():
                leaders += self._outside(way, lines, taken)
        if any(lines[POSTS]):
            x = min(self._left + CLEAR / 2, (self._left + min(wanted)) / 2)
            leaders.append([(x, self._base), (x, self._floor_end + 6)])
        self._named.set_segments(leaders)
        self._say_times(wanted, any(lines[POSTS]))

    # Block and hump ------------------------------------------------------------------------

    def _inside(self, lines: Mapping[str, Sequence[float]]) -> Iterator[Box]:
        """Names that have room in their areas; where they stand."""
        form, names, put = self._shape, self._names_of(), self._plane.put
        hump, block = lines[ARTICLES], lines[SEARCH]
        room = wide(names[ARTICLES], form.word, True) + 2 * CLEAR
        ends = self._x(sum(visits > 0 for visits in block))  # left of it the hump lies on the block
        clear = [x for x in self._places(room) if x >= ends]
        best = max(clear, key=lambda x: self._height(hump, x, x + room, min), default=self._right)
        high = self._height(hump, best, best + room, min) if clear else 0.0
        if high >= ROOM:
            y = self._base - high / 2
            said = names[ARTICLES]
            put(self._names[ARTICLES], said, best + room / 2, y, ha="center", color=WHITE)
            yield Box(best, y - form.word / 2, best + room, y + form.word / 2)
        room = wide(names[SEARCH], form.word, True) + 1.5 * CLEAR
        tall = max(block) * self._pixels
        free = room <= self._x(sum(v > 0 for v in block)) - self._left
        covered = self._height(hump, self._left, self._left + room)
        if tall >= ROOM and free and covered < tall - 12 - form.word:
            y = self._base - tall + 6 + form.word / 2
            x = self._left + CLEAR
            put(self._names[SEARCH], names[SEARCH], x, y, ha="left", color=WHITE)
            yield Box(self._left, y - form.word / 2, self._left + room, y + form.word / 2)

    def _outside(
        self, way: str, lines: Mapping[str, Sequence[float]], taken: list[Box]
    ) -> list[list[Point]]:
        """Puts a name as near to its area as it can stand clear of all; its leader, if any."""
        said = self._names_of()[way]
        columns = list(self._columns(way, lines))
        found = []
        for label in self._free(wide(said, self._shape.word, True), lines):
            if not any(label.meets(other) for other in taken):
                pairs = [label.nearest(column) for column in columns]
                apart, leader = min((math.dist(*pair), pair) for pair in pairs)
                # Beside the block its name stands high, clear of that of the hump.
                high = label.top if way == SEARCH else -label.top
                found.append(
                    (self._crosses(leader, lines, taken), round(apart), high, leader, label)
                )
        if not found:
            return []
        _crosses, apart, _high, leader, label = min(found)
        taken.append(label)
        middle, ink = (label.top + label.bottom) / 2, self._plane.colours["ink"]
        x = (label.left + label.right) / 2
        self._plane.put(self._names[way], said, x, middle, ha="center", color=ink)
        return [list(leader)] if apart > NEAR or label.bottom < self._ceiling else []

    def _crosses(
        self,
        leader: tuple[Point, Point],
        lines: Mapping[str, Sequence[float]],
        taken: Sequence[Box],
    ) -> bool:
        """Whether a leader would go through the hump or another name on its way."""
        (x, y), (end, last) = leader
        for step in (step / STEPS for step in range(1, STEPS)):
            at, high = x + step * (end - x), y + step * (last - y)
            if self._base - self._height(lines[ARTICLES], at, at) < high - 1:
                return True
            if any(Box(at, high, at, high).meets(other) for other in taken):
                return True
        return False

    def _columns(self, way: str, lines: Mapping[str, Sequence[float]]) -> Iterator[Box]:
        """What is seen of an area where it is high; the hump lies over the block."""
        least = HIGH * max(lines[way])
        for month, visits in enumerate(lines[way]):
            over = lines[ARTICLES][month] if way == SEARCH else 0.0
            if visits > over and visits >= least:
                top, bottom = (self._base - high * self._pixels for high in (visits, over))
                yield Box(self._x(month), top, self._x(month + 1), bottom)

    def _free(self, room: float, lines: Mapping[str, Sequence[float]]) -> Iterator[Box]:
        """Where a name of this width stands clear above both areas."""
        high = 1.2 * self._shape.word
        for left in self._places(room + 2 * CLEAR):
            right = left + room + 2 * CLEAR
            level = max(self._height(lines[way], left, right) for way in (ARTICLES, SEARCH))
            bottom = self._base - level - ABOVE
            while bottom - high > self._ceiling + 2:
                yield Box(left + CLEAR, bottom - high, right - CLEAR, bottom)
                bottom -= high / 2
            if right < self._said_height:  # over the line of the highest place, beside its words
                yield Box(left + CLEAR, self._ceiling - 3 - high, right - CLEAR, self._ceiling - 3)

    def _places(self, room: float) -> Iterator[float]:
        """Where a name of this width could begin."""
        for month in range(MONTHS):
            if self._x(month) + room <= self._right:
                yield self._x(month)

    def _height(self, months: Sequence[float], left: float, right: float, pick=max) -> float:
        """The largest (or smallest) height in pixels that an area has between two places."""
        per = (self._right - self._left) / MONTHS
        first = max(int((left - self._left) / per), 0)
        last = min(int((right - self._left) / per), MONTHS - 1)
        return pick(months[first : last + 1]) * self._pixels

    # The line of time ----------------------------------------------------------------------

    def _say_times(self, wanted: Sequence[float], posts: bool) -> None:
        """When the money ends, and the years, beside the name of the posts.

        The posts hang from the line, so that their name stands below it, at its beginning.
        """
        said, texts = [self._end, _("2 years"), _("3 years")], [*self._times]
        widths, places = [wide(one) for one in said], [*wanted]
        if posts:
            name = self._names_of()[POSTS]
            said.insert(0, name)
            texts.insert(0, self._names[POSTS])
            widths.insert(0, wide(name, self._shape.word, True))
            places.insert(0, self._left + widths[0] / 2)
        at = lined_up(places, widths, self._left, self._right)
        for text, one, x in zip(texts, said, at, strict=True):
            self._plane.put(text, one, x, self._floor_end + TIMES, ha="center")
