"""The gradebook of a class: a CSV that a lecturer takes into the learning platform."""

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers.data import files
from helpers.data.quizzes import Item
from helpers.hand_in import summary
from helpers.hand_in.document import HandIn
from helpers.models.calibration import brier

MARK = 10
"""Letters of the hash of a hand-in's token that are enough to find its row again."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be computed by a spreadsheet."""
HEAD = (
    *("mark", "learner", "nickname", "handed_in", "lessons_decided"),
    *("predictions", "predictions_right", "brier", "quiz_answers", "quiz_right"),
)
POINTS = "points"
"""The last column: all points of the rubrics together."""

Points = dict[str, dict[str, float]]
"""Points by mark of a learner and column, such as ``why line 1``."""


@dataclass(frozen=True)
class Gradebook:
    """Rows of a class and the points that were typed."""

    hand_ins: Sequence[HandIn]
    quizzes: Mapping[str, Sequence[Item]]
    points: Points

    def to_csv(self) -> bytes:
        """The table in UTF-8 with a mark that spreadsheets know it by."""
        columns = sorted({column for typed in self.points.values() for column in typed})
        stream = io.StringIO()
        table = csv.writer(stream, lineterminator="\r\n")
        table.writerow([*HEAD, *columns, POINTS])
        for one in self.hand_ins:
            typed = self.points.get(mark(one), {})
            given = [_written(typed.get(column)) for column in columns]
            table.writerow([*map(_safe, self._row(one)), *given, _written(sum(typed.values()))])
        return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")

    def _row(self, one: HandIn) -> list[str]:
        made = summary.forecasts(one)
        score = brier(made)
        chosen, key = summary.chosen(one, self.quizzes), summary.key_of(self.quizzes)
        right = sum(place == key[question] for question, place in chosen.items())
        return [
            *(mark(one), one.submitted_by, one.nickname, one.written_on, str(len(one.decisions))),
            *(str(len(made)), str(sum(f.right for f in made))),
            *("" if score is None else f"{score:.3f}", str(len(chosen)), str(right)),
        ]


def column(lesson: str, line: int) -> str:
    """The name of the column for a line of a lesson's rubric, counted from 1."""
    return f"{lesson} line {line}"


def mark(one: HandIn) -> str:
    """By what the row of a learner is found again."""
    return hashlib.sha256(one.token.encode()).hexdigest()[:MARK]


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _written(points: float | None) -> str:
    return "" if points is None else f"{points:g}"


def typed_before(path: Path) -> Points:
    """The points of a gradebook that was written before; none where there is no such file.

    Raises OSError where it cannot be read. A cell that is no number is left out.
    """
    if not path.is_file():
        return {}
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    found: Points = {}
    for row in csv.DictReader(io.StringIO(text)):
        known = {}
        for name, cell in row.items():
            if name and name not in (*HEAD, POINTS) and isinstance(cell, str):
                try:
                    known[name] = float(cell.replace(",", "."))
                except ValueError:
                    continue
        if row.get("mark"):
            found[str(row["mark"])] = known
    return found


def write(book: Gradebook, path: Path) -> None:
    """Write the CSV as a whole. Raises OSError where that cannot be done."""
    files.replace(path, book.to_csv())
