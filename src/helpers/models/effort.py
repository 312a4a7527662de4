"""Resource gap: the hours and euros that networks take, against those that there are.

Hours are per week, euros per month. Level and expected followers are decisions of the
learner; everything uncertain has a low, a default and a high value in the ledger and
enters with its beta-PERT mean (low + 4·default + high) / 6, bands with beta-PERT draws.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import ads_month, replies
from helpers.models.plan import Plan, capacity, leader
from helpers.models.result import Result, Sheet
from helpers.models.seeded import Number, pert_draws
from helpers.models.tenths import add_printed

DRAWS = 4000
"""Draws of the band, each from the same seed."""
TIMES = ("hours", "minutes", "factor")
"""Units of what a slow firm takes more of: times, and factors on times."""
WORK = ("making", "listening", "answering", "planning")
POSTING = ("making", "planning")
"""The work that only posts take."""


class Units:
    """Unit values by key: means, or draws. Call it with the key of an assumption."""

    def __init__(self, tables: Tables, draws: int = 0) -> None:
        self._tables = tables
        self._draws = draws

    def __call__(self, key: str) -> Number:
        row = self._tables.assumptions[key]
        if self._draws and row.high > row.low:
            alike = self._tables.default("unit_correlation") if row.unit in TIMES else 0.0
            return pert_draws(key, row.low, row.default, row.high, self._draws, alike)
        return row.expected

    def default(self, key: str) -> Number:
        """The default and not the mean: for prices and shares, which are taken as stated."""
        return self(key) if self._draws else self._tables.default(key)


def network_hours(
    tables: Tables, units: Units, network: str, level: str, messages: Number
) -> dict[str, Number]:
    """Hours a week of one network at a level, by kind of work (``WORK``), for these messages.

    Making posts Σ n·t, listening and joining in L·ℓ, answering λ·τ/60, planning and
    reporting R·x; λ is a week's messages, N/1000·v/4.345 (``answering``).
    """
    posts, listening, planning = _cadence(tables, network, level)
    return {
        "making": sum((count * units(f"making_{kind}") for kind, count in posts), 0.0),
        "listening": listening * tables.default(f"listening_factor_{network}"),
        "answering": messages * units("handling_minutes") / 60,
        "planning": planning * units("planning_factor"),
    }


@remembered(64)
def _cadence(
    tables: Tables, network: str, level: str
) -> tuple[tuple[tuple[str, float], ...], float, float]:
    rows = tables.cadence
    rows = rows[(rows["network"] == network) & (rows["level"] == level)]
    posts = tuple(zip(rows["format"], rows["posts_per_week"], strict=True))
    row = tables.levels.loc[level]
    return posts, float(row["listening_hours"]), float(row["planning_hours"])


def network_posts(tables: Tables, network: str, level: str) -> float:
    """Posts a week of a network at a level."""
    return sum((count for _kind, count in _cadence(tables, network, level)[0]), 0.0)


def posts(plan: Plan, tables: Tables) -> tuple[float, float]:
    """Posts a week on all networks, and the hours of making them, reuse included."""
    need = expected(plan, tables)
    posting = plan.networks if plan.posting else ()
    count = sum(network_posts(tables, network, plan.level) for network in posting)
    making = sum((hours["making"] for hours in need.by_network.values()), 0.0)
    return float(count), float(making - sum(need.reused.values(), 0.0))


def ads_hours(units: Units, ads: float) -> Number:
    """Hours a week for ads: ``ads_hours``, and again for each started ``ads_step`` a month."""
    # Read also where there are none.
    return ads_month.run_hours(ads, units("ads_hours"), units.default("ads_step"))


@dataclass(frozen=True)
class Required:
    """Hours a week that a set of networks takes, and how they come about.

    ``reused`` are the making hours that each network saves because an idea is adapted.
    """

    total: Number
    by_network: Mapping[str, Mapping[str, Number]]
    shared: Number
    coordination: Number
    reused: Mapping[str, Number]
    ads: Number
    briefing: Number
    further: float


def answering(plan: Plan, tables: Tables, units: Units) -> dict[str, Number]:
    """Messages a week of each network: estimated, or the company's own count shared out.

    An own count is shared in proportion to the estimates, or evenly where all are nought.
    """
    weeks = tables.default("weeks_per_month")
    estimated: dict[str, Number] = {
        n: replies.weekly_messages(plan.followers, units(f"messages_{n}"), weeks)
        for n in plan.networks
    }
    if plan.messages is None:
        return estimated
    total = sum(float(np.mean(count)) for count in estimated.values())
    if total <= 0:
        return dict.fromkeys(plan.networks, plan.messages / max(len(plan.networks), 1))
    return {n: count / total * plan.messages for n, count in estimated.items()}


@remembered(1024)
def expected(plan: Plan, tables: Tables) -> Required:
    """H(S) with the mean of every unit value; remembered, as the same sets are asked for often."""
    return required(tables, Units(tables), plan)


def required(tables: Tables, units: Units, plan: Plan) -> Required:
    """H(S) = h₀ + M₁ + (1 − θ)(M₂ + …) + Σ(H − M) + c·m(m − 1)/2, plus ads, briefing, further.

    M are the making hours, largest first: a second network reuses an idea, all other
    work adds up. No network takes no hours.
    """
    messages = answering(plan, tables, units)
    parts = {n: network_hours(tables, units, n, plan.level, messages[n]) for n in plan.networks}
    if not plan.posting:
        parts = {n: {**hours, **dict.fromkeys(POSTING, 0.0)} for n, hours in parts.items()}
    count = len(parts)
    further = sum((work.hours for work in plan.further), 0.0)
    briefing = plan.bought_hours * units("briefing") if plan.bought_hours else 0.0
    ads = ads_hours(units, plan.ads)
    if not count:
        return Required(further + ads + briefing, {}, 0.0, 0.0, {}, ads, briefing, further)
    making_hours = (hours["making"] for hours in parts.values())
    # As many draws of each, although a trainer may know one of them for certain.
    reuse, *making_of = np.broadcast_arrays(units.default("reuse"), *making_hours)
    making = np.array(making_of)
    reused = reuse * making
    first = making.argmax(axis=0)
    # The network with most making hours pays in full; all others adapt its ideas.
    np.put_along_axis(reused, np.expand_dims(first, 0), 0.0, axis=0)
    saved = reused.sum(axis=0)
    coordination = units("coordination") * count * (count - 1) / 2
    shared = units("shared_hours")
    everything = sum(sum(hours.values()) for hours in parts.values())
    total = shared + everything - saved + coordination + ads + briefing + further
    saved_by = dict(zip(parts, reused, strict=True))
    return Required(total, parts, shared, coordination, saved_by, ads, briefing, further)


def coverage(available: float, needed: float) -> float:
    """Q = K / H; 1 where nothing is needed."""
    return available / needed if needed > 0 else 1.0


def euros(tables: Tables, units: Units, plan: Plan) -> Number:
    """Euros a month E(S): a tool from the second network on, costs, ads, bought hours.

    Prices enter with the ledger's defaults: nobody draws a price from a range.
    """
    costs = sum((units.default(f"cost_{n}") for n in plan.networks), 0.0)
    further = sum((work.euros for work in plan.further), 0.0)
    return costs + further + sum(_shared_euros(tables, units, plan).values())


def _shared_euros(tables: Tables, units: Units, plan: Plan) -> dict[str, Number]:
    """Euros a month that no single network costs, by key: tool, ads, bought hours."""
    hours = tables.default("weeks_per_month") * plan.bought_hours
    return {
        "tool_euros": units.default("tool_cost") if len(plan.networks) >= 2 else 0.0,
        "ads_euros": plan.ads,
        "bought_euros": hours * units.default("bought_rate"),
    }


def answer(plan: Plan, tables: Tables, draws: int = DRAWS) -> Result:
    """Required against available hours and euros, by network and person, with the band."""
    units = Units(tables)
    need = expected(plan, tables)
    messages = answering(plan, tables, units)
    shrinkage = float(units.default("shrinkage"))
    available = capacity(plan, shrinkage)
    sheet = Sheet()
    for network, hours in need.by_network.items():
        for kind in WORK:
            sheet.add(f"{network}.{kind}", hours[kind], "hours")
        sheet.add(f"{network}.hours", sum(hours.values()), "hours")
        sheet.add(f"{network}.in_set", sum(hours.values()) - need.reused.get(network, 0.0), "hours")
        sheet.add(f"{network}.alone", sum(hours.values()) + need.shared, "hours")
        sheet.add(f"{network}.messages", float(messages[network]), "messages")
        sheet.add(f"{network}.euros", float(units.default(f"cost_{network}")), "euros")
    sheet.add("shared", need.shared, "hours")
    sheet.add("coordination", need.coordination, "hours")
    saved = sheet.add("saved", sum(need.reused.values(), 0.0), "hours")
    for kind in WORK:
        spent = sum(float(parts[kind]) for parts in need.by_network.values())
        sheet.add(f"work.{kind}", spent - (saved.value if kind == "making" else 0.0), "hours")
    sheet.add("briefing", need.briefing, "hours")
    sheet.add("ads", need.ads, "hours")
    for work in plan.further:
        key = f"further.{work.kind}"
        sheet.add(key, work.hours, "hours")
        sheet.add(f"{key}.euros", work.euros, "euros")
    kinds = tuple(f"further.{work.kind}" for work in plan.further)
    if kinds:
        sheet.add("further", need.further, "hours")
        further_euros = sum(work.euros for work in plan.further)
        sheet.add("further.euros", further_euros, "euros")
    common = need.shared + need.coordination + need.briefing
    sheet.add("common", common, "hours")
    total = sheet.add("required", float(need.total), "hours")
    promised = 0.0
    for position, person in enumerate(plan.people):
        here = 0.0 if position == plan.absent else person.hours
        promised += here
        sheet.add(f"person{position}.promised", here, "hours")
        sheet.add(f"person{position}.available", here * (1 - shrinkage), "hours")
    sheet.add("promised", promised, "hours")
    sheet.add("shrinkage", shrinkage, "share")
    sheet.add("bought", plan.bought_hours, "hours")
    sheet.add("available", available, "hours")
    sheet.add("gap", total.value - available, "hours")
    # As printed, so that who subtracts one from the other finds it.
    sheet.add("missing", abs(round(total.value, 1) - round(available, 1)), "hours")
    in_set = [f"{network}.in_set" for network in need.by_network]
    shared = ["common", "ads", *(["further"] if "further" in sheet else [])]
    add_printed(sheet, "required", in_set, shared)
    add_printed(sheet, "required", [f"work.{kind}" for kind in WORK], shared)
    people = [f"person{position}.available" for position in range(len(plan.people))]
    add_printed(sheet, "available", people, ["bought"])
    if kinds:
        add_printed(sheet, "printed.further", kinds)
    covered = coverage(available, total.value)
    sheet.add("coverage", covered, "share")
    _add_band(sheet, plan, tables, draws)
    most = leader(plan.people)
    alone = capacity(replace(plan, absent=most), shrinkage)
    sheet.add("available_without", alone, "hours")
    sheet.add("coverage_without", coverage(alone, total.value), "share")
    _add_euros(sheet, plan, tables, units, total.value)
    line = tables.default("borderline")
    # As it is printed: hours that do by the mean estimate are too few by every other.
    sure = round(sheet.value("enough"), 1) >= tables.default("enough_weeks")
    verdict = "enough" if covered >= 1 and sure else "borderline" if covered >= line else "short"
    return sheet.result(
        tuple(need.by_network),
        level=plan.level,
        people=tuple(p.name for p in plan.people),
        absent=plan.absent,
        leader=None if most is None else plan.people[most].name,
        verdict=verdict,
        further=tuple(work.kind for work in plan.further),
    )


def alone(plan: Plan, tables: Tables) -> Result:
    """Hours, spare hours and coverage of every network if it were the only one.

    ``NETWORK.spare`` is capacity less required hours (negative: missing), ``margin``
    the same without its sign; ``fit_line`` is where the map of fit and gap is divided.
    """
    sheet = Sheet()
    line = tables.default("fit_line")
    sheet.add("fit_line", line, "score")
    sheet.add("borderline", tables.default("borderline"), "share")
    options = plan.networks
    for network in options:
        one = answer(replace(plan, networks=(network,)), tables)
        spare = -one.value("gap")
        for key in (*one,):
            if key.startswith(f"{network}.") or key in ONE_NETWORK:
                sheet.copy(one[key])
        required_ = one.value("required")
        sheet.add(f"{network}.alone", required_, "hours")
        sheet.add(f"{network}.spare", spare, "hours")
        sheet.add(f"{network}.margin", abs(spare), "hours")
        sheet.add(f"{network}.coverage", one.value("coverage"), "share")
    return sheet.result(options, level=plan.level)


ONE_NETWORK = ("available", "promised", "shrinkage", "bought", "shared")
"""Keys that ``alone`` keeps because they are the same for every network."""


def weeks(plan: Plan, tables: Tables, draws: int = DRAWS) -> tuple[np.ndarray, np.ndarray]:
    """Hours needed and hours there in a week, by so many plausible estimates of the unknown."""
    units = Units(tables, draws)
    there = capacity(plan, np.asarray(units.default("shrinkage")))
    needed = required(tables, units, plan).total
    return np.broadcast_to(needed, (draws,)), np.broadcast_to(there, (draws,))


@remembered(1024)
def enough(plan: Plan, tables: Tables) -> float:
    """The share of plausible estimates by which the hours are enough (0–1)."""
    drawn, there = weeks(plan, tables)
    return float(np.mean(drawn <= there))


def _add_band(sheet: Sheet, plan: Plan, tables: Tables, draws: int) -> None:
    """The 10th and 90th percentile of the hours, and how often there are enough.

    Unit times share a common factor (``unit_correlation``): a slow firm is slow at everything.
    """
    drawn, there = weeks(plan, tables, draws)
    low, high = np.quantile(drawn, [0.1, 0.9])
    sheet.add("band_low", low, "hours")
    sheet.add("band_high", high, "hours")
    sheet.add("enough", float(np.mean(drawn <= there)), "tenths")


def _add_euros(sheet: Sheet, plan: Plan, tables: Tables, units: Units, hours: float) -> None:
    need = float(euros(tables, units, plan))
    shared = _shared_euros(tables, units, plan)
    for key, value in shared.items():
        sheet.add(key, float(value), "euros")
    sheet.add("euros_required", need, "euros")
    sheet.add("euros_available", plan.cash, "euros")
    sheet.add("euros_gap", need - plan.cash, "euros")
    sheet.add("euros_missing", abs(need - plan.cash), "euros")
    wage = float(units.default("wage"))
    sheet.add("opportunity", tables.default("weeks_per_month") * hours * wage, "euros")
