"""Advocacy: reach and fit through people against reach through the page, with overlap."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from helpers.data.tables import Tables
from helpers.models import fit, reach
from helpers.models.multicriteria import score
from helpers.models.result import Result, Series, Sheet, nice_limit

POINTS = 61
"""Samples of a curve: smooth at the width of a page."""


@dataclass(frozen=True)
class Crowd:
    """People who may post: staff, share who do, contacts, share who see (0–1), market size."""

    staff: float
    posting: float
    contacts: float
    seen: float
    market: float


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


def cascade(first: float, pass_on: float) -> float | None:
    """Everybody reached if each passes it on to R₀ others, n₀ / (1 − R₀) (Watts & Peretti 2007).

    None from R₀ = 1 on: the sum has no limit, and no post has been seen to do that for long.
    """
    return first / (1 - pass_on) if pass_on < 1 else None


def answer(crowd: Crowd, followers: float, tables: Tables) -> Result:
    """People against page for one post, both together, and what is left if one leaves.

    ``page_even`` is the share of followers who would have to see a post of the page so that
    it reached as many as the people do.
    """
    sheet = Sheet()
    rows = (
        ("staff", crowd.staff, "people"),
        ("posting", crowd.posting, "share"),
        ("contacts", crowd.contacts, "people"),
        ("seen", crowd.seen, "share"),
        ("market", crowd.market, "people"),
        ("followers", followers, "people"),
    )
    for row in rows:
        sheet.add(*row)
    posters = crowd.staff * crowd.posting
    sheet.add("posters", posters, "people")
    through = people_reach(posters, crowd.contacts, crowd.seen, crowd.market)
    sheet.add("people_reach", through, "people")
    naive = posters * crowd.contacts * crowd.seen
    sheet.add("naive", naive, "people")
    fewer = people_reach(max(posters - 1, 0.0), crowd.contacts, crowd.seen, crowd.market)
    sheet.add("without_one", fewer, "people")
    organic = tables.default("organic_reach")
    page = min(followers * organic, crowd.market)
    sheet.add("page_reach", page, "people")
    sheet.add("page_seen", organic, "share")
    if followers >= 1:
        even = through / followers
        sheet.add("page_even", even, "share")
    both = 0.0
    if crowd.market > 0:
        shares = (through / crowd.market, page / crowd.market)
        both = crowd.market * reach.net_reach(shares)
    sheet.add("both", both, "people")
    share = both / crowd.market if crowd.market > 0 else 0.0
    sheet.add("both_share", share, "share")
    passed = tables.default("pass_on")
    total = cascade(through, passed)
    sheet.add("pass_on", passed, "factor")
    if total is not None:
        sheet.add("cascade", total, "people")
    top = nice_limit(max(1.5 * posters, 10.0))
    counts = tuple(top * i / (POINTS - 1) for i in range(POINTS))
    lines: Mapping[str, tuple[float, ...]] = {
        "people": tuple(people_reach(n, crowd.contacts, crowd.seen, crowd.market) for n in counts)
    }
    return sheet.result(crowd=Series(counts, lines))


def profile_lift(situation: fit.Situation, tables: Tables) -> Result:
    """What people's own profiles add to each network's fit, against nobody posting at all.

    ``NETWORK.without`` is the fit without them, ``NETWORK.lift`` what they add (0–1).
    """
    silent = replace(situation, profiles=0.0)
    fits = [score(fit.criteria(s, tables), s.weights)["fit"] for s in (situation, silent)]
    sheet = Sheet()
    for network in tables.network_keys:
        with_them, without = (float(column[network]) for column in fits)
        sheet.add(f"{network}.without", without, "score")
        sheet.add(f"{network}.lift", with_them - without, "score change")
    sheet.add("profiles", situation.profiles, "factor")
    return sheet.result(tables.option_keys)


def possible_buyers(
    posters: float, contacts: float, seen: float, market: float, could_buy: float
) -> float:
    """People reached by one post who could buy: those of ``people_reach``, times a share (0–1)."""
    return people_reach(posters, contacts, seen, market) * could_buy


def page_buyers(followers: float, could_buy: float, market: float, tables: Tables) -> float:
    """Followers of a page who see one post and could buy."""
    return min(followers * tables.default("organic_reach"), market) * could_buy


def contacts_key(network: str, market: str) -> str:
    """The row of the ledger with the share of contacts who could buy, on a network."""
    return f"contacts_buy_{network}_{market}"


def readers(
    who_post: float, could_buy: Mapping[str, float], followers: float, tables: Tables
) -> Result:
    """Possible buyers who read one post: through people's own profiles, or through the page.

    ``could_buy`` is, by network, the share (0–1) of contacts who could buy. Contacts and the
    share who see a post are the ledger's, alike on each network. ``page_turn`` is the share
    from which people reach more possible buyers than the page does; none where nobody posts,
    or where no share would do.
    """
    contacts, seen = tables.default("contacts_each"), tables.default("view_rate")
    market = tables.default("market_size")
    sheet = Sheet()
    sheet.add("who_post", who_post, "people")
    sheet.add("contacts", contacts, "people")
    sheet.add("contacts_all", who_post * contacts, "people")
    sheet.add("seen", seen, "share")
    reached = people_reach(who_post, contacts, seen, market)
    sheet.add("reached", reached, "whole people")
    for network, share in could_buy.items():
        sheet.add(f"{network}.could_buy", share, "fine share")
        buyers = possible_buyers(who_post, contacts, seen, market, share)
        sheet.add(f"{network}.buyers", buyers, "won a week")
    share = tables.default("page_could_buy")
    sheet.add("followers", followers, "people")
    sheet.add("page_seen", tables.default("organic_reach"), "share")
    sheet.add("page_could_buy", share, "share")
    page = page_buyers(followers, share, market, tables)
    sheet.add("page_reached", min(followers * tables.default("organic_reach"), market), "people")
    sheet.add("page_buyers", page, "won a week")
    if reached and page / reached <= 1:
        sheet.add("page_turn", page / reached, "tenth share")
    return sheet.result(networks=tuple(could_buy))
