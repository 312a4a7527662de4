"""Lesson 01: without a why, the same answer whatever you want, and nobody knows if it is right."""

import re
from dataclasses import replace

import pytest
from matplotlib.text import Text

from helpers import company, look
from helpers.company import CompanyFile
from helpers.data import class_plans
from helpers.lessons.why import WhyLesson
from helpers.models import fit, whys
from helpers.studio.tolerance import OFF, RIGHT
from helpers.views.canvas import Canvas, Look
from helpers.views.words import Speaker
from tests.lessons.parts import notebook_of

CASES = sorted(company.cases())
PRESETS = ("silent", "enquiries", "written", "visits")


def of_case(case: str, data) -> fit.Situation:
    return fit.situation(company.case(case), data)


# Prediction, explore, explain --------------------------------------------------------------


def test_for_three_of_seven_aims_and_no_option_is_a_safe_middle():
    lesson = WhyLesson()
    assert lesson.truth().value == 3
    question = lesson.question()
    bands = {key: words for words, key in question.options}
    graded = {key: question.close.grade(key) for key in bands}
    assert graded == {"0-1": OFF, "2": OFF, "3-4": RIGHT, "5-7": OFF}
    held = [n for key in bands for n in range(int(key[0]), int(key[-1]) + 1)]
    assert held == list(range(len(lesson.tables.keys("purpose")) + 1))
    assert bands["3-4"] in lesson.comparison({"value": "7", "confidence": 0.5})
    vote = class_plans.load("why").vote
    assert vote.endswith(", ".join(words for words, _key in question.options) + "?")
    asked = lesson.question().text
    assert "gets LinkedIn: best on average, by a hair." in asked and "tie" not in asked
    result = lesson._whys("machine_parts")
    ahead = fit.apart(result.value("even.best"), result.value("even.next"))
    assert 0 < ahead < result.value("tie"), "by a hair"
    assert "of the seven aims is LinkedIn also best, or nearly (less than half a point" in asked
    assert result.value("tie") == 0.05
    assert "One of these answers is right" in lesson.question().counting()


def test_the_question_is_about_the_same_firm_whoever_learns():
    before = WhyLesson().question().text
    document = company.case_document("museum")
    document.pop("schema_version")
    CompanyFile().save(document)
    assert WhyLesson().question().text == before
    assert WhyLesson().truth().value == 3


def test_explore_goes_from_nobody_to_enquiries_and_to_staff():
    studio = WhyLesson().explore_studio()
    assert headline(studio).startswith(
        "Enquiries and sales: website first 7.8, LinkedIn 6.6. Without"
    )
    studio.preset("silent")
    assert headline(studio).endswith(
        "by a hair: right for 3 of 7 aims; loses up to 2.2 points (Visits to our site)."
    )
    assert (
        "LinkedIn (6.1) and website first (6.0) are a tie. Say why first; only then let hours"
        in remarked(studio)
    )
    had_it = "Were website first taken instead, silence would again be right for 3 aims, but for"
    assert had_it in remarked(studio)
    assert "silence would still be right for 2 to 4 aims, 6 in 10 times." in remarked(studio)
    assert studio.hidden("second") and studio.hidden("coins")
    assert "hours for" not in remarked(studio), "no aim, so no hours decide"
    studio.preset("enquiries")
    assert headline(studio).startswith(
        "Enquiries and sales: website first 7.8, LinkedIn 6.6. Without"
    )
    studio.preset("written")
    for width in look.WIDTHS:
        view = studio.picture
        Canvas(view).png(studio.result, Look(width))
        drawn = [text.get_text() for text in view._plane.axes.figure.findobj(Text)]
        if width == 340:
            assert any(s.startswith("website first") and "≈ LinkedIn" in s for s in drawn), drawn
        else:  # from the ring to the mark
            assert "≈ website first 7.2" in drawn, drawn
            assert width < 660 or "LinkedIn 6.9" in drawn, drawn
    assert "These coins: website first 7.2, LinkedIn 6.9, a tie." in headline(studio)
    assert had_it in remarked(studio)
    assert "only then let hours" not in remarked(studio), "one advice on a tie, not two"
    assert "Enquiries and sales 7, New staff 3" in studio.words.alt
    assert "Enquiries and sales 7, New staff 3" in {row[0] for row in studio.words.table.rows}
    said = "For these coins, website first and LinkedIn are less than half a point apart: take the"
    assert said in remarked(studio)
    studio.set(coins=0.0)
    assert headline(studio).startswith("New staff: LinkedIn 7.6, website first 5.8. Without")
    assert "a tie." not in headline(studio)
    assert "Silence costs" not in remarked(studio)
    studio.preset("visits")
    assert "Silence costs 2.2 points here: LinkedIn, which it gets, has 5.6." in remarked(studio)


