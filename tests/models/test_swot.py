"""SWOT: wishes, pairs, the two lines that an action joins, and what actions add to a plan."""

import pytest

from helpers import company
from helpers.company import SwotEntry
from helpers.models import company_plan, swot
from helpers.models.swot import Line


def entry(box: str, importance: int = 2, proof: str = "counted", action: str = "film"):
    return SwotEntry(box, f"a {box}", proof, importance, action)


def line(box: str, *actions: str, importance: int = 2, proof: str = "counted") -> Line:
    return Line(box, f"a {box}", proof, importance, actions)


def test_a_line_without_proof_or_action_is_a_wish():
    assert swot.is_wish(entry("strength", proof=" "))
    assert swot.is_wish(entry("strength", action=""))
    assert not swot.is_wish(entry("strength"))
    assert swot.is_wish(Line.of(entry("threat", action="")))
    assert swot.is_wish(Line.of(entry("threat", proof="")))
    assert not swot.is_wish(Line.of(entry("threat")))


def test_what_a_line_calls_for_is_no_action_before_somebody_takes_it():
    lines = [
        line("strength", "film"),
        line("weakness", "second", proof=""),
        line("opportunity", "pages"),
        Line.of(entry("threat", action="topics")),
        line("threat", "film"),
    ]
    assert swot.taken(lines, ()) == ("", "", "", "topics", "")
    assert all(map(swot.is_wish, lines[:3]))
    joins = (swot.joined(lines, "film"), swot.joined(lines, "second"))
    assert joins == ((0, 4), None), "a line without a proof is joined to nothing"
    assert swot.taken(lines, ("film", "second")) == ("film", "", "", "topics", "film")


def test_no_arrow_leads_to_a_line_that_does_not_call_for_its_action():
    lines = [line("strength", "film"), line("opportunity", "pages")]
    assert swot.joined(lines, "film") == (0, None)
    assert swot.joined(lines, "pages") == (None, 1)
    assert swot.taken(lines, ("film",)) == ("film", "")


def test_a_line_of_missing_hours_is_not_answered_by_what_takes_hours():
    lines = [
        line("weakness", "withdraw", "second", importance=3),
        line("strength", "texts"),
        line("opportunity", "film", "second"),
    ]
    assert swot.joined(lines, "film") == (None, 2)
    assert swot.joined(lines, "second") == (0, 2)


def test_pairs_join_inside_and_outside_the_weightiest_first():
    entries = [entry("strength", 3), entry("weakness", 1), entry("opportunity", 2), entry("threat")]
    found = swot.pairs(entries)
    assert [pair.strategy for pair in found] == ["SO", "ST", "WO", "WT"]
    assert [pair.weight for pair in found] == [6, 6, 2, 2]


@pytest.mark.parametrize("box", swot.BOXES)
def test_one_box_alone_makes_no_pair(box):
    assert swot.pairs([entry(box)]) == [] == swot.pairs([])
    assert swot.joined([line(box, "film")], "film") in ((0, None), (None, 0))
    assert swot.joined([], "film") is None


def test_an_action_joins_the_lines_that_call_for_it():
    lines = [
        line("strength", "film", importance=3),
        line("weakness", "pages"),
        line("opportunity", "film", importance=3),
        line("threat", "states", "pages"),
    ]
    assert swot.joined(lines, "pages") == (1, 3)
    assert swot.joined(lines, "film") == (0, 2)
    assert swot.joined(lines, "states") == (None, 3), "only one side calls for it"
    assert swot.joined(lines, "listing") is None, "no line calls for it"


def test_a_wish_joins_nothing():
    lines = [line("strength", "film", proof=""), line("opportunity", "film")]
    assert swot.joined(lines, "film") == (None, 1)
    assert swot.joined(lines[:1], "film") is None


def test_an_entry_of_a_file_and_a_line_of_the_board_say_the_same():
    for known in (entry("threat"), entry("strength", action="")):
        assert Line.of(known).entry() == known


def test_planned_actions_bring_people_and_hours_and_take_work(data):
    hotel = company.case("hotel")
    plan = company_plan.plan_of(hotel, data, "lean")
    with_all = swot.planned(plan, hotel, ("second", "freelancer", "pages", "film"), data)
    assert [p.name for p in with_all.people][-1] == "second"
    assert with_all.people[-1].hours == 3 and with_all.bought_hours == plan.bought_hours + 3
    (work,) = [w for w in with_all.further if w.kind == "actions"]
    assert (work.hours, work.euros) == (0.25 + 1.5 + 1, 20)


def test_what_is_done_once_or_changes_the_plan_adds_no_weekly_work(data):
    hotel = company.case("hotel")
    plan = company_plan.plan_of(hotel, data, "lean")
    assert swot.planned(plan, hotel, ("states", "topics", "withdraw", "thin"), data) == plan
    assert swot.planned(plan, hotel, (), data) is plan
