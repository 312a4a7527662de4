"""Who does it, and the plan until the review with its hours."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from helpers.data.tables import Tables
from helpers.findings import Findings
from helpers.memo.document import Line, Plan
from helpers.memo.own_words import shortened
from helpers.memo.stopping import near_day
from helpers.models.ninety_days import ADVISER, Left, NinetyDays, Step
from helpers.models.plan_days import SET_UP
from helpers.models.roles import SHORT
from helpers.views.words import Speaker
from helpers.words import locale, units
from helpers.words.locale import _

PERSON, PERSON_WORDS = 30, 3
"""Letters and words of a person's name."""
FEW = 2
"""Of so many pieces some are done before others."""
LOOKED_AFTER = ("sheet", "six", "review")
"""Tasks whose days stand under the stop rule as well."""
OWN_POSTS = "own_posts"
"""The task that asks for no page, but for people who are there with their names."""
PHASES = 2
"""Before the first post, and from then on."""
HELPERS = 2
"""So many who help are named."""


def who_sentence(found: Findings) -> str:
    """Everybody with what they do, once, and the hours of each who works on the plan."""
    who, shares = found.who, found.shares
    split = len(shares) > 1
    does = [_("posts"), _("answers")] if found.signed else [_("does the plan")]
    if split and not found.signed:
        does = [_("works on the plan")]
    told: dict[str, list[str]] = {}
    for name, tasks in ((who.decides, [_("decides")]), (who.does, does)):
        if name:
            told.setdefault(name, []).extend(tasks)
    if who.counts:
        told.setdefault(who.counts, []).append(_("reports"))
    if who.stands_in and who.stands_in != who.does:
        told.setdefault(who.stands_in, []).extend(_stands_in(found, split))
    sentences = []
    for name, what in told.items():
        said = _("{name} {does}.")
        if name in shares:
            said = _("{name} {does}: {hours}.")
        hours = units.written(shares.get(name, 0.0), "hours")
        sentences.append(said.format(name=_short(name), does=locale.listing(what), hours=hours))
    if split and "" in shares:
        sentences.append(_("Bought: {hours}.").format(hours=units.written(shares[""], "hours")))
    sentences += _helpers([name for name in who.helps if name not in told], shares, split)
    if SHORT in shares:
        hours = units.written(shares[SHORT], "hours")
        sentences.append(_("Nobody yet: {hours}, from ______ (name).").format(hours=hours))
    if not who.decides:
        sentences.append(_("Nobody is named who decides."))
    if not who.does:
        sentences.append(_("Nobody has promised an hour."))
    elif not who.stands_in or who.stands_in == who.does:
        sentences.append(_("Nobody stands in."))
    return " ".join(sentences)


def _helpers(names: list[str], shares: Mapping[str, float], split: bool) -> Iterator[str]:
    """Who helps for so many hours, and who has promised some that the plan does not take."""
    working = [name for name in names if split and name in shares]
    reserve = [name for name in names if name not in working]
    for name in working[:HELPERS]:
        hours = units.written(shares[name], "hours")
        yield _("{name} helps: {hours}.").format(name=_short(name), hours=hours)
    if others := working[HELPERS:]:
        hours = units.written(round(sum(shares[name] for name in others), 1), "hours")
        yield _("Others: {hours}.").format(hours=hours)
    if reserve[HELPERS:]:
        yield _("Not needed yet: {names}.").format(names=locale.number(len(reserve)))
    elif reserve:
        names = [_short(name) for name in reserve]
        yield _("Not needed yet: {names}.").format(names=locale.listing(names))


def _short(name: str) -> str:
    return shortened(name, PERSON, PERSON_WORDS)


def _stands_in(found: Findings, split: bool) -> list[str]:
    """With the hours a week that are there of the promised ones; or with a part of the plan."""
    hours = found.kept.get(found.who.stands_in, 0.0)
    if not hours:
        return [_("stands in, without promised hours")]
    if split and found.who.stands_in in found.shares:
        return [_("helps"), _("stands in")]
    return [_("stands in ({hours} a week)").format(hours=units.written(hours, "hours"))]


def plan_lines(
    found: Findings, least: bool = False, bare: bool = False, split: bool = True
) -> Iterator[Line]:
    """The plan as lines of when, what and hours, and what has no hours.

    ``least``: what is looked after stands on one line; ``bare``: so does what is due on one day.
    ``split``: what lacks is told from its day on, and not only who gives it.
    """
    planned, tables = found.ninety_days, found.tables
    speak = Speaker(found.plan)
    steps: tuple[tuple[str, str, float], ...] = tuple(
        (_when(step), _with_halfway(step, found, least, bare), step.hours)
        for step in planned.steps
        if not least or step.task not in LOOKED_AFTER
    )
    if bare:
        steps = tuple(_of_one_day(steps))
    rows = tuple((when, what, _hours(hours)) for when, what, hours in steps)
    looked = [step for step in planned.steps if least and step.task in LOOKED_AFTER]
    if looked:
        what = _(", ").join(_looked_after(step, planned, tables) for step in looked)
        hours = _hours(round(sum(step.hours for step in looked), 1))
        rows = (*rows, (_("by {day}").format(day=near_day(planned.days.review)), what, hours))
    left = ""
    if planned.left:
        left = _left(planned, tables)
    if not rows:
        yield left or _("Nothing is planned.")
        return
    total = _("of {there} available").format(there=speak("plan.there"))
    yield Plan(rows, (total, speak("plan.hours")), left, _short_of(found) if split else "")


