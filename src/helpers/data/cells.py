"""The typed value of one cell of a table, as its field is declared in a Table Schema."""

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date

from helpers.data import csv_guess
from helpers.words import escaping, numbers
from helpers.words.locale import _, too_long

MOST_LETTERS = 2_000
"""Limit of a cell: far beyond any table of the course."""

TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
TRUTHS_ABROAD = {
    **dict.fromkeys(("ΑΛΗΘΗΣ", "ΑΛΗΘΉΣ", "WAHR", "VRAI", "VERDADERO", "VERO"), "true"),
    **dict.fromkeys(("ΨΕΥΔΗΣ", "ΨΕΥΔΉΣ", "FALSCH", "FAUX", "FALSO"), "false"),
}
"""What spreadsheet programs of other languages make of true and false."""
SIGNS = {">=": "≥", "<=": "≤", "=>": "≥", "=<": "≤"}
"""What a keyboard has for the signs of the gates."""
ERRORS = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
"""What a formula leaves where it has no result."""
_NOUGHTS = re.compile(r"[.,]\d\d0$")
_NONE: dict[str, object] = {}


class CellError(ValueError):
    """What is wrong with a cell, to stand behind its value."""


class Held(str):
    """A cell as a workbook holds it, with what its text does not say.

    ``exact`` is a number: nobody has to guess what its point means. ``moment`` is a date.
    ``odd`` and ``wrong`` are what has to be told of it, to stand behind its value.
    """

    exact: bool
    moment: bool
    odd: str
    wrong: str

    @classmethod
    def of(
        cls, text: str, exact: bool = False, moment: bool = False, odd: str = "", wrong: str = ""
    ) -> "Held":
        """The cell with this text."""
        held = cls(text.strip())
        held.exact, held.moment, held.odd, held.wrong = exact, moment, odd, wrong
        return held


class Cells:
    """Reads the cells of one table. ``odd`` is told what was read although it was written oddly.

    ``decimal`` is the decimal mark of the whole table, '' where its numbers do not tell; ``days``
    is the order of its dates (``csv_guess.date_order``).
    """

    def __init__(self, odd: Callable[[str, int, str, str], None]) -> None:
        self._odd = odd
        self.decimal = "."
        self.days: dict[str, str] = {}

    def look(self, fields: Iterable[dict], column: Callable[[str], list[str]]) -> None:
        """Find the order of the dates in each column of dates."""
        for field in fields:
            if field["type"] == "date":
                self.days[field["name"]] = csv_guess.date_order(column(field["name"]))

    def value(self, cell: str, field: dict, row: int) -> object:
        """The typed value of a cell; raises CellError with what is wrong with it."""
        limits, kind = field.get("constraints", _NONE), field["type"]
        if isinstance(cell, Held):
            if cell.wrong:
                raise CellError(cell.wrong)
            if cell.odd:
                self._odd(cell.odd, row, field["name"], cell)
        if not cell:
            if limits.get("required"):
                raise CellError(_("must not be empty; fill it in."))
            return "" if kind == "string" else None
        if cell in ERRORS:
            raise CellError(_("is what a formula leaves without a result; write the value itself."))
        if len(cell) > limits.get("maxLength", MOST_LETTERS):
            raise CellError(too_long(limits.get("maxLength", MOST_LETTERS)))
        if kind in ("number", "integer"):
            value = self._number(cell, field["name"], row)
            if kind == "integer":
                if value != int(value):
                    raise CellError(_("must be a whole number."))
                value = int(value)
            _check_limits(value, limits)
            return value
        if kind == "boolean":
            return self._truth(cell, field["name"], row)
        if kind == "date":
            return self._date(cell, field["name"], row)
        return self._string(cell, field, limits, row)

    def _number(self, cell: str, column: str, row: int) -> float:
        if isinstance(cell, Held) and cell.exact:
            # Four decimals have one reading, whatever mark a language has for thousands.
            point = re.fullmatch(r"-?\d+\.\d{3}", cell)
            cell = f"{cell}0" if point else str(cell)
        # No program writes 1.000 or 1,000 for one: such noughts are thousands, or a person's.
        decimal = "" if _NOUGHTS.search(cell) else self.decimal
        try:
            value = numbers.number(cell, decimal)
        except numbers.NumberError as error:
            raise CellError(error.problem) from None
        if "," in cell:
            self._odd(_("was read with a decimal comma; write a point."), row, column, cell)
        return value

    def _truth(self, cell: str, column: str, row: int) -> bool:
        if cell in TRUTHS_ABROAD:
            meant = TRUTHS_ABROAD[cell]
            self._odd(_("was read as “{sign}”.").format(sign=meant), row, column, cell)
            return TRUTHS[meant]
        if cell not in TRUTHS:
            raise CellError(_("must be true or false."))
        return TRUTHS[cell]

    def _date(self, cell: str, column: str, row: int) -> date:
        if csv_guess.ISO.fullmatch(cell):
            try:
                return date.fromisoformat(cell)
            except ValueError:
                raise CellError(_("is no day of the calendar; correct it.")) from None
        first, second = (csv_guess.day(cell, order) for order in ("day", "month"))
        if first and second and first != second:
            order = self.days.get(column)
            if not order:
                problem = _("can be read as {one} or as {other}; write the one that is meant.")
                raise CellError(problem.format(one=first, other=second))
            second = None if order == "day" else second
            first = None if order == "month" else first
        found = first or second
        if not found:
            raise CellError(_("must be a date such as 2026-11-23."))
        problem = _("was read as {day}; write year, month and day like this.")
        self._odd(problem.format(day=found), row, column, cell)
        return found

    def _string(self, cell: str, field: dict, limits: dict, row: int) -> str:
        if isinstance(cell, Held) and cell.moment:
            raise CellError(_("is a date here; format the cell as text and type it again."))
        allowed = limits.get("enum")
        if allowed and cell not in allowed:
            if SIGNS.get(cell) in allowed:
                problem = _("was read as “{sign}”.").format(sign=SIGNS[cell])
                self._odd(problem, row, field["name"], cell)
                return SIGNS[cell]
            near = difflib.get_close_matches(cell.lower(), allowed, 1)
            problem = _("must be one of {allowed}.").format(allowed=", ".join(allowed))
            if near and len(cell) > 2:
                problem += " " + _("Did you mean “{near}”?").format(near=near[0])
            raise CellError(problem)
        if "pattern" in limits and not re.fullmatch(limits["pattern"], cell):
            raise CellError(_("must look like {pattern}.").format(pattern=limits["pattern"]))
        if field.get("format") == "uri" and not escaping.url(cell):
            raise CellError(
                _("must be an address of the web; it starts with https:// and has no spaces.")
            )
        # Words are set on lines of our own: a break in a cell is a space.
        return " ".join(cell.split()) if field.get("translatable") else str(cell)


def _check_limits(value: float, limits: dict) -> None:
    low, high = limits.get("minimum"), limits.get("maximum")
    if low is not None and value < low:
        raise CellError(_("must be {low} or more.").format(low=low))
    if high is not None and value > high:
        raise CellError(_("must be {high} or less.").format(high=high))
