"""Where a budget for ads is best: each medium at its own, and what steps of own hours change."""

from dataclasses import replace
from math import ceil

from helpers.data.tables import Tables
from helpers.models.ads_month import Campaign, minutes_cost, run_wage
from helpers.models.ads_narrow import left, longer, offered
from helpers.models.result import Sheet


def add_places(sheet: Sheet, campaign: Campaign, own: float, tables: Tables) -> str | None:
    """Each medium at its own best budget; the other that leaves most, if more than this one.

    ``own`` is the best budget of the campaign's medium, as far as a control goes.
    """
    for medium in tables.keys("medium"):
        there = replace(campaign, medium=medium)
        most = own if medium == campaign.medium else offered(there, tables)
        there = replace(there, budget=sheet.add(f"{medium}.best", most, "euros").value)
        sheet.add(f"{medium}.left", left(there, tables), "euros")
    first = max(tables.keys("medium"), key=lambda medium: sheet.value(f"{medium}.left"))
    left_there, most = sheet.value(f"{first}.left"), sheet.value(f"{first}.best")
    gain = left_there + minutes_cost(campaign, tables)
    worth = most > 0 and gain >= run_wage(most, tables)
    here = sheet.value(f"{campaign.medium}.left")
    if not worth or round(left_there) <= round(here):
        return None
    if not campaign.in_shop and not _ahead_longer(first, campaign, tables):
        return None
    sheet.add("place_more", left_there - here, "euros")
    return first


def _ahead_longer(medium: str, campaign: Campaign, tables: Tables) -> bool:
    """Whether a medium leaves more, as printed, with half an hour more at the telephone, too."""
    left_by = {}
    for place in (medium, campaign.medium):
        there = longer(replace(campaign, medium=place))
        there = replace(there, budget=offered(there, tables))
        left_by[place] = round(left(there, tables))
    return left_by[medium] > left_by[campaign.medium]


def add_step(sheet: Sheet, campaign: Campaign, most: float, tables: Tables) -> None:
    """The budget that leaves most once own hours are paid, where that ends an earlier step.

    ``most`` is the best budget while they are not paid, as far as a control goes.
    """
    step = tables.default("ads_step")

    def paid(budget: float) -> float:
        return left(replace(campaign, budget=budget), tables) - run_wage(budget, tables)

    ends = [step * k for k in range(1, ceil(most / step))]
    if not ends or round(paid(end := max(ends, key=paid))) <= round(paid(most)):
        return
    sheet.add("step_best", end, "euros")
    sheet.add("step_left", paid(end), "euros")
