"""Company: everything that a learner says about a company, in one JSON file.

``data/company.schema.json`` (JSON Schema) declares the fields once: their titles,
limits, steps, units and defaults. Nothing is written but by ``CompanyFile.save``,
which locks, reads the file again, changes only its own keys and replaces the file as a
whole, so that two open lessons never lose each other's answers.
"""

import dataclasses
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, is_dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from filelock import FileLock, Timeout

from helpers import context, files, json_file, tables
from helpers.json_schema import Draft202012Validator, ValidationError
from helpers.locale import _, counted, too_long
from helpers.record import noted

SCHEMA_VERSION = 2
FILE_NAME = "company.json"
DEFAULT_CASE = "machine_parts"
LOCK_SECONDS = 10
SHOWN_FAULTS = 3
AGES_ADD_UP = (0.9, 1.1)
"""Shares of the ages of a case company may be rounded, but not be anything."""
CASE_WORDS = ("name", "trade", "place", "stand_in", "topics", "metric", "owner")
"""Fields of a case company that are translated, wherever in the file they stand."""


class CompanyError(ValueError):
    """A company file or an answer that cannot be used; the message is for the learner."""


@dataclass(frozen=True)
class Person:
    """Somebody who works on the networks, and the hours a week promised for it."""

    name: str
    hours: float


@dataclass(frozen=True)
class SwotEntry:
    """One line of a SWOT: ``box``, what it says, its proof, importance 1–3 and action."""

    box: str
    text: str
    proof: str = ""
    importance: int = 2
    action: str = ""


@dataclass(frozen=True)
class Search:
    """One buyer's question, and whether the first page shows the firm's site or listing."""

    question: str
    found: bool = False


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


@dataclass(frozen=True, eq=False)
class Company:
    """One company. Shares are 0–1, hours a week, euros a month; see the schema for each.

    ``search_share`` and ``odds`` are None where the assumption is to be used, and
    ``messages`` (a week) where they are to be estimated from followers. ``raci`` says for
    each task who is ``responsible`` and who ``accountable``.
    ``identity`` is the first name of an own company; ``borrowed`` are the fields that still
    hold an example's values. ``records`` holds predictions, quiz answers and decisions by lesson.
    """

    name: str
    trade: str
    place: str
    invented: bool
    market: str
    purposes: Mapping[str, float]
    weights: Mapping[str, float]
    ages: Mapping[str, float]
    asked: int
    weekly: Mapping[str, int]
    search_share: float | None
    first_page: float
    profiles: float
    content: Mapping[str, int]
    following: Mapping[str, float]
    people: tuple[Person, ...]
    cash: float
    contribution: float
    turnover: float
    ads: float
    bought_hours: float
    level: str
    networks: tuple[str, ...]
    followers: int
    own_links: float
    conversations: int
    medium: str
    leads_week: float
    close_rate: float
    messages: float | None
    answer_minutes: float
    answer_days: int
    look_hours: float
    promise_hours: float
    stand_in: str
    swot: tuple[SwotEntry, ...]
    actions: tuple[str, ...]
    tone: Mapping[str, int]
    group: str
    members: int
    pillars: Mapping[str, float]
    audit: tuple[str, ...]
    silent_months: Mapping[str, int]
    website: Mapping[str, bool]
    searches: tuple[Search, ...]
    topics: tuple[str, ...]
    vetoes: tuple[str, ...]
    odds: float | None
    accepted_cost: float
    raci: Mapping[str, Mapping[str, str]]
    objective: Mapping[str, object]
    whys: tuple[str, ...]
    started_from: str
    identity: str
    borrowed: tuple[str, ...]
    records: Mapping[str, Mapping]
    revision: str

    RECORDS: ClassVar = ("predictions", "quizzes", "decisions")

    @classmethod
    def from_document(cls, document: Mapping) -> "Company":
        """A company from a sound document; what it leaves out takes the schema's default."""
        values: dict[str, object] = {}
        for key, rule in schema()["properties"].items():
            if key == "schema_version" or key in cls.RECORDS:
                continue
            if "properties" in rule:
                given = document.get(key, {})
                values[key] = MappingProxyType(
                    {k: given.get(k, r.get("default")) for k, r in rule["properties"].items()}
                )
            else:
                values[key] = document.get(key, rule.get("default"))
        values["people"] = tuple(Person(**person) for person in values["people"])
        values["swot"] = tuple(SwotEntry(**entry) for entry in values["swot"])
        values["searches"] = tuple(Search(**search) for search in values["searches"])
        for key in ("networks", "whys", "actions", "audit", "topics", "vetoes", "borrowed"):
            values[key] = tuple(values[key])
        # Only profiles that exist stand in the file: 0 months is an answer, none is not.
        values["silent_months"] = MappingProxyType(dict(document.get("silent_months", {})))
        records = {key: document.get(key, {}) for key in cls.RECORDS}
        text = json.dumps(document, sort_keys=True, ensure_ascii=False)
        revision = hashlib.sha256(text.encode()).hexdigest()[:12]
        return cls(**values, records=records, revision=revision)

    @property
    def about(self) -> str:
        """Which company this is, for predictions: it stays when an own company is renamed."""
        return _about(vars(self))

    def attempts(self, lesson: str) -> tuple[Mapping[str, object], ...]:
        """What was predicted in a lesson about this company, the first attempt first."""
        made = self.records["predictions"].get(lesson, ())
        return tuple(one for one in made if one.get("about") == self.about)

    def document(self) -> dict[str, object]:
        """Every field as it stands in a company file, without the records of lessons."""
        own = (key for key in schema()["properties"] if key != "schema_version")
        return {key: _plain(getattr(self, key)) for key in own if key not in self.RECORDS}

    def changed(self, **values: object) -> "Company":
        """The same company with other values, as for a what-if; nothing is saved.

        What is only copied counts as read by nobody (``dataclasses.replace`` would read all).
        """
        return Company(**{**vars(self), **values})


