"""Random companies for properties of the verdict: any that a file may hold, and sound ones.

``companies`` draws whatever the schema allows and the verdict reads, edges included;
``sound_companies`` draws firms that have done their homework, so that something is opened
often enough for a property about it to mean anything. Both shrink towards a plain firm.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from helpers.company import Company, Person
from helpers.data import reading
from helpers.models.judging import judge
from tests.models.cases import FORMATS, NETWORKS

TODAY = date(2026, 11, 26)
PURPOSES = ("leads", "brand", "care", "community", "recruiting", "listening", "traffic")
CHECKS = ("phone", "says_what", "contact", "offer_pages", "goals", "listing")
LEVELS = ("lean", "standard", "ambitious")
LOOKS = (24.0, 8.0, 4.0, 2.0, 1.0)
"""Hours from one look to the next: once a day, and oftener within eight hours."""


def _tenths(least: int = 0, most: int = 10) -> st.SearchStrategy[float]:
    return st.integers(least, most).map(lambda n: n / 10)


def _halves(most: float, least: float = 0) -> st.SearchStrategy[float]:
    return st.integers(round(2 * least), round(2 * most)).map(lambda n: n / 2)


def _steps(step: int, most: int, *edges: float) -> st.SearchStrategy[float]:
    """Steps from nought on, and now and then an edge."""
    plain = st.integers(0, most // step).map(lambda n: float(n * step))
    return plain | st.sampled_from(edges) if edges else plain


def _each(keys: tuple[str, ...] | list[str], value: st.SearchStrategy) -> st.SearchStrategy[dict]:
    return st.fixed_dictionaries(dict.fromkeys(keys, value))


def _some(keys: tuple[str, ...] | list[str], value: st.SearchStrategy) -> st.SearchStrategy[dict]:
    return st.fixed_dictionaries({}, optional=dict.fromkeys(keys, value))


def _promised(hours: list[float]) -> list[dict]:
    return [{"name": chr(65 + place), "hours": value} for place, value in enumerate(hours)]


def _vetoes() -> st.SearchStrategy[list[str]]:
    some = st.lists(st.sampled_from(NETWORKS), unique=True, max_size=2)
    return some | st.just(list(NETWORKS))


ANY = {
    "market": st.sampled_from(["b2c_local", "b2b", "b2c_online"]),
    "purposes": _each(PURPOSES, st.integers(0, 10)),
    "weights": st.just({"purpose": 40, "audience": 35, "content": 25})
    | _each(("purpose", "audience", "content"), st.integers(0, 100)),
    "ages": _each(("18-29", "30-49", "50-64", "65+"), _tenths()),
    "asked": st.sampled_from([10, 0, 1, 20, 1000]),
    "weekly": _each(NETWORKS, st.integers(0, 10)),
    "search_share": st.none() | _tenths(),
    "first_page": _tenths(),
    "profiles": st.integers(0, 4).map(lambda n: n / 4),
    "content": _each(FORMATS, st.integers(0, 4)),
    "following": _some(NETWORKS, _tenths()),
    "silent_months": _some(NETWORKS, st.sampled_from([0, 2, 3, 14, 240])),
    "people": (
        st.lists(_halves(12), max_size=4) | st.lists(st.just(60.0), min_size=8, max_size=8)
    ).map(_promised),
    "stand_in": st.sampled_from(["", "A", "B", "Nobody known"]),
    "cash": _steps(10, 400, 100_000.0),
    "contribution": _steps(25, 3000, 0.5, 1_000_000.0),
    "turnover": _steps(50, 5000, 1_000_000.0),
    "customers_a_year": st.none()
    | st.sampled_from([1.0, 1e7])
    | _steps(25, 5000).map(lambda n: n + 1),
    "searches_month": st.none() | _steps(50, 20_000, 1e7),
    "visit_to_customer": st.none() | st.sampled_from([0.02, 0.0005, 1.0]),
    "ads": st.just(0.0) | st.sampled_from([500.0, 3000.0, 100_000.0]),
    "leads_week": _steps(1, 20),
    "close_rate": _tenths(),
    "medium": st.sampled_from(["facebook", "linkedin", "search"]),
    "sale": st.sampled_from(["call", "shop"]),
    "bought_hours": st.just(0.0) | _halves(20),
    "level": st.sampled_from(LEVELS),
    "networks": st.lists(st.sampled_from(NETWORKS), unique=True, max_size=3),
    "followers": st.sampled_from([300, 0, 50, 1000, 5000, 100_000]),
    "conversations": st.integers(0, 10) | st.just(200),
    "messages": st.none() | _steps(1, 30, 1000.0),
    "answer_minutes": _steps(5, 60, 480.0),
    "answer_days": st.integers(0, 7),
    "look_hours": st.sampled_from([*LOOKS, 48.0, 168.0]),
    "promise_hours": st.sampled_from([24.0, 1.0, 4.0, 48.0, 168.0]),
    "states_hours": st.booleans(),
    "group": st.sampled_from(["none", "open", "closed"]),
    "members": st.sampled_from([200, 0, 20_000]),
    "website": _each(CHECKS, st.booleans()),
    "topics": st.integers(0, 14).map(lambda n: [f"Topic {i}" for i in range(n)]),
    "vetoes": _vetoes(),
    "accepted_cost": _steps(500, 20_000, 1_000_000.0),
    "actions": st.lists(
        st.sampled_from(["listing", "pages", "profile", "film", "second", "freelancer"]),
        unique=True,
        max_size=2,
    ),
    "objective": st.fixed_dictionaries(
        {
            "metric": st.sampled_from(["Enquiries", ""]),
            "baseline": st.none() | st.integers(0, 100),
            "target": st.none() | st.integers(0, 500),
            "deadline": st.sampled_from(["2027-11-26", "2026-11-26", "2020-01-01", ""]),
            "owner": st.sampled_from(["A", ""]),
            "conversion": _tenths(),
        }
    ),
}
"""For every field that the verdict reads, what a file may hold; ``weekly`` in tenths of those
who were asked."""

SOUND = ANY | {
    "purposes": st.fixed_dictionaries(
        {
            "leads": st.sampled_from([5, 0, 3, 7]),
            "brand": st.sampled_from([3, 0, 5]),
            "community": st.sampled_from([2, 0, 5]),
            "recruiting": st.sampled_from([0, 3, 7]),
            "care": st.sampled_from([1, 0]),
        }
    ),
    "weights": st.just({"purpose": 40, "audience": 35, "content": 25}),
    "asked": st.just(10),
    "first_page": _tenths(4),
    "content": _each(FORMATS, st.sampled_from([3, 4, 2, 1])),
    "following": st.just({}),
    "people": st.lists(_halves(20, 1), min_size=2, max_size=3).map(
        lambda hours: _promised(sorted(hours, reverse=True))
    ),
    "stand_in": st.just("B"),
    "cash": st.sampled_from([100.0, 10.0, 40.0, 50.0, 80.0, 300.0]),
    "contribution": st.sampled_from([200.0, 90.0, 600.0, 1200.0, 6000.0]),
    "customers_a_year": st.sampled_from([1000.0, 300.0, 2500.0, 9000.0]),
    "ads": st.just(0.0),
    "bought_hours": st.just(0.0),
    "followers": st.sampled_from([300, 600]),
    "conversations": st.integers(0, 4),
    "messages": st.none(),
    "answer_minutes": st.sampled_from([20.0, 10.0, 30.0, 60.0]),
    "answer_days": st.sampled_from([6, 5, 7, 4]),
    "look_hours": st.sampled_from(LOOKS),
    "promise_hours": st.sampled_from([24.0, 48.0]),
    "group": st.just("none"),
    "website": st.just(dict.fromkeys(CHECKS, True)),
    "topics": st.just([f"Topic {i}" for i in range(12)]),
    "vetoes": st.lists(st.sampled_from(NETWORKS), unique=True, max_size=1),
    "accepted_cost": st.sampled_from([4000.0, 8000.0, 20_000.0]),
    "actions": st.just([]),
    "objective": st.fixed_dictionaries(
        {
            "metric": st.just("Enquiries"),
            "baseline": st.just(10),
            "target": st.sampled_from([60, 30, 110, 400]),
            "deadline": st.just("2027-11-26"),
            "owner": st.just("A"),
            "conversion": st.sampled_from([1.0, 0.5, 0.2]),
        }
    ),
}
"""Firms that have an aim, a website, topics and ten answers; hours, answers and money vary."""


def _document(fields: dict) -> dict:
    """A company file: nobody uses a network more often than he was asked."""
    weekly = {n: tenths * fields["asked"] // 10 for n, tenths in fields["weekly"].items()}
    return {"schema_version": 5, "name": "Random firm", **fields, "weekly": weekly}


documents = st.fixed_dictionaries(ANY).map(_document)
"""Any company file."""
sound_documents = st.fixed_dictionaries(SOUND).map(_document)
companies = documents.map(Company.from_document)
"""Any company."""
sound_companies = sound_documents.map(Company.from_document)
"""Companies of which many open something."""


@dataclass(frozen=True)
class Improvement:
    """One thing that a firm does better, and the firm that does it."""

    name: str
    company: Company


def improvements(company: Company) -> list[Improvement]:
    """Every single improvement that must never turn something into nothing.

    Ability and first-page share are left out: they serve website first as well.
    """
    return [Improvement(name, company.changed(**values)) for name, values in _better(company)]


def _better(company: Company) -> Iterator[tuple[str, dict]]:
    people = company.people
    for more in (0.5, 8.0):
        for place, person in enumerate(people):
            raised = (
                *people[:place],
                Person(person.name, person.hours + more),
                *people[place + 1 :],
            )
            yield f"{more:g} h more of {person.name}", {"people": raised}
    yield "somebody new with 3 h", {"people": (*people, Person("New", 3.0))}
    for more in (10, 1000):
        yield f"€{more} more", {"cash": company.cash + more}
    for more in (5, 60):
        yield f"{more} minutes more", {"answer_minutes": company.answer_minutes + more}
    if company.answer_days < 7:
        yield "one day more", {"answer_days": company.answer_days + 1}
    for look in LOOKS:
        if look < company.look_hours:
            yield f"a look every {look:g} h", {"look_hours": look}
    if not company.states_hours:
        yield "its days are stated", {"states_hours": True}
    for network in NETWORKS:
        there = company.weekly[network]
        if there < company.asked:
            yield f"one more on {network}", {"weekly": {**company.weekly, network: there + 1}}
    for level in LEVELS[: LEVELS.index(company.level)]:
        yield f"{level} instead", {"level": level}
    if len(people) > 1:
        first = max(people, key=lambda person: person.hours)
        second = next(person for person in people if person is not first)
        if company.stand_in in ("", first.name) and second.hours > 0:
            yield "a second name", {"stand_in": second.name}
    for check, done in company.website.items():
        if not done:
            yield f"{check} mended", {"website": {**company.website, check: True}}
    yield "one more topic", {"topics": (*company.topics, "And one more")}


def _with_one(company: Company) -> st.SearchStrategy[tuple[Company, Improvement]]:
    return st.tuples(st.just(company), st.sampled_from(improvements(company)))


improved = sound_companies.flatmap(_with_one)
"""A sound company and one of its improvements: two judgements, not sixty."""


def opened(company: Company) -> tuple[str, ...]:
    """What is opened or kept, in course order."""
    return judge(company, reading.load(), TODAY).opened
