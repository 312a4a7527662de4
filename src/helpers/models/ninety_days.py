"""The first ninety days: tasks in order until the hours that there are are used; the rest is said.

The tasks stand in ``data/tasks.csv`` with their hours. Hours are counted as they are printed, in
tenths, so that whoever adds up a plan finds its sum.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import floor

import pandas as pd

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models.advice import WEEKS_A_YEAR, Presence, yearly_cost
from helpers.models.decision import CLOSE, OPEN, Decision
from helpers.models.plan_days import SET_UP, WEEK, Calendar
from helpers.models.result import Result, Sheet

POSTS = "posts"
"""The task that goes on after the review as well."""
TELL = "tell_and_ask"
"""The task with which the count begins."""
ADVISER = "adviser"
"""The task whose fee is paid beside its hours."""
MONTHS_A_YEAR, DAYS_A_YEAR = 12, 365


@dataclass(frozen=True)
class Step:
    """A line of the plan: so many of a task, each of so many hours, from and to which day."""

    task: str
    count: int
    hours: float
    start: date
    end: date
    spread: bool
    """Whether it is done little by little, else on its last day."""
    networks: tuple[str, ...] = ()
    early: int = 0
    """So many are done by ``first``, the day of the first post, whatever the pace."""
    first: date | None = None

    @property
    def goes_on(self) -> bool:
        """Whether it is done little by little, with no end but the review or the pace."""
        return self.spread and self.early < self.count

    def hours_by(self, day: date) -> float:
        """Hours of it until a day, in tenths."""
        if day >= self.end:
            return self.hours
        return round(self.hours / self.count * self.done_by(day), 1)

    def done_by(self, day: date) -> int:
        """How many of it are done by a day; all or none where it is not spread."""
        if day >= self.end:
            return self.count
        if not self.spread:
            return 0
        days = max((self.end - self.start).days, 1)
        done = floor(self.count * max((day - self.start).days, 0) / days + 1e-9)
        if self.first and day >= self.first:
            done = max(done, self.early)
        return min(done, self.count)


@dataclass(frozen=True)
class Left:
    """What has no hours, and so is not planned."""

    task: str
    count: int
    networks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phase:
    """A part of the plan: hours that it takes and that there are; none are saved up for another."""

    start: date
    weeks: float
    needed: float
    there: float

    @property
    def short(self) -> float:
        """Hours that are missing, in tenths."""
        return max(round(self.needed - self.there, 1), 0.0)


@dataclass(frozen=True)
class NinetyDays:
    """The plan: steps by date, what is left out, and the hours that there are."""

    steps: tuple[Step, ...]
    left: tuple[Left, ...]
    there: float
    days: Calendar

    @property
    def hours(self) -> float:
        return round(sum(step.hours for step in self.steps), 1)

    def hours_by(self, day: date) -> float:
        """Hours planned until a day."""
        return round(sum(step.hours_by(day) for step in self.steps), 1)

    def more_by(self, day: date, most: float) -> float:
        """Hours more until a day, where each week of posts takes ``most``."""
        posts = (step for step in self.steps if step.task == POSTS)
        return sum(max(step.done_by(day) * most - step.hours_by(day), 0.0) for step in posts)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Before the first post, and from then on; one phase where nothing is posted."""
        days, before = self.days, 0.0
        weeks = _weeks(days)
        if len(weeks) > 1 and days.first:
            before = self.hours_by(days.first)
        each = self.there / days.days * WEEK if days.days else 0.0
        needed = (before, round(self.hours - before, 1)) if len(weeks) > 1 else (self.hours,)
        starts = (days.today, days.first or days.today)
        return tuple(
            Phase(start, many, hours, many * each)
            for start, many, hours in zip(starts, weeks, needed, strict=False)
        )

    @property
    def posting(self) -> float:
        """Hours of the weeks of posts alone; the others are spent once."""
        return sum(step.hours for step in self.steps if step.task == POSTS)


@dataclass(frozen=True)
class Asked:
    """What is planned for: networks opened anew, kept and closed; hours a week needed and there.

    ``expert``: whether one is asked before the first post. ``people``: so many are asked of all.
    """

    opens: tuple[str, ...]
    keeps: tuple[str, ...]
    closes: tuple[str, ...]
    week: float
    there: float
    expert: bool = False
    people: int = 0

    @property
    def runs(self) -> bool:
        """Whether any network is opened or kept."""
        return bool(self.opens or self.keeps)


