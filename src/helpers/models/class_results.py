"""What a class handed in, as results: calibration, its league, quiz questions, verdicts.

Figures of learners, none of the tables but the ledger's number from which hits are held against
how sure somebody was.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from helpers.data.tables import Tables
from helpers.models import calibration, vote
from helpers.models.calibration import Forecast
from helpers.models.item_analysis import Answered
from helpers.models.result import Result, Sheet


def sure_and_right(forecasts: Iterable[Forecast]) -> Result:
    """All predictions of a class by how sure they were: ``sN.sure`` and ``sN.hits`` (shares).

    ``sN.made`` and ``sN.right`` are counts.
    """
    sheet = Sheet()
    levels = calibration.by_sure(forecasts)
    for place, (level, came_true) in enumerate(levels.items()):
        sheet.add(f"s{place}.sure", level, "share")
        sheet.add(f"s{place}.hits", sum(came_true) / len(came_true), "share")
        sheet.add(f"s{place}.made", len(came_true), "count")
        sheet.add(f"s{place}.right", sum(came_true), "count")
    return sheet.result(f"s{place}" for place in range(len(levels)))


def league(
    learners: Sequence[tuple[str, Sequence[Forecast]]], tables: Tables, guess: float
) -> Result:
    """Learners by Brier score, the best first: ``lN.brier``, ``lN.made``, ``lN.right``.

    Who made fewer predictions that were no ``guess`` than the ledger's ``calibration_least`` is
    left out; ``out`` counts them. The fact ``names`` holds the nicknames in the order of the
    options. Scores that are equal share the order of the class.
    """
    least = tables.default("calibration_least")
    scored = []
    for name, forecasts in learners:
        held = calibration.claimed(forecasts, guess)
        score = calibration.brier(held)
        if score is not None and len(held) >= least:
            scored.append((score, name, held))
    scored.sort(key=lambda one: one[0])
    sheet = Sheet()
    for place, (score, _name, held) in enumerate(scored):
        sheet.add(f"l{place}.brier", score, "fraction")
        sheet.add(f"l{place}.made", len(held), "count")
        sheet.add(f"l{place}.right", sum(f.right for f in held), "count")
    sheet.add("out", len(learners) - len(scored), "count")
    sheet.add("least", least, "count")
    names = tuple(name for _score, name, _held in scored)
    return sheet.result((f"l{place}" for place in range(len(scored))), names=names)


def questions(items: Sequence[Answered]) -> Result:
    """Quiz questions as a class answered them: ``qN.right`` (share), ``qN.answers``, ``qN.parts``.

    ``qN.parts`` is the discrimination (-1 to 1) where there is one. The fact ``hardest`` is the
    option with the smallest share of right answers; '' without questions.
    """
    sheet = Sheet()
    for place, item in enumerate(items):
        sheet.add(f"q{place}.right", item.difficulty, "share")
        sheet.add(f"q{place}.answers", item.answers, "count")
        if item.discrimination is not None:
            sheet.add(f"q{place}.parts", item.discrimination, "fraction")
    hardest = min(range(len(items)), key=lambda n: items[n].difficulty, default=None)
    return sheet.result(
        (f"q{place}" for place in range(len(items))),
        hardest="" if hardest is None else f"q{hardest}",
    )


def counted(counts: Mapping[str, Counter], parts: Sequence[str]) -> Result:
    """How many learners chose which part, by row: ``ROW.PART`` and ``ROW.all`` (counts).

    Rows stand in the order of ``counts``; parts that nobody chose are 0. The fact ``parts``
    holds them in order, ``most`` by row the parts that most learners chose.
    """
    sheet = Sheet()
    for row, count in counts.items():
        for part in parts:
            sheet.add(f"{row}.{part}", count.get(part, 0), "count")
        sheet.add(f"{row}.all", sum(count.get(part, 0) for part in parts), "count")
    most = {row: vote.most_given(count, parts) for row, count in counts.items()}
    return sheet.result(tuple(counts), parts=tuple(parts), most=most)


def choices(count: Counter, order: Sequence[str]) -> Result:
    """One decision of a class: ``OPTION.chose`` (count), ``OPTION.share`` of all who decided.

    The fact ``lead`` holds the options that most learners chose.
    """
    sheet = Sheet()
    total = sum(count.get(option, 0) for option in order)
    for option in order:
        sheet.add(f"{option}.chose", count.get(option, 0), "count")
        sheet.add(f"{option}.share", count.get(option, 0) / total if total else 0.0, "share")
    sheet.add("all", total, "count")
    return sheet.result(order, lead=vote.most_given(count, order))
