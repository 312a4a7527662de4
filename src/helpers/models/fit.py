"""Network fit: what a network could do for this company, whatever it costs.

Fit is benefit only: hours, euros and replies never enter it (see ``models.effort``).
All scales are fixed, 0 to 1 with a meaning in the world, so that adding or removing a
network cannot change the order of the others. "No network" is scored on the same
three criteria.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from helpers.company import Company
from helpers.data.tables import NONE, Tables
from helpers.models import ratings, reach, seeded
from helpers.models.multicriteria import normalised, score
from helpers.models.ratings import SEED
from helpers.models.result import Result, Sheet

CRITERIA = ("purpose", "audience", "content")
POINTS = 10
"""A fit is printed in points of ten."""
DRAWS = 4000
"""Enough for shares in tenths."""
LIFTED = 0.005
"""A share of people that is not moved by a whole percent is not moved."""


@dataclass(frozen=True)
class Situation:
    """What fit needs to know of a company; shares are 0–1, content ability is 0–4.

    ``weekly`` counts, of ``asked`` customers, who use each network at least weekly.
    ``first_page`` is the share of buyer's questions whose first page shows the firm.
    ``profiles`` is the strength of personal profiles. ``following`` is the share of
    the target that follows an existing profile already.
    """

    market: str
    purposes: Mapping[str, float]
    weights: Mapping[str, float]
    ages: Mapping[str, float]
    asked: int
    weekly: Mapping[str, int]
    search_share: float
    first_page: float
    profiles: float
    content: Mapping[str, float]
    following: Mapping[str, float]


def situation(company: Company, tables: Tables) -> Situation:
    """The situation of a company; what it leaves open is taken from the ledger."""
    ages = company.ages
    if not sum(ages.values()):
        ages = adults(tables)
    purposes = company.purposes
    if not sum(purposes.values()):
        purposes = dict.fromkeys(tables.keys("purpose"), 1.0)
    search = company.search_share
    if search is None:
        search = tables.default(f"search_share_{company.market}")
    return Situation(
        market=company.market,
        purposes=purposes,
        weights=company.weights,
        ages=ages,
        # Nobody can use a network more often than he was asked.
        weekly={n: min(count, company.asked) for n, count in company.weekly.items()},
        asked=company.asked,
        search_share=search,
        first_page=company.first_page,
        profiles=company.profiles,
        content=company.content,
        # Who follows already is lost as audience only where a profile would be new.
        following={n: s for n, s in company.following.items() if n not in company.silent_months},
    )


def adults(tables: Tables) -> dict[str, float]:
    """Adults at large by age group, from the ledger."""
    return {
        age: tables.default(f"adults_{age.replace('-', '_').rstrip('+')}")
        for age in tables.keys("age")
    }


@dataclass(frozen=True)
class _Board:
    """The situation and the tables as arrays; rows are options, the one without network first."""

    options: tuple[str, ...]
    purposes: np.ndarray
    weights: np.ndarray
    purpose_ratings: np.ndarray
    market_ratings: np.ndarray
    lift_ratings: np.ndarray
    format_ratings: np.ndarray
    ability: np.ndarray
    published: np.ndarray
    own: np.ndarray
    fresh: np.ndarray


def _board(situation: Situation, tables: Tables) -> _Board:
    purpose, market, lift, formats = ratings.arrays(tables, situation.market)
    weights, _zero = normalised({c: situation.weights.get(c, 0) for c in CRITERIA})
    published = reach.published_share(tables, situation.ages)
    prior = tables.default("prior_customers")
    networks = tables.network_keys
    own = [
        reach.own_share(published[n], situation.weekly.get(n, 0), situation.asked, prior)
        for n in networks
    ]
    return _Board(
        options=tables.option_keys,
        purposes=coins(situation.purposes, tables),
        weights=np.array(list(weights.values())),
        purpose_ratings=purpose,
        market_ratings=market,
        lift_ratings=lift,
        format_ratings=formats,
        ability=np.array([situation.content.get(f, 0) for f in tables.keys("format")]) / 4,
        published=published[list(networks)].to_numpy(),
        own=np.array(own),
        fresh=1 - np.array([situation.following.get(n, 0) for n in networks]),
    )


def context_share(market: np.ndarray, lift: np.ndarray, profiles: float, most: float) -> np.ndarray:
    """How far people there are in a mood for us: m + (1 − m) · λ · (η / 4) · π.

    ``most`` is λ, the share of the missing mood that personal profiles make up at most.
    """
    base = market / 4
    return base + (1 - base) * most * (lift / 4) * profiles


def _mood(board: _Board, situation: Situation, tables: Tables) -> np.ndarray:
    most = tables.default("profile_lift")
    return context_share(board.market_ratings, board.lift_ratings, situation.profiles, most)


def moods(situation: Situation, tables: Tables) -> pd.Series:
    """Of those who are there, the share (0–1) in a mood for us: from ratings, of every option."""
    board = _board(situation, tables)
    return pd.Series(_mood(board, situation, tables), index=list(board.options))


def criteria(situation: Situation, tables: Tables) -> pd.DataFrame:
    """Purpose, usable audience and content (each 0–1) of every option."""
    board = _board(situation, tables)
    mood = _mood(board, situation, tables)
    audience = np.empty(len(board.options))
    audience[0] = situation.search_share * (1 - situation.first_page) * mood[0]
    audience[1:] = board.own * mood[1:] * board.fresh
    return pd.DataFrame(
        {
            "purpose": board.purpose_ratings @ board.purposes / 4,
            "audience": audience,
            "content": np.nanmax(board.format_ratings / 4 * board.ability, axis=1),
        },
        index=pd.Index(board.options, name="network"),
    )


def lifted(situation: Situation, networks: Iterable[str], tables: Tables) -> str:
    """Of these networks the one whose usable audience personal profiles move most; '' if none."""
    weak, strong = (
        criteria(replace(situation, profiles=strength), tables)["audience"]
        for strength in (0.0, 1.0)
    )
    moved = {n: float(strong[n] - weak[n]) for n in networks if n in weak.index}
    most = max(moved, key=lambda n: moved[n], default="")
    return most if most and moved[most] >= LIFTED else ""


def apart(best: float, other: float) -> float:
    """By how much of 0–1 a fit is ahead of another one, as a reader subtracts what is printed.

    Both are rounded to a tenth of a point of ten first, so that 7.7 and 7.2 are always half a
    point apart, and two pairs that print alike are judged alike.
    """
    ahead, behind = (round(POINTS * float(value), 1) for value in (best, other))
    return round(ahead - behind, 1) / POINTS


def in_play(audience: np.ndarray, least: float) -> np.ndarray:
    """Which options are scored at all: the must-have comes before any score.

    ``audience`` is the usable audience (0–1) of the options along its last axis, the one without
    network first; a network with less than ``least`` is out, website first never is. What is
    compared is the whole percent that is printed, as at the gate of the verdict.
    """
    found: np.ndarray = np.round(np.asarray(audience), 2) >= least - 1e-9
    found[..., 0] = True
    return found


@dataclass(frozen=True)
class Readings:
    """Plausible readings of what a firm knows and wants, a draw a row; all are 0–1.

    ``purposes`` are options × purposes, ``audience`` and ``content`` a column for each option,
    ``weights`` those of the three criteria.
    """

    purposes: np.ndarray
    audience: np.ndarray
    content: np.ndarray
    weights: np.ndarray

    def fits(self, coins: np.ndarray) -> np.ndarray:
        """Fit of every option where the purposes count by these shares."""
        table = np.stack([self.purposes @ coins, self.audience, self.content], axis=2)
        fits: np.ndarray = np.einsum("dok,dk->do", table, self.weights)
        return fits

    def alone(self) -> np.ndarray:
        """Fit of every option with each purpose as the only one: draws × options × purposes."""
        rest = self.audience * self.weights[:, 1:2] + self.content * self.weights[:, 2:]
        fits: np.ndarray = self.weights[:, :1, np.newaxis] * self.purposes + rest[..., np.newaxis]
        return fits


def readings(situation: Situation, tables: Tables, draws: int = DRAWS) -> Readings:
    """Equally plausible readings of what is known and wanted. Deterministic.

    Every draw takes criterion weights near the stated ones (Dirichlet), each rating up
    to a step up or down (triangular), the own share and the first-page share from
    their Beta posteriors and the search share from the range of the ledger. What the firm
    wants, its purposes, is not drawn.
    """
    board = _board(situation, tables)
    certainty = tables.default("weights_certainty")
    prior = tables.default("prior_customers")
    weights = seeded.dirichlet(1 + certainty * board.weights, draws, SEED)

    purposes, market, formats = ratings.jittered(tables, situation.market, draws)
    most = tables.default("profile_lift")
    mood = context_share(market, board.lift_ratings, situation.profiles, most)
    content = (formats * (board.ability / 4)[:, np.newaxis, np.newaxis]).max(axis=0)
    weekly = np.array([situation.weekly.get(n, 0) for n in board.options[1:]])
    share = seeded.beta(
        tuple(prior * board.published + weekly),
        tuple(prior * (1 - board.published) + situation.asked - weekly),
        draws,
        SEED + 4,
    )
    audience = np.empty((draws, len(board.options)))
    audience[:, 1:] = share * mood[:, 1:] * board.fresh
    # Half a hit and half a miss are known before any search: the prior of Jeffreys.
    searches = tables.default("searches_counted")
    hits = searches * situation.first_page
    found = seeded.beta((hits + 0.5,), (searches - hits + 0.5,), draws, SEED + 5)[:, 0]
    spread = tables.default("search_share_spread")
    search = np.clip(situation.search_share + seeded.noise((draws,), spread, SEED + 6), 0, 1)
    audience[:, 0] = search * (1 - found) * mood[:, 0]
    return Readings(purposes / 4, audience, content, weights)


def coins(purposes: Mapping[str, float], tables: Tables) -> np.ndarray:
    """Shares of the purposes in the order of the tables; nothing said counts them alike."""
    shares, _zero = normalised({p: purposes.get(p, 0) for p in tables.keys("purpose")})
    return np.array(list(shares.values()))


def stability(situation: Situation, tables: Tables, draws: int = DRAWS) -> pd.DataFrame:
    """How often each network beats having none in equally plausible ``readings``.

    Columns: ``beats_none``, share of draws in which a network scores above having none
    (pairwise winning index), ``low`` and ``high``, the 10th and 90th percentile of its fit
    (0–1). A share of plausible readings, never a probability of success.
    """
    fits = readings(situation, tables, draws).fits(coins(situation.purposes, tables))
    beats = (fits[:, 1:] > fits[:, :1]).mean(axis=0)
    low, high = np.quantile(fits, [0.1, 0.9], axis=0)
    return pd.DataFrame(
        {"beats_none": np.concatenate([[np.nan], beats]), "low": low, "high": high},
        index=pd.Index(tables.option_keys, name="network"),
    )


def answer(
    situation: Situation,
    tables: Tables,
    least_audience: float | None = None,
) -> Result:
    """Everything about fit that a picture shows.

    With ``least_audience`` the fact
    ``screened`` names the networks whose usable audience is below that must-have.
    """
    table = criteria(situation, tables)
    scores = score(table, situation.weights)
    stable = stability(situation, tables)
    sheet = Sheet()
    weights, equal = normalised({c: situation.weights.get(c, 0) for c in CRITERIA})
    for name, value in weights.items():
        sheet.add(f"weight.{name}", value, "share")
    sheet.add("tie", tables.default("fit_tie"), "score")
    sheet.add("asked", situation.asked, "people")
    sheet.add("first_page", situation.first_page, "share")
    sheet.add("search_share", situation.search_share, "share")
    for option in tables.option_keys:
        if option != NONE:
            sheet.add(f"{option}.beats_none", stable.at[option, "beats_none"], "tenths")
        for name in CRITERIA:
            # People are a share, as the line is that puts a network out; the others are ratings.
            unit = "share" if name == "audience" else "level"
            sheet.add(f"{option}.{name}", table.at[option, name], unit)
            sheet.add(f"{option}.{name}_points", scores.at[option, name], "points")
        sheet.add(f"{option}.fit", scores.at[option, "fit"], "score")
    ranking = tuple(scores["fit"].sort_values(ascending=False, kind="stable").index)
    for place, option in enumerate(ranking, start=1):
        sheet.add(f"{option}.place", place, "place")
    screened: tuple[str, ...] = ()
    if least_audience is not None:
        sheet.add("least_audience", least_audience, "share")
        screened = tuple(table.index[~in_play(table["audience"].to_numpy(), least_audience)])
    return sheet.result(
        tables.option_keys,
        ranking=ranking,
        equal_weights=equal,
        screened=screened,
    )
