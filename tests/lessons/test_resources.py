"""Lesson 09: what people picture, what it takes, what is there; and where its sentence stops."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company, look
from helpers.company import CompanyFile
from helpers.data import class_plans, quizzes, reading
from helpers.lessons.complexity import Complexity
from helpers.lessons.resources import Resources
from helpers.models import company_plan, complexity, effort, pictured, ways
from helpers.models.plan import capacity
from helpers.models.spread import round_of, spread
from helpers.studio.studio import Studio
from helpers.views.pictured import PicturedView
from helpers.views.words import Speaker
from tests.lessons import claims
from tests.lessons.parts import commit, drawn, plain, work_as
from tests.models.cases import NETWORKS

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "09_resources.ipynb"
FIRMS = ("machine_parts", "hotel", "cosmetics", "museum", "physiotherapy", "software")
TIMES = ("hours", "minutes", "factor")
IN_CLASS = {
    "dilemma": "dilemma",
    "vote": "predict-title",
    "example": "example-title",
    "explore": "explore-title",
    "explain": "explain-title",
    "debrief": "log-title",
}
"""The cell of each part that the class does."""


def prose(cell: str) -> str:
    """The words of a cell of the notebook."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return "".join(next(c for c in cells if c["id"] == cell)["source"])


def wished(case: str, tables, **changes):
    """The gap of a firm's wish."""
    firm = company.case(case)
    plan = company_plan.plan_of(firm, tables, firm.level, **changes)
    return effort.answer(plan, tables, draws=200)


# The motto: count hours before you count followers ----------------------------------------

WISHED = {
    "machine_parts": (7.6, 3.2),
    "hotel": (4.5, 2.4),
    "cosmetics": (22.3, 16.0),
    "museum": (10.3, 4.8),
    "physiotherapy": (4.5, 2.4),
    "software": (9.4, 6.4),
}


@pytest.mark.parametrize("case", FIRMS)
def test_no_firm_carries_its_own_wish(case, data):
    result = wished(case, data)
    told = round(result.value("required"), 1), round(result.value("available"), 1)
    assert told == WISHED[case] and result.facts["verdict"] == "short"


@given(
    st.sampled_from(FIRMS),
    st.sets(st.sampled_from(NETWORKS), min_size=1),
    st.sampled_from(complexity.LEVELS),
    st.floats(0, 60),
    st.integers(0, 5000),
    st.integers(0, 5000),
)
def test_no_follower_ever_brings_an_hour(case, networks, level, hours, few, more):
    """The sentence holds for every choice of networks, level and promised hours."""
    tables, firm = reading.load(), company.case(case)
    few, more = sorted((few, more))
    people = company_plan.people_with(firm, hours)
    plans = [
        company_plan.plan_of(
            firm, tables, level, networks=tuple(networks), people=people, followers=count
        )
        for count in (few, more)
    ]
    need = [float(effort.expected(plan, tables).total) for plan in plans]
    there = [capacity(plan, tables.default("shrinkage")) for plan in plans]
    assert need[0] <= need[1] + 1e-12 and there[0] == there[1]
    known = ways.standing(firm, tables).audience
    # Conversations that a firm decided on are counted less where more people write anyway.
    met = [spread(replace(plan, further=()), known, tables) for plan in plans]
    assert met[0].met >= met[1].met - 1e-12
    assert met[0].met_posts_first >= met[1].met_posts_first - 1e-12


@pytest.mark.parametrize("case", FIRMS)
def test_followers_take_hours_and_bring_none(case, data):
    few, many = wished(case, data, followers=300), wished(case, data, followers=3000)
    assert many.value("required") > few.value("required")
    assert many.value("available") == few.value("available")
    if case == "machine_parts":
        assert round(many.value("required"), 1) == 11.3
        assert "11.3 hours instead of 7.6" in prose("misconception")


def test_each_assumption_alone_turns_one_firm_at_most(data):
    """As the lesson says: Mastiha & Sage, if a short film took an hour."""
    turned = set()
    for case in FIRMS:
        firm = company.case(case)
        for key, row in data.assumptions.items():
            for end in (row.low, row.high):
                moved = replace(row, low=end, default=end, high=end)
                tables = replace(data, assumptions={**data.assumptions, key: moved})
                plan = company_plan.plan_of(firm, tables, firm.level)
                need = effort.expected(plan, tables).total
                there = effort.capacity(plan, tables.default("shrinkage"))
                if need <= there:
                    turned.add((case, key, end))
    assert turned == {("cosmetics", "making_short_video", 1.0)}
    assert data.assumptions["making_short_video"].unit == "hours"


