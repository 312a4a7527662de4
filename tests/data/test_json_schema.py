"""Our part of JSON Schema against the library jsonschema, rule by rule."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from helpers import context
from helpers.company.schema import schema
from helpers.data import reading
from helpers.data.json_schema import BROKEN, TOLD, WITHIN, faults

FILES = ("company.schema.json", "hand_in.schema.json", "pack.schema.json")
VALUES = [
    *(None, True, False, 0, 1, -1, 2, 3.0, 2.5, 1e30, "", "a", "abc", "2026-11-23", "2026-13-45"),
    *([], {}, [1, 1], [1, True], [0, False], [1, 1.0], ["a", "b", "a"], [[1], [True]], [{}, {}]),
    *({"a": 1}, {"b": "x"}, {"a": "x", "c": None}, [{"a": 1}, {"a": 1.0}], [None, 3, "abc"]),
]
RULES = [
    *({"type": kind} for kind in ("array", "boolean", "integer", "null", "number", "object")),
    *({"type": "string"}, {"type": ["number", "null"]}, {"const": 1}, {"const": [False]}),
    *({"enum": [1, "a", None]}, {"enum": [[1, 1], {"a": 1}]}, {"enum": [True]}),
    *({"minimum": 1}, {"maximum": 2}, {"minLength": 1}, {"maxLength": 2}, {"maxItems": 1}),
    *({"uniqueItems": True}, {"uniqueItems": False}, {"pattern": r"^\d{4}-\d\d-\d\d$"}),
    *({"pattern": "b"}, {"required": ["a", "b"]}, {"properties": {"a": {"type": "integer"}}}),
    {"properties": {"a": {}}, "additionalProperties": False},
    {"additionalProperties": False},
    {"additionalProperties": {"type": "string"}, "properties": {"a": {"minimum": 2}}},
    {"items": {"type": "integer", "minimum": 2}},
]


def ours(value: object, rules: dict) -> list[tuple]:
    return sorted([(one.keyword, one.path, one.value) for one in faults(value, rules)], key=repr)


def theirs(value: object, rules: dict) -> list[tuple]:
    # Of fields that no rule names it tells in no order.
    found = Draft202012Validator(rules).iter_errors(value)
    told = [(one.validator, tuple(one.absolute_path), one.instance) for one in found]
    return sorted(told, key=repr)


@pytest.mark.parametrize("rules", RULES, ids=json.dumps)
def test_each_rule_is_broken_by_the_same_values_as_in_the_library(rules):
    for value in VALUES:
        assert ours(value, rules) == theirs(value, rules), value
    assert any(theirs(value, rules) for value in VALUES) or rules == {"uniqueItems": False}


def declared(file: str) -> dict:
    return json.loads(reading.rules(file).read_text(encoding="utf-8"))


def words_of(rules: object) -> set[str]:
    """Every keyword of a schema; names of fields, and values, are none."""
    if isinstance(rules, list):
        return set().union(*map(words_of, rules))
    if not isinstance(rules, dict):
        return set()
    found = set(rules)
    for word, inner in rules.items():
        if word == "properties":
            found |= words_of(list(inner.values()))
        elif word in WITHIN:
            found |= words_of(inner)
    return found


@pytest.mark.parametrize("file", FILES)
def test_every_word_of_our_schemas_is_a_rule_that_is_checked_or_only_said(file):
    Draft202012Validator.check_schema(declared(file))
    assert words_of(declared(file)) <= {*BROKEN, *WITHIN, *TOLD}


JSON = st.recursive(
    st.sampled_from(VALUES) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(st.data())
def test_damaged_companies_are_judged_as_by_the_library(data):
    rules = schema()
    keys = st.sampled_from(sorted(rules["properties"]))
    document = data.draw(st.dictionaries(keys | st.text(), JSON, max_size=8))
    assert ours(document, rules) == theirs(document, rules)


def test_case_companies_are_judged_as_by_the_library():
    cases = sorted((context.CHECKOUT / "data" / "companies").glob("*.json"))
    assert cases
    for path in cases:
        document = json.loads(path.read_text(encoding="utf-8"))
        assert ours(document, schema()) == theirs(document, schema())


def test_a_lesson_starts_without_what_checks_a_schema_of_any_kind():
    code = "import sys, helpers.lessons.resources; print({*sys.modules} & {'jsonschema', 'rpds'})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (run.stdout.strip(), run.returncode) == ("set()", 0), run.stderr[-500:]
