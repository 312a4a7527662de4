"""Lesson 14: the doors of every network, the one that ends its way, and a memo to sign."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company as company_module
from helpers import context
from helpers.company import Company
from helpers.data.tables import NONE
from helpers.findings import Findings, choices, flips
from helpers.lessons.whose import ASKED, OURS, firm, is_own
from helpers.models import calibration, company_plan, doors, effort
from helpers.models import decision as model
from helpers.models.calibration import Forecast
from helpers.models.decision import Decision
from helpers.models.gate_figures import HELPER, Changed
from helpers.models.gates import Gate, gates
from helpers.models.judging import judge
from helpers.models.plan import leader
from helpers.models.result import Quantity, Result
from helpers.studio.declared import Choice, CompanyField, Hours, Ledger, Network, Networks, Subject
from helpers.studio.exercises.last_facts import LastFacts
from helpers.studio.exercises.memo_writer import MemoWriter
from helpers.studio.following import Following
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.parts import CompanyWords
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Presets, Studio
from helpers.studio.tolerance import Among
from helpers.views.calibration import CalibrationWords
from helpers.views.canvas import View
from helpers.views.doors import DoorsView
from helpers.views.gap import GapView
from helpers.views.verdict_board import BoardView
from helpers.views.verdicts import headline
from helpers.views.walk import Step, Walk
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker, Table
from helpers.words import locale
from helpers.words.locale import N_, _

SITE, PEOPLE = "G3b", "G2a"
"""The gates whose lines the learner may move."""
ON_THE_WAY = ("people", "fit", "site", "hours")
"""The doors of the prediction, in their order."""
USUAL, STRICT = 0.6, 0.8
"""Readings that an owner wants: a strict one more; the bold one is the ledger's lowest."""
NOTHING, NAMED, PAGES, DAYS, HALF = "nothing", "named", "pages", "days", "half"
"""What may be mended before the doors are tried again."""
HALF_HOUR = 0.5
IN_EXAMPLE = "instagram"
"""The network of the worked example whose doors are drawn."""


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
        Network(start=lambda our: our.nearest(our.at_work()), group=N_("At the doors")),
    ]
    owner: Annotated[
        float,
        Ledger(f"gate_{SITE}", label=N_("The owner is"), options=_owners, start=_usual),
    ]
    mended: Annotated[str, Choice(label=N_("We mend"), options=lambda our: our.mends())]
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
    """The state of the studio of all networks: whose, and how high two of the lines are."""

    people: Annotated[float, Ledger("least_audience", label=N_("Our people there, at least"))]
    owner: Annotated[
        float,
        Ledger(f"gate_{SITE}", label=N_("The owner is"), options=_owners, start=_usual),
    ]
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


