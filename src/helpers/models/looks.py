"""Replies by looks: how long messages wait for somebody who looks on some days.

They wait for the next look, not for the fingers that type: what the looks alone make is a
closed form (the waiting-time paradox: most messages fall into the longest gap), and what
the fingers add is simulated.
"""

import math
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from helpers.company import Company
from helpers.data.record import remembered
from helpers.data.tables import Tables

WEEKS = 400
MOST = 20_000
"""Messages after which a simulation ends, however many weeks are left: more change nothing."""
SEED = 63
DAY = 24.0
WEEK = 168.0
DAYS = 7
FRIDAY_EVENING = 4 * DAY + 19
"""The hour of the week at which the woman of lesson 05 wrote: Friday, 19:00."""
WEEKDAYS = 120.0
"""Hours of a week before its weekend."""


@dataclass(frozen=True)
class Looks:
    """When somebody looks: on ``days`` days a week, every ``look_hours``, for ``minutes_a_day``.

    The first look of a day is at ``first_hour``; further ones lie within ``span_hours`` of it.
    ``states_hours``: the firm says in public on which days it answers, so only those count for
    its promise. Nobody is answered sooner by that: the wait is on the clock.
    """

    days: int
    look_hours: float
    minutes_a_day: float
    states_hours: bool
    first_hour: float
    span_hours: float

    @property
    def a_day(self) -> int:
        """Looks on a day: one, and as many more as fit."""
        return 1 + int(self.span_hours / self.look_hours + 1e-9)

    @property
    def hours(self) -> tuple[float, ...]:
        """The looks of a week in hours after its beginning; the free days are its last."""
        if self.days <= 0 or self.look_hours <= 0:
            return ()
        daily = [self.first_hour + self.look_hours * n for n in range(self.a_day)]
        return tuple(DAY * day + hour for day in range(min(self.days, DAYS)) for hour in daily)

    @property
    def a_week(self) -> int:
        """Looks in a week."""
        return len(self.hours)

    @property
    def to_the_last(self) -> bool:
        """Whether a day's last look is as late as one can be: more leave the night as it is."""
        return self.a_day > 1 and self.look_hours * (self.a_day - 1) >= self.span_hours - 1e-9

    @property
    def open_hours(self) -> float:
        """Hours of a week that count: all, or those of the days that the firm states."""
        return DAY * min(self.days, DAYS) if self.states_hours else WEEK

    @property
    def gaps(self) -> tuple[float, ...]:
        """Hours that count from each look to the next; the last leads to the next week's first."""
        hours = self.hours
        if not hours:
            return ()
        after = (*hours[1:], hours[0] + self.open_hours)
        return tuple(late - soon for soon, late in zip(hours, after, strict=True))

    @property
    def on_the_clock(self) -> "Looks":
        """The same looks where every hour counts, as for those who wait."""
        return replace(self, states_hours=False)


def looks_at(
    tables: Tables, days: float, look_hours: float, minutes_a_day: float, states_hours: bool
) -> Looks:
    """Looks at the hours of the ledger."""
    first, span = tables.default("first_look"), tables.default("look_span")
    return Looks(round(days), look_hours, minutes_a_day, states_hours, first, span)


def looks_of(company: Company, tables: Tables) -> Looks:
    """When the people of a company look, and for how long."""
    return looks_at(
        tables,
        company.answer_days,
        company.look_hours,
        company.answer_minutes,
        company.states_hours,
    )


@dataclass(frozen=True)
class Answered:
    """Mean wait in hours on the clock, and the share answered within the promise (0–1)."""

    wait_hours: float
    in_time: float


@dataclass(frozen=True)
class Stretch:
    """Hours of a week, from ``start`` to ``end``, in which the wait falls evenly or stands still.

    ``longest`` is the wait in hours at the start, ``shortest`` the one at the end.
    """

    start: float
    end: float
    longest: float
    shortest: float

    @property
    def length(self) -> float:
        return self.end - self.start

    def within(self, promise_hours: float) -> float:
        """Hours of the stretch in which who writes waits no longer than this."""
        if self.longest == self.shortest:
            return self.length * (self.longest <= promise_hours)
        return min(max(promise_hours - self.shortest, 0.0), self.length)


def stretches(looks: Looks) -> tuple[Stretch, ...]:
    """A week cut at every look, and where weekend and free days begin; () where nobody looks.

    Where the firm states its days, a message of another day waits from the first of them on.
    """
    hours = looks.hours
    if not hours:
        return ()
    found = []
    for start, end in pairwise(sorted({0.0, WEEKDAYS, looks.open_hours, WEEK, *hours})):
        if start >= looks.open_hours:
            found.append(Stretch(start, end, hours[0], hours[0]))
            continue
        look = next((hour for hour in hours if hour >= end), hours[0] + looks.open_hours)
        found.append(Stretch(start, end, look - start, look - end))
    return tuple(found)


def wait_at(looks: Looks, hour: float) -> float:
    """Hours that count from this hour of the week to the next look; somebody has to look."""
    found = next(one for one in stretches(looks) if one.start <= hour < one.end)
    return found.longest if found.longest == found.shortest else found.longest - hour + found.start


