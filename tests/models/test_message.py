"""Message: characters as each network counts them, and the first rule that is broken."""

import pytest

from helpers.models import message


def test_an_address_counts_as_the_network_says():
    text = "Look: https://example.com/" + "a" * 100
    assert message.length(text) == len(text)
    assert message.length(text, 23) == len("Look: ") + 23
    assert message.length("https://a.example https://b.example", 23) == 47


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("Short and plain.", message.FITS),
        ("x" * 2201, message.TOO_LONG),
        ("https://example.com " + "x" * 2201, message.TOO_LONG),
        ("https://example.com #a #b #c #d #e #f", message.DEAD_LINK),
        ("#a #b #c #d #e #f", message.HASHTAGS),
        ("#a #b #c #d #e", message.FITS),
    ],
)
def test_the_first_rule_that_is_broken_is_told(text, breaks, data):
    found = {one.network: one for one in message.receptions(text, data)}
    assert found["instagram"].breaks == breaks
    assert (found["instagram"].limit, found["instagram"].most) == (2200, 5)


def test_a_network_takes_exactly_its_limit(data):
    for used, breaks in ((280, message.FITS), (281, message.TOO_LONG)):
        found = {one.network: one for one in message.receptions("x" * used, data)}
        assert (found["x"].used, found["x"].breaks) == (used, breaks)
