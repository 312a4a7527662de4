"""Eighteen firms, one truth: lessons 05, 10, 13 and 14 and the memo on the same questions.

Waits, people met, and advice are asked of each lesson's own model, with the plan of the verdict.
The reach of lesson 11 is compared where that lesson is tested.
"""

from dataclasses import replace

import pytest

from helpers import context
from helpers.data import reading
from helpers.findings import Findings
from helpers.lessons.care_firms import care_of, estimated
from helpers.memo.advice_words import advice_sentence, advice_worked
from helpers.memo.page_one import page_one
from helpers.models import advice, breadth, company_plan, pay_off, replies, review, ways
from helpers.models.plan import capacity
from helpers.models.spread import spread
from helpers.views.words import Speaker
from tests.memo.firms import FIRMS, TODAY, text_of


@pytest.fixture(scope="module")
def firms() -> dict[str, Findings]:
    with context.using(fixed_today=TODAY, language="en", pack=None):
        return {key: Findings(make(), reading.load()) for key, make in FIRMS.items()}


def asked(found: Findings):
    """The network that advice is about, with the plan in which it was judged."""
    judged = found.decision[found.stakes[0]]
    plan = company_plan.plan_of(found.company, found.tables, judged.level, networks=judged.together)
    return judged, plan


@pytest.mark.parametrize("key", FIRMS)
def test_lessons_13_and_14_and_the_memo_have_one_advice(key, firms):
    found = firms[key]
    _judged, plan = asked(found)
    if found.advice is None:
        assert "Worth no sum" in advice_sentence(found) or "is stopped" in advice_sentence(found)
        return
    paying = pay_off.answer(plan, found.company, found.tables)
    aimed = paying.value("customers_aimed")
    bet = review.bet_on(found.company, paying.value("yearly_cost"), aimed, found.tables)
    worth = advice.answer(bet)
    for figure in ("evsi", "fee", "odds", "gain", "loss"):
        assert found.advice.value(figure) == pytest.approx(worth.value(figure))
    if round(worth.value("evsi")):
        told = text_of(page_one(found)) + " ".join(advice_worked(found))
        assert Speaker(worth)("evsi") in told
        assert "year that nobody stops" in told, "as lesson 13 says of its sums"


@pytest.mark.parametrize("key", FIRMS)
def test_what_is_signed_is_advised_on_with_its_stop_in_every_firm(key, firms):
    """One sum for all: the gain of a year, the loss until the review."""
    found = firms[key]
    if found.stopped is None:
        assert not found.signed or not found.sells
        return
    plan = company_plan.plan_of(found.company, found.tables, found.level, networks=found.signed)
    paying = pay_off.answer(plan, found.company, found.tables)
    aimed, cost = paying.value("customers_aimed"), paying.value("yearly_cost")
    year = review.bet_on(found.company, cost, aimed, found.tables)
    fee = found.tables.default("fee") if found.asks else 0.0
    wage = found.tables.default("wage")
    start = found.plan.value("start") - fee - wage * found.asks  # spent whatever comes
    assert found.stopped.value("gain") == pytest.approx(year.gain - start)
    lost = found.plan.value("review.loss") - fee - wage * found.asks  # an hour to put the question
    assert found.stopped.value("loss") == pytest.approx(lost) and lost < year.loss
    said = advice_sentence(found)
    assert ("ask first." if found.asks else "decide without.") in said
    assert found.asks == (key == "cosmetics"), "by a year, three others would have bought it"


@pytest.mark.parametrize("key", FIRMS)
def test_lesson_05_the_gates_and_the_memo_know_one_wait(key, firms):
    found = firms[key]
    for judged in found.decision.judgements:
        known = found.company.changed(networks=judged.together, level=judged.level)
        messages = estimated(known, found.tables, judged.together)  # in hundredths
        care = replace(care_of(known, found.tables), messages=messages)
        told = replies.answer(care, found.tables)
        outcome = judged.outcome("in_time")
        if judged.wait_hours is not None:
            assert told.value("wait") == pytest.approx(judged.wait_hours, rel=0.05)
        if outcome is not None and outcome.figure is not None:
            assert told.value("in_time") == pytest.approx(outcome.figure, abs=0.02)


@pytest.mark.parametrize("key", FIRMS)
def test_lesson_10_and_the_verdict_count_one_audience_and_one_reach(key, firms):
    found = firms[key]
    standing = ways.standing(found.company, found.tables)
    for judged in found.decision.judgements:
        outcome = judged.outcome("audience")
        assert (
            outcome is None
            or outcome.figure is None
            or (standing.audience[judged.network] == pytest.approx(outcome.figure))
        )
    _judged, plan = asked(found)
    kept = spread(plan, standing.audience, found.tables)
    told = breadth.round_of(plan, standing, found.tables)
    there = capacity(plan, found.tables.default("shrinkage"))
    assert told.kept(there) == pytest.approx(kept.kept)
    assert told.met(there) == pytest.approx(kept.met)


@pytest.mark.parametrize("key", FIRMS)
def test_lesson_13_and_the_memo_pay_from_the_same(key, firms):
    found = firms[key]
    if not found.signed:
        return
    plan = company_plan.plan_of(found.company, found.tables, found.level, networks=found.signed)
    told, page = pay_off.answer(plan, found.company, found.tables), page_one(found)
    assert page.figures[1].figure == Speaker(told)("yearly_cost")
    if found.sells:
        assert page.figures[2].figure == Speaker(told).bare("pays_from_whole")
