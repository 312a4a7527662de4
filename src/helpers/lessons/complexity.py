"""Lesson 10: how work grows with networks, and which of them can be afforded."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.data.tables import NONE
from helpers.models import company_plan, complexity, effort, fit, judging
from helpers.models.complexity import Growth
from helpers.models.multicriteria import score
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Hours, Ledger, Networks, Subject
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Within
from helpers.views.canvas import View
from helpers.views.gap import GapView
from helpers.views.growth import GrowthView
from helpers.views.sets import SetsView
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, in_words


def _coordination(lesson: Subject) -> float:
    """Hours a pair as every count of hours takes them: the mean of the range, not its default."""
    return lesson.tables.expected("coordination")


@dataclass(frozen=True)
class Laws:
    """The state of the explore studio."""

    coordination: Annotated[float, Ledger(start=_coordination, group=N_("The laws"))]
    rate: Annotated[float, Ledger("growth")]
    reuse: Annotated[float, Ledger()]
    level: Annotated[str, CompanyField(start="lean", group=N_("The work"))]


@dataclass(frozen=True)
class Means:
    """The state of the studio of sets."""

    networks: Annotated[tuple[str, ...], Networks(start=lambda our: our.start_networks())]
    hours: Annotated[float, Hours()]
    cash: Annotated[float, CompanyField()]


@dataclass(frozen=True)
class Ours:
    """The state of the own task."""

    networks: Annotated[tuple[str, ...], Networks()]
    level: Annotated[str, CompanyField()]
    hours: Annotated[float, Hours()]


class Complexity(Lesson):
    """Two well beats four badly."""

    slug = "complexity"

    def _by_fit(self, known: Company) -> tuple[str, ...]:
        """All networks, the best fitting first."""
        there = fit.situation(known, self.tables)
        scores = score(fit.criteria(there, self.tables), there.weights)["fit"]
        return tuple(sorted(self.tables.network_keys, key=lambda n: -scores[n]))

    def candidates(self, known: Company) -> tuple[str, ...]:
        """The networks that may take hours at all: no gate of must-haves and fit fails."""
        failed = judging.failed_fit(known, self.tables)
        return tuple(network for network, measure in failed.items() if not measure)

    def start_networks(self) -> tuple[str, ...]:
        """Whose sets are compared first: who may take hours, or else whom the company talks of."""
        return self.candidates(self.company) or self.company.networks

    def _growth(self, state: Laws) -> Result:
        plan = company_plan.plan_of(
            self.company, self.tables, state.level, networks=self._by_fit(self.company)
        )
        growth = Growth(state.coordination, state.rate, state.reuse)
        return complexity.growth_answer(plan, growth, self.tables)

    def _usual(self, level: str) -> Laws:
        value = self.tables.default
        return Laws(_coordination(self), value("growth"), value("reuse"), level)

    def question(self) -> Question:
        text = _(
            "{company} opens networks one by one, the best fitting first, all at the lean level. "
            "For how many of {all} are its hours enough?"
        )
        count = len(self.tables.network_keys)
        text = text.format(company=self.company.name, all=in_words(count))
        return Question(text, unit="networks", low=0, high=count, close=Within(close=1))

    def truth(self) -> Quantity:
        return self._growth(self._usual("lean"))["pairwise.enough"]

    def _sets(self, known: Company, networks: Iterable[str], **changes: object) -> Result:
        plan = company_plan.plan_of(
            known, self.tables, known.level, networks=tuple(networks), **changes
        )
        there = fit.situation(known, self.tables)
        table = fit.criteria(there, self.tables)
        fits = score(table, there.weights)["fit"].to_dict()
        audience = table["audience"].to_dict()
        answer = complexity.sets_answer(plan, audience, fits, self.tables)
        may = self.candidates(known)
        unfit = tuple(network for network in plan.networks if network not in may)
        return replace(answer, facts={**answer.facts, "unfit": unfit})

    def example_picture(self) -> tuple[View, Result]:
        museum, tables = company.case("museum"), self.tables
        sets = self._sets(museum, self.candidates(museum))
        best = sets.facts["best"]
        plan = company_plan.plan_of(museum, tables, best.level, networks=best.networks)
        return WithHeadline(GapView(tables, compact=True), SetsView(tables)), sets.joined(
            effort.answer(plan, tables)
        )

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            _("The museum has {available} a week and {cash} a month.").format(
                available=speak("sets_available"), cash=speak("cash")
            ),
            speak.plural(
                "Of the networks that may take hours there is {number} set; it was counted.",
                "Of the networks that may take hours there are {number} sets; each was counted.",
                "sets",
            ),
            speak.plural(
                "At the first level that can be afforded, {number} of them remains.",
                "At the first level that can be afforded, {number} of them remain.",
                "affordable",
            ),
            _(
                "Best fit first, what is opened takes {hours} and could reach {reach} of its "
                "people."
            ).format(hours=speak("best.hours"), reach=speak("best.reach")),
            _("All together would take {hours}, for a net reach of {reach}.").format(
                hours=speak("all.hours"), reach=speak("all.reach")
            ),
        ]

    def explore_studio(self) -> Studio:
        tables = self.tables
        presets = {
            "copy": Preset(_("We copy everything"), {"reuse": tables.assumptions["reuse"].high}),
            "talk": Preset(
                _("Much to agree on"),
                {"coordination": tables.assumptions["coordination"].high},
            ),
        }
        return Studio(self, Laws, self._growth, GrowthView(tables), presets)

    def sets_studio(self) -> Studio:
        """Every set of networks by hours and net reach."""
        tables, known = self.tables, self.company

        def model(state: Means) -> Result:
            people = company_plan.people_with(known, state.hours)
            return self._sets(known, state.networks, people=people, cash=state.cash)

        return Studio(self, Means, model, SetsView(tables))

    @shown
    def sets(self) -> Part:
        """The sets, under the same veil."""
        return self._veiled("sets", self.sets_studio)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Ours) -> Result:
            people = company_plan.people_with(known, state.hours)
            plan = company_plan.plan_of(
                known, tables, state.level, networks=state.networks, people=people
            )
            sets = self._sets(known, self.candidates(known), people=people)
            return sets.joined(effort.answer(plan, tables))

        return Studio(
            self, Ours, model, WithHeadline(GapView(tables, compact=True), SetsView(tables))
        )

    def studios(self) -> dict[str, Callable[[], Studio]]:
        return {**super().studios(), "sets": self.sets_studio}

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("One network, done well"), "one"),
            (_("Two, and no more"), "two"),
            (_("As many as before, but leaner"), "lean"),
            (_("No network for now: website and search first"), NONE),
        ]
