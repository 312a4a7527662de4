"""Lesson 04: ads that pay for one firm and not for another; leads that nobody calls."""

from helpers import company
from helpers.company import CompanyFile
from helpers.lessons.paid_reach import PaidReach


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