@pytest.mark.parametrize("case", FIRMS)
def test_it_stops_where_all_work_is_as_quick_as_we_think_possible(case, data):
    rows = {
        key: replace(row, default=row.low, high=row.low)
        if row.unit in TIMES or key.startswith("messages_")
        else row
        for key, row in data.assumptions.items()
    }
    quick = wished(case, replace(data, assumptions=rows))
    assert quick.value("gap") < 0


def test_it_stops_where_the_wish_is_small(data):
    result = wished("software", data, networks=("linkedin",))
    told = round(result.value("required"), 1), round(result.value("available"), 1)
    assert told == (3.8, 6.4) and "3.8 of its 6.4 hours" in prose("misconception")


def test_pressing_post_is_the_small_part_and_making_not_all(data):
    shares, making = [], {}
    for case in FIRMS:
        firm = company.case(case)
        plan = company_plan.plan_of(firm, data, firm.level)
        result = wished(case, data)
        first = pictured.pictured(plan, data)
        shares.append(first.value("pressing") / result.value("required"))
        making[case] = result.value("work.making") / result.value("required")
    assert (round(100 * min(shares)), round(100 * max(shares))) == (4, 8)
    assert making["hotel"] == pytest.approx(1 / 3, abs=0.02)
    assert making["cosmetics"] == pytest.approx(2 / 3, abs=0.02)
    assert min(making.values()) > 0.3 and max(making.values()) < 0.7


@pytest.mark.parametrize("case", FIRMS)
def test_every_preset_tells_of_hours_first(case):
    work_as(case)
    studio = Resources().explore_studio()
    assert studio.result.facts["verdict"] == "short"
    for name in studio.presets:
        studio.preset(name)
        short = studio.result.facts["verdict"] == "short"
        assert short == (name in ("away", "deeper", "followers")), name
        assert studio.words.headline.startswith("Pictured ")


# The prediction ---------------------------------------------------------------------------


def test_seven_and_a_half_hours_is_right_and_what_the_owner_pictures_is_not():
    lesson = Resources()
    assert lesson.truth().value == pytest.approx(7.586, abs=5e-4)
    right = [
        h for h in (0.4, 1, 3, 5, 6.4, 6.5, 7.6, 8, 8.7, 8.8, 13) if lesson.is_right({"value": h})
    ]
    assert right == [6.5, 7.6, 8, 8.7]
    assert "no more than 15% off" in plain(lesson.asked().counting())
    low, high = (round(end.value, 1) for end in lesson.likely())
    assert (low, high) == (5.7, 9.8)


def test_the_question_is_about_one_firm_whoever_asks():
    before = Resources().question().text
    assert "Petrakis" in before and "LinkedIn, Facebook and YouTube" in before
    CompanyFile().save({"name": "Bakery", "invented": False, "networks": []})
    assert Resources().question().text == before
    assert Resources().walked().figures()[-1] == "7.6\N{NO-BREAK SPACE}h"


def test_the_facts_hold_the_times_of_the_ledger_and_tell_no_answer(data):
    facts = prose("predict-title")
    for said in (
        "about 50 minutes",
        "nearly an hour",
        "about nine hours",
        "Answering four messages",
    ):
        assert said in facts
    assert 60 * data.expected("making_text") == pytest.approx(50, abs=2.5)
    assert 60 * data.expected("making_photo") == pytest.approx(55, abs=2.5)
    assert data.expected("making_long_video") == pytest.approx(9, abs=0.5)
    result = wished("machine_parts", data)
    messages = sum(result.value(f"{network}.messages") for network in result.options)
    assert round(messages) == 4
    for answer in ("7.6", "eight", "0.4", "3.2"):
        assert answer not in facts + prose("dilemma") + prose("head").split("| Time")[0]


def test_a_pencil_comes_to_the_answer(data):
    """What is printed beside the question, added up: right by the tolerance that is told."""
    facts, result = prose("predict-title"), wished("machine_parts", data)
    minutes = {
        "half an hour each on LinkedIn and Facebook": 60 * result.value("linkedin.listening"),
        "a quarter on YouTube": 60 * result.value("youtube.listening"),
        "about six minutes each": data.expected("handling_minutes"),
        "about twenty minutes for each network": 60 * result.value("youtube.planning"),
        "meet | about half an hour": 60 * result.value("shared"),
        "in step | nearly an hour": 60 * result.value("coordination"),
    }
    for (said, model), close in zip(minutes.items(), (30, 15, 6, 20, 30, 55), strict=True):
        assert said in facts and model == pytest.approx(close, rel=0.1), said
    for weeks in (4, 4.345):
        pencil = (50 + 55 + 9 * 60 / weeks + 2 * 30 + 15 + 4 * 6 + 3 * 20 + 30 + 55) / 60
        assert Resources().is_right({"value": pencil}) and 7 < pencil <= 8.1
    assert "little of the hours: 5 of 100." in plain(Resources().walked().why)


