"""Every picture can be read: at each width, wherever a control may stand."""

from collections.abc import Iterator, Mapping

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers import company, look
from helpers.company import Person
from helpers.data import reading
from helpers.models import company_plan, effort, fit_and_gap
from helpers.models.result import Result
from helpers.studio.controls import Dial
from helpers.studio.lesson import Lesson
from helpers.studio.studio import Studio
from helpers.views import canvas
from helpers.views.canvas import Look, View
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.gap import GapView
from tests.lessons.parts import lesson_classes
from tests.views import legible
from tests.views.legible import Drawing

LOOKS = (*map(Look, look.WIDTHS), Look(look.WIDTHS[0], theme="dark"))
"""Each layout, and both themes: colours are the same at every width."""
STUDIOS = [(c, name) for c in lesson_classes() for name in c().studios()]


def settings(studio: Studio) -> Iterator[dict[str, object]]:
    """Each control over its sweep, alone; all dials at one end; each preset."""
    start = {name: control.value for name, control in studio.controls.items()}
    yield start
    for name, control in studio.controls.items():
        yield from ({**start, name: value} for value in control.sweep)
    dials = {name: c for name, c in studio.controls.items() if isinstance(c, Dial)}
    yield {**start, **{name: dial.min for name, dial in dials.items()}}
    yield {**start, **{name: dial.max for name, dial in dials.items()}}
    yield from ({**start, **preset.values} for preset in studio.presets.values())


def states(studio: Studio) -> dict[object, Result]:
    """The result at each setting, once."""
    found = {}
    for values in settings(studio):
        studio.set(**values)
        assert studio.error is None, (values, studio.error)
        found.setdefault(studio.state, studio.result)
    return found


@pytest.mark.parametrize(
    ("lesson_class", "name"), STUDIOS, ids=[f"{c.slug}-{n}" for c, n in STUDIOS]
)
def test_every_picture_of_a_studio_is_legible(lesson_class: type[Lesson], name: str):
    studio = lesson_class().studios()[name]()
    assert wrong(studio.picture, states(studio)) == []


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_every_worked_example_is_legible(lesson_class: type[Lesson]):
    view, result = lesson_class().worked_example()
    assert wrong(view, {"the example": result}) == []


def wrong(view: View, results: Mapping[object, Result]) -> list[str]:
    """The faults at each width and theme, with the state in which each is seen first."""
    # States with the same fixed part follow each other, so that it is drawn once.
    ordered = sorted(results.items(), key=lambda item: repr(view.key(item[1])))
    found: dict[str, object] = {}
    for asked in LOOKS:
        drawing = Drawing(view, asked)
        for state, result in ordered:
            for fault in drawing.faults(result):
                found.setdefault(f"{asked.width} {asked.theme}: {fault}", state)
    return [f"{fault} at {state}" for fault, state in found.items()]


def drawn(figure: Figure) -> np.ndarray:
    """The figure without its letters."""
    agg = FigureCanvasAgg(figure)
    with legible.letterless():
        agg.draw()
    return np.asarray(agg.buffer_rgba())


def test_crowded_small_faint_and_cut_texts_would_be_noticed():
    figure = Figure(figsize=(3.6, 1), dpi=canvas.DPI)
    for x, y, said, style in (
        (0.10, 0.5, "under", {}),
        (0.12, 0.6, "over", {}),
        (0.40, 0.5, "tiny", {"fontsize": 6}),
        (0.60, 0.5, "pale", {"color": "#cccccc"}),
        (0.95, 0.1, "too far out", {}),
        (0.70, 0.2, "turned", {"rotation": 45}),
        (0.75, 0.2, "beside", {"rotation": 45}),
    ):
        figure.text(x, y, said, **{"fontsize": 10.8, **style})
    assert legible.faults(figure, drawn(figure)) == [
        "“too far out” is cut by the edge",
        "“under” and “over” cover each other",
        "“tiny” is too small",
        "“pale” is hard to read on what is behind it",
    ]


