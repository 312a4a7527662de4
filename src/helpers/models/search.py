"""Search first: articles as a stock, posts and ads as a flow; who finds a silent profile.

One equation serves all three ways, T_t = (1 − δ) T_{t−1} + m v (``content.stock``): what is
published in a month adds m v visits a month and loses the share δ of them each month. An
article loses a few in a hundred, most posts and every ad lose all. Nothing compounds: the
stock rises to the ceiling m v / δ (Nerlove & Arrow 1962).
"""

from dataclasses import dataclass

from helpers.data.tables import Tables
from helpers.models import ads, content
from helpers.models.result import Result, Series, Sheet

MONTHS = 36
"""How far the curves go: long enough for a stock to be seen."""
HOURS_A_MONTH = 730
"""A definition: 365 days of 24 hours by 12."""
WAYS = ("articles", "posts", "ads")
SEARCHES = 10
"""What the test of the lesson consists of: as many rows are typed."""
LEAST_VISITS = 0.01
"""Fewer visits than this have no price: what is divided by them would be no figure."""


@dataclass(frozen=True)
class Spending:
    """The same euros a month three ways, and what an article does; shares are 0–1.

    ``visits`` a month to an article that is ``found``; months of ``delay`` until then;
    ``decay`` a month; ``lost`` to AI answers; the money ends in the month ``stop``.
    """

    euros: float
    stop: float
    cost: float
    found: float
    visits: float
    delay: float
    decay: float
    lost: float
    followers: float
    network: str
    medium: str


def visits(gain: float, decay: float, stop: int, delay: int = 0) -> tuple[float, ...]:
    """Visits in each month 1 to 36: paid for until the month ``stop``, the stock decays on."""
    stop = min(max(stop, 0), MONTHS)
    paid = content.stock(gain, decay, min(stop + delay, MONTHS), delay=delay)
    rest = content.stock(0.0, decay, MONTHS - len(paid) + 1, start=paid[-1])
    return (*paid, *rest[1:])[1:]


def post_decay(network: str, tables: Tables) -> float:
    """Share of a post's life that is over after a month, by its half-life; all of it as 1."""
    left = content.life_left(HOURS_A_MONTH, tables.default(f"half_life_{network}"))
    return 1 - round(left, 6)


def post_cost(tables: Tables) -> float:
    """Euros for one post: its making hours at the price of a bought hour."""
    return tables.expected("making_photo") * tables.default("bought_rate")


def post_visits(followers: float, tables: Tables) -> tuple[float, float]:
    """Views of a post with a link, and the visits that they bring."""
    views = followers * tables.default("organic_reach") * tables.default("link_reach")
    return views, views * tables.default("link_click")


def click_price(medium: str, tables: Tables) -> float:
    """Euros for one visit by an ad: CPM / (1,000 · CTR)."""
    bought = ads.funnel(1.0, tables.default(f"cpm_{medium}"), tables.default(f"ctr_{medium}"), 1.0)
    return 1 / bought.clicks


def crossover(one: tuple[float, ...], other: tuple[float, ...]) -> int | None:
    """The month from which ``one`` has brought more visits in all than ``other``; None: never."""
    ahead: int | None = None
    sums = [0.0, 0.0]
    for month, pair in enumerate(zip(one, other, strict=True), start=1):
        sums = [total + more for total, more in zip(sums, pair, strict=True)]
        if sums[0] <= sums[1]:
            ahead = None
        elif ahead is None:
            ahead = month
    return ahead


def answer(spending: Spending, tables: Tables) -> Result:
    """Visits a month and in all over three years for the same euros, with their origin."""
    sheet = Sheet()
    rows = (
        ("euros", spending.euros, "euros"),
        ("stop", spending.stop, "months"),
        ("cost", spending.cost, "euros"),
        ("found", spending.found, "share"),
        ("visits", spending.visits, "visits"),
        ("delay", spending.delay, "months"),
        ("decay", spending.decay, "share"),
        ("lost", spending.lost, "share"),
        ("followers", spending.followers, "people"),
    )
    for row in rows:
        sheet.add(*row)
    stop, delay = round(spending.stop), round(spending.delay)
    written = spending.euros / spending.cost if spending.cost > 0 else 0.0
    each = spending.found * spending.visits * (1 - spending.lost)
    gain = written * each
    sheet.add("written", written, "count")
    posted = spending.euros / post_cost(tables)
    sheet.add("posted", posted, "posts")
    seen, clicked = post_visits(spending.followers, tables)
    price = click_price(spending.medium, tables)
    sheet.add("price", price, "price")
    fading = post_decay(spending.network, tables)
    lines = {
        "articles": visits(gain, spending.decay, stop, delay),
        # A post brings its clicks over its whole life; the first month has the share δ of them.
        "posts": visits(posted * clicked * fading, fading, stop),
        "ads": visits(spending.euros / price, 1.0, stop),
    }
    paid = spending.euros * min(stop, MONTHS)
    sheet.add("paid", paid, "euros")
    for way in WAYS:
        sheet.add(f"{way}.all", sum(lines[way]), "visits")
        sheet.add(f"{way}.last", lines[way][-1], "visits")
        if sum(lines[way]) > LEAST_VISITS:
            cost = paid / sum(lines[way])
            sheet.add(f"{way}.cost", cost, "price")
    views = posted * seen * min(stop, MONTHS)
    sheet.add("views", views, "count")
    if spending.decay > 0:
        sheet.add("ceiling", gain / spending.decay, "visits")
    ahead = crossover(lines["articles"], lines["ads"])
    if ahead is not None:
        sheet.add("crossover", ahead, "month")
    months = tuple(float(month) for month in range(1, MONTHS + 1))
    return sheet.result(
        ways=Series(months, lines), network=spending.network, medium=spending.medium
    )


@dataclass(frozen=True)
class Finding:
    """Who looks and what shows: people a month, shares 0–1."""

    buyers: float
    searching: float
    first_page: float
    click: float
    inside: float
    shown: float
    names: float
    opening: float


def found_by_site(finding: Finding, first_page: float) -> float:
    """People a month who come to the site by what they need: B · q · φ · click."""
    return finding.buyers * finding.searching * first_page * finding.click


def found_by_profile(finding: Finding) -> tuple[float, float]:
    """People a month who come to a silent profile: by what they need, and by our name."""
    need = finding.buyers * finding.inside * finding.shown
    return need, finding.names * finding.opening


def found_answer(finding: Finding) -> Result:
    """Who finds the site and who a silent profile, over the ten-search test."""
    sheet = Sheet()
    rows = (
        ("buyers", finding.buyers, "people"),
        ("searching", finding.searching, "share"),
        ("first_page", finding.first_page, "share"),
        ("click", finding.click, "share"),
        ("inside", finding.inside, "share"),
        ("shown", finding.shown, "share"),
        ("names", finding.names, "people"),
        ("opening", finding.opening, "share"),
    )
    for row in rows:
        sheet.add(*row)
    here = found_by_site(finding, finding.first_page)
    sheet.add("site", here, "people")
    need, name = found_by_profile(finding)
    sheet.add("need", need, "people")
    sheet.add("name", name, "people")
    if need + name > 0:
        sheet.add("knew", name / (need + name), "share")
    one = found_by_site(finding, 1 / SEARCHES)
    sheet.add("one", one, "people")
    hits = tuple(float(n) for n in range(SEARCHES + 1))
    lines = {
        "site": tuple(found_by_site(finding, n / SEARCHES) for n in hits),
        "need": (need,) * len(hits),
    }
    return sheet.result(test=Series(hits, lines))
