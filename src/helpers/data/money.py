"""Money of the course in the currency of a class: its euros at the rate of the pack.

What a trainer has written or changed is in the class's currency already. Converted figures
keep three digits: they are assumptions and invented firms, and no price tags.
"""

import copy
import math
from collections.abc import Iterable, Mapping, Sequence

from helpers.data.settings import Currency
from helpers.data.sheet import Row

EUROS = "euros"
DIGITS = 3
STEPS = (1, 2, 5, 10)


def converted(value: float, currency: Currency) -> float:
    """Euros in the class's currency, to three digits; nought stays nought."""
    return _to_digits(value * currency.euro, DIGITS)


def _to_digits(value: float, digits: int) -> float:
    return float(f"{value:.{digits}g}")


def step(value: float, currency: Currency) -> float:
    """The step of a slider: the nearest of 1, 2, 5 times a power of ten."""
    wanted = value * currency.euro
    power = 10.0 ** math.floor(math.log10(wanted))
    near = min(STEPS, key=lambda lead: abs(math.log(lead * power / wanted)))
    return _to_digits(near * power, 1)


def ledger(rows: Iterable[Row], shipped: Sequence[Row], currency: Currency) -> list[Row]:
    """The ledger in the class's currency: rows of euros that stand as the course has them."""
    known = {row["key"]: row for row in shipped}
    figures = ("low", "default", "high")
    found = []
    for row in rows:
        own = known.get(row["key"])
        if row["unit"] == EUROS and own and all(row[name] == own[name] for name in figures):
            moved = {name: converted(row[name], currency) for name in figures}
            row = _changed(row, {**moved, "step": step(row["step"], currency)})
        found.append(row)
    return found


def _changed(row: Row, fields: Mapping[str, float]) -> Row:
    """The same row, which still knows its line, with other figures."""
    other = copy.copy(row)
    other.update(fields)
    return other


def column(rows: Iterable[Row], shipped: Sequence[Row], key: str, currency: Currency) -> list[Row]:
    """Rows of a table whose column of euros stands as the course has it, converted."""
    known = {row[key]: row for row in shipped}
    return [
        _changed(row, {EUROS: converted(row[EUROS], currency)})
        if row[key] in known and known[row[key]][EUROS] == row[EUROS]
        else row
        for row in rows
    ]
