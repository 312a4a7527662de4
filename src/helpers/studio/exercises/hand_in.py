"""Hand in: one file for the lecturer, made of what is on record."""

import html
import secrets
from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets

from helpers.company import CompanyFile
from helpers.company.schema import most_letters
from helpers.data import files
from helpers.findings import Findings
from helpers.hand_in import document
from helpers.studio.part import column, file_link, prose, whereabouts
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.words.locale import _, counted


class HandInWriter(SavingPart):
    """A nickname, what is shown of it, and the button that writes the file beside the company's."""

    def __init__(self, found: Callable[[], Findings], file: CompanyFile, save: Save) -> None:
        super().__init__(save)
        self._found, self._file = found, file
        self.path: Path | None = None
        known = found().company.records["hand_in"]
        style = {"description_width": "initial"}
        self.nickname = widgets.Text(
            value=known.get("nickname", ""),
            description=_("Nickname"),
            placeholder=_("not your name"),
            style=style,
            layout={"width": "320px"},
        )
        self.with_words = widgets.Checkbox(
            value=False,
            description=_("Show my reasons and the name of my firm, too"),
            indent=False,
            layout={"width": "auto"},
        )
        self.button = self.save_button(_("Hand in"), icon="paper-plane")
        kept = _(
            "The file holds your predictions, how sure you were, quiz answers, decisions and "
            "verdicts. Nothing is sent: you give it to your lecturer."
        )
        words = html.escape(_("For your lecturer"))
        heading = widgets.HTML(f"<h3>{words}</h3>")
        self.view = column(
            heading,
            self.nickname,
            self.with_words,
            prose(html.escape(kept)),
            self.button,
            self.stage,
        )

    def problem(self) -> str:
        """What is in the way of a hand-in."""
        name = self.nickname.value.strip()
        most = most_letters("hand_in.nickname")
        if not name:
            return _("Type a nickname first: the class's pictures tell you apart by it.")
        if len(name) > most:
            return counted(
                "The nickname is longer than {number} letter; shorten it.",
                "The nickname is longer than {number} letters; shorten it.",
                most,
            )
        records = self._found().company.records
        if not any(records[key] for key in ("predictions", "quizzes", "decisions")):
            return _("Nothing is on record yet: commit a prediction in a lesson first.")
        return ""

    def answer(self) -> Answer:
        """The nickname, and the mark by which a later file replaces this one."""
        known = self._found().company.records["hand_in"]
        token = known.get("token") or secrets.token_hex(16)
        return {"hand_in": {"nickname": self.nickname.value.strip(), "token": token}}

    def sentence(self, answer: Answer) -> str:
        """What the file holds."""
        records = self._found().company.records
        predictions = len(records["predictions"])
        quizzes = sum(map(len, records["quizzes"].values()))
        decisions = len(records["decisions"])
        made = counted("{number} prediction", "{number} predictions", predictions)
        chosen = counted("{number} quiz answer", "{number} quiz answers", quizzes)
        decided = counted("{number} decision", "{number} decisions", decisions)
        said = _("Ready to hand in: {predictions}, {quiz}, {decisions}.")
        return said.format(predictions=made, quiz=chosen, decisions=decided)

    def show(self, answer: Answer, saved: Saved) -> None:
        """Write the file, and say where it is."""
        self.path = None
        if not saved.done:
            return
        (kept,) = answer.values()
        made = document.make(self._found(), with_words=self.with_words.value, **kept)
        name = files.plain_name(kept["nickname"], 40, "learner")
        path = self._file.path.with_name(f"hand-in-{name}.json")
        try:
            files.replace(path, document.written(made))
        except OSError as error:
            self.stage.headline = ""
            self.stage.trouble = _("{file} was not written ({reason}).").format(
                file=path.name, reason=error.strerror
            )
            return
        self.path = path
        where = html.escape(whereabouts(path))
        self.stage.remarks = f"<p>{where}</p><p>{file_link(path)}</p>"

    def to_markdown(self) -> str:
        """What the button makes."""
        return _(
            "A button makes one file for your lecturer: predictions, how sure you were, quiz "
            "answers, decisions and verdicts, under a nickname. Nothing is sent."
        )
