"""Answering messages: load, queue and the wait on the calendar."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Waiting:
    """How answering goes.

    ``load`` is the share of the answering time that messages take. ``queue_minutes``
    are minutes of answering time ahead of a message, ``wait_hours`` the wait on the
    calendar; both are None when the load is 1 or more, because then the pile grows by
    ``backlog_minutes`` a week and no number of hours describes it.
    """

    load: float
    queue_minutes: float | None
    wait_hours: float | None
    backlog_minutes: float


def weekly_messages(followers: float, per_thousand: float, weeks_per_month: float) -> float:
    """Messages a week from a monthly rate per 1,000 followers."""
    return followers / 1000 * per_thousand / weeks_per_month


def load(messages: float, minutes_each: float, days: float, minutes_a_day: float) -> float:
    """Share of the answering time used, U = λ τ / (D v); infinite if there is no such time."""
    work = messages * minutes_each
    if work == 0:
        return 0.0
    time = days * minutes_a_day
    return work / time if time > 0 else math.inf


def waiting(
    messages: float,
    minutes_each: float,
    days: float,
    minutes_a_day: float,
    look_hours: float = 24.0,
    variability: float = 1.0,
) -> Waiting:
    """Calendar wait W = Δ/2 + Δ · W_q / v, with Kingman's queue W_q = U/(1−U) · c² · τ.

    ``messages`` arrive a week; somebody answers on ``days`` days for ``minutes_a_day``,
    looking every ``look_hours``. ``variability`` is (c_a² + c_s²) / 2. Kingman 1961.
    """
    used = load(messages, minutes_each, days, minutes_a_day)
    if used >= 1:
        grows = messages * minutes_each - days * minutes_a_day
        return Waiting(used, None, None, grows)
    queue = used / (1 - used) * variability * minutes_each
    extra = look_hours * queue / minutes_a_day if minutes_a_day > 0 else 0.0
    return Waiting(used, queue, look_hours / 2 + extra, 0.0)
