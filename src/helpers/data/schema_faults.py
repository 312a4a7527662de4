"""What breaks a JSON Schema in a document: taken out of it, and said in plain sentences."""

import difflib
import json
from collections.abc import Iterable
from typing import Any

from helpers.data.json_schema import Fault, faults
from helpers.words.locale import _, counted, too_long


def _sentence(file: str, error: Fault) -> str:
    """One schema violation in plain words: file, field, value, remedy."""
    place = ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in error.path)
    value = short(error.value)
    rule = error.wanted
    match error.keyword:
        case "minimum":
            remedy = _("must be {limit} or more.").format(limit=rule)
        case "maximum":
            remedy = _("must be {limit} or less.").format(limit=rule)
        case "type":
            kinds = {"number": _("a number"), "integer": _("a whole number")}
            kinds |= {"string": _("text"), "array": _("a list"), "object": _("a group of fields")}
            kinds |= {"boolean": _("true or false"), "null": _("empty")}
            wanted = [rule] if isinstance(rule, str) else rule
            remedy = _("must be {kind}.").format(kind=", ".join(kinds[k] for k in wanted))
        case "enum":
            remedy = _("must be one of {allowed}.").format(allowed=", ".join(map(str, rule)))
        case "minLength":
            remedy = _("must not be empty; fill it in.")
        case "maxLength":
            remedy = too_long(rule)
        case "maxItems":
            remedy = counted(
                "has more than {number} entry; remove some.",
                "has more than {number} entries; remove some.",
                rule,
            )
            value = ""
        case "uniqueItems":
            remedy = _("names something twice; keep one of the two.")
        case "pattern":
            remedy = _("must be a date such as 2027-11-23.")
            if examples := error.rules.get("examples"):
                remedy = _("must look like {example}.").format(example=examples[0])
        case "required":
            remedy = _("lacks a required field ({fields}); add it.").format(fields=", ".join(rule))
            value = ""
        case "additionalProperties":
            unknown = sorted(set(error.value) - set(error.rules["properties"]))
            value = ", ".join(unknown)
            remedy = _("is not a field of this file; remove it or mend its spelling.")
            if table := error.rules.get("keys_of"):
                remedy = _("is not in {file}; mend its spelling, or bring its row there back.")
                remedy = remedy.format(file=f"{table}.csv")
            for key in unknown:
                if near := difflib.get_close_matches(key.lower(), error.rules["properties"], 1):
                    remedy += " " + _("Did you mean “{near}”?").format(near=near[0])
                    break
        case _:
            remedy = _("cannot be used; compare it with an example in data/companies.")
    where = _("{file}, field {field}").format(file=file, field=place) if place else file
    return f"{where}: {value} {remedy}".replace(":  ", ": ")


def short(value: object) -> str:
    """A value as a sentence repeats it."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else text[:39] + "…"


_GONE = object()
"""Marks an entry of a list that is taken out once all faults are known."""
ROUNDS = 4
"""Taking a value out can break a rule of its group: then the group goes, and so on upwards."""


def take_out_faults(document: dict, file: str, rules: dict) -> list[str]:
    """Take what breaks the schema out of the document, no more than that; a sentence for each."""
    sentences: list[str] = []
    for _round in range(ROUNDS):
        errors = list(faults(document, rules))
        sentences += [_sentence(file, error) for error in errors]
        for error in errors:
            _take_out(document, error, rules)
        if not errors:
            break
        _close_gaps(document)
    return sentences


def _take_out(document: dict, error: Fault, declared: dict) -> None:
    """Take the faulty value out, or what cannot be without it."""
    steps: list[Any] = list(error.path)
    if error.keyword == "additionalProperties":
        group = _at(document, steps)
        for key in set(group) - set(error.rules["properties"]):
            del group[key]
        return
    rules = [declared]
    for step in steps:
        rule = rules[-1]
        if isinstance(step, int):
            rules.append(rule["items"])
        else:
            rules.append(rule.get("properties", {}).get(step) or rule["additionalProperties"])
    while steps:
        parent, last = _at(document, steps[:-1]), steps.pop()
        rule = rules[len(steps)]
        if isinstance(parent, list):
            parent[last] = _GONE
            return
        if last not in rule.get("required", ()):
            parent.pop(last, None)
            return


def _at(document: Any, steps: Iterable[str | int]) -> Any:
    """What stands at the end of a path; an empty group where an earlier fault took it out."""
    for step in steps:
        present = step in document if isinstance(document, dict) else document is not _GONE
        document = document[step] if present else {}
    return document


def _close_gaps(value: object) -> None:
    """Remove what was marked as gone from every list."""
    if isinstance(value, list):
        value[:] = [inner for inner in value if inner is not _GONE]
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            _close_gaps(inner)
