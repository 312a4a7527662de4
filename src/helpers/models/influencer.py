"""An influencer campaign: visitors, buyers and profit, and the same fee in the firm's own ads."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from helpers.data.tables import Tables
from helpers.models import ads, chances, seeded
from helpers.models.result import Result, Sheet

DRAWS = 300
FINE = 0.05
"""Shares below are printed with two decimals."""
PER = 1000
"""Views for which visitors are told."""
RATES = ("influencer_reach", "influencer_click", "influencer_buy")


@dataclass(frozen=True)
class Influencer:
    """One campaign: fee in euros, followers, and what becomes of their views (shares 0–1)."""

    fee: float
    followers: float
    reach: float
    click: float
    buy: float


def answer(campaign: Influencer, in_ads: ads.Campaign, tables: Tables) -> Result:
    """Visitors, buyers and profit of one campaign, its break-even, and the same fee in ads.

    ``in_ads`` are the firm's ads for this fee; a buyer contributes as much here as there, and
    none of the campaign's is taken off as somebody who would have come anyway. ``click_turn``
    is the share of views that must become visitors for a visitor to cost as much as by an ad.
    """
    contribution = in_ads.contribution
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
        ("contribution", contribution, "euros"),
    )
    for row in rows:
        sheet.add(*row)
    sheet.add("views", views, "count")
    sheet.add("visitors", visitors, "count")
    sheet.add("at_first", campaign.followers * campaign.click, "count")
    sheet.add("buyers", buyers, "customers")
    chances.add_few(sheet, buyers, contribution, campaign.fee, tables)
    profit = buyers * contribution - campaign.fee
    sheet.add("profit", profit, "euros")
    sheet.add("size", abs(profit), "euros")
    chances.add_needed(sheet, campaign.fee, contribution)
    if contribution >= chances.CENT and visitors >= chances.CENT:
        rate = sheet.value("needed") / visitors
        sheet.add("needed_rate", rate, "share" if rate >= FINE else "fine share")
    if visitors >= chances.CENT:
        sheet.add("visit_price", campaign.fee / visitors, "price")
    medium = in_ads.medium
    there = ads.add_media(sheet, in_ads, tables)[medium]
    price, rate = ads.rates(in_ads, tables)
    by_ads = sheet.add("ads_visitors", there.leads / rate if rate else 0.0, "count").value
    # Without a fee it is the price of a first click.
    each = campaign.fee / by_ads if campaign.fee and by_ads else price
    sheet.add("ads_visit_price", each, "price")
    if views >= 1 and by_ads and campaign.fee:
        turn = sheet.add("click_turn", by_ads / views, "fine share").value
        sheet.add("per_views", PER, "count")
        sheet.add("click_turn_views", round(turn * PER), "whole")
    if all_could := there.called * in_ads.close_rate * (1 - in_ads.anyway):
        # From this share of leads that could buy on, ads bring as many buyers as the campaign.
        sheet.add("quality_alike", buyers / all_could, "share")
    return sheet.result(medium=medium, in_shop=in_ads.in_shop)


def readings(campaign: Influencer, in_ads: ads.Campaign, market: str, tables: Tables) -> Result:
    """In how many plausible readings of all rates the fee pays: at the influencer, and in ads.

    Every rate is drawn between its low and its high (beta-PERT), for ads what an ad brings
    against the usual one; fee, followers, telephone and contribution stay as they are.
    """
    sheet = Sheet()
    hers, by_ads = _pays(campaign.fee, campaign.followers, in_ads, market, tables)
    sheet.add("pays", hers, "tenths")
    sheet.add("ads_pay", by_ads, "tenths")
    return sheet.result()


def _drawn(key: str, tables: Tables) -> np.ndarray:
    row = tables.assumptions[key]
    if row.low == row.high:
        return np.full(DRAWS, row.default)
    return seeded.pert_draws(key, row.low, row.default, row.high, DRAWS)


def _pays(
    fee: float, followers: float, in_ads: ads.Campaign, market: str, tables: Tables
) -> tuple[float, float]:
    """Shares of readings (0–1) in which more is earned than the fee."""
    seen, click, buy = (_drawn(key, tables) for key in RATES)
    hers = float(np.mean(followers * seen * click * buy * in_ads.contribution > fee))
    medium = in_ads.medium
    keys = {"anyway": "come_anyway", "pull": "ads_pull"}
    if in_ads.in_shop:
        keys["order_rate"] = "order_rate"
    else:
        keys["quality"] = ads.quality_key(medium, market)
    drawn = {name: _drawn(key, tables) for name, key in keys.items()}
    paid = 0
    for place in range(DRAWS):
        at: dict[str, Any] = {name: float(values[place]) for name, values in drawn.items()}
        if "quality" in at:
            at["quality"] = {**in_ads.quality, medium: at["quality"]}
        paid += ads.bring(replace(in_ads, **at), tables).earned > fee
    return hers, paid / DRAWS
