"""What each gate asks, in a few plain words, for those who meet it before the lesson of doors."""

from collections.abc import Iterator

from helpers.models.result import Result
from helpers.views.swot_names import SwotNames
from helpers.words.locale import _


def meaning(measure: str) -> str:
    """What is counted, without the threshold."""
    return {
        "objective_parts": _("how many of the five parts of an objective are written down"),
        "main_purpose": _("what share of the coins lies on the main purpose"),
        "audience": _("of 100 people whom you want to reach, how many can be reached there"),
        "vetoes": _("whether something rules the network out"),
        "fit": _("how well the network suits your purposes, your people and what you can make"),
        "stability": _(
            "in how many of ten readings of what you know and want the network beats website first"
        ),
        "coverage": _("hours there as a share of the hours needed, so 100% is just enough"),
        "gain": _("how many people it reaches whom your other networks do not reach"),
        "at_once": _("how many networks would begin at a leaner level than you chose"),
        "euros": _("whether the cash of a month pays for tools, purchases and bought hours"),
        "load": _("what share of the time for answers is used up"),
        "in_time": _("of 100 messages, how many get an answer within the time that you promise"),
        "names": _("how many people who promise hours can answer"),
        "checks": _("how many of six checks your own site passes"),
        "first_page": _("of ten searches by buyers, how many show you on the first page"),
        "topics": _("how many topics are written down"),
        "customers": _("how many new customers you aim at, and whether they pay for a year of it"),
        "accepted": _("the cost of a year that you accept, and whether a year costs no more"),
        "needed": _("what share of a year's customers would have to come from it"),
    }[measure]


class GateMeanings(SwotNames):
    """What stands below a table that names gates."""

    def meanings(self, result: Result) -> Iterator[str]:
        """What each gate asks that an action opens or shuts, and at which level it is asked."""
        facts = result.facts
        every = [*facts["opens"].values(), *facts["shuts"].values()]
        named = {outcome.gate.gate: outcome.gate for found in every for outcome in found}
        for key in filter(named.__contains__, self._tables.gates.index):
            label, asks = _(named[key].label), meaning(named[key].measure)
            yield _("{gate}: {asks}.").format(gate=label, asks=asks)
        today = facts["level"]
        for action, level in facts["then"].items():
            if level == today or not (facts["opens"][action] or facts["shuts"][action]):
                continue
            yield _(
                "With “{action}”, {network} is asked at the level “{level}”, today at the level "
                "“{today}”: so other hours are needed."
            ).format(
                action=self.name(result, action),
                network=self._network(result),
                level=self._tables.name("level", level),
                today=self._tables.name("level", today),
            )
