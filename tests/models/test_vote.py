"""The statistics of a class vote: the middle answer, what is true of it, where an axis ends."""

from collections import Counter
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.models import vote
from helpers.models.result import Quantity
from helpers.models.vote import ALL, HALF, MOST, REST, ModelsAnswer

ANSWERS = st.lists(
    st.integers(0, 40).map(lambda n: n / 4) | st.floats(0, 1e6).map(lambda x: round(x, 3)),
    min_size=1,
    max_size=60,
)


@given(ANSWERS)
def test_the_middle_answer_is_the_median(said):
    assert vote.median(Counter(said)) == pytest.approx(median(said))


@given(ANSWERS)
def test_what_is_said_of_the_middle_answer_is_true_and_the_strongest_that_is(said):
    middle = vote.median(Counter(said))
    same = said.count(middle)
    below = sum(value <= middle for value in said)
    above = sum(value >= middle for value in said)
    assert 2 * below >= len(said) and 2 * above >= len(said)
    true = {
        ALL: same == len(said),
        MOST: 2 * same > len(said),
        HALF: 2 * below == len(said),
        REST: 2 * below >= len(said),
    }
    assert vote.standing(Counter(said)) == next(name for name, holds in true.items() if holds)


@given(ANSWERS)
def test_the_axis_reaches_an_answer_and_at_least_three_quarters_of_the_hands(said):
    end = vote.fence(Counter(said))
    assert end in said
    assert 4 * sum(value <= end for value in said) >= 3 * len(said)


@pytest.mark.parametrize(
    ("said", "end"),
    [([6], 6), ([1, 2, 2, 3, 3, 100], 3), ([0, 0, 0, 0, 50], 50), ([5, 6, 7, 8, 20], 20)],
)
def test_only_a_far_answer_is_left_off_the_axis(said, end):
    assert vote.fence(Counter(said)) == end


@given(ANSWERS)
def test_numbers_hold_every_hand_in_order_and_no_model(said):
    result = vote.numbers(Counter(said))
    values = result.column("value")
    assert values == sorted(set(said))
    assert sum(result.column("hands")) == result.value("hands") == len(said)
    assert not {"model", "likely.low", "close"} & set(result)


def test_no_hand_is_a_result_too():
    assert dict(vote.numbers(Counter()).quantities) == {"hands": Quantity("hands", 0, "count")}


def test_the_models_answer_keeps_its_unit_sources_and_range():
    sources = frozenset({"assumption:close_prediction"})
    low, figure, high = (Quantity("q", value, "hours", sources) for value in (11.1, 13.0, 15.3))
    hands = Counter({12.0: 3, 6.0: 4})
    model = ModelsAnswer(figure, (low, high), right=frozenset({12.0}))
    result = vote.numbers(hands, model)
    assert [result.value(key) for key in ("likely.low", "model", "likely.high", "right")] == [
        *(11.1, 13.0, 15.3, 3)
    ]
    assert result["model"].unit == "hours" and result["model"].sources == sources


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 50)))
def test_options_keep_their_order_and_those_with_the_most_hands_lead(hands):
    result = vote.options(hands, "abcd")
    assert result.options == tuple("abcd")
    assert sum(result.column("hands")) == result.value("hands") == sum(hands.values())
    most = max(hands.values(), default=0)
    assert set(result.facts["lead"]) == {key for key, count in hands.items() if count == most}
    assert result.facts["right"] == () and "right" not in result
