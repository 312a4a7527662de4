"""Lesson 14: the gates, a verdict for every network, who does what, and a memo to sign."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company as company_module
from helpers import context
from helpers.company import Company
from helpers.data.tables import NONE
from helpers.findings import Findings, choices, flips
from helpers.memo.plan_words import plan_words
from helpers.models import (
    calibration,
    company_plan,
    effort,
    fit_and_gap,
)
from helpers.models import decision as model
from helpers.models.calibration import Forecast
from helpers.models.decision import Decision
from helpers.models.gates import BORDERLINE, Gate, gates
from helpers.models.judging import judge
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Hours, Ledger, Network, Networks
from helpers.studio.exercises.last_facts import LastFacts
from helpers.studio.exercises.memo_writer import MemoWriter
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.parts import CompanyWords
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Within
from helpers.views.calibration import CalibrationWords
from helpers.views.canvas import View
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.gap import GapView
from helpers.views.gates import GatesView
from helpers.views.verdict_board import BoardView
from helpers.views.verdicts import headline
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker, Table
from helpers.words import locale
from helpers.words.locale import N_, _

MOVED = "G3b"
"""The gate whose threshold the learner may move."""


def _level(lesson: "TheDecision") -> str:
    """The level of what is opened, or the company's own where nothing is opened: it is kept."""
    best = lesson.decided().best
    return best.level if best else lesson.company.level


@dataclass(frozen=True)
class Turning:
    """The state of the explore studio: one threshold, two facts."""

    threshold: Annotated[float, Ledger(f"gate_{MOVED}")]
    first_page: Annotated[float, CompanyField()]
    hours: Annotated[float, Hours(what_if=True)]


@dataclass(frozen=True)
class One:
    """The state of the studio of one network's gates."""

    network: Annotated[str, Network(start=lambda our: our.decided().nearest)]


@dataclass(frozen=True)
class Signing:
    """The state of the own task."""

    networks: Annotated[
        tuple[str, ...],
        Networks(label=N_("We open or keep"), start=lambda our: our.decided().opened),
    ]
    level: Annotated[str, CompanyField(start=_level, when=lambda state: state.networks)]
    hours: Annotated[float, Hours()]


