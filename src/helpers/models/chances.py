"""Chances of small counts: where few are expected, a mean hides how often nobody comes."""

import math

from helpers.data.tables import Tables
from helpers.models.result import Sheet


def none_of(expected: float) -> float:
    """Chance (0–1) that none comes of a number that is expected: e^(−μ) (Poisson 1837)."""
    return math.exp(-max(expected, 0.0))


def add_none(sheet: Sheet, key: str, expected: float, tables: Tables) -> None:
    """Put the chance of none under a key, where something is expected but only few are."""
    if 0 < expected < tables.default("few_expected"):
        sheet.add(key, none_of(expected), "tenths")
