"""What stands beside the funnel of ads: budgets, likely months, and what it rests on."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models import ads
from helpers.models.result import Result
from helpers.views.ads_budget import AdsBudget
from helpers.views.words import Speaker
from helpers.words.locale import _

SELDOM = 1.5
"""Months from one new customer to the next, from which it is worth saying."""


class AdsRemarks(AdsBudget):
    """Remarks on a month of ads, all quoted from one result."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @staticmethod
    def spills(result: Result) -> bool:
        """Whether a reader sees that leads are left: the figure does not print as nought."""
        return "wasted" in result and result.value("wasted") > 0

    def remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What is left, where or by which euro more would be, and the budget that leaves most."""
        if not result.value("leads"):
            return
        yield self._left(result, speak)
        yield self._next(result, speak)
        if self.elsewhere(result):
            yield self.other_place(result, speak)
        elif "best" in result:
            yield self.most(result, speak)
        if self._open_time(result):
            yield self.other_time(result, speak)

    def further(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What those read who ask for more: likely months, guesses, where a sentence turns."""
        if not result.value("leads"):
            return
        if self.elsewhere(result) and "best" in result:
            yield self.most(result, speak)
        yield _("{share} of those who buy would have come without any ad.").format(
            share=speak("anyway")
        )
        if self.stepped(result):
            yield self._step(result, speak)
        if result.facts["sale"] == ads.SHOP:
            sentence = _(
                "Each order is taken to leave {contribution}: put in what one order leaves, not "
                "what a customer brings in a year."
            )
            yield sentence.format(contribution=speak("contribution"))
        if "minutes_cost" in result:
            sentence = _("The {minutes} more a week at the telephone are bought: {cost} a month.")
            yield sentence.format(minutes=speak("minutes"), cost=speak("minutes_cost"))
        said = self.at_best(result) and not self.elsewhere(result)
        if self._better_time(result) and not (self._open_time(result) or said):
            yield self.other_time(result, speak)
        if "none_comes" in result:
            yield from self._likely(result, speak)
        if self.spills(result):
            yield _(
                "Weeks are uneven: some bring nobody, others more leads than can be called. A lead "
                "that nobody calls in its week counts as lost."
            )
        if "unspilled" in result and not speak.alike("unspilled", "extra"):
            yield self._unspilled(result, speak)
        yield from self._guesses(result, speak)
        if "pays_for" in result:
            yield self._often(result, speak)
        elif "needed" in result:
            yield speak.plural(
                "To get {cost} back it takes {number} new customer a month.",
                "To get {cost} back it takes {number} new customers a month.",
                "needed",
                cost=speak("cost"),
            )

    def _open_time(self, result: Result) -> bool:
        """Whether the better half hour stands beside the picture: near the best, and at money.

        At the best budget itself it is said with it; another place comes before it.
        """
        beside = self.near_best(result) or result.facts["narrow"] == ads.MONEY
        if self.elsewhere(result):
            return False
        return beside and not self.at_best(result) and self._better_time(result)

    @staticmethod
    def _better_time(result: Result) -> bool:
        """Whether another half hour leaves more, at a budget that anybody would try."""
        if not result.facts["time"]:
            return False
        if not result.facts["worth"] and 0 <= result.value("time_profit") < result.value("running"):
            return False
        # Without ads nobody is called.
        return 1 <= result.value("time_best") <= result.value("tried_to")

    @staticmethod
    def _next(result: Result, speak: Speaker) -> str:
        """What one euro more earns: for ads, and for time to call them."""
        if result.facts["sale"] == ads.SHOP:
            sentence = _("One euro more for ads earns {next}.")
            return sentence.format(next=speak("next_euro"))
        sentence = _(
            "One euro more for ads earns {next}. Half an hour more of calls alone earns {call} for "
            "each euro."
        )
        if "euro_less" in result:
            sentence = _(
                "One euro more for ads earns {next}, one for calls {call}. One less for ads saves "
                "a whole euro and loses {next}."
            )
        return sentence.format(next=speak("next_euro"), call=speak("next_call"))

    @staticmethod
    def _step(result: Result, speak: Speaker) -> str:
        """The budget that is best once own hours are paid, which grow by steps."""
        sentence = _(
            "Own hours to run ads grow by steps: once they are paid, most is left at {best} of "
            "ads, {left}."
        )
        return sentence.format(best=speak("step_best"), left=speak("step_left"))

    @staticmethod
    def elsewhere(result: Result) -> bool:
        """Whether another medium would leave more, each at its own best budget, as printed."""
        return bool(result.value("leads")) and result.facts["place"] is not None

    @staticmethod
    def place_first(result: Result) -> bool:
        """Whether of all single steps another medium leaves most, more than longer calls."""
        if not AdsRemarks.elsewhere(result):
            return False
        longer = result.facts["narrow"] == ads.TELEPHONE and result.value("longer_profit")
        return round(result.value(f"{result.facts['place']}.left")) > round(longer)

    def other_place(self, result: Result, speak: Speaker) -> str:
        """What the best other medium would leave, by the guesses that are set, and this one."""
        here, place = result.facts["medium"], result.facts["place"]
        sentence = _(
            "Another place would leave more: {place} {left} at the best budget there, {best}; "
            "these ads {here} at theirs."
        )
        if not result.value(f"{here}.best"):
            sentence = _(
                "Another place would leave more: {place} {left} at the best budget there, {best}; "
                "no budget for these ads pays."
            )
        fields = {"place": self._tables.name("medium", place)}
        fields |= {"left": speak(f"{place}.left"), "best": speak(f"{place}.best")}
        if result.value(f"{here}.best"):
            fields["here"] = speak(f"{here}.left")
        return sentence.format(**fields)

    @staticmethod
    def _unspilled(result: Result, speak: Speaker) -> str:
        """What as many euros less for ads as are spilled would change: customers, and euros."""
        sentence = _(
            "Spilled euros cannot be cut out alone: {spilled} less for ads would bring {fewer} new "
            "customers instead of {extra}, and less would be left."
        )
        if speak.alike("unspilled_profit", "profit"):
            sentence = _(
                "Spilled euros cannot be cut out alone: {spilled} less for ads would bring {fewer} "
                "new customers instead of {extra}, and as much would be left."
            )
        elif result.value("unspilled_profit") > result.value("profit"):
            sentence = _(
                "Spilled euros cannot be cut out alone: {spilled} less for ads would bring {fewer} "
                "new customers instead of {extra}, though more euros would be left."
            )
        return sentence.format(
            spilled=speak("spilled"), fewer=speak.bare("unspilled"), extra=speak.bare("extra")
        )

    @staticmethod
    def taken_off(result: Result, speak: Speaker) -> str:
        """What is taken off what is left, and what is not: the same words wherever it stands."""
        said = _("after ads, before {hours} of own hours to run them")
        if "minutes_cost" in result:
            said = _("after ads and bought time, before {hours} of own hours to run them")
        return said.format(hours=speak("own_hours"))

    def _left(self, result: Result, speak: Speaker) -> str:
        named, lost = "firm" in result.facts, self.loses(result)
        sentence = _("New customers bring {earned}: {size} is left {off}.")
        if lost:
            sentence = _("New customers bring {earned}: {size} is lost {off}.")
        if named and lost:
            sentence = _("{firm}: new customers bring {earned}; {size} is lost {off}.")
        elif named:
            sentence = _("{firm}: new customers bring {earned}; {size} is left {off}.")
        fields = {key: speak(key) for key in ("earned", "size")}
        if named:
            fields["firm"] = result.facts["firm"]
        off = _("after ads; {net} with own hours for ads paid")
        if "minutes_cost" in result:
            off = _("after ads and bought time; {net} with own hours for ads paid")
        return sentence.format(off=off.format(net=speak("after_hours")), **fields)

    @staticmethod
    def _often(result: Result, speak: Speaker) -> str:
        """For how many such months one new customer pays, and how often one comes."""
        often = "months_between" in result and result.value("months_between") >= SELDOM
        if not often or not result.value("likely.high"):
            return speak.plural(
                "One new customer pays for {number} such month.",
                "One new customer pays for {number} such months.",
                "pays_for",
            )
        return speak.plural(
            "One new customer pays for {number} such month, but only one comes in {months}.",
            "One new customer pays for {number} such months, but only one comes in {months}.",
            "pays_for",
            months=speak.plural("{number} month", "{number} months", "months_between"),
        )

    @staticmethod
    def _likely(result: Result, speak: Speaker) -> Iterator[str]:
        """Money as what happens in most months, not as a fraction of a customer."""
        if not result.value("likely.high"):
            sentence = _("Hardly a month brings anybody.")
            fields = {}
            if "months_between" in result:
                sentence = _("Hardly a month brings anybody: only one comes in {months}.")
                fields["months"] = speak.plural(
                    "{number} month", "{number} months", "months_between"
                )
            yield sentence.format(**fields)
        elif not speak.alike("likely.worst", "likely.best"):
            yield speak.plural(
                "Most months bring {low} to {number} new customer and end between {worst} and "
                "{best}.",
                "Most months bring {low} to {number} new customers and end between {worst} and "
                "{best}.",
                "likely.high",
                low=speak("likely.low"),
                worst=speak("likely.worst"),
                best=speak("likely.best"),
            )

    def _guesses(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What moves the headline and hardly has a source, with the value at which it turns."""
        if "order_pays" in result:
            sentence = _(
                "{rate} of the visitors order. You get {cost} a month back if about {pays} or more "
                "do."
            )
            yield sentence.format(
                rate=speak("lead_rate"), cost=speak("cost"), pays=speak("order_pays")
            )
        if "quality_pays" not in result:
            return
        fields = {"share": speak("could_buy"), "pays": speak("quality_pays")}
        fields["cost"] = speak("cost")
        sentence = _(
            "No source says how many of these leads could buy; we guess {share}. You get {cost} a "
            "month back if about {pays} or more could."
        )
        if result.value("quality_pays") > 1:
            sentence = _(
                "No source says how many of these leads could buy; we guess {share}. Even if all "
                "could, {cost} a month would not come back."
            )
        yield sentence.format(**fields)
        if "quality_first" in result and result.value("quality_first") >= 0.005:
            yield self._rival(result, speak)

    @staticmethod
    def _as_many(result: Result, speak: Speaker) -> bool:
        """Whether the best other medium brings as many: 0.06 and 0.14 both print as 0.1."""
        keys = [f"{result.facts[name]}.customers" for name in ("medium", "rival")]
        here, there = (round(result.value(key), 2) for key in keys)
        return speak.alike(*keys) and (here == there or max(here, there) >= 1)

    def _rival(self, result: Result, speak: Speaker) -> str:
        """The best of the other media, and the share of our leads at which that turns."""
        medium, rival = result.facts["medium"], result.facts["rival"]
        turn = result.value("quality_first")
        if speak.alike(f"{medium}.profit", f"{rival}.profit"):
            sentence = _("{rival} would bring as much for the same euros.")
        elif self._as_many(result, speak):
            sentence = _("{rival} would bring about as many new customers for the same euros.")
        elif turn <= result.value("could_buy"):
            sentence = _(
                "{rival} would bring fewer new customers, as long as more than {turn} of these "
                "leads could buy."
            )
        elif turn <= 1:
            sentence = _(
                "{rival} would bring more for the same euros, unless more than {turn} of these "
                "leads could buy."
            )
            by = result.facts["ahead_by"]
            if by == ads.QUALITY:
                sentence = _(
                    "{rival} would bring more for the same euros, as more of its leads could buy: "
                    "unless more than {turn} of these could."
                )
            elif by == ads.CALLS and self.spills(result):
                sentence = _(
                    "{rival} would bring more for the same euros, as too many of these leads are "
                    "never called: unless more than {turn} of them could buy."
                )
        else:
            sentence = _(
                "{rival} would bring more for the same euros, even if all of these could buy."
            )
        return sentence.format(
            rival=self._tables.name("medium", rival), turn=speak("quality_first")
        )
