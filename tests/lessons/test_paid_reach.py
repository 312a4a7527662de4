"""Lesson 04: ads that pay for one firm and not for another; leads that nobody calls."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.company import CompanyFile
from helpers.data import reading
from helpers.lessons.paid_reach import PaidReach
from helpers.models import ads, influencer
from helpers.models.influencer import Influencer
from helpers.views.ads import AdsView
from helpers.views.influencer import InfluencerView
from tests.lessons import claims, sentences
from tests.models.test_ads import CAMPAIGNS


def as_hotel() -> PaidReach:
    CompanyFile().save(
        {k: v for k, v in company.case_document("hotel").items() if k != "schema_version"}
    )
    return PaidReach()


def test_the_same_ads_pay_for_one_and_not_for_the_other():
    assert PaidReach().explore_studio().result.value("profit") > 0
    assert as_hotel().explore_studio().result.value("profit") < 0


def test_the_better_known_the_less_an_ad_adds():
    studio = PaidReach().explore_studio()
    added = []
    for preset in ("unknown", "known", "strong"):
        studio.preset(preset)
        added.append(studio.result.value("extra"))
    assert added == sorted(added, reverse=True) and added[-1] < added[0] / 2


def test_judgements_that_contradict_each_other_are_told():
    studio = PaidReach().explore_studio()
    studio.set(half_more=1.5, most=1.1)
    assert studio.error is None and "contradict" in studio.stage.remarks


def test_ads_enter_the_gap_as_hours_and_euros():
    studio = as_hotel().own_studio()
    before = {key: studio.result.value(key) for key in ("required", "euros_required")}
    studio.set(budget=500.0)
    assert studio.result.value("required") > before["required"] + 1
    assert studio.result.value("euros_required") == before["euros_required"] + 500
    assert "Calling leads" in studio.stage.remarks


def test_nothing_to_earn_is_a_calm_sentence():
    studio = PaidReach().explore_studio()
    studio.set(contribution=0.0, leads_week=0.0)
    assert studio.error is None and "At no budget" in studio.stage.remarks


@given(CAMPAIGNS)
def test_no_campaign_gets_a_sentence_that_its_figures_do_not_bear_out(campaign):
    data = reading.load()
    result = ads.answer(campaign, data)
    words = AdsView(data).words(result)
    sentences.check(words, campaign)
    assert not list(claims.broken(words, result))


AMOUNTS = st.sampled_from((0.0, 1.0)) | st.floats(0, 1)


@given(
    st.builds(
        Influencer,
        st.sampled_from((0.0, 50.0, 300.0, 5000.0)),
        st.sampled_from((0.0, 1.0, 1e3, 1e4, 2e5)),
        AMOUNTS,
        AMOUNTS,
        AMOUNTS,
    ),
    CAMPAIGNS,
)
def test_no_influencer_gets_a_sentence_that_its_figures_do_not_bear_out(campaign, in_ads):
    data = reading.load()
    result = influencer.answer(campaign, replace(in_ads, budget=campaign.fee), data)
    words = InfluencerView(data, "instagram").words(result)
    sentences.check(words, campaign)
    assert not list(claims.broken(words, result))


def test_the_guess_that_decides_is_named_with_the_value_at_which_it_turns():
    studio = PaidReach().explore_studio()
    assert "No source says how many of these leads buy" in studio.stage.remarks
    turn = studio.result.value("quality_pays")
    low = studio.controls["from_linkedin"].min
    assert low > turn  # even the worst leads of the range pay for this firm
    studio.set(medium="facebook")
    turn = studio.result.value("quality_pays")
    for quality, profit in ((0.9 * turn, False), (1.1 * turn, True)):
        studio.set(from_facebook=quality)
        assert (studio.result.value("profit") > 0) is profit
