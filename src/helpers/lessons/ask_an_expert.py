"""Lesson 13: what advice is worth, when it is worth nothing, and when a presence pays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.findings import Findings
from helpers.models import advice, company_plan, effort, pay_off
from helpers.models.advice import Bet
from helpers.models.decision import Judgement
from helpers.models.gates import OFF, SKIPPED
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Ledger, Subject
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.advice import AdviceView
from helpers.views.canvas import View
from helpers.views.presence import PresenceView
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, euros, listing, percent


def _odds(lesson: "AskAnExpert") -> float:
    """The company's own odds, or the assumption."""
    return lesson.bet().odds


def _visits(lesson: Subject) -> float:
    """The company's own figure, or the assumption."""
    return company_plan.visit_to_customer(lesson.company, lesson.tables)


def _level(lesson: "AskAnExpert") -> str:
    """The level at which the verdict counts the hours."""
    return lesson.asked_about(lesson.company).level


@dataclass(frozen=True)
class Asking:
    """The state of the explore studio."""

    odds: Annotated[float, Ledger(start=_odds, group=N_("You and the expert"))]
    specificity: Annotated[float, Ledger()]
    fee: Annotated[float, Ledger()]
    sensitivity: Annotated[float, Ledger(group=N_("The eye for good cases"))]


@dataclass(frozen=True)
class Paying:
    """The state of the own task."""

    contribution: Annotated[float, CompanyField(group=N_("What a customer leaves"))]
    turnover: Annotated[float, CompanyField()]
    level: Annotated[str, CompanyField(start=_level)]
    customers_a_year: Annotated[
        float | None, CompanyField(optional=True, group=N_("What would have to be true"))
    ]
    visit_to_customer: Annotated[float, CompanyField(start=_visits)]


