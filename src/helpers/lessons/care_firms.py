"""Lesson 05, explore: how one page of the practice, or of any other firm, is answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.lessons.whose import OURS, firm
from helpers.models import care, company_plan, days, effort, replies
from helpers.models.care import HOURLY
from helpers.models.looks import DAYS, looks_at, looks_of
from helpers.models.replies import Care
from helpers.models.result import Result
from helpers.studio.declared import Choice, CompanyField, Ledger, Options, Subject
from helpers.studio.following import Following
from helpers.studio.studio import Preset, Presets
from helpers.views.sawtooth import SawtoothView
from helpers.words import locale
from helpers.words.locale import N_, _, number, plain

ASKED = "physiotherapy"
"""The case firm of the prediction, where explore begins."""


def estimated(known: Company, tables: Tables, networks: tuple[str, ...]) -> float:
    """Messages a week: the company's own count, or what these networks would bring."""
    if known.messages is not None:
        return known.messages
    plan = company_plan.plan_of(known, tables, known.level, networks=networks)
    counts = effort.answering(plan, tables, effort.Units(tables))
    return round(float(sum(counts.values())), 2)


def care_of(known: Company, tables: Tables) -> Care:
    """How a firm answers what comes by the page that it would begin with, or by all, if counted."""
    first = company_plan.first_network(known, tables)
    return Care(
        estimated(known, tables, (first,)),
        looks_of(known, tables),
        known.promise_hours,
        tables.default("weekend_rate"),
    )


def answered(known: Company, asked: Care, tables: Tables) -> Result:
    """The week of a firm's first page: what is kept, and what care and reputation take."""
    first = company_plan.first_network(known, tables)
    plan = replace(days.plan_of(known, tables, first, known.level), messages=asked.messages)
    hours = care.hours(plan, tables, asked.looks.days)
    result = replies.answer(asked, tables).joined(hours)
    facts = {"firm": known.name, "network": first, "everywhere": known.messages is not None}
    return replace(result, facts={**result.facts, **facts})


def rhythms(our: Subject) -> Options:
    """Looks a day, as the hours from one to the next: once, halving from there, our own."""
    hours, span = company.field("look_hours"), our.tables.default("look_span")
    apart = [hours.default, span, span / 2, span / 4, hours.low, our.company.look_hours]
    a_day = {looks_at(our.tables, 1, h, 0, False).a_day: h for h in apart if h >= hours.low}
    some = [
        (_("{looks}, {hours} h apart").format(looks=number(n), hours=plain(h)), h)
        for n, h in sorted(a_day.items())
        if n > 1
    ]
    return [(_("one"), a_day[1]), *some] if 1 in a_day else some


def looks_a_day(**how: object) -> CompanyField:
    """Looks a day as a choice: between one a day and two, a slider of hours would do nothing."""
    return CompanyField("look_hours", label=N_("Looks a day"), options=rhythms, **how)


def _ours_counts(our: Subject) -> bool:
    """Whether our own inbox is another than that of an example."""
    cases = company.cases().values()
    return facts(our.company, our.tables) not in [facts(case, our.tables) for case in cases]


def _firms(our: Subject) -> Options:
    cases = company.cases()
    found = [(case.name, key) for key, case in cases.items()]
    yours = _("Yours: {name}").format(name=our.company.name)
    return [*found, (yours, OURS)] if _ours_counts(our) else found


def _asked(name: str) -> Callable[[Subject], object]:
    """A fact of the firm where explore begins."""
    return lambda our: facts(company.case(ASKED), our.tables)[name]


@dataclass(frozen=True)
class Answering:
    """The state of the explore studio."""

    days: Annotated[float, CompanyField("answer_days", start=_asked("days"), group=N_("Our looks"))]
    look: Annotated[float, looks_a_day(start=_asked("look"))]
    states: Annotated[bool, CompanyField("states_hours", start=_asked("states"))]
    messages: Annotated[float, CompanyField(start=_asked("messages"), group=N_("Their messages"))]
    weekend: Annotated[float, Ledger("weekend_rate")]
    promise: Annotated[
        float,
        CompanyField("promise_hours", start=_asked("promise"), group=N_("Promise and minutes")),
    ]
    minutes: Annotated[float, CompanyField("answer_minutes", start=_asked("minutes"))]
    firm: Annotated[
        str, Choice(label=N_("Whose firm"), options=_firms, start=ASKED, group=N_("Whose firm"))
    ]


def facts(known: Company, tables: Tables) -> Mapping[str, object]:
    """What the controls show of a firm."""
    asked = care_of(known, tables)
    return {
        "days": float(known.answer_days),
        "look": known.look_hours,
        "states": known.states_hours,
        "messages": asked.messages,
        "promise": known.promise_hours,
        "minutes": known.answer_minutes,
    }


def _presets(known: Company, tables: Tables) -> Presets:
    asked, most = care_of(known, tables), company.field("answer_minutes").slider_to
    hourly = min(care.oftener(asked).looks.minutes_a_day, most)
    minutes = min(2 * known.answer_minutes, most)
    times = tables.default("bad_week")
    bad = min(times * asked.messages, company.field("messages").slider_to)
    after = min(known.answer_days, DAYS - 1)
    more = _("One day more ({day})").format(day=locale.weekdays("wide")[after])
    found = {
        "day": Preset(more, {"days": float(after + 1)}),
        "hourly": Preset(
            _("A look every hour, each with its own minutes"),
            {"look": HOURLY, "minutes": hourly},
        ),
        "minutes": Preset(_("Twice the minutes"), {"minutes": minutes}),
        "say": Preset(_("Say our days"), {"states": True}),
        "storm": Preset(
            _("Bad weeks without end: {times} times the messages").format(times=plain(times)),
            {"messages": bad},
        ),
    }
    if known.answer_days == DAYS:
        del found["day"]
    if known.states_hours or known.answer_days == DAYS:
        del found["say"]
    return found


def studio(our: Subject) -> Following:
    """Looks, messages and promise of a firm, and how often the promise is kept."""
    tables, ours = our.tables, our.company

    def model(state: Answering) -> Result:
        looks = looks_at(tables, state.days, state.look, state.minutes, state.states)
        asked = Care(state.messages, looks, state.promise, state.weekend)
        return answered(firm(state.firm, ours), asked, tables)

    return Following(
        our,
        Answering,
        model,
        SawtoothView(tables),
        presets=lambda key: _presets(firm(key, ours), tables),
        facts=lambda key: facts(firm(key, ours), tables),
    )
