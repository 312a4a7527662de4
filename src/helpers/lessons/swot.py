"""Lesson 06: a SWOT of which every line has a proof and an action, and what an action frees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company, context
from helpers.company import Company
from helpers.lessons.whose import OURS
from helpers.models import actions, company_plan, effort
from helpers.models.result import Quantity, Result
from helpers.models.swot import Line
from helpers.studio import declared
from helpers.studio.declared import (
    Choice,
    CompanyField,
    Hours,
    Network,
    Options,
    Subject,
    Written,
    action_names,
)
from helpers.studio.exercises.swot_board import SwotBoard
from helpers.studio.following import Following
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Presets, Studio
from helpers.studio.tolerance import Among
from helpers.views import swot_lines, swot_names
from helpers.views.before_after import BeforeAfter
from helpers.views.canvas import View
from helpers.views.swot_matrix import SwotMatrix
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words.locale import N_, _

MUSEUM = "museum"
"""The case firm of prediction and worked example."""
NONE = ""
LEAVE = "withdraw"
PROMISING = "series"
"""What the weightiest pair of the museum's board calls for."""


def _firms(lesson: Subject) -> Options:
    """The example firms, and the learner's own where it is another."""
    cases = company.cases()
    found = [(known.name, key) for key, known in cases.items()]
    ours = lesson.company
    known_name = any(ours.name == known.name for known in cases.values())
    if ours.invented and known_name and not ours.swot:
        return found
    return [*found, (_("Yours: {name}").format(name=ours.name), OURS)]


def _or_none(lesson: Subject) -> Options:
    """Every action, its short name first: that one stands in the picture."""
    short = vars(lesson.tables)["actions"]["short"]
    said = _("{short}: {name}")
    named = [
        (said.format(short=_(short[key]), name=name), key) for name, key in action_names(lesson)
    ]
    return [(_("none"), NONE), *named]


@dataclass(frozen=True)
class Chosen:
    """The state of the explore studio: a firm and a network, and two actions at most."""

    first: Annotated[
        str,
        Choice(
            label=N_("First action"),
            options=_or_none,
            start=PROMISING,
            group=N_("What we would do"),
        ),
    ]
    second: Annotated[str, Choice(label=N_("Second action"), options=_or_none)]
    firm: Annotated[
        str, Choice(label=N_("Whose firm"), options=_firms, start=MUSEUM, group=N_("Whose firm"))
    ]
    network: Annotated[
        str,
        Network(
            label=N_("Network that it is about"),
            start=lambda lesson: company_plan.first_network(company.case(MUSEUM), lesson.tables),
        ),
    ]


@dataclass(frozen=True)
class Decided:
    """The state of the own task."""

    actions: Annotated[
        tuple[str, ...],
        CompanyField(
            label=N_("Actions that we take"),
            options=action_names,
            start=lambda our: company_plan.decided(our.company, our.tables),
            group=N_("What we do"),
        ),
    ]
    hours: Annotated[float, Hours()]
    action_owner: Annotated[str, Written(group=N_("Who, and from when"))]
    action_from: Annotated[str, Written(hint=N_("a day, such as: next Monday"))]


