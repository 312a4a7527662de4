"""A starter for a trainer's pack: few files, each said in words, nothing changed yet."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from helpers import extras
from helpers.company import documents
from helpers.data import files, json_file, reading, settings
from helpers.data.tables import TableError
from helpers.words.locale import _

FILE = "READ_ME.txt"
CLIENT = "our_client"
WORKBOOK = "tables.xlsx"
TABLES = ("assumptions", "networks", "ratings", "cadence")
"""Tables that a trainer asks for by name; the others are rarely changed."""


def new(
    folder: Path, case: str, tables: tuple[str, ...] = (), with_workbook: bool = False
) -> list[Path]:
    """Write a starter into an empty or new folder: settings, a client, its posts, what to do.

    ``case`` is the example that the client starts from, ``tables`` are copied as they are;
    ``with_workbook`` writes every table and the posts as sheets of one workbook instead.
    Raises ``CompanyError`` for an example that there is not, ``FileExistsError`` where the folder
    holds something already, ``TableError`` for a table that there is not, or without what
    writes workbooks.
    """
    made = {settings.FILE: _settings(), **_client(case)}
    for name in tables:
        made[f"{name}.csv"] = reading.rules(f"{name}.csv").read_bytes()
    if with_workbook:
        if problem := extras.lacking("workbook"):
            raise TableError(problem)
        from helpers.pack import workbook  # openpyxl takes long

        made = {name: content for name, content in made.items() if not name.endswith(".csv")}
        made[WORKBOOK] = workbook.starter(CLIENT, case)
    if folder.is_dir() and any(folder.iterdir()):
        raise FileExistsError(folder)
    made[FILE] = _words(case, made).encode("utf-8")
    written = []
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        files.replace(path, content, files.PUBLIC)
        written.append(path)
    return written


def _settings() -> bytes:
    """The settings of a class that starts with the client and has every lesson, with notes."""
    document = {
        "comment": [
            _("Delete a field, and the course goes on without it. It never reads these notes."),
            *_notes(reading.settings_rules()["properties"]),
        ],
        "title": _("A class for our client"),
        "start": CLIENT,
        "lessons": [int(number) for number in reading.load().lessons["number"]],
    }
    text = json_file.dumped(document).decode("utf-8")
    # The numbers of the lessons on one line: whoever takes some out sees all of them.
    text = re.sub(r"\[[\d,\s]+\]", lambda found: json.dumps(json.loads(found[0])), text)
    return text.encode("utf-8")


def _notes(rules: Mapping[str, dict], group: str = "") -> Iterator[str]:
    """What each field holds, in a line; those of groups behind a point."""
    for name, rule in rules.items():
        if name == "comment":
            continue
        said = [_(rule["title"])]
        if example := rule.get("examples"):
            said = [_("{title}, such as {example}").format(title=said[0], example=example[0])]
        said += [_(rule["description"])] if "description" in rule else []
        yield f"{group}{name}: {'. '.join(text.rstrip('.') for text in said)}."
        yield from _notes(rule.get("properties", {}), f"{group}{name}.")


def _client(case: str) -> dict[str, bytes]:
    """The client as a copy of an example under a name of its own, and a month of its posts."""
    document = documents.case_document(case)
    document = {**document, "name": _("Our client"), "started_from": CLIENT}
    made = {f"companies/{CLIENT}.json": json_file.dumped(document)}
    posts = reading.copies(f"posts/{case}.csv")
    if posts:
        made[f"posts/{CLIENT}.csv"] = posts[-1].read_bytes()
    return made


def _words(case: str, made: Mapping[str, bytes]) -> str:
    told: Mapping[str, str] = {
        settings.FILE: _(
            "what holds for the whole class: its title, the company that it starts with, its "
            "lessons and their order, and, if you like, currency, logo and colours."
        ),
        f"companies/{CLIENT}.json": _(
            "the client: a copy of the example “{case}”. Open it with a text editor, and change "
            "what stands behind each colon."
        ).format(case=case),
        f"posts/{CLIENT}.csv": _("a month of the client's posts. Open it with a spreadsheet."),
        WORKBOOK: _(
            "every table as a sheet of one workbook. Its first sheet says what each is for; notes "
            "on the headers say what a column may hold."
        ),
    }
    copied = _("a copy of the course's table.")
    save = _("1. Change a file and save it under its own name; tables as “CSV UTF-8 (comma)”.")
    if WORKBOOK in made:
        save = _("1. Change a file and save it under its own name, the workbook as .xlsx.")
    lines = [
        _("A pack changes the course without code. This is a starter."),
        "",
        *(f"{name}: {told.get(name, copied)}" for name in made),
        "",
        save,
        _("2. Run: course check FOLDER. Every fault is named with its place and a remedy."),
        _("3. Put the folder beside start.py under the name pack, and open a lesson again."),
        _("4. Run: course pack zip FOLDER. Learners put the ZIP beside start.py and start again."),
        "",
        _("What each table and field holds, and what it may hold: docs/data.md."),
    ]
    return "\n".join(lines) + "\n"
