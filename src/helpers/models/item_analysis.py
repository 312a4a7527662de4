"""Item analysis of a quiz that a class has answered: how hard a question is, whom it parts.

Classical test theory: difficulty is the share of right answers; discrimination is the corrected
item-total correlation, of an item (0 or 1) with the number of the other items answered right
(Henrysson 1963). A question that the able answer right and the others wrong has a high one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

LEAST = 10
"""Below so many learners a correlation is chance, and none is told."""


@dataclass(frozen=True)
class Answered:
    """How a class answered one question.

    ``right`` and ``answers`` are counts of learners, ``chosen`` the learners by place of the
    option, ``discrimination`` a correlation from -1 to 1; None where it cannot be told.
    """

    lesson: str
    item: str
    answers: int
    right: int
    chosen: Mapping[int, int]
    discrimination: float | None

    @property
    def difficulty(self) -> float:
        """Share of right answers (0-1): high is easy, as the field has it. Nan without answers."""
        return self.right / self.answers if self.answers else float("nan")

    def tempting(self, correct: int) -> int | None:
        """The wrong option that most chose; the first of several, None where nobody did."""
        wrong = {place: count for place, count in self.chosen.items() if place != correct and count}
        most = max(wrong.values(), default=0)
        return next((place for place in sorted(wrong) if wrong[place] == most), None)


def analyse(
    correct: Mapping[tuple[str, str], int],
    answers: Sequence[Mapping[tuple[str, str], int]],
    least: int = LEAST,
) -> list[Answered]:
    """Every question that somebody answered, in the order of ``correct``.

    ``correct`` holds the place of the right option by (lesson, question), ``answers`` a
    learner's choices in the same form. The rest score is the share of the other questions that a
    learner answered right, of those he or she answered: nobody is punished for a lesson not done.
    """
    scores = [
        {key: one[key] == place for key, place in correct.items() if key in one} for one in answers
    ]
    asked = [key for key in correct if any(key in one for one in answers)]
    return [_item(key, answers, scores, least) for key in asked]


def _item(
    key: tuple[str, str],
    answers: Sequence[Mapping[tuple[str, str], int]],
    scores: Sequence[Mapping[tuple[str, str], bool]],
    least: int,
) -> Answered:
    chosen = Counter(one[key] for one in answers if key in one)
    pairs = []
    for score in scores:
        others = [right for other, right in score.items() if other != key]
        if key in score and others:
            pairs.append((float(score[key]), sum(others) / len(others)))
    right = sum(score.get(key, False) for score in scores)
    return Answered(*key, chosen.total(), right, chosen, correlation(pairs, least))


def correlation(pairs: Sequence[tuple[float, float]], least: int = LEAST) -> float | None:
    """Pearson's r of so many pairs; None of fewer than ``least``, or where one side is constant."""
    if len(pairs) < max(least, 2):
        return None
    one, other = np.asarray(pairs, dtype=float).T
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return None
    return float(np.corrcoef(one, other)[0, 1])
