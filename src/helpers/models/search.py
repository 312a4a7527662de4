"""Search first: articles as a stock, posts and ads as a flow; who finds a silent profile.

One equation serves every way, T_t = (1 − δ) T_{t−1} + m v (``content.stock``): what is
published in a month adds m v visits a month and loses the share δ of them each month. An
article loses a few in a hundred, most posts and every ad lose all (Nerlove & Arrow 1962).
Nothing compounds, and nobody is found more often than people search: one demand, less what AI
answers take of it and less who finds us today, bounds all, ads among them.
"""

from dataclasses import dataclass, replace

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import ads, company_plan, content, effort
from helpers.models.advice import WEEKS_A_YEAR
from helpers.models.nearness import too_near
from helpers.models.plan import Plan
from helpers.models.result import Result, Series, Sheet

MONTHS = 36
"""How far the curves go: long enough for a stock to be seen."""
MONTHS_A_YEAR = 12
HOURS_A_MONTH = 730
"""A definition: 365 days of 24 hours by 12."""
ARTICLES, SEARCH, SOCIAL, POSTS = WAYS = ("articles", "search", "social", "posts")
"""Articles; ads to people who search; ads to people who do not; posts."""
SEARCHES = 10
"""What the test of the lesson consists of: as many rows are typed."""
LEAST_VISITS = 0.01
"""Fewer visits than this have no price: what is divided by them would be no figure."""
NEW_PAGES = "disc-037"
"""The published shares of new pages that are found within a year."""


@dataclass(frozen=True)
class Demand:
    """How a firm's buyers search: the same for its articles, its site and a silent profile.

    ``searches`` a month for all that it has an answer to, evenly over so many ``questions``;
    ``first_page``: share of them whose first page shows the firm; ``click``: share of those
    who then click; ``lost``: share of these clicks that AI answers take (0–1).
    """

    searches: float
    first_page: float
    click: float
    lost: float
    questions: float

    def visits(self, share: float) -> float:
        """Visits a month where the first page shows the firm for this share: D · φ · c (1 − a)."""
        return self.searches * share * self.click * (1 - self.lost)

    @property
    def missing(self) -> int:
        """Questions whose first page does not show the firm: as many articles have a use."""
        return int(self.questions * (1 - self.first_page) + 1e-9)


def searches_of(company: Company, tables: Tables) -> float:
    """Searches a month by people who could come: the firm's own figure, or the assumption."""
    known = company.searches_month
    return known if known is not None else tables.default("searches_month")


def demand(company: Company, tables: Tables) -> Demand:
    """The one search demand of a firm."""
    return Demand(
        searches=searches_of(company, tables),
        first_page=company.first_page,
        click=tables.default("click_share"),
        lost=tables.default("ai_loss"),
        questions=tables.default("gate_G8"),
    )


@dataclass(frozen=True)
class Spending:
    """What the missing articles cost, and the same euros in other ways.

    An article costs ``cost`` euros and ``hours`` of our own at ``wage``; the share ``found`` of
    articles is found, after months of ``delay``, and loses the share ``decay`` a month.
    ``clicks``: euros for one visit by an ad, by way.
    """

    demand: Demand
    cost: float
    hours: float
    wage: float
    found: float
    delay: float
    decay: float
    search_click: float
    social_click: float
    followers: float
    network: str


def spending(company: Company, tables: Tables, network: str) -> Spending:
    """A firm's missing articles, judged as the ledger does."""
    value = tables.default
    searched, sent = click_prices(company, tables)
    return Spending(
        demand=demand(company, tables),
        cost=value("article_cost"),
        hours=tables.expected("article_hours"),
        wage=value("wage"),
        found=value("article_found"),
        delay=value("article_delay"),
        decay=value("article_decay"),
        search_click=searched,
        social_click=sent,
        followers=company.followers,
        network=network,
    )


def click_prices(company: Company, tables: Tables) -> tuple[float, float]:
    """Euros for a click of a search ad, and of an ad in a network that only sends to the site.

    Both as lesson 04 has them; where it asks for a lead, an ad in a network is another one.
    """
    asked = replace(company_plan.campaign(company, tables, 0.0), medium=SEARCH)
    sent = f"cpc_{ads.SHOP}" if asked.in_shop else "traffic_click"
    return ads.rates(asked, tables)[0], tables.default(sent)


def visits(gain: float, decay: float, stop: int, delay: int = 0) -> tuple[float, ...]:
    """Visits in each month 1 to 36: paid for until the month ``stop``, the stock decays on."""
    stop = min(max(stop, 0), MONTHS)
    paid = content.stock(gain, decay, min(stop + delay, MONTHS), delay=delay)
    rest = content.stock(0.0, decay, MONTHS - len(paid) + 1, start=paid[-1])
    return (*paid, *rest[1:])[1:]


