"""Lesson 00: describe a company in six answers; what a free page takes in a year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company, context
from helpers.company import Company
from helpers.lessons import promises
from helpers.lessons.promises import Promise, beside
from helpers.models import company_plan, days
from helpers.models.result import Quantity, Result
from helpers.studio.declared import (
    Choice,
    CompanyField,
    Network,
    Options,
    promised,
)
from helpers.studio.exercises.first_guess import FirstGuess
from helpers.studio.exercises.form import CompanyForm
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.saving import Answer
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Among
from helpers.views.canvas import View
from helpers.views.days_words import posts
from helpers.views.promise import PromiseView
from helpers.views.squares import SquaresView
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, counted, listing

PETRAKIS = "machine_parts"
"""The firm for which everybody predicts: what its first network takes."""
OFFERED = (5, 10, 15, 25)
"""Working days to choose from."""
LEAST, MOST = "lean", "ambitious"
WISHED = "tiktok"
"""What the nephew of the dilemma wants to open."""
MINE = "mine"


def _network(lesson: "YourCompany") -> str:
    """The network with which the firm of the question would begin."""
    return company_plan.first_network(company.case(PETRAKIS), lesson.tables)


def _firms(lesson: "YourCompany") -> Options:
    """The firm of the question, the other examples, the learner's own."""
    cases = company.cases()
    asked = [PETRAKIS, *(key for key in cases if key != PETRAKIS)]
    examples = [(cases[key].name, key) for key in asked]
    if lesson.company.invented and lesson.company.name in [cases[key].name for key in asked]:
        return examples
    return [*examples, (lesson.company_name(), MINE)]


@dataclass(frozen=True)
class Page:
    """The state of the explore studio: one page of one firm."""

    firm: Annotated[str, Choice(label=N_("Firm"), options=_firms)]
    network: Annotated[str, Network(start=_network)]
    level: Annotated[str, CompanyField(start=LEAST)]


