"""Paid reach: a funnel that ends at the leads we can call, diminishing returns, break-even.

Euros and leads are per month unless a name says otherwise. Profit is contribution less
the fee or budget, never turnover.
"""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from helpers.data.tables import Tables
from helpers.models import chances
from helpers.models.result import Result, Series, Sheet, nice_limit

POINTS = 61
"""Samples of a curve: smooth at the width of a page."""
CENT = 0.01
"""Less than this is nothing: what is divided by it would be no figure."""


@dataclass(frozen=True)
class Funnel:
    """From euros to leads: views, clicks and leads that a budget brings."""

    views: float
    clicks: float
    leads: float


def funnel(budget: float, cpm: float, click_rate: float, lead_rate: float) -> Funnel:
    """Budget / CPM · 1,000 views, times click rate (CTR), times lead rate (CVR)."""
    views = 1000 * budget / cpm if cpm > 0 else 0.0
    clicks = views * click_rate
    return Funnel(views, clicks, clicks * lead_rate)


@dataclass(frozen=True)
class Adbudg:
    """Response y(x) = low + (high − low) x^c / (d + x^c); x = 1 is the present budget.

    Little 1970, Management Science 16(8). Concave for c ≤ 1, S-shaped above.
    """

    low: float
    high: float
    c: float
    d: float

    def __call__(self, x: float) -> float:
        if x <= 0 or self.high <= self.low:
            return self.low
        # Powers of numbers below one only: they cannot overflow.
        power: float = min(x, 1 / x) ** self.c
        share = power / (self.d + power) if x < 1 else 1 / (1 + self.d * power)
        return self.low + (self.high - self.low) * share


def calibrate(nothing: float, now: float, half_more: float, most: float) -> Adbudg:
    """ADBUDG through four judgements: at no budget, the present one, +50 %, any.

    Raises ValueError unless nothing < now < half_more < most.
    """
    if not nothing < now < half_more < most:
        raise ValueError("the four judgements must rise")
    d = (most - now) / (now - nothing)
    share = (half_more - nothing) / (most - nothing)
    c = math.log(d * share / (1 - share)) / math.log(1.5)
    return Adbudg(nothing, most, c, d)


def adstock(spend: Sequence[float], carry: float, lags: int) -> tuple[float, ...]:
    """Normalised geometric adstock: Σ α^s x_(t−s) / Σ α^s over ``lags`` periods back."""
    weights = [carry**lag for lag in range(lags + 1)]
    total = sum(weights)
    return tuple(
        sum(w * spend[t - lag] for lag, w in enumerate(weights) if t >= lag) / total
        for t in range(len(spend))
    )


def break_even(profit: Callable[[float], float], budgets: Sequence[float]) -> float | None:
    """The largest budget at which the profit crosses zero downwards; None if it never does.

    ``budgets`` rise and bracket the crossing, which is then found by bisection.
    """
    for low, high in reversed(list(itertools.pairwise(budgets))):
        if profit(low) > 0 > profit(high):
            for _turn in range(60):
                middle = (low + high) / 2
                low, high = (middle, high) if profit(middle) > 0 else (low, middle)
            return low
    return None


def first_pay(profit: Callable[[float], float], best: float) -> float:
    """The smallest budget from which the profit stays above zero up to ``best``; by bisection.

    0 where every small budget pays already.
    """
    low, high = 0.0, best
    for _turn in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if profit(middle) > 0 else (middle, high)
    return low


def best_budget(profit: Callable[[float], float], top: float) -> float:
    """The budget between 0 and ``top`` with the largest profit: a grid, then a finer one."""
    low, high = 0.0, top
    best = 0.0
    for _turn in range(4):
        step = (high - low) / 100
        best = max((low + step * i for i in range(101)), key=profit)
        low, high = max(best - step, 0.0), min(best + step, top)
    return best


@dataclass(frozen=True)
class Campaign:
    """What is decided and judged. ``leads_week`` can be called, ``close_rate`` of them buy.

    ``none``, ``half_more`` and ``most`` are the judgements as multiples of the leads at
    the ledger's present budget.
    """

    medium: str
    budget: float
    leads_week: float
    close_rate: float
    contribution: float
    none: float
    half_more: float
    most: float


