"""Twelve plausible firms: what is opened, against what a consultant said beforehand."""

from datetime import date

import pytest

from helpers.models.decision import CLOSE, DO_NOT_OPEN, NOT_YET, POSITIVE, Decision
from helpers.models.judging import judge
from tests.models.plausible_firms import EXPECTED, LED_OTHERWISE, firm

TODAY = date(2026, 11, 26)


@pytest.fixture
def decision(key: str, data) -> Decision:
    return judge(firm(key), data, TODAY)


@pytest.mark.parametrize("key", [k for k, e in EXPECTED.items() if not e.first])
def test_nothing_is_opened_where_the_website_comes_first(decision, key):
    assert decision.opened == () and decision.best is None
    for judgement in decision.judgements:
        # A page that nobody has fed for months is closed; what never was is not opened.
        wanted = (DO_NOT_OPEN, NOT_YET) if judgement.silent_months is None else (CLOSE,)
        assert judgement.verdict in wanted, judgement.network


@pytest.mark.parametrize(
    "key", [k for k, e in EXPECTED.items() if e.first and k not in LED_OTHERWISE]
)
def test_what_the_consultant_would_open_is_opened(decision, key):
    expected = EXPECTED[key]
    assert decision.first in expected.first
    assert decision[decision.first].verdict in POSITIVE
    beside = set(decision.opened) - {decision.first}
    assert beside <= expected.may
    assert not set(decision.opened) & expected.never


@pytest.mark.parametrize("key", LED_OTHERWISE)
def test_where_another_network_leads_the_reader_is_told_who_would_come_first(decision, key):
    led, wanted, reason = LED_OTHERWISE[key]
    assert decision.first == led and wanted in EXPECTED[key].first and reason
    assert decision[wanted].verdict == NOT_YET and decision[wanted].would_lead
    assert decision[wanted].deciding.gate.measure == "coverage"


@pytest.mark.parametrize("key", EXPECTED)
def test_every_verdict_has_a_figure_that_decided(decision, key):
    for judgement in decision.judgements:
        assert judgement.deciding is not None
        if judgement.verdict not in POSITIVE:
            assert judgement.failed, judgement.network