class YourCompany(Lesson):
    """Free to open, weeks to keep."""

    slug = "your_company"
    example_case = "museum"

    def question(self) -> Question:
        text = _(
            "One text a week: how many working days does a page on {network} take Petrakis in a "
            "year, as its only page and once practised?"
        )
        options = [
            (counted("{number} working day", "{number} working days", number), str(number))
            for number in OFFERED
        ]
        text = text.format(network=self.tables.name("network", _network(self)))
        answer = self._asked().value("keep.days")
        nearest = min(OFFERED, key=lambda number: abs(number - answer))
        right = Among(right=(str(nearest),))
        return Question(text, unit="working days", options=tuple(options), close=right)

    def _asked(self) -> Result:
        return self._page(company.case(PETRAKIS), _network(self), LEAST)

    def _page(self, firm: Company, network: str, level: str) -> Result:
        plan = days.plan_of(firm, self.tables, network, level)
        return days.answer(plan, self.tables, firm.name, beside(firm, network))

    def truth(self) -> Quantity:
        return self._asked()["keep.whole"]

    def walk(self) -> Walk:
        result = self._asked()
        speak = Speaker(result)
        # Reading and the talk take as long as each other: one step, so that they have one figure.
        steps = {
            "making": _("Writing takes about {minutes} a week, in a year {days}."),
            "shared": _(
                "Reading and joining in, and a talk about ideas, take about {minutes} each: "
                "{days} by now."
            ),
            # So few minutes are no whole day: with the plan, the step adds what it says.
            "planning": _(
                "An answer to whoever writes, {answering}, and a short plan with a report, "
                "{minutes}: {days}."
            ),
        }
        said = []
        for kind, words in steps.items():
            end = "keep.whole" if kind == days.KINDS[-1] else f"after.{kind}"
            sum_of_days = speak.plural("{number} working day", "{number} working days", end)
            fields = {"minutes": speak(f"minutes.{kind}"), "days": sum_of_days}
            fields["answering"] = speak("minutes.answering")
            said.append(Step(words.format(**fields), end))
        why = speak.plural(
            "All five stood in the table. Few multiply: {minutes} a week look like nothing, and "
            "over a year it is {number} working day.",
            "All five stood in the table. Few multiply: {minutes} a week look like nothing, and "
            "over a year they are {number} working days.",
            "keep.whole",
            minutes=speak("minutes.all"),
        )
        return Walk(result, tuple(said), why)

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The answer, and what the days that were said would be in minutes a week."""
        told = super().comparison(committed)
        if committed is None or self.is_right(committed):
            return told
        speak = Speaker(self._asked().joined(days.as_minutes(int(str(committed["value"])))))
        said = _("So many days are about {said} a week; the table adds up to {all}.")
        if committed["value"] == str(int(self._asked().value("after.making"))):
            said = _("So many days are the text alone.")
        said = said.format(said=speak("minutes.said"), all=speak("minutes.all"))
        return " ".join((told, said, *self._of_level(int(str(committed["value"])), speak)))

    def _of_level(self, number: int, speak: Speaker) -> Iterable[str]:
        """At which level the page of the question takes so many days; nothing where at none."""
        result = self._asked()
        for level in result.facts["levels"]:
            if result.value(f"{level}.whole") == number:
                yield _("So much is {network} at the level “{level}”, {posts}.").format(
                    network=self.tables.name("network", result.facts["network"]),
                    level=self.tables.name("level", level),
                    posts=posts(speak, level),
                )

    # The first guess and the form ------------------------------------------------------

    @shown
    def guess(self) -> Part:
        """What should be opened first: kept for the last lesson, and marked by nobody."""
        self._check()

        def asked() -> Question:
            text = _("Your first guess: what should {company} open first?")
            options = [(self.tables.name("network", n), n) for n in self.tables.option_keys]
            return Question(text.format(company=self.company.name), options=tuple(options))

        def record(attempt: Mapping[str, object]) -> Answer:
            on = context.current().today.isoformat()
            entry = {**attempt, "about": self.company.about, "on": on, "right": None}
            return {f"predictions.{Company.FIRST_GUESS}[]": entry}

        def make() -> FirstGuess:
            made = FirstGuess(asked(), record, self.save, self._guesses())
            self.on_company(lambda: made.renew(asked(), self._guesses()))
            return made

        return self._kept("guess", make)

    def _guesses(self) -> tuple[Mapping[str, object], ...]:
        return self.company.attempts(Company.FIRST_GUESS)

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

    # The picture -----------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        museum = company.case(self.example_case)
        result = self._page(museum, museum.networks[0], museum.level)
        more = self._page(museum, museum.networks[0], MOST)
        both = {f"{MOST}.missing": replace(more["difference"], key=f"{MOST}.missing")}
        result = replace(result, quantities={**result.quantities, **both})
        return SquaresView(self.tables), result.joined(days.together(museum, self.tables))

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        network = self.tables.name("network", result.facts["network"])
        return [
            _("{network} at the level “{level}”, {posts}, takes the museum {week} a week.").format(
                network=network,
                level=self.tables.name("level", result.facts["level"]),
                posts=posts(speak, result.facts["level"]),
                week=speak("week"),
            ),
            _("Over a year that is {days} working days of eight hours.").format(
                days=speak("keep.whole")
            ),
            _(
                "Curator and visitor service promise {promised} a week. Leave and sickness taken "
                "off, {there} remain: {days} working days a year."
            ).format(
                promised=speak("there.promised"),
                there=speak("there.week"),
                days=speak("there.whole"),
            ),
            speak.plural(
                "So the page is kept in most years, with {number} day to spare for this page "
                "alone.",
                "So the page is kept in most years, with {number} days to spare for this page "
                "alone.",
                "difference",
            ),
            _(
                "At the level “{level}”, {posts}, it would take {days}, and {missing} of them are "
                "missing."
            ).format(
                level=self.tables.name("level", MOST),
                posts=posts(speak, MOST),
                days=speak.plural("{number} day", "{number} days", f"{MOST}.whole"),
                missing=speak(f"{MOST}.missing"),
            ),
            speak.plural(
                "Kept beside {others}, as the museum plans, both take {number} day: more than "
                "there are.",
                "Kept beside {others}, as the museum plans, both take {number} days: more than "
                "there are.",
                "together.whole",
                others=listing([self.tables.name("network", n) for n in result.facts["others"]]),
            ),
        ]

    def explore_studio(self) -> Studio:
        cases, tables = company.cases(), self.tables
        plan = days.plan_of(cases[PETRAKIS], tables, _network(self), LEAST)

        def model(state: Page) -> Result:
            firm = self.company if state.firm == MINE else cases[state.firm]
            return self._page(firm, state.network, state.level)

        presets = {
            "wished": Preset(
                _("What the nephew wants ({network})").format(
                    network=tables.name("network", WISHED)
                ),
                {"network": WISHED, "level": LEAST},
            ),
            "most": Preset(
                _("About what tool sellers advise"), {"network": _network(self), "level": MOST}
            ),
            "light": Preset(
                _("The lightest network"),
                {"network": days.lightest(plan, tables), "level": LEAST},
            ),
        }
        return Studio(self, Page, model, SquaresView(tables), presets)

    # The own task ------------------------------------------------------------------------

    def own_studio(self) -> Studio:
        known, tables = self.company, self.tables

        def model(state: Promise) -> Result:
            return promises.answer(known, tables, state)

        return Studio(self, Promise, model, PromiseView(tables, compact=True))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        """The level, and everybody with the promise: name, hours and source are one entry."""
        people = promised(promises.people(self.company, studio.state))
        return {**super().changes(studio), "people": people}

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("Somebody has promised the hours, by name: go on"), "begin"),
            (_("Nobody has the hours: first find them, or open nothing"), "hours"),
            (_("First tidy up or close the page that has gone silent"), "tidy"),
        ]
