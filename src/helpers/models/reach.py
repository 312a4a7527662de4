"""How many of our people a network can reach: published shares, own test, sets of networks."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pandas as pd

from helpers.data.checks import ASSUMED, EVER_USE, USERS
from helpers.data.record import remembered
from helpers.data.tables import Assumption, Evidence, Tables


def share_of(row: Evidence | Assumption) -> float:
    """The share (0–1) that a survey or the ledger states."""
    return row.default if isinstance(row, Assumption) else row.value / 100


@remembered(64)
def audience(tables: Tables, network: str) -> Mapping[str, Evidence | Assumption]:
    """The published "ever use" share of a network by age group, of the newest whole survey.

    Where a network has no split by age (LinkedIn, Pinterest) its newest total stands
    in every group, and where no survey counts it, the share that the ledger assumes.
    One profile dimension only: age, sex and education are not independent, so their
    shares must never be multiplied.
    """
    rows = [
        row for row in tables.evidence.values() if row.network == network and row.series == EVER_USE
    ]
    ages = tables.keys("age")
    for year in sorted({row.year or 0 for row in rows}, reverse=True):
        split = [row for row in rows if row.dimension == "age" and (row.year or 0) == year]
        by_age = {row.segment: row for row in split}
        if all(age in by_age for age in ages):
            return MappingProxyType({age: by_age[age] for age in ages})
    total = popularity(tables, network)
    return MappingProxyType(dict.fromkeys(ages, total))


@remembered(64)
def popularity(tables: Tables, network: str) -> Evidence | Assumption:
    """The newest published share of all adults who ever use a network, or the assumed one."""
    if tables.networks.at[network, "audience_basis"] == ASSUMED:
        return tables.assumptions[f"{USERS}_{network}"]
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
                share / total * share_of(audience(tables, network)[age])
                for age, share in ages.items()
            )
            for network in tables.network_keys
        }
    )


def own_share(published: float, weekly: float, asked: float, prior: float) -> float:
    """Published share pooled with the ten-people test: (n₀ r° + k) / (n₀ + n).

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


def met(audience: Mapping[str, float], posts: Mapping[str, float], seen: float) -> float:
    """Share of our people who see a post at least once, of so many ``posts`` on each network.

    1 − Π(1 − A(1 − (1 − ρ)^n)): a network reaches its usable ``audience`` A (0–1), and each of
    its n posts is ``seen`` by the share ρ of it. Sainsbury's formula over posts and networks.
    """
    return net_reach(audience[n] * (1 - (1 - seen) ** count) for n, count in posts.items())
