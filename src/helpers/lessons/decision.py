"""Lesson 14: the doors of every network, the one that ends its way, and a memo to sign."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company as company_module
from helpers import context
from helpers.company import Company
from helpers.findings import choices, flips
from helpers.lessons.doors_way import PEOPLE
from helpers.lessons.guesses import Guesses
from helpers.models import company_plan, doors, effort
from helpers.models import decision as model
from helpers.models.decision import Decision, Flip
from helpers.models.gate_figures import HELPER, Changed
from helpers.models.gates import Gate, gates
from helpers.models.judging import judge
from helpers.models.plan import leader
from helpers.models.result import Result
from helpers.studio.declared import Choice, CompanyField, Hours, Ledger, Network, Networks, Subject
from helpers.studio.exercises.last_facts import LastFacts
from helpers.studio.exercises.memo_writer import MemoWriter
from helpers.studio.following import Following
from helpers.studio.guard import shown
from helpers.studio.part import Part
from helpers.studio.studio import Preset, Presets, Studio
from helpers.views.canvas import View
from helpers.views.doors import DoorsView
from helpers.views.gap import GapView
from helpers.views.verdict_board import BoardView
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import N_, _

SITE = "G3b"
"""The gate whose line is the owner's."""
STRICT = 0.8
"""Readings that a strict owner wants; the bold one takes the lowest of the ledger."""
NOTHING, NAMED, PAGES, DAYS, HALF = "nothing", "named", "pages", "days", "half"
"""What may be mended before the doors are tried again."""
HALF_HOUR = 0.5


def _level(lesson: "TheDecision") -> str:
    """The level of what is opened, or the company's own where nothing is opened: it is kept."""
    best = lesson.decided().best
    return best.level if best else lesson.company.level


def _owners(lesson: Subject) -> list[tuple[str, object]]:
    """A bold owner, the usual one, a strict one, by the readings that they want."""
    row = lesson.tables.assumptions[f"gate_{SITE}"]
    strict = STRICT if row.default < STRICT else row.high
    said = {
        row.low: _("bold: {number} of 10 readings"),
        row.default: _("usual: {number} of 10 readings"),
        strict: _("strict: {number} of 10 readings"),
    }
    return [
        (words.format(number=locale.plain(round(10 * value, 1))), value)
        for value, words in said.items()
    ]


def _usual(lesson: Subject) -> float:
    return lesson.tables.default(f"gate_{SITE}")


@dataclass(frozen=True)
class Trying:
    """The state of the explore studio: one network, how much its owner wants, what is mended."""

    network: Annotated[
        str,
        Network(start=lambda our: our.asked_about(our.at_work()), group=N_("At the doors")),
    ]
    owner: Annotated[
        float,
        Ledger(f"gate_{SITE}", label=N_("The owner is"), options=_owners, start=_usual),
    ]
    mended: Annotated[str, Choice(label=N_("We mend or find out"), options=lambda our: our.mends())]
    firm: Annotated[
        str,
        Choice(
            label=N_("Firm"),
            options=lambda our: our.offered(),
            start=lambda our: our.at_work(),
            group=N_("Whose firm"),
        ),
    ]


@dataclass(frozen=True)
class Lines:
    """The state of the studio of all networks: whose, and how many of our people are wanted."""

    people: Annotated[float, Ledger("least_audience", label=N_("Our people there, at least"))]
    firm: Annotated[
        str,
        Choice(
            label=N_("Firm"),
            options=lambda our: our.offered(),
            start=lambda our: our.at_work(),
        ),
    ]


@dataclass(frozen=True)
class Signing:
    """The state of the own task."""

    networks: Annotated[
        tuple[str, ...],
        Networks(label=N_("We open or keep"), start=lambda our: our.decided().opened),
    ]
    level: Annotated[str, CompanyField(start=_level, when=lambda state: state.networks)]
    hours: Annotated[float, Hours()]