def remarked(studio) -> str:
    return " ".join(studio.words.remarks).replace("\u00a0", " ")


def headline(studio) -> str:
    return studio.words.headline.replace("\u00a0", " ")


def test_the_headline_says_for_how_many_aims_silence_is_right():
    studio = WhyLesson().explore_studio()
    told = {
        "machine_parts": "gets LinkedIn by a hair: right for 3 of 7 aims.",
        "hotel": "gets Facebook: right for 5 of 7 aims.",
    }
    for case, said in told.items():
        studio.set(firm=case)
        assert said in headline(studio)


def test_only_a_firm_that_is_no_example_stands_in_the_list_as_ours():
    assert "ours" not in WhyLesson().explore_studio().controls["firm"].sweep
    CompanyFile().save({"name": "Ours", "market": "b2c_local"})
    lesson = WhyLesson()
    studio = lesson.explore_studio()
    assert "ours" in studio.controls["firm"].sweep
    studio.set(firm="ours")
    assert "Ours gets" in studio.words.headline
    assert "Without a why, Ours would get" in lesson.walked().to_markdown()


@pytest.mark.parametrize("coins", [{"purposes": {}}, {"purposes": {"brand": 10}}])
def test_all_coins_on_one_aim_or_none_still_has_a_picture(coins):
    CompanyFile().save({"name": "Ours", **coins})
    lesson = WhyLesson()
    for make in lesson.studios().values():
        studio = make()
        studio.stage.screen = {"width": 340, "ratio": 1, "theme": "light"}
        assert studio.error is None and studio.stage.image


def test_the_walk_goes_from_all_to_the_three_that_are_left():
    walk = WhyLesson().walked()
    figures = [walk.result.value(step.key) for step in walk.steps]
    assert figures == [5, 3]
    assert figures[-1] == WhyLesson().truth().value
    told = walk.to_markdown()
    assert "31 of 42 aims, ties counted. That is 3 to 6 a firm. For yours you" in told
    assert "it costs Petrakis Machine Parts 0.8 to 2.2 points of ten, most for Visits" in told
    assert "Community and Enquiries and sales are seen to go to others; 5 aims are left" in told
    said = "If the tie goes to website first instead, silence is again right for 3 aims, but for"
    assert said in told, "for other ones"
    found = whys.whys(of_case("machine_parts", WhyLesson().tables), WhyLesson().tables)
    assert not set(found.right_of("none")) & set(found.right)
    assert walk.result.value("right_of.none") == 3
    assert "6.1 of ten, in a tie with website first (6.0)" in told
    for aim in walk.result.facts["order"]:  # those that are left are said by their number
        name = WhyLesson().tables.name("purpose", aim)
        assert (name in told) == (aim not in walk.result.facts["right"])
    assert "56%" in told and "51%" in told  # as in the table of the prediction
    # Nobody has been asked yet: that is lesson 02.
    assert "Of the people wanted, 51% can be won there; 56% search and do not" in told
    assert "ten asked" not in told and "survey" not in told


def test_the_hotel_is_right_more_often_and_still_by_luck():
    lesson = WhyLesson()
    _view, result = lesson.example_picture()
    steps = lesson.example_steps(result, Speaker(result))
    told = " ".join(steps).replace("\u00a0", " ")
    assert "Facebook has 7.1 of 10" in told and "5 of 7 aims" in told
    assert "Reputation: Instagram has 8.2 of 10, Facebook only 7.4 of 10." in told
    assert "website first 7.3 of 10. That is a tie" in told
    # Which network it is, is no luck; whether it is right is not known. Explain says the same.
    assert "luck" not in told and steps[-1].endswith(
        "nobody has checked: nobody asked for the aim."
    )
    (cell,) = [c for c in notebook_of(WhyLesson)["cells"] if c["id"] == "misconception"]
    explained = "".join(cell["source"])
    assert "Which one you get is no luck." in explained
    assert "nobody has asked whether it is right for you" in explained


