"""Lesson 00: choose or describe a company; put a first guess on record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from helpers import company
from helpers.data.tables import NONE
from helpers.models import fit_and_gap
from helpers.models.result import Quantity, Result
from helpers.studio.declared import Choice, CompanyField, Hours, Options
from helpers.studio.exercises.form import CompanyForm
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.canvas import View
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.words import Speaker, written
from helpers.words.locale import N_, _

MINE = "mine"


def _cases(lesson: "YourCompany") -> Options:
    """The learner's company, and the examples beside it."""
    others = [(c.name, key) for key, c in company.cases().items() if c.name != lesson.company.name]
    return [(lesson.company_name(), MINE), *others]


@dataclass(frozen=True)
class Case:
    """The state of the explore studio: which company is looked at, and at which level."""

    case: Annotated[str, Choice(label=N_("Company"), options=_cases)]
    level: Annotated[str, CompanyField()]


@dataclass(frozen=True)
class Means:
    """The state of the own task."""

    level: Annotated[str, CompanyField()]
    hours: Annotated[float, Hours()]


class YourCompany(Lesson):
    """My first guess is on record."""

    slug = "your_company"
    example_case = "museum"

    def question(self) -> Question:
        text = _("Your first guess: what should {company} open first?")
        options = [(self.tables.name("network", n), n) for n in self.tables.option_keys]
        return Question(text.format(company=self.company.name), options=tuple(options))

    def _map(self) -> Result:
        return fit_and_gap.answer(self.company, self.tables, self.company.level)

    def truth(self) -> Quantity:
        result = self._map()
        return result[f"{result.facts['ranking'][0]}.fit"]

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The first guess is kept for the last lesson; here it only gets its place on the map."""
        guess = str((committed or {}).get("value", NONE))
        if committed is None or guess not in self.tables.option_keys:
            return _("Your first guess will wait for you in the last lesson.")
        result = self._map()
        fields = {
            "network": self.tables.name("network", guess),
            "fit": written(result[f"{guess}.fit"]),
        }
        if guess == NONE:
            sentence = _("You would open nothing yet (fit {fit}).")
        else:
            fields["hours"] = written(result[f"{guess}.margin"])
            sentence = _("You would open {network}: fit {fit}, {hours} a week missing.")
            if result.value(f"{guess}.spare") >= 0:
                sentence = _("You would open {network}: fit {fit}, {hours} a week to spare.")
        rest = _("Whether that is right is not settled here: the guess waits for the last lesson.")
        return f"{sentence.format(**fields)} {rest}"

    def example_picture(self) -> tuple[View, Result]:
        museum = company.case(self.example_case)
        result = fit_and_gap.answer(museum, self.tables, museum.level)
        return FitGapMap(self.tables), result

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        best = next(n for n in result.facts["ranking"] if n != NONE)
        name = self.tables.name("network", best)
        return [
            _("Best fit: {network} with {fit}; website first has {none}.").format(
                network=name, fit=speak(f"{best}.fit"), none=speak(f"{NONE}.fit")
            ),
            _("{network} alone takes {hours} a week at the level “{level}”.").format(
                network=name,
                hours=speak(f"{best}.alone"),
                level=self.tables.name("level", result.facts["level"]),
            ),
            _("The museum has {promised} promised, {available} after leave and sickness.").format(
                promised=speak("promised"), available=speak("available")
            ),
            _("So {network} lies up and to the right: {hours} to spare.").format(
                network=name, hours=speak(f"{best}.margin")
            ),
        ]

    @shown
    def form(self) -> Part:
        """The company form."""
        self._check()

        def make() -> CompanyForm:
            form = CompanyForm(self.company, self.tables, self.save, self.file.keep_copy)
            self.on_company(lambda: form.follow(self.company))
            self.on_company(lambda: form.note(self.company), every_save=True)
            return form

        return self._kept("form", make)

    def explore_studio(self) -> Studio:
        cases = company.cases()

        def model(state: Case) -> Result:
            chosen = self.company if state.case == MINE else cases[state.case]
            return fit_and_gap.answer(chosen, self.tables, state.level)

        everything = Preset(_("Do it ambitiously"), {"level": "ambitious"})
        return Studio(self, Case, model, FitGapMap(self.tables), {"ambitious": everything})

    def own_studio(self) -> Studio:
        known = self.company

        def model(state: Means) -> Result:
            return fit_and_gap.answer(known, self.tables, state.level, state.hours)

        return Studio(self, Means, model, FitGapMap(self.tables))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("I know this company well enough to begin"), "begin"),
            (_("I have to ask ten of our people first"), "ask"),
            (_("I have to type ten searches first"), "search"),
        ]
