"""What several lessons ask in the same way: the level, the hours of the one who does most."""

from dataclasses import replace

from helpers import company as company_module
from helpers.company import Company, Person
from helpers.locale import _
from helpers.models import effort, fit
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


def plan(company: Company, level: str, **changes: object) -> effort.Plan:
    """The company's plan at a level, with parts of it replaced."""
    known = effort.Plan(
        networks=company.networks,
        level=level,
        followers=company.followers,
        people=company.people,
        cash=company.cash,
        bought_hours=company.bought_hours,
        ads=company.ads,
    )
    return replace(known, **changes)


def fit_and_gap(company: Company, tables: Tables, level: str, hours: float | None = None) -> Result:
    """Fit of every option, and hours of every network if it were the only one."""
    everybody = company.people if hours is None else people_with(company, hours)
    alone = effort.alone(
        plan(company, level, networks=tables.network_keys, people=everybody), tables
    )
    fits = fit.answer(fit.situation(company, tables), tables)
    return fits.joined(alone)