def drawn_lines(view, result, width: int) -> dict[str, str]:
    """What stands beside the first mark of each aim."""
    Canvas(view).png(result, Look(width))
    return {
        aim: view._said_with(line, view._x(line.fit)) for aim, line in view._lines(result).items()
    }


@pytest.mark.parametrize("width", [340, 540, 660, 900])
@pytest.mark.parametrize("case", CASES)
def test_rows_without_a_ring_or_with_the_sign_are_as_many_as_the_headline_counts(case, width):
    """Also where silence is right only in a tie, and where two others are a tie ahead of it."""
    studio = WhyLesson().explore_studio()
    for preset in PRESETS:
        for found in ("today", "5", "8", "10"):
            studio.preset(preset)
            studio.set(firm=case, found=found)
            result, view = studio.result, studio.picture
            said, lines = drawn_lines(view, result, width), view._lines(result)
            upper = [aim for aim in said if lines[aim].other is None or lines[aim].tie]
            counted = [aim for aim in upper if lines[aim].other is None or "≈" in said[aim]]
            assert len(counted) == result.value("right"), (preset, found)
            assert f"right for {len(counted)} of 7" in headline(studio)
            assert set(counted) == set(result.facts["right"])
            for aim in set(said) - set(result.facts["right"]):
                assert lines[aim].other and not lines[aim].tie
                assert ("≈" in said[aim]) == (aim in result.facts["tied"]), aim


@pytest.mark.parametrize("width", [340, 540, 660, 900])
def test_what_is_level_with_the_first_is_neutral_and_two_others_are_no_tie_of_silence(width):
    """Reputation of Petrakis: YouTube's red would read as wrong. Customer care: silence 4.6."""
    studio = WhyLesson().explore_studio()
    view = studio.picture
    said = drawn_lines(view, studio.result, width)
    lines = view._lines(studio.result)
    assert said["care"].startswith("website first 5.8 ≈")
    assert lines["care"].other == "linkedin" and not lines["care"].tie
    assert "≈ YouTube" in said["brand"]
    place = view._x(lines["brand"].tied_with[1]), view._y(view._at["brand"])
    marks = [mark for mark in view._plane.axes.lines if mark.get_marker() == "o"]
    there = [mark for mark in marks if mark.get_xydata().tolist() == [pytest.approx(place)]]
    soft = [view._plane.colours["soft"]]
    # So near that it would look like a stain under the first, it is only named.
    seen = [] if view._covered(*lines["brand"].fits) else soft
    assert [mark.get_color() for mark in there] == seen
    assert seen or width in (540, 660)


@pytest.mark.parametrize("width", look.WIDTHS)
@pytest.mark.parametrize("case", CASES)
def test_the_picture_of_silence_says_its_headline_without_it(case, width):
    """Which firm, for how many aims silence is right, and what it loses for the others."""
    studio = WhyLesson().explore_studio()
    studio.preset("silent")
    studio.set(firm=case)
    view, result = studio.picture, studio.result
    Canvas(view).png(result, Look(width))
    shown = [text.get_text() for text in view._plane.axes.figure.findobj(Text)]
    assert any(result.facts["firm"] in said for said in shown), shown
    if result.value("right"):
        right = f"right for {result.value('right'):g} of 7"
        assert any(right in said.lower() for said in shown), shown
    lost = sorted(float(said[1:]) for said in shown if re.fullmatch(r"−\d\.\d", said))
    assert len(lost) == result.value("wrong"), (lost, shown)
    assert all(loss >= 0.5 for loss in lost)
    if lost:
        assert f"loses up to {lost[-1]} points" in headline(studio)
    assert any(said.lower().startswith("fit, of 10") for said in shown), shown


