"""The canvas: a blitted frame is a full draw, pictures are small, sharp and of fixed size."""

import io
from concurrent.futures import ThreadPoolExecutor

import matplotlib
import numpy as np
import pytest
from PIL import Image

from helpers.models.result import nice_limit
from helpers.views import canvas
from helpers.views.canvas import WIDTHS, Canvas, Look
from tests.views.results import pairs

PAIRS = list(pairs())
LOOKS = [Look(360), Look(780), Look(900, 2.0, "dark"), Look(540, 1.5)]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("name", PAIRS)
def test_blitted_frame_equals_a_full_draw(name, look):
    view, first, second = pairs()[name]
    drawn = Canvas(view)
    drawn.draw(first, look)
    blitted = drawn.draw(second, look).copy()
    assert np.array_equal(blitted, Canvas(pairs()[name][0]).full_draw(second, look))
    again = drawn.draw(first, look).copy()
    assert np.array_equal(again, Canvas(pairs()[name][0]).full_draw(first, look))


@pytest.mark.parametrize("name", PAIRS)
def test_a_step_keeps_the_fixed_part(name):
    view, first, second = pairs()[name]
    assert view.key(first) == view.key(second)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAIRS)
def test_png_has_the_promised_size_and_a_palette(name, width):
    view, first, _second = pairs()[name]
    look = Look(width, 2.0)
    image = Image.open(io.BytesIO(Canvas(view).png(first, look)))
    assert image.size == (2 * width, 2 * view.height(first, width))
    assert image.mode == "P"
    assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def beyond_the_axes(figure):
    """Labels of ticks outside the axes, which matplotlib keeps but does not draw."""
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in axis.get_major_ticks():
                if not low - 1e-9 <= tick.get_loc() <= high + 1e-9:
                    yield from (tick.label1, tick.label2)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAIRS)
def test_text_is_large_enough_and_inside_the_picture(name, width, theme):
    view, first, _second = pairs()[name]
    look = Look(width, 1.0, theme)
    with matplotlib.rc_context(canvas._style(theme)):
        figure = canvas.new_figure(look, view.height(first, width))
        agg = canvas.FigureCanvasAgg(figure)
        view.build(figure, first)
        view.update(first)
        agg.draw()
        room = figure.bbox
        beyond = set(beyond_the_axes(figure))
        for text in figure.findobj(matplotlib.text.Text):
            if not text.get_text().strip() or not text.get_visible() or text in beyond:
                continue
            pixels = text.get_fontsize() * canvas.DPI / 72
            assert pixels >= 12, (text.get_text(), pixels)
            box = text.get_window_extent()
            inside = box.x0 >= -1 and box.x1 <= room.x1 + 1 and box.y0 >= -1
            assert inside and box.y1 <= room.y1 + 1, (text.get_text(), box)


def test_look_fits_the_screen():
    assert Look.fitting(1000, 1.25, "light", "en") == Look(900, 1.0, "light", "en")
    assert Look.fitting(700, 1.75, "dark", "en") == Look(660, 2.0, "dark", "en")
    assert Look.fitting(200, 9, "purple", "en") == Look(360, 3.0, "light", "en")


def test_axis_ends_stay_while_values_move_a_little():
    assert nice_limit(13.1) == nice_limit(14.9) == 15
    assert nice_limit(0) == 2
    assert nice_limit(1234) == 2000


def test_no_pyplot_state_is_touched():
    import sys

    view, first, _second = pairs()["gap"]
    Canvas(view).png(first, Look())
    pyplot = sys.modules.get("matplotlib.pyplot")
    assert pyplot is None or not pyplot.get_fignums()


def test_two_threads_do_not_share_a_look():
    """Cells run in one thread of the kernel, controls in another; settings are global."""
    _view, first, _second = pairs()["gap"]
    looks = [Look(780, 1.0, theme) for theme in ("light", "dark")]
    alone = [Canvas(pairs()["gap"][0]).full_draw(first, look).copy() for look in looks]

    def drawn(look: Look) -> list:
        return [Canvas(pairs()["gap"][0]).full_draw(first, look).copy() for _turn in range(6)]

    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(drawn, looks))
    for expected, frames in zip(alone, together, strict=True):
        assert all(np.array_equal(frame, expected) for frame in frames)
