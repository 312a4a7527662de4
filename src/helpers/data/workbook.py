"""Tables in a workbook of a trainer's pack: a sheet has the name of its table.

Only what is stored is read: no formula is computed, no macro run, nothing fetched. A sheet has
a place like a file in a folder, ``pack/client.xlsx/gates``, by which notices name it.
"""

import difflib
import re
import warnings
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers import context, extras
from helpers.data.cells import Held
from helpers.data.fault import Fault
from helpers.data.files import is_file, is_inside
from helpers.data.notice import Kind, Notice
from helpers.data.sheet import MOST_ROWS, Row, Sheet, too_many_rows
from helpers.words import escaping
from helpers.words.locale import _

ENDING = ".xlsx"
MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 3_000_000, 8_000_000, 300
MOST_COLUMNS = 60
POSTS = "posts-"
NOTES = ("read-me", "readme", "lists", "notes")
"""Sheets that are there for people."""


@dataclass
class _Found:
    """A sheet as it is stored: its lines, and what is to be said of the whole of it."""

    title: str
    hidden: bool
    lines: list[list[str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    odd: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Book:
    """A workbook by the titles of its sheets, or why it cannot be read."""

    sheets: Mapping[str, _Found]
    problem: str = ""


def is_sheet(place: Path) -> bool:
    """Whether a place is a sheet within a workbook."""
    return place.parent.suffix.lower() == ENDING and is_file(place.parent)


def name(place: Path) -> str:
    """What sentences call a table: its file, and the sheet in it."""
    if not is_sheet(place):
        return place.name
    return _("{file}, sheet {sheet}").format(file=place.parent.name, sheet=place.name)


def read(place: Path, fields: list[dict]) -> tuple[list[Row], list[Fault], list[Fault]]:
    """Read one sheet against its declared fields, as ``csv_file.read`` does a file."""
    sheet = Sheet(name(place), fields)
    found = _book(place.parent).sheets[place.name]
    for problem in found.faults:
        sheet.fault(problem)
    if sheet.faults:
        return [], sheet.faults, []
    for problem, value in found.odd:
        sheet.odd(problem, value=value)
    rows = sheet.rows(found.lines)
    return sheet.sound(rows), sheet.faults, sheet.oddities


def places(pack: Path, tables: Collection[str]) -> dict[str, Path]:
    """Where the workbooks of a pack hold each table; the first by name that is not hidden."""
    found: dict[str, Path] = {}
    for path in _workbooks(pack):
        for title, sheet in _book(path).sheets.items():
            table = _table(title, tables)
            if table and sheet.lines and not sheet.hidden:
                found.setdefault(table, path / title)
    return found


def notices(pack: Path, tables: Mapping[str, str]) -> list[Notice]:
    """A sentence for each workbook and each sheet that is not used.

    ``tables`` are the files of the course's tables by their names.
    """
    used = places(pack, tables)
    told = []
    for path in _workbooks(pack):
        book = _book(path)
        if book.problem:
            told.append(Notice.of(path, [f"{path.name}: {book.problem}"]))
        for title, sheet in book.sheets.items():
            if problem := _unused(path / title, sheet, tables, used, pack):
                fault = f"{name(path / title)}: {problem}"
                told.append(Notice.of(path / title, [fault], kind=Kind.UNUSED))
    return told


def _unused(
    place: Path, sheet: _Found, tables: Mapping[str, str], used: Mapping[str, Path], pack: Path
) -> str:
    """Why a sheet is not used; '' if it is, or if it was never meant to be."""
    table = _table(place.name, tables)
    if not sheet.lines and not table:
        return ""
    if not table:
        words = _plain(place.name)
        if words.startswith(NOTES):
            return ""
        if near := difflib.get_close_matches(words, tables, 1, 0.75):
            return _("is not used; did you mean {file}?").format(file=near[0])
        return _("is not used; a sheet has the name of its table, such as assumptions.")
    if not sheet.lines:
        return _("is empty and is not used.")
    if sheet.hidden:
        return _("is hidden and is not used; show it, or delete it.")
    file = tables.get(table, f"posts/{table.removeprefix(POSTS)}.csv")
    before = file if is_file(pack / file) else name(used[table])
    if used[table] != place or before == file:
        problem = _("is not used: this table is in {file}, too, which counts; keep one of the two.")
        return problem.format(file=before)
    return ""


def _plain(title: str) -> str:
    return re.sub(r"[\s_-]+", "-", title.strip().lower())


def _table(title: str, tables: Collection[str]) -> str:
    """The table that a sheet is named after; '' if there is none."""
    words = _plain(title)
    by_words = {_plain(table.removeprefix("evidence-")): table for table in tables}
    by_words |= {_plain(table): table for table in tables}
    if words in by_words:
        return by_words[words]
    if words.startswith(POSTS) and len(words) > len(POSTS):
        return POSTS + words.removeprefix(POSTS).replace("-", "_")
    return ""


def _workbooks(pack: Path) -> list[Path]:
    """The workbooks of a pack; those in its folders are told by ``packs``."""
    try:
        names = sorted(path for path in pack.iterdir() if path.suffix.lower() == ENDING)
    except OSError:
        return []
    known = [path for path in names if not path.name.startswith((".", "~"))]
    return [path for path in known if is_file(path) and is_inside(path, pack)]


# From bytes to cells --------------------------------------------------------------------


def _book(path: Path) -> _Book:
    """A workbook, read again only when it has changed."""
    try:
        told = path.stat()
    except OSError as error:
        return _Book({}, _("cannot be read ({reason}).").format(reason=error.strerror))
    return _opened(path, (told.st_mtime_ns, told.st_size), context.current().language)


@lru_cache(maxsize=8)
def _opened(path: Path, stamp: tuple[int, int], _language: str) -> _Book:
    if stamp[1] > MOST_BYTES:
        return _Book({}, _("is larger than 3 MB, more than its tables can need."))
    try:
        with path.open("rb") as stream:
            begin = stream.read(4)
        if problem := _no_workbook(path, begin) or extras.lacking("workbook"):
            return _Book({}, problem)
        return _Book({found.title: found for found in _sheets(path)})
    except OSError as error:
        return _Book({}, _("cannot be read ({reason}).").format(reason=error.strerror or error))
    except Exception:  # noqa: BLE001 - a damaged workbook fails in any part of its reader
        return _Book({}, _("is damaged; open it in a spreadsheet program and save it again."))


def _no_workbook(path: Path, begin: bytes) -> str:
    """Why a file is no workbook that can be read, told by its parts alone; '' if it is one."""
    if begin == b"\xd0\xcf\x11\xe0":
        return _("has a password or an old format; save it without a password as .xlsx.")
    if begin != b"PK\x03\x04":
        return _("is no workbook; save it as .xlsx in a spreadsheet program.")
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError):
        return _("is damaged; open it in a spreadsheet program and save it again.")
    # A part never unpacks to more than it says: the reader stops there.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        return _("unpacks to far more than its tables can need; keep only the tables.")
    names = {part.filename for part in parts}
    if any(one.endswith("vbaProject.bin") for one in names):
        return _("holds macros and is not used; save it as .xlsx without them.")
    if "xl/workbook.xml" not in names:
        return _("is no workbook; save it as .xlsx in a spreadsheet program.")
    return ""


def _sheets(path: Path) -> Iterator[_Found]:
    """The sheets of a workbook: its stored results, and beside them its formulas."""
    import openpyxl  # takes long, and few packs have a workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of colours and rules that nobody reads here
        results = openpyxl.load_workbook(path, data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(path, keep_links=False)
    for stored in results.worksheets:
        found = _Found(stored.title, stored.sheet_state != "visible")
        if stored.max_row > MOST_ROWS:
            found.faults.append(too_many_rows())
            found.lines.append([""])
        else:
            _fill(found, stored, formulas[stored.title])
        yield found


def _fill(found: _Found, stored: Any, written: Any) -> None:
    """Take over the cells of a sheet, and what has to be told of it."""
    wide = min(stored.max_column, MOST_COLUMNS)
    for line, formulas in zip(
        stored.iter_rows(max_col=wide), written.iter_rows(max_col=wide), strict=True
    ):
        found.lines.append([_cell(*pair) for pair in zip(line, formulas, strict=True)])
    while found.lines and not any(found.lines[-1]):
        found.lines.pop()
    if merged := sorted(str(ranges) for ranges in written.merged_cells.ranges):
        problem = _("are merged cells, of which only the first was read; split them.")
        found.odd.append((problem, merged[0]))
    if any(one.hidden for one in (*stored.row_dimensions.values(),)):
        found.odd.append((_("has hidden rows, which were read, too."), ""))


def _cell(stored: Any, written: Any) -> Held:
    value = stored.value
    formula = written.data_type == "f"
    if formula and value is None:
        shown = written.value if isinstance(written.value, str) else "="
        problem = _(
            "is a formula without a stored result; open and save the workbook in a spreadsheet "
            "program, or write the value itself."
        )
        return Held.of(shown, wrong=problem)
    odd = _("is the result of a formula as it was stored.") if formula else ""
    if formula and isinstance(value, bool):
        odd = ""  # some programs keep a plain truth as =TRUE()
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and not formula and "%" in (stored.number_format or ""):
        odd = _("is shown with “%” and was read as it is stored.")
    moment = isinstance(value, date | time | timedelta)
    return Held.of(_text(value), exact=number, moment=moment, odd=odd)


def _text(value: object) -> str:
    """What a CSV file would hold in place of the value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        # Fifteen figures are what spreadsheet programs keep.
        text = format(Decimal(f"{value:.15g}"), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return escaping.printable(str(value))