def life_left(hours: float, half_life: float) -> float:
    """Share of a post's life that is still to come after ``hours``: 2^(−T/h)."""
    return 2 ** (-hours / half_life)


def post_decay(network: str, tables: Tables) -> float:
    """Share of a post's life that is over after a month, by its half-life; all of it as 1."""
    left = life_left(HOURS_A_MONTH, tables.default(f"half_life_{network}"))
    return 1 - round(left, 6)


def post_cost(tables: Tables) -> float:
    """Euros for one post: its making hours at the wage, as in the cost of a year."""
    return tables.expected("making_photo") * tables.default("wage")


def post_hours(network: str, tables: Tables) -> float:
    """Hours for the cheapest post that a network asks for, as lesson 09 counts them."""
    forms = tables.cadence.loc[tables.cadence["network"] == network, "format"]
    taken = (tables.expected(f"making_{form}") for form in sorted(set(forms)))
    return min(taken, default=tables.expected("making_photo"))


def post_visits(followers: float, tables: Tables) -> tuple[float, float]:
    """Views of a post with a link, and the visits that they bring."""
    views = followers * tables.default("organic_reach") * tables.default("link_reach")
    return views, views * tables.default("link_click")


def link_visits(plan: Plan, tables: Tables) -> float:
    """Visits a year if every post of a plan had a link."""
    a_week = sum(effort.network_posts(tables, n, plan.level) for n in plan.networks)
    return WEEKS_A_YEAR * a_week * post_visits(plan.followers, tables)[1]


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
    """Visits a month and in all over three years for the same euros, with their origin.

    ``turns_found.WAY`` is the share of articles that has to be found so that they bring as many
    visits as that way, where there is one. ``spent`` are the euros that search ads can spend:
    fewer than ``paid`` where too few people search: ads end with the last article. What they
    would bring if they went on within the three years is ``longer`` (``_add_longer``).
    ``near``: articles and search ads bring visits that are too near to be told apart. A post
    costs as much as a photo wherever it
    stands; ``post.hours`` is what the network asks for.
    """
    sheet = Sheet()
    asked = spending.demand
    rows = (
        ("searches", asked.searches, "searches"),
        ("first_page", asked.first_page, "share"),
        ("click", asked.click, "share"),
        ("lost", asked.lost, "share"),
        ("questions", asked.questions, "count"),
        ("found", spending.found, "share"),
        ("price.search", spending.search_click, "price"),
        ("price.social", spending.social_click, "price"),
    )
    for row in rows:
        sheet.add(*row)
    new_pages = tables.evidence[NEW_PAGES]
    sheet.add("new_pages.low", new_pages.value / 100, "share")
    sheet.add("new_pages.high", (new_pages.value_high or new_pages.value) / 100, "share")
    each = spending.cost + spending.hours * spending.wage
    count, delay = asked.missing, round(spending.delay)
    paid = count * each
    sheet.add("each", each, "rough price")
    sheet.add("written", count, "count")
    sheet.add("paid", paid, "euros")
    per_article = asked.visits(1 / asked.questions)
    sheet.add("today", asked.visits(asked.first_page), "visits")
    sheet.add("ceiling", asked.visits(1.0), "visits")
    seen, clicked = post_visits(spending.followers, tables)
    posted = each / post_cost(tables)
    sheet.add("post.hours", post_hours(spending.network, tables), "hours")
    sheet.add("photo.hours", tables.expected("making_photo"), "hours")
    sheet.add("posted", posted * count, "posts")
    sheet.add("views", posted * seen * count, "count")
    fading = post_decay(spending.network, tables)
    # An AI answer stands above the ads, too; and who comes today by a first page is none to be won.
    bought = min(each / spending.search_click, asked.visits(1 - asked.first_page))
    sheet.add("spent", count * bought * spending.search_click, "euros")
    lines = {
        ARTICLES: visits(spending.found * per_article, spending.decay, count, delay),
        SEARCH: visits(bought, 1.0, count),
        SOCIAL: visits(each / spending.social_click, 1.0, count),
        # A post brings its clicks over its whole life; the first month has the share δ of them.
        POSTS: visits(posted * clicked * fading, fading, count),
    }
    for way in WAYS:
        total = sum(lines[way])
        sheet.add(f"{way}.all", total, "visits")
        sheet.add(f"{way}.last", lines[way][-1], "visits")
        if total > LEAST_VISITS:
            used = sheet.value("spent") if way == SEARCH else paid
            sheet.add(f"{way}.cost", used / total, "rough price")
    _add_turns(sheet, spending.found)
    _add_longer(sheet, spending)
    sheet.add("left", 1 - spending.decay, "share")
    sheet.add("year", (1 - spending.decay) ** MONTHS_A_YEAR, "share")
    sheet.add("year.post", (1 - fading) ** MONTHS_A_YEAR, "share")
    for network in tables.network_keys:
        sheet.add(f"left.{network}", 1 - post_decay(network, tables), "share")
    ahead = crossover(lines[ARTICLES], lines[SEARCH])
    if ahead is not None:
        sheet.add("crossover", ahead, "month")
    months = tuple(float(month) for month in range(1, MONTHS + 1))
    near = too_near(sheet.value(f"{ARTICLES}.all"), sheet.value(f"{SEARCH}.all"), tables)
    return sheet.result(ways=Series(months, lines), network=spending.network, near=near)


