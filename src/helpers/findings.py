"""What the verdict on a company says, with all that belongs to it: for lesson, memo and command."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helpers import company as company_module
from helpers import context
from helpers.company import Company
from helpers.data.record import recording, remembered
from helpers.data.tables import NONE, Tables
from helpers.models import advice, change, company_plan, effort, fit_and_gap, review, roles
from helpers.models import decision as model
from helpers.models.decision import Decision, Flip, judge
from helpers.models.gates import Gate, gates
from helpers.models.result import Result
from helpers.models.roles import Role, Step
from helpers.views.canvas import View
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.gap import GapView
from helpers.words.locale import _

LOG = "decision"
"""The lesson whose decision log speaks in the memo."""


@dataclass(frozen=True)
class Findings:
    """Everything that a memo is composed from.

    ``choice`` is what the learner decided in the log, in words, '' for nothing yet.
    ``map`` and ``gap`` are a view with its result: fit against hours, and the hours of what
    is opened. ``stop`` is the stop rule. ``close`` names the network whose verdict an expert's
    answer could turn, '' for none; ``advice`` is what that answer would be worth, None where
    no contribution of a customer is known.
    """

    company: Company
    decision: Decision
    verdicts: Result
    map: tuple[View, Result]
    gap: tuple[View, Result]
    stop: Result
    close: str
    advice: Result | None
    roles: tuple[Role, ...]
    ninety_days: tuple[Step, ...]
    today: date
    choice: str = ""

    @property
    def results(self) -> tuple[Result, ...]:
        """Every result whose figures the memo may quote."""
        told = (self.verdicts, self.map[1], self.gap[1], self.stop)
        return told if self.advice is None else (*told, self.advice)


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


def findings(company: Company, tables: Tables) -> Findings:
    """Everything that the memo of a company needs; the review date is that of its log."""
    with recording():
        return _findings(company, tables)


def _findings(company: Company, tables: Tables) -> Findings:
    today = context.current().today
    rules = gates(tables)
    decision = judge(company, tables, today, rules)
    negative = [j.network for j in decision.judgements if j.failed]
    level = decision.best.level if decision.best else model.levels(company)[-1]
    opened = company_plan.plan_of(company, tables, level, networks=decision.opened)
    entry = company.records["decisions"].get(LOG, {})
    rule = review.stop_rule(company, tables, today, company_module.day(entry.get("review_on")))
    close, worth = _advice(decision, tables)
    return Findings(
        company=company,
        decision=decision,
        verdicts=model.answer(decision, rules, flips(decision, negative, tables, rules)),
        map=(FitGapMap(tables), fit_and_gap.answer(company, tables, level)),
        gap=(GapView(tables), effort.answer(opened, tables)),
        stop=review.stop_answer(rule, company),
        close=close,
        advice=worth,
        roles=roles.roles(company, tables),
        ninety_days=tuple(roles.ninety_days(decision, tables, today, rule.review)),
        today=today,
        choice=next((words for words, key in choices() if key == entry.get("choice")), ""),
    )


def _advice(decision: Decision, tables: Tables) -> tuple[str, Result | None]:
    """The close call on which advice is worth most, and how much; '' if there is none."""
    close = review.close_calls(decision, tables)
    bets = [(j.network, review.bet(decision.company, j, tables)) for j in close]
    valued = [(network, advice.answer(bet, tables)) for network, bet in bets if bet is not None]
    if valued:
        return max(valued, key=lambda pair: pair[1].value("evsi"))
    return (close[0].network if close else ""), None