class TheDecision(Lesson):
    """The score is not the decision; here is the one figure that would change it."""

    slug = "decision"
    parts_with_figures = ("facts", "guesses")

    def decided(self, known: Company | None = None) -> Decision:
        """The verdicts on a company by the table's gates."""
        if known is not None:
            return judge(known, self.tables, context.current().today)
        return self.findings().decision

    def findings(self) -> Findings:
        """What memo and lesson say of the present company."""
        return self.once("findings", lambda: Findings(self.company, self.tables))

    def _judged(
        self,
        known: Company,
        rules: tuple[Gate, ...] | None = None,
        focus: str = "",
        steps: tuple[Changed, ...] = (),
    ) -> Result:
        """The verdicts, and what would change the one on ``focus`` (else: the nearest)."""
        rules = rules or gates(self.tables)
        decision = judge(known, self.tables, context.current().today, rules, steps)
        network = focus or decision.nearest
        asked = [network] if decision[network].failed else []
        found = model.answer(decision, rules, flips(decision, asked, self.tables, rules))
        return replace(found, facts={**found.facts, "network": network})

    # Whose firm ------------------------------------------------------------------------

    def at_work(self) -> str:
        """The firm with which the studios begin: our own, as one of the six or by itself."""
        cases = company_module.cases().items()
        same = (key for key, case in cases if case.name == self.company.name)
        return OURS if is_own(self.company, self.tables) else next(same, OURS)

    def offered(self) -> list[tuple[str, str]]:
        """The firms to choose from."""
        found = [(case.name, key) for key, case in company_module.cases().items()]
        if self.at_work() != OURS:
            return found
        return [(_("Yours: {name}").format(name=self.company.name), OURS), *found]

    def nearest(self, key: str) -> str:
        """The network of a firm that lacks least."""
        return self.decided(self._firm(key)).nearest

    def _firm(self, key: str) -> Company:
        return self.company if key == self.at_work() else firm(key, self.company)

    # The prediction: one firm, so that a class argues about one thing --------------------

    def way(self) -> Result:
        """How many networks of the case firm each door stops, and how many go on."""

        def make() -> Result:
            decision = self.decided(company_module.case(ASKED))
            counted = doors.way(decision, ON_THE_WAY)
            return counted.joined(model.answer(decision, gates(self.tables)))

        return self.once("way", make)

    def _right(self) -> str:
        way = self.way()
        return max(ON_THE_WAY, key=lambda door: way.value(f"stopped.{door}"))

    def question(self) -> Question:
        text = _(
            "{firm} tries all {networks} networks, one door after the other. Which door stops "
            "most of them?"
        ).format(
            firm=company_module.case(ASKED).name,
            networks=locale.in_words(len(self.tables.network_keys)),
        )
        options = (
            (_("Too few of our people there"), "people"),
            (_("It does not suit us: poor fit"), "fit"),
            (_("Our website does it better"), "site"),
            (_("No hours for it"), "hours"),
        )
        return Question(text, unit="networks", options=options, close=Among(right=(self._right(),)))

    def truth(self) -> Quantity:
        return self.way()[f"stopped.{self._right()}"]

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The prediction, how many each door stops, and how it is with our own firm."""
        speak = Speaker(self.way())
        said = _("Stopped: {people} by people, {fit} by fit, {site} by the site, {hours} by hours.")
        fields = {door: speak.bare(f"stopped.{door}") for door in ON_THE_WAY}
        return f"{super().comparison(committed)} {said.format(**fields)}"

    def walk(self) -> Walk | None:
        result, speak = self.way(), Speaker(self.way())
        decision: Decision = result.facts["decision"]
        last = [
            judged.network
            for judged in decision.judgements
            if (door := doors.deciding(judged)) is not None and door.door == "site"
        ]
        if not last:
            return None  # other files: the firm is no example of this any more
        network = last[0]
        said = {
            "start": _(
                "Hours stop most, one says. Then most of the {behind} would have to come as far."
            ),
            "people": _(
                "Yet on {stopped} too few of our people are there, fewer than {wanted}: {behind} "
                "go on."
            ),
            "fit": _("On {stopped} the fit is below {line}: {behind} goes on."),
            "site": _(
                "{network} wins against the site in {wins} of 10 readings, wanted {readings}. So "
                "{behind} come to the hours."
            ),
        }
        fields = {
            "network": self.tables.name("network", network),
            "wins": speak.bare(f"{network}.readings"),
            "readings": speak.bare(f"{network}.readings.wanted"),
            "wanted": speak(f"{network}.{PEOPLE}.needed"),
            "line": speak.bare(f"{network}.G3a.needed"),
        }
        steps = []
        for door, words in said.items():
            stopped = "" if door == "start" else speak.bare(f"stopped.{door}")
            behind = speak.bare(f"behind.{door}")
            steps.append(
                Step(words.format(stopped=stopped, behind=behind, **fields), f"behind.{door}")
            )
        why = _(
            "We name what we felt last: the evening on which nobody had time. But a page that few "
            "of our people would see needs no evening."
        )
        return Walk(result, tuple(steps), why)

    # The worked example ------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        hotel = company_module.case(self.example_case)
        return DoorsView(self.tables), self._judged(hotel, focus=IN_EXAMPLE)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        decision: Decision = result.facts["decision"]
        best = decision.opened[0] if decision.opened else decision.nearest
        name, tables = self.tables.name, self.tables
        told = [
            _("{network}: {people} of the guests are there, and it fits {fit}."),
            _("It is better than the site in {times} of 10 readings; wanted are {needed}."),
            _("The hours cover {share}: nearly. So {network} opens as a trial of six weeks."),
            _("It pays from {pays} on; {aims} are aimed at."),
        ]
        fields = {
            "network": name("network", best),
            "people": self._quoted(speak, result, f"{best}.G2a"),
            "fit": self._quoted(speak, result, f"{best}.G3a"),
            "times": self._bare(speak, result, f"{best}.readings"),
            "needed": self._bare(speak, result, f"{best}.readings.wanted"),
            "share": self._quoted(speak, result, f"{best}.G4a"),
            "pays": self._bookings(speak, result, f"{best}.G9a.needed"),
            "aims": self._bare(speak, result, f"{best}.G9a"),
        }
        steps = [sentence.format(**fields) for sentence in told]
        if IN_EXAMPLE in decision.opened:
            return steps
        beside = _(
            "{other} fits as well. Beside {network} the hours cover {share}, and both pay from "
            "{pays} on: not yet."
        )
        steps.append(
            beside.format(
                other=tables.name("network", IN_EXAMPLE),
                network=fields["network"],
                share=self._quoted(speak, result, f"{IN_EXAMPLE}.G4a"),
                pays=self._bookings(speak, result, f"{IN_EXAMPLE}.G9a.needed"),
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
            (_("the figure that is named for it"), NAMED),
            (_("search: four first pages of ten"), PAGES),
            (_("replies: we say on which days we answer"), DAYS),
            (_("hours: half an hour more a week"), HALF),
        ]

    def _mended(
        self, mend: str, known: Company, network: str, rules: tuple[Gate, ...]
    ) -> tuple[Changed, ...]:
        """The one fact that is put to another value; none where nothing is to be mended."""
        if mend == NAMED:
            flip = self._judged(known, rules, network).facts["flips"].get(network)
            return () if flip is None else (Changed(flip.key, flip.after),)
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
            known, network = self._firm(state.firm), state.network
            rules = gates(tables, {SITE: state.owner})
            steps = self._mended(state.mended, known, network, rules)
            found = self._judged(known, rules, network, steps)
            facts = {"as_it_is": self.decided(known)[network]}
            named = self._named(state.mended, bool(steps), known, found)
            return replace(named, facts={**named.facts, **facts})

        def facts(key: str) -> Mapping[str, object]:
            return {"network": self.nearest(key)}

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
        if not self._firm(key).states_hours:
            presets["days"] = Preset(_("We say our answering days"), {"mended": DAYS})
        return presets

    def board_studio(self) -> Studio:
        """All networks at once, with the lines of two doors to move."""
        tables = self.tables

        def answer(state: Lines) -> Result:
            known = self._firm(state.firm)
            rules = gates(tables, {SITE: state.owner, PEOPLE: state.people})
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

    # The first guess and all predictions ------------------------------------------------

    def first_guess(self) -> str:
        """What was guessed in lesson 00, beside the verdict on it; it was no bet."""
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
        return _("Your first guess was “{guess}”. The doors say: {verdict}").format(
            guess=name, verdict=verdict if verdict.endswith(".") else f"{verdict}."
        )

    def forecasts(self) -> list[Forecast]:
        """The first prediction of each lesson about this company, as it was judged there.

        The first guess of lesson 00 is none: it was said there that no answer is wrong.
        """
        found = []
        for slug in self.company.records["predictions"]:
            first = next(iter(self.company.attempts(slug)), {})
            right, sure = first.get("right"), first.get("confidence")
            known = isinstance(right, bool) and isinstance(sure, int | float)
            if known and slug != self.company.FIRST_GUESS:
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

    @shown
    def memo(self) -> Part:
        """Writes the memo into the company's folder."""
        self._check()

        return self._kept(
            "memo", lambda: MemoWriter(self.findings, self.tables, self.file.path.parent)
        )

    def decisions(self) -> Iterable[tuple[str, str]]:
        return choices()
