"""The days of a plan until its review: set-up, first post, week six; working days."""

from dataclasses import dataclass
from datetime import date, timedelta

from helpers.data.tables import Tables

SET_UP = "set_up"
"""The task whose last day is the Friday before the first post."""
WEEK = 7
TRIAL_WEEKS = 6
"""So long runs a trial; after that the time sheet is added up, whatever is opened."""
LONGEST = 366
"""A decision that is not looked at for more than a year is not looked at."""
MONDAY, FRIDAY = 0, 4


def _next(day: date, weekday: int) -> date:
    """The first such weekday on or after a day."""
    return day + timedelta((weekday - day.weekday()) % WEEK)


def working_day(day: date) -> date:
    """This day, or the Monday after it at a week-end."""
    return day if day.weekday() <= FRIDAY else _next(day, MONDAY)


def review_day(tables: Tables, today: date) -> date:
    """The day on which a decision is looked at again, where nobody names one: no week-end."""
    return working_day(today + timedelta(round(tables.default("review_days"))))


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
