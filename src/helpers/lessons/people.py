"""Lesson 11: possible buyers among people's contacts, against those among the page's followers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from helpers import company, context
from helpers.company import Company
from helpers.data.tables import NONE
from helpers.lessons.people_cards import CARDS, NEWER, Card
from helpers.lessons.stops import stopped
from helpers.models import advocacy, company_plan
from helpers.models.result import Quantity, Result, Sheet
from helpers.studio.controls import Dial
from helpers.studio.declared import CompanyField, Ledger
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.parts import Text
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Among
from helpers.views import sources
from helpers.views.buyers import BuyersView
from helpers.views.buyers_scale import START
from helpers.views.buyers_words import contacts, followers
from helpers.views.canvas import View
from helpers.views.own_people import OwnPeople
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words import escaping
from helpers.words.locale import N_, _, counted, number

PETRAKIS = "machine_parts"
"""The firm for which everybody predicts."""
OFFERED = {"15": 15.0, "75": 75.0, "150": 150.0, "550": 550.0}
"""Possible buyers among the contacts to choose from."""
MORE = 5
"""So many more of twenty could buy after an event at which buyers are met."""
ORIGINAL = "original seen"
"""The confidence of a figure that needs no mark."""
TIMES = 4
"""How much larger the page gets."""


@dataclass(frozen=True)
class Posting:
    """The state of the explore studio."""

    buyers: Annotated[float, CompanyField("buyers_of_20", group=N_("The people"))]
    posters: Annotated[float, CompanyField(label=lambda lesson: lesson.who_post())]
    seen: Annotated[float, Ledger("view_rate")]
    followers: Annotated[
        float, CompanyField(label=N_("Followers of the page"), group=N_("The page"))
    ]
    page_seen: Annotated[float, Ledger("organic_reach")]
    page_buyers: Annotated[float, Ledger("page_could_buy")]


@dataclass(frozen=True)
class Ours:
    """The state of the own task."""

    posters: Annotated[float, CompanyField()]
    contacts: Annotated[float, CompanyField()]
    buyers: Annotated[float, CompanyField("buyers_of_20")]


class People(Lesson):
    """People reach people; count the buyers among them."""

    slug = "people"
    parts_with_figures = ("claims",)
    cited = ("pers-003",)

    def _told(self, known: Company) -> Result:
        """Both ways to possible buyers, for a firm as it is."""
        seen, page = self.tables.default("view_rate"), advocacy.page_of(known, self.tables)
        return advocacy.answer(advocacy.contacts_of(known), seen, page, self.tables)

    # The prediction: one firm, so that a class argues about one thing -----------------------

    def _asked(self) -> Result:
        """The walk to the number of contacts from which the engineer is ahead of the page."""
        firm, tables = company.case(PETRAKIS), self.tables
        seen, page = tables.default("view_rate"), advocacy.page_of(firm, tables)
        return advocacy.adding_up(advocacy.contacts_of(firm), seen, page, tables)

    def question(self) -> Question:
        asked = self._asked()
        text = _(
            "The engineer has {contacts}. How many of them have to be possible buyers, so that one "
            "post of the engineer reaches as many possible buyers as one post of the page?"
        ).format(
            contacts=counted("{number} contact", "{number} contacts", asked.value("contacts_all"))
        )
        turn = asked.value("turn")
        right = min(OFFERED, key=lambda key: abs(OFFERED[key] - turn))
        options = tuple(
            (counted("{number} of them", "{number} of them", count), key)
            for key, count in OFFERED.items()
        )
        replies = stopped(self._stops(asked), OFFERED, self.tables)
        replies.pop(right, None)
        close = Among(right=(right,))
        return Question(text, unit="people", options=options, close=close, replies=replies)

    @staticmethod
    def _stops(result: Result) -> list[tuple[float, str]]:
        """Figures on the way to the answer, and what is missed by who takes one for it."""
        looking = Speaker(result).bare("page_reached")
        said = (
            ("naive", _("You stopped at step 1: a share says little until you ask of how many.")),
            ("page_all", _("You stopped at step 2: not every follower sees a post.")),
            (
                "page_reached",
                _(
                    "{looking} is how many followers see a post of the page, not how many "
                    "possible buyers are needed among the contacts."
                ).format(looking=looking),
            ),
        )
        return [(result.value(key), words) for key, words in said]

    def truth(self) -> Quantity:
        return self._asked()["turn"]

    def walk(self) -> Walk:
        result = self._asked()
        speak = Speaker(result)
        first = _(
            "Half of the page's followers could buy. The same half of the contacts would be "
            "{naive}."
        ).format(naive=speak.bare("naive"))
        second = _("A half of what? The page has {followers}, so that its half is {page}.").format(
            followers=followers(speak), page=speak.bare("page_all")
        )
        last = _(
            "{page} of the followers see a post: {looking}, of whom {buyers} could buy. Of the "
            "contacts {seen} see one, so {turn} possible buyers are enough."
        ).format(
            page=speak("page_seen"),
            looking=speak.bare("page_reached"),
            buyers=speak.bare("page_buyers"),
            seen=speak("seen"),
            turn=speak.bare("turn"),
        )
        why = _(
            "“Half” looks larger than “about one in {one}”, until you ask how many look. We "
            "compare shares and forget what they are shares of."
        ).format(one=speak.bare("one_in"))
        steps = (Step(first, "naive"), Step(second, "page_all"), Step(last, "turn"))
        return Walk(result, steps, why)

    # The worked example ---------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        return BuyersView(), self._told(company.case(self.example_case))

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            _(
                "The daughter has {contacts}; {seen} of them see a post, and that is {reached}."
            ).format(
                contacts=contacts(speak),
                seen=speak("seen"),
                reached=speak.bare("reached"),
            ),
            _(
                "She opened twenty at random, and {found} of them could book a room. That is "
                "{share} of them: {buyers} possible guests see it."
            ).format(
                found=speak.bare("buyers_of_20"),
                share=speak("could_buy"),
                buyers=speak.bare("buyers"),
            ),
            _(
                "The page has {followers}, and {seen} of them see a post: {looking}. "
                "{share} of these could book: {buyers} possible guests see it."
            ).format(
                share=speak("page_could_buy"),
                followers=followers(speak),
                seen=speak("page_seen"),
                looking=speak.bare("page_reached"),
                buyers=speak.bare("page_buyers"),
            ),
            _(
                "She reaches more people, and the page more guests. At {level} possible guests of "
                "twenty both would be level."
            ).format(level=speak.bare("turn_of_20")),
            _(
                "Twenty contacts leave much open: after that count, {low} to {high} of all of them "
                "may be possible guests. From a count of {enough} on she would be clearly ahead."
            ).format(
                low=speak("share_low"),
                high=speak("share_high"),
                enough=speak.bare("sure_from"),
            ),
        ]

    # The cards --------------------------------------------------------------------------------

    @shown
    def claims(self) -> Part:
        """Six published figures to be sorted, and where we would put them."""
        self._check()
        head = ("", _("What was found"), _("Year"), _("Who says so"))
        lines = sources.table(head, (self._row(place, card) for place, card in enumerate(CARDS, 1)))
        put = [f"- {self._sorted(place, card)}" for place, card in enumerate(CARDS, 1)]
        verdict = _(
            "For dishes and holidays the article's claim has aged: friends' posts fill few minutes "
            "now. Within a trade it may stand; there nobody has measured it."
        )
        ours = _("Where we would put them")
        fold = [f"<details><summary>{escaping.markdown(ours)}</summary>"]
        return Text("\n".join([*lines, "", *fold, "", *put, "", verdict, "", "</details>"]))

    def _row(self, place: int, card: Card) -> list[str]:
        rows = [self.tables.evidence[key] for key in card.figures]
        first, figures = rows[0], [number(abs(row.value)) for row in rows]
        year = str(first.year or _("undated"))
        if first.is_stale(context.current().today):
            year += " " + _("(old)")
        said = _(card.said).format(*figures, earlier=rows[-1].year)
        source = sources.linked(first.publisher, first.url)
        if first.confidence != ORIGINAL:
            quoted = _(first.confidence)
            source += f" ({escaping.markdown(quoted)})"
        return [*map(escaping.markdown, (str(place), said, year)), source]

    @staticmethod
    def _sorted(place: int, card: Card) -> str:
        said = _("{place}: **{side}**; {why}.")
        return said.format(place=place, side=_(card.side), why=escaping.markdown(_(card.why)))

    # The studios ----------------------------------------------------------------------------

    def explore_studio(self) -> Studio:
        tables, known = self.tables, self.company
        first = self._told(known)
        start = (first.value("reached"), first.value("page_buyers"))

        def model(state: Posting) -> Result:
            people = advocacy.Contacts(state.posters, known.contacts, state.buyers)
            page = advocacy.Page(state.followers, state.page_seen, state.page_buyers)
            result = advocacy.answer(people, state.seen, page, tables)
            return result.joined(Sheet().result(**{START: start}))

        return Studio(self, Posting, model, BuyersView(turn=True), self._presets)

    def who_post(self) -> str:
        """The name of the slider of people who post: each has as many contacts as the file says."""
        each = counted("{number} contact", "{number} contacts", self.company.contacts)
        return _("People who post, each with {contacts}").format(contacts=each)

    def _presets(self, dials: Mapping[str, Dial]) -> dict[str, Preset]:
        """Fewer and more possible buyers, fewer who look, a larger page, and one who leaves."""
        buyers, posters, followers = (dials[n] for n in ("buyers", "posters", "followers"))
        few = 1.0 if buyers.value > 1 else 0.0
        found = {}
        if buyers.value:
            found["friends"] = Preset(_("Mostly friends and aunts"), {"buyers": few})
        more = min(buyers.value + MORE, buyers.max)
        met = _("After a good season")
        if self.company.market == "b2b":
            met = _("After the trade fair")
        if more > buyers.value:
            found["fair"] = Preset(met, {"buyers": more})
        left = self.tables.default("view_rate") * (1 + self.tables.evidence[NEWER].value / 100)
        newer = _("The newer reading: {seen} of 100").format(seen=number(round(100 * left)))
        found["newer"] = Preset(newer, {"seen": left})
        if followers.value:
            larger = min(TIMES * followers.value, followers.max)
            found["page"] = Preset(_("A page four times as large"), {"followers": larger})
        if posters.value:
            leaves = _("Whoever posts leaves") if posters.value < 2 else _("One of them leaves")
            found["leaves"] = Preset(leaves, {"posters": posters.value - 1})
        return found

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Ours) -> Result:
            ours = advocacy.Contacts(state.posters, state.contacts, state.buyers)
            seen, page = tables.default("view_rate"), advocacy.page_of(known, tables)
            plan = company_plan.plan_of(known, tables, known.level)
            hours = advocacy.beside_the_page(plan, state.posters, tables)
            return hours.joined(advocacy.answer(ours, seen, page, tables))

        return Studio(self, Ours, model, OwnPeople(tables, compact=True))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("Our people post, of their own will; the page signs"), "people"),
            (_("The page alone, with named authors"), "page"),
            (_("Both, with hours for both"), "both"),
            (_("Neither for now"), NONE),
        ]
