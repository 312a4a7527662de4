"""Answering messages: load, wait and what is answered in time; live chat by Erlang C."""

import math
import typing
from dataclasses import dataclass, replace

import numpy as np

from helpers.data.tables import Tables
from helpers.models.looks import DAY, SEED, WEEK, Looks, answered, without_queue
from helpers.models.result import Result, Series, Sheet, nice_limit
from helpers.models.seeded import Number


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


def erlang_b(traffic: float, people: int) -> float:
    """Share of calls lost where nobody can wait, by the usual recursion (Erlang 1917)."""
    blocked = 1.0
    for n in range(1, people + 1):
        blocked = traffic * blocked / (n + traffic * blocked)
    return blocked


def erlang_c(traffic: float, people: int) -> float:
    """Probability that a caller has to wait (Erlang 1917); 1 where the traffic is too much.

    ``traffic`` is arrivals times handling time, in Erlang. No caller gives up in this
    model, so it asks for more people than would be needed.
    """
    if traffic >= people:
        return 1.0
    blocked = erlang_b(traffic, people)
    return people * blocked / (people - traffic * (1 - blocked))


@dataclass(frozen=True)
class Chat:
    """How live chat goes: traffic in Erlang, shares 0–1, seconds; None where it piles up."""

    traffic: float
    waits: float
    in_time: float
    seconds: float | None


def chat(
    calls: float, minutes_each: float, people: int, target_seconds: float, at_once: float = 1.0
) -> Chat:
    """Live chat by Erlang C: service level 1 − P_w e^(−(N−A) t/T) and average wait P_w T/(N−A).

    ``calls`` arrive in an hour; ``at_once`` is by how much chatting with several at a
    time divides the handling time.
    """
    handling = minutes_each * 60 / at_once
    traffic = calls * handling / 3600
    waits = erlang_c(traffic, people)
    if traffic >= people:
        return Chat(traffic, waits, 0.0, None)
    rate = (people - traffic) / handling
    in_time = 1 - waits * math.exp(-rate * target_seconds)
    return Chat(traffic, waits, in_time, waits / rate)


@dataclass(frozen=True)
class Care:
    """How messages are answered: messages a week, when somebody looks, the promise in hours."""

    messages: float
    looks: Looks
    promise_hours: float


POINTS = 15
"""Samples of a curve, each a simulation: a step of a control must answer at once."""
POINT_MESSAGES = 4000
"""Messages that are simulated for a point of the curve: it is drawn, not quoted."""
TO_BE_ASKED = "?"
"""Stands for the name of a stand-in who is still to be asked."""

EXPECTATIONS = ("care-001", "care-002", "care-003")
"""Shares who expect an answer at once, within an hour, within a day (one survey)."""
EXPECTED_HOURS = (0.0, 1.0, 24.0)
"""The same in hours, as the survey asked."""


