"""Worksheets: a lesson's prediction, picture, own task and decision on paper."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from helpers import context
from helpers.data.tables import TableError
from helpers.export import deck
from helpers.export.pictures import PROJECTOR, drawn
from helpers.kit.material import Material
from helpers.lessons.kinds import lesson_kind
from helpers.studio.lesson import Lesson
from helpers.views.sources import table
from helpers.words import units
from helpers.words.escaping import markdown as said
from helpers.words.locale import _

BOX, BLANK, LINE = "☐", "." * 24, "." * 90
OWN = "own"
"""The studio of the own task, as every lesson names it."""


def sheet(one: Material) -> tuple[str, str]:
    """The two sides of a worksheet in Markdown: prediction and picture, own task and decision.

    It holds no answer of the model and none of a learner.
    """
    cells = {cell.get("id"): cell for cell in one.notebook.cells}
    kind = lesson_kind(one.slug)
    with tempfile.TemporaryDirectory() as nobody, context.using(folder=Path(nobody)):
        lesson = kind(context.current().language) if kind else None
        if lesson is None or lesson.tables is None:
            raise TableError(_("{lesson} cannot be opened.").format(lesson=one.path.name))
        asked, fields = list(_question(lesson)), list(_fields(lesson))
    name = _("Name: {blank} Date: {blank}").format(blank=BLANK)
    title = f"# {one.number} {said(one.title)}"
    lines = [title, "", name, ""]
    lines += ["## " + _("Predict"), "", *asked, ""]
    picture = drawn(one.slug, *PROJECTOR)
    if picture:
        heading, _about = deck.part(cells["example-title"].source)
        lines += [f"## {heading}", "", f'<p><img src="{picture.address}" alt=""></p>', ""]
        lines += [_("What it says, in one sentence:"), "", LINE, ""]
    front = "\n".join(lines).strip() + "\n"
    heading, told = deck.part(cells["own-title"].source)
    lines = [title, "", f"## {heading}", "", *(f"{paragraph}\n" for paragraph in told)]
    if fields:
        lines += table((_("What is asked"), _("My answer")), fields)
    lines += ["", _("What I expect to come out:"), "", LINE, ""]
    lines += _decision(cells["log"], cells["log-title"].source)
    return front, "\n".join(lines).strip() + "\n"


def _question(lesson: Lesson) -> Iterator[str]:
    question = lesson.predict().question
    yield said(question.text)
    yield ""
    if question.options:
        yield "  \n".join(f"{BOX} {said(words)}" for words, _key in question.options)
    else:
        unit = units.asked_for(question.unit)
        yield _("My answer: {blank} {unit}").format(blank=BLANK, unit=unit)
    yield ""
    yield _("How sure am I? {blank} %").format(blank=BLANK)


def _fields(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """Each control of the own task by its label, with its choices or room for an answer."""
    make = lesson.studios().get(OWN)
    if make is None:
        return
    for control in make().controls.values():
        options = [words for words, _key in getattr(control, "options", ())]
        options = options or getattr(control, "choices", ())
        choice = f" {BOX} ".join(["", *map(said, options)]).strip()
        label = getattr(control, "description", "") or control.label
        yield said(label), choice or BLANK


def _decision(log, title: str) -> list[str]:
    heading, told = deck.part(title)
    first, *rest = deck.words(log)[0].splitlines()
    options = [said(option) for option in first.partition(": ")[2].split(" / ") if option]
    choices = "  \n".join(f"{BOX} {option}" for option in options)
    lines = [f"## {heading}", "", *told, "", choices, ""]
    for line in rest:
        asked, _colon, answers = line.removeprefix("- ").partition(": ")
        lines += [f"{asked}: {BLANK if answers in ('…', '') else answers}", ""]
    return lines
