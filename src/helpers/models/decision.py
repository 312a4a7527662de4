"""Decision: the gates one after the other, the verdict per network, what would change it.

Nothing is averaged. A stop gate ends the matter for a network; all wait gates are looked at
and shown. Thresholds are conventions of the ledger, not validated cut-offs.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from helpers.company import Company, day
from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import advice, company_plan, complexity, effort, fit, replies
from helpers.models import gates as gates_module
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
    is_near,
    judged,
)
from helpers.models.result import Result, Sheet

OPEN, KEEP, NOT_YET = "open", "keep", "not_yet"
DO_NOT_OPEN, CLOSE = "do_not_open", "close"
VERDICTS = (OPEN, KEEP, NOT_YET, DO_NOT_OPEN, CLOSE)
POSITIVE = (OPEN, KEEP)
LEVELS = ("ambitious", *complexity.DEEP_TO_LEAN)
"""From the deepest to the leanest."""


@dataclass(frozen=True)
class Changed:
    """One fact put to another value: ``first_page``, ``hours``, ``weekly.x``, ``content.text``."""

    key: str
    value: float


def changed(company: Company, steps: Iterable[Changed]) -> Company:
    """The company with these facts changed; nothing is saved."""
    for step in steps:
        group, _dot, name = step.key.partition(".")
        if group == "hours":
            people = list(company.people)
            place = effort.leader(people)
            if place is not None:
                people[place] = replace(people[place], hours=step.value)
                company = company.changed(people=tuple(people))
        elif name:
            company = company.changed(**{group: {**getattr(company, group), name: step.value}})
        else:
            company = company.changed(**{group: step.value})
    return company


@dataclass(frozen=True)
class _Fits:
    """Audience, fit, its 10th and 90th percentile, and stability of every network."""

    audience: Mapping[str, float]
    fit: Mapping[str, float]
    low: Mapping[str, float]
    high: Mapping[str, float]
    stability: Mapping[str, float]


@remembered(256)
def _fits(company: Company, steps: tuple[Changed, ...], tables: Tables) -> _Fits:
    """What depends on fit alone; hours are no part of it, so that they cost no draws."""
    there = fit.situation(changed(company, steps), tables)
    table = fit.criteria(there, tables)
    stable = fit.stability(there, tables)
    return _Fits(
        table["audience"].to_dict(),
        fit.score(table, there.weights)["fit"].to_dict(),
        stable["low"].to_dict(),
        stable["high"].to_dict(),
        stable["beats_none"].to_dict(),
    )


@dataclass(frozen=True)
class Judgement:
    """One network: verdict, outcomes of all gates that were reached, the set it was counted in."""

    network: str
    verdict: str
    outcomes: tuple[Outcome, ...]
    level: str
    together: tuple[str, ...]
    silent_months: int | None
    likely_fit: tuple[float, float]

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The gates that failed, in order; after a stop there is nothing to see."""
        return tuple(o for o in self.outcomes if o.state in FAILED)

    @property
    def trial(self) -> bool:
        """Open as a six-week trial, because the hours cannot be told from enough."""
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
    """The verdicts of all networks in course order, and the best set that can be afforded.

    ``tie`` is the difference of fit (0–1) below which two networks are a tie.
    """

    company: Company
    judgements: tuple[Judgement, ...]
    best: complexity.Choice | None
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
            if found and found.state == PASS and judgement.verdict in (*POSITIVE, NOT_YET):
                fits[judgement.network] = found.figure
        best = max(fits.values(), default=0.0)
        return tuple(network for network, value in fits.items() if best - value < self.tie)

    @property
    def opened(self) -> tuple[str, ...]:
        """The networks that are opened or kept."""
        return tuple(j.network for j in self.judgements if j.verdict in POSITIVE)


def levels(company: Company) -> tuple[str, ...]:
    """The level that was chosen and those below it: depth before breadth, at least lean."""
    return LEVELS[LEVELS.index(company.level) :]


