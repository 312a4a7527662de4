"""Figures that a reader adds up: rounded so that their sum is the one that is printed."""

import math
from collections.abc import Iterable, Mapping

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


def add_printed(sheet: Sheet, total: str, parts: Iterable[str], shared: Iterable[str] = ()) -> None:
    """Put down ``printed.KEY`` of each part: hours in tenths that add up to those of ``total``.

    What two sums over one total have in common is ``shared``: it is printed alike in both.
    """
    some = {key: sheet.value(key) for key in parts}
    both = {key: sheet.value(key) for key in shared}
    first = adding_up(sheet.value(total), {"": sum(some.values()), **both})
    for key, value in {**adding_up(first.pop(""), some), **first}.items():
        sheet.add(f"printed.{key}", value, "hours")
