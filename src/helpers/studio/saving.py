"""One way to save: an answer, the company file, and what the reader is told about both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol

import ipywidgets as widgets

from helpers import context
from helpers.company import Company, CompanyError, CompanyFile
from helpers.data.notice import few
from helpers.studio.part import Part, Stage, button, paragraphs
from helpers.words.locale import _

Answer = Mapping[str, object]
"""What ``CompanyFile.save`` takes: values by field, or by a path into a group."""


@dataclass(frozen=True)
class Saved:
    """How a save ended. ``notice`` says why nothing was written, or remarks on what was.

    ``copy`` is the file that holds what was there before, if another took its place.
    """

    done: bool
    notice: str = ""
    copy: Path | None = None


def named(company: Company) -> str:
    """A company's name, marked where it is an invented example."""
    if company.invented:
        return _("{name} (an invented example)").format(name=company.name)
    return company.name


class Save(Protocol):
    """Writes to the company file, and tells those who show the company.

    With ``refill`` the studios are made anew for the changed company.
    """

    def __call__(self, changes: Mapping[str, object], refill: bool = True) -> Saved: ...


class CompanySession:
    """The company of an open lesson: read, saved, read again; whoever shows it is told."""

    company: Company | None = None

    def __init__(self) -> None:
        self.file = CompanyFile()
        self._notices: list[str] = []
        self._file_notice = ""
        self._listeners: list[Callable[[], None]] = []
        self._standing: list[Callable[[], None]] = []

    @property
    def notices(self) -> list[str]:
        """What the reader has to know of the tables, the examples and the company file."""
        forgets = _(
            "This browser keeps nothing once this page is closed, as in a private window: take "
            "your answers out before, at the end of the contents."
        )
        told = [forgets] if context.current().forgets else []
        return [*told, *few(self._notices), *filter(None, [self._file_notice])]

    def read_file(self) -> None:
        """Take the company from its file. Raises CompanyError if there is none to work with."""
        self.company, self._file_notice = self.file.load()

    def company_name(self) -> str:
        """The company's name, marked where it is an invented example."""
        return named(self.company)

    def save(self, changes: Mapping[str, object], refill: bool = True) -> Saved:
        """Write to the company file. What is only told about it follows every save."""
        try:
            self.company, notice = self.file.save(changes)
        except CompanyError as error:
            return Saved(False, str(error))
        self._file_notice = notice
        for act in self._listeners if refill else self._standing:
            act()
        return Saved(True, notice)

    def take_in(self, raw: bytes, name: str) -> Saved:
        """Work on with the company file of another computer; the one that was here is kept."""
        try:
            self.company, notice, copy = self.file.take_in(raw, name)
        except CompanyError as error:
            return Saved(False, str(error))
        self._file_notice = ""
        for act in self._listeners:
            act()
        return Saved(True, notice, copy)

    def reload(self) -> None:
        """Read the company file again, as another lesson may have changed it."""
        self.read_file()
        for act in self._listeners:
            act()

    def on_company(self, act: Callable[[], None], every_save: bool = False) -> None:
        """Call ``act`` whenever the company has changed; after ``every_save`` if it is quick."""
        self._listeners.append(act)
        if every_save:
            self._standing.append(act)


class SavingPart(Part):
    """A part whose answer goes to the company file, with ``write`` and in no other way.

    Subclasses say what they save and what is told about it; ``save`` is their lesson's.
    """

    saves = True
    """False for a part without the button, as a studio that is only explored."""
    refills: ClassVar[bool] = False
    """Whether the studios of the lesson are made anew, because they count with the answer."""
    finds: ClassVar[bool] = False
    """Whether ``sentence`` tells what the answer amounts to: true though it was not saved."""

    def __init__(self, save: Save) -> None:
        self.problems: list[str] = []  # told below a headline that only says that there are some
        self._save = save
        self.stage = Stage()

    def problem(self) -> str:
        """Why the answer cannot be taken as it stands, in a sentence; '' if it can."""
        return ""

    def answer(self) -> Answer:
        """What ``write`` would put into the company file now."""
        raise NotImplementedError

    def sentence(self, answer: Answer) -> str:
        """The headline once the answer is saved."""
        raise NotImplementedError

    def show(self, answer: Answer, saved: Saved) -> None:
        """What else the page tells about an answer, saved or not; nothing unless overridden."""

    def refuse(self, problem: str) -> Saved:
        """Say why the answer is not taken."""
        with self.stage.hold_sync():
            self.stage.headline, self.stage.remarks = problem, paragraphs(self.problems)
        return Saved(False, problem)

    def write(self) -> Saved:
        """Save the answer and say so, with any remark; or say why nothing was saved.

        What was typed stays. A damaged file that was kept aside is always told.
        """
        self.stage.trouble = ""
        if problem := self.problem():
            return self.refuse(problem)
        answer = self.answer()
        saved = self._save(answer, self.refills)
        with self.stage.hold_sync():
            self.stage.headline = self.sentence(answer) if saved.done or self.finds else ""
            self.stage.trouble = saved.notice
        self.show(answer, saved)
        return saved

    def save_button(self, label: str, icon: str = "save") -> widgets.Button:
        """The button that saves."""
        return button(label, self.write, self.stage, icon=icon, kind="primary")
