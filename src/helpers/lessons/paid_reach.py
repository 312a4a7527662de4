"""Lesson 04: what ads bring that would not come anyway, as far as somebody calls the leads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated

from helpers import company
from helpers.models import ads, company_plan, effort
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Ledger
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.ads import AdsView
from helpers.views.canvas import View
from helpers.views.gap import GapView
from helpers.views.with_headline import WithHeadline
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, counted, euros


def _quality(medium: str) -> Callable[[Lesson], str]:
    """The row of the ledger with the quality of a medium's leads in the company's market."""
    return lambda lesson: ads.quality_key(medium, lesson.company.market)


@dataclass(frozen=True)
class Paid:
    """The state of the explore studio: what is decided, then what is judged."""

    budget: Annotated[
        float,
        CompanyField(
            "ads",
            start=lambda our: our.start_budget(),
            group=N_("What we decide"),
        ),
    ]
    leads_week: Annotated[float, CompanyField()]
    contribution: Annotated[float, CompanyField()]
    now: Annotated[float, Ledger("ads_now", group=N_("What we spend now"))]
    none: Annotated[float, Ledger("ads_none", group=N_("What we judge"))]
    half_more: Annotated[float, Ledger("ads_half_more")]
    most: Annotated[float, Ledger("ads_most")]
    medium: Annotated[str, CompanyField(group=N_("Where and to whom"))]
    close_rate: Annotated[float, CompanyField()]
    from_facebook: Annotated[
        float, Ledger(_quality("facebook"), group=N_("How good the leads are"))
    ]
    from_linkedin: Annotated[float, Ledger(_quality("linkedin"))]
    from_search: Annotated[float, Ledger(_quality("search"))]


@dataclass(frozen=True)
class Month:
    """The state of the own task."""

    medium: Annotated[str, CompanyField()]
    budget: Annotated[float, CompanyField("ads")]
    leads_week: Annotated[float, CompanyField(when=lambda state: state.budget > 0)]


class PaidReach(Lesson):
    """An ad ends when the money ends, and a lead we cannot call is wasted."""

    slug = "paid_reach"

    def start_budget(self) -> float:
        """What is spent on ads a month, or would be: euros."""
        return self.company.ads or self.tables.default("ads_now")

    def question(self) -> Question:
        text = _(
            "{company} spends {budget} a month on ads ({medium}) and can call {leads} a "
            "week. How many more customers a month does that bring than no ads?"
        ).format(
            company=self.company.name,
            budget=euros(self.start_budget()),
            medium=self.tables.name("medium", self.company.medium),
            leads=counted("{number} lead", "{number} leads", self.company.leads_week),
        )
        return Question(text, unit="customers/month", low=0, high=200)

    def truth(self) -> Quantity:
        campaign = company_plan.campaign(self.company, self.tables, self.start_budget())
        return ads.answer(campaign, self.tables)["extra"]

    def example_picture(self) -> tuple[View, Result]:
        hotel, tables = company.case(self.example_case), self.tables
        budget = tables.default("ads_now")
        bought = ads.answer(company_plan.campaign(hotel, tables, budget), tables)
        plan = company_plan.plan_of(
            hotel, tables, hotel.level, networks=hotel.networks[:1], ads=budget
        )
        view = WithHeadline(GapView(tables, compact=True), AdsView(tables))
        return view, bought.joined(effort.answer(plan, tables))

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            speak.plural(
                "{budget} a month buys {number} view, at {cpm} for a thousand.",
                "{budget} a month buys {number} views, at {cpm} for a thousand.",
                "now.views",
                budget=speak("ads_now"),
                cpm=speak("cpm"),
            ),
            _("{rate} of the views become clicks: {clicks}.").format(
                rate=speak("ctr"), clicks=speak("now.clicks")
            ),
            speak.plural(
                "{rate} of the clicks ask for an offer: {number} lead, {price} each.",
                "{rate} of the clicks ask for an offer: {number} leads, {price} each.",
                "now.leads",
                rate=speak("lead_rate"),
                price=speak("lead_price"),
            ),
            speak.plural(
                "The hotel can call {number} lead a month and calls {handled}.",
                "The hotel can call {number} leads a month and calls {handled}.",
                "capacity",
                handled=speak("handled"),
            ),
            _(
                "Of its usual leads {close} book; of leads from such ads {quality} of that share, "
                "which is a guess."
            ).format(close=speak("close_rate"), quality=speak(f"{result.facts['medium']}.quality")),
            _("Without ads {free} would have come. The ads add {extra}.").format(
                free=speak.plural("{number} lead", "{number} leads", "free"),
                extra=speak.plural("{number} booking", "{number} bookings", "extra"),
            ),
            _(
                "At {contribution} a booking and with the ads paid, such a month ends at {profit} "
                "on average."
            ).format(contribution=speak("contribution"), profit=speak("profit")),
        ]

    def explore_studio(self) -> Studio:
        tables = self.tables
        presets = {
            "unknown": Preset(_("Nobody knows us"), {"none": tables.assumptions["ads_none"].low}),
            "known": Preset(_("Known in town"), {"none": tables.default("brand_known")}),
            "strong": Preset(_("A strong brand"), {"none": tables.default("brand_strong")}),
        }

        def model(state: Paid) -> Result:
            campaign = ads.Campaign(
                medium=state.medium,
                budget=state.budget,
                leads_week=state.leads_week,
                close_rate=state.close_rate,
                quality={
                    "facebook": state.from_facebook,
                    "linkedin": state.from_linkedin,
                    "search": state.from_search,
                },
                contribution=state.contribution,
                now=state.now,
                none=state.none,
                half_more=state.half_more,
                most=state.most,
            )
            return ads.answer(campaign, tables)

        return Studio(self, Paid, model, AdsView(tables), presets)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Month) -> Result:
            changed = known.changed(medium=state.medium, leads_week=state.leads_week)
            bought = ads.answer(company_plan.campaign(changed, tables, state.budget), tables)
            plan = company_plan.plan_of(changed, tables, known.level, ads=state.budget)
            return bought.joined(effort.answer(plan, tables))

        return Studio(
            self, Month, model, WithHeadline(GapView(tables, compact=True), AdsView(tables))
        )

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We try ads for a month, with a limit"), "try"),
            (_("First somebody who calls the leads"), "people"),
            (_("No ads: the euros go into website and search"), "search"),
            (_("No ads and no network for now"), "none"),
        ]
