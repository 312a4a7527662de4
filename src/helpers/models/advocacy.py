"""Possible buyers who see one post: through people's own contacts, and through the page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from helpers.company import Company
from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import effort
from helpers.models.plan import Further, Plan
from helpers.models.result import Result, Sheet

TWENTY = 20
"""So many contacts are opened at random."""
PRIOR = 0.5
"""Jeffreys' prior for a share: half a yes and half a no before anybody is looked at."""
ENDS = (0.1, 0.9)
"""As in every band of the course, one case in ten at most lies beyond each end."""
WHOLE = 10
"""From so many on people are counted without tenths."""
OWN_POSTS = "own_posts"
"""The term of that work."""
GRID = 2000
"""Slices of the integral under the density of a share."""


@dataclass(frozen=True)
class Contacts:
    """People who post and their contacts: how many each has, how many of twenty could buy."""

    posters: float
    each: float
    buyers_of_20: float


@dataclass(frozen=True)
class Page:
    """The firm's page: followers, and the shares (0–1) who see a post and who could buy."""

    followers: float
    seen: float
    could_buy: float


def contacts_of(company: Company) -> Contacts:
    """What the company says of its people."""
    return Contacts(company.posters, company.contacts, company.buyers_of_20)


def page_of(company: Company, tables: Tables) -> Page:
    """The company's page, as the ledger sees its posts and its followers."""
    value = tables.default
    return Page(company.followers, value("organic_reach"), value("page_could_buy"))


def people_reach(posters: float, contacts: float, seen: float, market: float) -> float:
    """Different people reached, M·[1 − (1 − a·v/M)^n], with overlap as in Sainsbury's formula.

    ``posters`` people with ``contacts`` each, of whom the share ``seen`` sees a post; all
    within a market of this size.
    """
    if market <= 0:
        return 0.0
    one = min(contacts * seen / market, 1.0)
    nobody: float = (1 - one) ** posters
    return market * (1 - nobody)


def seen_from(posters: float, contacts: float, reached: float, market: float) -> float | None:
    """The share of contacts who have to see a post so that so many are reached; None: no share.

    The inverse of ``people_reach``: v = M/a · [1 − (1 − R/M)^(1/n)].
    """
    if min(posters, contacts, market) <= 0 or reached > market:
        return None
    share = market / contacts * (1 - (1 - reached / market) ** (1 / posters))
    return share if share <= 1 else None


def counted(people: float) -> float:
    """People as they are printed, whole from ten on: who multiplies them by a share finds it."""
    return float(round(people)) if people >= WHOLE else round(people, 1)


def contacts_reached(people: Contacts, seen: float, tables: Tables) -> float:
    """Different contacts who see one post by each, as they are counted."""
    market = tables.default("market_size")
    return counted(people_reach(people.posters, people.each, seen, market))


def followers_reached(page: Page, tables: Tables) -> float:
    """Followers of a page who see one post, as they are counted."""
    return counted(min(page.followers * page.seen, tables.default("market_size")))


def average_of(people: float) -> float:
    """People on average as they are printed: whole from ten on, a half upwards; else in tenths."""
    tenth = round(people + 1e-9, 1)
    return tenth if tenth < WHOLE else float(int(people + 0.5 + 1e-9))


@remembered(256)
def _shares(found: float) -> tuple[np.ndarray, np.ndarray]:
    """Shares of contacts in rising order, and how likely each or a smaller one is.

    Beta(k + ½, 20 − k + ½) after ``found`` of twenty. With a share of sin²θ the density is
    smooth in θ, so that slices of equal width are exact enough.
    """
    edges = np.linspace(0, np.pi / 2, GRID + 1)
    angle = (edges[1:] + edges[:-1]) / 2
    yes, no = 2 * (found + PRIOR) - 1, 2 * (TWENTY - found + PRIOR) - 1
    density = np.sin(angle) ** yes * np.cos(angle) ** no
    up_to = np.concatenate(([0.0], np.cumsum(density)))
    return np.sin(edges) ** 2, up_to / up_to[-1]


def range_of(found: float) -> tuple[float, float]:
    """Between which shares of all contacts that count of twenty is plausible, 8 times in 10.

    After none of twenty it begins at none, and after all it ends at all: no count lies outside
    its own range.
    """
    shares, up_to = _shares(found)
    low, high = (float(np.interp(end, up_to, shares)) for end in ENDS)
    return low if found > 0 else 0.0, high if found < TWENTY else 1.0


def sure_from(reached: float, through: float) -> int | None:
    """The smallest count of twenty at whose low end people are still ahead, as printed."""
    page = average_of(through)
    more = (k for k in range(TWENTY + 1) if average_of(reached * range_of(k)[0]) > page)
    return next(more, None)


def chance_above(found: float, share: float) -> float:
    """How likely (0–1) more than this share of all contacts could buy, after that count."""
    shares, up_to = _shares(found)
    return float(1 - np.interp(share, shares, up_to))


