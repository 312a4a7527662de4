"""Gates: the questions of a verdict in order, each with a threshold and what failing means.

They stand in ``data/gates.csv``, which names the rows of the ledger that hold the thresholds.
Those are conventions, not validated cut-offs.
"""

import math
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from helpers.data.record import remembered
from helpers.data.tables import Tables

PASS, BORDERLINE, WAIT, STOP = "pass", "borderline", "wait", "stop"
OFF, SKIPPED = "off", "skipped"
STATES = (PASS, BORDERLINE, WAIT, STOP, OFF, SKIPPED)
"""How a gate comes out; OFF: not looked at after a stop, SKIPPED: it does not apply."""
FAILED = (WAIT, STOP)

OWN_YARDSTICK = ("euros", "customers", "accepted")
"""Measures whose threshold is a multiple of what is needed or promised."""
TRIED = ("coverage", "in_time")
"""Measures that a trial of six weeks may settle, where they are borderline."""
PRINTED = {"share": 2, "of 100": 2, "level": 2, "score": 2, "fine tenths": 2, "euros": 0}
"""Decimals of a figure that its unit prints; a share of 0.6997 prints 70%."""


def printed(figure: float, unit: str) -> float:
    """A figure as it is printed: what a reader sees is what is held against the threshold."""
    if unit in PRINTED:
        return round(figure, PRINTED[unit])
    if unit == "customers":
        return round(figure, 1 if abs(figure) < 10 else 0)
    return figure


@dataclass(frozen=True)
class Gate:
    """A row of ``data/gates.csv`` with its thresholds; ``unit`` is that of its figures."""

    gate: str
    label: str
    measure: str
    unit: str
    direction: str
    pass_at: float
    borderline_at: float | None
    stop_at: float | None
    if_failed: str
    purposes: tuple[str, ...]
    remedy: str

    @property
    def number(self) -> str:
        """The number of the gate without the letter of its part."""
        return self.gate[:2]

    def passes(self, figure: float, threshold: float) -> bool:
        """Whether a figure is on the right side of a threshold, both as they are printed."""
        if self.direction != ">":  # an even seventh is no printed figure
            figure, threshold = (printed(value, self.unit) for value in (figure, threshold))
        if self.direction == "≤":
            return figure <= threshold + 1e-9
        if self.direction == ">":
            return figure > threshold + 1e-6
        return figure >= threshold - 1e-9

    def stop_at_of(self, yardstick: float) -> float:
        """The figure below which the matter ends, for what is needed; never where none is set."""
        return -math.inf if self.stop_at is None else self.stop_at * yardstick


def gates(
    tables: Tables, moved: Mapping[str, float] | None = None, measures: Container[str] | None = None
) -> tuple[Gate, ...]:
    """The gates in order, or those of some ``measures``.

    The thresholds in ``moved`` (by gate) stand in place of the ledger's.
    """
    keys = (k for k, m in tables.gates["measure"].items() if measures is None or m in measures)
    moved = moved or {}
    return tuple(
        replace(gate, pass_at=float(moved.get(gate.gate, gate.pass_at)))
        for gate in (_shipped(tables, key) for key in keys)
    )


def of_measure(rules: Iterable[Gate], measure: str) -> Gate:
    """The one gate that measures it."""
    (gate,) = (gate for gate in rules if gate.measure == measure)
    return gate


@remembered(128)
def _shipped(tables: Tables, key: str) -> Gate:
    """A gate with the thresholds of the ledger."""

    row = tables.gates.loc[key]

    def threshold(column: str) -> float | None:
        return tables.default(row[column]) if row[column] else None

    return Gate(
        key,
        row["label"],
        row["measure"],
        row["unit"],
        row["direction"],
        tables.default(row["pass_at"]),
        threshold("borderline_at"),
        threshold("stop_at"),
        row["if_failed"],
        tuple(row["applies_to_purposes"].split()),
        row["remedy"],
    )


@dataclass(frozen=True)
class Outcome:
    """How one gate came out: its figure, the threshold it was held against, the state.

    ``figure`` or ``threshold`` is None where there is none (no objective, no contribution).
    """

    gate: Gate
    state: str
    figure: float | None
    threshold: float | None


def is_near(outcome: Outcome) -> bool:
    """Whether a figure lies within ``borderline_at`` of its threshold, on either side."""
    if outcome.figure is None or outcome.threshold is None or outcome.gate.borderline_at is None:
        return False
    return abs(outcome.figure - outcome.threshold) <= outcome.gate.borderline_at + 1e-9


def judged(
    gate: Gate,
    figure: float | None,
    yardstick: float | None,
    leanest: tuple[float | None, float | None] = (None, None),
) -> Outcome:
    """A figure against its gate.

    ``yardstick`` is what is needed or promised, of which the threshold is a multiple.
    ``leanest`` are figure and yardstick of the network alone at the leanest level: only what
    fails even there by far is stopped for good. What is not known yet (no objective, no
    contribution, no time to answer) waits to be found out.
    """
    threshold: float | None = gate.pass_at
    if gate.measure in OWN_YARDSTICK:
        threshold = None if yardstick is None else gate.pass_at * yardstick
    if figure is None or threshold is None:
        return Outcome(gate, gate.if_failed, figure, threshold)
    if gate.passes(figure, threshold):
        return Outcome(gate, PASS, figure, threshold)
    borderline = gate.borderline_at if gate.measure in TRIED else None
    if borderline is not None and printed(figure, gate.unit) >= borderline - 1e-9:
        return Outcome(gate, BORDERLINE, figure, threshold)
    state = STOP if _stopped(gate, figure, *leanest) else gate.if_failed
    return Outcome(gate, state, figure, threshold)


def _stopped(gate: Gate, figure: float, least: float | None, yardstick: float | None) -> bool:
    """Whether even the network alone, at the leanest level, is below the point of no return."""
    if gate.measure in OWN_YARDSTICK:
        return yardstick is not None and figure < gate.stop_at_of(yardstick)
    return least is not None and least < gate.stop_at_of(1.0)
