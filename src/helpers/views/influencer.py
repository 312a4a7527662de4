"""Does an influencer campaign pay? Its profit by the share of visitors who buy."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.curve import CurveView, Line, Panel
from helpers.views.words import Speaker, Table, Words
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
                here_label=_("you"),
                percent=("x",),
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
        if not result.value("views"):
            headline = _("Nobody sees this campaign: {fee} buys nothing.")
        elif not round(result.value("profit")):
            headline = _("{fee} brings {buyers}: the campaign just pays for itself.")
        elif result.value("profit") > 0:
            headline = _("{fee} brings {buyers}: the campaign leaves {size}.")
        else:
            headline = _("{fee} brings {buyers}: the campaign costs {size} more than it earns.")
        remarks = []
        if "none_buys" in result:
            sentence = _(
                "That is an average: {none} such campaigns bring no buyer, and {fee} are gone."
            )
            remarks.append(sentence.format(none=speak("none_buys"), fee=fields["fee"]))
        if "needed" in result:
            fields["needed"] = speak.plural("{number} buyer", "{number} buyers", "needed")
            sentence = _("It pays from {needed}.")
            if "needed_rate" in result and result.value("needed_rate") <= 1:
                sentence = _("It pays from {needed}, that is {rate} of the visitors.")
                fields["rate"] = speak("needed_rate")
            elif "needed_rate" in result:
                sentence = _("It would need {needed}, more than visitors come.")
            remarks.append(sentence.format(**fields))
        fields["ads"] = speak.plural("{number} buyer", "{number} buyers", "ads_buyers")
        fields |= {"ads_profit": speak("ads_profit"), "profit": speak("profit")}
        if speak.alike("ads_profit", "profit"):
            sentence = _("In ads the same fee would do as much: {ads}.")
        elif speak.alike("ads_buyers", "buyers"):
            sentence = _(
                "In ads the same fee would bring as many buyers, and end at {ads_profit} instead "
                "of {profit}."
            )
        elif result.value("ads_profit") > result.value("profit"):
            sentence = _(
                "In ads the same fee would bring {ads} instead of {buyers}, at {ads_cpm} "
                "for a thousand views instead of {cpm}."
            )
        else:
            sentence = _(
                "It beats ads: there the same fee would bring {ads} instead of {buyers}, "
                "at {ads_cpm} for a thousand views against {cpm}."
            )
        remarks.append(sentence.format(ads_cpm=speak("ads_cpm"), cpm=speak("cpm"), **fields))
        bare = speak.bare
        rows = (
            (_("Influencer"), fields["visitors"], bare("buyers"), bare("cpm"), bare("profit")),
            (
                _("Same fee in ads"),
                bare("ads_visitors"),
                bare("ads_buyers"),
                bare("ads_cpm"),
                bare("ads_profit"),
            ),
        )
        header = (_("Campaign"), _("Visitors"), _("Buyers"), _("A thousand views"), _("Profit"))
        caption = _("One campaign; for ads, the rates and the share who buy of the lesson on ads")
        table = Table(caption, header, rows)
        alt = _(
            "Line chart: profit of the campaign and of the same fee in ads, by the share of "
            "visitors who buy; at your share the campaign brings {buyers} for {fee}. "
            "The table below holds the figures."
        ).format(**fields)
        return speak.words(headline.format(**fields), table, alt, remarks)
