"""All that a pack holds, in one report: what is used, what is wrong, what is never asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from helpers import company, context
from helpers.data import class_plans, packs, quizzes, reading, texts
from helpers.data.notice import Kind, Notice
from helpers.words.locale import _, plural

READERS = {"quizzes": quizzes.notices, "texts": texts.notices, "class": class_plans.notices}
"""What reads each folder of documents, by the name of a file without its ending."""

USED = Kind.ODD, Kind.ADVICE
"""What is told of files that are used all the same."""


@dataclass(frozen=True)
class Report:
    """What becomes of each file of a pack; ``notices`` hold every fault of each file."""

    folder: Path
    used: tuple[Path, ...]
    notices: tuple[Notice, ...]

    @property
    def sound(self) -> bool:
        """Whether every file that was meant to be used is used, and nothing in it is wrong."""
        return not any(notice.kind in (Kind.FAULTY, Kind.UNUSED) for notice in self.notices)

    def lines(self) -> Iterator[str]:
        """The report, a line each, as a terminal shows it."""
        folder = self.folder
        if not self.used and not self.notices:
            yield _("{folder} holds nothing that the course uses.").format(folder=folder)
            return
        for path in self.used:
            yield _("used: {file}").format(file=path.relative_to(folder).as_posix())
        headings = {
            Kind.ODD: _("used, with something odd:"),
            Kind.ADVICE: _("used, and worth a look:"),
            Kind.FAULTY: _("not used until mended:"),
            Kind.UNUSED: _("never asked for:"),
        }
        for kind, heading in headings.items():
            told = [fault for one in self.notices if one.kind is kind for fault in one.every]
            if told:
                yield heading
                yield from (f"  {fault}" for fault in told)
        wrong = sum(len(one.every) for one in self.notices if one.kind not in USED)
        if wrong:
            found = plural("{number} fault found.", "{number} faults found.", wrong)
            yield found.format(number=wrong)
        else:
            yield _("Nothing is wrong with this pack.")


def check(folder: Path) -> Report:
    """Read a pack as the lessons do, and tell what becomes of each of its files.

    Raises TableError, with a sentence, only if the course's own data are missing.
    """
    folder = folder.absolute()
    with context.using(pack=folder):
        notices = tuple(_notices(folder))
        odd = {one.path for one in notices if one.kind in USED}
        told = {one.path for one in notices} - odd
        known = [path for path in packs.listing(folder) if path.suffix in packs.TOLD]
        known += reading.sheets(folder)
    return Report(folder, tuple(path for path in known if path not in told), notices)


def _notices(folder: Path) -> Iterator[Notice]:
    """What the readers of tables, companies and documents say of the files of this pack."""
    tables = reading.load()
    told = tables.notices
    yield from (*told, *tables.advice)
    yield from _of(folder, company.case_notices())
    unused = {one.path for one in told if one.kind is Kind.UNUSED}
    for room, notices in READERS.items():
        for path in reading.files(room):
            if path not in unused:
                yield from _of(folder, notices(path.stem))


def _of(folder: Path, notices: Iterable[Notice]) -> Iterator[Notice]:
    """Those about a file of the pack: a fault of the course's own is no fault of the trainer's."""
    return (one for one in notices if one.path is not None and one.path.is_relative_to(folder))
