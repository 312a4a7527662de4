"""Boxes of words: rows that fit their room, and labels that make way for each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from helpers.views import plane
from helpers.views.plane import Point, box

APART = 9
"""Between two lines of a box, and between boxes."""
ROWS = 2
"""Rows that a line and its proof may take each."""


@dataclass(frozen=True)
class Row:
    """One row of words: where its middle stands, how it looks."""

    said: str
    y: float
    size: float
    bold: bool
    colour: str
    at_right: bool = False


@dataclass(frozen=True)
class Box:
    """A box with its edges, its rows of words, and the middle of each of its lines by place."""

    left: float
    top: float
    right: float
    bottom: float
    rows: tuple[Row, ...]
    middles: Mapping[int, float]


def frame(one: Box) -> list[Point]:
    """A line around a box."""
    return [*box(one.left, one.top, one.right, one.bottom), (one.left, one.top)]


def in_rows(said: str, room: float, size: float, bold: bool = False, most: int = ROWS) -> list[str]:
    """A text in so many rows at most; what does not fit is cut, and the table's words hold it."""
    rows = plane.wrapped(said, room, size, bold)
    if len(rows) <= most:
        return rows
    rest = said[len(" ".join(rows[: most - 1])) :].strip()
    return [*rows[: most - 1], plane.shortened(rest, room, size, bold)]


def spread(labels: Sequence[Box], wanted: Sequence[float], low: float, high: float) -> list[Box]:
    """The labels with their middles where they are wanted, none over another, all inside."""
    order = sorted(range(len(labels)), key=lambda place: (wanted[place], place))
    tall = [labels[place].bottom - labels[place].top for place in order]
    tops = [
        min(max(wanted[place] - size / 2, low), max(high - size, low))
        for place, size in zip(order, tall, strict=True)
    ]
    for one, two in pairwise(range(len(order))):
        over = tops[one] + tall[one] + APART - tops[two]
        if over > 0:
            tops[one] = max(tops[one] - over / 2, low)
            tops[two] = tops[one] + tall[one] + APART
    if tops and (over := tops[-1] + tall[-1] - high) > 0:
        up = min(over, tops[0] - low)  # what has no room below makes the picture higher
        tops = [top - up for top in tops]
    found = list(labels)
    for place, top in zip(order, tops, strict=True):
        found[place] = _moved(labels[place], top - labels[place].top)
    return found


def _moved(one: Box, by: float) -> Box:
    rows = tuple(replace(row, y=row.y + by) for row in one.rows)
    return Box(one.left, one.top + by, one.right, one.bottom + by, rows, one.middles)
