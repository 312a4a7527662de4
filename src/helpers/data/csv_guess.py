"""Guesses at how a program wrote a table: delimiter, decimals, dates, spelling, encoding."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

MARKS = ",;\t"
AHEAD = 10
"""Lines in which a header is looked for: some tables have a title above it."""
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
"""A date as spreadsheet programs write it: 23/11/2026, 11/23/2026, 23.11.2026."""


def spelt(line: Sequence[str], names: Sequence[str]) -> tuple[list[str], list[int]]:
    """A header with known names in their own spelling, and the places where it had another.

    Capitals, spaces and hyphens in place of the line between two words are another spelling.
    """
    header = [cell.strip() for cell in line]
    by_letters = {name.lower(): name for name in names}
    renamed = []
    for place, cell in enumerate(header):
        letters = re.sub(r"[\s\-]+", "_", cell.lower())
        if cell not in names and letters in by_letters:
            header[place] = by_letters[letters]
            renamed.append(place)
    return header, renamed


def matches(line: Sequence[str], names: Sequence[str]) -> int:
    """How many names of columns a line has."""
    return len(set(spelt(line, names)[0]) & set(names))


def delimiter(text: str, names: Sequence[str] = ()) -> str:
    """The mark between cells; a comma in doubt.

    It is the mark that finds most names of columns in one of the first lines with words, or else
    the one that the first of them has most of.
    """
    lines = list(islice((line for line in text.splitlines() if line.strip()), AHEAD))
    if not lines:
        return ","

    def found(mark: str, line: str) -> int:
        return matches([cell.strip().strip('"') for cell in line.split(mark)], names)

    if names and found(",", lines[0]) == len(names):
        return ","  # as the course's own tables begin
    most = {mark: max(found(mark, line) for line in lines) for mark in MARKS}
    return max(MARKS, key=lambda mark: (most[mark], lines[0].count(mark)))


def wide(raw: bytes) -> str:
    """The name of the encoding of a file whose letters have two bytes each; '' of any other."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    half = len(raw) // 2
    if half and raw[1::2].count(0) > 0.8 * half and 0 not in raw[::2]:
        return "utf-16-le"
    if half and raw[::2].count(0) > 0.8 * half and 0 not in raw[1::2]:
        return "utf-16-be"
    return ""


def day(cell: str, order: str) -> date | None:
    """The date in a cell that begins with the ``day`` or the ``month``; None if there is none."""
    found = _DAY.fullmatch(cell)
    if not found:
        return None
    first, second = int(found[1]), int(found[3])
    month, number = (second, first) if order == "day" else (first, second)
    try:
        return date(int(found[4]), month, number)
    except ValueError:
        return None


def date_order(cells: Iterable[str]) -> str:
    """What a program wrote first, ``day`` or ``month``, by dates of one reading; '' in doubt."""
    found = set()
    for cell in map(str.strip, cells):
        possible = [order for order in ("day", "month") if day(cell, order)]
        if len(possible) == 1:
            found.add(possible[0])
    return found.pop() if len(found) == 1 else ""


def decimal_mark(cells: Iterable[str]) -> str:
    """The decimal mark that a program used, told by numbers of one reading; '' in doubt."""
    sure = re.compile(r"[+-]?(?:0+([.,])[0-9]+|[0-9]+([.,])(?:[0-9]{1,2}|[0-9]{4,}))")
    found = {one[1] or one[2] for one in map(sure.fullmatch, map(str.strip, cells)) if one}
    return found.pop() if len(found) == 1 else ""


_GREEK = re.compile("[Ά-ώ]")
_ALONE = set("ηοήόώΗΟ")
"""Greek words of one letter."""


def is_greek(text: str) -> bool:
    """Whether text that was read as Windows Greek is Greek and not another language's letters.

    No word mixes scripts, a single letter is a word that there is, and long words in small
    letters have one accent, as Greek has and Cyrillic read as Greek has not.
    """
    words = [word for word in re.findall(r"[^\W\d_]+", text) if _GREEK.search(word)]
    if not words or "\N{REPLACEMENT CHARACTER}" in text:
        return False
    if any(not all(map(_GREEK.match, word)) for word in words):
        return False
    if any(len(word) == 1 and word not in _ALONE for word in words):
        return False
    long = [word for word in words if len(word) > 3 and word[1:].islower()]
    accented = [word for word in long if sum(letter in "άέήίόύώΐΰΆΈΉΊΌΎΏ" for letter in word) == 1]
    return len(accented) >= 0.8 * len(long)
