"""Advocacy: published values, bounds, no limit from one on."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.data import reading
from helpers.models import advocacy
from helpers.models.advocacy import Crowd

SHARES = st.floats(0, 1)
CROWDS = st.builds(
    Crowd, st.integers(0, 500), SHARES, st.floats(0, 3000), SHARES, st.floats(0, 200000)
)


def test_the_published_values():
    assert advocacy.people_reach(20 * 0.3, 400, 0.1, 10000) == pytest.approx(237.6, abs=0.05)
    assert advocacy.cascade(1000, 0.5) == pytest.approx(2000)
    assert advocacy.cascade(1000, 0.1) == pytest.approx(1111, abs=0.5)
    assert advocacy.cascade(1000, 1.0) is None


@given(CROWDS, st.floats(0, 1e5))
def test_reach_lies_between_one_person_and_the_sum(crowd, followers):
    result = advocacy.answer(crowd, followers, reading.load())
    assert all(math.isfinite(result.value(key)) for key in result)
    reached = result.value("people_reach")
    assert reached <= crowd.market + 1e-6
    if result.value("posters") >= 1:
        # Below one whole person the curve lies above the straight line.
        assert reached <= result.value("naive") + 1e-6
    assert result.value("without_one") <= reached + 1e-6
    both = result.value("both")
    assert max(reached, result.value("page_reach")) - 1e-6 <= both
    assert both <= reached + result.value("page_reach") + 1e-6


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 3000), SHARES)
def test_more_people_never_reach_fewer(one, other, contacts, seen):
    few, many = sorted((one, other))
    reached = [advocacy.people_reach(n, contacts, seen, 10000) for n in (few, many)]
    assert reached[0] <= reached[1] + 1e-9
