"""Lesson 05: what decides how long a customer waits, and who answers when one is away."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count, takewhile
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.models import company_plan, effort, replies
from helpers.models.looks import looks_at, looks_of
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
from helpers.words.locale import N_, _, counted, number, plain


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


def _rhythms(lesson: Subject) -> Options:
    """Looks a day, as the hours from one to the next: once, halving from there, our own."""
    hours, span = company.field("look_hours"), lesson.tables.default("look_span")
    apart = [hours.default, span, span / 2, span / 4, hours.low, lesson.company.look_hours]
    a_day = {looks_at(lesson.tables, 1, h, 0, False).a_day: h for h in apart if h >= hours.low}
    some = [
        (_("{looks}, {hours} h apart").format(looks=number(n), hours=plain(h)), h)
        for n, h in sorted(a_day.items())
        if n > 1
    ]
    return [(_("one"), a_day[1]), *some] if 1 in a_day else some


def _looks() -> CompanyField:
    """Looks a day as a choice: between one a day and two, a slider of hours would do nothing."""
    return CompanyField("look_hours", label=N_("Looks a day"), options=_rhythms)


@dataclass(frozen=True)
class Answering:
    """The state of the explore studio: messages a week, minutes, looks, promise."""

    messages: Annotated[float, _messages(group=N_("The work"))]
    minutes: Annotated[float, CompanyField("answer_minutes")]
    days: Annotated[float, CompanyField("answer_days", group=N_("The looks"))]
    look: Annotated[float, _looks()]
    promise: Annotated[float, CompanyField("promise_hours", group=N_("The promise"))]
    states: Annotated[bool, CompanyField("states_hours")]


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
    days: Annotated[float, CompanyField("answer_days", group=N_("The looks"))]
    look: Annotated[float, _looks()]
    promise: Annotated[float, CompanyField("promise_hours", group=N_("The promise"))]
    states: Annotated[bool, CompanyField("states_hours")]
    stand_in: Annotated[str, CompanyField(options=_names, group=N_("The second name"))]


class CareOrReputation(Lesson):
    """Customers wait for our next look, until the pile no longer fits into one look."""

    slug = "care_or_reputation"
    cited = ("purp-035", "purp-047", "purp-050", "purp-051", "purp-052", "purp-053")

    def _asked(self) -> Care:
        """The firm of the question: the ledger's messages, the form's answering time."""
        usual = {
            key: company.field(key).default
            for key in ("answer_days", "look_hours", "answer_minutes", "promise_hours")
        }
        promise = usual.pop("promise_hours")
        looks = looks_at(self.tables, *usual.values(), states_hours=False)
        return Care(self.tables.default("care_messages"), looks, promise)

    def question(self) -> Question:
        care = self._asked()
        text = _(
            "A firm gets {messages} a week, at any hour. Somebody looks once a day, on {days} a "
            "week, and has {minutes} for it. Of 100 messages, how many are answered within "
            "{promise}?"
        ).format(
            messages=counted("{number} message", "{number} messages", care.messages),
            days=counted("{number} day", "{number} days", care.looks.days),
            minutes=counted("{number} minute", "{number} minutes", care.looks.minutes_a_day),
            promise=counted("{number} hour", "{number} hours", care.promise_hours),
        )
        return Question(text, unit="of 100", low=0, high=100)

    def truth(self) -> Quantity:
        share = replies.answer(self._asked(), self.tables)["in_time"]
        return replace(share, value=round(100 * share.value), unit="messages")

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
        care = Care(messages, looks_of(hotel, tables), hotel.promise_hours)
        plan = company_plan.plan_of(hotel, tables, hotel.level, networks=hotel.networks[:1])
        view = WithHeadline(WaitView(tables), GapView(tables))
        return view, replies.answer(care, tables).joined(effort.answer(plan, tables))

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            speak.plural(
                "{number} message a week reaches the hotel, {handling} each: {load} of the time "
                "that it keeps for them.",
                "{number} messages a week reach the hotel, {handling} each: {load} of the time "
                "that it keeps for them.",
                "messages",
                handling=speak("handling"),
                load=speak("load"),
            ),
            speak.plural(
                "It looks once a day on {number} day; the longest gap is {longest}.",
                "It looks once a day on {number} days; the longest gap is {longest}.",
                "days",
                longest=speak("longest"),
            ),
            _(
                "If every look answered all that lies there, a message would wait {half} on "
                "average, and {best} would be answered within {promise}."
            ).format(
                half=speak("look_part"), best=speak("looks_in_time"), promise=speak("promise")
            ),
            _(
                "The work that lies there adds {queue}: the wait is {wait}, and {in_time} are "
                "answered in time."
            ).format(queue=speak("queue_part"), wait=speak("wait"), in_time=speak("in_time")),
            _(
                "If the page said on which days the hotel answers, only those would count: "
                "{stated} in time, for the same work."
            ).format(stated=speak("if_stated")),
            _("With the page itself {required} a week are needed; looking is a habit.").format(
                required=speak("required")
            ),
        ]

    def explore_studio(self) -> Studio:
        known, tables = self.company, self.tables

        def presets(dials: Mapping[str, Dial]) -> dict[str, Preset]:
            messages, minutes, days = dials["messages"], dials["minutes"], dials["days"]
            day = Preset(_("One more day"), {"days": days.value + 1})
            if days.value == days.max:
                day = Preset(_("One day less"), {"days": days.value - 1})
            say = _("Say nothing of our days") if known.states_hours else _("Say our days")
            return {
                "day": day,
                "hourly": Preset(_("Look every hour"), {"look": company.field("look_hours").low}),
                "time": Preset(
                    _("Twice the minutes"), {"minutes": min(2 * minutes.value, minutes.max)}
                ),
                "say": Preset(say, {"states": not known.states_hours}),
                "storm": Preset(
                    _("A bad week: ten times the messages"),
                    {"messages": min(10 * max(messages.value, 1.0), messages.max)},
                ),
            }

        def model(state: Answering) -> Result:
            looks = looks_at(tables, state.days, state.look, state.minutes, state.states)
            return replies.answer(Care(state.messages, looks, state.promise), tables)

        return Studio(self, Answering, model, WaitView(tables), presets)

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
            looks = looks_at(tables, state.days, state.look, state.minutes, state.states)
            care = Care(state.messages, looks, state.promise)
            plan = company_plan.plan_of(known, tables, known.level, messages=state.messages)
            answer = replies.answer(care, tables).joined(effort.answer(plan, tables))
            first = leader(known.people)
            second = state.stand_in
            if first is not None and known.people[first].name == second:
                second = ""  # nobody stands in for oneself
            return replace(answer, facts={**answer.facts, "stand_in": second})

        view = WithHeadline(GapView(tables, compact=True), WaitView(tables))
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
