"""A form of the trainer's notebook: fields, a sentence below each, and a button that saves.

What is typed is checked as ``course check`` checks a pack, at once and in a copy; the pack itself
changes with the button alone.
"""

import html
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import ipywidgets as widgets

from helpers.company import Company, CompanyError
from helpers.data.tables import TableError, Tables
from helpers.studio.part import Part, Stage, button, column, paragraphs, trouble
from helpers.words.locale import _

Files = Mapping[str, bytes]
Rows = list[dict[str, str]]
Sentences = dict[str, list[str]]
"""What is wrong with a form, by the name of the field; '' stands for the form itself."""


class Desk(Protocol):
    """The pack that is worked on. Its methods raise ``CompanyError`` with a sentence."""

    folder: Path

    def problem(self) -> str: ...
    def tables(self) -> Tables: ...
    def clients(self) -> dict[str, Company]: ...
    def own_clients(self) -> tuple[str, ...]: ...
    def client(self, key: str) -> dict: ...
    def settings(self) -> dict: ...
    def rows(self, table: str) -> tuple[list[str], Rows]: ...
    def with_settings(self, **changes: object) -> Files: ...
    def with_client(self, key: str, document: Mapping[str, object], like: str) -> Files: ...
    def with_rows(self, table: str, change: Callable[[Rows], Rows]) -> Files: ...
    def with_question(self, slug: str, question: Mapping[str, object]) -> Files: ...
    def questions(self, slug: str) -> dict: ...
    def faults(self, changes: Files) -> list[str]: ...
    def write(self, changes: Files) -> list[Path]: ...
    def report(self) -> list[str]: ...
    def export(self, into: Path) -> Path: ...


class Asked(widgets.VBox):
    """A control, and below it what is wrong with what it holds."""

    def __init__(self, control: widgets.Widget) -> None:
        self.control = control
        self._note = widgets.HTML(layout={"display": "none"})
        super().__init__((control, self._note))

    def tell(self, sentences: Sequence[str]) -> None:
        """Show sentences below the control; none take them away."""
        self.told = tuple(sentences)
        said = "".join(f'<p class="byp-refusal">{html.escape(each)}</p>' for each in sentences)
        self._note.value = said
        self._note.layout.display = None if said else "none"

    told: tuple[str, ...] = ()


class TrainerForm(Part):
    """Subclasses make ``fields``, and say ``changes``, ``missing`` and ``saved``."""

    touched = False
    """Whether anything was typed since the last save."""

    def __init__(self, desk: Desk, after: Callable[[], None] = lambda: None) -> None:
        self.desk, self._after = desk, after
        self.stage = Stage()
        self.fields: dict[str, Asked] = {}
        self._body = widgets.VBox(_dom_classes=("byp-controls",))
        self.button = button(
            _("Save into the pack"), self.save, self.stage, icon="save", kind="primary"
        )
        self.view = column(self._body, self.button, self.stage)

    complete = False
    """Whether the files could be made and checked although something is ``missing``."""

    # What subclasses say -----------------------------------------------------------------

    def changes(self) -> Files:
        """The files of the pack as they would be."""
        raise NotImplementedError

    def missing(self) -> Sentences:
        """What is wrong before any file could be made; nothing unless overridden."""
        return {}

    def saved(self) -> str:
        """What is said once it is in the pack."""
        raise NotImplementedError

    # What all do -------------------------------------------------------------------------

    def ask(self, fields: Mapping[str, widgets.Widget]) -> None:
        """Show these controls, each with room for a sentence."""
        self.fields = {name: Asked(control) for name, control in fields.items()}
        for asked in self.fields.values():
            asked.control.observe(lambda _change: self.look(), "value")
        self._body.children = tuple(self.fields.values())

    def value(self, name: str) -> Any:
        """What a field holds, words without space around them."""
        value = self.fields[name].control.value
        return " ".join(value.split()) if isinstance(value, str) else value

    def found(self) -> Sentences:
        """What is wrong with the form as it stands."""
        if problem := self.desk.problem():
            return {"": [problem]}
        sentences = self.missing()
        if sentences and not self.complete:
            return sentences
        try:
            told = self.desk.faults(self.changes())
        except (CompanyError, TableError) as error:
            return {**sentences, "": [str(error)]}
        for sentence in told:
            sentences.setdefault(self._place(sentence), []).append(sentence)
        return sentences

    def _place(self, sentence: str) -> str:
        """The field that a sentence is about, as it names its column; '' where it names none."""
        for name in self.fields:
            column_words = _("column {column}").format(column=name)
            field_words = _("field {field}").format(field=name)
            if any(f", {said}:" in sentence for said in (column_words, field_words, name)):
                return name
        return ""

    def blank(self) -> bool:
        """Whether the form is empty: it is not blamed before it is saved. Never, by itself."""
        return False

    def look(self) -> None:
        """What follows each thing that is typed."""
        if not self.blank():
            self.judge()

    def judge(self) -> Sentences:
        """Say beside each field what is wrong with it; what was typed stays."""
        self.touched = True
        try:
            found = self.found()
            for name, asked in self.fields.items():
                asked.tell(found.get(name, ()))
            with self.stage.hold_sync():
                self.stage.headline = self.stage.trouble = ""
                self.stage.remarks = paragraphs(found.get("", ()))
            self.preview()
        except Exception as error:  # noqa: BLE001 - an observer would print a traceback
            self.stage.error, self.stage.trouble = error, trouble(error)
            found = {"": [trouble(error)]}
        return found

    def preview(self) -> None:
        """What else follows what is typed; nothing unless overridden."""

    def save(self) -> None:
        """Write into the pack, or say what is wrong; nothing is written then."""
        if any(self.judge().values()):
            self.stage.headline = _("Nothing is saved yet: mend first what is said in red.")
            return
        self.desk.write(self.changes())
        self.stage.headline = self.saved()
        self.touched = False
        self._after()

    def renew(self) -> None:
        """Follow what another form has saved, without touching what is typed."""

    def to_markdown(self) -> str:
        return ""
