"""Answering: messages from followers, load, and when the time is full."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.models import replies


def test_values_of_the_specification():
    assert replies.load(2.66, 5.667, 6, 10) == pytest.approx(0.251, abs=0.0005)


def test_linkedin_of_the_machine_parts_firm():
    messages = replies.weekly_messages(300, 12.17, 4.345)
    assert messages == pytest.approx(0.84, abs=0.005)
    assert replies.load(messages, 5.667, 5, 10) == pytest.approx(0.095, abs=0.0005)


def test_x_is_full_at_about_730_followers(data):
    per_thousand = data.expected("messages_x")
    weeks, minutes = data.default("weeks_per_month"), data.expected("handling_minutes")
    messages = replies.weekly_messages(726, per_thousand, weeks)
    assert replies.load(messages, minutes, 5, 15) == pytest.approx(0.8, abs=0.001)


def test_twice_the_work_is_twice_the_load():
    assert replies.load(20, 5, 5, 10) == 2.0


def test_nobody_answering_is_calm():
    assert replies.load(0, 5, 0, 0) == 0
    assert math.isinf(replies.load(3, 5, 0, 0))


@given(st.floats(0, 30), st.floats(0, 5), st.floats(1, 12))
def test_load_grows_with_messages(messages, more, minutes):
    few = replies.load(messages, minutes, 5, 30)
    assert replies.load(messages + more, minutes, 5, 30) >= few
