"""Teeth, strip, dots and layouts of the picture of a week."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.colors import to_hex, to_rgb

from helpers.models.looks import DAY, WEEK, WEEKDAYS, Stretch
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.plane import Point

Span = tuple[float, float]
"""Hours of the week, from one to another."""

PALE = 0.36
"""How much of a colour is left where it stands for promises that are kept."""
TOPS = (72, 96, 120, 144, 168)
"""Hours at which the axis may end: the same for most weeks, so that presets can be compared."""
NOTCH, COARSE, LONG = 24, 48, 120
"""Hours from one line of the axis to the next; the coarser from ``LONG`` hours on."""
CORNERS = 28
"""Of the polygon that stands for a round dot."""
RADIUS = 17
"""Of the largest dot of minutes."""
DOT = 7
"""Radius of the ring on the tooth."""
TUESDAY = DAY + 14
"""Where the one block of reputation stands; any hour would do."""


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels.

    Teeth stand between ``left`` and the margin, ``top`` and ``base``; ``strip`` is where the
    strip of kept and broken promises begins, with the bar of full looks below it; ``care`` and
    ``once`` are the middles of the rows of dots, ``hour`` that of the words above the strip. In a
    ``column`` at the left, rows are named; without one their names stand above.
    """

    height: int
    margin: float
    left: float
    top: float
    base: float
    strip: float
    care: float
    once: float
    claim: float
    word: float
    hour: float = 0
    column: bool = True


FORMS = {
    340: Form(536, 14, 56, 126, 306, 360, 456, 510, 17, 15, column=False),
    540: Form(414, 16, 116, 66, 208, 268, 342, 392, 17, 16, 250),
    660: Form(464, 20, 124, 78, 252, 314, 388, 438, 19, 16, 296),
    900: Form(458, 24, 138, 72, 246, 308, 382, 432, 22, 17, 290),
}
BAR, BELOW = 24, 77
"""Height of the bar of the wait; from its sum to what comes next, where it lies below."""
DAYS_BELOW, STRIP, ROW = 17, 32, 19
"""From the base to the middle of the names of days; height of the strip; two lines of a row."""
FULL, FULL_BELOW = 14, 46
"""Height of the bar of what full looks break; from the top of the strip to its middle."""


def whole(week: Sequence[Stretch]) -> list[Stretch]:
    """Stretches of a week, with those joined that are one edge of a tooth."""
    found: list[Stretch] = []
    for one in week:
        last = found[-1] if found else None
        falls = one.longest > one.shortest
        if last and falls and last.longest > last.shortest == one.longest:
            found[-1] = Stretch(last.start, one.end, last.longest, one.shortest)
        else:
            found.append(one)
    return found


def disc(x: float, y: float, radius: float) -> list[Point]:
    """A round dot, as a polygon."""
    turns = (2 * math.pi * corner / CORNERS for corner in range(CORNERS))
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def mixed(colour: str, ground: str) -> str:
    """A colour thinned with the ground."""
    pairs = zip(to_rgb(colour), to_rgb(ground), strict=True)
    return to_hex([PALE * one + (1 - PALE) * other for one, other in pairs])


def strip_of(result: Result, pale: str, grey: str) -> list[tuple[float, float, str]]:
    """Parts of the week in which who writes is seen in time, too late, or not there."""
    parts: list[tuple[float, float, str]] = []
    for start, end, colour in _parts(result, pale, grey):
        if parts and parts[-1][2] == colour and abs(parts[-1][1] - start) < 1e-9:
            parts[-1] = parts[-1][0], end, colour
        else:
            parts.append((start, end, colour))
    return parts


def _parts(result: Result, pale: str, grey: str) -> Iterator[tuple[float, float, str]]:
    promise = result.value("promise")
    if result.facts["idle"] or result.facts["overloaded"]:
        yield 0.0, WEEK, palette.MISSING
        return
    for one in result.facts["promised"]:
        if one.start >= WEEKDAYS and not result.facts["weekend"]:
            yield one.start, one.end, grey
            continue
        kept = one.within(promise)
        if kept < one.length:
            yield one.start, one.end - kept, palette.MISSING
        if kept > 0:
            yield one.end - kept, one.end, pale


def full_hours(result: Result, seen: Sequence[Span]) -> float:
    """As many hours of the week as what full looks break is long, of the spans seen in time.

    Which hours a full look leaves over is chance: they have a length, and no place in the week.
    """
    if not result.value("messages") or "lost_to_full_looks" not in result:
        return 0.0
    full, in_time = result.value("lost_to_full_looks"), round(result.value("in_time"), 2)
    return sum(end - start for start, end in seen) * full / ((full + in_time) or 1.0)
