"""The trainer's notebook: a pack is made, changed and checked with forms."""

from typing import Self

from helpers import context
from helpers.data import reading
from helpers.data.tables import TableError
from helpers.pack.draft import Draft
from helpers.studio.guard import shown
from helpers.studio.page import Page
from helpers.studio.part import Part
from helpers.studio.trainer_board import TrainerBoard
from helpers.words.locale import _


class Trainer:
    """The open notebook; it reads and writes a pack, and no company file of a learner."""

    @classmethod
    def begin(cls, language: str) -> Self:
        """Open it, as its only cell does."""
        return cls(language)

    def __init__(self, language: str = "en") -> None:
        context.change(language=language)
        self.language = language
        self.page = Page()
        self.page.asleep = _("Press ▶ Open the forms to go on; nothing that you saved is lost.")
        self.failures: list[Exception] = []
        self._broken: Exception | None = None
        try:
            reading.load()
        except TableError as error:
            self._broken = error

    @shown
    def board(self) -> Part:
        """Where the pack is, and the forms that fill it."""
        if self._broken is not None:
            raise self._broken
        return TrainerBoard(Draft)
