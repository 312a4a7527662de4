"""What own hours for ads and calls would cost if they were paid: what is left counts none."""

from dataclasses import replace

import numpy as np

from helpers.data.tables import Tables
from helpers.models import ads
from helpers.models.ads import Campaign
from helpers.models.result import Result, Sheet


def wages(campaign: Campaign, tables: Tables) -> Result:
    """Wages of a month (euros) for running the ads and calling leads, and what they would leave.

    Hours a week count in tenths, as they are printed, so that whoever multiplies finds the wages.
    ``paid_best`` is the budget, of those a control offers, at which most is left once they are
    paid, ``paid_left`` what that is. Here no time is bought.
    """
    sheet = Sheet()
    sheet.add("ads_wages", _wages(campaign, tables), "euros")
    sheet.add("after_wages", _after(campaign, tables), "euros")
    there = replace(campaign, budget=sheet.add("paid_best", _best(campaign, tables), "euros").value)
    sheet.add("paid_left", _after(there, tables), "euros")
    return sheet.result()


def _after(campaign: Campaign, tables: Tables) -> float:
    return ads.left(campaign, tables) - _wages(campaign, tables)


def _wages(campaign: Campaign, tables: Tables) -> float:
    """Running and calling, each in tenths of an hour a week."""
    called = ads.lead_hours(ads.bring(campaign, tables).called, tables)
    run = ads.run_wage(campaign.budget, tables)
    call = tables.default("weeks_per_month") * round(called, 1) * tables.default("wage")
    return run + call


def _best(campaign: Campaign, tables: Tables) -> float:
    """The best budget where each call has its wage: a customer leaves so much less.

    Around it hours in tenths make small steps: the best of the budgets as far as half of it.
    """
    worth = ads.lead_worth(campaign)
    if campaign.in_shop or not worth:
        return ads.offered(campaign, tables)
    call = tables.expected("lead_minutes") / 60 * tables.default("wage")
    less = max(1 - call / worth, 0.0)
    dearer = replace(campaign, contribution=campaign.contribution * less)
    found = ads.offered(dearer, tables)
    reach, step = found / 2, max(round(found / 40), 1.0)
    while reach >= 1:
        tried = np.arange(max(found - reach, 0), found + reach + 1, step).round()
        found = max(tried, key=lambda budget: _after(replace(campaign, budget=budget), tables))
        reach, step = (step, 1.0) if step > 1 else (0.0, step)
    return float(found)
