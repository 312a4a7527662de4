"""SWOT with proof, importance and action; TOWS pairs; which two lines an action joins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helpers.company import Company, Person, SwotEntry
from helpers.data.tables import Tables
from helpers.models.plan import Further, Plan

BOXES = ("strength", "weakness", "opportunity", "threat")
INSIDE, OUTSIDE = BOXES[:2], BOXES[2:]
MOST = 3
"""Entries in a box; a longer list is a list of worries, not an analysis."""

STRATEGIES = {
    ("strength", "opportunity"): "SO",
    ("weakness", "opportunity"): "WO",
    ("strength", "threat"): "ST",
    ("weakness", "threat"): "WT",
}


@dataclass(frozen=True)
class Line:
    """A line as it stands on a board, with every action that it calls for."""

    box: str
    text: str
    proof: str = ""
    importance: int = 2
    actions: tuple[str, ...] = ()
    action: str = ""
    """The one that the firm takes because of it; what a line calls for is only a proposal."""

    @classmethod
    def of(cls, entry: SwotEntry) -> "Line":
        """A line that a firm wrote; it calls for the action that stands there, or for none."""
        calls = (entry.action,) if entry.action else ()
        return cls(entry.box, entry.text, entry.proof, entry.importance, calls, entry.action)

    def entry(self) -> SwotEntry:
        """The line as a company file keeps it."""
        return SwotEntry(self.box, self.text, self.proof, self.importance, self.action)


@dataclass(frozen=True)
class Pair:
    """An entry from inside the firm with one from outside (TOWS, Weihrich 1982).

    ``weight`` is the product of both importances, 1 to 9: it sorts, it proves nothing.
    """

    strategy: str
    inside: SwotEntry
    outside: SwotEntry
    weight: int


def is_proved(entry: SwotEntry | Line) -> bool:
    """Whether a proof stands beside a line."""
    return bool(entry.proof.strip())


def is_wish(entry: SwotEntry | Line) -> bool:
    """True for a line without a proof or without an action that is taken."""
    return not (is_proved(entry) and entry.action)


def pairs(entries: Sequence[SwotEntry]) -> list[Pair]:
    """Every inside entry with every outside one, the weightiest first; wishes are left out."""
    sound = [entry for entry in entries if not is_wish(entry)]
    found = [
        Pair(STRATEGIES[inside.box, outside.box], inside, outside, weight)
        for inside in sound
        for outside in sound
        if (inside.box, outside.box) in STRATEGIES
        for weight in (inside.importance * outside.importance,)
    ]
    return sorted(found, key=lambda pair: -pair.weight)


Ends = tuple[int | None, int | None]
"""Places of a line from inside and of one from outside; None where a side has none."""


def joined(lines: Sequence[Line], action: str) -> Ends | None:
    """The places of the lines that an action joins, one from inside and one from outside.

    Each is the weightiest line of its side that has a proof and calls for the action; None for
    both where no such line does.
    """

    def best(boxes: Iterable[str]) -> int | None:
        able = [
            place
            for place, line in enumerate(lines)
            if line.box in boxes and is_proved(line) and action in line.actions
        ]
        return min(able, key=lambda place: -lines[place].importance, default=None)

    ends = best(INSIDE), best(OUTSIDE)
    return None if ends == (None, None) else ends


def taken(lines: Sequence[Line], chosen: Sequence[str]) -> tuple[str, ...]:
    """By line, the action that is taken because of it; '' for a wish.

    That is the one which the firm wrote beside it, else the first of the ``chosen`` ones that it
    calls for. Without a proof there is none.
    """

    def of(line: Line) -> str:
        if not is_proved(line):
            return ""
        called = [a for a in chosen if a in line.actions]
        return next(iter([*filter(None, [line.action]), *called]), "")

    return tuple(map(of, lines))


def planned(plan: Plan, company: Company, actions: Sequence[str], tables: Tables) -> Plan:
    """The plan with the actions: the people and hours they bring, the hours and euros they take.

    Hours are those until an action works. Somebody whom an action brings is named by its key.
    """
    if not actions:
        return plan
    rows = tables.actions.loc[list(actions)]
    people = rows[rows["field"] == "hours"]["change"]
    bought = float(rows[rows["field"] == "bought_hours"]["change"].sum())
    work = Further("actions", float(rows["hours"].sum()), float(rows["euros"].sum()))
    taken = (work,) if work.hours or work.euros else ()
    return replace(
        plan,
        people=(*plan.people, *(Person(str(key), float(hours)) for key, hours in people.items())),
        bought_hours=plan.bought_hours + bought,
        further=(*plan.further, *taken),
    )
