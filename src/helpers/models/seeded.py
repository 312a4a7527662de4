"""Seeded draws: the same question gets the same random numbers, every time."""

import math
import zlib

import numpy as np

from helpers.data.record import remembered

Number = float | np.ndarray
"""A value, or draws of it."""
COMMON = 7
"""Seed of what all unit times share."""


def noise(shape: tuple[int, ...], spread: float, seed: int) -> np.ndarray:
    """Triangular steps from −``spread`` to ``spread``, most of them near nought."""
    rng = np.random.default_rng(seed)
    if spread == 0:
        return np.zeros(shape)
    return rng.triangular(-spread, 0, spread, shape)


def dirichlet(alpha: np.ndarray, draws: int, seed: int) -> np.ndarray:
    """Weights that add up to 1 in each of ``draws`` rows."""
    return np.random.default_rng(seed).dirichlet(alpha, draws)


@remembered(8)
def beta(good: tuple[float, ...], bad: tuple[float, ...], draws: int, seed: int) -> np.ndarray:
    """Shares after so much for and so much against: ``draws`` rows, a column for each pair."""
    rng = np.random.default_rng(seed)
    return rng.beta(np.maximum(good, 0.01), np.maximum(bad, 0.01), (draws, len(good)))


@remembered(256)
def pert_draws(
    key: str, low: float, default: float, high: float, draws: int, alike: float = 0.0
) -> np.ndarray:
    """Beta-PERT draws; every key has a stream of its own, so that one does not shift another.

    ``alike`` (0–1) is how far all keys rise and fall together: the same values stand in the
    order of w = √ρ · z₀ + √(1 − ρ) · z, where z₀ is common to all keys, so that no mean moves.
    """
    spread = high - low
    rng = np.random.default_rng(zlib.crc32(key.encode()))
    alpha = 1 + 4 * (default - low) / spread
    beta = 1 + 4 * (high - default) / spread
    drawn = low + spread * rng.beta(alpha, beta, draws)
    if not alike:
        return drawn
    together = math.sqrt(alike) * _common(draws)
    order = together + math.sqrt(1 - alike) * rng.standard_normal(draws)
    return np.sort(drawn)[order.argsort().argsort()]


@remembered(4)
def _common(draws: int) -> np.ndarray:
    """What all unit times of a firm share in each draw: it is quick, or slow at everything."""
    return np.random.default_rng(COMMON).standard_normal(draws)
