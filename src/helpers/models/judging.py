"""Judging: the gates one after the other, for every network.

Nothing is averaged. A stop gate ends the matter for a network; all wait gates are looked at
and shown. Thresholds are conventions of the ledger, not validated cut-offs.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from helpers.company import Company
from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import complexity
from helpers.models import gates as gates_module
from helpers.models.decision import CLOSE, DO_NOT_OPEN, KEEP, NOT_YET, OPEN, Decision, Judgement
from helpers.models.gate_figures import (
    OF_A_SET,
    PAY_OFF,
    Changed,
    Desk,
    Fits,
    Pair,
    changed,
    fits_of,
    own_figures,
    purpose_shares,
    replies_of,
    set_figures,
)
from helpers.models.gates import FAILED, OFF, SKIPPED, STOP, WAIT, Gate, Outcome, judged


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
    desk, eligible, (first, best) = _common(company, tables, today, rules, steps)
    asked = (only,) if only else tables.network_keys
    judgements = tuple(_judgement(desk, n, first, best, eligible) for n in asked)
    return Decision(desk.company, judgements, best, first, tables.default("fit_tie"))


def once_it_fits(
    company: Company, network: str, tables: Tables, today: date, rules: tuple[Gate, ...]
) -> Judgement:
    """A network as it is judged once it comes through the gates of fit, like those that do.

    Whoever fails them is counted alone; once it fits it stands beside what is opened, and has
    to share the hours.
    """
    desk, eligible, _found = _common(company, tables, today, rules, ())
    fitting = tuple(n for n in tables.network_keys if n == network or n in eligible)

    def feasible(choice: complexity.Choice) -> bool:
        return is_feasible(desk, choice)

    found = complexity.opened(fitting, desk.levels, desk.choice, feasible, desk.fits.fit, tables)
    first, best = found or ("", None)
    return _judgement(desk, network, first, best, fitting)


@remembered(1024)
def _common(
    company: Company,
    tables: Tables,
    today: date,
    rules: tuple[Gate, ...],
    steps: tuple[Changed, ...],
) -> tuple[Desk, tuple[str, ...], tuple[str, complexity.Choice | None]]:
    """What no single network changes: the desk, who passed the gates of fit, what is opened.

    Remembered, because what would change a verdict is searched for one network after the other.
    """
    desk = _desk(company, tables, today, rules, steps)
    failed = _failed_fit(desk.fits, desk.company, tables, rules)
    eligible = tuple(network for network, measure in failed.items() if not measure)

    def feasible(choice: complexity.Choice) -> bool:
        return is_feasible(desk, choice)

    found = complexity.opened(eligible, desk.levels, desk.choice, feasible, desk.fits.fit, tables)
    return desk, eligible, found or ("", None)


def _desk(
    company: Company,
    tables: Tables,
    today: date,
    rules: tuple[Gate, ...],
    steps: tuple[Changed, ...],
) -> Desk:
    fit_steps = tuple(step for step in steps if step.key.partition(".")[0] in FIT_FACTS)
    fits = fits_of(company, fit_steps, tables)
    return Desk(changed(company, steps), tables, today, fits, rules)


def can_be_kept(
    company: Company,
    network: str,
    tables: Tables,
    today: date,
    rules: tuple[Gate, ...],
    steps: tuple[Changed, ...] = (),
) -> bool:
    """Whether a network by itself, at the leanest level, is feasible: without that nothing is."""
    desk = _desk(company, tables, today, rules, steps)
    return is_feasible(desk, desk.choice((network,), complexity.LEANEST))


def is_feasible(desk: Desk, choice: complexity.Choice) -> bool:
    """Whether no gate that asks a set as a whole fails for these networks together.

    A pay-off that is not known yet keeps nothing out: it waits at its own gate.
    """
    figures = set_figures(desk, choice)
    for gate in desk.gates:
        if gate.measure in OF_A_SET and _asked_by_purpose(gate, desk):
            found = judged(gate, *figures[gate.measure])
            unknown = None in (found.figure, found.threshold) and gate.measure in PAY_OFF
            if found.state in FAILED and not unknown:
                return False
    return True


FIT_MEASURES = ("audience", "vetoes", "fit", "stability")
FIT_FACTS = ("first_page", "weekly", "content", "profiles")
"""Facts that fit depends on; what else is changed costs no draws."""


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


def stopped_alone(company: Company, tables: Tables, today: date) -> dict[str, int]:
    """How many networks each measure would stop were it asked first, each of them alone, lean."""
    desk = _desk(company, tables, today, gates_module.gates(tables), ())
    counts = {gate.measure: 0 for gate in desk.gates}
    for network in tables.network_keys:
        alone = set_figures(desk, desk.choice((network,), complexity.LEANEST))
        figures = {**own_figures(desk, network), **alone}
        for gate in desk.gates:
            if gate.measure in figures:
                found = judged(gate, *figures[gate.measure])
                counts[gate.measure] += found.state in FAILED
    return counts


def _asked_by_purpose(gate: Gate, desk: Desk) -> bool:
    """Whether a gate is asked for these purposes: what is sold, or what is accepted, pays."""
    if not gate.purposes:
        return True
    return sells(desk.company, desk.tables, desk.gates) == (gate.measure != "accepted")


def sells(company: Company, tables: Tables, rules: Iterable[Gate]) -> bool:
    """Whether a firm's pay-off is counted in customers: selling is more than an even purpose.

    No firm's is where a trainer's gates leave one of the two questions out.
    """
    by_measure = {gate.measure: gate for gate in rules}
    if not {"main_purpose", "customers"} <= by_measure.keys():
        return False
    shares, line = purpose_shares(company, tables), by_measure["main_purpose"].pass_at
    return any(shares[purpose] > line + 1e-6 for purpose in by_measure["customers"].purposes)


def _judgement(
    desk: Desk,
    network: str,
    first: str,
    best: complexity.Choice | None,
    eligible: tuple[str, ...],
) -> Judgement:
    leads = bool(first) and network in eligible and _would_lead(desk, network, first)
    together = _counted_in(desk, network, best, network in eligible and not leads)
    own, of_set = own_figures(desk, network), set_figures(desk, together)
    leanest = set_figures(desk, desk.choice((network,), complexity.LEANEST))
    figures = {**own, **of_set, **_beside(desk, network, best, together)}
    outcomes: list[Outcome] = []
    stopped = False
    for gate in desk.gates:
        if stopped or not _applies(gate, desk, network, figures):
            outcomes.append(Outcome(gate, OFF if stopped else SKIPPED, None, None))
            continue
        found = judged(gate, *figures[gate.measure], leanest.get(gate.measure, (None, None)))
        outcomes.append(found)
        stopped = found.state == STOP
    silent = desk.company.silent_months.get(network)
    waits = replies_of(desk.plan(together.networks, together.level), desk.company, desk.tables)
    return Judgement(
        network,
        _verdict(outcomes, silent, desk.tables.default("silent_from")),
        tuple(outcomes),
        together.level,
        together.networks,
        silent,
        (desk.fits.low[network], desk.fits.high[network]),
        leads,
        waits.wait,
        leanest["coverage"][0] or 0.0,
    )


def _beside(
    desk: Desk, network: str, best: complexity.Choice | None, together: complexity.Choice
) -> dict[str, Pair]:
    """What is asked only of a network that would come beside those that are opened."""
    if best is None or network in best.networks or len(together.networks) == 1:
        return {}
    found: dict[str, Pair] = {"gain": (together.reach - best.reach, None)}
    if best.level != desk.company.level:
        found["at_once"] = (float(len(together.networks)), None)
    return found


def _applies(gate: Gate, desk: Desk, network: str, figures: Mapping[str, Pair]) -> bool:
    """Whether a gate is asked at all: by purpose, beside other networks, and the search base
    not where a network beats website first in nearly every reading, as it counts there already.
    """
    if gate.measure == "first_page":
        return desk.fits.stability[network] < desk.tables.default("strong_stability")
    return gate.measure in figures and _asked_by_purpose(gate, desk)


def _would_lead(desk: Desk, network: str, first: str) -> bool:
    """Whether a network would be opened before the one that leads, could it be kept."""
    if network == first:
        return False
    singles = [desk.choice((n,), complexity.LEANEST) for n in (first, network)]
    leader = complexity.leading(singles, desk.fits.fit, desk.tables)
    return leader.networks == (network,)


def _counted_in(
    desk: Desk, network: str, best: complexity.Choice | None, beside: bool
) -> complexity.Choice:
    """The set in which a network is counted: beside what is opened, or alone.

    Alone at the level of what is opened, or else at the deepest at which it is feasible.
    """
    if best is not None:
        wanted = {*best.networks, network} if beside else {network}
        ordered = tuple(n for n in desk.tables.network_keys if n in wanted)
        return desk.choice(ordered, best.level)
    alone = [desk.choice((network,), level) for level in desk.levels]
    return next((choice for choice in alone if is_feasible(desk, choice)), alone[-1])


def _verdict(outcomes: Iterable[Outcome], silent: int | None, silent_from: float) -> str:
    """The word for a network; ``silent`` are months since its last sign, None: no profile."""
    states = {outcome.state for outcome in outcomes}
    if STOP in states:
        return DO_NOT_OPEN if silent is None else CLOSE
    if WAIT in states:
        return CLOSE if silent is not None and silent >= silent_from else NOT_YET
    return OPEN if silent is None else KEEP
