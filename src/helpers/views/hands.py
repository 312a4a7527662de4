"""What the pictures of a class vote share: sizes, texts kept inside, dots, what is close."""

from collections.abc import Hashable, Sequence

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers.models.result import Result
from helpers.views import palette
from helpers.views.canvas import DPI, box, shortened, size
from helpers.views.words import Speaker
from helpers.words.locale import _

LINE = 22
"""From one line of text to the next."""
SIDE = 8
"""Nothing stands closer to the left and right edge."""
LARGEST, APART, SMALLEST = 22, 11, 6
"""Between the first and the last of these distances dots stand; where they have less room a
bar stands for them. Down to the second they shrink to keep different answers apart."""
WIDE = 500
"""From this width on an option's name stands beside its dots, not above them."""


def write(figure: Figure, x: float, y: float, text: str, **style: object) -> Text:
    """A text in CSS pixels from the lower left corner, kept inside the picture's sides."""
    width, height = size(figure)
    style = {"va": "baseline", "ha": "left", **style}
    made = figure.text(x / width, y / height, text, **style)
    scale = figure.dpi / DPI
    extent = made.get_window_extent()
    over = max(extent.x1 / scale - (width - SIDE), 0) or min(extent.x0 / scale - SIDE, 0)
    made.set_x((x - over) / width)
    return made


def soft() -> str:
    """The quieter colour of the present theme."""
    return matplotlib.rcParams["xtick.color"]


def ink() -> str:
    """The colour of texts in the present theme."""
    return matplotlib.rcParams["text.color"]


def dots(axes: Axes, xs: Sequence[float], ys: Sequence[float], across: float) -> None:
    """Dots of which each takes ``across`` CSS pixels with the space around it."""
    area = (0.86 * across * 72 / DPI) ** 2
    axes.scatter(xs, ys, s=area, color=palette.PEOPLE, linewidths=0, clip_on=False)


def pixels(figure: Figure, left: float, bottom: float, right: float, top: float) -> Axes:
    """Axes without a frame whose data are CSS pixels from their own lower left corner."""
    axes = box(figure, left, bottom, right, top)
    axes.set_xlim(0, right - left)
    axes.set_ylim(0, top - bottom)
    axes.axis("off")
    return axes


def key_of(result: Result) -> Hashable:
    """All that a picture of the vote shows."""
    return tuple((key, result.value(key)) for key in result), result.facts.get("right", ())


def how_right(speak: Speaker, result: Result) -> str:
    """How many hands gave what counts as right."""
    if not result.value("hands"):
        return ""
    sentence = speak.plural(
        "{number} of {all} hands counts as right.",
        "{number} of {all} hands count as right.",
        "right",
        all=speak.bare("hands"),
    )
    return sentence if result.value("right") else _("No hand counts as right.")


def shortened_name(figure: Figure, name: str, room: float) -> str:
    """A name, as wide as in bold, that fits into so many CSS pixels."""
    with matplotlib.rc_context({"font.weight": 600}):
        return shortened(figure, name, room)
