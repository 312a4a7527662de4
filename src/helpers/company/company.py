"""A company as models and lessons see it: typed, frozen, and every figure that is read noted."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar

from helpers.company.schema import schema
from helpers.data.record import noted


class CompanyError(ValueError):
    """A company file or an answer that cannot be used; the message is for the learner."""


@dataclass(frozen=True)
class Person:
    """Somebody who works on the networks, the hours a week promised, what they are taken from."""

    name: str
    hours: float
    taken_from: str = ""


@dataclass(frozen=True)
class SwotEntry:
    """One line of a SWOT: ``box``, what it says, its proof, importance 1–3 and action."""

    box: str
    text: str
    proof: str = ""
    importance: int = 2
    action: str = ""


@dataclass(frozen=True)
class Draft:
    """An idea in the form of one network, in the firm's own words."""

    network: str
    text: str


@dataclass(frozen=True)
class Search:
    """One buyer's question: does the first page show the firm's site or listing?

    ``named``: an answer of an AI names the firm.
    """

    question: str
    found: bool = False
    named: bool = False


@dataclass(frozen=True)
class HouseRule:
    """How a firm behaves: ``rule`` is the key of a line of ``texts/house_rules.json``."""

    rule: str
    text: str


@dataclass(frozen=True)
class MonthLine:
    """One week of a month: the question a post puts, who makes it, who answers, in minutes."""

    question: str
    makes: str = ""
    answers: str = ""
    minutes: float = 30.0


@dataclass(frozen=True, eq=False)
class Company:
    """One company. Shares are 0–1, hours a week, euros a month; see the schema for each.

    ``search_share``, ``searches_month``, ``visit_to_customer`` and ``odds`` are None where the
    assumption is to be used,
    ``messages`` (a week) where they are to be estimated from followers, and
    ``customers_a_year`` where nobody has counted yet. ``states_hours``: it says in public on
    which days it answers.
    ``identity`` is the first name of an own company; ``borrowed`` are the fields that still
    hold an example's values. ``records`` holds what is kept of the learner and not of the firm:
    by lesson predictions (the unmarked guess under ``FIRST_GUESS``), quiz answers, decisions and
    the day on which its own task was saved, what was handed in, and the way through the course.
    """

    name: str
    trade: str
    place: str
    invented: bool
    market: str
    purposes: Mapping[str, float]
    weights: Mapping[str, float]
    ages: Mapping[str, float]
    asked: int
    weekly: Mapping[str, int]
    search_share: float | None
    searches_month: float | None
    first_page: float
    profiles: float
    content: Mapping[str, int]
    following: Mapping[str, float]
    people: tuple[Person, ...]
    cash: float
    contribution: float
    turnover: float
    customers_a_year: float | None
    visit_to_customer: float | None
    ads: float
    bought_hours: float
    level: str
    networks: tuple[str, ...]
    followers: int
    own_links: float
    conversations: int
    posters: int
    contacts: int
    buyers_of_20: int
    medium: str
    sale: str
    leads_week: float
    close_rate: float
    messages: float | None
    answer_minutes: float
    answer_days: int
    look_hours: float
    promise_hours: float
    states_hours: bool
    stand_in: str
    decider: str
    care_or_reputation: str
    swot: tuple[SwotEntry, ...]
    actions: tuple[str, ...]
    action_owner: str
    action_from: str
    house_rules: tuple[HouseRule, ...]
    group: str
    members: int
    month: tuple[MonthLine, ...]
    audit: tuple[str, ...]
    silent_months: Mapping[str, int]
    website: Mapping[str, bool]
    searches: tuple[Search, ...]
    topics: tuple[str, ...]
    drafts: tuple[Draft, ...]
    vetoes: tuple[str, ...]
    odds: float | None
    accepted_cost: float
    objective: Mapping[str, Any]
    whys: tuple[str, ...]
    started_from: str
    identity: str
    borrowed: tuple[str, ...]
    records: Mapping[str, Any]

    FIRST_GUESS: ClassVar = "first_guess"
    RECORDS: ClassVar = ("predictions", "quizzes", "decisions", "own_tasks", "hand_in", "way")

    @classmethod
    def from_document(cls, document: Mapping) -> "Company":
        """A company from a sound document; what it leaves out takes the schema's default."""
        values: dict[str, Any] = {}
        for key, rule in schema()["properties"].items():
            if key == "schema_version" or key in cls.RECORDS:
                continue
            if "properties" in rule:
                given = document.get(key, {})
                values[key] = MappingProxyType(
                    {k: given.get(k, r.get("default")) for k, r in rule["properties"].items()}
                )
            else:
                values[key] = document.get(key, rule.get("default"))
        values["people"] = tuple(Person(**person) for person in values["people"])
        values["swot"] = tuple(SwotEntry(**entry) for entry in values["swot"])
        values["drafts"] = tuple(Draft(**draft) for draft in values["drafts"])
        values["house_rules"] = tuple(HouseRule(**rule) for rule in values["house_rules"])
        values["month"] = tuple(MonthLine(**line) for line in values["month"])
        values["searches"] = tuple(Search(**search) for search in values["searches"])
        for key in ("networks", "whys", "actions", "audit", "topics", "vetoes", "borrowed"):
            values[key] = tuple(values[key])
        # Only profiles that exist stand in the file: 0 months is an answer, none is not.
        values["silent_months"] = MappingProxyType(dict(document.get("silent_months", {})))
        rules = schema()["properties"]
        records = {key: document.get(key, rules[key]["default"]) for key in cls.RECORDS}
        return cls(**values, records=records)

    @property
    def about(self) -> str:
        """Which company this is, for predictions: it stays when an own company is renamed."""
        return about(vars(self))

    def attempts(self, lesson: str) -> tuple[Mapping[str, object], ...]:
        """What was predicted in a lesson about this company, the first attempt first."""
        made = self.records["predictions"].get(lesson, ())
        return tuple(one for one in made if one.get("about") == self.about)

    def document(self) -> dict[str, object]:
        """Every field as it stands in a company file, without the records of lessons."""
        own = (key for key in schema()["properties"] if key != "schema_version")
        return {key: _plain(getattr(self, key)) for key in own if key not in self.RECORDS}

    def changed(self, **values: object) -> "Company":
        """The same company with other values, as for a what-if; nothing is saved.

        What is only copied counts as read by nobody (``dataclasses.replace`` would read all).
        """
        return Company(**{**vars(self), **values})


NO_FACTS = {
    *("name", "trade", "place", "invented", "started_from", "identity", "borrowed"),
}
"""Fields that name a company or keep its books: no figure comes from them."""
noted([f.name for f in dataclasses.fields(Company) if f.name not in NO_FACTS], "company")(Company)


def about(document: Mapping) -> str:
    """Which company a document is about: an example, or the learner's own."""
    if document.get("invented"):
        return f"case:{document.get('started_from') or document.get('name', '')}"
    return f"own:{document.get('identity') or document.get('name', '')}"


def _plain(value: object) -> object:
    """A field as JSON knows it."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return vars(value) if is_dataclass(value) else value


def same_facts(one: Company, other: Company, keys: Iterable[str]) -> list[str]:
    """Those of the fields in which two companies do not differ."""
    here, there = one.document(), other.document()
    return [key for key in keys if here[key] == there[key]]


def day(text: object) -> date | None:
    """A date of the company file; None where there is none that a calendar knows."""
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
