"""Lesson 04: leads are worth what somebody can call; the narrow place of a funnel of ads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.lessons import paid_firms
from helpers.lessons.paid_firms import ASKED, TWICE, called, start_budget
from helpers.models import ads, ads_wages, ads_walk, company_plan, effort
from helpers.models.ads import HALF_AN_HOUR, SHOP, Campaign
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Studio
from helpers.studio.tolerance import Among
from helpers.views.ads import AdsView
from helpers.views.canvas import View
from helpers.views.gap import GapView
from helpers.views.walk import Step, Walk
from helpers.views.with_headline import HoursOfAds
from helpers.views.words import Speaker, bare
from helpers.words.locale import N_, _, euros


@dataclass(frozen=True)
class Month:
    """The state of the own task."""

    budget: Annotated[float, CompanyField("ads", group=N_("The ads"))]
    medium: Annotated[str, CompanyField(when=lambda state: state.budget > 0)]
    sale: Annotated[str, CompanyField(when=lambda state: state.budget > 0)]
    leads_week: Annotated[
        float,
        CompanyField(
            group=N_("After the click"), when=lambda state: state.budget > 0 and called(state)
        ),
    ]
    close_rate: Annotated[
        float, CompanyField(when=lambda state: state.budget > 0 and called(state))
    ]
    contribution: Annotated[float, CompanyField(when=lambda state: state.budget > 0)]


class PaidReach(Lesson):
    """Pay one euro more only while it earns more than one. A lead that nobody calls earns none."""

    slug = "paid_reach"
    example_case = ASKED

    # The prediction: one firm, so that a class argues about one thing ----------------------

    def _case(self) -> Campaign:
        """The physiotherapist's first trial."""
        budget = self.tables.default("ads_trial")
        return company_plan.campaign(company.case(self.example_case), self.tables, budget)

    def _changes(self) -> dict[str, Campaign]:
        """What the practice could change, by the key of the option."""
        now = self._case()
        return {
            "money": replace(now, budget=TWICE * now.budget),
            "ad": replace(now, pull=TWICE),
            "minutes": replace(now, minutes=HALF_AN_HOUR),
            "search": replace(now, medium="search"),
        }

    def _brought(self) -> dict[str, Quantity]:
        """New patients a month by each option."""
        return {
            key: ads.answer(campaign, self.tables)["extra"]
            for key, campaign in self._changes().items()
        }

    def _right(self) -> str:
        brought = self._brought()
        return max(brought, key=lambda key: brought[key].value)

    def question(self) -> Question:
        now = self._case()
        speak = Speaker(ads.answer(now, self.tables))
        text = _(
            "{company} pays {budget} a month for {medium}, and {leads} come. It can change one "
            "thing. Which of the four brings most new patients?"
        ).format(
            company=company.case(self.example_case).name,
            budget=speak("budget"),
            medium=self.tables.name("medium", now.medium),
            leads=speak.plural("{number} lead", "{number} leads", "leads"),
        )
        options = (
            (_("{euros} a month for the same ad").format(euros=euros(TWICE * now.budget)), "money"),
            (_("an ad that brings twice as many leads"), "ad"),
            (_("half an hour a week more at the telephone"), "minutes"),
            (_("the same {euros} in search ads").format(euros=euros(now.budget)), "search"),
        )
        return Question(
            text, unit="customers/month", options=options, close=Among(right=(self._right(),))
        )

    def truth(self) -> Quantity:
        return self._brought()[self._right()]

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The answer, the new patients of each of the four, and one sentence about the euros."""
        changes = self._changes()
        brought = {"now": ads.answer(self._case(), self.tables)["extra"], **self._brought()}
        figures = _(
            "New patients in a month: now {now}, twice the money {money}, the better ad {ad}, "
            "search ads {search}, the half hour {minutes}."
        ).format(**{key: bare(amount) for key, amount in brought.items()})
        left = {
            key: Speaker(ads.answer(changes[key], self.tables))("best_profit")
            for key in ("ad", "minutes")
        }
        money = _(
            "In euros, each at its own best budget, the better ad is ahead if making it costs "
            "nothing: it leaves {ad}, the half hour {minutes}."
        ).format(**left)
        said = super().comparison(committed)
        if committed is not None:
            said = f"{said} {self._why_so_many(str(committed['value']))}"
        return f"{said}\n\n{figures} {money}"

    def _why_so_many(self, chosen: str) -> str:
        """What becomes of the leads of the answer that was chosen."""
        sentences = {
            "money": _("Twice the money: {leads}, but only {called} called, so {extra} are new."),
            "ad": _("The better ad: {leads}, but only {called} called, so {extra} are new."),
            "minutes": _("The half hour: no more leads, but {called} called, so {extra} are new."),
            "search": _(
                "Search ads: better leads, but only {leads}, of which {called} are called: {extra} "
                "are new."
            ),
        }
        speak = Speaker(ads.answer(self._changes()[chosen], self.tables))
        return sentences[chosen].format(
            leads=speak.plural("{number} lead", "{number} leads", "leads"),
            called=speak("called"),
            extra=speak.bare("extra"),
        )

    def walk(self) -> Walk:
        """The physiotherapist's money twice over, or the learner's own firm's."""
        ours = self.company
        now = self._case()
        if not ours.invented and ours.sale != SHOP and ours.leads_week * ours.close_rate > 0:
            now = company_plan.campaign(ours, self.tables, start_budget(ours, self.tables))
        more, longer = replace(now, budget=TWICE * now.budget), replace(now, minutes=HALF_AN_HOUR)
        result = ads_walk.walked(now, more, longer, self.tables)
        speak = Speaker(result)
        plain = _("On paper twice the money, {budget}, brings twice the customers: {sum}.").format(
            budget=speak("budget"), sum=speak("plain")
        )
        audience = _(
            "An ad reaches the best people first, and the last leads are the dearest: only "
            "{leads} come. At today's rate that is {sum}."
        ).format(
            leads=speak.plural("{number} lead", "{number} leads", "leads"), sum=speak("audience")
        )
        new = _(
            "The desk's time, in uneven weeks, lets {called} of them through, where it was "
            "{before}: {sum} are new, instead of {today}."
        ).format(
            called=speak("called"),
            before=speak("called_before"),
            sum=speak("new"),
            today=speak("before"),
        )
        longer_said = _(
            "No euro more for ads, but half an hour a week more at the telephone, bought for "
            "{cost} a month: that brings {sum} instead of {before}."
        ).format(sum=speak("longer"), cost=speak("longer.cost"), before=speak("before"))
        why = _(
            "Reports show what the money brought and never the leads that nobody called, so we "
            "mend the part that is reported. Who sets the budget seldom sits at the telephone."
        )
        steps = (
            Step(plain, "plain"),
            Step(audience, "audience"),
            Step(new, "new"),
            Step(longer_said, "longer", since="before"),
        )
        return Walk(result, steps, why)

    # The worked example ---------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        return AdsView(self.tables), ads.answer(self._case(), self.tables)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        return [
            _(
                "{budget} buys {clicks} at {price} each, and {rate} of them leave a number: "
                "{leads}."
            ).format(
                budget=speak("budget"),
                clicks=speak.plural("{number} click", "{number} clicks", "clicks"),
                price=speak("cpc"),
                rate=speak("lead_rate"),
                leads=speak.plural("{number} lead", "{number} leads", "leads"),
            ),
            _("Some weeks bring one lead, others five; the desk has time for {week}.").format(
                week=speak("leads_week")
            ),
            _(
                "So it calls {called} a month, and nobody calls the other {wasted}: {spilled} "
                "spilled."
            ).format(called=speak("called"), wasted=speak("wasted"), spilled=speak("spilled")),
            _("Of those called {could} could become patients, and {close} of these do.").format(
                could=speak("could_buy"), close=speak("close_rate")
            ),
            _("{anyway} would have come without any ad: {extra} are new.").format(
                anyway=speak("anyway"), extra=speak("extra")
            ),
            _(
                "Each leaves {each} after its direct costs, its contribution; together {earned}. "
                "{profit} is left {off}."
            ).format(
                each=speak("contribution"),
                earned=speak("earned"),
                profit=speak("profit"),
                off=AdsView.taken_off(result, speak),
            ),
        ]

    # The studios ----------------------------------------------------------------------------

    def explore_studio(self) -> Studio:
        return paid_firms.studio(self)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Month) -> Result:
            changed = known.changed(
                medium=state.medium,
                sale=state.sale,
                leads_week=state.leads_week,
                close_rate=state.close_rate,
                contribution=state.contribution,
            )
            campaign = company_plan.campaign(changed, tables, state.budget)
            bought = ads.answer(campaign, tables)
            plan = company_plan.plan_of(changed, tables, known.level, ads=state.budget)
            hours = effort.answer(plan, tables)
            return bought.joined(hours).joined(ads_wages.wages(campaign, tables))

        return Studio(
            self, Month, model, HoursOfAds(GapView(tables, compact=True), AdsView(tables))
        )

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We try ads for three months, at the budget that leaves most"), "try"),
            (_("Fewer euros for the ads that we have"), "fewer"),
            (_("First somebody who calls the leads"), "people"),
            (_("First a better ad, for no more euros"), "ad"),
            (_("No ads: the euros go into website and search"), "search"),
            (_("No ads and no network for now"), "none"),
        ]
