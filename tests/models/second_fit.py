"""Fit once more, as the specification says it in words: plain loops, own draws, no shared code.

It reads the tables of the course as text and draws with a generator of its own, so that the
two agree only where both follow the specification.
"""

import csv
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from helpers import context
from helpers.models.fit import Situation

DATA = context.CHECKOUT / "data"
OPTIONS = (
    "none",
    *("facebook", "instagram", "linkedin", "x", "youtube", "tiktok", "pinterest", "threads"),
)
PURPOSES = ("brand", "leads", "care", "community", "recruiting", "listening", "traffic")
FORMATS = ("text", "photo", "short_video", "long_video")
WEIGHTS = ("purpose", "audience", "content")
TOTALS = {"linkedin": 32, "pinterest": 36}
"""Percentage of adults of 2024, where no survey counts every age."""
SURVEY = 5
"""The survey counts as so many customers."""


def _rows(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


RATED = {
    (row["network"], row["dimension"], row["item"]): float(row["rating"])
    for row in _rows("ratings.csv")
}
BY_AGE = {
    (row["network"], row["segment"]): float(row["value"]) / 100
    for row in _rows("evidence/audience.csv")
    if row["series"] == "ever_use" and row["dimension"] == "age"
}


def _rating(option: str, purpose: str, market: str) -> float:
    if purpose == "leads":
        return RATED[option, "leads", market]
    return RATED[option, "purpose", purpose]


def _published(option: str, situation: Situation) -> float:
    if option in TOTALS:
        return TOTALS[option] / 100
    ages = situation.ages
    return sum(ages[age] * BY_AGE[option, age] for age in ages) / sum(ages.values())


def _shares(stated: Sequence[float]) -> np.ndarray:
    values = np.array(stated, dtype=float)
    return values / values.sum()


def draw(situation: Situation, rng: np.random.Generator | None = None) -> dict[str, float]:
    """The fit of every option; with a generator, in one plausible reading."""

    def step() -> float:
        return 0.0 if rng is None else rng.triangular(-1, 0, 1)

    def moved(rating: float) -> float:
        return min(4.0, max(0.0, rating + step()))

    weights = _shares([situation.weights[w] for w in WEIGHTS])
    if rng is not None:
        weights = rng.dirichlet(1 + 20 * weights)
    why = _shares([situation.purposes.get(p, 0) for p in PURPOSES])
    fits = {}
    for option in OPTIONS:
        purpose = sum(
            share * moved(_rating(option, p, situation.market)) / 4
            for share, p in zip(why, PURPOSES, strict=True)
        )
        mood = moved(RATED[option, "market", situation.market]) / 4
        mood += (1 - mood) * 0.5 * RATED[option, "lift", "people"] / 4 * situation.profiles
        if option == "none":
            found, search = situation.first_page, situation.search_share
            if rng is not None:
                found = rng.beta(10 * found + 0.5, 10 * (1 - found) + 0.5)
                search = min(1.0, max(0.0, search + rng.triangular(-0.15, 0, 0.15)))
            audience = search * (1 - found) * mood
        else:
            weekly = situation.weekly.get(option, 0)
            good = SURVEY * _published(option, situation) + weekly
            bad = SURVEY + situation.asked - good
            here = good / (good + bad)
            if rng is not None:
                here = rng.beta(max(good, 0.01), max(bad, 0.01))
            audience = here * mood
            audience *= 1 - situation.following.get(option, 0)
        content = max(
            moved(RATED[option, "format", form]) / 4 * situation.content.get(form, 0) / 4
            for form in FORMATS
            if (option, "format", form) in RATED
        )
        fits[option] = weights @ (purpose, audience, content)
    return fits


def readings(situation: Situation, draws: int = 3000) -> dict[str, float]:
    """How often each option beats none: shares of the draws."""
    rng = np.random.default_rng(7)
    beats = dict.fromkeys(OPTIONS, 0.0)
    for _draw in range(draws):
        fits = draw(situation, rng)
        for option in OPTIONS:
            beats[option] += (fits[option] > fits["none"]) / draws
    return beats


def alone(situation: Situation) -> dict[str, dict[str, float]]:
    """The fit of every option for each purpose as the only one."""
    return {p: draw(replace(situation, purposes={p: 1})) for p in PURPOSES}
