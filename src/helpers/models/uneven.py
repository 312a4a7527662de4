"""Ads where weeks are uneven: some bring nobody, others more leads than can be called."""

from collections.abc import Callable
from dataclasses import dataclass

from helpers.models import chances
from helpers.models.chances import CENT
from helpers.models.result import Sheet

STEPS = 60
"""Thirds that a search leaves out: then less than a cent is left of any budget."""


@dataclass(frozen=True)
class Uneven:
    """Months of ads whose ``weeks`` weeks differ by chance.

    ``leads`` are those that a budget in euros brings in a month, ``calls`` those that can be
    called in one; a called one earns ``worth`` euros, and ``bought`` is paid for bought time.
    """

    leads: Callable[[float], float]
    calls: float
    worth: float
    bought: float
    weeks: float

    def called(self, budget: float) -> float:
        """Leads called in a month, where those of a week are drawn (Poisson 1837)."""
        week = self.leads(budget) / self.weeks
        return self.weeks * chances.at_most(week, self.calls / self.weeks)

    def left(self, budget: float) -> float:
        """Euros left in a month, after ads and bought time."""
        return self.called(budget) * self.worth - budget - self.bought

    def best(self) -> float:
        """The budget in whole euros at which most is left.

        What is left is concave in the budget, so that thirds find its top; no budget beyond what
        all calls together earn can pay.
        """
        low, high = 0.0, self.calls * self.worth
        for _step in range(STEPS):
            third = (high - low) / 3
            if self.left(low + third) < self.left(high - third):
                low += third
            else:
                high -= third
        return float(round((low + high) / 2))

    def turn(self, budget: float, full: float) -> float | None:
        """From how many times the worth on a budget leaves more than the smaller ``full`` one.

        None where it is not larger, or no more is earned by it.
        """
        earns = (self.called(budget) - self.called(full)) * self.worth
        return (budget - full) / earns if budget - full >= CENT and earns >= CENT else None

    def add(self, sheet: Sheet, budget: float, full: float, contribution: float) -> None:
        """``uneven.called`` leads, and what is left (``uneven.profit``) or lost (``.size``).

        ``uneven.filling`` is left at the budget ``full`` that fills the telephone on an even
        flow, ``uneven.best_profit`` at ``uneven.best``, where most is; ``uneven.turn`` is the
        contribution of a customer from which leads too many leave more than ``full``.
        """
        sheet.add("uneven.called", self.called(budget), "leads")
        left = sheet.add("uneven.profit", self.left(budget), "euros").value
        sheet.add("uneven.size", abs(left), "euros")
        sheet.add("uneven.filling", self.left(full), "euros")
        best = sheet.add("uneven.best", self.best(), "euros").value
        sheet.add("uneven.best_profit", self.left(best), "euros")
        times = self.turn(budget, full)
        if times is not None:
            sheet.add("uneven.turn", times * contribution, "euros")
