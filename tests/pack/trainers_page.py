"""``docs/trainers.md`` as a trainer follows it: its steps, tables, commands and sentences."""

import csv
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from helpers import context

PAGE = context.CHECKOUT / "docs" / "trainers.md"
LOGO = "your logo"


@dataclass(frozen=True)
class Step:
    """A step of the first road: the form, what is typed into which field, what is seen then."""

    words: str
    form: str
    fields: tuple[tuple[str, str], ...]
    seen: tuple[str, ...]


def text() -> str:
    return PAGE.read_text(encoding="utf-8")


def roads() -> tuple[str, str]:
    """The two roads, without what goes before and after."""
    first, second = text().split("## The first road")[1].split("## The second road")
    return first, second.split("\n## ")[0]


def rows(words: str, columns: int) -> list[tuple[str, ...]]:
    """The rows of the tables of so many columns, without their heads."""
    found = []
    for line in words.splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if line.startswith("|") and len(cells) == columns:
            found.append(cells)
    lines = [place for place, cells in enumerate(found) if set("".join(cells)) <= set("- ")]
    heads = {*lines, *(place - 1 for place in lines)}
    return [cells for place, cells in enumerate(found) if place not in heads]


def steps() -> list[Step]:
    """The steps of the first road that fill a form."""
    found = []
    for part in roads()[0].split("\n### ")[1:]:
        if fields := rows(part, 2):
            form = re.search(r"(?:Press|Stay in) \*\*(.+?)\*\*", part)[1]
            seen = re.findall(r"You see: `(.+?)`", part)
            found.append(Step(part, form, tuple(fields), tuple(seen)))
    return found


def commands() -> list[list[str]]:
    """The arguments behind ``python start.py`` in the blocks of commands."""
    lines = [line for kind, block in _blocks() if not kind for line in block.splitlines()]
    assert all(line.startswith("python start.py ") for line in lines)
    return [line.split()[2:] for line in lines]


def settings() -> dict:
    """What the page writes into ``pack.json``."""
    return json.loads(next(block for kind, block in _blocks() if kind == "json"))


def _blocks() -> list[tuple[str, str]]:
    """What stands between fences, with its kind."""
    return re.findall(r"^```(\w*)\n(.*?)^```", text(), re.DOTALL | re.MULTILINE)


def change_tables(pack: Path) -> None:
    """The changes of the second road, as with a spreadsheet, in tables or in one workbook."""
    book = pack / "tables.xlsx"
    if not book.exists():
        for file, changes in _changes().items():
            path = pack / file
            table = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
            stream = io.StringIO()
            writer = csv.DictWriter(stream, table[0])
            writer.writeheader()
            writer.writerows(_changed(table, changes))
            path.write_text(stream.getvalue(), encoding="utf-8")
        return
    workbook = openpyxl.load_workbook(book)
    for file, changes in _changes().items():
        sheet = workbook[Path(file).stem]
        head, *lines = sheet.iter_rows(values_only=True)
        table = [dict(zip(head, line, strict=True)) for line in lines]
        for number, row in enumerate(_changed(table, changes), start=2):
            for column, name in enumerate(head, start=1):
                sheet.cell(number, column).value = row[name]
    workbook.save(book)


def _changes() -> dict[str, list[tuple[str, str]]]:
    """What the page changes in each table: which rows, and how."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file, which, change in rows(roads()[1], 3):
        found.setdefault(file.strip("`"), []).append((which, change))
    return found


def _changed(table: list[dict], changes: list[tuple[str, str]]) -> list[dict]:
    for which, change in changes:
        (key,) = re.findall("`(.+?)`", which)
        chosen = [row for row in table if key in (row[name] for name in list(row)[:1])]
        assert chosen, which
        if which.startswith("cop"):
            chosen = [dict(row) for row in chosen]
            table += chosen
        for one in change.split(", "):
            name, value = one.split(" ", 1)
            for row in chosen:
                assert name in row, name
                row[name] = "" if value == "(empty)" else value
    return table
