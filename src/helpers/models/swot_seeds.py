"""What a company file says for a SWOT board before anybody has written a line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import company_plan, effort
from helpers.models.actions import heaviest
from helpers.models.gate_figures import written_topics
from helpers.models.plan import capacity
from helpers.models.swot import BOXES, MOST

LEVELS = 4
WEEK = 7
RESULT = 10
"""Searches of the test of lesson 12."""
WORK = ("withdraw", "thin", "second", "freelancer")
SEARCH = ("pages", "listing", "topics")
ELSEWHERE = ("thin", "pages", "listing")
"""What moves work away from a network on which few are."""
DAYS = ("states", "saturday")
HELP = ("second", "freelancer")
TALK = ("series", "profile")
LEARNT = {"text": "texts", "photo": "photos", "short_video": "film", "long_video": "film"}


@dataclass(frozen=True)
class Seed:
    """A line that the company's own answers suggest; ``key`` names its words in ``data/texts``.

    ``actions`` are those that it calls for. ``terms`` are keys of names by their kind,
    ``figures`` what text and proof say; ``number`` is the figure that decides between singular
    and plural. Its words hold no proof where the company's answer is none: then it is a wish.
    """

    key: str
    box: str
    importance: int
    actions: tuple[str, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, float] = field(default_factory=dict)
    number: float = 0


def seeds(company: Company, tables: Tables, network: str = "") -> list[Seed]:
    """The lines for a company, in the order of the boxes, at most three in each.

    ``network`` is the one of which the board speaks, or that the company would begin with.
    """
    network = network or company_plan.first_network(company, tables)
    found = [
        *_strengths(company, tables),
        *_weaknesses(company, tables, network),
        *_outside(company, tables, network),
    ]
    by_box = {box: [seed for seed in found if seed.box == box][:MOST] for box in BOXES}
    return [seed for box in BOXES for seed in by_box[box]]


def _strengths(company: Company, tables: Tables) -> Iterator[Seed]:
    line = tables.default
    count = round(RESULT * company.first_page)
    if company.first_page >= line("gate_G7b"):
        yield Seed("found", "strength", 2, SEARCH, figures={"count": count}, number=count)
    if company.profiles >= line("strong_profiles"):
        people = max(round(LEVELS * company.profiles) - 1, 1)
        figures = {"count": people}
        yield Seed("own_names", "strength", 3, TALK, figures=figures, number=people)
    able = max(company.content, key=lambda kind: company.content[kind] or 0)
    if (company.content[able] or 0) >= line("strong_ability"):
        yield Seed("able", "strength", 2, (LEARNT[able],), {"format": able})


def hours(company: Company, tables: Tables) -> Mapping[str, float]:
    """Hours a week that the company's networks need, and those that are there, in tenths."""
    plan = company_plan.plan_of(company.changed(actions=()), tables, company.level)
    needed = float(effort.expected(plan, tables).total)
    there = capacity(plan, tables.default("shrinkage"))
    return {"needed": round(needed, 1), "there": round(there, 1)}


def _weaknesses(company: Company, tables: Tables, network: str) -> Iterator[Seed]:
    line = tables.default
    work = hours(company, tables)
    if work["needed"] > work["there"]:
        yield Seed("hours", "weakness", 3, WORK, figures=work)
    count = round(RESULT * company.first_page)
    if company.first_page < line("gate_G7b"):
        yield Seed("not_found", "weakness", 3, SEARCH, figures={"count": count}, number=count)
    if _has_free_days(company):
        days = company.answer_days
        yield Seed("days", "weakness", 2, DAYS, figures={"count": days}, number=days)
    if sum(person.hours > 0 for person in company.people) < line("gate_G6c"):
        yield Seed("alone", "weakness", 2, HELP)
    silent = {n: m for n, m in company.silent_months.items() if m >= line("silent_from")}
    if silent:
        worst = max(silent, key=silent.__getitem__)
        months = silent[worst]
        figures, terms = {"count": months}, {"network": worst}
        calls = ("withdraw",) if _left(company, network, tables) == worst else ("series",)
        yield Seed("silent", "weakness", 2, calls, terms, figures, months)
    written = written_topics(company)
    if written < line("gate_G8"):
        yield Seed("few_topics", "weakness", 1, ("topics",), {}, {"count": written}, written)


def _has_free_days(company: Company) -> bool:
    """Whether there are days on which nobody looks, and nothing that says so."""
    return company.answer_days < WEEK and not company.states_hours


def _outside(company: Company, tables: Tables, network: str) -> Iterator[Seed]:
    count = company.weekly.get(network) or 0
    if company.asked:
        figures, terms = {"count": count, "asked": company.asked}, {"network": network}
        if count >= tables.default("customers_many") * company.asked:
            calls = (*TALK, *_made_for(network, tables), *HELP, "withdraw")
            yield Seed("customers", "opportunity", 3, calls, terms, figures, company.asked)
        else:
            yield Seed("few_there", "threat", 2, ELSEWHERE, terms, figures, company.asked)
    if company.searches_month:
        month = {"count": company.searches_month}
        yield Seed("searches", "opportunity", 2, SEARCH, {}, month, company.searches_month)
    if _has_free_days(company):
        yield Seed("expect", "threat", 2, DAYS)


def _made_for(network: str, tables: Tables) -> set[str]:
    """The actions that teach what a network shows best."""
    rows = tables.ratings
    rows = rows[(rows["network"] == network) & (rows["dimension"] == "format")]
    best = rows[rows["rating"] == rows["rating"].max()]
    return {LEARNT[kind] for kind in best["item"]}


def _left(company: Company, keep: str, tables: Tables) -> str:
    """The network that a firm would leave; '' where there is no other than ``keep``."""
    plan = company_plan.plan_of(company.changed(actions=()), tables, company.level)
    return heaviest(plan, keep, tables)


def example(company: Company, tables: Tables, network: str = "") -> list[Seed]:
    """The lines of the worked example: three with a proof, three wishes, and its hours.

    ``network`` is the one of which the board speaks: no action leaves it. The line about
    views is about the one that the firm would leave for the network it begins with.
    """
    first = company_plan.first_network(company, tables)
    about = _left(company, first, tables)
    leaves = ("withdraw",) if _left(company, network or first, tables) == about else ()
    return [
        Seed("stories", "strength", 3, ("series",)),
        Seed("team", "strength", 2),
        Seed("hours", "weakness", 3, WORK, figures=hours(company, tables)),
        Seed("classes", "opportunity", 3, ("series",)),
        Seed("social", "opportunity", 2),
        Seed("views", "threat", 2, leaves),
        Seed("others", "threat", 2),
    ]
