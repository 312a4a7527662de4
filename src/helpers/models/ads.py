"""Paid reach: a funnel with a door. Leads by a budget, calls, new customers, the narrow place.

Euros, leads and customers are per month unless a name says otherwise. Profit is contribution,
never turnover, less what is paid: the ads and the time that is bought for calls. Own hours are
not taken off. What a budget brings is answered by ``bring`` alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from helpers.data.tables import Tables
from helpers.models import chances
from helpers.models.chances import CENT
from helpers.models.result import Result, Sheet
from helpers.models.uneven import Uneven

SHOP = "shop"
"""Of ``sale``: whoever comes by an ad orders in a shop, and nobody has to call."""
TELEPHONE, MONEY, PRICE, NOTHING = "telephone", "money", "price", "nothing"
"""The narrow place of a funnel; ``NOTHING`` where no euro is spent or no lead comes."""


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

    ``leads`` come, ``called`` of them are called, ``could`` of those could buy, and
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
    """Leads that can be called in a month."""
    more = campaign.minutes / tables.expected("lead_minutes")
    return (campaign.leads_week + more) * tables.default("weeks_per_month")


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
    called = min(leads, capacity(campaign, tables))
    could = called * campaign.quality[campaign.medium]
    customers = could * campaign.close_rate * new
    return Month(leads, called, could, customers, customers * campaign.contribution)


def lead_worth(campaign: Campaign) -> float:
    """Euros that one called lead, or one order, earns on average."""
    buys = 1.0
    if not campaign.in_shop:
        buys = campaign.quality[campaign.medium] * campaign.close_rate
    return buys * (1 - campaign.anyway) * campaign.contribution


def narrow_place(campaign: Campaign, tables: Tables) -> str:
    """What a month's ads fail on first: the price of a lead, the telephone, or else the money.

    The narrowest place decides what comes out (theory of constraints, Goldratt 1984). Where even
    the leads that can be called cost more than they earn, no call mends that, so the price is
    asked first; not at the campaign's own budget, as leads that nobody calls make all dearer.
    """
    month = bring(campaign, tables)
    if not month.leads:
        return NOTHING
    worth = lead_worth(campaign)
    if worth <= 0 or worth < least_price(campaign, tables):
        return PRICE
    if not campaign.in_shop and month.leads > capacity(campaign, tables):
        return TELEPHONE
    return MONEY


def least_price(campaign: Campaign, tables: Tables) -> float:
    """What a lead costs at the campaign's budget, or at one that fills the telephone if less."""
    budget = campaign.budget
    if not campaign.in_shop:
        budget = min(budget, filling(campaign, tables))
    leads = leads_at(budget, campaign, tables)
    return budget / leads if leads else 0.0


def filling(campaign: Campaign, tables: Tables) -> float:
    """The budget whose leads just fill the telephone; 0 where nobody calls."""
    here = leads_at(tables.default("ads_trial"), campaign, tables)
    if here <= 0:
        return 0.0
    full: float = tables.default("ads_trial") * (capacity(campaign, tables) / here) ** (
        1 / campaign.elasticity
    )
    return full


def best(campaign: Campaign, tables: Tables) -> float:
    """The budget at which most is left: never more than fills the telephone.

    There the last euro earns one: e·w·L(B)/B = 1, with w what a called lead earns.
    """
    full = filling(campaign, tables)
    trial, power = tables.default("ads_trial"), campaign.elasticity
    earns = power * lead_worth(campaign) * leads_at(trial, campaign, tables) / trial
    # Compared, not raised to 1/(1 - e), which has no bound where e nears 1.
    if full <= 0 or earns >= (full / trial) ** (1 - power):
        return full
    found: float = trial * earns ** (1 / (1 - power)) if power < 1 else 0.0
    return found


def kept_turn(campaign: Campaign, tables: Tables) -> float | None:
    """The share of its worth that an uncalled lead must keep for one more of it to pay.

    Price of one more lead, B / (e·L), by the worth of a called one, at the budget that fills
    the telephone or at the campaign's own, whichever is larger. None where a lead is worth
    nothing, or none comes.
    """
    budget = max(campaign.budget, filling(campaign, tables))
    leads, worth = leads_at(budget, campaign, tables), lead_worth(campaign)
    if leads < CENT or worth < CENT:
        return None
    return budget / (campaign.elasticity * leads) / worth


def answer(campaign: Campaign, tables: Tables) -> Result:
    """The month at this budget: the funnel, its narrow place, what is left, the same elsewhere.

    ``lead_worth`` is what a called lead, or an order, earns, ``lead_price`` what one costs that
    is bought; ``months_between`` is how often a customer comes, where less than one a month does.
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
    """Calls, what runs over, and the budget that fills the telephone.

    ``spilled`` are the euros that bought the leads which nobody calls: all beyond the budget
    that fills the telephone, as the last leads are the dearest. ``calls_needed`` are
    the calls a week from which nothing runs over, ``best`` the budget at which most is left.
    ``price_turn`` is the share that could buy below which a lead costs more than a call earns.
    """
    sheet.add("leads_week", campaign.leads_week, "leads")
    sheet.add("lead_minutes", tables.expected("lead_minutes"), "minutes")
    sheet.add("could_buy", campaign.quality[campaign.medium], "share")
    sheet.add("close_rate", campaign.close_rate, "share")
    calls = sheet.add("capacity", capacity(campaign, tables), "leads").value
    sheet.add("called", here.called, "leads")
    wasted = here.leads - here.called
    sheet.add("wasted", wasted, "leads")
    sheet.add("spare", max(calls - here.leads, 0.0), "leads")
    full = filling(campaign, tables)
    # Whole euros, as it is printed and set, and no more than is spent where leads are left.
    full = min(round(full), campaign.budget) if wasted > 0 else round(full)
    spilled = campaign.budget - full if wasted > 0 else 0.0
    sheet.add("spilled", spilled, "euros")
    if printed := round(wasted, 1 if wasted < 10 else None):  # divided as printed
        sheet.add("spilled_price", round(spilled) / printed, "euros")
    uneven = Uneven(
        lambda budget: leads_at(budget, campaign, tables),
        calls,
        lead_worth(campaign),
        minutes_cost(campaign, tables),
        tables.default("weeks_per_month"),
    )
    uneven.add(sheet, campaign.budget, full, campaign.contribution)
    sheet.add("could", here.could, "leads")
    sheet.add("least_trial", tables.assumptions["ads_trial"].low, "euros")
    for key, budget in (("filling", full), ("best", round(best(campaign, tables)))):
        sheet.add(key, budget, "euros")
        there = replace(campaign, budget=budget)
        left = bring(there, tables).earned - cost(there, tables)
        sheet.add(f"{key}_profit", left, "euros")
    sheet.add("calls_needed", here.leads / tables.default("weeks_per_month"), "leads")
    all_could = campaign.close_rate * (1 - campaign.anyway) * campaign.contribution
    if here.leads and all_could >= CENT:
        sheet.add("price_turn", least_price(campaign, tables) / all_could, "share")
    kept = kept_turn(campaign, tables)
    if kept is not None:
        sheet.add("kept_turn", kept, "share")
    if campaign.minutes:
        sheet.add("minutes", campaign.minutes, "minutes")
        sheet.add("minutes_cost", minutes_cost(campaign, tables), "euros")


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
