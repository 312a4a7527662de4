"""The boxes of the company form: six questions, the rest folded below them."""

import html
from collections.abc import Sequence

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.studio import controls
from helpers.studio.exercises.profiles import Profiles
from helpers.studio.part import Stage, button, prose, row
from helpers.words import locale
from helpers.words.locale import _

PEOPLE = 4
"""People that the form asks for; the file itself takes more."""


FEWEST = 2
"""Lines for people that are shown in any case."""


class FormBoxes(widgets.VBox):
    """All boxes for one company: ``fields`` by key, ``pages`` for the profiles that exist.

    ``confirmed`` are check boxes for answers of the example that are true here as well,
    ``sections`` the questions with their boxes.
    """

    def __init__(self, company: Company, tables: Tables, stage: Stage) -> None:
        self._company, self._stage = company, stage
        style = {"description_width": "initial"}
        wide = {"width": "100%", "max_width": "560px"}

        def text(key: str) -> widgets.Text:
            return widgets.Text(
                value=getattr(company, key), description=_title(key), style=style, layout=wide
            )

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
        options = [(tables.name("network", n), n) for n in tables.network_keys]
        self.fields["vetoes"] = controls.Checks(_title("vetoes"), options, company.vetoes)
        self.pages = Profiles(tables, company.silent_months)
        super().__init__(self._sections(), _dom_classes=("byp-part",))
        for place in range(PEOPLE):
            self.fields[f"person{place}"].observe(lambda _change: self._ask_people(), "value")
        self._ask_people()

    def _ask_people(self) -> None:
        """A line for each person, and always an empty one behind them."""
        named = [i for i in range(PEOPLE) if self.fields[f"person{i}"].value.strip()]
        count = min(max([FEWEST, *(place + 2 for place in named)]), PEOPLE)
        self._people.children = [
            row(self.fields[f"person{i}"], self.fields[f"hours{i}"]) for i in range(count)
        ]

    def _sections(self) -> list[widgets.Widget]:
        """The six questions; the button that opens the rest; the rest."""
        fields = self.fields
        for key in ("cash", "contribution", "asked", "first_page", "profiles"):
            if key in self._company.borrowed:
                fields[key].hint += " " + _("Still the example's.")

        def group(name: str) -> widgets.HBox:
            return row(*(f for key, f in fields.items() if key.startswith(f"{name}.")))

        self._people = widgets.VBox(_dom_classes=("byp-part",))
        described = self._described
        six = (
            (
                _("1. What is it called, and what does it sell to whom?"),
                ("trade",),
                [fields["name"], fields["trade"]],
            ),
            (_("2. Who buys, and where?"), ("market",), [fields["market"]]),
            (
                _("3. Who would do it, and for how many hours a week?"),
                ("people",),
                [described("people"), self._people],
            ),
            (
                _("4. Which profiles exist, and how many months have they been silent?"),
                (),
                [self.pages],
            ),
            (_("5. How many euros a month may it cost?"), ("cash",), [fields["cash"]]),
            (
                _("6. Is a network forbidden: by law, by age, by the brand?"),
                (),
                [described("vetoes"), fields["vetoes"]],
            ),
        )
        rest = (
            (_("Why"), ("purposes",), [described("purposes"), group("purposes")]),
            (
                _("Whom we want to reach, and where they are"),
                ("place", "ages", "asked", "weekly", "first_page"),
                [
                    fields["place"],
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
                _("Money and website"),
                ("contribution", "website"),
                [fields["contribution"], fields["website"]],
            ),
        )
        self.confirmed: list[controls.Checks] = []
        questions = [self._section(*section) for section in six]
        self._more = widgets.VBox(
            [self._section(*section) for section in rest], _dom_classes=("byp-part",)
        )
        self.more = button("", self.turn_more, self._stage)
        self.turn_more(False)
        self.sections = (*questions, *self._more.children)
        return [*questions, self.more, self._more]

    def turn_more(self, shown: bool | None = None) -> None:
        """Open what later lessons need, or fold it away; unsaid, the other way round."""
        shown = self._more.layout.display == "none" if shown is None else shown
        self._more.layout.display = None if shown else "none"
        self.more.description = _("Less about the firm")
        if not shown:
            self.more.description = _("More about the firm: what later lessons ask")

    def _described(self, key: str) -> widgets.HTML:
        rule = company_module.schema()["properties"][key]
        still = _("Still the example's.")
        words = html.escape(_(rule.get("description", "")))
        if key in self._company.borrowed:
            words = f"{words} <em>{html.escape(still)}</em>"
        return prose(f"<b>{html.escape(_title(key))}.</b> {words}")

    def _section(
        self, title: str, keys: Sequence[str], children: Sequence[widgets.Widget]
    ) -> widgets.VBox:
        """A heading, its boxes, and which answers of the example are true here as well."""
        borrowed = [(_title(key), key) for key in keys if key in self._company.borrowed]
        more: list[widgets.Widget] = []
        if borrowed:
            said = _("The example's answer is true for us as well:")
            more = [controls.Checks(said, borrowed, ())]
            self.confirmed += more
        heading = prose(f"<h3>{html.escape(title)}</h3>")
        return widgets.VBox([heading, *children, *more], _dom_classes=("byp-part",))


def _title(key: str) -> str:
    return _(company_module.schema()["properties"][key]["title"])
