"""Reads one CSV file as a text editor or a spreadsheet program left it.

The fields are declared as in a Table Schema. What can be read in one way only is read,
and told as an oddity; what cannot is a fault with row, column, value and remedy.
"""

import csv
import difflib
import io
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from helpers.data import csv_guess
from helpers.data.fault import Fault
from helpers.words import escaping, numbers
from helpers.words.locale import _, counted, too_long
from helpers.words.locale import number as number_of

MOST_BYTES = 1_000_000
MOST_ROWS = 5_000
MOST_LETTERS = 2_000
"""Limits of a file, a table and a cell: far beyond any table of the course."""


class Row(dict):
    """The typed cells of a row by column; ``number`` counts as a spreadsheet does."""

    number: int = 0


def read(path: Path, fields: list[dict]) -> tuple[list[Row], list[Fault], list[Fault]]:
    """Read one CSV file against its declared fields.

    Returns the typed rows that are sound, the faults (a table with a fault is not used) and
    the oddities (a table with an oddity is used, and the reader is told).
    """
    file = _File(path, fields)
    rows = file.rows()
    bad = {fault.row for fault in file.faults}
    return [row for row in rows if row.number not in bad], file.faults, file.oddities


class _File:
    """One file while it is read; collects what is wrong and what is odd on the way."""

    def __init__(self, path: Path, fields: list[dict]) -> None:
        self.path, self.name, self.fields = path, path.name, fields
        self.faults: list[Fault] = []
        self.oddities: list[Fault] = []
        self.delimiter = ","
        self.decimal = "."
        """The decimal mark of the whole file; '' where its numbers do not tell."""
        self._known: dict[str, dict[str, object]] = {field["name"]: {} for field in fields}

    def rows(self) -> list[Row]:
        """The typed rows; some may be missing where there are faults."""
        text = self._text()
        if self.faults:
            return []
        lines = self._lines(text)
        if self.faults:
            return []
        start = next(place for place, line in enumerate(lines) if any(map(str.strip, line)))
        columns = self._columns(lines, start)
        if self.faults:
            return []
        found = []
        for number, line in enumerate(lines[start + 1 :], start=start + 2):
            if not any(map(str.strip, line)):
                continue
            if len(line) != len(lines[start]):
                problem = counted(
                    "has {number} cell where the header has {expected}; add or remove cells.",
                    "has {number} cells where the header has {expected}; add or remove cells.",
                    len(line),
                    expected=number_of(len(lines[start])),
                )
                self._fault(problem, number)
                continue
            found.append(self._row(line, columns, number))
        if not found and not self.faults:
            self._fault(_("has a header and no rows; restore it from the course."))
        return found

    def _fault(
        self, problem: str, row: int | None = None, column: str = "", value: str = ""
    ) -> None:
        self.faults.append(Fault(self.name, problem, row, column, value))

    def _odd(self, problem: str, row: int | None = None, column: str = "", value: str = "") -> None:
        if all(odd.problem != problem for odd in self.oddities):
            self.oddities.append(Fault(self.name, problem, row, column, value))

    # From bytes to cells ------------------------------------------------------------------

    def _text(self) -> str:
        try:
            # Asked first: nothing of a giant has to be read.
            raw = b"" if self.path.stat().st_size > MOST_BYTES else self.path.read_bytes()
            large = self.path.stat().st_size > MOST_BYTES
        except OSError as error:
            self._fault(_("cannot be read ({reason}).").format(reason=error.strerror))
            return ""
        if large:
            self._fault(_("is larger than 1 MB; keep what the course's own table holds."))
            return ""
        text = escaping.printable(self._decoded(raw))
        if not text.strip() and not self.faults:
            self._fault(_("is empty; restore it from the course."))
        return text

    def _decoded(self, raw: bytes) -> str:
        if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            self._fault(
                _("is a workbook and no CSV file; open it and save it as “CSV UTF-8 (comma)”.")
            )
            return ""
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            self._odd(_("was saved as UTF-16 and was read so; choose “CSV UTF-8” when you save."))
            return raw.decode("utf-16", errors="replace")
        if b"\0" in raw:
            self._fault(_("is no text; save the table as “CSV UTF-8 (comma)”."))
            return ""
        if raw.startswith(b"\xef\xbb\xbf"):
            self._odd(_("starts with a byte order mark, which was ignored; nothing else to do."), 1)
            raw = raw[3:]
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            return self._windows(raw, error.start)

    def _windows(self, raw: bytes, start: int) -> str:
        """Text of a spreadsheet program that is not UTF-8: read if it is surely Greek."""
        text = raw.decode("cp1253", errors="replace")
        row = raw[:start].count(b"\n") + 1
        line = text.splitlines()[row - 1]
        cells = next(csv.reader([line], delimiter=csv_guess.delimiter(text)))
        before = raw[:start].splitlines()[-1] if start and raw[start - 1 : start] != b"\n" else b""
        place = before.count(csv_guess.delimiter(text).encode())
        header = [cell.strip() for cell in text.splitlines()[0].split(csv_guess.delimiter(text))]
        column = header[place] if place < len(header) else ""
        if csv_guess.is_greek(text):
            problem = _("was read as Windows-1253 Greek; choose “CSV UTF-8” when you save.")
            self._odd(problem, row, column, cells[place] if place < len(cells) else "")
            return text
        self._fault(
            _("holds letters that are not UTF-8; save the table again as “CSV UTF-8 (comma)”."),
            row,
            column,
        )
        return ""

    def _lines(self, text: str) -> list[list[str]]:
        told = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
        if told:
            text = text[told.end() :]
        self.delimiter = told[1] if told else csv_guess.delimiter(text)
        if self.delimiter != ",":
            names = {";": _("semicolons"), "\t": _("tabs")}
            remedy = _(
                "was saved with {marks} and was read so; choose “CSV UTF-8 (comma)” when you save."
            ).format(marks=names.get(self.delimiter, self.delimiter))
            self._odd(remedy, 1, value=self.delimiter)
        lines = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter)
        try:
            for line in reader:
                lines.append(line)
                if len(lines) > MOST_ROWS:
                    problem = counted(
                        "has more than {number} row; keep what the course's own table has.",
                        "has more than {number} rows; keep what the course's own table has.",
                        MOST_ROWS,
                    )
                    self._fault(problem)
                    break
        except csv.Error:
            self._fault(
                _("cannot be split into cells; look for a lost quotation mark."), len(lines) + 1
            )
        return lines

    def _columns(self, lines: list[list[str]], start: int) -> dict[str, int]:
        """The place of each declared column."""
        names = [field["name"] for field in self.fields]
        header, renamed = csv_guess.spelt(lines[start], names)
        row = start + 1
        for place in renamed:
            self._odd(
                _("was read as “{name}”; write the names of columns in small letters.").format(
                    name=header[place]
                ),
                row,
                value=lines[start][place].strip(),
            )
        missing = [name for name in names if name not in header]
        for below, line in enumerate(lines[start + 1 : start + 6], start=row + 1):
            if missing and set(names) <= set(csv_guess.spelt(line, names)[0]):
                problem = _("stands above the header; delete what is above row {row}.")
                self._fault(problem.format(row=below), row, value=" ".join(lines[start]))
                return {}
        for name in missing:
            near = difflib.get_close_matches(name, header, 1)
            problem = _("is missing; add it to the header.")
            if near:
                problem = _("is missing; did you call it “{near}”?").format(near=near[0])
            self._fault(problem, row, name)
        for name in names:
            if header.count(name) > 1:
                self._fault(_("stands twice in the header; keep one of the two."), row, name)
        if self.faults:
            return {}
        columns = {name: header.index(name) for name in names}
        if self.delimiter != ",":
            figures = [columns[f["name"]] for f in self.fields if f["type"] == "number"]
            self.decimal = csv_guess.decimal_mark(
                line[place] for line in lines for place in figures if place < len(line)
            )
        return columns

    # From cells to values -----------------------------------------------------------------

    def _row(self, line: list[str], columns: dict[str, int], number: int) -> Row:
        row = Row()
        row.number = number
        for field in self.fields:
            name = field["name"]
            cell, known = line[columns[name]].strip(), self._known[name]
            try:
                # Most cells of a column say what one above them has said.
                if cell not in known:
                    known[cell] = self._value(cell, field, number)
                row[name] = known[cell]
            except _CellError as error:
                row[name] = None
                self._fault(str(error), number, name, cell)
        return row

    def _value(self, cell: str, field: dict, number: int) -> object:
        """The typed value of a cell; raises _CellError with what is wrong with it."""
        limits, kind = field.get("constraints", _NONE), field["type"]
        if not cell:
            if limits.get("required"):
                raise _CellError(_("must not be empty; fill it in."))
            return "" if kind == "string" else None
        if len(cell) > limits.get("maxLength", MOST_LETTERS):
            raise _CellError(too_long(limits.get("maxLength", MOST_LETTERS)))
        if kind in ("number", "integer"):
            value = self._number(cell, field["name"], number)
            if kind == "integer":
                if value != int(value):
                    raise _CellError(_("must be a whole number."))
                value = int(value)
            _check_limits(value, limits)
            return value
        if kind == "boolean":
            if cell not in _TRUTHS:
                raise _CellError(_("must be true or false."))
            return _TRUTHS[cell]
        if kind == "date":
            try:
                return date.fromisoformat(cell)
            except ValueError:
                raise _CellError(_("must be a date such as 2026-11-23.")) from None
        return self._string(cell, field, limits, number)

    def _number(self, cell: str, column: str, row: int) -> float:
        # No program writes 1.000 or 1,000 for one: such noughts are thousands, or a person's.
        decimal = "" if _NOUGHTS.search(cell) else self.decimal
        try:
            value = numbers.number(cell, decimal)
        except numbers.NumberError as error:
            raise _CellError(error.problem) from None
        if "," in cell:
            self._odd(_("was read with a decimal comma; write a point."), row, column, cell)
        return value

    def _string(self, cell: str, field: dict, limits: dict, number: int) -> str:
        allowed = limits.get("enum")
        if allowed and cell not in allowed:
            if _SIGNS.get(cell) in allowed:
                self._odd(
                    _("was read as “{sign}”.").format(sign=_SIGNS[cell]),
                    number,
                    field["name"],
                    cell,
                )
                return _SIGNS[cell]
            near = difflib.get_close_matches(cell.lower(), allowed, 1)
            problem = _("must be one of {allowed}.").format(allowed=", ".join(allowed))
            if near and len(cell) > 2:
                problem += " " + _("Did you mean “{near}”?").format(near=near[0])
            raise _CellError(problem)
        if "pattern" in limits and not re.fullmatch(limits["pattern"], cell):
            raise _CellError(_("must look like {pattern}.").format(pattern=limits["pattern"]))
        if field.get("format") == "uri" and not escaping.url(cell):
            raise _CellError(
                _("must be an address of the web; it starts with https:// and has no spaces.")
            )
        return cell


class _CellError(ValueError):
    """What is wrong with a cell, to stand behind its value."""


_NOUGHTS = re.compile(r"[.,]\d\d0$")
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NONE: dict[str, object] = {}
_SIGNS = {">=": "≥", "<=": "≤", "=>": "≥", "=<": "≤"}
"""What a keyboard has for the signs of the gates."""


def _check_limits(value: float, limits: dict) -> None:
    low, high = limits.get("minimum"), limits.get("maximum")
    if low is not None and value < low:
        raise _CellError(_("must be {low} or more.").format(low=low))
    if high is not None and value > high:
        raise _CellError(_("must be {high} or less.").format(high=high))


def repeated(name: str, rows: Iterable[Row], columns: Iterable[str]) -> list[Fault]:
    """Rows that stand twice under the same values of these columns."""
    columns = list(columns)
    seen: dict[tuple, int] = {}
    faults = []
    for row in rows:
        key = tuple(row[column] for column in columns)
        if key in seen:
            problem = _("stands in row {first} already; keep one of the two.")
            problem = problem.format(first=seen[key])
            faults.append(Fault(name, problem, row.number, columns[-1], " ".join(map(str, key))))
        seen.setdefault(key, row.number)
    return faults
