"""Four ways to close a gap of hours, each with its price: drop, thin, add, buy.

A network that is dropped, or kept at a leaner level, costs people whom no post meets
(``spread``); an hour that is added costs wages, and one that is bought costs cash.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from helpers.company import Company, Person
from helpers.data.tables import Tables
from helpers.models import complexity, effort, fit, reach
from helpers.models.company_plan import SOMEBODY
from helpers.models.multicriteria import score
from helpers.models.plan import Plan, capacity
from helpers.models.result import Result, Sheet
from helpers.models.spread import Round, Spread, round_of, spread

WISH = "wish"
"""The plan as it is, in the hours that there are: no way out, and the price of taking none."""
WAYS = ("drop", "thin", "add", "buy")
"""In the order in which they are shown: what takes nothing first, what costs cash last."""
STEP = 0.5
"""Hours are promised and bought in steps of half an hour, as the company form takes them."""
SURE = "{way}_sure"
"""The key of adding or buying until the hours cover as many estimates as a promise takes."""


@dataclass(frozen=True)
class Standing:
    """How a company stands with each network: the fit, and the usable audience (0–1)."""

    fits: Mapping[str, float]
    audience: Mapping[str, float]

    def best_first(self, networks: Sequence[str]) -> tuple[str, ...]:
        """These networks, the best fitting first."""
        return tuple(sorted(networks, key=lambda network: -self.fits[network]))


def standing(company: Company, tables: Tables) -> Standing:
    """The standing of a company, as network fit has it."""
    there = fit.situation(company, tables)
    table = fit.criteria(there, tables)
    fits = score(table, there.weights)["fit"]
    return Standing(fits.to_dict(), table["audience"].to_dict())


@dataclass(frozen=True)
class Ways:
    """The changed plan of each way that there is, by its key; ``WISH`` is the plan as it is.

    ``hours`` a week are those that are added or bought.
    """

    plans: Mapping[str, Plan]
    hours: Mapping[str, float]


def ways(plan: Plan, known: Standing, tables: Tables) -> Ways:
    """What each way would do to a plan whose hours are not enough; none where they are.

    Nor is there any while somebody is away: these hours come back, and no price of a year is
    theirs.
    Dropping and thinning stop where the hours cannot be told from enough (``borderline``), or
    at one network, at the leanest level. Hours are added and bought in full, in half hours:
    those of the mean estimate, and where these are no promise yet (``enough_weeks``) more of them.
    """
    found, hours = {WISH: plan}, dict[str, float]()
    now = spread(plan, known.audience, tables)
    missing = now.needed - now.there
    if missing <= 0 or plan.absent is not None:
        return Ways(found, hours)
    line = tables.default("borderline")

    def first(smaller: Sequence[Plan]) -> Plan:
        """The first that the hours carry, or the smallest."""
        carried = (one for one in smaller if spread(one, known.audience, tables).coverage >= line)
        return next(carried, smaller[-1])

    if now.coverage < line:
        best = known.best_first(plan.networks)
        fewer = [set(best[:count]) for count in range(len(best) - 1, 0, -1)]
        kept = [tuple(n for n in plan.networks if n in some) for some in fewer]
        if kept:
            found["drop"] = first([replace(plan, networks=networks) for networks in kept])
        leaner = complexity.levels(plan.level)[1:]
        if plan.networks and leaner:
            found["thin"] = first([replace(plan, level=level) for level in leaner])
    hours["add"] = _up(missing / (1 - tables.default("shrinkage")))
    hours["buy"] = _up(missing / (1 - tables.expected("briefing")))
    for way, wanting in _wanting(plan, tables).items():
        sure = _sure(hours[way], wanting, tables)
        if sure > hours[way]:
            hours[SURE.format(way=way)] = sure
    for key, more in hours.items():
        added = key.startswith("add")
        found[key] = (
            replace(plan, people=(*plan.people, Person(SOMEBODY, more)))
            if added
            else replace(plan, bought_hours=plan.bought_hours + more)
        )
    return Ways(found, hours)


def _wanting(plan: Plan, tables: Tables) -> dict[str, np.ndarray]:
    """Hours that each plausible estimate wants, promised or bought."""
    needed, there = effort.weeks(plan, tables)
    units = effort.Units(tables, effort.DRAWS)
    kept = {"add": 1 - units.default("shrinkage"), "buy": 1 - units("briefing")}
    return {way: (needed - there) / share for way, share in kept.items()}


def _sure(hours: float, wanting: np.ndarray, tables: Tables) -> float:
    """The first of these hours, half hour after half hour, that is a promise as it is printed."""
    while round(float(np.mean(wanting <= hours)), 1) < tables.default("enough_weeks"):
        hours += STEP
    return hours


def _up(hours: float) -> float:
    """The next half hour; what floating point adds to a whole one is no half hour more."""
    return math.ceil(round(hours / STEP, 9)) * STEP


def answer(plan: Plan, known: Standing, tables: Tables) -> Result:
    """Each way that there is: hours needed and there a week, people met, and what it costs.

    ``WAY.met`` is the share of our people who see a post in a month, ``WAY.met_posts_first``
    where posts come before meeting and planning; ``WAY.weeks`` is the share of plausible estimates
    that the hours cover. ``drop.left`` is the share whom the dropped networks could reach,
    ``thin.posts`` what is planned a week. ``add.euros`` are wages, ``buy.euros`` cash, both a
    month, ``WAY.rate`` the price of an hour; ``buy.margin`` is what cash is then left or, by the
    fact ``cash``, missing. ``deeper.met`` is of the same hours at the fact ``deeper``, a deeper
    level, where the plan leaves hours and it meets more. ``add_sure`` and ``buy_sure`` are the
    same in hours that are a promise. While somebody is away, ``wish.present`` are the hours of a
    week in which everybody else is there.
    """
    tried, sheet = ways(plan, known, tables), Sheet()
    for key, changed in tried.plans.items():
        told: Spread = spread(changed, known.audience, tables)
        sheet.add(f"{key}.needed", told.needed, "hours")
        sheet.add(f"{key}.there", told.there, "hours")
        needed, there = effort.weeks(changed, tables)
        sheet.add(f"{key}.weeks", float(np.mean(needed <= there)), "tenths")
        sheet.add(f"{key}.met", told.met, "hundredths")
        sheet.add(f"{key}.met_posts_first", told.met_posts_first, "hundredths")
    messages = effort.answering(plan, tables, effort.Units(tables))
    sheet.add(f"{WISH}.messages", sum(map(float, messages.values()), 0.0), "messages")
    if plan.absent is not None:
        sheet.add(f"{WISH}.present", capacity(plan, 0.0), "hours")
    kept, thin = tried.plans.get("drop"), tried.plans.get("thin")
    dropped = tuple(n for n in plan.networks if kept and n not in kept.networks)
    if kept:
        left = reach.net_reach(known.audience[network] for network in dropped)
        sheet.add("drop.left", left, "hundredths")
    for key, some in ((WISH, plan), ("thin", thin)) if thin else ():
        count = sum(effort.network_posts(tables, n, some.level) for n in some.networks)
        sheet.add(f"{key}.posts", count, "posts")
    cash = {}
    for key, more in tried.hours.items():
        added = key.startswith("add")
        rate = sheet.add(f"{key}.rate", tables.default("wage" if added else "bought_rate"), "price")
        sheet.add(f"{key}.hours", more, "hours")
        sheet.add(f"{key}.euros", tables.default("weeks_per_month") * more * rate.value, "euros")
        if added:
            continue
        units = effort.Units(tables)
        left = plan.cash - float(effort.euros(tables, units, tried.plans[key]))
        sheet.add(f"{key}.margin", abs(left), "euros")
        cash[key] = (left > 0) - (left < 0)
    deeper = _deeper(plan, known, tables)
    if deeper:
        kept_hours = float(capacity(plan, np.asarray(tables.default("shrinkage"))))
        sheet.add("deeper.met", deeper.met(kept_hours), "hundredths")
    return sheet.result(
        ways=tuple(key for key in WAYS if key in tried.plans),
        kept=kept.networks if kept else (),
        dropped=dropped,
        leaner=thin.level if thin else "",
        deeper=deeper.level if deeper else "",
        lean=not complexity.levels(plan.level)[1:],
        cash=cash,
    )


def _deeper(plan: Plan, known: Standing, tables: Tables) -> Round | None:
    """The deeper level that meets most in the same hours, where the plan leaves some of them.

    None where the plan is not kept in full, or where no deeper level prints as more.
    """
    there = capacity(plan, tables.default("shrinkage"))
    now = round_of(plan, known.audience, tables)
    deeper = complexity.LEVELS[: complexity.LEVELS.index(plan.level)]
    if not plan.networks or not deeper or plan.absent is not None or now.kept(there) < 1:
        return None
    rounds = [round_of(replace(plan, level=level), known.audience, tables) for level in deeper]
    best = max(rounds, key=lambda one: one.met(there))
    return best if round(100 * best.met(there)) > round(100 * now.met(there)) else None


def promised_more(plan: Plan, people: Sequence[Person], tables: Tables) -> Result:
    """Hours a week that a plan promises beyond what ``people`` promise, and a month of wages."""
    sheet = Sheet()
    before, now = (sum(person.hours for person in some) for some in (people, plan.people))
    more = sheet.add("promised_more", max(now - before, 0.0), "hours")
    month = tables.default("weeks_per_month") * more.value * tables.default("wage")
    sheet.add("promised_more_euros", month, "euros")
    return sheet.result()