NO_FACTS = {
    *("name", "trade", "place", "invented", "started_from", "identity", "borrowed", "revision"),
}
"""Fields that name a company or keep its books: no figure comes from them."""
noted([f.name for f in dataclasses.fields(Company) if f.name not in NO_FACTS], "company")(Company)


def _about(document: Mapping) -> str:
    """Which company a document is about: an example, or the learner's own."""
    if document.get("invented"):
        return f"case:{document.get('started_from') or document.get('name', '')}"
    return f"own:{document.get('identity') or document.get('name', '')}"


def _plain(value: object) -> object:
    """A field as JSON knows it."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return vars(value) if is_dataclass(value) else value


def schema() -> dict:
    """The schema of company files, with a field for each network of the tables.

    The file declares a field once for all networks: ``keys_of`` marks a group that has one
    for each row of a table, ``key_of`` a text that names one.
    """
    return _schema_for(tables.load())


@lru_cache(maxsize=1)
def _declared() -> dict:
    """The schema as its file has it."""
    return json.loads(tables.rules("company.schema.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def _schema_for(data: tables.Tables) -> dict:
    networks = {n: data.networks.at[n, "name"] for n in data.network_keys}
    return _with_keys(_declared(), {"networks": networks})


def _with_keys(rule: object, names: Mapping[str, Mapping[str, str]]) -> object:
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
    )


def day(text: object) -> date | None:
    """A date of the company file; None where there is none that a calendar knows."""
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def _sentence(file: str, error: ValidationError) -> str:
    """One schema violation in plain words: file, field, value, remedy."""
    place = ".".join(
        str(part + 1) if isinstance(part, int) else str(part) for part in error.absolute_path
    )
    value = _short(error.instance)
    rule = error.validator_value
    match error.validator:
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
        case "required":
            remedy = _("lacks a required field ({fields}); add it.").format(fields=", ".join(rule))
            value = ""
        case "additionalProperties":
            unknown = sorted(set(error.instance) - set(error.schema["properties"]))
            value = ", ".join(unknown)
            remedy = _("is not a field of this file; remove it or mend its spelling.")
            if table := error.schema.get("keys_of"):
                remedy = _("is not in {file}; mend its spelling, or bring its row there back.")
                remedy = remedy.format(file=f"{table}.csv")
        case _:
            remedy = _("cannot be used; compare it with an example in data/companies.")
    where = _("{file}, field {field}").format(file=file, field=place) if place else file
    return f"{where}: {value} {remedy}".replace(":  ", ": ")


def _from_version_0(document: dict) -> dict:
    """Files without a version: a short form with one number for the hours of everybody."""
    hours = document.pop("hours", None)
    if hours is not None and "people" not in document:
        document["people"] = [{"name": _("All of us"), "hours": hours}]
    document["schema_version"] = 1
    return document


def facts() -> dict[str, str]:
    """The fields that are facts about a firm, and the number of the lesson that asks for each.

    The number is empty where no lesson asks yet.
    """
    rules = schema()["properties"]
    return {key: rule["asked_in"] for key, rule in rules.items() if "asked_in" in rule}


def same_facts(one: Company, other: Company, keys: Iterable[str]) -> list[str]:
    """Those of the fields in which two companies do not differ."""
    here, there = one.document(), other.document()
    return [key for key in keys if here[key] == there[key]]


def _from_version_1(document: dict) -> dict:
    """Files with one prediction a lesson: it was about the company as it is named now.

    What an own company has in common with its example was never said to be its own.
    """
    if not document.get("invented"):
        with suppress(CompanyError):
            example = case(str(document.get("started_from")))
            known = deepcopy(document)
            _without_faults(known, "")
            document["borrowed"] = same_facts(Company.from_document(known), example, facts())
    predictions = document.get("predictions")
    if isinstance(predictions, dict):
        about = _about(document)
        document["predictions"] = {
            lesson: [{"about": about, **made}] if isinstance(made, dict) else made
            for lesson, made in predictions.items()
        }
    document["schema_version"] = 2
    return document


MIGRATIONS: dict[int, Callable[[dict], dict]] = {0: _from_version_0, 1: _from_version_1}
"""For each old version, the step to the next one."""


def _sound(document: object, file: str) -> tuple[dict | None, list[str]]:
    """The sound part of what a company file holds, and a sentence for each thing that is wrong.

    The document is None where nothing of it can be used.
    """
    if not isinstance(document, dict):
        return None, [_("{file} does not hold a company.").format(file=file)]
    version = document.get("schema_version", 0)
    if not isinstance(version, int) or isinstance(version, bool) or version < 0:
        sentence = _("{file}, field schema_version: {value} must be a whole number.")
        return None, [sentence.format(file=file, value=_short(version))]
    if version > SCHEMA_VERSION:
        sentence = _(
            "{file}, field schema_version: {value} comes from a newer course; update this one."
        )
        return None, [sentence.format(file=file, value=version)]
    while version < SCHEMA_VERSION:
        document = MIGRATIONS[version](document)
        version += 1
    faults = _named(document, file)
    faults += _without_faults(document, file)
    return document, faults + _contradictions(document, file)


def _named(document: dict, file: str) -> list[str]:
    """Give the document a name that can be used; a sentence if it had none.

    A firm without a name keeps all its other answers, and every later save goes through.
    """
    rule, name = schema()["properties"]["name"], document.get("name")
    where = _("{file}, field {field}").format(file=file, field="name")
    if isinstance(name, str) and len(name) > rule["maxLength"]:
        document["name"] = name[: rule["maxLength"]].strip()
        problem = too_long(rule["maxLength"])
        return [f"{where}: {_short(name)} {problem}"]
    if not isinstance(name, str) or not name.strip():
        document["name"] = _("Our company")
        problem = _("must not be empty; fill it in.")
        return [f"{where}: {problem}"]
    return []


def _short(value: object) -> str:
    """A value as a sentence repeats it."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else text[:39] + "…"


