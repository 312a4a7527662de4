"""The canvas: a blitted frame is a full draw, pictures are small, sharp and legible."""

import io
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

from helpers import look
from helpers.models.result import Result, nice_limit
from helpers.views import canvas, palette
from helpers.views.canvas import Canvas, Look
from tests.views.results import pairs
from tests.views.test_palette import contrast

LOOKS = (Look(340, 2.0, "dark"), Look(540, 1.5), Look(660), Look(900, 1.5, "dark"))
"""Every layout; both themes, and whole and broken pixel ratios."""

SLACK = 2
"""Pixels by which a line's box is taller than the ink of its letters, above and below."""


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

    @property
    def figure(self) -> Figure:
        return self.canvas._agg.figure

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


def beyond_the_axes(figure: Figure) -> Iterator[Text]:
    """Labels of ticks outside the axes, which matplotlib keeps but does not draw."""
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in axis.get_major_ticks():
                if not low - 1e-9 <= tick.get_loc() <= high + 1e-9:
                    yield from (tick.label1, tick.label2)


def texts(figure: Figure) -> list[Text]:
    """Every text that can be read in a figure."""
    beyond = set(beyond_the_axes(figure))
    return [
        text
        for text in dict.fromkeys(figure.findobj(Text))
        if text.get_text().strip() and text.get_visible() and text not in beyond
    ]


def small(figure: Figure) -> list[str]:
    """Texts below the smallest size."""
    least = look.points(look.SMALL, canvas.DPI) - 1e-6
    return [t.get_text() for t in texts(figure) if t.get_fontsize() < least]


def outside(figure: Figure) -> list[str]:
    """Texts that leave the figure by more than a CSS pixel."""
    room = figure.bbox.padded(figure.dpi / canvas.DPI)
    boxes = {text: text.get_window_extent() for text in texts(figure)}
    return [
        text.get_text()
        for text, box in boxes.items()
        if not (room.contains(*box.min) and room.contains(*box.max))
    ]


def outline(text: Text, ratio: float) -> Path:
    """Where a text stands: its box, turned as the text is turned."""
    angle = text.get_rotation()
    centre = np.mean(text.get_window_extent().get_points(), axis=0)
    text.set_rotation(0)
    flat = text.get_window_extent()
    text.set_rotation(angle)
    box = Affine2D().translate(-0.5, -0.5)
    box.scale(max(flat.width - 2 * ratio, 1), max(flat.height - 2 * SLACK * ratio, 1))
    return box.rotate_deg(angle).translate(*centre).transform_path(Path.unit_rectangle())


def overprinted(figure: Figure) -> list[tuple[str, str]]:
    """Pairs of texts of which one is printed over the other."""
    ratio = figure.dpi / canvas.DPI
    placed = [(text.get_text(), outline(text, ratio)) for text in texts(figure)]
    return [
        (one, other)
        for (one, first), (other, second) in combinations(placed, 2)
        if first.intersects_path(second, filled=True)
    ]


def faint(figure: Figure, pixels: np.ndarray) -> list[tuple[str, float]]:
    """Texts with less than 4.5:1 against what most of their box is filled with."""
    found = []
    for text in texts(figure):
        box = text.get_window_extent()
        rows = slice(max(int(len(pixels) - box.y1), 0), int(len(pixels) - box.y0) + 1)
        behind = pixels[rows, max(int(box.x0), 0) : int(box.x1) + 1, :3].reshape(-1, 3)
        colours, counts = np.unique(behind, axis=0, return_counts=True)
        seen = contrast(to_hex(text.get_color()), to_hex(colours[counts.argmax()] / 255))
        if seen < 4.5:
            found.append((text.get_text(), round(seen, 1)))
    return found


def test_text_is_large_enough_and_inside_the_picture(drawing):
    assert small(drawing.figure) == []
    assert outside(drawing.figure) == []


def test_no_text_is_printed_over_another(drawing):
    assert overprinted(drawing.figure) == []


def test_text_stands_out_from_what_is_behind_it(drawing):
    assert faint(drawing.figure, drawing.back) == []


def test_crowded_small_faint_and_cut_texts_would_be_noticed():
    figure = Figure(figsize=(3.6, 1), dpi=canvas.DPI)
    agg = FigureCanvasAgg(figure)
    for x, y, said, style in (
        (0.10, 0.5, "under", {}),
        (0.12, 0.6, "over", {}),
        (0.40, 0.5, "tiny", {"fontsize": 6}),
        (0.60, 0.5, "pale", {"color": "#cccccc"}),
        (0.95, 0.1, "too far out", {}),
        (0.70, 0.2, "turned", {"rotation": 45}),
        (0.75, 0.2, "beside", {"rotation": 45}),
    ):
        figure.text(x, y, said, **style)
    agg.draw()
    assert overprinted(figure) == [("under", "over")]
    assert small(figure) == ["tiny"]
    assert [said for said, _ratio in faint(figure, np.asarray(agg.buffer_rgba()))] == ["pale"]
    assert outside(figure) == ["too far out"]


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
