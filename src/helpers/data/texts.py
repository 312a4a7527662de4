"""The texts of exercises, in ``data/texts`` and in a trainer's pack: read, checked, translated.

A file holds groups, lists and texts. Every text is a word for learners but what stands under
``key``; a group of ``one`` and ``other`` is a text in the singular and in the plural. A pack's
file must have the fields of the course's own; its lists may be longer or shorter.
"""

import string
from collections.abc import Iterator
from typing import Any

from helpers import context
from helpers.data import json_file, reading, sound_copy
from helpers.data.notice import Notice
from helpers.data.tables import TableError
from helpers.words import locale
from helpers.words.locale import _, counted

KEY = "key"
FORMS = ("one", "other")
MOST_ENTRIES = 20


def load(name: str) -> dict:
    """The texts of a file, in the language of the context; ``said`` says those with figures.

    Raises TableError, with a sentence, if no copy of the file can be used.
    """
    translated: dict = _translated(_sound(name)[0])
    return translated


def said(text: str | dict, number: float, **fields: str) -> str:
    """A text with its fields filled in, in the form that fits the number."""
    if isinstance(text, dict):
        text = locale.plural(text["one"], text["other"], number)
    return text.format(**fields)


def notices(name: str) -> list[Notice]:
    """A sentence if a pack's copy of the texts cannot be used."""
    try:
        return _sound(name)[1]
    except TableError as error:
        return [Notice.of(None, [error])]


def messages(document: Any) -> Iterator[str | tuple[str, ...]]:
    """Every text of a file for translators, singular and plural together."""
    if _is_plural(document):
        yield tuple(document[form] for form in FORMS)
    elif isinstance(document, dict):
        for key, inner in document.items():
            yield from messages(inner) if key != KEY else ()
    elif isinstance(document, list):
        for inner in document:
            yield from messages(inner)
    elif isinstance(document, str):
        yield document


def _is_plural(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == set(FORMS)


def _translated(value: Any) -> Any:
    """The same texts in the language of the context; plural ones wait for their number."""
    if isinstance(value, dict):
        if _is_plural(value):
            return value
        return {key: v if key == KEY else _translated(v) for key, v in value.items()}
    if isinstance(value, list):
        return [_translated(inner) for inner in value]
    # Pictures and pages set their own lines: a break in the file is a space.
    return " ".join(_(value).split()) if isinstance(value, str) else value


def _sound(name: str) -> tuple[dict, list[Notice]]:
    relative = f"texts/{name}.json"
    instead = _("Until then the lesson uses the course's own texts.")
    pattern = _pattern(relative)
    return sound_copy.first(relative, lambda copy: _faults(copy, pattern, ""), instead)


def _pattern(relative: str) -> Any:
    """The course's own texts, which show what a copy must hold.

    A checkout's file comes before an installed one: that may be older than the lessons.
    """
    pack = context.current().pack
    for path in reading.copies(relative):
        document, faults = json_file.read(path)
        if not faults and (pack is None or pack not in path.parents):
            return document
    return None


def _faults(value: Any, own: Any, place: str) -> Iterator[str]:
    """What is wrong with texts, each as the rest of a sentence behind the name of their file."""
    problem = ""
    if isinstance(own, dict):
        if isinstance(value, dict):
            for name, pattern in own.items():
                inside = f"{place}.{name}" if place else name
                if name in value:
                    yield from _faults(value[name], pattern, inside)
                else:
                    yield _fault(inside, _("is missing; add it."))
        else:
            problem = _("must be a group of fields.")
    elif isinstance(own, list):
        problem = _list_problem(value)
        for number, entry in enumerate([] if problem else value, start=1):
            yield from _faults(entry, own[0], f"{place}.{number}")
    else:
        problem = sound_copy.text_problem(value) or _braces(value, own)
    if problem:
        yield _fault(place, problem)


def _fault(place: str, problem: str) -> str:
    if not place:
        return f": {problem}"
    return _(", field {field}: {problem}").format(field=place, problem=problem)


def _list_problem(value: Any) -> str:
    """What is wrong with a list, whatever its entries hold; '' if nothing is."""
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_ENTRIES:
        return counted(
            "must be a list of 1 to {number} entry.",
            "must be a list of 1 to {number} entries.",
            MOST_ENTRIES,
        )
    keys = [str(entry[KEY]) for entry in value if isinstance(entry, dict) and KEY in entry]
    twice = [key for key in dict.fromkeys(keys) if keys.count(key) > 1]
    return _("key “{key}” stands twice; give each its own.").format(key=twice[0]) if twice else ""


def _braces(text: str, own: str) -> str:
    """What is wrong with the fields in braces, which the course fills with a figure or a name."""
    try:
        found = list(string.Formatter().parse(text))
    except ValueError:
        return _("holds a brace without its partner; take it out.")
    known = sorted({name for _text, name, _spec, _how in string.Formatter().parse(own) if name})
    for _text, name, spec, how in found:
        if name is not None and (name not in known or spec or how):
            return _("{field} cannot be filled in; possible: {known}.").format(
                field=f"{{{name}}}", known=", ".join(f"{{{k}}}" for k in known) or "–"
            )
    return ""
