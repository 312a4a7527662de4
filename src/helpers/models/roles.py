"""Who: who decides, who does it, who answers for the count, who stands in, who else promises."""

from collections.abc import Iterable, Mapping
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


SHORT = "-"
"""Stands for the hours of a plan that nobody has."""


def shares(
    who: Who, hours: float, kept: Mapping[str, float], bought: float = 0.0
) -> dict[str, float]:
    """Who works how many hours, in tenths that add up; '' for what is bought, ``SHORT``: nobody.

    Whoever does it works first, then the stand-in, then those who help, each as long as ``kept``
    of their promised hours last; then what is bought.
    """
    left, told = hours, {}
    for name in dict.fromkeys((who.does, who.stands_in, *who.helps)):
        part = min(floor(10 * kept.get(name, 0.0) + 1e-6) / 10, left)
        if part > 0:
            told[name] = round(part, 1)
            left = round(left - part, 1)
    part = round(min(floor(10 * bought + 1e-6) / 10, left), 1)
    rest = round(left - part, 1)
    there = min(hours, round(sum(kept.values()) + bought, 1))
    lost = min(round(there - sum(told.values()) - part, 1), rest)
    if told and lost > 0:
        last = next(reversed(told))
        told[last] = round(told[last] + lost, 1)  # what rounding down has taken from them
        rest = round(rest - lost, 1)
    return told | ({"": part} if part > 0 else {}) | ({SHORT: rest} if rest > 0 else {})


def phase_shares(
    who: Who,
    kept: Mapping[str, float],
    bought: float,
    phases: Iterable[tuple[float, float]],
) -> tuple[dict[str, float], ...]:
    """Who works how many of the hours of each phase, of so many weeks; ``kept`` is a week's."""
    return tuple(
        shares(who, hours, {name: week * many for name, week in kept.items()}, bought * many)
        for hours, many in phases
    )


def together(phases: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The hours of each in all phases."""
    told: dict[str, float] = {}
    for part in phases:
        for name, hours in part.items():
            told[name] = round(told.get(name, 0.0) + hours, 1)
    return told


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
