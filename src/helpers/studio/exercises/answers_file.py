"""The learner's answers as one file: out of this computer, and into it."""

import html
from collections.abc import Callable

import ipywidgets as widgets

from helpers import context
from helpers.studio.part import Part, Stage, button, column, file_link, prose, row, whereabouts
from helpers.studio.saving import CompanySession
from helpers.words.locale import _


class AnswersFile(Part):
    """Two buttons: one gives the company file, one takes another in the place of it.

    ``taken`` is called when another was taken in.
    """

    def __init__(self, session: CompanySession, taken: Callable[[], object]) -> None:
        self._session, self._taken = session, taken
        self.stage = Stage()
        self.out = button(_("Take my answers out"), self.take_out, self.stage, icon="download")
        self.chosen = widgets.FileUpload(
            accept=".json",
            multiple=False,
            description=_("Take answers in"),
            layout={"width": "auto"},
        )
        self.chosen.observe(self._choose, "value")
        title = html.escape(_("Your answers"))
        heading = widgets.HTML(f"<h3>{title}</h3>")
        kept = prose(html.escape(self.to_markdown()))
        self.view = column(heading, kept, row(self.out, self.chosen), self.stage)

    def take_out(self) -> None:
        """Offer the company file."""
        self.stage.headline = self.stage.remarks = self.stage.trouble = ""
        path = self._session.file.path
        if not path.is_file():
            self.stage.trouble = _("Nothing is saved yet: answer something in a lesson first.")
            return
        self.stage.headline = _("Ready: {where}").format(where=whereabouts(path))
        self.stage.remarks = f"<p>{file_link(path)}</p>"

    def _choose(self, change: dict) -> None:
        if not change["new"]:
            return
        chosen = change["new"][0]
        self.chosen.value = ()  # so that the same file may be chosen again
        self.take_in(bytes(chosen["content"]), chosen["name"])

    def take_in(self, raw: bytes, name: str) -> None:
        """Work on with the answers of a file; a sentence says so, or why not."""
        self.stage.headline = self.stage.remarks = self.stage.trouble = ""
        saved = self._session.take_in(raw, name)
        if not saved.done:
            self.stage.trouble = _("{reason} Your answers here are as they were.").format(
                reason=saved.notice
            )
            return
        self._taken()
        said = _("Taken in: {file}. The course works with {company} now.")
        self.stage.headline = said.format(file=name, company=self._session.company_name())
        told = [html.escape(saved.notice), file_link(saved.copy) if saved.copy else ""]
        self.stage.remarks = "".join(f"<p>{words}</p>" for words in told if words)

    def to_markdown(self) -> str:
        """Where the answers are, and what the buttons are for."""
        if context.current().in_browser:
            return _(
                "Your answers stay in this browser and nowhere else; who clears its data clears "
                "them. Take them out as one file to keep them, or to go on elsewhere; what was "
                "here before a file is taken in is kept."
            )
        return _(
            "Your answers are one file, company.json in the folder my_company. Take it out to go "
            "on elsewhere, in a browser, too; what was here before a file is taken in is kept."
        )
