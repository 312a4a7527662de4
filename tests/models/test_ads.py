"""Paid reach: the funnel of the case firms, its narrow place, and where its sentences turn."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.models import ads, chances, company_plan, influencer
from helpers.models.ads import Campaign
from helpers.models.influencer import Influencer
from helpers.models.result import Result

MEDIA = ("facebook", "linkedin", "search")
AS_USUAL = dict.fromkeys(MEDIA, 1.0)
CAMPAIGN = Campaign("facebook", 300.0, 2.0, 0.2, AS_USUAL, 90.0, anyway=0.1, elasticity=0.65)
CAMPAIGNS = st.builds(
    Campaign,
    st.sampled_from(MEDIA),
    st.floats(0, 1e5),
    st.floats(0, 200),
    st.just(0.0) | st.floats(1e-6, 1),  # fewer than one in a million is no rate anybody states
    st.fixed_dictionaries({medium: st.floats(0, 1) for medium in MEDIA}),
    st.floats(0, 1e5),
    anyway=st.floats(0, 0.9),
    elasticity=st.floats(0.4, 1),
    pull=st.floats(0.5, 2),
    minutes=st.sampled_from((0.0, 30.0, 120.0)),
    sale=st.sampled_from(("call", "call", "shop")),
    order_rate=st.floats(0.005, 0.03),
)


def of(case: str, data, **changes: object) -> Campaign:
    """A case firm's ads for 300 euros a month."""
    return replace(company_plan.campaign(company.case(case), data, 300.0), **changes)


def values(result: Result, *keys: str) -> list[float]:
    return [result.value(key) for key in keys]


def test_leads_follow_price_rate_and_a_constant_elasticity(data):
    assert ads.leads_at(300, CAMPAIGN, data) == pytest.approx(300 / 1.92 * 0.077)
    twice = ads.leads_at(600, CAMPAIGN, data)
    assert twice / ads.leads_at(300, CAMPAIGN, data) == pytest.approx(2**0.65)
    assert ads.leads_at(0, CAMPAIGN, data) == 0


def test_the_physiotherapist_has_the_values_of_the_design(data):
    result = ads.answer(of("physiotherapy", data), data)
    keys = ("leads", "called", "wasted", "could", "extra", "earned", "profit", "spilled")
    expected = (12.03, 8.69, 3.34, 5.21, 2.346, 422.3, 122.3, 118.1)
    assert values(result, *keys) == pytest.approx(expected, rel=2e-3)
    assert values(result, "lead_worth", "lead_price") == pytest.approx((48.6, 24.9), abs=0.05)
    assert values(result, "filling", "filling_profit") == pytest.approx((182.0, 240.3), abs=0.05)
    assert result.facts["narrow"] == ads.TELEPHONE
    # One month in ten brings nobody, eight bring one to four.
    assert result.value("none_comes") == pytest.approx(0.096, abs=5e-4)
    assert values(result, "likely.low", "likely.high") == [1, 4]


@pytest.mark.parametrize(
    ("changes", "leads", "customers", "profit"),
    [
        ({"budget": 600.0}, 18.88, 2.346, -178),
        ({"pull": 2.0}, 24.06, 2.346, 122),
        ({"minutes": 30.0}, 12.03, 3.248, 231),  # 285 less the 54 of the bought time
        # Leads of search by the rates of 2026, which are newer than the design's 1.544.
        ({"medium": "search"}, 4.53, 1.630, -7),
        ({"budget": 270.0, "minutes": 15.0}, 11.23, 3.033, 249),
        ({"leads_week": 4.0}, 12.03, 3.248, 285),
        ({"leads_week": 4.0, "budget": 600.0}, 18.88, 4.693, 245),
    ],
)
def test_what_the_physiotherapist_could_change_has_the_values_of_the_design(
    changes, leads, customers, profit, data
):
    result = ads.answer(of("physiotherapy", data, **changes), data)
    assert values(result, "leads", "extra") == pytest.approx((leads, customers), rel=1e-3)
    assert result.value("profit") == pytest.approx(profit, abs=0.5)


