"""Lesson 09: required against available hours and euros, and four ways to close the gap."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from helpers import company
from helpers.data.tables import NONE
from helpers.models import company_plan, effort, fit, fit_and_gap
from helpers.models.plan import Plan
from helpers.models.result import Quantity, Result
from helpers.studio.controls import Dial
from helpers.studio.declared import Choice, CompanyField, Hours, Ledger, Networks, Options, Subject
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.canvas import View
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.gap import GapView
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, listing

START_LEVEL = "standard"
"""The level that people have in mind before they count: the gap is to be found, not shown."""


def _people(lesson: Subject) -> Options:
    """Nobody, or one of the company's people by position."""
    return [(_("nobody"), None), *((p.name, i) for i, p in enumerate(lesson.company.people))]


@dataclass(frozen=True)
class Work:
    """The state of the explore studio; ``absent`` is a position in the company's people."""

    level: Annotated[str, CompanyField(start=START_LEVEL, group=N_("The work"))]
    networks: Annotated[tuple[str, ...], Networks()]
    followers: Annotated[float, CompanyField()]
    hours: Annotated[float, Hours(group=N_("The means"))]
    bought_hours: Annotated[float, Ledger(start=lambda our: our.company.bought_hours)]
    absent: Annotated[int | None, Choice(label=N_("Who is away?"), options=_people)]


@dataclass(frozen=True)
class OneByOne:
    """The state of the map."""

    level: Annotated[str, CompanyField()]
    hours: Annotated[float, Hours()]


@dataclass(frozen=True)
class Promise:
    """The state of the own task."""

    level: Annotated[str, CompanyField()]
    networks: Annotated[tuple[str, ...], Networks()]
    hours: Annotated[float, Hours()]


