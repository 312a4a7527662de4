"""Layouts of the bars of lesson 10, from a telephone to a projector."""

from dataclasses import dataclass

ROOM = 26
"""A part of a bar that is lower has no room for words."""
TWO_LINES = 52
"""A part of a bar that is lower has no room for two lines."""
BESIDE = 8
BELOW = 20
"""Between the levels and the posts."""


@dataclass(frozen=True)
class Form:
    """A layout, in CSS pixels. ``labels`` is the column of words at the left; at 0 bars lie.

    Lying bars have their figures in columns ``beside`` them or, at 0, on a line below.
    """

    labels: float
    margin: float
    gap: float
    bar: float
    met: float
    posts: float
    word: float
    inside: float
    beside: float = 0


FORMS = {
    340: Form(0, 14, 0, 34, 26, 19, 15, 16),
    540: Form(0, 18, 0, 32, 30, 22, 17, 17, 180),
    660: Form(132, 20, 12, 190, 38, 24, 17, 17),
    900: Form(166, 24, 22, 206, 46, 26, 19, 20),
}
WIDEST = 190
"""A column is no wider, however few there are."""
HEAD = 64
"""Above the bars: the people met."""
NAME = 26
"""What the name of a lying bar takes above it."""
FIGURES = 58
"""What figures below a bar take, and the space before the next one."""
HEADS = 2
"""Lines of the heads above columns of figures."""
SPACE = 18
"""The space before the next bar where figures stand beside it."""
OF = 24
"""From the middle of the posts that are kept to those that were planned."""
