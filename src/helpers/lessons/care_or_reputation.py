"""Lesson 05: customers wait for the next look; care is a rhythm and reputation a batch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.lessons import care_firms
from helpers.lessons.care_firms import ASKED, care_of, estimated, looks_a_day
from helpers.models import care, company_plan, replies
from helpers.models.looks import DAYS, looks_at
from helpers.models.plan import leader
from helpers.models.replies import TO_BE_ASKED, Care
from helpers.models.result import Quantity, Result, Sheet
from helpers.studio.declared import CompanyField, Options, Subject
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Studio
from helpers.studio.tolerance import Among
from helpers.views.canvas import View
from helpers.views.care import CareGapView
from helpers.views.sawtooth import SawtoothView
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import N_, _, counted, plain


def _messages(lesson: Subject) -> float:
    """The company's own count, or the estimate from the followers of all its networks."""
    return estimated(lesson.company, lesson.tables, lesson.company.networks)


def _names(lesson: Subject) -> Options:
    """Nobody, somebody, or one of the names that the company knows."""
    known = lesson.company
    names = [person.name for person in known.people]
    if known.stand_in and known.stand_in not in names:
        names.append(known.stand_in)
    nobody = [(_("nobody yet"), ""), (_("somebody, still to be asked"), TO_BE_ASKED)]
    return [*nobody, *((name, name) for name in names if name != TO_BE_ASKED)]


@dataclass(frozen=True)
class Duty:
    """The state of the own task; ``stand_in`` is a name, '' for nobody."""

    days: Annotated[
        float,
        CompanyField(
            "answer_days", label=N_("Days a week on which we answer"), group=N_("Our looks")
        ),
    ]
    look: Annotated[float, looks_a_day()]
    states: Annotated[bool, CompanyField("states_hours")]
    messages: Annotated[float, CompanyField(start=_messages, group=N_("Their messages"))]
    minutes: Annotated[float, CompanyField("answer_minutes")]
    promise: Annotated[float, CompanyField("promise_hours", group=N_("The promise"))]
    stand_in: Annotated[str, CompanyField(options=_names)]
    choice: Annotated[str, CompanyField("care_or_reputation", group=N_("The choice"))]


