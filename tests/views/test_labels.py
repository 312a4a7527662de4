"""Words in pictures: inside the picture and not over each other, also at the ends of controls."""

import itertools
from collections.abc import Iterator

import matplotlib
import pytest
from matplotlib.text import Text

from helpers import company, look
from helpers.company import CompanyFile, Person
from helpers.data import reading
from helpers.lessons.paid_reach import PaidReach
from helpers.models import company_plan, effort, fit_and_gap
from helpers.models.result import Result
from helpers.studio.controls import Dial
from helpers.studio.studio import Studio
from helpers.views import canvas
from helpers.views.canvas import Look, View
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.gap import GapView
from tests.lessons.parts import lesson_classes
from tests.views.test_canvas import beyond_the_axes

STUDIOS = [(c, name) for c in lesson_classes() for name in c().studios()]
TOUCH = 3
"""Pixels by which the boxes of two words may share: a box is higher than its letters."""


def words(view: View, result: Result, width: int) -> tuple[list[tuple[str, object]], object]:
    """Every word of a picture with its box, and the room of the picture."""
    with matplotlib.rc_context(canvas._style("light")):
        figure = canvas.new_figure(Look(width), view.height(result, width))
        canvas.FigureCanvasAgg(figure)
        view.build(figure, result)
        view.update(result)
        canvas.keep_inside(figure)
        figure.draw_without_rendering()
        beyond = set(beyond_the_axes(figure))
        shown = [
            (text.get_text(), text.get_window_extent())
            for text in figure.findobj(Text)
            if text.get_text().strip() and text.get_visible() and text not in beyond
        ]
    return shown, figure.bbox


def faults(view: View, result: Result, width: int) -> list[str]:
    """Words that leave the picture or cover each other."""
    shown, room = words(view, result, width)
    wrong = [
        f"{text} leaves the picture"
        for text, box in shown
        if box.x0 < -1 or box.y0 < -1 or box.x1 > room.x1 + 1 or box.y1 > room.y1 + 1
    ]
    for (one, box), (other, second) in itertools.combinations(shown, 2):
        across = min(box.x1, second.x1) - max(box.x0, second.x0)
        up = min(box.y1, second.y1) - max(box.y0, second.y0)
        if across > TOUCH and up > TOUCH:
            wrong.append(f"{one} and {other} cover each other")
    return wrong


def ends(studio: Studio) -> Iterator[dict[str, object]]:
    """All dials at their low end, then all at their high end."""
    dials = {name: c for name, c in studio.controls.items() if isinstance(c, Dial)}
    yield {name: dial.min for name, dial in dials.items()}
    yield {name: dial.max for name, dial in dials.items()}


@pytest.mark.parametrize(
    ("lesson_class", "name"), STUDIOS, ids=[f"{c.slug}-{n}" for c, n in STUDIOS]
)
def test_words_stay_inside_and_apart(lesson_class, name):
    studio = lesson_class().studios()[name]()
    for width in look.WIDTHS:
        assert not faults(studio.picture, studio.result, width), width
    for values in ends(studio):
        studio.set(**values)
        assert studio.error is None
        assert not faults(studio.picture, studio.result, 340), values


@pytest.mark.parametrize("width", [340, 660])
def test_a_long_name_is_shortened_and_not_cut_at_the_edge(width):
    data, known = reading.load(), company.case("hotel")
    people = (
        Person("WILHELMINA MAMMAMOUMOU-WWWWWWWW", 6.0),
        Person("Μαριάνθη Παπαδημητρακοπούλου", 2),
    )
    plan = company_plan.plan_of(known, data, "lean", people=people)
    shown, _room = words(GapView(data), effort.answer(plan, data), width)
    assert any(text.endswith("…") for text, _box in shown)
    assert not faults(GapView(data), effort.answer(plan, data), width)


def test_millions_on_an_axis_are_written_short_and_whole():
    """They used to be cut to "000,000" at the left edge."""
    CompanyFile().save({"contribution": 1000000, "ads": 3000})
    studio = PaidReach().explore_studio()
    assert not faults(studio.picture, studio.result, 340)
    shown, _room = words(studio.picture, studio.result, 340)
    assert any(text.endswith(("K", "M")) for text, _box in shown)


def test_no_network_hides_another_on_the_map():
    """Facebook and Instagram lie at nearly the same place for the hotel: one is a ring."""
    data = reading.load()
    result = fit_and_gap.answer(company.case("hotel"), data, "lean", 3)
    view = FitGapMap(data)
    words(view, result, 340)
    sizes = dict(zip(view._networks(result), view._points.get_sizes(), strict=True))
    assert sizes["facebook"] > 1.5 * sizes["instagram"] and sizes["x"] == sizes["instagram"]
