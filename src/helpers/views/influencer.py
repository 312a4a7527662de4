"""Does an influencer campaign pay? Her visitors as dots, beside those of the same fee in ads."""

from collections.abc import Iterator, Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.dots import DotRow, DotsView
from helpers.views.words import Speaker, Table, Words, bare, written
from helpers.words import locale
from helpers.words.locale import _

HARDLY = 0.05
"""Fewer new buyers print as less than a tenth of one."""


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
        hers_buy, bought = result.value("buyers"), result.value(f"{medium}.customers")
        return (
            DotRow(bare(hers), word, (price,), hers.value, hers_buy, self._colour,
                   hers_buy > bought),
            DotRow(bare(by_ads), more, (there,), by_ads.value, bought, palette.SHARED,
                   bought >= hers_buy),
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
        """Visitors and new buyers of both ways, as visitors alone may mislead."""
        fee = speak("fee")
        if not result.value("views"):
            return _("Nobody sees this campaign: {fee} buys nothing.").format(fee=fee)
        visitors = speak.plural("{number} visitor", "{number} visitors", "visitors")
        buyers = self._buyers(result, speak)
        if not result.value("fee"):
            return _("This campaign costs nothing and brings {visitors} and {buyers}.").format(
                visitors=visitors, buyers=buyers
            )
        medium, by_ads = result.facts["medium"], speak.bare("ads_visitors")
        ads = self._tables.name("medium", medium)
        if self._alike(result):
            sentence = _(
                "For {fee} the influencer brings {visitors}, {ads} {by_ads}; {outcome}, ads end at "
                "{left}."
            )
            outcome, left = self._outcome(result, speak), speak(f"{medium}.profit")
            return sentence.format(
                fee=fee, visitors=visitors, ads=ads, by_ads=by_ads, outcome=outcome, left=left
            )
        more = speak.bare(f"{medium}.customers")
        if result.value(f"{medium}.customers") < HARDLY:
            more = _("hardly any")
        sentence = _(
            "For {fee} the influencer brings {visitors} and {buyers}; {ads} {by_ads} and {more}."
        )
        return sentence.format(
            fee=fee, visitors=visitors, buyers=buyers, ads=ads, by_ads=by_ads, more=more
        )

    @staticmethod
    def _buyers(result: Result, speak: Speaker) -> str:
        """New buyers on average; a small part of one is hardly any."""
        if 0 < result.value("buyers") < HARDLY:
            return _("hardly any new buyer")
        return speak.plural("{number} new buyer", "{number} new buyers", "buyers")

    @staticmethod
    def _alike(result: Result) -> bool:
        """Whether buyers of both ways print alike: then what is left tells them apart."""
        return bare(result["buyers"]) == bare(result[f"{result.facts['medium']}.customers"])

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        paid = bool(result.value("fee"))
        if not result.value("views"):
            if paid:
                left = speak(f"{result.facts['medium']}.profit")
                yield _("The same fee in ads ends at {left}.").format(left=left)
            return
        if "none_comes" in result:
            yield self._none(result, speak)
        if paid and not self._alike(result):  # else the headline says what is left
            left = speak(f"{result.facts['medium']}.profit")
            sentence = _("On average {outcome}; the same fee in ads ends at {left}.")
            yield sentence.format(outcome=self._outcome(result, speak), left=left)
        if paid and "needed" in result and "visit_price" in result:
            yield self._needed(result, speak) + self._turns(result, speak)

    @staticmethod
    def _none(result: Result, speak: Speaker) -> str:
        """How many campaigns bring nobody; and what one buyer leaves, where one pays for all."""
        fields = {"none": speak("none_comes")}
        sentence = _("{none} of such campaigns bring no new buyer.")
        if "pays_for" in result and result.value("fee"):
            fields["left"] = speak("one_leaves")
            sentence = _(
                "{none} of such campaigns bring no new buyer and lose the fee; with one new buyer "
                "{left} are left."
            )
        return sentence.format(**fields)

    @staticmethod
    def _needed(result: Result, speak: Speaker) -> str:
        """How many new buyers pay for the fee: whole ones."""
        if "pays_for" in result:
            return _("One new buyer pays for the campaign.")
        needed = speak.plural("{number} new buyer", "{number} new buyers", "whole_needed")
        return _("The campaign pays from {needed}.").format(needed=needed)

    @staticmethod
    def _turns(result: Result, speak: Speaker) -> str:
        """From how many visits on a new buyer costs no more than by an ad."""
        if "click_turn_views" not in result or result.value("click_turn_views") < 1:
            return ""
        if result.value("click_turn_views") > result.value("per_views"):
            return " " + _("No share of visits makes a new buyer as cheap as by ads.")
        return " " + speak.plural(
            "From {number} visit per {per} views a new buyer is as cheap as by ads.",
            "From {number} visits per {per} views a new buyer is as cheap as by ads.",
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
        if result.value("likely.high") - result.value("likely.low") == 1:
            between = _("{low} or {high}")
        buyers = between.format(low=speak.bare("likely.low"), high=speak.bare("likely.high"))
        left = between.format(low=speak("likely.worst"), high=speak("likely.best"))
        if speak.alike("likely.worst", "likely.best"):
            left = speak("likely.best")
        return [
            (_("New buyers of most campaigns"), buyers, "–"),
            (_("Left of most campaigns"), left, "–"),
        ]

    def _table(self, result: Result, speak: Speaker) -> Table:
        """The campaign from followers to buyers, and the same fee in ads, as 04 counts it."""
        medium = result.facts["medium"]
        price = speak("visit_price") if "visit_price" in result else "–"
        buyer_prices = [
            speak(key) if key in result else "–" for key in ("buyer_price", "ads_buyer_price")
        ]
        none, by_ads = (
            speak(key) if key in result else "–" for key in ("none_comes", f"{medium}.none")
        )
        rows = (
            (_("Followers"), speak.bare("followers"), "–"),
            (_("See it"), speak.bare("views"), "–"),
            (_("Visit"), speak.bare("visitors"), speak.bare("ads_visitors")),
            (_("Price of a visitor"), price, speak("ads_visit_price")),
            (
                _("Visitors who order") if result.facts["in_shop"] else _("Visitors who enquire"),
                speak("her_rate"),
                speak("rate"),
            ),
            (_("New buyers"), speak.bare("buyers"), speak.bare(f"{medium}.customers")),
            (_("Price of a new buyer"), *buyer_prices),
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
