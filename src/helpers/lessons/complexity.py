"""Lesson 10: the same hours on one network, on two, on four; and how fast the work grows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.data.tables import NONE
from helpers.models import breadth, company_plan, complexity, effort, ways
from helpers.models.complexity import Growth
from helpers.models.plan import Plan
from helpers.models.result import Quantity, Result
from helpers.studio.controls import Dial
from helpers.studio.declared import CompanyField, Hours, Ledger, Networks, Subject
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Among
from helpers.views.breadth import BreadthView
from helpers.views.canvas import View
from helpers.views.growth import GrowthView
from helpers.views.own_breadth import OwnBreadth
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, counted, in_words

MUSEUM = "museum"
"""The firm for which everybody predicts."""
COUNCIL = ("facebook", "instagram", "youtube", "tiktok")
"""What its council wants."""
OFFERED = {"four": 4.0, "two": 2.0, "one": 1.0, "half": 0.5}
"""Posts a week to choose from."""
FOUR = 4
PAIR = N_("To keep each pair of networks in step")


def _coordination(lesson: Subject) -> float:
    """Hours a pair as every count of hours takes them: the mean of the range, not its default."""
    return lesson.tables.expected("coordination")


@dataclass(frozen=True)
class Spreading:
    """The state of the explore studio."""

    networks: Annotated[tuple[str, ...], Networks(start=lambda our: our.four())]
    hours: Annotated[float, Hours(what_if=True)]
    coordination: Annotated[float, Ledger(start=_coordination, label=PAIR)]


@dataclass(frozen=True)
class Laws:
    """The state of the studio of laws."""

    sheets: Annotated[float, Ledger("sheet_weeks")]
    coordination: Annotated[float, Ledger(start=_coordination, label=PAIR)]
    rate: Annotated[float, Ledger("growth")]


@dataclass(frozen=True)
class Ours:
    """The state of the own task."""

    networks: Annotated[tuple[str, ...], Networks()]
    level: Annotated[str, CompanyField()]
    hours: Annotated[float, Hours()]


class Complexity(Lesson):
    """Fewer, done well, beat four done badly."""

    slug = "complexity"
    explores_the_question = False  # asked is the museum, explored the firm one works with

    def _first(self, known: Company, count: int) -> tuple[str, ...]:
        """The networks that a firm talks of and then those that fit it best, up to so many."""
        order = ways.standing(known, self.tables).best_first(self.tables.network_keys)
        talked_of = [n for n in order if n in known.networks]
        others = [n for n in order if n not in known.networks]
        kept = {*talked_of, *others[: max(count - len(talked_of), 0)]}
        return tuple(n for n in self.tables.network_keys if n in kept)

    def four(self) -> tuple[str, ...]:
        """What explore starts from: the company's own networks, and others up to four."""
        return self._first(self.company, FOUR)

    def _spread(self, known: Company, networks: Iterable[str], **changes: object) -> Result:
        """The same hours on the best one of these networks, on two, and so on."""
        plan = company_plan.plan_of(
            known, self.tables, known.level, networks=tuple(networks), **changes
        )
        return breadth.answer(plan, ways.standing(known, self.tables), self.tables)

    # The prediction: one firm, so that a class argues about one thing -----------------------

    def _wish(self) -> Plan:
        """The council's four, at the leanest that we would advise."""
        firm, level = company.case(MUSEUM), complexity.LEANEST
        return company_plan.plan_of(firm, self.tables, level, networks=COUNCIL)

    def _asked(self) -> Result:
        firm = company.case(MUSEUM)
        return breadth.one_by_one(self._wish(), ways.standing(firm, self.tables), self.tables)

    def question(self) -> Question:
        text = _(
            "The museum gives the same hours to four networks. How many posts a week do they "
            "carry, on all four together?"
        )
        options = (
            (counted("{number} post", "{number} posts", 4), "four"),
            (counted("{number} post", "{number} posts", 2), "two"),
            (counted("{number} post", "{number} posts", 1), "one"),
            (_("half a post: one in two weeks"), "half"),
        )
        posts = self._asked().value("after.pairs")
        nearest = min(OFFERED, key=lambda key: abs(OFFERED[key] - posts))
        replies = {key: self._reply(at) for key, at in OFFERED.items() if key != nearest}
        close = Among(right=(nearest,))
        return Question(text, unit="posts", options=options, close=close, replies=replies)

    def _reply(self, posts: float) -> str:
        """At which step of the walk so many posts are left, and what is not counted there."""
        asked = self._asked()
        kinds = ("wish", "work", "meeting", "planning")
        at = min(kinds, key=lambda kind: abs(asked.value(f"after.{kind}") - posts))
        return {
            "wish": _("That is the wish, step 1: no hours are counted there."),
            "work": _("That is about step 2: there is no meeting there, and no plan."),
            "meeting": _("That is about step 3: no network has a plan there."),
            "planning": _("That is about step 4: no pair has been kept in step there."),
        }[at]

    def truth(self) -> Quantity:
        return self._asked()["after.pairs"]

    def walk(self) -> Walk:
        result = self._asked()
        speak = Speaker(result)
        steps = (
            ("wish", _("One post on each of the four networks: {posts} a week.")),
            (
                "work",
                _("A full round takes {round}; {there} are there. Posts a week: {posts}."),
            ),
            (
                "meeting",
                _("The weekly meeting takes {gone} first: {left} are left. Posts: {posts}."),
            ),
            (
                "planning",
                _(
                    "A plan and a look back for each network take {gone}: {left} are left. "
                    "Posts: {posts}."
                ),
            ),
            (
                "pairs",
                _("Keeping every pair in step costs {gone}: {left} are left. Posts: {posts}."),
            ),
        )
        said = []
        for kind, words in steps:
            key = f"after.{kind}"
            fields = {"posts": speak.bare(key)}
            if f"gone.{kind}" in result:
                fields |= {part: speak(f"{part}.{kind}") for part in ("gone", "left")}
            if kind == "work":
                fields |= {"round": speak("round.hours"), "there": speak("available")}
            said.append(Step(words.format(**fields), key))
        kinds = [kind for kind, _words in steps]
        posts = [result.value(f"after.{kind}") for kind in kinds]
        falls = [before - after for before, after in pairwise(posts)]
        why = _(
            "We count networks, because we see them. Nobody sees the pairs between them, and four "
            "networks are six pairs."
        )
        if falls[0] == max(falls):
            why = _(
                "The largest step is the first: four networks ask for a longer round, and nobody "
                "gives more hours. The step that nobody sees is the last: four networks are six "
                "pairs."
            )
        return Walk(result, tuple(said), why)

    # The worked example ---------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        hotel = company.case(self.example_case)
        return BreadthView(self.tables), self._spread(hotel, self._first(hotel, FOUR))

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        first, second, third, fourth = (self.tables.name("network", n) for n in result.options)
        return [
            _("The family has {there} a week, however many networks it keeps.").format(
                there=speak("available")
            ),
            speak.plural(
                "{network} alone: {before} go before the first post; what is left carries "
                "{number} post a week.",
                "{network} alone: {before} go before the first post; what is left carries "
                "{number} posts a week.",
                "set1.posts",
                network=first,
                before=speak("set1.gone"),
            ),
            speak.plural(
                "With {network} there is a pair to keep in step: {before}, and {number} post a "
                "week is left for both.",
                "With {network} there is a pair to keep in step: {before}, and {number} posts a "
                "week are left for both.",
                "set2.posts",
                network=second,
                before=speak("set2.gone"),
            ),
            _(
                "With {third} there are three pairs, and {three} are asked for; with {fourth} "
                "there are six, and {four}."
            ).format(
                third=third,
                three=speak("set3.before"),
                fourth=fourth,
                four=speak("set4.before"),
            ),
            _("At most {one} meet the hotel on one network, {two} on two, {four} on four.").format(
                one=speak("set1.met"), two=speak("set2.met"), four=speak("set4.met")
            ),
        ]

    # The studios ----------------------------------------------------------------------------

    def explore_studio(self) -> Studio:
        tables, known = self.tables, self.company
        standing = ways.standing(known, tables)

        def model(state: Spreading) -> Result:
            people = company_plan.people_with(known, state.hours)
            plan = company_plan.plan_of(
                known, tables, known.level, networks=state.networks, people=people
            )
            return breadth.answer(plan, standing, tables, state.coordination)

        return Studio(self, Spreading, model, BreadthView(tables), self._presets)

    def _presets(self, dials: Mapping[str, Dial]) -> dict[str, Preset]:
        """What is planned, nothing to keep in step, twice the hours, and every network."""
        known, tables, hours = self.company, self.tables, dials["hours"]
        found = {}
        if known.networks and set(known.networks) != set(self.four()):
            found["planned"] = Preset(_("The networks we plan"), {"networks": known.networks})
        least = tables.assumptions["coordination"].low
        found["nothing"] = Preset(_("Nothing to keep in step"), {"coordination": least})
        if promised := sum(person.hours for person in known.people):
            more = min(hours.value + promised, hours.max)
            found["twice"] = Preset(_("Twice the hours"), {"hours": more})
        every = _("All {count} networks").format(count=in_words(len(tables.network_keys)))
        found["every"] = Preset(every, {"networks": tables.network_keys})
        return found

    def laws_studio(self) -> Studio:
        """Three laws of growth, and what a time sheet leaves open."""
        tables, known = self.tables, self.company
        order = ways.standing(known, tables).best_first(tables.network_keys)
        plan = company_plan.plan_of(known, tables, complexity.LEANEST, networks=order)

        def model(state: Laws) -> Result:
            growth = Growth(state.coordination, state.rate, tables.default("reuse"))
            return complexity.growth_answer(plan, growth, tables, state.sheets)

        presets = {
            "year": Preset(_("A year of time sheets"), {"sheets": 52.0}),
            "talk": Preset(
                _("Much to agree on"), {"coordination": tables.assumptions["coordination"].high}
            ),
        }
        return Studio(self, Laws, model, GrowthView(tables), presets)

    @shown
    def laws(self) -> Part:
        """The laws, under the same veil."""
        return self._veiled("laws", self.laws_studio)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company
        standing = ways.standing(known, tables)

        def model(state: Ours) -> Result:
            people = company_plan.people_with(known, state.hours)
            plan = company_plan.plan_of(
                known, tables, state.level, networks=state.networks, people=people
            )
            return effort.answer(plan, tables).joined(breadth.own(plan, standing, tables))

        return Studio(self, Ours, model, OwnBreadth(tables, compact=True))

    def studios(self) -> dict[str, Callable[[], Studio]]:
        return {**super().studios(), "laws": self.laws_studio}

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("One network, done well"), "one"),
            (_("Two, and no more"), "two"),
            (_("More than two: we have the hours for it"), "more"),
            (_("We close one of ours"), "close"),
            (_("No network for now: website and search first"), NONE),
        ]
