"""Complexity: how the hours grow with the networks, and which set of them can be afforded.

Three growth laws from the same start. With two to four networks nobody can tell them
apart; the learner's own time sheet can, after a month.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import effort, reach
from helpers.models.plan import Plan, capacity
from helpers.models.result import Result, Series, Sheet

LAWS = ("linear", "pairwise", "exponential")
DEEP_TO_LEAN = ("standard", "lean")
"""Depth before breadth: lean is looked at only if nothing can be afforded at standard."""
LEVELS = ("ambitious", *DEEP_TO_LEAN)
"""From the deepest to the leanest."""


def levels(company: Company) -> tuple[str, ...]:
    """The level that was chosen and those below it: depth before breadth, at least lean."""
    return LEVELS[LEVELS.index(company.level) :]


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


def best(sets: Sequence[Choice], cash: float, tables: Tables) -> Choice | None:
    """The affordable set with the largest net reach; None if nothing can be afforded.

    A further network must add ``least_gain`` of net reach to a smaller affordable set;
    sets within ``reach_tie`` of each other count as equal, and then fewer hours win.
    """
    able = [choice for choice in sets if is_affordable(choice, cash, tables)]
    if not able:
        return None
    gain, tie = tables.default("least_gain"), tables.default("reach_tie")
    chosen: Choice | None = None
    for count in sorted({len(choice.networks) for choice in able}):
        same = [choice for choice in able if len(choice.networks) == count]
        top = max(choice.reach for choice in same)
        close = [choice for choice in same if choice.reach >= top - tie]
        leader = min(close, key=lambda choice: (choice.hours, -choice.reach))
        if chosen is None or leader.reach - chosen.reach >= gain:
            chosen = leader
    return chosen


def best_of_levels(plan: Plan, audience: Mapping[str, float], tables: Tables) -> Choice | None:
    """Depth before breadth: the best set at standard, or else the best at lean."""
    for level in DEEP_TO_LEAN:
        found = best(choices(plan, audience, level, tables), plan.cash, tables)
        if found is not None:
            return found
    return None


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


def sets_answer(plan: Plan, audience: Mapping[str, float], tables: Tables) -> Result:
    """Every set at the level that can be afforded, the front, and the best of them."""
    sheet = Sheet()
    chosen = best_of_levels(plan, audience, tables)
    level = chosen.level if chosen else DEEP_TO_LEAN[-1]
    sets = choices(plan, audience, level, tables)
    edge = front(sets)
    available = capacity(plan, tables.default("shrinkage"))
    sheet.add("sets_available", available, "hours")
    sheet.add("cash", plan.cash, "euros")
    able = [choice for choice in sets if is_affordable(choice, plan.cash, tables)]
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
