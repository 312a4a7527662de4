"""Hours spread over networks, and people met: the values of the design, and properties."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.models import company_plan, reach
from helpers.models.spread import Spread, spread
from helpers.models.ways import standing
from tests.models.cases import NETWORKS

COUNCIL = ("facebook", "instagram", "youtube", "tiktok")
"""Four networks that a council wishes for its museum."""


def of(case: str, networks: tuple[str, ...] | int, level: str, tables) -> Spread:
    """Networks of a case in its own hours; a number: so many, the best fitting."""
    firm = company.case(case)
    known = standing(firm, tables)
    if isinstance(networks, int):
        networks = known.best_first(tables.network_keys)[:networks]
    plan = company_plan.plan_of(firm, tables, level, networks=networks)
    return spread(plan, known.audience, tables)


def with_ends(tables, **values: float):
    """The tables with assumptions known for certain."""
    rows = {
        key: replace(tables.assumptions[key], low=value, default=value, high=value)
        for key, value in values.items()
    }
    return replace(tables, assumptions={**tables.assumptions, **rows})


def test_four_networks_leave_the_museum_half_a_post(data):
    four = of("museum", COUNCIL, "lean", data)
    assert four.posts == pytest.approx(0.476, abs=5e-4)
    assert four.before == pytest.approx(3.6, abs=0.05)
    assert four.met == pytest.approx(0.047, abs=5e-4)
    assert of("hotel", 4, "lean", data).posts == 0


def test_overhead_that_is_nought_leaves_more_posts(data):
    nothing = with_ends(data, coordination=0.0)
    assert of("museum", COUNCIL, "lean", nothing).posts == pytest.approx(1.167, abs=5e-4)


# People met of 100 by one, two and four networks, at the better of lean and standard.
MET = {
    "machine_parts": (15, 10, 0),
    "hotel": (13, 8, 0),
    "cosmetics": (37, 54, 44),
    "museum": (28, 23, 6),
    "physiotherapy": (12, 6, 0),
    "software": (23, 18, 13),
}


@pytest.mark.parametrize("case", MET)
def test_people_met_by_one_two_and_four_networks(case, data):
    found = tuple(
        round(100 * max(of(case, count, level, data).met for level in ("lean", "standard")))
        for count in (1, 2, 4)
    )
    assert found == MET[case]


def test_a_network_alone_is_met_by_sainsburys_formula():
    assert reach.met({"a": 0.5}, {"a": 0.0}, 0.05) == 0
    assert reach.met({"a": 0.5}, {"a": 1.0}, 0.05) == pytest.approx(0.025)
    assert reach.met({"a": 0.5}, {"a": 2.0}, 0.05) == pytest.approx(0.5 * (1 - 0.95**2))
    both = reach.met({"a": 0.5, "b": 0.4}, {"a": 2.0, "b": 1.0}, 0.05)
    assert both == pytest.approx(1 - (1 - 0.5 * (1 - 0.95**2)) * (1 - 0.4 * 0.05))


@given(
    st.sets(st.sampled_from(NETWORKS), min_size=1),
    st.sampled_from(["lean", "standard", "ambitious"]),
    st.floats(0, 60),
)
def test_never_more_than_the_plan_and_never_more_than_can_be_reached(chosen, level, hours):
    tables, firm = reading.load(), company.case("museum")
    known = standing(firm, tables)
    people = company_plan.people_with(firm, hours)
    plan = company_plan.plan_of(firm, tables, level, networks=tuple(chosen), people=people)
    found = spread(plan, known.audience, tables)
    assert 0 <= found.kept <= 1
    assert found.kept == 1 or found.coverage < 1
    assert found.met <= reach.net_reach(known.audience[n] for n in chosen) + 1e-9
    more = spread(
        replace(plan, people=company_plan.people_with(firm, hours + 1)), known.audience, tables
    )
    assert more.met >= found.met - 1e-12


def test_no_network_meets_nobody_and_takes_nothing(data):
    found = of("museum", 0, "lean", data)
    assert (found.needed, found.kept, found.posts, found.met) == (0, 0, 0, 0)
    assert found.coverage == 1


@pytest.mark.parametrize(("seen", "level"), list(product((0.016, 0.11), ("lean", "standard"))))
def test_more_who_see_a_post_are_more_people_met(seen, level, data):
    low, high = with_ends(data, organic_reach=seen), with_ends(data, organic_reach=seen + 0.02)
    assert of("museum", 1, level, low).met < of("museum", 1, level, high).met
