"""Sensitivity: what an answer would be if one assumption without a source had another value.

One assumption at a time, from the low to the high end of its own range (a tornado's bars);
what two of them do together is not asked.
"""

import math
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from helpers.data.tables import Assumption, Tables
from helpers.models.result import Quantity

OF_ONE = {"share", "fine share", "fraction", "score", "score change", "tenths", "fine tenths"}
"""Units that run from 0 to 1, or are differences of such."""
SAME = 9
"""Decimals of a relative change beyond which two are the same."""
LEAST_OF_ONE = 0.1
"""What a change of such a figure is measured against at least: a tenth of its scale."""

ALONE = 6
"""Rows of a group that are tried one by one."""


def unsourced(tables: Tables, read: Set[str]) -> Iterator[Assumption]:
    """The rows among those read that no evidence backs and that have a range."""
    for key, row in tables.assumptions.items():
        values = vars(row)  # asking for the range is no reading of a figure
        guessed = row.basis == "teaching assumption" and not row.evidence
        if guessed and values["low"] < values["high"] and f"assumption:{key}" in read:
            yield row


def supposed(tables: Tables, *known: tuple[str, float]) -> Tables:
    """The tables if assumptions were known for certain to have these values."""
    rows = {
        key: replace(tables.assumptions[key], low=value, default=value, high=value)
        for key, value in known
    }
    return replace(tables, assumptions=MappingProxyType({**tables.assumptions, **rows}))


def moving(
    rows: Sequence[Assumption], moves: Callable[[Sequence[tuple[str, float]]], bool]
) -> Iterator[Assumption | None]:
    """The rows that move an answer at the low or at the high end of their range, each alone.

    Tried in groups, half of a group that moves it after the other (Dorfman 1943): most rows move
    nothing, and a group of such is one trial. In a small group each is tried alone, since rows of
    one model may undo each other; two in larger groups that do so to the last printed digit would
    be missed. None stands for a group that is done or to be divided: a caller may pause there.
    """
    if 1 < len(rows) <= ALONE:
        for row in rows:
            yield from moving([row], moves)
        return
    ends = ([(r.key, r.low) for r in rows], [(r.key, r.high) for r in rows])
    if not rows or not any(moves(end) for end in ends):
        yield None
    elif len(rows) == 1:
        yield rows[0]
    else:
        yield None
        half = len(rows) // 2
        yield from moving(rows[:half], moves)
        yield from moving(rows[half:], moves)


def change(before: Quantity, after: Quantity) -> float:
    """How much a figure moves, relative to what it was.

    Near nought a share or a score is measured against a tenth of its scale: from one in a
    hundred to two is no doubling that anybody acts on.
    """
    least = LEAST_OF_ONE if before.unit in OF_ONE else 0.0
    against = max(abs(before.value), least)
    moved = abs(after.value - before.value)
    if not against:
        return math.inf if moved else 0.0
    return round(moved / against, SAME)  # figures that move alike must tie on every machine


def turning(row: Assumption, end: float, turned: Callable[[float], bool]) -> float:
    """The value nearest to the default, in steps of the row towards ``end``, that turns the answer.

    Found by bisection: whatever turns the answer is taken to turn it from there on.
    """
    way = end - row.default
    near, far = 0, max(math.ceil(abs(way) / row.step - 1e-9), 1)

    def at(steps: int) -> float:
        full = abs(way) <= steps * row.step
        return end if full else row.default + math.copysign(steps * row.step, way)

    while far - near > 1:
        middle = (near + far) // 2
        if turned(at(middle)):
            far = middle
        else:
            near = middle
    return at(far)
