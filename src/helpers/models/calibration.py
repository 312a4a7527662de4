"""Calibration: how often what was predicted came true, by how sure one was of it."""

from collections.abc import Iterable
from dataclasses import dataclass

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


def answer(forecasts: Iterable[Forecast], tables: Tables) -> Result:
    """Predictions and hits by confidence, how many should have come true, the Brier score.

    The fact ``habit`` is "surer" or "less sure" where hits differ from that by more than chance.
    """
    known = tuple(forecasts)
    sheet = Sheet()
    levels = tuple(sorted({f.sure for f in known}))
    for place, level in enumerate(levels):
        group = [f for f in known if f.sure == level]
        sheet.add(f"level{place}.sure", level, "share")
        sheet.add(f"level{place}.made", len(group), "count")
        hits = sum(f.right for f in group)
        sheet.add(f"level{place}.right", hits, "count")
    made, right = len(known), sum(f.right for f in known)
    sheet.add("made", made, "count")
    sheet.add("right", right, "count")
    sure = sum(f.sure for f in known)
    sheet.add("expected", sure, "count")
    sheet.add("least", tables.default("calibration_least"), "count")
    score = brier(known)
    if score is not None:
        sheet.add("brier", score, "fraction")
    calm, habit = tables.default("calibration_calm"), ""
    if abs(right - sure) > calm:
        habit = SURER if right < sure else LESS_SURE
    return sheet.result((f"level{place}" for place in range(len(levels))), habit=habit)
