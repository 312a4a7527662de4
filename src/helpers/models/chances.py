"""Chances of small counts: where few are expected, a mean hides how often nobody comes."""

import math

from helpers.data.tables import Tables
from helpers.models.result import Sheet

CENT = 0.01
"""Less than this is nothing: what is divided by it would be no figure."""


def none_of(expected: float) -> float:
    """Chance (0–1) that none comes of a number that is expected: e^(−μ) (Poisson 1837)."""
    return math.exp(-max(expected, 0.0))


def quantile(expected: float, share: float) -> int:
    """The smallest count that is not exceeded in this share (0–1) of cases (Poisson)."""
    count, chance = 0, none_of(expected)
    total = chance
    while total < share and chance > 0:
        count += 1
        chance *= expected / count
        total += chance
    return count


def at_most(expected: float, most: float) -> float:
    """How many of those that come find room, E[min(X, most)], where X is drawn (Poisson)."""
    if most <= 0 or expected <= 0:
        return 0.0
    count, chance, found, beyond = 0, none_of(expected), 0.0, 1.0
    while count < most:
        found += chance * count
        beyond -= chance
        count += 1
        chance *= expected / count
    return min(found + max(beyond, 0.0) * most, expected, most)


def are_few(expected: float, tables: Tables) -> bool:
    """Whether something is expected, but so little that its mean alone would mislead."""
    return 0 < expected < tables.default("few_expected")


def add_none(sheet: Sheet, key: str, expected: float, tables: Tables) -> None:
    """Put the chance of none under a key, where few are expected: one unit, as in a column."""
    if are_few(expected, tables):
        sheet.add(key, none_of(expected), "share")


def add_few(sheet: Sheet, expected: float, each: float, cost: float, tables: Tables) -> None:
    """Where few customers are expected: the chance of none, and the likely cases with their money.

    ``each`` is the contribution of one in euros, ``cost`` what is paid in any case. Adds
    ``none_comes``, and ``likely.low``, ``likely.high`` customers with the profits
    ``likely.worst`` and ``likely.best``.
    """
    if not are_few(expected, tables):
        return
    add_none(sheet, "none_comes", expected, tables)
    # As in every band of the course, one case in ten at most lies beyond each end.
    low, high = (quantile(expected, share) for share in (0.1, 0.9))
    sheet.add("likely.low", low, "customers")
    sheet.add("likely.high", high, "customers")
    sheet.add("likely.worst", low * each - cost, "euros")
    sheet.add("likely.best", high * each - cost, "euros")


def add_needed(sheet: Sheet, cost: float, contribution: float) -> None:
    """Customers that pay for a cost (``needed``); where less than one does, how often one pays.

    ``pays_for`` is that number of times. Nothing stands where a customer contributes nothing.
    """
    if contribution < CENT:
        return
    sheet.add("needed", cost / contribution, "customers")
    if CENT <= cost < contribution:
        sheet.add("pays_for", contribution / cost, "count")
