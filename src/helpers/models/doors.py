"""Doors: what is asked of a network one after the other, and the one at which its way ends.

A door is one gate or several that ask the same; the gates say how each comes out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helpers.company import hours_field
from helpers.data.tables import Tables
from helpers.models import fit
from helpers.models.decision import Decision, Judgement
from helpers.models.gate_figures import Changed, changed
from helpers.models.gates import (
    BORDERLINE,
    FAILED,
    OFF,
    PASS,
    SKIPPED,
    STOP,
    WAIT,
    Gate,
    Outcome,
    of_measure,
)
from helpers.models.judging import judge, stopped_alone
from helpers.models.plan import leader
from helpers.models.result import Result, Sheet

DOORS = {
    "why": ("objective_parts", "main_purpose"),
    "people": ("audience",),
    "veto": ("vetoes",),
    "fit": ("fit",),
    "site": ("stability",),
    "hours": ("coverage",),
    "beside": ("gain", "at_once"),
    "euros": ("euros",),
    "replies": ("load", "in_time"),
    "name": ("names",),
    "website": ("checks",),
    "search": ("first_page",),
    "topics": ("topics",),
    "pays": ("customers", "accepted", "needed"),
}
"""The measures of the gates that each door asks."""
OF_MEASURE = {measure: door for door, measures in DOORS.items() for measure in measures}
ORDER = (SKIPPED, OFF, PASS, BORDERLINE, WAIT, STOP)
"""From best to worst: a door of several gates is as far open as the worst of them."""
SHOWN = {"replies": "in_time"}
"""What stands on a door of several gates as long as all are open; else the first of them."""
UNSEEN = ("veto", "beside")
"""Doors that nobody notices as long as they are open."""


@dataclass(frozen=True)
class Door:
    """One door of a network: its gates' outcomes, of which ``shown`` stands for them all."""

    door: str
    outcomes: tuple[Outcome, ...]

    @property
    def shown(self) -> Outcome:
        """The first outcome of the worst state, or what stands for an open door."""
        found = max(self.outcomes, key=lambda o: ORDER.index(o.state))
        if found.state != PASS:
            return found
        asked = (o for o in self.outcomes if o.gate.measure == SHOWN.get(self.door))
        return next(asked, found)

    @property
    def state(self) -> str:
        """How far it is open: the state of the worst gate."""
        return self.shown.state

    @property
    def closed(self) -> bool:
        """Whether the way ends here."""
        return self.state in FAILED


def doors(judgement: Judgement) -> tuple[Door, ...]:
    """The doors of a network in the order of the gates; what does not apply has none."""
    found: dict[str, list[Outcome]] = {}
    for outcome in judgement.outcomes:
        if outcome.state != SKIPPED:
            found.setdefault(OF_MEASURE[outcome.gate.measure], []).append(outcome)
    made = (Door(door, tuple(outcomes)) for door, outcomes in found.items())
    return tuple(d for d in made if d.door not in UNSEEN or d.closed)


def deciding(judgement: Judgement) -> Door | None:
    """The door at which the way ends: one shut for good, else the first closed; None: all open."""
    all_doors = doors(judgement)
    shut = [door for door in all_doors if door.state == STOP]
    closed = [door for door in all_doors if door.closed]
    return next(iter([*shut, *closed]), None)


def closed(judgement: Judgement) -> tuple[Door, ...]:
    """The doors that are closed; all of them have to open before the network does."""
    return tuple(door for door in doors(judgement) if door.closed)


def ajar(judgement: Judgement) -> tuple[Door, ...]:
    """The doors that a trial may open."""
    return tuple(door for door in doors(judgement) if door.state == BORDERLINE)


def nearly(judgement: Judgement) -> Door | None:
    """The first door that is ajar; None: there is none."""
    return next(iter(ajar(judgement)), None)


def stopped(decision: Decision) -> dict[str, int]:
    """How many networks each door stops, in the order of the doors; none that stops nobody."""
    found = [deciding(judgement) for judgement in decision.judgements]
    counts = {door: sum(d is not None and d.door == door for d in found) for door in DOORS}
    return {door: count for door, count in counts.items() if count}


def way(decision: Decision, asked: Iterable[str], tables: Tables, today: date) -> Result:
    """How many networks each of the ``asked`` doors stops, as ``stopped.DOOR``.

    ``left.DOOR`` are those that go on behind it, ``alone.DOOR`` those that it would stop were it
    asked first.
    """
    counts, sheet = stopped(decision), Sheet()
    first = stopped_alone(decision.company, tables, today)
    left = len(decision.judgements)
    for door in asked:
        left -= counts.get(door, 0)
        sheet.add(f"stopped.{door}", counts.get(door, 0), "count")
        sheet.add(f"left.{door}", left, "count")
        sheet.add(f"alone.{door}", max(first.get(measure, 0) for measure in DOORS[door]), "count")
    return sheet.result(counts=counts)


def one_answer_short(
    decision: Decision, network: str, tables: Tables, rules: tuple[Gate, ...]
) -> bool:
    """Whether one more of those asked would open a door of people that is shut."""
    door, known = deciding(decision[network]), decision.company
    there = known.weekly.get(network) or 0
    if door is None or door.door != "people" or there >= known.asked:
        return False
    more = fit.situation(changed(known, (Changed(f"weekly.{network}", there + 1),)), tables)
    gate, reached = of_measure(rules, "audience"), fit.criteria(more, tables)["audience"]
    return gate.passes(float(reached[network]), gate.pass_at)


def short_of_one(decision: Decision, tables: Tables, rules: tuple[Gate, ...]) -> tuple[str, ...]:
    """The networks whose door of people one more of those asked would open."""
    networks = (judgement.network for judgement in decision.judgements)
    return tuple(n for n in networks if one_answer_short(decision, n, tables, rules))


STEPS_TRIED = 8
"""How often a step more is promised, before it is another plan."""


def steady(
    decision: Decision, network: str, tables: Tables, today: date, rules: tuple[Gate, ...]
) -> Result:
    """How many ``more_hours`` a week would make a trial unnecessary; empty: no eight steps do.

    They are promised by whoever promises most. Only where it is the hours that are ajar.
    """
    door, place = nearly(decision[network]), leader(decision.company.people)
    sheet = Sheet()
    if door is None or door.door != "hours" or place is None:
        return sheet.result()
    now = decision.company.people[place].hours
    step = hours_field().natural_step
    for more in (step * times for times in range(1, STEPS_TRIED + 1)):
        steps = (Changed("hours", now + more),)
        found = judge(decision.company, tables, today, rules, steps)
        if network in found.opened and not found[network].trial:
            sheet.add("more_hours", more, "hours")
            break
    return sheet.result()
