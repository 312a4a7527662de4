"""Gate figures: what every gate is asked about a network, from a company whose facts may change."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from helpers.company import Company, Person, day, hours_field
from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import advice, company_plan, complexity, effort, fit, replies
from helpers.models.gates import Gate
from helpers.models.looks import answered, looks_of
from helpers.models.multicriteria import normalised, score
from helpers.models.plan import Plan, leader

SECOND_NAME = "second_name"
"""The fact that somebody else with promised hours answers, too."""
HELPER = "helper"
"""The fact that one more person promises so many hours, and answers where nobody else does."""
SOMEBODY = company_plan.SOMEBODY


@dataclass(frozen=True)
class Changed:
    """One fact put to another value: ``hours``, ``weekly.x``, ``topics``, ``level.x`` …"""

    key: str
    value: float


def changed(company: Company, steps: Iterable[Changed]) -> Company:
    """The company with these facts changed; nothing is saved."""
    for step in steps:
        company = _changed(company, step.key, step.value)
    return company


def _changed(company: Company, key: str, value: float) -> Company:
    group, _dot, name = key.partition(".")
    if key == "hours":
        people = list(company.people)
        place = leader(people)
        if place is not None:
            people[place] = replace(people[place], hours=value)
        return company.changed(people=tuple(people))
    if key == SECOND_NAME:
        helper = next((p.name for p in _others(company) if p.hours > 0), "")
        added = () if helper else (Person(SOMEBODY, hours_field().step),)
        return company.changed(stand_in=helper or SOMEBODY, people=(*company.people, *added))
    if key == HELPER:
        everybody = (*company.people, Person(SOMEBODY, value))
        name = company.stand_in or SOMEBODY
        return company.changed(people=everybody, stand_in=name)
    if key == "topics":
        written = [topic for topic in company.topics if topic.strip()]
        more = [SOMEBODY] * (round(value) - len(written))
        return company.changed(topics=(*written, *more))
    if group == "level":  # the name says it; the step is how many levels leaner that is
        return company.changed(level=name)
    if name:
        return company.changed(**{group: {**getattr(company, group), name: value}})
    # Days are counted, and a tick is a tick: the step comes as a number.
    known = getattr(company, key)
    return company.changed(**{key: type(known)(value) if isinstance(known, int) else value})


def _others(company: Company) -> Iterator[Person]:
    """Everybody but the one who promises most."""
    place = leader(company.people)
    return (person for at, person in enumerate(company.people) if at != place)


def written_topics(company: Company) -> int:
    """Topics that are more than blanks."""
    return sum(bool(topic.strip()) for topic in company.topics)


@dataclass(frozen=True)
class Fits:
    """Audience, fit, its 10th and 90th percentile, and stability of every network."""

    audience: Mapping[str, float]
    fit: Mapping[str, float]
    low: Mapping[str, float]
    high: Mapping[str, float]
    stability: Mapping[str, float]


@remembered(256)
def fits_of(company: Company, steps: tuple[Changed, ...], tables: Tables) -> Fits:
    """What depends on fit alone; hours are no part of it, so that they cost no draws."""
    there = fit.situation(changed(company, steps), tables)
    table = fit.criteria(there, tables)
    stable = fit.stability(there, tables)
    return Fits(
        table["audience"].to_dict(),
        score(table, there.weights)["fit"].to_dict(),
        stable["low"].to_dict(),
        stable["high"].to_dict(),
        stable["beats_none"].to_dict(),
    )


@dataclass(frozen=True)
class Desk:
    """What all networks of one judgement share."""

    company: Company
    tables: Tables
    today: date
    fits: Fits
    gates: tuple[Gate, ...]
    _choices: dict[tuple, complexity.Choice] = field(default_factory=dict)

    def plan(self, networks: tuple[str, ...], level: str) -> Plan:
        return company_plan.plan_of(self.company, self.tables, level, networks=networks)

    def choice(self, networks: tuple[str, ...], level: str) -> complexity.Choice:
        """The set of exactly these networks at a level."""
        asked = (networks, level)
        if asked not in self._choices:
            plan, reached = self.plan(networks, level), self.fits.audience
            found = complexity.choices(plan, reached, level, self.tables, (networks,))
            self._choices[asked] = found[0]
        return self._choices[asked]

    @cached_property
    def levels(self) -> tuple[str, ...]:
        """The level that was chosen and those below it."""
        return complexity.levels(self.company.level)


def purpose_shares(company: Company, tables: Tables) -> dict[str, float]:
    """The purposes as shares; all alike where none was stated."""
    stated = {p: company.purposes.get(p) or 0 for p in tables.keys("purpose")}
    return normalised(stated)[0]


def objective_parts(company: Company, today: date) -> int:
    """How many of the five parts of an objective stand; a deadline that is past does not."""
    known = company.objective
    parts = [bool(known["metric"]), bool(known["owner"])]
    parts += [known[key] is not None for key in ("baseline", "target")]
    deadline = day(known["deadline"])
    parts.append(deadline is not None and deadline > today)
    return sum(parts)


def customers_aimed_at(company: Company) -> float | None:
    """New customers that the objective means: (target − baseline) · conversion.

    None where nothing is stated, or where what is counted is to fall and so is no customer.
    """
    known = company.objective
    if known["baseline"] is None or known["target"] is None:
        return None
    more = (known["target"] - known["baseline"]) * known["conversion"]
    return more if more > 0 else None


def answering_names(company: Company) -> int:
    """How many answer who promise hours: the stand-in, and somebody in whose place he stands."""
    promising = {person.name for person in company.people if person.hours > 0}
    return int(company.stand_in in promising) + bool(promising - {company.stand_in})


Pair = tuple[float | None, float | None]
"""A figure and the yardstick that its threshold is a multiple of; None for none."""
PAY_OFF = ("customers", "accepted", "needed")
"""What a set has to bring, or may cost."""
OF_A_SET = ("coverage", "euros", "load", "in_time", *PAY_OFF)
"""Measures of a set of networks as a whole."""


def set_figures(desk: Desk, choice: complexity.Choice) -> dict[str, Pair]:
    """Figure and yardstick of what is asked of a set of networks as a whole."""
    known, tables = desk.company, desk.tables
    plan = desk.plan(choice.networks, choice.level)
    waits = replies_of(plan, known, tables)
    presence = presence_of(plan, known, tables)
    pays_from = advice.break_even_customers(presence)
    return {
        "coverage": (choice.coverage, None),
        "euros": (known.cash, choice.euros),
        "load": (waits.load if math.isfinite(waits.load) else None, None),
        "in_time": (waits.in_time, None),
        "customers": (customers_aimed_at(known), pays_from),
        "accepted": (known.accepted_cost, advice.yearly_cost(presence)),
        "needed": (advice.needed_share(presence, known.customers_a_year), None),
    }


def own_figures(desk: Desk, network: str) -> dict[str, Pair]:
    """Figure and yardstick of what is asked of the company, and of one network by itself."""
    known, tables, fits = desk.company, desk.tables, desk.fits
    return {
        "objective_parts": (objective_parts(known, desk.today), None),
        "main_purpose": (max(purpose_shares(known, tables).values()), None),
        "audience": (fits.audience[network], None),
        "vetoes": (float(network in known.vetoes), None),
        "fit": (fits.fit[network], None),
        "stability": (fits.stability[network], None),
        "names": (float(answering_names(known)), None),
        "checks": (float(sum(map(bool, known.website.values()))), None),
        "first_page": (known.first_page, None),
        "topics": (float(written_topics(known)), None),
    }


@dataclass(frozen=True)
class Replies:
    """How the messages of a plan are answered.

    ``load`` of the answering time, mean ``wait`` in hours, share answered ``in_time``, in whole
    percent as it is printed; the two are None where nobody looks.
    """

    load: float
    wait: float | None
    in_time: float | None


def replies_of(plan: Plan, company: Company, tables: Tables) -> Replies:
    """How a company answers the messages that a plan brings."""
    units = effort.Units(tables)
    messages = sum(float(n) for n in effort.answering(plan, tables, units).values())
    minutes = tables.expected("handling_minutes")
    used = replies.load(messages, minutes, company.answer_days, company.answer_minutes)
    looks = looks_of(company, tables)
    weekend = tables.default("weekend_rate")
    found = answered(messages, minutes, looks, company.promise_hours, weekend)
    if found is None:
        return Replies(used, None, None)
    return Replies(used, found.wait_hours, round(found.in_time, 2))


def presence_of(plan: Plan, company: Company, tables: Tables) -> advice.Presence:
    """A year of all networks of a plan together, without the work of other lessons."""
    plain = Plan(plan.networks, plan.level, plan.followers, (), 0.0, messages=plan.messages)
    return advice.Presence(
        float(effort.expected(plain, tables).total),
        tables.default("wage"),
        float(effort.euros(tables, effort.Units(tables), plain)),
        company.contribution,
        company.turnover,
    )
