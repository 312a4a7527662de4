"""What the verdict on a company says, with all that belongs to it: for lesson, memo and command."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property, wraps
from typing import TypeVar

from helpers import company as company_module
from helpers import context
from helpers.company import Company
from helpers.data.record import recording, remembered
from helpers.data.tables import NONE, Tables
from helpers.models import (
    advice,
    change,
    company_plan,
    complexity,
    effort,
    fit_and_gap,
    pay_off,
    review,
    roles,
)
from helpers.models import decision as model
from helpers.models.decision import Decision, Flip
from helpers.models.gates import Gate, gates
from helpers.models.judging import judge, sells
from helpers.models.result import Result
from helpers.models.roles import Role, Step
from helpers.views.canvas import View
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.gap import GapView
from helpers.words.locale import _

LOG = "decision"
"""The lesson whose decision log speaks in the memo."""


T = TypeVar("T")


def recorded(compute: Callable[["Findings"], T]) -> "cached_property[T]":
    """A cached property on a record of its own, so that its figures know their sources."""

    @wraps(compute)
    def on_record(findings: "Findings") -> T:
        with recording():
            return compute(findings)

    return cached_property(on_record)


@remembered(64)
def _flip(
    company: Company, network: str, tables: Tables, today: date, rules: tuple[Gate, ...]
) -> Flip | None:
    """What would change the verdict on a network, remembered: the search takes a while."""
    known = judge(company, tables, today, rules)
    return change.smallest_change(known, network, tables, today, rules)


def flips(
    decision: Decision, networks: Iterable[str], tables: Tables, rules: tuple[Gate, ...]
) -> dict[str, Flip]:
    """What would change the verdict on each of the networks, where the search found anything."""
    today = context.current().today
    found = ((n, _flip(decision.company, n, tables, today, rules)) for n in networks)
    return {network: flip for network, flip in found if flip is not None}


def choices() -> list[tuple[str, str]]:
    """What can be decided after the gates, as (words, key) pairs."""
    return [
        (_("We do what the gates say"), "gates"),
        (_("We open less than the gates allow"), "less"),
        (_("We open more, and say why"), "more"),
        (_("We decide in a quarter, after the search work"), "later"),
        (_("No network for now: website and search first"), NONE),
    ]


class Findings:
    """The verdict on a company and what belongs to it, each computed when it is first asked for.

    A lesson shows a part of it; only the memo needs the search for what would change each
    verdict. The review date is that of the company's decision log.
    """

    def __init__(self, company: Company, tables: Tables) -> None:
        self.company, self.tables = company, tables
        self.today = context.current().today
        self._rules = gates(tables)
        self._log = company.records["decisions"].get(LOG, {})

    @recorded
    def decision(self) -> Decision:
        """Every network's verdict by the gates of the tables."""
        return judge(self.company, self.tables, self.today, self._rules)

    @recorded
    def verdicts(self) -> Result:
        """The figures of all gates, and what would change each verdict that is not positive."""
        negative = [j.network for j in self.decision.judgements if j.failed]
        changes = flips(self.decision, negative, self.tables, self._rules)
        return model.answer(self.decision, self._rules, changes)

    @property
    def _level(self) -> str:
        """The level of what is opened, or the leanest where nothing can be opened."""
        best = self.decision.best
        return best.level if best else complexity.LEANEST

    @recorded
    def map(self) -> tuple[View, Result]:
        """Fit against hours, one network at a time: a view with its result."""
        return FitGapMap(self.tables), fit_and_gap.answer(self.company, self.tables, self._level)

    @recorded
    def gap(self) -> tuple[View, Result]:
        """The hours of what is opened: a view with its result."""
        networks = self.decision.opened
        plan = company_plan.plan_of(self.company, self.tables, self._level, networks=networks)
        return GapView(self.tables), effort.answer(plan, self.tables)

    @recorded
    def pay_off(self) -> Result | None:
        """What would have to be true for what is opened; None where no sale is its aim."""
        opened = self.decision.opened
        if not opened or not sells(self.company, self.tables, self._rules):
            return None
        plan = company_plan.plan_of(self.company, self.tables, self._level, networks=opened)
        return pay_off.answer(plan, self.company, self.tables)

    @recorded
    def _rule(self) -> review.StopRule:
        on = company_module.day(self._log.get("review_on"))
        return review.stop_rule(self.company, self.tables, self.today, on)

    @recorded
    def stop(self) -> Result:
        """The stop rule."""
        return review.stop_answer(self._rule, self.company)

    @recorded
    def _asked(self) -> tuple[str, advice.Bet | None, str, Result | None]:
        """``stakes``, ``close`` and ``advice``, on one record: they rest on the same figures."""
        network, bet = review.stakes(self.company, self.decision, self.tables)
        near = [judged.network for judged in review.close_calls(self.decision, self.tables)]
        worth = None if bet is None else advice.answer(bet)
        return network, bet, network if network in near else "", worth

    @property
    def stakes(self) -> tuple[str, advice.Bet | None]:
        """The network that an expert would be asked about, and the bet on it: one for all."""
        return self._asked[:2]

    @property
    def close(self) -> str:
        """The network of the bet where its verdict hangs on a figure near its threshold, or ''."""
        return self._asked[2]

    @property
    def advice(self) -> Result | None:
        """What an expert's answer is worth to the bet; None where success is no sum of euros.

        Asked of every firm, as lesson 13 does: that no verdict is a close call does not say
        whether customers will come.
        """
        return self._asked[3]

    @recorded
    def roles(self) -> tuple[Role, ...]:
        """Who does what."""
        return roles.roles(self.company, self.tables)

    @recorded
    def ninety_days(self) -> tuple[Step, ...]:
        """The first ninety days."""
        days = roles.ninety_days(self.decision, self.tables, self.today, self._rule.review)
        return tuple(days)

    @property
    def choice(self) -> str:
        """What the learner decided in the log, in words; '' for nothing yet."""
        return next((words for words, key in choices() if key == self._log.get("choice")), "")

    @property
    def results(self) -> tuple[Result, ...]:
        """Every result whose figures the memo may quote."""
        told = (self.verdicts, self.map[1], self.gap[1], self.stop, self.pay_off, self.advice)
        return tuple(result for result in told if result is not None)
