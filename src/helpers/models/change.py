"""Change: the one fact whose smallest change would open or keep a network."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from helpers.company import Company, Field, field, hours_field
from helpers.data.tables import Tables
from helpers.models import complexity, effort, fit
from helpers.models.decision import POSITIVE, Decision, Flip
from helpers.models.gate_figures import (
    OF_A_SET,
    SECOND_NAME,
    Changed,
    answering_names,
    changed,
    written_topics,
)
from helpers.models.gates import Gate
from helpers.models.judging import can_be_kept, judge
from helpers.models.plan import leader


@dataclass(frozen=True)
class Ladder:
    """A fact that can be moved: its present value and the values above it, a step each."""

    key: str
    before: float
    rungs: Sequence[float]
    first: int = 0
    """The rung from which on the network could be kept by itself: below it nothing opens."""


def smallest_change(
    decision: Decision, network: str, tables: Tables, today: date, rules: tuple[Gate, ...]
) -> Flip | None:
    """The one fact whose smallest change makes a network's verdict open or keep.

    Each fact is moved in its natural steps: a search of ten, half an hour, a customer asked, a
    step of ability, five minutes, a topic, a leaner level for all that is opened. The fact with
    the fewest steps wins; None: no single fact does it. Every step is tried, from the smallest:
    more of a fact may also let another network lead, so that what holds at one step need not hold
    above it. Only where no fact of its own does it, what is known of the others is moved, too: it
    turns who stands beside whom.
    """
    own = _ladders(decision.company, network, decision, tables)
    found = _first(own, decision, network, tables, today, rules)
    if found is not None:
        return found
    others = _of_others(decision.company, network, decision, tables)
    return _first(others, decision, network, tables, today, rules)


def _first(
    moved: Iterator[Ladder],
    decision: Decision,
    network: str,
    tables: Tables,
    today: date,
    rules: tuple[Gate, ...],
) -> Flip | None:
    """The fact among those ``moved`` that opens or keeps a network in the fewest steps."""
    known = decision.company

    def kept(*steps: Changed) -> bool:
        return can_be_kept(known, network, tables, today, rules, steps)

    ladders = list(_worth_trying(moved, kept))
    for place in range(max((len(ladder.rungs) for ladder in ladders), default=0)):
        for ladder in ladders:
            if not ladder.first <= place < len(ladder.rungs):
                continue
            value = ladder.rungs[place]
            step = (Changed(ladder.key, value),)
            found = judge(known, tables, today, rules, step, only=network)
            verdict = found[network].verdict
            if verdict in POSITIVE:
                opened = found.best.networks if found.best else ()
                before, after = _told(known, ladder, value, opened, tables)
                return Flip(
                    network,
                    ladder.key,
                    before,
                    after,
                    place + 1,
                    verdict,
                    found[network].trial,
                    decision[network].would_lead,
                    tuple(n for n in decision.opened if n not in opened),
                    tuple(n for n in opened if n not in (network, *decision.opened)),
                )
    return None


def _told(
    known: Company, ladder: Ladder, value: float, opened: tuple[str, ...], tables: Tables
) -> tuple[float, float]:
    """A fact before and after; of a level the posts a week of all that is then opened."""
    _group, _dot, level = ladder.key.partition(".")
    if not ladder.key.startswith(LEVEL):
        return ladder.before, value
    before, after = (
        sum(effort.network_posts(tables, network, one) for network in opened)
        for one in (known.level, level)
    )
    return before, after


def _worth_trying(ladders: Iterator[Ladder], kept: Callable[..., bool]) -> Iterator[Ladder]:
    """The ladders on which the network could be kept by itself, from the rung where that begins.

    More of what a set is asked for never makes a network harder to keep, so that the rung is
    found by bisection; other facts do not touch it.
    """
    now = kept()
    for ladder in ladders:
        if now:
            yield ladder
        elif ladder.key in MEANS:
            first = bisect_left(ladder.rungs, True, key=partial(_keeps, kept, ladder.key))
            yield replace(ladder, first=first)


def _keeps(kept: Callable[..., bool], key: str, value: float) -> bool:
    return kept(Changed(key, value))


MEANS = (
    *("hours", "cash", "answer_minutes", "look_hours", "answer_days"),
    *("states_hours", "promise_hours"),
)
"""Facts that a set of networks is kept with; of all but ``look_hours`` more is better."""
LEVEL = "level."
"""Before the name of a leaner level; it is for all that is opened."""
BESIDE = ("gain", "at_once")
SETS = {*OF_A_SET, *BESIDE}
"""Measures that what is opened, and so any fact about a set, may repair."""


def _ladders(
    company: Company, network: str, decision: Decision, tables: Tables
) -> Iterator[Ladder]:
    """The facts that could repair everything at which a network fails."""
    failed = {outcome.gate.measure for outcome in decision[network].failed}

    def repairs(*direct: str) -> bool:
        # Whatever turns who leads, or at which level, may repair what is asked of a set.
        return failed <= {*direct, *SETS}

    if repairs("first_page", "stability"):
        yield _by_steps("first_page", company.first_page, field("first_page"))
    if repairs("audience", "fit", "stability"):
        asked = min(company.weekly.get(network) or 0, company.asked)
        each = field(f"weekly.{network}")
        yield _by_steps(f"weekly.{network}", asked, each, company.asked)
    if repairs("fit", "stability"):
        yield from _abilities(company, network, tables)
    if repairs():
        yield from _means(company, tables)
    if repairs("topics"):
        most = tables.default("gate_G8")
        yield _by_steps("topics", written_topics(company), None, most)
    if repairs("names"):
        yield Ladder(SECOND_NAME, answering_names(company), [1.0])


def _of_others(
    company: Company, network: str, decision: Decision, tables: Tables
) -> Iterator[Ladder]:
    """What is known of the other networks, and every ability: only a set may turn by these."""
    if not {outcome.gate.measure for outcome in decision[network].failed} <= SETS:
        return
    for other in tables.network_keys:
        if other != network:
            asked = min(company.weekly.get(other) or 0, company.asked)
            key = f"weekly.{other}"
            yield _by_steps(key, asked, field(key), company.asked)
    for kind, ability in company.content.items():
        key = f"content.{kind}"
        yield _by_steps(key, ability, field(key))


def _means(company: Company, tables: Tables) -> Iterator[Ladder]:
    """Hours, answers, euros, and a leaner level, which takes less of them."""
    if not company.states_hours:  # of as many steps, what is only said comes before work
        yield Ladder("states_hours", 0.0, [1.0])
    place = leader(company.people)
    if place is not None:
        yield _by_steps("hours", company.people[place].hours, hours_field())
    minutes, promise, cash = (field(key) for key in ("answer_minutes", "promise_hours", "cash"))
    yield _by_steps("answer_minutes", company.answer_minutes, minutes, minutes.slider_to)
    # A second look at the end of the day, then twice as often, and again.
    span = tables.default("look_span")
    oftener = [span / 2**times for times in range(4) if span / 2**times < company.look_hours]
    yield Ladder("look_hours", company.look_hours, oftener)
    yield _by_steps("answer_days", company.answer_days, field("answer_days"))
    yield _by_steps("promise_hours", company.promise_hours, promise, promise.slider_to)
    yield _by_steps("cash", company.cash, cash, cash.slider_to)
    leaner = complexity.levels(company.level)[1:]
    for place, level in enumerate(leaner):
        down = [float(-step) for step in range(1, place + 2)]
        yield Ladder(f"{LEVEL}{level}", 0.0, down, first=place)


def _abilities(company: Company, network: str, tables: Tables) -> Iterator[Ladder]:
    """The formats in which more ability serves a network."""
    now = _content(company, network, tables)
    for kind, ability in company.content.items():
        top = field(f"content.{kind}")
        abler = changed(company, (Changed(f"content.{kind}", top.high),))
        if _content(abler, network, tables) > now:
            yield _by_steps(f"content.{kind}", ability, top)


def _content(company: Company, network: str, tables: Tables) -> float:
    """The content criterion of a network: an ability that it ignores needs no search."""
    table = fit.criteria(fit.situation(company, tables), tables)
    return float(table.at[network, "content"])


def _by_steps(key: str, start: float, each: Field | None, most: float | None = None) -> Ladder:
    """From ``start`` upwards in the natural steps of a field, by one where there is none."""
    step = each.natural_step if each else 1.0
    top = most if most is not None else (each.high if each else start)
    count = math.floor((top - start) / step + 1e-9)
    return Ladder(key, start, [round(start + step * n, 9) for n in range(1, count + 1)])
