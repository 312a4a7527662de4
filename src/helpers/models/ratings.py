"""Ratings: how well each option serves a purpose, a market and a format, as arrays and draws."""

from collections.abc import Sequence

import numpy as np

from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import seeded

SEED = 20261123
"""Always the same: a figure must not change by itself. Its streams 1 to 3 are used here."""
LEADS = "leads"
"""The purpose whose ratings depend on the market; a dimension of its own in the ratings."""


def _rated(tables: Tables, dimension: str, items: Sequence[str]) -> np.ndarray:
    """Ratings 0–4 as options × items, the option of having none first; NaN where not rated."""
    rows = tables.ratings[tables.ratings["dimension"] == dimension]
    wide = rows.pivot(index="network", columns="item", values="rating")
    wide = wide.reindex(index=tables.option_keys, columns=items)
    ratings: np.ndarray = wide.to_numpy(dtype=float, copy=True)
    return ratings


def _of_purposes(tables: Tables, market: str) -> np.ndarray:
    """Ratings of the purposes; how well leads are made depends on the market."""
    purposes = tables.keys("purpose")
    ratings = _rated(tables, "purpose", purposes)
    ratings[:, purposes.index(LEADS)] = _rated(tables, LEADS, [market])[:, 0]
    return ratings


@remembered(16)
def arrays(tables: Tables, market: str) -> tuple[np.ndarray, ...]:
    """Ratings of purposes, market, lift by people and formats, an option a row."""
    return (
        _of_purposes(tables, market),
        _rated(tables, "market", [market])[:, 0],
        _rated(tables, "lift", ["people"])[:, 0],
        _rated(tables, "format", tables.keys("format")),
    )


@remembered(2)
def jittered(tables: Tables, market: str, draws: int) -> tuple[np.ndarray, ...]:
    """Ratings of purposes, market and formats up to a step up or down, a draw a row.

    Remembered: they are the same for every firm of a market, and most of the work.
    """
    spread = tables.default("rating_spread")
    purpose, mood, _lift, formats = arrays(tables, market)
    streams = ((purpose, 1), (mood, 2), (formats, 3))
    purposes, market_moods, of_formats = (
        np.clip(ratings + seeded.noise((draws, *ratings.shape), spread, SEED + stream), 0, 4)
        for ratings, stream in streams
    )
    # The best format of each draw is looked for in every question: a format a row is quicker.
    of_formats = np.nan_to_num(of_formats)
    return purposes, market_moods, np.ascontiguousarray(of_formats.transpose(2, 0, 1))