def response(campaign: Campaign, tables: Tables) -> tuple[Adbudg, bool]:
    """The response in leads a month, and whether the judgements had to be put in order."""
    now = funnel(tables.default("ads_now"), *rates(campaign.medium, tables)).leads
    half_more, most = max(campaign.half_more, 1.001), campaign.most
    ordered = most > half_more
    most = most if ordered else 1.05 * half_more
    none = min(campaign.none, 0.999)
    return calibrate(none * now, now, half_more * now, most * now), ordered


def rates(medium: str, tables: Tables) -> tuple[float, float, float]:
    """CPM, click rate and lead rate of a medium, from the ledger."""
    cpm, ctr, lead_rate = (tables.default(f"{k}_{medium}") for k in ("cpm", "ctr", "lead_rate"))
    return cpm, ctr, lead_rate


@dataclass(frozen=True)
class Month:
    """What a budget does in a month. ``extra`` and ``earned`` are beyond a month without ads."""

    leads: float
    handled: float
    wasted: float
    customers: float
    extra: float
    earned: float


def month(
    campaign: Campaign, leads_at: Callable[[float], float], budget: float, weeks: float
) -> Month:
    """Leads, those called, customers beyond those without ads, and what the ads earn.

    ``leads_at`` gives the leads of a month at a budget.
    """
    capacity = campaign.leads_week * weeks
    leads = leads_at(budget)
    handled = min(leads, capacity)
    extra = (handled - min(leads_at(0.0), capacity)) * campaign.close_rate
    customers = handled * campaign.close_rate
    return Month(leads, handled, leads - handled, customers, extra, extra * campaign.contribution)


def answer(campaign: Campaign, tables: Tables) -> Result:
    """The month at this budget, the curve, break-even and best budget, the euros elsewhere."""
    sheet = Sheet()
    weeks, now = tables.default("weeks_per_month"), tables.default("ads_now")
    curve, ordered = response(campaign, tables)

    def at(budget: float) -> Month:
        return month(campaign, lambda euros: curve(euros / now), budget, weeks)

    def profit_at(budget: float) -> float:
        return at(budget).earned - budget

    medium = campaign.medium
    for kind, value in zip(("cpm", "ctr", "lead_rate"), rates(medium, tables), strict=True):
        unit = "euros" if kind == "cpm" else "fine share"
        sheet.add(kind, value, unit)
    start = funnel(now, *rates(medium, tables))
    sheet.add("ads_now", now, "euros")
    sheet.add("now.views", start.views, "count")
    sheet.add("now.clicks", start.clicks, "count")
    sheet.add("now.leads", start.leads, "leads")
    lead_price = now / start.leads if start.leads else 0.0
    sheet.add("lead_price", lead_price, "euros")
    sheet.add("budget", campaign.budget, "euros")
    sheet.add("contribution", campaign.contribution, "euros")
    sheet.add("close_rate", campaign.close_rate, "share")
    sheet.add("leads_week", campaign.leads_week, "leads")
    capacity = campaign.leads_week * weeks
    sheet.add("capacity", capacity, "leads")
    here = at(campaign.budget)
    sheet.add("leads", here.leads, "leads")
    sheet.add("free", at(0.0).leads, "leads")
    sheet.add("handled", here.handled, "leads")
    sheet.add("wasted", here.wasted, "leads")
    sheet.add("customers", here.customers, "customers")
    sheet.add("extra", here.extra, "customers")
    chances.add_none(sheet, "none_comes", here.extra, tables)
    profit = here.earned - campaign.budget
    sheet.add("profit", profit, "euros")
    sheet.add("size", abs(profit), "euros")
    top = nice_limit(max(2 * now, 1.25 * campaign.budget))
    budgets = tuple(top * i / (POINTS - 1) for i in range(POINTS))
    best = best_budget(profit_at, 8 * top)
    months = [at(budget) for budget in budgets]
    profits = tuple(m.earned - b for m, b in zip(months, budgets, strict=True))
    # Beyond the picture the response is flat and the profit falls with the budget itself.
    far = sorted({*budgets, best, *(top * 2**step for step in range(1, 20))})
    even = break_even(profit_at, far)
    if even is not None:
        sheet.add("break_even", even, "euros")
        first = first_pay(profit_at, best)
        if first >= 1:
            sheet.add("pays_from", first, "euros")
    sheet.add("best_budget", best, "euros")
    sheet.add("best_profit", profit_at(best), "euros")
    needed = campaign.budget / campaign.contribution if campaign.contribution >= CENT else None
    if needed is not None:
        sheet.add("needed", needed, "customers")
    carry = tables.default("carry_over")
    sheet.add("left_one", carry, "share")
    now_on, _one, two = adstock((1.0, 0.0, 0.0), carry, 2)
    sheet.add("left_two", two / now_on, "share")
    _add_elsewhere(sheet, campaign, tables, weeks)
    lines = {
        "profit": profits,
        "leads": tuple(m.leads for m in months),
        "handled": tuple(m.handled for m in months),
    }
    return sheet.result(medium=medium, ordered=ordered, curve=Series(budgets, lines))


