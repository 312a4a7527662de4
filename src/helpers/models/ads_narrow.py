"""The narrow place of a month of ads: where the next euro leaves most, and the best budget.

Steps are one euro for ads, and half an hour a week at the telephone, which is bought. Euros are
per month.
"""

from dataclasses import replace
from math import ceil, inf

from helpers.company import field
from helpers.data.tables import Tables
from helpers.models.ads_month import (
    Campaign,
    bring,
    capacity,
    cost,
    lead_worth,
    leads_at,
    minutes_cost,
)

TELEPHONE, MONEY, PRICE, NOTHING = "telephone", "money", "price", "nothing"
"""The narrow place of a funnel; ``NOTHING`` where no euro is spent or no lead comes."""
NOWHERE = "nowhere"
"""At this budget most is left, and half an hour more at the telephone leaves no more there."""
IDLE = "idle"
"""Time is bought that does not pay: less of it leaves more than the best budget with all of it."""
MORE, LESS = "more", "less"
"""Which half hour at the telephone leaves more, where at this budget most is left."""
HALF_AN_HOUR = 30.0
"""The step at the telephone, minutes a week: more than one call, so that quiet weeks count."""
HALF_A_EURO = 0.5
"""Less than this prints as no difference in what is left."""
FARTHEST = 100_000.0
"""Euros a month beyond which no best budget is sought: no trial tells what they bring."""


def left(campaign: Campaign, tables: Tables) -> float:
    """What is left in a month: what new customers leave, less ads and bought time."""
    return bring(campaign, tables).earned - cost(campaign, tables)


def next_euro(campaign: Campaign, tables: Tables) -> float:
    """What one euro more for ads earns, y."""
    more = replace(campaign, budget=campaign.budget + 1)
    return bring(more, tables).earned - bring(campaign, tables).earned


def next_call(campaign: Campaign, tables: Tables) -> float:
    """What one euro more for time to call earns, z: half an hour a week at once; in a shop 0."""
    if campaign.in_shop:
        return 0.0
    more = longer(campaign)
    paid = minutes_cost(more, tables) - minutes_cost(campaign, tables)
    earned = bring(more, tables).earned - bring(campaign, tables).earned
    return earned / paid if paid else 0.0


def longer(campaign: Campaign) -> Campaign:
    """The same with half an hour a week more at the telephone."""
    return replace(campaign, minutes=campaign.minutes + HALF_AN_HOUR)


def shorter(campaign: Campaign) -> Campaign:
    """The same with half an hour less of the time that is bought, or with none."""
    return replace(campaign, minutes=max(campaign.minutes - HALF_AN_HOUR, 0.0))


def narrow_place(campaign: Campaign, tables: Tables) -> str:
    """Where the next euro leaves most: one more for ads or for calls, or one less for ads.

    The narrowest place decides what comes out (theory of constraints, Goldratt 1984). A euro
    more for ads leaves y − 1 (money), one for time to call z − 1 (the telephone), and one less
    for ads 1 − y (the price). Time is bought by the half hour, so it is tried as a whole, too:
    where half an hour more leaves more than any other budget, the telephone is narrow, and
    where less of what is bought does, too much is. At the best budget itself, in whole euros,
    only the telephone can be narrow.
    """
    if not leads_at(campaign.budget, campaign, tables):
        return NOTHING
    own, earns = _best_of(campaign, tables), next_euro(campaign, tables)
    at_best = own.budget == round(campaign.budget) >= 1  # as it is printed
    if not campaign.in_shop:
        most = left(own, tables) + HALF_A_EURO
        by_the_euro = next_call(campaign, tables) - 1 > abs(earns - 1) and not at_best
        if by_the_euro or left(longer(campaign), tables) >= most:
            return TELEPHONE
        if not at_best and _with_less_time(campaign, tables) >= most:
            return IDLE
    if at_best:
        return NOWHERE
    return MONEY if earns > 1 else PRICE


def _with_less_time(campaign: Campaign, tables: Tables) -> float:
    """The most that is left at this budget with less of the time that is bought."""
    most, fewer = -inf, campaign
    while fewer.minutes:
        fewer = shorter(fewer)
        most = max(most, left(fewer, tables))
    return most


def other_time(campaign: Campaign, tables: Tables) -> tuple[str, Campaign]:
    """Whether half an hour more or less leaves more, at its own best budget: which, and that.

    '' and the campaign itself at its best budget, where neither does by what one can read.
    """
    own = _best_of(campaign, tables)
    found, most = ("", own), left(own, tables) + HALF_A_EURO
    if campaign.in_shop:
        return found
    tried = {MORE: longer(campaign)}
    if campaign.minutes:
        tried[LESS] = shorter(campaign)
    for which, other in tried.items():
        there = _best_of(other, tables)
        if left(there, tables) >= most:
            found, most = (which, there), left(there, tables)
    return found


def _best_of(campaign: Campaign, tables: Tables) -> Campaign:
    return replace(campaign, budget=best(campaign, tables))


def _pays(budget: float, campaign: Campaign, tables: Tables) -> bool:
    """Whether one euro more than this budget earns more than one."""
    return next_euro(replace(campaign, budget=budget), tables) > 1


def offered(campaign: Campaign, tables: Tables) -> float:
    """The best budget, as far as a control goes: no trial tells what one beyond it brings."""
    return min(best(campaign, tables), field("ads").slider_to)


def best(campaign: Campaign, tables: Tables) -> float:
    """The budget in whole euros at which most is left; in a shop infinite beyond ``FARTHEST``.

    What is left is concave in the budget: below the best one euro more earns more than one, and
    from it on no more. No budget pays beyond what all calls together earn.
    """
    low, high = 0, int(FARTHEST)
    if not campaign.in_shop:
        high = ceil(capacity(campaign, tables) * lead_worth(campaign))
    elif _pays(high, campaign, tables):
        return inf
    while low < high:
        middle = (low + high) // 2
        if _pays(middle, campaign, tables):
            low = middle + 1
        else:
            high = middle
    return float(low)
