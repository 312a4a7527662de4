"""Lesson 03: a month of posts audited; what links, posts and talk do to people in touch."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.models import company_plan, content, effort
from helpers.models.content import Page, Week
from helpers.models.result import Quantity, Result, Sheet
from helpers.studio.declared import CompanyField, Ledger
from helpers.studio.exercises.audit import MonthAudit, audited
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Among
from helpers.views.buckets import BucketsView
from helpers.views.buckets_firm import Answered, Planned
from helpers.views.buckets_words import Compared
from helpers.views.canvas import View
from helpers.views.gap import GapView
from helpers.views.stacked import Stacked
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, counted

OFFERED = (4, 11, 40, 110)
"""The people that can be predicted; the nearest to the model's answer is right."""
LARGE_PAGE = 3000
QUICK = 5.0
"""Minutes of a link posted in haste."""
AT_ONCE = 1.0
"""Where the dial of these minutes begins: below our range, as some only paste an address."""


def own_minutes(lesson: Lesson) -> float | None:
    """Minutes a week that an own firm's posts take; None for an example: the ledger's."""
    known = lesson.company
    if known.about.startswith("case:") or not known.networks:
        return None
    network = company_plan.first_network(known, lesson.tables)
    week, page = content.week_of(known, network, known.level, lesson.tables)
    return float(round(60 * content.takes(replace(week, talks=0.0), page, lesson.tables)))


@dataclass(frozen=True)
class Talk:
    """The state of the explore studio; shares are 0–1, talks a week, minutes a week."""

    own_links: Annotated[float, CompanyField(group=N_("What we do"))]
    conversations: Annotated[float, Ledger("conversations_week")]
    minutes: Annotated[float, Ledger("content_minutes", start=own_minutes)]
    link_minutes: Annotated[float, Ledger(group=N_("What we doubt"), low=AT_ONCE)]
    link_talk: Annotated[float, Ledger()]
    stay: Annotated[float, Ledger("reply_gain")]
    followers: Annotated[float, CompanyField(label=N_("Followers, all year"), group=N_("The page"))]


@dataclass(frozen=True)
class Ours:
    """The state of the own task."""

    own_links: Annotated[float, CompanyField()]
    conversations: Annotated[float, CompanyField()]
    level: Annotated[str, CompanyField()]


