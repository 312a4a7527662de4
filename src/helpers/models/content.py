"""Content: people in touch with a page as a stock, filled by posts and talk, leaking every week.

What fills the stock are viewers who react to a post and people who stay after a talk; both
can only win those who are not in touch yet (Vidale & Wolfe 1957); the leak is that of goodwill
(Nerlove & Arrow 1962). All networks are alike here.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import effort
from helpers.models.nearness import too_near
from helpers.models.plan import Plan
from helpers.models.result import Result, Sheet
from helpers.models.stock import stock

WEEKS = 52
"""How long a page is watched: a year."""
FEW = 5
"""One in so many or fewer keeps a tenth: one in 2.2 is not one in two."""
LABELS = ("feed", "content", "relation")


@dataclass(frozen=True)
class Page:
    """What is believed of a page.

    ``followers``; ``stay``: people who stay for each talk (0–1); ``link_talk``: how much a
    link is reacted to beside another post (0–1); ``making``: hours that one post takes which says
    something; ``linking``: hours that a bare link takes.
    """

    followers: float
    stay: float
    link_talk: float
    making: float
    linking: float


@dataclass(frozen=True)
class Week:
    """What is done in a week: links to the own site, posts that say something, talks."""

    links: float
    posts: float
    talks: float


def page_of(followers: float, tables: Tables) -> Page:
    """A page as the ledger judges it; its posts are photos."""
    value = tables.default
    making, linking = tables.expected("making_photo"), value("link_minutes") / 60
    return Page(followers, value("reply_gain"), value("link_talk"), making, linking)


def talk_hours(tables: Tables) -> float:
    """Hours that one talk takes: its messages, each handled as any other message is."""
    return tables.default("talk_messages") * tables.expected("handling_minutes") / 60


def takes(week: Week, page: Page, tables: Tables) -> float:
    """Hours that a week takes."""
    made = week.links * page.linking + week.posts * page.making
    return made + week.talks * talk_hours(tables)


def spent(hours: float, own_links: float, talks: float, page: Page, tables: Tables) -> Week:
    """The week that so many hours allow: talks first, posts from what is left.

    ``own_links`` is the share of the posts that are links (0–1). There are no more talks than
    the hours hold.
    """
    each = talk_hours(tables)
    talks = min(talks, hours / each) if each else talks
    left = max(hours - talks * each, 0.0)
    each_post = own_links * page.linking + (1 - own_links) * page.making
    count = left / each_post if each_post else 0.0
    return Week(count * own_links, count * (1 - own_links), talks)


def won_by_post(page: Page, tables: Tables) -> float:
    """People whom one post that says something wins while nobody is in touch yet: e · ρ · F."""
    return tables.default("talk_rate") * tables.default("organic_reach") * page.followers


def won_by_link(page: Page, tables: Tables) -> float:
    """People whom one link wins: fewer see it (λ), and fewer of them react (ε)."""
    return won_by_post(page, tables) * tables.default("link_reach") * page.link_talk


def win_rate(week: Week, page: Page, tables: Tables) -> float:
    """Share of the followers not in touch yet who are won in a week, k (0–1).

    k = e·ρ·(posts + λ·ε·links) + c·talks / F
    """
    if page.followers <= 0:
        return 0.0
    posted = week.posts * won_by_post(page, tables) + week.links * won_by_link(page, tables)
    # Nobody is won and lost in the same week.
    most = 1.0 - tables.default("forgetting")
    return min((posted + page.stay * week.talks) / page.followers, most)


def in_touch(week: Week, page: Page, tables: Tables, weeks: int = WEEKS) -> float:
    """People in touch after so many weeks: A_t = (1 − δ)A + k(F − A), A_0 = 0.

    The same as a stock with gain k·F and decay δ + k; its ceiling is F·k/(k + δ).
    """
    rate = win_rate(week, page, tables)
    return stock(rate * page.followers, rate + tables.default("forgetting"), weeks)[-1]


def conversation_hours(conversations: float, plan: Plan, tables: Tables) -> float:
    """Hours a week of talks beyond listening, joining in and answering messages."""
    if not plan.networks:
        return 0.0
    return max(float(conversations * talk_hours(tables) - _counted_hours(plan, tables)), 0.0)


def _counted_hours(plan: Plan, tables: Tables) -> float:
    """Hours a week in which a plan talks already: listening, joining in, answering."""
    parts = effort.expected(plan, tables).by_network
    return float(sum(hours["listening"] + hours["answering"] for hours in parts.values()))


def counted_talks(plan: Plan, tables: Tables) -> Result:
    """Whole talks a week that a plan's hours hold, on all networks, and the hours of one more."""
    sheet = Sheet()
    each = sheet.add("talks.each", talk_hours(tables), "hours").value
    room = _counted_hours(plan, tables) / each if each else 0.0
    sheet.add("talks.counted", math.floor(room + 1e-9), "count")
    return sheet.result()


