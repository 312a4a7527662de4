"""Pictured, needed and there in words, and four ways to close the gap with what each costs."""

from collections.abc import Iterator

from helpers.models.result import Result
from helpers.models.ways import SURE, WAYS, WISH
from helpers.views.gap_words import FURTHER, PRINTS
from helpers.views.ways_met import MET, MetWords
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _, listing

EURO = 0.5
"""Fewer euros print as nought."""
CASH, PROMISE = "cash", "promise"
MOVED = "followers_moved"
"""The fact that somebody has moved the followers away from those of the plan."""


class WaysWords(MetWords):
    """What the three bars say. Where a result tells the ways, so do remarks and table."""

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline, remarks = self._claim_of(result, speak), self._three(result, speak)
        by_way = MET in result and not self.advises
        table = self._by_way(result, speak) if by_way else self._table(result, speak)
        seen = _("The bar above them, {pressing}, is what people picture: pressing “Post”.")
        alt = f"{self._alt(result, speak)} {seen.format(pressing=speak('pressing'))}"
        return speak.words(headline, table, alt, remarks)

    @staticmethod
    def _waits_for(result: Result) -> str:
        """What hours that would do still wait for: ``CASH``, ``PROMISE``, or nothing."""
        if result.facts["verdict"] != "enough":
            return ""
        if result.value("euros_gap") >= EURO:
            return CASH
        more = "promised_more" in result and result.value("promised_more") >= PRINTS
        return PROMISE if more else ""

    def _is_free(self, result: Result) -> bool:
        """Hours that are not paid, or not promised yet, are outlined and not green."""
        return not self._waits_for(result)

    def _spare(self, result: Result) -> list[str]:
        """What is written at hours to spare, the fullest first."""
        waits = self._waits_for(result)
        unpaid = ""
        if waits == CASH:
            cash = Speaker(result)("euros_missing")
            unpaid = _("{missing} over; {cash} a month missing").format(
                missing="{missing}", cash=cash
            )
        return {
            CASH: [unpaid, _("{missing} over, not paid yet"), _("{missing} over")],
            PROMISE: [_("{missing} to spare, if promised"), _("{missing} over")],
            "": [_("{missing} to spare")],
        }[waits]

    def _over(self, result: Result) -> str:
        """What is drawn at hours beyond those that are needed."""
        said = {
            CASH: _(
                "The second bar, the hours of each person, is {available}; {missing} more than "
                "needed are outlined above it, as cash is missing."
            ),
            PROMISE: _(
                "The second bar, the hours of each person, is {available}; {missing} more than "
                "needed are outlined above it: to spare, if they are promised."
            ),
            "": _(
                "The second bar, the hours of each person, is {available}; {missing} of it have "
                "a green strip above: to spare."
            ),
        }
        close = _(
            "The second bar, the hours of each person, is {available}; {missing} more than needed "
            "are outlined above it, and it is too close to call."
        )
        return said[self._waits_for(result)] if result.facts["verdict"] == "enough" else close

    def _claim_of(self, result: Result, speak: Speaker) -> str:
        """The three bars in one sentence."""
        if not result.options:
            return self._headline(result, speak)
        waits = self._waits_for(result)
        sentence = {
            "short": _(
                "Pictured {pictured}, needed {required}, you have {available}: {missing} a week "
                "are missing."
            ),
            "borderline": _(
                "Pictured {pictured}, needed {required}, you have {available}: too close to call, "
                "so run six weeks and measure the minutes."
            ),
            "enough": _(
                "Pictured {pictured}, needed {required}, you have {available}: {missing} a week to "
                "spare."
            ),
        }[result.facts["verdict"]]
        if result.value("missing") < PRINTS and result.facts["verdict"] == "enough":
            sentence = _(
                "Pictured {pictured}, needed {required}, you have {available}: just enough, and "
                "nothing to spare."
            )
        elif waits == PROMISE:
            sentence = _(
                "Pictured {pictured}, needed {required}, you have {available}: {missing} a week to "
                "spare, if {more} more are promised."
            )
        if waits == CASH:
            sentence = _(
                "Pictured {pictured}, needed {required}, you have {available}: the hours would do, "
                "but {euros} a month are missing."
            )
        return sentence.format(
            euros=speak("euros_missing"),
            more=speak("promised_more") if waits == PROMISE else "",
            pictured=speak("pressing"),
            required=speak("required"),
            available=speak("available"),
            missing=speak("missing"),
        )

    def _three(self, result: Result, speak: Speaker) -> list[str]:
        """How sure it is, whom it meets and what it costs: three remarks at most."""
        if not result.options:
            return self._remarks(result, speak)[:3]
        away = list(self._away(result, speak))
        likely = _(
            "Eight in ten plausible estimates lie between {low} and {high}; the hours there are "
            "enough in {enough}."
        )
        if len(result.options) > 1:
            likely = _(
                "Eight in ten plausible estimates for {all} networks lie between {low} and {high}; "
                "the hours there are enough in {enough}."
            )
        likely = likely.format(
            all=self._all(result.options),
            low=speak("band_low"),
            high=speak("band_high"),
            enough=self._of_ten(result, speak),
        )
        briefing = list(self._briefing(result, speak))
        met = [self._met(result, speak)] if MET in result and not briefing else []
        moved = list(self._moved(result))
        return [*away, likely, *briefing, *met, *moved, *self._costs(result, speak)][:3]

    @staticmethod
    def _of_ten(result: Result, speak: Speaker) -> str:
        """In how many of ten estimates the hours are enough, as one says it."""
        share, told = result.value("enough"), speak.bare("enough")
        if share in (0, 1):
            return _("all ten") if share else _("none of ten")
        if not told.isdecimal():  # as near to an end as can be printed
            return _("more than nine of ten") if share > 0.5 else _("fewer than one of ten")
        return _("{number} of ten").format(number=told)

    @staticmethod
    def _moved(result: Result) -> Iterator[str]:
        """What followers bring is counted nowhere; told where somebody moves them."""
        if result.facts.get(MOVED):
            yield _(
                "People met is counted as if everybody followed: the slider moves the messages, "
                "and what followers bring is not counted."
            )

    def _away(self, result: Result, speak: Speaker) -> Iterator[str]:
        """Who is away leaves messages behind, and those who wrote them."""
        place, key = result.facts["absent"], f"{WISH}.messages"
        if place is None or key not in result:
            return
        said = _(
            "“{person}” is away: {count} messages a week take {answering}, and {there} are there: "
            "some wait for an answer."
        )
        if not result.value("available"):
            said = _(
                "“{person}” is away: {count} messages a week take {answering}, and nobody is there."
            )
        elif round(result.value("available"), 1) >= round(result.value("work.answering"), 1):
            said = _(
                "“{person}” is away: {count} messages a week take {answering}, and {there} are "
                "there: enough to answer."
            )
            if result.facts["verdict"] == "short":
                said = _(
                    "“{person}” is away: {count} messages a week take {answering}, and {there} are "
                    "there: enough to answer, too little for the rest."
                )
        yield said.format(
            person=self._person(result.facts["people"][place]),
            count=speak.bare(key),
            answering=speak("printed.work.answering"),
            there=speak("available"),
        )
        if result.value("available") and speak("available") != speak(f"{WISH}.present"):
            yield _(
                "{there} is a yearly average; in a week without leave or sickness of their own, "
                "those who stay have {present}."
            ).format(there=speak("available"), present=speak(f"{WISH}.present"))

    @staticmethod
    def _briefing(result: Result, speak: Speaker) -> Iterator[str]:
        """Why more is needed where hours are bought."""
        if result.value("briefing") >= PRINTS:
            said = _("Whoever works outside has to be briefed: {hours} a week more are needed.")
            yield said.format(hours=speak("briefing"))

    def _costs(self, result: Result, speak: Speaker) -> Iterator[str]:
        """Missing cash before hours promised, and these before cash that is there."""
        more = "promised_more" in result and result.value("promised_more") > 0
        if result.value("euros_gap") > 0:
            yield from self.cash(result, speak)
        if more:
            sentence = _(
                "{hours} more a week, promised, are {euros} a month of wages. From what are they "
                "taken?"
            )
            yield sentence.format(hours=speak("promised_more"), euros=speak("promised_more_euros"))
        elif result.value("euros_gap") <= 0:
            yield from self.cash(result, speak)
        named = [self._further(kind, result, speak) for kind in result.facts[FURTHER]]
        if named:
            yield _("Further work from your choices: {list}.").format(list=listing(named))

    def _by_way(self, result: Result, speak: Speaker) -> Table:
        """Each way in a row, with what it costs."""
        header = (
            _("Way"),
            _("Needed"),
            _("There"),
            _("Estimates covered, of ten"),
            _("Met, of a hundred"),
            _("Met, posts first"),
            _("Price"),
        )
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
            sure = SURE.format(way=way)
            if way in offered:
                rows.append((named[way], *self._cells(way, speak), self._price(way, result, speak)))
            elif way == "thin" and offered and result.facts["lean"]:
                rows.append((_("Thin"), *5 * ("–",), _("already lean")))
            if f"{sure}.hours" in result:
                cells = *self._cells(sure, speak), self._price(sure, result, speak)
                rows.append((self._promised(sure, speak), *cells))
        return Table(self._caption(result), header, tuple(rows))

    @staticmethod
    def _caption(result: Result) -> str:
        """What the rows are; where there are no ways, why not."""
        first = _("There is no gap to close")
        if result.facts["ways"]:
            first = _("Ways out of the gap")
        elif WaysWords._waits_for(result) == CASH:
            first = _("The hours would do; the cash is missing")
        elif result.facts["absent"] is not None:
            first = _("While somebody is away, no way out is priced: these hours come back")
        elif result.facts["verdict"] == "borderline":
            first = _("Too close to call: a trial of six weeks, and no promise")
        told = _(
            "{first}. Needed and there: hours a week. Met: of a hundred people whom you want to "
            "reach, those who would see a post in a month if all followed. Posts first: meeting "
            "and planning come after them"
        )
        return told.format(first=first)

    @staticmethod
    def _cells(way: str, speak: Speaker) -> tuple[str, ...]:
        keys = ("needed", "there", "weeks", "met", "met_posts_first")
        return tuple(speak.bare(f"{way}.{key}") for key in keys)

    @staticmethod
    def _promised(sure: str, speak: Speaker) -> str:
        """Hours in full: not those of the mean week, but those that are a promise."""
        more = _("Buy {hours}, to cover {weeks}")
        if sure.startswith("add"):
            more = _("Add {hours}, to cover {weeks}")
        return more.format(hours=speak(f"{sure}.hours"), weeks=speak(f"{sure}.weeks"))

    def _level(self, result: Result) -> str:
        leaner = result.facts["leaner"]
        return self._tables.name("level", leaner) if leaner else ""

    def _price(self, way: str, result: Result, speak: Speaker) -> str:
        """What a way costs: people given up, posts, wages or cash."""
        if way == "drop":
            said = _(
                "silent on {networks}, where {left} can be found; in the hours there, {all} meet "
                "{met}"
            )
            return said.format(
                networks=self._named(result.facts["dropped"]),
                left=speak("drop.left"),
                all=self._all(result.options),
                met=speak.bare(MET),
            )
        if way == "thin":
            said = _("posts a week: {posts} instead of {before}")
            return said.format(posts=speak("thin.posts"), before=speak.bare(f"{WISH}.posts"))
        if way.startswith("add"):
            said = _("{euros} a month of wages; {rate} an hour")
            return said.format(euros=speak(f"{way}.euros"), rate=speak(f"{way}.rate"))
        left = {
            1: _("{euros} a month, {margin} left; {rate} an hour"),
            0: _("{euros} a month, nothing left; {rate} an hour"),
            -1: _("{euros} a month, {margin} missing; {rate} an hour"),
        }[result.facts["cash"][way]]
        return left.format(
            euros=speak(f"{way}.euros"),
            margin=speak(f"{way}.margin"),
            rate=speak(f"{way}.rate"),
        )
