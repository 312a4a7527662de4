"""Actions: hours that they take or free for six firms, gates that they open, a wall of notes."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from helpers import company
from helpers.company import Person
from helpers.models import actions, company_plan, effort
from helpers.models.actions import Asked
from helpers.models.gate_figures import HELPER, Changed, changed
from helpers.models.judging import judge

TODAY = date(2026, 11, 26)
TABLE = {
    # firm: missing now, with one more person, with hours bought, without the heaviest network
    "cosmetics": (6.3, 4.1, 3.8, -3.7),
    "hotel": (2.1, -0.1, -0.4, 0.1),
    "physiotherapy": (2.1, -0.1, -0.4, 0.1),
    "machine_parts": (4.4, 2.2, 1.9, 1.1),
    "museum": (5.5, 3.3, 3.0, -0.7),
    "software": (3.0, 0.8, 0.5, -2.6),
}
LEFT = {
    "cosmetics": "tiktok",
    "hotel": "instagram",
    "physiotherapy": "instagram",
    "machine_parts": "youtube",
    "museum": "instagram",
    "software": "youtube",
}
FIRMS = pytest.mark.parametrize("case", TABLE)


def keeps(known: company.Company) -> str:
    return known.networks[0]


def lacks(case: str, data, *chosen: str) -> float:
    known = company.case(case)
    return actions.missing(actions.plan_with(known, chosen, keeps(known), data), data)


def asked(case: str, network: str, data, *chosen: str):
    return actions.answer(Asked(company.case(case), network, chosen), (), data, TODAY)


# Hours ------------------------------------------------------------------------------------


@FIRMS
def test_the_table_of_six_firms(case, data):
    steps = ((), ("second",), ("freelancer",), ("withdraw",))
    assert [lacks(case, data, *chosen) for chosen in steps] == pytest.approx(TABLE[case])
    known = company.case(case)
    plan = actions.plan_with(known, (), keeps(known), data)
    assert actions.heaviest(plan, keeps(known), data) == LEFT[case]


LEAN = ("hotel", "physiotherapy", "machine_parts")


@FIRMS
def test_taking_away_frees_more_only_where_the_plan_is_not_lean_yet(case, data):
    """Where it is lean the additions close the gap, for more than the cash; leaving does not."""
    known = company.case(case)
    assert (known.level == "lean") is (case in LEAN)
    result = actions.wall(known, keeps(known), data)
    assert (result.value("freed") > result.value("brought")) is (case not in LEAN)
    both = actions.plan_with(known, ("second", "freelancer"), keeps(known), data)
    if case in LEAN:
        assert result.value("wall.rest") <= 0 and result.value("left.rest") < 0
        assert float(effort.euros(data, effort.Units(data), both)) > known.cash
        assert result.value("brought") == pytest.approx(4.7)
        assert round(result.value("freed"), 1) <= 3.3


@FIRMS
def test_leaving_one_network_suffices_but_for_petrakis(case, data):
    """Nine tenths of the hours is what the course calls nearly enough."""
    known = company.case(case)
    plan = actions.plan_with(known, ("withdraw",), keeps(known), data)
    covered = effort.answer(plan, data).value("coverage")
    assert (covered >= data.default("borderline")) is (case != "machine_parts")
    assert (covered >= 1) is (case in ("cosmetics", "museum", "software"))


def test_petrakis_has_to_leave_two(data):
    parts = company.case("machine_parts")
    once = actions.kept(parts, ("withdraw",), "linkedin", data)
    assert once.networks == ("linkedin", "facebook")
    alone = actions.plan_with(once, ("withdraw",), "linkedin", data)
    assert alone.networks == ("linkedin",)
    assert actions.missing(alone, data) == pytest.approx(-0.9)


def test_a_leaner_level_works_for_three_and_the_leanest_stays(data):
    now = {case: lacks(case, data, "thin") for case in TABLE}
    assert {case for case, rest in now.items() if rest <= 0} == {"cosmetics", "museum", "software"}
    assert now["museum"] == pytest.approx(-0.3)
    for case in ("hotel", "physiotherapy", "machine_parts"):
        assert actions.leaner(company.case(case).level) == "lean"
        assert now[case] == lacks(case, data)


def test_hours_of_the_museum_before_and_after(data):
    museum = company.case("museum")
    result = actions.wall(museum, "facebook", data)
    assert result.value("required") == pytest.approx(10.27, abs=0.005)
    assert result.value("available") == pytest.approx(4.80)
    assert result.value("left.required") == pytest.approx(4.13, abs=0.01)
    exact = {
        key: effort.expected(actions.plan_with(museum, (key,), "facebook", data), data).total
        for key in ("second", "freelancer")
    }
    assert 2.4 - (exact["second"] - result.value("required")) == pytest.approx(2.15)
    assert 3.0 - (exact["freelancer"] - result.value("required")) == pytest.approx(2.51, abs=0.01)


def test_the_wall_adds_up_as_printed(data):
    result = actions.wall(company.case("museum"), "facebook", data)
    said = {key: round(result.value(key), 1) for key in result}
    assert (said["naive"], said["handed"], said["brought"], said["freed"]) == (6.0, 5.2, 4.7, 6.2)
    assert (said["missing"], said["wall.rest"], said["left.rest"]) == (5.5, 0.8, 0.7)
    assert round(said["missing"] - said["brought"], 1) == said["wall.rest"]
    assert round(said["freed"] - said["missing"], 1) == said["left.rest"]
    assert round(said["required"] - said["left.required"], 1) == said["freed"]
    assert result.value("wall.enough") == pytest.approx(0.36, abs=0.02)
    assert result.value("left.enough") == pytest.approx(0.76, abs=0.02)


def test_no_network_and_nobody_leave_nothing_to_free(data):
    bare = company.case("hotel").changed(networks=(), people=())
    result = actions.answer(Asked(bare, "facebook", ("withdraw",)), (), data, TODAY)
    assert result.facts["gone"] == "" and result.value("withdraw.hours") == 0
    assert "withdraw" in result.facts["impossible"]
    wall = actions.wall(bare, "facebook", data)
    assert wall.value("freed") == 0
    one = bare.changed(networks=("facebook",))
    assert actions.kept(one, ("withdraw",), "facebook", data).networks == ("facebook",)


# Gates --------------------------------------------------------------------------------------


def test_three_of_thirteen_actions_open_a_gate_for_petrakis_and_when(data):
    result = asked("machine_parts", "linkedin", data)
    assert result.value("actions") == 13 and result.value("opening") == 3
    assert result.facts["impossible"] == {"thin"}, "a lean firm cannot go leaner"
    opened = {
        action: {o.gate.measure: round(o.figure, 2) for o in outcomes}
        for action, outcomes in result.facts["opens"].items()
        if outcomes
    }
    assert opened == {
        "pages": {"stability": 0.65, "first_page": 0.4},
        "saturday": {"in_time": 0.85},
        "states": {"in_time": 0.98},
    }
    weeks = {action: result.value(f"{action}.weeks") for action in opened}
    assert weeks == {"pages": 13, "saturday": 0, "states": 0}
    before = {o.gate.measure: (o.state, round(o.figure, 2)) for o in result.facts["shut"]}
    assert before["stability"] == ("wait", 0.41)
    assert before["first_page"] == ("wait", 0.2) and before["in_time"] == ("borderline", 0.7)
    assert result.value("shut") == 3


def test_pages_and_said_days_open_all(data):
    result = asked("machine_parts", "linkedin", data, "pages", "states")
    assert result.value("together") == 3 and result.value("shut_after") == 0
    assert actions.openers(company.case("machine_parts"), "linkedin", data, TODAY) == [
        "pages",
        "states",
        "saturday",
    ]


def test_bought_hours_that_cash_does_not_pay_shut_a_gate(data):
    result = asked("machine_parts", "linkedin", data, "second", "freelancer")
    assert [o.gate.measure for o in result.facts["newly"]] == ["euros"]
    assert result.value("freelancer.shuts") == 1 and result.value("second.shuts") == 0


def test_the_gates_are_those_of_the_verdict(data):
    parts = company.case("machine_parts")
    verdict = judge(parts, data, TODAY)["linkedin"]
    shut = {o.gate.gate for o in actions.shut(verdict)}
    result = asked("machine_parts", "linkedin", data)
    assert {o.gate.gate for o in result.facts["shut"]} == shut
    # The first pages change the same fact by the same amount as the search for a change does.
    after = judge(parts, data, TODAY, steps=(Changed("first_page", 0.4),))["linkedin"]
    (figure,) = [o.figure for o in result.facts["opens"]["pages"] if o.gate.measure == "stability"]
    assert figure == after.outcome("stability").figure


def test_every_action_stays_within_the_scales(data):
    everything = list(data.actions.index)
    for case in company.cases():
        known = company.case(case)
        then = changed(known, actions.steps(known, everything, data))
        assert then.first_page <= 1 and then.profiles <= 1 and then.answer_days <= 7
        assert max(then.content.values()) <= 4 and len(then.topics) >= 12
        assert sum(p.hours for p in then.people) == sum(p.hours for p in known.people) + 3
        done = then.changed(people=known.people, bought_hours=20)
        left = {step.key for step in actions.steps(done, ("states", "topics"), data)}
        assert left == set(), "what is done already is no step"


def test_two_actions_on_one_fact_add_up(data):
    parts = company.case("machine_parts")
    (step,) = actions.steps(parts, ("listing", "pages"), data)
    assert step == Changed("first_page", pytest.approx(0.5))


def test_one_more_person_is_a_second_name(data):
    alone = company.case("hotel").changed(people=(Person("A", 3),), stand_in="")
    then = changed(alone, (Changed(HELPER, 2.0),))
    assert [p.hours for p in then.people] == [3, 2] and then.stand_in
    kept = changed(alone.changed(stand_in="A"), (Changed(HELPER, 2.0),))
    assert kept.stand_in == "A"


def test_a_stronger_profile_moves_the_fit_of_a_verdict(data):
    """It was no fact that a what-if about fit read."""
    parts = company.case("machine_parts")
    now = judge(parts, data, TODAY)["facebook"].outcome("fit").figure
    then = judge(parts, data, TODAY, steps=(Changed("profiles", 1.0),))["facebook"]
    assert then.outcome("fit").figure > now


# Where the answer about the museum turns -----------------------------------------------------


def supposed(data, key: str, value: float):
    row = replace(data.assumptions[key], low=value, default=value, high=value)
    return replace(data, assumptions={**data.assumptions, key: row})


def test_leaving_is_enough_and_adding_is_not_over_every_range_but_three(data):
    museum = company.case("museum")
    keys = [
        *("making_photo", "making_short_video", "shared_hours", "planning_factor"),
        *("handling_minutes", "listening_factor_facebook", "listening_factor_instagram"),
        *("messages_facebook", "messages_instagram", "shrinkage", "coordination", "reuse"),
        *("briefing", "talk_messages"),
    ]
    turned, added = set(), set()
    for key in keys:
        row = data.assumptions[key]
        for end in (row.low, row.high):
            result = actions.wall(museum, "facebook", supposed(data, key, end))
            assert result.facts["gone"] == "instagram"
            if result.value("wall.rest") <= 0:
                added.add((key, end == row.high))
            if result.value("left.rest") < 0:
                turned.add((key, end == row.high))
    assert turned == {("making_photo", True), ("shrinkage", True)}
    assert added == {("making_photo", False), ("making_short_video", False)}


@pytest.mark.parametrize(
    ("key", "still", "no_more"), [("making_photo", 1.2, 1.3), ("shrinkage", 0.3, 0.33)]
)
def test_where_leaving_stops_being_enough(key, still, no_more, data):
    museum = company.case("museum")
    assert actions.wall(museum, "facebook", supposed(data, key, still)).value("left.rest") >= 0
    assert actions.wall(museum, "facebook", supposed(data, key, no_more)).value("left.rest") < 0


@pytest.mark.parametrize(
    ("key", "enough", "no_more"), [("making_photo", 39 / 60, 0.68), ("making_short_video", 2, 2.2)]
)
def test_where_adding_begins_to_be_enough(key, enough, no_more, data):
    museum = company.case("museum")
    assert actions.wall(museum, "facebook", supposed(data, key, enough)).value("wall.rest") <= 0
    assert actions.wall(museum, "facebook", supposed(data, key, no_more)).value("wall.rest") > 0


def test_two_actions_miss_the_sum_by_a_tenth_but_where_they_take_away_the_same(data):
    for case in ("hotel", "museum"):
        known = company.case(case)
        for pair in combinations(map(str, data.actions.index), 2):
            value = asked(case, keeps(known), data, *pair).value
            apart = abs(value("swot.alone") - value("swot.moved"))
            both = {data.actions.at[action, "field"] for action in pair}
            assert apart < 0.101 or both == set(actions.OF_THE_PLAN), (case, pair)
            before, after = value("swot.gap"), value("swot.gap_after")
            assert before - after == pytest.approx(value("swot.moved")), (case, pair)


def test_hours_are_those_of_the_plan(data):
    for case in company.cases():
        known = company.case(case)
        plan = company_plan.plan_of(known, data, known.level)
        gap = effort.answer(plan, data)
        assert lacks(case, data) == pytest.approx(
            gap.value("missing") if gap.value("gap") > 0 else -gap.value("missing")
        )