class AskAnExpert(Lesson):
    """Advice that cannot change my mind is worth nothing."""

    slug = "ask_an_expert"
    stand_in = "software"
    """The firm whose sums are shown where this one has none."""

    def _stakes(self, known: Company) -> tuple[Judgement, Bet | None]:
        """The network that an expert would be asked about, and the bet on it: as in the memo."""

        def make() -> tuple[Judgement, Bet | None]:
            found = Findings(known, self.tables)
            network, own = found.stakes
            return found.decision[network], own

        return self.once(f"stakes of {known.about}", make)

    def asked_about(self, known: Company) -> Judgement:
        """The network that an expert would be asked about, as the verdict judges it."""
        return self._stakes(known)[0]

    def bet(self) -> Bet:
        """The company's own bet, as the memo has it; without a sum of its own, another firm's.

        Where no firm has one, nothing is won or lost, and no answer is worth anything.
        """
        own = self._stakes(self.company)[1]
        if own is not None:
            return own
        value, odds = self.tables.default, self.company.odds
        nothing = Bet(
            value("odds"), 0.0, 0.0, value("sensitivity"), value("specificity"), value("fee")
        )
        other = self._stakes(company.case(self.stand_in))[1] or nothing
        return other if odds is None else replace(other, odds=odds)

    def _about(self) -> str:
        """Whose sums they are, in a sentence."""
        judged, own = self._stakes(self.company)
        if own is None:
            other = company.case(self.stand_in)
            if self._stakes(other)[1] is None:
                return self._no_sum(judged)
            sums = _("The sums here are those of {other}.").format(other=other.name)
            return f"{self._no_sum(judged)} {sums}"
        names = [self.tables.name("network", n) for n in judged.together]
        text = _("The sums are those of {company} with {networks}.")
        return text.format(company=self.company.name, networks=listing(names))

    def _no_sum(self, judged: Judgement) -> str:
        """Why nobody can say in euros what success would bring."""
        pays = judged.outcome("customers")
        if pays is not None and pays.state == OFF:
            text = _("For {company} every network is stopped before anybody asks what it brings.")
        elif pays is not None and pays.state == SKIPPED:
            text = _("{company} does not aim at sales first, so its success is no sum of euros.")
        else:
            text = _(
                "What success would bring {company} is no sum of euros yet: it needs an objective "
                "that counts more customers, and what one of them leaves."
            )
        return text.format(company=self.company.name)

    def _asked(self, bet: Bet) -> Result:
        asked = advice.answer(bet)
        return replace(asked, facts={**asked.facts, "about": self._about()})

    def question(self) -> Question:
        bet = self.bet()
        text = _(
            "Opening leaves {gain} a year if it succeeds and costs {loss} if not; you think that "
            "the odds are {odds}. An expert says “good” in {right} of the cases that are good, and "
            "“leave it” in {wrong} of the bad ones. What is the answer worth to you, in euros? "
            "{about}"
        ).format(
            gain=euros(bet.gain),
            loss=euros(bet.loss),
            odds=percent(bet.odds),
            right=percent(bet.sensitivity),
            wrong=percent(bet.specificity),
            about=self._about(),
        )
        return Question(text, unit="euros", low=0, high=50000)

    def truth(self) -> Quantity:
        return advice.answer(self.bet())["evsi"]

    def _presence(self, known: Company, level: str, networks: tuple[str, ...]) -> Result:
        """The gap of networks at a level, and what a year of them costs and needs."""
        tables = self.tables
        plan = company_plan.plan_of(known, tables, level, networks=networks)
        paying = pay_off.answer(plan, known, tables)
        return paying.joined(effort.answer(plan, tables))

    def example_picture(self) -> tuple[View, Result]:
        hotel = company.case(self.example_case)
        judged, found = self._stakes(hotel)
        paying = self._presence(hotel, judged.level, judged.together)
        return PresenceView(self.tables), (
            paying if found is None else advice.answer(found).joined(paying)
        )

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        steps = [
            _("One network takes {hours} a week: with wages and costs {cost} a year.").format(
                hours=speak("presence.hours"), cost=speak("yearly_cost")
            ),
            _("A booking turns over {turnover}, and {contribution} of that stays.").format(
                turnover=speak("turnover"), contribution=speak("contribution")
            ),
        ]
        if "pays_from" in result:
            steps.append(
                speak.plural(
                    "So it takes {number} more booking a year, or {needed} of turnover.",
                    "So it takes {number} more bookings a year, or {needed} of turnover.",
                    "pays_from",
                    needed=speak("turnover_needed"),
                )
            )
        if "of_hundred" in result:
            sentence = _(
                "Of every hundred guests {share} would have to come or come again because of it."
            )
            steps.append(sentence.format(share=speak("of_hundred")))
        if "evsi" in result:
            sentence = _(
                "At odds of {odds}, with {gain} to win and {loss} to lose, opening is worth "
                "{worth}; an expert's answer would be worth {evsi}, and the fee is {fee}."
            )
            names = {"odds": "odds", "gain": "gain", "loss": "loss", "worth": "opening"}
            names |= {"evsi": "evsi", "fee": "fee"}
            steps.append(sentence.format(**{k: speak(key) for k, key in names.items()}))
        return steps

    def explore_studio(self) -> Studio:
        tables, own = self.tables, self.bet()
        presets = {
            "sure": Preset(_("I am nearly sure"), {"odds": 0.95}),
            "yes": Preset(
                _("An expert who always says yes"), {"sensitivity": 1.0, "specificity": 0.0}
            ),
            "coin": Preset(_("A coin"), {"sensitivity": 0.5, "specificity": 0.5}),
            "trade": Preset(_("Knows your trade"), {"sensitivity": 0.9, "specificity": 0.9}),
        }

        def model(state: Asking) -> Result:
            return self._asked(replace(own, **vars(state)))

        return Studio(self, Asking, model, AdviceView(tables), presets)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company
        networks = self.asked_about(known).together

        def model(state: Paying) -> Result:
            changed = known.changed(
                contribution=state.contribution,
                turnover=state.turnover,
                customers_a_year=state.customers_a_year,
                visit_to_customer=state.visit_to_customer,
            )
            return self._presence(changed, state.level, networks)

        return Studio(self, Paying, model, PresenceView(tables))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        changes = dict(super().changes(studio))
        if changes["visit_to_customer"] == _visits(self):
            del changes["visit_to_customer"]  # it stays the assumption
        return changes

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We ask an expert, with one question that could change our mind"), "ask"),
            (_("We decide without: no answer would change it"), "decide"),
            (_("We try six weeks instead of asking"), "try"),
            (_("First we count what a customer leaves"), "count"),
        ]
