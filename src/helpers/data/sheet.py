"""The rows of a table from its lines of cells, whether a CSV file or a workbook held them.

The fields are declared as in a Table Schema. What can be read in one way only is read,
and told as an oddity; what cannot is a fault with row, column, value and remedy.
"""

import difflib
from collections.abc import Iterable, Sequence

from helpers.data import csv_guess
from helpers.data.cells import CellError, Cells, Held
from helpers.data.fault import Fault
from helpers.words.locale import _, counted
from helpers.words.locale import number as number_of

MOST_ROWS = 5_000
"""Limit of a table: far beyond any of the course."""


class Row(dict):
    """The typed cells of a row by column; ``number`` counts as a spreadsheet does."""

    number: int = 0


class Sheet:
    """One table while it is read; collects what is wrong and what is odd on the way."""

    def __init__(self, name: str, fields: list[dict]) -> None:
        self.name, self.fields = name, fields
        self.faults: list[Fault] = []
        self.oddities: list[Fault] = []
        self.cells = Cells(self.odd)
        self._known: dict[str, dict[str, object]] = {field["name"]: {} for field in fields}

    def fault(
        self, problem: str, row: int | None = None, column: str = "", value: str = ""
    ) -> None:
        """Note what is wrong: the table is not used."""
        self.faults.append(Fault(self.name, problem, row, column, value))

    def odd(self, problem: str, row: int | None = None, column: str = "", value: str = "") -> None:
        """Note what is odd, the first time: the table is used."""
        if all(odd.problem != problem for odd in self.oddities):
            self.oddities.append(Fault(self.name, problem, row, column, value))

    def rows(self, lines: Sequence[list[str]], guessed: bool = False) -> list[Row]:
        """The typed rows; some may be missing where there are faults.

        ``guessed`` says that the marks between cells are not the course's own, so that the mark
        of decimals has to be found out, too.
        """
        start = self._start(lines)
        columns = self._columns(lines, start)
        if self.faults:
            return []
        below = [line for line in lines[start + 1 :] if any(map(str.strip, line))]
        self._look(below, columns, guessed)
        found = []
        for number, line in enumerate(lines[start + 1 :], start=start + 2):
            if not any(map(str.strip, line)):
                continue
            wide = len(lines[start])
            if len(line) < wide or any(map(str.strip, line[wide:])):
                problem = counted(
                    "has {number} cell where the header has {expected}; add or remove cells.",
                    "has {number} cells where the header has {expected}; add or remove cells.",
                    len(line),
                    expected=number_of(wide),
                )
                self.fault(problem, number)
                continue
            found.append(self._row(line, columns, number))
        if not found and not self.faults:
            self.fault(_("has a header and no rows; restore it from the course."))
        return found

    def _start(self, lines: Sequence[list[str]]) -> int:
        """The place of the header: of the first lines the one with most names of columns."""
        names = [field["name"] for field in self.fields]
        first = next(place for place, line in enumerate(lines) if any(map(str.strip, line)))
        if csv_guess.matches(lines[first], names) == len(names):
            return first
        ahead = range(first, min(first + csv_guess.AHEAD, len(lines)))
        start = max(ahead, key=lambda place: csv_guess.matches(lines[place], names))
        if csv_guess.matches(lines[start], names) * 2 <= len(names):
            start = first  # a cell of some row may be called like a column
        if start > first:
            problem = _("stands above the header and was left out; the header is row {row}.")
            value = " ".join(filter(None, map(str.strip, lines[first])))
            self.odd(problem.format(row=start + 1), first + 1, value=value)
        return start

    def _columns(self, lines: Sequence[list[str]], start: int) -> dict[str, int]:
        """The place of each declared column."""
        names = [field["name"] for field in self.fields]
        header, renamed = csv_guess.spelt(lines[start], names)
        row = start + 1
        for place in renamed:
            problem = _("was read as “{name}”; write the names of columns in small letters.")
            problem = problem.format(name=header[place])
            self.odd(problem, row, value=lines[start][place].strip())
        for name in (name for name in names if name not in header):
            near = difflib.get_close_matches(name, header, 1)
            problem = _("is missing; add it to the header.")
            if near:
                problem = _("is missing; did you call it “{near}”?").format(near=near[0])
            self.fault(problem, row, name)
        for name in names:
            if header.count(name) > 1:
                self.fault(_("stands twice in the header; keep one of the two."), row, name)
        return {name: header.index(name) for name in names if name in header}

    def _look(self, lines: Sequence[list[str]], columns: dict[str, int], guessed: bool) -> None:
        """Find out how the whole table writes decimals and dates."""

        def column(name: str) -> list[str]:
            return [line[columns[name]] for line in lines if columns[name] < len(line)]

        self.cells.look(self.fields, column)
        if guessed:
            figures = [field["name"] for field in self.fields if field["type"] == "number"]
            self.cells.decimal = csv_guess.decimal_mark(
                cell for name in figures for cell in column(name)
            )

    def _row(self, line: list[str], columns: dict[str, int], number: int) -> Row:
        row = Row()
        row.number = number
        for field in self.fields:
            name = field["name"]
            cell, known = line[columns[name]], self._known[name]
            held = isinstance(cell, Held)
            cell = cell if held else cell.strip()
            try:
                # Most cells of a column say what one above them has said.
                if held or cell not in known:
                    known[cell] = self.cells.value(cell, field, number)
                row[name] = known[cell]
            except CellError as error:
                row[name] = None
                self.fault(str(error), number, name, cell)
        return row

    def sound(self, rows: Iterable[Row]) -> list[Row]:
        """Those rows that have no fault."""
        bad = {fault.row for fault in self.faults}
        return [row for row in rows if row.number not in bad]


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


def too_many_rows() -> str:
    """What is wrong with a table of more rows than any needs."""
    return counted(
        "has more than {number} row; keep what the course's own table has.",
        "has more than {number} rows; keep what the course's own table has.",
        MOST_ROWS,
    )