def test_minutes_at_the_telephone_have_a_price(data):
    """Half an hour a week at 25 euros an hour; beside it the fifteen minutes of task 2."""
    result = ads.answer(of("physiotherapy", data, minutes=30.0), data)
    assert result.value("capacity") == pytest.approx(14.08, abs=5e-3)
    assert values(result, "minutes_cost", "profit") == pytest.approx((54, 230.7), abs=0.05)
    moved = ads.answer(of("physiotherapy", data, budget=270.0, minutes=15.0), data)
    assert moved.value("cost") == moved.value("budget") + moved.value("minutes_cost") < 300
    assert moved.value("profit") == pytest.approx(249, abs=0.5)


@given(CAMPAIGNS)
def test_what_spills_is_what_the_leads_that_nobody_calls_cost(campaign):
    """Red euros and those that fill the telephone are the budget; without red as much is earned."""
    data = reading.load()
    result = ads.answer(campaign, data)
    if "spilled" not in result or not result.value("wasted"):
        assert "spilled" not in result or result.value("spilled") == 0
        return
    filling = ads.filling(campaign, data)
    assert result.value("filling") == pytest.approx(filling, abs=0.5)  # whole euros
    assert result.value("spilled") == pytest.approx(campaign.budget - filling, abs=0.5)
    month = ads.bring(replace(campaign, budget=filling), data)
    assert month.leads == pytest.approx(result.value("called"), abs=1e-6)
    assert month.earned == pytest.approx(result.value("earned"), abs=1e-6)
    left = month.earned - filling - ads.minutes_cost(campaign, data)
    assert left - result.value("profit") == pytest.approx(campaign.budget - filling, abs=1e-6)


@pytest.mark.parametrize(("expected", "most"), [(2.0, 2.0), (2.77, 2.0), (0.5, 3.25), (9.0, 4.0)])
def test_calls_in_uneven_weeks_are_those_of_a_simulation(expected, most):
    """E[min(X, k)] against forty thousand weeks drawn."""
    drawn = np.minimum(np.random.default_rng(1).poisson(expected, 40_000), most)
    found = chances.at_most(expected, most)
    assert found == pytest.approx(drawn.mean(), abs=4 * drawn.std() / 200)
    assert found <= min(expected, most)


@given(CAMPAIGNS)
def test_time_that_is_bought_is_in_every_figure_of_what_is_left(campaign):
    """The month, each medium, the budget that fills the telephone, and what pays it back."""
    data = reading.load()
    result = ads.answer(campaign, data)
    free = ads.answer(replace(campaign, minutes=0.0), data)
    bought = 0.0 if campaign.in_shop else campaign.minutes / 60 * 25 * 365 / 84
    assert result.value("cost") - campaign.budget == pytest.approx(bought, abs=0.5)
    bought = result.value("cost") - campaign.budget
    for medium in data.keys("medium"):
        there = ads.bring(replace(campaign, medium=medium), data)
        left = there.earned - campaign.budget - bought
        assert result.value(f"{medium}.profit") == pytest.approx(left, abs=1e-9)
    left = result.value("earned") - result.value("cost")
    assert result.value("profit") == result.value(f"{campaign.medium}.profit") == left
    if "quality_pays" in result:
        quality = {**campaign.quality, campaign.medium: result.value("quality_pays")}
        even = ads.answer(replace(campaign, quality=quality), data)
        assert even.value("profit") == pytest.approx(0, abs=1e-6)
    if campaign.in_shop:
        assert result.value("profit") == free.value("profit")


@pytest.mark.parametrize(
    ("medium", "called", "customers"),
    [("facebook", 8.69, 0.1564), ("linkedin", 2.143, 0.2314), ("search", 4.528, 0.5705)],
)
def test_the_machine_shop_on_each_medium(medium, called, customers, data):
    month = ads.bring(of("machine_parts", data, medium=medium), data)
    assert (month.called, month.customers) == pytest.approx((called, customers), rel=2e-3)


def test_the_machine_shop_is_short_of_money_and_lives_by_chance(data):
    result = ads.answer(of("machine_parts", data), data)
    assert result.value("profit") == pytest.approx(394, abs=0.5)
    assert result.value("none_comes") == pytest.approx(0.79, abs=0.005)
    assert result.value("filling") == pytest.approx(2586, abs=0.5)
    # Half of three-month trials bring nobody.
    assert chances.none_of(3 * result.value("extra")) == pytest.approx(0.5, abs=0.005)
    # Facebook overtakes LinkedIn above one real lead in seven, which lies inside our range.
    on_facebook = ads.answer(of("machine_parts", data, medium="facebook"), data)
    linkedin = on_facebook.value("linkedin.customers") / on_facebook.value("facebook.customers")
    turn = linkedin * on_facebook.value("could_buy")
    assert turn == pytest.approx(1 / 6.76, abs=1e-3)
    row = data.assumptions["lead_quality_facebook_b2b"]
    assert row.low < turn < row.high


