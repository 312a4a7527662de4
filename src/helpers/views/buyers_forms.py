"""Layouts of the picture of lesson 11, from a telephone to a projector."""

from dataclasses import dataclass

from helpers import look
from helpers.views import canvas

LOW, ALONE = 0.4, 0.15
"""The page's band is never higher than this part of the picture: its words stand above.

Without a line of people it is as low as it mostly is below one, so that it does not seem to grow.
"""
BESIDE = 10
HALF = 9
"""Half the thickness of the plausible stretch of the line."""
STEM = 40
"""How far the words of the crossing stand above it."""
PIXEL = look.points(1, canvas.DPI)
RING = 8
"""Radius of the dots on the line."""
ROOM = 22
"""A band that is lower has no room for its name."""
EVERY, FIVE = 24, 5
"""Where dots stand closer, every fifth has its number."""
HEAD = 20
"""The words above all that say what is counted."""
MOST_TICKS = 5
"""Numbers on the upright axis."""
TICK = 6
PALE, SURE = 0.1, 0.3
"""How thick the colour is where people are ahead, and where they are clearly ahead."""
FULL = "0,000"
"""A figure of the readout as wide as any."""


@dataclass(frozen=True)
class Form:
    """A layout, in CSS pixels. At ``lines`` 0 the readout stands beside the line of people.

    Where it stands above, ``lines`` are those that say how sure the count is.
    """

    height: float
    margin: float
    figure: float
    word: float
    dot: float
    lines: int

    @property
    def stacked(self) -> bool:
        """Whether the readout stands above the lines."""
        return self.lines > 0


FORMS = {
    340: Form(420, 14, 28, 15, 5, 2),
    540: Form(370, 18, 30, 17, 7, 1),
    660: Form(424, 20, 34, 17, 9, 0),
    900: Form(440, 24, 40, 19, 10, 0),
}
