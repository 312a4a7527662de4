"""Answering: load, queue, calendar wait."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.models import replies


def queue_minutes(found: replies.Waiting, look_hours: float, minutes_a_day: float) -> float:
    """Minutes of answering time ahead of a message: what a wait holds beside half a look."""
    return (found.wait_hours - look_hours / 2) * minutes_a_day / 24


def test_values_of_the_specification():
    found = replies.waiting(2.66, 5.667, 6, 10, 24)
    assert found.load == pytest.approx(0.251, abs=0.0005)
    assert queue_minutes(found, 24, 10) == pytest.approx(1.9, abs=0.05)
    assert found.wait_hours == pytest.approx(16.6, abs=0.05)


def test_linkedin_of_the_machine_parts_firm():
    messages = replies.weekly_messages(300, 12.17, 4.345)
    found = replies.waiting(messages, 5.667, 5, 10, 24)
    assert messages == pytest.approx(0.84, abs=0.005)
    assert found.load == pytest.approx(0.095, abs=0.0005)
    assert found.wait_hours == pytest.approx(13.4, abs=0.05)


def test_x_is_full_at_about_730_followers(data):
    per_thousand = data.expected("messages_x")
    weeks, minutes = data.default("weeks_per_month"), data.expected("handling_minutes")
    messages = replies.weekly_messages(726, per_thousand, weeks)
    assert replies.load(messages, minutes, 5, 15) == pytest.approx(0.8, abs=0.001)


@pytest.mark.parametrize(("load", "minutes"), [(0.9, 90), (0.5, 10)])
def test_kingman_of_the_literature(load, minutes):
    found = replies.waiting(load, 10, 1, 10)
    assert queue_minutes(found, 24, 10) == pytest.approx(minutes)


def test_overload_grows_a_pile_and_has_no_wait():
    found = replies.waiting(20, 5, 5, 10)
    assert (found.load, found.wait_hours) == (2.0, None)
    assert found.backlog_minutes == pytest.approx((2.0 - 1) * 5 * 10)


def test_nobody_answering_is_calm():
    assert replies.waiting(0, 5, 0, 0).load == 0
    assert math.isinf(replies.waiting(3, 5, 0, 0).load)


@given(st.floats(0, 30), st.floats(0, 5), st.floats(1, 12))
def test_waiting_grows_with_messages(messages, more, minutes):
    few = replies.waiting(messages, minutes, 5, 30)
    many = replies.waiting(messages + more, minutes, 5, 30)
    assert many.load >= few.load
    if many.wait_hours is not None:
        assert many.wait_hours >= few.wait_hours
