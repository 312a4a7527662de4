"""The own task of lesson 00: hours for one page, by name, and what they are taken from."""

import re
from dataclasses import dataclass, replace
from typing import Annotated

from helpers.company import Company, Person
from helpers.data.tables import Tables
from helpers.models import company_plan, days, effort
from helpers.models.company_plan import SOMEBODY
from helpers.models.plan import leader
from helpers.models.result import Result
from helpers.studio.declared import CompanyField, Hours, Network, OfLeader, Subject
from helpers.words.locale import N_, _


@dataclass(frozen=True, kw_only=True)
class Beginning(Network):
    """The network that the company would begin with: saved as the first that it talks about."""

    def saved(self, lesson: Subject, value: object) -> dict[str, object]:
        return {"networks": [value, *(n for n in lesson.company.networks if n != value)]}


@dataclass(frozen=True)
class Promise:
    """The state of the own task."""

    who: Annotated[
        str, OfLeader(part="name", label=N_("Who keeps the page?"), group=N_("The promise"))
    ]
    hours: Annotated[float, Hours()]
    taken_from: Annotated[
        str,
        OfLeader(
            part="taken_from",
            label=N_("Taken from what?"),
            hint=N_("such as: the Friday offers"),
        ),
    ]
    network: Annotated[str, Beginning(label=N_("We would begin with"), group=N_("The page"))]
    level: Annotated[str, CompanyField()]


def source(said: str) -> str:
    """What hours are said to be taken from; nothing where that is no answer, such as “none”."""
    heard = " ".join(re.findall(r"[\w'/]+", said.casefold().replace("’", "'")))
    none = _(
        "nothing, nothing yet, nothing at all, none, no, nobody, n/a, don't know, i don't know"
    )
    if heard in none.split(", ") or not any(letter.isalpha() for letter in heard):
        return ""
    return said.strip()


def beside(firm: Company, network: str) -> tuple[str, ...]:
    """The networks that a firm plans beside this one."""
    return tuple(other for other in firm.networks if other != network)


def people(known: Company, state: Promise) -> tuple[Person, ...]:
    """The company's people once the promise is made."""
    return company_plan.people_with(known, state.hours, state.who.strip(), state.taken_from.strip())


def answer(known: Company, tables: Tables, state: Promise) -> Result:
    """What the page takes and what is promised for it.

    Facts: ``promiser``, who is asked, ``named``, whether by a name, and ``taken_from``, what
    that person's hours are taken from; ``unsourced``, the places of all whose hours are taken from
    nothing.
    """
    everybody = people(known, state)
    plan = days.plan_of(known.changed(people=everybody), tables, state.network, state.level)
    result = effort.answer(plan, tables)
    place = leader(known.people)
    asked = state.who.strip() or (SOMEBODY if place is None else known.people[place].name)
    unsourced = tuple(n for n, p in enumerate(everybody) if p.hours and not source(p.taken_from))
    facts = {
        "promiser": asked if state.hours else "",
        "named": bool(state.who.strip()),
        "taken_from": source(state.taken_from),
        "level": state.level,
        "others": beside(known, state.network),
        "unsourced": unsourced,
    }
    pace = days.pace(tables, state.network, {"promised": state.level})
    told = pace.joined(days.a_year(result.value("required")))
    told = told.joined(days.without(plan, tables, unsourced))
    return replace(result, facts={**result.facts, **facts}).joined(told)
