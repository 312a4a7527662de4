"""Numbers as people type them: decimal comma or point, and no guess where two readings fit."""

import math
import re

from helpers.locale import _

_TYPED = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)")
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""Thousands in one language, three decimals in another."""
_LONGEST = 40
"""Characters of a value that a sentence repeats."""


class NumberError(ValueError):
    """What was typed is no number, or two. ``problem`` goes behind the value in a sentence."""

    def __init__(self, text: str, problem: str) -> None:
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        super().__init__(f"“{shown}” {problem}")
        self.problem = problem


def parse(text: str) -> float | None:
    """The number that was typed, None for nothing.

    Raises NumberError, with a sentence, for what is no finite number, and for 1,200 and
    1.200, which two languages read in two ways.
    """
    typed = text.strip().replace("\N{MINUS SIGN}", "-")
    if not typed:
        return None
    if not _TYPED.fullmatch(typed):
        raise NumberError(text, _("must be a number; write digits, as in 1200 or 3.5."))
    if _AMBIGUOUS.fullmatch(typed):
        problem = _("can be read as {small} or as {large}; write {large} or {plain}.")
        small, large = f"{_number(typed):g}", re.sub("[.,]", "", typed)
        # Three decimals would be refused again: a nought behind them is not.
        plain = f"{small}0" if _AMBIGUOUS.fullmatch(small) else small
        raise NumberError(text, problem.format(small=small, large=large, plain=plain))
    value = _number(typed)
    if not math.isfinite(value):
        raise NumberError(text, _("is too large; write a smaller number."))
    return value


def _number(typed: str) -> float:
    return float(typed.replace(",", "."))
