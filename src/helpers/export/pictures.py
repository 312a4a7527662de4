"""The picture of a lesson's worked example, drawn anew: in large words for slides, for phones."""

import base64
import importlib
import importlib.util
import tempfile
from pathlib import Path
from typing import NamedTuple

from helpers import context
from helpers.lessons import __name__ as lessons
from helpers.studio.lesson import Lesson
from helpers.views.canvas import Canvas, Look

PROJECTOR, PHONE = (540, 3.0), (340, 2.0)
"""Layouts by their width, and pixels for each unit of them."""


class Drawn(NamedTuple):
    """A picture as an address that holds it, its words, and its size in CSS pixels."""

    address: str
    alt: str
    width: int
    height: int


def drawn(slug: str, width: int, ratio: float) -> Drawn | None:
    """The picture in the widest layout that fits; None for a notebook of no lesson of ours.

    The example is of an invented firm, so that no answer of a learner is in it.
    """
    kind = lesson_kind(slug)
    if kind is None:
        return None
    language = context.current().language
    with tempfile.TemporaryDirectory() as nobody, context.using(folder=Path(nobody)):
        lesson = kind(language)
        if lesson.tables is None:  # a pack that cannot be read: the saved picture stands
            return None
        view, result = lesson.worked_example()
    look = Look.fitting(width, ratio, "light", language)
    png = Canvas(view).png(result, look)
    address = "data:image/png;base64," + base64.b64encode(png).decode()
    return Drawn(address, view.words(result).alt, look.width, view.height(result, look.width))


def lesson_kind(slug: str) -> type[Lesson] | None:
    """The class of a lesson; None for a notebook of no lesson of ours."""
    name = f"{lessons}.{slug}"
    if not slug.isidentifier() or importlib.util.find_spec(name) is None:
        return None
    made = [kind for kind in vars(importlib.import_module(name)).values() if isinstance(kind, type)]
    return next(k for k in made if issubclass(k, Lesson) and k.__module__ == name)
