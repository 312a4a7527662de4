"""Lesson 07: tone for a situation, a group as a job, pillars that become a month."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated

from helpers import company
from helpers.models import company_plan, effort, voice
from helpers.models.plan import capacity
from helpers.models.result import Quantity, Result
from helpers.models.voice import Group
from helpers.studio.declared import CompanyField, Ledger, Subject
from helpers.studio.exercises.tone import ToneExercise
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.calendar import CalendarView
from helpers.views.canvas import View
from helpers.views.gap import GapView
from helpers.views.group import GroupView
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, counted


def _some_group(lesson: Subject) -> str:
    """The company's group, or an open one to look at."""
    group = lesson.company.group
    return group if group != voice.NONE else voice.OPEN


@dataclass(frozen=True)
class Club:
    """The state of the explore studio."""

    kind: Annotated[str, CompanyField("group", label=N_("Group"), start=_some_group)]
    members: Annotated[float, CompanyField()]
    posts: Annotated[float, Ledger("posts_per_member")]


@dataclass(frozen=True)
class Month:
    """The state of the calendar studio: coins by pillar, and the level."""

    questions: Annotated[float, CompanyField("pillars.questions", group=N_("For others"))]
    people: Annotated[float, CompanyField("pillars.people")]
    help: Annotated[float, CompanyField("pillars.help")]
    offers: Annotated[float, CompanyField("pillars.offers", group=N_("For us"))]
    level: Annotated[str, CompanyField()]


@dataclass(frozen=True)
class Ours:
    """The state of the own task."""

    kind: Annotated[str, CompanyField("group", label=N_("Group"))]
    members: Annotated[float, CompanyField(when=lambda state: state.kind != voice.NONE)]
    level: Annotated[str, CompanyField()]


class VoiceAndGroups(Lesson):
    """Tone is chosen for the situation; a group is a job."""

    slug = "voice_and_groups"
    texts = ("tone",)

    def _available(self, known: company.Company) -> float:
        plan = company_plan.plan_of(known, self.tables, known.level)
        return capacity(plan, self.tables.default("shrinkage"))

    def question(self) -> Question:
        members = self.tables.default("question_members")
        posts = members * self.tables.default("posts_per_member")
        text = _(
            "An open group has {members}. Together they write {posts} a week. How many hours a "
            "week does it take to look after it?"
        ).format(
            members=counted("{number} member", "{number} members", members),
            posts=counted("{number} post", "{number} posts", posts),
        )
        return Question(text, unit="hours/week", low=0, high=100)

    def truth(self) -> Quantity:
        value = self.tables.default
        asked = Group(voice.OPEN, value("question_members"), value("posts_per_member"))
        return voice.group_answer(asked, self._available(self.company), self.tables)["moderation"]

    def example_picture(self) -> tuple[View, Result]:
        hotel, tables = company.case(self.example_case), self.tables
        guests = hotel.changed(group=voice.CLOSED, networks=hotel.networks[:1])
        group = Group(voice.CLOSED, guests.members, tables.default("posts_per_member"))
        needed = effort.answer(company_plan.plan_of(guests, tables, hotel.level), tables)
        answer = voice.group_answer(group, self._available(hotel), tables)
        return WithHeadline(GapView(tables, compact=True), GroupView(tables)), answer.joined(needed)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            _("A closed group for guests has {members}. Each writes {posts} a week.").format(
                members=speak.plural("{number} member", "{number} members", "group_members"),
                posts=speak.plural("{number} post", "{number} posts", "posts_per_member"),
            ),
            _("Reading and answering their posts takes {hours} a week.").format(
                hours=speak("members")
            ),
            _("Requests to join take {requests}, keeping it alive {alive}.").format(
                requests=speak("requests"), alive=speak("alive")
            ),
            _("Together {hours}, that is {share} of the {available} that the hotel has.").format(
                hours=speak("moderation"),
                share=speak("group_share"),
                available=speak("available_hours"),
            ),
            _("With a page beside it, {required} are needed: the group is a second job.").format(
                required=speak("required")
            ),
        ]

    def explore_studio(self) -> Studio:
        tables, known = self.tables, self.company
        presets = {
            "closed": Preset(_("Close it"), {"kind": voice.CLOSED}),
            "busy": Preset(_("A lively one"), {"posts": 0.5}),
        }

        def model(state: Club) -> Result:
            group = Group(state.kind, state.members, state.posts)
            return voice.group_answer(group, self._available(known), tables)

        return Studio(self, Club, model, GroupView(tables), presets)

    def calendar_studio(self) -> Studio:
        """Pillars that become a month of posts."""
        tables, known = self.tables, self.company

        def model(state: Month) -> Result:
            coins = {key: getattr(state, key) for key in tables.keys("pillar")}
            plan = company_plan.plan_of(known, tables, state.level)
            posts, making = effort.posts(plan, tables)
            return voice.month(posts, coins, making)

        return Studio(self, Month, model, CalendarView(tables))

    @shown
    def calendar(self) -> Part:
        """The calendar, with a button that keeps the pillars."""
        self._check()
        return self._framed("calendar", self.calendar_studio, save=True)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Ours) -> Result:
            changed = known.changed(group=state.kind, members=round(state.members))
            plan = company_plan.plan_of(changed, tables, state.level)
            group = Group(state.kind, state.members, tables.default("posts_per_member"))
            answer = voice.group_answer(group, self._available(known), tables)
            return answer.joined(effort.answer(plan, tables))

        return Studio(
            self, Ours, model, WithHeadline(GapView(tables, compact=True), GroupView(tables))
        )

    @shown
    def tone(self) -> Part:
        """The exercise in tone."""
        self._check()
        return self._kept("tone", lambda: ToneExercise(self.company, self.save))

    def studios(self) -> dict[str, Callable[[], Studio]]:
        return {**super().studios(), "calendar": self.calendar_studio}

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("No group: we answer where we are"), voice.NONE),
            (_("A closed group, with a name who looks after it"), voice.CLOSED),
            (_("An open group, with rules and two names"), voice.OPEN),
            (_("First our pillars and four weeks of posts"), "calendar"),
        ]
