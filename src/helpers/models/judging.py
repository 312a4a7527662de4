"""Judging: the gates one after the other, for every network.

Nothing is averaged. A stop gate ends the matter for a network; all wait gates are looked at
and shown. Thresholds are conventions of the ledger, not validated cut-offs.
"""

from collections.abc import Iterable
from datetime import date

from helpers.company import Company
from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import complexity
from helpers.models import gates as gates_module
from helpers.models.decision import CLOSE, DO_NOT_OPEN, KEEP, NOT_YET, OPEN, Decision, Judgement
from helpers.models.gate_figures import (
    Changed,
    Desk,
    Fits,
    changed,
    figures_of,
    fits_of,
    purpose_shares,
)
from helpers.models.gates import OFF, SKIPPED, STOP, WAIT, Gate, Outcome, judged


def judge(
    company: Company,
    tables: Tables,
    today: date,
    rules: tuple[Gate, ...] | None = None,
    steps: tuple[Changed, ...] = (),
    only: str = "",
) -> Decision:
    """The verdict for every network, or ``only`` for one, with the facts in ``steps`` changed."""
    rules = rules or gates_module.gates(tables)
    desk, eligible, best = _common(company, tables, today, rules, steps)
    asked = (only,) if only else tables.network_keys
    judgements = tuple(_judgement(desk, n, best, eligible) for n in asked)
    return Decision(desk.company, judgements, best, tables.default("fit_tie"))


@remembered(1024)
def _common(
    company: Company,
    tables: Tables,
    today: date,
    rules: tuple[Gate, ...],
    steps: tuple[Changed, ...],
) -> tuple[Desk, tuple[str, ...], complexity.Choice | None]:
    """What no single network changes: the desk, who passed the gates of fit, the best set.

    Remembered, because what would change a verdict is searched for one network after the other.
    """
    fit_steps = tuple(step for step in steps if step.key != "hours")
    desk = Desk(changed(company, steps), tables, today, fits_of(company, fit_steps, tables), rules)
    failed = _failed_fit(desk.fits, desk.company, tables, rules)
    eligible = tuple(network for network, measure in failed.items() if not measure)
    return desk, eligible, desk.best(eligible)


FIT_MEASURES = ("audience", "vetoes", "fit", "stability")


def failed_fit(company: Company, tables: Tables) -> dict[str, str]:
    """By network, the measure of the first gate of must-haves and fit that it fails, '' if none.

    Only a network that fails none of them may take hours; what else is asked is not looked at.
    """
    asked = gates_module.gates(tables, measures=FIT_MEASURES)
    return _failed_fit(fits_of(company, (), tables), company, tables, asked)


def _failed_fit(
    fits: Fits, company: Company, tables: Tables, rules: Iterable[Gate]
) -> dict[str, str]:
    asked = [gate for gate in rules if gate.measure in FIT_MEASURES]
    failed = {}
    for network in tables.network_keys:
        figures = {
            "audience": fits.audience[network],
            "vetoes": float(network in company.vetoes),
            "fit": fits.fit[network],
            "stability": fits.stability[network],
        }
        short = (g.measure for g in asked if not g.passes(figures[g.measure], g.pass_at))
        failed[network] = next(short, "")
    return failed


def _applies(gate: Gate, desk: Desk, network: str, figure: float | None) -> bool:
    """Whether a gate is asked at all.

    The pay-off is asked by what is sold, or by what is accepted; the search base not where a
    network beats website first in nearly every reading, because being found counts there.
    """
    if gate.measure == "gain":
        return figure is not None
    if gate.measure == "first_page":
        return desk.fits.stability[network] < desk.tables.default("strong_stability")
    if not gate.purposes:
        return True
    shares = purpose_shares(desk.company, desk.tables)
    line = next(g.pass_at for g in desk.gates if g.measure == "main_purpose")
    sells = any(shares[p] > line + 1e-6 for p in _selling(desk.gates))
    return sells == (gate.measure == "customers")


def _selling(rules: tuple[Gate, ...]) -> tuple[str, ...]:
    """The purposes whose pay-off is counted in customers."""
    return next(gate.purposes for gate in rules if gate.measure == "customers")


def _judgement(
    desk: Desk, network: str, best: complexity.Choice | None, eligible: tuple[str, ...]
) -> Judgement:
    figures, together = figures_of(desk, network, best, eligible)
    lean_alone = desk.choice((network,), complexity.DEEP_TO_LEAN[-1]).coverage
    outcomes: list[Outcome] = []
    stopped = False
    for gate in desk.gates:
        figure, yardstick = figures[gate.measure]
        if stopped or not _applies(gate, desk, network, figure):
            outcomes.append(Outcome(gate, OFF if stopped else SKIPPED, None, None))
            continue
        found = judged(gate, figure, yardstick, lean_alone)
        outcomes.append(found)
        stopped = found.state == STOP
    silent = desk.company.silent_months.get(network)
    verdict = _verdict(outcomes, silent, desk.tables.default("silent_from"))
    likely = (desk.fits.low[network], desk.fits.high[network])
    return Judgement(
        network, verdict, tuple(outcomes), together.level, together.networks, silent, likely
    )


def _verdict(outcomes: Iterable[Outcome], silent: int | None, silent_from: float) -> str:
    """The word for a network; ``silent`` are months since its last sign, None: no profile."""
    states = {outcome.state for outcome in outcomes}
    if STOP in states:
        return DO_NOT_OPEN if silent is None else CLOSE
    if WAIT in states:
        return CLOSE if silent is not None and silent >= silent_from else NOT_YET
    return OPEN if silent is None else KEEP
