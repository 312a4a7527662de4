"""Paid reach: a funnel that ends at the leads we can call, diminishing returns, break-even.

Euros and leads are per month unless a name says otherwise. Profit is contribution less
the budget, never turnover. What a budget brings on a medium is answered by ``bring`` alone.
"""

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

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
    """What is decided and judged. ``leads_week`` can be called.

    Of the firm's usual leads the share ``close_rate`` buys, of a medium's the share
    ``quality[medium]`` of that (0–1). ``none``, ``half_more`` and ``most`` are the judgements
    as multiples of the leads at the budget ``now``.
    """

    medium: str
    budget: float
    leads_week: float
    close_rate: float
    quality: Mapping[str, float]
    contribution: float
    now: float
    none: float
    half_more: float
    most: float


def response(campaign: Campaign, tables: Tables) -> tuple[Adbudg, bool]:
    """The response in leads a month, and whether the judgements had to be put in order."""
    now = funnel(campaign.now, *rates(campaign.medium, tables)).leads
    half_more, most = max(campaign.half_more, 1.001), campaign.most
    ordered = most > half_more
    most = most if ordered else 1.05 * half_more
    none = min(campaign.none, 0.999)
    return calibrate(none * now, now, half_more * now, most * now), ordered


def rates(medium: str, tables: Tables) -> tuple[float, float, float]:
    """CPM, click rate and lead rate of a medium, from the ledger."""
    cpm, ctr, lead_rate = (tables.default(f"{k}_{medium}") for k in ("cpm", "ctr", "lead_rate"))
    return cpm, ctr, lead_rate


def quality_key(medium: str, market: str) -> str:
    """The row of the ledger with the quality of a medium's leads in a market."""
    return f"lead_quality_{medium}_{market}"


def lead_quality(market: str, tables: Tables) -> dict[str, float]:
    """By medium, the share of the usual close rate that its leads reach in a market (0–1)."""
    return {m: tables.default(quality_key(m, market)) for m in tables.keys("medium")}


@dataclass(frozen=True)
class Month:
    """What a budget does in a month, beyond a month without ads.

    ``leads`` come and ``handled`` of them are called. ``called`` are those called that would
    not have come anyway; ``customers`` buy, and they leave ``earned`` euros.
    """

    leads: float
    handled: float
    called: float
    customers: float
    earned: float

    @property
    def wasted(self) -> float:
        """Leads that nobody calls."""
        return self.leads - self.handled


def months(campaign: Campaign, tables: Tables) -> Callable[[float], Month]:
    """What any budget would do in a month on the campaign's medium."""
    curve, _ordered = response(campaign, tables)
    capacity = campaign.leads_week * tables.default("weeks_per_month")
    free = min(curve(0.0), capacity)
    close = campaign.close_rate * campaign.quality[campaign.medium]

    def at(budget: float) -> Month:
        leads = curve(budget / campaign.now)
        handled = min(leads, capacity)
        called = handled - free
        customers = called * close
        return Month(leads, handled, called, customers, customers * campaign.contribution)

    return at


def bring(campaign: Campaign, tables: Tables) -> Month:
    """What the campaign's budget brings on its medium: the one answer for every lesson."""
    return months(campaign, tables)(campaign.budget)


def answer(campaign: Campaign, tables: Tables) -> Result:
    """The month at this budget, the curve, break-even and best budget, the euros elsewhere."""
    sheet = Sheet()
    weeks, now = tables.default("weeks_per_month"), campaign.now
    _curve, ordered = response(campaign, tables)
    at = months(campaign, tables)

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
    sheet.add("extra", here.customers, "customers")
    chances.add_few(sheet, here.customers, campaign.contribution, campaign.budget, tables)
    profit = here.earned - campaign.budget
    sheet.add("profit", profit, "euros")
    sheet.add("size", abs(profit), "euros")
    top = nice_limit(max(2 * now, 1.25 * campaign.budget))
    budgets = tuple(top * i / (POINTS - 1) for i in range(POINTS))
    best = best_budget(profit_at, 8 * top)
    shown = [at(budget) for budget in budgets]
    profits = tuple(m.earned - b for m, b in zip(shown, budgets, strict=True))
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
    add_needed(sheet, campaign.budget, campaign.contribution)
    carry = tables.default("carry_over")
    sheet.add("left_one", carry, "share")
    now_on, _one, two = adstock((1.0, 0.0, 0.0), carry, 2)
    sheet.add("left_two", two / now_on, "share")
    rival = _add_turns(sheet, campaign, add_media(sheet, campaign, tables))
    rate = tables.default("bought_rate")
    hours = campaign.budget / rate / weeks
    sheet.add("hours_bought", hours, "hours")
    lines = {
        "profit": profits,
        "leads": tuple(m.leads for m in shown),
        "handled": tuple(m.handled for m in shown),
    }
    return sheet.result(medium=medium, rival=rival, ordered=ordered, curve=Series(budgets, lines))


def add_needed(sheet: Sheet, cost: float, contribution: float) -> None:
    """Customers that pay for a cost (``needed``); where less than one does, how often one pays.

    ``pays_for`` is that number of times. Nothing stands where a customer contributes nothing.
    """
    if contribution < CENT:
        return
    sheet.add("needed", cost / contribution, "customers")
    if CENT <= cost < contribution:
        sheet.add("pays_for", contribution / cost, "count")


def add_media(sheet: Sheet, campaign: Campaign, tables: Tables) -> dict[str, Month]:
    """The same euros in each medium, judged alike: put down, and returned by medium.

    ``MEDIUM.customers`` and ``MEDIUM.profit`` are beyond those who would come anyway.
    """
    brought = {}
    for medium in tables.keys("medium"):
        there = brought[medium] = bring(replace(campaign, medium=medium), tables)
        sheet.add(f"{medium}.quality", campaign.quality[medium], "share")
        sheet.add(f"{medium}.leads", there.leads, "leads")
        sheet.add(f"{medium}.customers", there.customers, "customers")
        chances.add_none(sheet, f"{medium}.none", there.customers, tables)
        sheet.add(f"{medium}.profit", there.earned - campaign.budget, "euros")
    return brought


def _add_turns(sheet: Sheet, campaign: Campaign, brought: Mapping[str, Month]) -> str | None:
    """Where the verdict turns on the quality of leads, which is guessed; the best other medium.

    ``quality_pays`` is the quality of the campaign's leads from which its budget pays,
    ``quality_first`` that from which its medium earns as much as the best of the others.
    Neither stands where no euro is spent, or where none could be earned.
    """
    here = brought[campaign.medium]
    usual = here.called * campaign.close_rate * campaign.contribution
    if campaign.budget < CENT or usual < CENT:
        return None
    sheet.add("quality_pays", campaign.budget / usual, "share")
    others = [medium for medium in brought if medium != campaign.medium]
    rival = max(others, key=lambda medium: brought[medium].earned, default=None)
    if rival is not None:
        sheet.add("quality_first", brought[rival].earned / usual, "share")
    return rival


def lead_hours(leads_month: float, tables: Tables) -> float:
    """Hours a week to call these leads of a month."""
    return leads_month / tables.default("weeks_per_month") * tables.expected("lead_minutes") / 60
