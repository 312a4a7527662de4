"""An own task that two lessons share: people's profiles, on the map of fit and gap."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import fit_and_gap
from helpers.models.result import Result
from helpers.studio import company_controls, controls
from helpers.studio.studio import Studio
from helpers.views.fit_gap_map import FitGapMap

WORK_AND_FRIENDS = ("linkedin", "facebook")
"""The two networks that the lessons on people's own profiles compare."""


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
            "level": company_controls.level_control(tables, known.level),
            "hours": company_controls.hours_control(known),
        }

        def model(state: Profiles) -> Result:
            changed = known.changed(profiles=state.profiles)
            return fit_and_gap.answer(changed, tables, state.level, state.hours)

        return Studio(knobs, Profiles, model, FitGapMap(tables))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        """Profiles, level and people for the company file."""
        state = studio.state
        people = company_controls.people_changes(self.company, state.hours)
        return {"profiles": state.profiles, "level": state.level, "people": people}
