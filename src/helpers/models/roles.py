"""Who: who decides, who does it, who answers for the count, who stands in, who else promises."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from helpers.company import Company
from helpers.models.plan import leader


@dataclass(frozen=True)
class Who:
    """Names by what they do; '' for nobody yet. ``hours`` a week that each has promised."""

    decides: str
    does: str
    counts: str
    stands_in: str
    helps: tuple[str, ...]
    hours: dict[str, float]

    @property
    def covered(self) -> bool:
        """Whether somebody else with hours answers when whoever does it is away."""
        return self.stands_in != self.does and self.hours.get(self.stands_in, 0) > 0


def shares(who: Who, hours: float, kept: Mapping[str, float]) -> dict[str, float]:
    """Who works how many hours of a plan, in tenths that add up; '' for what is bought.

    Whoever does it works first, then the stand-in, then those who help, each as long as ``kept``
    of their promised hours last.
    """
    left, told = hours, {}
    for name in dict.fromkeys((who.does, who.stands_in, *who.helps)):
        part = min(floor(10 * kept.get(name, 0.0) + 1e-6) / 10, left)
        if part > 0:
            told[name] = round(part, 1)
            left = round(left - part, 1)
    return {**told, "": left} if left > 0 else told


def who(company: Company) -> Who:
    """Who decides is as written; who promises most hours does it."""
    place = leader(company.people)
    does = company.people[place].name if place is not None else ""
    hours: dict[str, float] = {}
    for person in company.people:
        hours[person.name] = hours.get(person.name, 0.0) + person.hours
    named = {does, company.stand_in}
    helps = tuple(name for name in hours if name and name not in named and hours[name] > 0)
    counts = company.objective["owner"]
    return Who(company.decider, does, counts, company.stand_in, helps, hours)
