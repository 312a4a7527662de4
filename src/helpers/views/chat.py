"""Live chat: how many are answered in time, by the number of people who answer."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _


class ChatView(CurveView):
    """Service level by people: nothing for long, then nearly everything."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        curve = result.facts["curve"]
        return [
            Panel(
                title=_("Share of chats answered in time"),
                x_label=_("people who answer"),
                x_end=curve.x[-1],
                y_end=1.0,
                lines=(Line("", curve.x, curve.lines["in_time"], palette.PEOPLE),),
                limits=(Limit(_("a usual aim"), result.value("good")),),
                here=(result.value("people"), result.value("in_time")),
                here_label=_("you"),
                percent=("y",),
            )
        ]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "calls": speak.plural("{number} chat", "{number} chats", "calls"),
            "people": speak.plural("{number} person", "{number} people", "people"),
            "target": speak("target"),
            "in_time": speak("in_time"),
            "traffic": speak("traffic"),
        }
        if result.facts["overloaded"]:
            headline = _("{people} cannot hold {calls} an hour: it is work for {traffic}.")
        else:
            headline = speak.plural(
                "{number} person answers {in_time} of {calls} an hour within {target}.",
                "{number} people answer {in_time} of {calls} an hour within {target}.",
                "people",
                **fields,
            )
        remarks = []
        if "enough" in result:
            remarks.append(
                speak.plural(
                    "The usual aim of contact centres takes {number} person.",
                    "The usual aim of contact centres takes {number} people.",
                    "enough",
                )
            )
        rows = [
            (_("Work, in full-time heads"), speak.bare("traffic")),
            (_("Share who wait"), speak.bare("waits")),
            (_("Answered in time"), speak.bare("in_time")),
        ]
        seconds = speak("seconds") if "seconds" in result else "–"
        rows.append((_("Average wait"), seconds))
        alt = _(
            "Line chart: share of chats answered within {target} by the number of people; "
            "with {people} it is {in_time}. The table below holds every figure."
        ).format(**fields)
        table = Table(_("Live chat at this staffing"), (_("What"), _("Figure")), tuple(rows))
        return speak.words(headline.format(**fields), table, alt, remarks)