def shares(labels: Sequence[str]) -> Mapping[str, float]:
    """Share of each label; all zero for a month without posts."""
    count = len(labels)
    return {label: labels.count(label) / count if count else 0.0 for label in LABELS}


def _add_bucket(sheet: Sheet, key: str, week: Week, page: Page, tables: Tables) -> None:
    """A week, what it takes, whom it wins at first, whom it keeps and loses after a year."""
    rate = win_rate(week, page, tables)
    level = in_touch(week, page, tables)
    sheet.add(f"{key}.links", week.links, "a week")
    sheet.add(f"{key}.posts", week.posts, "a week")
    sheet.add(f"{key}.talks", week.talks, "a week")
    sheet.add(f"{key}.hours", takes(week, page, tables), "hours")
    won = sheet.add(f"{key}.won", rate * page.followers, "won a week").value
    sheet.add(f"{key}.by_talk", min(page.stay * week.talks, won), "won a week")
    sheet.add(f"{key}.in_touch", level, "whole people")
    sheet.add(f"{key}.lost", tables.default("forgetting") * level, "won a week")


def _begun(page: Page, tables: Tables) -> Sheet:
    """A sheet with what all buckets have in common."""
    sheet = Sheet()
    sheet.add("followers", page.followers, "people")
    sheet.add("link_minutes", 60 * page.linking, "minutes")
    one_in = tables.default("forgetting")
    sheet.add("one_in", 1 / one_in if one_in else 0.0, "count")
    return sheet


def compared(weeks: Mapping[str, tuple[Week, Page]], tables: Tables) -> Result:
    """Several weeks side by side, each under its key, of pages with as many followers."""
    pages = [page for _week, page in weeks.values()]
    sheet = _begun(pages[0], tables)
    for key, (week, page) in weeks.items():
        _add_bucket(sheet, key, week, page, tables)
    return sheet.result(buckets=tuple(weeks))


def multiplied(links: float, page: Page, tables: Tables) -> Result:
    """A year of so many links a week: chances to see one, views, reactions, people in touch."""
    week = Week(links, 0.0, 0.0)
    sheet = Sheet()
    sheet.add("links", week.links, "a week")
    sheet.add("minutes", 60 * takes(week, page, tables), "minutes")
    year = sheet.add("year", WEEKS * week.links, "posts").value
    sheet.add("followers", page.followers, "people")
    sheet.add("chances", year * page.followers, "count")
    seen = tables.default("organic_reach") * tables.default("link_reach")
    sheet.add("views", year * page.followers * seen, "count")
    sheet.add("seen", 100 * seen, "a week")
    sheet.add("react", 100 * tables.default("talk_rate") * page.link_talk, "a week")
    reactions = year * won_by_link(page, tables)
    sheet.add("reactions", reactions, "count")
    sheet.add("won", reactions / WEEKS, "won a week")
    lost = tables.default("forgetting")
    sheet.add("one_in", 1 / lost if lost else 0.0, "count")
    kept = sheet.add("in_touch", in_touch(week, page, tables), "whole people")
    sheet.add("second_year", in_touch(week, page, tables, 2 * WEEKS) - kept.value, "a week")
    return sheet.result()


def answer(hours: float, own_links: float, talks: float, page: Page, tables: Tables) -> Result:
    """The same hours spent in four ways, and several times the hours in links.

    ``mix`` is as asked for, ``links`` and ``posts`` are nothing else, ``talk`` gives half of
    the hours to talks, ``more`` is ``links`` several times over. ``hour.*`` is whom an hour of
    each wins in the first week, and the fact ``best`` which wins most. ``turns_minutes`` and
    ``turns_link_talk`` are the minutes of a link and its share of the reactions where an hour of
    links wins as many as the better of the other two; ``turns_followers.*`` are the followers
    from which an hour of links or posts wins more than one of talk. A place that does not exist
    is left out. ``about.*`` are these places rounded, as one says them. The fact ``behind`` is
    why links lead: ``link_talk``, ``link_minutes`` or ``both``; '' where they do not. The bucket
    ``mix`` is not shown where it is one of the others, which is then the one that is ``set``.
    """
    times = tables.default("more_links")
    only = spent(hours, 1.0, 0.0, page, tables)
    half = round(hours / 2 / talk_hours(tables)) if talk_hours(tables) else 0
    weeks = {
        "mix": spent(hours, own_links, talks, page, tables),
        "links": only,
        "posts": spent(hours, 0.0, 0.0, page, tables),
        "talk": spent(hours, 0.0, half, page, tables),
        "more": replace(only, links=times * only.links),
    }
    sheet = _begun(page, tables)
    sheet.add("times", times, "count")
    for key, week in weeks.items():
        _add_bucket(sheet, key, week, page, tables)
    all_talk = spent(hours, 0.0, hours / talk_hours(tables), page, tables)
    _add_bucket(sheet, "all_talk", all_talk, page, tables)
    _add_turns(sheet, page, tables)
    same = next((key for key in weeks if key != "mix" and _alike(weeks[key], weeks["mix"])), "mix")
    buckets = tuple(key for key in weeks if key != "mix" or same == "mix")
    by_hour = _by_hour(page, tables)
    best = max(by_hour, key=lambda kind: by_hour[kind])
    near = too_near(by_hour["links"], max(by_hour["talk"], by_hour["posts"]), tables)
    behind = _behind(page, tables)
    return sheet.result(buckets=buckets, set=same, best=best, behind=behind, near=near)