class TheDecision(Lesson):
    """The score is not the decision; here is the one figure that would change it."""

    slug = "decision"
    parts_with_figures = ("facts", "guesses", "plan")

    def decided(self, known: Company | None = None) -> Decision:
        """The verdicts on a company by the table's gates."""
        if known is not None:
            return judge(known, self.tables, context.current().today)
        return self.findings().decision

    def findings(self) -> Findings:
        """What plan and memo say of the present company."""
        return self.once("findings", lambda: Findings(self.company, self.tables))

    def _judged(
        self, known: Company, rules: tuple[Gate, ...] | None = None, focus: str = ""
    ) -> Result:
        """The verdicts, and what would change the one on ``focus`` (else: the nearest)."""
        rules = rules or gates(self.tables)
        decision = judge(known, self.tables, context.current().today, rules)
        network = focus or decision.nearest
        return model.answer(decision, rules, flips(decision, [network], self.tables, rules))

    def question(self) -> Question:
        text = _(
            "Before you look: on how many of {networks} should {company} have a page, by all that "
            "you know of it now?"
        )
        networks = len(self.tables.network_keys)
        count = locale.counted("{number} network", "{number} networks", networks)
        text = text.format(networks=count, company=self.company.name)
        return Question(text, unit="networks", low=0, high=networks, close=Within(close=1))

    def truth(self) -> Quantity:
        return model.answer(self.decided(), gates(self.tables))["opened"]

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The prediction against the verdicts, in the words of the headline."""
        decision = self.decided()
        answer = _("The gates say: {headline}").format(headline=headline(decision, self.tables))
        if committed is None:
            return answer
        said = self.question().written(committed["value"])
        sentence = _("You said {said}. {answer}").format(said=said, answer=answer)
        return f"{sentence} {self.judgement(committed)}"

    def example_picture(self) -> tuple[View, Result]:
        hotel, tables = company_module.case(self.example_case), self.tables
        placed = fit_and_gap.answer(hotel, tables, hotel.level)
        verdicts = self._judged(hotel, focus="linkedin")
        return WithHeadline(FitGapMap(tables), BoardView(tables)), placed.joined(verdicts)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        decision: Decision = result.facts["decision"]
        best = decision.opened[0] if decision.opened else decision.nearest
        name = self.tables.name
        network = name("network", best)
        trial = any(o.state == BORDERLINE for o in decision[best].outcomes)
        hours = _("The hours cover {share} of it alone.")
        if trial:
            hours = _("The hours cover {share} of it alone: borderline, so a trial of six weeks.")
        told = [
            _("{network}: usable audience {audience}, fit {fit}."),
            _(
                "{times} plausible readings of what is known and wanted prefer it to website "
                "first; needed: {needed}."
            ),
            hours,
            _("A year of it pays from {pays} on; the objective means {aims}."),
        ]
        fields = {
            "network": network,
            "audience": self._quoted(speak, result, f"{best}.G2a"),
            "fit": self._quoted(speak, result, f"{best}.G3a"),
            "times": self._quoted(speak, result, f"{best}.G3b"),
            "needed": self._quoted(speak, result, f"{best}.G3b.needed"),
            "share": self._quoted(speak, result, f"{best}.G4a"),
            "pays": self._customers(speak, result, f"{best}.G9a.needed"),
            "aims": self._quoted(speak, result, f"{best}.G9a"),
        }
        steps = [sentence.format(**fields) for sentence in told]
        for other in (n for n in decision.tied if n not in decision.opened):
            both = _(
                "{other} fits as well, but with {network} beside it the hours cover only "
                "{share}: not yet, or instead of {network}."
            )
            share = self._quoted(speak, result, f"{other}.G4a")
            steps.append(both.format(other=name("network", other), network=network, share=share))
        steps.append(
            speak.plural(
                "Of {networks} in all, {number} is opened.",
                "Of {networks} in all, {number} are opened.",
                "opened",
                networks=speak.plural("{number} network", "{number} networks", "networks"),
            )
        )
        return steps

    @staticmethod
    def _quoted(speak: Speaker, result: Result, key: str) -> str:
        """A figure, or a dash where a trainer's gates end the matter before it."""
        return speak(key) if key in result else "–"

    @staticmethod
    def _customers(speak: Speaker, result: Result, key: str) -> str:
        """Customers that are needed, or a dash where the gates end before."""
        if key not in result:
            return "–"
        return speak.plural("{number} more customer", "{number} more customers", key)

    def explore_studio(self) -> Studio:
        tables, known = self.tables, self.company
        row = tables.assumptions[f"gate_{MOVED}"]
        done = tables.default("search_done")
        presets = {
            "bold": Preset(_("A bold owner"), {"threshold": row.low}),
            "search": Preset(_("The search work is done"), {"first_page": done}),
            "strict": Preset(
                _("The work is done, the owner strict"),
                {"first_page": done, "threshold": row.high},
            ),
        }

        def answer(state: Turning) -> Result:
            rules = gates(tables, {MOVED: state.threshold})
            people = company_plan.people_with(known, state.hours)
            turned = known.changed(first_page=state.first_page, people=people)
            return self._judged(turned, rules)

        return Studio(self, Turning, answer, BoardView(tables), presets)

    def gates_studio(self) -> Studio:
        """All gates of one network."""
        tables, known = self.tables, self.company

        def answer(state: One) -> Result:
            judged = self._judged(known, focus=state.network)
            return replace(judged, facts={**judged.facts, "network": state.network})

        return Studio(self, One, answer, GatesView(tables))

    @shown
    def gates(self) -> Part:
        """The gates of one network, under the same veil."""
        return self._veiled("gates", self.gates_studio)

    @shown
    def facts(self) -> Part:
        """What no lesson has asked for yet: existing profiles, vetoes, accepted cost, odds."""
        self._check()
        return self._kept("facts", lambda: LastFacts(self.company, self.tables, self.save))

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def answer(state: Signing) -> Result:
            people = company_plan.people_with(known, state.hours)
            plan = company_plan.plan_of(
                known, tables, state.level, networks=state.networks, people=people
            )
            decision = self.decided(known.changed(people=people))
            verdicts = replace(model.answer(decision, gates(tables)), options=())
            return verdicts.joined(effort.answer(plan, tables))

        return Studio(
            self, Signing, answer, WithHeadline(GapView(tables, compact=True), BoardView(tables))
        )

    def studios(self) -> dict[str, Callable[[], Studio]]:
        return {**super().studios(), "gates": self.gates_studio}

    # The first guess and all predictions ------------------------------------------------

    def first_guess(self) -> str:
        """What was guessed in lesson 00, against the verdict on it."""
        made = self.company.attempts(self.company.FIRST_GUESS)
        guess = made[0]["value"] if made else None
        decision = self.decided()
        if guess not in self.tables.option_keys:
            return _("No first guess is on record; lesson 00 asks for one.")
        name = self.tables.name("network", guess)
        if guess == NONE:
            verdict = headline(decision, self.tables)
        else:
            verdict = self.tables.name("verdict", decision[guess].verdict)
        return _("Your first guess was “{guess}”. The gates say: {verdict}").format(
            guess=name, verdict=verdict if verdict.endswith(".") else f"{verdict}."
        )

    def forecasts(self) -> list[Forecast]:
        """Every prediction on the way whose truth is known, the first guess among them."""
        found = []
        decision = self.decided()
        for slug in self.company.records["predictions"]:
            first = next(iter(self.company.attempts(slug)), {})
            right, guess, sure = (first.get(key) for key in ("right", "value", "confidence"))
            if slug == self.company.FIRST_GUESS and guess in self.tables.option_keys:
                right = guess in decision.opened or (guess == NONE and not decision.opened)
            if isinstance(right, bool) and isinstance(sure, int | float):
                found.append(Forecast(min(max(float(sure), 0.0), 1.0), right))
        return found

    @shown
    def guesses(self) -> Part:
        """The first guess and the calibration of the learner's confidence."""
        self._check()

        def make() -> tuple[str, list[str], Table]:
            words = CalibrationWords().words(calibration.answer(self.forecasts(), self.tables))
            return self.first_guess(), [words.headline, *words.remarks], words.table

        return self._kept("guesses", lambda: CompanyWords(self, make))

    # Who, when, and the paper ------------------------------------------------------------

    @shown
    def plan(self) -> Part:
        """The first ninety days and the stop rule."""
        self._check()

        def make() -> tuple[str, list[str], Table]:
            return plan_words(self.findings())

        return self._kept("plan", lambda: CompanyWords(self, make))

    @shown
    def memo(self) -> Part:
        """Writes the memo into the company's folder."""
        self._check()

        return self._kept(
            "memo", lambda: MemoWriter(self.findings, self.tables, self.file.path.parent)
        )

    def decisions(self) -> Iterable[tuple[str, str]]:
        return choices()
