"""How many of our people a network can reach: published shares, own test, sets of networks."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

import pandas as pd

from helpers.checks import EVER_USE
from helpers.tables import Evidence, Tables

SURVEY_YEAR = 2025


@lru_cache(maxsize=64)
def audience(tables: Tables, network: str) -> Mapping[str, Evidence]:
    """The published "ever use" share of a network by age group.

    Where a network has no split by age (LinkedIn, Pinterest) its newest total stands
    in every group. One profile dimension only: age, sex and education are not
    independent, so their shares must never be multiplied.
    """
    rows = [
        row for row in tables.evidence.values() if row.network == network and row.series == EVER_USE
    ]
    ages = tables.keys("age")
    by_age = {r.segment: r for r in rows if r.dimension == "age" and r.year == SURVEY_YEAR}
    if all(age in by_age for age in ages):
        return MappingProxyType({age: by_age[age] for age in ages})
    total = newest_total(tables, network)
    return MappingProxyType(dict.fromkeys(ages, total))


@lru_cache(maxsize=64)
def newest_total(tables: Tables, network: str) -> Evidence:
    """The newest published share of all adults who ever use a network: its popularity."""
    totals = [
        row
        for row in tables.evidence.values()
        if row.network == network and row.series == EVER_USE and row.dimension == "total"
    ]
    return max(totals, key=lambda row: row.year or 0)


def published_share(tables: Tables, ages: Mapping[str, float]) -> pd.Series:
    """Share (0–1) of the target that ever uses each network: Σ age share · published share."""
    total = sum(ages.values())
    return pd.Series(
        {
            network: sum(
                share / total * audience(tables, network)[age].value / 100
                for age, share in ages.items()
            )
            for network in tables.network_keys
        }
    )


def own_share(published: float, weekly: float, asked: float, prior: float) -> float:
    """Published share pooled with the ten-customer test: (n₀ r° + k) / (n₀ + n).

    ``weekly`` of ``asked`` customers use the network at least weekly; the published
    share counts as ``prior`` customers (the mean of a Beta posterior).
    """
    return (prior * published + weekly) / (prior + asked)


def net_reach(shares: Iterable[float]) -> float:
    """Share reached by at least one of several networks: 1 − Π(1 − r).

    Sainsbury's formula; it assumes independent audiences, so it is an upper estimate.
    """
    missed = 1.0
    for share in shares:
        missed *= 1 - share
    return 1 - missed