@pytest.mark.parametrize("case", CASES)
def test_a_ring_is_what_silence_gets_and_one_aim_has_no_second_row(case):
    studio = WhyLesson().explore_studio()
    studio.set(firm=case)
    for changed in ({"first": "nobody"}, {"first": "brand", "second": "care", "coins": 6.0}):
        studio.set(**changed)
        view, result = studio.picture, studio.result
        silent = result.facts["silent"]
        mixed = view._mixed(result)
        assert mixed.other == (None if mixed.first == silent else silent)
        its = fit.apart(mixed.fit, result.value(f"mix.{silent}"))
        level = mixed.first != silent and its < result.value("tie")
        assert (bool(mixed.tied_with) and mixed.tied_with[0] == silent) == level
        assert {line.other for line in view._lines(result).values()} <= {None, silent}
        assert "mix" in view._places(result, 900)
    tall = view.height(result, 900)
    studio.set(coins=10.0)
    assert "mix" not in view._places(studio.result, 900)
    assert view.height(studio.result, 900) < tall
    assert not any("Only" in row[0] for row in studio.words.table.rows)


def test_the_picture_names_what_silence_is_a_tie_with_and_counts_more_than_ties():
    studio = WhyLesson().explore_studio()
    heads = studio.picture._head("right", studio.result)
    assert "Without a why: LinkedIn ≈ website first. LinkedIn is right for 3 of 7 aims" in heads
    first = "Without a why, Petrakis Machine Parts gets LinkedIn by a hair: right for 3 of 7 aims"
    assert heads[0] == first
    assert "at least half a point ahead" in studio.picture._head("wrong", studio.result)[0]
    assert "behind" in studio.picture._head("wrong", studio.result)[-1]
    studio.set(firm="museum")
    assert "≈" not in studio.picture._head("right", studio.result)[0]
    assert "For 1 aim, something else" in studio.picture._head("wrong", studio.result)[0]


def test_how_many_searches_find_the_firm_can_be_tried():
    """Where the sentence stops, by the learner's own hand."""
    studio = WhyLesson().explore_studio()
    for case, seven in (("cosmetics", 7), ("software", 6)):
        for found, right in (("today", 6), ("5", 6), ("7", seven), ("8", 7), ("10", 7)):
            studio.set(firm=case, found=found)
            assert studio.result.value("right") == right, (case, found)
            said = " ".join(studio.words.remarks).replace("\u00a0", " ")
            assert (f"searches that find the firm, {found} in 10" in said) == (found != "today")
            for width in (340, 900):
                studio.stage.screen = {"width": width, "ratio": 1, "theme": "light"}
                assert studio.error is None and studio.stage.image


def test_what_task_four_asks_is_what_the_buttons_show():
    """Visits of Synora: the website ahead at seven, a tie at eight, LinkedIn first at ten."""
    (cell,) = [c for c in notebook_of(WhyLesson)["cells"] if c["id"] == "explore-title"]
    asked = "".join(cell["source"])
    assert "let seven of ten searches find it, then eight, then all ten" in asked
    assert "loses its lead" not in asked and "lose its lead" not in asked
    studio = WhyLesson().explore_studio()
    told = {}
    for found in ("7", "8", "10"):
        studio.set(firm="software", found=found, first="traffic", coins=10.0)
        told[found] = headline(studio).partition("Visits to our site: ")[2].partition(" Without")[0]
    assert told == {
        "7": "website first 7.2, LinkedIn 6.7.",
        "8": "website first 7.0, LinkedIn 6.7, a tie.",
        "10": "LinkedIn 6.7, website first 6.5, a tie.",
    }


def test_headlines_and_remarks_are_short():
    studio = WhyLesson().explore_studio()
    for case in CASES:
        for preset in PRESETS:
            studio.preset(preset)
            studio.set(firm=case)
            said = headline(studio).replace(studio.result.facts["firm"], "Name")
            assert len(said.split()) <= 24, said  # a name of five words is one name
            for said in studio.words.remarks:
                assert len(said.replace("\u00a0", " ").split()) <= 25, said


def test_the_tie_of_the_owner_stops_with_six_coins_on_staff_and_with_two():
    """Explore asks for both places."""
    studio = WhyLesson().explore_studio()
    tied = []
    for coins in range(11):
        studio.set(coins=float(coins))
        if ", a tie. Without a why" in headline(studio):
            tied.append(coins)
    assert tied == [5, 6, 7]
    (cell,) = [c for c in notebook_of(WhyLesson)["cells"] if c["id"] == "explore-title"]
    told = "".join(cell["source"]).partition("<details>")[2]
    assert "With three, four or five coins on new staff it is a tie" in told
    assert "With six, LinkedIn is ahead; with two or fewer, *website first*" in told
    for coins, first in ((4.0, "LinkedIn"), (8.0, "website first")):
        studio.set(coins=coins)
        assert headline(studio).startswith(f"These coins: {first}")


