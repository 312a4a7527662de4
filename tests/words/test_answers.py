"""What a class answers, typed as it is heard: separators, hands for one answer, refusals."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import context
from helpers.words import answers


def hands(text: str) -> dict[float, int]:
    read = answers.read(text, 0, 100)
    assert read.faults == ()
    return dict(read.hands)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", {}),
        (" , ; \n", {}),
        ("3, 4, 4, 5.5, 12", {3: 1, 4: 2, 5.5: 1, 12: 1}),
        ("3 4 4 5.5;12", {3: 1, 4: 2, 5.5: 1, 12: 1}),
        ("3,4,4,12", {3: 1, 4: 2, 12: 1}),
        ("3,4,4, 12,", {3: 1, 4: 2, 12: 1}),
        ("6×4", {6: 4}),
        ("6 ×4 7× 2", {6: 4, 7: 2}),
        ("6x4, 6X2, 7 x 3, 8*1", {6: 6, 7: 3, 8: 1}),
        ("0.0004 0.0014", {0: 1, 0.001: 1}),
        ("0", {0: 1}),
    ],
)
def test_answers_are_read_as_people_type_them(text, said):
    assert hands(text) == said


def test_a_language_with_a_decimal_comma_reads_one():
    with context.using(language="el"):
        assert hands("5,5; 6 7,25") == {5.5: 1, 6: 1, 7.25: 1}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("abc", "“abc” must be a number"),
        ("6h", "“6h” must be a number"),
        ("5,5", "“5,5” can be read as 5.5 or as 5 and 5; write a space behind a comma."),
        ("101", "“101” is not between 0 and 100."),
        ("-1", "“-1” is not between 0 and 100."),
        ("1.200", "can be read as 1.2 or as 1200"),
        ("6×", "“6×” must say how many hands"),
        ("6×0", "“6×0” must say how many hands"),
        ("6×1.5", "must say how many hands"),
        ("6×501", "must say how many hands, from 1 to 500"),
        ("×4", "“×4” must be a number"),
        ("7×500", "would be more than 500 hands"),
        ("9" * 400, "is too large"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_counts(text, told):
    read = answers.read(f"3; {text}; 4", 0, 100)
    assert read.hands == {3: 1, 4: 1}
    (fault,) = read.faults
    assert told in fault and len(fault) < 160


@given(st.lists(st.tuples(st.integers(0, 2000).map(lambda n: n / 20), st.integers(1, 5))))
def test_what_is_written_is_read_again(said):
    text = ", ".join(f"{value:g}×{count}" if count > 1 else f"{value:g}" for value, count in said)
    expected: Counter = Counter()
    for value, count in said:
        expected[value] += count
    if sum(expected.values()) <= answers.MOST_HANDS:
        assert hands(text) == dict(expected)


@given(st.text(max_size=60))
def test_no_text_is_an_error_or_more_than_a_class(text):
    read = answers.read(text, 0, 100)
    assert 0 <= sum(read.hands.values()) <= answers.MOST_HANDS
    assert all(0 <= value <= 100 and count >= 1 for value, count in read.hands.items())


@given(st.text("0123456789.,;x× ", max_size=30))
def test_figures_are_never_lost_in_silence(text):
    """Each stretch of figures is a hand, the number of hands, or named in a fault."""
    read = answers.read(text, 0, 100)
    if any(sign.isdigit() for sign in text):
        assert read.hands or read.faults
