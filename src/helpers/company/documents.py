"""Company documents read from disk: the learner's file, and the case companies."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers import context
from helpers.company.company import Company, CompanyError
from helpers.company.faults import name_it, short, take_out_contradictions, take_out_faults
from helpers.company.schema import schema
from helpers.company.versions import SCHEMA_VERSION, Cases, brought_up_to_date
from helpers.data import json_file, money, reading, stamps
from helpers.data.notice import Notice
from helpers.data.tables import Tables
from helpers.words.locale import _, listing

AGES_ADD_UP = (0.9, 1.1)
"""Shares of the ages of a case company may be rounded, but not be anything."""
DEFAULT_CASE = "machine_parts"
CASE_WORDS = ("name", "trade", "place", "stand_in", "decider", "topics", "metric", "owner")
"""Fields of a case company that are translated, wherever in the file they stand."""


def _sound(document: object, file: str, example: Cases) -> tuple[dict | None, list[str]]:
    """The sound part of what a company file holds, and a sentence for each thing that is wrong.

    The document is None where nothing of it can be used. ``example`` finds what an old one
    started from.
    """
    if not isinstance(document, dict):
        return None, [_("{file} does not hold a company.").format(file=file)]
    # Who writes a company by hand may leave the version out; none was ever shipped without.
    version = document.get("schema_version", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        sentence = _("{file}, field schema_version: {value} must be a whole number from 1 on.")
        return None, [sentence.format(file=file, value=short(version))]
    if version > SCHEMA_VERSION:
        sentence = _(
            "{file}, field schema_version: {value} comes from a newer course; update this one."
        )
        return None, [sentence.format(file=file, value=version)]
    document = brought_up_to_date(document, version, example)
    faults = name_it(document, file)
    faults += take_out_faults(document, file)
    return document, faults + take_out_contradictions(document, file)


def from_file(path: Path, example: Cases | None = None) -> tuple[dict | None, list[str]]:
    """The sound part of a company file, and a sentence for each thing that is wrong."""
    return _checked(json_file.read(path), path.name, example or case)


def from_bytes(raw: bytes, file: str) -> tuple[dict | None, list[str]]:
    """The same for what a company file holds that is not on this disk."""
    return _checked(json_file.decoded(raw, file), file, case)


def _checked(
    found: tuple[Any, list[str]], file: str, example: Cases
) -> tuple[dict | None, list[str]]:
    document, faults = found
    if document is None and faults:
        return None, faults
    sound, more = _sound(document, file, example)
    return sound, faults + more


def _sound_case(key: str) -> tuple[dict | None, list[Notice]]:
    """The first sound copy of a case company, None if there is none, and what is told of others.

    Read again only when a file has changed; whoever gets it changes nothing in it.
    """
    now = context.current()
    return _sound_for(_changed(key), reading.load(), now.language, now.pack)


def _changed(key: str) -> tuple[tuple[Path, int], ...]:
    """When each copy of a case company was changed."""
    return tuple((path, stamps.stamp(path)) for path in reading.copies(f"companies/{key}.json"))


@lru_cache(maxsize=64)
def _sound_for(
    changed: tuple[tuple[Path, int], ...], _tables: Tables, _language: str, _pack: Path | None
) -> tuple[dict | None, list[Notice]]:
    """The copy, kept for its files, the tables that name its fields, a language and a pack."""
    told: list[Notice] = []
    for path, _when in changed:
        document, faults = from_file(path, _shipped)
        # A learner's shares are scaled, and may be nought: nobody knows yet. A case knows.
        ages = document.get("ages") if document and not faults else None
        total = sum(ages.values()) if ages else 1
        if not AGES_ADD_UP[0] <= total <= AGES_ADD_UP[1]:
            sentence = _("{file}, field ages: the shares add up to {total}; they must add up to 1.")
            faults = [sentence.format(file=path.name, total=f"{total:g}")]
        if document is not None and not faults:
            return _in_money_of_class(document, path), told
        told.append(Notice.of(path, faults))
    return None, told


def _in_money_of_class(document: dict, path: Path) -> dict:
    """The company of the course in the currency of the class; one of a pack is in it already."""
    pack = context.current().pack
    known = reading.load().settings.currency
    if known is None or (pack and path.is_relative_to(pack)):
        return document
    euros = {
        name for name, rule in schema()["properties"].items() if rule.get("unit") == money.EUROS
    }
    return {
        name: money.converted(value, known) if name in euros else value
        for name, value in document.items()
    }


def _shipped(key: str) -> Company:
    """A case company of the course: one of a pack may say that it started from itself."""
    with context.using(pack=None):
        return case(key)


def cases() -> dict[str, Company]:
    """The case companies by key; one that cannot be read is left out."""
    found = {}
    for path in reading.files("companies"):
        with suppress(CompanyError):
            found[path.stem] = case(path.stem)
    return found


def case_notices() -> list[Notice]:
    """A sentence for each case company of a pack that cannot be used."""
    return [told for path in reading.files("companies") for told in _sound_case(path.stem)[1]]


def case_document(key: str) -> dict:
    """The document of a case company, its words in the language of the context.

    Raises CompanyError, with a sentence, if no copy of it can be used.
    """
    document, told = _sound_case(key)
    if document is None:
        raise CompanyError(
            told[0]
            if told
            else _("The example “{key}” is missing; there are {examples}.").format(
                key=key, examples=listing(sorted(path.stem for path in reading.files("companies")))
            )
        )
    return {**_translated(document), "started_from": key}


def _translated(value: Any, is_word: bool = False) -> Any:
    """The same document with the words of a case company in the language of the context."""
    if isinstance(value, dict):
        return {key: _translated(inner, key in CASE_WORDS) for key, inner in value.items()}
    if isinstance(value, list):
        return [_translated(inner, is_word) for inner in value]
    return _(value) if is_word and isinstance(value, str) else value


def start_case() -> str:
    """The key of the company that nobody's own answers start with: the pack's, if it can be used.

    That it cannot be used is told with the other notices of the cases.
    """
    wanted = reading.load().settings.start
    return wanted if wanted and _sound_case(wanted)[0] is not None else DEFAULT_CASE


def case(key: str) -> Company:
    """A case company; read again only when a file has changed.

    Raises CompanyError, with a sentence, if no copy of it can be used.
    """
    return _case(key, _changed(key), reading.load(), context.current().language)


@lru_cache(maxsize=64)
def _case(key: str, _stamps: tuple, _tables: Tables, _language: str) -> Company:
    """The case company, kept for its files, the tables that name its fields, and a language."""
    return Company.from_document(case_document(key))
