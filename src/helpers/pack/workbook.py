"""The tables of the course as one workbook: a sheet a table, with notes and lists of what may stand
in each column. A pack that holds it changes what its sheets change."""

import io
import json
import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from helpers.data import csv_file, reading, workbook
from helpers.data.sheet import MOST_ROWS, Row
from helpers.words.locale import _, number

READ_ME, LISTS = "READ ME", "LISTS"
NARROWEST, WIDEST = 10, 60
HEAD = PatternFill("solid", fgColor="FFE3E7EF")
BOLD = Font(name="Calibri", sz=11, bold=True)
LINK = Font(name="Calibri", sz=11, underline="single", color="FF1F4E9E")
LINE = 15
"""Height of a line of text."""
TRUTHS = ("TRUE", "FALSE")
NOTE = (260, 130)
"""Width and height of a note on a header."""


def starter(client: str, case: str) -> bytes:
    """A workbook with every table as the course has it, and the month of posts of an example.

    ``client`` is the key under which the posts stand, ``case`` the example that they come from.
    Raises ``TableError`` if the course's own data are missing.
    """
    descriptor = json.loads(reading.rules(reading.PACKAGE_FILE).read_text(encoding="utf-8"))
    book = Workbook()
    first, lists = book.active, Lists(book.create_sheet(LISTS))
    first.title = READ_ME
    said = []
    for resource in descriptor["resources"]:
        name = resource["name"]
        if name.startswith(workbook.POSTS):
            if name != f"{workbook.POSTS}{case}":
                continue
            name = f"{workbook.POSTS}{client}"
        fields = resource["schema"]["fields"]
        rows, _faults, _odd = csv_file.read(reading.rules(resource["path"]), fields)
        _fill(book.create_sheet(name), fields, rows, lists)
        said.append((name, resource["title"]))
    book.move_sheet(lists.sheet, len(book.sheetnames))
    _introduce(first, said)
    for sheet in book.worksheets:
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0  # as many pages as it takes, each as wide as the table
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class Lists:
    """The sheet of words that columns may hold: some are too many for a rule, or hold commas."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self._known: dict[tuple[str, ...], str] = {}

    def place(self, words: Sequence[str]) -> str:
        """Where a list stands, as a rule names it; it is written once."""
        key = tuple(words)
        if key not in self._known:
            column = len(self._known) + 1
            for row, word in enumerate(key, start=1):
                _write(self.sheet.cell(row, column), word)
            letter = get_column_letter(column)
            self._known[key] = f"{LISTS}!${letter}$1:${letter}${len(key)}"
        return self._known[key]


def _introduce(sheet: Worksheet, said: Sequence[tuple[str, str]]) -> None:
    """What the workbook is for, and each sheet with a link."""
    lines = [
        _("A pack changes the course without code. Each sheet is one table of the course."),
        _("Change cells, and keep the headers, the keys and the names of the sheets."),
        _("Notes on the headers say what a column holds; lists offer the words that it may hold."),
        _("Delete sheets that you do not change: the course then goes on with its own."),
        _("Save as .xlsx beside the folders of your pack, and run: course check FOLDER."),
        "",
    ]
    for row, line in enumerate(lines, start=1):
        _write(sheet.cell(row, 1), line)
    sheet.cell(1, 1).font = BOLD
    for row, (name, title) in enumerate(said, start=len(lines) + 1):
        _write(sheet.cell(row, 1), name)
        sheet.cell(row, 1).hyperlink = f"#'{name}'!A1"
        sheet.cell(row, 1).font = LINK
        _write(sheet.cell(row, 2), _(title))
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 110


def _fill(sheet: Worksheet, fields: Sequence[dict], rows: Sequence[Row], lists: Lists) -> None:
    """A table: header with notes, rows, rules of its columns."""
    wide: dict[str, int] = {}
    for place, field in enumerate(fields, start=1):
        letter, name = get_column_letter(place), field["name"]
        head = sheet.cell(1, place)
        _write(head, name)
        head.font, head.fill = BOLD, HEAD
        head.comment = Comment("\n".join(_note(field)), "Before You Post", NOTE[1], NOTE[0])
        for row, values in enumerate(rows, start=2):
            cell = sheet.cell(row, place)
            _write(cell, values[name])
            cell.alignment = Alignment(vertical="top", wrap_text=field["type"] == "string")
        longest = max(len(str(values[name])) for values in rows)
        wide[name] = max(min(max(longest, len(name)) + 2, WIDEST), NARROWEST)
        sheet.column_dimensions[letter].width = wide[name]
        # A figure such as 3-4 would become a date where a cell is not said to hold text.
        if field["type"] == "string":
            sheet.column_dimensions[letter].number_format = "@"
        if rule := _rule(field, lists):
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{MOST_ROWS}")
    for row, values in enumerate(rows, start=2):
        lines = max(math.ceil(len(str(values[name])) / (wide[name] - 2)) for name in wide)
        sheet.row_dimensions[row].height = LINE * lines
    sheet.freeze_panes, sheet.print_title_rows = "B2", "1:1"


def _write(cell: Any, value: object) -> None:
    """A value with its type; text is text, also where it looks like a formula or a date."""
    cell.value = value if value != "" else None
    if isinstance(value, str) and value:
        cell.data_type, cell.number_format = "s", "@"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"


def _limits(field: dict) -> dict:
    limits: dict = field.get("constraints", {})
    return limits


def _note(field: dict) -> Iterator[str]:
    """What a column holds and what may stand in it."""
    limits = _limits(field)
    low, high = limits.get("minimum"), limits.get("maximum")
    if field.get("description"):
        yield _("{text}.").format(text=_(field["description"]).rstrip("."))
    kinds = {
        "number": _("A number."),
        "integer": _("A whole number."),
        "boolean": _("TRUE or FALSE."),
        "date": _("A date such as 2026-11-23."),
    }
    if field["type"] in kinds:
        yield kinds[field["type"]]
    if low is not None:
        yield _("Not less than {low}.").format(low=number(low, 4 if low < 1 else 0))
    if high is not None:
        yield _("Not more than {high}.").format(high=number(high))
    if "enum" in limits:
        yield _("One of the list.")
    if "pattern" in limits:
        yield _("Text like {pattern}.").format(pattern=limits["pattern"])
    if "maxLength" in limits:
        yield _("Characters: {most} at most.").format(most=limits["maxLength"])
    if limits.get("unique"):
        yield _("Each value once.")
    yield _("Must not be empty.") if limits.get("required") else _("May be empty.")


def _rule(field: dict, lists: Lists) -> DataValidation | None:
    """What a spreadsheet program checks as one types; None where anything goes."""
    limits = _limits(field)
    blank = not limits.get("required")
    if "enum" in limits:
        place = lists.place(limits["enum"])
        rule = DataValidation(type="list", formula1=place, allow_blank=blank)
    elif field["type"] == "boolean":
        rule = DataValidation(type="list", formula1=f'"{",".join(TRUTHS)}"', allow_blank=blank)
    elif field["type"] in ("number", "integer") and ("minimum" in limits or "maximum" in limits):
        low, high = limits.get("minimum"), limits.get("maximum")
        kind = "whole" if field["type"] == "integer" else "decimal"
        way = "between" if None not in (low, high) else "greaterThanOrEqual"
        rule = DataValidation(type=kind, operator=way, formula1=low, formula2=high)
        rule.allow_blank = blank
    elif "maxLength" in limits:
        rule = DataValidation(type="textLength", operator="lessThanOrEqual")
        rule.formula1, rule.allow_blank = limits["maxLength"], blank
    else:
        return None
    rule.showErrorMessage = rule.showInputMessage = True
    rule.errorTitle, rule.error = field["name"], "\n".join(_note(field))[:255]
    return rule
