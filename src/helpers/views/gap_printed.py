"""The bars of hours as the memo prints them: in our words, with everybody's hours to be seen."""

from helpers.models.result import Result
from helpers.views import plane
from helpers.views.gap import NAME, GapView
from helpers.words.locale import _


class PrintedGap(GapView):
    """Nobody moves it, so that names take the room of what is not there."""

    covers = False

    def _heads(self, result: Result) -> tuple[str, str]:
        return _("needed"), _("we have")

    def _people(self, result: Result, room: float) -> list[str]:
        names = [self._person(name) for name in result.facts["people"]]
        bought = result.value("bought") > 0
        most = max(room / max(len(names) + bought, 1) - plane.CLEAR, NAME)
        return [plane.shortened(name, most) for name in (*names, _("bought"))]
