"""Advice: published values, worth nothing at the ends, EVSI never above EVPI, break-even."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.models import advice
from helpers.models.advice import Bet, Presence

SHARES = st.floats(0, 1)
EUROS = st.floats(0, 1e5)
BETS = st.builds(Bet, SHARES, EUROS, EUROS, SHARES, SHARES, EUROS)
KNOWN = Bet(0.6, 60, 40, 0.8, 0.7, 3)


def test_the_published_values():
    assert advice.evpi(KNOWN) == pytest.approx(16)
    said = advice.answers(KNOWN)
    assert said.says_good == pytest.approx(0.60)
    assert (said.after_good, said.after_bad) == pytest.approx((0.80, 0.30))
    assert advice.evsi(KNOWN) == pytest.approx(4)


@given(BETS)
def test_the_expert_is_never_worth_more_than_knowing(bet):
    assert -1e-9 <= advice.evsi(bet) <= advice.evpi(bet) + 1e-6


@given(EUROS, EUROS, SHARES, SHARES)
def test_whoever_is_sure_needs_no_advice(gain, loss, sensitivity, specificity):
    for odds in (0.0, 1.0):
        bet = Bet(odds, gain, loss, sensitivity, specificity, 0)
        assert advice.evsi(bet) == pytest.approx(0, abs=1e-6)
        assert advice.evpi(bet) == pytest.approx(0, abs=1e-6)


@given(SHARES, EUROS, EUROS, SHARES)
def test_an_answer_that_always_comes_is_worth_nothing(odds, gain, loss, sensitivity):
    bet = Bet(odds, gain, loss, sensitivity, 1 - sensitivity, 0)
    assert advice.evsi(bet) == pytest.approx(0, abs=1e-6)


@given(BETS)
def test_the_answer_holds_and_is_finite(bet):
    result = advice.answer(bet)
    assert result.facts["buy"] == (result.value("evsi") > bet.fee)
    if not result.facts["turns"]:
        assert result.value("evsi") < 1


@pytest.mark.parametrize(
    ("bet", "worth", "sensitivity", "specificity", "odds"),
    [
        (Bet(0.5, 5115, 2085, 0.8, 0.7, 400), 218.2, 0.871, 0.874, (0.218, 0.426)),
        (Bet(0.5, 2014, 2306, 0.8, 0.7, 400), 459.5, 0.74, 0.65, (0.475, 0.602)),
        (Bet(0.5, 3784, 3416, 0.8, 0.7, 400), 817, 0.58, 0.456, (0.352, 0.632)),
        (Bet(0.5, 5302, 15698, 0.8, 0.7, 400), 0, None, 0.781, (0.57, 0.88)),
    ],
)
def test_where_asking_turns(bet, worth, sensitivity, specificity, odds):
    assert advice.evsi(bet) == pytest.approx(worth, abs=0.6)
    assert advice.turning_sensitivity(bet) == pytest.approx(sensitivity, abs=0.005)
    assert advice.turning_specificity(bet) == pytest.approx(specificity, abs=0.005)
    assert advice.window(bet) == pytest.approx(odds, abs=0.005)


@given(BETS)
def test_where_asking_turns_the_answer_is_worth_its_fee(bet):
    near = pytest.approx(bet.fee, abs=1e-6 * (1 + bet.gain + bet.loss))
    turns = advice.turning_sensitivity(bet)
    if turns is not None:
        assert advice.evsi(replace(bet, sensitivity=turns)) == near
    else:
        assert advice.evsi(replace(bet, sensitivity=1.0)) <= bet.fee + 1e-6
    turns = advice.turning_specificity(bet)
    if turns:  # at nought it may be worth more
        assert advice.evsi(replace(bet, specificity=turns)) == near
    odds = advice.window(bet)
    if odds is not None:
        for edge in odds:
            assert advice.evsi(replace(bet, odds=edge)) == near
    else:
        even = bet.loss / (bet.gain + bet.loss) if bet.gain + bet.loss else 0.5
        assert advice.evsi(replace(bet, odds=even)) <= bet.fee + 1e-6


def test_the_pay_off_of_the_specification():
    """Machine parts 5.2: €2,085 a year, 0.69 customers; hotel 5.3: €2,306, 26 bookings."""
    parts = Presence(2.26, 16.7, 10, 3000, 9000)
    assert advice.yearly_cost(parts) == pytest.approx(2085, abs=3)
    assert advice.break_even_customers(parts) == pytest.approx(0.69, abs=0.01)
    hotel = Presence(2.52, 16.7, 10, 90, 450)
    assert advice.yearly_cost(hotel) == pytest.approx(2306, abs=4)
    assert advice.break_even_customers(hotel) == pytest.approx(26, abs=0.5)


@given(st.floats(0.1, 40), st.floats(1, 60), st.floats(0, 500), st.floats(1, 5000))
def test_break_even_turnover_leaves_exactly_the_cost(hours, wage, euros, contribution):
    presence = Presence(hours, wage, euros, contribution, 3 * contribution)
    turnover = advice.break_even_turnover(presence)
    assert turnover * advice.margin(presence) == pytest.approx(advice.yearly_cost(presence))


def test_nothing_left_of_a_sale_never_pays():
    nothing = Presence(2, 16.7, 10, 0, 100)
    assert advice.break_even_customers(nothing) is None
    assert advice.break_even_turnover(nothing) is None


def test_what_would_have_to_be_true_of_the_specification():
    """0.11: machine parts 1.2 % of 60 customers, hotel 2.0 % of 1,300; unknown waits."""
    parts = Presence(2.26, 16.7, 10, 3000, 9000)
    assert advice.needed_share(parts, 60) == pytest.approx(0.012, abs=0.0005)
    hotel = Presence(2.52, 16.7, 10, 90, 450)
    assert advice.needed_share(hotel, 1300) == pytest.approx(0.020, abs=0.0005)
    assert advice.needed_share(hotel, None) is None
    assert advice.needed_share(hotel, 0) is None
    assert advice.needed_share(Presence(2.5, 16.7, 10, 0, 450), 1300) is None


@given(st.floats(0.1, 40), st.floats(0, 500), st.floats(0.01, 5000), st.floats(0.01, 1e6))
def test_the_needed_share_is_the_break_even_by_the_customers(hours, euros, left, served):
    presence = Presence(hours, 16.7, euros, left, 3 * left)
    share = advice.needed_share(presence, served)
    assert share * served == pytest.approx(advice.break_even_customers(presence))


def test_what_cannot_be_divided_is_left_out():
    nothing = advice.presence_answer(Presence(2, 16.7, 10, 0, 100), advice.Trial(None, 0.02, 5))
    assert "pays_from" not in nothing and "needed_share" not in nothing
    assert "needed_visits" not in nothing and "customers_a_year" not in nothing
    hotel = advice.presence_answer(Presence(2.52, 16.7, 10, 90, 450), advice.Trial(1300, 0.02, 5))
    assert hotel.value("needed_visits") == pytest.approx(1281, rel=0.01)
    assert hotel.value("of_hundred") == pytest.approx(2.0, abs=0.05)


@given(BETS)
def test_the_mountain_has_its_feet_its_top_and_straight_slopes(bet):
    """Nought outside the feet, its height at the top, and a straight line between."""
    result = advice.answer(bet)
    low, top, high = (result.value(k) for k in ("changes_from", "even_odds", "changes_to"))
    near = 1e-6 * (1 + bet.gain + bet.loss)
    assert -1e-9 <= low <= top + 1e-9 and top <= high + 1e-9
    for odds in (low, high, low / 2, (1 + high) / 2):
        if not low < odds < high:
            assert advice.evsi(replace(bet, odds=min(odds, 1.0))) <= near
    peak = result.value("peak")
    for foot in (low, high):
        middle = advice.evsi(replace(bet, odds=(foot + top) / 2))
        assert middle == pytest.approx(peak / 2, abs=near)
    skill = abs(bet.sensitivity + bet.specificity - 1)
    assert peak == pytest.approx(skill * result.value("certain_peak"), abs=near)
