"""Layouts of the bars of lesson 10, from a telephone to a projector."""

from dataclasses import dataclass

ROOM = 22
"""A part of a bar that is lower has no room for words."""
TWO_LINES = 58
"""A part of a bar that is lower has no room for two lines."""
BESIDE = 8
SWATCH = 13
"""The side of the square of grey before the words that say what it is."""
TOP = 18
"""The middle of the first line."""


@dataclass(frozen=True)
class Form:
    """A layout, in CSS pixels. ``labels`` is the column of words at the left; at 0 bars lie.

    ``hours``, ``met`` and ``posts`` are sizes of figures, the largest first. Lying bars have
    theirs in columns ``beside`` them or, at 0, below.
    """

    labels: float
    margin: float
    gap: float
    bar: float
    hours: float
    met: float
    posts: float
    word: float
    inside: float
    beside: float = 0


FORMS = {
    340: Form(0, 14, 0, 34, 30, 19, 16, 15, 16),
    540: Form(0, 18, 0, 34, 32, 22, 18, 17, 17, 244),
    660: Form(146, 20, 12, 180, 34, 24, 17, 17, 17),
    900: Form(166, 24, 22, 186, 46, 28, 19, 19, 19),
}
WIDEST = 190
"""A column is no wider, however few there are."""
NAME = 26
"""What the name of a lying bar takes above it."""
FIGURES = 68
"""What figures below a lying bar take, and the space before the next one."""
SPACE = 18
"""The space before the next bar where figures stand beside it."""
OVER = 5
"""How far the line of the hours that are there stands out beyond a lying bar."""
ROW = 34
"""From the middle of one row of figures below standing bars to that of the next."""
