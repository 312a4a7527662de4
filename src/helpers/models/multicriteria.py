"""Multi-criteria methods: weights, weighted sum, TOPSIS, must-haves."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd


def normalised(weights: Mapping[str, float]) -> tuple[dict[str, float], bool]:
    """Weights that add up to 1; all zero gives equal weights, and True as second value."""
    total = sum(weights.values())
    if total <= 0:
        return dict.fromkeys(weights, 1 / len(weights)), True
    return {key: value / total for key, value in weights.items()}, False


def score(table: pd.DataFrame, weights: Mapping[str, float]) -> pd.DataFrame:
    """Weighted sum of the criteria: a column of contribution for each, and their ``fit``."""
    shares, _zero = normalised({c: weights.get(c, 0) for c in table.columns})
    contributions = table * pd.Series(shares)
    return contributions.assign(fit=contributions.sum(axis=1))


def topsis(
    table: pd.DataFrame, weights: Mapping[str, float], costs: Iterable[str] = ()
) -> pd.Series:
    """Closeness to the ideal option, 0–1 (Hwang & Yoon 1981), vector normalisation.

    ``costs`` names columns of which less is better. Unlike the weighted sum on fixed
    scales, TOPSIS may change the order of two options when a third one is added.
    """
    shares, _zero = normalised({c: weights.get(c, 0) for c in table.columns})
    length = np.sqrt((table**2).sum()).replace(0, 1)
    weighted = table / length * pd.Series(shares)
    best, worst = weighted.max(), weighted.min()
    for column in costs:
        best[column], worst[column] = worst[column], best[column]
    to_best = np.sqrt(((weighted - best) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - worst) ** 2).sum(axis=1))
    distance = (to_best + to_worst).replace(0, 1)
    return to_worst / distance


def passes_must_haves(table: pd.DataFrame, least: Mapping[str, float]) -> pd.Series:
    """Conjunctive screen: True where an option reaches every must-have level."""
    return (table[list(least)] >= pd.Series(dict(least))).all(axis=1)