def _left(planned: NinetyDays, tables: Tables) -> str:
    """What has no hours; of what is begun the rest, and where hours are left, why none of them do.

    Hours before the first post are not saved up for the weeks after it.
    """
    begun = {step.task for step in planned.steps}
    names = []
    for one in planned.left:
        name = step_name(one, tables)
        names.append(_("{task} more").format(task=name) if one.task in begun else name)
    said = _("No hours for: {tasks}.")
    spare = round(planned.there - planned.hours, 1)
    rows = tables.tasks.loc[[one.task for one in planned.left]]
    least = min(rows["hours"].where(rows["parts"], rows["hours"] * [o.count for o in planned.left]))
    if len(planned.phases) == PHASES and spare >= least > 0:
        said = _("From {day} on too few hours for: {tasks}.")
    day = near_day(planned.phases[-1].start)
    return said.format(day=day, tasks="; ".join(names))


def _of_one_day(rows: Iterable[tuple[str, str, float]]) -> Iterator[tuple[str, str, float]]:
    """Lines, where those of one day are one."""
    for when, group in groupby(rows, key=lambda row: row[0]):
        same = list(group)
        what, hours = [row[1] for row in same], [row[2] for row in same]
        yield when, _(", ").join(what), round(sum(hours), 1)


def _looked_after(step: Step, planned: NinetyDays, tables: Tables) -> str:
    """A task that is looked after, with its day where that is another than the review."""
    name = _(tables.tasks.at[step.task, "name"])
    if step.spread or step.end == planned.days.review:
        return name
    return _("{task} ({day})").format(task=name, day=near_day(step.end))


def _short_of(found: Findings) -> str:
    """What the weeks of posts take and have, where they have less: no hours are saved up."""
    phases, speak = found.ninety_days.phases, Speaker(found.plan)
    if len(phases) < PHASES or not phases[-1].short:
        return ""
    said = _("From {day}: {needed} needed, {there} there.")
    return said.format(
        day=near_day(phases[-1].start),
        needed=speak("phase.needed"),
        there=speak("phase.there"),
    )


def _with_halfway(step: Step, found: Findings, least: bool, bare: bool) -> str:
    """A step; of pieces, how many of them the loss by week six counts.

    ``least``: without the fee, which the advice says; ``bare``: without what the verdict opens.
    """
    tables, six = found.tables, found.ninety_days.days.six
    name = step_name(step, tables)
    if step.task == ADVISER and least:
        return str(_(tables.tasks.at[step.task, "name"]))
    if step.task == SET_UP and bare:
        return str(_(tables.tasks.at[step.task, "name"]))
    if step.task == OWN_POSTS:
        network = tables.name("network", found.decision.nearest)
        return _("{task}, no page: {network}").format(task=name, network=network)
    if six is None or tables.tasks.at[step.task, "per"] != "piece" or step.count < FEW:
        return name
    if step.early and step.end <= six:
        return name
    if step.early and step.first and step.early == step.done_by(six):
        six = step.first
    done = locale.number(step.done_by(six))
    return _("{task} ({done} by {day})").format(task=name, done=done, day=near_day(six))


def _hours(hours: float) -> str:
    return units.written(hours, "hours")


def _when(step: Step) -> str:
    if step.start == step.end:
        return near_day(step.end)
    if step.goes_on:
        return _("from {day}").format(day=near_day(step.start))
    return _("by {day}").format(day=near_day(step.end))


def step_name(step: Step | Left, tables: Tables) -> str:
    """A task, with its networks or how many of it."""
    name = _(tables.tasks.at[step.task, "name"])
    per = tables.tasks.at[step.task, "per"]
    if step.networks:
        names = locale.listing([tables.name("network", n) for n in step.networks])
        return _("{task}: {networks}").format(task=name, networks=names)
    if per == "person" or (per in ("piece", "level") and tables.tasks.at[step.task, "parts"]):
        return _("{task}: {count}").format(task=name, count=locale.number(step.count))
    if step.task == ADVISER:
        fee = units.written(tables.default("fee"), "euros")
        return _("{task} (fee {fee})").format(task=name, fee=fee)
    return name
