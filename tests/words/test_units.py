"""One registry of units: behind a figure, beside a box, in a sentence; others are an error."""

import json

import pytest

from helpers import context
from helpers.data import reading
from helpers.words import units
from helpers.words.units import UnitError


@pytest.mark.parametrize(
    "write",
    [
        lambda unit: units.number(3.0, unit),
        lambda unit: units.written(3.0, unit),
        lambda unit: units.boxed(unit),
        lambda unit: units.stated([3.0], unit),
        lambda unit: units.answered(3.0, "hours", unit),
        lambda unit: units.asked_for(unit),
    ],
)
@pytest.mark.parametrize("unit", ["smoots", "Hours", "hours "])
def test_a_unit_that_is_not_in_the_registry_is_an_error(write, unit):
    with pytest.raises(UnitError, match=unit):
        write(unit)


def test_a_unit_has_only_the_uses_that_the_registry_names():
    for use, unit in ((units.number, "years"), (units.written, "EUR/hour")):
        with pytest.raises(UnitError, match=unit):
            use(3.0, unit)
    for use, unit in ((units.boxed, "hashtags"), (units.asked_for, "score change")):
        with pytest.raises(UnitError, match=unit):
            use(unit)


def declared_units(rule: object) -> set[str]:
    """Every unit in the schema of company files."""
    if isinstance(rule, list):
        return set().union(*map(declared_units, rule)) if rule else set()
    if not isinstance(rule, dict):
        return set()
    own = {rule["unit"]} if isinstance(rule.get("unit"), str) else set()
    return own.union(*map(declared_units, rule.values()))


def test_every_unit_of_ledger_and_company_has_its_words_beside_a_box():
    schema = json.loads(reading.rules("company.schema.json").read_text(encoding="utf-8"))
    ledger = {row.unit for row in reading.load().assumptions.values()}
    assert len(ledger) > 10 and len(declared_units(schema)) > 10
    for unit in ledger | declared_units(schema):
        assert units.boxed(unit) or unit in ("factor", "ability", "strength", "count", "")


def test_figures_with_their_units():
    assert units.written(2.345, "hours") == "2.3\N{NO-BREAK SPACE}h"
    assert units.written(1.0, "fine tenths") == "10.0\N{NO-BREAK SPACE}in\N{NO-BREAK SPACE}10"
    assert (units.boxed("share"), units.boxed("hours")) == ("%", "h")
    assert units.stated([0.2, 0.35], "share") == "20%–35%"
    assert units.answered(13.0, "hours", "hours/week") == "13.0 hours a week"
    assert units.asked_for("place of 9") == "of nine places"


def test_words_of_units_are_looked_up_when_they_are_shown(monkeypatch):
    class Upper:
        def gettext(self, message: str) -> str:
            return message.replace("h", "H")

        def ngettext(self, one: str, many: str, number: int) -> str:
            return (one if number == 1 else many).replace("hour", "HOUR")

    monkeypatch.setattr("helpers.words.locale._catalogue", lambda language: Upper())
    with context.using(language="el"):
        assert units.boxed("hours") == "H"
        assert units.stated([2.0], "hours") == "2 HOURs"
