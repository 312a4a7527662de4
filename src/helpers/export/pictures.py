"""The picture of a lesson's worked example, drawn anew: in large words for slides, for phones."""

import base64
import tempfile
from pathlib import Path
from typing import NamedTuple

from helpers import context
from helpers.lessons.kinds import lesson_kind
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
