"""Working days that one page takes in a year, at every level, beside the days promised for it.

A year has 52 weeks and a working day eight hours. Hours are those of the network alone
(``effort.required``: Σ posts·time + listening + answering + planning + a meeting), with the
beta-PERT mean of every unit value; what other lessons add to a plan, such as ads, is left out.
"""

from dataclasses import replace

from helpers.company import Company
from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import company_plan, effort
from helpers.models.plan import Plan, capacity
from helpers.models.result import Result, Sheet

WEEKS = 52
HOURS = 8
"""Hours of a working day."""
KINDS = ("making", "listening", "answering", "planning", "shared")
"""Of what the hours of one network are made, in the order in which they are added up."""


def plan_of(company: Company, tables: Tables, network: str, level: str) -> Plan:
    """The company's plan with this network alone, without the further work of other lessons."""
    plan = company_plan.plan_of(company, tables, level, networks=(network,))
    return replace(plan, ads=0.0, bought_hours=0.0, further=())


def of_week(hours: float) -> float:
    """Working days a year for these hours a week: 52·h / 8."""
    return WEEKS * hours / HOURS


def answer(plan: Plan, tables: Tables, firm: str = "", others: tuple[str, ...] = ()) -> Result:
    """Days a year to keep the plan's one network, at its level and at the others.

    ``whole`` days are those that are drawn and said; what is to spare or missing is the
    difference of whole days, so that a reader who counts finds the same. ``after.KIND`` are
    the days once the work up to this kind is counted, ``more.KIND`` what is added to them as
    they are printed, so that a reader's sums come out. ``nearly`` are the hours a week between
    promise and need as they are printed, ``over`` their sign: whole days may be equal where
    hours differ. ``firm`` is whose plan it is, by name; ``others`` are networks that it plans
    beside this one, which are not counted.
    """
    (network,) = plan.networks
    units = effort.Units(tables)
    sheet = Sheet()
    sheet.add("open", tables.default("opening_hours"), "hours")
    sheet.add("open.days", sheet.value("open") / HOURS, "tenth days")
    for level in tables.levels.index:
        of_level = effort.expected(replace(plan, level=level), tables)
        sheet.add(f"{level}.week", float(of_level.total), "hours")
        _add_days(sheet, level, of_week(float(of_level.total)))
    _add_days(sheet, "keep", sheet.value(f"{plan.level}.days"))
    need = effort.expected(plan, tables)
    hours = sheet.add("week", float(need.total), "hours")
    sheet.add("year", WEEKS * hours.value, "clock hours")
    parts = {**need.by_network[network], "shared": need.shared}
    counted = 0.0
    for kind in KINDS:
        before = round(counted, 1)
        counted += of_week(float(parts[kind]))
        sheet.add(f"part.{kind}", of_week(float(parts[kind])), "tenth days")
        sheet.add(f"after.{kind}", counted, "tenth days")
        sheet.add(f"more.{kind}", round(counted, 1) - before, "tenth days")
    for end, hours_a_week in zip(("low", "high"), _band(plan, tables), strict=True):
        _add_days(sheet, f"keep.{end}", of_week(hours_a_week))
    sheet.add("wage", units.default("wage"), "price")
    sheet.add("wages", WEEKS * hours.value * float(units.default("wage")), "euros")
    sheet.add("costs", 12 * float(units.default(f"cost_{network}")), "euros")
    sheet.add("euros", sheet.value("wages") + sheet.value("costs"), "euros")
    promised = sum(person.hours for person in plan.people)
    sheet.add("there.promised", promised, "hours")
    there = capacity(plan, tables.default("shrinkage"))
    sheet.add("there.week", there, "hours")
    _add_days(sheet, "there", of_week(there))
    more = sheet.value("there.whole") - sheet.value("keep.whole")
    sheet.add("difference", abs(more), "working days")
    # Whole days hide up to a day: whoever reads the hours beside them sees it.
    over = round(there, 1) - round(hours.value, 1)
    sheet.add("nearly", abs(over), "hours")
    return sheet.result(
        firm=firm,
        others=others,
        network=network,
        level=plan.level,
        levels=tuple(tables.levels.index),
        people=tuple(person.name for person in plan.people if person.hours),
        more=(more > 0) - (more < 0),
        over=(over > 0) - (over < 0),
    )


def _add_days(sheet: Sheet, key: str, days: float) -> None:
    """Days as they are computed, and as whole ones."""
    sheet.add(f"{key}.days", days, "tenth days")
    sheet.add(f"{key}.whole", round(days), "working days")


@remembered(256)
def _band(plan: Plan, tables: Tables) -> tuple[float, float]:
    """Between which hours a week eight in ten plausible weeks lie."""
    result = effort.answer(plan, tables)
    return result.value("band_low"), result.value("band_high")


def lightest(plan: Plan, tables: Tables) -> str:
    """The network that takes the fewest hours at the plan's level, were it the only one."""

    def hours(network: str) -> float:
        return float(effort.expected(replace(plan, networks=(network,)), tables).total)

    return min(tables.network_keys, key=hours)
