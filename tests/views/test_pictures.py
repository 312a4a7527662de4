"""What the pictures show, by their artists, and what their words say."""

import itertools
import re
from dataclasses import replace

import matplotlib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.text import Text

from helpers import company, look
from helpers.company import Person
from helpers.data import reading
from helpers.data.tables import NONE, TableError
from helpers.models import company_plan, effort, fit, fit_and_gap
from helpers.models.fit import CRITERIA
from helpers.models.result import Quantity
from helpers.views import canvas, plane
from helpers.views.canvas import Look
from helpers.views.fit import FitView
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.gap import GapView
from helpers.views.words import Table, bare, stated
from tests.views.results import pairs


def built(name: str):
    view, first, _second = pairs()[name]
    with matplotlib.rc_context(canvas._style("light")):
        figure = canvas.new_figure(Look(), view.height(first, Look().width))
        view.build(figure, first)
        view.update(first)
    return view, first, figure


def test_fit_bars_add_up_to_the_fit():
    view, result, _figure = built("fit")
    for row, network in enumerate(result.facts["ranking"]):
        last = view._bars[CRITERIA[-1]].get_paths()[row].get_extents()
        assert last.x1 == pytest.approx(10 * result.value(f"{network}.fit"))


def test_fit_rows_are_sorted_and_hold_every_option(data):
    _view, result, _figure = built("fit")
    fits = [result.value(f"{n}.fit") for n in result.facts["ranking"]]
    assert fits == sorted(fits, reverse=True) and len(fits) == len(data.option_keys)


def hours(view: GapView, result, artist) -> list[tuple[float, float]]:
    """Where the bars of an artist of the gap start and end, in hours."""
    boxes = [path.get_extents() for path in artist.get_paths()]
    return [tuple((x - view._zero) / view._pixels for x in (box.x0, box.x1)) for box in boxes]


def test_both_bars_of_the_gap_start_at_nought_and_end_at_their_sums():
    view, result, _figure = built("gap")
    work = [f"work.{kind}" for kind in effort.WORK] + ["common"]
    takes, there = (hours(view, result, bar.spans) for bar in view._bars)
    for parts, total in ((takes, "required"), (there, "available")):
        assert parts[0][0] == pytest.approx(0)
        assert parts[-1][1] == pytest.approx(result.value(total))
        for left, right in itertools.pairwise(parts):
            assert left[1] == pytest.approx(right[0])
    drawn = [end - start for start, end in takes]
    assert drawn == pytest.approx([result.value(key) for key in work])
    ((start, end),) = hours(view, result, view._hole)
    assert (start, end) == pytest.approx((result.value("available"), result.value("required")))


def test_gap_whisker_is_the_band():
    view, result, _figure = built("gap")
    ends = view._band.get_segments()[0][:, 0]
    band = [result.value("band_low"), result.value("band_high")]
    assert list((ends - view._zero) / view._pixels) == pytest.approx(band)


def test_hours_by_kind_of_work_add_up_to_what_is_required(data):
    for case in company.cases().values():
        result = effort.answer(company_plan.plan_of(case, data, "standard"), data)
        kinds = sum(result.value(f"work.{kind}") for kind in effort.WORK)
        assert kinds + result.value("common") + result.value("ads") == pytest.approx(
            result.value("required")
        )


GAPS = {
    "short": ({}, "missing"),
    "nobody": ({"people": ()}, "nobody has promised an hour"),
    "away": ({"people": (Person("Zoe", 5.0),), "absent": 0}, "Zoe is away"),
    "no network": ({"networks": ()}, "no network, no work"),
    "to spare": ({"people": (Person("Zoe", 60.0),)}, "to spare"),
    "borderline": ({"networks": ("facebook",), "people": (Person("Zoe", 3.0),)}, "too close"),
    "further": ({"ads": 300.0}, "further"),
    "bought": ({"bought_hours": 4.0}, "bought"),
    "all networks": ({"networks": ...}, "missing"),
}


