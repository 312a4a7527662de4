"""The hours of a plan once something is changed, and in words what was missing before."""

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
        promise = [self._promise(result)] if self._is_promised(result) else []
        remarks = (self._before(result, speak), *promise, *words.remarks)
        return Words(
            words.headline, words.table, words.alt, remarks, (*words.quoted, *speak.quoted)
        )

    @staticmethod
    def _before(result: Result, speak: Speaker) -> str:
        """The gap as it was."""
        hours = speak("before.missing")
        missing = result.value("before.gap") > 0
        if not result.facts["moved"]:
            return _("Nothing is changed yet: this is the plan as it stands.")
        said = _("Before that {hours} a week were missing.")
        if not missing:
            said = _("Before that {hours} a week were to spare.")
        return said.format(hours=hours)

    @staticmethod
    def _is_promised(result: Result) -> bool:
        """Whether there is anything to say of who does what."""
        return any(result.facts[key] for key in ("chosen", "who", "day"))

    @staticmethod
    def _promise(result: Result) -> str:
        """Who takes the actions, and from which day."""
        who, day = result.facts["who"], result.facts["day"]
        if not result.facts["chosen"]:
            said = _("No action is ticked yet; noted: {noted}.")
        elif who and day:
            said = _("{who} begins: {day}.")
        elif who:
            said = _("{who} does it, but no day is named yet.")
        elif day:
            said = _("It begins: {day}. But nobody is named yet.")
        else:
            said = _("An action without a name and a day is not begun.")
        return said.format(who=who, day=day, noted=" ".join(filter(None, (who, day))))
