"""Paid reach: a funnel with a door. Leads by a budget, calls, new customers, the narrow place.

Euros, leads and customers are per month unless a name says otherwise. Weeks are uneven: some
bring nobody, others more leads than can be called, and a lead that finds no call in its week is
lost. Profit is contribution, never turnover, less what is paid: the ads and the time that is
bought for calls. Own hours are not taken off. What a budget brings is answered by ``bring`` alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil

from helpers.data.tables import Tables
from helpers.models import chances
from helpers.models.chances import CENT
from helpers.models.result import Result, Sheet

SHOP = "shop"
"""Of ``sale``: whoever comes by an ad orders in a shop, and nobody has to call."""
TELEPHONE, MONEY, PRICE, NOTHING = "telephone", "money", "price", "nothing"
"""The narrow place of a funnel; ``NOTHING`` where no euro is spent or no lead comes."""
SEEN = 0.1
"""Leads a month that nobody calls: fewer are not told, as they would print as nought."""


@dataclass(frozen=True)
class Campaign:
    """What is decided and judged.

    ``leads_week`` leads can be called, and as many more as ``minutes`` a week allow. Of the
    leads of a medium the share ``quality[medium]`` could buy, and ``close_rate`` of those
    does; ``anyway`` is the share of buyers who would have come without any ad (shares 0–1).
    ``pull`` is the leads of this ad against the usual one, ``elasticity`` the power of the
    budget by which leads grow. Where ``sale`` is ``SHOP`` leads are orders, and ``order_rate``
    is the share of visitors who order.
    """

    medium: str
    budget: float
    leads_week: float
    close_rate: float
    quality: Mapping[str, float]
    contribution: float
    anyway: float
    elasticity: float
    pull: float = 1.0
    minutes: float = 0.0
    sale: str = "call"
    order_rate: float = 0.0

    @property
    def in_shop(self) -> bool:
        return self.sale == SHOP


def rates(campaign: Campaign, tables: Tables) -> tuple[float, float]:
    """Price of a click in euros, and the share of clicks that become leads, or orders."""
    medium = campaign.medium
    if not campaign.in_shop:
        return tables.default(f"cpc_{medium}"), tables.default(f"lead_rate_{medium}")
    # There, whoever is sent to a shop costs less than whoever is asked for a lead.
    own = f"cpc_{SHOP}" if medium == "facebook" else f"cpc_{medium}"
    return tables.default(own), campaign.order_rate


def quality_key(medium: str, market: str) -> str:
    """The row of the ledger with the share of a medium's leads that could buy, in a market."""
    return f"lead_quality_{medium}_{market}"


def lead_quality(market: str, tables: Tables) -> dict[str, float]:
    """By medium, the share of leads that could buy in a market (0–1)."""
    return {m: tables.default(quality_key(m, market)) for m in tables.keys("medium")}


@dataclass(frozen=True)
class Month:
    """What a budget does in a month.

    On average ``leads`` come, ``called`` of them are called, ``could`` of those could buy, and
    ``customers`` are new: they buy and would not have come anyway. They leave ``earned``
    euros. In a shop leads are orders and nobody is called.
    """

    leads: float
    called: float
    could: float
    customers: float
    earned: float


def leads_at(budget: float, campaign: Campaign, tables: Tables) -> float:
    """Leads of a budget: L = B₀/CPC · CVR · pull · (B/B₀)^e, with B₀ the budget of a trial.

    The response of constant elasticity (Little 1979, Operations Research 27(4)).
    """
    if budget <= 0:
        return 0.0
    price, rate = rates(campaign, tables)
    trial = tables.default("ads_trial")
    leads: float = trial / price * rate * campaign.pull * (budget / trial) ** campaign.elasticity
    return leads


def capacity(campaign: Campaign, tables: Tables) -> float:
    """Leads that can be called in a month, if they are spread over its weeks."""
    return calls_week(campaign, tables) * tables.default("weeks_per_month")


def calls_week(campaign: Campaign, tables: Tables) -> float:
    """Leads that can be called in a week."""
    return campaign.leads_week + campaign.minutes / tables.expected("lead_minutes")


