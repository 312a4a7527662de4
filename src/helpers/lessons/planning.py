"""What several lessons ask in the same way: the level, the hours of the one who does most."""

from collections.abc import Iterator
from dataclasses import replace

from helpers import company as company_module
from helpers.company import Company, Person
from helpers.locale import _
from helpers.models import ads, content, effort, fit, swot, voice
from helpers.models.result import Result
from helpers.studio import controls
from helpers.tables import Tables


def level_control(tables: Tables, start: str) -> controls.Choice:
    """The level of activity."""
    options = [(tables.name("level", key), key) for key in tables.levels.index]
    return controls.choice(_("Level of activity"), options, start)


def hours_control(company: Company) -> controls.Dial:
    """The hours of the person who promises most, or of somebody still to be named."""
    place = effort.leader(company.people)
    field = company_module.hours_field()
    label, start = _("Hours a week that somebody promises"), 0.0
    if place is not None:
        person = company.people[place]
        label = _("{person}: promised hours a week").format(person=person.name)
        start = person.hours
    return controls.dial(label, field.low, field.high, start, field.step, field.unit)


def people_with(company: Company, hours: float) -> tuple[Person, ...]:
    """The company's people, the one who promises most with these hours."""
    everybody = list(company.people)
    place = effort.leader(everybody)
    if place is None:
        return (Person(_("Somebody"), hours),) if hours else ()
    everybody[place] = replace(everybody[place], hours=hours)
    return tuple(everybody)


def people_changes(company: Company, hours: float) -> list[dict[str, object]]:
    """``people_with`` as it is written to the company file."""
    return [{"name": p.name, "hours": p.hours} for p in people_with(company, hours)]


def plan(company: Company, tables: Tables, level: str, **changes: object) -> effort.Plan:
    """The company's plan at a level, with parts of it replaced and all its further work."""
    known = effort.Plan(
        networks=company.networks,
        level=level,
        followers=company.followers,
        people=company.people,
        cash=company.cash,
        bought_hours=company.bought_hours,
        ads=company.ads,
        messages=company.messages,
    )
    known = replace(known, **changes)
    return replace(known, further=tuple(_further(company, known, tables)))


def _further(company: Company, known: effort.Plan, tables: Tables) -> Iterator[effort.Further]:
    """What the choices of other lessons take: conversations, leads, a group, actions."""
    talk = content.conversation_hours(company.conversations, known, tables)
    if talk > 0:
        inputs = ("company:conversations", "assumption:handling_minutes", "table:levels")
        yield effort.Further("conversations", talk, 0.0, inputs)
    if known.ads > 0:
        handled = ads.answer(campaign(company, tables, known.ads), tables).value("handled")
        inputs = ("company:ads", "company:leads_week", "assumption:lead_minutes")
        yield effort.Further("leads", ads.lead_hours(handled, tables), 0.0, inputs)
    if company.group != voice.NONE:
        own = voice.Group(company.group, company.members, tables.default("posts_per_member"))
        inputs = ("company:group", "company:members", "assumption:moderation_minutes")
        yield effort.Further("moderation", voice.group_hours(own, tables), 0.0, inputs)
    decided = [key for key in company.actions if key in tables.actions.index]
    if decided:
        hours, euros = swot.hours(decided, tables), swot.euros(decided, tables)
        yield effort.Further("actions", hours, euros, ("company:actions", "table:actions"))


def campaign(company: Company, tables: Tables, budget: float) -> ads.Campaign:
    """The company's ads at a budget, judged as the ledger does."""
    return ads.Campaign(
        medium=company.medium,
        budget=budget,
        leads_week=company.leads_week,
        close_rate=company.close_rate,
        contribution=company.contribution,
        none=tables.default("ads_none"),
        half_more=tables.default("ads_half_more"),
        most=tables.default("ads_most"),
    )


def fit_and_gap(
    company: Company,
    tables: Tables,
    level: str,
    hours: float | None = None,
    further: tuple[effort.Further, ...] = (),
) -> Result:
    """Fit of every option, and hours of every network if it were the only one.

    Only the ``further`` work that is named is counted: the map compares networks.
    """
    everybody = company.people if hours is None else people_with(company, hours)
    known = plan(company, tables, level, networks=tables.network_keys, people=everybody)
    alone = effort.alone(replace(known, further=further), tables)
    fits = fit.answer(fit.situation(company, tables), tables)
    return fits.joined(alone)
