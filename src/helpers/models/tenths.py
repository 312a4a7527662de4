"""Figures that a reader adds up: rounded so that their sum is the one that is printed."""

import math
from collections.abc import Collection, Iterable, Mapping

from helpers.models.result import Sheet

TENTHS = 10


def adding_up(total: float, parts: Mapping[str, float]) -> dict[str, float]:
    """The parts in tenths, with the sum that ``total`` has in tenths; none below nought.

    By largest remainders (Hamilton): each part is rounded down, and the tenths that are left go
    to the parts that lost most, so that none is moved by a tenth or more. ``parts`` add up to
    ``total``, which may have been rounded itself, up or down.
    """
    # What floating point takes from a whole tenth is given back.
    whole = {key: math.floor(TENTHS * value + 1e-6) for key, value in parts.items()}
    left = max(round(TENTHS * round(total, 1)) - sum(whole.values()), 0)
    lost = sorted(parts, key=lambda key: TENTHS * parts[key] - whole[key], reverse=True)
    return {key: (whole[key] + (key in lost[:left])) / TENTHS for key in parts}


def adding_up_beside(
    total: float, parts: Mapping[str, float], still: Collection[str]
) -> dict[str, float]:
    """The same, but what hangs on nothing else prints as it is: the other parts give way.

    Where these cannot take what is over, with none of them moved by a tenth or more, all do.
    """
    kept = {key: round(parts[key], 1) for key in still}
    moving = {key: value for key, value in parts.items() if key not in kept}
    rest = round(round(total, 1) - sum(kept.values()), 1)
    found = adding_up(max(rest, 0.0), moving)
    moved = max((abs(found[key] - value) for key, value in moving.items()), default=1.0)
    adds_up = abs(sum(found.values()) - rest) < 1 / TENTHS / 2
    return {**kept, **found} if adds_up and moved < 1 / TENTHS else adding_up(total, parts)


def add_printed(sheet: Sheet, total: str, parts: Iterable[str], shared: Iterable[str] = ()) -> None:
    """Put down ``printed.KEY`` of each part: hours in tenths that add up to those of ``total``.

    What two sums over one total have in common is ``shared``: it is printed alike in both.
    """
    some = {key: sheet.value(key) for key in parts}
    both = {key: sheet.value(key) for key in shared}
    first = adding_up(sheet.value(total), {"": sum(some.values()), **both})
    for key, value in {**adding_up(first.pop(""), some), **first}.items():
        sheet.add(f"printed.{key}", value, "hours")