def minutes_cost(campaign: Campaign, tables: Tables) -> float:
    """What the further minutes at the telephone cost, bought: euros a month; in a shop none."""
    if campaign.in_shop:
        return 0.0
    hours = campaign.minutes / 60 * tables.default("weeks_per_month")
    # Whole euros: as printed, what is earned less what is paid is what is left.
    return float(round(hours * tables.default("bought_rate")))


def cost(campaign: Campaign, tables: Tables) -> float:
    """What is paid in a month: the ads, and the time that is bought for calls (euros)."""
    return campaign.budget + minutes_cost(campaign, tables)


def bring(campaign: Campaign, tables: Tables) -> Month:
    """What the campaign's budget brings on its medium: the one answer for every lesson."""
    leads = leads_at(campaign.budget, campaign, tables)
    new = 1 - campaign.anyway
    if campaign.in_shop:
        return Month(leads, 0.0, 0.0, leads * new, leads * new * campaign.contribution)
    called = called_of(leads, campaign, tables)
    could = called * campaign.quality[campaign.medium]
    customers = could * campaign.close_rate * new
    return Month(leads, called, could, customers, customers * campaign.contribution)


def called_of(leads: float, campaign: Campaign, tables: Tables) -> float:
    """How many of a month's leads are called: E[min(X, k)] a week, with k calls.

    The leads of a week are drawn (Poisson 1837), as they come one by one and by chance.
    """
    weeks = tables.default("weeks_per_month")
    called = weeks * chances.at_most(leads / weeks, calls_week(campaign, tables))
    return min(called, leads)  # and not more by rounding


def lead_worth(campaign: Campaign) -> float:
    """Euros that one called lead, or one order, earns on average."""
    buys = 1.0
    if not campaign.in_shop:
        buys = campaign.quality[campaign.medium] * campaign.close_rate
    return buys * (1 - campaign.anyway) * campaign.contribution


def next_euro(campaign: Campaign, tables: Tables) -> tuple[float, float]:
    """What one euro more for ads earns: if every lead were called, and as they are called."""
    more = replace(campaign, budget=campaign.budget + 1)
    here, there = (bring(each, tables) for each in (campaign, more))
    return (there.leads - here.leads) * lead_worth(campaign), there.earned - here.earned


def narrow_place(campaign: Campaign, tables: Tables) -> str:
    """Where the next euro for ads is lost: at the price of a lead, or at the telephone.

    The narrowest place decides what comes out (theory of constraints, Goldratt 1984). While one
    euro more earns more than one, nothing but money is missing. Else it loses one part as leads
    cost so much, even if every one were called, and another as nobody calls them: the larger
    part names the place.
    """
    if not leads_at(campaign.budget, campaign, tables):
        return NOTHING
    if_called, earns = next_euro(campaign, tables)
    if earns > 1:
        return MONEY
    return TELEPHONE if if_called - earns > 1 - if_called else PRICE


def best(campaign: Campaign, tables: Tables) -> float:
    """The budget in whole euros at which most is left; for whom somebody has to call.

    What is left is concave in the budget: below the best one euro more earns more than one, and
    from it on no more. No budget pays beyond what all calls together earn.
    """
    low, high = 0, ceil(capacity(campaign, tables) * lead_worth(campaign))
    while low < high:
        middle = (low + high) // 2
        if next_euro(replace(campaign, budget=middle), tables)[1] > 1:
            low = middle + 1
        else:
            high = middle
    return float(low)