_GONE = object()
"""Marks an entry of a list that is taken out once all faults are known."""
ROUNDS = 4
"""Taking a value out can break a rule of its group: then the group goes, and so on upwards."""


def _without_faults(document: dict, file: str) -> list[str]:
    """Take what breaks the schema out of the document, no more than that; a sentence for each."""
    validator = Draft202012Validator(schema())
    sentences: list[str] = []
    for _round in range(ROUNDS):
        errors = list(validator.iter_errors(document))
        sentences += [_sentence(file, error) for error in errors]
        for error in errors:
            _take_out(document, error)
        if not errors:
            break
        _close_gaps(document)
    return sentences


def _take_out(document: dict, error: ValidationError) -> None:
    """Take the faulty value out, or what cannot be without it."""
    steps = list(error.absolute_path)
    if error.validator == "additionalProperties":
        group = _at(document, steps)
        for key in set(group) - set(error.schema["properties"]):
            del group[key]
        return
    rules = [schema()]
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


def _at(document: object, steps: Iterable[str | int]) -> object:
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


def _contradictions(document: dict, file: str) -> list[str]:
    """Take out what contradicts another field; a sentence for each."""
    sentences = []
    asked = document.get("asked", 0)
    for network, count in list(document.get("weekly", {}).items()):
        if count > asked:
            problem = _(
                "{file}, field weekly.{network}: {count} is more than were asked ({asked})."
            )
            sentences.append(problem.format(file=file, network=network, count=count, asked=asked))
            del document["weekly"][network]
    return sentences


