"""Writes ``docs/in_class.md`` for whoever teaches tomorrow: every class plan, every point."""

import tempfile
from pathlib import Path

from helpers import context
from helpers.data import class_plans, reading
from helpers.data.class_plans import ClassPlan
from helpers.views import sources
from helpers.words import escaping
from tools import notebooks

INTRO = """# In class

Made by `python -m tools in_class --write` from `data/class/`, `data/points.csv` and the notebooks;
do not edit. One plan a lesson: what to do minute by minute, two roles, a vote, a last question with
the answer to expect, and homework with four lines to read it by. A lesson without a plan is not
here yet. Parts bear the notebook's names; jump by the bar at the top. The debrief is at *Decision
log* where that is in class, else at *Explain*. One computer with a projector is enough: where pairs
are named, those without a computer say what shall be pressed. At the end stand the 22 points of the
article, each with the lesson that teaches it.
"""
HEAD = ("Minutes", "Part", "What you do")
POINTS_HEAD = ("Point", "What the article says, in our words", "Lesson")


def section(plan: ClassPlan, heading: str) -> list[str]:
    """One plan, in Markdown lines under the heading of its lesson."""
    said = escaping.markdown
    rows = [(str(step.minutes), step.part_name(), step.does) for step in plan.steps]
    return [
        f"## {heading}",
        "",
        f"{plan.minutes} minutes.",
        "",
        *sources.table(HEAD, (map(said, row) for row in rows)),
        "",
        "**Roles**",
        "",
        *(f"- *{said(role.name)}*: {said(role.argues)}" for role in plan.roles),
        "",
        f"**Vote.** {said(plan.vote)}",
        "",
        f"**Debrief.** {said(plan.debrief)} *Expect:* {said(plan.expected)}",
        "",
        f"**Homework.** {said(plan.homework)}",
        "",
        *(f"- {said(line)}" for line in plan.rubric),
        "",
    ]


def points() -> list[str]:
    """Every point of the article and the lessons that teach it, in Markdown lines."""
    known = reading.load().points["point"]
    taught: dict[str, list[str]] = {point: [] for point in known.index}
    gathered = []
    for path in notebooks.lessons(context.NOTEBOOKS):
        lesson = notebooks.heading(path)
        link = f"[{path.stem[:2]} {escaping.markdown(lesson.title)}](../notebooks/{path.name})"
        if set(lesson.points) == set(taught):  # it teaches none anew
            gathered.append(link)
            continue
        for point in lesson.points:
            taught[point].append(link)
    rows = (
        (point, escaping.markdown(said), ", ".join(taught[point])) for point, said in known.items()
    )
    return [
        "## The points of the article",
        "",
        *(line for link in gathered for line in (f"{link} gathers them all.", "")),
        *sources.table(POINTS_HEAD, rows),
        "",
    ]


def page() -> str:
    """The page in Markdown; the lessons in order, then the points."""
    lines = [INTRO]
    for path in notebooks.lessons(context.NOTEBOOKS):
        number, slug = path.stem[:2], path.stem[3:]
        if class_plans.exists(slug):
            title = escaping.markdown(notebooks.heading(path).title)
            heading = f"{number} [{title}](../notebooks/{path.name})"
            lines += section(class_plans.load(slug), heading)
    return "\n".join(lines + points())


def build() -> dict[Path, str]:
    """The page as it should be on disk."""
    with (
        tempfile.TemporaryDirectory() as folder,
        context.using(folder=Path(folder), language="en", pack=None),
    ):
        return {context.CHECKOUT / "docs" / "in_class.md": page()}
