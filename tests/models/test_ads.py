"""Paid reach: ADBUDG and adstock against published values, break-even, properties."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.data import reading
from helpers.models import ads
from helpers.models.ads import Adbudg, Campaign, Influencer, calibrate

MEDIA = ("facebook", "linkedin", "search")
CAMPAIGN = Campaign("facebook", 300.0, 5.0, 0.2, 90.0, 0.1, 1.3, 2.5)
CAMPAIGNS = st.builds(
    Campaign,
    st.sampled_from(MEDIA),
    st.floats(0, 1e5),
    st.floats(0, 200),
    st.floats(0, 1),
    st.floats(0, 1e5),
    st.floats(0, 0.9),
    st.floats(1.02, 1.5),
    st.floats(1.1, 6),
)


def test_adbudg_has_the_published_values():
    curve = calibrate(0.10, 0.20, 0.25, 0.40)
    assert curve.d == pytest.approx(2.0)
    assert curve.c == pytest.approx(1.7095, abs=5e-5)
    assert curve(3) == pytest.approx(0.3298, abs=5e-5)
    assert curve(0) == 0.10 and curve(1) == pytest.approx(0.20)
    assert curve(1.5) == pytest.approx(0.25)


def test_adbudg_from_nought_to_one_is_the_hill_curve():
    hill = Adbudg(0, 1, c=1.5, d=100**1.5)
    assert hill(50) == pytest.approx(0.2612, abs=5e-5)


def test_judgements_that_do_not_rise_are_refused():
    with pytest.raises(ValueError):
        calibrate(0.1, 0.2, 0.2, 0.4)


def test_adstock_has_the_published_values():
    pulse = (100, 0, 0, 0)
    expected = (53.33, 26.67, 13.33, 6.67)
    assert ads.adstock(pulse, 0.5, 3) == pytest.approx(expected, abs=0.005)


@given(CAMPAIGNS, st.floats(0, 1e5), st.floats(0, 1e5))
def test_a_larger_budget_never_lowers_the_response(campaign, one, other):
    curve, _ordered = ads.response(campaign, reading.load())
    low, high = sorted((one, other))
    assert curve(low / 300) <= curve(high / 300) + 1e-9


@given(CAMPAIGNS)
def test_the_answer_is_finite_and_break_even_is_where_profit_crosses_zero(campaign):
    result = ads.answer(campaign, reading.load())
    for key in result:
        assert math.isfinite(result.value(key)), key
    assert all(math.isfinite(v) for line in result.facts["curve"].lines.values() for v in line)
    assert result.value("handled") <= result.value("capacity") + 1e-9
    if "break_even" in result:
        even = result.value("break_even")
        at = ads.answer(replace(campaign, budget=even), reading.load())
        assert at.value("profit") == pytest.approx(0, abs=1e-6 * max(even, 1))
        beyond = ads.answer(replace(campaign, budget=1.01 * even), reading.load())
        assert beyond.value("profit") < 0


def test_the_funnel_multiplies():
    funnel = ads.funnel(300, 50, 0.026, 0.077)
    assert (funnel.views, funnel.clicks) == pytest.approx((6000, 156))
    assert funnel.leads == pytest.approx(12.012)


def test_a_lead_that_nobody_calls_is_wasted(data):
    few = ads.answer(replace(CAMPAIGN, leads_week=1.0), data)
    many = ads.answer(replace(CAMPAIGN, leads_week=100.0), data)
    assert few.value("wasted") > 0 == many.value("wasted")
    assert few.value("profit") < many.value("profit")


def test_a_known_brand_gains_less_from_the_same_ads(data):
    unknown = ads.answer(replace(CAMPAIGN, none=0.0), data)
    known = ads.answer(replace(CAMPAIGN, none=0.8), data)
    assert known.value("extra") < unknown.value("extra")


def test_nothing_to_gain_means_no_break_even(data):
    for nothing in ({"contribution": 0.0}, {"close_rate": 0.0}, {"leads_week": 0.0}):
        result = ads.answer(replace(CAMPAIGN, **nothing), data)
        assert "break_even" not in result
        assert result.value("profit") == pytest.approx(-300)
        assert result.value("best_budget") == 0


def test_judgements_out_of_order_are_put_in_order_and_told(data):
    result = ads.answer(replace(CAMPAIGN, half_more=1.5, most=1.1), data)
    assert not result.facts["ordered"]


@given(
    st.builds(
        Influencer,
        st.floats(0, 1e4),
        st.floats(0, 1e6),
        st.floats(0, 1),
        st.floats(0, 1),
        st.floats(0, 1),
        st.floats(0, 1e4),
        st.floats(0, 1),
    )
)
def test_a_campaign_that_just_pays_has_no_profit(campaign):
    result = ads.influencer(campaign, "facebook", reading.load())
    assert all(math.isfinite(result.value(key)) for key in result)
    if "needed_rate" in result and result.value("needed_rate") <= 1:
        even = ads.influencer(
            replace(campaign, buy=result.value("needed_rate")), "facebook", reading.load()
        )
        assert even.value("profit") == pytest.approx(0, abs=1e-6 * max(campaign.fee, 1))
