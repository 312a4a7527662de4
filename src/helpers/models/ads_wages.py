"""What own hours for ads and calls would cost if they were paid: what is left counts none."""

from helpers.data.tables import Tables
from helpers.models.result import Result, Sheet


def wages(month: Result, plan: Result, tables: Tables) -> Result:
    """Wages of a month (euros) for running the ads and calling leads, and what they would leave.

    ``month`` is an answer of ``ads``, ``plan`` one of ``effort`` with the same ads. Hours a week
    count in tenths, as they are printed, so that whoever multiplies finds the wages.
    """
    parts = [plan.value(key) for key in ("ads", "further.leads") if key in plan]
    hours = sum(round(part, 1) for part in parts)
    sheet = Sheet()
    paid = tables.default("weeks_per_month") * hours * tables.default("wage")
    sheet.add("ads_wages", paid, "euros")
    sheet.add("after_wages", month.value("profit") - paid, "euros")
    return sheet.result()