class CareOrReputation(Lesson):
    """They wait for our next look, not for our fingers."""

    slug = "care_or_reputation"
    cited = (
        "care-001",
        "care-002",
        "care-003",
        "purp-035",
        "purp-047",
        "purp-050",
        "purp-051",
        "purp-052",
        "purp-053",
    )

    # The prediction: one firm, so that a class argues about one thing ----------------------

    def _case(self) -> Care:
        """The practice with the page that it would begin with."""
        return care_of(company.case(ASKED), self.tables)

    def _changes(self) -> dict[str, Care]:
        """What the practice could change, by the key of the option."""
        now = self._case()
        longer = replace(now.looks, minutes_a_day=2 * now.looks.minutes_a_day)
        return {
            "hourly": care.oftener(now),
            "day": care.one_day_more(now),
            "minutes": replace(now, looks=longer),
            "typing": replace(now, quickness=0.5),
        }

    def _tried(self) -> dict[str, Result]:
        """The answers with each change, by the key of the option."""
        changed = self._changes().items()
        return {key: replies.answer(asked, self.tables) for key, asked in changed}

    def _right(self) -> str:
        kept = self._tried()
        return max(kept, key=lambda key: kept[key].value("in_time"))

    def question(self) -> Question:
        now = self._case()
        text = _(
            "{company} wants to answer within {promise}. Which one change keeps that promise most "
            "often?"
        ).format(
            company=company.case(ASKED).name,
            promise=counted("{number} hour", "{number} hours", now.promise_hours),
        )
        more = care.walked(now, self.tables)
        options = (
            (
                Speaker(more).plural(
                    "a look every hour: {number} look more",
                    "a look every hour: {number} looks more",
                    "more_looks",
                ),
                "hourly",
            ),
            (_("one look more, on Saturday at nine"), "day"),
            (
                _("{minutes} for answers at each look instead of {before}").format(
                    minutes=counted(
                        "{number} minute", "{number} minutes", 2 * now.looks.minutes_a_day
                    ),
                    before=plain(now.looks.minutes_a_day),
                ),
                "minutes",
            ),
            (_("answers written in half the time"), "typing"),
        )
        return Question(text, unit="of 100", options=options, close=Among(right=(self._right(),)))

    def truth(self) -> Quantity:
        return self._tried()[self._right()]["in_time"]

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The answer, and what each of the four keeps."""
        now = replies.answer(self._case(), self.tables)
        tried = {key: Speaker(kept)("in_time") for key, kept in self._tried().items()}
        figures = _(
            "Now {now} are answered in time. With a look every hour it is {hourly}, with one on "
            "Saturday {day}, with twice the minutes {minutes}, with answers in half the time "
            "{typing}."
        ).format(now=Speaker(now)("in_time"), **tried)
        return f"{super().comparison(committed)} {figures}"

    def _walking(self) -> Care:
        """The learner's own firm, if its longest gap breaks a promise; or the practice."""
        ours, now = self.company, self._case()
        if ours.invented:
            return now
        own = replace(
            care_of(ours, self.tables), messages=estimated(ours, self.tables, ours.networks)
        )
        looks = own.looks
        plain_week = 0 < looks.days < DAYS and looks.a_day == 1 and not looks.states_hours
        if not plain_week or not own.messages or not care.fits(own, self.tables):
            return now
        result = care.walked(own, self.tables)
        return own if result.value("gaps") < result.value("naive") else now

    def walk(self) -> Walk:
        """From a look every day to what one look more brings."""
        result = care.walked(self._walking(), self.tables)
        speak = Speaker(result)
        said = {
            "naive": _(
                "Somebody looks on nearly every day. As if it were every day: {naive} within "
                "{promise}."
            ),
            "gaps": _(
                "But it is {days}. In the gap of {longest} the first {late} are too long: at best "
                "{gaps}, however quick the fingers."
            ),
            "full": _("What does not fit into a short look is left for a later one: {full}."),
            "hourly": self._hourly(result, speak),
            "day": _("One look on one day more cuts the longest gap: {day}."),
        }
        fields = {
            "promise": speak("promise"),
            "days": speak.plural("{number} day of seven", "{number} of seven days", "days"),
            "longest": speak("longest"),
            "late": speak("late"),
            **{key: speak(key) for key in said},
        }
        # The better of the two changes comes last: it is the answer.
        tried = sorted(("hourly", "day"), key=result.value)
        steps = [Step(said[key].format(**fields), key) for key in ("naive", "gaps", "full")]
        # Each is a change of its own to what stands today.
        steps += [Step(said[key].format(**fields), key, since="full") for key in tried]
        why = _(
            "We count from the moment when we look, and in the days on which we do. Customers "
            "count from the moment when they write, whatever days we say."
        )
        return Walk(result, tuple(steps), why)

    @staticmethod
    def _hourly(result: Result, speak: Speaker) -> str:
        """What looks every hour change: the last gap of the week a little, and full looks."""
        last = round(result.value("days")) - 1
        said = speak.plural(
            "{number} look more on the same days shortens every gap, the longest by {cut}.",
            "{number} looks more on the same days shorten every gap, the longest by {cut}.",
            "more_looks",
            cut=speak("cut"),
        )
        if not last:
            said = speak.plural(
                "{number} look more on the same day shortens the gap of a week by {cut}.",
                "{number} looks more on the same day shorten the gap of a week by {cut}.",
                "more_looks",
                cut=speak("cut"),
            )
        elif result.facts["short_kept"]:
            said = speak.plural(
                "Of the {number} extra look on the same days only those on {day} cut the longest "
                "gap, by {cut}; the others shorten gaps that broke no promise.",
                "Of the {number} extra looks on the same days only those on {day} cut the longest "
                "gap, by {cut}; the others shorten gaps that broke no promise.",
                "more_looks",
                day=locale.weekdays()[last],
                cut=speak("cut"),
            )
        rest = _("With minutes of their own: {hourly}.")
        if result.value("full_lost") > result.value("hourly_lost") == 0:
            rest = _("With minutes of their own, full looks break none: {hourly}.")
        return f"{said} {rest.format(hourly=speak('hourly'))}"

    # The worked example ---------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        hotel = company.case(self.example_case)
        usual = care_of(hotel, self.tables)
        days = round(self.tables.default("quiet_days"))
        asked = replace(usual, looks=replace(usual.looks, days=days))
        season = Sheet()
        season.add("season_days", usual.looks.days, "days")
        result = care_firms.answered(hotel, asked, self.tables).joined(season.result())
        return SawtoothView(self.tables), result

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            speak.plural(
                "{number} message a week comes by the hotel's page on {network}, at any hour.",
                "{number} messages a week come by the hotel's page on {network}, at any hour.",
                "messages",
                network=self.tables.name("network", result.facts["network"]),
            ),
            speak.plural(
                "Before the season it looks at nine on {number} day (in season on {more}); the "
                "longest gap is {longest}.",
                "Before the season it looks at nine on {number} days (in season on {more}); the "
                "longest gap is {longest}.",
                "days",
                more=speak.bare("season_days"),
                longest=speak("longest"),
            ),
            _(
                "If every look answered all, {best} would be answered within {promise}, after "
                "{look} on average."
            ).format(
                best=speak("looks_in_time"),
                promise=speak("promise"),
                look=speak("printed.look_part"),
            ),
            _(
                "What does not fit into a look is left for a later one. That adds {queue}: "
                "{wait} on average, and {in_time}."
            ).format(
                queue=speak("printed.queue_part"), wait=speak("wait"), in_time=speak("in_time")
            ),
            _(
                "If the page said on which days the hotel answers, only these would count: "
                "{stated}. Its guests would wait as long as before."
            ).format(stated=speak("if_stated")),
            _(
                "On each answering day care takes {reading} of reading and {answers} of answers. "
                "The posts take {reputation} a week, in one block, whenever somebody likes."
            ).format(
                reading=speak("read_each"),
                answers=speak("answer_each"),
                reputation=speak("reputation"),
            ),
        ]

    # The studios ----------------------------------------------------------------------------

    def explore_studio(self) -> Studio:
        return care_firms.studio(self)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Duty) -> Result:
            looks = looks_at(tables, state.days, state.look, state.minutes, state.states)
            asked = Care(state.messages, looks, state.promise, tables.default("weekend_rate"))
            plan = company_plan.plan_of(known, tables, known.level, messages=state.messages)
            hours = care.answer(care.chosen(plan, state.choice), tables, looks.days)
            answer = replies.answer(asked, tables).joined(hours)
            first = leader(known.people)
            # Nobody stands in for oneself.
            alone = first is not None and known.people[first].name == state.stand_in
            facts = {"stand_in": state.stand_in, "alone": alone, "choice": state.choice}
            return replace(answer, facts={**answer.facts, **facts})

        return Studio(self, Duty, model, CareGapView(tables))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("Care: we name two people, our days and a promise"), "care"),
            (_("Care and reputation, with the hours that both take"), "both"),
            (_("Neither: telephone and website first"), "none"),
            (_("First we count two weeks of messages"), "count"),
        ]
