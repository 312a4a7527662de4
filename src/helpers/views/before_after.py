"""The hours of a plan after some actions, and in words what was missing before them."""

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views.gap import GapView
from helpers.views.words import Speaker, Words
from helpers.words.locale import _


class BeforeAfter(GapView):
    """The two bars of hours in their compact form, under the gap that there was."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables, compact=True)

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        remarks = (self._before(result, speak), *words.remarks)
        return Words(
            words.headline, words.table, words.alt, remarks, (*words.quoted, *speak.quoted)
        )

    @staticmethod
    def _before(result: Result, speak: Speaker) -> str:
        """The gap without any action."""
        hours = speak("before.missing")
        missing = result.value("before.gap") > 0
        if not result.facts["chosen"]:
            return _("No action is chosen yet: this is the plan as it stands.")
        said = _("Before these actions {hours} a week were missing.")
        if not missing:
            said = _("Before these actions {hours} a week were to spare.")
        return said.format(hours=hours)
