"""What ``data/`` holds, typed: tables, the assumption ledger, the evidence (see ``reading``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from helpers.data.checks import NONE
from helpers.data.record import noted
from helpers.data.settings import Settings
from helpers.words.locale import _


class TableError(ValueError):
    """No sound copy of a table was found; the message is a sentence for the reader."""


@noted(("low", "default", "high"), "assumption", key="key")
@dataclass(frozen=True)
class Assumption:
    """A row of the ledger. ``expected`` is the beta-PERT mean (low + 4·default + high) / 6."""

    key: str
    label: str
    low: float
    default: float
    high: float
    step: float
    unit: str
    basis: str
    evidence: tuple[str, ...]
    reason: str
    reviewed_on: date

    @property
    def expected(self) -> float:
        row = vars(self)  # noted once, by the default: models ask for this thousands of times
        return float(row["low"] + 4 * self.default + row["high"]) / 6


@noted(("value", "value_high"), "evidence", key="id")
@dataclass(frozen=True)
class Evidence:
    """A published figure with its source. ``year`` is the year of the data, if known.

    ``series`` is the key by which models choose rows: their wording may be changed.
    """

    id: str
    metric: str
    network: str
    dimension: str
    segment: str
    value: float
    value_high: float | None
    unit: str
    population: str
    country: str
    year: int | None
    publisher: str
    title: str
    url: str
    quoted_by: str
    confidence: str
    series: str = ""

    STALE_AFTER_YEARS = 3

    def is_stale(self, today: date) -> bool:
        """Older than three years, or undated: to be read as a hint, not as today's figure."""
        return self.year is None or today.year - self.year > self.STALE_AFTER_YEARS


@noted(("ratings", "levels", "cadence", "actions", "gates", "tasks", "posts"), "table")
@dataclass(frozen=True, eq=False)
class Tables:
    """All of ``data/``, typed. Frames are for reading: do not change them in place.

    Compared and hashed by identity, so that models may cache what they derive from it.
    """

    networks: pd.DataFrame
    ratings: pd.DataFrame
    levels: pd.DataFrame
    cadence: pd.DataFrame
    terms: pd.DataFrame
    assumptions: Mapping[str, Assumption]
    evidence: Mapping[str, Evidence]
    actions: pd.DataFrame
    gates: pd.DataFrame
    tasks: pd.DataFrame
    points: pd.DataFrame
    lessons: pd.DataFrame
    ways: pd.DataFrame
    timings: pd.DataFrame
    syllabuses: pd.DataFrame
    posts: Mapping[str, pd.DataFrame]
    notices: tuple[str, ...]
    advice: tuple[str, ...]
    settings: Settings

    @cached_property
    def network_keys(self) -> tuple[str, ...]:
        """The networks in course order, without the option of having none."""
        return tuple(key for key in self.networks.index if key != NONE)

    @cached_property
    def lesson_keys(self) -> tuple[str, ...]:
        """The lessons of the class in its order: all of the course, unless a pack names some.

        The table of lessons holds the others, too: their notebooks are there, and can be opened.
        """
        return self.settings.lessons or tuple(self.lessons.index)

    @cached_property
    def option_keys(self) -> tuple[str, ...]:
        """The option of having none, then the networks in course order."""
        return (NONE, *self.network_keys)

    def colour(self, network: str) -> str:
        """The colour of a network, or of having none, in every picture."""
        return str(self.networks.at[network, "colour"])

    def name(self, kind: str, key: str) -> str:
        """What the learner calls a network, level, action or term (purpose, market, age …)."""
        frames = {"network": "networks", "level": "levels", "action": "actions"}
        if kind in frames:
            # A name is no figure, so that nothing is noted as read.
            return _(vars(self)[frames[kind]].at[key, "name"])
        return _(self.terms.at[(kind, key), "name"])

    def keys(self, kind: str) -> tuple[str, ...]:
        """The keys of one kind of term, in order."""
        return self._keys_by_kind[kind]

    @cached_property
    def _keys_by_kind(self) -> Mapping[str, tuple[str, ...]]:
        # Models ask for them thousands of times, and a look-up in a frame is slow.
        kinds = self.terms.index.get_level_values("kind").unique()
        return {kind: tuple(self.terms.loc[kind].index) for kind in kinds}

    def default(self, key: str) -> float:
        """The default of an assumption."""
        return self.assumptions[key].default

    def expected(self, key: str) -> float:
        """The beta-PERT mean of an assumption."""
        return self.assumptions[key].expected
