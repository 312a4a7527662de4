"""Lesson 08, the three stations: who reads, how much talk one can hold, what a visitor costs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

import ipywidgets as widgets

from helpers import company
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.lessons.whose import OURS, firm
from helpers.models import advocacy, company_plan, influencer, questions
from helpers.models.result import Result
from helpers.studio import controls
from helpers.studio.declared import Choice, CompanyField, Declaration, Ledger, Options, Subject
from helpers.studio.following import Following
from helpers.studio.studio import Preset, Studio
from helpers.views.influencer import InfluencerView
from helpers.views.questions import QuestionsView
from helpers.views.readers import ReadersView
from helpers.words.locale import N_, _

WORK_AND_FRIENDS = ("linkedin", "facebook")
"""The networks of the first station."""
INFLUENCERS = "instagram"
"""The network of the third."""
SYNORA, MASTIHA = "software", "cosmetics"
"""Where the first and the third station begin."""
PARCEL = 30.0
"""Euros of goods that are sent instead of a fee."""
WORKDAYS = 5.0
ALIKE = 1e-6
"""A share that differs by less is the one that stood there."""
NOT_COMPARED = ("records", "identity", "borrowed", "started_from")


def _firms(our: Subject) -> Options:
    """The example firms, and our own where it is not one of them."""
    cases = company.cases()
    found = [(cases[key].name, key) for key in cases]
    ours = _facts_of(our.company)
    if ours not in [_facts_of(case) for case in cases.values()]:
        found.append((_("Yours: {name}").format(name=our.company.name), OURS))
    return found


def _facts_of(known: Company) -> dict[str, object]:
    """All that is said of a firm; to compare two is no reading of a figure."""
    return {key: value for key, value in vars(known).items() if key not in NOT_COMPARED}


# Who reads ------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class CouldBuy(Declaration):
    """The contacts on a network (the key) who could buy: whoever counted may have found all."""

    def control(self, lesson: Subject) -> widgets.Widget:
        network, tables = self._key(lesson), lesson.tables
        rows = [
            tables.assumptions[advocacy.contacts_key(network, market)]
            for market in tables.keys("market")
        ]
        label = _("{network}: contacts who could buy")
        label = label.format(network=tables.name("network", network))
        start = readers_facts(company.case(SYNORA), tables)[network]
        return controls.dial(label, 0.0, 1.0, start, min(r.step for r in rows), rows[0].unit)


@dataclass(frozen=True)
class Readers:
    """The state of the first station."""

    who_post: Annotated[
        float,
        CompanyField(
            "posters", start=lambda our: company.case(SYNORA).posters, group=N_("The people")
        ),
    ]
    linkedin: Annotated[float, CouldBuy()]
    facebook: Annotated[float, CouldBuy()]
    firm: Annotated[
        str, Choice(label=N_("Whose firm"), options=_firms, start=SYNORA, group=N_("Whose firm"))
    ]


def readers_facts(known: Company, tables: Tables) -> Mapping[str, float]:
    """By network, the share of contacts who could buy: counted where the firm's people are."""
    shares = {
        network: tables.default(advocacy.contacts_key(network, known.market))
        for network in WORK_AND_FRIENDS
    }
    counted = advocacy.counted_on(WORK_AND_FRIENDS, known.market, tables)
    return {**shares, counted: known.buyers_of_20 / advocacy.TWENTY}


def readers_studio(lesson: Subject) -> Following:
    """How many possible buyers read one post, through people and through the page."""
    tables, ours = lesson.tables, lesson.company

    def model(state: Readers) -> Result:
        could_buy = {network: getattr(state, network) for network in WORK_AND_FRIENDS}
        known = firm(state.firm, ours)
        people = replace(advocacy.contacts_of(known), posters=state.who_post)
        counted = advocacy.counted_on(WORK_AND_FRIENDS, known.market, tables)
        read = advocacy.readers(people, could_buy, advocacy.page_of(known, tables), tables)
        start = readers_facts(known, tables)
        given = tuple(n for n in WORK_AND_FRIENDS if abs(could_buy[n] - start[n]) < ALIKE)
        return replace(read, facts={**read.facts, "counted": counted, "given": given})

    presets = {
        "nobody": Preset(_("Nobody posts"), {"who_post": 0.0}),
        "three": Preset(_("Three people post"), {"who_post": 3.0}),
    }
    return Following(
        lesson,
        Readers,
        model,
        ReadersView(tables),
        presets=lambda key: presets,
        facts=lambda key: {
            "who_post": float(firm(key, ours).posters),
            **readers_facts(firm(key, ours), tables),
        },
    )


# How much talk --------------------------------------------------------------------------


@dataclass(frozen=True)
class Talk:
    """The state of the second station."""

    asked: Annotated[float, Ledger("questions_day")]
    minutes: Annotated[
        float,
        CompanyField("answer_minutes", start=lambda our: our.tables.default("question_minutes")),
    ]
    days: Annotated[float, CompanyField("answer_days", start=lambda our: WORKDAYS)]


def talk_studio(lesson: Subject) -> Studio:
    """Questions a day against the time for them."""
    tables = lesson.tables

    def model(state: Talk) -> Result:
        return questions.answer(state.asked, state.minutes, state.days, tables)

    time = {"minutes": tables.default("question_minutes"), "days": WORKDAYS}
    presets = {
        "one": Preset(_("One a day"), {"asked": 1.0, **time}),
        "two": Preset(_("Two a day"), {"asked": 2.0, **time}),
        "five": Preset(_("Five a day"), {"asked": 5.0, **time}),
    }
    return Studio(lesson, Talk, model, QuestionsView(), presets)


# What a visitor costs -------------------------------------------------------------------


@dataclass(frozen=True)
class Campaign:
    """The state of the third station."""

    fee: Annotated[float, Ledger("influencer_fee", group=N_("The campaign"))]
    followers: Annotated[float, Ledger("influencer_followers")]
    seen: Annotated[float, Ledger("influencer_reach", group=N_("Its viewers"))]
    click: Annotated[float, Ledger("influencer_click")]
    times: Annotated[float, Ledger("influencer_times")]
    firm: Annotated[
        str, Choice(label=N_("Whose firm"), options=_firms, start=MASTIHA, group=N_("Whose firm"))
    ]
    contribution: Annotated[
        float, CompanyField(start=lambda our: company.case(MASTIHA).contribution)
    ]


def visitors_studio(lesson: Subject) -> Following:
    """Whether an influencer campaign pays, beside the same fee in ads as lesson 04 counts them."""
    tables, ours = lesson.tables, lesson.company

    def model(state: Campaign) -> Result:
        known = firm(state.firm, ours).changed(contribution=state.contribution)
        campaign = influencer.Influencer(
            state.fee, state.followers, state.seen, state.click, state.times
        )
        in_ads = company_plan.campaign(known, tables, state.fee)
        return influencer.answer(campaign, in_ads, tables)

    many = tables.assumptions["influencer_followers"].high
    dear = tables.assumptions["influencer_fee"].high
    presets = {
        "parcel": Preset(_("A parcel for thirty euros"), {"fee": PARCEL}),
        "star": Preset(_("A star"), {"fee": dear, "followers": many}),
    }
    return Following(
        lesson,
        Campaign,
        model,
        InfluencerView(tables, INFLUENCERS),
        presets=lambda key: presets,
        facts=lambda key: {"contribution": firm(key, ours).contribution},
    )
