"""Lesson 07: one voice in three tones, six house rules; what a group takes, and what it gives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.models import company_plan, effort, groups
from helpers.models.plan import capacity
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Ledger
from helpers.studio.exercises.house_rules import HouseRules, Month
from helpers.studio.exercises.tone import Rewrite, ToneSort
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Within
from helpers.views.canvas import View
from helpers.views.gap import GapView
from helpers.views.job import JobView
from helpers.views.walk import Step, Walk
from helpers.views.with_headline import HoursOfGroup
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, counted

SMALL, LARGE = 50, 500
"""The sizes of the worked example: neither is that of the question."""
FEW = 2
"""Helpers in a thousand where hardly anybody helps."""
HALF_OF_TEN = 5
"""Questions of ten: whoever expects more without an answer expects more bad luck than there is."""
LIVELY = 0.3
"""Posts of one member a week in a lively group."""
FANS = {"posts": 0.4, "helpers": 15}
"""Four times the usual posts and three times the helpers: two hundred of them give more."""


@dataclass(frozen=True)
class Club:
    """The state of the explore studio."""

    members: Annotated[float, CompanyField(label=N_("Members"))]
    posts: Annotated[float, Ledger("posts_per_member")]
    helpers: Annotated[
        float,
        Ledger("group_helpers", label=N_("Of a thousand members, how many would answer")),
    ]


@dataclass(frozen=True)
class Ours:
    """The state of the own task."""

    kind: Annotated[str, CompanyField("group", label=N_("Group"))]
    members: Annotated[float, CompanyField(when=lambda state: state.kind != groups.NONE)]
    level: Annotated[str, CompanyField()]


class VoiceAndGroups(Lesson):
    """One voice, a tone for each situation. A group of two hundred is most likely our job; if
    its members write and answer twice as much, it is a toss-up.
    """

    slug = "voice_and_groups"
    example_case = "cosmetics"
    texts = ("tone", "house_rules")

    def question(self) -> Question:
        asked = groups.unanswered(self.tables)
        text = _(
            "In a group of {members} there are {questions} a week. On average, each question gets "
            "{replies} from another member. Of ten questions, how many get no reply from any "
            "member?"
        ).format(
            members=counted("{number} member", "{number} members", asked.value("question_members")),
            questions=counted("{number} question", "{number} questions", asked.value("asked")),
            replies=counted("{number} reply", "{number} replies", asked.value("each")),
        )
        return Question(text, unit="questions", low=0, high=10, close=Within(right=1, close=2))

    def truth(self) -> Quantity:
        return groups.unanswered(self.tables)["of_ten_none"]

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The answer; whoever expected more than half without a reply hears of luck."""
        said, result = super().comparison(committed), groups.unanswered(self.tables)
        if committed is None or float(committed["value"]) <= HALF_OF_TEN:
            return said
        speak = Speaker(result)
        more = _(
            "You expected more bad luck than there is: {several} of ten questions get two answers "
            "or more, and yet only {none} get none."
        ).format(several=speak("of_ten_several"), none=speak("of_ten_none"))
        return f"{said} {more}"

    def walk(self) -> Walk:
        result = groups.unanswered(self.tables)
        speak = Speaker(result)
        steps = (
            Step(
                _(
                    "As many answers as questions: shared out evenly, each question gets its own: "
                    "{left} without one."
                ).format(left=speak("even")),
                "even",
            ),
            Step(
                _(
                    "But helpers come by without asking each other: {several} of ten questions "
                    "get two answers or more."
                ).format(several=speak("of_ten_several")),
                "of_ten_several",
            ),
            Step(
                _(
                    "Those answers are missing elsewhere: {one} of ten get just one, and {none} "
                    "get none."
                ).format(one=speak("of_ten_one"), none=speak("of_ten_none")),
                "of_ten_none",
            ),
        )
        why = _("We share averages out evenly; chance does not.")
        if "one_left" in result:
            more = _(
                "To leave only one in ten ({left} of {asked} a week) it would take about "
                "{members}; that is another border than the one of hours."
            )
            fields = {
                "members": speak.plural("{number} member", "{number} members", "one_left"),
                "left": speak.bare("one_left_none"),
                "asked": speak.bare("one_left_of"),
            }
            why = f"{why} {more.format(**fields)}"
        return Walk(result, steps, why)

    # What a group takes and gives ---------------------------------------------------------

    def _beside(self, known: Company) -> dict[str, float]:
        """The hours that a firm has, and those that it needs without a group."""
        plan = company_plan.plan_of(known.changed(group=groups.NONE), self.tables, known.level)
        need = effort.expected(plan, self.tables)
        there = capacity(plan, self.tables.default("shrinkage"))
        return {"available": there, "required": float(need.total)}

    def _answer(self, group: groups.Group, known: Company) -> Result:
        """A group beside what a firm plans; the firm is named, as hours are its own."""
        found = groups.answer(group, self._beside(known), self.tables)
        return replace(found, facts={**found.facts, "firm": known.name})

    def example_picture(self) -> tuple[View, Result]:
        shop = company.case(self.example_case)
        small, large = (
            self._answer(groups.group_of(groups.CLOSED, size, self.tables), shop)
            for size in (SMALL, LARGE)
        )
        told = ("group_members", "moderation", "questions", "left", "given")
        before = {f"small_{k}": replace(small[k], key=f"small_{k}") for k in told}
        return JobView(), replace(large, quantities={**large.quantities, **before})

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        small = speak.plural("{number} member", "{number} members", "small_group_members")
        large = speak.plural("{number} member", "{number} members", "group_members")

        def asked(key: str) -> str:
            return speak.plural("{number} question", "{number} questions", key)

        return [
            _("With {members} the group takes {hours} a week, most of it to keep it alive.").format(
                members=small, hours=speak("small_moderation")
            ),
            _("Of {questions} a week, {left} are left to the shop.").format(
                questions=asked("small_questions"), left=speak("small_left")
            ),
            _("With {members} it takes {hours}: more to read, more who want to join.").format(
                members=large, hours=speak("moderation")
            ),
            _("But of {questions} only {left} are left to the shop.").format(
                questions=asked("questions"), left=speak("left")
            ),
            _(
                "The answers of members take them {given}: more than the {hours} that the shop "
                "still works. They help the customers first."
            ).format(given=speak("given"), hours=speak("moderation")),
        ]

    def explore_studio(self) -> Studio:
        tables, shop = self.tables, company.case(self.example_case)
        presets = {
            "few": Preset(_("Hardly anybody helps"), {"helpers": FEW}),
            "fans": Preset(
                _("Two hundred fans"), {"members": tables.default("question_members"), **FANS}
            ),
            "lively": Preset(_("A lively one"), {"posts": LIVELY}),
        }

        def model(state: Club) -> Result:
            group = groups.Group(groups.CLOSED, state.members, state.posts, state.helpers)
            return self._answer(group, shop)

        studio = Studio(self, Club, model, JobView(), presets)
        studio.firm = self.example_case
        return studio

    # The own task --------------------------------------------------------------------------

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Ours) -> Result:
            members = round(state.members)
            firm = known.changed(group=state.kind, members=members, level=state.level)
            plan = company_plan.plan_of(firm, tables, state.level)
            group = groups.group_of(state.kind, members, tables)
            return self._answer(group, firm).joined(effort.answer(plan, tables))

        return Studio(self, Ours, model, HoursOfGroup(GapView(tables, compact=True), JobView()))

    @shown
    def tone(self) -> Part:
        """Three answers to sort."""
        self._check()
        return self._kept("tone", ToneSort)

    @shown
    def rules(self) -> Part:
        """Six house rules."""
        self._check()
        return self._kept("rules", lambda: HouseRules(self.company, self.save))

    @shown
    def rewrite(self) -> Part:
        """Two texts to write again."""
        self._check()
        return self._kept("rewrite", Rewrite)

    @shown
    def month(self) -> Part:
        """A month of four posts."""
        self._check()
        return self._kept("month", lambda: Month(self.company, self.save))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("No group: we answer where we are"), groups.NONE),
            (_("A closed group: a room, with a name and a day for what nobody answers"), "closed"),
            (_("An open group: a square, with rules and two names"), groups.OPEN),
            (_("First our six rules, then we talk about a group again"), "rules"),
        ]
