"""Does an influencer campaign pay? Her visitors as dots, beside those of the same fee in ads."""

from collections.abc import Iterator, Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.dots import DotRow, DotsView
from helpers.views.words import Speaker, Table, Words, bare, written
from helpers.words import locale
from helpers.words.locale import _


class InfluencerView(DotsView):
    """Visitors of one fee, a dot each, new buyers filled: from the campaign, and from ads."""

    def __init__(self, tables: Tables, network: str) -> None:
        self._tables, self._colour = tables, tables.colour(network)

    def rows(self, result: Result) -> Sequence[DotRow]:
        hers, by_ads = result["visitors"], result["ads_visitors"]
        price = _("no visitor for {fee}").format(fee=written(result["fee"]))
        if "visit_price" in result:
            price = _("{price} each; new buyers: {count}").format(
                price=written(result["visit_price"]), count=bare(result["buyers"])
            )
        medium = result.facts["medium"]
        there = _("{price} each; new buyers: {count}").format(
            price=written(result["ads_visit_price"]), count=bare(result[f"{medium}.customers"])
        )
        word = (_("visitors from the influencer"), _("from the influencer"))
        more = (_("visitors from ads"), _("from ads"))
        bought = result.value(f"{medium}.customers")
        return (
            DotRow(bare(hers), word, (price,), hers.value, result.value("buyers"), self._colour,
                   hers.value > by_ads.value),
            DotRow(bare(by_ads), more, (there,), by_ads.value, bought, palette.SHARED,
                   by_ads.value >= hers.value),
        )  # fmt: skip

    def foot(self, result: Result, per: int) -> Sequence[str]:
        fee = written(result["fee"])
        if per == 1:
            full = _("{fee} in each; a dot: one visitor; filled: a new buyer").format(fee=fee)
            return full, _("a dot: a visitor; filled: new buyer")
        count = locale.number(per)
        full = _("{fee} in each; a dot: {count} visitors; filled: new buyers").format(
            fee=fee, count=count
        )
        return full, _("a dot: {count} visitors").format(count=count)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        return speak.words(
            self._headline(result, speak),
            self._table(result, speak),
            self._alt(result, speak),
            list(self._remarks(result, speak)),
        )

    @staticmethod
    def _outcome(result: Result, speak: Speaker) -> str:
        """What is left of the fee on average."""
        if not round(result.value("profit")):
            return _("the campaign just pays for itself")
        if result.value("profit") > 0:
            return _("the campaign leaves {size}").format(size=speak("size"))
        return _("the campaign costs {size} more than it earns").format(size=speak("size"))

    def _headline(self, result: Result, speak: Speaker) -> str:
        fee = speak("fee")
        if not result.value("views"):
            return _("Nobody sees this campaign: {fee} buys nothing.").format(fee=fee)
        visitors = speak.plural("{number} visitor", "{number} visitors", "visitors")
        if not result.value("fee"):
            return _("This campaign costs nothing and brings {visitors}.").format(visitors=visitors)
        by_ads = speak.bare("ads_visitors")
        if "none_comes" in result:
            sentence = _(
                "{fee} buys {visitors} here, by ads {by_ads}; {none} such campaigns bring no new "
                "buyer."
            )
            return sentence.format(
                fee=fee, visitors=visitors, by_ads=by_ads, none=speak("none_comes")
            )
        sentence = _("{fee} buys {visitors} here, by ads {by_ads}; {outcome}.")
        outcome = self._outcome(result, speak)
        return sentence.format(fee=fee, visitors=visitors, by_ads=by_ads, outcome=outcome)

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        medium = result.facts["medium"]
        left = speak(f"{medium}.profit")
        if result.value("views") and ("none_comes" in result or not result.value("fee")):
            sentence = _("On average {outcome}; the same fee in ads ends at {left}.")
            yield sentence.format(outcome=self._outcome(result, speak), left=left)
        else:  # the headline says what is left of the campaign
            yield _("The same fee in ads ends at {left}.").format(left=left)
        needed = ""
        if "needed" in result:
            needed = speak.plural("{number} new buyer", "{number} new buyers", "needed")
        if needed and "visit_price" in result:
            sentence = _("It pays from {needed}; at these rates expect {buyers}.")
            if "pays_for" in result:
                sentence = _("One new buyer pays for it; at these rates expect {buyers}.")
            turns = self._turns(result, speak)
            yield sentence.format(needed=needed, buyers=speak.bare("buyers")) + turns

    @staticmethod
    def _turns(result: Result, speak: Speaker) -> str:
        """From how many visits on a visitor costs no more than by an ad."""
        if "click_turn_views" not in result or result.value("click_turn_views") < 1:
            return ""
        return " " + speak.plural(
            "From {number} visit per {per} views a visitor is as cheap as by ads.",
            "From {number} visits per {per} views a visitor is as cheap as by ads.",
            "click_turn_views",
            per=speak.bare("per_views"),
        )

    def _alt(self, result: Result, speak: Speaker) -> str:
        sentence = _(
            "Rows of dots: for {fee} the campaign brings {visitors}, {few} of them new buyers; ads "
            "bring {by_ads}, {more} of them new buyers."
        )
        return sentence.format(
            fee=speak("fee"),
            visitors=speak.plural("{number} visitor", "{number} visitors", "visitors"),
            few=speak.bare("buyers"),
            by_ads=speak("ads_visitors"),
            more=speak.bare(f"{result.facts['medium']}.customers"),
        )

    @staticmethod
    def _likely(result: Result, speak: Speaker) -> list[tuple[str, str, str]]:
        """Buyers and money of most campaigns, not as a fraction of a buyer."""
        if "likely.high" not in result or not result.value("likely.high"):
            return []
        between = _("{low} to {high}")
        buyers = between.format(low=speak.bare("likely.low"), high=speak.bare("likely.high"))
        left = between.format(low=speak("likely.worst"), high=speak("likely.best"))
        return [
            (_("New buyers of most campaigns"), buyers, "–"),
            (_("Left of most campaigns"), left, "–"),
        ]

    def _table(self, result: Result, speak: Speaker) -> Table:
        """The campaign from followers to buyers, and the same fee in ads, as 04 counts it."""
        medium = result.facts["medium"]
        price = speak("visit_price") if "visit_price" in result else "–"
        none, by_ads = (
            speak(key) if key in result else "–" for key in ("none_comes", f"{medium}.none")
        )
        rows = (
            (_("Followers"), speak.bare("followers"), "–"),
            (_("See it"), speak.bare("views"), "–"),
            (_("Visit"), speak.bare("visitors"), speak.bare("ads_visitors")),
            (_("Price of a visitor"), price, speak("ads_visit_price")),
            (_("New buyers"), speak.bare("buyers"), speak.bare(f"{medium}.customers")),
            (_("Campaigns without a new buyer"), none, by_ads),
            *self._likely(result, speak),
            (_("Left on average"), speak("profit"), speak(f"{medium}.profit")),
        )
        header = (_("For the same fee"), _("Influencer"), self._tables.name("medium", medium))
        caption = _(
            "One campaign, and a month of ads for the same fee. New buyers: without the {anyway} "
            "who would have come anyway, on both sides"
        ).format(anyway=speak("anyway"))
        return Table(caption, header, rows)
