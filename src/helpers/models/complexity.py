"""Complexity: how the hours grow with the networks, and which set of them can be afforded.

Three growth laws from the same start. With two to four networks nobody can tell them
apart; the learner's own time sheet can, after a month.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from helpers.data.tables import Tables
from helpers.models import effort, fit, reach
from helpers.models.plan import Plan, capacity
from helpers.models.result import Result, Series, Sheet

LAWS = ("linear", "pairwise", "exponential")
LEVELS = ("ambitious", "standard", "lean")
"""From the deepest to the leanest."""
LEANEST = LEVELS[-1]


def levels(chosen: str) -> tuple[str, ...]:
    """The level that was chosen and those below it: depth before breadth, at least lean."""
    return LEVELS[LEVELS.index(chosen) :]


def pairs(count: int) -> int:
    """Pairs among so many: n(n − 1)/2 (Brooks 1975)."""
    return count * (count - 1) // 2


@dataclass(frozen=True)
class Growth:
    """What decides the growth: hours a pair, rate of the exponential law, share reused."""

    coordination: float
    rate: float
    reuse: float


@dataclass(frozen=True)
class Load:
    """The weekly hours of one network at a level: making posts, and everything else."""

    making: float
    other: float


def loads(plan: Plan, tables: Tables) -> dict[str, Load]:
    """The hours of each network of a plan by themselves."""
    found = {}
    for network in plan.networks:
        one = replace(plan, networks=(network,))
        hours = effort.expected(one, tables).by_network[network]
        making = float(hours["making"])
        found[network] = Load(making, float(sum(hours.values())) - making)
    return found


def required(
    chosen: Sequence[str], each: Mapping[str, Load], shared: float, growth: Growth, law: str
) -> float:
    """Hours a week of a set of networks under a growth law.

    h₀ + M₁ + (1 − θ)(M₂ + …) + Σ other, and c for each pair (pairwise) or all of it
    times (1 + g)^(m − 1) (exponential); linear adds nothing.
    """
    if not chosen:
        return 0.0
    making = [each[network].making for network in chosen]
    first = max(making)
    kept = first + (1 - growth.reuse) * (sum(making) - first)
    total = shared + kept + sum(each[network].other for network in chosen)
    if law == "pairwise":
        return total + growth.coordination * pairs(len(chosen))
    if law == "exponential":
        return total * (1 + growth.rate) ** (len(chosen) - 1)
    return total


@dataclass(frozen=True)
class Choice:
    """A set of networks at a level: hours a week, euros a month, coverage, net reach (0–1)."""

    networks: tuple[str, ...]
    level: str
    hours: float
    euros: float
    coverage: float
    reach: float


def subsets(networks: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every set of networks but the empty one, small sets first."""
    for count in range(1, len(networks) + 1):
        yield from combinations(networks, count)


def choices(
    plan: Plan,
    audience: Mapping[str, float],
    level: str,
    tables: Tables,
    sets: Iterable[tuple[str, ...]] | None = None,
) -> list[Choice]:
    """Every set of the plan's networks at a level (or these ``sets`` of them), what it takes
    and whom it could reach.

    ``audience`` is the usable audience of each network (0–1); net reach is Sainsbury's.
    """
    plan = replace(plan, level=level)
    units = effort.Units(tables)
    growth = Growth(float(units("coordination")), 0.0, float(units.default("reuse")))
    each, shared = loads(plan, tables), float(units("shared_hours"))
    rest = float(effort.expected(replace(plan, networks=()), tables).total)
    available = capacity(plan, tables.default("shrinkage"))
    found = []
    for chosen in subsets(plan.networks) if sets is None else sets:
        hours = required(chosen, each, shared, growth, "pairwise") + rest
        euros = float(effort.euros(tables, units, replace(plan, networks=chosen)))
        covered = effort.coverage(available, hours)
        net = reach.net_reach(audience[network] for network in chosen)
        found.append(Choice(chosen, level, hours, euros, covered, net))
    return found


def is_affordable(choice: Choice, cash: float, tables: Tables) -> bool:
    """Hours covered to the ledger's ``borderline`` at least, and euros in full."""
    return choice.coverage >= tables.default("borderline") and choice.euros <= cash


def short_of(sets: Sequence[Choice], cash: float, tables: Tables) -> tuple[str, ...]:
    """What no set can be afforded for: ``hours``, ``euros``, both, or nothing.

    Both also where some sets would have hours enough and others euros, but none has the two.
    """
    if not sets or any(is_affordable(choice, cash, tables) for choice in sets):
        return ()
    line = tables.default("borderline")
    lacking = []
    if not any(choice.coverage >= line for choice in sets):
        lacking.append("hours")
    if not any(choice.euros <= cash for choice in sets):
        lacking.append("euros")
    return tuple(lacking) or ("hours", "euros")


def opened(
    networks: Sequence[str],
    levels: Sequence[str],
    at: Callable[[tuple[str, ...], str], Choice],
    feasible: Callable[[Choice], bool],
    fits: Mapping[str, float],
    tables: Tables,
) -> tuple[str, Choice] | None:
    """Which of the networks to open: the one that leads, and the set; None if none is feasible.

    At the first of the ``levels`` (deepest first) the single network with the best fit leads;
    within ``fit_tie`` of it, the one with the larger audience. Then the network that raises
    net reach most is added, while the set stays feasible and gains ``least_gain``. Where no
    single network is feasible at that level, the next leaner one is tried, for one network
    only: depth before breadth. ``at`` gives a set (in the order of ``networks``) at a level.
    """
    for place, level in enumerate(levels):
        singles = [at((network,), level) for network in networks]
        able = [single for single in singles if feasible(single)]
        if able:
            first = leading(able, fits, tables)
            further = () if place else networks
            return first.networks[0], _widened(first, further, at, feasible, tables)
    return None


