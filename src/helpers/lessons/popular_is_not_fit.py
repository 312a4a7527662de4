"""Lesson 02: popularity beside fit, must-haves first, one message under several rules."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.data.tables import NONE
from helpers.models import fit
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Ledger, Subject
from helpers.studio.exercises.message import MessageCheck
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.parts import Text
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.canvas import View
from helpers.views.fit import FitView
from helpers.views.words import Speaker
from helpers.words import escaping
from helpers.words.locale import N_, _, counted, in_words, plural

TESTED = "linkedin"
"""The network of the ten-people test in the explore studio: the one that firms argue about."""
ASKED = 10


def _asked(lesson: Subject) -> float:
    """How many people were asked, or would be."""
    return lesson.company.asked or ASKED


def _most_asked(lesson: Subject) -> float:
    return max(lesson.company.asked, ASKED)


def _weekly_of_all(lesson: Subject) -> str:
    return counted(
        "Of {number} person asked, weekly on {network}",
        "Of {number} people asked, weekly on {network}",
        _asked(lesson),
        network=lesson.tables.name("network", TESTED),
    )


def _weekly_of_those(place: int) -> CompanyField:
    """How many use one of the two networks that are argued about."""

    def label(lesson: "PopularIsNotFit") -> str:
        network = lesson.tables.name("network", lesson.argued()[place])
        return _("Of those, weekly on {network}").format(network=network)

    return CompanyField(
        lambda lesson: f"weekly.{lesson.argued()[place]}", label=label, high=_most_asked
    )


@dataclass(frozen=True)
class Choices:
    """The state of the explore studio."""

    market: Annotated[str, CompanyField(group=N_("Who and where"))]
    weekly: Annotated[
        float,
        CompanyField(
            f"weekly.{TESTED}",
            label=_weekly_of_all,
            high=_asked,
            start=lambda our: min(our.company.weekly[TESTED], _asked(our)),
        ),
    ]
    audience_weight: Annotated[float, CompanyField("weights.audience")]
    least_audience: Annotated[float, Ledger(group=N_("Must-have first"))]


@dataclass(frozen=True)
class OwnTest:
    """The state of the own task: how many of ten people use two networks weekly."""

    asked: Annotated[float, CompanyField(high=_most_asked)]
    first: Annotated[float, _weekly_of_those(0)]
    second: Annotated[float, _weekly_of_those(1)]


class PopularIsNotFit(Lesson):
    """Popular is where people are; fit is where my people listen to me."""

    slug = "popular_is_not_fit"
    texts = ("message",)
    parts_with_figures = ("message",)
    cited = ("audi-296",)

    def question(self) -> Question:
        result = fit.answer(fit.situation(self.company, self.tables), self.tables)
        popular = self.tables.name("network", result.facts["popularity_ranking"][0])
        text = _(
            "{network} is the network that most adults use. Among {options} for {company} "
            "({networks} and having none), which place does it take by fit?"
        )
        options, networks = len(self.tables.option_keys), len(self.tables.network_keys)
        text = text.format(
            network=popular,
            company=self.company.name,
            options=plural("{count} option", "{count} options", options).format(
                count=in_words(options)
            ),
            networks=plural("{count} network", "{count} networks", networks).format(
                count=in_words(networks)
            ),
        )
        return Question(text, unit=f"place of {options}", low=1, high=options)

    def truth(self) -> Quantity:
        result = fit.answer(fit.situation(self.company, self.tables), self.tables)
        return result[f"{result.facts['popularity_ranking'][0]}.place"]

    def example_picture(self) -> tuple[View, Result]:
        hotel = fit.situation(company.case(self.example_case), self.tables)
        return FitView(self.tables, popularity=True), fit.answer(hotel, self.tables)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        popular = result.facts["popularity_ranking"][0]
        best = result.facts["ranking"][0]
        name = self.tables.name
        return [
            _("Most popular: {network}, used by {share} of adults.").format(
                network=name("network", popular), share=speak(f"{popular}.popularity")
            ),
            _(
                "For this hotel it serves the purposes ({purpose}), but content is {content}."
            ).format(purpose=speak(f"{popular}.purpose"), content=speak(f"{popular}.content")),
            _("{network} reaches {audience} in usable audience and {content} in content.").format(
                network=name("network", best),
                audience=speak(f"{best}.audience"),
                content=speak(f"{best}.content"),
            ),
            _("So {best} comes first ({fit}), and {popular} takes {place}.").format(
                best=name("network", best),
                fit=speak(f"{best}.fit"),
                popular=name("network", popular),
                place=speak(f"{popular}.place"),
            ),
            _(
                "{best} beats website first in {beats} plausible readings of what is known and "
                "wanted, {popular} in {few}."
            ).format(
                best=name("network", best),
                beats=speak(f"{best}.beats_none"),
                popular=name("network", popular),
                few=speak(f"{popular}.beats_none"),
            ),
        ]

    @shown
    def topsis(self) -> Part:
        """The worked example by TOPSIS, beside the weighted sum that decides."""
        self._check()
        _view, result = self._example()
        speak = Speaker(result)
        head = [_("Option"), _("Weighted sum, of ten"), _("TOPSIS closeness, of ten")]
        lines = ["| " + " | ".join(head) + " |", "| --- | --- | --- |"]
        for option in result.facts["ranking"]:
            name = self.tables.name("network", option)
            cells = [name, speak.bare(f"{option}.fit"), speak.bare(f"{option}.closeness")]
            lines.append("| " + " | ".join(map(escaping.markdown, cells)) + " |")
        return Text("\n".join(lines))

    def explore_studio(self) -> Studio:
        tables = self.tables
        name = tables.name("network", TESTED)
        asked = _asked(self)
        presets = {
            "local": Preset(_("The same firm, local customers"), {"market": "b2c_local"}),
            "nobody": Preset(_("Nobody on {network}").format(network=name), {"weekly": 0.0}),
        }

        def model(state: Choices) -> Result:
            situation = fit.situation(self.company.changed(market=state.market), tables)
            weights = {**situation.weights, "audience": state.audience_weight}
            weekly = {**situation.weekly, TESTED: state.weekly}
            situation = replace(situation, weights=weights, weekly=weekly, asked=asked)
            return fit.answer(situation, tables, least_audience=state.least_audience)

        view = FitView(tables, popularity=True)
        return Studio(self, Choices, model, view, presets)

    def argued(self) -> tuple[str, str]:
        """The two networks that the company argues about, or the first two of the course."""
        both = [*self.company.networks, *self.tables.network_keys]
        first = both[0]
        return first, next(n for n in both if n != first)

    def own_studio(self) -> Studio:
        tables = self.tables

        def model(state: OwnTest) -> Result:
            changed = self.company.changed(asked=round(state.asked), weekly=self._weekly(state))
            return fit.answer(fit.situation(changed, tables), tables)

        return Studio(self, OwnTest, model, FitView(tables, popularity=True))

    def _weekly(self, state: OwnTest) -> dict[str, int]:
        first, second = self.argued()
        return {**self.company.weekly, first: round(state.first), second: round(state.second)}

    @shown
    def message(self) -> Part:
        """One message against the rules of the networks that have any."""
        self._check()
        return self._kept("message", lambda: MessageCheck(self.tables))

    def decisions(self) -> Iterable[tuple[str, str]]:
        options = [(self.tables.name("network", n), n) for n in self.tables.network_keys]
        return [(self.tables.name("network", NONE), NONE), *options]
