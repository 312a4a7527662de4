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

    @classmethod
    def of(cls, entry: SwotEntry) -> "Line":
        """A line that a firm wrote; it calls for one action, or for none."""
        actions = (entry.action,) if entry.action else ()
        return cls(entry.box, entry.text, entry.proof, entry.importance, actions)

    @property
    def action(self) -> str:
        """The action that it calls for first; '' for none."""
        return self.actions[0] if self.actions else ""

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


def is_wish(entry: SwotEntry | Line) -> bool:
    """True for a line without a proof or without an action."""
    return not (entry.proof.strip() and entry.action)


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


def joined(lines: Sequence[Line], action: str) -> tuple[int, int] | None:
    """The places of the two lines that an action joins, one from inside and one from outside.

    Lines that call for the action come first, then the weightier; wishes join nothing. None
    where no sound line calls for it, or where one of the two sides has no sound line.
    """

    def best(boxes: Iterable[str]) -> int | None:
        sound = [p for p, line in enumerate(lines) if line.box in boxes and not is_wish(line)]
        ranked = sorted(sound, key=lambda p: (action not in lines[p].actions, -lines[p].importance))
        return next(iter(ranked), None)

    inside, outside = best(INSIDE), best(OUTSIDE)
    if inside is None or outside is None:
        return None
    called = any(action in lines[place].actions for place in (inside, outside))
    return (inside, outside) if called else None


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