@dataclass(frozen=True)
class _Desk:
    """What all networks of one judgement share."""

    company: Company
    tables: Tables
    today: date
    fits: _Fits
    gates: tuple[Gate, ...]
    _choices: dict[tuple, complexity.Choice] = field(default_factory=dict)

    def plan(self, networks: tuple[str, ...], level: str) -> effort.Plan:
        return company_plan.plan_of(self.company, self.tables, level, networks=networks)

    def choice(self, networks: tuple[str, ...], level: str) -> complexity.Choice:
        """The set of exactly these networks at a level."""
        asked = (networks, level)
        if asked not in self._choices:
            plan, reached = self.plan(networks, level), self.fits.audience
            found = complexity.choices(plan, reached, level, self.tables, (networks,))
            self._choices[asked] = found[0]
        return self._choices[asked]

    def affordable(self, choice: complexity.Choice) -> bool:
        return complexity.is_affordable(choice, self.company.cash, self.tables)

    def deepest(self, networks: tuple[str, ...]) -> complexity.Choice:
        """These networks at the deepest level that can be afforded, or else at lean."""
        for level in levels(self.company):
            found = self.choice(networks, level)
            if self.affordable(found):
                return found
        return found

    def best(self, eligible: tuple[str, ...]) -> complexity.Choice | None:
        """Depth before breadth among the networks that passed the gates of fit."""
        for level in levels(self.company):
            plan = self.plan(eligible, level)
            found = complexity.choices(plan, self.fits.audience, level, self.tables)
            best = complexity.best(found, self.company.cash, self.tables)
            if best is not None:
                return best
        return None


def purpose_shares(company: Company, tables: Tables) -> dict[str, float]:
    """The purposes as shares; all alike where none was stated."""
    stated = {p: company.purposes.get(p) or 0 for p in tables.keys("purpose")}
    return fit.normalised(stated)[0]


def objective_parts(company: Company, today: date) -> int:
    """How many of the five parts of an objective stand; a deadline that is past does not."""
    known = company.objective
    parts = [bool(known["metric"]), bool(known["owner"])]
    parts += [known[key] is not None for key in ("baseline", "target")]
    deadline = day(known["deadline"])
    parts.append(deadline is not None and deadline > today)
    return sum(parts)


def customers_aimed_at(company: Company) -> float | None:
    """New customers that the objective means: (target − baseline) · conversion.

    None where nothing is stated, or where what is counted is to fall and so is no customer.
    """
    known = company.objective
    if known["baseline"] is None or known["target"] is None:
        return None
    more = (known["target"] - known["baseline"]) * known["conversion"]
    return more if more > 0 else None


def answering_names(company: Company) -> int:
    """How many named people answer: one of those who promise hours, and the stand-in."""
    place = effort.leader(company.people)
    first = company.people[place].name if place is not None else ""
    return len({name for name in (first, company.stand_in) if name})


def _waits(desk: _Desk, plan: effort.Plan) -> replies.Waiting:
    units = effort.Units(desk.tables, plan)
    messages = sum(float(n) for n in effort.answering(plan, desk.tables, units).values())
    known = desk.company
    return replies.waiting(
        messages,
        desk.tables.expected("handling_minutes"),
        known.answer_days,
        known.answer_minutes,
        known.look_hours,
    )


def _figures(
    desk: _Desk, network: str, best: complexity.Choice | None, eligible: tuple[str, ...]
) -> tuple[dict[str, tuple[float | None, float | None]], complexity.Choice]:
    """Figure and yardstick of every measure for a network, and the set it is counted in."""
    known, tables = desk.company, desk.tables
    together = desk.deepest((network,))
    if best is not None and network in eligible:
        wanted = tuple(n for n in tables.network_keys if n in {*best.networks, network})
        together = desk.choice(wanted, best.level)
    gain = None
    if best is not None and network in eligible and network not in best.networks:
        gain = together.reach - best.reach
    alone = desk.deepest((network,)) if best is None else desk.choice((network,), together.level)
    waits = _waits(desk, desk.plan(together.networks, together.level))
    aims = customers_aimed_at(known)
    presence = advice.Presence(
        _only_hours(desk, alone),
        tables.default("wage"),
        tables.default(f"cost_{network}"),
        known.contribution,
        known.turnover,
    )
    fits = desk.fits
    figures: dict[str, tuple[float | None, float | None]] = {
        "objective_parts": (objective_parts(known, desk.today), None),
        "main_purpose": (max(purpose_shares(known, tables).values()), None),
        "audience": (fits.audience[network], None),
        "vetoes": (float(network in known.vetoes), None),
        "fit": (fits.fit[network], None),
        "stability": (fits.stability[network], None),
        "coverage": (together.coverage, None),
        "gain": (gain, None),
        "euros": (known.cash, together.euros),
        "load": (waits.load if math.isfinite(waits.load) else None, None),
        "wait": (waits.wait_hours, known.promise_hours),
        "names": (float(answering_names(known)), None),
        "checks": (float(sum(map(bool, known.website.values()))), None),
        "first_page": (known.first_page, None),
        "topics": (float(len([topic for topic in known.topics if topic.strip()])), None),
        "customers": (aims, advice.break_even_customers(presence)),
        "accepted": (known.accepted_cost, advice.yearly_cost(presence)),
    }
    return figures, together


