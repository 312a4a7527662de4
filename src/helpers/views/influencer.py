"""Does an influencer campaign pay? Its profit by the share of visitors who buy."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.curve import CurveView, Line, Panel
from helpers.views.words import Speaker, Table, Words, written
from helpers.words.locale import _


class InfluencerView(CurveView):
    """The campaign and the same fee in ads, over the share of visitors who buy."""

    panel_height = 330

    def __init__(self, tables: Tables, network: str) -> None:
        self._tables, self._colour = tables, tables.colour(network)

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        curve = result.facts["curve"]
        every = [*curve.lines["influencer"], *curve.lines["ads"], 1.0]
        return [
            Panel(
                title=_("Profit of the campaign, euros"),
                x_label=_("visitors who buy"),
                x_end=curve.x[-1],
                y_start=-nice_limit(1.1 * max(-min(every), 0.08 * max(every))),
                y_end=nice_limit(1.15 * max(max(every), -0.25 * min(every))),
                lines=(
                    Line(
                        _("influencer"),
                        curve.x,
                        curve.lines["influencer"],
                        self._colour,
                    ),
                    Line(_("same fee in ads"), curve.x, curve.lines["ads"], palette.SHARED),
                ),
                here=(result.value("buy"), result.value("profit")),
                here_label=_("you: {figure}").format(figure=written(result["profit"])),
                percent=("x",),
                ends=not narrow,
            )
        ]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "fee": speak("fee"),
            "buyers": speak.plural("{number} buyer", "{number} buyers", "buyers"),
            "size": speak("size"),
            "views": speak("views"),
            "visitors": speak("visitors"),
        }
        few = "none_comes" in result
        if few:
            fields["none"] = speak("none_comes")
        if not result.value("views"):
            headline = _("Nobody sees this campaign: {fee} buys nothing.")
        elif not round(result.value("profit")):
            headline = _("{fee} brings {buyers}: the campaign just pays for itself.")
            if few:
                headline = _(
                    "{fee} a campaign: {none} bring no buyer; on average it just pays for itself."
                )
        elif result.value("profit") > 0:
            headline = _("{fee} brings {buyers}: the campaign leaves {size}.")
            if few:
                headline = _(
                    "{fee} a campaign: {none} bring no buyer, yet on average the campaign leaves "
                    "{size}."
                )
        else:
            headline = _("{fee} brings {buyers}: the campaign costs {size} more than it earns.")
            if few:
                headline = _(
                    "{fee} a campaign: {none} bring no buyer, and on average the campaign costs "
                    "{size} more than it earns."
                )
        remarks = self._likely(result, speak)
        if "pays_for" in result:
            sentence = speak.plural(
                "One buyer pays for {number} such campaign.",
                "One buyer pays for {number} such campaigns.",
                "pays_for",
            )
            if "needed_rate" in result and result.value("needed_rate") <= 1:
                sentence += " " + _("It pays if {rate} of the visitors buy.").format(
                    rate=speak("needed_rate")
                )
            remarks.append(sentence)
        elif "needed" in result:
            fields["needed"] = speak.plural("{number} buyer", "{number} buyers", "needed")
            sentence = _("It pays from {needed}.")
            if "needed_rate" in result and result.value("needed_rate") <= 1:
                sentence = _("It pays from {needed}, that is {rate} of the visitors.")
                fields["rate"] = speak("needed_rate")
            elif "needed_rate" in result:
                sentence = _("It would need {needed}, more than visitors come.")
            remarks.append(sentence.format(**fields))
        remarks += self._in_ads(result, speak, fields)
        table = self._table(result, speak, fields)
        alt = _(
            "Line chart: profit of the campaign and of the same fee in ads, by the share of "
            "visitors who buy; at your share the campaign brings {buyers} for {fee}. "
            "The table below holds the figures."
        ).format(**fields)
        return speak.words(headline.format(**fields), table, alt, remarks)

    @staticmethod
    def _likely(result: Result, speak: Speaker) -> list[str]:
        """Money as what happens in most campaigns, not as a fraction of a buyer."""
        if "none_comes" not in result or not result.value("likely.high"):
            return []
        if speak.alike("likely.worst", "likely.best"):
            return []
        sentence = speak.plural(
            "Most campaigns bring {low} to {number} buyer and end between {worst} and {best}.",
            "Most campaigns bring {low} to {number} buyers and end between {worst} and {best}.",
            "likely.high",
            low=speak("likely.low"),
            worst=speak("likely.worst"),
            best=speak("likely.best"),
        )
        return [sentence]

    def _in_ads(self, result: Result, speak: Speaker, fields: dict[str, str]) -> list[str]:
        """The same fee in the firm's own ads, and the guess on which the choice turns."""
        medium = result.facts["medium"]
        mine, theirs = "buyers", f"{medium}.customers"
        fields["ads"] = speak.plural("{number} buyer", "{number} buyers", theirs)
        fields |= {"medium": self._tables.name("medium", medium)}
        fields |= {"ads_profit": speak(f"{medium}.profit"), "profit": speak("profit")}
        if "visit_price" in result:
            fields |= {key: speak(key) for key in ("visit_price", "ads_visit_price")}
        if speak.alike(f"{medium}.profit", "profit"):
            sentence = _("{medium} would do as much for the same fee: {ads} on average.")
        elif speak.alike(theirs, mine):
            sentence = _(
                "{medium} would bring as many buyers for the same fee, and end at {ads_profit} "
                "instead of {profit}."
            )
        elif result.value(f"{medium}.profit") > result.value("profit"):
            sentence = _(
                "{medium} would do better with the same fee: on average {ads} instead of {buyers}."
            )
        else:
            sentence = _(
                "It beats your ads: {medium} would bring on average {ads} instead of {buyers}."
            )
        if "visit_price" in result:
            price = _("A visitor costs {visit_price} here, and {ads_visit_price} by an ad.")
            sentence = f"{sentence} {price}"
        remarks = [sentence.format(**fields)]
        if f"{medium}.quality" not in result:
            return remarks  # in a shop no lead is judged
        if "quality_alike" in result and 0.005 <= result.value("quality_alike") <= 1:
            sentence = _(
                "No source says how many leads from ads could buy; we guess {quality}. From about "
                "{turn} on, the ads bring more buyers."
            )
            remarks.append(
                sentence.format(quality=speak(f"{medium}.quality"), turn=speak("quality_alike"))
            )
        elif "quality_alike" in result:
            sentence = _(
                "No source says how many leads from ads could buy; we guess {quality}, but no "
                "share would change which of the two brings more."
            )
            remarks.append(sentence.format(quality=speak(f"{medium}.quality")))
        return remarks

    def _table(self, result: Result, speak: Speaker, fields: dict[str, str]) -> Table:
        """The campaign, and the same fee in each medium as the lesson on ads counts it."""
        none = speak("none_comes") if "none_comes" in result else "–"
        rows = [(_("Influencer"), speak.bare("buyers"), none, speak.bare("profit"))]
        for medium in self._tables.keys("medium"):
            never = f"{medium}.none"
            rows.append(
                (
                    self._tables.name("medium", medium),
                    speak.bare(f"{medium}.customers"),
                    speak(never) if never in result else "–",
                    speak.bare(f"{medium}.profit"),
                )
            )
        header = (_("The same fee for"), _("Buyers"), _("Bring nobody"), _("Profit"))
        caption = _(
            "Buyers and profit of one campaign on average; for ads a month, counted as in the "
            "lesson on ads, with the leads that you can call"
        )
        return Table(caption, header, tuple(rows))
