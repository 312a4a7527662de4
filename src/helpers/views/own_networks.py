"""The own decision: its hours; where no network is chosen they are those of website and search."""

from helpers.models.result import Result
from helpers.views.gap import GapView
from helpers.words.locale import N_, _


class OwnNetworks(GapView):
    """The compact picture of the gap: hours without a network are not to spare, they are meant."""

    nothing = N_("no network")

    def _is_free(self, result: Result) -> bool:
        return bool(result.facts["chosen"])

    def _spare(self, result: Result) -> list[str]:
        if result.facts["chosen"]:
            return super()._spare(result)
        return [_("{missing} for website and search"), _("{missing} for the site")]
