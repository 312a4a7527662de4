"""Reads one JSON file that people write by hand: its document, or calm sentences."""

import json
import math
from pathlib import Path
from typing import Any

from helpers.words import escaping
from helpers.words.locale import _

MOST_BYTES = 500_000
DEEPEST = 30
"""Groups within groups, far beyond any file of the course."""
LONGEST_NUMBER = 20
"""Digits of a whole number; a longer one becomes text and fails the check of its field."""


def dumped(document: object) -> bytes:
    """A document as a file that people read and change by hand."""
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def read(path: Path) -> tuple[Any, list[str]]:
    """The document of a file and a sentence for each thing that is wrong with it.

    The document is None where nothing of the file can be used. A name that stands twice in
    one group is left out, because nobody can tell which of its values was meant.
    """
    name = path.name
    try:
        if path.is_symlink() and not path.exists():
            return None, [_("{file} is a link that leads nowhere.").format(file=name)]
        if path.stat().st_size > MOST_BYTES:
            return None, [_too_large(name)]
        raw = path.read_bytes()
    except OSError as error:
        sentence = _("{file} cannot be read ({reason}).")
        return None, [sentence.format(file=name, reason=error.strerror)]
    return decoded(raw, name)


def _too_large(name: str) -> str:
    return _("{file} is larger than 500 kB, more than it can need.").format(file=name)


def decoded(raw: bytes, file: str) -> tuple[Any, list[str]]:
    """The same for what a file holds."""
    if len(raw) > MOST_BYTES:
        return None, [_too_large(file)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        sentence = _("{file}, row {row}: the text is not UTF-8; save it as UTF-8.")
        return None, [sentence.format(file=file, row=row)]
    return parse(text, file)


def parse(text: str, file: str) -> tuple[Any, list[str]]:
    """The same for the text of a file."""
    if not text.strip():
        return None, [_("{file} is empty.").format(file=file)]
    twice: list[str] = []

    def group(pairs: list[tuple[str, object]]) -> dict:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [key for key, _value in pairs]
            for key in dict.fromkeys(key for key in names if names.count(key) > 1):
                twice.append(key)
                del found[key]
        return found

    try:
        # NaN, Infinity and endless digits are no numbers: as text they fail their check.
        document = json.loads(
            text,
            parse_constant=str,
            parse_int=_whole,
            parse_float=_fraction,
            object_pairs_hook=group,
        )
        deep = _depth(document) > DEEPEST
    except json.JSONDecodeError as error:
        lines = text.splitlines() or [""]
        shown = lines[min(error.lineno, len(lines)) - 1].strip()[:30]
        sentence = _(
            "{file}, row {row}, column {column}: the file breaks off or is damaged at “{value}”."
        )
        return None, [sentence.format(file=file, row=error.lineno, column=error.colno, value=shown)]
    except RecursionError:
        deep = True
    if deep:
        return None, [_("{file} is nested too deeply to be read.").format(file=file)]
    sentence = _("{file}, field {field}: stands twice; keep one of the two.")
    return printable(document), [sentence.format(file=file, field=key) for key in twice]


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _fraction(digits: str) -> float | str:
    value = float(digits)
    return value if math.isfinite(value) else digits


def _depth(document: object) -> int:
    """How many groups and lists stand within each other, counted without recursion."""
    depth, level = 0, [document]
    while level := [v for v in level if isinstance(v, dict | list)]:
        depth += 1
        level = [x for v in level for x in (v.values() if isinstance(v, dict) else v)]
    return depth


def printable(value: object) -> object:
    """The same document without control characters, which no text of a firm needs."""
    if isinstance(value, dict):
        return {escaping.printable(key): printable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [printable(inner) for inner in value]
    return escaping.printable(value) if isinstance(value, str) else value
