"""Checks a document against a JSON Schema (draft 2020-12), as far as the course's own goes.

The package of that name is the oracle of the tests; at run time it would take as long to
import as pandas, for a check of dates and addresses that the course does not use.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

TYPES = {
    "array": list,
    "boolean": bool,
    "null": type(None),
    "number": (int, float),
    "object": dict,
    "string": str,
}
WORDS = {"$schema", "title", "description", "default", "step", "unit", "asked_in"}
"""Words of a schema that only describe."""


@dataclass(frozen=True)
class Violation:
    """A rule that a document breaks: where, which ``keyword`` with which ``rule``, by what.

    ``path`` are the keys and places that lead to ``value``; ``schema`` is what stands there.
    """

    path: tuple[str | int, ...]
    keyword: str
    rule: object
    value: object
    schema: dict


def violations(
    document: object, schema: dict, path: tuple[str | int, ...] = ()
) -> Iterator[Violation]:
    """Everything in which a document breaks a schema.

    Raises ValueError for a keyword that this module does not know: none is passed over.
    """
    for keyword, rule in schema.items():
        if keyword in INSIDE:
            yield from INSIDE[keyword](rule, document, schema, path)
        elif keyword in BROKEN:
            for _each in range(BROKEN[keyword](rule, document)):
                yield Violation(path, keyword, rule, document, schema)
        elif keyword not in WORDS:
            raise ValueError(f"the keyword {keyword} of a schema is not known")


def _is(kind: str, value: object) -> bool:
    """Whether a value is of a kind; true and false are no numbers, 2.0 is a whole one."""
    if isinstance(value, bool):
        return kind == "boolean"
    if kind == "integer":
        return isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    return isinstance(value, TYPES[kind])


def _same(one: object, other: object) -> bool:
    """Equal as JSON sees it: 1 is 1.0, but not true, however deep."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def _repeats(values: list) -> bool:
    return any(_same(one, other) for i, one in enumerate(values) for other in values[:i])


def _when(kind: str, breaks: Callable[[object, object], bool]) -> Callable[[object, object], int]:
    """A rule that speaks of one kind of value only."""
    return lambda rule, value: _is(kind, value) and breaks(rule, value)


def _wrong_type(rule: str | list[str], value: object) -> bool:
    return not any(_is(kind, value) for kind in ([rule] if isinstance(rule, str) else rule))


BROKEN: dict[str, Callable[[object, object], int]] = {
    "type": _wrong_type,
    "const": lambda rule, value: not _same(rule, value),
    "enum": lambda rule, value: not any(_same(one, value) for one in rule),
    "minimum": _when("number", lambda rule, value: value < rule),
    "maximum": _when("number", lambda rule, value: value > rule),
    "minLength": _when("string", lambda rule, value: len(value) < rule),
    "maxLength": _when("string", lambda rule, value: len(value) > rule),
    "pattern": _when("string", lambda rule, value: not re.search(rule, value)),
    "maxItems": _when("array", lambda rule, value: len(value) > rule),
    "uniqueItems": _when("array", lambda rule, value: rule and _repeats(value)),
    "required": _when("object", lambda rule, value: len([key for key in rule if key not in value])),
}
"""How often a value breaks a rule; each field that is required and missing counts."""


def _properties(
    rule: dict, value: object, _schema: dict, path: tuple[str | int, ...]
) -> Iterator[Violation]:
    if _is("object", value):
        for key, inner in rule.items():
            if key in value:
                yield from violations(value[key], inner, (*path, key))


def _further(
    rule: bool | dict, value: object, schema: dict, path: tuple[str | int, ...]
) -> Iterator[Violation]:
    if not _is("object", value):
        return
    extra = [key for key in value if key not in schema.get("properties", {})]
    if isinstance(rule, dict):
        for key in extra:
            yield from violations(value[key], rule, (*path, key))
    elif extra and not rule:
        yield Violation(path, "additionalProperties", rule, value, schema)


def _items(
    rule: dict, value: object, _schema: dict, path: tuple[str | int, ...]
) -> Iterator[Violation]:
    if _is("array", value):
        for place, inner in enumerate(value):
            yield from violations(inner, rule, (*path, place))


INSIDE = {"properties": _properties, "additionalProperties": _further, "items": _items}
"""Rules about what stands within a value."""