class Resources(Lesson):
    """Count hours before you count followers."""

    slug = "resources"
    cited = ("ente-003", "ente-002", "ente-001")
    cited += ("effo-008", "effo-009", "effo-014", "effo-010", "effo-025")

    def question(self) -> Question:
        names = [self.tables.name("network", n) for n in self.company.networks]
        text = _(
            "{company} thinks of {networks}, all at the standard level. "
            "How many hours a week will that take?"
        )
        named = listing(names) if names else _("no network")
        text = text.format(company=self.company.name, networks=named)
        return Question(text, unit="hours/week", low=0, high=100)

    def truth(self) -> Quantity:
        return self._start_answer()["required"]

    def likely(self) -> tuple[Quantity, Quantity]:
        result = self._start_answer()
        return result["band_low"], result["band_high"]

    def _start_answer(self) -> Result:
        return effort.answer(self._start_plan(), self.tables)

    def _start_plan(self) -> Plan:
        return company_plan.plan_of(self.company, self.tables, START_LEVEL)

    def walk(self) -> Walk | None:
        plan = self._start_plan()
        if not plan.networks:
            return None
        result = effort.adding_up(plan, self.tables)
        speak = Speaker(result)
        pressed = speak.plural(
            "{number} post a week, {each} each, takes {pressing}: that is the moment that we see.",
            "{number} posts a week, {each} each, take {pressing}: that is the moment that we see.",
            "posts",
            each=speak("pressing.each"),
            pressing=speak("pressing"),
        )
        making = _("Somebody has to write, photograph and film it first. That alone is {sum}.")
        listening = _("Reading what others say, and joining in, takes {more}: {sum} so far.")
        answering = _("Whoever writes to you wants an answer. That is {more}: {sum} so far.")
        planning = _("Planning and looking back at what came of it take {more}: {sum} so far.")
        rest = _(
            "Meeting, keeping the networks in step and all else that you have agreed take {more}. "
            "In all it is {sum} a week."
        )
        kinds = zip(effort.WORK, (making, listening, answering, planning), strict=True)
        steps = [
            Step(words.format(more=speak(f"{kind}.more"), sum=speak(f"{kind}.sum")), f"{kind}.sum")
            for kind, words in kinds
        ]
        last = rest.format(more=speak("rest.more"), sum=speak("required"))
        why = _(
            "We picture the act that shows, and forget the hours before and after it. Daniel "
            "Kahneman and Amos Tversky called this the planning fallacy."
        )
        ends = Step(pressed, "pressing"), Step(last, "required")
        return Walk(result, (ends[0], *steps, ends[1]), why)

    def example_picture(self) -> tuple[View, Result]:
        plan = company_plan.plan_of(company.case(self.example_case), self.tables, START_LEVEL)
        return GapView(self.tables), effort.answer(plan, self.tables)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            _(
                "Making posts takes {facebook} a week on Facebook and {instagram} on Instagram."
            ).format(facebook=speak("facebook.making"), instagram=speak("instagram.making")),
            _("Listening, answering and planning bring Instagram alone to {alone}.").format(
                alone=speak("instagram.alone")
            ),
            _(
                "Both together need a meeting and coordination ({extra}), but reuse saves {saved}."
            ).format(extra=speak("printed.common"), saved=speak("saved")),
            _("Required in all: {required} a week, likely {low} to {high}.").format(
                required=speak("required"), low=speak("band_low"), high=speak("band_high")
            ),
            _(
                "Promised are {promised}; less {share} for leave and sickness, {available} remain."
            ).format(
                promised=speak("promised"), share=speak("shrinkage"), available=speak("available")
            ),
            _("Missing: {missing}. The hours cover {coverage} of the work.").format(
                missing=speak("missing"), coverage=speak("coverage")
            ),
        ]

    def explore_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Work) -> Result:
            plan = company_plan.plan_of(
                known,
                tables,
                state.level,
                networks=state.networks,
                followers=state.followers,
                people=company_plan.people_with(known, state.hours),
                bought_hours=state.bought_hours,
                absent=state.absent,
            )
            return effort.answer(plan, tables)

        return Studio(self, Work, model, GapView(tables), self._ways_to_close)

    def _ways_to_close(self, dials: Mapping[str, Dial]) -> dict[str, Preset]:
        """Lower the level, drop networks, add hours, buy hours: each from the same start."""
        hours, bought = dials["hours"], dials["bought_hours"]
        result = self._start_answer()
        missing = max(result.value("gap"), 0.0)
        add = hours.value + missing / (1 - result.value("shrinkage"))
        buy = bought.value + missing / (1 - self.tables.expected("briefing"))

        def upwards(value: float, dial: Dial) -> float:
            return min(math.ceil(value / dial.step) * dial.step, dial.max)

        fits = fit.answer(fit.situation(self.company, self.tables), self.tables)
        wanted = [n for n in fits.facts["ranking"] if n in self.company.networks]
        return {
            "level": Preset(_("Lower the level"), {"level": "lean"}),
            "drop": Preset(_("Keep only the best network"), {"networks": tuple(wanted[:1])}),
            "add": Preset(_("Add hours"), {"hours": upwards(add, hours)}),
            "buy": Preset(_("Buy hours"), {"bought_hours": upwards(buy, bought)}),
        }

    def map_studio(self) -> Studio:
        """Fit against hours, one network at a time."""
        tables, known = self.tables, self.company

        def model(state: OneByOne) -> Result:
            return fit_and_gap.answer(known, tables, state.level, state.hours)

        return Studio(self, OneByOne, model, FitGapMap(tables))

    @shown
    def map(self) -> Part:
        """The map of fit and gap, under the same veil."""
        return self._veiled("map", self.map_studio)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Promise) -> Result:
            people = company_plan.people_with(known, state.hours)
            plan = company_plan.plan_of(
                known, tables, state.level, networks=state.networks, people=people
            )
            return effort.answer(plan, tables)

        return Studio(self, Promise, model, GapView(tables))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We have the hours: go on as planned"), "go"),
            (_("We lower the level to lean"), "lower"),
            (_("We drop a network"), "drop"),
            (_("We promise more hours"), "add"),
            (_("We buy hours"), "buy"),
            (_("No network for now: website and search first"), NONE),
        ]

    def studios(self) -> dict[str, Callable[[], Studio]]:
        return {**super().studios(), "map": self.map_studio}
