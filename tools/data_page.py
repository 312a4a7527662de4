"""Writes ``docs/data.md``: every table, column and field of a company that a trainer can change."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from helpers import context
from helpers.company.schema import schema
from helpers.data import checks, class_plans, quizzes, reading, texts
from helpers.views import sources
from helpers.words import escaping

INTRO = """# What the course reads

Made by `python -m tools data_page --write` from `data/datapackage.json`, the schemas
`data/company.schema.json` and `data/pack.schema.json`, and the tables; do not edit.

A *pack* is a folder named `pack` beside the notebooks, with copies of the files below that you
changed. A file in it counts in place of the course's own of the same name; all others stay as they
are. Keep the header and the names of columns, and save tables as “CSV UTF-8 (comma)”, or as sheets
of an `.xlsx` workbook in the pack: a sheet is named after its table, such as `gates`,
`evidence-audience` or `posts-hotel`. `course pack new FOLDER --workbook` writes one. Of a table
that is there twice, the CSV file counts. Formulas are read by their stored results, macros never.
`course check pack` tells what is used, every fault, and what is not used. A faulty file is never
used: until it is mended the course goes on with its own.
"""
DOCUMENTS = f"""## Quizzes, texts and class plans

A pack may replace each file of `quizzes`, `texts` and `class`, under its own name.

- **quizzes**: a list `questions` of 1 to {quizzes.MOST_QUESTIONS}, each with `key`, `prompt`,
  `points` and `options`; 2 to {quizzes.MOST_OPTIONS} options, each with `text`, `feedback` and
  `correct`. Exactly one is correct. An answer on record names the place of its option.
- **texts**: the course's own file shows the fields, all of which must be there. Lists may have 1 to
  {texts.MOST_ENTRIES} entries. What stands in braces is filled in by the course.
- **class**: `minutes`, up to {class_plans.MOST_STEPS} `steps` that add up to them, two `roles`, a
  `vote`, a `debrief` and `homework` with {class_plans.RUBRIC} lines of `rubric`. A step's `part` is
  one of {", ".join(f"`{part}`" for part in class_plans.PARTS)}.
"""
COLUMNS = ("Column", "Holds", "Allowed", "May be empty", "Translated")
SETTINGS = """## What holds for a whole class

`pack.json`: all fields may be left out. One that cannot be used is told and left out alone.
`course pack new` writes an example.

- A lesson that `lessons` leaves out stands in no list, way, board, kit or export of the class, and
  no list links to it: words that name it there say that it is not part of the class. Its notebook
  stays in the folder and says so in its head; a link in the text of another lesson still opens it.
- A way of `ways.csv` of which a lesson is left out is left out, too: it is no longer what its name
  says. The way through all goes through the lessons of the class.
