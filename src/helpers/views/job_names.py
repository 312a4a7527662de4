"""Where the words of job and help stand: beside what they name, clear of lines and each other."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.text import Text

from helpers.models.result import Result
from helpers.views.job_words import is_disputed, is_help
from helpers.views.plane import Plane, Point
from helpers.views.room import ON_A_MARK, Room, dense
from helpers.views.words import bare
from helpers.words.locale import _

RING, DOT = 8, 6
"""Radius of the place where the lines cross, and of the present group."""
ABOVE = 9, 22
"""Between a line and a word above it."""
SIDES = 0, 0.5, 1
"""Share of a word that is left of its place."""
LATE = 0.6
"""Share of the plot from which on a crossing leaves little room for a name behind it."""
APART = 16
"""Between the word of an area and the name of a line."""
CLOSE = 2
"""Between two points of a line from which it is told how far a name is."""
STARTS = (-30, -4)
"""Beside which points of the two lines their names stand best."""


def crossing(result: Result) -> float:
    """Hours where the lines cross."""
    curve = result.facts["curve"]
    return float(np.interp(result.value("turns_exactly"), curve.x, curve.lines["takes"]))


class JobNames:
    """The words in the plot of ``JobView``, which says where the plot is."""

    _plane: Plane
    _shape: Any
    _left: float
    _right: float
    _top: float
    _floor: float
    _turn: Text
    _leader: LineCollection
    _names: Sequence[Text]
    _areas: Sequence[Text]

    def _y(self, hours: float) -> float:
        """Where so many hours are."""
        raise NotImplementedError

    def _name(
        self,
        result: Result,
        shown: Sequence[list[Point]],
        between: Sequence[list[Point]],
        here: float,
        ring: Point | None,
    ) -> None:
        """Words in the plot, where no line and no other word is.

        ``shown`` is what is seen of the two lines, ``between`` them is room for words.
        """
        self._areas[0].set_text("")
        self._areas[1].set_text("")
        room = Room(self._plane.axes)
        lines = [room.pixels(*zip(*points, strict=True)) for points in shown]
        for line in lines:
            for shift in (-2, 0, 2):
                room.line(line + np.array([0, shift]))
        high = self._plane.height
        upright = np.array([(here, high - self._floor), (here, high - self._top)])
        for shift in (-2, 0, 2):
            room.line(upright + np.array([shift, 0]))
        # Nothing is placed beyond the plot.
        room.keep(-200, -50, self._left + 3, high + 50)
        room.keep(self._right + 1, -50, self._right + 200, high + 50)
        room.keep(-200, high - self._top, self._right + 200, high + 50)
        room.keep(-200, -50, self._right + 200, high - self._floor + 3)
        for y in (result.value("moderation"), result.value("given")):
            at = high - self._y(y)
            room.keep(here - DOT - 2, at - DOT - 2, here + DOT + 2, at + DOT + 2)
        self._turn.set_text("")
        self._leader.set_segments([])
        if ring:
            point = np.array([ring[0], high - ring[1]])
            room.keep(*(point - RING - 2), *(point + RING + 2))
            said = _("turns at about {number}") if self._plane.width > 400 else _("about {number}")
            self._turn.set_text(said.format(number=bare(result["turns"])))
            near = room.around(self._turn, point, RING + 3)
            self._lead(ring, (near[0], high - near[1]), here)
        for text, said, first in zip(
            self._areas, self._of_areas(result), (True, False), strict=True
        ):
            text.set_text(said)
            self._within(room, text, *between, first)
            if text.get_text():  # so that a name of a line does not read on into it
                least, most = self._box(text, room)
                room.keep(*(least - APART), *(most + APART))
        # The names of lines stand beyond it; where members give more, theirs may stand in it.
        for one, other in zip(*between, strict=True):
            if other[1] <= one[1]:
                continue
            half = (self._right - self._left) / len(between[0]) / 2
            low, top = sorted((high - one[1], high - other[1]))
            room.keep(one[0] - half, low, one[0] + half, top)
        late = ring and ring[0] > self._left + LATE * (self._right - self._left)
        starts = (len(lines[0]) // 3, STARTS[1]) if late else STARTS
        names = (_("it takes from us"), _("members give"))
        for text, said, line, start in zip(self._names, names, lines, starts, strict=True):
            text.set_text("")
            if self._shape.column and len(set(line[:, 1])) > 1:
                text.set_text(said)
                before = room.cost
                room.along(text, line, start)
                # The readout has its colour and its word.
                if room.cost - before > ON_A_MARK or self._strays(text, room, line, lines):
                    text.set_text("")

    def _lead(self, ring: Point, word: Point, here: float) -> None:
        """A thin line from the ring to its word, where the present group's line parts the two."""
        if min(ring[0], word[0]) < here < max(ring[0], word[0]):
            way = np.subtract(word, ring)
            start = ring + way * RING / np.hypot(*way)
            self._leader.set_segments([[tuple(start), word]])

    @staticmethod
    def _box(text: Text, room: Room) -> tuple[np.ndarray, np.ndarray]:
        """The lower left and the upper right corner of a word that is placed."""
        low = np.array(text.get_position()) * (room.width, room.height)
        return low, low + room.size(text)

    @staticmethod
    def _strays(text: Text, room: Room, own: np.ndarray, lines: Sequence[np.ndarray]) -> bool:
        """Whether a name stands nearer to another line than to its own."""
        low, high = JobNames._box(text, room)

        def far(line: np.ndarray) -> float:
            points = dense(line, CLOSE)
            return float(np.hypot(*(points - np.clip(points, low, high)).T).min())

        return any(far(line) < far(own) for line in lines if line is not own)

    @staticmethod
    def _of_areas(result: Result) -> tuple[str, str]:
        """What the red and the green area are; with a question mark where most say the other."""
        job, help_ = _("our job"), _("a help")
        if is_disputed(result):
            return (job, _("a help?")) if is_help(result) else (_("our job?"), help_)
        return job, help_

    def _within(
        self, room: Room, text, takes: list[Point], gives: list[Point], first: bool
    ) -> None:
        """Put a word into the area between the lines; where it has no room it is not said."""
        size = room.size(text)
        spots, costs = [], []
        for one, other in zip(takes, gives, strict=True):
            tall = other[1] - one[1] if first else one[1] - other[1]
            if tall < size[1] + 10:
                continue
            middle = self._plane.height - (one[1] + other[1]) / 2
            spots.append((one[0] - size[0] / 2, middle - size[1] / 2))
            costs.append(-tall)
        if first:  # where the area is too flat for it, the word stands on top
            for (x, y), (_x, below) in zip(takes, gives, strict=True):
                for part, row in product(SIDES, ABOVE) if y < below else ():
                    spots.append((x - part * size[0], self._plane.height - y + row))
                    costs.append(row)
        before = room.cost
        if spots:
            room.place(text, np.array(spots), np.array(costs))
        if not spots or room.cost - before > 100:
            text.set_text("")
