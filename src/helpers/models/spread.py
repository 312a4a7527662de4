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
class Round:
    """What some networks take in full at a level, in hours a week, whatever hours there are.

    ``before`` go before the first post: meeting, planning, keeping in step, and whatever else is
    decided on. ``work`` goes into ``posts`` a week on each network and their answers.
    ``audience`` is the usable one (0–1), ``seen`` the share of it that sees a post, ``weeks``
    those of a month.
    """

    networks: tuple[str, ...]
    level: str
    before: float
    work: float
    posts: Mapping[str, float]
    audience: Mapping[str, float]
    seen: float
    weeks: float

    def carried(self, hours: float) -> float:
        """The share (0–1) of the posts that so many hours for them and their answers carry."""
        return min(max(hours / self.work, 0.0), 1.0) if self.work > 0 else 0.0

    def kept(self, hours: float) -> float:
        """The share (0–1) of the posts that all hours carry: s = (K − B) / work."""
        return self.carried(hours - self.before)

    def met(self, hours: float) -> float:
        """The share (0–1) of our people who see a post in a month."""
        return self._seen(self.kept(hours))

    def met_posts_first(self, hours: float) -> float:
        """The same if posts came first, and meeting and planning had what is left."""
        return self._seen(self.carried(hours))

    def _seen(self, kept: float) -> float:
        month = {network: self.weeks * kept * count for network, count in self.posts.items()}
        return reach.met(self.audience, month, self.seen)


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


def round_of(plan: Plan, audience: Mapping[str, float], tables: Tables) -> Round:
    """What a plan takes in full: B = h₀ + Σ R·x + c·m(m − 1)/2 + ads, briefing and further work.

    ``audience`` is the usable audience (0–1) of each of the plan's networks.
    """
    need = effort.expected(plan, tables)
    planning = sum(float(hours["planning"]) for hours in need.by_network.values())
    before = float(need.shared + planning + need.coordination + need.ads + need.briefing)
    before += need.further
    return Round(
        plan.networks,
        plan.level,
        before,
        float(need.total) - before,
        {network: effort.network_posts(tables, network, plan.level) for network in plan.networks},
        audience,
        tables.default("organic_reach"),
        tables.default("weeks_per_month"),
    )


def spread(plan: Plan, audience: Mapping[str, float], tables: Tables) -> Spread:
    """What a plan's hours carry: s = min(1, (K − B) / (making + listening + answering)).

    K is the capacity, and s is at least nought. ``audience`` is as in ``round_of``.
    """
    one = round_of(plan, audience, tables)
    there = capacity(plan, tables.default("shrinkage"))
    kept = one.kept(there)
    posts = kept * sum(one.posts.values(), 0.0)
    needed, first = one.before + one.work, one.met_posts_first(there)
    return Spread(needed, there, one.before, kept, posts, one.met(there), first)
