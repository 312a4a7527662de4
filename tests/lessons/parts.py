"""The lessons by number, and every part that their notebooks show."""

import re

import matplotlib
from matplotlib.text import Text

from helpers import company, context
from helpers.company import Company, CompanyFile
from helpers.lessons.kinds import lesson_classes
from helpers.lessons.resources import Resources
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Prediction
from helpers.views import canvas
from helpers.views.canvas import Look
from helpers.views.walk import Walk
from tools import notebooks

__all__ = [
    "OwnHours",
    "all_parts",
    "commit",
    "drawn",
    "fill_in",
    "lesson_classes",
    "notebook_of",
    "part_names",
    "plain",
    "work_as",
]

NOTEBOOKS = context.CHECKOUT / "notebooks"


class OwnHours(Resources):
    """Asks a number about the firm at work: what follows a company is tested with it."""

    def _firm(self) -> Company:
        return self.company

    def walk(self) -> Walk | None:
        return super().walk() if self.company.networks else None


CALL = re.compile(r"display\(\w+\.(?:begin|running)\(\"\w+\"\)\.(\w+)\(\)\)$")


def plain(text: str) -> str:
    """A text with usual spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def work_as(case: str, **facts: object) -> None:
    """A case company, some of its facts changed, as the company of every lesson from now on."""
    document = company.case_document(case)
    document.pop("schema_version")
    CompanyFile().save({**document, **facts})


def drawn(view, result, width: int) -> list[str]:
    """All that is written in a picture."""
    with matplotlib.rc_context(canvas._style("light")):
        figure = canvas.new_figure(Look(width), view.height(result, width))
        view.build(figure, result)
        view.update(result)
        return [plain(t.get_text()) for t in figure.findobj(Text) if t.get_text().strip()]


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
