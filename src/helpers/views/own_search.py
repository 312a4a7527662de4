"""The search base of a company: its visits, a silent profile, and the best fits in short."""

from dataclasses import replace

from helpers.data.tables import NONE
from helpers.models.result import Result
from helpers.views.best_fits import BestFits
from helpers.views.fit import how_many
from helpers.views.words import Speaker, Words
from helpers.words.locale import _

MOST = 3
"""Remarks beside a picture."""


class OwnSearch(BestFits):
    """The compact picture of the fit, with what the search base brings in visits."""

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        remarks = [self._base(result, speak), self._silent(result, speak), *words.remarks]
        return replace(words, remarks=tuple(remarks[:MOST]), quoted=(*words.quoted, *speak.quoted))

    def _tie_said(self, options: str, result: Result, speak: Speaker) -> str:
        """A tie in points says how often the best network is ahead all the same."""
        best = self._best(result)
        said = _(
            "A tie in points: {options}; {network} is ahead in {beats} readings of your answers."
        )
        return said.format(
            options=options, beats=how_many(result, best, speak), network=self._name(best)
        )

    def _of_the_tie(self, result: Result, speak: Speaker) -> list[str]:
        """Nothing where the headline has told it."""
        best = self._best(result)
        told = best != NONE and self._tie(result, best, NONE)
        return [] if told else super()._of_the_tie(result, speak)

    @staticmethod
    def _base(result: Result, speak: Speaker) -> str:
        """What the searches bring; the fit knows shares only, and is not moved by their number."""
        if not result.value("searches") and result.value("search_share"):
            return _(
                "Nobody searches, and yet {share} of buyers use a search engine (lesson 02)? One "
                "is wrong. The bars follow the share."
            ).format(share=speak("search_share"))
        if not result.value("searches"):
            return _("Nobody searches, so nobody comes by search.")
        if not result.value("search_share"):
            return _(
                "{searches} a month, and yet no buyer uses a search engine (lesson 02)? One is "
                "wrong. The bars follow the share."
            ).format(searches=speak.plural("{number} search", "{number} searches", "searches"))
        return _(
            "Of {searches} a month {today} end on your site, with every first page {most}. More "
            "searches bring more visits, but change no bar."
        ).format(
            searches=speak.plural("{number} search", "{number} searches", "searches"),
            today=speak.bare("today"),
            most=speak.bare("ceiling"),
        )

    @staticmethod
    def _silent(result: Result, speak: Speaker) -> str:
        return speak.plural(
            "Each month {number} person who needs you finds a silent profile, and {name} who type "
            "your name: a figure of the course for any firm.",
            "Each month {number} people who need you find a silent profile, and {name} who type "
            "your name: a figure of the course for any firm.",
            "need",
            name=speak.bare("name"),
        )
