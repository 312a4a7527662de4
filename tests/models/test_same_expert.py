"""The same expert for several firms: the worth of each, adding up, and what would turn it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.models import advice, same_expert
from helpers.models.advice import Bet

MUCH = Bet(0.5, 5302, 15698, 0.8, 0.7, 400)
SAFE = Bet(0.5, 5115, 2085, 0.8, 0.7, 400)
EVEN = Bet(0.5, 2014, 2306, 0.8, 0.7, 400)
STAKES = st.floats(0, 1e5)


def test_three_firms_and_their_sums():
    result = same_expert.compared({"much": MUCH, "safe": SAFE, "even": EVEN})
    worth = {key: result.value(f"{key}_worth") for key in ("much", "safe", "even")}
    assert worth == pytest.approx({"much": 0, "safe": 218.2, "even": 459.7}, abs=0.6)
    assert result.value("much_naive") == pytest.approx(5494, abs=0.5)
    assert result.value("safe_brings") == pytest.approx(730, abs=1)
    assert result.value("safe_brings") - result.value("safe_takes") == 218
    assert "much_brings" not in result
    assert result.value("overtakes") == 0.81


def test_nobody_is_overtaken_who_is_first_already():
    assert "overtakes" not in same_expert.compared({"safe": SAFE})


def test_odds_alone_where_success_is_no_sum():
    assert list(same_expert.unasked(0.4)) == ["odds"]


@given(st.floats(0, 1), STAKES, STAKES, st.floats(0, 1), st.floats(0, 1))
def test_what_is_printed_adds_up(odds, gain, loss, good, bad):
    bet = Bet(odds, gain, loss, good, bad, 400)
    worth = advice.evsi(bet)
    brings, takes = advice.adding_up(bet, worth)
    assert brings - takes == round(worth)
    exact = advice.parts(bet)
    assert takes == pytest.approx(exact[1], abs=0.51)
    if worth > 1e-6 * (1 + gain + loss):
        assert brings == pytest.approx(exact[0], abs=1.51)
        assert exact[0] - exact[1] == pytest.approx(worth, abs=1e-6 * (1 + gain + loss))
