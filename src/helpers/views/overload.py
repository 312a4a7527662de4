"""The point at which conversations outgrow the people who hold them."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words, written
from helpers.words.locale import _


class OverloadView(CurveView):
    """Load by followers, a straight line; where it is full, waits explode."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        curve = result.facts["curve"]
        network = result.facts["network"]
        top = nice_limit(10 * 1.1 * max(*curve.lines["load"], 1.0)) / 10
        here = None
        if "load" in result:
            here = (result.value("followers"), min(result.value("load"), top))
        limits = [Limit(_("nearly full"), result.value("full"))]
        if result.value("limit"):
            limit = result["limit"]
            limits.append(Limit(_("overload"), limit.value, "x", figure=written(limit)))
        return [
            Panel(
                title=_("Share of the answering time used"),
                x_label=_("followers"),
                x_end=curve.x[-1],
                y_end=top,
                lines=(Line("", curve.x, curve.lines["load"], self._tables.colour(network)),),
                limits=tuple(limits),
                here=here,
                here_label=self._you(result),
                percent=("y",),
            )
        ]

    @staticmethod
    def _you(result: Result) -> str:
        if "load" not in result:
            return ""
        return _("you: {figure}").format(figure=written(result["load"]))

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        network = self._tables.name("network", result.facts["network"])
        fields = {
            "network": network,
            "limit": speak.plural("{number} follower", "{number} followers", "limit"),
            "full": speak("full"),
            "followers": speak("followers"),
            "minutes": speak("minutes_a_day"),
            "days": speak.plural("{number} day", "{number} days", "days"),
            "messages": speak.plural(
                "{number} message a week stays", "{number} messages a week stay", "messages"
            ),
        }
        if result.facts["idle"]:
            headline = _("Nobody has time to answer on {network}: {messages} unanswered.")
        elif result.value("followers") > result.value("limit"):
            headline = _(
                "On {network} {full} of your people's time is used at {limit}, and you "
                "have {followers}."
            )
        else:
            headline = _(
                "On {network} {full} of your people's time is used at {limit}; you are "
                "at {followers}."
            )
        rows = [
            (_("Messages a week"), speak.bare("messages")),
            (_("Answering, a week"), speak("hours")),
            (_("Load"), speak.bare("load") if "load" in result else "–"),
            (_("Followers at overload"), speak.bare("limit")),
        ]
        remarks = [
            _(
                "The message rates are counts of larger brands from long ago: take the order of "
                "magnitude, and count two weeks of your own."
            )
        ]
        alt = _(
            "Line chart: load by followers on {network}, a straight line that reaches the limit "
            "at {limit} with {minutes} a day on {days} a week. The table below holds "
            "every figure."
        ).format(**fields)
        table = Table(
            _("Conversations and the time for them"), (_("What"), _("Figure")), tuple(rows)
        )
        return speak.words(headline.format(**fields), table, alt, remarks)