def _only_hours(desk: _Desk, alone: complexity.Choice) -> float:
    """Hours of the network itself, without the work of other lessons (ads, groups, actions)."""
    plan = effort.Plan(alone.networks, alone.level, desk.company.followers, (), 0.0)
    plan = replace(plan, messages=desk.company.messages)
    return float(effort.required(desk.tables, effort.Units(desk.tables, plan), plan).total)


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
) -> tuple[_Desk, tuple[str, ...], complexity.Choice | None]:
    """What no single network changes: the desk, who passed the gates of fit, the best set.

    Remembered, because what would change a verdict is searched for one network after the other.
    """
    fit_steps = tuple(step for step in steps if step.key != "hours")
    desk = _Desk(changed(company, steps), tables, today, _fits(company, fit_steps, tables), rules)
    failed = _failed_fit(desk.fits, desk.company, tables, rules)
    eligible = tuple(network for network, measure in failed.items() if not measure)
    return desk, eligible, desk.best(eligible)


FIT_MEASURES = ("audience", "vetoes", "fit", "stability")


def failed_fit(company: Company, tables: Tables) -> dict[str, str]:
    """By network, the measure of the first gate of must-haves and fit that it fails, '' if none.

    Only a network that fails none of them may take hours; what else is asked is not looked at.
    """
    asked = gates_module.gates(tables, measures=FIT_MEASURES)
    return _failed_fit(_fits(company, (), tables), company, tables, asked)


def _failed_fit(
    fits: _Fits, company: Company, tables: Tables, rules: Iterable[Gate]
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


def _applies(gate: Gate, desk: _Desk, figure: float | None) -> bool:
    """Whether a gate is asked at all: the pay-off by what is sold, or by what is accepted."""
    if gate.measure == "gain":
        return figure is not None
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
    desk: _Desk, network: str, best: complexity.Choice | None, eligible: tuple[str, ...]
) -> Judgement:
    figures, together = _figures(desk, network, best, eligible)
    lean_alone = desk.choice((network,), complexity.DEEP_TO_LEAN[-1]).coverage
    outcomes: list[Outcome] = []
    stopped = False
    for gate in desk.gates:
        figure, yardstick = figures[gate.measure]
        if stopped or not _applies(gate, desk, figure):
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


@dataclass(frozen=True)
class Flip:
    """The smallest change of one fact that turns a verdict: from, to, and what it becomes."""

    network: str
    key: str
    before: float
    after: float
    steps: int
    verdict: str


def answer(
    decision: Decision,
    rules: tuple[Gate, ...],
    flips: Mapping[str, Flip] | None = None,
) -> Result:
    """Every figure and threshold of every gate, the verdicts, and the changes in ``flips``.

    ``NETWORK.GATE`` is a figure and ``NETWORK.GATE.needed`` its threshold. The facts hold
    the ``decision``, the gates as ``rules`` and, by network, the ``flips`` that were found.
    """
    sheet = Sheet()
    for judgement in decision.judgements:
        network = judgement.network
        for outcome in judgement.outcomes:
            gate = outcome.gate
            if outcome.figure is not None:
                sheet.add(f"{network}.{gate.gate}", outcome.figure, gate.unit)
            if outcome.threshold is not None:
                sheet.add(f"{network}.{gate.gate}.needed", outcome.threshold, gate.unit)
        for name, value in zip(("low", "high"), judgement.likely_fit, strict=True):
            key = f"{network}.fit_{name}"
            sheet.add(key, value, "score")
    count = len(decision.opened)
    sheet.add("opened", count, "count")
    sheet.add("networks", len(decision.judgements), "count")
    if decision.best is not None:
        best = decision.best
        sheet.add("best.hours", best.hours, "hours")
        sheet.add("best.reach", best.reach, "share")
    for network, flip in (flips or {}).items():
        group = flip.key.partition(".")[0]
        unit = {"first_page": "share", "hours": "hours"}.get(group, "count")
        sheet.add(f"{network}.before", flip.before, unit)
        sheet.add(f"{network}.after", flip.after, unit)
    return sheet.result(
        tuple(j.network for j in decision.judgements),
        decision=decision,
        rules=rules,
        flips=dict(flips or {}),
    )
