"""Resource gap against the specification's values, and its properties."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.company import Person
from helpers.data import reading
from helpers.models import effort
from helpers.models.plan import Plan
from helpers.models.seeded import pert_draws
from tests.models.cases import NETWORKS

LEVELS = ("lean", "standard", "ambitious")
# Hours a week of a network alone, at the three levels (specification 4.3).
ALONE = {
    "facebook": (2.52, 4.13, 9.14),
    "instagram": (2.47, 6.92, 11.93),
    "linkedin": (2.26, 3.80, 6.78),
    "x": (2.68, 4.51, 9.10),
    "youtube": (3.53, 6.33, 11.77),
    "tiktok": (4.43, 10.81, 17.75),
    "pinterest": (1.54, 2.68, 4.53),
    "threads": (1.96, 3.32, 5.68),
}
PARTS_PEOPLE = (Person("Sales engineer", 3), Person("Owner", 1))
BASE = Plan((), "lean", 300, PARTS_PEOPLE, 150)


def hours(data, networks, level, **changes) -> float:
    plan = replace(BASE, networks=tuple(networks), level=level, **changes)
    return effort.answer(plan, data).value("required")


@pytest.mark.parametrize(("network", "level"), list(product(ALONE, LEVELS)))
def test_one_network(network, level, data):
    assert hours(data, [network], level) == pytest.approx(
        ALONE[network][LEVELS.index(level)], abs=0.01
    )


@pytest.mark.parametrize(
    ("networks", "level", "expected"),
    [
        (("facebook", "instagram"), "lean", 4.47),
        (("facebook", "instagram"), "standard", 10.27),
        (("facebook", "instagram", "linkedin"), "lean", 6.53),
        (("facebook", "instagram", "linkedin"), "standard", 13.62),
        (("facebook", "instagram", "linkedin"), "ambitious", 24.98),
    ],
)
def test_sets_of_networks(networks, level, expected, data):
    assert hours(data, networks, level) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("network", "level", "low", "high"),
    [
        ("linkedin", "lean", 1.9, 2.6),
        ("facebook", "lean", 2.1, 3.0),
        ("instagram", "standard", 5.5, 8.4),
    ],
)
def test_bands(network, level, low, high, data):
    """The bands of the specification, where one unit time tells nothing of another."""
    plan = replace(BASE, networks=(network,), level=level)
    apart = effort.answer(plan, alike(data, 0.0))
    assert apart.value("band_low") == pytest.approx(low, abs=0.05)
    assert apart.value("band_high") == pytest.approx(high, abs=0.05)
    # A slow firm is slow at everything: the band is wider, what is required stays.
    shipped, most = effort.answer(plan, data), effort.answer(plan, alike(data, 0.9))
    assert apart.value("required") == shipped.value("required") == most.value("required")
    widths = [r.value("band_high") - r.value("band_low") for r in (apart, shipped, most)]
    assert widths[0] < widths[1] < widths[2]


def alike(data, share: float):
    """The tables with another share that all unit times of a firm have in common."""
    row = replace(data.assumptions["unit_correlation"], default=share)
    return replace(data, assumptions={**data.assumptions, "unit_correlation": row})


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_what_unit_times_share_moves_none_of_them(share):
    drawn = [pert_draws(k, 1.0, 2.0, 6.0, 4000, share) for k in ("making_text", "making_photo")]
    for key, one in zip(("making_text", "making_photo"), drawn, strict=True):
        assert sorted(one) == sorted(pert_draws(key, 1.0, 2.0, 6.0, 4000))
    together = np.corrcoef(*map(np.argsort, map(np.argsort, drawn)))[0, 1]
    assert together == pytest.approx(share, abs=0.06)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("making_text", 0.817),
        ("making_photo", 0.900),
        ("making_short_video", 2.833),
        ("making_long_video", 9.333),
        ("making_micro", 0.217),
        ("making_pin", 0.267),
        ("messages_facebook", 38.5),
        ("messages_x", 63.3),
        ("messages_instagram", 31.7),
        ("messages_tiktok", 35.0),
        ("messages_threads", 24.2),
        ("messages_linkedin", 12.2),
        ("messages_pinterest", 2.2),
        ("handling_minutes", 5.667),
        ("planning_factor", 1.083),
        ("shared_hours", 0.542),
        ("coordination", 0.292),
    ],
)
def test_expected_values_of_the_ledger(key, expected, data):
    digits = 0.05 if key.startswith("messages") else 0.0005
    assert data.expected(key) == pytest.approx(expected, abs=digits)


def test_machine_parts_worked_by_hand(data):
    lean = effort.answer(replace(BASE, networks=("linkedin",)), data)
    assert lean.value("available") == pytest.approx(3.20)
    assert lean.value("coverage") == pytest.approx(1.41, abs=0.005)
    standard = effort.answer(replace(BASE, networks=("linkedin",), level="standard"), data)
    assert standard.value("coverage") == pytest.approx(0.84, abs=0.005)
    assert lean.value("linkedin.answering") == pytest.approx(0.079, abs=0.0005)
    assert lean.value("euros_required") == 10


def test_hotel_worked_by_hand(data):
    plan = Plan(("facebook",), "lean", 300, (Person("Daughter", 3),), 100)
    one = effort.answer(plan, data)
    assert one.value("available") == pytest.approx(2.40)
    assert one.value("coverage") == pytest.approx(0.95, abs=0.005)
    assert one.facts["verdict"] == "borderline"
    instagram = effort.answer(replace(plan, networks=("instagram",)), data)
    assert instagram.value("coverage") == pytest.approx(0.97, abs=0.005)
    both = effort.answer(replace(plan, networks=("facebook", "instagram")), data)
    assert both.value("coverage") == pytest.approx(0.54, abs=0.005)
    assert both.value("missing") == pytest.approx(2.1, abs=0.05)
    assert both.facts["verdict"] == "short"


def test_the_only_person_away_leaves_nobody(data):
    plan = Plan(("facebook",), "lean", 300, (Person("Daughter", 3),), 100)
    result = effort.answer(plan, data)
    assert (result.facts["leader"], result.value("available_without")) == ("Daughter", 0)
    assert effort.answer(replace(plan, absent=0), data).value("available") == 0


def test_parts_add_up(data):
    result = effort.answer(replace(BASE, networks=tuple(NETWORKS), level="standard"), data)
    in_set = sum(result.column("in_set"))
    assert in_set + result.value("common") + result.value("ads") == pytest.approx(
        result.value("required")
    )


def test_bought_hours_need_briefing_and_money(data):
    plan = replace(BASE, networks=("linkedin",))
    before, after = effort.answer(plan, data), effort.answer(replace(plan, bought_hours=4), data)
    briefing = 4 * data.expected("briefing")
    assert after.value("required") - before.value("required") == pytest.approx(briefing)
    assert after.value("available") - before.value("available") == pytest.approx(4)
    money = after.value("euros_required") - before.value("euros_required")
    assert money == pytest.approx(4 * 25 * 4.345)


def test_ads_take_half_an_hour_and_half_for_each_started_500(data):
    row = replace(data.assumptions["ads_hours"], low=0.5, default=0.5, high=0.5)
    data = replace(data, assumptions={**data.assumptions, "ads_hours": row})
    plan = replace(BASE, networks=("facebook",))
    none, little, more = (
        effort.answer(replace(plan, ads=ads), data).value("required") for ads in (0, 200, 501)
    )
    assert little - none == pytest.approx(1.0)
    assert more - none == pytest.approx(1.5)


def test_no_network_takes_nothing(data):
    result = effort.answer(BASE, data)
    assert result.value("required") == 0
    assert result.value("coverage") == 1
    assert result.facts["verdict"] == "enough"


def test_nobody_and_nothing_is_calm(data):
    result = effort.answer(replace(BASE, people=(), cash=0, networks=("x",)), data)
    assert result.value("coverage") == 0
    assert all(np.isfinite(q.value) for q in result.quantities.values())


plans = st.builds(
    Plan,
    networks=st.sets(st.sampled_from(NETWORKS)).map(tuple),
    level=st.sampled_from(LEVELS),
    followers=st.integers(0, 5000),
    people=st.lists(st.builds(Person, st.just("A"), st.floats(0, 60)), max_size=3).map(tuple),
    cash=st.floats(0, 1000),
)


def needed(plan: Plan) -> float:
    return effort.answer(plan, reading.load(), draws=50).value("required")


@given(plans, st.sampled_from(NETWORKS))
def test_another_network_never_takes_fewer_hours(plan, network):
    more = replace(plan, networks=tuple({*plan.networks, network}))
    assert needed(more) >= needed(plan) - 1e-9


@given(plans, st.integers(0, 1000))
def test_more_followers_never_take_fewer_hours(plan, more):
    assert needed(replace(plan, followers=plan.followers + more)) >= needed(plan) - 1e-9


@given(plans)
def test_a_higher_level_never_takes_fewer_hours(plan):
    found = [needed(replace(plan, level=level)) for level in LEVELS]
    assert found == sorted(found)


@given(plans, st.floats(0, 20))
def test_more_promised_hours_never_widen_the_gap(plan, hours_):
    more = replace(plan, people=(*plan.people, Person("B", hours_)))
    data = reading.load()
    gaps = [effort.answer(p, data, draws=50).value("gap") for p in (plan, more)]
    assert gaps[1] <= gaps[0] + 1e-9


@given(plans)
def test_order_of_networks_never_matters(plan):
    turned = replace(plan, networks=tuple(reversed(plan.networks)))
    assert needed(turned) == pytest.approx(needed(plan))


@pytest.mark.parametrize("hours", [0.0, 3.0, 9.0])
def test_spare_hours_are_what_is_there_less_what_a_network_takes_alone(data, hours):
    people = (Person("A", hours),)
    result = effort.alone(Plan(tuple(NETWORKS), "lean", 300, people, 100.0), data)
    for network in NETWORKS:
        spare = result.value("available") - result.value(f"{network}.alone")
        assert result.value(f"{network}.spare") == pytest.approx(spare)
        assert result.value(f"{network}.margin") == pytest.approx(abs(spare))
        assert (spare >= 0) == (result.value(f"{network}.coverage") >= 1)


@pytest.mark.parametrize("network", NETWORKS)
def test_a_time_that_is_known_for_certain_needs_no_draws(data, network):
    """A trainer who has measured it sets low, default and high alike."""
    plan = Plan((network,), "lean", 300, (Person("A", 4.0),), 100)
    rows = {
        key: replace(row, low=row.default, high=row.default)
        for key, row in data.assumptions.items()
        if key.startswith("making_")
    }
    certain = replace(data, assumptions={**data.assumptions, **rows})
    result = effort.answer(plan, certain)
    assert result.value("band_low") <= result.value("required") <= result.value("band_high")
