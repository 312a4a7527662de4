"""Review: close calls, and the bet on opening; calibration."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.models import advice, calibration, review
from helpers.models.calibration import Forecast
from helpers.models.judging import judge

TODAY = date(2026, 11, 23)


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
    result = calibration.answer(forecasts, data, 0.5)
    made = [result.value(f"level{n}.made") for n in range(len(result.options))]
    assert sum(made) == result.value("made") == len(forecasts)
    surer = [f for f in forecasts if f.sure > 0.5]  # a guess claims nothing
    assert result.value("held") == len(surer) and ("brier" in result) == bool(surer)
    if surer:
        assert 0 <= result.value("brier") <= 1
    gap, calm = result.value("hits") - result.value("expected"), data.default("calibration_calm")
    habit = "surer" if gap < -calm else "less sure" if gap > calm else ""
    assert result.facts["habit"] == habit
