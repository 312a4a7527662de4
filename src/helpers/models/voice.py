"""Voice: what a group takes in hours, and pillars that become a month of posts.

The four dimensions of tone are those of Kate Moran (Nielsen Norman Group 2016); a tone
is chosen, not computed, so there is no model of it here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpers.data.tables import Tables
from helpers.models.result import Result, Series, Sheet, nice_limit

WEEKS = 4
"""Weeks of the calendar: a month that a firm can plan."""
OPEN, CLOSED, NONE = "open", "closed", "none"
POINTS = 41
"""Samples of a curve: smooth at the width of a page."""


@dataclass(frozen=True)
class Group:
    """A group of our own: ``none``, ``open`` or ``closed``; posts are per member and week."""

    kind: str
    members: float
    posts_per_member: float


def moderation(group: Group, tables: Tables) -> dict[str, float]:
    """Hours a week by kind of work: posts, strangers, requests to join, keeping it alive.

    Posts m·p·τ/60; in an open group strangers add a share of that; in a closed one
    somebody checks m·j requests a week.
    """
    if group.kind == NONE:
        return {"members": 0.0, "strangers": 0.0, "requests": 0.0, "alive": 0.0}
    value = tables.expected
    posts = group.members * group.posts_per_member * value("moderation_minutes") / 60
    requests = group.members * value("join_share") * value("join_minutes") / 60
    return {
        "members": posts,
        "strangers": posts * value("spam_open") if group.kind == OPEN else 0.0,
        "requests": requests if group.kind == CLOSED else 0.0,
        "alive": value("group_hours"),
    }


def group_hours(group: Group, tables: Tables) -> float:
    """Hours a week that a group takes in all."""
    return sum(moderation(group, tables).values())


def group_answer(group: Group, available: float, tables: Tables) -> Result:
    """Hours of a group against the hours there are, and the members at which they are used up."""
    sheet = Sheet()
    sheet.add("group_members", group.members, "people")
    sheet.add("posts_per_member", group.posts_per_member, "posts")
    for name, hours in moderation(group, tables).items():
        sheet.add(name, hours, "hours")
    total = group_hours(group, tables)
    sheet.add("moderation", total, "hours")
    sheet.add("available_hours", available, "hours")
    share = total / available if available > 0 else 0.0
    sheet.add("group_share", share, "share")
    each = group_hours(Group(group.kind, 1.0, group.posts_per_member), tables)
    alive = tables.expected("group_hours")
    each -= alive
    room = available - alive
    if each > 0 and room > 0 and group.kind != NONE:
        sheet.add("limit", room / each, "people")
    top = nice_limit(max(1.25 * group.members, 200.0))
    counts = tuple(top * i / (POINTS - 1) for i in range(POINTS))
    lines = {
        kind: tuple(group_hours(Group(kind, n, group.posts_per_member), tables) for n in counts)
        for kind in (OPEN, CLOSED)
    }
    return sheet.result(kind=group.kind, curve=Series(counts, lines))


def apportion(coins: Mapping[str, float], seats: int) -> dict[str, int]:
    """Posts for each pillar in proportion to its coins, by largest remainders (Hamilton).

    All coins zero: every pillar alike. Ties go to the pillar that stands first.
    """
    total = sum(coins.values())
    even = dict.fromkeys(coins, 1.0)
    wanted = coins if total > 0 else even
    total = total if total > 0 else len(coins)
    exact = {key: seats * value / total for key, value in wanted.items()}
    given = {key: int(value) for key, value in exact.items()}
    order = sorted(exact, key=lambda key: given[key] - exact[key])
    for key in order[: seats - sum(given.values())]:
        given[key] += 1
    return given


def calendar(counts: Mapping[str, int]) -> tuple[str, ...]:
    """The pillars in the order of a month, each spread as evenly as its number allows."""
    places = [
        ((i + 0.5) / count, place, key)
        for place, (key, count) in enumerate(counts.items())
        for i in range(count)
    ]
    return tuple(key for _at, _place, key in sorted(places))


def days(order: Sequence[str], posts: int) -> tuple[tuple[int, int, str], ...]:
    """Week, weekday (0 Monday) and pillar of each post, spread over the month."""
    spread = [round((i + 0.5) * WEEKS * 7 / posts - 0.5) for i in range(posts)]
    return tuple((day // 7, day % 7, key) for day, key in zip(spread, order, strict=True))


def month(posts_week: float, coins: Mapping[str, float], hours: float) -> Result:
    """A month of posts by pillar; ``hours`` is what making them takes in a week."""
    sheet = Sheet()
    posts = round(WEEKS * posts_week)
    counts = apportion(coins, posts)
    plan = days(calendar(counts), posts) if posts else ()
    for key, count in counts.items():
        sheet.add(f"{key}.posts", count, "posts")
    sheet.add("posts", posts, "posts")
    sheet.add("making", hours, "hours")
    most = max(counts, key=counts.__getitem__)
    equal = sum(coins.values()) <= 0
    return sheet.result(tuple(counts), plan=plan, most=most, equal=equal)
