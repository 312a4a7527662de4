"""Company form: six questions, and whatever else a later lesson needs folded below them."""

from collections.abc import Callable, Iterator, Mapping

import ipywidgets as widgets

from helpers import company as company_module
from helpers import context
from helpers.company import Company
from helpers.company.takeover import differs_from_example, taken_over
from helpers.data.tables import Tables
from helpers.studio import controls
from helpers.studio.exercises.form_boxes import PEOPLE, FormBoxes
from helpers.studio.exercises.to_find_out import ToFindOut
from helpers.studio.part import button, column, paragraphs, row
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.views.in_force import out_numbers
from helpers.words import locale
from helpers.words.locale import _, plural

COINS = 10
ROUNDING = 0.011
"""Shares of all buyers may miss one by what rounding each to whole percent leaves."""


class CompanyForm(SavingPart):
    """Describe a company, or start from an example. Nothing is saved before the button.

    ``keep_copy`` copies the company file before an example takes its place.
    """

    refills = True

    def __init__(
        self, company: Company, tables: Tables, save: Save, keep_copy: Callable[[], str]
    ) -> None:
        super().__init__(save)
        self._tables, self._keep_copy = tables, keep_copy
        self._saved = company
        self._taken: Mapping[str, object] = {}
        cases = company_module.cases()
        self.example = controls.choice(
            _("Start from an example"),
            [(case.name, key) for key, case in cases.items()],
            company.started_from if company.started_from in cases else company_module.start_case(),
        )
        self.load = button(_("Take this example"), self.take_example, self.stage, icon="clipboard")
        self._sections = widgets.VBox(_dom_classes=("byp-part",))
        self.button = button(_("Save my company"), self.save, self.stage, icon="save")
        self.button.button_style = "primary"
        self.replace = button(_("Replace it, and keep a copy"), self.replace_own, self.stage)
        self.keep = button(_("Keep my company"), self.keep_own, self.stage)
        self._question = row()
        self.to_find_out = ToFindOut(out_numbers(tables))
        self.fill(company)
        self.to_find_out.fill(company)
        self.view = column(
            row(self.example, self.load),
            self._sections,
            self.button,
            self.stage,
            self._question,
            self.to_find_out,
        )

    def fill(self, company: Company) -> None:
        """Show a company in the form."""
        self._company = company
        self.boxes = FormBoxes(company, self._tables, self.stage)
        self.fields = self.boxes.fields
        self._sections.children = (self.boxes,)

    def take_example(self) -> None:
        """Fill the form with an example; saved only with the button."""
        self._clear()
        example = company_module.case(self.example.value)
        self._taken = example.document()
        self.fill(example)
        self.stage.headline = _("The form shows {name}. Change what you like, then save.").format(
            name=example.name
        )

    def _faults(self) -> list[str]:
        """What of the entries cannot be, in sentences."""
        found = []
        for widget in self.fields.values():
            if isinstance(widget, controls.Dial) and widget.refusal:
                found.append(widget.refusal)
                widget.refusal = ""  # the box shows what was kept: told once
        return [*found, *(said for _field, said in self.contradictions())]

    def contradictions(self) -> list[tuple[str, str]]:
        """What is missing, or cannot be together: a field, and a sentence about it."""
        fields = self.fields
        found: list[tuple[str, str]] = []
        if not fields["name"].value.strip():
            found.append(("name", _("Give the company a name first.")))
        coins = sum(fields[f"purposes.{p}"].value for p in self._company.purposes)
        if coins != COINS:
            sentence = plural(
                "You gave {coins} coin; share out exactly ten.",
                "You gave {coins} coins; share out exactly ten.",
                coins,
            )
            first = next(iter(self._company.purposes))
            found.append((f"purposes.{first}", sentence.format(coins=locale.plain(coins))))
        ages = sum(fields[f"ages.{age}"].value for age in self._company.ages)
        if ages and abs(ages - 1) > ROUNDING:
            sentence = _("The ages add up to {share}; they share out all buyers: make it {all}.")
            said = sentence.format(share=locale.percent(ages), all=locale.percent(1))
            found.append((f"ages.{next(iter(self._company.ages))}", said))
        asked = fields["asked"].value
        for network in self._company.weekly:
            weekly = fields[f"weekly.{network}"].value
            if weekly > asked:
                sentence = _("{network}: {weekly} of {asked} asked cannot be; mend one of both.")
                said = sentence.format(
                    network=self._tables.name("network", network),
                    weekly=locale.plain(weekly),
                    asked=locale.plain(asked),
                )
                found.append((f"weekly.{network}", said))
        for place in range(PEOPLE):
            hours = fields[f"hours{place}"].value
            if hours and not fields[f"person{place}"].value.strip():
                sentence = _("{hours} h a week are promised by nobody: name the person, or type 0.")
                found.append((f"hours{place}", sentence.format(hours=locale.plain(hours))))
        return found

    def problem(self) -> str:
        """That something has to be mended first; what it is stands below the headline."""
        self.problems = self._faults()
        if self.problems:
            self.boxes.turn_more(True)  # what has to be mended may stand there
        return _("Nothing is saved yet.") if self.problems else ""

    def typed(self) -> dict[str, object]:
        """What stands in the form, with all of an example that was taken."""
        fields = self.fields
        changes: dict[str, object] = {
            **self._taken,
            "name": fields["name"].value.strip(),
            "trade": fields["trade"].value.strip(),
            "place": fields["place"].value.strip(),
            "market": fields["market"].value,
            "silent_months": self.boxes.pages.answer(),
            "vetoes": list(fields["vetoes"].value),
        }
        for key, widget in fields.items():
            if isinstance(widget, controls.Dial) and widget.field:
                value = widget.value
                changes[key] = int(value) if value == int(value) else round(value, 4)
        changes["people"] = [*self._named(), *map(vars, self._company.people[PEOPLE:])]
        changes["website"] = {key: key in fields["website"].value for key in self._company.website}
        return changes

    def answer(self) -> Answer:
        """The form as changes of the company file; with an example, also what it does not ask."""
        changes = self.typed()
        confirmed = {key for checks in self.boxes.confirmed for key in checks.value}
        changes = taken_over(self._company, changes, confirmed)
        done = {"your_company": context.current().today.isoformat()}
        if self._taken and changes["invented"]:  # all that was decided was about another firm
            return changes | {"decisions": {}, "own_tasks": done}
        return changes | {f"own_tasks.{lesson}": day for lesson, day in done.items()}

    def _named(self) -> Iterator[Mapping[str, object]]:
        """The people of the form, each with what the hours are taken from, if that was said."""
        sources = {person.name: person.taken_from for person in self._company.people}
        for place in range(PEOPLE):
            name = self.fields[f"person{place}"].value.strip()
            if name:
                hours = self.fields[f"hours{place}"].value
                source = {"taken_from": sources[name]} if sources.get(name) else {}
                yield {"name": name, "hours": hours, **source}

    def sentence(self, answer: Answer) -> str:
        """Which company is saved."""
        return _("Saved: {name}.").format(name=answer["name"])

    def show(self, answer: Answer, saved: Saved) -> None:
        """An example that was taken is not taken once more."""
        if saved.done:
            self._taken = {}

    def save(self) -> None:
        """Write the company file, or say what is missing, cannot be, or would be lost."""
        self._clear()
        if not (self._taken and differs_from_example(self._saved)):
            self.write()
            return
        if problem := self.problem():
            self.refuse(problem)
            return
        self.stage.headline = _(
            "{name} is saved as your company. Shall {example} take its place? A copy of your "
            "file is kept."
        ).format(name=self._saved.name, example=self.fields["name"].value.strip())
        self._question.children = (self.replace, self.keep)
        self.replace.focus()

    def replace_own(self) -> None:
        """Let the example take the place of the saved company, of which a copy is kept."""
        copy = self._keep_copy()
        self._clear()
        if self.write().done:
            remark = _("Your earlier company is kept as {file}.").format(file=copy)
            self.stage.remarks = paragraphs([remark])
        self.stage.focus()

    def keep_own(self) -> None:
        """Show the saved company again; the example is forgotten."""
        self._clear()
        self._taken = {}
        self.fill(self._saved)
        self.stage.headline = _("The form shows {name} again; nothing was changed.").format(
            name=self._saved.name
        )
        self.stage.focus()

    def follow(self, company: Company) -> None:
        """Show the company as it was saved by this form, or as it was read again."""
        self.fill(company)
        self.note(company)

    def note(self, company: Company) -> None:
        """Know what another part has saved, without touching what is being typed."""
        self._saved = company
        self.to_find_out.fill(company)

    def _clear(self) -> None:
        self.stage.headline = self.stage.trouble = self.stage.remarks = ""
        self._question.children = ()

    def to_markdown(self) -> str:
        """What the form asks, for a reader without a kernel."""
        said = [_("Six questions about your firm, on paper if there is no computer:")]
        titles = (
            _("What is it called, and what does it sell to whom?"),
            _("Who buys, and where: firms, people who come, people who order?"),
            _("Who would do it, and for how many hours a week?"),
            _("Which profiles exist, and how many months have they been silent?"),
            _("How many euros a month may it cost?"),
            _("Is a network forbidden: by law, by age, by the brand?"),
        )
        said += [f"{number}. {title}" for number, title in enumerate(titles, 1)]
        later = _("Whatever else counts is asked in the lesson that needs it.")
        return "\n".join([said[0], "", *said[1:], "", later])
