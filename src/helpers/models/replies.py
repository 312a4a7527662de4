"""Answering messages: load, wait, what is answered in time, and what breaks the promise."""

import math
import typing
from dataclasses import dataclass, replace

import numpy as np

from helpers.data.tables import Tables
from helpers.models.looks import (
    DAYS,
    FRIDAY_EVENING,
    Looks,
    answered,
    stretches,
    wait_at,
    without_queue,
)
from helpers.models.result import Result, Sheet
from helpers.models.seeded import Number
from helpers.models.tenths import add_printed


@typing.overload
def weekly_messages(followers: float, per_thousand: float, weeks_per_month: float) -> float: ...


@typing.overload
def weekly_messages(
    followers: float, per_thousand: np.ndarray, weeks_per_month: float
) -> np.ndarray: ...


def weekly_messages(followers: float, per_thousand: Number, weeks_per_month: float) -> Number:
    """Messages a week from a monthly rate per 1,000 followers."""
    return followers / 1000 * per_thousand / weeks_per_month


def load(messages: float, minutes_each: float, days: float, minutes_a_day: float) -> float:
    """Share of the answering time used, U = λ τ / (D v); infinite if there is no such time."""
    work = messages * minutes_each
    if work == 0:
        return 0.0
    time = days * minutes_a_day
    return work / time if time > 0 else math.inf


@dataclass(frozen=True)
class Care:
    """How messages are answered: messages a week, when somebody looks, the promise in hours.

    A day of the weekend brings ``weekend`` times the messages of another; ``quickness`` is a
    factor on the minutes that a message takes.
    """

    messages: float
    looks: Looks
    promise_hours: float
    weekend: float = 1.0
    quickness: float = 1.0


TO_BE_ASKED = "?"
"""Stands for the name of a stand-in who is still to be asked."""
NEAR = 0.02
"""So near to a line a simulated share cannot be told from it."""
LINES = ("gate_G6b", "gate_G6b_trial")
"""What the last lesson asks of the share in time: to open, and to try."""


def answer(care: Care, tables: Tables) -> Result:
    """Load, wait, share answered in time, and what of it comes from the looks alone.

    ``lost_to_gaps`` and ``lost_to_full_looks`` are promises broken, in whole ones of 100, so that
    they and ``in_time`` add up; ``look_share`` is the part of the wait for a look, of the hours as
    they are printed; ``if_stated`` is the share in time if the firm said its days in
    public. Where it says them, ``in_time``, its losses and ``counted`` are of those days alone:
    ``wait``, its parts, ``longest`` and ``evening`` stay on the clock, and so does
    ``on_the_clock``, the share answered within the promised hours of writing. ``week`` is the
    week in stretches on the clock, ``promised`` in hours that count, ``looks`` the hours of its
    looks. ``looking`` are the minutes a week that looking takes by itself: they come on top of
    those for answering, so that they change no wait; ``looking_each`` is their part of an
    answering day. ``to_the_last``: more looks on the same days
    leave the longest gap as it is; ``looks_spent``: nor would they make a gap break less.
    """
    sheet = Sheet()
    looks, promise = care.looks, care.promise_hours
    clock, promised = looks.on_the_clock, stretches(looks)
    said = looks.states_hours and looks.days < DAYS
    minutes = tables.expected("handling_minutes") * care.quickness
    full, look = tables.default("full_load"), tables.default("look_minutes")
    time = looks.days * looks.minutes_a_day
    sheet.add("messages", care.messages, "messages")
    sheet.add("minutes_a_day", looks.minutes_a_day, "minutes")
    sheet.add("days", looks.days, "days")
    sheet.add("promise", promise, "clock hours")
    sheet.add("handling", minutes, "minutes")
    sheet.add("look_minutes", look, "minutes")
    sheet.add("looks_a_week", looks.a_week, "count")
    sheet.add("looking", looks.a_week * look, "minutes")
    sheet.add("work_minutes", care.messages * minutes, "minutes")
    sheet.add("time_minutes", time, "minutes")
    sheet.add("full", full, "share")
    sheet.add("full_messages", full * time / minutes, "messages")
    used = load(care.messages, minutes, looks.days, looks.minutes_a_day)
    idle = time == 0
    if not idle:
        sheet.add("load", used, "share")
    alone = without_queue(looks, promise, care.weekend)
    if alone is not None:
        sheet.add("a_day", looks.a_day, "count")
        sheet.add("looking_each", looks.a_day * look, "minutes")
        sheet.add("longest", max(clock.gaps), "clock hours")
        sheet.add("look_part", alone.wait_hours, "hours")
        sheet.add("looks_in_time", alone.in_time, "of 100")
        sheet.add("evening", wait_at(clock, FRIDAY_EVENING), "clock hours")
        if said:
            sheet.add("counted", wait_at(looks, FRIDAY_EVENING), "clock hours")
            sheet.add("longest_counted", max(one.longest for one in promised), "clock hours")
        sheet.add("lost_to_gaps", 1 - round(alone.in_time, 2), "of 100")
    found, edge = None, None
    if used < 1:
        found = answered(care.messages, minutes, looks, promise, care.weekend)
    elif not idle:
        sheet.add("pile", care.messages - time / minutes, "messages")
    queue = 0.0
    if found is not None and alone is not None:
        queue = max(found.wait_hours - alone.wait_hours, 0.0)
        sheet.add("wait", alone.wait_hours + queue, "hours")
        sheet.add("queue_part", queue, "hours")
        add_printed(sheet, "wait", ["look_part", "queue_part"])
        printed = [sheet.value(f"printed.{key}") for key in ("look_part", "queue_part")]
        # Of the hours as they are printed, so that who divides them finds this share.
        share = printed[0] / sum(printed) if sum(printed) else 1.0
        sheet.add("look_share", share, "share")
        sheet.add("in_time", found.in_time, "of 100")
        lost = round(round(alone.in_time, 2) - round(found.in_time, 2), 2)
        sheet.add("lost_to_full_looks", lost, "of 100")
        for key in LINES:
            line = sheet.add(key, tables.default(key), "of 100")
            if abs(round(found.in_time, 2) - line.value) <= NEAR + 1e-9:
                edge = key
        if looks.days < DAYS:
            other = replace(looks, states_hours=not said)
            otherwise = answered(care.messages, minutes, other, promise, care.weekend) or found
            key = "on_the_clock" if said else "if_stated"
            sheet.add(key, otherwise.in_time, "of 100")
    return sheet.result(
        overloaded=found is None,
        idle=idle,
        edge=edge,
        to_the_last=looks.to_the_last,
        looks_spent=looks.to_the_last and promise >= looks.look_hours,
        looks_decide=alone is not None and alone.wait_hours >= queue,
        states_hours=said,
        weekend=care.weekend,
        open_hours=looks.open_hours,
        looks=looks.hours,
        week=stretches(clock),
        promised=promised,
    )
