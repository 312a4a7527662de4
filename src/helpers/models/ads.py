"""Paid reach: a funnel with a door: a month of ads, its narrow place, and the best budget.

Euros, leads and customers are per month unless a name says otherwise. Profit is contribution,
never turnover, less what is paid: the ads and the time that is bought for calls. Own hours are
not taken off.
"""

from collections.abc import Mapping
from dataclasses import replace
from math import isfinite

from helpers.company import field
from helpers.data.tables import Tables
from helpers.models import chances
from helpers.models.ads_month import (
    SHOP,
    Campaign,
    Month,
    bring,
    called_of,
    calls_week,
    capacity,
    cost,
    lead_hours,
    lead_quality,
    lead_worth,
    leads_at,
    minutes_cost,
    month_of,
    quality_key,
    rates,
    run_wage,
)
from helpers.models.ads_narrow import (
    FARTHEST,
    HALF_AN_HOUR,
    IDLE,
    LESS,
    MONEY,
    MORE,
    NOTHING,
    NOWHERE,
    PRICE,
    TELEPHONE,
    best,
    left,
    longer,
    narrow_place,
    next_call,
    next_euro,
    offered,
    other_time,
    shorter,
)
from helpers.models.ads_places import add_places, add_step
from helpers.models.chances import CENT
from helpers.models.result import Result, Sheet

__all__ = [
    "CALLS",
    "FARTHEST",
    "HALF_AN_HOUR",
    "IDLE",
    "LESS",
    "MONEY",
    "MORE",
    "NOTHING",
    "NOWHERE",
    "PRICE",
    "QUALITY",
    "SEEN",
    "SHOP",
    "TELEPHONE",
    "Campaign",
    "Month",
    "add_media",
    "answer",
    "best",
    "bring",
    "called_of",
    "calls_week",
    "capacity",
    "cost",
    "lead_hours",
    "lead_quality",
    "lead_worth",
    "leads_at",
    "left",
    "longer",
    "minutes_cost",
    "month_of",
    "narrow_place",
    "next_call",
    "next_euro",
    "offered",
    "other_time",
    "quality_key",
    "rates",
    "run_wage",
]

CALLS, QUALITY = "calls", "quality"
"""Why another medium is ahead: leads that nobody calls, or more of its leads could buy."""
SEEN = 0.1
"""Leads a month that nobody calls: fewer are not told, as they would print as nought."""