@pytest.mark.parametrize("state", GAPS)
@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("width", look.WIDTHS)
def test_every_state_of_the_gap_says_what_it_is(state, compact, width, data):
    changes, said = GAPS[state]
    changes = {
        key: tuple(data.network_keys) if value is ... else value for key, value in changes.items()
    }
    case = company.case("hotel")
    result = effort.answer(company_plan.plan_of(case, data, "lean", **changes), data)
    with matplotlib.rc_context(canvas._style("dark")):
        view = GapView(data, compact)
        figure = canvas.new_figure(Look(width), view.height(result, width))
        view.build(figure, result)
        view.update(result)
        shown = [text.get_text() for text in figure.findobj(Text) if text.get_text().strip()]
    if state == "borderline" and width == 340:
        said = "missing"  # no room for the rest of it: the headline says it
    assert any(said in text for text in shown), shown
    assert not any("0.0" in text for text in shown if text not in ("0.0\N{NO-BREAK SPACE}h",))


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(20, 90)), min_size=1, max_size=9))
def test_names_and_leaders_never_meet(marks):
    """In each row of names the words and the leaders to lower rows keep their distance."""
    marks = sorted(marks)
    widths = [width for _x, width in marks]
    paths = plane.leaders([x for x, _width in marks], widths, 0, 500)
    rows = plane.rows_needed(widths, 500)
    for row in range(rows):
        held = [
            (path[row + 1], width if len(path) == row + 2 else plane.LEADER)
            for path, width in zip(paths, widths, strict=True)
            if len(path) >= row + 2
        ]
        for (one, wide), (other, wider) in itertools.pairwise(held):
            assert other - one >= (wide + wider) / 2 + plane.CLEAR - 1e-6
        if rows < len(marks):
            assert held[0][0] - held[0][1] / 2 >= -1e-6
            assert held[-1][0] + held[-1][1] / 2 <= 500 + 1e-6


def test_a_text_is_as_wide_as_it_is_drawn():
    """Names are placed by their measure, before anything is drawn."""
    with matplotlib.rc_context(canvas._style("light")):
        figure = canvas.new_figure(Look(900), 200)
        for bold in (False, True):
            drawn = plane.Plane(figure).text(
                "Μαρία answers 4.4 h", size=20, weight=400 + 300 * bold
            )
            box = drawn.get_window_extent(canvas.FigureCanvasAgg(figure).get_renderer())
            assert plane.wide("Μαρία answers 4.4 h", 20, bold) == pytest.approx(box.width, abs=2)


def test_map_puts_every_network_where_it_belongs():
    view, result, _figure = built("map")
    for place, network in zip(view._points.get_offsets(), view._networks(result), strict=True):
        assert tuple(place) == pytest.approx(
            (result.value(f"{network}.spare"), 10 * result.value(f"{network}.fit"))
        )


@given(st.lists(st.floats(0, 10), min_size=1, max_size=8))
def test_places_are_spread_within_their_ends(heights):
    placed = sorted(canvas.spread(heights, 0.5, 0.3, 9.7))
    assert all(b - a >= 0.5 - 1e-9 for a, b in itertools.pairwise(placed))
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


def sums(words, column: int) -> tuple[float, float]:
    """The cells of a column above "Required" added up, and what stands there."""
    total = 0.0
    for row in words.table.rows:
        cell = row[column].lstrip("€").replace(",", "")
        if row[0] == "Required":
            return total, float(cell)
        total += float(cell) if cell != "–" else 0.0
    raise AssertionError(words.table.rows)


@pytest.mark.parametrize("case", company.cases())
def test_the_columns_of_the_gap_add_up_to_what_is_required(case):
    """The tool, ads and bought hours used to be in the sum and in no row."""
    data = reading.load()
    known = company.case(case)
    for networks in (known.networks[:1], data.network_keys[:3]):
        plan = company_plan.plan_of(
            known, data, known.level, networks=networks, ads=300.0, bought_hours=2.0
        )
        words = GapView(data).words(effort.answer(plan, data))
        for column, within in ((1, 0.31), (4, 0.5)):
            added, said = sums(words, column)
            assert added == pytest.approx(said, abs=within), (case, column, words.table.rows)


