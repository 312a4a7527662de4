"""The same hours on one network, on two, on more: the values of the design, and properties."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.models import breadth, company_plan
from helpers.models.plan import capacity
from helpers.models.spread import Round, spread
from helpers.models.ways import standing
from tests.models.cases import NETWORKS
from tests.models.test_spread import with_ends

COUNCIL = ("facebook", "instagram", "youtube", "tiktok")


def four(case: str, tables, networks: tuple[str, ...] | int = 4, **changes):
    """Networks of a case in its own hours; a number: so many, the best fitting."""
    firm = company.case(case)
    known = standing(firm, tables)
    if isinstance(networks, int):
        networks = known.best_first(tables.network_keys)[:networks]
    return company_plan.plan_of(firm, tables, firm.level, networks=networks, **changes), known


def told(case: str, tables, networks: tuple[str, ...] | int = 4, pair: float | None = None):
    return breadth.answer(*four(case, tables, networks), tables, pair)


def test_the_council_leaves_the_museum_half_a_post(data):
    result = told("museum", data, COUNCIL)
    assert [round(result.value(f"set{n}.posts"), 2) for n in (1, 2, 3, 4)] == [2, 2, 1.01, 0.48]
    assert [result.value(f"set{n}.gone") for n in (1, 2, 3, 4)] == [1.1, 1.5, 2.4, 3.6]
    spent = [result.value(f"set{n}.left") + result.value(f"set{n}.idle") for n in (1, 2, 3, 4)]
    assert [round(hours, 1) for hours in spent] == [3.7, 3.3, 2.4, 1.2]
    met = [result.value(f"set{n}.met") for n in (1, 2, 4)]
    assert met == pytest.approx([0.278, 0.231, 0.047], abs=5e-4)
    assert result.facts["levels"] == {1: "standard", 2: "lean", 3: "lean", 4: "lean"}


def test_nothing_to_keep_in_step_leaves_more(data):
    plan, known = four("museum", data, COUNCIL)
    lean = replace(plan, level="lean")
    one = breadth.round_of(lean, known, data, 0.0)
    assert one.kept(4.8) * 3.25 == pytest.approx(1.167, abs=5e-4)
    nothing = with_ends(data, coordination=0.0)
    same = breadth.round_of(lean, known, nothing)
    assert (one.before, one.work) == pytest.approx((same.before, same.work))


# Hours there from which four networks are ahead of one, two and three, the best fitting.
TURNS = {
    "machine_parts": 29.3,
    "hotel": 35.7,
    "cosmetics": 42.2,
    "museum": 32.7,
    "physiotherapy": 38.5,
    "software": 25.8,
}


@pytest.mark.parametrize("case", TURNS)
def test_from_the_turning_point_on_and_not_before(case, data):
    plan, known = four(case, data)
    every = breadth.rounds(plan, known, data)
    fewer = [one for count in (1, 2, 3) for one in every[count]]
    turn = breadth.turning(every[4], fewer)
    assert turn == pytest.approx(TURNS[case])
    assert told(case, data).value("turn") == turn

    def ahead(hours: float) -> bool:
        *some, most = (breadth.best_of(every[n], hours).met(hours) for n in (1, 2, 3, 4))
        return most > max(some) + 1e-12

    for tenth in range(int(10 * breadth.FAR)):
        assert ahead(tenth / 10) == (tenth / 10 >= turn - 1e-9), tenth / 10
    # Four are not kept badly there: the leanest round is carried in full, and more.
    assert every[4][0].kept(turn) == 1


@given(
    st.sets(st.sampled_from(NETWORKS), min_size=1),
    st.sampled_from(("museum", "software", "hotel")),
    st.floats(0, 60),
)
def test_bars_add_up_and_say_what_spread_says(chosen, case, hours):
    tables, firm = reading.load(), company.case(case)
    people = company_plan.people_with(firm, hours)
    plan, known = four(case, tables, tuple(chosen), people=people)
    result = breadth.answer(plan, known, tables)
    there = capacity(plan, tables.default("shrinkage"))
    assert result.value("available") == there
    for count, level in result.facts["levels"].items():
        networks = result.options[:count]
        same = spread(replace(plan, networks=networks, level=level), known.audience, tables)
        assert result.value(f"set{count}.before") == pytest.approx(same.before)
        assert result.value(f"set{count}.posts") == pytest.approx(same.posts)
        assert result.value(f"set{count}.met") == pytest.approx(same.met)
        parts = sum(result.value(f"set{count}.{part}") for part in ("gone", "left", "idle"))
        assert round(parts, 1) == round(there, 1)
        if result.value(f"set{count}.idle") > 0.1:  # idle only where every post is kept
            assert same.posts == pytest.approx(result.value(f"set{count}.planned"))
        for other in breadth.LEANEST_FIRST:
            plain = replace(plan, networks=networks, level=other)
            assert spread(plain, known.audience, tables).met <= same.met + 1e-12
    best = result.facts["best"]
    printed = [round(100 * result.value(f"set{n}.met")) for n in result.facts["counts"]]
    counts = result.facts["counts"]
    most = [n for n, met in zip(counts, printed, strict=True) if met and met == max(printed)]
    assert list(best) == most


def test_eight_networks_are_told_in_five_bars(data):
    result = told("machine_parts", data, 8)
    assert result.facts["counts"] == (1, 2, 3, 4, 8)
    assert result.value("set8.before") == pytest.approx(11.3, abs=0.05)
    assert result.value("set8.left") == 0


def test_none_and_nobody_are_calm(data):
    empty = told("museum", data, ())
    assert empty.facts["counts"] == () and not empty.facts["best"]
    plan, known = four("museum", data, people=())
    nobody = breadth.answer(plan, known, data)
    assert nobody.value("available") == 0 and not nobody.facts["best"]
    assert {nobody.value(f"set{n}.posts") for n in (1, 2, 3, 4)} == {0}
    assert not breadth.own(*four("museum", data, ()), data).facts["better"]


def test_posts_walk_down_to_what_is_left(data):
    plan, known = four("museum", data, COUNCIL)
    result = breadth.one_by_one(replace(plan, level="lean"), known, data)
    kinds = ("wish", "work", "meeting", "planning", "pairs")
    walked = [round(result.value(f"after.{kind}"), 2) for kind in kinds]
    assert walked == [4, 1.89, 1.68, 1.17, 0.48]
    gone = [result.value(f"gone.{kind}") for kind in ("meeting", "planning", "pairs", "left")]
    assert gone == [0.5, 1.3, 1.8, 1.2] and round(sum(gone), 1) == 4.8
    left = [result.value(f"left.{kind}") for kind in ("meeting", "planning", "pairs")]
    assert left == pytest.approx([4.3, 3.0, 1.2])
    assert result.value("round.hours") == pytest.approx(8.24, abs=0.005)
    same = told("museum", data, COUNCIL).value("set4.posts")
    assert result.value("after.pairs") == pytest.approx(same)


def test_posts_first_is_the_other_order(data):
    one = Round(("a",), "lean", 2.0, 4.0, {"a": 1.0}, {"a": 0.5}, 0.05, 4.0)
    assert (one.kept(1), one.kept(4), one.kept(9)) == (0, 0.5, 1)
    assert one.met(4) == pytest.approx(0.5 * (1 - 0.95**2))
    assert one.met_posts_first(2) == one.met(4)


def test_the_own_choice_is_held_against_the_best_of_its_networks(data):
    result = breadth.own(*four("machine_parts", data, ("linkedin", "facebook", "youtube")), data)
    assert (result.facts["best_set"], result.facts["best_level"]) == (("linkedin",), "standard")
    assert result.facts["better"]
    met = result.value("wish.met"), result.value("own.best")
    assert met == pytest.approx((0.031, 0.149), abs=5e-4)
