"""Review: the stop rule's day and least value; calibration; roles with one accountable."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.models import advice, calibration, review, roles
from helpers.models.calibration import Forecast
from helpers.models.judging import judge

TODAY = date(2026, 11, 23)


def test_half_of_the_target_path_by_the_review_date(data):
    hotel = company.case("hotel")  # from 60 to 100 by 30 September 2027, 311 days
    rule = review.stop_rule(hotel, data, TODAY)
    assert rule.review == date(2027, 2, 21)
    assert rule.least == pytest.approx(60 + 0.5 * 90 / 311 * 40)
    assert (rule.coverage, rule.silence) == (0.8, 7)


@pytest.mark.parametrize("day", [None, date(2020, 1, 1), TODAY])
def test_a_review_date_that_is_past_becomes_ninety_days(day, data):
    assert review.stop_rule(company.case("hotel"), data, TODAY, day).review == date(2027, 2, 21)


def test_without_an_objective_there_is_no_least_value(data):
    hotel = company.case("hotel")
    bare = replace(hotel, objective={**hotel.objective, "target": None})
    assert review.stop_rule(bare, data, TODAY).least is None


def test_a_falling_metric_is_to_be_low_enough(data):
    hotel = company.case("hotel")
    falling = replace(hotel, objective={**hotel.objective, "baseline": 48, "target": 24})
    rule = review.stop_rule(falling, data, TODAY)
    assert not rule.rises and 24 < rule.least < 48


def test_the_bet_takes_the_learners_odds_and_never_the_stability(data):
    parts = company.case("machine_parts")
    found = judge(parts, data, TODAY)
    judged = found["linkedin"]
    assert [j.network for j in review.close_calls(found, data)] == ["linkedin"]
    bet = review.bet(parts, judged, data)
    assert bet.odds == data.default("odds") != judged.outcome("stability").figure
    assert bet.loss == pytest.approx(2085, abs=3)
    assert bet.gain == pytest.approx(2.4 * 3000 - bet.loss)
    for odds in (0.0, 1.0):
        sure = review.bet(replace(parts, odds=odds), judged, data)
        assert advice.evsi(sure) == 0


def test_nothing_hangs_on_a_case_far_from_its_thresholds(data):
    assert review.close_calls(judge(company.case("software"), data, TODAY), data) == ()


def test_brier_by_hand():
    assert calibration.brier([]) is None
    assert calibration.brier([Forecast(0.5, True), Forecast(0.5, False)]) == 0.25
    assert calibration.brier([Forecast(0.9, True), Forecast(0.7, False)]) == pytest.approx(0.25)


@given(st.lists(st.builds(Forecast, st.sampled_from([0.5, 0.7, 0.9]), st.booleans())))
def test_calibration_counts_every_forecast_once(forecasts):
    data = reading.load()
    result = calibration.answer(forecasts, data)
    made = [result.value(f"level{n}.made") for n in range(len(result.options))]
    assert sum(made) == result.value("made") == len(forecasts)
    assert ("brier" in result) == bool(forecasts)
    if forecasts:
        assert 0 <= result.value("brier") <= 1
    gap, calm = result.value("right") - result.value("expected"), data.default("calibration_calm")
    habit = "surer" if gap < -calm else "less sure" if gap > calm else ""
    assert result.facts["habit"] == habit


@pytest.mark.parametrize("case", company.cases())
def test_each_task_has_exactly_one_who_answers_for_it(case, data):
    known = company.case(case)
    found = roles.roles(known, data)
    assert [role.task for role in found] == list(data.keys("task"))
    for role in found:
        assert role.accountable and role.responsible
        assert role.accountable not in (*role.consulted, *role.informed)
        everybody = {role.responsible, role.accountable, *role.consulted, *role.informed}
        assert everybody == set(roles.names(known))


def test_a_chosen_name_wins_and_nobody_is_calm(data):
    known = replace(company.case("hotel"), raci={"write": {"responsible": "A", "accountable": "B"}})
    write = next(role for role in roles.roles(known, data) if role.task == "write")
    assert (write.responsible, write.accountable) == ("A", "B")
    empty = replace(
        known, people=(), raci={}, stand_in="", objective={**known.objective, "owner": ""}
    )
    assert {role.accountable for role in roles.roles(empty, data)} == {""}


@pytest.mark.parametrize("case", company.cases())
def test_the_plan_fits_the_verdicts(case):
    data, day = reading.load(), date(2027, 1, 15)
    judged = judge(company.case(case), data, TODAY)
    plan = list(roles.ninety_days(judged, data, TODAY, day))
    tasks = {step.task for step in plan}
    opened = bool(judged.opened)
    assert ("profile" in tasks, "review_open" in tasks) == (opened, opened)
    assert ("pages" in tasks, "review_none" in tasks) == (not opened, not opened)
    words = {j.verdict for j in judged.judgements}
    assert ("hide" in tasks, "reserve" in tasks) == ("close" in words, "do_not_open" in words)
    assert all(TODAY <= step.start <= step.end for step in plan)
    assert [step.end for step in plan if step.task.startswith("review_")] == [day]
    assert data.tasks.index.is_unique and {step.task for step in plan} <= set(data.tasks.index)