@pytest.mark.parametrize(
    ("case", "narrow", "leads", "calls", "worth", "price"),
    [
        ("physiotherapy", ads.TELEPHONE, 12.0, 8.7, 49, 25),
        ("machine_parts", ads.MONEY, 2.1, 8.7, 324, 140),
        ("software", ads.PRICE, 2.1, 13.0, 130, 140),
        ("hotel", ads.PRICE, 12.0, 8.7, 10, 25),
        ("museum", ads.PRICE, 12.0, 17.4, 1, 25),
        # An order, of which one in ten would have come anyway: 35 and 43 for each on top.
        ("cosmetics", ads.PRICE, 7.8, None, 31.5, 38.6),
    ],
)
def test_each_firm_has_its_narrow_place(case, narrow, leads, calls, worth, price, data):
    result = ads.answer(of(case, data), data)
    assert result.facts["narrow"] == narrow
    assert result.value("leads") == pytest.approx(leads, abs=0.05)
    assert values(result, "lead_worth", "lead_price") == pytest.approx((worth, price), abs=0.5)
    assert ("capacity" in result) is (calls is not None)
    if calls:
        assert result.value("capacity") == pytest.approx(calls, abs=0.05)


def test_on_search_the_software_firm_would_be_short_of_money(data):
    result = ads.answer(of("software", data, medium="search"), data)
    # By the rates of 2025 it would be 151 and 70.
    assert values(result, "lead_worth", "lead_price") == pytest.approx((151.2, 66.3), abs=0.05)
    assert result.facts["narrow"] == ads.MONEY


def test_a_shop_needs_no_telephone(data):
    result = ads.answer(of("cosmetics", data), data)
    assert values(result, "leads", "extra", "profit") == pytest.approx((7.78, 7.0, -55), abs=0.01)
    assert result.value("clicks") == pytest.approx(370, abs=0.5)
    # A little more than the middle of the table of trades, and below its top.
    assert result.value("order_pays") == pytest.approx(0.0257, abs=5e-5)
    assert result.value("order_pays") < data.assumptions["order_rate"].high
    telephone = {"capacity", "called", "spilled", "wasted", "could", "filling", "quality_pays"}
    assert not telephone & set(result)
    nobody = ads.answer(of("cosmetics", data, leads_week=0.0), data)
    assert nobody.value("profit") == result.value("profit")


@pytest.mark.parametrize(
    ("case", "changes", "turn"),
    [
        ("physiotherapy", {}, 0.79),
        ("machine_parts", {"medium": "facebook"}, 0.71),
        # 0.42 by the rates of 2025, when a lead from search was dearer.
        ("machine_parts", {"medium": "search"}, 0.38),
    ],
)
def test_an_uncalled_lead_that_keeps_enough_of_its_worth_would_pay(case, changes, turn, data):
    """Where the motto stops: the lead after the last call, paid for and not quite lost."""
    campaign = of(case, data, **changes)
    kept = ads.kept_turn(campaign, data)
    assert kept == pytest.approx(turn, abs=0.005)
    start = max(campaign.budget, ads.filling(campaign, data))

    def left(budget: float, keeps: float) -> float:
        """What is left if leads that nobody calls keep this share of their worth."""
        tried = replace(campaign, budget=budget)
        month = ads.bring(tried, data)
        wasted = month.leads - month.called
        return month.earned + keeps * ads.lead_worth(tried) * wasted - budget

    for keeps in (kept - 0.02, kept + 0.02):
        pays = left(1.001 * start, keeps) > left(start, keeps)
        assert pays is (keeps > kept)


def test_with_how_many_calls_the_telephone_no_longer_binds(data):
    for calls, narrow in ((2.7, ads.TELEPHONE), (2.8, ads.MONEY)):
        campaign = of("physiotherapy", data, leads_week=calls)
        assert ads.narrow_place(campaign, data) == narrow