def answer(campaign: Campaign, tables: Tables) -> Result:
    """The month at this budget: the funnel, its narrow place, what is left, the same elsewhere.

    ``lead_worth`` is what a called lead, or an order, earns, ``lead_price`` what one costs that
    is bought; ``next_euro`` is what one euro more for ads earns, ``next_called`` if every lead
    were called. ``months_between`` is how often a customer comes, where less than one a month does.
    Where nobody is called, in a shop, no figure of the telephone stands.
    """
    sheet = Sheet()
    here, budget = bring(campaign, tables), campaign.budget
    price, rate = rates(campaign, tables)
    sheet.add("budget", budget, "euros")
    sheet.add("cpc", price, "price")
    sheet.add("lead_rate", rate, "fine share")
    sheet.add("trial", tables.default("ads_trial"), "euros")
    sheet.add("clicks", here.leads / rate if rate else 0.0, "count")
    sheet.add("contribution", campaign.contribution, "euros")
    sheet.add("anyway", campaign.anyway, "share")
    sheet.add("leads", here.leads, "leads")
    sheet.add("lead_worth", lead_worth(campaign), "euros")
    if here.leads:
        sheet.add("lead_price", budget / here.leads, "euros")
        for key, euros in zip(
            ("next_called", "next_euro"), next_euro(campaign, tables), strict=True
        ):
            sheet.add(key, euros, "price")
    if not campaign.in_shop:
        _add_telephone(sheet, campaign, here, tables)
    sheet.add("extra", here.customers, "customers")
    if CENT <= here.customers < 1:
        sheet.add("months_between", 1 / here.customers, "months")
    sheet.add("earned", here.earned, "euros")
    paid = sheet.add("cost", cost(campaign, tables), "euros").value
    chances.add_few(sheet, here.customers, campaign.contribution, paid, tables)
    profit = sheet.add("profit", here.earned - paid, "euros").value
    sheet.add("size", abs(profit), "euros")
    chances.add_needed(sheet, paid, campaign.contribution)
    rival = _add_turns(sheet, campaign, add_media(sheet, campaign, tables), tables)
    return sheet.result(
        medium=campaign.medium,
        sale=campaign.sale,
        narrow=narrow_place(campaign, tables),
        rival=rival,
    )


def _add_telephone(sheet: Sheet, campaign: Campaign, here: Month, tables: Tables) -> None:
    """Calls, what runs over, and the budget at which most is left.

    ``wasted`` leads nobody calls, and ``spilled`` euros bought them, at the average price of a
    lead (both nought below ``SEEN``); ``spare`` calls find nobody in quiet weeks. ``price_turn``
    is the share that could buy below which the next euro loses more by the price of leads than
    by the telephone.
    """
    sheet.add("leads_week", campaign.leads_week, "leads")
    sheet.add("lead_minutes", tables.expected("lead_minutes"), "minutes")
    sheet.add("could_buy", campaign.quality[campaign.medium], "share")
    sheet.add("close_rate", campaign.close_rate, "share")
    calls = sheet.add("capacity", capacity(campaign, tables), "leads").value
    sheet.add("called", here.called, "leads")
    sheet.add("spare", calls - here.called, "leads")
    left = here.leads - here.called
    left = left if left >= SEEN else 0.0
    # In tenths, as printed: those that come less those that are called.
    printed = round(here.leads, 1) - round(here.called, 1)
    sheet.add("wasted", max(round(printed, 1), SEEN) if left else 0.0, "leads")
    sheet.add("spilled", campaign.budget * left / here.leads if left else 0.0, "euros")
    sheet.add("could", here.could, "leads")
    sheet.add("least_trial", tables.assumptions["ads_trial"].low, "euros")
    there = replace(campaign, budget=sheet.add("best", best(campaign, tables), "euros").value)
    left = bring(there, tables).earned - cost(there, tables)
    sheet.add("best_profit", left, "euros")
    _add_price_turn(sheet, campaign, tables)
    if campaign.minutes:
        sheet.add("minutes", campaign.minutes, "minutes")
        sheet.add("minutes_cost", minutes_cost(campaign, tables), "euros")


def _add_price_turn(sheet: Sheet, campaign: Campaign, tables: Tables) -> None:
    """Where 1 − x = x − y, with x what the next euro earns if all are called, y as they are."""
    all_could = replace(campaign, quality={**campaign.quality, campaign.medium: 1.0})
    if_called, earns = next_euro(all_could, tables)
    if campaign.budget and 2 * if_called - earns >= CENT:
        sheet.add("price_turn", 1 / (2 * if_called - earns), "share")


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


def lead_hours(leads_month: float, tables: Tables) -> float:
    """Hours a week to call these leads of a month."""
    return leads_month / tables.default("weeks_per_month") * tables.expected("lead_minutes") / 60
