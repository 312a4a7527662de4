"""Lesson 14: the doors of every network, the one that ends its way, and a memo to sign."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company as company_module
from helpers.findings import Findings, choices
from helpers.lessons.doors_tried import DoorsTried
from helpers.models import company_plan, doors, effort
from helpers.models import decision as model
from helpers.models.decision import Decision, Flip
from helpers.models.gates import gates
from helpers.models.result import Result
from helpers.studio.declared import CompanyField, Hours, Networks
from helpers.studio.exercises.last_facts import LastFacts
from helpers.studio.exercises.memo_writer import MemoWriter
from helpers.studio.guard import shown
from helpers.studio.part import Part
from helpers.studio.studio import Studio
from helpers.views.canvas import View
from helpers.views.doors import DoorsView
from helpers.views.own_networks import OwnNetworks
from helpers.views.verdict_board import BoardView
from helpers.views.with_headline import AgainstDoors
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import N_, _


def _level(lesson: "TheDecision") -> str:
    """The level of what is opened, or the company's own where nothing is opened: it is kept."""
    best = lesson.decided().best
    return best.level if best else lesson.company.level


@dataclass(frozen=True)
class Signing:
    """The state of the own task."""

    networks: Annotated[
        tuple[str, ...],
        Networks(label=N_("We open or keep"), start=lambda our: our.decided().opened),
    ]
    level: Annotated[str, CompanyField(start=_level, when=lambda state: state.networks)]
    hours: Annotated[float, Hours()]


class TheDecision(DoorsTried):
    """The score is not the decision: name which figures would change it, or say that none would."""

    slug = "decision"
    parts_with_figures = ("facts", "guesses")

    # The worked example ------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        hotel = company_module.case(self.example_case)
        missing = Findings(hotel, self.tables).lacks
        return DoorsView(self.tables), self._judged(hotel).joined(missing)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        decision: Decision = result.facts["decision"]
        best = decision.opened[0] if decision.opened else decision.nearest
        name, tables = self.tables.name, self.tables
        told = [
            _("{network}: {people} of the guests are there, and it fits {fit}."),
            _(
                "It is better than the site in {times} readings, that is ways to rate it; wanted "
                "are {needed}."
            ),
            _("The hours cover {share}: nearly. So {network} opens as a trial of six weeks."),
            _("It pays from {pays} on; {aims} are aimed at."),
        ]
        fields = {
            "network": name("network", best),
            "people": self._quoted(speak, result, f"{best}.G2a"),
            "fit": self._quoted(speak, result, f"{best}.G3a"),
            "times": self._quoted(speak, result, f"{best}.readings"),
            "needed": self._bare(speak, result, f"{best}.readings.wanted"),
            "share": self._quoted(speak, result, f"{best}.G4a"),
            "pays": self._bookings(speak, result, f"{best}.G9a.needed"),
            "aims": self._bare(speak, result, f"{best}.G9a"),
        }
        steps = [sentence.format(**fields) for sentence in told]
        other = decision.nearest
        if other in (best, *decision.opened):
            return steps
        beside = _(
            "{other} fits as well. But the hours cover only {share} of what both take. And both "
            "pay from {pays} on; {aims} are aimed at: not yet."
        )
        steps.append(
            beside.format(
                other=tables.name("network", other),
                network=fields["network"],
                share=self._quoted(speak, result, f"{other}.G4a"),
                pays=self._bookings(speak, result, f"{other}.G9a.needed"),
                aims=self._bare(speak, result, f"{other}.G9a"),
            )
        )
        if {best, other} <= set(decision.tied):
            first = _(
                "So it is one of the two. They are a tie in fit, and more guests are on {network}: "
                "{people} against {fewer}."
            )
            fewer = self._quoted(speak, result, f"{other}.G2a")
            steps.append(
                first.format(network=fields["network"], people=fields["people"], fewer=fewer)
            )
        return [*steps, *self._for_both(result, other, speak)]

    def _for_both(self, result: Result, other: str, speak: Speaker) -> Iterator[str]:
        """What both would need; and what would only put one in the place of the other."""
        closed = [door.door for door in doors.closed(result.facts["decision"][other])]
        flip: Flip | None = result.facts["flips"].get(other)
        if closed != ["hours", "pays"] or flip is None or not flip.instead_of:
            return  # other files: another pair waits for something else
        said = _(
            "For both, {hours} a week are missing, and the aim would have to be {pays}, not {aims}."
        )
        yield said.format(
            hours=speak(f"{other}.missing"),
            pays=self._bookings(speak, result, f"{other}.G9a.needed"),
            aims=self._bare(speak, result, f"{other}.G9a"),
        )
        if flip.key == f"weekly.{other}" and flip.after == result.value(f"{other}.asked"):
            whole = _(
                "Only if {after} of {asked} were there, not {before}, would {network} replace "
                "{others}: unlikely, where {before} is right."
            )
            yield whole.format(
                network=self.tables.name("network", other),
                others=locale.listing([self.tables.name("network", n) for n in flip.instead_of]),
                after=speak(f"{other}.after"),
                asked=speak(f"{other}.asked"),
                before=speak(f"{other}.before"),
            )

    @staticmethod
    def _quoted(speak: Speaker, result: Result, key: str) -> str:
        """A figure, or a dash where a trainer's gates end the matter before it."""
        return speak(key) if key in result else "–"

    @staticmethod
    def _bare(speak: Speaker, result: Result, key: str) -> str:
        """The same without its unit."""
        return speak.bare(key) if key in result else "–"

    @staticmethod
    def _bookings(speak: Speaker, result: Result, key: str) -> str:
        """Customers that are needed, or a dash where the gates end before."""
        if key not in result:
            return "–"
        return speak.plural("{number} more booking", "{number} more bookings", key)

    # The studios -------------------------------------------------------------------------

    @shown
    def board(self) -> Part:
        """All networks of a firm, under the same veil."""
        return self._veiled("board", self.board_studio)

    @shown
    def facts(self) -> Part:
        """What no lesson has asked for yet: profiles, vetoes, accepted cost, odds, who decides."""
        self._check()
        return self._kept("facts", lambda: LastFacts(self.company, self.tables, self.save))

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def answer(state: Signing) -> Result:
            people = company_plan.people_with(known, state.hours)
            plan = company_plan.plan_of(
                known, tables, state.level, networks=state.networks, people=people
            )
            # What is opened may lie below our own level: as it begins, ours is what is judged.
            level = known.level if state.level == _level(self) else state.level
            decision = self.decided(known.changed(people=people, level=level))
            verdicts = replace(model.answer(decision, gates(tables)), options=())
            found = verdicts.joined(effort.answer(plan, tables))
            return replace(found, facts={**found.facts, "chosen": state.networks})

        view = AgainstDoors(OwnNetworks(tables, compact=True), BoardView(tables), tables)
        return Studio(self, Signing, answer, view)

    def studios(self) -> dict[str, Callable[[], Studio]]:
        return {**super().studios(), "board": self.board_studio}

    @shown
    def memo(self) -> Part:
        """Writes the memo into the company's folder."""
        self._check()

        return self._kept(
            "memo", lambda: MemoWriter(self.findings, self.tables, self.file.path.parent)
        )

    def decisions(self) -> Iterable[tuple[str, str]]:
        return choices()
