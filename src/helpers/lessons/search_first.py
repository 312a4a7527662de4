"""Lesson 12: the ten-search test, twelve topics, a stock beside two flows, a silent profile."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.data.tables import NONE
from helpers.models import company_plan, fit, search
from helpers.models.result import Quantity, Result
from helpers.models.search import Finding, Spending
from helpers.studio.declared import CompanyField, Ledger, Network, Subject
from helpers.studio.exercises.searches import SearchTest, TopicList
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.canvas import View
from helpers.views.fit import FitView
from helpers.views.search import FoundView, WaysView
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, counted, euros, number, percent

NEW_PAGES = "disc-037"
"""The published shares of new pages that are found within a year; the upper counts."""


def _search_share(lesson: Subject) -> float:
    """The company's own figure, or the assumption for its market."""
    return fit.situation(lesson.company, lesson.tables).search_share


@dataclass(frozen=True)
class Money:
    """The state of the explore studio."""

    euros: Annotated[float, Ledger("search_budget", group=N_("The money"))]
    stop: Annotated[float, Ledger("stop_month")]
    medium: Annotated[str, CompanyField(label=N_("The ads are"))]
    found: Annotated[float, Ledger("article_found", group=N_("The article"))]
    visits: Annotated[float, Ledger("article_visits")]
    decay: Annotated[float, Ledger("article_decay")]
    lost: Annotated[float, Ledger("ai_loss", group=N_("The world"))]
    delay: Annotated[float, Ledger("article_delay")]
    network: Annotated[str, Network(label=N_("The posts go to"), group=N_("The posts"))]
    followers: Annotated[float, CompanyField()]


@dataclass(frozen=True)
class Looking:
    """The state of the studio of who finds what."""

    first_page: Annotated[float, CompanyField(group=N_("Who looks"))]
    buyers: Annotated[float, Ledger("buyers_month")]
    inside: Annotated[float, Ledger("inside_share")]
    shown: Annotated[float, Ledger("silent_shown", group=N_("Who sees the profile"))]
    names: Annotated[float, Ledger("name_searches")]
    opening: Annotated[float, Ledger("name_profile")]


@dataclass(frozen=True)
class Base:
    """The state of the own task."""

    first_page: Annotated[float, CompanyField()]
    search_share: Annotated[float, CompanyField(start=_search_share)]


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
        return WithHeadline(FitView(tables), WaysView(tables)), ways.joined(fits)

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
        months, new_pages = tables.assumptions["stop_month"], tables.evidence[NEW_PAGES]
        found = (new_pages.value_high or new_pages.value) / 100
        presets = {
            "stop": Preset(_("The money ends halfway"), {"stop": months.high / 2}),
            "rare": Preset(_("Found as rarely as most new pages"), {"found": found}),
            "ai": Preset(
                _("AI takes six clicks in ten"), {"lost": tables.assumptions["ai_loss"].high}
            ),
            "pins": Preset(
                _("Pins, and a large following"),
                {"network": "pinterest", "followers": company.field("followers").slider_to},
            ),
        }

        def model(state: Money) -> Result:
            return search.answer(replace(start, **vars(state)), tables)

        return Studio(self, Money, model, WaysView(tables), presets)

    def found_studio(self) -> Studio:
        """Who finds the site and who a silent profile."""
        tables, known = self.tables, self.company
        there = fit.situation(known, tables)
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

        return Studio(self, Looking, model, FoundView(tables), presets)

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
        return self._kept("topics", lambda: TopicList(self.company, wanted, self.save))

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company
        there = fit.situation(known, tables)

        def model(state: Base) -> Result:
            changed = replace(there, first_page=state.first_page, search_share=state.search_share)
            return fit.answer(changed, tables)

        return Studio(self, Base, model, FitView(tables))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        changes = dict(super().changes(studio))
        if changes["search_share"] == _search_share(self):
            del changes["search_share"]  # it stays the assumption
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
