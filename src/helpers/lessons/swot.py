"""Lesson 06: a SWOT with proof and action, and what each action does to fit and hours."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.models import company_plan, fit_and_gap, swot
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Hours, Network, action_names
from helpers.studio.exercises.swot_board import SwotBoard
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.actions import ActionsView
from helpers.views.canvas import View
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker
from helpers.words.locale import N_, _


@dataclass(frozen=True)
class Chosen:
    """The state of the explore studio."""

    network: Annotated[str, Network()]
    actions: Annotated[
        tuple[str, ...],
        CompanyField(label=N_("Actions"), options=action_names, start=lambda our: ()),
    ]


@dataclass(frozen=True)
class Decided:
    """The state of the own task."""

    actions: Annotated[
        tuple[str, ...],
        CompanyField(
            label=N_("Actions that we take"),
            options=action_names,
            start=lambda our: company_plan.decided(our.company, our.tables),
        ),
    ]
    level: Annotated[str, CompanyField()]
    hours: Annotated[float, Hours()]


class Swot(Lesson):
    """A SWOT line without evidence and an action is a wish."""

    slug = "swot"
    parts_with_figures = ("board",)
    texts = ("swot",)

    def _network(self) -> str:
        return company_plan.first_network(self.company, self.tables)

    def _answer(self, known: company.Company, network: str, chosen: Iterable[str]) -> Result:
        plan = company_plan.plan_of(known.changed(actions=()), self.tables, known.level, ads=0.0)
        return swot.answer(known, network, tuple(chosen), plan, self.tables)

    def question(self) -> Question:
        text = _(
            "{company} may take one single action. By how many points of ten can the best one "
            "move {network} against “website first”?"
        ).format(company=self.company.name, network=self.tables.name("network", self._network()))
        return Question(text, unit="points of ten", low=0, high=10)

    def truth(self) -> Quantity:
        result = self._answer(self.company, self._network(), ())
        best = max(result.facts["actions"], key=lambda action: result.value(f"{action}.lead"))
        lead = result[f"{best}.lead"]
        return replace(lead, value=10 * lead.value, unit="of ten")

    def example_picture(self) -> tuple[View, Result]:
        hotel, tables = company.case(self.example_case), self.tables
        chosen = ("listing", "second")
        effects = self._answer(hotel, hotel.networks[0], chosen)
        mapped = fit_and_gap.answer(hotel, tables, hotel.level, actions=chosen)
        return WithHeadline(FitGapMap(tables), ActionsView(tables)), effects.joined(mapped)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        network = self.tables.name("network", result.facts["network"])
        return [
            _("Weakness: one person does it all. Proof: nobody else has promised hours."),
            _("Opportunity: guests who search. Proof: at the desk, most of fifty said so."),
            _("Pair: name a second person ({second} a week) and keep up the listing.").format(
                second=speak("second.hours")
            ),
            _("The listing takes {hours} a week and moves {network} by {lead} points.").format(
                hours=speak("listing.hours"), network=network, lead=speak("listing.lead")
            ),
            _("Before, {network} alone left {before} a week; with both actions {after}.").format(
                network=network, before=speak("spare"), after=speak("spare_after")
            ),
        ]

    def explore_studio(self) -> Studio:
        tables, known = self.tables, self.company
        presets = {
            "search": Preset(_("Search first"), {"actions": ("listing", "pages")}),
            "people": Preset(_("People first"), {"actions": ("profile", "second")}),
            "all": Preset(_("Everything at once"), {"actions": tuple(tables.actions.index)}),
        }

        def model(state: Chosen) -> Result:
            return self._answer(known, state.network, state.actions)

        return Studio(self, Chosen, model, ActionsView(tables), presets)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Decided) -> Result:
            return fit_and_gap.answer(known, tables, state.level, state.hours, state.actions)

        return Studio(self, Decided, model, FitGapMap(tables))

    @shown
    def board(self) -> Part:
        """The SWOT board."""
        self._check()
        return self._kept("board", lambda: SwotBoard(self.company, self.tables, self.save))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We take one action, with a name and a date"), "one"),
            (_("We take two"), "two"),
            (_("First we prove our lines"), "prove"),
            (_("We withdraw from a network"), "withdraw"),
        ]
