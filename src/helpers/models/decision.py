"""Decision: the verdict per network, what was behind it, and every figure of it as a result."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpers.company import Company
from helpers.models import complexity, fit
from helpers.models.gates import BORDERLINE, FAILED, PASS, STOP, Gate, Outcome, is_near
from helpers.models.result import Result, Sheet

OPEN, KEEP, NOT_YET = "open", "keep", "not_yet"
DO_NOT_OPEN, CLOSE = "do_not_open", "close"
VERDICTS = (OPEN, KEEP, NOT_YET, DO_NOT_OPEN, CLOSE)
POSITIVE = (OPEN, KEEP)


@dataclass(frozen=True)
class Judgement:
    """One network: verdict, outcomes of all gates that were reached, the set it was counted in.

    ``would_lead``: it fits better than what is opened first, but could not be kept.
    ``wait_hours`` is how long a message to the set lies on average; None where nobody looks.
    ``alone`` is the share of the hours that are there for it by itself, at the leanest level.
    """

    network: str
    verdict: str
    outcomes: tuple[Outcome, ...]
    level: str
    together: tuple[str, ...]
    silent_months: int | None
    likely_fit: tuple[float, float]
    would_lead: bool
    wait_hours: float | None
    alone: float

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The gates that failed, in order; after a stop there is nothing to see."""
        return tuple(o for o in self.outcomes if o.state in FAILED)

    @property
    def trial(self) -> bool:
        """Open as a six-week trial: hours or answers in time cannot be told from enough."""
        return self.verdict in POSITIVE and any(o.state == BORDERLINE for o in self.outcomes)

    @property
    def close_call(self) -> bool:
        """Whether the fit lies so near its threshold that a rating could turn it."""
        return any(o.gate.measure == "fit" and is_near(o) for o in self.outcomes)

    def outcome(self, measure: str) -> Outcome | None:
        """The outcome of a measure, if it was reached."""
        return next((o for o in self.outcomes if o.gate.measure == measure), None)

    @property
    def deciding(self) -> Outcome:
        """What made the verdict: the stop, else the first that waits, a borderline, stability."""
        stops = [o for o in self.failed if o.state == STOP]
        borderline = [o for o in self.outcomes if o.state == BORDERLINE]
        stable = [o for o in self.outcomes if o.gate.measure == "stability"]
        return [*stops, *self.failed, *borderline, *stable, *self.outcomes][0]


@dataclass(frozen=True)
class Decision:
    """The verdicts of all networks in course order, the set that is opened, who leads it.

    Where a gate that asks the company as a whole fails, ``best`` is what would be opened.
    ``first`` is the network that leads the set, '' for none. ``tie`` is the difference of fit (0–1)
    below which two networks are a tie.
    """

    company: Company
    judgements: tuple[Judgement, ...]
    best: complexity.Choice | None
    first: str
    tie: float

    def __getitem__(self, network: str) -> Judgement:
        for judgement in self.judgements:
            if judgement.network == network:
                return judgement
        raise KeyError(network)

    @property
    def nearest(self) -> str:
        """The network that lacks least: no stop, the fewest gates that wait, the better fit."""

        def lack(judgement: Judgement) -> tuple[bool, int, float]:
            stopped = any(o.state == STOP for o in judgement.outcomes)
            fits = judgement.outcome("fit")
            return stopped, len(judgement.failed), -(fits.figure if fits and fits.figure else 0.0)

        waiting = [j for j in self.judgements if j.failed]
        return min(waiting or self.judgements, key=lack).network

    @property
    def tied(self) -> tuple[str, ...]:
        """Networks that passed the gate of fit and lie within a tie of the best of them."""
        fits = {}
        for judgement in self.judgements:
            found = judgement.outcome("fit")
            if found is None or found.figure is None:
                continue
            if found.state == PASS and judgement.verdict in (*POSITIVE, NOT_YET):
                fits[judgement.network] = found.figure
        best = max(fits.values(), default=0.0)
        return tuple(n for n, value in fits.items() if fit.apart(best, value) < self.tie)

    @property
    def opened(self) -> tuple[str, ...]:
        """The networks that are opened or kept."""
        return tuple(j.network for j in self.judgements if j.verdict in POSITIVE)


UNIT_OF_FACT = {
    "first_page": "level",
    "hours": "hours",
    "cash": "euros",
    "answer_minutes": "minutes",
    "answer_days": "days",
    "look_hours": "clock hours",
    "promise_hours": "clock hours",
    "level": "posts in all",
}
"""The units of facts that are more than a count."""


