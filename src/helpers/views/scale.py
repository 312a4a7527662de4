"""Scales of pictures drawn by hand: where an axis ends, its numbers, round marks."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from helpers.views.plane import Point

STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
"""Ends of the upright axis, times a power of ten."""
HEAD = 15, 8
"""Length of the head of an arrow, and half its width."""
TICKS = (1, 2, 5)
"""From one number on an axis to the next, times a power of ten."""


def ceiling(value: float) -> float:
    """The end of an axis that holds a value: it moves in steps."""
    power = 10 ** math.floor(math.log10(max(value, 0.1)))
    return next(step * power for step in STEPS if step * power >= value * (1 - 1e-9))


def ticks(end: float, most: int) -> list[float]:
    """Round numbers from nought to the end of an axis, as many as there is room for."""
    power = 10.0 ** (math.floor(math.log10(end)) - 1)
    steps = (step * power * scale for scale in (1, 10) for step in TICKS)
    step = next(step for step in steps if end / step <= most)
    return [step * n for n in range(int(end / step + 1e-9) + 1)]


def reaching(points: Sequence[Point], top: float) -> list[Point]:
    """A line, y downwards, with a point of its own wherever it passes the top of the plot."""
    found = list(points[:1])
    for (x, y), (further, there) in pairwise(points):
        if (y < top) != (there < top):
            found.append((x + (further - x) * (top - y) / (there - y), top))
        found.append((further, there))
    return found


def held(points: Sequence[Point], top: float) -> list[Point]:
    """What is beyond the top of the plot, at the top."""
    return [(x, max(y, top)) for x, y in points]


def arrow_head(line: Sequence[Point]) -> list[Point]:
    """The head of an arrow where a line goes on beyond the top of the plot."""
    (x, y), (end, top) = line[-2:]
    far = math.hypot(end - x, top - y) or 1.0
    right, down = (end - x) / far, (top - y) / far
    back, side = HEAD
    foot = (end - back * right, top - back * down)
    return [(end, top), *((foot[0] + s * down, foot[1] - s * right) for s in (-side, side))]


def circle(x: float, y: float, radius: float) -> list[Point]:
    """The corners of a round mark."""
    around = np.linspace(0, 2 * math.pi, 33)
    return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in around]
