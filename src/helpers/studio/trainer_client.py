"""The client of a pack: the company form, with fit and gap of what is typed below it."""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company, CompanyError
from helpers.data import files
from helpers.data.tables import TableError
from helpers.models import fit, fit_and_gap
from helpers.studio.exercises.form import CompanyForm
from helpers.studio.part import Stage, column, paragraphs, row, trouble
from helpers.studio.saving import Saved
from helpers.studio.trainer_form import Asked, Desk
from helpers.views.best_fits import BestFits
from helpers.views.canvas import Canvas
from helpers.views.fit_gap_map import FitGapMap
from helpers.words.locale import _

LONGEST = 40


class ClientForm(CompanyForm):
    """A client of a trainer: begun with an example, kept under a key of its own in the pack."""

    def __init__(self, desk: Desk, after: Callable[[], None] = lambda: None) -> None:
        self.desk, self._after = desk, after
        self._like, self._base = company_module.DEFAULT_CASE, {}
        self.pictures = (Stage(), Stage())
        self._canvases: dict[int, Any] = {}
        self.touched = False
        own = [key for key in desk.own_clients() if key in company_module.cases()]
        start = (*own, company_module.DEFAULT_CASE)[0]
        example = company_module.case(start)
        super().__init__(example, desk.tables(), self._put, lambda: "")
        for place, stage in enumerate(self.pictures):
            stage.observe(lambda _change, n=place: self._draw(n), "screen")
        self.button.description = _("Save into the pack")
        self.example.description = _("Start from")
        self.example.value = start
        self._take(start)
        if not own:
            self.fields["name"].value = _("Our client")
        self.look()
        self.touched = False
        self.view = column(
            row(self.example, self.load), self._sections, self.button, self.stage, *self.pictures
        )

    # What is typed -----------------------------------------------------------------------

    def fill(self, company: Company) -> None:
        """Show a company in the form; every box is followed."""
        super().fill(company)
        followed = [
            *self.fields.values(),
            self.boxes.pages.checks,
            *self.boxes.pages.months.values(),
        ]
        for box in followed:
            box.observe(lambda _change: self.look(), "value")
        self._notes: dict[int, Asked] = {}

    def take_example(self) -> None:
        """Fill the form with an example or a client of the pack; nothing is saved."""
        self._take(self.example.value)
        self.stage.headline = _("The form shows {name}. Change what you like, then save.").format(
            name=self._company.name
        )
        self.look(silent=False)

    def _take(self, key: str) -> None:
        self._clear()
        self._base, self._like = self.desk.client(key), key
        self._taken = {}
        self.fill(Company.from_document(self._base))

    @property
    def key(self) -> str:
        """The name of the client's file: it stays when a client of the pack is changed."""
        own = self.desk.own_clients()
        if self._like in own:
            return self._like
        name = files.plain_name(self.fields["name"].value, LONGEST, "client").replace("-", "_")
        return f"{name}_client" if name in company_module.cases() and name not in own else name

    def document(self) -> dict[str, Any]:
        """The client as its file would hold it, with all that the form does not ask."""
        document = {**self._base, "started_from": self.key}
        for key, value in self.typed().items():
            group, _dot, inner = key.partition(".")
            if inner:
                document[group] = {**document.get(group, {}), inner: value}
            else:
                document[key] = value
        return document

    # What is said of it ------------------------------------------------------------------

    def look(self, silent: bool = True) -> None:
        """Say what cannot be, and draw fit and gap of what is typed."""
        self.touched = True
        try:
            found = self._found()
            with self.stage.hold_sync():
                self.stage.trouble = ""
                self.stage.headline = self.stage.headline if not silent else ""
                self.stage.remarks = paragraphs(found)
            if not found and not self.contradictions():
                self.preview()
        except Exception as error:  # noqa: BLE001 - an observer would print a traceback
            self.stage.error, self.stage.trouble = error, trouble(error)

    def _found(self) -> list[str]:
        if problem := self.desk.problem():
            return [problem]
        found = self.contradictions()
        beside = self._tell(found)
        if found:
            return [said for field, said in found if field not in beside]
        if self.key != self._like and self.key in self.desk.own_clients():
            said = _("The pack has a client {name} already: start from it, or type another name.")
            return [said.format(name=self.fields["name"].value.strip())]
        try:
            changes = self.desk.with_client(self.key, self.document(), self._like)
            return self.desk.faults(changes)
        except (CompanyError, TableError) as error:
            return [str(error)]

    def _tell(self, found: Sequence[tuple[str, str]]) -> set[str]:
        """Say what is wrong below the question of its field; the fields that have one."""
        beside: set[str] = set()
        said: dict[int, list[str]] = {}
        for field, sentence in found:
            for place, section in enumerate(self.boxes.sections):
                if _holds(section, self.fields[field]):
                    said.setdefault(place, []).append(sentence)
                    beside.add(field)
        for place in {*said, *self._notes}:
            if place not in self._notes:
                self._notes[place] = Asked(widgets.HTML())
                section = self.boxes.sections[place]
                section.children = (*section.children, self._notes[place])
            self._notes[place].tell(said.get(place, ()))
        return beside

    def preview(self) -> None:
        """Fit, and fit against hours, of the company as it is typed."""
        tables = self.desk.tables()
        known = Company.from_document(self.document())
        shown = (
            (BestFits(tables), fit.answer(fit.situation(known, tables), tables)),
            (FitGapMap(tables), fit_and_gap.answer(known, tables, known.level)),
        )
        for place, (stage, (view, result)) in enumerate(zip(self.pictures, shown, strict=True)):
            words = view.words(result)
            self._canvases[place] = Canvas(view), result
            with stage.hold_sync():
                stage.headline, stage.alt = words.headline, words.alt
                stage.remarks = paragraphs(words.remarks)
                stage.table = words.table.to_html()
                self._draw(place)

    def _draw(self, place: int) -> None:
        if place in self._canvases:
            self.pictures[place].draw(*self._canvases[place])

    # What is saved -----------------------------------------------------------------------

    def problem(self) -> str:
        """That something has to be mended first; what it is stands below the headline."""
        if headline := super().problem():
            return headline
        self.problems = self._found()
        return _("Nothing is saved yet.") if self.problems else ""

    def renew(self) -> None:
        """Nothing: what is typed stays, and a new network is asked for when a client is taken."""

    def answer(self) -> dict[str, Any]:
        """The client as its file will hold it."""
        return self.document()

    def sentence(self, answer: Any) -> str:
        """Where the client is."""
        return _("{name} is in the pack: companies/{file}.").format(
            name=answer["name"], file=f"{answer['started_from']}.json"
        )

    def save(self) -> None:
        """Write the client into the pack, or say what is missing or cannot be."""
        self._clear()
        self.write()

    def _put(self, changes: Any, refill: bool = True) -> Saved:
        try:
            self.desk.write(self.desk.with_client(changes["started_from"], changes, self._like))
        except CompanyError as error:
            return Saved(False, str(error))
        return Saved(True)

    def show(self, answer: Any, saved: Saved) -> None:
        """From now on the form changes this client."""
        if not saved.done:
            return
        self._like, self._base = answer["started_from"], dict(answer)
        cases = company_module.cases()
        self.example.options = [(case.name, key) for key, case in cases.items()]
        self.example.value = self._like
        self.touched = False
        self._after()


def _holds(widget: widgets.Widget, wanted: widgets.Widget) -> bool:
    """Whether a widget is another one, or holds it."""
    return widget is wanted or any(_holds(c, wanted) for c in getattr(widget, "children", ()))
