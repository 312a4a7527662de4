"""Lesson 13: what advice is worth, when it is worth nothing, and when a presence pays."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.models import advice, company_plan, effort
from helpers.models.advice import Bet, Presence
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Ledger
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.advice import AdviceView
from helpers.views.canvas import View
from helpers.views.presence import PresenceView
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, euros, percent


@dataclass(frozen=True)
class Asking:
    """The state of the explore studio."""

    odds: Annotated[float, Ledger(group=N_("You and the expert"))]
    sensitivity: Annotated[float, Ledger()]
    fee: Annotated[float, Ledger()]
    gain: Annotated[float, Ledger("success_gain", group=N_("What is at stake"))]
    loss: Annotated[float, Ledger("failure_loss")]
    specificity: Annotated[float, Ledger()]


@dataclass(frozen=True)
class Paying:
    """The state of the own task."""

    contribution: Annotated[float, CompanyField()]
    turnover: Annotated[float, CompanyField()]
    level: Annotated[str, CompanyField()]


class AskAnExpert(Lesson):
    """Advice that cannot change my mind is worth nothing."""

    slug = "ask_an_expert"

    def _bet(self) -> Bet:
        value = self.tables.default
        return Bet(
            value("odds"),
            value("success_gain"),
            value("failure_loss"),
            value("sensitivity"),
            value("specificity"),
            value("fee"),
        )

    def question(self) -> Question:
        bet = self._bet()
        text = _(
            "Opening brings {gain} a year if it succeeds and costs {loss} if not; you think that "
            "the odds are {odds}. An expert says “good” in {right} of the cases that are good, and "
            "“leave it” in {wrong} of the bad ones. What is the answer worth to you, in euros?"
        ).format(
            gain=euros(bet.gain),
            loss=euros(bet.loss),
            odds=percent(bet.odds),
            right=percent(bet.sensitivity),
            wrong=percent(bet.specificity),
        )
        return Question(text, unit="euros", low=0, high=50000)

    def truth(self) -> Quantity:
        return advice.answer(self._bet())["evsi"]

    def _presence(self, known: Company, level: str) -> tuple[Result, Result]:
        """The gap of a plan, and what a year of it costs and needs."""
        tables = self.tables
        gap = effort.answer(company_plan.plan_of(known, tables, level), tables)
        presence = Presence(
            gap.value("required"),
            tables.default("wage"),
            gap.value("euros_required"),
            known.contribution,
            known.turnover,
        )
        return gap, advice.presence_answer(presence)

    def example_picture(self) -> tuple[View, Result]:
        hotel = company.case(self.example_case)
        known = hotel.changed(networks=hotel.networks[:1])
        gap, paying = self._presence(known, hotel.level)
        asked = advice.answer(self._bet())
        return PresenceView(self.tables), asked.joined(paying).joined(gap)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            _("One network takes {hours} a week: with wages and costs {cost} a year.").format(
                hours=speak("presence.hours"), cost=speak("yearly_cost")
            ),
            _("A booking turns over {turnover}, and {contribution} of that stays.").format(
                turnover=speak("turnover"), contribution=speak("contribution")
            ),
            speak.plural(
                "So it takes {number} more booking a year, or {needed} of turnover.",
                "So it takes {number} more bookings a year, or {needed} of turnover.",
                "pays_from",
                needed=speak("turnover_needed"),
            ),
            _(
                "At odds of {odds}, with {gain} to win and {loss} to lose, opening is "
                "worth {worth}."
            ).format(
                odds=speak("odds"),
                gain=speak("gain"),
                loss=speak("loss"),
                worth=speak("opening"),
            ),
            _("An expert's answer would be worth {evsi}; the fee is {fee}.").format(
                evsi=speak("evsi"), fee=speak("fee")
            ),
        ]

    def explore_studio(self) -> Studio:
        tables = self.tables
        presets = {
            "sure": Preset(_("I am nearly sure"), {"odds": 0.95}),
            "yes": Preset(
                _("An expert who always says yes"), {"sensitivity": 1.0, "specificity": 0.0}
            ),
            "small": Preset(_("Little at stake"), {"gain": 500.0, "loss": 250.0}),
        }

        def model(state: Asking) -> Result:
            bet = Bet(
                state.odds, state.gain, state.loss, state.sensitivity, state.specificity, state.fee
            )
            return advice.answer(bet)

        return Studio(self, Asking, model, AdviceView(tables), presets)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Paying) -> Result:
            changed = known.changed(contribution=state.contribution, turnover=state.turnover)
            gap, paying = self._presence(changed, state.level)
            return paying.joined(gap)

        return Studio(self, Paying, model, PresenceView(tables))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We ask an expert, with one question that could change our mind"), "ask"),
            (_("We decide without: no answer would change it"), "decide"),
            (_("We try six weeks instead of asking"), "try"),
            (_("First we count what a customer leaves"), "count"),
        ]
