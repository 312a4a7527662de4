"""Questions in public: how many a day somebody can answer, and what is left after a quarter.

A question takes one answer of ours, a conversation several (``content.talk_hours``).
"""

from helpers.data.tables import Tables
from helpers.models.result import Result, Series, Sheet, nice_limit

WEEKS = 13
"""A quarter of a year."""
WEEK = 7
"""Questions come on all of its days, whether somebody looks or not."""
EXAMPLES = (1, 2, 3, 5, 10)
"""Questions a day that are compared."""


def held(minutes_a_day: float, days: float, tables: Tables) -> float:
    """Questions a week that can be answered in that time: D·v / τ."""
    return minutes_a_day * days / tables.expected("handling_minutes")


def unanswered(a_day: float, minutes_a_day: float, days: float, tables: Tables) -> float:
    """What has piled up after a quarter: what comes beyond what is held, week after week."""
    return max(a_day * WEEK - held(minutes_a_day, days, tables), 0.0) * WEEKS


def answer(a_day: float, minutes_a_day: float, days: float, tables: Tables) -> Result:
    """How many questions a day are held, and the pile after a quarter, here and for others.

    ``held.day`` is for each of the seven days of a week, as questions come on all of them, and
    so are ``talks.day``, whole conversations.
    """
    sheet = Sheet()
    sheet.add("asked.day", a_day, "count")
    sheet.add("minutes_a_day", minutes_a_day, "minutes")
    sheet.add("days", days, "days")
    sheet.add("weeks", WEEKS, "count")
    sheet.add("handling", tables.expected("handling_minutes"), "minutes")
    sheet.add("time_minutes", minutes_a_day * days, "minutes")
    a_week = sheet.add("held.week", held(minutes_a_day, days, tables), "questions a week").value
    a_day_held = sheet.add("held.day", a_week / WEEK, "a week").value
    each = tables.default("talk_messages")
    sheet.add("talk_messages", each, "count")
    sheet.add("talks.day", a_day_held / each if each else 0.0, "a week")
    pile = round(unanswered(a_day, minutes_a_day, days, tables))
    sheet.add("pile.here", pile, "whole")
    for number in EXAMPLES:
        there = round(unanswered(number, minutes_a_day, days, tables))
        sheet.add(f"asked.{number}", number, "count")
        sheet.add(f"week.{number}", number * WEEK, "count")
        sheet.add(f"answered.{number}", min(number * WEEK, a_week), "questions a week")
        sheet.add(f"pile.{number}", there, "whole")
    end = nice_limit(max(1.25 * a_day, 1.5 * a_day_held, 1.0))
    at = tuple(sorted({0.0, a_day_held, end}))
    curve = tuple(unanswered(n, minutes_a_day, days, tables) for n in at)
    return sheet.result(
        idle=not a_week,
        curve=Series(at, {"pile": curve}),
        top=nice_limit(1.05 * max(pile, curve[-1], 1.0)),
    )
