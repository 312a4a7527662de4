"""What advice is worth, by our own odds, against its fee."""

from collections.abc import Iterator, Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result, Series, nice_limit
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words, written
from helpers.words.locale import _


class AdviceView(CurveView):
    """Perfect and the expert's information over the odds: nothing at the ends."""

    panel_height = 340

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        curve = result.facts["curve"]
        top = nice_limit(1.15 * max(*curve.lines["evpi"], result.value("fee"), 1.0))
        return [
            Panel(
                title=_("Worth of knowing first, euros"),
                x_label=_("our own odds of success"),
                x_end=1.0,
                y_end=top,
                lines=(
                    self._line(_("perfect"), curve, "evpi", palette.SHARED),
                    self._line(_("the expert"), curve, "evsi", palette.PEOPLE),
                ),
                limits=(Limit(_("fee"), result.value("fee"), figure=written(result["fee"])),),
                here=(result.value("odds"), result.value("evsi")),
                here_label=_("you: {figure}").format(figure=written(result["evsi"])),
                percent=("x",),
            )
        ]

    @staticmethod
    def _line(label: str, curve: Series, key: str, colour: str) -> Line:
        """A curve that is named at its top, where it is apart from the other, or at its end."""
        values = curve.lines[key]
        top = max(range(len(values)), key=values.__getitem__) if max(values) > min(values) else -1
        return Line(label, curve.x, values, colour, label_at=top)

    @staticmethod
    def _turns(result: Result, speak: Speaker) -> Iterator[str]:
        """Where the conclusion turns: how good the expert has to be, and at which odds to ask."""
        good, bad = "turns_sensitivity" in result, "turns_specificity" in result
        rates = {
            "good": speak("turns_sensitivity") if good else "",
            "bad": speak("turns_specificity") if bad else "",
        }
        if good and bad:
            said = _(
                "Nobody publishes how often advisers are right. At this fee asking pays once he "
                "sees {bad} of the bad cases, or {good} of the good ones."
            )
        elif bad:
            said = _(
                "Nobody publishes how often advisers are right. At this fee asking pays once he "
                "sees {bad} of the bad cases."
            )
        elif good:
            said = _(
                "Nobody publishes how often advisers are right. At this fee asking pays once he "
                "sees {good} of the good cases."
            )
        else:
            said = _("However good the expert is, his answer cannot be worth this fee to you.")
        yield said.format(**rates)
        if "asks_from" in result:
            said = _("Such an expert is worth the fee if your odds lie between {low} and {high}.")
            yield said.format(low=speak("asks_from"), high=speak("asks_to"))
        else:
            yield _("At no odds is such an expert worth this fee.")

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "evsi": speak("evsi"),
            "fee": speak("fee"),
            "net": speak("net_size"),
            "evpi": speak("evpi"),
            "odds": speak("odds"),
            "good": speak("after_good"),
            "bad": speak("after_bad"),
            "opening": speak("opening_size"),
        }
        if not result.facts["turns"]:
            headline = _("No answer could change your mind, so the advice is worth nothing to you.")
        elif speak.alike("evsi", "fee"):
            headline = _("The advice is worth {evsi}, as much as its fee: ask or not, as you like.")
        elif result.facts["buy"]:
            headline = _("The advice is worth {evsi}, {net} more than its fee: ask.")
        else:
            headline = _("The advice is worth {evsi}, {net} less than its fee: decide without it.")
        sentence = _("At odds of {odds} opening loses {opening} on average: as a bet alone, wait.")
        if not round(result.value("opening")):
            sentence = _("At odds of {odds} opening wins as much as it loses: it is all the same.")
        elif result.facts["opens"]:
            sentence = _("At odds of {odds} opening is worth {opening}: as a bet alone, open.")
        remarks = [
            sentence.format(**fields),
            _(
                "After “good” the odds are {good}, after “leave it” {bad}. No answer is worth more "
                "than {evpi}, the worth of knowing for certain."
            ).format(**fields),
        ]
        remarks += self._turns(result, speak)
        if result.facts.get("about"):
            remarks.append(result.facts["about"])
        rows = (
            (_("Opening, as you see it"), speak.bare("opening")),
            (_("Knowing for certain"), speak.bare("evpi")),
            (_("The expert's answer"), speak.bare("evsi")),
            (_("The fee"), speak.bare("fee")),
            (_("He says “good”"), speak.bare("says_good")),
        )
        alt = _(
            "Line chart: worth of information over the odds, zero at both ends and highest where "
            "you are least sure; at your odds of {odds} the expert's answer is worth {evsi}, its "
            "fee is {fee}. The table below holds every figure."
        ).format(**fields)
        table = Table(_("Euros a year, before any answer"), (_("What"), _("Worth")), rows)
        return speak.words(headline.format(**fields), table, alt, remarks)
