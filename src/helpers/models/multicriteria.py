"""Multi-criteria methods: weights and the weighted sum."""

from collections.abc import Mapping

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
