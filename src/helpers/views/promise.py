"""What a page takes beside what is promised for it, and what that promise is taken from."""

from helpers.models.result import Result
from helpers.views.days_words import beside
from helpers.views.gap import GapView
from helpers.views.words import Speaker, Words
from helpers.words.locale import _, counted


class PromiseView(GapView):
    """The two bars of hours in their compact form, with the source of the promise in words."""

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        others = [beside(result, self._tables)] if result.facts["others"] else []
        remarks = (*self._source(result, speak), *others, *words.remarks)
        return Words(
            words.headline, words.table, words.alt, remarks, (*words.quoted, *speak.quoted)
        )

    @staticmethod
    def _enough() -> str:
        return _("{takes} a week and you have {available}: {missing} to spare for this page alone.")

    def _is_free(self, result: Result) -> bool:
        """Hours that other pages wait for are not enough for all: outlined, never green."""
        return not result.facts["others"]

    def _spare(self, result: Result) -> list[str]:
        waiting = counted("{number} more waits", "{number} more wait", len(result.facts["others"]))
        beside_it = (
            _("{{missing}} to spare for this page alone; {waiting}"),
            _("{{missing}} to spare, this page alone; {waiting}"),
            _("{{missing}} spare, page alone; {waiting}"),
        )
        return [
            *(said.format(waiting=waiting) for said in beside_it if result.facts["others"]),
            _("{missing} to spare for this page alone"),
            _("{missing} to spare, this page alone"),
            _("{missing} spare, page alone"),
        ]

    def _source(self, result: Result, speak: Speaker) -> list[str]:
        """What the hours of the person who promises most are taken from."""
        who, source = result.facts["leader"], result.facts["taken_from"]
        if not who or not result.value("promised"):
            return []
        if source:
            said = _("{person} takes these hours from: {source}.")
            return [said.format(person=self._person(who), source=source)]
        said = _(
            "{person} has not said what the hours are taken from. An hour that is not taken from "
            "something else does not exist."
        )
        return [said.format(person=self._person(who))]
