"""Five facts that a verdict or its memo needs and no lesson has asked for."""

import html

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.studio import controls
from helpers.studio.exercises.profiles import Profiles
from helpers.studio.part import column, prose
from helpers.studio.saving import Answer, Save, SavingPart
from helpers.words.locale import _


class LastFacts(SavingPart):
    """Profiles with their silence, vetoes, the cost accepted, our own odds, and who decides."""

    refills = True

    def __init__(self, company: Company, tables: Tables, save: Save) -> None:
        super().__init__(save)
        # Left as it is, the chance stays the course's assumption and is not taken for ours.
        self._said = company.odds is not None
        self._chance = company.odds if self._said else tables.default("odds")
        rules = company_module.schema()["properties"]
        options = [(tables.name("network", n), n) for n in tables.network_keys]
        self.profiles = Profiles(tables, company.silent_months)
        self.vetoes = controls.Checks(_(rules["vetoes"]["title"]), options, company.vetoes)
        self.accepted = controls.from_company("accepted_cost", company.accepted_cost, slider=False)
        self.odds = controls.from_company("odds", self._chance, slider=False)
        self.decider = controls.line(_(rules["decider"]["title"]), company.decider)
        self.button = self.save_button(_("Save these facts"))

        def hint(key: str) -> widgets.HTML:
            return prose(html.escape(_(rules[key]["description"])))

        self.view = column(
            self.profiles,
            self.vetoes,
            hint("vetoes"),
            self.accepted,
            self.odds,
            self.decider,
            hint("decider"),
            self.button,
            self.stage,
        )

    def answer(self) -> Answer:
        """All five; the odds only where they are the learner's own."""
        changes: dict[str, object] = {
            "silent_months": self.profiles.answer(),
            "vetoes": list(self.vetoes.value),
            "accepted_cost": self.accepted.value,
            "decider": self.decider.value.strip()[: company_module.most_letters("decider")],
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
        asked = ("silent_months", "vetoes", "accepted_cost", "odds", "decider")
        titles = [_(rules[key]["title"]) for key in asked]
        return "\n".join(f"- {title}: …" for title in titles)
