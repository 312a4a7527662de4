"""What the verdict on a company says, with all that belongs to it: for lesson, memo and command."""

from collections.abc import Mapping
from dataclasses import replace

from helpers import company as company_module
from helpers import context
from helpers.company import Company
from helpers.data.record import recorded
from helpers.data.tables import NONE, Tables
from helpers.models import (
    advice,
    company_plan,
    complexity,
    doors,
    effort,
    fit_and_gap,
    ninety_days,
    pay_off,
    plan_days,
    review,
    roles,
    same_expert,
    turning,
)
from helpers.models import decision as model
from helpers.models.decision import KEEP, NOT_YET, OPEN, Decision
from helpers.models.gate_figures import presence_of
from helpers.models.gates import gates
from helpers.models.judging import judge, sells
from helpers.models.plan import Plan
from helpers.models.result import Result, Sheet
from helpers.views.break_even import BreakEvenView
from helpers.views.canvas import View
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.gap import GapView
from helpers.words.locale import _

LOG = "decision"
"""The lesson whose decision log speaks in the memo."""
LATER = "later"
"""The choice to wait a quarter: what is there already is kept."""


def choices() -> list[tuple[str, str]]:
    """What can be decided after the gates, as (words, key) pairs."""
    return [
        (_("We do what the doors say"), "gates"),
        (_("We open less than the doors allow"), "less"),
        (_("We open more, and say why"), "more"),
        (_("We decide in a quarter, after the search work"), LATER),
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
        self._log: Mapping[str, object] = company.records["decisions"].get(LOG, {})

    @recorded
    def decision(self) -> Decision:
        """Every network's verdict by the gates of the tables."""
        return judge(self.company, self.tables, self.today, self._rules)

    @recorded
    def verdicts(self) -> Result:
        """The figures of all gates, and what would change each verdict that is not positive."""
        negative = [j.network for j in self.decision.judgements if j.failed]
        asked = self.tables, self.today, self._rules
        changes = turning.flips(self.decision, negative, *asked)
        lacks = turning.needs(self.decision, negative, changes, *asked)
        fewer = turning.leaner(self.decision, lacks, *asked)
        found = model.answer(self.decision, self._rules, changes, lacks, fewer)
        near = doors.short_of_one(self.decision, self.tables, self._rules)
        return replace(found, facts={**found.facts, "short_of_one": near})

    @property
    def _level(self) -> str:
        """The level of what is opened, or the leanest where nothing can be opened."""
        best = self.decision.best
        return best.level if best else complexity.LEANEST

    @property
    def entry(self) -> Mapping[str, object]:
        """What the decision log holds."""
        return self._log

    @property
    def signed(self) -> tuple[str, ...]:
        """What is opened or kept by whoever decides: the log may say less than the gates.

        Who waits a quarter keeps what is there; who opens no network gives that up as well.
        """
        opened = self.decision.opened
        chosen = self._log.get("choice")
        if chosen == NONE:
            return ()
        if chosen == LATER:
            return tuple(n for n in opened if self.decision[n].verdict == KEEP)
        return opened

    @property
    def shown(self) -> tuple[str, ...]:
        """The networks whose hours and pay-off are shown: what is signed, or the nearest."""
        return self.signed or (self.decision.nearest,)

    @property
    def level(self) -> str:
        """The level of these networks."""
        return self._level if self.signed else self.decision[self.decision.nearest].level

    @recorded
    def map(self) -> tuple[View, Result]:
        """Fit against hours, one network at a time: a view with its result."""
        return FitGapMap(self.tables), fit_and_gap.answer(self.company, self.tables, self._level)

    def _plan(self, networks: tuple[str, ...]) -> Plan:
        return company_plan.plan_of(self.company, self.tables, self.level, networks=networks)

    @recorded
    def gap(self) -> tuple[View, Result]:
        """The hours of what is signed: a view with its result."""
        return GapView(self.tables), effort.answer(self._plan(self.signed), self.tables)

    @recorded
    def bars(self) -> tuple[View, Result]:
        """The hours of what is signed, or of what lacks least: a view with its result."""
        return GapView(self.tables), effort.answer(self._plan(self.shown), self.tables)

    @property
    def sells(self) -> bool:
        """Whether the firm's pay-off is counted in customers."""
        return sells(self.company, self.tables, self._rules)

    @recorded
    def pay_off(self) -> Result | None:
        """What would have to be true for what is signed; None where no sale is its aim."""
        if not self.signed or not self.sells:
            return None
        return pay_off.answer(self._plan(self.signed), self.company, self.tables)

    @recorded
    def presence(self) -> Result:
        """A year of what is signed, or of what lacks least, as lesson 13 counts it."""
        return pay_off.answer(self._plan(self.shown), self.company, self.tables)

    @recorded
    def break_even(self) -> tuple[View, Result]:
        """Whether that pays: the view of lesson 13 with its result."""
        known, tables = self.company, self.tables
        hours, odds = self.bars[1], known.odds
        worth = same_expert.unasked(tables.default("odds") if odds is None else odds)
        paying = self.presence
        if self.sells and {"customers_aimed", "pays_from"} <= set(paying):
            cost, aimed = paying.value("yearly_cost"), paying.value("customers_aimed")
            worth = advice.answer(review.bet_on(known, cost, aimed, tables))
        return BreakEvenView(tables), paying.joined(hours).joined(worth)

    @recorded
    def _days(self) -> plan_days.Calendar:
        asked = company_module.day(self._log.get("review_on"))
        verdicts = [self.decision[n].verdict for n in self.signed]
        opens = OPEN in verdicts
        return plan_days.calendar(self.tables, self.today, asked, opens, len(verdicts) > 0)

    @recorded
    def _presence(self) -> advice.Presence | None:
        """A year of what is signed; None where nothing is."""
        if not self.signed:
            return None
        return presence_of(self._plan(self.signed), self.company, self.tables)

    @property
    def _hours(self) -> tuple[float, float]:
        """Hours a week that the networks take, and that are there after other lessons' work."""
        gap, presence = self.gap[1], self._presence
        needed = presence.hours if presence else 0.0
        return needed, max(gap.value("available") - (gap.value("required") - needed), 0.0)

    def _planned(self, expert: bool) -> ninety_days.NinetyDays:
        stop = self.stop
        people = round(stop.value("sampled_people")) if "sampled_people" in stop else 0
        asked = ninety_days.asked_of(self.decision, self.signed, *self._hours, expert)
        return ninety_days.plan(
            replace(asked, people=people), self.company, self.tables, self._days
        )

    @recorded
    def ninety_days(self) -> ninety_days.NinetyDays:
        """The plan until the review."""
        return self._planned(self.asks)

    @recorded
    def plan(self) -> Result:
        """Hours and euros of the plan, what is lost if it holds, and at the hours that stop it."""
        wage = self.tables.default("wage")
        fee = self.tables.default("fee") if self.asks else 0.0
        most = self.stop.value("sheet_hours")
        return ninety_days.answer(self.ninety_days, self._presence, wage, fee, most)

    @recorded
    def stop(self) -> Result:
        """The stop rule."""
        known, tables, gap = self.company, self.tables, self.gap[1]
        planned, there = self._hours
        likely = gap.value("band_high") - (gap.value("required") - planned)
        most = review.most_hours(self._presence, known, self.sells, tables)
        week = review.Week(planned, likely, there)
        rule = review.stop_rule(known, tables, self._days, week, self.pay_off, most)
        return review.stop_answer(rule)

    @recorded
    def sure(self) -> Result:
        """``sure_hours``: the half hours that end the trial of what is signed, where they do.

        They are promised; ``sure_kept`` of them will be there.
        """
        sheet, rules = Sheet(), self._rules
        trial = [n for n in self.signed if self.decision[n].trial]
        told = [doors.steady(self.decision, n, self.tables, self.today, rules) for n in trial]
        if told and all("more_hours" in one for one in told):
            more = sheet.add("sure_hours", max(one.value("more_hours") for one in told), "hours")
            kept = more.value * (1 - self.tables.default("shrinkage"))
            sheet.add("sure_kept", kept, "hours")
        return sheet.result()

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

    @property
    def asks(self) -> bool:
        """Whether an expert is asked before the first post: a no could still stop what is signed.

        Where a door is closed no answer opens it, and nothing is bought.
        """
        return self.stopped is not None and bool(self.stopped.facts["buy"])

    @recorded
    def unstopped(self) -> Result | None:
        """What an answer is worth to what is signed in a whole year, as lesson 13 counts it.

        None where success is no sum of euros.
        """
        if self._presence is None:
            return None
        judged = self.decision[self.signed[0]]
        bet = review.signed_bet(self.company, judged, self._presence, self.tables)
        return None if bet is None else advice.answer(bet)

    @recorded
    def stopped(self) -> Result | None:
        """The same where a loss ends on the day of the review: its stop is signed as well."""
        if self.unstopped is None or self._presence is None:
            return None
        plan = ninety_days.answer(self._planned(False), self._presence, self._presence.wage)
        lost, start = plan.value("review.loss"), plan.value("start")
        return advice.answer(review.stopped_bet(self.unstopped, lost, start))

    @recorded
    def who(self) -> roles.Who:
        """Who decides, does it, answers for the count and stands in."""
        return roles.who(self.company)

    @recorded
    def kept(self) -> dict[str, float]:
        """Hours a week that are there of what each has promised: less leave and sickness."""
        share = 1 - self.tables.default("shrinkage")
        return {name: hours * share for name, hours in self.who.hours.items()}

    @recorded
    def shares(self) -> dict[str, float]:
        """Who works how many hours of the plan, each phase by itself: none are saved up."""
        return roles.together(self.phase_shares)

    @recorded
    def phase_shares(self) -> tuple[dict[str, float], ...]:
        """Who works how many hours in each phase of the plan."""
        available, phases = self.gap[1].value("available"), self.ninety_days.phases
        free = min(self._hours[1] / available, 1.0) if available > 0 else 0.0
        parts = [(phase.needed, phase.weeks * free) for phase in phases]
        return roles.phase_shares(self.who, self.kept, self.company.bought_hours, parts)

    @recorded
    def lacks(self) -> Result:
        """``NETWORK.missing``: hours a week that lack for what is not yet opened."""
        sheet = Sheet()
        for judgement in self.decision.judgements:
            hours = judgement.outcome("coverage")
            if judgement.verdict == NOT_YET and hours in judgement.failed:
                networks = judgement.together
                plan = company_plan.plan_of(
                    self.company, self.tables, judgement.level, networks=networks
                )
                needed = effort.answer(plan, self.tables)
                sheet.add(f"{judgement.network}.missing", needed.value("missing"), "hours")
        return sheet.result()

    @property
    def choice(self) -> str:
        """What the learner decided in the log, in words; '' for nothing yet."""
        return next((words for words, key in choices() if key == self._log.get("choice")), "")

    @property
    def results(self) -> tuple[Result, ...]:
        """Every result whose figures the memo may quote."""
        told = (
            *(self.verdicts, self.bars[1], self.gap[1], self.presence, self.plan, self.sure),
            *(self.lacks, self.stop, self.pay_off, self.advice, self.stopped, self.unstopped),
        )
        return tuple(result for result in told if result is not None)
