"""Twelve plausible firms: fit and must-haves against what a consultant said beforehand."""

import pytest

from helpers.models import fit
from helpers.models.judging import failed_fit
from tests.models.plausible_firms import ARGUED, EXPECTED, FOLDER, firm

FIRMS = tuple(EXPECTED)


def test_every_file_is_one_of_the_twelve():
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == sorted(FIRMS)
    assert len(FIRMS) == 12


@pytest.mark.parametrize("key", FIRMS)
def test_a_firm_says_all_that_a_first_talk_brings(key):
    known = firm(key)
    assert known.invented and known.trade and known.place
    assert sum(known.purposes.values()) == 10 and sum(known.ages.values()) == pytest.approx(1)
    assert known.asked == 10 and max(known.weekly.values()) <= 10
    assert known.objective["metric"] and known.objective["target"] > known.objective["baseline"]
    sells = known.purposes["leads"] > 10 / 7
    assert sells == (known.accepted_cost == 0) == (known.contribution > 0)
    assert sells == (known.customers_a_year is not None)


@pytest.mark.parametrize("key", FIRMS)
def test_fit_and_must_haves_agree_with_the_consultant(key, data):
    expected, known = EXPECTED[key], firm(key)
    result = fit.answer(fit.situation(known, data), data)
    ranking = [option for option in result.facts["ranking"] if option != "none"]
    assert ranking[0] in expected.best
    failed = {network for network, measure in failed_fit(known, data).items() if measure}
    agreed_never, agreed_worth = set(expected.never), set(expected.worth)
    if key in ARGUED:
        agreed_never.discard(ARGUED[key].network)
        agreed_worth.discard(ARGUED[key].network)
    assert agreed_never <= failed
    assert not agreed_worth & failed


@pytest.mark.parametrize("key", [key for key in FIRMS if not EXPECTED[key].first])
def test_website_first_where_the_consultant_says_so(key, data):
    result = fit.answer(fit.situation(firm(key), data), data)
    assert result.facts["ranking"][0] == "none"
    assert all(failed_fit(firm(key), data).values())


@pytest.mark.parametrize("key", ARGUED)
def test_where_model_and_consultant_differ_it_is_near_a_threshold(key, data):
    argued, expected = ARGUED[key], EXPECTED[key]
    failed = failed_fit(firm(key), data)[argued.network]
    stable = fit.stability(fit.situation(firm(key), data), data)
    beats = stable.at[argued.network, "beats_none"]
    assert beats == pytest.approx(data.default("gate_G3b"), abs=0.05)
    if argued.says == "worth":
        assert argued.network in expected.never and not failed
    else:
        assert argued.network in expected.worth and failed == "stability"