def answer(campaign: Campaign, tables: Tables) -> Result:
    """The month at this budget: the funnel, its narrow place, what is left, the same elsewhere.

    ``lead_worth`` is what a called lead, or an order, earns, ``lead_price`` what one costs that
    is bought; ``next_euro`` is what one euro more for ads earns, ``next_call`` one for time to
    call. ``months_between`` is how often a customer comes, where less than one a month does.
    ``best`` is the budget at which most is left, ``best_profit`` what is left there and
    ``best_gain`` how much more than without ads; where that is less than ``running``, the wage of
    the hours to run it, no budget is worth it (the fact ``worth``);
    ``own_hours`` is that wage at this budget, ``after_hours`` what is left with it paid.
    Where half an hour more or less at the telephone leaves more at its own best budget (the fact
    ``time``), that is ``time_best`` and ``time_profit``; ``idle_profit`` is what would be left
    without the bought time that does not pay, ``idle_saves`` by how much that is more.
    ``tried_to`` is the largest budget that a control offers: one beyond is far from any trial.
    ``called_price`` is all that is paid for each lead that is called, or each order. Where ads are
    too much and calls would pay, ``euro_less`` is what one euro less for ads leaves more.
    ``MEDIUM.best`` is each medium's own best budget, as far as a control goes, and
    ``MEDIUM.left`` what it leaves; the fact ``place`` is the other medium that leaves most so, if
    that is more than here, by ``place_more``, with half an hour more of calls in both, too, and
    worth running it. Where the last step of own hours costs more than the euros beyond it bring,
    ``step_best`` is the end of the step before, and ``step_left`` what is left there once the
    hours to run the ads are paid.
    ``none_most`` is the chance of nobody that the media which are told no chance do not exceed.
    Where nobody is called, in a shop, no figure of the telephone stands.
    """
    sheet = Sheet()
    here, budget = bring(campaign, tables), campaign.budget
    price, rate = rates(campaign, tables)
    sheet.add("budget", budget, "euros")
    sheet.add("cpc", price, "price")
    sheet.add("lead_rate", rate, "fine share")
    sheet.add("trial", tables.default("ads_trial"), "euros")
    sheet.add("tried_to", field("ads").slider_to, "euros")
    sheet.add("clicks", here.leads / rate if rate else 0.0, "count")
    sheet.add("contribution", campaign.contribution, "euros")
    sheet.add("anyway", campaign.anyway, "share")
    sheet.add("leads", here.leads, "leads")
    sheet.add("lead_worth", lead_worth(campaign), "euros")
    if here.leads:
        sheet.add("lead_price", budget / here.leads, "euros")
        sheet.add("next_euro", next_euro(campaign, tables), "price")
    if not campaign.in_shop:
        _add_telephone(sheet, campaign, here, tables)
    most = best(campaign, tables)
    if isfinite(most):
        there = replace(campaign, budget=sheet.add("best", most, "euros").value)
        then = bring(there, tables)
        sheet.add("best_profit", then.earned - cost(there, tables), "euros")
        sheet.add("best_gain", then.earned - most, "euros")
    sheet.add("extra", here.customers, "customers")
    if CENT <= here.customers < 1:
        sheet.add("months_between", 1 / here.customers, "months")
    sheet.add("earned", here.earned, "euros")
    paid = sheet.add("cost", cost(campaign, tables), "euros").value
    chances.add_few(sheet, here.customers, campaign.contribution, paid, tables)
    counted = here.leads if campaign.in_shop else here.called
    if counted >= CENT:
        sheet.add("called_price", paid / counted, "euros")
    profit = sheet.add("profit", here.earned - paid, "euros").value
    sheet.add("size", abs(profit), "euros")
    chances.add_needed(sheet, paid, campaign.contribution)
    media = add_media(sheet, campaign, tables)
    sheet.add("none_most", chances.none_of(tables.default("few_expected")), "share")
    rival = _add_turns(sheet, campaign, media, tables)
    hours = sheet.add("own_hours", run_wage(budget, tables), "euros").value
    sheet.add("after_hours", profit - hours, "euros")
    running = sheet.add("running", run_wage(min(most, FARTHEST), tables), "euros").value
    within = min(most, field("ads").slider_to)
    add_step(sheet, campaign, within, tables)
    narrow = narrow_place(campaign, tables)
    if narrow == PRICE and not campaign.in_shop:
        _add_less(sheet)
    return sheet.result(
        medium=campaign.medium,
        sale=campaign.sale,
        narrow=narrow,
        time=_add_time(sheet, campaign, narrow, tables),
        rival=rival,
        place=add_places(sheet, campaign, within, tables),
        ahead_by=_ahead_by(campaign, media, rival),
        worth="best_gain" not in sheet or sheet.value("best_gain") >= running,
    )


def _add_less(sheet: Sheet) -> None:
    """Where ads are too much and calls would pay, too: what one euro less for ads leaves."""
    earns, calls = (round(sheet.value(key), 2) for key in ("next_euro", "next_call"))
    if calls > 1:
        sheet.add("euro_less", 1 - earns, "price")


def _add_time(sheet: Sheet, campaign: Campaign, narrow: str, tables: Tables) -> str:
    """Which half hour at the telephone would leave more at its best budget: more, less or ''."""
    if narrow == IDLE:
        less = sheet.add("idle_profit", left(shorter(campaign), tables), "euros").value
        sheet.add("idle_saves", max(less - sheet.value("profit"), 0.0), "euros")
    if narrow == NOTHING or campaign.in_shop:
        return ""
    which, there = other_time(campaign, tables)
    if which:
        sheet.add("time_best", there.budget, "euros")
        sheet.add("time_profit", left(there, tables), "euros")
    return which


