"""Replies by looks: how long messages wait for somebody who looks on some days, simulated.

They wait for the next look, not for the fingers that type, until the pile no longer fits
into one look.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np

from helpers.company import Company
from helpers.data.record import remembered

WEEKS = 400
SEED = 63
DAY, WEEK = 24.0, 168.0
FIRST_LOOK = 9.0
"""The hour of the first look of a day."""
WORKING_HOURS = 8.0
"""Further looks of a day lie within so many hours of the first."""


@dataclass(frozen=True)
class Looks:
    """When somebody looks: on ``days`` days a week, every ``look_hours``, for ``minutes_a_day``.

    ``states_hours``: the firm says in public on which days it answers, so only those count.
    """

    days: int
    look_hours: float
    minutes_a_day: float
    states_hours: bool = False

    @property
    def hours(self) -> tuple[float, ...]:
        """The looks of a week in hours after its beginning; the free days are its last."""
        if self.days <= 0 or self.look_hours <= 0:
            return ()
        count = 1 + int(WORKING_HOURS / self.look_hours + 1e-9)
        daily = [FIRST_LOOK + self.look_hours * n for n in range(count)]
        return tuple(DAY * day + hour for day in range(min(self.days, 7)) for hour in daily)


def looks_of(company: Company) -> Looks:
    """When the people of a company look, and for how long."""
    return Looks(
        company.answer_days, company.look_hours, company.answer_minutes, company.states_hours
    )


@dataclass(frozen=True)
class Answered:
    """Mean wait in hours, and the share of messages answered within the promise (0–1)."""

    wait_hours: float
    in_time: float


def counted_hours(hour: np.ndarray, looks: Looks) -> np.ndarray:
    """Hours since the beginning of all weeks on days that count, for hours on the calendar."""
    if not looks.states_hours:
        return hour
    week, within = np.divmod(hour, WEEK)
    open_hours = DAY * min(looks.days, 7)
    return week * open_hours + np.minimum(within, open_hours)


def without_queue(looks: Looks, promise_hours: float) -> Answered | None:
    """What it would be if every look answered all, for a firm that does not state its hours.

    Mean Σ gap²/(2·168), share Σ min(gap, promise)/168 over the gaps between looks. None where
    nobody ever looks.
    """
    hours = np.array(looks.hours)
    if not len(hours):
        return None
    gaps = np.diff(np.append(hours, hours[0] + WEEK))
    mean = float((gaps**2).sum() / (2 * WEEK))
    return Answered(mean, float(np.minimum(gaps, promise_hours).sum() / WEEK))


@remembered(2048)
def answered(
    messages: float, minutes_each: float, looks: Looks, promise_hours: float, seed: int = SEED
) -> Answered | None:
    """Mean wait and share within the promise over 400 weeks; None where nobody ever looks.

    Messages arrive at random (Poisson, ``messages`` a week), each takes an exponential time
    with mean ``minutes_each``. The day's minutes are shared evenly among its looks; a new
    message is begun while minutes are left, and one in hand is finished; what is left waits
    for the next look. Where nothing arrives, it is what a first message would meet.
    """
    times = looks.hours
    if not times or looks.minutes_a_day <= 0:
        return None
    if messages <= 0:
        return _alone(looks, promise_hours)
    rng = np.random.default_rng(seed)
    count = rng.poisson(messages * WEEKS)
    arrivals = np.sort(rng.uniform(0, WEEK * WEEKS, count))
    work = np.concatenate([[0.0], np.cumsum(rng.exponential(minutes_each, count))]).tolist()
    each = looks.minutes_a_day * min(looks.days, 7) / len(times)
    listed, answered_at = arrivals.tolist(), np.full(count, np.nan)
    done = 0
    for week in range(WEEKS + 1):
        for hour in times:
            at = WEEK * week + hour
            here = bisect_right(listed, at)
            upto = bisect_left(work, work[done] + each, done, here)
            answered_at[done:upto] = at
            done = upto
    alone = _alone(looks, promise_hours)
    if not done:
        return alone
    # The same messages if each were the only one: what the queue adds is told from chance.
    first = np.array(times)
    next_look = np.searchsorted(first, arrivals % WEEK)
    seen = arrivals - arrivals % WEEK + np.append(first, first[0] + WEEK)[next_look]
    lonely = counted_hours(seen, looks) - counted_hours(arrivals, looks)
    waits = counted_hours(answered_at[:done], looks) - counted_hours(arrivals[:done], looks)
    # Messages that lie there at the end are late: they would be answered after all weeks.
    lost = ((lonely <= promise_hours).sum() - (waits <= promise_hours).sum()) / count
    longer = float((waits - lonely[:done]).mean())
    return Answered(alone.wait_hours + longer, max(alone.in_time - float(lost), 0.0))


@remembered(256)
def _alone(looks: Looks, promise_hours: float) -> Answered:
    """A message that no other one is before, whenever it comes: minute by minute of a week."""
    arrivals = np.arange(0.5, WEEK * 60) / 60
    hours = np.array([*looks.hours, looks.hours[0] + WEEK])
    seen = hours[np.searchsorted(hours, arrivals)]
    waits = counted_hours(seen, looks) - counted_hours(arrivals, looks)
    return Answered(float(waits.mean()), float((waits <= promise_hours).mean()))
