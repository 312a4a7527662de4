"""A class's answers as somebody types them while hearing them: 3, 4, 4, 5.5, 6×4, 12."""

import re
from collections import Counter
from dataclasses import dataclass

from helpers.words import locale, numbers
from helpers.words.locale import _

MOST_HANDS = 500
"""More hands than that are no class; a slip of the finger would fill the picture."""
_TIMES = re.compile(r"\s*[x×*]\s*", re.IGNORECASE)
_APART = re.compile(r"[;\s]+|,(?=\s|$)")
_BARE_COMMAS = re.compile(r"[0-9]+,[0-9]+(?:,[0-9]+)+")
"""Two commas and more are never one number with decimals."""
_ONE_COMMA = re.compile(r"([0-9]+),([0-9]+)")
_DECIMALS = 3
"""Finer answers than that are rounded, so that a middle one prints as it is."""


@dataclass(frozen=True)
class Read:
    """The hands by answer, and a sentence for each entry that was left out."""

    hands: Counter[float]
    faults: tuple[str, ...] = ()


def read(text: str, low: float, high: float) -> Read:
    """The answers in a typed line, each from ``low`` to ``high``.

    They are set apart by spaces, semicolons or a comma with a space; ``6×4`` (also with x or *)
    is four hands for 6. What cannot be read is named and left out; the rest counts.
    """
    hands: Counter[float] = Counter()
    faults = []
    for entry in _entries(text):
        try:
            value, count = _entry(entry)
            if not low <= value <= high:
                raise numbers.NumberError(entry, _outside(low, high))
            if sum(hands.values()) + count > MOST_HANDS:
                raise numbers.NumberError(entry, _too_many())
        except numbers.NumberError as error:
            faults.append(str(error))
        else:
            hands[value] += count
    return Read(hands, tuple(faults))


def _entries(text: str) -> list[str]:
    entries: list[str] = []
    for entry in _APART.split(_TIMES.sub("×", text)):
        entries += entry.split(",") if _BARE_COMMAS.fullmatch(entry) else [entry]
    return [entry for entry in (entry.strip(",") for entry in entries) if entry]


def _entry(entry: str) -> tuple[float, int]:
    """One answer and how many gave it. Raises NumberError with a sentence."""
    typed, times, count = entry.partition("×")
    if (two := _ONE_COMMA.fullmatch(typed)) and locale.decimal_point() != ",":
        problem = _(
            "can be read as {one} or as {first} and {second}; write a space behind a comma."
        )
        raise numbers.NumberError(
            entry,
            problem.format(one=typed.replace(",", "."), first=two.group(1), second=two.group(2)),
        )
    try:
        value = round(numbers.number(typed), _DECIMALS) + 0.0
    except numbers.NumberError as error:
        raise numbers.NumberError(entry, error.problem) from None
    if not times:
        return value, 1
    if not re.fullmatch("[0-9]{1,4}", count) or not 1 <= int(count) <= MOST_HANDS:
        problem = _("must say how many hands, from 1 to {most}, as in 6×4 for four hands.")
        raise numbers.NumberError(entry, problem.format(most=locale.number(MOST_HANDS)))
    return value, int(count)


def _outside(low: float, high: float) -> str:
    sentence = _("is not between {low} and {high}.")
    return sentence.format(low=locale.plain(low), high=locale.plain(high))


def _too_many() -> str:
    return locale.counted(
        "would be more than {number} hand.", "would be more than {number} hands.", MOST_HANDS
    )
