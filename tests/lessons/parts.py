"""The lessons by number, and every part that their notebooks show."""

import re

from helpers import context
from helpers.company import Company
from helpers.lessons.resources import Resources
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Prediction
from helpers.views.walk import Walk
from tools import notebooks
from tools.evidence import lesson_classes

__all__ = ["OwnHours", "all_parts", "commit", "lesson_classes", "notebook_of", "part_names"]

NOTEBOOKS = context.CHECKOUT / "notebooks"


class OwnHours(Resources):
    """Asks a number about the firm at work: what follows a company is tested with it."""

    def _firm(self) -> Company:
        return self.company

    def walk(self) -> Walk | None:
        return super().walk() if self.company.networks else None


CALL = re.compile(r"display\(\w+\.(?:begin|running)\(\"\w+\"\)\.(\w+)\(\)\)$")


def notebook_of(lesson: type[Lesson]) -> dict:
    """The notebook of a lesson."""
    (path,) = NOTEBOOKS.glob(f"[0-9][0-9]_{lesson.slug}.ipynb")
    return notebooks.read(path)


def part_names(lesson: type[Lesson]) -> list[str]:
    """The parts that the lesson's notebook calls, in order."""
    cells = ["".join(c["source"]) for c in notebook_of(lesson)["cells"]]
    return [call.group(1) for cell in cells if (call := CALL.search(cell))]


def all_parts(lesson: Lesson) -> dict[str, Part]:
    """Every part of a lesson, as its notebook calls them; none may fail inside."""
    parts = {name: getattr(lesson, name)() for name in part_names(type(lesson))}
    assert lesson.failures == []
    return parts


def fill_in(prediction: Prediction) -> None:
    """An answer that the question takes."""
    if prediction.question.options:
        prediction.answer_box.value = prediction.question.options[1][1]
    else:
        prediction.answer_box.value = f"{prediction.question.low + 1:g}"


def commit(lesson: Lesson) -> None:
    """Answer the lesson's question, so that the veiled parts open."""
    prediction = lesson.predict()
    fill_in(prediction)
    prediction.button.click()
    assert prediction.stage.error is None
    assert prediction.committed
