"""Four facts that a verdict needs and no lesson has asked for."""

import html
from collections.abc import Callable, Mapping

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company
from helpers.locale import _
from helpers.studio import controls
from helpers.studio.part import Part, Stage, column, prose, row, tell
from helpers.tables import Tables


class LastFacts(Part):
    """Existing profiles with their silence, vetoes, the cost accepted, the learner's own odds."""

    def __init__(
        self, company: Company, tables: Tables, save: Callable[[Mapping[str, object]], str]
    ) -> None:
        self._save = save
        # Left as it is, the chance stays the course's assumption and is not taken for ours.
        self._said = company.odds is not None
        chance = company.odds if self._said else tables.default("odds")
        self._chance = round(100 * chance, 2)
        rules = company_module.schema()["properties"]
        options = [(tables.name("network", n), n) for n in tables.network_keys]
        self.profiles = controls.Checks(
            _("Networks on which we have a profile already"), options, company.silent_months
        )
        style = {"description_width": "initial"}
        self.months = {
            network: widgets.BoundedIntText(
                value=company.silent_months.get(network, 0),
                min=0,
                max=rules["silent_months"]["properties"][network]["maximum"],
                description=_("{network}: months silent").format(network=words),
                style=style,
            )
            for words, network in options
        }
        self.vetoes = controls.Checks(_(rules["vetoes"]["title"]), options, company.vetoes)
        cost, odds = company_module.field("accepted_cost"), company_module.field("odds")
        self.accepted = widgets.BoundedFloatText(
            value=company.accepted_cost,
            min=cost.low,
            max=cost.high,
            step=cost.step,
            description=f"{_(cost.title)} (€)",
            style=style,
            layout={"width": "auto"},
        )
        self.odds = widgets.BoundedFloatText(
            value=self._chance,
            min=0,
            max=100,
            step=5,
            description=f"{_(odds.title)} (%)",
            style=style,
            layout={"width": "auto"},
        )
        self.button = widgets.Button(
            description=_("Save these facts"), icon="save", layout={"width": "auto"}
        )
        self.button.on_click(lambda _button: self.write())
        self.stage = Stage()
        self._place = row()
        self.profiles.observe(lambda _change: self._ask_months(), "value")
        self._ask_months()

        def hint(key: str) -> widgets.HTML:
            return prose(html.escape(_(rules[key]["description"])))

        self.view = column(
            self.profiles,
            self._place,
            self.vetoes,
            hint("vetoes"),
            self.accepted,
            hint("accepted_cost"),
            self.odds,
            hint("odds"),
            self.button,
            self.stage,
        )

    def _ask_months(self) -> None:
        """Months are asked for only where there is a profile."""
        self._place.children = [self.months[network] for network in self.profiles.value]

    def write(self) -> None:
        """Save all four."""
        changes = {
            "silent_months": {n: self.months[n].value for n in self.profiles.value},
            "vetoes": list(self.vetoes.value),
            "accepted_cost": self.accepted.value,
        }
        if self._said or self.odds.value != self._chance:
            changes["odds"] = round(self.odds.value / 100, 4)
        tell(self.stage, self._save(changes), _("Saved; the verdicts count with them."))

    def to_markdown(self) -> str:
        """The questions, to be answered on paper."""
        rules = company_module.schema()["properties"]
        asked = ("silent_months", "vetoes", "accepted_cost", "odds")
        return "\n".join(f"- {_(rules[key]['title'])}: …" for key in asked)
