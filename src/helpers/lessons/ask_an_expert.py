"""Lesson 13: what advice is worth, when it is worth nothing, and when a presence pays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from helpers import company
from helpers.company import Company
from helpers.models import advice, company_plan, effort
from helpers.models.advice import Bet, Presence
from helpers.models.result import Quantity, Result
from helpers.studio import company_controls, controls
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.advice import AdviceView
from helpers.views.canvas import View
from helpers.views.presence import PresenceView
from helpers.views.words import Speaker
from helpers.words.locale import _, euros, percent


@dataclass(frozen=True)
class Asking:
    """The state of the explore studio."""

    odds: float
    sensitivity: float
    fee: float
    gain: float
    loss: float
    specificity: float


@dataclass(frozen=True)
class Paying:
    """The state of the own task."""

    contribution: float
    turnover: float
    level: str


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
        return advice.answer(self._bet(), self.tables)["evsi"]

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
        asked = advice.answer(self._bet(), self.tables)
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
        knobs = {
            "odds": controls.from_ledger(tables, "odds"),
            "sensitivity": controls.from_ledger(tables, "sensitivity"),
            "fee": controls.from_ledger(tables, "fee"),
            "gain": controls.from_ledger(tables, "success_gain"),
            "loss": controls.from_ledger(tables, "failure_loss"),
            "specificity": controls.from_ledger(tables, "specificity"),
        }
        groups = {
            _("You and the expert"): ("odds", "sensitivity", "fee"),
            _("What is at stake"): ("gain", "loss", "specificity"),
        }
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
            return advice.answer(bet, tables)

        return Studio(knobs, Asking, model, AdviceView(tables), presets, groups)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company
        knobs = {
            "contribution": controls.from_company("contribution", known.contribution, high=5000),
            "turnover": controls.from_company("turnover", known.turnover, high=10000),
            "level": company_controls.level_control(tables, known.level),
        }

        def model(state: Paying) -> Result:
            changed = known.changed(contribution=state.contribution, turnover=state.turnover)
            gap, paying = self._presence(changed, state.level)
            return paying.joined(gap)

        return Studio(knobs, Paying, model, PresenceView(tables))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        state = studio.state
        return {
            "contribution": state.contribution,
            "turnover": state.turnover,
            "level": state.level,
        }

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We ask an expert, with one question that could change our mind"), "ask"),
            (_("We decide without: no answer would change it"), "decide"),
            (_("We try six weeks instead of asking"), "try"),
            (_("First we count what a customer leaves"), "count"),
        ]
