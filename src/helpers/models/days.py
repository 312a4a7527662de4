"""Working days that one page takes in a year, at every level, beside the days promised for it.

A year has 52 weeks and a working day eight hours. Hours are those of the network alone
(``effort.required``: Σ posts·time + listening + answering + planning + a meeting), with the
beta-PERT mean of every unit value; what other lessons add to a plan, such as ads, is left out.
Whole days and wages come from hours in tenths: whoever multiplies what is printed finds them.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from helpers.company import Company
from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import company_plan, effort
from helpers.models.plan import Plan, capacity
from helpers.models.result import Result, Sheet

WEEKS = 52
TINY = 1e-9
HOURS = 8
"""Hours of a working day."""
DAYS = 5
"""Working days of a week."""
STEP = 5
"""Minutes to which the work of a week is told: nobody knows it better."""
KINDS = ("making", "listening", "shared", "answering", "planning")
"""Of what the hours of one network are made, in the order in which they are added up."""


def plan_of(company: Company, tables: Tables, network: str, level: str) -> Plan:
    """The company's plan with this network alone, without the further work of other lessons."""
    plan = company_plan.plan_of(company, tables, level, networks=(network,))
    return replace(plan, ads=0.0, bought_hours=0.0, further=())


def together(company: Company, tables: Tables) -> Result:
    """Hours a week and days a year of all pages that a company plans, kept at its level."""
    plan = company_plan.plan_of(company, tables, company.level, networks=company.networks)
    plan = replace(plan, ads=0.0, bought_hours=0.0, further=())
    sheet = Sheet()
    hours = sheet.add("together.week", float(effort.expected(plan, tables).total), "hours")
    _add_days(sheet, "together", hours.value)
    return sheet.result()


def pace(tables: Tables, network: str, levels: Mapping[str, str]) -> Result:
    """Posts a week at some levels, named by their key: the head of their figures.

    Where they are fewer than one, every how many weeks there is one. ``full_week`` are the hours
    of a working week, more than which nobody can promise.
    """
    sheet = Sheet()
    for head, level in levels.items():
        posts = effort.network_posts(tables, network, level)
        sheet.add(f"{head}.posts", posts, "posts a week")
        if 0 < posts < 1:
            sheet.add(f"{head}.every", 1 / posts, "count")
    sheet.add("full_week", DAYS * HOURS, "clock hours")
    return sheet.result()


def a_year(hours: float) -> Result:
    """Whole working days a year for hours a week as they are printed."""
    sheet = Sheet()
    _add_days(sheet, "year", hours)
    return sheet.result()


def without(plan: Plan, tables: Tables, places: Collection[int]) -> Result:
    """The hours of some people of a plan, ``paper``, and how the others' alone would do.

    ``sure.available`` are the hours of the others, fact ``sure`` the verdict on them;
    ``sure.missing`` is what they lack, ``sure.enough`` in how many readings they do.
    """
    others = tuple(person for n, person in enumerate(plan.people) if n not in places)
    found = effort.answer(replace(plan, people=others), tables)
    sheet = Sheet()
    there = capacity(plan, tables.default("shrinkage"))
    sheet.add("paper", there - found.value("available"), "hours")
    sheet.add("sure.available", found.value("available"), "hours")
    sheet.add("sure.missing", found.value("missing"), "hours")
    sheet.add("sure.enough", found.value("enough"), "tenths")
    return sheet.result(sure=found.facts["verdict"])


def as_minutes(days: float) -> Result:
    """Minutes a week that so many working days a year are, to the next ``STEP``."""
    sheet = Sheet()
    minutes = STEP * math.floor(60 * days * HOURS / WEEKS / STEP + 0.5 + TINY)
    sheet.add("minutes.said", minutes, "minutes")
    return sheet.result()


def beside(company: Company, tables: Tables, network: str, networks: Sequence[str]) -> float:
    """Whole working days a year that these networks take beside one of them, at the leanest."""
    plan = plan_of(company, tables, network, str(tables.levels.index[0]))
    hours = [
        round(float(effort.expected(replace(plan, networks=kept), tables).total), 1)
        for kept in (tuple(networks), (network,))
    ]
    return whole(of_week(hours[0])) - whole(of_week(hours[1]))


def of_week(hours: float) -> float:
    """Working days a year for these hours a week: 52·h / 8."""
    return WEEKS * hours / HOURS


def whole(days: float) -> int:
    """Days as they are drawn and said; half a day counts as one, as at school."""
    return math.floor(days + 0.5 + TINY)


