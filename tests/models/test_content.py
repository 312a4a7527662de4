"""Content: the stock against closed form and published values, kappa, half-life, extremes."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.models import company_plan, content, effort
from helpers.models.content import Mix

SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("decay", "year", "two_years"), [(0, 1200, 2400), (0.05, 919.3, 1416.0), (0.1, 717.6, 920.2)]
)
def test_stock_has_the_published_values(decay, year, two_years):
    levels = content.stock(2 * 50, decay, 24)
    assert levels[12] == pytest.approx(year, abs=0.05)
    assert levels[24] == pytest.approx(two_years, abs=0.05)


@given(st.floats(0, 1000), st.floats(0.001, 1), st.integers(0, 200), st.floats(0, 1000))
def test_stock_agrees_with_its_closed_form(gain, decay, periods, start):
    ceiling = gain / decay
    closed = ceiling + (start - ceiling) * (1 - decay) ** periods
    assert content.stock(gain, decay, periods, start)[-1] == pytest.approx(closed, abs=1e-6)


def test_stock_waits_for_its_delay():
    assert content.stock(10, 0, 5, delay=3) == (0, 0, 0, 0, 10, 20)


def test_half_life_has_the_published_values():
    assert 1 - content.life_left(6, 24) == pytest.approx(0.1591, abs=5e-5)
    assert 1 - content.life_left(48, 24) == pytest.approx(0.75)


def test_kappa_by_hand():
    """Twenty times both yes, fifteen both no, five and ten apart: p_o .7, p_e .5."""
    one = ["yes"] * 25 + ["no"] * 25
    other = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert content.kappa(one, other) == pytest.approx(0.4)


@given(st.lists(st.sampled_from(content.LABELS), min_size=1, max_size=30))
def test_raters_who_agree_have_a_kappa_of_one(labels):
    value = content.kappa(labels, labels)
    assert value is None if len(set(labels)) == 1 else value == pytest.approx(1)


def test_kappa_of_nothing_is_not_a_number_but_none():
    assert content.kappa([], []) is None


@given(
    st.builds(
        Mix,
        st.floats(0, 1e5),
        st.floats(0, 50),
        SHARES,
        st.floats(0, 500),
        st.just("facebook"),
    )
)
def test_engaged_people_stay_between_none_and_all(mix):
    levels = content.engaged(mix, reading.load())
    assert all(0 <= level <= mix.followers + 1e-6 for level in levels)
    result = content.answer(mix, reading.load())
    assert all(math.isfinite(result.value(key)) for key in result)


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_own_links_never_win_more_people(one, other):
    few, many = sorted((one, other))
    mixes = [Mix(300, 3, share, 2, "facebook") for share in (few, many)]
    first, second = (content.engaged(mix, reading.load())[-1] for mix in mixes)
    assert first >= second - 1e-9


def test_ceiling_is_where_a_long_time_leads(data):
    mix = Mix(300, 2, 0.5, 3, "linkedin")
    result = content.answer(mix, data)
    assert content.engaged(mix, data, 5000)[-1] == pytest.approx(result.value("mix.ceiling"))


def test_conversations_take_hours_only_beyond_listening(data):
    plan = company_plan.plan_of(company.case("hotel"), data, "lean")
    assert content.conversation_hours(3, plan, data) == 0
    result = effort.answer(plan, data)
    counted = [f"{n}.{work}" for n in plan.networks for work in ("listening", "answering")]
    expected = 60 * 5.667 / 60 - sum(map(result.value, counted))
    assert content.conversation_hours(60, plan, data) == pytest.approx(expected, abs=0.01)
    assert plan.further == ()


def test_shares_of_a_month_without_posts_are_nought():
    assert set(content.shares([]).values()) == {0.0}
