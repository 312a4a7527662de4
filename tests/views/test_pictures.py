"""What the pictures show, by their artists, and what their words say."""

import itertools

import matplotlib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.models.fit import CRITERIA
from helpers.views import canvas
from helpers.views.canvas import Look
from helpers.views.fit_gap_map import CLEAR, EDGES
from helpers.views.words import Table
from tests.views.results import pairs


def built(name: str):
    view, first, _second = pairs()[name]
    with matplotlib.rc_context(canvas._style("light")):
        figure = canvas.new_figure(Look(), view.height(first, 780))
        view.build(figure, first)
        view.update(first)
    return view, first, figure


def test_fit_bars_add_up_to_the_fit():
    view, result, _figure = built("fit")
    for row, network in enumerate(result.facts["ranking"]):
        last = view._bars[CRITERIA[-1]].get_paths()[row].get_extents()
        assert last.x1 == pytest.approx(10 * result.value(f"{network}.fit"))


def test_fit_rows_are_sorted_and_hold_every_option():
    _view, result, _figure = built("fit")
    fits = [result.value(f"{n}.fit") for n in result.facts["ranking"]]
    assert fits == sorted(fits, reverse=True) and len(fits) == 9


def test_gap_cascade_ends_at_the_sums():
    view, result, _figure = built("gap")
    boxes = [path.get_extents() for path in view._steps.get_paths()]
    need = len(result.options)
    assert boxes[need].x1 == pytest.approx(result.value("required"))
    assert boxes[-1].x1 == pytest.approx(result.value("available"))
    for left, right in itertools.pairwise(boxes[: need + 1]):
        assert left.x1 == pytest.approx(right.x0)
    gap = view._gap.get_paths()[0].get_extents()
    assert gap.width == pytest.approx(result.value("gap"))


def test_gap_whisker_is_the_band():
    view, result, _figure = built("gap")
    assert list(view._band.get_xdata()) == [result.value("band_low"), result.value("band_high")]


def test_map_puts_every_network_where_it_belongs():
    view, result, _figure = built("map")
    for place, network in zip(view._points.get_offsets(), view._networks(result), strict=True):
        assert tuple(place) == pytest.approx(
            (result.value(f"{network}.spare"), 10 * result.value(f"{network}.fit"))
        )


@given(st.lists(st.floats(0, 10), min_size=1, max_size=8))
def test_labels_are_spread_within_the_map(heights):
    placed = sorted(canvas.spread(heights, CLEAR, *EDGES))
    assert all(b - a >= CLEAR - 1e-9 for a, b in itertools.pairwise(placed))
    assert placed[0] >= 0.3 - 1e-9 and placed[-1] <= 9.7 + 1e-9


@pytest.mark.parametrize("name", pairs())
def test_words_stand_on_their_own(name):
    view, first, _second = pairs()[name]
    words = view.words(first)
    assert words.headline.endswith(".") and words.alt and not words.headline[0].islower()
    widths = {len(row) for row in words.table.rows}
    assert widths == {len(words.table.header)} and len(words.table.header) <= 8
    assert words.table.caption


def test_table_is_escaped_and_has_headers():
    text = Table("A <b>", ("x", "y"), (("<i>", "1 & 2"),)).to_html()
    assert "&lt;b&gt;" in text and "&lt;i&gt;" in text and "1 &amp; 2" in text
    assert text.count('scope="col"') == 2 and text.count('scope="row"') == 1
    assert "<caption>" in text
