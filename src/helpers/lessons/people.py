"""Lesson 11: the objection of dishes and holidays; reach through people and the page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company, context
from helpers.data.tables import NONE
from helpers.lessons.profiles_task import WORK_AND_FRIENDS, ProfilesTask
from helpers.models import advocacy, fit
from helpers.models.advocacy import Crowd
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Ledger
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.parts import Text
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views import sources
from helpers.views.canvas import View
from helpers.views.people import PeopleView
from helpers.views.profiles import ProfilesView
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker
from helpers.words import escaping
from helpers.words.locale import N_, _, counted, percent

FOR = ("pers-007", "pers-008", "pers-003", "pers-017", "pers-020")
AGAINST = ("orga-032", "orga-030", "orga-033", "orga-031", "pers-012", "pers-019", "pers-010")
UNCLEAR = ("orga-009",)
"""Evidence for reach through people, against it, and what tells neither: views are no minutes."""


@dataclass(frozen=True)
class Posting:
    """The state of the explore studio."""

    staff: Annotated[float, Ledger(group=N_("The people"))]
    posting: Annotated[float, Ledger("posting_share")]
    contacts: Annotated[float, Ledger("contacts_each")]
    seen: Annotated[float, Ledger("view_rate", group=N_("The world"))]
    market: Annotated[float, Ledger("market_size")]
    followers: Annotated[float, CompanyField()]


class People(ProfilesTask, Lesson):
    """People reach people; the page signs."""

    slug = "people"
    parts_with_figures = ("claims",)

    def _crowd(self) -> Crowd:
        value = self.tables.default
        return Crowd(
            value("staff"),
            value("posting_share"),
            value("contacts_each"),
            value("view_rate"),
            value("market_size"),
        )

    def question(self) -> Question:
        crowd = self._crowd()
        text = _(
            "A firm of {staff} wants to reach {market}. {posting} of its people post about their "
            "work; each has {contacts}, and {seen} of those see a post. How many different people "
            "does that reach?"
        ).format(
            staff=counted("{number} person", "{number} people", crowd.staff),
            market=counted("{number} person", "{number} people", crowd.market),
            posting=percent(crowd.posting),
            contacts=counted("{number} contact", "{number} contacts", crowd.contacts),
            seen=percent(crowd.seen),
        )
        return Question(text, unit="people", low=0, high=10000)

    def truth(self) -> Quantity:
        return advocacy.answer(self._crowd(), 0.0, self.tables)["people_reach"]

    def example_picture(self) -> tuple[View, Result]:
        hotel, tables = company.case(self.example_case), self.tables
        crowd = replace(self._crowd(), staff=6.0, posting=0.5)
        there = fit.situation(hotel, tables)
        fits = advocacy.profile_lift(there, tables).joined(fit.answer(there, tables))
        reached = advocacy.answer(crowd, hotel.followers, tables)
        return WithHeadline(
            ProfilesView(tables, WORK_AND_FRIENDS), PeopleView(tables)
        ), reached.joined(fits)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            speak.plural(
                "Six people work at the hotel; half of them post, with {number} contact each.",
                "Six people work at the hotel; half of them post, with {number} contacts each.",
                "contacts",
            ),
            speak.plural(
                "{seen} of the contacts see a post: {number} person.",
                "{seen} of the contacts see a post: {number} different people.",
                "people_reach",
                seen=speak("seen"),
            ),
            speak.plural(
                "The page has {number} follower and reaches {page}.",
                "The page has {number} followers and reaches {page}.",
                "followers",
                page=speak("page_reach"),
            ),
            _("If one of the three leaves in autumn, reach falls to {left}.").format(
                left=speak("without_one")
            ),
            _("In the fit, people's profiles add {lift} points to LinkedIn.").format(
                lift=speak("linkedin.lift")
            ),
        ]

    @shown
    def claims(self) -> Part:
        """The evidence for and against, with its years."""
        self._check()
        today = context.current().today
        head = (_("Side"), _("Figure"), _("Value"), _("Year"), _("Source"))
        lines = ["| " + " | ".join(head) + " |", "| --- | --- | --- | --- | --- |"]
        for side, ids in (
            (_("for"), FOR),
            (_("against"), AGAINST),
            (_("cannot tell"), UNCLEAR),
        ):
            for key in ids:
                row = self.tables.evidence[key]
                year = str(row.year or _("undated"))
                if row.is_stale(today):
                    year += " " + _("(old)")
                value = sources.value(row, self.tables)
                told = " | ".join(map(escaping.markdown, (side, _(row.metric), value, year)))
                lines.append(f"| {told} | {sources.linked(row.publisher, row.url)} |")
        return Text("\n".join([*lines, "", self._aged()]))

    def _aged(self) -> str:
        """What the newest figures leave of the claim about dishes and holidays."""
        before, now, elsewhere, views = (
            self.tables.evidence[key] for key in ("orga-032", "orga-030", "orga-031", "orga-009")
        )
        sentence = _(
            "For dishes and holidays the claim has aged: in {now}, {share} of the time on Facebook "
            "and {other} on Instagram went to what friends post, after {before} on Facebook in "
            "{earlier}. The {views} of {oldest} count views, not minutes, and are no answer to "
            "that. How it is among colleagues and buyers of one trade, nobody has measured."
        )
        percents = {
            name: percent(row.value / 100)
            for name, row in (
                ("share", now),
                ("other", elsewhere),
                ("before", before),
                ("views", views),
            )
        }
        return sentence.format(now=now.year, earlier=before.year, oldest=views.year, **percents)

    def explore_studio(self) -> Studio:
        tables = self.tables
        presets = {
            "one": Preset(_("One person posts"), {"staff": 20.0, "posting": 0.05}),
            "small": Preset(_("A small market"), {"market": 500.0}),
            "page": Preset(_("A large page"), {"followers": company.field("followers").slider_to}),
        }

        def model(state: Posting) -> Result:
            crowd = Crowd(state.staff, state.posting, state.contacts, state.seen, state.market)
            return advocacy.answer(crowd, state.followers, tables)

        return Studio(self, Posting, model, PeopleView(tables), presets)

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("Our people post, of their own will; the page signs"), "people"),
            (_("The page alone, with named authors"), "page"),
            (_("Both, with hours for both"), "both"),
            (_("Neither for now"), NONE),
        ]
