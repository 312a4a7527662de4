"""Complexity: how the hours grow with the networks, and which of them are opened together.

Three growth laws from the same start. With two networks no time sheet of some weeks can tell
them apart.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from helpers.data.tables import Tables
from helpers.models import effort, fit, reach
from helpers.models.gates import printed
from helpers.models.plan import Plan, capacity
from helpers.models.result import Result, Series, Sheet

LAWS = ("linear", "pairwise", "exponential")
LEVELS = ("ambitious", "standard", "lean")
"""From the deepest to the leanest."""
LEANEST = LEVELS[-1]
TWO = 2
EIGHT_IN_TEN = 1.2816
"""Standard deviations on either side of a mean between which eight in ten values lie."""


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
        worth = [
            c
            for c in wider
            if printed(c.reach - chosen.reach, "share") >= gain - 1e-9 and feasible(c)
        ]
        if not worth:
            return chosen
        chosen = max(worth, key=lambda choice: choice.reach)


def growth_answer(plan: Plan, growth: Growth, tables: Tables, weeks: float) -> Result:
    """Hours by number of networks under the three laws, in the order of the plan.

    ``error`` is how far, as a share, the mean of so many ``weeks`` of time sheets may lie off
    in eight of ten cases, z·v/√n; facts hold that band around the pairwise law. ``apart`` is
    after how many weeks the sum leaves that band at two networks. ``lowN`` and ``highN`` are the
    ends of the band at so many networks. ``fits`` is the growth with which the exponential law
    says the same as pairs do at two.
    """
    sheet = Sheet()
    units = effort.Units(tables)
    each, shared = loads(plan, tables), float(units("shared_hours"))
    spread = EIGHT_IN_TEN * tables.default("week_variation")
    error = sheet.add("error", spread / math.sqrt(weeks), "share").value
    sheet.add("sheets", weeks, "count")
    count = len(plan.networks)
    lines = {}
    for law in LAWS:
        hours = [required(plan.networks[:n], each, shared, growth, law) for n in range(count + 1)]
        lines[law] = tuple(hours)
        for n, value in enumerate(hours[1:], 1):
            sheet.add(f"{law}{n}", value, "hours")
            if law == "pairwise":
                sheet.add(f"low{n}", value * (1 - error), "hours")
                sheet.add(f"high{n}", value * (1 + error), "hours")
        sheet.add(f"{law}.all", hours[-1], "hours")
    sheet.add("pairs", pairs(count), "count")
    sheet.add("rate", growth.rate, "share")
    sheet.add("networks", count, "count")
    outside: tuple[str, ...] = ()
    if count >= TWO:
        straight, paired, grown = (lines[law][TWO] for law in LAWS)
        low, high = (
            sheet.add(f"sheet.{end}", paired * (1 + sign * error), "hours").value
            for end, sign in (("low", -1), ("high", 1))
        )
        held = {"linear": low <= straight, "exponential": low <= grown <= high}
        outside = tuple(law for law, inside in held.items() if not inside)
        if paired > straight:
            sheet.add("fits", paired / straight - 1, "share")
            apart = (spread * paired / (paired - straight)) ** 2
            sheet.add("apart", max(math.ceil(apart), 1), "count")
    numbers = tuple(float(n) for n in range(count + 1))
    band = tuple(tuple(h * (1 + sign * error) for h in lines["pairwise"]) for sign in (-1, 1))
    return sheet.result(plan.networks, growth=Series(numbers, lines), band=band, outside=outside)
