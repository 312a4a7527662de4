"""Lesson 05: what decides how long a customer waits, and who answers when one is away."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count, takewhile
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.models import company_plan, effort, replies
from helpers.models.plan import leader
from helpers.models.replies import TO_BE_ASKED, Care
from helpers.models.result import Quantity, Result
from helpers.studio.controls import Dial
from helpers.studio.declared import CompanyField, Ledger, Options, Subject
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.canvas import View
from helpers.views.chat import ChatView
from helpers.views.gap import GapView
from helpers.views.wait import WaitView
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, counted, number


def _messages(group: str) -> CompanyField:
    """The company's own count, or the estimate from its followers."""

    def start(lesson: "CareOrReputation") -> float:
        return lesson.messages(lesson.company)

    return CompanyField("messages", start=start, group=group)


def _speeds(lesson: Subject) -> Options:
    """As many chats at once as the ledger has a speed for."""
    known = lesson.tables.assumptions
    return [(number(n), n) for n in takewhile(lambda n: f"concurrency_{n}" in known, count(1))]


def _names(lesson: Subject) -> Options:
    """Nobody, somebody, or one of the names that the company knows."""
    known = lesson.company
    names = [person.name for person in known.people]
    if known.stand_in and known.stand_in not in names:
        names.append(known.stand_in)
    nobody = [(_("nobody yet"), ""), (_("somebody, still to be asked"), TO_BE_ASKED)]
    return [*nobody, *((name, name) for name in names if name != TO_BE_ASKED)]


@dataclass(frozen=True)
class Answering:
    """The state of the explore studio: messages a week, minutes, hours, days."""

    messages: Annotated[float, _messages(group=N_("The work"))]
    minutes: Annotated[float, CompanyField("answer_minutes")]
    look: Annotated[float, CompanyField("look_hours")]
    days: Annotated[float, CompanyField("answer_days", group=N_("The promise"))]
    promise: Annotated[float, CompanyField("promise_hours")]


@dataclass(frozen=True)
class Live:
    """The state of the chat studio."""

    calls: Annotated[float, Ledger("chat_calls", group=N_("The work"))]
    people: Annotated[float, Ledger("chat_people")]
    minutes: Annotated[float, Ledger("chat_minutes")]
    at_once: Annotated[int, Ledger("chats_at_once", options=_speeds, group=N_("The way"))]


@dataclass(frozen=True)
class Duty:
    """The state of the own task; ``stand_in`` is a name, '' for nobody."""

    messages: Annotated[float, _messages(group=N_("The work"))]
    minutes: Annotated[float, CompanyField("answer_minutes")]
    look: Annotated[float, CompanyField("look_hours")]
    stand_in: Annotated[str, CompanyField(options=_names, group=N_("The second name"))]