def test_a_walk_of_six_steps_at_the_level_asked():
    walk = Resources().walked()
    figures = [plain(figure) for figure in walk.figures()]
    assert figures == ["0.4 h", "3.5 h", "4.8 h", "5.2 h", "6.2 h", "7.6 h"]
    assert "planning fallacy" in walk.why


# The worked example -----------------------------------------------------------------------


def test_numbers_of_the_worked_example():
    lesson = Resources()
    commit(lesson)
    words = plain(lesson.example().to_markdown())
    for said in (
        "takes 0.3 h",
        "Making them takes 1.5 h. Listening takes 1.0 h, answering 0.5 h",
        "take 0.8 h: 4.5 h in all",
        "promise 3.0 h",
        "2.4 h are there",
        "For Facebook alone, 2.5 h, the hours would be enough in 4 of ten estimates",
        "€50 of €100",
        "Pictured 0.3 h, needed 4.5 h, you have 2.4 h: 2.1 h a week are missing.",
    ):
        assert said in words, said


# Explore and own task ---------------------------------------------------------------------


def start() -> Studio:
    return Resources().explore_studio()


def test_the_start_says_what_the_picture_shows():
    studio = start()
    said = plain(studio.words.headline)
    assert said == "Pictured 0.4 h, needed 7.6 h, you have 3.2 h: 4.4 h a week are missing."
    assert "0.4 h, is what people picture" in plain(studio.words.alt)
    assert any(
        "at most 3 of 100 people a month" in plain(remark) for remark in studio.words.remarks
    )


@pytest.mark.parametrize(
    ("dropped", "hours"), [("youtube", 4.29), ("facebook", 5.30), ("linkedin", 5.53)]
)
def test_each_network_frees_its_hours(dropped, hours):
    studio = start()
    studio.set(networks=tuple(n for n in studio.state.networks if n != dropped))
    assert studio.result.value("required") == pytest.approx(hours, abs=0.005)


def test_everything_at_standard_and_somebody_on_holiday():
    studio = start()
    studio.preset("deeper")
    assert studio.result.value("required") == pytest.approx(13.02, abs=0.005)
    studio.preset("away")
    assert studio.result.value("available") == pytest.approx(0.8)
    assert studio.presets["away"].label == "Sales engineer on holiday"


@pytest.mark.parametrize("case", FIRMS)
def test_each_way_does_what_the_figures_say_and_tells_its_price(case):
    """The buttons and the table are one truth: press one, and its row has become the start."""
    work_as(case)
    studio = start()
    told, before = studio.result, list(studio.words.table.rows)
    assert [row[0].split()[0] for row in before][1:] == [
        word
        for word in ("Drop", "Thin,", "Thin", "Add", "Add", "Buy", "Buy")
        if word != ("Thin" if told.facts["leaner"] else "Thin,")
    ]
    for way in told.facts["ways"]:
        studio.preset(way)
        row = {"add": "add_sure", "buy": "buy_sure"}.get(way, way)
        for key in ("needed", "there", "met"):
            assert studio.result.value(f"wish.{key}") == pytest.approx(told.value(f"{row}.{key}"))
        assert studio.result.value("enough") == told.value(f"{row}.weeks")
        said = plain(" ".join(studio.words.remarks))
        assert ("has to be briefed" in said) is (way == "buy")
        if way in ("add", "buy"):
            # Below that it would be no promise, as the lesson says beside the buttons.
            assert round(studio.result.value("enough"), 1) >= 0.8
        if way == "add":
            assert studio.result.value("promised_more_euros") == told.value("add_sure.euros")
            assert "From what are they taken?" in said
        if way == "buy":
            assert "In cash" in said
            margin = studio.result.value("euros_available") - studio.result.value("euros_required")
            assert abs(margin) == pytest.approx(told.value("buy_sure.margin"))


