"""The first ninety days: tasks in order until the hours that there are are used; the rest is said.

The tasks stand in ``data/tasks.csv`` with their hours. Hours are counted as they are printed, in
tenths, so that whoever adds up a plan finds its sum.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor

import pandas as pd

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models.advice import WEEKS_A_YEAR, Presence, yearly_cost
from helpers.models.decision import CLOSE, OPEN, Decision
from helpers.models.result import Result, Sheet

SET_UP = "set_up"
"""The task whose last day is the Friday before the first post."""
ADVISER = "adviser"
"""The task whose fee is paid beside its hours."""
WEEK = 7
TRIAL_WEEKS = 6
"""So long runs a trial; after that the time sheet is added up, whatever is opened."""
LONGEST = 366
"""A decision that is not looked at for more than a year is not looked at."""
MONDAY, FRIDAY = 0, 4
MONTHS_A_YEAR, DAYS_A_YEAR = 12, 365


def _next(day: date, weekday: int) -> date:
    """The first such weekday on or after a day."""
    return day + timedelta((weekday - day.weekday()) % WEEK)


def review_day(tables: Tables, today: date) -> date:
    """The day on which a decision is looked at again, where nobody names one: no week-end."""
    day = today + timedelta(round(tables.default("review_days")))
    return day if day.weekday() <= FRIDAY else _next(day, MONDAY)


@dataclass(frozen=True)
class Calendar:
    """The days of a plan. ``first`` of posts, ``six`` weeks later; None where nothing is opened.

    ``moved``: the review date that somebody wrote down is past, or too near or too far.
    """

    today: date
    review: date
    set_up: date | None
    first: date | None
    six: date | None
    moved: bool

    @property
    def days(self) -> int:
        return (self.review - self.today).days

    @property
    def weeks(self) -> int:
        """Whole weeks of posts until the review; one that ends on its day is whole."""
        return ((self.review - self.first).days + 1) // WEEK if self.first else 0

    @property
    def running(self) -> int:
        """Days of posts until the review: what has not begun brings nobody."""
        return (self.review - self.first).days if self.first else 0


def calendar(tables: Tables, today: date, asked: date | None, opens: bool, keeps: bool) -> Calendar:
    """The days: a new page stands by a Friday and posts from a Monday, a kept one goes on.

    A review date that is missing, past, before the first whole week of posts or more than a year
    away becomes the working day after the ledger's ninety days.
    """
    ready = today + timedelta(int(tables.tasks.at[SET_UP, "to_day"]))
    set_up = _next(ready, FRIDAY) if opens else None
    first = None
    if opens or keeps:
        first = _next((set_up or today) + timedelta(1), MONDAY)
    review = review_day(tables, today)
    soonest = today + timedelta(1) if first is None else first + timedelta(WEEK)
    fits = asked is not None and soonest <= asked <= today + timedelta(LONGEST)
    if asked is not None and fits:
        review = asked
    review = max(review, soonest)
    six = first + timedelta(TRIAL_WEEKS * WEEK) if first else None
    if six and six >= review:
        six = None
    return Calendar(today, review, set_up, first, six, asked is not None and not fits)


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
        return min(done, self.count)


@dataclass(frozen=True)
class Left:
    """What has no hours, and so is not planned."""

    task: str
    count: int
    networks: tuple[str, ...] = ()


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


@dataclass(frozen=True)
class Asked:
    """What is planned for: networks opened anew, kept and closed; hours a week needed and there.

    ``expert``: whether an expert is asked before the first post.
    """

    opens: tuple[str, ...]
    keeps: tuple[str, ...]
    closes: tuple[str, ...]
    week: float
    there: float
    expert: bool = False

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

    Of a task whose parts make sense by themselves as many are taken as fit.
    """
    there = days.days / WEEK * asked.there
    left_over, steps, left = there, [], []
    for task, row in tables.tasks.iterrows():
        networks = _networks(row["if_verdict"], asked)
        if networks is None or (row["unless"] and company.website.get(row["unless"])):
            continue
        if row["per"] == "six" and days.six is None:
            continue
        each = asked.week if row["per"] == "level" else float(row["hours"])
        wanted = _wanted(row, networks, days)
        fit = floor((left_over + 1e-9) / each) if each > 0 else wanted
        taken = min(wanted, fit) if row["parts"] else wanted * (fit >= wanted)
        while taken and round(taken * each, 1) > left_over + 1e-9:  # a tenth more in print
            taken = taken - 1 if row["parts"] else 0
        if taken:
            step = _step(str(task), row, taken, round(taken * each, 1), days, networks)
            steps.append(step)
            left_over -= step.hours
        if taken < wanted:
            left.append(Left(str(task), wanted - taken, networks))
    steps.sort(key=lambda step: (step.start if step.spread else step.end, step.end))
    return NinetyDays(tuple(steps), tuple(left), there, days)


def _networks(condition: str, asked: Asked) -> tuple[str, ...] | None:
    """The networks that a task is about, () for none in particular; None: it is not asked."""
    about = {
        "always": ((), True),
        "open": (asked.opens, bool(asked.opens)),
        "close": (asked.closes, bool(asked.closes)),
        "opened": ((), asked.runs),
        "none": ((), not asked.runs),
        "asks": ((), asked.expert),
    }
    networks, wanted = about[condition]
    return networks if wanted else None


def _wanted(row: pd.Series, networks: tuple[str, ...], days: Calendar) -> int:
    """How many of a task there are until the review."""
    if row["per"] == "network":
        return len(networks)
    if row["per"] == "level":
        return days.weeks
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
    spread = row["per"] in ("week", "level", "piece")
    if task == SET_UP and days.set_up:
        end = days.set_up
    if row["per"] == "six" and days.six:
        start = end = days.six
    if row["per"] in ("week", "level") and days.first:
        start = days.first
        end = start + timedelta(count * WEEK)
    if row["per"] == "review":
        start = days.review
    return Step(task, count, hours, min(start, days.review), min(end, days.review), spread,
                networks)  # fmt: skip


def answer(planned: NinetyDays, presence: Presence | None, wage: float, fee: float = 0.0) -> Result:
    """Hours and euros of the plan, and what is lost by week six and by the review if it holds.

    A loss is hours × wage + euros of the whole months until then, where nothing comes back.
    ``presence`` is a year of what is opened; None where nothing is. ``fee`` is paid to an expert
    before the first post, and lost as well.
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
    sheet.add("plan.wages", hours.value * wage, "euros")
    if presence:
        sheet.add("year.hours", WEEKS_A_YEAR * presence.hours, "hours")
        sheet.add("year.cash", MONTHS_A_YEAR * presence.euros, "euros")
        sheet.add("year.loss", yearly_cost(presence) + fee, "euros")
    return sheet.result(plan=planned)


def _cash(presence: Presence | None, months: int) -> float:
    """Euros of the whole months until a day, the first in any case."""
    return max(months, 1) * presence.euros if presence else 0.0
