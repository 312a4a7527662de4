"""Prints which assumptions without a source move the lessons' headlines, the strongest first.

For a developer who adds an assumption or words a headline: what is felt, and how a learner sees
it. Every row is tried alone; the studios themselves try groups first.
"""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from helpers import company, context
from helpers.company import CompanyFile
from helpers.data.record import recording
from helpers.lessons.kinds import lesson_classes
from helpers.models import sensitivity
from helpers.studio.declared import Ledger
from helpers.studio.drivers import FELT, Rest
from helpers.studio.studio import Studio
from helpers.views.drivers import Driver, End, said, told
from tools import notebooks

HEAD = ("lesson", "studio", "change", "assumption", "now", "low", "high", "seen")
CONTROL, WORDS, LITTLE, HIDDEN = "control", "words", "little", "HIDDEN"


@dataclass(frozen=True)
class Felt:
    """An assumption without a source behind a headline, and how it is seen."""

    lesson: str
    studio: str
    driver: Driver
    seen: str

    def cells(self) -> tuple[str, ...]:
        """A row of the printed table."""
        driver = self.driver
        ends = (
            end.said.headline if end.turned else end.said.slots[driver.place].text
            for end in driver.ends
        )
        change = "turns" if driver.turned else f"{driver.strength:.0%}"
        now = driver.before.slots[driver.place].text
        return (self.lesson, self.studio, change, driver.row.key, now, *ends, self.seen)


def studios(case: str = "") -> Iterator[tuple[str, str, Studio]]:
    """Every studio at its start, for the shipped company or for a case."""
    if case:
        document = company.case_document(case)
        document.pop("schema_version")
        CompanyFile().save(document)
    for lesson_class in lesson_classes():
        lesson = lesson_class()
        for name, make in lesson.studios().items():
            with recording():
                studio = make()
            yield lesson.slug, name, studio


def felt(lesson: str, name: str, studio: Studio) -> Iterator[Felt]:
    """What moves the headline of a studio at its present state, one assumption at a time."""
    trial = studio.trial()
    least = studio.tables.assumptions[FELT].default
    for _step in trial.search():
        pass
    rest = Rest(*told(trial.found))
    shown = "\n".join([rest.remark, *rest.to_markdown()])
    for row in trial.candidates():
        driver = trial.driver(row)
        strong = driver.turned or driver.strength > least
        seen = LITTLE if not strong else WORDS if row.label in shown else HIDDEN
        yield Felt(lesson, name, driver, seen)
    for driver in _set_by_controls(studio):
        yield Felt(lesson, name, driver, CONTROL)


def _set_by_controls(studio: Studio) -> Iterator[Driver]:
    """The assumptions without a source that controls of the studio set, moved by these."""
    rows = {row.key: row for row in sensitivity.unsourced(studio.tables, studio.result.sources)}
    before = said(studio.words)
    if not before.slots:
        return
    for field, declared in studio.declared.items():
        row = rows.get(declared.key) if isinstance(declared, Ledger) else None
        if row is None or not isinstance(getattr(studio.state, field), float):
            continue
        ends = []
        for value in (row.low, row.high):
            result = studio._answers(replace(studio.state, **{field: value}))
            after = said(studio.picture.words(result))
            ends.append(End(value, after, result, after.form != before.form))
        yield Driver(row, before, *ends)


def report(rows: Iterable[Felt]) -> str:
    """The table, the strongest first."""
    ordered = sorted(rows, key=lambda f: (f.driver.turned, f.driver.strength), reverse=True)
    return "\n".join("\t".join(cells) for cells in (HEAD, *(row.cells() for row in ordered)))


def build(case: str = "") -> str:
    """The table of all lessons for a company, on the day of the saved words."""
    today = date.fromisoformat(notebooks.FIXED_TODAY)
    with (
        tempfile.TemporaryDirectory() as folder,
        context.using(folder=Path(folder), fixed_today=today, language="en", pack=None),
    ):
        return report(row for place in studios(case) for row in felt(*place))
