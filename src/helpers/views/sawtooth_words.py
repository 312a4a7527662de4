"""The sawtooth of a week in words: what is kept, what the gaps break, what full looks break."""

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views import sawtooth_remarks
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _

SEEN = 3
"""Remarks that stand open; the others are folded."""


class SawtoothWords:
    """What picture, headline and table of the next look say."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    # In the picture ------------------------------------------------------------------------

    def claim(self, result: Result, speak: Speaker | None = None) -> str:
        """The sentence over the teeth; ``speak`` keeps what is quoted."""
        speak = speak or Speaker(result)
        if not result.facts["looks"]:
            return ""
        if result.facts["idle"]:
            return _("Nobody has time to answer")
        if not result.value("messages"):
            return _("Nobody writes yet: so long a first message would wait")
        if result.facts["overloaded"]:
            return self._pile(result, speak)
        said = _("Average wait {wait}: {look} for our next look, {queue} for a later one")
        if not result.value("printed.queue_part"):
            said = _("Average wait {wait}, all of it for our next look")
        return said.format(
            wait=speak("wait"),
            look=speak("printed.look_part"),
            queue=speak("printed.queue_part"),
        )

    def shorter(self, result: Result) -> str:
        """The same where there is less room."""
        if "wait" not in result or not result.value("messages"):
            return self.claim(result)
        speak = Speaker(result)
        said = _("Wait: {look} for our next look, {queue} for a later one")
        if not result.value("printed.queue_part"):
            said = _("Wait: {look}, all for our next look")
        return said.format(look=speak("printed.look_part"), queue=speak("printed.queue_part"))

    @staticmethod
    def parts(result: Result) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
        """The wait, its part for our next look and that for a later one, longest first."""
        if result.facts["overloaded"] or "wait" not in result or not result.value("messages"):
            return None
        speak = Speaker(result)
        total = _("Average wait {wait}").format(wait=speak("wait"))
        look, share = speak("printed.look_part"), speak("look_share")
        if not result.value("printed.queue_part"):
            return total, (_("all of it for our next look"), _("all for our next look")), ("",)
        looks = (
            _("{look} ({share}) for our next look").format(look=look, share=share),
            _("{look} ({share}): our next look").format(look=look, share=share),
        )
        queue = speak("printed.queue_part")
        laters = (_("{queue} for a later one"), _("+ {queue} later"), _("+ {queue}"))
        return total, looks, tuple(one.format(queue=queue) for one in laters)

    @staticmethod
    def _pile(result: Result, speak: Speaker) -> str:
        if result.value("pile") < 0.05:
            return _("The answering time is used up to the last minute")
        return speak.plural(
            "The pile grows by {number} message a week",
            "The pile grows by {number} messages a week",
            "pile",
        )

    @staticmethod
    def caption(result: Result) -> tuple[str, ...]:
        """What the height of a tooth means, longest first."""
        if result.facts["states_hours"]:
            return (
                _("hours until our next look; the grey ones do not count for the promise"),
                _("hours to our next look; grey: not counted"),
                _("hours; grey ones do not count"),
                _("grey: not counted"),
            )
        return (_("hours until our next look"),)

    @staticmethod
    def ringed(result: Result, short: bool) -> str:
        """How long who writes on Friday evening waits, and how much of it counts."""
        said = _("Fri 19:00: {hours}") if short else _("Friday 19:00: {hours}")
        if "counted" in result:
            said = _("Friday 19:00: {hours}, {counted} of them count")
            if short:
                said = _("Fri 19:00: {hours}, {counted} count")
        speak = Speaker(result)
        counted = speak("counted") if "counted" in result else ""
        return said.format(hours=speak("evening"), counted=counted)

    @staticmethod
    def of_tooth(result: Result) -> str:
        """What stands in the red of a tooth."""
        return _("too late") if result.value("messages") else _("would be late")

    @staticmethod
    def of_strip(result: Result, late: bool, less: bool = False) -> tuple[str, ...]:
        """What stands in the red and in the pale part of the strip, longest first.

        ``less``: of the pale part full looks break some.
        """
        if result.facts["idle"] or result.facts["overloaded"]:
            return (_("no answer time can be promised"), _("no promise"))
        if not result.value("messages"):
            if late:
                return _("would be answered too late"), _("would be late"), _("late")
            return _("would be answered in time"), _("in time")
        speak = Speaker(result)
        if less:
            tries = (_("in time: {number}, less the {full} below"), _("in time, less {full}"))
            full, number = speak.bare("lost_to_full_looks"), speak.bare("looks_in_time")
            return *(said.format(number=number, full=full) for said in tries), _("in time")
        number = speak.bare("lost_to_gaps" if late else "in_time")
        tries = (_("in time: {number}"), _("in time"))
        if late:
            tries = (
                _("{number} of 100 answered too late"),
                _("{number} answered too late"),
                _("too late: {number}"),
                _("late: {number}"),
                "{number}",
            )
        return tuple(said.format(number=number) for said in tries)

    @staticmethod
    def of_full(result: Result) -> tuple[str, ...]:
        """What stands beside the hatched bar, longest first."""
        number = Speaker(result).bare("lost_to_full_looks")
        tries = (
            _("{number} more answered too late, on any day: a look was full"),
            _("{number} more too late, on any day: full looks"),
            _("{number} more late, on any day"),
            _("{number} more late"),
        )
        return tuple(said.format(number=number) for said in tries)

    @staticmethod
    def rows(result: Result, short: bool) -> tuple[tuple[str, str], ...]:
        """Name and note of the strip, of care and of reputation; ``short``: in a column."""
        speak = Speaker(result)
        if result.facts["idle"]:
            kept = _("nobody"), _("answers")
        elif result.facts["overloaded"]:
            kept = _("a pile"), _("that grows")
        elif not result.value("messages"):
            kept = _("nobody"), _("writes yet")
        else:
            said = _("as promised") if result.facts["states_hours"] else _("in time")
            kept = speak("in_time"), said
        named, care = _("care"), _("nobody looks")
        if result.facts["looks"]:
            # A pile: so many minutes are not there.
            needs = result.facts["overloaded"]
            looking = speak("looking_each")
            care = _("read {reading} + answer {answers} + look {looking} a day").format(
                reading=speak.bare("read_each"), answers=speak.bare("answer_each"), looking=looking
            )
            if needs:  # the minutes that the control sets would have to be so many
                named = _("answers")
                care = (
                    _("need {minutes}") if short else _("need {minutes} a day, looking {looking}")
                )
                care = care.format(minutes=speak("answer_each"), looking=looking)
            elif short:
                care = _("{minutes} a day").format(minutes=speak("care_each"))
        once = _("{hours} a week").format(hours=speak("reputation"))
        return kept, (named, care), (_("reputation"), once)

    @staticmethod
    def looking(result: Result) -> str:
        """What looking takes by itself on an answering day, under the minutes of care."""
        if not result.facts["looks"]:
            return ""
        return _("looking {minutes}").format(minutes=Speaker(result)("looking_each"))

    @staticmethod
    def briefly(result: Result) -> str:
        """Care and looking in a line that has no room for reading and answers."""
        speak = Speaker(result)
        fields = {"care": speak.bare("care_each"), "looking": speak("looking_each")}
        return _("{care} + look {looking} a day").format(**fields)

    # Beside it -----------------------------------------------------------------------------

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        remarks = list(sawtooth_remarks.remarks(result, speak))
        return speak.words(
            self.headline(result, speak),
            self._table(result, speak),
            self._alt(result, speak),
            remarks[:SEEN],
            [*remarks[SEEN:], *sawtooth_remarks.folded(result, speak)],
        )

    def headline(self, result: Result, speak: Speaker) -> str:
        """How often the promise is kept, and what they wait for."""
        if not result.value("messages"):
            return self.unasked(result, speak)
        if result.facts["idle"]:
            return speak.plural(
                "Nobody has time to answer: {number} message a week stays unanswered.",
                "Nobody has time to answer: {number} messages a week stay unanswered.",
                "messages",
            )
        if result.facts["overloaded"]:
            said = _("{pile}: no number of hours describes the wait.")
            return said.format(pile=self._pile(result, speak))
        said = _(
            "{kept} are answered within the promised {promise}. They wait {wait} on average, "
            "{share} of it for our next look."
        )
        if not result.facts["everywhere"]:
            said = _(
                "On {network}, {kept} are answered within {promise}. They wait {wait} on average, "
                "{share} of it for our next look."
            )
        if result.facts["states_hours"]:
            said = _(
                "{kept} are answered as promised for your days. They still wait {wait} on average, "
                "{share} of it for our next look."
            )
            if not result.facts["everywhere"]:
                said = _(
                    "On {network}, {kept} are answered as promised. They still wait {wait} on "
                    "average, {share} of it for our next look."
                )
        return said.format(
            network=self._tables.name("network", result.facts["network"]),
            kept=speak("in_time"),
            promise=speak("promise"),
            wait=speak("wait"),
            share=speak("look_share") if result.value("printed.queue_part") else _("all"),
        )

    @staticmethod
    def unasked(result: Result, speak: Speaker) -> str:
        """Nobody writes yet: what a first message would meet."""
        if result.facts["idle"] or not result.facts["looks"]:
            return _("Nobody writes yet, and nobody would have time to answer.")
        said = _(
            "Nobody writes yet. A first message would wait {look} on average for our next look."
        )
        return said.format(look=speak("look_part"))

    def _alt(self, result: Result, speak: Speaker) -> str:
        """What is drawn, with every figure that stands in the picture."""
        if not result.facts["looks"]:
            return _(
                "An empty week under a line at the promise of {promise}: nobody looks. Below, "
                "reputation is one dot of {reputation}."
            ).format(promise=speak("promise"), reputation=speak("reputation"))
        said = [
            _(
                "A week as a row of teeth: each falls from the gap between two looks to nought. "
                "The longest is {longest}, the line of the promise lies at {promise}, what rises "
                "above it is red. A ring marks Friday evening: {evening}."
            ).format(longest=speak("longest"), promise=speak("promise"), evening=speak("evening"))
        ]
        if result.facts["states_hours"]:
            said.append(
                _(
                    "Hours of days that you do not promise are grey, and never red: of those "
                    "from Friday evening {counted} count, and of no gap more than {longest}."
                ).format(counted=speak("counted"), longest=speak("longest_counted"))
            )
        if result.value("messages") and not result.facts["overloaded"]:
            said.append(
                _(
                    "A strip below shows by the hour what gaps break: {gaps}. A hatched bar under "
                    "it, of no hour, is what full looks break: {full}. {kept} are in time. {claim}."
                ).format(
                    claim=self.claim(result, speak),
                    kept=speak("in_time"),
                    gaps=speak("lost_to_gaps"),
                    full=speak("lost_to_full_looks"),
                )
            )
        else:
            said.append(_("The strip below shows no share: {claim}.").format(
                claim=self.claim(result, speak)
            ))  # fmt: skip
        said.append(
            _(
                "Under it, care is a dot for each look, {each} on an answering day: {reading} "
                "of reading, {answers} of answers; looking takes {looking}. Reputation is one dot "
                "of {reputation}."
            ).format(
                each=speak("care_each"),
                reading=speak("read_each"),
                answers=speak("answer_each"),
                looking=speak("looking_each"),
                reputation=speak("reputation"),
            )
        )
        return " ".join(said)

    def _table(self, result: Result, speak: Speaker) -> Table:
        def known(key: str) -> str:
            return speak(key) if key in result else "–"

        def met(key: str) -> str:
            """What messages meet: nothing while nobody writes."""
            return known(key) if result.value("messages") else "–"

        whose = _("Messages a week, from everywhere")
        if not result.facts["everywhere"]:
            name = self._tables.name("network", result.facts["network"])
            whose = _("Messages a week, {network} only").format(network=name)
        kept = _("Answered within the promise")
        if result.facts["states_hours"]:
            kept = _("Answered as promised for your days")
        care = _("Care, a week: reading and answering")
        if result.facts["overloaded"]:
            care = _("Care would take, a week")
        rows = [
            (whose, speak.bare("messages")),
            (kept, met("in_time")),
            (_("The same, if every look answered all"), met("looks_in_time")),
            (_("Average wait"), met("wait")),
            (_("Longest gap between two looks"), known("longest")),
            (_("Answering time used"), known("load")),
            (
                _("Messages a week at which {full} of it is used: nearly full").format(
                    full=speak("full")
                ),
                speak.bare("full_messages"),
            ),
            (_("Looking alone, minutes a week"), speak.bare("looking")),
            (care, speak("care")),
            (_("Reputation, a week"), speak("reputation")),
        ]
        if result.facts["states_hours"]:
            within = _("Answered within {promise} of writing").format(promise=speak("promise"))
            rows.insert(3, (within, met("on_the_clock")))
            rows.insert(6, (_("Longest gap in hours that count"), known("longest_counted")))
        return Table(_("A week of answers"), (_("What"), _("Figure")), tuple(rows))
