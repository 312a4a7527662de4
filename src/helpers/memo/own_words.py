"""The firm's own words, as they were typed, in the room that a page has for them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.findings import Findings
from helpers.words.locale import _

WIDE = frozenset("WF")
"""Letters that take the room of two, as Chinese and Japanese ones do."""


@dataclass(frozen=True)
class Own:
    """Why, because, and what would change the decision; '' where nobody wrote it."""

    why: str
    because: str
    change: str

    @property
    def texts(self) -> tuple[str, str, str]:
        return self.why, self.because, self.change


MOST = (130, 190, 150)
"""Letters that a page has room for: of the why, the because, the change."""
LETTERS = 10
"""Letters of a word, where nothing parts the words: longer than most."""
TOGETHER = 45
"""Words of all three for which other things make way."""


def own_words(found: Findings, words: int, most: Sequence[int] = MOST) -> tuple[Own, int]:
    """The last why of lesson 01 and the log of lesson 14, in so many words with their labels.

    The second is how many words they would like, within reason.

    Who writes little leaves room for the others; what goes on ends with an ellipsis.
    """
    whys = [why for why in found.company.whys if why.strip()]
    entry = found.entry
    texts = [whys[-1] if whys else "", str(entry.get("reason", "")), str(entry.get("change", ""))]
    # Scripts without spaces have few words and take as much room.
    wanted = [max(len(text.split()), width(text) // LETTERS) for text in texts]
    labels = sum(
        len(label.split()) for label, many in zip(labels_of_own(), wanted, strict=True) if many
    )
    room = shared_out(wanted, words - labels)
    why, because, change = (
        shortened(text, letters, some)
        for text, letters, some in zip(texts, most, room, strict=True)
    )
    return Own(why, because, change), min(sum(wanted), TOGETHER) + labels


def labels_of_own() -> tuple[str, str, str]:
    """What stands before the firm's own words."""
    return _("Why"), _("Because"), _("We change our mind if")


def shared_out(wanted: Sequence[int], words: int) -> list[int]:
    """So many words shared out among those who want some: the short ones get all they want."""
    given = [0] * len(wanted)
    left = max(words, 0)
    for place in sorted(range(len(wanted)), key=lambda n: wanted[n]):
        others = sum(not given[n] and wanted[n] > 0 for n in range(len(wanted)))
        given[place] = min(wanted[place], left // max(others, 1))
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