class Swot(Lesson):
    """A line needs a proof and an action, or it is a wish. Before you add, ask what you can
    drop.
    """

    slug = "swot"
    example_case = MUSEUM
    parts_with_figures = ("board",)
    texts = ("swot",)

    # The prediction -----------------------------------------------------------------------

    def _firm(self, key: str) -> Company:
        """An example or the learner's own: always the same object, so that fits are kept."""
        cases = self.once("cases", company.cases)
        return self.company if key == OURS else cases[key]

    def _wall(self, known: Company) -> Result:
        keep = company_plan.first_network(known, self.tables)
        return actions.wall(known, keep, self.tables)

    def _of_museum(self) -> Result:
        return self._wall(self._firm(MUSEUM))

    def question(self) -> Question:
        result = self._of_museum()
        gone = self.tables.name("network", result.facts["gone"])
        text = _(
            "{company} lacks {missing} a week. Two actions add hours, and one takes "
            "work away. What closes the gap of an average week?"
        ).format(company=result.facts["firm"], missing=Speaker(result)("missing"))
        options = (
            (_("Only adding both: one more person, hours bought"), "adds"),
            (_("Only leaving {network}").format(network=gone), "leave"),
            (_("Either: adding both, or leaving {network}").format(network=gone), "either"),
            (_("Neither: hours would still be missing"), "neither"),
        )
        right = self._right(result)
        replies = swot_names.replies(result) if right == "leave" else {}
        return Question(text, options=options, close=Among(right=(right,)), replies=replies)

    @staticmethod
    def _right(result: Result) -> str:
        """Which of the two ways leaves no hour missing."""
        adds, leave = result.value("wall.rest") <= 0, result.value("left.rest") >= 0
        if adds and leave:
            return "either"
        return "adds" if adds else "leave" if leave else "neither"

    def truth(self) -> Quantity:
        return self._of_museum()["freed"]

    def walk(self) -> Walk:
        """The museum's notes, or those of the learner's own firm where hours are missing."""
        result = self._of_museum()
        ours = self.company
        if not ours.invented and len(ours.networks) > 1:
            own = self._wall(ours)
            result = own if own.value("missing") > 0 else result
        speak = Speaker(result)
        gone = self.tables.name("network", result.facts["gone"])
        naive = _(
            "One more person and the hours bought promise {sum}; {missing} are missing."
        ).format(sum=speak("naive"), missing=speak("missing"))
        handed = _(
            "Leave and sickness take a part of the person's hours, and handing over takes some: "
            "{sum}."
        ).format(sum=speak("handed"))
        brought = _("The hours bought have to be briefed from inside: {sum} are left.").format(
            sum=speak("brought")
        )
        freed = _(
            "Leaving {network} frees its posts, plans, listening and answering, and the talks that "
            "keep networks in step: {sum}."
        )
        if result.value("left.again"):
            freed = _(
                "Leaving {network} ends {own} of posts, plans, listening, answering and talks; "
                "{again} return, as what was adapted from its posts is made anew: {sum}."
            )
        freed = freed.format(
            network=gone, own=speak("left.own"), again=speak("left.again"), sum=speak("freed")
        )
        if result.value("left.rest") >= 0:
            freed += " " + _("That closes the gap of an average week.")
        steps = (
            Step(naive, "naive"),
            Step(handed, "handed"),
            Step(brought, "brought"),
            Step(freed, "freed"),
        )
        why = _(
            "A wall of notes asks what we could add, and each addition costs hours of its own. "
            "Few lists hold an action that takes something away; this one does."
        )
        return Walk(result, steps, why)

    # The picture ---------------------------------------------------------------------------

    def _answer(self, key: str, network: str, chosen: Iterable[str]) -> Result:
        known = self._firm(key)
        asked = actions.Asked(known, network, tuple(dict.fromkeys(filter(None, chosen))))
        lines = self._lines(key, known, network)
        return actions.answer(asked, lines, self.tables, context.current().today)

    def _lines(self, key: str, known: Company, network: str) -> tuple[Line, ...]:
        if key == MUSEUM and not known.swot:
            return swot_lines.example(known, self.tables, network)
        return swot_lines.written(known, self.tables, network)

    def example_picture(self) -> tuple[View, Result]:
        network = company_plan.first_network(self._firm(MUSEUM), self.tables)
        return SwotMatrix(self.tables), self._answer(MUSEUM, network, (PROMISING,))

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            speak.plural(
                "{number} of {lines} lines lacks a proof: nobody can check it, and any other "
                "museum could have written it.",
                "{number} of {lines} lines lack a proof: nobody can check them, and any other "
                "museum could have written them.",
                "unproved",
                lines=speak("lines"),
            ),
            _(
                "The other lines have a proof: statistics, a telephone list, a time sheet. By the "
                "times on that sheet, what is planned lacks {missing} a week."
            ).format(missing=speak("swot.gap.size")),
            _(
                "A strength and an opportunity make the weightiest pair: object stories are "
                "shared, and teachers ask when classes can come. What joins them is a post a week."
            ),
            _("That post takes {hours} a week from today. Now {missing} are missing.").format(
                hours=speak(f"{PROMISING}.moved"), missing=speak("swot.gap_after.size")
            ),
            speak.plural(
                "{number} line with a proof is still a wish: nobody does anything because of it. "
                "Find its action in “Explore”.",
                "{number} lines with a proof are still wishes: nobody does anything because of "
                "them. Find their action in “Explore”.",
                "idle",
            ),
        ]

    def explore_studio(self) -> Following:
        tables = self.tables

        def model(state: Chosen) -> Result:
            return self._answer(state.firm, state.network, (state.first, state.second))

        def facts(key: str) -> Mapping[str, object]:
            return {"network": company_plan.first_network(self._firm(key), tables)}

        return Following(self, Chosen, model, SwotMatrix(tables), self._presets, facts)

    def _presets(self, key: str) -> Presets:
        """Hours that are added, gates that are opened, a network that is left."""
        known = self._firm(key)
        network = company_plan.first_network(known, self.tables)
        names = vars(self.tables)["actions"]["short"]
        short = {"first": _(names["second"]), "second": _(names["freelancer"])}
        found = {
            "adds": Preset(
                _("Only what adds: {first}, {second}").format(**short),
                {"first": "second", "second": "freelancer"},
            ),
        }
        today = context.current().today
        opening = actions.openers(known, network, self.tables, today)
        if opening:
            first, second, *_rest = [*opening, NONE]
            label = _("Only actions that open a gate")
            found["opens"] = Preset(label, {"first": first, "second": second})
        if len(known.networks) > 1:
            found["leaves"] = Preset(_("Leave one"), {"first": LEAVE, "second": NONE})
        return found

    # The own task --------------------------------------------------------------------------

    @shown
    def board(self) -> Part:
        """The SWOT board."""
        self._check()
        return self._kept("board", lambda: SwotBoard(self.company, self.tables, self.save))

    def own_studio(self) -> Studio:
        known, tables = self.company, self.tables
        keep = company_plan.first_network(known, tables)

        def model(state: Decided) -> Result:
            before = effort.answer(actions.plan_with(known, (), keep, tables), tables)
            promised = known.changed(people=company_plan.people_with(known, state.hours))
            after = effort.answer(actions.plan_with(promised, state.actions, keep, tables), tables)
            more = {
                f"before.{key}": replace(before[key], key=f"before.{key}")
                for key in ("gap", "missing")
            }
            moved = after.value("gap") != before.value("gap")
            facts = {
                **after.facts,
                "moved": moved,
                "chosen": state.actions,
                "who": state.action_owner.strip(),
                "day": state.action_from.strip(),
            }
            return replace(after, quantities={**after.quantities, **more}, facts=facts)

        return Studio(self, Decided, model, BeforeAfter(tables))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        """The actions; leaving a network and going leaner are done by saving them."""
        chosen = studio.state.actions
        keep = company_plan.first_network(self.company, self.tables)
        then = actions.kept(self.company, chosen, keep, self.tables)
        fields = vars(self.tables)["actions"]["field"]
        left = [action for action in chosen if fields[action] not in actions.OF_THE_PLAN]
        saved = {**declared.changes(studio.state, self), "actions": left}
        if then.networks != self.company.networks:
            saved["networks"] = list(then.networks)
        if then.level != self.company.level:
            saved["level"] = then.level
        return saved

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We take one action, with a name and a date"), "one"),
            (_("We take two"), "two"),
            (_("First we prove our lines"), "prove"),
            (_("We leave a network"), "withdraw"),
        ]
