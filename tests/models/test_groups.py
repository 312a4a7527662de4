"""Voice: hours of a group, apportionment of posts, the month."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.data import reading
from helpers.models import voice
from helpers.models.voice import Group

COINS = st.dictionaries(st.sampled_from("abcd"), st.floats(0, 10), min_size=1)


def test_a_group_by_hand(data):
    closed = voice.moderation(Group("closed", 500, 0.1), data)
    minutes, joined, checked = 18.5 / 6, 0.18 / 6, 9.5 / 6
    assert closed["members"] == pytest.approx(500 * 0.1 * minutes / 60)
    assert closed["requests"] == pytest.approx(500 * joined * checked / 60)
    assert closed["strangers"] == 0 and closed["alive"] == pytest.approx(4.25 / 6)
    opened = voice.moderation(Group("open", 500, 0.1), data)
    assert opened["strangers"] == pytest.approx(2.2 / 6 * opened["members"])
    assert opened["requests"] == 0


def test_no_group_takes_no_hours(data):
    assert voice.group_hours(Group("none", 20000, 1), data) == 0


@given(st.floats(0, 20000), st.floats(0, 20000), st.sampled_from(["open", "closed"]))
def test_more_members_never_take_less(one, other, kind):
    few, many = sorted((one, other))
    hours = [voice.group_hours(Group(kind, n, 0.1), reading.load()) for n in (few, many)]
    assert hours[0] <= hours[1]


def test_the_limit_is_where_the_hours_are_used_up(data):
    result = voice.group_answer(Group("open", 200, 0.1), 2.4, data)
    at_limit = Group("open", result.value("limit"), 0.1)
    assert voice.group_hours(at_limit, data) == pytest.approx(2.4)


@given(COINS, st.integers(0, 200))
def test_apportionment_gives_every_post_once_and_keeps_the_quota(coins, posts):
    given_ = voice.apportion(coins, posts)
    assert sum(given_.values()) == posts
    total = sum(coins.values())
    for key, count in given_.items():
        exact = posts * coins[key] / total if total > 0 else posts / len(coins)
        assert abs(count - exact) < 1 + 1e-9


@given(COINS, st.integers(1, 28))
def test_the_month_holds_every_post_within_four_weeks(coins, posts):
    counts = voice.apportion(coins, posts)
    plan = voice.days(voice.calendar(counts), posts)
    assert len(plan) == posts
    assert all(0 <= week < 4 and 0 <= day < 7 for week, day, _pillar in plan)
    assert len({(week, day) for week, day, _pillar in plan}) == posts


def test_an_empty_month_is_a_month(data):
    result = voice.month(0, dict.fromkeys("ab", 0.0), 0)
    assert result.value("posts") == 0 and result.facts["plan"] == () and result.facts["equal"]
