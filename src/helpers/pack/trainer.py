"""The trainer's notebook: a pack is made, changed and checked with forms."""

from helpers.pack.draft import Draft
from helpers.studio.board_notebook import BoardNotebook
from helpers.studio.guard import shown
from helpers.studio.part import Part
from helpers.studio.trainer_board import TrainerBoard
from helpers.words.locale import _


class Trainer(BoardNotebook):
    """The open notebook; it reads and writes a pack."""

    def asleep(self) -> str:
        """What the page says when its kernel is gone."""
        return _("Press ▶ Open the forms to go on; nothing that you saved is lost.")

    @shown
    def board(self) -> Part:
        """Where the pack is, and the forms that fill it."""
        self.check()
        return TrainerBoard(Draft)