def test_a_way_that_would_change_nothing_has_no_button():
    assert list(start().presets) == ["away", "deeper", "followers", "drop", "add", "buy"]
    assert start().presets["drop"].values == {"networks": ("linkedin",)}
    row = next(row for row in start().words.table.rows if row[0] == "Thin")
    assert row[-1] == "already lean"
    work_as("machine_parts", networks=["linkedin"])
    assert list(start().presets) == ["away", "deeper", "followers"]
    assert "no gap to close" in start().words.table.caption


def test_at_most_three_controls_and_three_remarks_at_a_time():
    studio = start()
    assert all(len(names) <= 3 for names in studio.groups.values())
    for name in studio.presets:
        studio.preset(name)
        assert len(studio.words.remarks) <= 3
        assert len(studio.words.headline.split()) <= 24
        assert all(len(remark.split()) <= 25 for remark in studio.words.remarks), name


def test_the_own_task_names_the_fewer_networks_and_both_orders():
    studio = Resources().own_studio()
    (said,) = (plain(r) for r in studio.words.remarks if "alone" in r)
    assert said == (
        "The hours meet at most 3 of 100 people a month if planning comes first, 11 if posts do; "
        "LinkedIn alone: 10 either way."
    )
    studio.set(hours=0.0)
    (said,) = (plain(r) for r in studio.words.remarks if "alone" in r)
    assert said == (
        "The hours meet nobody in a month if planning comes first, 3 of 100 if posts do; LinkedIn "
        "alone: nobody or 6."
    )
    studio.reset()
    studio.set(networks=("linkedin",))
    assert any("at most 10 of 100 a month" in plain(remark) for remark in studio.words.remarks)


@pytest.mark.parametrize("case", [*company.cases()])
def test_both_orders_are_told_together_in_both_studios(case):
    """Nobody was met, by the order that we assume alone; the other one stood behind it."""
    work_as(case)
    for studio in (start(), Resources().own_studio()):
        for level in ("lean", "standard", "ambitious"):
            studio.set(level=level)
            facts, speak = studio.result.facts, Speaker(studio.result)
            said = [plain(r) for r in studio.words.remarks if "planning comes first" in r]
            if not said:
                continue
            assert f"first, {speak.bare('wish.met_posts_first')}" in said[0]
            assert len(said[0].split()) <= 25
            assert ("if posts do; " in said[0]) is ("drop" in facts["ways"])
            assert not list(claims.broken(studio.words, studio.result))


@pytest.mark.parametrize(
    ("hours", "told"),
    [(3.0, "enough in none of ten"), (9.5, "enough in 5 of ten"), (30.0, "enough in all ten")],
)
def test_how_many_estimates_are_covered_is_said_as_one_speaks(hours, told):
    studio = start()
    studio.set(hours=hours)
    assert told.split()[0] in studio.words.remarks[0]
    assert " in 10" not in studio.words.remarks[0] and ">" not in studio.words.remarks[0]


def test_what_is_for_class_is_marked_and_the_task_is_one_thing_a_line():
    explain, explore = prose("explain-title"), prose("explore-title")
    assert "*In class: the six steps and “A few, or a little of all?”" in explain
    few, rest = prose("misconception").split("*At home:*")
    assert few.startswith("**A few, or a little of all?**") and "**" in rest
    assert "on all three 3 or 11" in few and "do they still?" in explore
    task = explore.split("3. *(in class)*")[1].split("6. ")[0]
    assert all(len(line.split()) <= 50 for line in task.splitlines())


def test_somebody_away_takes_the_hours_along():
    studio = start()
    studio.set(absent=0)
    assert studio.result.value("person0.available") == 0


# Bad input --------------------------------------------------------------------------------


@pytest.mark.parametrize("width", look.WIDTHS)
def test_no_networks_wished(width):
    studio = start()
    studio.set(networks=())
    shown = drawn(studio.picture, studio.result, width)
    assert "nobody presses “Post”" in shown and "no network, no work" in shown
    assert "free for website and search" in studio.words.headline


@pytest.mark.parametrize("width", look.WIDTHS)
def test_nobody_has_promised_an_hour(width):
    work_as("machine_parts", people=[])
    studio = start()
    assert "away" not in studio.presets
    assert "nobody has promised an hour" in drawn(studio.picture, studio.result, width)
    assert "In a month the hours meet nobody whom you want to reach." in studio.words.remarks
    studio.preset("deeper")
    assert "at most 0" not in plain(" ".join(studio.words.remarks))


def test_more_hours_than_a_week_has():
    work_as("hotel", people=[{"name": f"Person {i}", "hours": 60} for i in range(8)])
    studio = start()
    assert studio.result.value("available") == pytest.approx(384)
    assert "to spare" in studio.words.headline and studio.error is None


