"""The trainer's board: where the pack is, a form at a time, the check, and the ZIP for learners."""

import html
from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets

from helpers import context
from helpers.studio import controls
from helpers.studio.part import (
    Part,
    Stage,
    button,
    column,
    file_link,
    paragraphs,
    row,
    trouble,
    whereabouts,
)
from helpers.studio.trainer_client import ClientForm
from helpers.studio.trainer_form import Desk, TrainerForm
from helpers.studio.trainer_forms import NumberForm, QuestionForm, SettingsForm
from helpers.studio.trainer_look import LookForm
from helpers.studio.trainer_network import NetworkForm
from helpers.words import escaping
from helpers.words.locale import _

Form = ClientForm | TrainerForm


class TrainerBoard(Part):
    """One pack, and six forms of which one is shown. ``open_desk`` opens the pack of a folder."""

    def __init__(self, open_desk: Callable[[Path], Desk]) -> None:
        self._open = open_desk
        self.stage = Stage()
        self.folder = controls.line(_("Folder of the pack"), str(home() / "pack"))
        self.folder.layout.max_width = "100%"
        self.folder.observe(lambda _change: self.turn_to_folder(), "value")
        made: list[tuple[str, Callable[..., Form]]] = [
            (_("Money and look"), LookForm),
            (_("The client"), ClientForm),
            (_("The pack"), SettingsForm),
            (_("Numbers"), NumberForm),
            (_("A network more"), NetworkForm),
            (_("Quiz"), QuestionForm),
        ]
        self._made = [make for _label, make in made]
        self.tabs = widgets.ToggleButtons(
            options=[(label, place) for place, (label, _make) in enumerate(made)],
            value=0,
            _dom_classes=("byp-tabs",),
        )
        self.tabs.observe(lambda _change: self.turn(), "value")
        self._shown = widgets.VBox(_dom_classes=("byp-part",))
        self.check = button(_("Check the whole pack"), self.tell, self.stage, icon="check")
        self.export = button(_("Export as ZIP"), self.write_zip, self.stage, icon="file")
        self.forms: dict[int, Form] = {}
        self.form: Form | None = None
        self.turn_to_folder()
        self.view = column(
            self.folder, self.tabs, self._shown, row(self.check, self.export), self.stage
        )

    @property
    def path(self) -> Path:
        """The folder that is typed; quotes around it are no part of it."""
        typed = escaping.printable(self.folder.value).strip().strip("\"'") or "pack"
        try:
            return home() / Path(typed).expanduser()
        except RuntimeError:  # “~name” of nobody: a folder of that name
            return home() / typed

    def turn_to_folder(self) -> None:
        """Work on the pack of the typed folder; what is typed in a form belongs to the old one."""
        self.forms, self.form, self._shown.children = {}, None, ()
        self.stage.headline = self.stage.remarks = ""
        self.desk = self._open(self.path)
        self.stage.trouble = self.desk.problem()
        if not self.stage.trouble:
            context.change(pack=self.desk.folder)
            self.turn()

    def turn(self) -> None:
        """Show the chosen form; what was typed in another one stays there."""
        place = self.tabs.value
        if problem := self.desk.problem():
            self.stage.trouble = problem
            return
        try:
            if place not in self.forms:
                self.forms[place] = self._made[place](self.desk, lambda p=place: self._others(p))
            self.form = self.forms[place]
            self.form.renew()
            self._shown.children = (self.form.view,)
            self.stage.error, self.stage.trouble = None, ""
        except Exception as error:  # noqa: BLE001 - an observer would print a traceback
            self.form, self._shown.children = None, ()
            self.stage.error, self.stage.trouble = error, trouble(error)

    def _others(self, saved: int) -> None:
        """The other forms are made anew: they show what was saved. What was typed in one stays."""
        kept = {p: form for p, form in self.forms.items() if p == saved or form.touched}
        self.forms = kept
        self.stage.headline = self.stage.remarks = ""

    def tell(self) -> None:
        """What ``course check`` says of the pack."""
        self.stage.trouble = ""
        first, *rest = self.desk.report()
        if rest:
            first, rest = rest[-1], [first, *rest[:-1]]
        with self.stage.hold_sync():
            self.stage.headline, self.stage.remarks = first, paragraphs(rest)

    def write_zip(self) -> None:
        """The pack as one ZIP, with a link to it and what learners do with it."""
        self.stage.trouble = ""
        path = self.desk.export(context.current().folder)
        said = _(
            "Give learners {file}: they put it beside start.py, or begin with start.py --pack."
        )
        where = _("It is in {folder}.").format(folder=path.parent)
        if context.current().in_browser:
            where = whereabouts(path)
        with self.stage.hold_sync():
            self.stage.headline = said.format(file=path.name)
            self.stage.remarks = f"<p>{html.escape(where)}</p><p>{file_link(path)}</p>"

    def to_markdown(self) -> str:
        """What the board does, for a reader without a kernel."""
        return _(
            "Say where your pack is, or where it shall be. Six forms fill it: "
            "currency, logo, colour and the foot of the memo; a client, with its fit and its hours "
            "drawn as you type; title, first company and lessons; numbers, the wage and the "
            "thresholds of the doors; a network more; a question more for a quiz. "
            "What is wrong is said beside the field, and nothing is written until you save. What "
            "your pack holds beside that stays. At the end, one ZIP is what learners need."
        )


def home() -> Path:
    """The folder from which a typed one counts: that of the pack in force, or of the course."""
    pack = context.current().pack
    if pack is not None:
        return pack.parent
    return context.CHECKOUT if context.IN_CHECKOUT else Path.cwd()