- Lessons keep their numbers, in whatever order they come.
- `logo` lies in the folder of the pack itself or below it.
"""
SETTING = ("Field", "Holds", "Allowed", "Must be there")
FIELDS = ("Field", "Question or meaning", "Allowed", "At the start", "Asked in")
LEDGER = ("Key", "Figure", "Low", "Used", "High", "Unit", "Why", "Where it comes from")


def allowed(rule: Mapping) -> str:
    """What a cell or a field may hold, in words."""
    limits = {**rule, **rule.get("constraints", {})}
    kinds = limits["type"] if isinstance(limits["type"], list) else [limits["type"]]
    kind = next(k for k in kinds if k != "null")
    if "const" in limits:
        return f"`{limits['const']}`"
    if "enum" in limits:
        return ", ".join(f"`{word}`" for word in limits["enum"])
    said = {"number": "number", "integer": "whole number", "boolean": "`true` or `false`"}
    said |= {"date": "date such as 2026-11-23", "array": "list", "object": "group"}
    text = "address of the web" if limits.get("format") == "uri" else said.get(kind, "text")
    if "examples" in limits:
        text += f" like `{limits['examples'][0]}`"
    elif "pattern" in limits:
        text += f" like `{limits['pattern']}`"
    low, high = limits.get("minimum"), limits.get("maximum")
    if low is not None and high is not None:
        text += f" from {low:,} to {high:,}"
    elif low is not None:
        text += f", {low:,} or more"
    longest = limits.get("maxLength")
    text += f", up to {longest:,} characters" if longest else ""
    most = limits.get("maxItems")
    text += f" of up to {most} entries" if most else ""
    unit = rule.get("unit")
    return f"{text} ({unit})" if unit else text


def columns(resource: Mapping) -> list[str]:
    """The columns of a table."""

    def rows() -> Iterator[tuple[str, ...]]:
        for field in resource["schema"]["fields"]:
            required = field.get("constraints", {}).get("required", False)
            yield (
                f"`{field['name']}`",
                escaping.markdown(field["description"]),
                allowed(field),
                "no" if required else "yes",
                "yes" if field.get("translatable") else "",
            )

    return [*sources.table(COLUMNS, rows()), ""]


def rules(resource: Mapping) -> list[str]:
    """What holds of the rows of a table, in a list."""
    name, kind = resource["name"], resource["name"].split("-")[0]
    key = resource["schema"]["primaryKey"]
    said = [f"One row for each `{'`, `'.join([key] if isinstance(key, str) else key)}`."]
    if kind == "posts":
        said.append("A pack may bring a month for a company of its own: `posts/COMPANY.csv`.")
    elif name in checks.CLOSED:
        said.append("Rows may be changed, not added or left out: models know each.")
    else:
        said.append("Every row of the course must stay; a pack may add rows.")
    if stays := checks.FIXED.get(kind):
        said.append(f"In the course's rows these stay as they are: `{'`, `'.join(stays)}`.")
    for foreign in resource["schema"].get("foreignKeys", ()):
        there = foreign["reference"]
        said.append(f"`{foreign['fields'][0]}` is a `{there['fields'][0]}` of {there['resource']}.")
    return [*(f"- {line}" for line in said), ""]


def tables() -> list[str]:
    """Every table; those of evidence and those of posts are alike and told once."""
    package = json.loads((context.CHECKOUT / "data" / reading.PACKAGE_FILE).read_text("utf-8"))
    alike: dict[str, list[Mapping]] = {}
    for resource in package["resources"]:
        alike.setdefault(resource["name"].split("-")[0], []).append(resource)
    lines = []
    for kind, group in alike.items():
        widest = max(group, key=lambda resource: len(resource["schema"]["fields"]))
        files = ", ".join(f"`{resource['path']}`" for resource in group)
        title = group[0]["title"] if len(group) == 1 else kind.capitalize()
        lines += [f"## {title}", "", f"{files}", "", *rules(widest), *columns(widest)]
    return lines


def fields(rule: Mapping, place: str = "") -> Iterator[tuple[str, ...]]:
    """The fields of a company file, those of groups behind a point."""
    for name, inner in rule["properties"].items():
        said = inner.get("title", "")
        if more := inner.get("description"):
            said += f" – {more}"
        start = inner.get("default")
        yield (
            f"`{place}{name}`",
            escaping.markdown(said),
            allowed(inner),
            "" if start in (None, "", [], {}) else escaping.markdown(json.dumps(start)),
            inner.get("asked_in", ""),
        )
        if "properties" in inner:
            yield from fields(inner, f"{place}{name}.")


def settings(rule: Mapping, place: str = "") -> Iterator[tuple[str, ...]]:
    """The fields of a pack's settings, those of groups behind a point."""
    for name, inner in rule["properties"].items():
        said = " – ".join(filter(None, [inner["title"], inner.get("description")]))
        needed = "yes" if name in rule.get("required", ()) else ""
        yield f"`{place}{name}`", escaping.markdown(said), allowed(inner), needed
        if "properties" in inner:
            yield from settings(inner, f"{place}{name}.")


def ledger() -> Iterator[tuple[str, ...]]:
    """Every row of the assumption ledger."""
    for row in reading.load().assumptions.values():
        ends = (row.low, row.default, row.high)
        yield (
            f"`{row.key}`",
            escaping.markdown(row.label),
            *(f"{value:g}" for value in ends),
            row.unit,
            escaping.markdown(row.reason),
            row.basis,
        )


def build() -> dict[Path, str]:
    """The page as it should be on disk."""
    with context.using(language="en", pack=None):
        lines = [
            INTRO,
            SETTINGS,
            *sources.table(SETTING, settings(reading.settings_rules())),
            "",
            *tables(),
            DOCUMENTS,
            "## Companies",
            "",
            "`companies/KEY.json`: one file a company, also a new one. Only `name` and",
            "`schema_version` must be there; what is left out starts as said.",
            "",
            *sources.table(FIELDS, fields(schema())),
            "",
            "## The assumption ledger",
            "",
            "Every figure that no source gives and no firm answers. Change `default` within `low`",
            "and `high`, and say why in `reason`: lessons show it.",
            "",
            *sources.table(LEDGER, ledger()),
        ]
        return {context.CHECKOUT / "docs" / "data.md": "\n".join(lines).rstrip() + "\n"}
