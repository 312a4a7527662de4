"""Damaged packs, made by rule: each column of each table, and each file, damaged in each way.

A case is a file of a pack, and what has to be said of it: the places (row and column) of all
complaints, and words of each. A case without a complaint is a sound reading.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.pack.copies import DATA

DESCRIPTOR = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
MONTH = "posts-hotel"
TABLES = {
    resource["name"]: resource
    for resource in DESCRIPTOR["resources"]
    if not resource["name"].startswith("posts-") or resource["name"] == MONTH
}
"""Every table; of the months of posts, which are alike, one."""

Places = frozenset[tuple[int | None, str]]


@dataclass(frozen=True)
class Case:
    """A damaged (or only odd) file of a pack, and what has to be said of it.

    ``places`` are the rows and columns of the complaints, all of them; ``words`` stand in each.
    ``odd`` is a word of what is told of a table that is read all the same.
    """

    kind: str
    table: str
    content: bytes
    places: Places = frozenset()
    words: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    odd: str = ""
    judged: bool = True
    """Whether the independent checker is asked, too: it reads no table as people leave them."""

    @property
    def file(self) -> str:
        return TABLES[self.table]["path"]

    def __str__(self) -> str:
        return f"{self.table}: {self.kind}"

    def put(self, pack: Path) -> Path:
        path = pack / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.content)
        return path


def rows_of(table: str) -> list[list[str]]:
    with (DATA / TABLES[table]["path"]).open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def text_of(rows: list[list[str]], **how: str) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n", **how).writerows(rows)
    return stream.getvalue()


def fields_of(table: str) -> list[dict]:
    return TABLES[table]["schema"]["fields"]


# A cell -----------------------------------------------------------------------------------

Damage = Callable[[dict, dict], tuple[str, str] | None]
"""A field with its schema, to a cell and words of the complaint; None where it does no harm."""


def _limits(field: dict) -> dict:
    return field.get("constraints", {})


def _is_figure(field: dict) -> bool:
    return field["type"] in ("number", "integer")


def wrong_type(field: dict, _schema: dict) -> tuple[str, str] | None:
    said = {"number": "must be a number", "integer": "must be a number"}
    said |= {"boolean": "must be true or false", "date": "must be a date such as"}
    return ("soon", said[field["type"]]) if field["type"] in said else None


def too_small(field: dict, _schema: dict) -> tuple[str, str] | None:
    low = _limits(field).get("minimum")
    return None if low is None else (f"{low - 1:g}", f"must be {low} or more")


def too_large(field: dict, _schema: dict) -> tuple[str, str] | None:
    high = _limits(field).get("maximum")
    return None if high is None else (f"{high + 1:g}", f"must be {high} or less")


def off_list(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("zebra", "must be one of") if "enum" in _limits(field) else None


def off_pattern(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("?!", "must look like") if "pattern" in _limits(field) else None


def no_address(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("a page", "address of the web") if field.get("format") == "uri" else None


def too_long(field: dict, _schema: dict) -> tuple[str, str] | None:
    most = _limits(field).get("maxLength")
    return None if most is None else ("x" * (most + 1), f"longer than {most} characters")


def oversized(_field: dict, _schema: dict) -> tuple[str, str]:
    return "9" * 2001, "longer than "


def empty(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("", "must not be empty") if _limits(field).get("required") else None


def fraction(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("1.5", "must be a whole number") if field["type"] == "integer" else None


def thousands(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("1,000", "can be read as 1 or as 1000") if _is_figure(field) else None


def percent(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("35%", "without “%”") if _is_figure(field) else None


def endless(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("9" * 400, "too large") if _is_figure(field) else None


def no_number(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("nan", "must be a number") if _is_figure(field) else None


def formula(field: dict, _schema: dict) -> tuple[str, str] | None:
    """In a column of free text it is text, and stays it: no cell is ever computed."""
    said = wrong_type(field, {}) or off_list(field, {}) or off_pattern(field, {})
    said = said or no_address(field, {})
    return ("=1+1", said[1]) if said else None


def error_of_formula(_field: dict, _schema: dict) -> tuple[str, str]:
    return "#REF!", "what a formula leaves without a result"


def no_day(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("2026-02-30", "no day of the calendar") if field["type"] == "date" else None


def day_or_month(field: dict, _schema: dict) -> tuple[str, str] | None:
    return ("03/04/2026", "2026-04-03 or as 2026-03-04") if field["type"] == "date" else None


def unknown_reference(field: dict, schema: dict) -> tuple[str, str] | None:
    for key in schema.get("foreignKeys", ()):
        if key["fields"] == [field["name"]] and not off_pattern(field, {}):
            return "nobody", f"is no {key['reference']['fields'][0]} of"
        if key["fields"] == [field["name"]]:
            return "nowhere", f"is no {key['reference']['fields'][0]} of"
    return None


CELLS: tuple[Damage, ...] = (
    *(wrong_type, too_small, too_large, off_list, off_pattern, no_address, too_long, oversized),
    *(empty, fraction, thousands, percent, endless, no_number, formula, error_of_formula),
    *(no_day, day_or_month, unknown_reference),
)


def _cells() -> Iterator[Case]:
    """A table damaged in every column that a kind of damage harms, each in the next row."""
    for damage in CELLS:
        for table, resource in TABLES.items():
            rows, schema = rows_of(table), resource["schema"]
            header, places, values = rows[0], set(), []
            for number, field in enumerate(schema["fields"]):
                if harm := damage(field, schema):
                    row = 1 + number % (len(rows) - 1)
                    rows[row][header.index(field["name"])] = harm[0]
                    places.add((row + 1, field["name"]))
                    values.append((field["name"], harm[1]))
            if places:
                kind = damage.__name__.replace("_", " ")
                yield Case(
                    kind, table, text_of(rows).encode(), frozenset(places), values=tuple(values)
                )


# A row, a column --------------------------------------------------------------------------


def _rows() -> Iterator[Case]:
    for table, resource in TABLES.items():
        rows, schema = rows_of(table), resource["schema"]
        last = len(rows) + 1
        unique = [(f["name"],) for f in schema["fields"] if _limits(f).get("unique")]
        groups = {tuple(schema["primaryKey"]), *unique}
        yield Case(
            "row twice",
            table,
            text_of([*rows, rows[-1]]).encode(),
            frozenset((last, group[-1]) for group in groups),
            (f"stands in row {last - 1} already",),
        )
        if table != MONTH:
            yield Case(
                "row lost",
                table,
                text_of([rows[0], *rows[2:]]).encode(),
                frozenset({(None, "")}),
                ("is missing; copy it back", "“"),
                judged=False,
            )
        yield Case(
            "cell too many",
            table,
            text_of([rows[0], [*rows[1], "x"], *rows[2:]]).encode(),
            frozenset({(2, "")}),
            ("cells where the header has", "add or remove cells"),
        )
        yield Case(
            "cell too few",
            table,
            text_of([rows[0], rows[1][:-1], *rows[2:]]).encode(),
            frozenset({(2, "")}),
            ("where the header has", "add or remove cells"),
        )
        only_header = frozenset({(None, "")})
        yield Case("no rows", table, text_of(rows[:1]).encode(), only_header, ("no rows",))
        many = text_of([rows[0], *([["x"] * len(rows[0])] * 5001)]).encode()
        yield Case("too many rows", table, many, only_header, ("more than 5,000 rows",))


def _columns() -> Iterator[Case]:
    for table in TABLES:
        rows = rows_of(table)
        header = rows[0]
        for place, name in enumerate(header):
            kept = [[*row[:place], *row[place + 1 :]] for row in rows]
            yield Case(
                f"without column {name}",
                table,
                text_of(kept).encode(),
                frozenset({(1, name)}),
                ("is missing; ",),
            )
        twice = [row + row for row in rows]
        everywhere = frozenset((1, name) for name in header)
        yield Case("columns twice", table, text_of(twice).encode(), everywhere, ("twice",))
        misspelt = [[f"{name}q" for name in header], *rows[1:]]
        yield Case(
            "columns misspelt",
            table,
            text_of(misspelt).encode(),
            everywhere,
            ("is missing; did you call it",),
        )
        extra = [[*row, "note" if place == 0 else "x"] for place, row in enumerate(rows)]
        yield Case("column too many", table, text_of(extra).encode(), judged=False)


# A file -----------------------------------------------------------------------------------


def _files() -> Iterator[Case]:
    whole = frozenset({(None, "")})
    for table in TABLES:
        rows = rows_of(table)
        text = text_of(rows)
        names = rows[0]
        upper = text_of([[name.upper().replace("_", " ") for name in names], *rows[1:]])
        blank = text_of([rows[0], [], [""] * len(names), *rows[1:]])
        titled = text_of([["Our own table"], [], *rows])
        yield Case("semicolons", table, text_of(rows, delimiter=";").encode(), odd="semicolons")
        yield Case("tabs", table, text_of(rows, delimiter="\t").encode(), odd="tabs")
        told = "sep=;\r\n" + text_of(rows, delimiter=";")
        yield Case("sep line", table, told.encode(), odd="semicolons")
        tabs = text_of(rows, delimiter="\t").encode("utf-16")
        yield Case("UTF-16 with tabs", table, tabs, odd="UTF-16")
        yield Case("UTF-16 without a mark", table, text.encode("utf-16-le"), odd="UTF-16")
        yield Case("byte order mark", table, text.encode("utf-8-sig"), odd="byte order mark")
        yield Case("Windows line ends", table, text.replace("\n", "\r\n").encode())
        yield Case("old Macintosh line ends", table, text.replace("\n", "\r").encode())
        yield Case("header in capitals", table, upper.encode(), odd="small letters")
        yield Case("blank rows", table, blank.encode())
        yield Case("title above", table, titled.encode(), odd="above the header")
        yield Case("nothing", table, b"", whole, ("is empty",))
        yield Case("blanks", table, b" \n\n", whole, ("is empty",))
        yield Case("workbook", table, b"PK\x03\x04" + bytes(99), whole, ("is a workbook",))
        yield Case("picture", table, b"\x89PNG\r\n\0\0" + bytes(99), whole, ("is no text",))
        yield Case("giant", table, text.encode() + b"\n" * 1_000_001, whole, ("larger than 1 MB",))
        torn = text.encode("utf-16")[:-1]
        yield Case("torn UTF-16", table, torn, whole, ("breaks off",))
        for encoding in ("cp1252", "cp1251"):
            word = {"cp1252": "déjà vu", "cp1251": "Новости"}[encoding].encode(encoding)
            place = frozenset({(2, names[0])})
            header, _end, rest = text.encode().partition(b"\n")
            kind = f"letters of {encoding}"
            damaged = header + b"\n" + word + rest
            yield Case(kind, table, damaged, place, ("not UTF-8",))
        quoted = text_of([rows[0], *rows[1:]]).rstrip("\n") + '\n"' + "x" * 140_000
        last = len(rows) + 1
        lost = frozenset({(last, "")})
        yield Case("lost quotation mark", table, quoted.encode(), lost, ("quotation mark",))


CASES: tuple[Case, ...] = (*_cells(), *_rows(), *_columns(), *_files())
