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
        if order:
            return self._both_orders(result, speak)
        if not (self.advises and "drop" in result.facts["ways"]):
            sentence = _("In a month the hours meet {met} whom you want to reach.")
            return sentence.format(met=tell(result, speak))
        sentence = _("With {all}, the hours meet {met} in a month; with {networks} alone {drop}.")
        return sentence.format(
            all=self._all(result.options),
            met=tell(result, speak),
            networks=self._named(result.facts["kept"]),
            drop=said("drop.met") if result.value("drop.met") else self._none_too(result),
        )

    def _both_orders(self, result: Result, speak: Speaker) -> str:
        """Whom the hours meet whichever comes first, and that fewer networks hardly depend on it.

        What comes first is an assumption, so neither end is told alone.
        """
        said = speak.bare if result.value(MET) >= HARDLY else speak
        met = self._whom(result, speak)
        whom = _("{met} people a month") if result.value(MET) >= HARDLY else _("{met} in a month")
        sentence = _("The hours meet {whom} if planning comes first, {first} if posts do.")
        fields = {"whom": whom.format(met=met), "first": said(f"{MET}_posts_first")}
        if "drop" in result.facts["ways"]:
            sentence = _(
                "The hours meet {whom} if planning comes first, {first} if posts do; {networks}: "
                "{drop} or {drop_first}."
            )
            planned, posted = (
                speak.bare(key) if result.value(key) else _("nobody")
                for key in ("drop.met", "drop.met_posts_first")
            )
            if planned == posted:
                sentence = _(
                    "The hours meet {whom} if planning comes first, {first} if posts do; "
                    "{networks}: {drop} either way."
                )
            names, kept = self._named(result.facts["kept"]), result.facts["kept"]
            if len(kept) == 1:
                names = _("{network} alone").format(network=names)
            fields |= {"networks": names, "drop": planned, "drop_first": posted}
        return sentence.format(**fields)

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