def answer(plan: Plan, tables: Tables, firm: str = "", others: tuple[str, ...] = ()) -> Result:
    """Days a year to keep the plan's one network, at its level and at the others.

    ``whole`` days are those that are drawn and said; what is to spare or missing is the difference
    of whole days, so that a reader who counts finds the same. ``minutes.KIND`` are those of a week,
    to the next ``STEP``, ``minutes.all`` their sum; ``after.KIND`` the whole days once the work up
    to this kind is counted. ``euros.about`` is the cost of a year to the next hundred. ``nearly``
    are the hours a week between promise and need as they are printed, ``over`` their sign: whole
    days may be equal where hours differ. Fact ``close`` is whether the hours are too close to call,
    by the rule of the own task. ``firm`` is whose plan it is, by name; ``others`` are networks that
    it plans beside this one, which are not counted.
    """
    (network,) = plan.networks
    units = effort.Units(tables)
    sheet = Sheet()
    sheet.add("open", tables.default("opening_hours"), "hours")
    for level in tables.levels.index:
        of_level = effort.expected(replace(plan, level=level), tables)
        sheet.add(f"{level}.week", float(of_level.total), "hours")
        _add_days(sheet, level, float(of_level.total))
    _add_days(sheet, "keep", sheet.value(f"{plan.level}.week"))
    need = effort.expected(plan, tables)
    hours = sheet.add("week", float(need.total), "hours")
    parts = {**need.by_network[network], "shared": need.shared}
    counted = 0.0
    for kind in KINDS:
        minutes = STEP * math.ceil(60 * float(parts[kind]) / STEP - 0.5 - TINY)
        counted += minutes / 60
        sheet.add(f"minutes.{kind}", minutes, "minutes")
        sheet.add(f"part.{kind}", of_week(float(parts[kind])), "tenth days")
        # The last sum is the hours of the page, in tenths as they are printed.
        days = of_week(round(hours.value, 1) if kind == KINDS[-1] else counted)
        sheet.add(f"after.{kind}", whole(days), "working days")
    sheet.add("minutes.all", 60 * counted, "minutes")
    low, high, verdict = _band(plan, tables)
    for end, hours_a_week in (("low", low), ("high", high)):
        _add_days(sheet, f"keep.{end}", hours_a_week)
    sheet.add("wage", units.default("wage"), "price")
    sheet.add("wages", WEEKS * round(hours.value, 1) * float(units.default("wage")), "euros")
    sheet.add("costs", 12 * float(units.default(f"cost_{network}")), "euros")
    euros = sheet.add("euros", sheet.value("wages") + sheet.value("costs"), "euros")
    sheet.add("euros.about", round(euros.value, -2), "euros")
    promised = sum(person.hours for person in plan.people)
    sheet.add("there.promised", promised, "hours")
    _add_days(sheet, "promised", promised)
    there = capacity(plan, tables.default("shrinkage"))
    sheet.add("there.week", there, "hours")
    _add_days(sheet, "there", there)
    more = sheet.value("there.whole") - sheet.value("keep.whole")
    sheet.add("difference", abs(more), "working days")
    # Whole days hide up to a day: whoever reads the hours beside them sees it.
    over = round(there, 1) - round(hours.value, 1)
    sheet.add("nearly", abs(over), "hours")
    found = sheet.result(
        firm=firm,
        others=others,
        network=network,
        level=plan.level,
        levels=tuple(tables.levels.index),
        people=tuple(person.name for person in plan.people if person.hours),
        more=(more > 0) - (more < 0),
        over=(over > 0) - (over < 0),
        close=verdict == "borderline",
    )
    return found.joined(pace(tables, network, {level: level for level in tables.levels.index}))


def _add_days(sheet: Sheet, key: str, hours: float) -> None:
    """Days as they are computed, and whole ones of the hours a week as they are printed."""
    sheet.add(f"{key}.days", of_week(hours), "tenth days")
    sheet.add(f"{key}.whole", whole(of_week(round(hours, 1))), "working days")


@remembered(256)
def _band(plan: Plan, tables: Tables) -> tuple[float, float, str]:
    """Between which hours a week eight in ten plausible estimates lie; the verdict on the hours."""
    result = effort.answer(plan, tables)
    return result.value("band_low"), result.value("band_high"), result.facts["verdict"]


def lightest(plan: Plan, tables: Tables) -> str:
    """The network that takes the fewest hours at the plan's level, were it the only one."""

    def hours(network: str) -> float:
        return float(effort.expected(replace(plan, networks=(network,)), tables).total)

    return min(tables.network_keys, key=hours)