class CareOrReputation(Lesson):
    """How often we look decides our answer time, until half of the time is used."""

    slug = "care_or_reputation"
    cited = ("purp-035", "purp-047", "purp-050", "purp-051", "purp-052", "purp-053")

    def _asked(self) -> Care:
        """The firm of the question: the ledger's messages, the form's answering time."""
        usual = {key: company.field(key).default for key in ("answer_minutes", "answer_days")}
        return Care(
            self.tables.default("care_messages"),
            usual["answer_minutes"],
            usual["answer_days"],
            company.field("look_hours").default,
            company.field("promise_hours").default,
        )

    def question(self) -> Question:
        care = self._asked()
        text = _(
            "A firm gets {messages} a week. Somebody looks once a day, on {days} a week, "
            "and has {minutes} for it. How many hours does a customer wait on average?"
        ).format(
            messages=counted("{number} message", "{number} messages", care.messages),
            days=counted("{number} day", "{number} days", care.days),
            minutes=counted("{number} minute", "{number} minutes", care.minutes_a_day),
        )
        return Question(text, unit="hours", low=0, high=200)

    def truth(self) -> Quantity:
        return replies.answer(self._asked(), self.tables)["wait"]

    def messages(self, known: Company) -> float:
        """The company's own count, or the estimate from its followers."""
        if known.messages is not None:
            return known.messages
        plan = company_plan.plan_of(known, self.tables, known.level)
        counts = effort.answering(plan, self.tables, effort.Units(self.tables))
        return round(float(sum(counts.values())), 1)

    def example_picture(self) -> tuple[View, Result]:
        hotel, tables = company.case(self.example_case), self.tables
        messages = self.messages(hotel.changed(networks=hotel.networks[:1]))
        care = Care(
            messages,
            hotel.answer_minutes,
            hotel.answer_days,
            hotel.look_hours,
            hotel.promise_hours,
        )
        plan = company_plan.plan_of(hotel, tables, hotel.level, networks=hotel.networks[:1])
        view = WithHeadline(GapView(tables), WaitView(tables))
        return view, replies.answer(care, tables).joined(effort.answer(plan, tables))

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            speak.plural(
                "{number} message a week reaches the hotel, {handling} each.",
                "{number} messages a week reach the hotel, {handling} each.",
                "messages",
                handling=speak("handling"),
            ),
            speak.plural(
                "It answers {minutes} a day on {number} day: {load} of that time is used.",
                "It answers {minutes} a day on {number} days: {load} of that time is used.",
                "days",
                minutes=speak("minutes_a_day"),
                load=speak("load"),
            ),
            _("It looks once in {look}, so a message waits {half} before anybody sees it.").format(
                look=speak("look"), half=speak("look_part")
            ),
            _("The queue adds {queue}: the wait is {wait}.").format(
                queue=speak("queue_part"), wait=speak("wait")
            ),
            _("With the page itself {required} a week are needed; looking is a habit.").format(
                required=speak("required")
            ),
        ]

    def explore_studio(self) -> Studio:
        known = self.company
        often = known.look_hours / 6 if known.look_hours >= 6 else 1.0

        def presets(dials: Mapping[str, Dial]) -> dict[str, Preset]:
            messages, minutes = dials["messages"], dials["minutes"]
            return {
                "often": Preset(_("Look six times as often"), {"look": often}),
                "time": Preset(
                    _("Twice the minutes"), {"minutes": min(2 * minutes.value, minutes.max)}
                ),
                "storm": Preset(
                    _("A bad week: ten times the messages"),
                    {"messages": min(10 * max(messages.value, 1.0), messages.max)},
                ),
            }

        def model(state: Answering) -> Result:
            care = Care(state.messages, state.minutes, state.days, state.look, state.promise)
            return replies.answer(care, self.tables)

        return Studio(self, Answering, model, WaitView(self.tables), presets)

    def chat_studio(self) -> Studio:
        """Live chat by Erlang C."""
        tables = self.tables

        def model(state: Live) -> Result:
            people = round(state.people)
            return replies.chat_answer(state.calls, state.minutes, people, state.at_once, tables)

        return Studio(self, Live, model, ChatView(tables))

    @shown
    def chat(self) -> Part:
        """Live chat, under the same veil."""
        return self._veiled("chat", self.chat_studio)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Duty) -> Result:
            care = Care(
                state.messages, state.minutes, known.answer_days, state.look, known.promise_hours
            )
            plan = company_plan.plan_of(known, tables, known.level, messages=state.messages)
            answer = replies.answer(care, tables).joined(effort.answer(plan, tables))
            first = leader(known.people)
            second = state.stand_in
            if first is not None and known.people[first].name == second:
                second = ""  # nobody stands in for oneself
            return replace(answer, facts={**answer.facts, "stand_in": second})

        view = WithHeadline(GapView(tables), WaitView(tables))
        return Studio(self, Duty, model, view)

    def studios(self) -> dict[str, Callable[[], Studio]]:
        return {**super().studios(), "chat": self.chat_studio}

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("Customer care: we name two people and a promise"), "care"),
            (_("Reputation: we post, and say where to write instead"), "reputation"),
            (_("Both, with the hours that it takes"), "both"),
            (_("Neither: telephone and website first"), "none"),
        ]
