"""The same expert for several firms: to whom the answer is worth most, and what would turn it."""

import math
from collections.abc import Mapping
from dataclasses import replace

from helpers.models import advice
from helpers.models.advice import Bet
from helpers.models.result import Result, Sheet


def unasked(odds: float) -> Result:
    """The odds alone, where success is no sum of euros and no answer has a worth."""
    sheet = Sheet()
    sheet.add("odds", odds, "share")
    return sheet.result()


def compared(bets: Mapping[str, Bet]) -> Result:
    """What the same answer is worth to several firms, by key, and the sums that lead there.

    ``KEY_naive`` is what the answer would save if every bad case that it recognises had been
    opened else. ``overtakes`` is the share of recognised bad cases from which on the answer is
    worth most to the firm that has most to lose.
    """
    sheet = Sheet()
    for key, bet in bets.items():
        value = advice.evsi(bet)
        sheet.add(f"{key}_naive", (1 - bet.odds) * bet.specificity * bet.loss, "euros")
        sheet.add(f"{key}_worth", value, "euros")
        sheet.add(f"{key}_after", advice.answers(bet).after_good, "share")
        sheet.add(f"{key}_even", advice.even(bet), "share or more")
        if round(value):  # else nothing is to be told
            brings, takes = advice.adding_up(bet, value)
            sheet.add(f"{key}_brings", brings, "euros")
            sheet.add(f"{key}_takes", takes, "euros")
        same_eye = bet.specificity
        sheet.add("same_eye", same_eye, "share")
    turns = _overtakes(bets)
    if turns is not None:
        sheet.add("overtakes", turns, "share")
    return sheet.result()


def _overtakes(bets: Mapping[str, Bet]) -> float | None:
    """In whole percent, rounded up; None where that firm is first already, or never."""
    stake = max(bets, key=lambda key: bets[key].loss)

    def first(share: float) -> bool:
        worth = {key: advice.evsi(replace(bet, specificity=share)) for key, bet in bets.items()}
        return worth[stake] >= max(worth.values())

    if first(bets[stake].specificity):
        return None
    start = math.ceil(100 * bets[stake].specificity)
    return next((n / 100 for n in range(start, 101) if first(n / 100)), None)
