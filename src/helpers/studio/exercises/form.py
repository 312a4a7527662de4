"""Company form: everything that the course asks about a company, in five short sections."""

import html
from collections.abc import Callable, Mapping

import ipywidgets as widgets

from helpers import company as company_module
from helpers import context
from helpers.company import Company
from helpers.company.takeover import differs_from_example, taken_over
from helpers.data.tables import Tables
from helpers.studio import controls
from helpers.studio.exercises.to_find_out import ToFindOut
from helpers.studio.part import button, column, paragraphs, prose, row
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.words import locale
from helpers.words.locale import _, plural

PEOPLE = 4
"""People that the form asks for; the file itself takes more."""


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
            company.started_from if company.started_from in cases else company_module.DEFAULT_CASE,
        )
        load = button(_("Take this example"), self.take_example, self.stage, icon="clipboard")
        self._sections = widgets.VBox(_dom_classes=("byp-part",))
        self.button = button(_("Save my company"), self.save, self.stage, icon="save")
        self.button.button_style = "primary"
        self.replace = button(_("Replace it, and keep a copy"), self.replace_own, self.stage)
        self.keep = button(_("Keep my company"), self.keep_own, self.stage)
        self._question = row()
        self.to_find_out = ToFindOut()
        self.fill(company)
        self.to_find_out.fill(company)
        self.view = column(
            row(self.example, load),
            self._sections,
            self.button,
            self.stage,
            self._question,
            self.to_find_out,
        )

    def fill(self, company: Company) -> None:
        """Show a company in the form."""
        self._company = company
        style = {"description_width": "initial"}
        wide = {"width": "100%", "max_width": "560px"}

        def text(key: str) -> widgets.Text:
            return widgets.Text(
                value=getattr(company, key), description=_title(key), style=style, layout=wide
            )

        tables = self._tables
        self.fields: dict[str, widgets.Widget] = {k: text(k) for k in ("name", "trade", "place")}
        self.fields["market"] = controls.choice(
            _("Where is the sale made?"),
            [(tables.name("market", m), m) for m in tables.keys("market")],
            company.market,
        )
        for key in ("cash", "contribution", "asked", "first_page", "profiles"):
            start = getattr(company, key)
            self.fields[key] = controls.from_company(key, start, slider=False)
        for group in ("purposes", "ages", "weekly", "content"):
            for key, value in getattr(company, group).items():
                key = f"{group}.{key}"
                self.fields[key] = controls.from_company(key, value, slider=False)
        hours = company_module.hours_field()
        for place in range(PEOPLE):
            known = place < len(company.people)
            person = company.people[place] if known else None
            number = locale.number(place + 1)
            self.fields[f"person{place}"] = widgets.Text(
                value=person.name if person else "",
                description=_("Who ({number})").format(number=number),
                style=style,
            )
            self.fields[f"hours{place}"] = controls.dial(
                _("Promised hours a week ({number})").format(number=number),
                hours.low,
                hours.high,
                person.hours if person else 0,
                hours.step,
                hours.unit,
                slider=False,
            )
        website = company_module.schema()["properties"]["website"]["properties"]
        self.fields["website"] = controls.Checks(
            _title("website"),
            [(_(rule["title"]), key) for key, rule in website.items()],
            [key for key, on in company.website.items() if on],
        )
        self._sections.children = self._sections_of()

    def _sections_of(self) -> list[widgets.Widget]:
        fields = self.fields
        still = _("Still the example's.")

        def described(key: str) -> widgets.HTML:
            rule = company_module.schema()["properties"][key]
            words = html.escape(_(rule.get("description", "")))
            if key in self._company.borrowed:
                words = f"{words} <em>{html.escape(still)}</em>"
            return prose(f"<b>{html.escape(_title(key))}.</b> {words}")

        for key in ("cash", "contribution", "asked", "first_page", "profiles"):
            if key in self._company.borrowed:
                fields[key].hint += f" {still}"

        def group(name: str) -> widgets.HBox:
            return row(*(f for key, f in fields.items() if key.startswith(f"{name}.")))

        people = [row(fields[f"person{i}"], fields[f"hours{i}"]) for i in range(PEOPLE)]
        sections = (
            (
                _("Who we are"),
                ("trade", "place", "market"),
                [fields[k] for k in ("name", "trade", "place", "market")],
            ),
            (_("Why"), ("purposes",), [described("purposes"), group("purposes")]),
            (
                _("Whom we want to reach, and where they are"),
                ("ages", "asked", "weekly", "first_page"),
                [
                    described("ages"),
                    group("ages"),
                    fields["asked"],
                    described("weekly"),
                    group("weekly"),
                    fields["first_page"],
                ],
            ),
            (
                _("What we can make"),
                ("content", "profiles"),
                [described("content"), group("content"), fields["profiles"]],
            ),
            (
                _("People, money, website"),
                ("people", "cash", "contribution", "website"),
                [
                    described("people"),
                    *people,
                    fields["cash"],
                    fields["contribution"],
                    fields["website"],
                ],
            ),
        )
        self._confirmed: list[controls.Checks] = []
        shown = []
        for title, keys, children in sections:
            still_borrowed = [(_title(key), key) for key in keys if key in self._company.borrowed]
            more: list[widgets.Widget] = []
            if still_borrowed:
                checks = controls.Checks(
                    _("The example's answer is true for us as well:"), still_borrowed, ()
                )
                self._confirmed.append(checks)
                more = [checks]
            heading = prose(f"<h3>{html.escape(title)}</h3>")
            shown.append(widgets.VBox([heading, *children, *more], _dom_classes=("byp-part",)))
        return shown

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
        fields, found = self.fields, []
        if not fields["name"].value.strip():
            found.append(_("Give the company a name first."))
        for widget in fields.values():
            if isinstance(widget, controls.Dial) and widget.refusal:
                found.append(widget.refusal)
                widget.refusal = ""  # the box shows what was kept: told once
        coins = sum(fields[f"purposes.{p}"].value for p in self._company.purposes)
        if coins != COINS:
            sentence = plural(
                "You gave {coins} coin; share out exactly ten.",
                "You gave {coins} coins; share out exactly ten.",
                coins,
            )
            found.append(sentence.format(coins=locale.plain(coins)))
        ages = sum(fields[f"ages.{age}"].value for age in self._company.ages)
        if ages and abs(ages - 1) > ROUNDING:
            sentence = _("The ages add up to {share}; they share out all buyers: make it {all}.")
            found.append(sentence.format(share=locale.percent(ages), all=locale.percent(1)))
        asked = fields["asked"].value
        for network in self._company.weekly:
            weekly = fields[f"weekly.{network}"].value
            if weekly > asked:
                sentence = _("{network}: {weekly} of {asked} asked cannot be; mend one of both.")
                found.append(
                    sentence.format(
                        network=self._tables.name("network", network),
                        weekly=locale.plain(weekly),
                        asked=locale.plain(asked),
                    )
                )
        for place in range(PEOPLE):
            hours = fields[f"hours{place}"].value
            if hours and not fields[f"person{place}"].value.strip():
                sentence = _("{hours} h a week are promised by nobody: name the person, or type 0.")
                found.append(sentence.format(hours=locale.plain(hours)))
        return found

    def problem(self) -> str:
        """That something has to be mended first; what it is stands below the headline."""
        self.problems = self._faults()
        return _("Nothing is saved yet.") if self.problems else ""

    def answer(self) -> Answer:
        """The form as changes of the company file; with an example, also what it does not ask."""
        fields = self.fields
        changes: dict[str, object] = {
            **self._taken,
            "name": fields["name"].value.strip(),
            "trade": fields["trade"].value.strip(),
            "place": fields["place"].value.strip(),
            "market": fields["market"].value,
        }
        for key, widget in fields.items():
            if isinstance(widget, controls.Dial) and widget.field:
                value = widget.value
                changes[key] = int(value) if value == int(value) else round(value, 4)
        changes["people"] = [
            {"name": fields[f"person{i}"].value.strip(), "hours": fields[f"hours{i}"].value}
            for i in range(PEOPLE)
            if fields[f"person{i}"].value.strip()
        ]
        changes["people"] += [
            {"name": person.name, "hours": person.hours} for person in self._company.people[PEOPLE:]
        ]
        changes["website"] = {key: key in fields["website"].value for key in self._company.website}
        confirmed = {key for checks in self._confirmed for key in checks.value}
        changes = taken_over(self._company, changes, confirmed)
        done = {"your_company": context.current().today.isoformat()}
        if self._taken and changes["invented"]:  # all that was decided was about another firm
            return changes | {"decisions": {}, "own_tasks": done}
        return changes | {f"own_tasks.{lesson}": day for lesson, day in done.items()}

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
        properties = company_module.schema()["properties"]
        asked = ("name", "trade", "market", "purposes", "ages", "weekly", "first_page", "content")
        asked = (*asked, "profiles", "people", "cash", "contribution", "website")
        lines = []
        for key in asked:
            rule = properties[key]
            parts = [_(rule["title"]), _(rule.get("description", ""))]
            lines.append("- " + ": ".join(part for part in parts if part))
        return "\n".join(lines)


def _title(key: str) -> str:
    return _(company_module.schema()["properties"][key]["title"])