def answer(care: Care, tables: Tables) -> Result:
    """Load, wait, share answered in time, and what of it comes from the looks alone.

    ``teeth`` is the wait for the next look by the day of the week on which a message comes,
    ``curve`` the share in time by messages a week, as far as they fit into the time.
    """
    sheet = Sheet()
    looks = care.looks
    minutes = tables.expected("handling_minutes")
    full = tables.default("full_load")
    time = looks.days * looks.minutes_a_day
    sheet.add("messages", care.messages, "messages")
    sheet.add("minutes_a_day", looks.minutes_a_day, "minutes")
    sheet.add("days", looks.days, "days")
    sheet.add("promise", care.promise_hours, "clock hours")
    sheet.add("handling", minutes, "minutes")
    sheet.add("full", full, "share")
    sheet.add("hours", care.messages * minutes / 60, "hours")
    sheet.add("full_messages", full * time / minutes, "messages")
    used = load(care.messages, minutes, looks.days, looks.minutes_a_day)
    idle = time == 0
    if not idle:
        sheet.add("load", used, "share")
    alone = without_queue(looks, care.promise_hours)
    if alone is not None:
        sheet.add("a_day", looks.a_day, "count")
        sheet.add("longest", max(looks.gaps), "clock hours")
        sheet.add("look_part", alone.wait_hours, "clock hours")
        sheet.add("looks_in_time", alone.in_time, "share")
    found = None
    if used < 1:
        found = answered(care.messages, minutes, looks, care.promise_hours)
    elif not idle:
        sheet.add("pile", care.messages - time / minutes, "messages")
    queue = 0.0
    if found is not None and alone is not None:
        queue = max(found.wait_hours - alone.wait_hours, 0.0)
        sheet.add("wait", found.wait_hours, "clock hours")
        sheet.add("queue_part", queue, "clock hours")
        sheet.add("in_time", found.in_time, "share")
        if looks.days < 7 and not looks.states_hours:
            said = replace(looks, states_hours=True)
            stated = answered(care.messages, minutes, said, care.promise_hours)
            sheet.add("if_stated", found.in_time if stated is None else stated.in_time, "share")
    sooner = 0.0
    for key, hours in zip(EXPECTATIONS, EXPECTED_HOURS, strict=True):
        share = tables.evidence[key].value / 100
        sheet.add(key, share, "share")
        if found is None or found.wait_hours > hours:
            sooner = share
            sheet.add("sooner", share, "share")
    return sheet.result(
        overloaded=found is None,
        idle=idle,
        looks_decide=alone is not None and alone.wait_hours >= queue,
        states_hours=looks.states_hours,
        sooner=sooner,
        teeth=_teeth(looks),
        curve=_curve(care, minutes, time / minutes),
        top=nice_limit(max(1.25 * care.messages, 1.3 * full * time / minutes, 4.0)),
    )


def _teeth(looks: Looks) -> Series:
    """Hours that count until the next look, by the days since the week began."""
    hours = looks.hours
    if not hours:
        return Series((0.0, 7.0), {"wait": (math.nan, math.nan)})
    points = [(0.0, hours[0])]
    for hour, gap in zip(hours, looks.gaps, strict=True):
        points += [(hour, 0.0), (hour, gap)]
    points += [(looks.open_hours, hours[0]), (WEEK, hours[0])]
    x, y = zip(*points, strict=True)
    return Series(tuple(hour / DAY for hour in x), {"wait": y})


def _curve(care: Care, minutes_each: float, fitting: float) -> Series:
    """The share in time for each number of messages up to those that just fit into the time."""
    counts = [0.999 * fitting * i / (POINTS - 1) for i in range(POINTS)]
    found = [
        answered(n, minutes_each, care.looks, care.promise_hours, SEED, POINT_MESSAGES)
        for n in counts
    ]
    shares = tuple(math.nan if f is None else f.in_time for f in found)
    return Series(tuple(counts), {"in_time": shares})


def chat_answer(calls: float, minutes: float, people: int, at_once: int, tables: Tables) -> Result:
    """Live chat at this staffing, and the service level for every number of people up to 12."""
    sheet = Sheet()
    target = tables.default("chat_target")
    speed = tables.default(f"concurrency_{at_once}")
    here = chat(calls, minutes, people, target, speed)
    sheet.add("calls", calls, "messages")
    sheet.add("minutes", minutes, "minutes")
    sheet.add("people", people, "people")
    sheet.add("at_once", at_once, "factor")
    sheet.add("speed", speed, "factor")
    sheet.add("target", target, "seconds")
    sheet.add("traffic", here.traffic, "factor")
    sheet.add("waits", here.waits, "share")
    sheet.add("in_time", here.in_time, "share")
    if here.seconds is not None:
        sheet.add("seconds", here.seconds, "seconds")
    most = max(12, people)
    levels = [chat(calls, minutes, number, target, speed).in_time for number in range(1, most + 1)]
    good = tables.default("good_service")
    sheet.add("good", good, "share")
    enough = next((n for n, level in enumerate(levels, 1) if level >= good), None)
    if enough is not None:
        sheet.add("enough", enough, "people")
    numbers = tuple(float(n) for n in range(1, most + 1))
    return sheet.result(
        overloaded=here.seconds is None, curve=Series(numbers, {"in_time": tuple(levels)})
    )
