"""Calibration: how often what was predicted came true, by how sure one was of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from helpers.data.tables import Tables
from helpers.models.result import Result, Sheet

SURER, LESS_SURE = "surer", "less sure"
"""Habits: to be surer than one's hits support, or less sure than they would."""


@dataclass(frozen=True)
class Forecast:
    """One prediction: how sure one was (0–1), and whether it came true."""

    sure: float
    right: bool


def brier(forecasts: Iterable[Forecast]) -> float | None:
    """Mean squared distance of confidence and outcome (Brier 1950): 0 is perfect, 1 the worst.

    None without forecasts. Who says 0.5 each time gets 0.25.
    """
    each = [(f.sure - f.right) ** 2 for f in forecasts]
    return sum(each) / len(each) if each else None


def by_sure(forecasts: Iterable[Forecast]) -> dict[float, list[bool]]:
    """Whether each came true, by how sure one was, the least sure first."""
    known = sorted(forecasts, key=lambda f: f.sure)
    return {sure: [f.right for f in group] for sure, group in groupby(known, key=lambda f: f.sure)}


def claimed(forecasts: Iterable[Forecast], guess: float) -> list[Forecast]:
    """Those that claim something: a ``guess``, or what is no surer, does not."""
    return [f for f in forecasts if f.sure > guess]


def answer(forecasts: Iterable[Forecast], tables: Tables, guess: float) -> Result:
    """Predictions and hits by confidence, how many should have come true, the Brier score.

    Who is no surer than a ``guess`` claims nothing: a blind one hits a number far less often than
    it says. So only those that are ``held`` against their hits count in ``expected``, ``hits`` and
    ``brier``; the fact ``habit`` is "surer" or "less sure" where these differ by more than chance.
    """
    known = tuple(forecasts)
    sheet = Sheet()
    levels = by_sure(known)
    for place, (level, came_true) in enumerate(levels.items()):
        sheet.add(f"level{place}.sure", level, "share")
        sheet.add(f"level{place}.made", len(came_true), "count")
        sheet.add(f"level{place}.right", sum(came_true), "count")
    made, right = len(known), sum(f.right for f in known)
    sheet.add("made", made, "count")
    sheet.add("right", right, "count")
    held = claimed(known, guess)
    sheet.add("held", len(held), "count")
    sure, hits = sum(f.sure for f in held), sum(f.right for f in held)
    sheet.add("expected", sure, "count")
    sheet.add("hits", hits, "count")
    sheet.add("least", tables.default("calibration_least"), "count")
    score = brier(held)
    if score is not None:
        sheet.add("brier", score, "fraction")
    calm, habit = tables.default("calibration_calm"), ""
    if abs(hits - sure) > calm:
        habit = SURER if hits < sure else LESS_SURE
    return sheet.result((f"level{place}" for place in range(len(levels))), habit=habit)
