"""What several lessons ask in the same way: the level, the hours of the one who does most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from helpers import company as company_module
from helpers.company import Company, Person
from helpers.locale import _
from helpers.models import decision, effort, fit, swot
from helpers.models import plan as plan_of
from helpers.models.result import Result
from helpers.studio import controls
from helpers.studio.studio import Studio
from helpers.tables import Tables
from helpers.views.fit_gap_map import FitGapMap

WORK_AND_FRIENDS = ("linkedin", "facebook")
"""The two networks that the lessons on people's own profiles compare."""


def level_control(tables: Tables, start: str) -> controls.Choice:
    """The level of activity."""
    options = [(tables.name("level", key), key) for key in tables.levels.index]
    return controls.choice(_("Level of activity"), options, start)


def hours_control(company: Company, what_if: bool = False) -> controls.Dial:
    """The hours of the person who promises most, or of somebody still to be named.

    ``what_if`` says in the label that nothing is promised by trying.
    """
    place = effort.leader(company.people)
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
    """The company's plan at a level, new people under readable names (see ``models.plan``)."""
    known = plan_of.of(company, tables, level, **changes)
    decided = plan_of.decided(company, tables)
    named = (
        replace(p, name=_(tables.actions.at[p.name, "short"])) if p.name in decided else p
        for p in known.people
    )
    return replace(known, people=tuple(named))


def first_network(company: Company, tables: Tables) -> str:
    """The network that the company would begin with, or the first of the course."""
    return next(iter(company.networks), tables.network_keys[0])


def fit_and_gap(
    company: Company,
    tables: Tables,
    level: str,
    hours: float | None = None,
    actions: Sequence[str] = (),
) -> Result:
    """Fit of every option, and hours of every network if it were the only one.

    Ads and the further work of other lessons are left out: the map compares networks.
    With ``actions`` it shows them as they would be after these.
    """
    everybody = company.people if hours is None else people_with(company, hours)
    known = plan(company, tables, level, networks=tables.network_keys, people=everybody, ads=0.0)
    known = replace(known, people=everybody, bought_hours=company.bought_hours, further=())
    known = swot.planned(known, company, actions, tables)
    later = swot.after(company, actions, tables)
    scores = fit.answer(fit.situation(later, tables), tables)
    facts = {**scores.facts, "failed": decision.failed_fit(later, tables)}
    scores = replace(scores, options=(), facts=facts)  # the map places networks alone
    return scores.joined(effort.alone(known, tables))


@dataclass(frozen=True)
class Profiles:
    """The state of ``ProfilesTask``."""

    profiles: float
    level: str
    hours: float


class ProfilesTask:
    """For a lesson: the own task about people's profiles, on the map of fit and gap."""

    company: Company
    tables: Tables

    def own_studio(self) -> Studio:
        """The map with the company's personal profiles, level and hours."""
        tables, known = self.tables, self.company
        knobs = {
            "profiles": controls.from_company("profiles", known.profiles),
            "level": level_control(tables, known.level),
            "hours": hours_control(known),
        }

        def model(state: Profiles) -> Result:
            changed = known.changed(profiles=state.profiles)
            return fit_and_gap(changed, tables, state.level, state.hours)

        return Studio(knobs, Profiles, model, FitGapMap(tables))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        """Profiles, level and people for the company file."""
        state = studio.state
        people = people_changes(self.company, state.hours)
        return {"profiles": state.profiles, "level": state.level, "people": people}