def _add_elsewhere(sheet: Sheet, campaign: Campaign, tables: Tables, weeks: float) -> None:
    """The same euros in each medium by its own funnel, and in hours bought.

    Customers and profit are, as everywhere, beyond those who would come anyway.
    """
    capacity = campaign.leads_week * weeks
    free = min(sheet.value("free"), capacity)
    for medium in tables.keys("medium"):
        there = funnel(campaign.budget, *rates(medium, tables))
        sheet.add(f"{medium}.leads", there.leads, "leads")
        customers = max(min(there.leads, capacity) - free, 0.0) * campaign.close_rate
        sheet.add(f"{medium}.customers", customers, "customers")
        profit = customers * campaign.contribution - campaign.budget
        sheet.add(f"{medium}.profit", profit, "euros")
    rate = tables.default("bought_rate")
    hours = campaign.budget / rate / weeks
    sheet.add("hours_bought", hours, "hours")


def lead_hours(leads_month: float, tables: Tables) -> float:
    """Hours a week to call these leads of a month."""
    return leads_month / tables.default("weeks_per_month") * tables.expected("lead_minutes") / 60


@dataclass(frozen=True)
class Influencer:
    """One campaign: fee in euros, followers, and what becomes of their views (shares 0–1).

    ``close_rate`` is the share of leads from ads that buy, for the same fee in ads.
    """

    fee: float
    followers: float
    reach: float
    click: float
    buy: float
    contribution: float
    close_rate: float


def influencer(campaign: Influencer, medium: str, tables: Tables) -> Result:
    """Buyers and profit of one campaign, its break-even, and the same fee in ads of a medium."""
    sheet = Sheet()
    views = campaign.followers * campaign.reach
    visitors = views * campaign.click
    buyers = visitors * campaign.buy
    rows = (
        ("fee", campaign.fee, "euros"),
        ("followers", campaign.followers, "count"),
        ("seen", campaign.reach, "share"),
        ("click", campaign.click, "fine share"),
        ("buy", campaign.buy, "fine share"),
        ("contribution", campaign.contribution, "euros"),
    )
    for row in rows:
        sheet.add(*row)
    sheet.add("views", views, "count")
    sheet.add("visitors", visitors, "count")
    sheet.add("buyers", buyers, "customers")
    chances.add_none(sheet, "none_buys", buyers, tables)
    profit = buyers * campaign.contribution - campaign.fee
    sheet.add("profit", profit, "euros")
    sheet.add("size", abs(profit), "euros")
    if campaign.contribution >= CENT:
        needed = campaign.fee / campaign.contribution
        sheet.add("needed", needed, "customers")
        if visitors >= CENT:
            rate = needed / visitors
            sheet.add("needed_rate", rate, "fine share")
    cpm = 1000 * campaign.fee / views if views >= CENT else 0.0
    sheet.add("cpm", cpm, "euros")
    in_ads = funnel(campaign.fee, *rates(medium, tables))
    sheet.add("close_rate", campaign.close_rate, "share")
    sheet.add("ads_cpm", rates(medium, tables)[0], "euros")
    sheet.add("ads_visitors", in_ads.clicks, "count")
    ads_buyers = in_ads.leads * campaign.close_rate
    sheet.add("ads_buyers", ads_buyers, "customers")
    ads_profit = ads_buyers * campaign.contribution - campaign.fee
    sheet.add("ads_profit", ads_profit, "euros")
    usual = tables.default("influencer_buy")
    top = nice_limit(100 * max(2 * usual, 1.25 * campaign.buy)) / 100
    bought = tuple(top * i / (POINTS - 1) for i in range(POINTS))

    earned = tuple(visitors * share * campaign.contribution - campaign.fee for share in bought)
    lines = {"influencer": earned, "ads": (ads_profit,) * POINTS}
    return sheet.result(curve=Series(bought, lines))