class RelationNotPush(Lesson):
    """Bare links are seldom the best use of an hour.

    On a small page talk, if somebody is there; on a large one say something.
    """

    slug = "relation_not_push"
    example_case = "museum"
    asked_case = "machine_parts"
    cited = ("purp-034", "purp-035", "ente-015", "ente-018")

    def _links(self) -> Result:
        """A year of links alone on one firm's page: as many a week as posts fit in otherwise."""
        page = content.page_of(company.case(self.asked_case).followers, self.tables)
        hours = self.tables.default("content_minutes") / 60
        return content.multiplied(hours / page.making, page, self.tables)

    def question(self) -> Question:
        links = self._links()
        reactions = links.value("reactions")
        text = _(
            "A page has {followers}. It gives {minutes} a week to links to its own site, nothing "
            "else, and answers nobody. How many of its followers are in touch with it after a "
            "year, that is, react or talk now and then?"
        ).format(
            followers=counted("{number} follower", "{number} followers", links.value("followers")),
            minutes=counted("{number} minute", "{number} minutes", round(links.value("minutes"))),
        )
        options = tuple(
            (counted("{number} person", "{number} people", number), str(number))
            for number in OFFERED
        )
        truth = links.value("in_touch")
        nearest = min(OFFERED, key=lambda number: abs(number - truth))
        close = Among(right=(str(nearest),))
        replies = {
            str(number): self._too_many(number, reactions) for number in OFFERED if number > nearest
        }
        return Question(text, unit="people", options=options, close=close, replies=replies)

    @staticmethod
    def _too_many(number: int, reactions: float) -> str:
        """What somebody has not counted who says so many."""
        if number > round(reactions):
            return _("That is more people than react in the whole year.")
        return _("So many react in the year; by its end most of them have forgotten the page.")

    def truth(self) -> Quantity:
        return self._links()["in_touch"]

    def walk(self) -> Walk:
        links = self._links()
        speak = Speaker(links)
        steps = [
            Step(
                speak.plural(
                    "{links} a week are {number} chance to be seen in a year.",
                    "{links} a week are {number} chances to be seen in a year.",
                    "chances",
                    links=speak.plural("{number} link", "{number} links", "links"),
                ),
                "chances",
            ),
            Step(
                speak.plural(
                    "Of a hundred followers {seen} see a link: {number} view.",
                    "Of a hundred followers {seen} see a link: {number} views.",
                    "views",
                    seen=speak("seen"),
                ),
                "views",
            ),
            Step(
                speak.plural(
                    "Among every hundred viewers {react} reacts: {number} reaction.",
                    "Among every hundred viewers {react} reacts: {number} reactions.",
                    "reactions",
                    react=speak("react"),
                ),
                "reactions",
            ),
            Step(
                _("Spread over the year that is {won} of them each week: so many run in.").format(
                    won=speak("won")
                ),
                "won",
            ),
            Step(
                _(
                    "One in {one_in} forgets us every week: with {kept} in touch at the end, about "
                    "as many leak out as run in."
                ).format(one_in=speak("one_in"), kept=speak("in_touch")),
                "in_touch",
            ),
        ]
        why = _(
            "It is easy to multiply and stop there: one sees the tap and forgets the hole. A "
            "bucket is full once as many leak out as run in; a second year would add {more}."
        ).format(more=speak("second_year"))
        return Walk(links, tuple(steps), why)

    def example_picture(self) -> tuple[View, Result]:
        museum, tables = company.case(self.example_case), self.tables
        month = content.month(museum, tables)
        page = content.page_of(museum.followers, tables)
        share, posts = month["own_links"], month["posts"]
        as_is = Week(posts * share, posts * (1 - share), month["answered"])
        taken = content.takes(as_is, page, tables)
        # No more than the comments that were there to answer.
        more = content.spent(taken, share, month["comments"], page, tables)
        filled = content.spent(taken, share, 0.0, page, tables)
        weeks = {
            "mix": as_is,
            "plain": content.spent(taken, 0.0, 0.0, page, tables),
            "filled": filled,
            "silent": replace(as_is, talks=0.0),
        }
        result = content.compared({key: (week, page) for key, week in weeks.items()}, tables)
        # Told beside the picture, and not drawn: it stands on comments that nobody has promised.
        sheet = Sheet()
        sheet.add("talk.in_touch", content.in_touch(more, page, tables), "whole people")
        sheet.add("talk.talks", more.talks, "a week")
        result = result.joined(sheet.result())
        facts = content.month_facts(museum, month, result.value("mix.in_touch"), tables)
        return BucketsView(Answered()), result.joined(facts)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            speak.plural(
                "The museum's month holds {number} post, {links} of them own links; of "
                "{comments} comments {answers} are answered.",
                "The museum's month holds {number} posts, {links} of them own links; of "
                "{comments} comments {answers} are answered.",
                "month.posts",
                links=speak("month.own_links"),
                comments=speak("month.comments"),
                answers=speak("month.answered"),
            ),
            _(
                "People won in the first week: {mix} with the answers, {silent} without them."
            ).format(silent=speak("silent.won"), mix=speak("mix.won")),
            _("One in {one_in} of those in touch is lost each week, through the hole.").format(
                one_in=speak.bare("one_in")
            ),
            _("After a year {mix} are in touch; without the answers, {silent}.").format(
                mix=speak("mix.in_touch"), silent=speak("silent.in_touch")
            ),
            _(
                "Without the answers the page takes {silent} a week, with them {mix}. In the same "
                "{mix}, posts alone keep {plain}."
            ).format(
                silent=speak("silent.hours"),
                mix=speak("mix.hours"),
                plain=speak("plain.in_touch"),
            ),
            speak.plural(
                "The museum wants {wanted} visitors more a year. Each of the {mix} would have to "
                "bring about {number}. The page serves the community, not that target.",
                "The museum wants {wanted} visitors more a year. Each of the {mix} would have to "
                "bring about {number}. The page serves the community, not that target.",
                "each",
                wanted=speak("wanted"),
                mix=speak("mix.in_touch"),
            ),
        ]

    def explore_studio(self) -> Studio:
        tables = self.tables
        links = {"own_links": 1.0, "conversations": 0.0}
        hours = tables.default("content_minutes") / 60
        half = float(round(hours / 2 / content.talk_hours(tables)))
        presets = {
            "links": Preset(_("Only links"), links),
            "posts": Preset(
                _("Only posts that say something"), {"own_links": 0.0, "conversations": 0.0}
            ),
            "talk": Preset(
                _("Five conversations, nearly one post"),
                {"own_links": 0.0, "conversations": half},
            ),
            "alike": Preset(
                _("Links that win as many reactions as posts"), {**links, "link_talk": 1.0}
            ),
            "quick": Preset(_("A link in five minutes"), {**links, "link_minutes": QUICK}),
            "large": Preset(_("A page of 3,000"), {**links, "followers": LARGE_PAGE}),
        }

        def model(state: Talk) -> Result:
            made = content.page_of(state.followers, tables).making
            linking = state.link_minutes / 60
            page = Page(state.followers, state.stay, state.link_talk, made, linking)
            hours = state.minutes / 60
            found = content.answer(hours, state.own_links, state.conversations, page, tables)
            sheet = Sheet()  # the hours may hold fewer than are asked for
            sheet.add("minutes", state.minutes, "minutes")
            sheet.add("asked", state.conversations, "a week")
            return found.joined(sheet.result())

        return Studio(self, Talk, model, BucketsView(Compared()), presets)

    @staticmethod
    def _own_links(share: float) -> Result:
        """How many of a firm's posts are links: what sets one firm apart from the next."""
        sheet = Sheet()
        sheet.add("own_links", share, "share")
        return sheet.result()

    def _pages(self, network: str) -> Result:
        """Of which page the buckets are, and of how many networks the hours."""
        sheet = Sheet()
        sheet.add("pages", len(self.company.networks), "count")
        return sheet.result(page=self.tables.name("network", network))

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company
        network = company_plan.first_network(known, tables)
        before = content.week_of(known, network, known.level, tables)

        def model(state: Ours) -> Result:
            planned = known.changed(
                own_links=state.own_links, conversations=round(state.conversations)
            )
            weeks = {
                "before": before,
                "mix": content.week_of(planned, network, state.level, tables),
            }
            plan = company_plan.plan_of(planned, tables, state.level)
            counted_already = content.counted_talks(plan, tables)
            hours = effort.answer(plan, tables).joined(counted_already)
            told = content.compared(weeks, tables).joined(self._own_links(known.own_links))
            return told.joined(hours).joined(self._pages(network))

        picture = Stacked(BucketsView(Planned(), flat=True), GapView(tables, compact=True))
        return Studio(self, Ours, model, picture)

    @shown
    def audit(self) -> Part:
        """The audit of a month of posts."""
        self._check()
        month = audited(self.company, self.tables)
        return self._kept(
            f"audit {month}", lambda: MonthAudit(self.company, self.tables, self.save)
        )

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We talk: fewer links, and somebody answers"), "talk"),
            (_("We stay a feed, call it a notice board and promise nothing"), "feed"),
            (_("We have nobody who talks: no network for now"), "none"),
        ]
