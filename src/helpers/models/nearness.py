"""Figures that are too near to each other to be told apart."""

from helpers.data.tables import Tables


def too_near(one: float, other: float, tables: Tables) -> bool:
    """Whether two figures differ by less than the least change that the ledger calls one."""
    least = tables.assumptions["driver_change"].low
    return max(one, other) > 0 and abs(one - other) < least * max(one, other)
