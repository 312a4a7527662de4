"""Lesson 01: what it costs not to say why; an objective that somebody can miss."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.data.tables import NONE
from helpers.models import fit
from helpers.models.result import Quantity, Result
from helpers.studio.declared import Choice, CompanyField, Options, Subject
from helpers.studio.exercises.objective import ObjectiveBuilder
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.canvas import View
from helpers.views.fit import FitView
from helpers.views.words import Speaker
from helpers.words.locale import N_, _

CLARITIES = ("clarity_unsaid", "clarity_vague", "clarity_clear", "clarity_written")
ANYBODY, OURS = "anybody", "ours"
AS_STATED = "as stated"


def _firms(lesson: Subject) -> Options:
    return [(_("A firm that says nothing"), ANYBODY), (lesson.company.name, OURS)]


def _purposes(lesson: Subject) -> Options:
    return [(lesson.tables.name("purpose", p), p) for p in lesson.tables.keys("purpose")]


def _stated_or_purposes(lesson: Subject) -> Options:
    return [(_("as the firm states it"), AS_STATED), *_purposes(lesson)]


def _clarities(lesson: Subject) -> Options:
    return [(_(lesson.tables.assumptions[key].label), key) for key in CLARITIES]


@dataclass(frozen=True)
class Why:
    """The state of the explore studio: which firm, its main purpose, how clearly it is said."""

    firm: Annotated[str, Choice(label=N_("Whose decision?"), options=_firms)]
    purpose: Annotated[str, Choice(label=N_("The main purpose"), options=_stated_or_purposes)]
    clarity: Annotated[str, Choice(label=N_("How clearly is it said?"), options=_clarities)]


@dataclass(frozen=True)
class Coins:
    """The state of the own task: coins for the two purposes that count most."""

    first: Annotated[
        str, Choice(label=N_("Our main purpose"), options=_purposes, start=lambda our: our.order[0])
    ]
    second: Annotated[
        str,
        Choice(label=N_("Our second purpose"), options=_purposes, start=lambda our: our.order[1]),
    ]
    coins: Annotated[
        float,
        CompanyField(
            lambda our: f"purposes.{our.order[0]}", label=N_("Coins of ten on the main purpose")
        ),
    ]


class WhyLesson(Lesson):
    """Same firm, another why, another answer."""

    slug = "why"

    def question(self) -> Question:
        market = self.tables.name("market", self.company.market)
        text = _(
            "A firm says nothing about itself, only who buys from it: {market}. "
            "We read its silence in many ways, all of them reasonable. "
            "One option comes first more often than any other. In how many of ten readings?"
        )
        return Question(text.format(market=market), unit="of ten", low=0, high=10)

    def truth(self) -> Quantity:
        result = self._model(Why(ANYBODY, AS_STATED, "clarity_unsaid"))
        first = result[f"{result.facts['favourite']}.first"]
        return replace(first, value=10 * first.value, unit="of ten")

    def example_picture(self) -> tuple[View, Result]:
        hotel = fit.situation(company.case(self.example_case), self.tables)
        certainty = self.tables.default("clarity_unsaid")
        return FitView(self.tables, "first"), fit.answer(hotel, self.tables, certainty)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        favourite, popular = result.facts["favourite"], result.facts["popularity_ranking"][0]
        best = result.facts["ranking"][1 if result.facts["ranking"][0] == favourite else 0]
        name = self.tables.name
        steps = [
            _(
                "With its purposes stated, {network} has a fit of {fit}, and {other} has {second}."
            ).format(
                network=name("network", favourite),
                fit=speak(f"{favourite}.fit"),
                other=name("network", best),
                second=speak(f"{best}.fit"),
            )
        ]
        apart = abs(result.value(f"{favourite}.fit") - result.value(f"{best}.fit"))
        if apart < result.value("tie"):
            steps.append(_("That is a tie: hours or people have to settle it."))
        steps.append(
            _("Without the why, {network} comes first in {share} readings.").format(
                network=name("network", favourite), share=speak(f"{favourite}.first")
            )
        )
        fair = _("{network} is fair for most purposes, so it wins whatever the hotel wants.")
        steps.append(fair.format(network=name("network", favourite)))
        if popular != favourite:
            sentence = _("Size alone does not decide: {share} of adults use {popular}.")
            steps.append(
                sentence.format(
                    popular=name("network", popular), share=speak(f"{popular}.popularity")
                )
            )
        return steps

    def explore_studio(self) -> Studio:
        presets = {
            "silent": Preset(_("Our firm, no why"), {"firm": OURS, "clarity": "clarity_unsaid"}),
            "stated": Preset(
                _("Our firm, why in writing"), {"firm": OURS, "clarity": "clarity_written"}
            ),
        }
        return Studio(self, Why, self._model, FitView(self.tables, "first"), presets)

    def _model(self, state: Why) -> Result:
        situation = fit.situation(self.company, self.tables)
        if state.firm == ANYBODY:
            situation = fit.unknown_firm(self.company.market, self.tables)
        if state.purpose != AS_STATED:
            coins = self.tables.default("main_purpose")
            situation = replace(situation, purposes=self._coins({state.purpose: coins}))
        return fit.answer(situation, self.tables, certainty=self.tables.default(state.clarity))

    def _coins(self, given: Mapping[str, float]) -> dict[str, float]:
        """Ten coins: as given, and the rest spread evenly over the other purposes."""
        others = [p for p in self.tables.keys("purpose") if p not in given]
        rest = (10 - sum(given.values())) / len(others)
        return {p: given.get(p, rest) for p in self.tables.keys("purpose")}

    @property
    def order(self) -> list[str]:
        """The purposes by the company's coins, most first."""
        return sorted(self.tables.keys("purpose"), key=lambda p: -self.company.purposes[p])

    def own_studio(self) -> Studio:
        tables = self.tables

        def model(state: Coins) -> Result:
            situation = fit.situation(self.company, tables)
            return fit.answer(replace(situation, purposes=self._two(state)), tables)

        return Studio(self, Coins, model, FitView(tables))

    def _two(self, state: Coins) -> dict[str, float]:
        """Ten coins: the first purpose as set, the second what is left.

        A third purpose of the company and further ones keep theirs as far as there is any left,
        so that a firm with three purposes is the same firm here as everywhere. What its first
        two had goes to those that are chosen now.
        """
        chosen = {state.first, state.second}
        rest = 10 - state.coins
        coins = dict.fromkeys(self.tables.keys("purpose"), 0.0)
        for purpose in self.order[2:]:
            if purpose not in chosen:
                coins[purpose] = min(self.company.purposes[purpose] or 0.0, rest)
                rest -= coins[purpose]
        coins[state.second] += rest
        coins[state.first] += state.coins
        return coins

    def changes(self, studio: Studio) -> Mapping[str, object]:
        return {"purposes": self._two(studio.state)}

    @shown
    def objective(self) -> Part:
        """Five whys and an objective with its five parts."""
        self._check()
        return self._kept("objective", lambda: ObjectiveBuilder(self.company, self.save))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We have a why: go on to where"), "go"),
            (_("We go back and ask why again"), "ask"),
            (_("The why can be served without a network"), NONE),
        ]
