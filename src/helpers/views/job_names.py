"""What stands in the picture of job and help: the crossing with its number, and the two sides."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.text import Text

from helpers.models.result import Result
from helpers.views.job_words import is_disputed, is_help
from helpers.views.plane import CLEAR, Plane, Point, box, wide
from helpers.views.room import Room
from helpers.views.scale import circle
from helpers.views.words import bare
from helpers.words.locale import _

RING, DOT = 8, 6
"""Radius of the place where the lines cross, and of the present group."""
SWATCH = 16, 14
"""How wide and how high a piece of a colour is beside what it means."""
BESIDE = 8
"""Between a word, or a piece of a colour, and what stands with it."""


def crossing(result: Result) -> float:
    """Hours where the lines cross."""
    curve = result.facts["curve"]
    return float(np.interp(result.value("turns_exactly"), curve.x, curve.lines["takes"]))


def sides(result: Result) -> tuple[str, str]:
    """What the red and the green area are; with a question mark where most say the other."""
    ours, theirs = _("we give more"), _("members give more")
    if is_disputed(result):
        if is_help(result):
            return ours, _("members give more?")
        return _("we give more?"), theirs
    return ours, theirs


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
    _swatches: PolyCollection
    _sides: Sequence[Text]

    _small: Text

    def _x(self, members: float) -> float:
        """Where so many members are."""
        raise NotImplementedError

    def _y(self, hours: float) -> float:
        """Where so many hours are."""
        raise NotImplementedError

    def _before(self, result: Result) -> list[Sequence[Point]]:
        """The small group that a worked example begins with: its dots, and its members below."""
        self._small.set_text("")
        if "small_group_members" not in result:
            return []
        x = self._x(result.value("small_group_members"))
        if self._shape.column:  # else the axis begins with its name there
            said = bare(result["small_group_members"])
            self._plane.put(self._small, said, x, self._floor + 15, ha="center")
        hours = (result.value(f"small_{key}") for key in ("moderation", "given"))
        return [circle(x, self._y(value), DOT - 1) for value in hours]

    def _name(
        self, result: Result, lines: Sequence[list[Point]], here: float, ring: Point | None
    ) -> None:
        """The number at the crossing, where no line and no mark is; all else has a fixed place."""
        self._turn.set_text("")
        self._leader.set_segments([])
        if not ring:
            return
        room = Room(self._plane.axes)
        high = self._plane.height
        upright = np.array([(here, high - self._floor), (here, high - self._top)])
        drawn = [room.pixels(*zip(*points, strict=True)) for points in lines]
        for shift in (-2, 0, 2):
            for line in drawn:
                room.line(line + np.array([0, shift]))
            room.line(upright + np.array([shift, 0]))
        # Nothing is placed beyond the plot.
        room.keep(-200, -50, self._left + 3, high + 50)
        room.keep(self._right + 1, -50, self._right + 200, high + 50)
        room.keep(-200, high - self._top, self._right + 200, high + 50)
        room.keep(-200, -50, self._right + 200, high - self._floor + 3)
        for y in (result.value("moderation"), result.value("given")):
            at = high - self._y(y)
            room.keep(here - DOT - 2, at - DOT - 2, here + DOT + 2, at + DOT + 2)
        point = np.array([ring[0], high - ring[1]])
        room.keep(*(point - RING - 2), *(point + RING + 2))
        said = _("turns at about {number}") if self._plane.width > 400 else _("about {number}")
        self._turn.set_text(said.format(number=bare(result["turns"])))
        near = room.around(self._turn, point, RING + 3)
        self._lead(ring, (near[0], high - near[1]), here)

    def _lead(self, ring: Point, word: Point, here: float) -> None:
        """A thin line from the ring to its word, where the present group's line parts the two."""
        if min(ring[0], word[0]) < here < max(ring[0], word[0]):
            way = np.subtract(word, ring)
            start = ring + way * RING / np.hypot(*way)
            self._leader.set_segments([[tuple(start), word]])

    def _key_to(self, result: Result, y: float) -> None:
        """What red and green mean, always in one place: pieces of the colours beside the words."""
        x, pieces = self._shape.margin, []
        broad, tall = SWATCH
        for text, said in zip(self._sides, sides(result), strict=True):
            pieces.append(box(x, y - tall / 2, x + broad, y + tall / 2))
            self._plane.put(text, said, x + broad + BESIDE, y)
            # A question mark moves nothing.
            x += broad + BESIDE + wide(f"{said.removesuffix('?')}?") + CLEAR
        self._swatches.set_verts(pieces)
