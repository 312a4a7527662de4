"""The firm's own words, as they were typed, in the room that a page has for them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.findings import Findings

WIDE = frozenset("WF")
"""Letters that take the room of two, as Chinese and Japanese ones do."""


@dataclass(frozen=True)
class Own:
    """Why, because, and what would change the decision; '' where nobody wrote it."""

    why: str
    because: str
    change: str


MOST = (130, 190, 150)
"""Letters that a page has room for: of the why, the because, the change."""
LEAST_WORDS = 8
"""So many words of each stay, however full the page is."""


def own_words(found: Findings, words: int) -> Own:
    """The last why of lesson 01 and the log of lesson 14, in so many words together.

    Who writes little leaves room for the others; what goes on ends with an ellipsis.
    """
    whys = [why for why in found.company.whys if why.strip()]
    entry = found.entry
    texts = [whys[-1] if whys else "", str(entry.get("reason", "")), str(entry.get("change", ""))]
    room = shared_out([len(text.split()) for text in texts], words)
    why, because, change = (
        shortened(text, letters, some) for text, letters, some in zip(texts, MOST, room, strict=True)
    )
    return Own(why, because, change)


def shared_out(wanted: Sequence[int], words: int) -> list[int]:
    """So many words shared out among those who want some: the short ones get all they want."""
    given = [0] * len(wanted)
    left = max(words, 0)
    for place in sorted(range(len(wanted)), key=lambda n: wanted[n]):
        others = sum(not given[n] and wanted[n] > 0 for n in range(len(wanted)))
        given[place] = min(wanted[place], max(left // max(others, 1), LEAST_WORDS))
        left -= given[place]
    return given


def width(text: str) -> int:
    """Letters of a text, wide ones as two."""
    return sum(2 if unicodedata.east_asian_width(c) in WIDE else 1 for c in text)


def shortened(text: str, letters: int, words: int | None = None) -> str:
    """A text on one line; a longer one ends at a word if it can, and says that it goes on."""
    line = " ".join(text.split())
    whole = line
    if words is not None and len(line.split()) > words:
        line = " ".join(line.split()[:words])
    if width(line) > letters:
        kept, used = "", 0
        for letter in line:
            used += width(letter)
            if used > letters - 1:
                break
            kept += letter
        begun = not line[len(kept)].isspace()
        before = kept.rsplit(" ", 1)[0] if " " in kept else kept
        line = before if begun and width(before) > letters / 2 else kept
    return line if line == whole else line.rstrip(" ,;:.") + "…"
