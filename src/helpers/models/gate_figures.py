"""Gate figures: what every gate is asked about a network, from a company whose facts may change."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from helpers.company import Company, day
from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import advice, company_plan, complexity, effort, fit, replies
from helpers.models.gates import Gate
from helpers.models.multicriteria import normalised, score
from helpers.models.plan import Plan, leader


@dataclass(frozen=True)
class Changed:
    """One fact put to another value: ``first_page``, ``hours``, ``weekly.x``, ``content.text``."""

    key: str
    value: float


def changed(company: Company, steps: Iterable[Changed]) -> Company:
    """The company with these facts changed; nothing is saved."""
    for step in steps:
        group, _dot, name = step.key.partition(".")
        if group == "hours":
            people = list(company.people)
            place = leader(people)
            if place is not None:
                people[place] = replace(people[place], hours=step.value)
                company = company.changed(people=tuple(people))
        elif name:
            company = company.changed(**{group: {**getattr(company, group), name: step.value}})
        else:
            company = company.changed(**{group: step.value})
    return company


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

    def affordable(self, choice: complexity.Choice) -> bool:
        return complexity.is_affordable(choice, self.company.cash, self.tables)

    def deepest(self, networks: tuple[str, ...]) -> complexity.Choice:
        """These networks at the deepest level that can be afforded, or else at lean."""
        for level in complexity.levels(self.company):
            found = self.choice(networks, level)
            if self.affordable(found):
                return found
        return found

    def best(self, eligible: tuple[str, ...]) -> complexity.Choice | None:
        """Depth before breadth among the networks that passed the gates of fit."""
        for level in complexity.levels(self.company):
            plan = self.plan(eligible, level)
            found = complexity.choices(plan, self.fits.audience, level, self.tables)
            best = complexity.best(found, self.company.cash, self.tables)
            if best is not None:
                return best
        return None


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
    """How many named people answer: one of those who promise hours, and the stand-in."""
    place = leader(company.people)
    first = company.people[place].name if place is not None else ""
    return len({name for name in (first, company.stand_in) if name})


def _waits(desk: Desk, plan: Plan) -> replies.Waiting:
    units = effort.Units(desk.tables)
    messages = sum(float(n) for n in effort.answering(plan, desk.tables, units).values())
    known = desk.company
    return replies.waiting(
        messages,
        desk.tables.expected("handling_minutes"),
        known.answer_days,
        known.answer_minutes,
        known.look_hours,
    )


def figures_of(
    desk: Desk, network: str, best: complexity.Choice | None, eligible: tuple[str, ...]
) -> tuple[dict[str, tuple[float | None, float | None]], complexity.Choice]:
    """Figure and yardstick of every measure for a network, and the set it is counted in."""
    known, tables = desk.company, desk.tables
    together = desk.deepest((network,))
    if best is not None and network in eligible:
        wanted = tuple(n for n in tables.network_keys if n in {*best.networks, network})
        together = desk.choice(wanted, best.level)
    gain = None
    if best is not None and network in eligible and network not in best.networks:
        gain = together.reach - best.reach
    alone = desk.deepest((network,)) if best is None else desk.choice((network,), together.level)
    waits = _waits(desk, desk.plan(together.networks, together.level))
    aims = customers_aimed_at(known)
    presence = advice.Presence(
        _only_hours(desk, alone),
        tables.default("wage"),
        tables.default(f"cost_{network}"),
        known.contribution,
        known.turnover,
    )
    fits = desk.fits
    figures: dict[str, tuple[float | None, float | None]] = {
        "objective_parts": (objective_parts(known, desk.today), None),
        "main_purpose": (max(purpose_shares(known, tables).values()), None),
        "audience": (fits.audience[network], None),
        "vetoes": (float(network in known.vetoes), None),
        "fit": (fits.fit[network], None),
        "stability": (fits.stability[network], None),
        "coverage": (together.coverage, None),
        "gain": (gain, None),
        "euros": (known.cash, together.euros),
        "load": (waits.load if math.isfinite(waits.load) else None, None),
        "wait": (waits.wait_hours, known.promise_hours),
        "names": (float(answering_names(known)), None),
        "checks": (float(sum(map(bool, known.website.values()))), None),
        "first_page": (known.first_page, None),
        "topics": (float(len([topic for topic in known.topics if topic.strip()])), None),
        "customers": (aims, advice.break_even_customers(presence)),
        "accepted": (known.accepted_cost, advice.yearly_cost(presence)),
    }
    return figures, together


def _only_hours(desk: Desk, alone: complexity.Choice) -> float:
    """Hours of the network itself, without the work of other lessons (ads, groups, actions)."""
    plan = Plan(alone.networks, alone.level, desk.company.followers, (), 0.0)
    plan = replace(plan, messages=desk.company.messages)
    return float(effort.expected(plan, desk.tables).total)
