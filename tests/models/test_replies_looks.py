"""Replies by looks: published closed form, a second computation, simulation, properties."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.models import looks, replies
from helpers.models.looks import (
    Looks,
    answered,
    looks_at,
    looks_of,
    stretches,
    wait_at,
    without_queue,
)
from helpers.models.replies import Care

MINUTES = 5.667
SEEDS = (looks.SEED, 1, 2, 3, 4)
NOISE = 0.02
"""By so much a share in time may fall where nothing of it is left: at most two in a hundred."""


def at(days: int, minutes: float = 10.0, look: float = 24.0, states: bool = False) -> Looks:
    return looks_at(reading.load(), days, look, minutes, states)


WAYS = st.builds(
    at,
    st.integers(1, 7),
    st.sampled_from((1.0, 5.0, 10.0, 30.0, 120.0, 480.0)),
    st.sampled_from((1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 24.0, 48.0)),
    st.booleans(),
)
MESSAGES = st.sampled_from((0.0, 0.1, 0.84, 2.66, 8.0, 15.34, 32.0, 60.0, 250.0))
PROMISES = st.sampled_from((1.0, 4.0, 8.0, 12.0, 24.0, 36.0, 48.0, 72.0, 168.0))


@pytest.mark.parametrize(
    ("days", "hours", "share"), [(5, 22.3, 0.71), (6, 15.4, 0.86), (7, 12.0, 1.0)]
)
def test_one_look_a_day_without_a_queue(days, hours, share):
    found = without_queue(at(days), 24)
    assert round(found.wait_hours, 1) == hours
    assert round(found.in_time, 2) == share


@pytest.mark.parametrize(
    ("days", "look", "hours", "share"),
    [
        (5, 24.0, 22.29, 0.714),
        (6, 24.0, 15.43, 0.857),
        (5, 1.0, 15.36, 0.762),
        (5, 8.0, 16.19, 0.762),
    ],
)
def test_saturday_against_more_looks_on_weekdays(days, look, hours, share):
    found = without_queue(at(days, look=look), 24)
    assert found.wait_hours == pytest.approx(hours, abs=0.005)
    assert found.in_time == pytest.approx(share, abs=0.0005)


def minute_by_minute(way: Looks, promise: float) -> tuple[float, float]:
    """The same by asking, for the middle of every minute of a week, when somebody looks next."""
    waits = []
    for minute in range(7 * 24 * 60):
        now = (minute + 0.5) / 60
        day = now // 24
        if way.states_hours and day >= way.days:
            waits.append(way.first_hour)  # from Monday, 0 h, on: no hour before that counts
            continue
        hour = now
        while True:  # step to the next look on the calendar
            ahead = [h for h in way.hours if h >= hour % 168]
            if ahead:
                wait = ahead[0] - hour % 168 + (hour - now)
                break
            hour = 168.0
        if way.states_hours and now + wait > 168:
            wait -= 24 * (7 - way.days)
        waits.append(wait)
    return float(np.mean(waits)), float(np.mean([wait <= promise for wait in waits]))


@pytest.mark.parametrize("states", [False, True])
@pytest.mark.parametrize("look", [24.0, 8.0, 4.0, 1.0, 72.0])
@pytest.mark.parametrize("days", [1, 5, 6, 7])
@pytest.mark.parametrize("promise", [4, 24, 48])
def test_the_closed_form_agrees_with_a_second_computation(days, look, states, promise):
    way = at(days, look=look, states=states)
    found = without_queue(way, promise)
    mean, _share = minute_by_minute(way.on_the_clock, promise)
    _counted, share = minute_by_minute(way, promise)
    assert found.wait_hours == pytest.approx(mean, abs=1e-9)
    assert found.in_time == pytest.approx(share, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("messages", "way", "hours", "share"),
    [
        (0.84, at(5, 10), 23.2, 0.70),
        (2.66, at(6, 10), 16.6, 0.82),
        (15.34, at(6, 30), 17.3, 0.79),
        (2.66, at(5, 15, states=True), 23.3, 0.96),
    ],
)
def test_simulated_values_of_the_specification(messages, way, hours, share, seed):
    found = answered(messages, MINUTES, way, 24.0, 1.0, seed)
    assert found.wait_hours == pytest.approx(hours, abs=1)
    assert found.in_time == pytest.approx(share, abs=0.02)


def by_hand(messages: float, way: Looks, promise: float, seed: int) -> tuple[float, float]:
    """A second simulation: message after message, from look to look, of other chances."""
    rng = np.random.default_rng(seed)
    clock, arrived = 0.0, []
    while (clock := clock + rng.exponential(168 / messages)) < 168 * 3000:
        arrived.append(clock)
    waits, waiting, place = [], [], 0
    for week in range(3001):
        for day in range(way.days):
            left = way.minutes_a_day
            for hour in [h for h in way.hours if 24 * day <= h < 24 * (day + 1)]:
                now = 168 * week + hour
                while place < len(arrived) and arrived[place] <= now:
                    waiting.append(arrived[place])
                    place += 1
                while waiting and left > 0:
                    left -= rng.exponential(MINUTES)
                    waits.append(now - waiting.pop(0))
    return float(np.mean(waits)), float(np.mean([wait <= promise for wait in waits]))


@pytest.mark.parametrize(("messages", "way"), [(5.0, at(5)), (5.0, at(5, look=4)), (12, at(6, 20))])
def test_a_simulation_written_otherwise_agrees(messages, way):
    found = answered(messages, MINUTES, way, 24.0)
    mean, share = by_hand(messages, way, 24.0, 7)
    assert found.wait_hours == pytest.approx(mean, abs=1)
    assert found.in_time == pytest.approx(share, abs=0.02)


@given(MESSAGES, WAYS, PROMISES, st.sampled_from((1.0, 10.0, 60.0)))
def test_more_minutes_never_lower_the_share_in_time(messages, way, promise, more):
    longer = replace(way, minutes_a_day=way.minutes_a_day + more)
    before = answered(messages, MINUTES, way, promise).in_time
    assert answered(messages, MINUTES, longer, promise).in_time >= before - NOISE


@given(MESSAGES, WAYS, PROMISES, st.sampled_from((2, 3, 4)))
def test_more_looks_a_day_never_lower_the_share_in_time(messages, way, promise, times):
    # The looks that there were stay, so that only new ones are added.
    oftener = replace(way, look_hours=way.look_hours / times)
    before = answered(messages, MINUTES, way, promise).in_time
    assert answered(messages, MINUTES, oftener, promise).in_time >= before - NOISE


@given(MESSAGES, WAYS, PROMISES)
def test_more_days_never_lower_the_share_in_time(messages, way, promise):
    way = replace(way, days=min(way.days, 6), states_hours=False)
    before = answered(messages, MINUTES, way, promise).in_time
    more = replace(way, days=way.days + 1)
    assert answered(messages, MINUTES, more, promise).in_time >= before - NOISE


@given(MESSAGES, WAYS, PROMISES, PROMISES)
def test_a_longer_promise_never_lowers_the_share_in_time(messages, way, promise, more):
    before = answered(messages, MINUTES, way, promise).in_time
    assert answered(messages, MINUTES, way, promise + more).in_time >= before - NOISE


@given(MESSAGES, WAYS, PROMISES)
def test_stated_days_never_lower_the_share_in_time(messages, way, promise):
    silent, said = replace(way, states_hours=False), replace(way, states_hours=True)
    before = answered(messages, MINUTES, silent, promise).in_time
    assert answered(messages, MINUTES, said, promise).in_time >= before - NOISE


@given(MESSAGES, WAYS, PROMISES, st.sampled_from((0.0, 1.0, 1.7)))
def test_stated_days_never_change_the_wait(messages, way, promise, weekend):
    """They change what is promised; whoever wrote on Friday evening waits as long as before."""
    data = reading.load()
    both = [
        replies.answer(Care(messages, replace(way, states_hours=states), promise, weekend), data)
        for states in (False, True)
    ]
    for key in ("wait", "look_part", "queue_part", "look_share", "longest", "evening"):
        assert (key in both[0]) == (key in both[1])
        if key in both[0]:
            assert both[0].value(key) == pytest.approx(both[1].value(key)), key
    assert both[0].facts["week"] == both[1].facts["week"]
    if "in_time" in both[0] and way.days < 7:
        assert both[1].value("on_the_clock") == both[0].value("in_time")
        assert both[0].value("if_stated") == both[1].value("in_time")
        assert both[1].value("counted") <= both[1].value("evening")


@given(MESSAGES, WAYS, PROMISES, st.sampled_from((1.5, 3.0, 10.0)))
def test_more_messages_never_raise_the_share_in_time(messages, way, promise, times):
    # Here the chances differ: 0.05 is five standard errors of 2,500 messages.
    few = answered(messages, MINUTES, way, promise).in_time
    assert answered(times * messages, MINUTES, way, promise).in_time <= few + 0.05


@pytest.mark.parametrize("messages", [0.0, 1e-9, 1.0, 1e3, 1e6, 1e12])
@pytest.mark.parametrize("promise", [0.0, 24.0, 1e9])
@pytest.mark.parametrize("minutes", [0.0, 10.0, 1e9])
def test_odd_figures_are_calm_and_little_work(messages, promise, minutes, monkeypatch):
    drawn = []
    original = looks._arrivals
    monkeypatch.setattr(
        looks, "_arrivals", lambda *facts: drawn.append(original(*facts)) or drawn[-1]
    )
    for way in (at(0, minutes), at(5, minutes, 1.0), at(7, minutes, 1e6)):
        answered.cache_clear()
        found = answered(messages, MINUTES, way, promise)
        assert (found is None) == (way.days == 0 or minutes == 0)
        if found is not None:
            assert 0 <= found.in_time <= 1 and math.isfinite(found.wait_hours)
            assert found.wait_hours >= 0
    assert all(len(hours) < 1.1 * looks.MOST for hours in drawn)


def test_care_without_time_or_with_too_much_work_is_said_in_words(data):
    idle = replies.answer(Care(5, at(5, 0), 24), data)
    assert idle.facts["idle"] and idle.facts["overloaded"] and "wait" not in idle
    away = replies.answer(Care(5, at(0), 24), data)
    assert away.facts["idle"] and "wait" not in away and "longest" not in away
    over = replies.answer(Care(500, at(5), 24), data)
    assert over.facts["overloaded"] and over.value("pile") > 400
    silent = replies.answer(Care(0, at(7), 24), data)
    assert silent.value("wait") == 12 and silent.value("load") == 0
    assert silent.value("in_time") == 1


@given(st.floats(0, 1000), st.integers(0, 480), st.integers(0, 7), st.floats(1, 168), st.booleans())
def test_care_is_always_finite(messages, minutes, days, look, states):
    result = replies.answer(Care(messages, at(days, minutes, look, states), 24), reading.load())
    assert all(math.isfinite(result.value(key)) for key in result)


PLAIN = st.builds(at, st.integers(1, 7), st.just(10.0), st.sampled_from((1.0, 4.0, 24.0)))


@given(PLAIN | WAYS, PROMISES, st.sampled_from((0.0, 0.5, 1.0, 1.7)))
def test_the_stretches_of_a_week_hold_its_wait_and_its_promises(way, promise, weekend):
    week = stretches(way)
    assert week[0].start == 0 and week[-1].end == 168
    assert all(one.end == other.start for one, other in pairwise(week))
    often = [weekend if one.start >= 120 else 1.0 for one in week]
    whole = sum(w * one.length for w, one in zip(often, week, strict=True))
    if not whole:
        return
    kept = sum(w * one.within(promise) for w, one in zip(often, week, strict=True))
    found = without_queue(way, promise, weekend)
    assert found.in_time == pytest.approx(kept / whole)
    hours = np.arange(0.25, 168, 0.5)
    waits = np.array([wait_at(way.on_the_clock, hour) for hour in hours])
    weights = np.where(hours < 120, 1.0, weekend)
    assert found.wait_hours == pytest.approx(np.average(waits, weights=weights), abs=0.3)


def test_the_parts_of_a_wait_add_up_and_the_teeth_hold_its_looks(data):
    result = replies.answer(Care(2.66, at(6), 24), data)
    parts = result.value("look_part") + result.value("queue_part")
    assert parts == pytest.approx(result.value("wait"))
    printed = result.value("printed.look_part") + result.value("printed.queue_part")
    assert printed == pytest.approx(round(result.value("wait"), 1))
    week = result.facts["week"]
    area = sum(one.length * (one.longest + one.shortest) / 2 for one in week)
    assert area / 168 == pytest.approx(result.value("look_part"))
    assert max(one.longest for one in week) == result.value("longest") == 48


@given(MESSAGES, WAYS, PROMISES)
def test_kept_and_broken_promises_add_up_to_a_hundred_as_they_are_printed(messages, way, promise):
    result = replies.answer(Care(messages, way, promise), reading.load())
    if "in_time" in result:
        lost = result.value("lost_to_gaps") + result.value("lost_to_full_looks")
        assert round(result.value("in_time"), 2) + lost == pytest.approx(1)
        assert result.value("lost_to_full_looks") >= 0


# Weekends ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "nobody", "many"),
    [(at(5), 0.875, 0.65), (at(6), 1.0, 0.80), (at(5, look=1.0), 0.942, 0.69)],
)
def test_more_or_fewer_messages_at_weekends_move_the_share_in_time(way, nobody, many):
    """Four in ten messages come at weekends where each of its days brings 5/3 of another's."""
    assert without_queue(way, 24, 0.0).in_time == pytest.approx(nobody, abs=5e-4)
    assert without_queue(way, 24, 5 / 3).in_time == pytest.approx(many, abs=5e-4)


