"""The first copy of a JSON file that can be used: a trainer's pack, then the course's own."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from helpers.data import json_file, reading
from helpers.data.notice import Notice, first_of
from helpers.data.tables import TableError
from helpers.words.locale import _, too_long

LONGEST = 600
"""Characters of a text."""


def first(
    relative: str, faults: Callable[[object], Iterable[str]], instead: str
) -> tuple[Any, list[Notice]]:
    """The first sound copy of a file of ``data/``, and a notice of each faulty one before it.

    ``faults`` are what is wrong with a document, each as the rest of a sentence behind the name
    of its file; ``instead`` says what the lesson does meanwhile. Raises TableError, with a
    sentence, if no copy can be used.
    """
    faulty: list[tuple[Path, list[str]]] = []
    for path in reading.copies(relative):
        document, found = json_file.read(path)
        found = found or [f"{path.name}{fault}" for fault in faults(document)]
        if not found:
            return document, [Notice.of(copy, told, instead) for copy, told in faulty]
        faulty.append((path, found))
    if faulty:
        raise TableError(first_of(faulty[0][1]))
    raise TableError(_("{file} was not found; restore it.").format(file=relative))


def text_problem(text: object) -> str:
    """What is wrong with a text; '' if nothing is."""
    if not isinstance(text, str):
        return _("must be text in quotation marks.")
    if not text.strip():
        return _("must not be empty; fill it in.")
    if len(text) > LONGEST:
        return too_long(LONGEST)
    return ""
