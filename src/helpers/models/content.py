"""Content: a month of posts audited, the life of a post, engaged people as a stock.

Engaged people are a stock that fills and leaks. What fills it are viewers who talk and
people who get an answer; both can only win those who are not engaged yet, so the stock
has a ceiling (Vidale & Wolfe 1957; the leak is that of Nerlove & Arrow 1962).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpers.data.tables import Tables
from helpers.models import effort
from helpers.models.plan import Plan
from helpers.models.result import Result, Series, Sheet

WEEKS = 52
"""How far the curve goes: a year."""
LABELS = ("feed", "content", "relation")


@dataclass(frozen=True)
class Mix:
    """What is posted: shares are 0–1, posts and conversations are per week."""

    followers: float
    posts: float
    own_links: float
    conversations: float
    network: str


def stock(
    gain: float, decay: float, periods: int, start: float = 0.0, delay: int = 0
) -> tuple[float, ...]:
    """T_t = (1 − δ) T_{t−1} + gain, from period 0 (``start``) to ``periods``.

    Perpetual inventory: each period adds ``gain`` and loses the share ``decay`` of what
    was there; nothing is added in the first ``delay`` periods. The ceiling is gain / δ.
    """
    level, levels = start, [start]
    for period in range(1, periods + 1):
        level = (1 - decay) * level + (gain if period > delay else 0.0)
        levels.append(level)
    return tuple(levels)


def life_left(hours: float, half_life: float) -> float:
    """Share of a post's life that is still to come after ``hours``: 2^(−T/h)."""
    return 2 ** (-hours / half_life)


def win_rate(mix: Mix, tables: Tables) -> float:
    """Share of the followers not engaged yet who become engaged in a week, k (0–1).

    Viewers who talk, e·ρ·n·((1 − s) + s·λ·ε), and people who stay for an answer, c·R / F.
    """
    if mix.followers <= 0:
        return 0.0
    value = tables.default
    talk = (1 - mix.own_links) + mix.own_links * value("link_reach") * value("link_talk")
    viewers = value("talk_rate") * value("organic_reach") * mix.posts * talk
    answered = value("reply_gain") * mix.conversations / mix.followers
    # Nobody is won and lost in the same week.
    return min(viewers + answered, 1.0 - value("forgetting"))


def engaged(mix: Mix, tables: Tables, weeks: int = WEEKS) -> tuple[float, ...]:
    """Engaged people at the end of each week: A_t = (1 − δ)A + k(F − A), A_0 = 0.

    The same as a stock with gain k·F and decay δ + k; its ceiling is F·k/(k + δ).
    """
    rate = win_rate(mix, tables)
    decay = rate + tables.default("forgetting")
    return stock(rate * mix.followers, decay, weeks)


def reach(mix: Mix, levels: Sequence[float], tables: Tables) -> float:
    """Views of all posts over the weeks: engaged people see them, and the share ρ of others.

    A link post reaches the share λ of what another post reaches.
    """
    rho, link = tables.default("organic_reach"), tables.default("link_reach")
    each = (1 - mix.own_links) + mix.own_links * link
    seen = (level + rho * (mix.followers - level) for level in levels[:-1])
    return mix.posts * each * sum(seen)


def visits(mix: Mix, levels: Sequence[float], tables: Tables) -> float:
    """Visits to the own site from link posts over the weeks."""
    only_links = Mix(mix.followers, mix.posts * mix.own_links, 1.0, 0.0, mix.network)
    return reach(only_links, levels, tables) * tables.default("link_click")


def conversation_hours(conversations: float, plan: Plan, tables: Tables) -> float:
    """Hours a week of conversations beyond listening, joining in and answering messages."""
    if not plan.networks:
        return 0.0
    units = effort.Units(tables)
    parts = effort.expected(plan, tables).by_network.values()
    counted = sum(hours["listening"] + hours["answering"] for hours in parts)
    return max(float(conversations * units("handling_minutes") / 60 - counted), 0.0)


def kappa(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Cohen's kappa of two raters: agreement beyond chance, (p_o − p_e) / (1 − p_e).

    Cohen 1960. None where chance alone would make them agree on everything (both give
    one and the same label throughout) or where there is nothing to rate.
    """
    count = len(one)
    if not count:
        return None
    observed = sum(a == b for a, b in zip(one, other, strict=True)) / count
    chance = sum(one.count(label) * other.count(label) for label in {*one, *other}) / count**2
    return None if math.isclose(chance, 1.0) else (observed - chance) / (1 - chance)


def shares(labels: Sequence[str]) -> Mapping[str, float]:
    """Share of each label; all zero for a month without posts."""
    count = len(labels)
    return {label: labels.count(label) / count if count else 0.0 for label in LABELS}


def answer(mix: Mix, tables: Tables) -> Result:
    """A year of this mix beside a year of links alone, with the origin of each figure."""
    sheet = Sheet()
    sheet.add("posts", mix.posts, "posts")
    sheet.add("followers", mix.followers, "people")
    sheet.add("own_links", mix.own_links, "share")
    sheet.add("conversations", mix.conversations, "messages")
    push = Mix(mix.followers, mix.posts, 1.0, 0.0, mix.network)
    lines = {}
    for key, case in (("mix", mix), ("push", push)):
        levels = lines[key] = engaged(case, tables)
        sheet.add(f"{key}.engaged", levels[-1], "people")
        views = reach(case, levels, tables)
        sheet.add(f"{key}.views", views, "count")
        found = visits(case, levels, tables)
        sheet.add(f"{key}.visits", found, "count")
        rate = win_rate(case, tables)
        decay = rate + tables.default("forgetting")
        top = rate * case.followers / decay if decay else 0.0
        sheet.add(f"{key}.ceiling", top, "people")
    half_life = f"half_life_{mix.network}"
    hours = tables.default(half_life)
    sheet.add("half_life", hours, "clock hours")
    gone = 1 - life_left(24, hours)
    sheet.add("gone", gone, "share")
    weeks = tuple(float(week) for week in range(WEEKS + 1))
    return sheet.result(network=mix.network, year=Series(weeks, lines))
