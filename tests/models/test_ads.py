"""Paid reach: ADBUDG and adstock against published values, break-even, properties."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.data import reading
from helpers.models import ads, influencer
from helpers.models.ads import Adbudg, Campaign, calibrate
from helpers.models.influencer import Influencer

MEDIA = ("facebook", "linkedin", "search")
AS_USUAL = dict.fromkeys(MEDIA, 1.0)
CAMPAIGN = Campaign("facebook", 300.0, 5.0, 0.2, AS_USUAL, 90.0, 300.0, 0.1, 1.3, 2.5)
CAMPAIGNS = st.builds(
    Campaign,
    st.sampled_from(MEDIA),
    st.floats(0, 1e5),
    st.floats(0, 200),
    st.floats(0, 1),
    st.fixed_dictionaries({medium: st.floats(0, 1) for medium in MEDIA}),
    st.floats(0, 1e5),
    st.floats(50, 2000),
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
    ),
    CAMPAIGNS,
)
def test_a_campaign_that_just_pays_has_no_profit(campaign, in_ads):
    in_ads = replace(in_ads, budget=campaign.fee)
    result = influencer.answer(campaign, in_ads, reading.load())
    assert all(math.isfinite(result.value(key)) for key in result)
    if "needed_rate" in result and result.value("needed_rate") <= 1:
        even = replace(campaign, buy=result.value("needed_rate"))
        profit = influencer.answer(even, in_ads, reading.load()).value("profit")
        assert profit == pytest.approx(0, abs=1e-6 * max(campaign.fee, 1))


@given(CAMPAIGNS)
def test_the_verdict_turns_at_the_quality_that_is_named(campaign):
    data = reading.load()
    result = ads.answer(campaign, data)

    def earned(quality: float) -> float:
        tried = {**campaign.quality, campaign.medium: quality}
        return ads.bring(replace(campaign, quality=tried), data).earned

    if "quality_pays" not in result:
        return
    even = earned(result.value("quality_pays"))
    assert even == pytest.approx(campaign.budget, rel=1e-9)
    rival = ads.bring(replace(campaign, medium=result.facts["rival"]), data).earned
    assert earned(result.value("quality_first")) == pytest.approx(rival, rel=1e-9)
    others = [m for m in MEDIA if m != campaign.medium]
    assert rival == max(ads.bring(replace(campaign, medium=m), data).earned for m in others)


@given(CAMPAIGNS, st.floats(0, 1), st.floats(0, 1))
def test_better_leads_never_bring_less(campaign, one, other):
    low, high = sorted((one, other))
    brought = [
        ads.bring(replace(campaign, quality=dict.fromkeys(MEDIA, quality)), reading.load())
        for quality in (low, high)
    ]
    assert brought[0].customers <= brought[1].customers
    assert brought[0].called == brought[1].called


@pytest.mark.parametrize("medium", MEDIA)
def test_what_buys_a_lead_has_a_source_and_views_clicks_and_leads_of_search_one_year(medium, data):
    kinds = ("cpm", "ctr", "lead_rate")
    cited = [data.assumptions[f"{kind}_{medium}"].evidence for kind in kinds]
    assert all(cited)
    if medium == "search":
        rows = [data.evidence[key] for keys in cited for key in keys]
        assert len({(row.publisher, row.year) for row in rows}) == 1


NETWORK_OF = {"facebook": "facebook", "linkedin": "linkedin", "search": "none"}
"""Whose rating for leads a medium's ads share; search ads reach those who search."""


def test_lead_quality_follows_the_ratings_for_leads(data):
    """A better rating never goes with worse leads, in any two markets."""
    table = data.ratings.set_index(["network", "dimension", "item"])["rating"]
    rated = []
    for market in data.keys("market"):
        quality = ads.lead_quality(market, data)
        assert set(quality) == set(data.keys("medium")) == set(NETWORK_OF)
        for medium, network in NETWORK_OF.items():
            rated.append((table[network, "leads", market], quality[medium]))
    for rating, quality in rated:
        assert all(q <= quality for r, q in rated if r < rating), (rating, quality)
        assert 0 < quality <= 1


def test_between_firms_facebook_does_not_beat_linkedin_by_cheap_leads(data):
    """Twelve cheap leads that hardly buy are not worth five times two dear ones that do."""
    quality = ads.lead_quality("b2b", data)
    cheap = ads.bring(replace(CAMPAIGN, quality=quality), data)
    dear = ads.bring(replace(CAMPAIGN, quality=quality, medium="linkedin"), data)
    assert cheap.leads > 5 * dear.leads
    assert cheap.customers < 1.1 * dear.customers


@pytest.mark.parametrize(
    "nothing",
    [
        {"budget": 0.0},
        {"contribution": 0.0},
        {"close_rate": 0.0},
        {"leads_week": 0.0},
        {"quality": dict.fromkeys(MEDIA, 0.0)},
    ],
    ids=lambda nothing: next(iter(nothing)),
)
def test_nothing_put_in_names_no_turning_point_and_no_odd_number(nothing, data):
    result = ads.answer(replace(CAMPAIGN, **nothing), data)
    assert all(math.isfinite(result.value(key)) for key in result)
    assert result.value("extra") == 0 or nothing == {"contribution": 0.0}
    if "quality" not in nothing:
        assert "quality_pays" not in result


@pytest.mark.parametrize(("contribution", "times"), [(3000.0, 10.0), (300.0, None), (90.0, None)])
def test_less_than_one_customer_is_told_as_how_often_one_pays(contribution, times, data):
    result = ads.answer(replace(CAMPAIGN, contribution=contribution), data)
    assert result.value("needed") == pytest.approx(300 / contribution)
    assert ("pays_for" in result) == (times is not None)
    if times:
        assert result.value("pays_for") == times
