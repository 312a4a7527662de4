"""Whom the hours of a plan meet, in a remark."""

from helpers.models.result import Result
from helpers.models.ways import WISH
from helpers.views.gap_words import GapWords
from helpers.views.words import Speaker
from helpers.words.locale import _, in_words, listing

MET = f"{WISH}.met"
TWO = 2
HARDLY = 0.005
"""A smaller share is less than one of a hundred."""


class MetWords(GapWords):
    """The remark on people met, and how the networks of a plan are called."""

    advises = False
    """Whether the first way out is named beside the picture; else the table tells them all."""

    def _met(self, result: Result, speak: Speaker) -> str:
        """Whom the hours reach, on fewer networks, and where posts would come first."""
        order = any(
            speak(f"{way}.met") != speak(f"{way}.met_posts_first")
            for way in (WISH, "drop")
            if f"{way}.met" in result
        )
        # The count after nobody says of how many it is.
        said, tell = speak.bare if result.value(MET) >= HARDLY else speak, self._whom
        if "deeper.met" in result:
            sentence = _(
                "The hours meet {met} a month; at a fuller level, “{level}”, they would meet "
                "{deeper}."
            )
            level = self._tables.name("level", result.facts["deeper"]).lower()
            return sentence.format(met=tell(result, speak), level=level, deeper=said("deeper.met"))
        if not (self.advises and "drop" in result.facts["ways"]):
            sentence = _("In a month the hours meet {met} whom you want to reach.")
            if order:
                sentence = _(
                    "The hours meet {met} whom you want to reach in a month; {first} if posts go "
                    "before planning."
                )
            return sentence.format(met=tell(result, speak), first=said(f"{MET}_posts_first"))
        sentence = _("With {all}, the hours meet {met} in a month; with {networks} alone {drop}.")
        if order:
            sentence = _(
                "With {all}, the hours meet {met} in a month; with {networks} alone {drop}. If "
                "posts go before planning: {first} and {drop_first}."
            )
        return sentence.format(
            all=self._all(result.options),
            met=tell(result, speak),
            networks=self._named(result.facts["kept"]),
            drop=said("drop.met") if result.value("drop.met") else self._none_too(result),
            first=said(f"{MET}_posts_first"),
            drop_first=speak.bare("drop.met_posts_first"),
        )

    @staticmethod
    def _none_too(result: Result) -> str:
        """Nobody is met on the fewer networks, or there as well."""
        return _("nobody") if result.value(MET) else _("nobody, too")

    @staticmethod
    def _whom(result: Result, speak: Speaker) -> str:
        """At most so many; no “0 of 100”."""
        if not result.value(MET):
            return _("nobody")
        if result.value(MET) < HARDLY:
            return _("hardly anybody")
        return _("at most {met}").format(met=speak(MET))

    @staticmethod
    def _all(networks: tuple[str, ...]) -> str:
        """All of a plan's networks, two or more."""
        if len(networks) == TWO:
            return _("both")
        return _("all {count}").format(count=in_words(len(networks)))

    def _named(self, networks: tuple[str, ...]) -> str:
        return listing([self._tables.name("network", network) for network in networks])
