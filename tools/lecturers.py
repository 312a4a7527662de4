"""Writes ``docs/lecturers/``: an index and a page for each lesson, as the kit has them."""

from pathlib import Path

from helpers import context
from helpers.kit import pages

FOLDER = context.CHECKOUT / "docs" / "lecturers"
MADE = (
    "Made by `python -m tools lecturers --write` from `data/class/`, `data/quizzes/`, "
    "`data/texts/kit.json`, `data/timings.csv`, `data/syllabuses.csv`, `data/points.csv` and the "
    "notebooks; do not edit."
)


def build() -> dict[Path, str]:
    """The pages as they should be on disk."""
    with context.using(language="en", pack=None):
        told = pages.pages(MADE, "../../notebooks/")
    return {FOLDER / f"{stem}.md": page for stem, page in told.items()}
