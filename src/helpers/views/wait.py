"""How long a customer waits, by the number of messages, against promise and expectation."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.replies import EXPECTATIONS, SHOWN_HOURS, TO_BE_ASKED
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _


class WaitView(CurveView):
    """Calendar wait by messages a week: flat while there is time, then straight up."""

    panel_height = 330

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        curve = result.facts["curve"]
        here = None
        if not result.facts["overloaded"]:
            here = (result.value("messages"), min(result.value("wait"), 0.97 * SHOWN_HOURS))
        limits = [Limit(_("promised"), min(result.value("promise"), SHOWN_HOURS))]
        full = result.value("full_messages")
        if full:
            limits.append(Limit(_("nearly full"), full, "x"))
        return [
            Panel(
                title=_("Wait for an answer, hours"),
                x_label=_("messages a week"),
                x_end=curve.x[-1],
                y_end=SHOWN_HOURS,
                lines=(Line("", curve.x, curve.lines["wait"], palette.PEOPLE),),
                limits=tuple(limits),
                here=here,
                here_label=_("you"),
            )
        ]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "messages": speak.plural("{number} message", "{number} messages", "messages"),
            "promise": speak("promise"),
        }
        if not result.value("messages"):
            headline = _("No messages, no wait: nobody writes to us.")
        elif result.facts["idle"]:
            headline = speak.plural(
                "Nobody has time to answer: {number} message a week stays unanswered.",
                "Nobody has time to answer: {number} messages a week stay unanswered.",
                "messages",
            )
        elif result.facts["overloaded"] and result.value("pile") < 0.05:
            headline = _("The answering time is used up to the last minute: the wait has no limit.")
        elif result.facts["overloaded"]:
            headline = speak.plural(
                "The pile grows by {number} message a week; no number of hours describes the wait.",
                "The pile grows by {number} messages a week; no number of hours describes the "
                "wait.",
                "pile",
            )
        else:
            fields["wait"] = speak("wait")
            headline = _("A customer waits {wait} on average: longer than promised ({promise}).")
            if result.facts["kept"]:
                headline = _(
                    "A customer waits {wait} on average, as promised ({promise}); some wait longer."
                )
        remarks = self._remarks(result, speak)
        table = self._table(result, speak)
        alt = _(
            "Line chart: the wait in hours by messages a week. It is flat while there is time "
            "to answer, and rises without end where the answering time is used up; you are at "
            "{messages} a week. The table below holds every figure."
        ).format(**fields)
        headline = headline.format(**fields)
        if "stand_in" in result.facts:
            headline = f"{headline} {self._away(result, speak)}"
        return speak.words(headline, table, alt, remarks)

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        remarks = []
        if not result.facts["overloaded"] and result.value("messages"):
            remarks.append(
                _(
                    "Of this wait, {look} come from how often we look and {queue} from the "
                    "queue. Waiting at any time: about {lying}."
                ).format(
                    look=speak("look_part"),
                    queue=speak("queue_part"),
                    lying=speak.plural("{number} message", "{number} messages", "lying"),
                )
            )
        if "load" in result:
            remarks.append(
                _(
                    "Answering takes {load} of the time set aside; from {full} on it is nearly "
                    "full."
                ).format(load=speak("load"), full=speak("full"))
            )
        if not result.facts["every_day"] and not result.facts["overloaded"]:
            remarks.append(
                _(
                    "Counted as if somebody looked every day; over days without a look a "
                    "message waits longer."
                )
            )
        if result.facts["sooner"] and result.value("messages"):
            remarks.append(
                _(
                    "In one survey, at least {sooner} of those who write to firms expected "
                    "an answer sooner."
                ).format(sooner=speak("sooner"))
            )
        return remarks

    @staticmethod
    def _away(result: Result, speak: Speaker) -> str:
        """Who answers when the first is away; with nobody, everything of that week waits."""
        name = result.facts["stand_in"]
        if name == TO_BE_ASKED:
            return _("When the first is away, somebody answers who is still to be asked.")
        if name:
            return _("When the first is away, {name} answers.").format(name=name)
        if not result.value("messages"):
            return _("When the first is away, nobody answers.")
        return speak.plural(
            "When the first is away, nobody answers: {number} message a week stays unanswered.",
            "When the first is away, nobody answers: {number} messages a week stay unanswered.",
            "messages",
        )

    def _table(self, result: Result, speak: Speaker) -> Table:
        names = (_("at once"), _("within an hour"), _("within a day"))
        rows = [
            (_("Expected {when}").format(when=name), speak.bare(key))
            for name, key in zip(names, EXPECTATIONS, strict=True)
        ]
        wait = "–" if result.facts["overloaded"] else speak("wait")
        rows += [
            (_("Your wait"), wait),
            (_("Time used"), "–" if "load" not in result else speak("load")),
            (_("Answering, a week"), speak("hours")),
            (_("Nearly full at, messages a week"), speak.bare("full_messages")),
        ]
        return Table(
            _("Share of people who expect an answer by then, and what you can do"),
            (_("What"), _("Figure")),
            tuple(rows),
        )
