"""Hours spread over networks: what goes before the first post, and whom the rest still meets.

Meeting, planning and keeping in step take their hours first (an assumption), with whatever else
is decided on. What is left carries making, listening and answering: all of it, or a part.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from helpers.data.tables import Tables
from helpers.models import effort, reach
from helpers.models.plan import Plan, capacity


@dataclass(frozen=True)
class Spread:
    """A plan in the hours that there are. Hours are a week, and so are ``posts``.

    ``before`` are the hours that go before the first post, of those ``needed``; ``kept`` is the
    share (0–1) of the plan's posts that the hours ``there`` carry, ``met`` the share of our
    people who see one of them in a month. ``met_posts_first`` is that share where posts and
    answers come first, and meeting and planning have what is left.
    """

    needed: float
    there: float
    before: float
    kept: float
    posts: float
    met: float
    met_posts_first: float

    @property
    def coverage(self) -> float:
        """The hours there, of those needed (``effort.coverage``)."""
        return effort.coverage(self.there, self.needed)


def spread(plan: Plan, audience: Mapping[str, float], tables: Tables) -> Spread:
    """What a plan's hours carry: s = min(1, (K − B) / (making + listening + answering)).

    B = h₀ + Σ R·x + c·m(m − 1)/2 + ads, briefing and further work; K is the capacity, and s is
    at least nought. ``audience`` is the usable audience (0–1) of each of the plan's networks.
    """
    need = effort.expected(plan, tables)
    there = capacity(plan, tables.default("shrinkage"))
    planning = sum(float(hours["planning"]) for hours in need.by_network.values())
    before = float(need.shared + planning + need.coordination + need.ads + need.briefing)
    before += need.further
    work = float(need.total) - before
    planned = {n: effort.network_posts(tables, n, plan.level) for n in plan.networks}
    weeks, seen = tables.default("weeks_per_month"), tables.default("organic_reach")

    def carried(hours: float) -> float:
        """The share of the posts that so many hours for them carry."""
        return min(max(hours / work, 0.0), 1.0) if work > 0 else 0.0

    def met(share: float) -> float:
        month = {network: weeks * share * count for network, count in planned.items()}
        return reach.met(audience, month, seen)

    kept = carried(there - before)
    posts = kept * sum(planned.values(), 0.0)
    return Spread(float(need.total), there, before, kept, posts, met(kept), met(carried(there)))
