"""Lesson 12: the ten-search test, twelve topics, a stock beside two flows, a silent profile."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from helpers import company
from helpers.company import Company
from helpers.data.tables import NONE
from helpers.models import company_plan, fit, search
from helpers.models.result import Quantity, Result
from helpers.models.search import Finding, Spending
from helpers.studio import controls
from helpers.studio.lesson import Lesson, shown
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.searches import SearchTest, TopicList
from helpers.studio.studio import Preset, Studio
from helpers.views.also import Also
from helpers.views.canvas import View
from helpers.views.fit import FitView
from helpers.views.search import FoundView, WaysView
from helpers.views.words import Speaker
from helpers.words.locale import _, counted, euros, number, percent

MOST_FOLLOWERS = 5000
HALFWAY = 18.0
RARE = 0.06
"""The upper of the two published shares of new pages that are found within a year."""


@dataclass(frozen=True)
class Money:
    """The state of the explore studio."""

    euros: float
    stop: float
    medium: str
    found: float
    visits: float
    decay: float
    lost: float
    delay: float
    network: str
    followers: float


@dataclass(frozen=True)
class Looking:
    """The state of the studio of who finds what."""

    first_page: float
    buyers: float
    inside: float
    names: float
    opening: float
    shown: float


@dataclass(frozen=True)
class Base:
    """The state of the own task."""

    first_page: float
    search_share: float


class SearchFirst(Lesson):
    """An article is a stock, a post is a flow."""

    slug = "search_first"
    parts_with_figures = ("test", "topics")
    cited = ("disc-001", "disc-003", "disc-006")
    example_case = "physiotherapy"

    def _spending(self, known: Company) -> Spending:
        value = self.tables.default
        return Spending(
            euros=value("search_budget"),
            stop=value("stop_month"),
            cost=value("article_cost"),
            found=value("article_found"),
            visits=value("article_visits"),
            delay=value("article_delay"),
            decay=value("article_decay"),
            lost=value("ai_loss"),
            followers=known.followers,
            network=company_plan.first_network(known, self.tables),
            medium=known.medium,
        )

    def question(self) -> Question:
        spending = self._spending(self.company)
        text = _(
            "{euros} a month go into articles for the own site, for three years. Every article "
            "costs {cost}; {found} of them are found, and then bring {visits} a month, less "
            "what AI answers take. How many visits a month do all of them bring at the end? For "
            "comparison: the same money in ads brings {ads}, month after month."
        )
        result = search.answer(spending, self.tables)
        fields = {
            "euros": euros(spending.euros),
            "cost": euros(spending.cost),
            "found": percent(spending.found),
            "visits": counted("{number} visit", "{number} visits", spending.visits),
            "ads": number(result.value("ads.last")),
        }
        return Question(text.format(**fields), unit="visits", low=0, high=10000)

    def truth(self) -> Quantity:
        return search.answer(self._spending(self.company), self.tables)["articles.last"]

    def example_picture(self) -> tuple[View, Result]:
        practice, tables = company.case(self.example_case), self.tables
        ways = search.answer(self._spending(practice), tables)
        fits = fit.answer(fit.situation(practice, tables), tables)
        return Also(FitView(tables), WaysView(tables)), ways.joined(fits)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        best = next(n for n in result.facts["ranking"] if n != NONE)
        return [
            _("The first page shows the practice for {page} of what patients ask.").format(
                page=speak("first_page")
            ),
            _("Website first fits {none}: buyers who search and do not find us are left.").format(
                none=speak(f"{NONE}.fit")
            ),
            _("The best network, {network}, fits {fit} and beats that {times}.").format(
                network=self.tables.name("network", best),
                fit=speak(f"{best}.fit"),
                times=speak(f"{best}.beats_none"),
            ),
            _("{euros} a month buys {articles} or {posts}.").format(
                euros=speak("euros"),
                articles=speak.plural("{number} article", "{number} articles", "written"),
                posts=speak.plural("{number} post", "{number} posts", "posted"),
            ),
            speak.plural(
                "In three years the articles bring {number} visit, the posts {posts}, the ads "
                "{ads}.",
                "In three years the articles bring {number} visits, the posts {posts}, the ads "
                "{ads}.",
                "articles.all",
                posts=speak("posts.all"),
                ads=speak("ads.all"),
            ),
        ]

    def explore_studio(self) -> Studio:
        tables, known = self.tables, self.company
        start = self._spending(known)
        networks = [(tables.name("network", n), n) for n in tables.network_keys]
        media = [(tables.name("medium", m), m) for m in tables.keys("medium")]
        knobs = {
            "euros": controls.from_ledger(tables, "search_budget"),
            "stop": controls.from_ledger(tables, "stop_month"),
            "medium": controls.choice(_("The ads are"), media, start.medium),
            "found": controls.from_ledger(tables, "article_found"),
            "visits": controls.from_ledger(tables, "article_visits"),
            "decay": controls.from_ledger(tables, "article_decay"),
            "lost": controls.from_ledger(tables, "ai_loss"),
            "delay": controls.from_ledger(tables, "article_delay"),
            "network": controls.choice(_("The posts go to"), networks, start.network),
            "followers": controls.from_company("followers", known.followers, high=MOST_FOLLOWERS),
        }
        groups = {
            _("The money"): ("euros", "stop", "medium"),
            _("The article"): ("found", "visits", "decay"),
            _("The world"): ("lost", "delay"),
            _("The posts"): ("network", "followers"),
        }
        presets = {
            "stop": Preset(_("The money ends halfway"), {"stop": HALFWAY}),
            "rare": Preset(_("Found as rarely as most new pages"), {"found": RARE}),
            "ai": Preset(
                _("AI takes six clicks in ten"), {"lost": tables.assumptions["ai_loss"].high}
            ),
            "pins": Preset(
                _("Pins, and a large following"),
                {"network": "pinterest", "followers": float(MOST_FOLLOWERS)},
            ),
        }

        def model(state: Money) -> Result:
            return search.answer(replace(start, **vars(state)), tables)

        return Studio(knobs, Money, model, WaysView(tables), presets, groups)

    def found_studio(self) -> Studio:
        """Who finds the site and who a silent profile."""
        tables, known = self.tables, self.company
        there = fit.situation(known, tables)
        knobs = {
            "first_page": controls.from_company("first_page", known.first_page),
            "buyers": controls.from_ledger(tables, "buyers_month"),
            "inside": controls.from_ledger(tables, "inside_share"),
            "names": controls.from_ledger(tables, "name_searches"),
            "opening": controls.from_ledger(tables, "name_profile"),
            "shown": controls.from_ledger(tables, "silent_shown"),
        }
        groups = {
            _("Who looks"): ("first_page", "buyers", "inside"),
            _("Who sees the profile"): ("shown", "names", "opening"),
        }
        presets = {
            "inside": Preset(
                _("Half of them search inside networks"),
                {"inside": tables.assumptions["inside_share"].high},
            ),
        }

        def model(state: Looking) -> Result:
            finding = Finding(
                buyers=state.buyers,
                searching=there.search_share,
                first_page=state.first_page,
                click=tables.default("click_share"),
                inside=state.inside,
                shown=state.shown,
                names=state.names,
                opening=state.opening,
            )
            return search.found_answer(finding)

        return Studio(knobs, Looking, model, FoundView(tables), presets, groups)

    @shown
    def found(self) -> Part:
        """Who finds a silent profile, under the same veil."""
        return self._veiled("found", self.found_studio)

    @shown
    def test(self) -> Part:
        """The ten-search test."""
        self._check()
        least = round(self.tables.default("least_searches"))
        return self._kept("test", lambda: SearchTest(self.company, least, self.save))

    @shown
    def topics(self) -> Part:
        """The twelve topics."""
        self._check()
        wanted = round(self.tables.default("gate_G8"))

        def save(changes: Mapping[str, object]) -> str:
            return self.save(changes, refill=False)

        return self._kept("topics", lambda: TopicList(self.company, wanted, save))

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company
        there = fit.situation(known, tables)
        knobs = {
            "first_page": controls.from_company("first_page", known.first_page),
            "search_share": controls.from_company("search_share", there.search_share),
        }

        def model(state: Base) -> Result:
            changed = replace(there, first_page=state.first_page, search_share=state.search_share)
            return fit.answer(changed, tables)

        return Studio(knobs, Base, model, FitView(tables))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        state = studio.state
        changes = {"first_page": state.first_page}
        if state.search_share != fit.situation(self.company, self.tables).search_share:
            changes["search_share"] = state.search_share  # else it stays the assumption
        return changes

    def studios(self) -> dict[str, Callable[[], Studio]]:
        return {**super().studios(), "found": self.found_studio}

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("First the site: one buyer's question a fortnight"), "search"),
            (_("Site and one network, each with hours of its own"), "both"),
            (_("Ads for now, because we need buyers this month"), "ads"),
            (_("We have nothing to say yet: first the twelve topics"), "topics"),
        ]
