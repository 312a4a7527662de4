"""A month of ads: leads by a budget, calls, and new customers.

Euros, leads and customers are per month unless a name says otherwise. Weeks are uneven: some
bring nobody, others more leads than can be called, and a lead that finds no call in its week is
lost. What a budget brings is answered by ``bring`` alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from helpers.data.tables import Tables
from helpers.models import chances
from helpers.models.seeded import Number

SHOP = "shop"
"""Of ``sale``: whoever comes by an ad orders in a shop, and nobody has to call."""


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


def run_hours(budget: float, once: Number, step: Number) -> Number:
    """Hours a week to run ads: ``once``, and again for each started ``step`` euros a month."""
    return once * (1 + np.ceil(budget / step)) if budget > 0 else 0.0


def run_wage(budget: float, tables: Tables) -> float:
    """What own hours to run ads of this budget would cost in a month, were they paid (euros).

    Hours a week count in tenths, as they are printed.
    """
    hours = run_hours(budget, tables.expected("ads_hours"), tables.default("ads_step"))
    return float(tables.default("weeks_per_month") * np.round(hours, 1) * tables.default("wage"))


def cost(campaign: Campaign, tables: Tables) -> float:
    """What is paid in a month: the ads, and the time that is bought for calls (euros)."""
    return campaign.budget + minutes_cost(campaign, tables)


def bring(campaign: Campaign, tables: Tables) -> Month:
    """What the campaign's budget brings on its medium: the one answer for every lesson."""
    return month_of(leads_at(campaign.budget, campaign, tables), campaign, tables)


def month_of(leads: float, campaign: Campaign, tables: Tables) -> Month:
    """What becomes of so many leads, or orders, of a month, wherever they come from."""
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


def lead_hours(leads_month: float, tables: Tables) -> float:
    """Hours a week to call these leads of a month."""
    return leads_month / tables.default("weeks_per_month") * tables.expected("lead_minutes") / 60
