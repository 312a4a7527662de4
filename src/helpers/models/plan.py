"""Plan: what is decided on networks, level, people and money, and the hours that there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from helpers.company import Person

Share = TypeVar("Share", float, np.ndarray)
"""A share of hours, or draws of it."""


@dataclass(frozen=True)
class Further:
    """Work beside the posting: ``kind`` is a term, hours a week, euros a month."""

    kind: str
    hours: float
    euros: float


@dataclass(frozen=True)
class Plan:
    """What is decided: networks, level, followers, people, euros, hours bought outside.

    ``absent`` is the position of the person whose hours are left out, None if everybody
    is there. ``messages`` a week is the company's own count, None where followers and the
    ledger have to do; ``further`` is work that other lessons decided on. Where nothing is
    posted (``posting``), the networks are read and answered all the same.
    """

    networks: tuple[str, ...]
    level: str
    followers: float
    people: tuple[Person, ...]
    cash: float
    bought_hours: float = 0.0
    ads: float = 0.0
    absent: int | None = None
    messages: float | None = None
    further: tuple[Further, ...] = ()
    posting: bool = True


def capacity(plan: Plan, shrinkage: Share) -> Share:
    """Hours a week that there are: promised hours less shrinkage, plus bought hours."""
    promised = sum(p.hours for i, p in enumerate(plan.people) if i != plan.absent)
    return promised * (1 - shrinkage) + plan.bought_hours


def leader(people: Sequence[Person]) -> int | None:
    """Position of the person with most hours, whose absence is tested; None if nobody is there."""
    return max(range(len(people)), key=lambda i: people[i].hours) if people else None
