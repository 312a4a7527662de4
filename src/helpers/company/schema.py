"""The fields of a company as ``data/company.schema.json`` declares them, a field a network."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from helpers.data import reading, tables


@dataclass(frozen=True)
class Field:
    """What the schema says of a number: for controls, forms and messages."""

    key: str
    title: str
    description: str
    low: float
    high: float
    default: float
    step: float
    unit: str
    whole: bool
    slider_to: float
    """Where a slider ends, so that it is fine enough; the file takes up to ``high``."""
    natural_step: float
    """What a firm changes at once, where that is more than a step of the slider."""


def schema() -> dict:
    """The schema of company files, with a field for each network of the tables.

    The file declares a field once for all networks: ``keys_of`` marks a group that has one
    for each row of a table, ``key_of`` a text that names one.
    """
    return _schema_for(reading.load())


@lru_cache(maxsize=1)
def _declared() -> dict:
    """The schema as its file has it."""
    declared: dict = json.loads(reading.rules("company.schema.json").read_text(encoding="utf-8"))
    return declared


@lru_cache(maxsize=4)
def _schema_for(data: tables.Tables) -> dict:
    networks = {n: data.networks.at[n, "name"] for n in data.network_keys}
    rules: dict = _with_keys(_declared(), {"networks": networks})
    return rules


def _with_keys(rule: Any, names: Mapping[str, Mapping[str, str]]) -> Any:
    """A rule in which every group over a table has its keys; ``names`` are theirs by table."""
    if isinstance(rule, list):
        return [_with_keys(inner, names) for inner in rule]
    if not isinstance(rule, dict):
        return rule
    rule = {key: _with_keys(inner, names) for key, inner in rule.items()}
    if "keys_of" in rule:
        each = rule["additionalProperties"]
        titles = names[rule["keys_of"]]
        rule["properties"] = {key: {**each, "title": title} for key, title in titles.items()}
        rule["additionalProperties"] = False
    if "key_of" in rule:
        rule["enum"] = list(names[rule["key_of"]])
    return rule


def field(key: str) -> Field:
    """The declared number under a key such as ``cash`` or ``content.photo``."""
    group, *inner = key.split(".")
    rule = _declared()["properties"][group]
    if "keys_of" in rule:  # only then the tables are asked: models want fields in the thousands
        rule = schema()["properties"][group]
    for part in inner:
        rule = rule["properties"][part]
    return _field(key, rule)


def hours_field() -> Field:
    """The declared hours that one person promises."""
    return _field("people.hours", schema()["properties"]["people"]["items"]["properties"]["hours"])


def most_letters(key: str) -> int:
    """Characters that a text may have, under a key such as ``topics`` or ``objective.metric``."""
    group, *inner = key.split(".")
    rule = _declared()["properties"][group]
    rule = rule.get("items", rule)
    for part in inner:
        rule = rule["properties"][part]
    return int(rule["maxLength"])


def _field(key: str, rule: Mapping) -> Field:
    return Field(
        key=key,
        title=rule["title"],
        description=rule.get("description", ""),
        low=rule["minimum"],
        high=rule["maximum"],
        default=rule["default"] if rule["default"] is not None else rule["minimum"],
        step=rule["step"],
        unit=rule["unit"],
        whole=rule["type"] == "integer",
        slider_to=rule.get("slider_to", rule["maximum"]),
        natural_step=rule.get("natural_step", rule["step"]),
    )


def facts() -> dict[str, str]:
    """The fields that are facts about a firm, and the number of the lesson that asks for each.

    The number is empty where no lesson asks yet.
    """
    rules = schema()["properties"]
    return {key: rule["asked_in"] for key, rule in rules.items() if "asked_in" in rule}
