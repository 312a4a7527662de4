"""Lesson 12: ten searches, twelve topics; articles as a stock beside two flows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.lessons.stops import stopped
from helpers.models import company_plan, fit, search
from helpers.models.result import Quantity, Result
from helpers.models.search import NEW_PAGES, Spending
from helpers.studio.declared import CompanyField, Ledger, Network, Subject
from helpers.studio.exercises.searches import SearchTest, TopicList
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Among
from helpers.views.canvas import View
from helpers.views.hump import HumpView
from helpers.views.own_search import OwnSearch
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import N_, N_plural, _, counted

KINESIS = "physiotherapy"
"""The firm for which everybody predicts."""
OFFERED = (200, 70, 20, 6)
"""Visits a month to choose from."""


def _search_share(lesson: Subject) -> float:
    """The company's own figure, or the assumption for its market."""
    return fit.situation(lesson.company, lesson.tables).search_share


def _searches(lesson: Subject) -> float:
    """The company's own figure, or the assumption."""
    return search.searches_of(lesson.company, lesson.tables)


@dataclass(frozen=True)
class Money:
    """The state of the explore studio."""

    found: Annotated[float, Ledger("article_found", group=N_("What is found"))]
    searches: Annotated[float, CompanyField("searches_month", start=_searches)]
    lost: Annotated[float, Ledger("ai_loss")]
    fading: Annotated[float, Ledger("article_decay", high=1.0, group=N_("What fades"))]
    posts: Annotated[str, Network(label=N_("Posts on"))]


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
    cited = (
        *("disc-001", "disc-003", "disc-006", "disc-038", "disc-039"),
        *("disc-047", "disc-048", "disc-049", "disc-050", "rule-044"),
    )

    def _spending(self, known: Company) -> Spending:
        network = company_plan.first_network(known, self.tables)
        return search.spending(known, self.tables, network)

    # The prediction: one firm, so that a class argues about one thing -----------------------

    def _asked(self) -> Result:
        return search.walk_answer(self._spending(company.case(KINESIS)), self.tables)

    def question(self) -> Question:
        result = self._asked()
        text = Speaker(result).plural(
            "The practice writes {number} article, one a month. How many visits a month does it "
            "bring, three years after the start?",
            "The practice writes {number} articles, one a month. How many visits a month do they "
            "bring all together, three years after the start?",
            "written",
        )
        options = [
            (counted("{number} visit a month", "{number} visits a month", number), str(number))
            for number in OFFERED
        ]
        visits = result.value("articles.last")
        nearest = min(OFFERED, key=lambda number: abs(number - visits))
        right = Among(right=(str(nearest),))
        replies = stopped(self._stops(result), {str(n): float(n) for n in OFFERED}, self.tables)
        replies.pop(str(nearest), None)
        return Question(text, unit="visits", options=tuple(options), close=right, replies=replies)

    @staticmethod
    def _stops(result: Result) -> list[tuple[float, str]]:
        """Figures on the way to the answer, and what is missed by who takes one for it."""
        speak = Speaker(result)
        short = _("{click} of {asked}: you left out that only {found} are found.").format(
            click=speak("click"), asked=speak.bare("after.asked"), found=speak("found")
        )
        return [
            (result.value("after.found"), _("You stopped at step 2: found is not clicked.")),
            (result.value("all.click"), short),
            (
                result.value("after.click"),
                _("You stopped at step 3: AI answers and the fading are missing."),
            ),
        ]

    def truth(self) -> Quantity:
        return self._asked()["articles.last"]

    def walk(self) -> Walk:
        result = self._asked()
        speak = Speaker(result)
        steps = (
            ("asked", _("For {written} of {questions} no first page shows the practice: {after}.")),
            (
                "found",
                _("Each gets an article, but only {found} of these are found: {after} left."),
            ),
            ("click", _("The practice is one of many there, and {click} click on it: {after}.")),
            ("lost", _("AI answers take {lost} of these clicks and leave {after}.")),
        )
        said = []
        for key, words in steps:
            counted_as = N_plural("{number} search", "{number} searches")
            if key in ("click", "lost"):
                counted_as = N_plural("{number} visit", "{number} visits")
            fields = {"written": speak.bare("written")}
            fields["questions"] = speak.plural(
                "{number} question", "{number} questions", "questions"
            )
            fields["after"] = speak.plural(*counted_as, f"after.{key}")
            for share in ("found", "click", "lost"):
                fields[share] = speak(share)
            said.append(Step(words.format(**fields), f"after.{key}"))
        said.append(Step(self._faded(speak), "articles.last"))
        why = _(
            "We see the first figure, and it is large. Each step after it looks mild, and nobody "
            "multiplies mild steps."
        )
        return Walk(result, tuple(said), why)

    @staticmethod
    def _faded(speak: Speaker) -> str:
        """What fading leaves at the end: each article has had its own time for it."""
        fields = {"decay": speak("decay"), "last": speak.bare("articles.last")}
        if speak.alike("faded", "faded.most"):
            return speak.plural(
                "When the third year ends, they have been fading for {number} month, {decay} "
                "each: {last} remain.",
                "When the third year ends, they have been fading for {number} months, {decay} "
                "each: {last} remain.",
                "faded",
                **fields,
            )
        return speak.plural(
            "When the third year ends, the articles have been fading for {least} to {number} "
            "month, {decay} each: {last} remain.",
            "When the third year ends, the articles have been fading for {least} to {number} "
            "months, {decay} each: {last} remain.",
            "faded.most",
            least=speak.bare("faded"),
            **fields,
        )

    # The worked example -----------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        hotel = company.case(self.example_case)
        return HumpView(self.tables), search.answer(self._spending(hotel), self.tables)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            speak.plural(
                "Guests search {searches} times a month for what the hotel could answer; its "
                "first pages bring {number} visit.",
                "Guests search {searches} times a month for what the hotel could answer; its "
                "first pages bring {number} visits.",
                "today",
                searches=speak.bare("searches"),
            ),
            speak.plural(
                "{number} question does not show it. An article costs about {each}, own hours "
                "counted: {paid}.",
                "{number} questions do not show it. An article costs about {each}, own hours "
                "counted: {paid} for all.",
                "written",
                each=speak("each"),
                paid=speak("paid"),
            ),
            speak.plural(
                "The same money buys {number} visit by search ads, at {price} a click, and then "
                "it is gone.",
                "The same money buys {number} visits by search ads, at {price} a click, and then "
                "it is gone.",
                "search.all",
                price=speak("price.search"),
            ),
            speak.plural(
                "The articles begin late and fade; in three years they bring {number} visit.",
                "The articles begin late and fade; in three years they bring {number} visits.",
                "articles.all",
            ),
            self._turn(result, speak),
            speak.plural(
                "Posts bring {number} visit: they are seen {seen}, and few of "
                "those who see one click.",
                "Posts bring {number} visits: they are seen {seen}, and few of "
                "those who see one click.",
                "posts.all",
                seen=speak.plural("{number} time", "{number} times", "views"),
            ),
        ]

    @staticmethod
    def _turn(result: Result, speak: Speaker) -> str:
        """What would have to be true for the articles, whatever the tables say."""
        if "turns_found.search" not in result:
            return _("Even if every article were found, search ads would bring more.")
        said = _(
            "They would beat search ads only if more than {turn} of them were found, not {found}."
        )
        if result.value("articles.all") > result.value("search.all"):
            said = _(
                "So they beat search ads even if only {turn} of them are found, not {found} as "
                "assumed."
            )
        return said.format(
            turn=speak("turns_found.search"),
            found=speak("found"),
        )

    # The studios ------------------------------------------------------------------------------

    def explore_studio(self) -> Studio:
        tables, start = self.tables, self._spending(self.company)
        most = tables.assumptions["ai_loss"].high
        row, pages = tables.assumptions["article_found"], tables.evidence[NEW_PAGES]
        middle = (pages.value + (pages.value_high or pages.value)) / 200
        rare = min(max(round(middle / row.step) * row.step, row.low), row.high)
        presets = {
            "rare": Preset(_("Found as rarely as all new pages"), {"found": round(rare, 4)}),
            "most": Preset(_("Most articles are found"), {"found": row.high}),
            "ai": Preset(
                _("AI answers take {share} of the clicks").format(share=locale.percent(most)),
                {"lost": most},
            ),
        }

        def model(state: Money) -> Result:
            asked = replace(start.demand, searches=state.searches, lost=state.lost)
            changed = replace(start, demand=asked, found=state.found)
            changed = replace(changed, decay=state.fading, network=state.posts)
            return search.answer(changed, tables)

        view = HumpView(tables, search.answer(start, tables))
        return Studio(self, Money, model, view, presets)

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
            return search.base_answer(demand, tables).joined(fit.answer(changed, tables))

        return Studio(self, Base, model, OwnSearch(tables))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        changes = dict(super().changes(studio))
        for key, start in (("search_share", _search_share), ("searches_month", _searches)):
            if changes[key] == start(self):
                del changes[key]  # it stays the assumption
        return changes

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("First the site: one buyer's question a fortnight"), "search"),
            (_("Site and one network, each with hours of its own"), "both"),
            (_("Ads for now, because we need buyers this month"), "ads"),
            (_("We have nothing to say yet: first the twelve topics"), "topics"),
        ]
