"""What a lecturer needs for one lesson, from the files beside it: nothing is written twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from helpers.data import class_plans, quizzes, reading, texts
from helpers.data.class_plans import ClassPlan
from helpers.data.quizzes import Item
from helpers.data.tables import Tables
from helpers.export import deck, notebooks
from helpers.words.locale import N_, _, listing, plural

PARTS = {
    "core": N_("Core"),
    "debate": N_("Debate"),
    "own": N_("Your own company"),
    "swap": N_("Exchange"),
    "quiz": N_("Quiz"),
    "decide": N_("Decision log"),
}
"""The parts of a longer class, as ``data/timings.csv`` names them."""


@dataclass(frozen=True)
class Material:
    """A lesson for its lecturer: what it is called, its class plan, quiz and saved notebook."""

    path: Path
    title: str
    sentence: str
    plan: ClassPlan
    items: tuple[Item, ...]
    notebook: NotebookNode

    @property
    def number(self) -> str:
        """Two digits, as the notebook is named."""
        return self.path.stem[:2]

    @property
    def slug(self) -> str:
        """The key of the lesson."""
        return self.path.stem[3:]

    def slides(self) -> list[NotebookNode]:
        """A cell for each slide, as ``helpers.export.deck`` makes them."""
        return list(deck.slides(self.notebook).cells)


@dataclass(frozen=True)
class Session:
    """So many minutes of a syllabus: lessons (none in a break), and what is done."""

    minutes: int
    lessons: tuple[str, ...]
    does: str


@dataclass(frozen=True)
class Syllabus:
    """A course of another length."""

    key: str
    name: str
    says: str
    sessions: tuple[Session, ...]

    @property
    def minutes(self) -> int:
        """All sessions together."""
        return sum(session.minutes for session in self.sessions)


def lessons() -> list[Material]:
    """Every lesson of the class that has a class plan, in its order.

    Raises ``TableError`` where a plan or a quiz cannot be used in any copy.
    """
    return [
        _material(path) for path in notebooks.of_class()[1:] if class_plans.exists(path.stem[3:])
    ]


def _material(path: Path) -> Material:
    nb = nbformat.read(path, as_version=4)
    course = nb.metadata["course"]
    slug = path.stem[3:]
    return Material(
        path,
        _(course["title"]),
        _(course["sentence"]),
        class_plans.load(slug),
        quizzes.load(slug),
        nb,
    )


def longer(plan: ClassPlan) -> dict[int, list[tuple[int, str, str]]]:
    """Classes of other lengths: minutes, part in words and what to do, by minutes in all.

    The core is as long as the plan says; what a trainer's plan is longer, the class is longer.
    """
    rows = reading.load().timings
    first, second = (role.name for role in plan.roles)
    classes: dict[int, list[tuple[int, str, str]]] = {}
    for row in rows.itertuples():
        minutes = plan.minutes if row.part == "core" else row.minutes
        said = row.does.format(first=first, second=second)
        classes.setdefault(row.length, []).append((minutes, _(PARTS[row.part]), said))
    return classes


def syllabuses() -> list[Syllabus]:
    """The courses of other lengths, in the order of ``data/texts/kit.json``.

    Their sessions stay in the order of the table. What a pack leaves out of the class is left out
    of them, with its sessions, and that is said.
    """
    tables = reading.load()
    rows, known = tables.syllabuses, []
    for told in texts.load("kit")["syllabuses"]:
        sessions, out = [], []
        for row in rows[rows["syllabus"] == told["key"]].itertuples():
            named = (row.lessons or "").split()
            taken = [lesson for lesson in named if lesson in tables.lesson_keys]
            out += [lesson for lesson in named if lesson not in taken and lesson not in out]
            if taken or not named:
                sessions.append(Session(row.minutes, tuple(taken), row.does))
        said = " ".join(filter(None, [told["says"], left_out(tables, out)]))
        known.append(Syllabus(told["key"], told["name"], said, tuple(sessions)))
    return known


def left_out(tables: Tables, lessons: Iterable[str]) -> str:
    """That a class does without these lessons, in a sentence; '' for none."""
    numbers = sorted(f"{tables.lessons.at[lesson, 'number']:02d}" for lesson in lessons)
    said = plural(
        "Your pack leaves lesson {numbers} out.",
        "Your pack leaves lessons {numbers} out.",
        len(numbers),
    )
    return said.format(numbers=listing(numbers)) if numbers else ""
