"""A fault in a table, told so that whoever keeps the table can mend it."""

from dataclasses import dataclass

from helpers.words.locale import _

SHOWN_LETTERS = 60
"""Characters of a value that a sentence repeats."""


@dataclass(frozen=True)
class Fault:
    """One fault in one table; its ``str`` is the sentence a trainer reads.

    ``row`` counts as a spreadsheet does (the header is row 1); None means the whole file.
    """

    file: str
    problem: str
    row: int | None = None
    column: str = ""
    value: str = ""

    def __str__(self) -> str:
        place = [self.file]
        if self.row:
            place.append(_("row {row}").format(row=self.row))
        if self.column:
            place.append(_("column {column}").format(column=self.column))
        shown = " ".join(self.value.split())
        shown = shown if len(shown) <= SHOWN_LETTERS else shown[: SHOWN_LETTERS - 1] + "…"
        value = f"“{shown}” " if shown else ""
        return f"{', '.join(place)}: {value}{self.problem}"
