"""Turning: the one fact that would turn each verdict, or the doors that have to open together.

Of those doors a leaner level may leave fewer.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from helpers.company import Company
from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import change, complexity, doors
from helpers.models.decision import NOT_YET, Decision, Flip, Judgement
from helpers.models.gates import Gate
from helpers.models.judging import judge, once_it_fits


@remembered(64)
def _flip(
    company: Company, network: str, tables: Tables, today: date, rules: tuple[Gate, ...]
) -> Flip | None:
    """What would change the verdict on a network, remembered: the search takes a while."""
    known = judge(company, tables, today, rules)
    return change.smallest_change(known, network, tables, today, rules)


def flips(
    decision: Decision,
    networks: Iterable[str],
    tables: Tables,
    today: date,
    rules: tuple[Gate, ...],
) -> dict[str, Flip]:
    """What would change the verdict on each of the networks, where the search found anything."""
    found = ((n, _flip(decision.company, n, tables, today, rules)) for n in networks)
    return {network: flip for network, flip in found if flip is not None}


def waiting(decision: Decision) -> list[str]:
    """The networks that are not yet opened."""
    return [j.network for j in decision.judgements if j.verdict == NOT_YET]


def needs(
    decision: Decision,
    networks: Iterable[str],
    found: Mapping[str, Flip],
    tables: Tables,
    today: date,
    rules: tuple[Gate, ...],
) -> dict[str, Judgement]:
    """Which of the networks no fact of those ``found`` opens, as they would be once they fit."""
    return {
        network: once_it_fits(decision.company, network, tables, today, rules)
        for network in networks
        if network not in found and decision[network].verdict == NOT_YET
    }


def leaner(
    decision: Decision,
    needed: Mapping[str, Judgement],
    tables: Tables,
    today: date,
    rules: tuple[Gate, ...],
) -> dict[str, Judgement]:
    """Which of the networks that ``needed`` doors together needs fewer at a leaner level.

    As it would be judged there: at the level that leaves fewest, of equals the deepest.
    """
    known, found = decision.company, {}
    for network, then in needed.items():
        shut = {door.door for door in doors.closed(then)}
        there = [
            once_it_fits(known.changed(level=level), network, tables, today, rules)
            for level in complexity.levels(known.level)[1:]
        ]
        fewer = [one for one in there if {door.door for door in doors.closed(one)} < shut]
        if fewer:
            found[network] = min(fewer, key=lambda one: len(doors.closed(one)))
    return found
