"""An own task that two lessons share: people's profiles, on the map of fit and gap."""

from dataclasses import dataclass
from typing import Annotated

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import fit_and_gap
from helpers.models.result import Result
from helpers.studio.declared import CompanyField, Hours
from helpers.studio.studio import Studio
from helpers.views.fit_gap_map import FitGapMap

WORK_AND_FRIENDS = ("linkedin", "facebook")
"""The two networks that the lessons on people's own profiles compare."""


@dataclass(frozen=True)
class Profiles:
    """The state of ``ProfilesTask``."""

    profiles: Annotated[float, CompanyField()]
    level: Annotated[str, CompanyField()]
    hours: Annotated[float, Hours()]


class ProfilesTask:
    """For a lesson: the own task about people's profiles, on the map of fit and gap."""

    company: Company
    tables: Tables

    def own_studio(self) -> Studio:
        """The map with the company's personal profiles, level and hours."""
        tables, known = self.tables, self.company

        def model(state: Profiles) -> Result:
            changed = known.changed(profiles=state.profiles)
            return fit_and_gap.answer(changed, tables, state.level, state.hours)

        return Studio(self, Profiles, model, FitGapMap(tables))
