"""An influencer campaign: buyers and profit, and the same fee in the firm's own ads."""

from dataclasses import dataclass

from helpers.data.tables import Tables
from helpers.models import ads, chances
from helpers.models.result import Result, Series, Sheet, nice_limit

POINTS = 61
"""Samples of a curve: smooth at the width of a page."""


@dataclass(frozen=True)
class Influencer:
    """One campaign: fee in euros, followers, and what becomes of their views (shares 0–1)."""

    fee: float
    followers: float
    reach: float
    click: float
    buy: float


def answer(campaign: Influencer, in_ads: ads.Campaign, tables: Tables) -> Result:
    """Buyers and profit of one campaign, its break-even, and the same fee in ads.

    ``in_ads`` are the firm's ads for this fee; a buyer contributes as much here as there.
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
    sheet.add("buyers", buyers, "customers")
    chances.add_few(sheet, buyers, contribution, campaign.fee, tables)
    profit = buyers * contribution - campaign.fee
    sheet.add("profit", profit, "euros")
    sheet.add("size", abs(profit), "euros")
    chances.add_needed(sheet, campaign.fee, contribution)
    if contribution >= chances.CENT and visitors >= chances.CENT:
        rate = sheet.value("needed") / visitors
        sheet.add("needed_rate", rate, "fine share")
    if visitors >= chances.CENT:
        sheet.add("visit_price", campaign.fee / visitors, "price")
    medium = in_ads.medium
    there = ads.add_media(sheet, in_ads, tables)[medium]
    sheet.add("ads_visit_price", ads.rates(in_ads, tables)[0], "price")
    if all_could := there.called * in_ads.close_rate * (1 - in_ads.anyway):
        # From this share of leads that could buy on, ads bring as many buyers as the campaign.
        sheet.add("quality_alike", buyers / all_could, "share")
    usual = tables.default("influencer_buy")
    top = nice_limit(100 * max(2 * usual, 1.25 * campaign.buy)) / 100
    bought = tuple(top * i / (POINTS - 1) for i in range(POINTS))
    earned = tuple(visitors * share * contribution - campaign.fee for share in bought)
    lines = {"influencer": earned, "ads": (sheet.value(f"{medium}.profit"),) * POINTS}
    return sheet.result(medium=medium, curve=Series(bought, lines))