def without_queue(looks: Looks, promise_hours: float, weekend: float = 1.0) -> Answered | None:
    """What it would be if every look answered all; None where nobody ever looks.

    Mean Σ gap²/(2·168), share Σ min(gap, promise)/168 over the gaps between looks, where
    messages come at any hour alike. An hour of Saturday or Sunday brings ``weekend`` times the
    messages of another, and counts as often. Stated days change the share, never the mean.
    """
    waited = kept = whole = 0.0
    for one in stretches(looks.on_the_clock):
        often = _often(one, weekend)
        whole += often * one.length
        waited += often * one.length * (one.longest + one.shortest) / 2
    for one in stretches(looks):
        kept += _often(one, weekend) * one.within(promise_hours)
    return Answered(waited / whole, kept / whole) if whole else None


def _often(one: Stretch, weekend: float) -> float:
    """How often an hour of a stretch counts, beside one of a working day."""
    return weekend if one.start >= WEEKDAYS else 1.0


@remembered(4096)
def answered(
    messages: float,
    minutes_each: float,
    looks: Looks,
    promise_hours: float,
    weekend: float = 1.0,
    seed: int = SEED,
    most: int = MOST,
) -> Answered | None:
    """Mean wait and share within the promise over 400 weeks; None where nobody ever looks.

    Messages arrive at random (Poisson, ``messages`` a week, on a day of the weekend ``weekend``
    times as many as on another), each takes an exponential time with mean ``minutes_each``. A
    new message is begun while minutes of the day are left, and one in hand is finished; what is
    left waits for the next look. Minutes that the first look of a day does not need are there
    for the later ones, so that looking more often can only help. Where nothing arrives, it is
    what a first message would meet.

    The same chances serve every number of messages and every way to look, so that two of
    them differ by what differs. After ``most`` messages the simulation ends.
    """
    alone = without_queue(looks, promise_hours, weekend)
    if alone is None or looks.minutes_a_day <= 0:
        return None
    weeks = min(WEEKS, most / messages) if messages > 0 else 0.0
    arrivals = _on_days(_arrivals(messages, weeks, seed), weekend)
    count = len(arrivals)
    if not count:
        return alone
    rng = np.random.default_rng([seed, 1])
    work = np.append(0.0, np.cumsum(rng.exponential(minutes_each, count))).tolist()
    first = np.array(looks.hours)
    # Looks are numbered through all weeks, and one week more for what is left.
    week, within = np.divmod(arrivals, WEEK)
    next_look = week.astype(int) * len(first) + np.searchsorted(first, within)
    last = (math.ceil(weeks) + 1) * len(first)
    there = np.searchsorted(next_look, np.arange(last), side="right").tolist()
    seen, answered_at = next_look.tolist(), np.zeros(count, dtype=int)
    done, look, today, left = 0, 0, -1, 0.0
    while done < count and (look := max(look, seen[done])) < last:
        if look // looks.a_day != today:
            today, left = look // looks.a_day, looks.minutes_a_day
        upto = bisect_left(work, work[done] + left, done, there[look])
        answered_at[done:upto] = look
        left -= work[upto] - work[done]
        done, look = upto, look + 1
        if left <= 0:
            look = (today + 1) * looks.a_day

    def waits(look: np.ndarray, way: Looks) -> np.ndarray:
        """Hours that count from each arrival to the look with that number."""
        week, place = np.divmod(look, len(first))
        seen = _counted(week * WEEK + first[place], way)
        waited: np.ndarray = seen - _counted(arrivals[: len(look)], way)
        return waited

    # The same messages if each were the only one: what the queue adds is told from chance.
    lonely, met = waits(next_look, looks), waits(answered_at[:done], looks)
    # Messages that lie there at the end are late: they would be answered after all weeks.
    lost = int((lonely <= promise_hours).sum() - (met <= promise_hours).sum()) / count
    clock = looks.on_the_clock
    added = waits(answered_at[:done], clock) - waits(next_look[:done], clock)
    longer = float(added.mean()) if done else 0.0
    return Answered(alone.wait_hours + longer, max(alone.in_time - lost, 0.0))


def _arrivals(messages: float, weeks: float, seed: int) -> np.ndarray:
    """Hours after the beginning at which messages come within so many weeks, in order."""
    if weeks <= 0:
        return np.array([])
    expected = messages * weeks
    # More than six standard deviations above the mean: enough to fill the weeks.
    drawn = math.ceil(expected + 6 * math.sqrt(expected) + 10)
    rng = np.random.default_rng([seed, 0])
    hours: np.ndarray = np.cumsum(rng.exponential(1.0, drawn)) * (WEEK / messages)
    return hours[hours < WEEK * weeks]


def _on_days(hours: np.ndarray, weekend: float) -> np.ndarray:
    """The same messages, in the same order, with more or fewer of each week at its weekend."""
    if weekend == 1:
        return hours
    week, within = np.divmod(hours, WEEK)
    even = within / WEEK * (WEEKDAYS + weekend * (WEEK - WEEKDAYS))
    late = (even - WEEKDAYS) / weekend if weekend > 0 else 0.0
    moved: np.ndarray = WEEK * week + np.where(even < WEEKDAYS, even, WEEKDAYS + late)
    return moved


def _counted(hour: np.ndarray, looks: Looks) -> np.ndarray:
    """Hours since the beginning of all weeks that count, for hours on the calendar."""
    week, within = np.divmod(hour, WEEK)
    counted: np.ndarray = week * looks.open_hours + np.minimum(within, looks.open_hours)
    return counted