def asked_of(
    decision: Decision, opened: Sequence[str], week: float, there: float, expert: bool = False
) -> Asked:
    """What follows from the verdicts where these networks are opened or kept.

    A page that passes its gates and is not kept all the same is closed with a sign as well.
    """
    verdicts = {j.network: j.verdict for j in decision.judgements}
    given_up = [j.network for j in decision.judgements if j.silent_months is not None]
    dropped = {n for n in given_up if n in decision.opened and n not in opened}
    return Asked(
        tuple(n for n in opened if verdicts[n] == OPEN),
        tuple(n for n in opened if verdicts[n] != OPEN),
        tuple(n for n, verdict in verdicts.items() if verdict == CLOSE or n in dropped),
        week,
        there,
        expert,
    )


def plan(asked: Asked, company: Company, tables: Tables, days: Calendar) -> NinetyDays:
    """The tasks that fit, in the order of ``data/tasks.csv``, until weeks × hours are used.

    Of a task whose parts make sense by themselves as many are taken as fit. Whoever opens a network
    answers each week: no week is left out where the hours cannot be told from enough, and what
    they lack is said. Pieces take no hours from weeks of posts that have none left: they are done
    before the first post, or left.
    """
    there = days.days / WEEK * asked.there
    left_over = there
    steps: list[Step] = []
    left: list[Left] = []
    kept_up = asked.there >= tables.default("borderline") * asked.week - 1e-9
    for task, row in tables.tasks.iterrows():
        networks = _networks(row["if_verdict"], asked)
        if networks is None or (row["unless"] and company.website.get(row["unless"])):
            continue
        if row["per"] == "six" and days.six is None:
            continue
        each = asked.week if row["per"] == "level" else float(row["hours"])
        wanted = _wanted(row, networks, days, asked.people)
        fit = max(floor((left_over + 1e-9) / each), 0) if each > 0 else wanted
        whole = row["per"] == "level" and kept_up
        if whole:
            fit = wanted
        taken = min(wanted, fit) if row["parts"] else wanted * (fit >= wanted)
        while taken and not whole and round(taken * each, 1) > left_over + 1e-9:  # in print
            taken = taken - 1 if row["parts"] else 0
        early = 0
        if row["per"] == "piece" and row["parts"] and taken:
            before, after = _rooms(steps, there, days, int(row["from_day"]))
            later = min(floor((after + 1e-9) / each), taken)
            early = min(floor((before + 1e-9) / each), taken - later)
            taken = early + later
        if taken:
            step = _step(str(task), row, taken, round(taken * each, 1), days, networks)
            if early and days.first:
                end = days.first if early == taken else step.end
                step = replace(step, end=end, early=early, first=days.first)
            steps.append(step)
            left_over -= step.hours
        if taken < wanted:
            left.append(Left(str(task), wanted - taken, networks))
    steps.sort(key=lambda step: (step.start if step.goes_on else step.end, step.end))
    return NinetyDays(tuple(steps), tuple(left), there, days)


def _weeks(days: Calendar) -> tuple[float, ...]:
    """Weeks before the first post and from then on; all of them where nothing is posted."""
    if days.first is None or not days.today < days.first < days.review:
        return (days.days / WEEK,)
    return (days.first - days.today).days / WEEK, (days.review - days.first).days / WEEK


def _rooms(
    steps: Sequence[Step], there: float, days: Calendar, from_day: int
) -> tuple[float, float]:
    """Hours that are left before the first post, for what may begin then, and from it on."""
    weeks = _weeks(days)
    if len(weeks) == 1 or days.first is None:
        return 0.0, there - sum(step.hours for step in steps)
    before, after = (there * many / sum(weeks) for many in weeks)
    spent = sum(step.hours_by(days.first) for step in steps)
    after -= sum(step.hours for step in steps) - spent
    begins = days.today + timedelta(from_day) < days.first
    return (before - spent if begins else 0.0), max(after, 0.0)


