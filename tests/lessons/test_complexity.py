"""Lesson 10: the same hours on one network, on two, on four; and whether it is exponential."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from helpers import company, look
from helpers.company import CompanyFile
from helpers.data import class_plans
from helpers.lessons.complexity import COUNCIL, OFFERED, Complexity
from helpers.lessons.resources import Resources
from helpers.models import company_plan, complexity, effort, ways
from helpers.studio.studio import Studio
from helpers.views.breadth import BreadthView
from helpers.views.own_breadth import OwnBreadth
from helpers.views.words import Speaker, written
from tests.lessons.parts import commit, drawn, plain, work_as

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "10_complexity.ipynb"


def cells() -> dict[str, str]:
    """The words of the notebook, by the id of their cell."""
    found = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return {c["id"]: "".join(c["source"]) for c in found if c["cell_type"] == "markdown"}


def start() -> Studio:
    return Complexity().explore_studio()


# The prediction ---------------------------------------------------------------------------


def test_half_a_post_is_right_and_nothing_else():
    lesson = Complexity()
    assert lesson.truth().value == pytest.approx(0.476, abs=5e-4)
    assert [key for key in OFFERED if lesson.is_right({"value": key})] == ["half"]
    assert [key for _words, key in lesson.question().options] == list(OFFERED)
    assert lesson.asked().counting() == "One of these answers is right."
    assert "half a post" in lesson.answer_words()


def test_each_wrong_answer_is_told_at_which_step_it_stands():
    """Three answers that are steps of the walk got one sentence for all."""
    lesson, said = Complexity(), {"four": "step 1", "two": "step 2", "one": "step 4"}
    replies = lesson.question().replies
    assert set(replies) == set(said)
    steps = [step.key for step in lesson.walk().steps]
    for key, step in said.items():
        assert step in replies[key]
        told = lesson.walk().result.value(steps[int(step[-1]) - 1])
        near = min(OFFERED, key=lambda option: abs(OFFERED[option] - told))
        assert near == key
        assert lesson.comparison({"value": key, "confidence": 0.5}).endswith(replies[key])


def test_half_stays_the_nearest_over_the_range_of_each_time_alone(data):
    """But with nothing to keep in step, or the least planning: then it is nearer to one."""
    lesson, nearest = Complexity(), {}
    for key, row in data.assumptions.items():
        if not key.startswith(("coordination", "planning", "shared", "reuse", "making", "handl")):
            continue
        for end in (row.low, row.high):
            moved = replace(row, low=end, default=end, high=end)
            lesson.tables = replace(data, assumptions={**data.assumptions, key: moved})
            nearest[key, end] = lesson.question().close.right[0]
    turned = {place: key for place, key in nearest.items() if key != "half"}
    assert turned == {("coordination", 0.0): "one", ("planning_factor", 0.5): "one"}


def test_what_the_half_post_hangs_on_is_told_as_the_model_has_it(data):
    lesson, posts = Complexity(), {}
    for key, share in (("coordination", 0.0), ("planning_factor", 0.5)):
        row = data.assumptions[key]
        less = share * row.expected
        moved = replace(row, low=less, default=less, high=less)
        lesson.tables = replace(data, assumptions={**data.assumptions, key: moved})
        posts[key] = lesson.truth().value
    told = "about {coordination:.1f} posts a week, and with half the planning about "
    told += "{planning_factor:.1f}, midway to one"
    assert told.format(**posts) in cells()["misconception"]
    assert 0.7 <= posts["planning_factor"] <= 0.8


def test_the_question_is_about_one_firm_whoever_asks():
    before = Complexity().question().text
    assert "museum" in before
    CompanyFile().save({"name": "Bakery", "invented": False, "networks": []})
    assert Complexity().question().text == before
    assert Complexity().walked().figures()[-1] == "0.5"


def test_the_facts_hold_the_times_of_the_ledger_and_tell_no_answer(data):
    facts = cells()["predict-title"]
    museum = company.case("museum")
    for said in (
        "about half an hour",
        "about 20 minutes",
        "about 18 minutes",
        "3¼ posts",
        "8.2 hours",
    ):
        assert said in facts
    assert 60 * data.expected("shared_hours") == pytest.approx(30, abs=3)
    planning = float(data.levels.at["lean", "planning_hours"]) * data.expected("planning_factor")
    assert 60 * planning == pytest.approx(20, abs=1)
    assert 60 * data.expected("coordination") == pytest.approx(18, abs=1)
    assert sum(effort.network_posts(data, n, "lean") for n in COUNCIL) == 3.25
    today = company_plan.plan_of(museum, data, "standard", networks=("facebook",))
    one = effort.answer(today, data, draws=20)
    assert round(one.value("available"), 1) == 4.8 and "4.8 hours" in facts
    assert effort.network_posts(data, "facebook", "standard") == 2 and one.value("gap") < 0
    # With pencil and these facts alone a reader comes to half a post, too.
    left = 4.8 - 0.5 - 4 * 20 / 60 - 6 * 18 / 60
    pencil = 3.25 * left / 8.2
    assert min(OFFERED.values(), key=lambda offered: abs(offered - pencil)) == 0.5
    without_pairs = 3.25 * (left + 6 * 18 / 60) / 8.2
    assert min(OFFERED.values(), key=lambda offered: abs(offered - without_pairs)) == 1
    told = facts + cells()["dilemma"] + cells()["head"]
    for answer in ("half a post", "0.5", "pairs are six", "six pairs", "fewer posts", "done well"):
        assert answer not in told.lower()


def test_no_part_before_the_answer_shows_the_museum(data):
    """The worked example is another firm, and explore begins with another."""
    before = (*(cells()[c] for c in ("example-title", "explore-title", "laws-title")),)
    assert not any("useum" in said for said in before)
    assert Complexity().company.name == company.case("machine_parts").name


def test_a_walk_of_five_steps_in_posts():
    walk = Complexity().walked()
    assert [plain(figure) for figure in walk.figures()] == ["4", "1.9", "1.7", "1.2", "0.5"]
    assert "The largest step is the first" in walk.why  # 4 to 1.9; the pairs take 0.7
    assert all(len(step.words.split()) <= 20 for step in walk.steps)
    assert "A full round takes 8.2 h; 4.8 h are there" in plain(walk.steps[1].words)
    # Hours are taken off hours: 4.8 − 0.5 − 1.3 − 1.8, each step with what is left.
    for step, gone, left in zip(
        walk.steps[2:], ("0.5 h", "1.3 h", "1.8 h"), ("4.3 h", "3.0 h", "1.2 h"), strict=True
    ):
        said = plain(step.words)
        assert gone in said and f"{left} are left" in said


def test_a_class_gets_the_answer_to_its_prediction():
    steps = {step.part: step for step in class_plans.load("complexity").steps}
    assert "answer for the museum" in steps["explain"].does
    assert "## Explain *In class · 3 minutes ·" in cells()["explain-title"]


def test_the_minutes_of_the_parts_are_those_of_the_lesson():
    heads = [head for said in cells().values() for head in said.splitlines() if head[:2] == "##"]
    minutes = [int(n) for head in heads for n in re.findall(r"(\d+) (?:minutes|more)", head)]
    assert f"| Time | {sum(minutes)} minutes" in cells()["head"]


def test_the_tasks_of_the_class_are_marked():
    (step,) = (s for s in class_plans.load("complexity").steps if s.part == "explore")
    assert "tasks one and two" in step.does
    marked = [line[0] for line in cells()["explore-title"].splitlines() if "*(in class)*" in line]
    assert marked == ["1", "2"]


def test_saved_words_answer_for_the_firm_that_is_explored():
    """Not under the question about the museum, and not as its answer."""
    lesson = Complexity()
    for part in (lesson.explore(), lesson.laws()):
        said = plain(part.to_markdown())
        assert "museum" not in said and "Petrakis" in said.split("(predict first)")[0]
    assert lesson.question().text in lesson.explain().to_markdown()
    work_as("hotel")
    assert "Almyra" in Complexity().explore().to_markdown().split("(predict first)")[0]


def test_hours_in_the_table_are_those_of_headline_and_text():
    """Rounded once: what goes first, what is left and what is idle add up as they are printed."""
    for case in company.cases():
        work_as(case)
        studio = start()
        for hours in (4.0, 12.0, 30.0, 60.0):
            studio.set(hours=hours)
            there = round(studio.result.value("available"), 1)
            for count, row in zip(
                studio.result.facts["counts"], studio.words.table.rows, strict=True
            ):
                first, left, idle = (float(cell) for cell in row[2:5])
                if first < there:
                    assert round(first + left + idle, 1) == there, (case, hours, count)
                    assert f"{first:.1f} h gone before the first post" in plain(studio.words.alt)


def test_the_figures_have_the_grey_at_every_number_of_networks():
    studio = Complexity().laws_studio()
    table = studio.words.table
    assert table.header[-1] == "Left open" and "15% more with each" in plain(table.caption)
    assert plain(table.rows[3][-1]) == "7.8 to 12.4"
    assert [plain(cell) for cell in table.rows[3][1:4]] == ["8.4", "10.1", "12.7"]
    low, high = (studio.result.facts["band"][place][4] for place in (0, 1))
    assert (studio.result.value("low4"), studio.result.value("high4")) == (low, high)


# The worked example -----------------------------------------------------------------------


def test_numbers_of_the_worked_example():
    lesson = Complexity()
    commit(lesson)
    words = plain(lesson.example().to_markdown())
    for said in (
        "The family has 2.4 h a week",
        "Facebook alone: 0.9 h go before the first post; what is left carries 0.9 posts",
        "With Instagram there is a pair to keep in step: 1.5 h, and 0.6 posts a week",
        "With TikTok there are three pairs, and 2.4 h are asked for",
        "with Pinterest there are six, and 3.6 h",
        "At most 13 of 100 meet the hotel on one network, 8 of 100 on two, 0 of 100 on four",
        "4 networks: 3.6 h a week would go before the first post, 2.4 h are there",
    ):
        assert said in words, said


# Explore ----------------------------------------------------------------------------------


def test_explore_begins_with_the_firms_networks_and_others_up_to_four():
    studio = start()
    assert studio.result.options == ("linkedin", "facebook", "youtube", "instagram")
    assert set(company.case("machine_parts").networks) <= set(studio.state.networks)
    said = plain(studio.words.headline)
    assert said == (
        "4 networks: 3.6 h a week would go before the first post, 3.2 h are there, and no post "
        "is left."
    )
    work_as("museum", networks=["facebook", "x", "threads", "tiktok", "pinterest"])
    assert len(start().state.networks) == 5, "none that the firm talks of is left out"


def test_taking_networks_away_brings_posts_and_people_back():
    studio = start()
    order = studio.result.options
    posts, met = [], []
    for count in (4, 3, 2, 1):
        studio.set(networks=order[:count])
        posts.append(studio.result.value(f"set{count}.posts"))
        met.append(studio.result.value(f"set{count}.met"))
    assert posts == sorted(posts) and met == sorted(met)
    assert "take the first network of the picture away" in cells()["explore-title"]
    studio.set(networks=order[1:])  # the others do not replace it
    most = max(studio.result.value(f"set{count}.met") for count in (1, 2, 3))
    assert round(100 * most) == 8 < 15 == round(100 * met[-1])


def test_presets_are_named_by_what_they_do():
    studio = start()
    assert {key: preset.label for key, preset in studio.presets.items()} == {
        "planned": "The networks we plan",
        "nothing": "Nothing to keep in step",
        "twice": "Twice the hours",
        "every": "All eight networks",
    }
    studio.preset("nothing")
    assert studio.result.value("set4.posts") == pytest.approx(0.7, abs=0.05)
    there = studio.result.value("available")
    studio.preset("twice")
    assert studio.result.value("available") == pytest.approx(2 * there)
    studio.preset("every")
    assert studio.result.facts["counts"][-1] == 8
    work_as("machine_parts", people=[])
    assert "twice" not in start().presets


def test_the_hours_at_which_four_are_ahead_lie_on_the_slider():
    """Task four can be done for every firm, and the sentence turns with the bars."""
    for case in company.cases():
        work_as(case)
        studio = start()
        four = Complexity()._first(company.case(case), 4)
        studio.set(networks=four)
        turn = studio.result.value("turn")
        most = studio.controls["hours"].max
        studio.set(hours=most)
        assert studio.result.value("available") > turn, case
        said = " ".join(studio.words.remarks)
        hair = len(studio.result.facts["best"]) > 1
        assert ("are ahead by a hair" if hair else "are ahead of any fewer here") in said


def test_numbers_that_are_level_are_told_as_level():
    """Three and four print alike, and four are a hair ahead: no number is said to meet no more."""
    studio = start()
    studio.set(hours=36.0)
    level, hair, *_rest = map(plain, studio.words.remarks)
    assert level == "LinkedIn, Facebook and YouTube meet as many as all four: 47 of 100 in a month."
    assert hair == "All four are ahead by a hair, from 29.3 h a week on."


@pytest.mark.parametrize("case", company.cases())
def test_all_eight_fall_behind_for_the_reason_that_is_told(case, data):
    """Where no hours help, the last network adds nobody; where some do, they are told."""
    work_as(case)
    studio = start()
    studio.preset("every")
    (said,) = (
        plain(r) for r in studio.words.remarks if "ll eight " in r and "h a week" in plain(r)
    )
    last = studio.result.options[-1]
    nobody = round(100 * ways.standing(company.case(case), data).audience[last]) == 0
    assert ("not even with 80.0 h a week" in said) is ("turn" not in studio.result) is nobody
    if nobody:
        assert f"{data.name('network', last)}, the last, would add almost nobody" in said
    else:
        assert "would meet more than fewer do" in said
    assert "two people" not in said


def test_the_museum_of_the_prediction_and_of_explore_are_told_apart(data):
    lesson, firm = Complexity(), company.case("museum")
    names = [data.name("network", n) for n in lesson._first(firm, 4)]
    assert names == ["Facebook", "Instagram", "LinkedIn", "YouTube"]
    four = lesson._spread(firm, COUNCIL)
    told = f"with TikTok instead of LinkedIn, all four meet {100 * four.value('set4.met'):.0f}."
    assert told in cells()["misconception"]
    assert "for Facebook, Instagram, YouTube and LinkedIn" in cells()["misconception"]
    assert set(COUNCIL) == {"facebook", "instagram", "youtube", "tiktok"}


def test_the_turn_is_said_to_hang_on_the_deepest_level():
    assert "More than “ambitious” is not modelled" in cells()["misconception"]


def test_what_is_added_up_rises_most_where_films_come(data):
    """As the lesson says beside the laws, and so it is not called a straight line."""
    result = Complexity().laws_studio().result
    sums = [result.value(f"linear{n}") for n in range(1, len(result.options) + 1)]
    more = dict(
        zip(result.options[1:], (after - before for before, after in pairwise(sums)), strict=True)
    )
    lean = data.cadence[data.cadence["level"] == "lean"]
    films = set(lean[lean["format"].str.contains("video")]["network"])
    assert films == {"youtube", "tiktok"}
    assert min(more[n] for n in films if n in more) > max(
        hours for n, hours in more.items() if n not in films
    )
    assert "for Petrakis it rises most where one with films comes" in cells()["laws-title"]


def test_an_exponential_that_grows_by_nothing_is_no_third_law():
    studio = Complexity().laws_studio()
    assert "added up" in studio.words.headline and "straight" not in studio.words.headline
    studio.set(rate=0.0)
    said = plain(studio.words.remarks[0])
    assert "grows by nothing is no more than added up" in said and "exponential" not in said
    assert "exponentially" not in studio.words.headline


def test_words_are_short_and_three_remarks_at_most():
    for case in company.cases():
        work_as(case)
        for make in Complexity().studios().values():
            studio = make()
            for name in ("", *studio.presets):
                studio.preset(name) if name else studio.reset()
                assert len(studio.words.headline.split()) <= 24
                assert len(studio.words.remarks) <= 3
                assert all(len(remark.split()) <= 25 for remark in studio.words.remarks)
            assert len(studio.controls) <= 3


def test_laws_fit_two_networks_until_a_year_is_counted():
    studio = Complexity().laws_studio()
    said = " ".join(map(plain, (studio.words.headline, *studio.words.remarks)))
    two = "added up 4.0 h, by pairs 4.3 h, exponential 4.6 h"
    for told in ("15.6 h", "23.8 h", "41.6 h", two, "3.3 h to 5.3 h"):
        assert told in said
    assert "any law fits" in said and "23 weeks of sheets rule out “added up”" in said
    assert "any law fits" in drawn(studio.picture, studio.result, 900)
    studio.preset("year")
    assert plain(studio.words.headline) == (
        "If work grows by pairs, sheets of 52 weeks rule out “added up” and growth by 15% at two "
        "networks, but not by 7%."
    )
    assert "4.1 h to 4.5 h" in plain(studio.words.remarks[2])
    shown = drawn(studio.picture, studio.result, 900)
    assert "added up and growth by 15% no longer fit" in shown
    assert "any law fits" not in drawn(studio.picture, studio.result, 900)
    assert "2.3 hours" in cells()["laws-title"]
    assert round(studio.result.value("linear1"), 1) == 2.3


def test_no_sheet_rules_out_every_exponential_at_two_networks(data):
    """Its share is free: the growth that is told fits there, and leaves the grey only later."""
    studio = Complexity().laws_studio()
    studio.preset("year")
    assert studio.result.value("fits") == pytest.approx(0.073, abs=5e-4)
    assert data.assumptions["growth"].step == 0.01
    studio.set(rate=0.07)
    assert studio.result.facts["outside"] == ("linear",)
    assert "but not growth by 7%" in plain(studio.words.headline)
    result = studio.result
    inside = [result.value(f"exponential{n}") <= result.value(f"high{n}") for n in range(1, 9)]
    assert inside == [True] * 5 + [False] * 3 and result.options[5] == "tiktok"
    studio.set(rate=0.02)  # so little growth lies below the grey
    assert studio.result.facts["outside"] == ("linear", "exponential")
    assert "move the growth to 7%" in cells()["laws-title"]
    assert "*Rule out* means: outside that band." in cells()["laws-title"]
    assert "some share of growth always fits two networks" in cells()["misconception"]


# The own task -----------------------------------------------------------------------------


def test_nobody_met_is_no_at_most():
    studio = Complexity().own_studio()
    studio.set(networks=tuple(Complexity().tables.network_keys))
    assert studio.result.value("wish.met") == 0
    assert plain(studio.words.remarks[1]).startswith("Nobody is met; LinkedIn alone,")
    assert plain(studio.words.table.caption).endswith("Parts are rounded so that they add up")


def test_one_of_a_hundred_is_met_and_not_are():
    view = OwnBreadth(Complexity().tables, compact=True)
    studio = Complexity().own_studio()
    for met, said in ((0.01, "At most 1 of 100 is met;"), (0.03, "At most 3 of 100 are met;")):
        found = studio.result
        quantities = {**found.quantities, "wish.met": replace(found["wish.met"], value=met)}
        result = replace(found, quantities=quantities)
        assert plain(view._met(result, Speaker(result))).startswith(said)


def test_what_goes_first_is_told_in_its_parts(data):
    """The reader had to find in the table that 2.4 hours are 1.0 and 1.4."""
    for case in company.cases():
        work_as(case)
        studio = Complexity().own_studio()
        studio.set(networks=Complexity().four())
        (said,) = (plain(r) for r in studio.words.remarks if "before any post" in r)
        figures = [float(number) for number in re.findall(r"[\d.]+(?= h)", said)]
        assert len(figures) in (1, 3), said
        if len(figures) == 3:
            assert figures[0] + figures[1] == pytest.approx(figures[2], abs=1e-6), said
    work_as("machine_parts")
    studio = Complexity().own_studio()
    assert plain(studio.words.remarks[0]) == (
        "Planning (1.0 h), meeting and keeping in step (1.4 h) take 2.4 h of that, before any post."
    )
    studio.set(networks=("linkedin",))
    (said,) = (plain(r) for r in studio.words.remarks if "before any post" in r)
    assert "keeping in step" not in said  # one network has no pair


def test_the_own_choice_is_kept_and_held_against_fewer():
    lesson = Complexity()
    studio = lesson.own_studio()
    remarks = [plain(remark) for remark in studio.words.remarks]
    assert remarks[1] == (
        "At most 3 of 100 are met; LinkedIn alone, at “standard”, would meet 15, with 1.6 posts "
        "a week of 2 planned."
    )
    assert studio.result.value("wish.met") == Resources().own_studio().result.value("wish.met")
    studio.set(networks=("linkedin",))
    assert "would meet 15, with 1.6 posts a week of 2 planned" in plain(studio.words.remarks[1])
    studio.set(networks=("linkedin",), level="standard")
    assert "are missing" in studio.words.headline  # for all posts; the remark says how many
    assert plain(studio.words.remarks[1]) == (
        "15 of 100 are met at most, with 1.6 posts a week of 2 planned; fewer networks, or another "
        "level, would not meet more."
    )
    lesson.save(lesson.changes(studio))
    assert Complexity().company.networks == ("linkedin",)


# Bad input --------------------------------------------------------------------------------


@pytest.mark.parametrize("width", look.WIDTHS)
def test_no_network_and_nobody(width):
    studio = start()
    studio.set(networks=())
    assert studio.error is None and "stay free for website and search" in studio.words.headline
    assert drawn(studio.picture, studio.result, width) == ["no network, no post"]
    studio.reset()
    work_as("machine_parts", people=[])
    studio = start()
    assert "nobody has promised an hour" in studio.words.headline
    assert drawn(studio.picture, studio.result, width) == ["nobody has promised an hour"]
    own = Complexity().own_studio()
    own.set(networks=())
    assert own.error is None and "free for website and search" in own.words.headline


def test_more_hours_than_a_week_has():
    work_as("hotel", people=[{"name": f"Person {i}", "hours": 60} for i in range(8)])
    studio = start()
    assert studio.error is None
    assert "On all four most could see" in studio.words.remarks[0]


def test_other_work_that_goes_first_is_named():
    work_as("hotel", conversations=10, ads=200.0)
    studio = start()
    assert studio.result.facts["other"]
    assert any("other work" in said for said in drawn(studio.picture, studio.result, 540))


@pytest.mark.parametrize("width", look.WIDTHS)
def test_at_two_networks_what_still_fits_can_be_seen(width):
    """On the axis of eight networks the three laws lie within three pixels of each other."""
    studio = Complexity().laws_studio()
    for preset, outside in (("", set()), ("year", {"linear", "exponential"})):
        if preset:
            studio.preset(preset)
        result, view = studio.result, studio.picture
        shown = drawn(view, result, width)
        strip = view._strip
        (band,) = (path.get_extents() for path in strip._band.get_paths())
        dots = [path.get_extents() for path in strip._dots.get_paths()]
        middles = dict(zip(complexity.LAWS, ((d.x0 + d.x1) / 2 for d in dots), strict=True))
        assert {law for law, x in middles.items() if not band.x0 <= x <= band.x1} == outside
        assert set(result.facts["outside"]) == outside
        assert min(abs(middles[law] - middles["pairwise"]) for law in ("linear", "exponential")) > 8
        assert shown.count("no longer fits") == (len(outside) if width >= 660 else 0)
        for law in complexity.LAWS:
            assert any(said.endswith(plain(written(result[f"{law}2"]))) for said in shown), shown


# The picture ------------------------------------------------------------------------------


@pytest.mark.parametrize("width", look.WIDTHS)
def test_the_picture_alone_says_the_headline(width):
    view, result = Complexity().worked_example()
    shown = drawn(view, result, width)
    assert isinstance(view, BreadthView)
    for said in ("1 network", "4 networks", "0.9", "0.6", "13", "8", "0.9 h", "1.5 h", "3.6 h"):
        assert said in shown, shown
    assert "2.4 h are there" in shown and any(re.match("all .*gone", said) for said in shown)
    assert {"1.2 h missing", "1.2 h"} & set(shown)  # the number alone where it is narrow
    assert "keeping in step" in " ".join(shown)


def bold(view: BreadthView) -> list[str]:
    return [text.get_text() for text in view._met if text.get_weight() == "bold"]


@pytest.mark.parametrize("width", look.WIDTHS)
def test_bars_have_one_scale_and_what_rises_above_the_line_is_missing(width):
    view, result = Complexity().worked_example()
    drawn(view, result, width)
    way = "height" if width >= 660 else "width"
    gone = [getattr(path.get_extents(), way) for path in view._gone_boxes.get_paths()][:4]
    (hatched,) = (getattr(path.get_extents(), way) for path in view._missing_boxes.get_paths())
    asked = [result.value(f"set{n}.before") for n in (1, 2, 3, 4)]
    pixels = (gone[3] + hatched) / asked[3]
    assert gone[:3] == pytest.approx([pixels * hours for hours in asked[:3]])
    assert gone[3] == pytest.approx(pixels * result.value("available"))
    ends = {tuple(x.round(6)) for x in view._line.get_segments()[0]}
    assert len({one[way == "height"] for one in ends}) == 1, "the line is straight"


def test_the_boldest_people_met_are_the_most(data):
    view, result = BreadthView(data), start().result
    drawn(view, result, 900)
    met = [result.value(f"set{n}.met") for n in result.facts["counts"]]
    assert bold(view) == [f"{100 * max(met):.0f}"]


@pytest.mark.parametrize("width", look.WIDTHS)
def test_hours_that_are_not_needed_have_a_frame_and_no_colour(width, data):
    studio = start()
    studio.set(hours=25.0)
    result, view = studio.result, BreadthView(data)
    shown = drawn(view, result, width)
    assert any("14.0 h" in said for said in shown)
    assert len(view._idle_boxes.get_paths()) == 2 and len(view._left_boxes.get_paths()) == 4
    parts = [result.value(f"set1.{part}") for part in ("gone", "left", "idle")]
    assert round(sum(parts), 1) == 20.8 and round(parts[2], 1) == 14.0
    remarks = plain(" ".join(studio.words.remarks))
    assert any("not needed" in said for said in shown) and not any("idle" in s for s in shown)
    assert "Not needed on LinkedIn: 14.0 h. More than “ambitious” is not modelled." in remarks


def test_hours_for_posts_are_not_called_left_beside_hours_that_are_not_needed(data):
    """Both were left: “29.0 h left” stood beside “14.2 h not needed”."""
    studio, shown = start(), {}
    studio.set(hours=60.0)
    for width in look.WIDTHS:
        shown[width] = drawn(BreadthView(data), studio.result, width)
        assert not any(re.search(r" h left$", said) for said in shown[width]), width
    assert {"29.0 h for posts", "14.2 h not needed"} <= set(shown[900])
    assert "29.0 h\nfor posts" in shown[660]


def test_people_met_are_a_ceiling_in_the_picture_alone(data):
    for width in look.WIDTHS:
        shown = drawn(BreadthView(data), start().result, width)
        assert any(said.endswith(("meet us, at most", "of 100, at most")) for said in shown), width


def test_sheets_of_more_than_the_control_has_are_said_to_be_more_than_a_year():
    work_as("cosmetics")
    studio = Complexity().laws_studio()
    assert studio.result.value("apart") > studio.controls["sheets"].max
    (said,) = (r for r in studio.words.remarks if "more than a year" in r)
    assert plain(said).startswith("In that case it takes 67 weeks of sheets, more than")


@pytest.mark.parametrize("width", look.WIDTHS)
def test_numbers_that_print_alike_are_bold_alike(width, data):
    studio = start()
    studio.set(hours=25.0)
    view = BreadthView(data)
    drawn(view, studio.result, width)
    assert bold(view) == ["42", "42"]
    assert "No number meets more than LinkedIn and Facebook: 42" in plain(studio.words.remarks[0])


@pytest.mark.parametrize("width", look.WIDTHS)
def test_posts_stand_beside_those_that_were_planned(width):
    view, result = Complexity().worked_example()
    shown = drawn(view, result, width)
    assert sum(said in ("of 2", "of 2 posts") for said in shown) == 1


@pytest.mark.parametrize("width", look.WIDTHS)
def test_hours_are_written_larger_than_people_and_people_larger_than_posts(width, data):
    """Four networks may carry more posts and meet fewer people: more is said by the larger."""
    work_as("software")
    studio = start()
    studio.preset("twice")
    posts, met = ([studio.result.value(f"set{n}.{k}") for n in (1, 4)] for k in ("posts", "met"))
    assert posts[0] < posts[1] and met[0] > met[1]
    assert re.search(
        r"they could meet \d+ of 100, LinkedIn alone \d+\.$", plain(studio.words.headline)
    )
    view = BreadthView(data)
    drawn(view, studio.result, width)
    assert all(
        first.get_size() > large.get_size() > small.get_size()
        for first, large, small in zip(view._hours, view._met, view._posts, strict=True)
    )
