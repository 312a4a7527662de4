"""Pictured, needed and there in words, and four ways to close the gap with what each costs."""

from collections.abc import Iterator

from helpers.models.result import Result
from helpers.models.ways import WAYS, WISH
from helpers.views.gap_words import FURTHER, PRINTS, GapWords
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _, listing

MET = f"{WISH}.met"


class WaysWords(GapWords):
    """What the three bars say. Where a result tells the ways, so do remarks and table."""

    advises = False
    """Whether the first way out is named beside the picture; else the table tells them all."""

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline, remarks = self._claim_of(result, speak), self._three(result, speak)
        by_way = MET in result and not self.advises
        table = self._by_way(result, speak) if by_way else self._table(result, speak)
        seen = _("The bar above them, {pressing}, is what people picture: pressing “Post”.")
        alt = f"{self._alt(result, speak)} {seen.format(pressing=speak('pressing'))}"
        return speak.words(headline, table, alt, remarks)

    def _claim_of(self, result: Result, speak: Speaker) -> str:
        """The three bars in one sentence."""
        if not result.options:
            return self._headline(result, speak)
        sentence = {
            "short": _(
                "Pictured {pictured}, needed {required}, there {available}: {missing} a week are "
                "missing."
            ),
            "borderline": _(
                "Pictured {pictured}, needed {required}, there {available}: too close to call, so "
                "run six weeks and measure the minutes."
            ),
            "enough": _(
                "Pictured {pictured}, needed {required}, there {available}: {missing} a week to "
                "spare."
            ),
        }[result.facts["verdict"]]
        if result.value("missing") < PRINTS:
            sentence = _(
                "Pictured {pictured}, needed {required}, there {available}: just enough, and "
                "nothing to spare."
            )
        return sentence.format(
            pictured=speak("pressing"),
            required=speak("required"),
            available=speak("available"),
            missing=speak("missing"),
        )

    def _three(self, result: Result, speak: Speaker) -> list[str]:
        """How sure it is, whom it meets and what it costs: three remarks at most."""
        if not result.options:
            return self._remarks(result, speak)[:3]
        likely = _(
            "Most likely it takes {low} to {high}; the hours there cover {enough} plausible weeks."
        ).format(low=speak("band_low"), high=speak("band_high"), enough=speak("enough"))
        met = [self._met(result, speak)] if MET in result else []
        return [likely, *met, *self._costs(result, speak)][:3]

    def _met(self, result: Result, speak: Speaker) -> str:
        """How many people the hours reach, and how many they would on fewer networks."""
        if not (self.advises and "drop" in result.facts["ways"]):
            sentence = _(
                "With the hours there, at most {met} whom you want to reach see a post in a month."
            )
            return sentence.format(met=speak(MET))
        sentence = _(
            "Spread over all of it, the hours meet at most {met} whom you want to reach in a "
            "month; kept for {networks} alone, {drop}."
        )
        return sentence.format(
            met=speak(MET), networks=self._named(result.facts["kept"]), drop=speak("drop.met")
        )

    def _costs(self, result: Result, speak: Speaker) -> Iterator[str]:
        """Missing cash before hours promised, and these before cash that is there."""
        more = "promised_more" in result and result.value("promised_more") > 0
        if result.value("euros_gap") > 0:
            yield from self._cash(result, speak)
        if more:
            sentence = _(
                "{hours} more a week, promised, are {euros} a year of wages. From what are they "
                "taken?"
            )
            yield sentence.format(hours=speak("promised_more"), euros=speak("promised_more_euros"))
        elif result.value("euros_gap") <= 0:
            yield from self._cash(result, speak)
        named = [self._further(kind, result, speak) for kind in result.facts[FURTHER]]
        if named:
            yield _("Further work from your choices: {list}.").format(list=listing(named))

    def _named(self, networks: tuple[str, ...]) -> str:
        return listing([self._tables.name("network", network) for network in networks])

    def _by_way(self, result: Result, speak: Speaker) -> Table:
        """Each way in a row, in the order in which they are tried."""
        header = (_("Way"), _("Needed"), _("There"), _("Met, of a hundred"), _("Price"))
        planned = _("As it stands: {networks}").format(networks=self._named(result.options))
        rows = [(planned if result.options else _("As it stands"), *self._cells(WISH, speak), "–")]
        offered = result.facts["ways"]
        named = {
            "drop": _("Drop {networks}").format(networks=self._named(result.facts["dropped"])),
            "thin": _("Thin, to the level “{level}”").format(level=self._level(result)),
        }
        if "add" in offered:
            named["add"] = _("Add {hours}, promised").format(hours=speak("add.hours"))
            named["buy"] = _("Buy {hours}").format(hours=speak("buy.hours"))
        for way in WAYS:
            if way in offered:
                rows.append((named[way], *self._cells(way, speak), self._price(way, result, speak)))
            elif way == "thin" and offered and result.facts["lean"]:
                rows.append((_("Thin"), "–", "–", "–", _("already lean")))
        caption = _(
            "Ways out of the gap, in the order in which to try them: hours needed and there a "
            "week, and how many of a hundred people whom you want to reach would see a post in a "
            "month if all of them followed"
        )
        if not offered:
            caption = _(
                "There is no gap to close: hours needed and there a week, and how many of a "
                "hundred people whom you want to reach would see a post in a month if all of them "
                "followed"
            )
        return Table(caption, header, tuple(rows))

    @staticmethod
    def _cells(way: str, speak: Speaker) -> tuple[str, str, str]:
        needed, there, met = (speak.bare(f"{way}.{key}") for key in ("needed", "there", "met"))
        return needed, there, met

    def _level(self, result: Result) -> str:
        leaner = result.facts["leaner"]
        return self._tables.name("level", leaner) if leaner else ""

    @staticmethod
    def _price(way: str, result: Result, speak: Speaker) -> str:
        """What a way costs beside people who are not met."""
        if way == "add":
            return _("{euros} a year of wages").format(euros=speak("add.euros"))
        if way != "buy":
            return "–"
        left = {
            1: _("{euros} a month, {margin} left"),
            0: _("{euros} a month, nothing left"),
            -1: _("{euros} a month, {margin} missing"),
        }[result.facts["cash"]]
        return left.format(euros=speak("buy.euros"), margin=speak("buy.margin"))
