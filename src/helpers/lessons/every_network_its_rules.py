"""Lesson 08: three stations, LinkedIn and Facebook, X, Instagram: same post, three games."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated

from helpers import company
from helpers.data.tables import NONE
from helpers.lessons.profiles_task import WORK_AND_FRIENDS, ProfilesTask
from helpers.models import advocacy, company_plan, fit, fit_and_gap, influencer, replies
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Ledger
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.canvas import View
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.influencer import InfluencerView
from helpers.views.overload import OverloadView
from helpers.views.profiles import ProfilesView
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, counted, percent

TALK = "x"
"""The second station."""
INFLUENCERS = "instagram"
"""The third station."""


@dataclass(frozen=True)
class People:
    """The state of the first station."""

    market: Annotated[str, CompanyField()]
    profiles: Annotated[float, CompanyField()]


@dataclass(frozen=True)
class Talk:
    """The state of the second station."""

    followers: Annotated[float, CompanyField()]
    minutes: Annotated[float, CompanyField("answer_minutes")]
    days: Annotated[float, CompanyField("answer_days")]


@dataclass(frozen=True)
class Campaign:
    """The state of the third station."""

    fee: Annotated[float, Ledger("influencer_fee", group=N_("The campaign"))]
    followers: Annotated[float, Ledger("influencer_followers")]
    buy: Annotated[float, Ledger("influencer_buy")]
    seen: Annotated[float, Ledger("influencer_reach", group=N_("Its viewers"))]
    click: Annotated[float, Ledger("influencer_click")]
    contribution: Annotated[float, CompanyField()]


class EveryNetworkItsRules(ProfilesTask, Lesson):
    """Same post, three games."""

    slug = "every_network_its_rules"

    def question(self) -> Question:
        text = _(
            "Somebody answers on X for {minutes} a day, on {days} a week. At how many "
            "followers is {full} of that time used, so that waits explode?"
        ).format(
            full=percent(self.tables.default("full_load")),
            minutes=counted(
                "{number} minute", "{number} minutes", self.tables.default("question_minutes")
            ),
            days=counted("{number} day", "{number} days", company.field("answer_days").default),
        )
        return Question(text, unit="followers", low=0, high=100000)

    def truth(self) -> Quantity:
        minutes = self.tables.default("question_minutes")
        days = company.field("answer_days").default
        return replies.overload(TALK, 0.0, minutes, days, self.tables)["limit"]

    def example_picture(self) -> tuple[View, Result]:
        hotel = company.case(self.example_case)
        result = fit_and_gap.answer(hotel, self.tables, "standard")
        return FitGapMap(self.tables), result

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            _("LinkedIn is the network of work: for a hotel its fit is {fit}.").format(
                fit=speak("linkedin.fit")
            ),
            _("Facebook, with guests and comments, has {fit}.").format(fit=speak("facebook.fit")),
            speak.plural(
                "X is talk: {number} message a week at the hotel's size, against {linkedin}.",
                "X is talk: {number} messages a week at the hotel's size, against {linkedin}.",
                "x.messages",
                linkedin=speak("linkedin.messages"),
            ),
            _("Instagram has a fit of {fit}, and pictures are what the hotel can make.").format(
                fit=speak("instagram.fit")
            ),
            _(
                "Simple to manage? At the standard level it takes {instagram} a week, Facebook "
                "{facebook}, LinkedIn {linkedin}. That part of the article has aged."
            ).format(
                instagram=speak("instagram.alone"),
                facebook=speak("facebook.alone"),
                linkedin=speak("linkedin.alone"),
            ),
        ]

    def explore_studio(self) -> Studio:
        tables, known = self.tables, self.company
        presets = {
            "silent": Preset(_("B2B, nobody posts"), {"market": "b2b", "profiles": 0.0}),
            "loud": Preset(_("B2B, three people post"), {"market": "b2b", "profiles": 1.0}),
        }

        def model(state: People) -> Result:
            changed = known.changed(market=state.market, profiles=state.profiles)
            there = fit.situation(changed, tables)
            return advocacy.profile_lift(there, tables).joined(fit.answer(there, tables))

        return Studio(self, People, model, ProfilesView(tables, WORK_AND_FRIENDS), presets)

    def x_studio(self) -> Studio:
        """The volume at which conversations outgrow the people."""
        tables = self.tables
        presets = {
            "quarter": Preset(
                _("A quarter of an hour on five days"), {"minutes": 15.0, "days": 5.0}
            )
        }

        def model(state: Talk) -> Result:
            return replies.overload(TALK, state.followers, state.minutes, state.days, tables)

        return Studio(self, Talk, model, OverloadView(tables), presets)

    @shown
    def station_x(self) -> Part:
        """The second station, under the same veil."""
        return self._veiled("x", self.x_studio)

    def instagram_studio(self) -> Studio:
        """Whether an influencer campaign pays."""
        tables, known = self.tables, self.company
        dear = tables.assumptions["influencer_fee"].high
        many = tables.assumptions["influencer_followers"].high
        presets = {"star": Preset(_("A star"), {"fee": dear, "followers": many})}

        def model(state: Campaign) -> Result:
            campaign = influencer.Influencer(
                state.fee, state.followers, state.seen, state.click, state.buy
            )
            ours = known.changed(contribution=state.contribution)
            in_ads = company_plan.campaign(ours, tables, state.fee)
            return influencer.answer(campaign, in_ads, tables)

        return Studio(self, Campaign, model, InfluencerView(tables, INFLUENCERS), presets)

    @shown
    def station_instagram(self) -> Part:
        """The third station, under the same veil."""
        return self._veiled("instagram", self.instagram_studio)

    def studios(self) -> dict[str, Callable[[], Studio]]:
        return {**super().studios(), "x": self.x_studio, "instagram": self.instagram_studio}

    def decisions(self) -> Iterable[tuple[str, str]]:
        options = [(self.tables.name("network", n), n) for n in self.tables.network_keys]
        return [*options, (_("None of them for now"), NONE)]
