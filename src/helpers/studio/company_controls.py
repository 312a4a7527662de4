"""Controls that several lessons share: the level, the hours of the one who promises most."""

from dataclasses import replace

from helpers import company as company_module
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models.company_plan import SOMEBODY, people_with
from helpers.models.plan import leader
from helpers.studio import controls
from helpers.words.locale import _


def level_control(tables: Tables, start: str) -> controls.Choice:
    """The level of activity."""
    options = [(tables.name("level", key), key) for key in tables.levels.index]
    return controls.choice(_("Level of activity"), options, start)


def hours_control(company: Company, what_if: bool = False) -> controls.Dial:
    """The hours of the person who promises most, or of somebody still to be named.

    ``what_if`` says in the label that nothing is promised by trying.
    """
    place = leader(company.people)
    field = company_module.hours_field()
    label, start = _("Hours a week that somebody promises"), 0.0
    if place is not None:
        person = company.people[place]
        label = _("{person}: promised hours a week")
        if what_if:
            label = _("If {person} gave so many hours a week")
        label = label.format(person=person.name)
        start = person.hours
    return controls.dial(label, field.low, field.high, start, field.step, field.unit)


def people_changes(company: Company, hours: float) -> list[dict[str, object]]:
    """``people_with`` as it is written to the company file."""
    everybody = people_with(company, hours)
    named = (replace(p, name=_("Somebody")) if p.name == SOMEBODY else p for p in everybody)
    return [{"name": p.name, "hours": p.hours} for p in named]
