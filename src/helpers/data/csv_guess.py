"""Guesses at how a program wrote a CSV file: delimiter, decimal mark, spelling, encoding."""

import re
from collections.abc import Iterable


def spelt(line: list[str], names: list[str]) -> tuple[list[str], list[int]]:
    """A header with known names in their own spelling, and the places where it had another."""
    header = [cell.strip() for cell in line]
    by_letters = {name.lower(): name for name in names}
    renamed = []
    for place, cell in enumerate(header):
        if cell not in names and cell.lower() in by_letters:
            header[place] = by_letters[cell.lower()]
            renamed.append(place)
    return header, renamed


def delimiter(text: str) -> str:
    """The mark between cells that the first line with words has most of; a comma in doubt."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=header.count)


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
