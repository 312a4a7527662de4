"""Working days of a page in words: what opening and keeping take, and what is promised for it."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _, listing


def names(result: Result, tables: Tables) -> str:
    """The other pages that the same hours have to keep."""
    return listing([tables.name("network", other) for other in result.facts["others"]])


def beside(result: Result, tables: Tables) -> str:
    """What is not counted although the same hours have to do for it."""
    (network,) = result.options or (result.facts["network"],)
    said = _(
        "Only {network} is counted here; the same hours have to do for {others}, which the firm "
        "plans, too."
    )
    return said.format(network=tables.name("network", network), others=names(result, tables))


def posts(speak: Speaker, head: str) -> str:
    """How often is posted: so many a week, or one every so many weeks."""
    if f"{head}.every" in speak:
        return speak.plural(
            "a post every {number} week", "a post every {number} weeks", f"{head}.every"
        )
    return speak.plural("{number} post a week", "{number} posts a week", f"{head}.posts")


class DaysWords:
    """What the squares say."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = speak.plural(
            "{network} is free to open and takes {number} working day a year to keep "
            "({level}: {posts}).",
            "{network} is free to open and takes {number} working days a year to keep "
            "({level}: {posts}).",
            "keep.whole",
            network=self._network(result),
            level=self._level(result),
            posts=posts(speak, result.facts["level"]),
        )
        remarks = list(self._remarks(result, speak))
        return speak.words(headline, self._table(result, speak), self._alt(result, speak), remarks)

    def _network(self, result: Result) -> str:
        return self._tables.name("network", result.facts["network"])

    def _level(self, result: Result, level: str = "") -> str:
        return self._tables.name("level", level or result.facts["level"])

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        yield _(
            "That is {week} a week, all year round. Eight times in ten it is {low} to {high} "
            "working days."
        ).format(
            week=speak("week"),
            low=speak("keep.low.whole"),
            high=speak("keep.high.whole"),
        )
        said = _(
            "No bill comes; what costs about {euros} a year is wages at {wage} an hour, an "
            "assumption."
        )
        if result.value("costs"):
            said = _(
                "A year costs about {euros}: {costs} for pictures and subscriptions, the rest "
                "wages at {wage} an hour (assumption)."
            )
        euros, wage = speak("euros.about"), speak("wage")
        yield said.format(euros=euros, wage=wage, costs=speak("costs"))
        if not result.value("there.promised"):
            yield _("Nobody at {firm} has promised an hour yet.").format(firm=result.facts["firm"])
            return
        yield speak.plural(
            "{firm} promises {promised} a week, {days} a year; after leave and sickness {number} "
            "is left.",
            "{firm} promises {promised} a week, {days} a year; after leave and sickness {number} "
            "are left.",
            "there.whole",
            firm=result.facts["firm"],
            promised=speak("there.promised"),
            days=speak.plural("{number} day", "{number} days", "promised.whole"),
        )
        verdict = self._verdict(result, speak)
        if result.facts["close"]:
            said = _(
                "For this page alone that is {there} against {need}, too close to call: run six "
                "weeks and measure the minutes."
            )
            yield said.format(there=speak.bare("there.whole"), need=speak("keep.whole"))
            if result.facts["others"]:
                said = _("The same hours have to do for {others}, which it plans, too.")
                yield said.format(others=names(result, self._tables))
        elif result.facts["others"]:
            said = _(
                "That is {verdict}, and the same hours have to do for {others}, which it plans, "
                "too."
            )
            yield said.format(verdict=verdict, others=names(result, self._tables))
        else:
            yield _("That is {verdict}.").format(verdict=verdict)

    @staticmethod
    def _verdict(result: Result, speak: Speaker) -> str:
        """What the promised days are beside those that are needed."""
        if not result.facts["more"]:
            return {
                1: _("just enough for this page alone, with {hours} a week to spare"),
                0: _("just as many as this page alone needs"),
                -1: _("just short for this page alone, by {hours} a week"),
            }[result.facts["over"]].format(hours=speak("nearly"))
        if result.facts["more"] > 0:
            return _("{days} to spare for this page alone").format(days=speak("difference"))
        return _("{days} missing for this page alone").format(days=speak("difference"))

    def _alt(self, result: Result, speak: Speaker) -> str:
        """What is drawn, with every figure that stands in the picture."""
        levels = [
            _("{days} at the level “{level}”").format(
                days=speak(f"{level}.whole"), level=self._level(result, level)
            )
            for level in result.facts["levels"]
        ]
        said = [
            _(
                "Squares in rows of five, one for each working day of eight hours. To open "
                "{network} takes {open} once: a sliver of a square. To keep it for a year takes "
                "{levels}; the squares of “{level}” are filled, likely {low} to {high}."
            ).format(
                network=self._network(result),
                open=speak("open"),
                levels=listing(levels),
                level=self._level(result),
                low=speak("keep.low.whole"),
                high=speak("keep.high.whole"),
            )
        ]
        there = _("Nobody has promised an hour; missing for this page, hatched: {difference}.")
        if result.value("there.promised"):
            there = {
                1: _("Promised are {days}; to spare for this page alone, outlined: {difference}.")
                if result.facts["others"]
                else _(
                    "Promised are {days}; to spare for this page alone, in green: {difference}."
                ),
                0: {
                    1: _("Promised are {days}, just enough for this page alone."),
                    0: _("Just as many are promised: {days}, for this page alone."),
                    -1: _("Promised are {days}, just short of what this page alone needs."),
                }[result.facts["over"]],
                -1: _("Promised are {days}; missing for this page alone, hatched: {difference}."),
            }[result.facts["more"]]
        if result.facts["close"]:
            there = _("Promised are {days}: too close to call for this page alone.")
        said.append(there.format(days=speak("there.whole"), difference=speak("difference")))
        return " ".join(said)

    def _table(self, result: Result, speak: Speaker) -> Table:
        rows = [
            (
                _("To keep it, {level}").format(level=self._level(result, level)),
                speak.bare(f"{level}.posts"),
                speak.bare(f"{level}.week"),
                speak.bare(f"{level}.whole"),
            )
            for level in result.facts["levels"]
        ]
        rows.append((_("Promised"), "–", speak.bare("there.promised"), "–"))
        rows.append(
            (
                _("Promised, leave and sickness taken off"),
                "–",
                speak.bare("there.week"),
                speak.bare("there.whole"),
            )
        )
        more = result.facts["more"]
        if more:
            # No hours: a difference of whole days is no multiple of hours in tenths.
            left = _("To spare, for this page alone")
            lacks = _("Missing, for this page alone")
            if result.facts["close"]:
                left = _("Left over, too close to call, for this page alone")
                lacks = _("Short, too close to call, for this page alone")
            rows.append((left if more > 0 else lacks, "–", "–", speak.bare("difference")))
        header = (_("What"), _("Posts a week"), _("Hours a week"), _("Working days a year"))
        caption = _("{network}: to open it takes {open}, once; to keep it, these hours").format(
            network=self._network(result), open=speak("open")
        )
        return Table(caption, header, tuple(rows))
