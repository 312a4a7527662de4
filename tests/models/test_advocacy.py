"""Possible buyers through people and page: known values, bounds, how sure a count is."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.models import advocacy, company_plan
from helpers.models.advocacy import Contacts, Page
from helpers.views.words import written

SHARES = st.floats(0, 1, allow_subnormal=False)
COUNTS = st.integers(0, 20)
CASES = {
    "machine_parts": (110, 15, 16.5, 7.5, 75),
    "hotel": (40, 15, 2.0, 7.5, 75),
    "cosmetics": (120, 50, 48.0, 25.0, 250),
    "museum": (50, 15, 25.0, 7.5, 75),
    "physiotherapy": (30, 15, 9.0, 7.5, 75),
    "software": (140, 15, 28.0, 7.5, 75),
}


def told(case: str, data, seen_by: float | None = None, **page: float):
    firm = company.case(case)
    seen_by = data.default("view_rate") if seen_by is None else seen_by
    known = replace(advocacy.page_of(firm, data), **page)
    return advocacy.answer(advocacy.contacts_of(firm), seen_by, known, data)


def test_the_specifications_example():
    assert advocacy.people_reach(20 * 0.3, 400, 0.1, 10000) == pytest.approx(237.6, abs=0.05)


@pytest.mark.parametrize("case", CASES)
def test_possible_buyers_of_the_six_firms(case, data):
    result = told(case, data)
    keys = ("reached", "page_reached", "buyers", "page_buyers", "turn")
    assert [result.value(key) for key in keys] == pytest.approx(CASES[case])


@pytest.mark.parametrize(
    ("seen", "page", "turn"),
    [
        (0.02, {}, 375),
        (0.3, {}, 25),
        (None, {"seen": 0.016}, 24),
        (None, {"seen": 0.11}, 165),
        (None, {"could_buy": 0.2}, 30),
        (None, {"could_buy": 0.9}, 135),
    ],
)
def test_what_is_enough_at_the_ends_of_each_assumption(seen, page, turn, data):
    assert told("machine_parts", data, seen, **page).value("turn") == pytest.approx(turn)
    rows = data.assumptions
    ends = {row.low for row in rows.values()} | {row.high for row in rows.values()}
    assert {v for v in (seen, *page.values()) if v is not None} <= ends


def beta_above(yes: float, no: float, share: float) -> float:
    """Chance above a share by plain summation of the density: a second way to the same."""
    steps = 200_000
    weights = [0.0, 0.0]
    for step in range(steps):
        x = (step + 0.5) / steps
        density = math.exp((yes - 1) * math.log(x) + (no - 1) * math.log1p(-x))
        weights[x > share] += density
    return weights[1] / sum(weights)


def test_how_sure_a_count_of_twenty_is(data):
    engineer, daughter = told("machine_parts", data), told("hotel", data)
    assert engineer.value("ahead") == pytest.approx(0.92, abs=0.005)
    assert daughter.value("ahead") == pytest.approx(0.04, abs=0.005)
    band = engineer.value("share_low"), engineer.value("share_high")
    assert band == pytest.approx((0.07, 0.275), abs=0.005)
    for found, share in ((3, 0.0682), (1, 0.1875), (10, 0.4)):
        second = beta_above(found + 0.5, 20.5 - found, share)
        assert advocacy.chance_above(found, share) == pytest.approx(second, abs=1e-3)


@given(COUNTS, SHARES)
def test_readings_are_chances_and_the_count_lies_among_them(found, share):
    low, high = advocacy.range_of(found)
    assert 0 <= low < high <= 1 and low <= max(found / 20, 0.05) and high >= min(found / 20, 0.95)
    assert 0 <= advocacy.chance_above(found, share) <= 1
    assert low <= found / 20 <= high, "a count lies outside its own range"
    if found:
        assert advocacy.chance_above(found, low) == pytest.approx(0.9, abs=1e-6)
    if found < 20:
        assert advocacy.chance_above(found, high) == pytest.approx(0.1, abs=1e-6)
    if found < 20:
        assert advocacy.chance_above(found + 1, share) >= advocacy.chance_above(found, share) - 1e-9


PEOPLE = st.builds(Contacts, st.integers(0, 20), st.integers(0, 3000), COUNTS)
PAGES = st.builds(Page, st.integers(0, 20000), SHARES, SHARES)


@given(PEOPLE, SHARES, PAGES)
def test_what_is_said_to_be_enough_is_just_enough(people, seen, page):
    data = reading.load()
    result = advocacy.answer(people, seen, page, data)
    ahead = result.value("buyers") > result.value("page_buyers")
    if "turn_of_20" in result:
        turn = result.value("turn_of_20")
        assert 0 < turn <= 20 and result.value("turn") <= people.posters * people.each + 1e-6
        if abs(people.buyers_of_20 - turn) > 1e-6:
            assert ahead == (people.buyers_of_20 > turn)
    elif result.value("page_buyers"):
        assert not ahead
    assert 0 <= result.value("reached") <= data.default("market_size")
    assert result.value("without_one") <= result.value("buyers")
    if "seen_level" in result:
        back = advocacy.people_reach(
            people.posters, people.each, result.value("seen_level"), data.default("market_size")
        )
        assert back * result.value("could_buy") == pytest.approx(
            result.value("page_buyers"), abs=1e-9
        )


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 3000), SHARES)
def test_more_people_never_reach_fewer(one, other, contacts, seen):
    few, many = sorted((one, other))
    reached = [advocacy.people_reach(n, contacts, seen, 10000) for n in (few, many)]
    assert reached[0] <= reached[1] + 1e-9


def test_whoever_multiplies_what_is_printed_finds_the_buyers(data):
    """Two people overlap a little: 139.5 contacts are told, and counted, as 140."""
    result = told("software", data)
    assert result.value("reached") == 140 and result.value("buyers") == 140 * 4 / 20
    assert told("software", data, 0.005).value("reached") == 7.0


def test_nobody_and_nothing_have_no_turning_point(data):
    page = Page(300, 0.05, 0.5)
    for people in (Contacts(0, 400, 3), Contacts(2, 0, 3)):
        result = advocacy.answer(people, 0.1, page, data)
        assert result.value("reached") == result.value("buyers") == 0
        assert not {"turn", "turn_of_20", "ahead", "seen_level"} & set(result)
    alone = advocacy.answer(Contacts(1, 400, 0), 0.1, Page(0, 0.05, 0.5), data)
    assert "turn" not in alone and alone.value("page_buyers") == 0
    assert "turn" not in advocacy.answer(Contacts(1, 100, 20), 0.1, Page(9000, 0.1, 0.9), data)


def test_from_half_of_the_contacts_to_what_is_enough(data):
    firm = company.case("machine_parts")
    result = advocacy.adding_up(
        advocacy.contacts_of(firm), data.default("view_rate"), advocacy.page_of(firm, data), data
    )
    assert [result.value(key) for key in ("naive", "page_all", "turn")] == [550, 150, 75]


def test_hours_of_an_own_post_and_of_a_page_beside_it(data):
    assert data.expected("making_text") == pytest.approx(0.8, abs=0.05)
    assert data.default("own_talk") == 15 and advocacy.own_post_hours(data) == 1.1
    firm = company.case("machine_parts")
    plan = company_plan.plan_of(firm, data, firm.level)
    hours = advocacy.beside_the_page(plan, 1, data)
    told_hours = [hours.value(key) for key in ("page_hours", "own_post_hours", "available")]
    assert told_hours == pytest.approx([2.3, 1.1, 3.2])
    assert hours.options == ("linkedin",)
    assert advocacy.beside_the_page(plan, 0, data).facts["further"] == ()


# The readers of lesson 08 ---------------------------------------------------------------------


def of_market(market: str, data) -> dict[str, float]:
    """The share of contacts who could buy, as the ledger has it."""
    return {
        network: data.default(advocacy.contacts_key(network, market))
        for network in ("linkedin", "facebook")
    }


def test_possible_buyers_who_read_a_post_of_two_people(data):
    """With 400 contacts each: eight on LinkedIn, 1.6 on Facebook, 7.5 through the page."""
    two, page = Contacts(2, 400, 0), Page(300, 0.05, 0.5)
    result = advocacy.readers(two, of_market("b2b", data), page, data)
    assert result.value("linkedin.buyers") == pytest.approx(8.0)
    assert result.value("facebook.buyers") == pytest.approx(1.6)
    assert result.value("page_buyers") == pytest.approx(7.5)
    # The article's "unless": from nearly one friend in ten on, Facebook does as much.
    assert result.value("page_turn") == pytest.approx(0.094, abs=0.001)
    even = {"linkedin": 0.1, "facebook": result.value("page_turn")}
    assert advocacy.readers(two, even, page, data).value("facebook.buyers") == pytest.approx(7.5)


def test_for_a_local_firm_facebook_is_the_longer_row_and_where_it_counts(data):
    one, page = Contacts(1, 400, 0), Page(300, 0.05, 0.5)
    result = advocacy.readers(one, of_market("b2c_local", data), page, data)
    assert result.value("facebook.buyers") == pytest.approx(8.0)
    assert result.value("linkedin.buyers") == pytest.approx(1.2)
    networks = ("linkedin", "facebook")
    counted = {m: advocacy.counted_on(networks, m, data) for m in data.keys("market")}
    assert counted == {"b2b": "linkedin", "b2c_local": "facebook", "b2c_online": "facebook"}


def test_nobody_who_posts_has_no_turning_point_among_readers(data):
    shares = of_market("b2b", data)
    result = advocacy.readers(Contacts(0, 400, 3), shares, Page(300, 0.05, 0.5), data)
    assert "page_turn" not in result and result.value("linkedin.buyers") == 0
    large = advocacy.readers(Contacts(1, 400, 3), shares, Page(100_000, 0.05, 0.5), data)
    assert "page_turn" not in large


@given(st.integers(1, 3000), st.floats(1e-12, 300))
def test_sure_from_is_the_smallest_count_whose_low_end_is_printed_as_more(reached, through):
    enough, page = advocacy.sure_from(reached, through), advocacy.average_of(through)
    low = [advocacy.average_of(reached * advocacy.range_of(k)[0]) for k in range(21)]
    assert low == sorted(low)
    assert enough == next((k for k in range(21) if low[k] > page), None)


def test_people_on_average_are_whole_from_ten_on(data):
    result = advocacy.answer(Contacts(1, 400, 20), 0.1, Page(57_020, 0.05, 0.9), data)
    assert written(result["page_buyers"]) == "2,566"
    firm = company.case("machine_parts")
    result = advocacy.answer(
        advocacy.contacts_of(firm), data.default("view_rate"), advocacy.page_of(firm, data), data
    )
    assert (written(result["buyers"]), written(result["page_buyers"])) == ("17", "7.5")
