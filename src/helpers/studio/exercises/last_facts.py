"""Four facts that a verdict needs and no lesson has asked for."""

import html

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.studio import controls
from helpers.studio.part import column, prose, row
from helpers.studio.saving import Answer, Save, SavingPart
from helpers.words.locale import _


class LastFacts(SavingPart):
    """Existing profiles with their silence, vetoes, the cost accepted, the learner's own odds."""

    refills = True

    def __init__(self, company: Company, tables: Tables, save: Save) -> None:
        super().__init__(save)
        # Left as it is, the chance stays the course's assumption and is not taken for ours.
        self._said = company.odds is not None
        self._chance = company.odds if self._said else tables.default("odds")
        rules = company_module.schema()["properties"]
        options = [(tables.name("network", n), n) for n in tables.network_keys]
        self.profiles = controls.Checks(
            _("Networks on which we have a profile already"), options, company.silent_months
        )
        self.months = {
            network: controls.dial(
                _("{network}: months silent").format(network=words),
                0,
                rules["silent_months"]["properties"][network]["maximum"],
                company.silent_months.get(network, 0),
                1,
                "months",
                slider=False,
            )
            for words, network in options
        }
        self.vetoes = controls.Checks(_(rules["vetoes"]["title"]), options, company.vetoes)
        self.accepted = controls.from_company("accepted_cost", company.accepted_cost, slider=False)
        self.odds = controls.from_company("odds", self._chance, slider=False)
        self.button = self.save_button(_("Save these facts"))
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
            self.odds,
            self.button,
            self.stage,
        )

    def _ask_months(self) -> None:
        """Months are asked for only where there is a profile."""
        self._place.children = [self.months[network] for network in self.profiles.value]

    def answer(self) -> Answer:
        """All four; the odds only where they are the learner's own."""
        changes: dict[str, object] = {
            "silent_months": {n: round(self.months[n].value) for n in self.profiles.value},
            "vetoes": list(self.vetoes.value),
            "accepted_cost": self.accepted.value,
        }
        if self._said or self.odds.value != self._chance:
            changes["odds"] = self.odds.value
        return changes

    def sentence(self, answer: Answer) -> str:
        """What they are saved for."""
        return _("Saved; the verdicts count with them.")

    def to_markdown(self) -> str:
        """The questions, to be answered on paper."""
        rules = company_module.schema()["properties"]
        asked = ("silent_months", "vetoes", "accepted_cost", "odds")
        titles = [_(rules[key]["title"]) for key in asked]
        return "\n".join(f"- {title}: …" for title in titles)
