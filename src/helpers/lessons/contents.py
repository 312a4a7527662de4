"""The contents: the first page of the course, with the learner's progress."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Self

from helpers import company as company_module
from helpers import context, copies
from helpers.company import CompanyError
from helpers.data import reading, tables
from helpers.data.tables import TableError
from helpers.studio.guard import shown
from helpers.studio.home import Home
from helpers.studio.page import Page
from helpers.studio.part import Part
from helpers.studio.saving import CompanySession
from helpers.words.locale import _


class Contents(CompanySession):
    """The open notebook of the contents."""

    @classmethod
    def begin(cls, language: str) -> Self:
        """Open it, as its only cell does: the company file is read anew."""
        return cls(language)

    def __init__(self, language: str = "en") -> None:
        context.change(language=language)
        super().__init__()
        self.language = language
        self.page = Page()
        self.page.asleep = _("Press ▶ Show my progress to go on; nothing that you saved is lost.")
        self.failures: list[Exception] = []
        self.tables: tables.Tables | None = None
        self._broken: Exception | None = None
        try:
            self.tables = reading.load()
            self._notices += [*self.tables.notices, *company_module.case_notices()]
            self.read_file()
        except (TableError, CompanyError) as error:
            self._broken = error

    @shown
    def home(self) -> Part:
        """The first page."""
        if self._broken is not None:
            raise self._broken
        return Home(self)


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
