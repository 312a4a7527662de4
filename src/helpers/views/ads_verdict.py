"""The verdict on a month of ads and the figure behind it, alike in headline and picture."""

from helpers.models import ads
from helpers.models.result import Result
from helpers.views.ads_budget import AdsBudget
from helpers.views.ads_remarks import AdsRemarks
from helpers.views.words import Speaker
from helpers.words.locale import _


class AdsVerdict(AdsRemarks):
    """The narrow place, what is too much, or the best budget."""

    def _names_best(self, result: Result) -> bool:
        """Whether headline and picture name the best budget beside the verdict."""
        cases = (self.other_budget, self.too_much, self.near_best, self.more_money)
        return any(case(result) for case in cases)

    @staticmethod
    def _more_leads(result: Result) -> bool:
        """Whether more leads come than can be called, and fewer ads leave more than more calls."""
        many = "capacity" in result and result.value("leads") > result.value("capacity")
        return many and AdsBudget.other_budget(result)

    def _verdict(self, result: Result) -> str:
        """The narrow place, or what is too much: the same words in headline and picture."""
        narrow = result.facts["narrow"]
        if self.hardly_worth(result):
            return _("No budget is worth it")
        if self.near_best(result):
            return _("Near the best budget")
        if self.other_budget(result) and result.value("best") > result.value("budget"):
            return _("Narrow place: money and telephone")
        if self._more_leads(result):
            return _("More leads than calls")
        if narrow == ads.TELEPHONE and not self.other_budget(result):
            return _("Narrow place: the telephone")
        if narrow == ads.MONEY:
            return _("Narrow place: money")
        if narrow == ads.IDLE:
            return _("Too much time bought")
        if narrow == ads.NOWHERE:
            return _("Best budget {budget}").format(budget=Speaker(result)("budget"))
        return _("Too much for ads")

    def _why(self, result: Result, speak: Speaker) -> str:
        """What would leave more, in headline and picture: another place, budget or half hour."""
        if self.place_first(result):
            place = result.facts["place"]
            return _("{place} would leave {left}").format(
                place=self._tables.name("medium", place), left=speak(f"{place}.left")
            )
        narrow, time = result.facts["narrow"], result.facts["time"]
        if self.near_best(result):
            return speak("best")
        if self._names_best(result):
            return self.instead(result, speak)
        if narrow == ads.NOWHERE:
            return self._other_half_hour(result, time).format(
                best=speak("time_best"), left=speak("time_profit")
            )
        if narrow == ads.TELEPHONE:
            said = _("half an hour more would leave {left}")
            if round(result.value("longer_profit")) < 0:
                said = _("half an hour more would end at {left}")
            return said.format(left=speak("longer_profit"))
        if narrow == ads.IDLE:
            return self._less(result).format(saved=speak("idle_saves"))
        return _("one euro more earns {next}").format(next=speak("next_euro"))

    @staticmethod
    def _price(result: Result, speak: Speaker) -> str:
        """What a called lead, or an order, costs and earns, where that is less."""
        sentence = _("a called lead costs {price}, earns {worth}")
        if result.facts["sale"] == ads.SHOP:
            sentence = _("an order costs {price}, earns {worth}")
        return sentence.format(worth=speak("lead_worth"), price=speak("called_price"))

    @staticmethod
    def _too_dear(result: Result) -> bool:
        """Whether a called lead, or an order, costs more than it earns, as printed."""
        if result.facts["narrow"] != ads.PRICE or "called_price" not in result:
            return False
        return round(result.value("lead_worth")) < round(result.value("called_price"))

    @staticmethod
    def _less(result: Result) -> str:
        """What less bought time leaves more, for the same ads."""
        none = result.value("minutes") < ads.HALF_AN_HOUR
        if not round(result.value("idle_saves")):
            return (
                _("buying none leaves as much") if none else _("half an hour less leaves as much")
            )
        return _("buying none saves {saved}") if none else _("half an hour less saves {saved}")

    @staticmethod
    def _other_half_hour(result: Result, which: str) -> str:
        """Half an hour more, or less, at the telephone: at which budget, and what it leaves."""
        if which == ads.MORE:
            return _("half an hour more: {left} at {best}")
        if result.value("minutes") < ads.HALF_AN_HOUR:
            return _("no bought time: {left} at {best}")
        return _("half an hour less: {left} at {best}")
