"""A State's field declares its control once: start, range, group and what is saved follow."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Annotated

import pytest

from helpers import company, context
from helpers.data.record import recording
from helpers.lessons.care_or_reputation import CareOrReputation
from helpers.studio import declared
from helpers.studio.declared import (
    Choice,
    CompanyField,
    Hours,
    Ledger,
    Network,
    Networks,
    changes,
    declarations,
)
from helpers.words import locale
from helpers.words.locale import N_


@dataclass(frozen=True)
class Everything:
    followers: Annotated[float, CompanyField(high=5000, group=N_("The work"))]
    photo: Annotated[float, CompanyField("content.photo")]
    market: Annotated[str, CompanyField()]
    networks: Annotated[tuple[str, ...], Networks()]
    hours: Annotated[float, Hours(group=N_("The means"))]
    posts: Annotated[float, Ledger("content_minutes")]
    at_once: Annotated[int, Ledger("gate_G6c", options=(("1", 1), ("2", 2)))]
    where: Annotated[str, Network()]
    away: Annotated[str, Choice(label=N_("Who is away?"), options=(("A", "a"), ("B", "b")))]


@pytest.fixture
def lesson(data) -> SimpleNamespace:
    return SimpleNamespace(company=company.case("hotel"), tables=data)


def made(lesson) -> dict:
    return {n: d.control(lesson) for n, d in declarations(Everything).items()}


def test_controls_start_from_the_company_and_from_the_ledger(lesson, data):
    hotel = lesson.company
    starts = {name: control.value for name, control in made(lesson).items()}
    assert starts == {
        "followers": hotel.followers,
        "photo": hotel.content["photo"],
        "market": hotel.market,
        "networks": hotel.networks,
        "hours": max(person.hours for person in hotel.people),
        "posts": data.default("content_minutes"),
        "at_once": data.default("gate_G6c"),
        "where": hotel.networks[0],
        "away": "a",
    }


def test_controls_have_the_range_of_their_row_or_field(lesson, data):
    found = made(lesson)
    row, field = data.assumptions["content_minutes"], company.field("followers")
    assert (found["posts"].min, found["posts"].max, found["posts"].step) == (
        *(row.low, row.high),
        row.step,
    )
    assert (found["followers"].min, found["followers"].max) == (field.low, 5000)
    assert found["followers"].whole and found["followers"].label == field.title
    assert found["market"].sweep == data.keys("market")
    assert set(found["networks"].sweep[-1]) == set(found["where"].sweep) == set(data.network_keys)
    assert found["at_once"].description == data.assumptions["gate_G6c"].label
    assert found["at_once"].sweep == (1, 2)


def test_what_controls_start_from_is_read_and_recorded(lesson):
    with recording() as record:
        made(lesson)
    starts = {"company:followers", "company:content", "company:market", "company:people"}
    assert starts | {"company:networks", "assumption:content_minutes"} <= record


def test_groups_begin_where_a_title_stands_in_the_language_of_the_reader(monkeypatch):
    known = declarations(Everything)
    assert declared.groups(known) == {
        "The work": ("followers", "photo", "market", "networks"),
        "The means": ("hours", "posts", "at_once", "where", "away"),
    }
    monkeypatch.setattr(locale, "_catalogue", lambda language: Upper())
    with context.using(language="el"):
        assert list(declared.groups(known)) == ["THE WORK", "THE MEANS"]


class Upper:
    def gettext(self, message: str) -> str:
        return message.upper()


def test_every_company_field_of_a_state_is_saved_as_the_file_has_it(lesson):
    state = Everything(310.0, 3.0, "b2b", ("x",), 7.5, 9.0, 2, "x", "b")
    saved = changes(state, lesson)
    assert list(saved) == ["followers", "content", "market", "networks", "people"]
    assert saved["content"] == {**lesson.company.content, "photo": 3}
    assert (saved["followers"], saved["networks"]) == (310, ["x"])
    assert isinstance(saved["followers"], int) and isinstance(saved["content"]["photo"], int)
    assert max(person["hours"] for person in saved["people"]) == 7.5


def test_a_field_needs_one_declaration():
    @dataclass(frozen=True)
    class Bare:
        hours: float

    @dataclass(frozen=True)
    class Twice:
        hours: Annotated[float, Hours(), Ledger("content_minutes")]

    for state in (Bare, Twice):
        with pytest.raises(TypeError, match="hours"):
            declarations(state)


def test_a_key_that_nobody_knows_is_an_error(lesson):
    for wrong in (CompanyField("folowers"), CompanyField("content.foto"), Ledger("posts_weak")):
        with pytest.raises((KeyError, AttributeError)):
            wrong.control(lesson)


def test_a_yes_or_no_of_the_company_is_one_check_box():
    lesson = CareOrReputation()
    tick = CompanyField("states_hours").control(lesson)
    assert tick.value is False and tick.sweep == (False, True)
    assert tick.description == "We say in public on which days we answer"
    assert tick.neighbours(False) == [True]
    assert tick.fault(True) == "" and "one of the options" in tick.fault("yes")
    assert CompanyField("states_hours").saved(lesson, True) == {"states_hours": True}