def leading(singles: Sequence[Choice], fits: Mapping[str, float], tables: Tables) -> Choice:
    """Of single networks the one with the best fit; in a tie, the one with the larger audience."""
    top = max(fits[single.networks[0]] for single in singles)
    tie = tables.default("fit_tie")
    close = [single for single in singles if fit.apart(top, fits[single.networks[0]]) < tie]
    return max(close, key=lambda single: single.reach)


def _widened(
    chosen: Choice,
    networks: Sequence[str],
    at: Callable[[tuple[str, ...], str], Choice],
    feasible: Callable[[Choice], bool],
    tables: Tables,
) -> Choice:
    """The set with networks added one after the other, as long as each adds enough reach."""
    gain = tables.default("least_gain")
    while True:
        wider = [
            at(tuple(n for n in networks if n in {*chosen.networks, network}), chosen.level)
            for network in networks
            if network not in chosen.networks
        ]
        worth = [c for c in wider if c.reach - chosen.reach >= gain and feasible(c)]
        if not worth:
            return chosen
        chosen = max(worth, key=lambda choice: choice.reach)


def front(sets: Sequence[Choice]) -> list[Choice]:
    """The Pareto front: sets that no other one beats in both hours and net reach."""
    kept: list[Choice] = []
    for choice in sorted(sets, key=lambda c: (c.hours, -c.reach)):
        if not kept or choice.reach > kept[-1].reach + 1e-12:
            kept.append(choice)
    return kept


def growth_answer(plan: Plan, growth: Growth, tables: Tables) -> Result:
    """Hours by number of networks under the three laws, in the order of the plan."""
    sheet = Sheet()
    units = effort.Units(tables)
    each, shared = loads(plan, tables), float(units("shared_hours"))
    available = capacity(plan, tables.default("shrinkage"))
    sheet.add("available", available, "hours")
    sheet.add("coordination", growth.coordination, "hours")
    sheet.add("rate", growth.rate, "share")
    sheet.add("reuse", growth.reuse, "share")
    count = len(plan.networks)
    lines = {}
    for law in LAWS:
        hours = [required(plan.networks[:n], each, shared, growth, law) for n in range(count + 1)]
        lines[law] = tuple(hours)
        for n, value in enumerate(hours[1:], 1):
            sheet.add(f"{law}{n}", value, "hours")
        enough = sum(value <= available for value in hours[1:])
        sheet.add(f"{law}.enough", enough, "count")
        sheet.add(f"{law}.all", hours[-1], "hours")
    sheet.add("pairs", pairs(count), "count")
    sheet.add("networks", count, "count")
    numbers = tuple(float(n) for n in range(count + 1))
    return sheet.result(plan.networks, growth=Series(numbers, lines))


def sets_answer(
    plan: Plan, audience: Mapping[str, float], fits: Mapping[str, float], tables: Tables
) -> Result:
    """Every set at the level that can be afforded, the front, and the set that is opened.

    Only hours and euros are asked here; answers and pay-off are asked by the gates.
    """
    sheet = Sheet()
    by_level: dict[str, list[Choice]] = {}

    def sets_at(level: str) -> list[Choice]:
        if level not in by_level:
            by_level[level] = choices(plan, audience, level, tables)
        return by_level[level]

    def at(networks: tuple[str, ...], level: str) -> Choice:
        return next(choice for choice in sets_at(level) if choice.networks == networks)

    def feasible(choice: Choice) -> bool:
        return is_affordable(choice, plan.cash, tables)

    found = opened(plan.networks, levels(plan.level), at, feasible, fits, tables)
    chosen = found[1] if found else None
    level = chosen.level if chosen else LEANEST
    sets = sets_at(level)
    edge = front(sets)
    available = capacity(plan, tables.default("shrinkage"))
    sheet.add("sets_available", available, "hours")
    sheet.add("cash", plan.cash, "euros")
    able = [choice for choice in sets if feasible(choice)]
    sheet.add("sets", len(sets), "count")
    sheet.add("affordable", len(able), "count")
    for place, choice in enumerate(edge):
        sheet.add(f"front{place}.hours", choice.hours, "hours")
        sheet.add(f"front{place}.reach", choice.reach, "share")
    everything = max(sets, key=lambda c: len(c.networks), default=None)
    for key, told in (("best", chosen), ("all", everything)):
        if told is not None:
            sheet.add(f"{key}.hours", told.hours, "hours")
            sheet.add(f"{key}.reach", told.reach, "share")
            sheet.add(f"{key}.coverage", told.coverage, "share")
    if sets:
        sheet.add("least_hours", min(choice.hours for choice in sets), "hours")
        sheet.add("least_euros", min(choice.euros for choice in sets), "euros")
    return sheet.result(
        sets_level=level,
        short_of=short_of(sets, plan.cash, tables),
        every=tuple((c.hours, c.reach) for c in sets),
        able=tuple((c.hours, c.reach) for c in able),
        front=tuple((c.hours, c.reach, c.networks) for c in edge),
        best=chosen,
    )
