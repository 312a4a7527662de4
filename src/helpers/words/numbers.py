"""Numbers as people type them: decimal comma or point, and no guess where two readings fit."""

import re

from helpers.words.locale import _

_TYPED = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)")
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""Thousands in one language, three decimals in another."""
_GROUPED = re.compile(
    r"([+-]?[1-9][0-9]{0,2})((?:([.,' ’\u00a0\u202f])[0-9]{3})(?:\3[0-9]{3})*)([.,][0-9]+)?"
)
"""Marks between thousands that can be nothing else: 1,000,000, 1 000 or 1.000,5."""
_PERCENT = re.compile(r"([+-]?[0-9]+(?:[.,][0-9]+)?)\s*%")
LARGEST = 1e12
"""Beyond it no figure of a firm lies, and models would run out of numbers."""
_LONGEST = 40
"""Characters of a value that a sentence repeats."""


class NumberError(ValueError):
    """What was typed is no number, or two. ``problem`` goes behind the value in a sentence."""

    def __init__(self, text: str, problem: str) -> None:
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        super().__init__(f"“{shown}” {problem}")
        self.problem = problem


def parse(text: str, decimal: str = "") -> float | None:
    """The number that was typed, None for nothing; see ``number``."""
    return number(text, decimal) if text.strip() else None


def number(text: str, decimal: str = "") -> float:
    """The number that was typed.

    ``decimal`` is the decimal mark where it is known, as in a file that a program wrote.
    Without it 1,200 and 1.200 can be read in two ways. Raises NumberError, with a sentence,
    for those and for what is no finite number.
    """
    typed = text.strip().replace("\N{MINUS SIGN}", "-")
    if not _TYPED.fullmatch(typed):
        if (parts := _GROUPED.fullmatch(typed)) and not (parts[4] or "").startswith(parts[3]):
            plain = re.sub(r"\D", "", parts[1] + parts[2]) + (parts[4] or "").replace(",", ".")
            plain = "-" + plain if typed.startswith("-") else plain
            problem = _("must be a number without marks between its thousands; write {plain}.")
            raise NumberError(text, problem.format(plain=plain))
        if percent := _PERCENT.fullmatch(typed):
            value = float(percent[1].replace(",", "."))
            problem = _(
                "must be a number without “%”; write {share} where shares go up to 1, or {plain} "
                "where they go up to 100."
            )
            raise NumberError(text, problem.format(share=f"{value / 100:g}", plain=f"{value:g}"))
        raise NumberError(text, _("must be a number; write digits, as in 1200 or 3.5."))
    value = float(typed.replace(",", "."))
    if _AMBIGUOUS.fullmatch(typed) and not (decimal and decimal in typed):
        problem = _("can be read as {small} or as {large}; write {large} or {plain}.")
        small, large = f"{value:g}", re.sub("[.,]", "", typed)
        # Three decimals would be refused again: a nought behind them is not.
        plain = f"{small}0" if _AMBIGUOUS.fullmatch(small) else small
        raise NumberError(text, problem.format(small=small, large=large, plain=plain))
    if abs(value) > LARGEST:
        raise NumberError(text, _("is too large; write a smaller number."))
    return value
