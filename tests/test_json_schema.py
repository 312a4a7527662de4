"""Company files against their schema: as the package jsonschema says, which takes long to load."""

import copy
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from helpers import company, context, json_schema

CASE = json.loads((context.CHECKOUT / "data/companies/hotel.json").read_text(encoding="utf-8"))
ODD = (
    *(None, True, False, 0, 1, 2.0, -1, 2.5, 10**12, "", "x" * 5000, "2027-11-23", [], {}),
    *([1, 1.0], [True, 1], ["linkedin", "linkedin"], {"responsible": ""}, [{}] * 2000),
)


def places(value: object, path: tuple = ()) -> list[tuple]:
    """Every place of a document."""
    found = [path]
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, one in inner:
            found += places(one, (*path, key))
    return found


PLACES = [path for path in places(CASE) if path]


def ours(document: object) -> list[tuple]:
    found = json_schema.violations(document, company.schema())
    return [(v.path, v.keyword, v.rule, v.value, v.schema) for v in found]


def theirs(document: object) -> list[tuple]:
    """The same from the package."""
    found = Draft202012Validator(company.schema()).iter_errors(document)
    return [
        (tuple(e.absolute_path), e.validator, e.validator_value, e.instance, e.schema)
        for e in found
    ]


def agree(document: object) -> None:
    assert list(map(repr, ours(document))) == list(map(repr, theirs(document)))


def damaged(path: tuple, value: object, way: str) -> dict:
    """The hotel with one place taken out, replaced or filled up."""
    document = copy.deepcopy(CASE)
    group = document
    for step in path[:-1]:
        group = group[step]
    if way == "out":
        del group[path[-1]]
    elif way == "further" and isinstance(group, dict):
        group["further"] = value
    else:
        group[path[-1]] = value
    return document


def test_the_schema_is_one_and_a_sound_company_breaks_nothing():
    Draft202012Validator.check_schema(company.schema())
    assert ours(CASE) == theirs(CASE) == []


@pytest.mark.parametrize("value", ODD, ids=lambda value: repr(value)[:20])
def test_every_field_with_an_odd_value_breaks_the_rules_that_jsonschema_says(value):
    for key in company.schema()["properties"]:
        agree({**CASE, key: value})
    agree(value)


@given(st.sampled_from(PLACES), st.sampled_from(ODD), st.sampled_from(("out", "in", "further")))
def test_any_damage_breaks_the_rules_that_jsonschema_says(path, value, way):
    agree(damaged(path, value, way))


def test_a_rule_that_is_not_known_is_not_passed_over():
    with pytest.raises(ValueError, match="oneOf"):
        list(json_schema.violations({}, {"oneOf": []}))


def test_a_lesson_loads_no_checker_of_addresses():
    """The package jsonschema builds a grammar of them, longer than pandas takes to load."""
    code = (
        "import sys, helpers.lessons.decision as d; d.TheDecision()\n"
        "sys.exit(any(n in sys.modules for n in ('jsonschema', 'rfc3987_syntax', 'lark')))"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