class TheDecision(Guesses):
    """The score is not the decision: name the figure that changes it, or say that none does."""

    slug = "decision"
    parts_with_figures = ("facts", "guesses")

    def _judged(
        self,
        known: Company,
        rules: tuple[Gate, ...] | None = None,
        focus: str = "",
        steps: tuple[Changed, ...] = (),
        turned: Flip | None = None,
    ) -> Result:
        """The verdicts, and what would change the one on ``focus`` (else: the nearest).

        ``turned`` is what has been changed for it already.
        """
        rules = rules or gates(self.tables)
        decision = judge(known, self.tables, context.current().today, rules, steps)
        network = focus or decision.nearest
        asked = [network] if decision[network].failed else []
        turning = flips(decision, asked, self.tables, rules)
        if turned is not None:
            turning = {network: turned}
        found = model.answer(decision, rules, turning)
        near = doors.one_answer_short(decision, network, self.tables, rules)
        facts = {"network": network, "named": turned is not None, "one_answer_short": near}
        return replace(found, facts={**found.facts, **facts})

    # The worked example ------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        hotel = company_module.case(self.example_case)
        return DoorsView(self.tables), self._judged(hotel)

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
            "{other} fits as well. Beside {network} the hours cover {share}, and both pay from "
            "{pays} on: not yet."
        )
        steps.append(
            beside.format(
                other=tables.name("network", other),
                network=fields["network"],
                share=self._quoted(speak, result, f"{other}.G4a"),
                pays=self._bookings(speak, result, f"{other}.G9a.needed"),
            )
        )
        return steps

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

    @staticmethod
    def mends() -> list[tuple[str, str]]:
        """What may be mended: one thing at a time."""
        return [
            (_("nothing"), NOTHING),
            (_("what is named as turning it"), NAMED),
            (_("search: four first pages of ten"), PAGES),
            (_("replies: we say on which days we answer"), DAYS),
            (_("hours: half an hour more a week"), HALF),
        ]

    def _mended(self, mend: str, known: Company, named: Flip | None) -> tuple[Changed, ...]:
        """The one fact that is put to another value; none where nothing is to be mended."""
        if named is not None:
            return (Changed(named.key, named.after),)
        if mend == PAGES:
            pages = max(known.first_page, self.tables.default("gate_G7b"))
            return (Changed("first_page", pages),)
        if mend == DAYS:
            return (Changed("states_hours", 1.0),)
        if mend == HALF:
            place = leader(known.people)
            if place is None:
                return (Changed(HELPER, HALF_HOUR),)
            return (Changed("hours", known.people[place].hours + HALF_HOUR),)
        return ()

    def explore_studio(self) -> Studio:
        tables = self.tables

        def answer(state: Trying) -> Result:
            known, network = self.firm_of(state.firm), state.network
            rules = gates(tables, {SITE: state.owner})
            flip = None
            if state.mended == NAMED:
                flip = self._judged(known, rules, network).facts["flips"].get(network)
            steps = self._mended(state.mended, known, flip)
            found = self._judged(known, rules, network, steps, flip)
            facts = {"as_it_is": self.decided(known)[network]}
            named = self._named(state.mended, bool(steps), known, found)
            return replace(named, facts={**named.facts, **facts})

        def facts(key: str) -> Mapping[str, object]:
            return {"network": self.asked_about(key)}

        return Following(
            self, Trying, answer, DoorsView(tables), lambda key: self._presets(key), facts
        )

    def _named(self, mend: str, done: bool, known: Company, found: Result) -> Result:
        """With how much more a week no trial would be needed, and whether there was no figure."""
        network = found.facts["network"]
        judged = found.facts["decision"][network]
        facts = {**found.facts, "unnamed": mend == NAMED and not done and bool(judged.failed)}
        found = replace(found, facts=facts)
        if not judged.trial:
            return found
        decision: Decision = found.facts["decision"]
        today, rules = context.current().today, found.facts["rules"]
        return found.joined(doors.steady(decision, network, self.tables, today, rules))

    def _presets(self, key: str) -> Presets:
        """Owners and repairs; each changes the start of the chosen firm."""
        (_bold, bold), *_usual_owners, (_strict, strict) = _owners(self)
        presets = {
            "bold": Preset(_("A bold owner"), {"owner": bold}),
            "pages": Preset(_("Four first pages"), {"mended": PAGES}),
            "strict": Preset(
                _("Four first pages, a strict owner"), {"mended": PAGES, "owner": strict}
            ),
        }
        if not self.firm_of(key).states_hours:
            presets["days"] = Preset(_("We say our answering days"), {"mended": DAYS})
        return presets

    def board_studio(self) -> Studio:
        """All networks at once, with the line of the door of people to move."""
        tables = self.tables

        def answer(state: Lines) -> Result:
            known = self.firm_of(state.firm)
            rules = gates(tables, {PEOPLE: state.people})
            found = self._judged(known, rules)
            return replace(found, facts={**found.facts, "as_it_is": self.decided(known)})

        least = tables.assumptions["least_audience"]
        presets = {
            "fewer": Preset(_("Half as many people will do"), {"people": least.low}),
            "more": Preset(_("More of them have to be there"), {"people": least.high}),
        }
        return Studio(self, Lines, answer, BoardView(tables), presets)

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
            decision = self.decided(known.changed(people=people))
            verdicts = replace(model.answer(decision, gates(tables)), options=())
            return verdicts.joined(effort.answer(plan, tables))

        return Studio(
            self, Signing, answer, WithHeadline(GapView(tables, compact=True), BoardView(tables))
        )

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
