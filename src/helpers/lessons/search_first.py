"""Lesson 12: the ten-search test, twelve topics, a stock beside two flows, a silent profile."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.data.tables import NONE
from helpers.models import company_plan, fit, search
from helpers.models.result import Quantity, Result
from helpers.models.search import NEW_PAGES, Finding, Spending
from helpers.studio.declared import CompanyField, Ledger, Network, Subject
from helpers.studio.exercises.searches import SearchTest, TopicList
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.canvas import View
from helpers.views.fit import FitView
from helpers.views.search import BaseView, FoundView, WaysView
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker
from helpers.words.locale import N_, _


def _search_share(lesson: Subject) -> float:
    """The company's own figure, or the assumption for its market."""
    return fit.situation(lesson.company, lesson.tables).search_share


def _searches(lesson: Subject) -> float:
    """The company's own figure, or the assumption."""
    return search.searches_of(lesson.company, lesson.tables)


@dataclass(frozen=True)
class Money:
    """The state of the explore studio."""

    found: Annotated[float, Ledger("article_found", group=N_("The articles"))]
    searches: Annotated[float, CompanyField("searches_month", start=_searches)]
    lost: Annotated[float, Ledger("ai_loss")]
    first_page: Annotated[float, CompanyField(group=N_("Who looks"))]
    click: Annotated[float, Ledger("click_share")]
    cost: Annotated[float, Ledger("article_cost", group=N_("What it costs"))]
    hours: Annotated[float, Ledger("article_hours")]
    social_click: Annotated[float, Ledger("traffic_click")]
    delay: Annotated[float, Ledger("article_delay", group=N_("How long"))]
    decay: Annotated[float, Ledger("article_decay")]
    network: Annotated[str, Network(label=N_("The posts go to"), group=N_("The posts"))]
    followers: Annotated[float, CompanyField()]


@dataclass(frozen=True)
class Looking:
    """The state of the studio of who finds what."""

    first_page: Annotated[float, CompanyField(group=N_("Who looks"))]
    searches: Annotated[float, CompanyField("searches_month", start=_searches)]
    inside: Annotated[float, Ledger("inside_share")]
    shown: Annotated[float, Ledger("silent_shown", group=N_("Who sees the profile"))]
    names: Annotated[float, Ledger("name_searches")]
    opening: Annotated[float, Ledger("name_profile")]


@dataclass(frozen=True)
class Base:
    """The state of the own task."""

    first_page: Annotated[float, CompanyField()]
    search_share: Annotated[float, CompanyField(start=_search_share)]
    searches_month: Annotated[float, CompanyField(start=_searches)]


class SearchFirst(Lesson):
    """An article is a stock, a post is a flow."""

    slug = "search_first"
    parts_with_figures = ("test", "topics")
    cited = ("disc-001", "disc-003", "disc-006")
    example_case = "physiotherapy"

    def _spending(self, known: Company) -> Spending:
        network = company_plan.first_network(known, self.tables)
        return search.spending(known, self.tables, network)

    def question(self) -> Question:
        result = search.answer(self._spending(self.company), self.tables)
        speak = Speaker(result)
        text = _(
            "People search {searches} times a month for what {company} has an answer to, evenly "
            "for {questions}. It writes an article for each one whose first page does not show it "
            "yet: {articles}, one a month. {found} of them are found, after some months; {click} "
            "of the searchers click, and AI answers take {lost} of these clicks. How many visits "
            "a month do all these articles bring after three years?"
        )
        fields = {
            "company": self.company.name,
            "searches": speak("searches"),
            "questions": speak.plural("{number} question", "{number} questions", "questions"),
            "articles": speak.plural("{number} article", "{number} articles", "written"),
            "found": speak("found"),
            "click": speak("click"),
            "lost": speak("lost"),
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
            speak.plural(
                "{number} article is missing; at {each} it costs {paid}, own hours counted.",
                "{number} articles are missing; at {each} each they cost {paid}, own hours "
                "counted.",
                "written",
                each=speak("each"),
                paid=speak("paid"),
            ),
            speak.plural(
                "In three years they bring {number} visit, search ads for the same money {ads}, "
                "posts {posts}.",
                "In three years they bring {number} visits, search ads for the same money {ads}, "
                "posts {posts}.",
                "articles.all",
                ads=speak("search.all"),
                posts=speak("posts.all"),
            ),
        ]

    def explore_studio(self) -> Studio:
        tables, start = self.tables, self._spending(self.company)
        rare = tables.evidence[NEW_PAGES]
        found = (rare.value_high or rare.value) / 100
        presets = {
            "rare": Preset(_("Found as rarely as most new pages"), {"found": found}),
            "alone": Preset(
                _("Nobody else answers"), {"found": tables.assumptions["article_found"].high}
            ),
            "ai": Preset(
                _("AI takes six clicks in ten"), {"lost": tables.assumptions["ai_loss"].high}
            ),
            "pins": Preset(
                _("Pins, and a large following"),
                {"network": "pinterest", "followers": company.field("followers").slider_to},
            ),
        }

        def model(state: Money) -> Result:
            asked = replace(
                start.demand,
                searches=state.searches,
                first_page=state.first_page,
                click=state.click,
                lost=state.lost,
            )
            spent = replace(
                start,
                demand=asked,
                found=state.found,
                cost=state.cost,
                hours=state.hours,
                social_click=state.social_click,
                delay=state.delay,
                decay=state.decay,
                network=state.network,
                followers=state.followers,
            )
            return search.answer(spent, tables)

        return Studio(self, Money, model, WaysView(tables), presets)

    def found_studio(self) -> Studio:
        """Who finds the site and who a silent profile."""
        tables, known = self.tables, self.company
        asked = search.demand(known, tables)
        presets = {
            "inside": Preset(
                _("Half of them search inside networks"),
                {"inside": tables.assumptions["inside_share"].high},
            ),
        }

        def model(state: Looking) -> Result:
            demand = replace(asked, searches=state.searches, first_page=state.first_page)
            finding = Finding(demand, state.inside, state.shown, state.names, state.opening)
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
        there, asked = fit.situation(known, tables), search.demand(known, tables)

        def model(state: Base) -> Result:
            changed = replace(there, first_page=state.first_page, search_share=state.search_share)
            demand = replace(asked, searches=state.searches_month, first_page=state.first_page)
            return search.base_answer(demand).joined(fit.answer(changed, tables))

        return Studio(self, Base, model, BaseView(tables))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        changes = dict(super().changes(studio))
        for key, start in (("search_share", _search_share), ("searches_month", _searches)):
            if changes[key] == start(self):
                del changes[key]  # it stays the assumption
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
