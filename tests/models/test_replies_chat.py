"""Erlang C: published values, a second computation, properties."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.models import replies


def erlang_c_by_definition(traffic: float, people: int) -> float:
    """[A^N/N! · N/(N−A)] / [Σ A^k/k! + A^N/N! · N/(N−A)], written out."""
    last = traffic**people / math.factorial(people) * people / (people - traffic)
    return last / (sum(traffic**k / math.factorial(k) for k in range(people)) + last)


@pytest.mark.parametrize(("traffic", "people", "waits"), [(10, 12, 0.4494), (5, 8, 0.1673)])
def test_erlang_c_has_the_published_values(traffic, people, waits):
    assert replies.erlang_c(traffic, people) == pytest.approx(waits, abs=5e-5)


def test_chat_has_the_published_values():
    chat = replies.chat(100, 3, 8, 20)
    assert chat.traffic == pytest.approx(5)
    assert chat.in_time == pytest.approx(0.8801, abs=5e-5)
    assert chat.seconds == pytest.approx(10.0, abs=0.05)


@given(st.floats(0.01, 30), st.integers(1, 40))
def test_erlang_c_agrees_with_its_definition(traffic, people):
    if traffic >= people - 1e-6:
        assert replies.erlang_c(max(traffic, people), people) == 1
    else:
        expected = erlang_c_by_definition(traffic, people)
        assert replies.erlang_c(traffic, people) == pytest.approx(expected, rel=1e-9)


@given(st.floats(0.1, 100), st.floats(1, 30), st.integers(1, 20), st.sampled_from([1, 1.7, 2.5]))
def test_more_people_never_lengthen_the_wait(calls, minutes, people, at_once):
    few = replies.chat(calls, minutes, people, 20, at_once)
    more = replies.chat(calls, minutes, people + 1, 20, at_once)
    if few.seconds is not None:
        assert more.seconds <= few.seconds + 1e-9
    assert more.in_time >= few.in_time - 1e-9
