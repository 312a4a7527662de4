"""The canvas: a blitted frame is a full draw, pictures are small, sharp and legible."""

import io
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product

import numpy as np
import pytest
from matplotlib.colors import to_hex
from PIL import Image

from helpers import look
from helpers.models.result import Result, nice_limit
from helpers.views import canvas, palette
from helpers.views.canvas import Canvas, Look
from tests.views.results import pairs

LOOKS = (Look(340, 2.0, "dark"), Look(540, 1.5), Look(660), Look(900, 1.5, "dark"))
"""Every layout; both themes, and whole and broken pixel ratios."""


@dataclass(frozen=True)
class Drawing:
    """A picture drawn as a studio draws it: the start, a step of a control, and back."""

    name: str
    look: Look
    first: Result
    second: Result
    canvas: Canvas
    step: np.ndarray
    back: np.ndarray

    def whole(self, result: Result) -> np.ndarray:
        """The same picture from a new figure."""
        return Canvas(pairs()[self.name][0]).full_draw(result, self.look)


def name_of(case: tuple[str, Look]) -> str:
    return f"{case[0]}-{case[1].width}"


@pytest.fixture(scope="module", params=list(product(pairs(), LOOKS)), ids=name_of)
def drawing(request: pytest.FixtureRequest) -> Drawing:
    """Drawn once; every promise about it is held against the same picture."""
    name, asked = request.param
    view, first, second = pairs()[name]
    drawn = Canvas(view)
    drawn.draw(first, asked)
    step = drawn.draw(second, asked).copy()
    back = drawn.draw(first, asked).copy()
    return Drawing(name, asked, first, second, drawn, step, back)


def test_blitted_frame_equals_a_full_draw(drawing):
    assert np.array_equal(drawing.step, drawing.whole(drawing.second))
    assert np.array_equal(drawing.back, drawing.whole(drawing.first))


def test_png_has_the_promised_size_and_a_palette(drawing):
    asked = drawing.look
    image = Image.open(io.BytesIO(canvas.encode(drawing.back)))
    size = (asked.width, drawing.canvas.view.height(drawing.first, asked.width))
    assert image.size == tuple(int(asked.ratio * side) for side in size)
    assert image.mode == "P"
    ground = to_hex([part / 255 for part in image.convert("RGB").getpixel((0, 0))])
    assert ground == palette.THEMES[asked.theme]["ground"]


@pytest.mark.parametrize("name", pairs())
def test_a_step_keeps_the_fixed_part(name):
    view, first, second = pairs()[name]
    assert view.key(first) == view.key(second)


@pytest.mark.parametrize("width", look.WIDTHS)
def test_every_width_is_drawn_as_wide_as_it_says(width):
    view, first, _second = pairs()["gap"]
    pixels = Canvas(view).draw(first, Look(width))
    assert pixels.shape[:2] == (view.height(first, width), width)
    assert pixels.max() > pixels.min(), "an empty picture"


def test_look_fits_the_screen():
    assert Look.fitting(1000, 1.25, "light", "en") == Look(900, 1.0, "light", "en")
    assert Look.fitting(700, 1.75, "dark", "en") == Look(660, 2.0, "dark", "en")
    assert Look.fitting(200, 9, "purple", "en") == Look(340, 3.0, "light", "en")


def test_axis_ends_stay_while_values_move_a_little():
    assert nice_limit(13.1) == nice_limit(14.9) == 15
    assert nice_limit(0) == 2
    assert nice_limit(1234) == 2000


def test_no_pyplot_state_is_touched():
    view, first, _second = pairs()["gap"]
    Canvas(view).png(first, Look())
    pyplot = sys.modules.get("matplotlib.pyplot")
    assert pyplot is None or not pyplot.get_fignums()


def test_two_threads_do_not_share_a_look():
    """Cells run in one thread of the kernel, controls in another; settings are global."""
    _view, first, _second = pairs()["gap"]
    looks = [Look(660, 1.0, theme) for theme in ("light", "dark")]
    alone = [Canvas(pairs()["gap"][0]).full_draw(first, look).copy() for look in looks]

    def drawn(asked: Look) -> list:
        return [Canvas(pairs()["gap"][0]).full_draw(first, asked).copy() for _turn in range(6)]

    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(drawn, looks))
    for expected, frames in zip(alone, together, strict=True):
        assert all(np.array_equal(frame, expected) for frame in frames)