@pytest.mark.parametrize("case", CASES)
def test_picture_table_headline_and_count_part_the_aims_alike(case):
    studio = WhyLesson().explore_studio()
    studio.set(firm=case)
    result, view = studio.result, studio.picture
    judged = {row[0]: row[-1] for row in studio.words.table.rows}
    lines = view._lines(result)
    names = {aim: studio.picture._tables.name("purpose", aim) for aim in result.facts["order"]}
    right = [aim for aim, name in names.items() if judged[name].startswith("right")]
    assert set(right) == set(result.facts["right"]) and len(right) == result.value("right")
    for aim, name in names.items():
        assert lines[aim].tie == (judged[name] == "right, a tie")
        assert ("a tie" in view._said(lines[aim])) == lines[aim].tie
        if judged[name].startswith("wrong"):
            lost = result.value(f"{aim}.best") - result.value(f"{aim}.silent")
            assert lost >= result.value("tie")
    out = {row[0] for row in studio.words.table.rows if row[1] == "out"}
    assert len(out) == len(result.facts["out"])
    assert all(name in " ".join(studio.words.remarks) for name in out)


@pytest.mark.parametrize("case", CASES)
def test_the_table_judges_a_mix_of_aims_as_it_judges_one(case):
    """The row of the coins had a dash where every other row says right or wrong."""
    studio, judged = WhyLesson().explore_studio(), set()
    studio.set(firm=case)
    for preset in studio.presets:
        studio.preset(preset)
        studio.set(firm=case)
        result = studio.result
        if not (result.facts.get("mix") and studio.picture._has_last_row(result)):
            continue
        row = studio.words.table.rows[-1 - len(result.facts["out"])]
        costs = result.value("mix.short") >= result.value("tie")
        assert row[-1].startswith("wrong" if costs else "right"), (preset, row)
        assert (row[-1] in ("right, a tie", "wrong, a tie of two others")) == (
            studio.picture._mixed(result).tie
        )
        judged.add(row[-1])
    assert judged


def test_a_firm_without_enough_people_anywhere_gets_website_first_calmly():
    CompanyFile().save({"name": "Ours", "asked": 100, "weekly": {}})
    lesson = WhyLesson()
    studio = lesson.explore_studio()
    studio.set(firm="ours")
    for width in (340, 540, 660, 900):
        studio.stage.screen = {"width": width, "ratio": 1, "theme": "light"}
        for preset in studio.presets:
            studio.preset(preset)
            studio.set(firm="ours")
            assert studio.error is None and studio.stage.image
    assert "Ours gets website first: right for 7 of 7 aims." in headline(studio)
    assert "Every network is out before any score" in " ".join(studio.words.remarks)
    assert "Ours would get website first" in lesson.walked().to_markdown()


def test_the_own_task_names_no_network_that_is_out():
    studio = WhyLesson().own_studio()
    out = studio.result.facts["screened"]
    assert {"instagram", "x"} <= set(out)
    assert not set(out) & set(studio.picture._shown(studio.result))


def test_rows_stay_within_what_a_projector_shows():
    """1280 x 720: under a headline of five lines there are 317 px left of a picture of 540."""
    studio = WhyLesson().explore_studio()
    studio.preset("silent")  # with a last row
    for case in CASES:
        studio.set(firm=case)
        assert studio.picture.height(studio.result, 540) <= 317


# The own task ------------------------------------------------------------------------------


def test_coins_always_make_ten():
    lesson = WhyLesson()
    studio = lesson.own_studio()
    for coins in (0.0, 4.0, 10.0):
        studio.set(first="brand", second="brand", coins=coins)
        assert sum(lesson.changes(studio)["purposes"].values()) == 10


