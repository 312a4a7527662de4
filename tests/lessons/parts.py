"""The lessons by number, and every part that their notebooks show."""

import importlib
import inspect
import pkgutil
import re

from helpers import context, lessons
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Prediction
from tools import notebooks

NOTEBOOKS = context.CHECKOUT / "notebooks"
CALL = re.compile(r"display\(\w+\.(?:begin|running)\(\"\w+\"\)\.(\w+)\(\)\)$")


def lesson_classes() -> list[type[Lesson]]:
    """Every lesson of the package, found and not listed, so that none can be forgotten."""
    found = []
    for module in pkgutil.iter_modules(lessons.__path__):
        contents = vars(importlib.import_module(f"helpers.lessons.{module.name}"))
        found += [
            c
            for c in contents.values()
            if inspect.isclass(c) and issubclass(c, Lesson) and c.__module__.endswith(module.name)
        ]
    return sorted(found, key=lambda c: c.slug)


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