@pytest.mark.parametrize("width", look.WIDTHS)
def test_hours_that_do_on_average_are_too_close_to_call(width):
    """7.6 of 7.6 hours cover five in ten plausible estimates: no promise, nothing to spare."""
    studio = start()
    studio.set(hours=8.5)
    assert "are enough in 5 of ten" in plain(studio.words.remarks[0])
    assert "too close to call" in studio.words.headline
    assert "trial of six weeks" in studio.words.table.caption
    shown = drawn(studio.picture, studio.result, width)
    assert any("too close" in text for text in shown) and "just enough" not in shown


@pytest.mark.parametrize("name", ["explore", "own"])
def test_no_hour_is_to_spare_before_eight_in_ten_weeks_are_covered(name):
    """Headline, picture, table and text alternative, from far too few hours to far too many."""
    studio, seen = Resources().studios()[name](), set()
    for hours in (6, 7, 7.5, 8, 8.5, 9, 9.5, 10, 10.5, 11, 12):
        studio.set(hours=float(hours))
        weeks, words = round(studio.result.value("enough"), 1), studio.words
        said = [words.headline, words.alt, words.table.caption]
        said += drawn(studio.picture, studio.result, 900)
        told = any(spare in text for text in said for spare in ("to spare", "no gap to close"))
        assert told is (weeks >= 0.8), (hours, weeks)
        close = "too close to call" in words.headline
        assert close is (weeks < 0.8 and studio.result.value("coverage") >= 0.9), hours
        seen.add((told, close))
    assert seen == {(False, False), (False, True), (True, False)}
    for told in ("From 8 in 10 plausible estimates covered", "if nine tenths of the needed hours"):
        assert told in prose("explore-title")


def test_every_way_tells_the_weeks_that_it_covers():
    """Hours that do on average are not priced as if they solved it."""
    table = start().words.table
    place = table.header.index("Estimates covered, of ten")
    told = [(plain(row[0]), row[place]) for row in table.rows]
    assert told[1:] == [
        ("Drop Facebook and YouTube", ">9"),
        ("Thin", "–"),
        ("Add 5.5 h, promised", "5"),
        ("Add 7.5 h, to cover 8 in 10", "8"),
        ("Buy 5.5 h", "6"),
        ("Buy 7.0 h, to cover 8 in 10", "8"),
    ]
    assert len(table.header) <= 8 and "before you press anything" in prose("explore-title")


def test_hours_are_bought_and_the_briefing_is_told():
    """More is needed than before; the picture and a remark say of what."""
    studio = start()
    before = studio.result.value("required")
    studio.preset("buy")
    more = studio.result.value("required") - before
    said = plain(" ".join(studio.words.remarks))
    assert f"has to be briefed: {more:.1f} h a week more are needed" in said
    assert any("briefing" in text for text in drawn(studio.picture, studio.result, 900))
    studio.set(bought_hours=0.0)
    assert "briefed" not in " ".join(studio.words.remarks)
    assert not any("briefing" in text for text in drawn(studio.picture, studio.result, 900))


@pytest.mark.parametrize("case", FIRMS)
def test_hours_that_wait_for_cash_are_not_said_to_be_spare(case):
    """Headline, picture, table and text alternative, in every firm that buys."""
    work_as(case)
    studio = start()
    studio.preset("buy")
    missing = studio.result.value("euros_missing")
    assert missing > 0 and studio.result.facts["verdict"] == "enough"
    words = studio.words
    assert f"the hours would do, but €{missing:,.0f} a month are missing" in plain(words.headline)
    said = [words.headline, words.alt, words.table.caption]
    said += drawn(studio.picture, studio.result, 900)
    assert not any("to spare" in text or "no gap to close" in text for text in said)
    assert any(f"h over; €{missing:,.0f} a month missing" in plain(text) for text in said)
    assert not studio.picture._is_free(studio.result)


@pytest.mark.parametrize("case", FIRMS)
def test_hours_to_spare_say_so_where_somebody_has_yet_to_promise_them(case):
    work_as(case)
    studio = start()
    studio.preset("add")
    more = studio.result.value("promised_more")
    assert f"to spare, if {more:.1f} h more are promised" in plain(studio.words.headline)
    assert len(studio.words.headline.split()) <= 24
    assert "if promised" in " ".join(drawn(studio.picture, studio.result, 900))