@dataclass(frozen=True)
class Flip:
    """The smallest change of one fact that opens or keeps a network: from, to, what it becomes.

    ``trial``: it would be one of six weeks. ``leads``: it fits better than what is opened now, and
    would come first. ``instead_of`` are networks that are opened now and would no longer be,
    ``also`` others that would be opened as well.
    """

    network: str
    key: str
    before: float
    after: float
    steps: int
    verdict: str
    trial: bool = False
    leads: bool = False
    instead_of: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def elsewhere(self) -> str:
        """The network that was asked about, where it is another than the one that opens."""
        group, _dot, asked = self.key.partition(".")
        return asked if group == "weekly" and asked != self.network else ""


def answer(
    decision: Decision,
    rules: tuple[Gate, ...],
    flips: Mapping[str, Flip] | None = None,
    needs: Mapping[str, Judgement] | None = None,
    leaner: Mapping[str, Judgement] | None = None,
) -> Result:
    """Every figure and threshold of every gate, the verdicts, and the changes in ``flips``.

    ``needs`` are networks that no single fact turns, as they would be judged once they came
    through what is asked of them alone: their figures are ``NETWORK.then.GATE``. ``leaner`` are
    those of them that need fewer doors at a leaner level, as judged there: ``NETWORK.leaner.GATE``.

    ``NETWORK.GATE`` is a figure and ``NETWORK.GATE.needed`` its threshold; ``NETWORK.readings``
    are those in which it is better than the site, of ten. The facts hold the ``decision``, the
    gates as ``rules`` and, by network, the ``flips`` that were found.
    """
    sheet = Sheet()
    for judgement in decision.judgements:
        network = judgement.network
        _add_outcomes(sheet, judgement, network)
        for name, value in zip(("low", "high"), judgement.likely_fit, strict=True):
            key = f"{network}.fit_{name}"
            sheet.add(key, value, "score")
        if judgement.wait_hours is not None:
            sheet.add(f"{network}.wait", judgement.wait_hours, "hours")
        if judgement.silent_months is not None:
            sheet.add(f"{network}.silent", judgement.silent_months, "months")
        hours = judgement.outcome("coverage")
        if hours is not None and hours.gate.stop_at is not None:
            sheet.add(f"{network}.lean_alone", judgement.alone, hours.gate.unit)
            sheet.add(f"{network}.lean_alone.stop", hours.gate.stop_at, hours.gate.unit)
    for network, then in (needs or {}).items():
        _add_outcomes(sheet, then, f"{network}.then")
    for network, there in (leaner or {}).items():
        _add_outcomes(sheet, there, f"{network}.leaner")
    count = len(decision.opened)
    sheet.add("opened", count, "count")
    sheet.add("networks", len(decision.judgements), "count")
    if decision.best is not None:
        best = decision.best
        sheet.add("best.hours", best.hours, "hours")
        sheet.add("best.reach", best.reach, "share")
    for network, flip in (flips or {}).items():
        unit = UNIT_OF_FACT.get(flip.key.partition(".")[0], "count")
        sheet.add(f"{network}.before", flip.before, unit)
        sheet.add(f"{network}.after", flip.after, unit)
        if flip.key.startswith("weekly."):
            sheet.add(f"{network}.asked", decision.company.asked, "count")
    return sheet.result(
        tuple(j.network for j in decision.judgements),
        decision=decision,
        rules=rules,
        flips=dict(flips or {}),
        needs=dict(needs or {}),
        leaner=dict(leaner or {}),
    )


def _add_outcomes(sheet: Sheet, judgement: Judgement, prefix: str) -> None:
    """Every figure and threshold of a network's gates, as ``prefix.GATE``."""
    for outcome in judgement.outcomes:
        gate = outcome.gate
        if outcome.figure is not None:
            sheet.add(f"{prefix}.{gate.gate}", outcome.figure, gate.unit)
        if outcome.threshold is not None:
            sheet.add(f"{prefix}.{gate.gate}.needed", outcome.threshold, gate.unit)
    _add_readings(sheet, judgement, prefix)


def _add_readings(sheet: Sheet, judgement: Judgement, prefix: str) -> None:
    """In how many of ten readings a network is better than the site, and how many are wanted.

    In whole readings where that leaves both on their sides of the line, else of a hundred.
    """
    found = judgement.outcome("stability")
    if found is None or found.figure is None or found.threshold is None:
        return
    passes = found.gate.passes(found.figure, found.threshold)
    whole = (round(found.figure, 1) >= round(found.threshold, 1) - 1e-9) == passes
    whole = whole and abs(found.threshold - round(found.threshold, 1)) < 1e-9
    unit = "readings" if whole else "fine readings"
    sheet.add(f"{prefix}.readings", found.figure, unit)
    sheet.add(f"{prefix}.readings.wanted", found.threshold, unit)
