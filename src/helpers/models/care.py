"""Care or reputation: what each takes of a plan's hours, and what a change of looks would bring.

Care is reading and answering, a rhythm on every answering day; reputation is making and planning
posts, a batch. Both are hours of ``effort.required``, so that no lesson counts otherwise.
"""

from dataclasses import replace

from helpers.data.tables import Tables
from helpers.models import effort, replies
from helpers.models.effort import POSTING
from helpers.models.looks import DAY, DAYS, Looks, answered, without_queue
from helpers.models.plan import Plan
from helpers.models.replies import Care
from helpers.models.result import Result, Sheet
from helpers.models.tenths import add_printed

CARE, BOTH = "care", "both"
"""What the pages are for: answers alone, or posts and the answers that these ask for."""
HOURLY = 1.0
"""Hours from one look to the next where somebody looks every hour."""
SHARED = ("common", "ads", "further")


def chosen(plan: Plan, choice: str) -> Plan:
    """The plan with posts, or without any."""
    return replace(plan, posting=choice != CARE)


def hours(plan: Plan, tables: Tables, days: float) -> Result:
    """Hours a week of ``care`` and ``reputation``, and whole minutes of care on an answering day.

    The minutes are ``answer_each``, of answers, and ``read_each``, of reading and joining in: only
    the first are those that an own firm sets, and the two add up.

    Reputation is what posts would take, whether the plan has any. ``care_alone`` is what it
    takes without them, meeting and further work included.
    """
    sheet = Sheet()
    need = effort.expected(chosen(plan, BOTH), tables)
    posted = sum(float(parts[kind]) for parts in need.by_network.values() for kind in POSTING)
    reputation = posted - sum(map(float, need.reused.values()))
    shared = float(need.shared + need.coordination + need.briefing + need.ads + need.further)
    care = float(need.total) - reputation - shared
    sheet.add("care", care, "hours")
    sheet.add("reputation", reputation, "hours")
    sheet.add("care_alone", effort.expected(chosen(plan, CARE), tables).total, "hours")
    if days > 0:
        each = round(60 * care / days)
        answers = sum(float(parts["answering"]) for parts in need.by_network.values())
        sheet.add("care_each", each, "minutes")
        sheet.add("answer_each", min(round(60 * answers / days), each), "minutes")
        sheet.add("read_each", each - sheet.value("answer_each"), "minutes")
    return sheet.result()


def answer(plan: Plan, tables: Tables, days: float) -> Result:
    """Hours required and available of ``effort.answer``, with care and reputation as parts.

    ``printed.care`` and, where there are posts, ``printed.reputation`` add up, with what is in
    common, to the hours required as they are printed. ``care_missing`` is what care alone would
    lack of the hours that there are, or leave; ``care_over`` its sign. ``care_enough`` is the
    share of plausible estimates whose work care alone would leave covered, ``care_verdict`` what
    that means by the rule of ``effort.answer``.
    """
    whole, parts, sheet = effort.answer(plan, tables), hours(plan, tables, days), Sheet()
    shared = [key for key in SHARED if key in whole]
    for key in ("required", *shared):
        sheet.copy(whole[key])
    for key in parts:
        sheet.copy(parts[key])
    add_printed(sheet, "required", ["care", "reputation"] if plan.posting else ["care"], shared)
    over = round(parts.value("care_alone"), 1) - round(whole.value("available"), 1)
    sheet.add("care_missing", abs(over), "hours")
    alone = effort.answer(chosen(plan, CARE), tables) if plan.posting else whole
    sheet.add("care_enough", alone.value("enough"), "tenths")
    facts = {"care_over": (over > 0) - (over < 0), "care_verdict": alone.facts["verdict"]}
    return whole.joined(sheet.result(**facts))


def oftener(care: Care) -> Care:
    """Looks every hour of the same days, each as long as those that there are."""
    hourly = replace(care.looks, look_hours=HOURLY)
    minutes = care.looks.minutes_a_day * hourly.a_day / care.looks.a_day
    return replace(care, looks=replace(hourly, minutes_a_day=minutes))


def one_day_more(care: Care) -> Care:
    """One day more on which somebody looks: after five it is Saturday."""
    return replace(care, looks=replace(care.looks, days=min(care.looks.days + 1, DAYS)))


def walked(care: Care, tables: Tables) -> Result:
    """Of 100 messages, how many are answered in time, from what one thinks to what happens.

    ``naive``: as if somebody looked on all seven days. ``gaps``: with the days that there are,
    every look answering all. ``full``: with looks that fill up. ``hourly`` and ``day``: with looks
    every hour, and with one day more. Somebody has to look. ``late``: the first hours of the
    longest gap, which break the promise; ``cut``: what looks every hour take off it;
    ``full_lost`` and ``hourly_lost``: promises that full looks break, now and with them.
    ``short_kept``: no gap but the longest breaks a promise.
    """
    sheet, often = Sheet(), oftener(care)
    minutes = tables.expected("handling_minutes") * care.quickness
    daily = replace(care.looks, days=DAYS, states_hours=False)
    sheet.add("promise", care.promise_hours, "clock hours")
    sheet.add("days", care.looks.days, "days")
    longest = sheet.add("longest", max(care.looks.gaps), "clock hours").value
    sheet.add("late", max(longest - care.promise_hours, 0.0), "clock hours")

    def alone(looks: Looks) -> float:
        found = without_queue(looks, care.promise_hours, care.weekend)
        return 0.0 if found is None else found.in_time

    def simulated(other: Care) -> float:
        found = answered(other.messages, minutes, other.looks, other.promise_hours, other.weekend)
        return 0.0 if found is None else found.in_time

    sheet.add("naive", alone(daily), "of 100")
    sheet.add("gaps", alone(care.looks), "of 100")
    sheet.add("full", simulated(care), "of 100")
    sheet.add("hourly", simulated(often), "of 100")
    sheet.add("day", simulated(one_day_more(care)), "of 100")
    sheet.add("more_looks", (often.looks.a_day - care.looks.a_day) * care.looks.days, "count")
    sheet.add("cut", max(care.looks.gaps) - max(often.looks.gaps), "clock hours")
    for key, looks in (("full", care.looks), ("hourly", often.looks)):
        lost = round(round(alone(looks), 2) - round(sheet.value(key), 2), 2)
        sheet.add(f"{key}_lost", lost, "of 100")
    return sheet.result(short_kept=care.promise_hours >= DAY)


def fits(care: Care, tables: Tables) -> bool:
    """Whether the messages fit into the answering time, so that a wait has a number."""
    minutes = tables.expected("handling_minutes") * care.quickness
    looks = care.looks
    return replies.load(care.messages, minutes, looks.days, looks.minutes_a_day) < 1
