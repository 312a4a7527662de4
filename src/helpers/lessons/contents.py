"""The contents: the first page of the course, with the learner's progress."""

import os
from contextlib import suppress
from pathlib import Path
from typing import ClassVar, Self

from helpers import company as company_module
from helpers import context, copies, pack_zip
from helpers.company import CompanyError
from helpers.data import reading, stamps, tables
from helpers.data.tables import TableError
from helpers.findings import Findings
from helpers.studio.exercises.answers_file import AnswersFile
from helpers.studio.exercises.hand_in import HandInWriter
from helpers.studio.guard import shown
from helpers.studio.home import Home
from helpers.studio.page import Page
from helpers.studio.part import Part
from helpers.studio.saving import CompanySession
from helpers.words.locale import _


class Contents(CompanySession):
    """The open notebook of the contents."""

    _running: ClassVar["Contents | None"] = None

    @classmethod
    def begin(cls, language: str) -> Self:
        """Open it, as its first cell does: the company file is read anew."""
        cls._running = cls(language)
        return cls._running

    @classmethod
    def running(cls, language: str) -> Self:
        """The contents as the first cell opened them; a cell that is run alone opens them."""
        known = cls._running
        if known and known.language == language and known.read_from == stamps.stamps():
            return known
        return cls.begin(language)

    def __init__(self, language: str = "en") -> None:
        context.change(language=language)
        super().__init__()
        self.language = language
        self.page = Page()
        self.page.asleep = _("Press ▶ Show my progress to go on; nothing that you saved is lost.")
        self.failures: list[Exception] = []
        self.tables: tables.Tables | None = None
        self._home: Home | None = None
        self._broken: Exception | None = None
        self._notices += take_dropped(Path.cwd())
        self.read_from = stamps.stamps()
        try:
            self.tables = reading.load()
            self._notices += [*self.tables.notices, *company_module.case_notices()]
            self.read_file()
        except (TableError, CompanyError) as error:
            self._broken = error

    @shown
    def home(self) -> Part:
        """The first page."""
        self._check()
        self._home = Home(self)
        return self._home

    @shown
    def hand_in(self) -> Part:
        """The button that makes a file for the lecturer."""
        self._check()
        return HandInWriter(lambda: Findings(self.company, self.tables), self.file, self.save)

    @shown
    def answers(self) -> Part:
        """The answers as one file, out and in."""
        self._check()
        return AnswersFile(self, lambda: self._home and self._home.fill())

    def _check(self) -> None:
        if self._broken is not None:
            raise self._broken


def take_dropped(*places: Path) -> list[str]:
    """Unpack the pack that was dropped as a ZIP into the course's folder, and say so.

    ``places`` are further folders in which it may lie.
    """
    pack = context.current().pack
    if pack is None or pack.name != pack_zip.TAKEN:
        return []
    done = _("The pack in {file} is unpacked; the course works with it from now on.")
    left = _("{file} is left as it is: {reason}")
    return [
        left.format(file=one.file, reason=one.problem.in_words())
        if one.problem
        else done.format(file=one.file)
        for one in pack_zip.take_dropped(pack.parent, *places)
    ]


def tell_progress(path: Path) -> None:
    """Write the present progress into a copy of the contents, before it is opened.

    A kernel works in the folder of its notebook, and so does this. What cannot be told or
    written leaves the copy as it is.
    """
    with suppress(OSError):
        os.chdir(path.parent)
        home = Contents.begin(context.current().language).home()
        if isinstance(home, Home):
            copies.show(path, ".home()", home._repr_mimebundle_())
