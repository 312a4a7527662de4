"""Groups: what one takes, what its members give each other, and where that turns."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.data import reading
from helpers.models import groups
from helpers.models.groups import Group

THERE = {"available": 3.2, "required": 0.0}
ANY = st.builds(
    Group,
    st.sampled_from([groups.OPEN, groups.CLOSED]),
    st.floats(0, 20_000),
    st.floats(0, 0.5),
    st.floats(0, 20),
)


def club(members: float = 200, posts: float = 0.1, helpers: float = 5, kind=groups.CLOSED) -> Group:
    return Group(kind, members, posts, helpers)


def turn(data, **changes: float) -> float:
    group = club(**changes)
    return float(groups.turns(group.kind, groups.rates(group, data))[0])


def test_a_closed_group_by_hand(data):
    each = groups.rates(club(), data)
    hours = groups.work("closed", 200, each)
    assert float(groups.answered_share(200, each)) == pytest.approx(0.632, abs=0.0005)
    left = 10 * math.exp(-1)
    assert left == pytest.approx(3.68, abs=0.005)
    assert hours["alive"] == pytest.approx(4.25 / 6)
    assert hours["reading"] == pytest.approx(20 * (4.25 / 6) / 60)
    assert hours["answering"] == pytest.approx(left * (34 / 6) / 60)
    assert hours["requests"] == pytest.approx(200 * (0.18 / 6) * (9.5 / 6) / 60)
    assert hours["strangers"] == 0
    assert sum(hours.values()) == pytest.approx(1.45, abs=0.005)
    assert float(groups.gives(200, each)) == pytest.approx(10 * (1 - math.exp(-1)) * 34 / 360)


def test_in_an_open_group_strangers_are_read_and_nobody_is_let_in(data):
    each = groups.rates(club(), data)
    hours = groups.work("open", 200, each)
    assert hours["strangers"] == pytest.approx(2.2 / 6 * hours["reading"])
    assert hours["requests"] == 0


@pytest.mark.parametrize(
    ("changes", "members"),
    [
        ({}, 430),
        ({"helpers": 2}, 809),
        ({"helpers": 1}, 1433),
        ({"helpers": 20}, 263),
        ({"posts": 0.3}, 273),
        ({"posts": 0.02}, math.inf),
    ],
)
def test_where_it_turns(data, changes, members):
    assert turn(data, **changes) == pytest.approx(members, abs=1.5)


def test_sizes_of_the_worked_example(data):
    small, large = (groups.answer(club(size), THERE, data) for size in (50, 500))
    assert small.value("moderation") == pytest.approx(1.0, abs=0.05)
    assert (small.value("questions"), small.value("left")) == (2.5, pytest.approx(1.9))
    assert large.value("moderation") == pytest.approx(1.9, abs=0.05)
    assert large.value("given") == pytest.approx(2.2, abs=0.05)
    assert (large.value("questions"), large.value("left")) == (25, pytest.approx(2.1))


def test_of_ten_questions_nearly_four_get_no_answer(data):
    asked = groups.unanswered(data)
    assert (asked.value("asked"), asked.value("each"), asked.value("even")) == (10, 1, 0)
    parts = [asked.value(f"of_ten_{key}") for key in ("none", "one", "several")]
    assert parts == [3.7, 3.7, 2.6]
    assert asked.value("one_left") == 460
    # Ten answers thrown at ten questions: a simulation that knows nothing of the formula.
    rng = np.random.default_rng(1)
    empty = [10 - len(set(rng.integers(0, 10, rng.poisson(10)))) for _week in range(20_000)]
    assert np.mean(empty) == pytest.approx(3.68, abs=0.03)


@given(ANY)
def test_it_turns_once_and_begins_as_a_job(group):
    each = groups.rates(group, reading.load())
    members = np.linspace(0, groups.FAR, 301)
    ahead = groups.gives(members, each) > groups.takes(group.kind, members, each)
    at = float(groups.turns(group.kind, each)[0])
    assert not ahead[0]
    assert list(ahead) == sorted(ahead), "once it is a help, it stays one"
    assert ahead[-1] == math.isfinite(at)
    if math.isfinite(at):
        assert list(ahead) == [bool(m >= at) for m in members]


@given(ANY)
def test_parts_add_up_as_they_are_printed(group):
    result = groups.answer(group, THERE, reading.load())
    parts = sum(result.value(f"printed.{key}") for key in groups.WORK)
    assert parts == pytest.approx(round(result.value("moderation"), 1))
    questions = result.value("answered") + result.value("left")
    assert questions == pytest.approx(round(result.value("questions"), 1))
    assert all(math.isfinite(result.value(key)) for key in result)


@given(ANY)
def test_most_questions_are_left_where_each_has_one_helper(group):
    if group.helpers < 0.1:
        return
    each = groups.rates(group, reading.load())
    members = np.linspace(0, 20_000, 401)
    left = groups.questions(members, each) * (1 - groups.answered_share(members, each))
    peak = 1000 / group.helpers
    most = float(groups.questions(peak, each)) / math.e
    assert left.max() <= most + 1e-9


def test_no_group_takes_no_hours(data):
    assert groups.hours(club(20_000, kind=groups.NONE), data) == 0


def test_readings_move_with_what_is_set_and_are_the_same_every_time(data):
    one, same, few = (groups.answer(club(helpers=helpers), THERE, data) for helpers in (5, 5, 2))
    assert dict(one.quantities) == dict(same.quantities)
    assert few.value("turns_low") > one.value("turns_low")
    assert (one.value("turns_low"), one.value("turns_high")) == (180, 1700)
    assert few.value("job") > one.value("job") == pytest.approx(0.84, abs=0.02)
    at_430 = groups.answer(club(430), THERE, data)
    assert at_430.value("job") == pytest.approx(0.42, abs=0.02)


def test_the_largest_group_that_hours_carry(data):
    result = groups.answer(club(), {"available": 3.2, "required": 1.0}, data)
    each = groups.rates(club(), data)
    for members, fits in ((result.value("carried"), True), (result.value("carried") * 1.1, False)):
        assert bool(groups.takes("closed", members, each) <= 2.2) is fits
    nothing = groups.answer(club(), {"available": 0.5, "required": 0.0}, data)
    assert "carried" not in nothing


@given(ANY, st.floats(0, 3000))
def test_the_range_of_readings_agrees_with_the_readings_of_a_size(group, members):
    """Above the range at most one reading in ten calls the group a job, below it nine do."""
    result = groups.answer(replace(group, members=members), THERE, reading.load())
    job, near = result.value("job"), 1.06  # two digits that count are told
    if "turns_high" in result and members > near * result.value("turns_high"):
        assert job <= 0.1
    if "turns_low" in result and members < result.value("turns_low") / near:
        assert job >= 0.9


def test_a_trainer_who_knows_a_rate_for_certain_gets_an_answer(data):
    certain = {
        key: replace(row, low=row.default, high=row.default)
        for key, row in data.assumptions.items()
    }
    result = groups.answer(club(), THERE, replace(data, assumptions=certain))
    assert result.value("turns_low") == result.value("turns_high") == result.value("turns")
