"""A notebook of one board, for a lecturer or a trainer: its page, and what hinders it."""

from typing import Self

from helpers import context
from helpers.data import reading
from helpers.data.tables import TableError, Tables
from helpers.studio.page import Page


class BoardNotebook:
    """The open notebook; it reads and writes no company file of a learner.

    Subclasses say ``asleep``, and show their board with ``check`` before it.
    """

    @classmethod
    def begin(cls, language: str) -> Self:
        """Open it, as its only cell does."""
        return cls(language)

    def __init__(self, language: str = "en") -> None:
        context.change(language=language)
        self.language = language
        self.page = Page()
        self.page.asleep = self.asleep()
        self.failures: list[Exception] = []
        self.tables: Tables | None = None
        self._broken: TableError | None = None
        try:
            self.tables = reading.load()
        except TableError as error:
            self._broken = error

    def asleep(self) -> str:
        """What the page says when its kernel is gone."""
        raise NotImplementedError

    def check(self) -> None:
        """Raises TableError, with a sentence, if the course's own data are missing."""
        if self._broken is not None:
            raise self._broken
