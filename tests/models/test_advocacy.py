"""Advocacy: published values, bounds, no limit from one on."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.data import reading
from helpers.models import advocacy
from helpers.models.advocacy import Crowd

SHARES = st.floats(0, 1)
CROWDS = st.builds(
    Crowd, st.integers(0, 500), SHARES, st.floats(0, 3000), SHARES, st.floats(0, 200000)
)


def test_the_published_values():
    assert advocacy.people_reach(20 * 0.3, 400, 0.1, 10000) == pytest.approx(237.6, abs=0.05)
    assert advocacy.cascade(1000, 0.5) == pytest.approx(2000)
    assert advocacy.cascade(1000, 0.1) == pytest.approx(1111, abs=0.5)
    assert advocacy.cascade(1000, 1.0) is None


@given(CROWDS, st.floats(0, 1e5))
def test_reach_lies_between_one_person_and_the_sum(crowd, followers):
    result = advocacy.answer(crowd, followers, reading.load())
    assert all(math.isfinite(result.value(key)) for key in result)
    reached = result.value("people_reach")
    assert reached <= crowd.market + 1e-6
    if result.value("posters") >= 1:
        # Below one whole person the curve lies above the straight line.
        assert reached <= result.value("naive") + 1e-6
    assert result.value("without_one") <= reached + 1e-6
    both = result.value("both")
    assert max(reached, result.value("page_reach")) - 1e-6 <= both
    assert both <= reached + result.value("page_reach") + 1e-6


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 3000), SHARES)
def test_more_people_never_reach_fewer(one, other, contacts, seen):
    few, many = sorted((one, other))
    reached = [advocacy.people_reach(n, contacts, seen, 10000) for n in (few, many)]
    assert reached[0] <= reached[1] + 1e-9


def of_market(market: str, data) -> dict[str, float]:
    """The share of contacts who could buy, as the ledger has it."""
    return {
        network: data.default(advocacy.contacts_key(network, market))
        for network in ("linkedin", "facebook")
    }


def test_possible_buyers_who_read_a_post_of_two_people(data):
    """Eight on LinkedIn, 1.6 on Facebook, 7.5 through the page of 300 followers."""
    result = advocacy.readers(2, of_market("b2b", data), 300, data)
    assert result.value("linkedin.buyers") == pytest.approx(8.0, abs=0.05)
    assert result.value("facebook.buyers") == pytest.approx(1.6, abs=0.05)
    assert result.value("page_buyers") == pytest.approx(7.5)
    # The article's "unless": from nearly one friend in ten on, Facebook does as much.
    assert result.value("page_turn") == pytest.approx(0.094, abs=0.001)
    even = {"linkedin": 0.1, "facebook": result.value("page_turn")}
    assert advocacy.readers(2, even, 300, data).value("facebook.buyers") == pytest.approx(7.5)


def test_for_a_local_firm_facebook_is_the_longer_row(data):
    result = advocacy.readers(1, of_market("b2c_local", data), 300, data)
    assert result.value("facebook.buyers") == pytest.approx(8.0, abs=0.05)
    assert result.value("linkedin.buyers") == pytest.approx(1.2, abs=0.05)


def test_readers_are_those_of_the_lesson_on_people_times_a_share(data):
    crowd = Crowd(4, 0.5, data.default("contacts_each"), data.default("view_rate"),
                  data.default("market_size"))  # fmt: skip
    reached = advocacy.answer(crowd, 300.0, data)
    result = advocacy.readers(2, {"linkedin": 0.25}, 300, data)
    assert result.value("reached") == reached.value("people_reach")
    assert result.value("linkedin.buyers") == reached.value("people_reach") * 0.25
    share = data.default("page_could_buy")
    assert result.value("page_buyers") == reached.value("page_reach") * share


def test_nobody_who_posts_has_no_turning_point(data):
    result = advocacy.readers(0, of_market("b2b", data), 300, data)
    assert "page_turn" not in result and result.value("linkedin.buyers") == 0
    large = advocacy.readers(1, of_market("b2b", data), 100_000, data)
    assert "page_turn" not in large
