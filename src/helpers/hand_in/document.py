"""One hand-in: what a learner shows a lecturer, and nothing else of the company file.

No name is in it but a nickname. The words of an own firm (its name, reasons, what would change a
mind) are left out unless the learner shows them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from helpers import context
from helpers.company import Company
from helpers.data import json_file, reading
from helpers.data.schema_faults import take_out_faults
from helpers.findings import Findings
from helpers.words.locale import _

SCHEMA_FILE = "hand_in.schema.json"
VERSION = 1
OWN = "own"
"""Which firm a prediction is about where it is no example: its name stays with the learner."""
WORDS = ("reason", "change")
"""What a decision says in the learner's own words."""


@dataclass(frozen=True)
class HandIn:
    """What one learner handed in. ``submitted_by`` is what a learning platform calls the learner.

    ``predictions`` hold the first attempt of each lesson about each firm, ``quizzes`` the place
    of the chosen option by lesson and question, ``verdicts`` a verdict by network.
    """

    nickname: str
    token: str
    written_on: str
    firm: str
    firm_name: str
    predictions: Mapping[str, tuple[Mapping[str, Any], ...]]
    quizzes: Mapping[str, Mapping[str, int]]
    decisions: Mapping[str, Mapping[str, Any]]
    verdicts: Mapping[str, str]
    submitted_by: str = ""


def make(found: Findings, nickname: str, token: str, with_words: bool = False) -> dict[str, Any]:
    """The document of a hand-in. ``with_words`` adds the firm's name and the learner's reasons."""
    company = found.company
    records = company.records
    decided = {
        lesson: {key: value for key, value in entry.items() if with_words or key not in WORDS}
        for lesson, entry in records["decisions"].items()
    }
    document = {
        "hand_in_version": VERSION,
        "nickname": nickname,
        "token": token,
        "written_on": context.current().today.isoformat(),
        "firm": _about(company.about),
        "firm_name": company.name if with_words and not company.invented else "",
        "predictions": _first_attempts(company),
        "quizzes": json.loads(json.dumps(records["quizzes"])),
        "decisions": {lesson: entry for lesson, entry in decided.items() if entry},
        "verdicts": {one.network: one.verdict for one in found.decision.judgements},
    }
    return {key: value for key, value in document.items() if value not in ("", {})}


def _about(firm: str) -> str:
    return firm if firm.startswith("case:") else OWN


def _first_attempts(company: Company) -> dict[str, list[dict[str, Any]]]:
    """The first prediction of each lesson about each firm; two own firms are told apart no more."""
    told = {}
    for lesson, attempts in company.records["predictions"].items():
        first: dict[str, dict[str, Any]] = {}
        for attempt in attempts:
            about = _about(str(attempt["about"]))
            kept = {k: v for k, v in attempt.items() if k in ("value", "confidence", "right")}
            first.setdefault(about, {**kept, "about": about})
        told[lesson] = list(first.values())
    return told


def written(document: Mapping[str, Any]) -> bytes:
    """The file of a document."""
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    declared: dict[str, Any] = json.loads(reading.rules(SCHEMA_FILE).read_text(encoding="utf-8"))
    return declared


def parse(raw: bytes, file: str) -> tuple[HandIn | None, list[str]]:
    """The hand-in that a file holds, and a sentence for each thing that is wrong with it.

    None where nothing of it can be used; else what breaks the form is left out.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [_("{file} is not a hand-in: it holds no text.").format(file=file)]
    document, faults = json_file.parse(text, file)
    if document is None and faults:
        return None, faults
    if not isinstance(document, dict) or "hand_in_version" not in document:
        other = _("{file} is not a hand-in; learners make one with the button “Hand in”.")
        return None, faults or [other.format(file=file)]
    version = document["hand_in_version"]
    if isinstance(version, int) and version > VERSION:
        newer = _("{file} was made by a newer course; update this one.")
        return None, [newer.format(file=file)]
    faults += list(dict.fromkeys(take_out_faults(document, file, _rules())))
    missing = [key for key in _rules()["required"] if key not in document]
    if missing:
        lacks = _("{file} is to be handed in again: it lacks {fields}.")
        return None, [lacks.format(file=file, fields=", ".join(missing))]
    values: dict[str, Any] = {
        key: document.get(key, rule.get("default"))
        for key, rule in _rules()["properties"].items()
        if key != "hand_in_version"
    }
    values["predictions"] = {key: tuple(made) for key, made in values["predictions"].items()}
    for key in ("predictions", "quizzes", "decisions", "verdicts"):
        values[key] = MappingProxyType(values[key])
    return HandIn(**values), faults