@pytest.mark.parametrize("name", ["explore", "own"])
@pytest.mark.parametrize("width", look.WIDTHS)
def test_a_number_in_a_part_is_that_of_the_part_that_is_drawn(name, width):
    """What is to spare stands above the hours, and covers none of them."""
    studio = Resources().studios()[name]()
    studio.set(hours=12.0)
    drawn(studio.picture, studio.result, width)
    view, there = studio.picture, studio.picture._rows_now[1]
    assert view._surplus.get_paths()
    for path in view._surplus.get_paths():
        assert path.get_extents().y1 < there.top
    claim = view._claim
    top, bottom = there.top - 10, there.top  # the strip
    x, y = claim.get_position()
    height = claim.get_fontsize() * 0.75
    if claim.get_text() and x <= view._x(studio.result.value("available")):
        assert y + height / 2 <= top + 1 or y - height / 2 >= bottom - 1


def test_bought_hours_do_not_hide_that_networks_are_kept_in_step():
    studio = start()
    studio.preset("buy")
    shown = drawn(studio.picture, studio.result, 900)
    assert "meeting, keeping in step, briefing" in shown


def test_prices_are_all_a_month_and_by_the_hour():
    rows = {plain(row[0]).split()[0]: plain(row[-1]) for row in start().words.table.rows}
    assert rows["Add"] == "€544 a month of wages; €16.70 an hour"
    assert rows["Buy"] == "€760 a month, €710 missing; €25.00 an hour"
    studio = start()
    studio.preset("add")
    assert "€544 a month of wages" in plain(" ".join(studio.words.remarks))


def test_what_followers_bring_is_said_to_be_uncounted_where_they_are_moved():
    studio = start()
    told = "what followers bring is not counted"
    assert told not in " ".join(studio.words.remarks)
    for followers in (0.0, 3000.0):
        studio.set(followers=followers)
        assert told in " ".join(studio.words.remarks)
        studio.set(bought_hours=2.0)
        assert told in " ".join(studio.words.remarks)
        studio.reset()
    assert "What they bring is not counted here" in prose("misconception")
    work_as("machine_parts", followers=20000)
    assert told not in " ".join(start().words.remarks)


def test_an_answer_in_the_likely_range_is_told_so():
    lesson = Resources()
    for said, told in ((6, True), (9, True), (5.6, False), (9.9, False), (8, False)):
        judged = plain(lesson.judgement({"value": said, "confidence": 0.5}))
        assert ("Yet it lies in the likely range, 5.7 h to 9.8 h." in judged) is told, said
        assert lesson.is_right({"value": said}) is (said == 8)


def test_explain_says_openly_why_the_answer_is_a_range():
    said, (low, high) = prose("misconception"), Resources().likely()
    assert "Nobody has measured your minutes" in said and "slow every week" in said
    assert f"between {low.value:.1f} and {high.value:.1f} hours" in said


def test_the_range_is_one_of_estimates_and_not_of_weeks():
    """A slow firm is slow every week: no week is drawn, but what nobody has measured."""
    for path in (NOTEBOOK.parent, NOTEBOOK.parents[1] / "data", NOTEBOOK.parents[1] / "src"):
        for file in path.rglob("*"):
            if file.suffix not in {".py", ".csv", ".json", ".ipynb"}:
                continue
            text = file.read_text(encoding="utf-8")
            if file.suffix == ".ipynb":
                cells = json.loads(text)["cells"]
                text = "".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
            assert not re.search(r"plausible[\s\"]+weeks", text, re.IGNORECASE), file


def test_a_learner_cannot_find_the_quiz_answer_by_the_only_action():
    first = quizzes.load("resources")[0]
    assert "somewhere between 8.5 and 12" in first.prompt
    assert all(";" in option.text for option in first.options)


def test_the_quiz_on_two_lean_networks_says_what_the_model_says(data):
    firm = company.case("machine_parts")
    people = company_plan.people_with(firm, 3.5)
    known, met = ways.standing(firm, data).audience, []
    for networks in (("facebook", "linkedin"), ("linkedin",)):
        plan = company_plan.plan_of(firm, data, "lean", networks=networks, people=people)
        met.append(round(100 * spread(plan, known, data).met))
    both = company_plan.plan_of(firm, data, "lean", networks=("facebook", "linkedin"))
    need = round_of(both, known, data)
    there = capacity(replace(both, people=people), data.default("shrinkage"))
    assert (round(need.before + need.work, 1), round(there, 1)) == (4.3, 3.6)
    assert need.kept(there) == pytest.approx(0.75, abs=0.02)
    assert need.before == pytest.approx(1.5, abs=0.05)
    asked = quizzes.load("resources")[2]
    (right,) = (option for option in asked.options if option.correct)
    assert "4.3 hours a week, and 3.6 are there" in asked.prompt
    assert right.text.startswith("On both") and met == [12, 10]
    assert "12 of 100" in right.feedback and "alone 10" in right.feedback
    assert "three quarters" in right.feedback
    # Lean as they are; at another level the one network is ahead again, and that is told.
    plan = company_plan.plan_of(firm, data, "standard", networks=("linkedin",), people=people)
    fuller = round(100 * spread(plan, known, data).met)
    assert fuller == 17 > met[0] and asked.prompt.endswith("lean as it is?")
    for told in (right.feedback, asked.options[0].feedback, prose("misconception")):
        assert "standard" in told and f"{fuller}" in told