def _alike(one: Week, other: Week) -> bool:
    """Whether two weeks are the same to a reader."""
    pairs = zip(astuple(one), astuple(other), strict=True)
    return all(math.isclose(a, b, abs_tol=1e-9) for a, b in pairs)


def _by_hour(page: Page, tables: Tables) -> dict[str, float]:
    """People won by an hour of each kind while nobody is in touch yet; the first wins a tie."""
    each = {
        "talk": (page.stay, talk_hours(tables)),
        "posts": (won_by_post(page, tables), page.making),
        "links": (won_by_link(page, tables), page.linking),
    }
    return {kind: won / hours if hours else 0.0 for kind, (won, hours) in each.items()}


def _links_lead(page: Page, tables: Tables) -> bool:
    """Whether an hour of links wins more people than one of talk and one of posts."""
    won = _by_hour(page, tables)
    return won["links"] > max(won["talk"], won["posts"])


def _behind(page: Page, tables: Tables) -> str:
    """Why links lead: the belief that would end it as the ledger has it, or both together."""
    if not _links_lead(page, tables):
        return ""
    usual = {
        "link_talk": tables.default("link_talk"),
        "linking": tables.default("link_minutes") / 60,
    }
    for field, name in (("link_talk", "link_talk"), ("linking", "link_minutes")):
        if not _links_lead(replace(page, **{field: usual[field]}), tables):
            return name
    return "both"


def rounded(value: float) -> float:
    """A figure as one says it: two digits that count."""
    return round(value, 1 - math.floor(math.log10(value))) if value > 0 else 0.0


def _add_turns(sheet: Sheet, page: Page, tables: Tables) -> None:
    """People won by an hour of each, and where the order turns."""
    won = _by_hour(page, tables)
    for kind, each in won.items():
        sheet.add(f"hour.{kind}", each, "an hour")
    sheet.add("link_talk", page.link_talk, "share")
    for kind in ("links", "posts"):
        turn = page.followers * won["talk"] / won[kind] if won[kind] > 0 else math.inf
        if math.isfinite(turn):
            sheet.add(f"turns_followers.{kind}", turn, "people")
            sheet.add(f"about.{kind}", rounded(turn), "people")
    other = max(won["talk"], won["posts"])
    minutes = 60 * page.linking * won["links"] / other if other > 0 else 0.0
    if minutes > 0:
        sheet.add("turns_minutes", minutes, "minutes")
        sheet.add("about.minutes", rounded(minutes), "minutes")
        share = page.link_talk * other / won["links"]
        if share <= 1:
            sheet.add("turns_link_talk", share, "share")


def month(company: Company, tables: Tables) -> Mapping[str, float]:
    """What a firm's month of posts shows, a week: posts, share of own links, comments, answers.

    Raises KeyError for a firm without a month of posts.
    """
    posts = tables.posts[company.started_from]
    weeks = tables.default("weeks_per_month")
    return {
        "posts": len(posts) / weeks,
        "own_links": float(posts["own_link"].mean()),
        "comments": float(posts["comments"].sum()) / weeks,
        "answered": float(posts["answered"].sum()) / weeks,
    }


def month_facts(
    company: Company, month: Mapping[str, float], kept: float, tables: Tables
) -> Result:
    """A firm's month in whole numbers, and how many each person in touch would have to bring.

    ``kept`` are the people in touch, ``each`` what the objective still wants of each of them.
    """
    sheet = Sheet()
    weeks = tables.default("weeks_per_month")
    for key in ("posts", "comments", "answered"):
        sheet.add(f"month.{key}", round(month[key] * weeks), "count")
    sheet.add("month.own_links", round(month["posts"] * weeks * month["own_links"]), "count")
    wanted = company.objective["target"] - company.objective["baseline"]
    sheet.add("wanted", wanted, "count")
    if kept > 0:
        sheet.add("each", wanted / kept, "people")
    return sheet.result()


def week_of(company: Company, network: str, level: str, tables: Tables) -> tuple[Week, Page]:
    """The week of a firm at a level of its network, and its page.

    The level says how many posts, so that talks come on top of them, as in the hours of the
    whole plan. A firm without a network does nothing.
    """
    if not company.networks:
        return Week(0.0, 0.0, 0.0), page_of(company.followers, tables)
    units = effort.Units(tables)
    count = effort.network_posts(tables, network, level)
    made = effort.network_hours(tables, units, network, level, 0.0)["making"]
    page = page_of(company.followers, tables)
    if count:
        page = replace(page, making=float(made) / count)
    own = company.own_links
    return Week(count * own, count * (1 - own), company.conversations), page
