"""What was read is recorded: by field, through caches, and only while somebody asks for it."""

import re
from dataclasses import FrozenInstanceError, dataclass

import pytest

from helpers import company, context
from helpers.data.record import note, noted, recording, remembered, so_far, supposing


@noted(("size",), "thing", key="key")
@dataclass(frozen=True)
class Thing:
    key: str
    size: float


def test_reading_a_figure_is_noted_and_reading_a_word_is_not():
    thing = Thing("a", 2.0)
    with recording() as record:
        assert thing.key == "a"
        assert so_far() == frozenset()
        assert thing.size == 2.0
    assert record == {"thing:a"} == record.frozen()


def test_without_a_record_nothing_is_kept():
    assert Thing("a", 2.0).size == 2.0
    note(["x"])
    assert so_far() == frozenset()


def test_a_frozen_class_stays_frozen_and_equal_by_value():
    with pytest.raises(FrozenInstanceError):
        Thing("a", 2.0).size = 3.0
    assert Thing("a", 2.0) == Thing("a", 2.0) != Thing("a", 3.0)


def test_a_record_inside_another_passes_on_what_was_read_but_knows_only_its_own():
    one, other = Thing("a", 1.0), Thing("b", 1.0)
    with recording() as outer:
        assert one.size
        with recording(["start"]) as inner:
            assert other.size
    assert inner == {"start", "thing:b"}
    assert outer == {"start", "thing:a", "thing:b"}


def test_a_record_ends_with_an_error_too():
    with pytest.raises(ZeroDivisionError), recording() as outer, recording():
        assert Thing("a", 1.0).size / 0
    assert outer == {"thing:a"} and so_far() == frozenset()


def test_a_remembered_value_keeps_its_sources_on_every_hit():
    calls = []
    thing = Thing("a", 2.0)

    @remembered(2)
    def times(number: int) -> float:  # a number is compared without reading any thing
        calls.append(number)
        return number * thing.size

    assert times(2) == 4.0  # filled while nobody asks
    for _turn in range(2):
        with recording() as record:
            assert times(2) == 4.0
        assert record == {"thing:a"}
    assert calls == [2]


def test_copies_of_a_company_read_nothing(data):  # the tables are read before, not meanwhile
    with recording() as record:
        other = company.case("hotel").changed(first_page=0.9)
    assert record == set()
    with recording() as record:
        assert other.first_page == 0.9
    assert record == {"company:first_page"}


def test_models_and_lessons_have_no_cache_that_forgets_what_was_read():
    for folder in ("models", "lessons"):
        for path in sorted((context.PACKAGE / folder).glob("*.py")):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\b(lru_cache|functools import.*\bcache)\b", text), path.name


def test_no_model_writes_down_where_its_figures_come_from():
    for folder in ("models", "lessons"):
        for path in sorted((context.PACKAGE / folder).glob("*.py")):
            text = path.read_text(encoding="utf-8")
            written = re.findall(r"""["'](?:assumption|evidence|company|table|model):\w""", text)
            assert not written, (path.name, written)


def test_what_is_remembered_of_a_base_serves_a_what_if_that_it_does_not_concern():
    asked = []

    @remembered(8)
    def twice(table: "Table", key: str) -> int:
        asked.append((table.name, key))
        note([f"assumption:{key}"])
        return 2 * table.rows[key]

    base, other = Table("base", {"a": 1, "b": 2}), Table("other", {"a": 1, "b": 5})
    with supposing(other, base, ["assumption:b"]), recording() as record:
        assert (twice(other, "a"), twice(other, "b")) == (2, 10)
    assert asked == [("base", "a"), ("base", "b"), ("other", "b")]
    assert record == {"assumption:a", "assumption:b"}
    assert twice(other, "a") == 2 and asked[-1] == ("other", "a")


class Table:
    """Compared by identity, as the course's tables are."""

    def __init__(self, name: str, rows: dict[str, int]) -> None:
        self.name, self.rows = name, rows