def test_an_absence_is_asked_about_and_not_priced():
    studio = start()
    studio.preset("away")
    said = plain(studio.words.remarks[0])
    assert "is away: 4.3 messages a week take 0.4 h, and 0.8 h are there: enough to answer" in said
    # The owner is here, and yet of the hour that is promised a fifth is taken off: told why.
    assert plain(studio.words.remarks[1]) == (
        "0.8 h is a yearly average; in a week without leave or sickness of their own, those who "
        "stay have 1.0 h."
    )
    assert (
        len(studio.words.table.rows) == 1 and "these hours come back" in studio.words.table.caption
    )


@pytest.mark.parametrize("case", FIRMS)
def test_whoever_stays_is_said_to_answer_where_the_hours_do_and_not_elsewhere(case):
    """At the hotel half an hour is asked for and 0.4 are there; at the others it would do."""
    work_as(case)
    studio = start()
    studio.preset("away")
    said, result = plain(studio.words.remarks[0]), studio.result
    do = round(result.value("available"), 1) >= round(result.value("work.answering"), 1)
    assert ("enough to answer, too little for the rest" in said) is do is (case != "hotel")
    assert ("some wait for an answer" in said) is (case == "hotel")
    assert len(said.split()) <= 25
    studio.set(hours=0.0, absent=None)
    work_as(case, people=[{"name": "One", "hours": 3}])
    alone = start()
    alone.preset("away")
    assert "nobody is there" in plain(alone.words.remarks[0])


@pytest.mark.parametrize("case", FIRMS)
def test_which_of_few_and_all_is_ahead_turns_with_what_comes_first(case, data):
    """Fewer with planning first, in all six; with posts first in Mastiha & Sage alone."""
    work_as(case)
    told = start().result
    assert told.value("drop.met") > told.value("wish.met")
    first = told.value("drop.met_posts_first") > told.value("wish.met_posts_first")
    assert first is (case == "cosmetics")
    (few,) = (one for one in prose("misconception").split("\n\n") if "A few, or a little" in one)
    assert "in all six firms" in few and "If posts come first" in few and "five of the six" in few


def test_to_drop_youtube_alone_meets_as_many_and_is_no_promise(data):
    firm = company.case("machine_parts")
    known = ways.standing(firm, data).audience
    two, one = (
        company_plan.plan_of(firm, data, "lean", networks=networks)
        for networks in (("facebook", "linkedin"), ("linkedin",))
    )
    assert [round(100 * spread(plan, known, data).met) for plan in (two, one)] == [10, 10]
    assert round(10 * effort.enough(two, data)) == 1 and effort.enough(one, data) > 0.95
    said = prose("misconception")
    assert "cover 1 in 10 plausible estimates of LinkedIn and Facebook, and more than 9" in said


def test_a_film_a_month_is_pictured_as_some_time_and_not_as_none():
    studio = start()
    studio.set(networks=("youtube",))
    assert plain(studio.words.headline).startswith("Pictured <0.1 h, needed ")
    assert any("<0.1" in said for said in drawn(studio.picture, studio.result, 900))


def test_ten_times_the_followers_take_the_hours_that_explain_tells():
    studio = start()
    studio.preset("followers")
    assert studio.state.followers == 3000
    assert plain(studio.words.headline).startswith("Pictured 0.4 h, needed 11.3 h, you have 3.2 h")
    work_as("machine_parts", messages=4)
    assert "followers" not in start().presets


def test_hours_left_after_dropping_are_held_against_a_deeper_level():
    studio = start()
    studio.preset("drop")
    said = plain(" ".join(studio.words.remarks))
    assert "at most 10 of 100 a month" in said
    assert "at a fuller level, “standard”, they would meet 15" in said
    ahead = Complexity().explore_studio().result
    assert ahead.facts["levels"][1] == "standard" and round(100 * ahead.value("set1.met")) == 15
    studio.set(level="standard")
    assert "deeper.met" not in studio.result