def _add_telephone(sheet: Sheet, campaign: Campaign, here: Month, tables: Tables) -> None:
    """Calls, and what runs over.

    ``wasted`` leads nobody calls, and ``spilled`` euros bought them, at the average price of a
    lead (both nought below ``SEEN``); with so much less for ads ``unspilled`` customers would
    come, and ``unspilled_profit`` be left; ``spare`` calls find nobody in quiet weeks.
    ``longer_profit`` is what half an hour more at the telephone would leave at this budget.
    ``price_turn`` is the share that could buy below which the price of leads is the narrow place.
    """
    sheet.add("leads_week", campaign.leads_week, "leads")
    sheet.add("lead_minutes", tables.expected("lead_minutes"), "minutes")
    sheet.add("could_buy", campaign.quality[campaign.medium], "share")
    sheet.add("close_rate", campaign.close_rate, "share")
    calls = sheet.add("capacity", capacity(campaign, tables), "leads").value
    sheet.add("called", here.called, "leads")
    sheet.add("spare", calls - here.called, "leads")
    over = here.leads - here.called
    over = over if over >= SEEN else 0.0
    # In tenths, as printed: those that come less those that are called.
    printed = round(here.leads, 1) - round(here.called, 1)
    sheet.add("wasted", max(round(printed, 1), SEEN) if over else 0.0, "leads")
    sheet.add("spilled", campaign.budget * over / here.leads if over else 0.0, "euros")
    if over:
        fewer = replace(campaign, budget=campaign.budget - sheet.value("spilled"))
        sheet.add("unspilled", bring(fewer, tables).customers, "customers")
        sheet.add("unspilled_profit", left(fewer, tables), "euros")
    sheet.add("could", here.could, "leads")
    if here.leads:
        sheet.add("next_call", next_call(campaign, tables), "price")
        sheet.add("longer_profit", left(longer(campaign), tables), "euros")
    _add_price_turn(sheet, campaign, tables)
    if campaign.minutes:
        sheet.add("minutes", campaign.minutes, "minutes")
        sheet.add("minutes_cost", minutes_cost(campaign, tables), "euros")


def _add_price_turn(sheet: Sheet, campaign: Campaign, tables: Tables) -> None:
    """Where 1 − y is no longer the most: y reaches 1, or z − 1 reaches 1 − y."""
    all_could = replace(campaign, quality={**campaign.quality, campaign.medium: 1.0})
    earns, calls = next_euro(all_could, tables), next_call(all_could, tables)
    if campaign.budget and earns + calls >= CENT:
        sheet.add("price_turn", min(1 / max(earns, CENT), 2 / (earns + calls)), "share")


def add_media(sheet: Sheet, campaign: Campaign, tables: Tables) -> dict[str, Month]:
    """The same euros in each medium, judged alike: put down, and returned by medium.

    ``MEDIUM.customers`` and ``MEDIUM.profit`` are beyond those who would come anyway.
    """
    brought = {}
    for medium in tables.keys("medium"):
        there = brought[medium] = bring(replace(campaign, medium=medium), tables)
        if not campaign.in_shop:
            sheet.add(f"{medium}.quality", campaign.quality[medium], "share")
            sheet.add(f"{medium}.called", there.called, "leads")
        sheet.add(f"{medium}.leads", there.leads, "leads")
        sheet.add(f"{medium}.customers", there.customers, "customers")
        chances.add_none(sheet, f"{medium}.none", there.customers, tables)
        sheet.add(f"{medium}.profit", there.earned - cost(campaign, tables), "euros")
    return brought


def _add_turns(
    sheet: Sheet, campaign: Campaign, brought: Mapping[str, Month], tables: Tables
) -> str | None:
    """Where the verdict turns on the share that could buy, or orders; the best other medium.

    ``quality_pays`` is the share that could buy from which what is paid comes back,
    ``quality_first`` that from which the medium earns as much as the best of the others;
    ``order_pays`` is the share of visitors who order from which it comes back in a shop. None
    stands where no euro is spent, or none could be earned.
    """
    others = [medium for medium in brought if medium != campaign.medium]
    rival = max(others, key=lambda medium: brought[medium].earned, default=None)
    here = brought[campaign.medium]
    if campaign.budget < CENT:
        return rival
    if campaign.in_shop:
        if here.earned >= CENT:
            pays = campaign.order_rate * campaign.budget / here.earned
            sheet.add("order_pays", pays, "fine share")
        return rival
    all_could = here.called * campaign.close_rate * (1 - campaign.anyway) * campaign.contribution
    if all_could < CENT:
        return rival
    sheet.add("quality_pays", cost(campaign, tables) / all_could, "share")
    if rival is not None:
        sheet.add("quality_first", brought[rival].earned / all_could, "share")
    return rival


def _ahead_by(campaign: Campaign, brought: Mapping[str, Month], rival: str | None) -> str | None:
    """What alone puts the best other medium ahead, if one thing does.

    ``CALLS`` if it were behind with every lead called, ``QUALITY`` with our share that could buy.
    """
    here = brought[campaign.medium]
    if campaign.in_shop or rival is None or brought[rival].earned <= here.earned:
        return None
    ours, theirs = lead_worth(campaign), lead_worth(replace(campaign, medium=rival))
    if here.leads * ours > brought[rival].leads * theirs:
        return CALLS
    return QUALITY if brought[rival].called * ours < here.earned else None