@pytest.mark.parametrize("case", company.cases())
def test_an_unmoved_own_task_takes_no_purpose_away(case):
    document = company.case_document(case)
    document.pop("schema_version")
    CompanyFile().save(document)
    lesson = WhyLesson()
    studio = lesson.own_studio()
    assert lesson.changes(studio)["purposes"] == dict(lesson.company.purposes)
    studio.set(coins=10.0)
    assert sum(map(bool, lesson.changes(studio)["purposes"].values())) == 1


def test_a_second_purpose_takes_the_coins_of_the_one_before_it():
    lesson = WhyLesson()  # leads 7, recruiting 3
    studio = lesson.own_studio()
    studio.set(second="brand")
    assert {p: n for p, n in lesson.changes(studio)["purposes"].items() if n} == {
        "leads": 7,
        "brand": 3,
    }


@pytest.mark.parametrize("case", sorted(company.cases()))
def test_a_firm_is_the_same_firm_before_a_control_is_moved(case):
    known = company.case_document(case)
    CompanyFile().save({"purposes": known["purposes"]})
    lesson = WhyLesson()
    coins = lesson.changes(lesson.own_studio())["purposes"]
    assert {p: n for p, n in coins.items() if n} == {
        p: n for p, n in known["purposes"].items() if n
    }


@pytest.mark.parametrize("case", CASES)
def test_the_answer_to_silence_can_be_compared_with_what_one_aim_gets(case):
    """Where the headline names two others, a remark has its figure, and never twice."""
    studio = WhyLesson().explore_studio()
    for first in ("traffic", "recruiting", "leads", "care"):
        studio.set(firm=case, found="7", first=first, coins=10.0)
        result, silent = studio.result, studio.result.facts["silent"]
        others = silent not in result.facts["mix_order"][:2]
        fit = f"{10 * result.value(f'mix.{silent}'):.1f}"
        said = [r for r in studio.words.remarks if "which it gets" in r]
        costs = result.value("mix.short") >= result.value("tie")
        assert len(said) == (others or costs), (case, first)
        assert all(fit in remark for remark in said), (case, first)
        assert all(("Silence costs" in remark) == costs for remark in said)


def test_equal_figures_are_a_dead_heat_and_no_hair():
    """Also the price of silence is what a reader subtracts, and there is none where it is right."""
    studio = WhyLesson().explore_studio()
    told = set()
    for case in CASES:
        for found in studio.controls["found"].sweep:
            studio.set(firm=case, first="nobody", found=found)
            value, said = studio.result.value, headline(studio)
            best, following = (round(10 * value(f"even.{k}"), 1) for k in ("best", "next"))
            assert ("in a dead heat" in said) == (best == following), (case, found)
            tied = best - following < 0.45
            assert (" by a hair" in said) == (tied and best != following), (case, found)
            assert ("; loses up to" in said) == (value("right") < 7), (case, found)
            told.add("in a dead heat" in said)
    assert told == {True, False}


def test_a_tie_has_its_figures_and_what_is_right_no_tick():
    studio = WhyLesson().explore_studio()
    studio.preset("silent")
    said = drawn_lines(studio.picture, studio.result, 900)
    assert said["brand"] == "LinkedIn 6.6 ≈ YouTube 6.3"
    shown = [text.get_text() for text in studio.picture._plane.axes.figure.findobj(Text)]
    assert "✓" not in shown and "✗" in shown


def test_a_tie_in_the_own_task_is_told_as_one():
    studio = WhyLesson().own_studio()
    studio.set(first="care", second="listening", coins=5.0)
    assert headline(studio) == "A tie: website first 5.3, LinkedIn 5.1, Facebook 4.9."
    assert "X would be the best network with 5.7, but is out" in remarked(studio)
    told = (
        "With our estimates a little off, LinkedIn would be ahead of website first 4 times in 10."
    )
    assert told in remarked(studio)
    assert studio.words.remarks and all(len(r.split()) <= 25 for r in studio.words.remarks)


