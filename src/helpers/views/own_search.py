"""The search base of a company: its visits, a silent profile, and the best fits in short."""

from dataclasses import replace

from helpers.models.result import Result
from helpers.views.best_fits import BestFits
from helpers.views.words import Speaker, Words
from helpers.words.locale import _

MOST = 3
"""Remarks beside a picture."""


class OwnSearch(BestFits):
    """The compact picture of the fit, with what the search base brings in visits."""

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        remarks = [self._base(speak), self._silent(result, speak), *words.remarks]
        return replace(words, remarks=tuple(remarks[:MOST]), quoted=(*words.quoted, *speak.quoted))

    @staticmethod
    def _base(speak: Speaker) -> str:
        return _(
            "Of {searches} a month {today} end on your site; with every first page it would be "
            "{most}."
        ).format(
            searches=speak.plural("{number} search", "{number} searches", "searches"),
            today=speak.bare("today"),
            most=speak.bare("ceiling"),
        )

    @staticmethod
    def _silent(result: Result, speak: Speaker) -> str:
        fields = {
            "need": speak.plural("{number} person", "{number} people", "need"),
            "name": speak.bare("name"),
        }
        return _(
            "A silent profile is found by {need} a month who need you, and by {name} who type "
            "your name."
        ).format(**fields)
