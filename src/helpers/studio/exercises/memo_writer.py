"""Buttons that write the decision memo beside the company file."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from helpers import context, extras
from helpers.company import CompanyError
from helpers.data.tables import Tables
from helpers.findings import Findings
from helpers.memo.writing import EXTRA, file_name, write
from helpers.studio.part import Part, Stage, button, column, file_link, row, whereabouts
from helpers.words.locale import _

ICONS = {".docx": "file", ".html": "print"}


class MemoWriter(Part):
    """Writes the memo as a Word document or as a page to print."""

    def __init__(self, found: Callable[[], Findings], tables: Tables, folder: Path) -> None:
        self._found, self._tables, self._folder = found, tables, folder
        labels = {".docx": _("Write the memo (Word)"), ".html": _("Write the memo (to print)")}
        self.stage = Stage()
        self.buttons = {
            ending: button(label, partial(self.press, ending), self.stage, icon=ICONS[ending])
            for ending, label in labels.items()
        }
        self.view = column(row(*self.buttons.values()), self.stage)

    def press(self, ending: str) -> Path | Awaitable[Path | None] | None:
        """Write one of the two files, in a browser once it has what that takes."""
        if context.current().in_browser and extras.missing(EXTRA):
            return self._fetch_and_write(ending)
        return self.write(ending)

    async def _fetch_and_write(self, ending: str) -> Path | None:
        self.stage.trouble = self.stage.remarks = ""
        self.stage.headline = _("One moment: what writes memos is on its way.")
        await extras.fetch(EXTRA)
        return self.write(ending)

    def write(self, ending: str) -> Path | None:
        """Write one of the two files; a sentence says where it is, or why it is not."""
        from helpers.memo.compose import compose  # no picture of the lesson waits for it

        found = self._found()
        path = self._free(file_name(found.company), ending)
        self.stage.trouble = self.stage.headline = self.stage.remarks = ""
        try:
            write(compose(found), path)
        except CompanyError as error:
            self.stage.trouble = str(error)
            return None
        self.stage.headline = _("Written: {where}").format(where=whereabouts(path))
        self.stage.remarks = f"<p>{file_link(path)}</p>"
        return path

    def _free(self, name: str, ending: str) -> Path:
        """A name that no file has: an older memo may hold somebody's own changes."""
        path, number = self._folder / f"{name}{ending}", 2
        while path.exists():
            path, number = self._folder / f"{name}-{number}{ending}", number + 1
        return path

    def to_markdown(self) -> str:
        """What the buttons write."""
        return _(
            "Two buttons write the memo: a Word document, and a page to print. Its first page is "
            "signed: verdict, cost, what would have to be true, when we stop, who does it, the "
            "plan. An annex of at most three pages says what it rests on."
        )