def test_the_own_task_speaks_of_people_and_not_of_readings_or_usable_audience():
    """Neither word is told in this lesson; what the brackets are stands with the brackets."""
    studio, table = WhyLesson().own_studio(), "out: in brackets, what it would score"
    for first in studio.controls["first"].sweep:
        for coins in (0.0, 5.0, 10.0):
            studio.set(first=first, coins=coins)
            said = f"{headline(studio)} {remarked(studio)}"
            assert "reading" not in said and "usable" not in said and "bracket" not in said
            out = studio.result.facts["screened"]
            told = "Out, with fewer than 20% of your people there in a mood for you: "
            assert out and told in said.replace("\u00a0", " ")
            assert studio.words.table.caption.endswith(table)
            assert len(headline(studio).split()) <= 24, headline(studio)
    nobody_out = replace(studio.result, facts={**studio.result.facts, "screened": ()})
    words = studio.picture.words(nobody_out)
    assert "bracket" not in words.table.caption and "No network is out" in words.remarks[-1]


@pytest.mark.parametrize("width", look.WIDTHS)
def test_two_others_that_are_level_are_named_where_silence_is_wrong_too(width):
    """The headline calls it a tie: the row says of which two, and the words what it means."""
    studio = WhyLesson().explore_studio()
    studio.set(first="care", coins=10.0)
    assert "website first 5.8, Facebook 5.4, a tie." in headline(studio)
    view = studio.picture
    Canvas(view).png(studio.result, Look(width))
    shown = [text.get_text() for text in view._plane.axes.figure.findobj(Text)]
    if width == 340:
        assert {"website first 5.8", "≈ Facebook 5.4"} <= set(shown)
    else:
        assert any(said.startswith("website first 5.8 ≈ Facebook") for said in shown), shown
    assert "care" not in studio.result.facts["right"]
    (cell,) = [c for c in notebook_of(WhyLesson)["cells"] if c["id"] == "explore-title"]
    told = "".join(cell["source"])
    assert "The sign ≈ means a tie; where there is no ring, a grey mark is the other one" in told
    assert "Above the red heading silence is right, tie or not." in told
    assert "Below it silence is wrong; a tie there is one of two others." in told


def test_how_the_picture_is_read_holds_at_every_button():
    """A tie above has a ring or a grey mark, below it is one of two others; the last row stands
    under a line of its own, whoever is level in it."""
    (cell,) = [c for c in notebook_of(WhyLesson)["cells"] if c["id"] == "example-title"]
    told = "".join(cell["source"])
    assert "Where there is no ring, a grey mark is the other one of a tie" in told
    assert "A circle is a network, a square the website" in told
    studio = WhyLesson().explore_studio()
    rings = set()
    for case in CASES:
        for preset in PRESETS:
            studio.preset(preset)
            studio.set(firm=case)
            view, result = studio.picture, studio.result
            heads, lines = view._places(result, 900), view._lines(result)
            for aim, line in lines.items():
                below = "wrong" in heads and heads[aim] > heads["wrong"]
                assert below == (aim not in result.facts["right"])
                tied = aim in result.facts["tied"]
                if tied and not below:
                    rings.add(line.other is not None)
                if tied and below:
                    assert line.other and line.tied_with[0] != result.facts["silent"]
            if "mix" in heads:
                assert heads["wanted"] > max(heads[aim] for aim in lines)
    assert rings == {True, False}, "both kinds of tie occur above"


def test_the_task_in_class_asks_what_stands_there_before_and_after_the_press():
    """The price of silence for enquiries goes when the button is pressed: it is asked before."""
    (cell,) = [c for c in notebook_of(WhyLesson)["cells"] if c["id"] == "explore-title"]
    task = "".join(cell["source"]).partition("\n1. ")[2].partition("**At home**")[0]
    before, after = task.split("Press *Nobody says why*")
    studio = WhyLesson().explore_studio()
    assert "how many points does silence cost there" in before and "*only enquiries*" in before
    assert "Silence costs 1.2 points here" in remarked(studio)
    studio.preset("silent")
    assert "Silence costs" not in remarked(studio)
    assert "for which aim does silence cost most" in after
    assert "loses up to 2.2 points (Visits to our site)" in headline(studio)
    studio.set(firm="software")
    assert "choose Synora Software" in after and "right for 6 of 7 aims" in headline(studio)
    (shown,) = [step for step in class_plans.load("why").steps if step.part == "explore"]
    assert "silence costs 1.2 points there. Card B" in shown.does
    assert "visits, 2.2 points" in shown.does and "right for six of seven" in shown.does


