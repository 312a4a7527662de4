"""The part of JSON Schema (2020-12) that the schemas of the course use.

Not the library jsonschema: that needs a compiled package which the browser's Python lacks, and
takes longer to import than all of this. Tests hold the two against each other.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Step = str | int


@dataclass(frozen=True)
class Fault:
    """A value, at the end of ``path``, that breaks a rule: a keyword and what it wants."""

    keyword: str
    wanted: Any
    rules: dict
    value: Any
    path: tuple[Step, ...]


def faults(value: Any, rules: dict, path: tuple[Step, ...] = ()) -> Iterator[Fault]:
    """Every fault of a value and of all within it, in the order of the rules."""
    for keyword, wanted in rules.items():
        if keyword in BROKEN:
            for _each in range(BROKEN[keyword](value, wanted, rules)):
                yield Fault(keyword, wanted, rules, value, path)
        if keyword in WITHIN:
            for step, inner in WITHIN[keyword](value, wanted, rules):
                yield from faults(value[step], inner, (*path, step))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


KINDS: dict[str, Callable[[Any], bool]] = {
    "array": lambda value: isinstance(value, list),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: _is_number(value) and value == value // 1,
    "null": lambda value: value is None,
    "number": _is_number,
    "object": lambda value: isinstance(value, dict),
    "string": lambda value: isinstance(value, str),
}


def _same(one: Any, other: Any) -> bool:
    """Whether two values are equal in JSON, where true is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    return bool(one == other)


def _has_twins(values: list) -> bool:
    return any(_same(one, other) for n, one in enumerate(values) for other in values[:n])


def _extra(group: dict, rules: dict) -> list[str]:
    return [key for key in group if key not in rules.get("properties", {})]


BROKEN: dict[str, Callable[[Any, Any, dict], int]] = {
    "type": lambda v, wanted, _: (
        not any(KINDS[kind](v) for kind in ([wanted] if isinstance(wanted, str) else wanted))
    ),
    "const": lambda v, wanted, _: not _same(v, wanted),
    "enum": lambda v, wanted, _: not any(_same(v, one) for one in wanted),
    "minimum": lambda v, wanted, _: _is_number(v) and v < wanted,
    "maximum": lambda v, wanted, _: _is_number(v) and v > wanted,
    "minLength": lambda v, wanted, _: isinstance(v, str) and len(v) < wanted,
    "maxLength": lambda v, wanted, _: isinstance(v, str) and len(v) > wanted,
    "pattern": lambda v, wanted, _: isinstance(v, str) and not re.search(wanted, v),
    "maxItems": lambda v, wanted, _: isinstance(v, list) and len(v) > wanted,
    "uniqueItems": lambda v, wanted, _: wanted and isinstance(v, list) and _has_twins(v),
    "required": lambda v, wanted, _: (
        sum(key not in v for key in wanted) if isinstance(v, dict) else 0
    ),
    "additionalProperties": lambda v, wanted, rules: (
        wanted is False and isinstance(v, dict) and bool(_extra(v, rules))
    ),
}
"""How often a value breaks a rule: once, or for each field that is missing."""

Inner = Iterable[tuple[Step, dict]]
WITHIN: dict[str, Callable[[Any, Any, dict], Inner]] = {
    "properties": lambda v, wanted, _: (
        [(key, rule) for key, rule in wanted.items() if key in v] if isinstance(v, dict) else ()
    ),
    "additionalProperties": lambda v, wanted, rules: (
        [(key, wanted) for key in _extra(v, rules)]
        if isinstance(v, dict) and isinstance(wanted, dict)
        else ()
    ),
    "items": lambda v, wanted, _: (
        [(place, wanted) for place in range(len(v))] if isinstance(v, list) else ()
    ),
}
"""What within a value has rules of its own."""

TOLD = {
    *("$schema", "title", "description", "default", "examples"),
    *("asked_in", "key_of", "keys_of", "natural_step", "slider_to", "step", "unit"),
}
"""What a schema only says of a field; nothing can break it."""
