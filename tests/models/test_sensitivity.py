"""Sensitivity: changes of figures, the value that turns an answer, and groups tried at once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.data import reading
from helpers.models import sensitivity
from helpers.models.result import Quantity


@pytest.mark.parametrize(
    ("before", "after", "unit", "change"),
    [
        (10, 13, "hours", 0.3),
        (-4, -6, "euros", 0.5),
        (0.01, 0.02, "share", 0.1),
        (0.5, 0.4, "share", 0.2),
        (0, 3, "hours", float("inf")),
        (0, 0, "hours", 0),
    ],
)
def test_a_change_is_relative_and_near_nought_against_a_tenth_of_the_scale(
    before, after, unit, change
):
    found = sensitivity.change(Quantity("a", before, unit), Quantity("a", after, unit))
    assert found == pytest.approx(change)


def test_figures_that_move_alike_tie_whatever_their_last_digits(data):
    """Hours and their share of the hours there are: else the machine chose which one is told."""
    changes = {
        sensitivity.change(Quantity("a", k * 0.7, "hours"), Quantity("a", k * 0.7 * 1.3, "hours"))
        for k in (1 / 3, 0.1, 2.4, 7 / 9, 1e-3, 1e6)
    }
    assert changes == {0.3}


def test_only_what_has_no_source_and_has_a_range_is_asked(data):
    read = frozenset(f"assumption:{key}" for key in data.assumptions)
    rows = {row.key for row in sensitivity.unsourced(data, read)}
    assert {"making_photo", "handling_minutes", "gate_G3b"} <= rows
    assert not rows & {"wage", "organic_reach", "weeks_per_month", "gate_G2b"}
    assert list(sensitivity.unsourced(data, frozenset())) == []


def test_supposed_tables_differ_in_what_is_supposed_alone(data):
    supposed = sensitivity.supposed(data, ("making_photo", 1.5), ("reuse", 0.0))
    assert supposed.expected("making_photo") == 1.5
    assert supposed.default("reuse") == 0.0
    others = data.assumptions.keys() - {"making_photo", "reuse"}
    assert all(supposed.assumptions[key] is data.assumptions[key] for key in others)
    assert supposed.ratings is data.ratings


@given(line=st.floats(0.41, 1.99), up=st.booleans())
def test_the_turn_is_the_first_step_beyond_the_line(line, up, row):
    row = replace(row, low=0.4, default=0.4 if up else 2.0, high=2.0, step=0.05)
    end = row.high if up else row.low

    def turned(value: float) -> bool:
        return value >= line if up else value <= line

    found = sensitivity.turning(row, end, turned)
    assert turned(found)
    before = found - 0.05 if up else found + 0.05
    assert not turned(before)


@pytest.fixture(scope="module")
def row():
    return reading.load().assumptions["making_photo"]


@given(weights=st.lists(st.integers(0, 3), min_size=1, max_size=20))
def test_groups_find_what_single_trials_find(weights, row):
    rows = [replace(row, key=str(i), low=0.0, high=1.0) for i in range(len(weights))]

    def moves(known):
        return sum(weights[int(key)] * value for key, value in known) != 0

    found = [each.key for each in sensitivity.moving(rows, moves) if each is not None]
    assert found == [str(i) for i, weight in enumerate(weights) if weight]


def test_a_group_that_moves_nothing_costs_two_trials(row):
    rows = [replace(row, key=str(i)) for i in range(30)]
    asked = []
    assert list(sensitivity.moving(rows, lambda known: asked.append(known))) == [None]
    assert len(asked) == 2
    assert list(sensitivity.moving([], lambda known: True)) == [None]
