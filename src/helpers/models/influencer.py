"""An influencer campaign: visitors, buyers and profit, and the same fee in the firm's own ads."""

from dataclasses import dataclass

from helpers.data.tables import Tables
from helpers.models import ads, chances
from helpers.models.result import Result, Sheet, whole_up

PER = 1000
"""Views for which visitors are told."""


@dataclass(frozen=True)
class Influencer:
    """One campaign: fee in euros, followers, and what becomes of their views (shares 0–1).

    ``times`` as often as a visitor from the firm's ads, one of hers orders, or enquires.
    """

    fee: float
    followers: float
    reach: float
    click: float
    times: float


def answer(campaign: Influencer, in_ads: ads.Campaign, tables: Tables) -> Result:
    """Visitors, buyers and profit of one campaign, its break-even, and the same fee in ads.

    ``in_ads`` are the firm's ads for this fee. There is one rate of buying for a firm: on both
    sides ``rate`` of the visitors order in the shop, or enquire and are called and won as by
    ads (hers ``times`` as often: ``her_rate``). On both sides a buyer contributes as much, and
    the same share is taken off, as they would have come anyway: ``buyers`` are new. ``orders``
    are orders, or enquiries. ``click_turn`` is the share of views that must become visitors for
    a new buyer to cost as much as by an ad, ``whole_needed`` the new buyers that pay for the fee.
    """
    contribution, medium = in_ads.contribution, in_ads.medium
    sheet = Sheet()
    price, rate = ads.rates(in_ads, tables)
    her_rate = min(rate * campaign.times, 1.0)
    views = campaign.followers * campaign.reach
    visitors = views * campaign.click
    orders = visitors * her_rate
    buyers = ads.month_of(orders, in_ads, tables).customers
    rows = (
        ("fee", campaign.fee, "euros"),
        ("followers", campaign.followers, "count"),
        ("seen", campaign.reach, "share"),
        ("click", campaign.click, "fine share"),
        ("her_times", campaign.times, "count"),
        ("rate", rate, "fine share"),
        ("her_rate", her_rate, "fine share"),
        ("contribution", contribution, "euros"),
        ("anyway", in_ads.anyway, "share"),
    )
    for row in rows:
        sheet.add(*row)
    sheet.add("views", views, "count")
    sheet.add("visitors", visitors, "count")
    sheet.add("at_first", campaign.followers * campaign.click, "count")
    sheet.add("orders", orders, "customers")
    sheet.add("buyers", buyers, "customers")
    chances.add_few(sheet, buyers, contribution, campaign.fee, tables)
    profit = buyers * contribution - campaign.fee
    sheet.add("profit", profit, "euros")
    sheet.add("size", abs(profit), "euros")
    chances.add_needed(sheet, campaign.fee, contribution)
    if "needed" in sheet:
        sheet.add("whole_needed", whole_up(sheet.value("needed")), "customers")
    if "likely.high" in sheet:
        sheet.add("one_leaves", contribution - campaign.fee, "euros")
    if visitors >= chances.CENT:
        sheet.add("visit_price", campaign.fee / visitors, "price")
    there = ads.add_media(sheet, in_ads, tables)[medium]
    by_ads = sheet.add("ads_visitors", there.leads / rate if rate else 0.0, "count").value
    # Without a fee it is the price of a first click.
    each = campaign.fee / by_ads if campaign.fee and by_ads else price
    sheet.add("ads_visit_price", each, "price")
    if campaign.fee:
        bought = sheet.value(f"{medium}.customers")
        for key, count in (("buyer_price", buyers), ("ads_buyer_price", bought)):
            if count >= chances.CENT:
                sheet.add(key, campaign.fee / count, "about euros")
    if views >= 1 and by_ads and campaign.fee and her_rate:
        turn = sheet.add("click_turn", by_ads * rate / her_rate / views, "fine share").value
        sheet.add("per_views", PER, "count")
        sheet.add("click_turn_views", round(turn * PER), "whole")
    return sheet.result(medium=medium, in_shop=in_ads.in_shop)
