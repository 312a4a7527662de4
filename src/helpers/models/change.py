"""Change: the one fact whose smallest change would turn the verdict on a network."""

import math
from collections.abc import Iterator
from datetime import date

from helpers.company import Company, field, hours_field
from helpers.models import effort, fit
from helpers.models.decision import (
    CLOSE,
    DO_NOT_OPEN,
    KEEP,
    NOT_YET,
    OPEN,
    Decision,
    Flip,
    Gate,
    Step,
    changed,
    judge,
)
from helpers.tables import Tables


def _ladders(
    company: Company, network: str, tables: Tables
) -> Iterator[tuple[str, float, list[float]]]:
    """Facts that can be moved for a network, with their present value and the steps upwards."""
    page = field("first_page")
    yield "first_page", company.first_page, _rungs(company.first_page, page.step, page.high)
    place = effort.leader(company.people)
    if place is not None:
        hours, own = hours_field(), company.people[place].hours
        yield "hours", own, _rungs(own, hours.step, hours.high)
    asked = min(company.weekly.get(network) or 0, company.asked)
    yield f"weekly.{network}", asked, _rungs(asked, 1, company.asked)
    for kind, ability in company.content.items():
        top = field(f"content.{kind}")
        if _content(company, network, kind, top.high, tables) > _content(
            company, network, kind, ability, tables
        ):
            yield f"content.{kind}", ability, _rungs(ability, top.step, top.high)


def _content(company: Company, network: str, kind: str, ability: float, tables: Tables) -> float:
    """The content criterion of a network with another ability: what it ignores needs no search."""
    there = fit.situation(changed(company, (Step(f"content.{kind}", ability),)), tables)
    return float(fit.criteria(there, tables).at[network, "content"])


def _rungs(start: float, step: float, top: float) -> list[float]:
    count = math.floor((top - start) / step + 1e-9)
    return [round(start + step * n, 9) for n in range(1, count + 1)]


RANK = {CLOSE: 0, DO_NOT_OPEN: 0, NOT_YET: 1, OPEN: 2, KEEP: 2}
"""How good a verdict is for a network; close and do not open are the same answer."""


def smallest_change(
    decision: Decision, network: str, tables: Tables, today: date, rules: tuple[Gate, ...]
) -> Flip | None:
    """The one fact whose smallest change upwards betters a network's verdict.

    Each fact is moved in its own steps (a search of ten, half an hour, a customer asked, a
    step of ability) and the first step that turns the verdict is found by bisection; the
    fact with the fewest steps wins. None: no single fact does it.
    """
    company, now = decision.company, RANK[decision[network].verdict]
    found: list[Flip] = []

    def better(key: str, value: float) -> str:
        step = (Step(key, value),)
        verdict = judge(company, tables, today, rules, step, only=network)[network].verdict
        return verdict if RANK[verdict] > now else ""

    for key, before, rungs in _ladders(company, network, tables):
        most = found[0].steps if found else len(rungs)
        rungs = rungs[:most]
        if not rungs or not better(key, rungs[-1]):
            continue
        low, high = 0, len(rungs) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if better(key, rungs[middle]) else (middle + 1, high)
        if not found or low + 1 < found[0].steps:
            flip = Flip(network, key, before, rungs[low], low + 1, better(key, rungs[low]))
            found = [flip]
    return found[0] if found else None
