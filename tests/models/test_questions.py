"""Questions a day: what a quarter of an hour holds, what piles up, nobody there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.data import reading
from helpers.models import content, questions, replies


def test_a_quarter_of_an_hour_on_five_days_holds_less_than_two_questions_a_day(data):
    assert questions.held(15, 5, data) == pytest.approx(13.24, abs=0.005)
    result = questions.answer(2, 15, 5, data)
    assert result.value("held.day") == pytest.approx(75 / 5.666667 / 7, abs=0.001)
    piles = [round(result.value(f"pile.{n}")) for n in questions.EXAMPLES]
    assert piles == [0, 10, 101, 283, 738]
    assert result.value("pile.here") == 10


def test_it_is_full_where_the_load_of_answering_is_one(data):
    """The same minutes as the lesson on care counts for a message."""
    minutes = data.expected("handling_minutes")
    assert replies.load(questions.held(15, 5, data), minutes, 5, 15) == pytest.approx(1)


def test_a_conversation_is_the_lesson_on_talk_s(data):
    result = questions.answer(2, 15, 5, data)
    hours = result.value("talks.day") * content.talk_hours(data) * 7
    assert hours == pytest.approx(75 / 60)


def test_nobody_there_lets_all_of_it_pile_up(data):
    for minutes, days in ((0, 5), (15, 0), (0, 0)):
        result = questions.answer(2, minutes, days, data)
        assert result.facts["idle"]
        assert result.value("pile.here") == 2 * 7 * questions.WEEKS
    assert questions.answer(0, 0, 0, data).value("pile.here") == 0


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 600), st.integers(0, 7))
def test_more_questions_never_leave_a_smaller_pile(one, other, minutes, days):
    few, many = sorted((one, other))
    data = reading.load()
    piles = [questions.unanswered(n, minutes, days, data) for n in (few, many)]
    assert 0 <= piles[0] <= piles[1]


@given(
    st.floats(0, 100),
    st.floats(0, 600),
    st.floats(0, 600),
    st.integers(0, 7),
    st.integers(0, 7),
)
def test_more_days_and_more_minutes_never_leave_more_unanswered(asked, one, other, few, many):
    """Questions come on seven days, whatever days we look."""
    data = reading.load()
    less, more = sorted((one, other))
    few, many = sorted((few, many))
    for minutes in (less, more):
        by_days = [questions.unanswered(asked, minutes, days, data) for days in (few, many)]
        assert by_days[0] >= by_days[1]
    for days in (few, many):
        by_minutes = [questions.unanswered(asked, v, days, data) for v in (less, more)]
        assert by_minutes[0] >= by_minutes[1]


def test_the_table_can_be_reckoned_by_pencil(data):
    result = questions.answer(3, 15, 5, data)
    minutes = round(result.value("handling"), 1)
    assert (
        minutes == 5.7 and round(75 / minutes / 7, 1) == round(result.value("held.day"), 1) == 1.9
    )
    for n in questions.EXAMPLES:
        left = result.value(f"week.{n}") - round(result.value(f"answered.{n}"), 1)
        assert left * questions.WEEKS == pytest.approx(result.value(f"pile.{n}"), abs=1)
