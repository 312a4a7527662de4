"""Draws pictures of studios into a folder: those of the docs, or any, at every width and theme.

For a developer who draws or changes a view: open them and look. A picture that nobody has
looked at is not done.
"""

import tempfile
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from helpers import context, look
from helpers.lessons.kinds import lesson_classes
from helpers.models.result import Result
from helpers.views.canvas import Canvas, Look, View

EXAMPLE = "resources-explore"
DOCS = (
    (EXAMPLE, Look(900, 2.0)),
    (EXAMPLE, Look(540, 2.0, "dark")),
    (EXAMPLE, Look(340, 2.0)),
)
"""The pictures of ``docs/style.md``."""
RATIO = 2.0


def build(names: Sequence[str]) -> dict[str, bytes]:
    """PNGs by file name: those of the docs, or of each studio in ``names`` all there are.

    Raises KeyError for a name that is no ``LESSON-STUDIO``.
    """
    asked = DOCS
    if names:
        looks = [Look(w, RATIO, theme) for w, theme in product(look.WIDTHS, look.THEMES)]
        asked = tuple(product(names, looks))
    with (
        tempfile.TemporaryDirectory() as folder,
        context.using(folder=Path(folder), language="en", pack=None),
    ):
        shown = dict(_pictures())
        return {
            f"{name}-{seen.width}-{seen.theme}.png": Canvas(view).png(result, seen)
            for name, seen in asked
            for view, result in (shown[name],)
        }


def _pictures() -> Iterator[tuple[str, tuple[View, Result]]]:
    """Every studio as it starts, by lesson and name, for the case that the lesson is about."""
    for lesson_class in lesson_classes():
        lesson = lesson_class()
        for name, make in lesson.studios().items():
            studio = make()
            yield f"{lesson.slug}-{name}", (studio.picture, studio.result)