def _networks(condition: str, asked: Asked) -> tuple[str, ...] | None:
    """The networks that a task is about, () for none in particular; None: it is not asked."""
    about = {
        "always": ((), True),
        "open": (asked.opens, bool(asked.opens)),
        "close": (asked.closes, bool(asked.closes)),
        "opened": ((), asked.runs),
        "none": ((), not asked.runs),
        "asks": ((), asked.expert),
        "sampled": ((), asked.people > 0),
    }
    networks, wanted = about[condition]
    return networks if wanted else None


def _wanted(row: pd.Series, networks: tuple[str, ...], days: Calendar, people: int) -> int:
    """How many of a task there are until the review."""
    if row["per"] == "network":
        return len(networks)
    if row["per"] == "level":
        return days.weeks
    if row["per"] == "person":
        return people
    if row["per"] == "week":
        whole = days.days if days.first is None else (days.review - days.first).days
        return max(min(int(row["times"]), whole // WEEK), 1)
    return int(row["times"])


def _step(
    task: str, row: pd.Series, count: int, hours: float, days: Calendar, networks: tuple[str, ...]
) -> Step:
    """A task on its days, none of them after the review."""
    start = days.today + timedelta(int(row["from_day"]))
    end = days.today + timedelta(int(row["to_day"])) if row["to_day"] else days.review
    spread = row["per"] in ("week", "level", "piece", "person")
    if task == SET_UP and days.set_up:
        end = days.set_up
    if task == TELL and days.first:
        end = min(end, days.first)  # who is asked from the first post on is counted
    if row["per"] == "six" and days.six:
        start = end = days.six
    if row["per"] in ("week", "level") and days.first:
        start = days.first
        end = start + timedelta(count * WEEK)
    if row["per"] == "person" and days.first:
        start = days.first
    if row["per"] == "review":
        start = days.review
    return Step(task, count, hours, min(start, days.review), min(end, days.review), spread,
                networks)  # fmt: skip


def answer(
    planned: NinetyDays,
    presence: Presence | None,
    wage: float,
    fee: float = 0.0,
    most: float | None = None,
) -> Result:
    """Hours and euros of the plan, and what is lost by week six and by the review if it holds.

    A loss is hours × wage + euros of the whole months until then, where nothing comes back.
    ``presence`` is a year of what is opened; None where nothing is. ``fee`` is paid to an expert
    before the first post, and lost as well. ``six.most`` is what is lost by week six where posts
    and answers take ``most`` hours a week, at which they are stopped. ``start`` is what is spent
    once, beside the posting that a year is counted from; ``phase`` are the hours from the first
    post on.
    """
    sheet = Sheet()
    days = planned.days
    hours = sheet.add("plan.hours", planned.hours, "hours")
    sheet.add("plan.there", planned.there, "hours")
    sheet.add("wage", wage, "price")
    sheet.add("plan.days", days.days, "days")
    ends = {"six": days.six, "review": days.review}
    for key, day in ends.items():
        if day is None:
            continue
        spent = sheet.add(f"{key}.hours", planned.hours_by(day), "hours")
        months = round((day - days.today).days * MONTHS_A_YEAR / DAYS_A_YEAR)
        cash = sheet.add(f"{key}.cash", _cash(presence, months) + fee, "euros")
        sheet.add(f"{key}.loss", spent.value * wage + cash.value, "euros")
    if most is not None and "six.loss" in sheet:
        more = planned.more_by(days.six, most) if days.six else 0.0
        sheet.add("six.most", sheet.value("six.loss") + more * wage, "euros")
    sheet.add("plan.wages", hours.value * wage, "euros")
    last = planned.phases[-1]
    sheet.add("phase.needed", last.needed, "hours")
    sheet.add("phase.there", last.there, "hours")
    sheet.add("phase.short", last.short, "hours")
    if presence:
        sheet.add("start", (planned.hours - planned.posting) * wage + fee, "euros")
        sheet.add("year.hours", WEEKS_A_YEAR * presence.hours, "hours")
        sheet.add("year.cash", MONTHS_A_YEAR * presence.euros, "euros")
        sheet.add("year.loss", yearly_cost(presence) + fee, "euros")
    return sheet.result(plan=planned)


def _cash(presence: Presence | None, months: int) -> float:
    """Euros of the whole months until a day, the first in any case."""
    return max(months, 1) * presence.euros if presence else 0.0
