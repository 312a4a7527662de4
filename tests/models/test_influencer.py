"""An influencer for the web shop: visitors and their price, beside the same fee in ads."""

from dataclasses import replace

import pytest

from helpers import company
from helpers.models import ads, company_plan, influencer
from helpers.models.influencer import Influencer


def tried(data, fee: float = 300.0, **changes: float) -> tuple[Influencer, ads.Campaign]:
    """Mastiha's campaign as the lesson begins with it."""
    shop = company.case("cosmetics")
    values = {"followers": 10_000, "reach": 0.2, "click": 0.01, "times": 1.0, **changes}
    campaign = Influencer(fee, **values)
    return campaign, company_plan.campaign(shop, data, fee)


def test_twenty_visitors_or_three_hundred_and_seventy(data):
    campaign, in_ads = tried(data)
    result = influencer.answer(campaign, in_ads, data)
    assert result.value("visitors") == 20 and result.value("orders") == pytest.approx(0.42)
    assert result.value("buyers") == pytest.approx(0.378)
    assert result.value("none_comes") == pytest.approx(0.685, abs=0.005)
    assert result.value("visit_price") == 15
    assert result.value("ads_visitors") == pytest.approx(370, abs=0.5)
    assert result.value("ads_visit_price") == pytest.approx(0.81)
    orders = result.value("ads_visitors") * in_ads.order_rate
    assert orders == pytest.approx(7.78, abs=0.005)
    assert result.value("facebook.customers") == pytest.approx(7.00, abs=0.005)
    assert result.value("facebook.profit") == pytest.approx(-55, abs=0.5)
    assert result.value("needed") == pytest.approx(300 / 35)
    assert orders / result.value("orders") == pytest.approx(18.5, abs=0.05)


def test_who_would_have_come_anyway_is_taken_off_on_both_sides(data):
    """With visitors at one price and one rate of buying, neither side is ahead."""
    campaign, in_ads = tried(data)
    by_ads = influencer.answer(campaign, in_ads, data).value("ads_visitors")
    click = by_ads / (campaign.followers * campaign.reach)
    same = replace(campaign, click=click, times=1.0)
    result = influencer.answer(same, in_ads, data)
    assert result.value("buyers") == pytest.approx(result.value("facebook.customers"))
    assert result.value("profit") == pytest.approx(result.value("facebook.profit"))
    for share in (0.0, 0.5):
        other = influencer.answer(same, replace(in_ads, anyway=share), data)
        assert other.value("buyers") == pytest.approx(other.value("facebook.customers"))
        assert other.value("buyers") == pytest.approx(result.value("orders") * (1 - share))


@pytest.mark.parametrize("case", company.cases())
def test_the_same_visitors_bring_the_same_buyers_as_ads_in_every_firm(case, data):
    """One rate of buying for a firm: the order in its shop, or its leads, calls and closings."""
    for fee in (30.0, 300.0, 5000.0):
        in_ads = company_plan.campaign(company.case(case), data, fee)
        visitors = influencer.answer(Influencer(fee, 0, 0, 0, 1.0), in_ads, data)
        many = visitors.value("ads_visitors")
        result = influencer.answer(Influencer(fee, many, 1.0, 1.0, 1.0), in_ads, data)
        medium = in_ads.medium
        assert result.value("buyers") == pytest.approx(result.value(f"{medium}.customers"))
        assert result.value("profit") == pytest.approx(result.value(f"{medium}.profit"))


def test_hers_buy_so_many_times_as_often_and_never_more_than_all(data):
    campaign, in_ads = tried(data)
    once, five = (influencer.answer(replace(campaign, times=t), in_ads, data) for t in (1.0, 5.0))
    assert five.value("buyers") == pytest.approx(5 * once.value("buyers"))
    most = influencer.answer(replace(campaign, times=1000.0), in_ads, data)
    assert most.value("orders") == most.value("visitors")


def test_a_parcel_makes_a_visitor_cheap_and_ads_cheaper(data):
    """Ads get dearer with the money, so thirty euros buy more than a tenth of 370 visitors."""
    campaign, in_ads = tried(data, 30.0)
    result = influencer.answer(campaign, in_ads, data)
    assert result.value("visit_price") == pytest.approx(1.5)
    assert result.value("ads_visitors") == pytest.approx(83, abs=0.5)
    assert result.value("ads_visit_price") == pytest.approx(30 / result.value("ads_visitors"))
    turn = result.value("click_turn")
    assert turn * 1000 == pytest.approx(41, abs=0.6)
    even, in_ads = tried(data, 30.0, click=turn)
    same = influencer.answer(even, in_ads, data)
    assert same.value("visit_price") == pytest.approx(same.value("ads_visit_price"))


def test_the_price_of_a_visitor_is_the_lesson_on_ads_at_its_trial(data):
    _campaign, in_ads = tried(data, data.default("ads_trial"))
    result = influencer.answer(_campaign, in_ads, data)
    assert result.value("ads_visit_price") == pytest.approx(ads.rates(in_ads, data)[0])
    assert result.value("ads_visitors") == pytest.approx(ads.answer(in_ads, data).value("clicks"))


@pytest.mark.parametrize("changes", [{"followers": 0}, {"reach": 0.0}, {"click": 0.0}])
def test_a_campaign_that_nobody_sees_has_no_price_of_a_visitor(data, changes):
    campaign, in_ads = tried(data, **changes)
    result = influencer.answer(campaign, in_ads, data)
    assert "visit_price" not in result and result.value("profit") == -300


def test_a_fee_of_nought_costs_nothing(data):
    result = influencer.answer(*tried(data, 0.0), data)
    assert result.value("profit") > 0 and result.value("ads_visitors") == 0
