"""What a reader is told of a file of ``data/`` or of a pack: one sentence, and all behind it."""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from helpers.words.locale import _, plural

SHOWN = 5
"""Files not used that a lesson names: it is no report."""


class Kind(Enum):
    """What becomes of the file: used all the same, not used until mended, never asked for.

    ``ADVICE`` is for whoever keeps the file, and no learner is told.
    """

    ODD = "odd"
    ADVICE = "advice"
    FAULTY = "faulty"
    UNUSED = "unused"


class Notice(str):
    """A sentence about the first fault of a file; learners read it as the text that it is.

    ``path`` is the file, None where several tables disagree. ``every`` holds each of its faults
    for whoever keeps the file.
    """

    path: Path | None
    kind: Kind
    every: tuple[str, ...]

    @classmethod
    def of(
        cls,
        path: Path | None,
        faults: Sequence[object],
        rest: str = "",
        kind: Kind = Kind.FAULTY,
    ) -> "Notice":
        """The notice of a file with at least one fault; ``rest`` says what happens until then."""
        notice = cls(f"{first_of(faults)} {rest}".rstrip())
        notice.path, notice.kind, notice.every = path, kind, tuple(map(str, faults))
        return notice


def first_of(faults: Sequence[object]) -> str:
    """The first fault in a sentence, and how many there are after it."""
    sentence = str(faults[0])
    if len(faults) > 1:
        sentence += " " + _("({more} more after this one.)").format(more=len(faults) - 1)
    return sentence


def few(notices: Sequence[str]) -> list[str]:
    """The same for a lesson: of many files that are not used, a few and the number of the rest."""
    unused = [n for n in notices if isinstance(n, Notice) and n.kind is Kind.UNUSED]
    more = unused[SHOWN:]
    if not more:
        return list(notices)
    rest = plural("{more} more file is not used.", "{more} more files are not used.", len(more))
    return [*(n for n in notices if n not in more), rest.format(more=len(more))]
