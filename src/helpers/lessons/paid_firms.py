"""Lesson 04, explore: a month of ads of the practice, or of any other firm."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Protocol

import ipywidgets as widgets

from helpers import company
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.lessons.whose import OURS, firm
from helpers.models import ads, company_plan
from helpers.models.ads import HALF_AN_HOUR, SHOP, Campaign
from helpers.models.result import Result
from helpers.studio import controls
from helpers.studio.declared import Choice, CompanyField, Declaration, Ledger, Options, Subject
from helpers.studio.following import Following
from helpers.studio.studio import Preset, Presets
from helpers.views.ads import AdsView
from helpers.words.locale import N_, _

ASKED = "physiotherapy"
"""The case firm of prediction and worked example, where explore begins: leads wait there."""
TWICE = 2.0


class Sold(Protocol):
    """A state that says how the sale is made."""

    @property
    def sale(self) -> str: ...


def _in_shop(state: Sold) -> bool:
    return state.sale == SHOP


def called(state: Sold) -> bool:
    """Whether somebody has to call the leads."""
    return not _in_shop(state)


def start_budget(ours: Company, tables: Tables) -> float:
    """What is spent on ads a month, or would be: euros."""
    return ours.ads or tables.default("ads_trial")


def _firms_of(our: Subject) -> list[str]:
    """The example firms, and our own where its ads are not those of one."""

    def known(one: Company) -> tuple[object, ...]:
        return one.name, one.ads, company_plan.campaign(one, our.tables, 0.0)

    cases = company.cases()
    ours = known(our.company) not in [known(case) for case in cases.values()]
    return [*cases, OURS] if ours else [*cases]


def _firms(our: Subject) -> Options:
    yours = _("Yours: {name}").format(name=our.company.name)
    cases = company.cases()
    return [(cases[key].name if key in cases else yours, key) for key in _firms_of(our)]


def _most_budget(our: Subject) -> float:
    """Where the slider ends: as far as the field says, and as far as twice the money."""
    starts = [start_budget(firm(key, our.company), our.tables) for key in _firms_of(our)]
    return max(company.field("ads").slider_to, *(TWICE * start for start in starts))


def _most_contribution(our: Subject) -> float:
    return max(company.field("contribution").slider_to, our.company.contribution)


def _asked(name: str) -> Callable[[Subject], object]:
    """A fact of the firm where explore begins."""
    return lambda our: facts(company.case(ASKED), our.tables)[name]


@dataclass(frozen=True, kw_only=True)
class CouldBuy(Declaration):
    """The leads of a medium (the key) that could buy: as far as any medium's go in any market.

    All have one range, so that each can be moved to where another is ahead.
    """

    def control(self, lesson: Subject) -> widgets.Widget:
        medium, tables = self._key(lesson), lesson.tables
        keys = [ads.quality_key(n, m) for n in tables.keys("medium") for m in tables.keys("market")]
        rows = [tables.assumptions[key] for key in keys]
        label = _("{medium}: leads that could buy").format(medium=tables.name("medium", medium))
        low, high = min(row.low for row in rows), max(row.high for row in rows)
        start = ads.lead_quality(company.case(ASKED).market, tables)[medium]
        return controls.dial(label, low, high, start, min(r.step for r in rows), rows[0].unit)


@dataclass(frozen=True)
class Paid:
    """The state of the explore studio: what is decided, what a lead is worth, what it rests on."""

    budget: Annotated[
        float,
        CompanyField("ads", start=_asked("budget"), high=_most_budget, group=N_("What we decide")),
    ]
    minutes: Annotated[float, Ledger("phone_minutes", when=called)]
    medium: Annotated[str, CompanyField(start=_asked("medium"))]
    firm: Annotated[
        str, Choice(label=N_("Whose firm"), options=_firms, start=ASKED, group=N_("Whose firm"))
    ]
    sale: Annotated[str, CompanyField(start=_asked("sale"))]
    from_facebook: Annotated[float, CouldBuy("facebook", group=N_("Who could buy"), when=called)]
    from_linkedin: Annotated[float, CouldBuy("linkedin", when=called)]
    from_search: Annotated[float, CouldBuy("search", when=called)]
    order_rate: Annotated[float, Ledger(when=_in_shop)]
    close_rate: Annotated[
        float,
        CompanyField(start=_asked("close_rate"), group=N_("What a customer is worth"), when=called),
    ]
    contribution: Annotated[
        float, CompanyField(start=_asked("contribution"), high=_most_contribution)
    ]
    anyway: Annotated[float, Ledger("come_anyway")]
    pull: Annotated[float, Ledger("ads_pull", group=N_("The ad"))]


def facts(known: Company, tables: Tables) -> Mapping[str, object]:
    """What the controls show of a firm."""
    quality = ads.lead_quality(known.market, tables)
    return {
        "budget": start_budget(known, tables),
        "medium": known.medium,
        "sale": known.sale,
        **{f"from_{medium}": share for medium, share in quality.items()},
        "close_rate": known.close_rate,
        "contribution": known.contribution,
    }


def _presets(known: Company, tables: Tables) -> Presets:
    found = {
        "money": Preset(_("Twice the money"), {"budget": TWICE * start_budget(known, tables)}),
        "minutes": Preset(_("Half an hour more"), {"minutes": HALF_AN_HOUR}),
        "ad": Preset(_("Twice the leads"), {"pull": TWICE}),
        "known": Preset(_("Everybody knows us"), {"anyway": tables.default("brand_strong")}),
    }
    if known.sale == SHOP:
        del found["minutes"]  # nobody is called
    return found


def studio(lesson: Subject) -> Following:
    """Budget, telephone and medium of a firm, and what they bring."""
    tables, ours = lesson.tables, lesson.company

    def model(state: Paid) -> Result:
        known = firm(state.firm, ours)
        campaign = Campaign(
            medium=state.medium,
            budget=state.budget,
            leads_week=known.leads_week,
            close_rate=state.close_rate,
            quality={
                "facebook": state.from_facebook,
                "linkedin": state.from_linkedin,
                "search": state.from_search,
            },
            contribution=state.contribution,
            anyway=state.anyway,
            elasticity=tables.default("ads_elasticity"),
            pull=state.pull,
            minutes=state.minutes,
            sale=state.sale,
            order_rate=state.order_rate,
        )
        result = ads.answer(campaign, tables)
        return replace(result, facts={**result.facts, "firm": known.name})

    asked = company.case(ASKED)
    first = ads.bring(
        company_plan.campaign(asked, tables, start_budget(asked, tables)), tables
    ).leads
    return Following(
        lesson,
        Paid,
        model,
        AdsView(tables, room=TWICE * first),
        presets=lambda key: _presets(firm(key, ours), tables),
        facts=lambda key: facts(firm(key, ours), tables),
    )
