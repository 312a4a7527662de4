"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.words import numbers


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("1200", 1200),
        ("0,125", 0.125),
        (".5", 0.5),
        ("\N{MINUS SIGN}3", -3),
        (" 12 ", 12),
        ("1234.567", 1234.567),
        ("4.3450", 4.345),
        ("", None),
        ("  ", None),
    ],
)
def test_decimal_comma_and_point_are_read(typed, value):
    assert numbers.parse(typed) == value


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("1.200", ("1.2", "1200", "write 1200 or 1.2.")),
        ("1,200", ("1.2", "1200", "write 1200 or 1.2.")),
        ("1,000", ("1", "1000", "write 1000 or 1.")),
        ("-12.345", ("-12.345", "-12345", "write -12345 or -12.3450.")),
    ],
)
def test_thousands_or_three_decimals_is_refused_with_both_readings(typed, readings):
    with pytest.raises(numbers.NumberError) as caught:
        numbers.parse(typed)
    sentence = str(caught.value)
    assert sentence.startswith(f"“{typed}” can be read as {readings[0]} or as {readings[1]}; ")
    assert sentence.endswith(readings[2])


@pytest.mark.parametrize(
    "typed",
    ["nan", "inf", "1e3", "1_000", "1,200.50", "1 200", "١٢", "5 %", "--1", "a few", "9" * 400],
)
def test_what_is_no_finite_number_is_refused_in_words(typed):
    with pytest.raises(numbers.NumberError) as caught:
        numbers.parse(typed)
    assert len(str(caught.value)) < 120


@given(st.floats(min_value=-1e9, max_value=1e9), st.sampled_from(",."))
def test_what_is_written_out_is_read_back(value, mark):
    text = f"{value:.4f}".replace(".", mark)
    assert numbers.parse(text) == pytest.approx(value, abs=1e-4)
