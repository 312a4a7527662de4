"""Who does what: for each task one who does it and exactly one who answers for it."""

from collections.abc import Mapping
from dataclasses import replace

import ipywidgets as widgets

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import roles
from helpers.studio import controls
from helpers.studio.part import column, prose, row
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.views.roles import roles_table
from helpers.views.words import Table
from helpers.words import locale
from helpers.words.locale import _


class RaciTable(SavingPart):
    """Two choices a task; who is asked and who is told follows from them."""

    refills = True

    def __init__(self, company: Company, tables: Tables, save: Save) -> None:
        super().__init__(save)
        self._company, self._tables = company, tables
        people = [(name, name) for name in roles.names(company)] or [(_("nobody yet"), "")]
        self.choices: dict[str, tuple[controls.Choice, controls.Choice]] = {}
        lines: list[widgets.Widget] = []
        for role in roles.roles(company, tables):
            name = tables.name("task", role.task)
            pair = (
                self._choice(_("{task}: does it"), name, people, role.responsible),
                self._choice(_("{task}: answers for it"), name, people, role.accountable),
            )
            self.choices[role.task] = pair
            lines.append(row(*pair))
        self.button = self.save_button(_("Save who does what"))
        hint = prose(
            _(
                "A proposal: change it. One person answers for each task; that may be the one "
                "who does it."
            )
        )
        self.view = column(hint, *lines, self.button, self.stage)

    @staticmethod
    def _choice(label: str, task: str, people: list[tuple[str, str]], name: str) -> controls.Choice:
        # Somebody of an earlier plan who is not in the file any more stays readable.
        options = people if name in dict(people) else [*people, (name or _("nobody yet"), name)]
        return controls.choice(label.format(task=task), options, name)

    def answer(self) -> Answer:
        """Who does each task and who answers for it."""
        return {
            "raci": {
                task: {"responsible": doer.value, "accountable": owner.value}
                for task, (doer, owner) in self.choices.items()
            }
        }

    def sentence(self, answer: Answer) -> str:
        """Which tasks are nobody's."""
        without = [
            self._tables.name("task", task)
            for task, names in answer["raci"].items()
            if not all(names.values())
        ]
        if without:
            said = _("Saved, but nobody answers for: {tasks}.")
            return said.format(tasks=locale.listing(without))
        return _("Saved: one person answers for each task.")

    def show(self, answer: Answer, saved: Saved) -> None:
        """The whole table."""
        self.stage.table = self._table(answer["raci"]).to_html()

    def _table(self, chosen: Mapping[str, Mapping[str, str]]) -> Table:
        known = replace(self._company, raci=chosen)
        return roles_table(roles.roles(known, self._tables), self._tables)

    def to_markdown(self) -> str:
        """The proposal as a table."""
        return self._table(self._company.raci).to_markdown()