def test_marks_through_words_and_beyond_their_axes_would_be_noticed():
    figure = Figure(figsize=(5, 3), dpi=canvas.DPI)
    axes = canvas.box(figure, 20, 20, 480, 280)
    axes.set(xlim=(0, 10), ylim=(0, 10), xticks=[], yticks=[], title="Plan")
    axes.title.set_fontsize(10.8)
    axes.plot([0, 9], [5, 5], color="#0072b2", linewidth=2)
    axes.plot([0, 9], [8, 8], color="#e1e5ea", linewidth=2)
    axes.add_patch(Rectangle((0, 1), 12, 0.8, color="#5b7fa6"))
    axes.add_patch(Rectangle((0, 3), 4, 0.8, color="#0072b2"))
    for x, y, said, style in (
        (1, 5, "on a curve", {}),
        (1, 5.5, "above it", {"va": "bottom"}),
        (1, 8, "on a pale line", {}),
        (3, 3.4, "over an end", {}),
        (0.5, 3.4, "large", {"color": "#ffffff", "fontsize": 14, "fontweight": "bold"}),
        (6, 1.4, "less so", {"color": "#ffffff"}),
        (6, 5, "on a plate", {"bbox": {"facecolor": "#ffffff", "edgecolor": "none"}, "zorder": 5}),
    ):
        axes.text(x, y, said, **{"va": "center", "fontsize": 10.8, **style})
    hard = "is hard to read on what is behind it"
    assert legible.faults(figure, drawn(figure)) == [
        f"“on a curve” {hard}",
        f"“over an end” {hard}",
        f"“less so” {hard}",
        "Rectangle (right 91) in “” is drawn beyond its axes",
    ]


def test_half_a_marker_at_the_edge_would_be_noticed():
    figure = Figure(figsize=(3, 2), dpi=canvas.DPI)
    axes = canvas.box(figure, 20, 20, 280, 180)
    axes.set(xlim=(0, 10), ylim=(0, 10), xticks=[], yticks=[])
    (dot,) = axes.plot([10], [5], "o", markersize=12)
    axes.scatter([5], [0], 144)
    assert len(legible.clipped(figure)) == 2
    dot.set_clip_on(False)
    assert len(legible.clipped(figure)) == 1


@pytest.mark.parametrize("width", [340, 660])
def test_a_long_name_is_shortened_and_not_cut_at_the_edge(width):
    data, known = reading.load(), company.case("hotel")
    people = (
        Person("WILHELMINA MAMMAMOUMOU-WWWWWWWW", 6.0),
        Person("Μαριάνθη Παπαδημητρακοπούλου", 2),
    )
    plan = company_plan.plan_of(known, data, "lean", people=people)
    drawing = Drawing(GapView(data), Look(width))
    assert drawing.faults(effort.answer(plan, data)) == []
    assert any(text.get_text().endswith("…") for text in drawing.texts)


def test_millions_on_an_axis_are_written_short_and_whole():
    """They used to be cut to "000,000" at the left edge."""
    figure = canvas.new_figure(Look(340), 240)
    agg = FigureCanvasAgg(figure)
    axes = canvas.box(figure, 58, 50, 318, 206)
    axes.set_ylim(0, 2_000_000)
    canvas.plain_numbers(axes.yaxis)
    agg.draw()
    labels = [label for label in axes.get_yticklabels() if label.get_text() not in ("", "0")]
    assert labels and all(label.get_text().endswith(("K", "M")) for label in labels)
    assert all(label.get_window_extent().x0 >= 0 for label in labels)


def test_no_network_hides_another_on_the_map():
    """Facebook and Instagram lie at nearly the same place for the hotel: one is a ring."""
    data = reading.load()
    result = fit_and_gap.answer(company.case("hotel"), data, "lean", 3)
    view = FitGapMap(data)
    Drawing(view, Look(340)).faults(result)
    sizes = dict(zip(view._networks(result), view._points.get_sizes(), strict=True))
    assert sizes["facebook"] > 1.5 * sizes["instagram"] and sizes["x"] == sizes["instagram"]
