"""The company's plan: its networks, people and money, and the work that its choices bring along."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from helpers.company import Company, Person
from helpers.data.tables import Tables
from helpers.models import ads, content, groups, swot
from helpers.models.plan import Further, Plan, leader

SOMEBODY = "somebody"
"""Stands for the name of a person who is still to be found; views say it in words."""


def plan_of(company: Company, tables: Tables, level: str, **changes: Any) -> Plan:
    """The plan at a level, with parts of it replaced and all further work of other lessons.

    People whom an action of the SWOT brings in stand under the key of that action.
    """
    plan = Plan(
        networks=company.networks,
        level=level,
        followers=company.followers,
        people=company.people,
        cash=company.cash,
        bought_hours=company.bought_hours,
        ads=company.ads,
        messages=company.messages,
    )
    plan = replace(plan, **changes)
    plan = replace(plan, further=tuple(_further(company, plan, tables)))
    return swot.planned(plan, company, decided(company, tables), tables)


def decided(company: Company, tables: Tables) -> list[str]:
    """The actions of the SWOT that the company decided on and that the tables know."""
    return [key for key in company.actions if key in tables.actions.index]


def conversations(count: float, plan: Plan, tables: Tables) -> Iterator[Further]:
    """Conversations beyond what a plan counts already, as further work."""
    hours = content.conversation_hours(count, plan, tables)
    if hours > 0:
        yield Further("conversations", hours, 0.0)


def _further(company: Company, plan: Plan, tables: Tables) -> Iterator[Further]:
    """What the choices of other lessons take: conversations, leads, a group."""
    yield from conversations(company.conversations, plan, tables)
    if plan.ads > 0:
        called = ads.bring(campaign(company, tables, plan.ads), tables).called
        if called > 0:
            yield Further("leads", ads.lead_hours(called, tables), 0.0)
    if company.group != groups.NONE:
        own = groups.group_of(company.group, company.members, tables)
        yield Further("moderation", groups.hours(own, tables), 0.0)


def campaign(company: Company, tables: Tables, budget: float) -> ads.Campaign:
    """The company's ads at a budget, judged as the ledger says."""
    return ads.Campaign(
        medium=company.medium,
        budget=budget,
        leads_week=company.leads_week,
        close_rate=company.close_rate,
        quality=ads.lead_quality(company.market, tables),
        contribution=company.contribution,
        anyway=tables.default("come_anyway"),
        elasticity=tables.default("ads_elasticity"),
        sale=company.sale,
        order_rate=tables.default("order_rate"),
    )


def people_with(
    company: Company, hours: float, name: str = "", taken_from: str | None = None
) -> tuple[Person, ...]:
    """The company's people, the one who promises most with these hours.

    ``name`` and what the hours are ``taken_from`` replace that person's, unless left out. Who
    is named promises once: an older promise under the same name makes way.
    """
    everybody = list(company.people)
    place = leader(everybody)
    if place is None:
        return (Person(name or SOMEBODY, hours, taken_from or ""),) if hours else ()
    known = everybody[place]
    source = known.taken_from if taken_from is None else taken_from
    promised = Person(name or known.name, hours, source)
    if name:
        same = name.casefold()
        everybody = [p for p in everybody if p is known or p.name.casefold() != same]
    return tuple(promised if p is known else p for p in everybody)


def visit_to_customer(company: Company, tables: Tables) -> float:
    """Share of visits to the site that end with a customer: the firm's own, or the assumption."""
    known = company.visit_to_customer
    return known if known is not None else tables.default("visit_to_customer")


def first_network(company: Company, tables: Tables) -> str:
    """The network that the company would begin with, or the first of the course."""
    return next(iter(company.networks), tables.network_keys[0])