def _from_file(path: Path) -> tuple[dict | None, list[str]]:
    """The sound part of a company file, and a sentence for each thing that is wrong."""
    document, faults = json_file.read(path)
    if document is None and faults:
        return None, faults
    sound, more = _sound(document, path.name)
    return sound, faults + more


def _sound_case(key: str) -> tuple[dict, list[str]]:
    """The first sound copy of a case company, and the faults of the copies before it."""
    told: list[str] = []
    for path in tables.copies(f"companies/{key}.json"):
        document, faults = _from_file(path)
        # A learner's shares are scaled, and may be nought: nobody knows yet. A case knows.
        ages = document.get("ages") if document and not faults else None
        total = sum(ages.values()) if ages else 1
        if not AGES_ADD_UP[0] <= total <= AGES_ADD_UP[1]:
            sentence = _("{file}, field ages: the shares add up to {total}; they must add up to 1.")
            faults = [sentence.format(file=path.name, total=f"{total:g}")]
        if document is not None and not faults:
            return document, told
        told.append(faults[0])
    raise CompanyError(told[0] if told else _("The example “{key}” is missing.").format(key=key))


def cases() -> dict[str, Company]:
    """The case companies by key; one that cannot be read is left out."""
    found = {}
    for path in tables.files("companies"):
        with suppress(CompanyError):
            found[path.stem] = case(path.stem)
    return found


def case_notices() -> list[str]:
    """A sentence for each case company of a pack that cannot be used."""
    told: list[str] = []
    for path in tables.files("companies"):
        try:
            told += _sound_case(path.stem)[1]
        except CompanyError as error:
            told.append(str(error))
    return told


def case_document(key: str) -> dict:
    """The document of a case company, its words in the language of the context.

    Raises CompanyError, with a sentence, if no copy of it can be used.
    """
    document, _told = _sound_case(key)
    return {**_translated(document), "started_from": key}


def _translated(value: object, is_word: bool = False) -> object:
    """The same document with the words of a case company in the language of the context."""
    if isinstance(value, dict):
        return {key: _translated(inner, key in CASE_WORDS) for key, inner in value.items()}
    if isinstance(value, list):
        return [_translated(inner, is_word) for inner in value]
    return _(value) if is_word and isinstance(value, str) else value


def case(key: str) -> Company:
    """A case company.

    Raises CompanyError, with a sentence, if no copy of it can be used.
    """
    return Company.from_document(case_document(key))


def read(path: Path) -> Company:
    """The company of a file that has to be sound, for a memo.

    Raises CompanyError, with a sentence, if the file is missing or anything in it is wrong.
    """
    document, faults = CompanyFile(path.parent, path.name).parts()
    if faults:
        raise CompanyError(" ".join(faults[:SHOWN_FAULTS]))
    return Company.from_document(document)


