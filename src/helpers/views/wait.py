"""What is answered in time: the gaps between the looks of a week, and the number of messages."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.replies import EXPECTATIONS, TO_BE_ASKED
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _


class WaitView(CurveView):
    """Above, the teeth of a week: how long until the next look. Below, the share in time."""

    panel_height = 265

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        return [self._week(result), self._share(result)]

    @staticmethod
    def _week(result: Result) -> Panel:
        teeth = result.facts["teeth"]
        top = nice_limit(max(result.value("longest") if "longest" in result else 0.0, 24.0))
        promise = result.value("promise")
        title = _("Hours until our next look")
        if result.facts["states_hours"]:
            title = _("Hours that count until our next look")
        return Panel(
            title=title,
            x_label=_("day of writing (0: Monday, 0 h)"),
            x_end=teeth.x[-1],
            y_end=top,
            lines=(Line("", teeth.x, teeth.lines["wait"], palette.PEOPLE),),
            limits=(Limit(_("promised"), promise),) if promise <= top else (),
        )

    @staticmethod
    def _share(result: Result) -> Panel:
        curve = result.facts["curve"]
        here = None
        if not result.facts["overloaded"]:
            here = (result.value("messages"), result.value("in_time"))
        limits = []
        best = result.value("looks_in_time") if "looks_in_time" in result else 1.0
        if best < 0.97:  # a line at the very top would have its words on the curve
            limits.append(Limit(_("if every look answered all"), best))
        if result.value("full_messages"):
            limits.append(Limit(_("nearly full"), result.value("full_messages"), "x"))
        return Panel(
            title=_("Answered within the promise"),
            x_label=_("messages a week"),
            x_end=result.facts["top"],
            y_end=1.0,
            lines=(Line("", curve.x, curve.lines["in_time"], palette.PEOPLE),),
            limits=tuple(limits),
            here=here,
            here_label=_("you"),
            percent=("y",),
        )

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
            fields |= {"in_time": speak("in_time"), "wait": speak("wait")}
            headline = _(
                "{in_time} of the messages are answered within the promised {promise}; a "
                "customer waits {wait} on average."
            )
            if result.facts["states_hours"]:
                headline = _(
                    "{in_time} of the messages are answered within the promised {promise}; a "
                    "customer waits {wait} on average, counted on your days."
                )
        remarks = self._remarks(result, speak)
        table = self._table(result, speak)
        alt = _(
            "Two line charts. Above, the hours until our next look by the day on which a "
            "customer writes: a tooth for every gap between two looks. Below, the share of "
            "messages answered within the promise by messages a week: it falls slowly while the "
            "messages fit into the looks, and ends where they no longer do; you are at "
            "{messages} a week. The table below holds every figure."
        ).format(**fields)
        headline = headline.format(**fields)
        if "stand_in" in result.facts:
            headline = f"{headline} {self._away(result, speak)}"
        return speak.words(headline, table, alt, remarks)

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        remarks = []
        counts = not result.facts["overloaded"] and result.value("messages")
        if counts:
            parts = _(
                "Of this wait, {look} come from our looks and {queue} from the work that lies "
                "there."
            ).format(look=speak("look_part"), queue=speak("queue_part"))
            reason = _("The pile no longer fits into one look: here minutes decide.")
            if result.facts["looks_decide"]:
                reason = _("Mostly they wait for our next look, not for our fingers.")
            remarks.append(f"{parts} {reason}")
        if "longest" in result and result.value("messages"):
            gap = _("The longest gap between two looks is {longest}.")
            if result.facts["states_hours"]:
                gap = _("On the days that count, the longest gap between two looks is {longest}.")
            best = _(
                "If every look answered all that lies there, {best} would have their answer in "
                "time."
            ).format(best=speak("looks_in_time"))
            remarks.append(f"{gap.format(longest=speak('longest'))} {best}")
        if "load" in result:
            remarks.append(
                _(
                    "Answering takes {load} of the time set aside; from {full} on it is nearly "
                    "full."
                ).format(load=speak("load"), full=speak("full"))
            )
        if counts and result.facts["states_hours"]:
            remarks.append(
                speak.plural(
                    "You say in public on which days you answer, so only {number} day of the "
                    "week counts.",
                    "You say in public on which days you answer, so only {number} days of the "
                    "week count.",
                    "days",
                )
            )
        if "if_stated" in result and counts:
            remarks.append(
                _(
                    "Days without a look count in full: the customer does not know that nobody "
                    "is there. If you said in public on which days you answer, only those would "
                    "count: {stated} in time."
                ).format(stated=speak("if_stated"))
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
        def known(key: str) -> str:
            return speak(key) if key in result else "–"

        names = (_("at once"), _("within an hour"), _("within a day"))
        rows = [
            (_("Answered within the promise"), known("in_time")),
            (_("The same, if every look answered all"), known("looks_in_time")),
            (_("Average wait"), known("wait")),
            (_("Longest gap that counts"), known("longest")),
            (_("Time used"), known("load")),
            (_("Answering, a week"), speak("hours")),
            (_("Nearly full at, messages a week"), speak.bare("full_messages")),
        ]
        rows += [
            (_("Expected {when}, in one survey").format(when=name), speak.bare(key))
            for name, key in zip(names, EXPECTATIONS, strict=True)
        ]
        return Table(
            _("What you can promise, and what people expect"),
            (_("What"), _("Figure")),
            tuple(rows),
        )