def test_a_sentence_that_begins_with_website_first_begins_with_a_capital():
    studio = WhyLesson().explore_studio()
    studio.set(found="0")
    assert studio.result.facts["silent"] == "none"
    said = (*studio.picture._head("right", studio.result), *studio.words.remarks)
    assert any(". Website first is right for" in one for one in said)
    for case in CASES:
        for found in studio.controls["found"].sweep:
            studio.set(firm=case, found=found)
            said = (*studio.picture._head("right", studio.result), *studio.words.remarks)
            assert not any(one.startswith("website") or ". website" in one for one in said)


def test_two_networks_ahead_of_website_first_are_told_as_one_tie():
    """One network is not "the best" and level with another in the next sentence."""
    told = set()
    for case in CASES:
        document = company.case_document(case)
        document.pop("schema_version")
        CompanyFile().save(document)
        studio = WhyLesson().own_studio()
        for first in ("recruiting", "brand", "community", "leads", "listening"):
            for second in ("recruiting", "care"):
                studio.set(first=first, second=second, coins=7.0)
                said, value = headline(studio), studio.result.value
                if "are ahead of website first" not in said:
                    continue
                told.add(case)
                assert said.startswith("A tie: ") and "is the best network" not in said
                names = said.removeprefix("A tie: ").partition(";")[0].split(", ")
                assert ("; both are" in said) == (len(names) == 2) and len(names) >= 2
                out = studio.result.facts["screened"]
                left = [n for n in studio.result.facts["ranking"] if n not in out][: len(names)]
                none = round(10 * value("none.fit"), 1)
                assert all(round(10 * value(f"{n}.fit"), 1) - none > 0.45 for n in left)
                assert "With our estimates a little off, " in remarked(studio)
    assert told


@pytest.mark.parametrize("width", look.WIDTHS)
def test_a_tie_of_three_names_what_the_headline_and_the_table_name(width):
    """Visits of Mastiha & Sage: Pinterest and the website are level, and silence has the ring."""
    studio = WhyLesson().explore_studio()
    studio.set(firm="cosmetics", found="7", first="traffic", coins=10.0)
    assert "Pinterest 6.5, website first 6.5, a tie." in headline(studio)
    said = drawn_lines(studio.picture, studio.result, width)["traffic"]
    assert said.startswith("Pinterest") and (width == 340 or "≈ website first" in said)
    assert "Instagram" not in said and "≈" in said
    line = studio.picture._lines(studio.result)["traffic"]
    assert (line.other, line.tied_with[0]) == ("instagram", "none")
    assert "Pinterest, website first and Instagram are less than half a point" in remarked(studio)


def test_what_the_other_of_a_tie_would_be_right_for_is_no_advice_against_the_headline():
    """Silence costs 3.3 points, and the remark below spoke of two aims as if to keep it."""
    studio = WhyLesson().explore_studio()
    studio.set(firm="hotel", found="0", first="traffic", coins=10.0)
    assert "Silence costs 3.3 points here" in remarked(studio)
    assert "silence would be right for 2 aims, this one among them." in remarked(studio)
    studio.set(first="brand")
    assert "silence would be right for 2 aims, not this one." in remarked(studio)
    studio.set(first="traffic", second="brand", coins=7.0)
    assert "Silence costs" in remarked(studio) and "taken instead" not in remarked(studio)
    studio.set(first="nobody")
    assert "silence would be right for 2 aims." in remarked(studio)


@pytest.mark.parametrize("case", CASES)
def test_what_the_other_of_a_tie_would_be_right_for_is_counted(case, data):
    """“But for others” only where no aim is right for both."""
    studio = WhyLesson().explore_studio()
    for found in studio.controls["found"].sweep:
        studio.set(firm=case, found=found)
        result, told = studio.result, remarked(studio)
        tied = fit.apart(result.value("even.best"), result.value("even.next")) < 0.05
        assert ("taken instead, silence would" in told) == tied, found
        if not tied:
            continue
        known = WhyLesson()._firm(case, found)
        answers = whys.whys(fit.situation(known, data), data)
        other = set(answers.right_of(result.facts["even_order"][1]))
        assert f"be right for {len(other)} aim" in told
        among = ", this one among them" if "leads" in other else ", not this one"
        assert f"{among}." in told
        alike = len(other) == len(answers.right) and not other & set(answers.right)
        assert ("again be right" in told) == ("but for others" in told) == alike
