"""The upright axis of lesson 11: what is changed does not move it, unless more has to fit in."""

from helpers.models.result import Result
from helpers.views.buyers_forms import ALONE, LOW

START = "start"
"""The fact with the contacts reached and the page's possible buyers where a studio begins."""


def _fitting(reached: float, page: float) -> float:
    """An axis for so many contacts reached and so many possible buyers of the page."""
    return max(reached, page / (LOW if reached else ALONE), 1e-9)


def scale_of(result: Result) -> float:
    """The most that the axis shows: that of the start, unless the line or the band leaves it."""
    reached, page = result.value("reached"), result.value("page_buyers")
    if START not in result.facts:
        return _fitting(reached, page)
    return max(reached, page / LOW, _fitting(*result.facts[START]))


def outgrown(result: Result) -> bool:
    """Whether the axis shows more than where the studio began."""
    return START in result.facts and scale_of(result) > 1.001 * _fitting(*result.facts[START])