class CompanyFile:
    """The learner's file. Reading never writes; only ``save`` does."""

    def __init__(self, folder: Path | None = None, name: str = FILE_NAME) -> None:
        self.path = (folder or context.current().folder) / name

    def load(self) -> tuple[Company, str]:
        """The company, and a sentence if the file could not be used in full.

        Without a file it is the default case. A damaged file stays as it is until the
        next save, which keeps it under another name.
        """
        document, notice = self._read()
        return Company.from_document(document), notice

    def parts(self) -> tuple[dict | None, list[str]]:
        """The sound part of the file on disk, and a sentence for each thing that is wrong."""
        return _from_file(self.path)

    def _read(self) -> tuple[dict, str]:
        if not os.path.lexists(self.path):
            return case_document(DEFAULT_CASE), ""
        document, faults = self.parts()
        if not faults:
            return document, ""
        rest = _("The lesson uses the example company.")
        if document is not None:
            rest = _("The lesson uses standard values in their place.")
        notice = f"{' '.join(faults[:SHOWN_FAULTS])} {rest} "
        notice += _("Your file is untouched; the next save keeps it under another name.")
        return document or case_document(DEFAULT_CASE), notice

    def save(self, changes: Mapping[str, object]) -> tuple[Company, str]:
        """Write the given keys, leave all others as they are on disk, return the result.

        A key is a field (``cash``) or a path into a group (``quizzes.resources.key``); with
        ``[]`` at its end the value goes behind those that are there (``predictions.why[]``).
        The second value is a sentence if a damaged file was kept aside. Raises
        CompanyError, with nothing written, if a value breaks the schema, the folder
        cannot be written or another program holds the lock.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{self.path}.lock", timeout=LOCK_SECONDS):
                document, fault = self._read()
                for key, value in changes.items():
                    _set(document, key, json_file.printable(value))
                if "borrowed" not in changes and document.get("borrowed"):
                    said = {key.split(".")[0] for key in changes}
                    document["borrowed"] = [k for k in document["borrowed"] if k not in said]
                document["schema_version"] = SCHEMA_VERSION
                copy = json.loads(json.dumps(document), parse_constant=str)
                faults = _without_faults(copy, FILE_NAME) or _contradictions(copy, FILE_NAME)
                if faults:
                    raise CompanyError(faults[0])
                text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
                notice = self._write(text.encode("utf-8"), keep=bool(fault))
        except Timeout:
            raise CompanyError(
                _("Your answers were not saved: another program holds {file}. Try again.").format(
                    file=self.path.name
                )
            ) from None
        except OSError as error:
            sentence = _("Your answers were not saved: {folder} cannot be written ({reason}).")
            raise CompanyError(
                sentence.format(folder=self.path.parent.name, reason=error.strerror)
            ) from error
        return Company.from_document(document), notice

    def keep_copy(self) -> str:
        """Copy the file under a free name, which is returned.

        Raises CompanyError, with a sentence, if that cannot be done.
        """
        copy = self._free("company-copy")
        try:
            files.replace(copy, self.path.read_bytes())
        except OSError as error:
            sentence = _("No copy of {file} could be made ({reason}); nothing was changed.")
            raise CompanyError(
                sentence.format(file=self.path.name, reason=error.strerror)
            ) from error
        return copy.name

    def _free(self, name: str) -> Path:
        """A path beside the company file that holds nothing yet."""
        stamp = context.current().today.isoformat()
        number = 1
        while os.path.lexists(path := self.path.with_name(f"{name}-{stamp}-{number}.json")):
            number += 1
        return path

    def _write(self, content: bytes, keep: bool) -> str:
        """Put the content in place; ``keep`` a damaged file under a free name, and say so."""
        if not keep:
            files.replace(self.path, content)
            return ""
        aside = self._free("company-damaged")
        files.move(self.path, aside)
        try:
            files.replace(self.path, content)
        except BaseException:
            files.move(aside, self.path)
            raise
        return _("Your damaged file is kept as {file}.").format(file=aside.name)


def _set(document: dict, key: str, value: object) -> None:
    *groups, last = key.split(".")
    for group in groups:
        document = document.setdefault(group, {})
    if last.endswith("[]"):
        document.setdefault(last[:-2], []).append(value)
    else:
        document[last] = value