@pytest.mark.parametrize("weekend", [0.0, 0.4, 1.7])
def test_the_simulation_agrees_with_the_closed_form_where_hardly_anybody_queues(weekend):
    for way in (at(5), at(6), at(5, look=1.0)):
        found, alone = answered(0.2, 1.0, way, 24.0, weekend), without_queue(way, 24, weekend)
        assert found.wait_hours == pytest.approx(alone.wait_hours, abs=0.1)
        assert found.in_time == pytest.approx(alone.in_time, abs=0.005)


def test_the_closed_form_and_the_simulation_agree_without_a_queue():
    for way in (at(5), at(6), at(5, look=1.0), at(5, look=8.0), at(5, states=True)):
        found, alone = answered(2.66, 1e-6, way, 24.0), without_queue(way, 24)
        assert found.wait_hours == pytest.approx(alone.wait_hours, abs=1e-3)
        assert found.in_time == pytest.approx(alone.in_time, abs=1e-3)


def test_messages_of_a_weekend_are_as_many_as_was_asked_for():
    hours = looks._on_days(looks._arrivals(20.0, 400, 1), 1.7)
    share = float(np.mean(hours % 168 >= 120))
    assert share == pytest.approx(2 * 1.7 / (5 + 2 * 1.7), abs=0.01)
    assert (np.diff(hours) >= 0).all() and len(hours) == len(looks._arrivals(20.0, 400, 1))
    assert (looks._on_days(looks._arrivals(20.0, 400, 1), 0.0) % 168 <= 120).all()


def test_looks_of_a_company_are_its_own(data):
    museum = looks_of(company.case("museum"), data)
    assert museum == at(5, 15, states=True)
    assert museum.hours == (9, 33, 57, 81, 105) and museum.gaps == (24,) * 5


def test_a_step_of_a_control_asks_for_few_simulations(data, monkeypatch):
    asked = []
    original = replies.answered
    monkeypatch.setattr(replies, "answered", lambda *facts: asked.append(facts) or original(*facts))
    replies.answer(Care(2.66, at(5), 24), data)
    assert len(asked) <= 2
