"""Change: the one fact whose smallest change would turn the verdict on a network."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date

from helpers.company import Company, field, hours_field
from helpers.data.tables import Tables
from helpers.models import fit
from helpers.models.decision import (
    CLOSE,
    DO_NOT_OPEN,
    KEEP,
    NOT_YET,
    OPEN,
    Decision,
    Flip,
)
from helpers.models.gate_figures import Changed, changed
from helpers.models.gates import Gate
from helpers.models.judging import judge
from helpers.models.plan import leader


def _ladders(
    company: Company, network: str, tables: Tables
) -> Iterator[tuple[str, float, list[float]]]:
    """Facts that can be moved for a network, with their present value and the steps upwards."""
    page = field("first_page")
    yield "first_page", company.first_page, _rungs(company.first_page, page.step, page.high)
    place = leader(company.people)
    if place is not None:
        hours, own = hours_field(), company.people[place].hours
        yield "hours", own, _rungs(own, hours.step, hours.high)
    asked = min(company.weekly.get(network) or 0, company.asked)
    yield f"weekly.{network}", asked, _rungs(asked, 1, company.asked)
    now = _content(company, network, tables)
    for kind, ability in company.content.items():
        top = field(f"content.{kind}")
        abler = changed(company, (Changed(f"content.{kind}", top.high),))
        if _content(abler, network, tables) > now:
            yield f"content.{kind}", ability, _rungs(ability, top.step, top.high)


def _content(company: Company, network: str, tables: Tables) -> float:
    """The content criterion of a network: an ability that it ignores needs no search."""
    table = fit.criteria(fit.situation(company, tables), tables)
    return float(table.at[network, "content"])


def _rungs(start: float, step: float, top: float) -> list[float]:
    count = math.floor((top - start) / step + 1e-9)
    return [round(start + step * n, 9) for n in range(1, count + 1)]


RANK = {CLOSE: 0, DO_NOT_OPEN: 0, NOT_YET: 1, OPEN: 2, KEEP: 2}
"""How good a verdict is for a network; close and do not open are the same answer."""


def smallest_change(
    decision: Decision, network: str, tables: Tables, today: date, rules: tuple[Gate, ...]
) -> Flip | None:
    """The one fact whose smallest change upwards betters a network's verdict.

    Each fact is moved in its own steps: a search of ten, half an hour, a customer asked, a
    step of ability. The fact with the fewest steps wins; None: no single fact does it. More
    of a fact never harms a network's own fit, so there the first step that turns the verdict
    is found by bisection. More hours may: they can raise the level for all. So every step of
    the hours is tried, from the smallest.
    """
    company, now = decision.company, RANK[decision[network].verdict]
    best: Flip | None = None

    def better(key: str, value: float) -> str:
        step = (Changed(key, value),)
        verdict = judge(company, tables, today, rules, step, only=network)[network].verdict
        return verdict if RANK[verdict] > now else ""

    for key, before, rungs in _ladders(company, network, tables):
        rungs = rungs[: best.steps - 1] if best else rungs
        first = _first_of_all if key == "hours" else _first_by_bisection

        def turns(value: float, key: str = key) -> bool:
            return bool(better(key, value))

        place = first(rungs, turns)
        if place is not None:
            verdict = better(key, rungs[place])
            best = Flip(network, key, before, rungs[place], place + 1, verdict)
    return best


def _first_of_all(rungs: list[float], turns: Callable[[float], bool]) -> int | None:
    return next((place for place, value in enumerate(rungs) if turns(value)), None)


def _first_by_bisection(rungs: list[float], turns: Callable[[float], bool]) -> int | None:
    """The first rung that turns, where all rungs above it turn as well."""
    if not rungs or not turns(rungs[-1]):
        return None
    return bisect_left(rungs, True, key=turns)