def answer(people: Contacts, seen: float, page: Page, tables: Tables) -> Result:
    """Possible buyers through people against those through the page, for one post by each.

    ``seen`` is the share of contacts who see a post. ``turn_share`` is the share of contacts
    from which people reach more possible buyers than the page, β* = F·ρ·β_F / reached, with
    ``turn`` as a number of all contacts, ``turn_of_20`` of twenty and ``one_in``; none where
    nobody is reached or no share would do. ``sure_from`` is the whole count of twenty from which
    people are ahead with a bad draw, too. ``ahead`` is how many plausible readings of the count
    lie above ``turn_share``, ``likely.low`` and ``likely.high`` their buyers. ``seen_level`` is the
    share of contacts who would have to see a post so that both are level. ``without_one`` are
    those left if one of the people leaves.
    """
    sheet = Sheet()
    sheet.add("posters", people.posters, "people")
    sheet.add("contacts", people.each, "people")
    everybody = sheet.add("contacts_all", people.posters * people.each, "people").value
    sheet.add("seen", seen, "fine share")
    reached = sheet.add("reached", contacts_reached(people, seen, tables), "people").value
    sheet.add("buyers_of_20", people.buyers_of_20, "count")
    sheet.add("twenty", TWENTY, "count")
    share = sheet.add("could_buy", people.buyers_of_20 / TWENTY, "fine share").value
    sheet.add("buyers", reached * share, "average people")
    fewer = replace(people, posters=max(people.posters - 1, 0.0))
    sheet.add("without_one", contacts_reached(fewer, seen, tables) * share, "average people")
    sheet.add("followers", page.followers, "people")
    sheet.add("page_seen", page.seen, "fine share")
    looking = sheet.add("page_reached", followers_reached(page, tables), "people").value
    sheet.add("page_could_buy", page.could_buy, "share")
    through = sheet.add("page_buyers", looking * page.could_buy, "average people").value
    if reached > 0:
        low, high = range_of(people.buyers_of_20)
        sheet.add("share_low", low, "share")
        sheet.add("share_high", high, "share")
        sheet.add("likely.low", reached * low, "average people")
        sheet.add("likely.high", reached * high, "average people")
        sheet.add("ahead", chance_above(people.buyers_of_20, through / reached), "chance")
    turn = through / reached if reached else 0.0
    if 0 < turn <= 1:
        sheet.add("turn_share", turn, "tenth share")
        sheet.add("turn", turn * everybody, "people")
        sheet.add("turn_of_20", turn * TWENTY, "average people")
        if (enough := sure_from(reached, through)) is not None:
            sheet.add("sure_from", enough, "count")
        sheet.add("one_in", 1 / turn, "whole")
    if share > 0 and through > 0:
        market = tables.default("market_size")
        level = seen_from(people.posters, people.each, through / share, market)
        if level is not None:
            sheet.add("seen_level", level, "tenth share")
    return sheet.result()


def adding_up(people: Contacts, seen: float, page: Page, tables: Tables) -> Result:
    """How many contacts have to be possible buyers, from the first thought to the model's.

    ``naive`` is the page's share of all contacts; ``page_all`` the page's possible buyers, seen
    or not; ``turn`` those who are as many once it counts how few followers see a post.
    """
    whole, sheet = answer(people, seen, page, tables), Sheet()
    for key in whole:
        sheet.copy(whole[key])
    sheet.add("naive", page.could_buy * whole.value("contacts_all"), "people")
    sheet.add("page_all", page.could_buy * page.followers, "people")
    return sheet.result()


def own_post_hours(tables: Tables) -> float:
    """Hours for one post under one's own name: writing a text, and the talk about it.

    In tenths, as it is printed beside other work and stands among the actions of a SWOT.
    """
    return round(tables.expected("making_text") + tables.default("own_talk") / 60, 1)


def beside_the_page(plan: Plan, posters: float, tables: Tables) -> Result:
    """Hours of one network's page and of a weekly post by each of our people, and those there.

    Ads and the further work of other lessons are left out. ``page_hours`` and ``own_post_hours``
    add up to what is required, as printed.
    """
    own = Further(OWN_POSTS, round(posters * own_post_hours(tables), 1), 0.0)
    plan = replace(plan, networks=plan.networks[:1], ads=0.0, further=(own,) if own.hours else ())
    hours, sheet = effort.answer(plan, tables), Sheet()
    sheet.add("own_post_hours", own.hours, "hours")
    sheet.add("page_hours", round(hours.value("required"), 1) - own.hours, "hours")
    return hours.joined(sheet.result())


def contacts_key(network: str, market: str) -> str:
    """The row of the ledger with the share of contacts who could buy, on a network."""
    return f"contacts_buy_{network}_{market}"


def counted_on(networks: tuple[str, ...], market: str, tables: Tables) -> str:
    """The network on which a firm's people have counted their twenty.

    Nobody is asked: it is the one on which the ledger expects most possible buyers.
    """
    return max(networks, key=lambda network: tables.default(contacts_key(network, market)))


def readers(people: Contacts, could_buy: Mapping[str, float], page: Page, tables: Tables) -> Result:
    """Possible buyers who read one post: through people's own profiles, or through the page.

    ``could_buy`` is, by network, the share (0–1) of contacts who could buy. Contacts and the
    share who see a post are alike on each network. ``about`` is the same in whole people.
    ``page_turn`` is the share from which people reach more possible buyers than the page does;
    none where nobody posts, or where no share would do.
    """
    same = answer(people, tables.default("view_rate"), page, tables)
    sheet = Sheet()
    sheet.add("who_post", people.posters, "people")
    for key in ("contacts", "contacts_all", "seen", "reached"):
        sheet.copy(same[key])
    for network, share in could_buy.items():
        sheet.add(f"{network}.could_buy", share, "fine share")
        buyers = sheet.add(f"{network}.buyers", same.value("reached") * share, "average people")
        sheet.add(f"{network}.about", float(round(buyers.value)), "people")
    for key in ("followers", "page_seen", "page_could_buy", "page_reached", "page_buyers"):
        sheet.copy(same[key])
    sheet.add("page_about", float(round(same.value("page_buyers"))), "people")
    if "turn_share" in same:
        sheet.add("page_turn", same.value("turn_share"), "tenth share")
    return sheet.result(networks=tuple(could_buy))
