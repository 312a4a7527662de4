"""Company form: everything that the course asks about a company, in five short sections."""

import html
from collections.abc import Callable, Mapping
from contextlib import suppress

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company
from helpers.locale import _
from helpers.studio import controls
from helpers.studio.part import Part, Stage, column, prose, row, tell
from helpers.tables import Tables

NEVER_TAKEN_OVER = (
    "objective",
    "whys",
    "topics",
    "searches",
    "vetoes",
    "stand_in",
    "silent_months",
    "swot",
    "actions",
    "audit",
    "odds",
    "accepted_cost",
    "raci",
)
"""What a firm has to find out itself: an example's answers end where its name is changed."""

PEOPLE = 4
"""People that the form asks for; the file itself takes more."""


class CompanyForm(Part):
    """Describe a company, or start from an example. Nothing is saved before the button."""

    def __init__(
        self,
        company: Company,
        tables: Tables,
        save: Callable[[Mapping[str, object]], str],
    ) -> None:
        self._tables = tables
        self._save = save
        self._taken: Mapping[str, object] = {}
        self.stage = Stage()
        cases = company_module.cases()
        self.example = controls.choice(
            _("Start from an example"),
            [(case.name, key) for key, case in cases.items()],
            company.started_from if company.started_from in cases else company_module.DEFAULT_CASE,
        )
        load = widgets.Button(description=_("Take this example"), icon="clipboard")
        load.on_click(lambda _button: self.take_example())
        self._sections = widgets.VBox(_dom_classes=("byp-part",))
        self.button = widgets.Button(
            description=_("Save my company"), icon="save", button_style="primary"
        )
        self.button.on_click(lambda _button: self.save())
        self.fill(company)
        self.view = column(row(self.example, load), self._sections, self.button, self.stage)

    def fill(self, company: Company) -> None:
        """Show a company in the form."""
        self._company = company
        style = {"description_width": "initial"}
        wide = {"width": "100%", "max_width": "560px"}

        def text(key: str) -> widgets.Text:
            title = company_module.schema()["properties"][key]["title"]
            return widgets.Text(
                value=getattr(company, key), description=_(title), style=style, layout=wide
            )

        tables = self._tables
        self.fields: dict[str, widgets.Widget] = {k: text(k) for k in ("name", "trade", "place")}
        self.fields["market"] = controls.choice(
            _("Where is the sale made?"),
            [(tables.name("market", m), m) for m in tables.keys("market")],
            company.market,
        )
        for key in ("cash", "contribution", "asked", "first_page", "profiles"):
            self.fields[key] = self._number(key, getattr(company, key))
        for group in ("purposes", "ages", "weekly", "content"):
            for key, value in getattr(company, group).items():
                self.fields[f"{group}.{key}"] = self._number(f"{group}.{key}", value)
        hours = company_module.hours_field()
        for place in range(PEOPLE):
            known = place < len(company.people)
            person = company.people[place] if known else None
            self.fields[f"person{place}"] = widgets.Text(
                value=person.name if person else "",
                description=_("Who ({number})").format(number=place + 1),
                style=style,
            )
            self.fields[f"hours{place}"] = widgets.BoundedFloatText(
                value=person.hours if person else 0,
                min=hours.low,
                max=hours.high,
                step=hours.step,
                description=_("Promised hours a week ({number})").format(number=place + 1),
                style=style,
            )
        website = company_module.schema()["properties"]["website"]["properties"]
        self.fields["website"] = controls.Checks(
            _("State of the website and the search base"),
            [(_(rule["title"]), key) for key, rule in website.items()],
            [key for key, on in company.website.items() if on],
        )
        self._sections.children = self._sections_of(tables)

    def _number(self, key: str, value: float) -> widgets.BoundedFloatText:
        field = company_module.field(key)
        unit = controls.unit_name(field.unit)
        percent = field.unit == "share"
        scale = 100 if percent else 1
        return widgets.BoundedFloatText(
            value=value * scale,
            min=field.low * scale,
            max=field.high * scale,
            step=field.step * scale,
            description=f"{_(field.title)} ({unit})" if unit else _(field.title),
            tooltip=_(field.description),
            style={"description_width": "initial"},
            layout={"width": "auto"},
        )

    def _sections_of(self, tables: Tables) -> list[widgets.Widget]:
        fields = self.fields

        def described(key: str) -> widgets.HTML:
            rule = company_module.schema()["properties"][key]
            words = html.escape(_(rule.get("description", "")))
            if rule["type"] not in ("object", "array"):
                return prose(words)  # its title stands beside the number box
            return prose(f"<b>{html.escape(_(rule['title']))}.</b> {words}")

        def group(name: str) -> widgets.HBox:
            return row(*(f for key, f in fields.items() if key.startswith(f"{name}.")))

        people = [row(fields[f"person{i}"], fields[f"hours{i}"]) for i in range(PEOPLE)]
        sections = {
            _("Who we are"): [fields[k] for k in ("name", "trade", "place", "market")],
            _("Why"): [described("purposes"), group("purposes")],
            _("Who buys, and where they are"): [
                described("ages"),
                group("ages"),
                described("asked"),
                fields["asked"],
                described("weekly"),
                group("weekly"),
                described("first_page"),
                fields["first_page"],
            ],
            _("What we can make"): [
                described("content"),
                group("content"),
                described("profiles"),
                fields["profiles"],
            ],
            _("People, money, website"): [
                described("people"),
                *people,
                fields["cash"],
                described("contribution"),
                fields["contribution"],
                fields["website"],
            ],
        }
        return [
            widgets.VBox(
                [prose(f"<h3>{html.escape(title)}</h3>"), *children], _dom_classes=("byp-part",)
            )
            for title, children in sections.items()
        ]

    def take_example(self) -> None:
        """Fill the form with an example; saved only with the button."""
        try:
            example = company_module.case(self.example.value)
        except company_module.CompanyError as error:
            self.stage.trouble = str(error)
            return
        self._taken = example.document()
        self.fill(example)
        self.stage.headline = _("The form shows {name}. Change what you like, then save.").format(
            name=self._company.name
        )

    def answers(self) -> dict[str, object]:
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
            if isinstance(widget, widgets.BoundedFloatText) and not key.startswith("hours"):
                share = company_module.field(key).unit == "share"
                value = widget.value / 100 if share else widget.value
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
        same_name = changes["name"] == self._company.name
        changes["invented"] = self._company.invented and same_name
        if self._company.invented and not same_name:
            changes |= self._blank()
        return changes

    def _blank(self) -> dict[str, object]:
        """Nothing in the place of what is still the example's own; what was written stays."""
        blank, now = Company.from_document({}).document(), self._company.document()
        with suppress(company_module.CompanyError):
            example = company_module.case(self._company.started_from).document()
            return {key: blank[key] for key in NEVER_TAKEN_OVER if now[key] == example[key]}
        return {}

    def save(self) -> None:
        """Write the company file, or say what is missing."""
        changes = self.answers()
        self.stage.trouble = ""
        if not changes["name"]:
            self.stage.headline = _("Give the company a name first.")
            return
        total = sum(self.fields[f"purposes.{p}"].value for p in self._company.purposes)
        said = _("Saved: {name}.").format(name=changes["name"])
        if not tell(self.stage, self._save(changes), said):
            return
        self._taken = {}
        if total != 10:
            sentence = _("You gave {coins} coins; they are counted as shares of ten all the same.")
            self.stage.remarks = f"<p>{sentence.format(coins=f'{total:g}')}</p>"

    def to_markdown(self) -> str:
        """What the form asks, for a reader without a kernel."""
        properties = company_module.schema()["properties"]
        asked = ("name", "trade", "market", "purposes", "ages", "weekly", "first_page", "content")
        asked = (*asked, "profiles", "people", "cash", "contribution", "website")
        lines = []
        for key in asked:
            rule = properties[key]
            hint = f": {_(rule['description'])}" if rule.get("description") else ""
            lines.append(f"- {_(rule['title'])}{hint}")
        return "\n".join(lines)
