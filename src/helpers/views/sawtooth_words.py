"""The sawtooth of a week in words: what is kept, what the gaps break, what the typing breaks."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _


class SawtoothWords:
    """What picture, headline and table of the next look say."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    # In the picture ------------------------------------------------------------------------

    def claim(self, result: Result) -> str:
        """The sentence over the teeth."""
        speak = Speaker(result)
        if not result.facts["looks"]:
            return ""
        if result.facts["idle"]:
            return _("Nobody has time to answer")
        if not result.value("messages"):
            return _("Nobody writes yet: so long a first message would wait")
        if result.facts["overloaded"]:
            return self._pile(result, speak)
        said = _("Average wait {wait}: {look} for our next look, {queue} for our typing")
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
        return _("Wait: {look} for our next look, {queue} for our typing").format(
            look=speak("printed.look_part"), queue=speak("printed.queue_part")
        )

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
                _("hours until our next look; the hatched ones do not count for the promise"),
                _("hours to our next look; hatched: not counted"),
                _("hours; hatched ones do not count"),
                _("hatched: not counted"),
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
    def of_strip(result: Result, late: bool) -> tuple[str, ...]:
        """What stands in the red and in the pale part of the strip, longest first."""
        if result.facts["idle"] or result.facts["overloaded"]:
            return (_("no answer time can be promised"), _("no promise"))
        if not result.value("messages"):
            return (_("too late"),) if late else (_("in time"),)
        number = Speaker(result).bare("lost_to_gaps" if late else "lost_to_typing")
        if late:
            tries = (
                _("{number} of 100 seen too late"),
                _("{number} seen too late"),
                _("seen late: {number}"),
                _("late: {number}"),
                "{number}",
            )
        elif not round(result.value("lost_to_typing"), 2):
            tries = (_("in time"),)
        else:
            tries = (
                _("seen in time, but {number} typed too late"),
                _("{number} typed too late"),
                _("typing: {number}"),
            )
        return tuple(said.format(number=number) for said in tries)

    @staticmethod
    def rows(result: Result) -> tuple[tuple[str, str], ...]:
        """Name and note of the strip, of care and of reputation."""
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
            named = _("care needs") if result.facts["overloaded"] else named
            care = _("{minutes} a day").format(minutes=speak("care_each"))
        once = _("{hours} a week").format(hours=speak("reputation"))
        return kept, (named, care), (_("reputation"), once)

    # Beside it -----------------------------------------------------------------------------

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        remarks = list(self._remarks(result, speak))
        return speak.words(
            self.headline(result, speak),
            self._table(result, speak),
            self._alt(result, speak),
            remarks,
        )

    def headline(self, result: Result, speak: Speaker) -> str:
        """How often the promise is kept, and what they wait for."""
        if not result.value("messages"):
            return _("No messages, no wait: nobody writes to us.")
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
        if result.facts["states_hours"]:
            said = _(
                "{kept} are answered as promised for your days. They still wait {wait} on average, "
                "{share} of it for our next look."
            )
        return said.format(
            kept=speak("in_time"),
            promise=speak("promise"),
            wait=speak("wait"),
            share=speak("look_share"),
        )

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        if not result.value("messages"):
            return
        if result.facts["overloaded"]:
            if not result.facts["idle"]:
                said = _(
                    "The messages are {work} of typing a week, and {time} are there. Here minutes "
                    "decide, not looks."
                )
                if speak.alike("work_minutes", "time_minutes"):
                    said = _(
                        "The typing takes all of the {time} a week that are there. Here minutes "
                        "decide, not looks."
                    )
                yield said.format(work=speak("work_minutes"), time=speak("time_minutes"))
            return
        yield self._reason(result, speak)
        if result.facts["edge"]:
            yield _(
                "That is on an edge: lesson 14 asks for {trial} for a trial, {open} to open; so "
                "near to it chance decides."
            ).format(trial=speak("gate_G6b_trial"), open=speak.bare("gate_G6b"))
        if result.facts["states_hours"]:
            yield _(
                "Saying your days changes the promise, not the wait: {kept} are answered within "
                "{promise} of writing, as before."
            ).format(kept=speak("on_the_clock"), promise=speak("promise"))
        elif "if_stated" in result and not speak.alike("if_stated", "in_time"):
            yield _(
                "If you said in public on which days you answer, only these would count: {stated}. "
                "Nobody would be answered sooner."
            ).format(stated=speak("if_stated"))

    @staticmethod
    def _reason(result: Result, speak: Speaker) -> str:
        """What breaks the promise more often, and what the motto says of the wait."""
        fields = {
            "gaps": speak("lost_to_gaps"),
            "typing": speak.bare("lost_to_typing"),
            "typed": speak("lost_to_typing"),
            "promise": speak("promise"),
            "longest": speak("longest"),
        }
        if not result.facts["looks_decide"]:
            said = _("The answering time is nearly full: here minutes decide more than looks.")
        elif result.facts["states_hours"] and result.value("lost_to_gaps"):
            said = _("Of these promises the gaps break {gaps}, and the typing breaks {typing}.")
        elif result.facts["states_hours"] and result.value("lost_to_typing"):
            said = _(
                "The gaps break none of these promises. The typing breaks {typed}: more minutes "
                "help, and a second look, too."
            )
            if round(result.value("a_day")) > 1:
                said = _(
                    "The gaps break none of these promises. The typing breaks {typed}: more "
                    "minutes would help."
                )
            if result.value("wait") > result.value("promise"):
                said = _(
                    "The gaps break none of these promises. The typing breaks {typed}: more "
                    "minutes help the share, more days the wait."
                )
        elif result.facts["states_hours"]:
            said = _("The gaps break none of these promises, and the typing breaks none.")
        elif result.value("lost_to_gaps") > result.value("lost_to_typing"):
            said = _(
                "Of the promises, gaps of up to {longest} break {gaps}, and the typing breaks "
                "{typing}."
            )
        elif result.value("lost_to_gaps"):
            said = _(
                "Of the promises, the gaps break {gaps}, and the typing breaks {typing}: here more "
                "minutes would help, too."
            )
        elif result.value("lost_to_typing"):
            # A second look shortens every gap by the hours between the two; a third does not.
            said = _(
                "No gap is longer than the promise. The typing breaks {typed}: more minutes help, "
                "and so does a second look."
            )
            if round(result.value("a_day")) > 1:
                said = _(
                    "No gap is longer than the promise. The typing breaks {typed}: more minutes "
                    "would help."
                )
        else:
            said = _("No gap is longer than the promise, and the typing breaks none.")
        return said.format(**fields)

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
                    "Hours of days that you do not promise are hatched, and never red: of those "
                    "from Friday evening {counted} count, and of no gap more than {longest}."
                ).format(counted=speak("counted"), longest=speak("longest_counted"))
            )
        if result.value("messages") and not result.facts["overloaded"]:
            said.append(
                _(
                    "A strip below shows {kept} in time, {gaps} seen too late and {typing} typed "
                    "too late. The average wait is {wait}: {look} for our next look, {queue} for "
                    "our typing."
                ).format(
                    kept=speak("in_time"),
                    gaps=speak("lost_to_gaps"),
                    typing=speak("lost_to_typing"),
                    wait=speak("wait"),
                    look=speak("printed.look_part"),
                    queue=speak("printed.queue_part"),
                )
            )
        else:
            said.append(_("The strip below shows no share: {claim}.").format(
                claim=self.claim(result)
            ))  # fmt: skip
        said.append(
            _(
                "Under it, “{care}” is a dot for each look, {each} on an answering day, and "
                "reputation one dot of {reputation}."
            ).format(
                care=self.rows(result)[1][0],
                each=speak("care_each"),
                reputation=speak("reputation"),
            )
        )
        return " ".join(said)

    def _table(self, result: Result, speak: Speaker) -> Table:
        def known(key: str) -> str:
            return speak(key) if key in result else "–"

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
            (kept, known("in_time")),
            (_("The same, if every look answered all"), known("looks_in_time")),
            (_("Average wait"), known("wait")),
            (_("Longest gap between two looks"), known("longest")),
            (_("Answering time used"), known("load")),
            (_("Nearly full at, messages a week"), speak.bare("full_messages")),
            (care, speak("care")),
            (_("Reputation, a week"), speak("reputation")),
        ]
        if result.facts["states_hours"]:
            within = _("Answered within {promise} of writing").format(promise=speak("promise"))
            rows.insert(3, (within, known("on_the_clock")))
            rows.insert(6, (_("Longest gap in hours that count"), known("longest_counted")))
        return Table(_("A week of answers"), (_("What"), _("Figure")), tuple(rows))