def test_two_coverages_say_of_what_they_are():
    lesson = Resources()
    commit(lesson)
    said = plain(lesson.example().to_markdown())
    assert "For Facebook alone, 2.5 h, the hours would be enough in 4 of ten" in said
    assert "plausible estimates for both networks lie" in said


def test_a_class_goes_through_the_notebook_from_top_to_bottom():
    """Nobody is sent on and back: the steps stand in the order of the parts."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    order = [cell["id"] for cell in cells]
    steps = [IN_CLASS[step.part] for step in class_plans.load("resources").steps]
    assert steps == sorted(steps, key=order.index)
    assert not any("comes first" in prose(cell) for cell in ("example-title", "explain-title"))


def test_what_dropping_gives_up_stands_in_its_row():
    row = next(row for row in start().words.table.rows if row[0].startswith("Drop"))
    # What is given up is told in the same currency as what is gained.
    assert plain(row[-1]) == (
        "silent on Facebook and YouTube, where 62 of 100 can be found; in the hours there, all "
        "three meet 3"
    )
    work_as("museum")
    row = next(row for row in start().words.table.rows if row[0].startswith("Thin"))
    assert re.match(r"posts a week: [\d.]+ instead of [\d.]+$", row[-1])


# The picture ------------------------------------------------------------------------------


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("width", look.WIDTHS)
def test_the_picture_alone_says_the_headline(width, compact, data):
    shown = drawn(PicturedView(data, compact), start().result, width)
    for said in ("as pictured", "0.4 h", "a week", "needed", "7.6 h", "you have", "3.2 h"):
        assert said in shown, shown
    assert "4.4 h missing" in shown
    assert "pressing “Post”, 10 min each" in shown


def test_the_bar_above_stands_on_the_same_scale(data):
    view, result = PicturedView(data), start().result
    drawn(view, result, 900)
    (path,) = view._pressing.get_paths()
    ends = [(x - view._zero) / view._pixels for x in (path.get_extents().x0, path.get_extents().x1)]
    assert ends == pytest.approx([0, result.value("pressing")])


@pytest.mark.parametrize("name", ["explore", "own"])
def test_fewer_hours_are_never_drawn_longer_than_more_were(name):
    """The scale is that of the start and grows only where it must."""
    studio = Resources().studios()[name]()
    drawn(studio.picture, studio.result, 900)
    scale = studio.picture._pixels
    for networks in (("linkedin",), (), ("facebook", "linkedin")):
        studio.set(networks=networks)
        drawn(studio.picture, studio.result, 900)
        assert studio.picture._pixels == scale
    studio.set(hours=40.0)
    drawn(studio.picture, studio.result, 900)
    assert studio.picture._pixels < scale


# In class ---------------------------------------------------------------------------------


def test_no_answer_of_the_class_vote_is_dead_on_arrival():
    """Making alone takes nearly four hours: nobody who has read the table can say less."""
    plan, making = class_plans.load("resources"), Resources().walked().result
    (wrong_by_facts,) = {"four"} & set(plan.vote.replace(",", "").split())
    assert wrong_by_facts and "four, six, eight or thirteen" in plan.vote
    assert 3.5 <= making.value("making.sum") < 4
    right = [hours for hours in (4, 6, 8, 13) if Resources().is_right({"value": hours})]
    assert right == [8]
    debrief = " ".join(step.does for step in plan.steps)
    assert "said four" in debrief and "said six" in debrief and "three" not in plan.vote


def test_the_class_sees_the_answer_before_the_studio_shows_it():
    steps = {step.part: step for step in class_plans.load("resources").steps}
    order = list(steps)
    assert order.index("vote") < order.index("explore")
    assert "let it show the model's answer" in steps["vote"].does


def test_what_the_class_does_is_marked_in_the_notebook():
    steps = class_plans.load("resources").steps
    assert {step.part for step in steps} == set(IN_CLASS)
    for step in steps:
        assert f"*In class · {step.minutes} minutes" in prose(IN_CLASS[step.part]), step.part


def test_the_minutes_of_the_parts_are_those_of_the_lesson():
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    told = [head for c in cells for head in "".join(c["source"]).splitlines() if head[:2] == "##"]
    minutes = [int(n) for head in told for n in re.findall(r"(\d+) (?:minutes|more)", head)]
    assert f"| Time | {sum(minutes)} minutes" in prose("head")
