"""The networks on which a firm has a profile already, and how long each has been silent."""

from collections.abc import Mapping

import ipywidgets as widgets

from helpers import company
from helpers.data.tables import Tables
from helpers.studio import controls
from helpers.studio.part import row
from helpers.words.locale import _


class Profiles(widgets.VBox):
    """Check boxes for the profiles, and a box of months for each that there is."""

    def __init__(self, tables: Tables, silent_months: Mapping[str, int]) -> None:
        rules = company.schema()["properties"]["silent_months"]["properties"]
        options = [(tables.name("network", n), n) for n in tables.network_keys]
        self.checks = controls.Checks(
            _("Networks on which we have a profile already"), options, silent_months
        )
        self.months = {
            network: controls.dial(
                _("{network}: months silent").format(network=words),
                0,
                rules[network]["maximum"],
                silent_months.get(network, 0),
                1,
                "months",
                slider=False,
            )
            for words, network in options
        }
        self.place = row()
        super().__init__((self.checks, self.place))
        self.checks.observe(lambda _change: self._ask_months(), "value")
        self._ask_months()

    def _ask_months(self) -> None:
        """Months are asked for only where there is a profile."""
        self.place.children = [self.months[network] for network in self.checks.value]

    def answer(self) -> dict[str, int]:
        """Months since the last post or answer, for each profile that there is."""
        return {network: round(self.months[network].value) for network in self.checks.value}
