"""Writes ``docs/evidence.md``: every published figure, how old it is and who uses it."""

import csv
import json
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from helpers import context
from helpers.data import reading
from helpers.data.tables import Evidence, Tables
from helpers.lessons.kinds import lesson_classes
from helpers.views import sources
from helpers.words import escaping
from tools import notebooks

HEAD = ("Id", "Figure", "Value", "Year", "Age", "Population", "Source", "Seen", "Used by")
INTRO = """# Published figures

Made by `python -m tools evidence --write` from `data/evidence/`; do not edit. Ages are in years
on {today}. **Stale** is what is older than {limit} years or has no date: read it as a hint. “Seen
quoted” means that the figure was read where the publisher is quoted (in brackets), not in the
original. “Used by” names rows of the ledger, the ratings, and the lessons whose sources show the
figure; one that no lesson shows is deleted.
"""


def uses(data: Tables) -> dict[str, list[str]]:
    """Who uses each figure, by id: rows of the ledger, ratings, and lessons by number."""
    found: dict[str, list[str]] = {key: [] for key in data.evidence}
    for row in data.assumptions.values():
        for key in row.evidence:
            found[key].append(f"`{row.key}`")
    for key in sorted({key for ids in data.ratings["evidence"] for key in ids.split()}):
        found[key].append("ratings")
    shown: dict[str, list[str]] = {}
    paths = {path.stem[3:]: path.stem[:2] for path in notebooks.lessons(context.NOTEBOOKS)}
    for lesson in sorted(lesson_classes(), key=lambda c: paths[c.slug]):
        for row in sources.evidence(data, lesson().told()):
            shown.setdefault(row.id, []).append(paths[lesson.slug])
    for key, numbers in shown.items():
        found[key].append("lessons " + " ".join(numbers))
    return found


def _cells(row: Evidence, data: Tables, today: date, used: list[str]) -> tuple[str, ...]:
    age = "" if row.year is None else str(today.year - row.year)
    seen = f"{row.confidence} ({row.quoted_by})" if row.quoted_by else row.confidence
    texts = [row.metric, sources.value(row, data), str(row.year or "undated")]
    return (
        row.id,
        *map(escaping.markdown, texts),
        f"{age} **stale**".strip() if row.is_stale(today) else age,
        escaping.markdown(f"{row.population} ({row.country})"),
        f"{sources.linked(row.publisher, row.url)}: {escaping.markdown(row.title)}",
        escaping.markdown(seen),
        ", ".join(used),
    )


def page(data: Tables, today: date, used: Mapping[str, list[str]]) -> str:
    """The page in Markdown, a table for each file of ``data/evidence/``."""
    day = f"{today:%Y-%m-%d}"
    lines = [INTRO.format(today=day, limit=Evidence.STALE_AFTER_YEARS)]
    package = json.loads((context.CHECKOUT / "data" / reading.PACKAGE_FILE).read_text("utf-8"))
    for resource in package["resources"]:
        if not resource["name"].startswith("evidence-"):
            continue
        with (context.CHECKOUT / "data" / resource["path"]).open("r", encoding="utf-8") as file:
            ids = [row["id"] for row in csv.DictReader(file)]
        rows = (_cells(data.evidence[i], data, today, used[i]) for i in ids)
        lines += [f"## {resource['title']}", "", *sources.table(HEAD, rows), ""]
    return "\n".join(lines)


def build() -> dict[Path, str]:
    """The page as it should be on disk."""
    today = date.fromisoformat(notebooks.FIXED_TODAY)
    with (
        tempfile.TemporaryDirectory() as folder,
        context.using(folder=Path(folder), fixed_today=today, language="en", pack=None),
    ):
        data = reading.load()
        return {context.CHECKOUT / "docs" / "evidence.md": page(data, today, uses(data))}
