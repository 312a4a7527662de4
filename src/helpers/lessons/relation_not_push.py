"""Lesson 03: a month of posts audited; what push alone does to engaged people in a year."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.models import company_plan, content, effort
from helpers.models.content import Mix
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Ledger, Network
from helpers.studio.exercises.audit import MonthAudit
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.canvas import View
from helpers.views.engaged import EngagedView
from helpers.views.gap import GapView
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, counted


@dataclass(frozen=True)
class Talk:
    """The state of the explore studio; shares are 0–1, posts and conversations a week."""

    own_links: Annotated[float, CompanyField(group=N_("What we do"))]
    conversations: Annotated[float, CompanyField()]
    posts: Annotated[float, Ledger("posts_week")]
    network: Annotated[str, Network(group=N_("Where"))]
    followers: Annotated[float, CompanyField()]


@dataclass(frozen=True)
class Ours:
    """The state of the own task."""

    own_links: Annotated[float, CompanyField()]
    conversations: Annotated[float, CompanyField()]
    level: Annotated[str, CompanyField()]


class RelationNotPush(Lesson):
    """A feed talks; nobody answers."""

    slug = "relation_not_push"
    cited = ("ente-197", "ente-204", "ente-015", "ente-018", "purp-034", "purp-035")

    def _network(self) -> str:
        return company_plan.first_network(self.company, self.tables)

    def question(self) -> Question:
        text = _(
            "{company} posts {times} a week on {network}, nothing but links to its own "
            "site, and answers nobody. Of {followers}, how many react or talk to it "
            "after a year?"
        ).format(
            company=self.company.name,
            times=counted("{number} time", "{number} times", self.tables.default("posts_week")),
            network=self.tables.name("network", self._network()),
            followers=counted("{number} follower", "{number} followers", self.company.followers),
        )
        return Question(text, unit="people", low=0, high=max(self.company.followers, 10))

    def truth(self) -> Quantity:
        posts = self.tables.default("posts_week")
        mix = Mix(self.company.followers, posts, 1.0, 0.0, self._network())
        return content.answer(mix, self.tables)["push.engaged"]

    def example_picture(self) -> tuple[View, Result]:
        hotel, tables = company.case(self.example_case), self.tables
        talks = tables.default("conversations_week")
        mix = Mix(hotel.followers, tables.default("posts_week"), 0.2, talks, hotel.networks[0])
        plan = company_plan.plan_of(hotel, tables, hotel.level, networks=hotel.networks[:1])
        more = tuple(company_plan.conversations(talks, plan, tables))
        needed = effort.answer(replace(plan, further=more), tables)
        view = WithHeadline(GapView(tables, compact=True), EngagedView(tables))
        return view, content.answer(mix, tables).joined(needed)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        network = self.tables.name("network", result.facts["network"])
        return [
            speak.plural(
                "The hotel posts {number} time a week on {network}; {links} are links.",
                "The hotel posts {number} times a week on {network}; {links} are links.",
                "posts",
                network=network,
                links=speak("own_links"),
            ),
            speak.plural(
                "It answers or joins {number} conversation a week.",
                "It answers or joins {number} conversations a week.",
                "conversations",
            ),
            _("After a year it has engaged {engaged} out of {followers}.").format(
                engaged=speak.plural("{number} person", "{number} people", "mix.engaged"),
                followers=speak.plural("{number} follower", "{number} followers", "followers"),
            ),
            _("With links only and no answers it would be {push}.").format(
                push=speak("push.engaged")
            ),
            speak.plural(
                "Links only would bring {number} visit to its site in the whole year.",
                "Links only would bring {number} visits to its site in the whole year.",
                "push.visits",
            ),
            _(
                "Talking takes hours, too: {required} a week are needed, {available} are there."
            ).format(required=speak("required"), available=speak("available")),
        ]

    def explore_studio(self) -> Studio:
        tables = self.tables
        presets = {
            "feed": Preset(_("A feed"), {"own_links": 1.0, "conversations": 0.0}),
            "talk": Preset(
                _("A conversation"),
                {"own_links": 0.2, "conversations": tables.default("conversations_week")},
            ),
            "more": Preset(
                _("A feed, twice a day"), {"own_links": 1.0, "conversations": 0.0, "posts": 14.0}
            ),
        }

        def model(state: Talk) -> Result:
            mix = Mix(
                state.followers, state.posts, state.own_links, state.conversations, state.network
            )
            return content.answer(mix, tables)

        return Studio(self, Talk, model, EngagedView(tables), presets)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company
        network = self._network()

        def model(state: Ours) -> Result:
            talks = state.conversations
            posts = effort.network_posts(tables, network, state.level)
            mix = Mix(known.followers, posts, state.own_links, talks, network)
            changed = known.changed(conversations=round(talks))
            plan = company_plan.plan_of(changed, tables, state.level)
            return content.answer(mix, tables).joined(effort.answer(plan, tables))

        return Studio(
            self, Ours, model, WithHeadline(GapView(tables, compact=True), EngagedView(tables))
        )

    @shown
    def audit(self) -> Part:
        """The audit of a month of posts."""
        self._check()
        return self._kept("audit", lambda: MonthAudit(self.company, self.tables, self.save))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We talk: fewer links, and somebody answers"), "talk"),
            (_("We stay a feed, and say so"), "feed"),
            (_("We have nobody who talks: no network for now"), "none"),
        ]
