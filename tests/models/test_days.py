"""Working days of a page: the values of the design, and what has to hold for every page."""

import math
from dataclasses import replace

import pytest

from helpers import company
from helpers.models import days
from helpers.models.plan import Plan

LINKEDIN = Plan(("linkedin",), "lean", 300, (), 0)
LEAN = {
    "facebook": 16.4,
    "instagram": 16.1,
    "linkedin": 14.7,
    "x": 17.4,
    "youtube": 22.9,
    "tiktok": 28.8,
    "pinterest": 10.0,
    "threads": 12.7,
}


@pytest.mark.parametrize("network", LEAN)
def test_days_of_every_network_at_its_leanest(network, data):
    found = days.answer(replace(LINKEDIN, networks=(network,)), data)
    assert found.value("keep.days") == pytest.approx(LEAN[network], abs=0.05)


@pytest.mark.parametrize(
    ("network", "three"),
    [
        ("linkedin", (14.7, 24.7, 44.1)),
        ("facebook", (16.4, 26.9, 59.4)),
        ("instagram", (16.1, 45.0, 77.5)),
    ],
)
def test_days_at_every_level_stand_beside_each_other(network, three, data):
    found = days.answer(replace(LINKEDIN, networks=(network,)), data)
    levels = found.facts["levels"]
    assert [found.value(f"{level}.days") for level in levels] == pytest.approx(three, abs=0.05)
    hours = [round(found.value(f"{level}.week"), 1) for level in levels]
    assert [found.value(f"{level}.whole") for level in levels] == [
        math.floor(52 * one / 8 + 0.5) for one in hours
    ]
    assert all(abs(found.value(f"{n}.whole") - found.value(f"{n}.days")) < 0.9 for n in levels), (
        "half a day by whole days, a third of one by tenths of hours"
    )


def test_hours_a_week_and_a_year(data):
    week = {
        level: days.answer(replace(LINKEDIN, level=level), data).value("week")
        for level in ("lean", "standard", "ambitious")
    }
    assert [*week.values()] == pytest.approx([2.26, 3.80, 6.78], abs=0.005)
    found = days.answer(LINKEDIN, data)
    assert found.value("euros.about") == 2100
    assert found.value("euros") == pytest.approx(52 * 2.3 * 16.70 + 120, abs=1)
    assert found.value("costs") == 120


def test_the_walk_adds_up_to_what_the_page_takes(data):
    found = days.answer(LINKEDIN, data)
    parts = [found.value(f"part.{kind}") for kind in days.KINDS]
    assert parts == pytest.approx([5.31, 3.25, 3.52, 0.51, 2.11], abs=0.01)
    assert sum(parts) == pytest.approx(found.value("keep.days"))
    assert [found.value(f"after.{kind}") for kind in days.KINDS] == [5, 9, 12, 12, 15]
    assert found.value(f"after.{days.KINDS[-1]}") == found.value("keep.whole")


def test_eight_in_ten_plausible_years(data):
    """Unit times rise and fall together, so the band is wider than with times apart (12.5–17.0)."""
    found = days.answer(LINKEDIN, data)
    low, high = found.value("keep.low.days"), found.value("keep.high.days")
    assert (low, high) == (pytest.approx(11.7, abs=0.2), pytest.approx(18.0, abs=0.2))


@pytest.mark.parametrize(
    ("case", "whole"),
    [
        ("hotel", 16),
        ("machine_parts", 15),
        ("museum", 27),
        ("physiotherapy", 16),
        ("cosmetics", 48),
        ("software", 25),
    ],
)
def test_the_six_firms_with_their_first_network_and_level(case, whole, data):
    firm = company.case(case)
    found = days.answer(days.plan_of(firm, data, firm.networks[0], firm.level), data)
    assert found.value("keep.whole") == whole


def test_the_museum_has_the_days_and_at_the_ambitious_level_not(data):
    museum = company.case("museum")
    found = days.answer(days.plan_of(museum, data, "facebook", "standard"), data)
    assert found.value("week") == pytest.approx(4.13, abs=0.01)
    assert (found.value("keep.whole"), found.value("there.whole")) == (27, 31)
    assert found.value("there.week") == pytest.approx(4.8)
    assert (found.facts["more"], found.value("difference")) == (1, 4)
    found = days.answer(days.plan_of(museum, data, "facebook", "ambitious"), data)
    assert (found.value("keep.whole"), found.facts["more"]) == (59, -1)


def test_what_other_lessons_add_is_no_part_of_the_page(data):
    hotel = company.case("hotel")
    busy = hotel.changed(ads=500.0, bought_hours=3.0, group="open", conversations=40)
    pages = [
        days.answer(days.plan_of(firm, data, "facebook", "lean"), data) for firm in (hotel, busy)
    ]
    assert pages[0].value("keep.days") == pages[1].value("keep.days")
    assert pages[0].value("there.days") == pages[1].value("there.days")


def test_nobody_has_no_days_and_nothing_breaks(data):
    found = days.answer(LINKEDIN, data)
    assert found.value("there.days") == 0 and found.facts["people"] == ()
    assert found.facts["more"] == -1 and found.value("difference") == 15


def test_the_lightest_network_is_the_lightest(data):
    assert days.lightest(LINKEDIN, data) == "pinterest"


UNITS = ("making_", "messages_", "handling_minutes", "planning_factor", "shared_hours")


def at_an_end(data, end: str):
    """The tables with every unit value of a page at one end of its range."""

    def moved(row):
        value = getattr(row, end)
        return replace(row, low=value, default=value, high=value)

    rows = data.assumptions.items()
    found = {key: moved(row) if key.startswith(UNITS) else row for key, row in rows}
    return replace(data, assumptions=found)


def test_a_quick_firm_and_a_slow_one(data):
    """What the lesson says of the ends of all ranges together."""
    quick, slow = (at_an_end(data, end) for end in ("low", "high"))
    low = {n: days.answer(replace(LINKEDIN, networks=(n,)), quick).value("keep.days") for n in LEAN}
    assert low["linkedin"] == pytest.approx(8.5, abs=0.05)
    assert days.answer(LINKEDIN, slow).value("keep.days") == pytest.approx(26.1, abs=0.05)
    assert min(low, key=low.get) == "pinterest" and low["pinterest"] == pytest.approx(4.7, abs=0.05)
    assert max(low, key=low.get) == "tiktok" and low["tiktok"] == pytest.approx(12.5, abs=0.05)