def test_below_a_quarter_of_the_leads_that_could_buy_the_price_is_the_reason(data):
    for could, narrow in ((0.25, ads.PRICE), (0.27, ads.TELEPHONE)):
        campaign = of("physiotherapy", data, quality=dict.fromkeys(MEDIA, could))
        assert ads.narrow_place(campaign, data) == narrow


@given(CAMPAIGNS, st.floats(0, 1e5), st.floats(0, 1e5))
def test_a_larger_budget_never_brings_fewer_leads(campaign, one, other):
    data = reading.load()
    low, high = sorted((one, other))
    assert ads.leads_at(low, campaign, data) <= ads.leads_at(high, campaign, data) + 1e-9


@given(CAMPAIGNS)
def test_nobody_passes_a_door_twice_and_every_figure_is_finite(campaign):
    result = ads.answer(campaign, reading.load())
    for key in result:
        assert math.isfinite(result.value(key)), key
    if campaign.in_shop:
        assert result.value("extra") <= result.value("leads")
        return
    stations = values(result, "leads", "called", "could", "extra")
    assert stations == sorted(stations, reverse=True)
    assert result.value("called") <= result.value("capacity") + 1e-9
    together = result.value("called") + result.value("wasted")
    assert together == pytest.approx(result.value("leads"))


@given(CAMPAIGNS)
def test_the_budget_that_fills_the_telephone_fills_it(campaign):
    data = reading.load()
    campaign = replace(campaign, sale="call")
    full = ads.filling(campaign, data)
    if 1e-6 < full < 1e9:
        there = ads.leads_at(full, campaign, data)
        assert there == pytest.approx(ads.capacity(campaign, data), rel=1e-6)


def test_a_lead_that_nobody_calls_is_wasted(data):
    few = ads.answer(replace(CAMPAIGN, leads_week=1.0), data)
    many = ads.answer(replace(CAMPAIGN, leads_week=100.0), data)
    assert few.value("wasted") > 0 == many.value("wasted")
    assert few.value("profit") < many.value("profit")


def test_a_known_brand_gains_less_from_the_same_ads(data):
    gains = [
        ads.answer(replace(CAMPAIGN, anyway=data.default(key)), data).value("extra")
        for key in ("come_anyway", "brand_strong")
    ]
    assert gains == sorted(gains, reverse=True) and gains[-1] < gains[0] / 2


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
    new = result.value("visitors") * (1 - in_ads.anyway)
    if "needed" in result and new >= 0.01 and result.value("needed") <= new:
        even = replace(campaign, buy=result.value("needed") / new)
        profit = influencer.answer(even, in_ads, reading.load()).value("profit")
        assert profit == pytest.approx(0, abs=1e-6 * max(campaign.fee, 1))


@given(CAMPAIGNS)
def test_the_verdict_turns_at_the_share_that_is_named(campaign):
    data = reading.load()
    result = ads.answer(campaign, data)

    def earned(quality: float) -> float:
        tried = {**campaign.quality, campaign.medium: quality}
        return ads.bring(replace(campaign, quality=tried), data).earned

    others = [m for m in MEDIA if m != campaign.medium]
    rival = ads.bring(replace(campaign, medium=result.facts["rival"]), data).earned
    assert rival == max(ads.bring(replace(campaign, medium=m), data).earned for m in others)
    if "quality_pays" not in result:
        return
    even = earned(result.value("quality_pays"))
    assert even == pytest.approx(ads.cost(campaign, data), rel=1e-9)
    assert earned(result.value("quality_first")) == pytest.approx(rival, rel=1e-9)


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
def test_what_buys_a_lead_has_a_source(medium, data):
    assert all(data.assumptions[f"{kind}_{medium}"].evidence for kind in ("cpc", "lead_rate"))


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
    """Nine cheap leads that hardly buy are not worth five times two dear ones that do."""
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
    if "budget" in nothing:
        assert result.facts["narrow"] == ads.NOTHING
    else:
        assert result.value("profit") == pytest.approx(-300)


@pytest.mark.parametrize(("contribution", "times"), [(3000.0, 10.0), (300.0, None), (90.0, None)])
def test_less_than_one_customer_is_told_as_how_often_one_pays(contribution, times, data):
    result = ads.answer(replace(CAMPAIGN, contribution=contribution), data)
    assert result.value("needed") == pytest.approx(300 / contribution)
    assert ("pays_for" in result) == (times is not None)
    if times:
        assert result.value("pays_for") == times
