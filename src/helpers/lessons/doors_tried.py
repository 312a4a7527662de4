"""Trying the doors: the studio of one network and its repairs, and the board of all networks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import context
from helpers.company import Company
from helpers.lessons.doors_way import PEOPLE
from helpers.lessons.guesses import Guesses
from helpers.models import decision as model
from helpers.models import doors, turning
from helpers.models.decision import Decision, Flip
from helpers.models.gate_figures import HELPER, Changed, changed
from helpers.models.gates import Gate, gates
from helpers.models.judging import judge
from helpers.models.plan import leader
from helpers.models.result import Result
from helpers.studio.declared import Choice, Firm, Ledger, Network, Subject
from helpers.studio.following import Following
from helpers.studio.studio import Preset, Presets, Studio
from helpers.views.doors import DoorsView
from helpers.views.verdict_board import BoardView
from helpers.words import locale
from helpers.words.locale import N_, _

SITE = "G3b"
"""The gate whose line is the owner's."""
STRICT = 0.8
"""Readings that a strict owner wants; the bold one takes the lowest of the ledger."""
NOTHING, NAMED, PAGES, DAYS, HALF = "nothing", "named", "pages", "days", "half"
"""What may be mended before the doors are tried again."""
OWNER = "owner"
"""What is tried where nothing is mended, and only the owner is another."""
HALF_HOUR = 0.5


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
    firm: Annotated[str, Firm(group=N_("Whose firm"))]


@dataclass(frozen=True)
class Lines:
    """The state of the studio of all networks: whose, and how many of our people are wanted."""

    people: Annotated[float, Ledger("least_audience", label=N_("Our people there, at least"))]
    firm: Annotated[str, Firm()]


class DoorsTried(Guesses):
    """What the doors say once an owner wants more or less, or a fact is mended."""

    def _judged(
        self,
        known: Company,
        rules: tuple[Gate, ...] | None = None,
        focus: str = "",
        steps: tuple[Changed, ...] = (),
        turned: Flip | None = None,
    ) -> Result:
        """The verdicts, and what would change the one on ``focus``, else each that waits.

        ``turned`` is what has been changed for it already.
        """
        rules = rules or gates(self.tables)
        decision = judge(known, self.tables, context.current().today, rules, steps)
        network = focus or decision.nearest
        today = context.current().today
        asked = {network: None} if decision[network].failed else {}
        if not focus:  # a board names what would open each that is not yet opened
            asked |= dict.fromkeys(turning.waiting(decision))
        flips = turning.flips(decision, asked, self.tables, today, rules)
        if turned is not None:
            flips = {network: turned}
        needs = turning.needs(decision, asked, flips, self.tables, today, rules)
        leaner = turning.leaner(decision, needs, self.tables, today, rules)
        found = model.answer(decision, rules, flips, needs, leaner)
        near = doors.short_of_one(decision, self.tables, rules)
        facts = {"network": network, "named": turned is not None, "short_of_one": near}
        return replace(found, facts={**found.facts, **facts})

    @staticmethod
    def mends() -> list[tuple[str, str]]:
        """What may be mended: one thing at a time."""
        return [
            (_("nothing"), NOTHING),
            (_("the one fact that would turn the verdict"), NAMED),
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
            owner = OWNER if state.owner != _usual(self) else ""
            tried = state.mended if state.mended != NOTHING else owner
            already = bool(steps) and changed(known, steps) == known
            if state.mended == PAGES:
                already = known.first_page >= self.tables.default("gate_G7b")
            named = self._named(state.mended, bool(steps), known, found)
            facts = {
                "as_it_is": self.decided(known)[network],
                "idle": "" if named.facts["unnamed"] else tried,
                "searched": state.mended == PAGES and not already,
                "already": already and state.owner == _usual(self),
            }
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
        least = tables.assumptions["least_audience"]

        def answer(state: Lines) -> Result:
            known = self.firm_of(state.firm)
            rules = gates(tables, {PEOPLE: state.people})
            found = self._judged(known, rules)
            facts = {"as_it_is": self.decided(known), "tried": state.people != least.default}
            return replace(found, facts={**found.facts, **facts})

        presets = {
            "fewer": Preset(_("Half as many people will do"), {"people": least.low}),
            "more": Preset(_("More of them have to be there"), {"people": least.high}),
        }
        return Studio(self, Lines, answer, BoardView(tables), presets)