def mapped(case: str, **changes: object):
    known = replace(company.case(case), **changes)
    result = fit_and_gap.answer(known, reading.load(), known.level)
    return FitGapMap(reading.load()).words(result), result


def test_nothing_below_website_first_is_called_worth_it():
    """All below the dashed line and "worth it and within reach" used to stand side by side."""
    words, result = mapped("machine_parts")
    best = max(result.value(f"{n}.fit") for n in reading.load().network_keys)
    assert result.value("fit_line") < best < result.value("none.fit")
    assert words.headline.startswith("No network is worth its hours yet: LinkedIn")
    assert not any(row[-1].startswith("worth it") for row in words.table.rows)


def test_the_map_names_what_rules_a_network_out():
    words, _result = mapped("hotel", vetoes=("facebook", "instagram"))
    answers = {row[0]: row[-1] for row in words.table.rows}
    assert answers["Facebook"] == answers["Instagram"] == "ruled out"
    words, _result = mapped("hotel", weekly={"facebook": 0, "instagram": 0}, asked=1000)
    assert {row[0]: row[-1] for row in words.table.rows}["Facebook"] == "usable audience too small"


@pytest.mark.parametrize("case", company.cases())
def test_fit_names_two_figures_that_differ_or_says_how_near_they_are(case):
    """ "7 of 10 fits better than 7 of 10" and a tie of 4 and 5 came from whole points."""
    data = reading.load()
    result = fit.answer(fit.situation(company.case(case), data), data)
    best = next(n for n in result.facts["ranking"] if n != NONE)
    apart = abs(result.value(f"{best}.fit") - result.value(f"{NONE}.fit"))
    headline = FitView(data).words(result).headline
    figures = re.findall(r"\((\d\.\d)(?:\Wof\W10)?\)", headline)
    assert len(figures) == 2
    if apart < data.default("fit_tie"):
        assert "less than half a point" in headline
    else:
        assert figures[0] != figures[1]


def test_the_words_of_a_tie_follow_its_threshold():
    """ "Half a point" was written into the sentence, whatever counted as a tie."""
    data = reading.load()
    row = data.assumptions["fit_tie"]
    wide = replace(data, assumptions={**data.assumptions, "fit_tie": replace(row, default=0.1)})
    situations = (fit.situation(known, data) for known in company.cases().values())
    headlines = [FitView(wide).words(fit.answer(s, wide)).headline for s in situations]
    tied = [headline for headline in headlines if ": a tie." in headline]
    assert tied and all("less than 1.0\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}10" in h for h in tied)
    assert not any("half a point" in headline for headline in headlines)


def test_an_unknown_unit_is_an_error_and_no_word():
    with pytest.raises(ValueError, match="smoots"):
        bare(Quantity("length", 3.0, "smoots"))
    with pytest.raises(TableError, match="smoots"):
        stated([3.0], "smoots")


def test_every_unit_of_the_tables_is_written_as_words_or_not_at_all():
    data = reading.load()
    for row in data.assumptions.values():
        assert "share" not in stated((row.low, row.high), row.unit)
    for row in data.evidence.values():
        assert not re.search(r"\d (ratio|yes/no|EUR)", stated([row.value], row.unit))
    assert stated([0], "yes/no") == "no" and stated([2], "ratio") == "2 times"
    assert stated([1], "hours") == "1 hour" and stated([1, 2], "hours") == "1–2 hours"
    assert stated([1.5], "hours") == "1.5 hours" and stated([0.2, 0.3], "share") == "20%–30%"


@pytest.mark.parametrize(
    ("value", "said"), [(0.0, "0%"), (0.003, "<1%"), (0.5, "50%"), (0.997, ">99%"), (1.0, "100%")]
)
def test_a_share_is_printed_as_nothing_or_all_only_where_it_is(value, said):
    assert bare(Quantity("share", value, "share")) == said
