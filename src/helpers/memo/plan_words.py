"""Who does it, and the plan until the review with its hours."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.findings import Findings
from helpers.memo.document import Line, Plan
from helpers.memo.own_words import shortened
from helpers.memo.stopping import near_day
from helpers.models.ninety_days import ADVISER, Left, Step
from helpers.models.roles import Who
from helpers.views.words import Speaker
from helpers.words import locale, units
from helpers.words.locale import _, plural

PERSON, PERSON_WORDS = 30, 3
"""Letters and words of a person's name."""
HELPERS = 2
"""So many who help are named."""


def who_sentence(found: Findings) -> str:
    """Everybody with what they do, once."""
    who = found.who
    does = [_("posts"), _("answers")] if found.signed else [_("does the plan")]
    told: dict[str, list[str]] = {}
    for name, tasks in ((who.decides, [_("decides")]), (who.does, does)):
        if name:
            told.setdefault(name, []).extend(tasks)
    if who.counts:
        told.setdefault(who.counts, []).append(_("reports"))
    if who.stands_in and who.stands_in != who.does:
        told.setdefault(who.stands_in, []).append(_stands_in(who))
    sentences = [
        _("{name} {does}.").format(name=_short(name), does=locale.listing(what))
        for name, what in told.items()
    ]
    helps = [name for name in who.helps if name not in told]
    if helps[HELPERS:]:
        sentences.append(
            plural("{number} more helps.", "{number} more help.", len(helps)).format(
                number=len(helps)
            )
        )
    elif helps:
        names = locale.listing([_short(name) for name in helps])
        sentences.append(plural("{names} helps.", "{names} help.", len(helps)).format(names=names))
    if not who.decides:
        sentences.append(_("Nobody is named who decides."))
    if not who.does:
        sentences.append(_("Nobody has promised an hour."))
    elif not who.stands_in or who.stands_in == who.does:
        sentences.append(_("Nobody stands in."))
    return " ".join(sentences)


def _short(name: str) -> str:
    return shortened(name, PERSON, PERSON_WORDS)


def _stands_in(who: Who) -> str:
    hours = who.hours.get(who.stands_in, 0.0)
    if not hours:
        return _("stands in, without promised hours")
    return _("stands in ({hours} a week)").format(hours=units.written(hours, "hours"))


def plan_lines(found: Findings) -> Iterator[Line]:
    """The plan as lines of when, what and hours, and what has no hours."""
    planned, tables = found.ninety_days, found.tables
    speak = Speaker(found.plan)
    rows = tuple(
        (_when(step), step_name(step, tables), _hours(step.hours)) for step in planned.steps
    )
    left = ""
    if planned.left:
        names = [step_name(one, tables) for one in planned.left]
        left = _("No hours, so not planned: {tasks}.").format(tasks="; ".join(names))
    if not rows:
        yield left or _("Nothing is planned.")
        return
    total = _("of {there} there").format(there=speak("plan.there"))
    yield Plan(rows, (total, speak("plan.hours")), left)


def _hours(hours: float) -> str:
    return units.written(hours, "hours")


def _when(step: Step) -> str:
    if step.start == step.end:
        return near_day(step.end)
    if step.spread:
        return _("from {day}").format(day=near_day(step.start))
    return _("by {day}").format(day=near_day(step.end))


def step_name(step: Step | Left, tables: Tables) -> str:
    """A task, with its networks or how many of it."""
    name = _(tables.tasks.at[step.task, "name"])
    per = tables.tasks.at[step.task, "per"]
    if step.networks:
        names = locale.listing([tables.name("network", n) for n in step.networks])
        return _("{task}: {networks}").format(task=name, networks=names)
    if per in ("piece", "level") and tables.tasks.at[step.task, "parts"]:
        return _("{task}: {count}").format(task=name, count=locale.number(step.count))
    if step.task == ADVISER:
        fee = units.written(tables.default("fee"), "euros")
        return _("{task} (fee {fee})").format(task=name, fee=fee)
    return name
