"""Words are placed where no mark and no word is, as near to what they name as can be."""

from itertools import pairwise

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from helpers.views import canvas
from helpers.views.room import Room


@pytest.fixture
def axes() -> Axes:
    figure = Figure(figsize=(4.2, 3.2), dpi=canvas.DPI)
    FigureCanvasAgg(figure)
    axes = canvas.box(figure, 10, 10, 410, 310)
    axes.set(xlim=(0, 400), ylim=(0, 300))
    return axes


def box(axes: Axes, text) -> np.ndarray:
    """Left, bottom, right and top in pixels of the axes."""
    return (text.get_window_extent().get_points() - axes.bbox.min).ravel()


def test_a_name_stands_right_above_the_end_of_its_curve(axes):
    room, name = Room(axes), axes.text(0, 0, "sales")
    points = room.pixels([20, 380], [150, 150])
    room.line(points)
    room.along(name, points, -1)
    _left, bottom, right, _top = box(axes, name)
    assert right == pytest.approx(380, abs=8) and 150 <= bottom <= 156


def test_a_name_goes_where_no_other_curve_is(axes):
    room, name = Room(axes), axes.text(0, 0, "sales")
    points = room.pixels([20, 380], [150, 150])
    room.line(points)
    room.line(room.pixels([200, 380], [160, 160]))
    room.along(name, points, -1)
    assert box(axes, name)[3] < 152


def test_words_never_share_a_place(axes):
    room, names = Room(axes), [axes.text(0, 0, f"network {n}") for n in range(8)]
    for name in names:
        room.around(name, np.array([200.0, 150.0]), 6)
    boxes = [box(axes, name) for name in names]
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            assert (
                one[2] < other[0]
                or other[2] < one[0]
                or one[3] - 2 < other[1] + 2
                or (other[3] - 2 < one[1] + 2)
            )


def test_a_word_without_room_gets_a_plate(axes):
    room, word = Room(axes), axes.text(0, 0, "promised")
    for y in range(0, 300, 8):
        room.line(room.pixels([0, 400], [y, y]))
    room.level(word, 150)
    assert word.get_bbox_patch() is not None
    clear = Room(axes)
    clear.line(clear.pixels([0, 400], [150, 150]))
    clear.level(word, 150)
    assert word.get_bbox_patch() is None


def test_a_broken_line_is_no_mark_where_it_is_broken(axes):
    room, word = Room(axes), axes.text(0, 0, "free")
    room.line(room.pixels([0, 100, np.nan, 300, 400], [150, 150, np.nan, 150, 150]))
    room.place(word, np.array([[150.0, 142.0]]), np.zeros(1))
    assert word.get_bbox_patch() is None


def test_numbers_on_an_axis_thin_out_where_they_would_touch():
    figure = Figure(figsize=(2.2, 1.5), dpi=canvas.DPI)
    FigureCanvasAgg(figure)
    axes = canvas.box(figure, 20, 40, 200, 140)
    axes.set_xlim(0, 25000)
    canvas.plain_numbers(axes.xaxis)
    canvas.keep_inside(figure)
    labels = [t.label1 for t in axes.xaxis.get_major_ticks() if t.label1.get_text()]
    boxes = [label.get_window_extent() for label in labels]
    assert len(boxes) >= 2
    assert all(one.x1 < two.x0 for one, two in pairwise(boxes))


def test_no_upright_line_parts_a_word_from_its_point(axes):
    """The point lies just right of a limit: its word does, too."""
    for wall in (180.0, 195.0):
        room, word = Room(axes), axes.text(0, 0, "you: 10")
        room.line(room.pixels([wall, wall], [0, 300]))
        room.line(room.pixels([wall, 400], [0, 150]))
        room.around(word, room.pixels([wall + 10], [8])[0], 7, walls=[wall])
        left, _bottom, _right, _top = box(axes, word)
        assert left > wall