def walk_answer(spending: Spending, tables: Tables) -> Result:
    """From all who ask what does not show us yet to the visits of the last month, step by step.

    ``after.asked``, ``after.found``: searches a month; ``after.click``, ``after.lost``: visits a
    month, once everything is written and before anything fades; then ``articles.last``.
    ``faded``: months for which the article that is found last has been fading by then,
    ``faded.most`` those of the first. ``all.click`` are the clicks if every article were found.
    """
    asked, sheet = spending.demand, Sheet()
    open_searches = asked.searches * asked.missing / asked.questions
    sheet.add("written", asked.missing, "count")
    sheet.add("questions", asked.questions, "count")
    found = open_searches * spending.found
    for key, value, unit in (
        ("found", spending.found, "share"),
        ("click", asked.click, "share"),
        ("lost", asked.lost, "share"),
        ("decay", spending.decay, "share"),
        ("faded", max(MONTHS - asked.missing - round(spending.delay), 0), "months"),
        ("faded.most", max(MONTHS - 1 - round(spending.delay), 0), "months"),
        ("after.asked", open_searches, "searches"),
        ("all.click", open_searches * asked.click, "visits"),
        ("after.found", found, "searches"),
        ("after.click", found * asked.click, "visits"),
        ("after.lost", found * asked.click * (1 - asked.lost), "visits"),
    ):
        sheet.add(key, value, unit)
    sheet.copy(answer(spending, tables)["articles.last"])
    return sheet.result()


def _add_turns(sheet: Sheet, found: float) -> None:
    """Where the order of articles and another way turns: visits are in proportion to ``found``."""
    total = sheet.value(f"{ARTICLES}.all")
    if found <= 0 or total <= LEAST_VISITS:
        return
    for way in WAYS[1:]:
        share = found * sheet.value(f"{way}.all") / total
        if share <= 1:
            sheet.add(f"turns_found.{way}", share, "share")


def _add_longer(sheet: Sheet, spending: Spending) -> None:
    """Search ads that go on after the last article, until all is spent or the three years end.

    ``longer.rest``: what they bring after it; ``longer.all``: with what they brought before;
    ``longer.turn``: the share of articles found from which on articles bring more even so.
    """
    asked, before = spending.demand, sheet.value(f"{SEARCH}.all")
    unspent = (sheet.value("paid") - sheet.value("spent")) / spending.search_click
    months = max(MONTHS - asked.missing, 0)
    rest = min(max(unspent, 0.0), months * asked.visits(1 - asked.first_page))
    sheet.add("longer.rest", rest, "visits")
    sheet.add("longer.all", before + rest, "visits")
    own = sheet.value(f"{ARTICLES}.all")
    if spending.found > 0 and own > LEAST_VISITS:
        share = spending.found * (before + rest) / own
        if share <= 1:
            sheet.add("longer.turn", share, "share")


def base_answer(asked: Demand, tables: Tables) -> Result:
    """What a firm's search base brings a month, today and at most; and what a silent profile.

    ``need`` are those who find such a profile by what they need, ``name`` those who knew us
    already, ``knew`` their share of all who see it.
    """
    sheet, value = Sheet(), tables.default
    sheet.add("searches", asked.searches, "searches")
    sheet.add("today", asked.visits(asked.first_page), "visits")
    sheet.add("ceiling", asked.visits(1.0), "visits")
    need = asked.searches * value("inside_share") * value("silent_shown")
    name = value("name_searches") * value("name_profile")
    sheet.add("need", need, "people")
    sheet.add("name", name, "people")
    if need + name > 0:
        sheet.add("knew", name / (need + name), "share")
    return sheet.result()
