"""The verdict on a month of ads and the figure behind it, alike in headline and picture."""

from helpers.models import ads
from helpers.models.result import Result
from helpers.views.ads_remarks import AdsRemarks
from helpers.views.words import Speaker
from helpers.words.locale import _

NOT_WORTH, NEAR, BOTH, LEADS = "not worth", "near", "both", "leads"
"""Cases beside the narrow places: no budget is worth it; as much is left as at the best budget;
money and the telephone are narrow; more leads come than calls, and fewer ads leave more."""
CALLS = ads.TELEPHONE, BOTH, LEADS
"""The cases in which calls are too few."""
INSIDE = (*CALLS, ads.MONEY)
"""The cases that stand inside the funnel; each can be mended by hours or euros that are there."""


class AdsVerdict(AdsRemarks):
    """The narrow place, what is too much, or the best budget."""

    def case(self, result: Result) -> str:
        """What headline, picture and own task say alike: a narrow place of the model, or a case.

        Where the telephone is narrow, and another budget leaves more than longer calls do, that
        budget decides: more money, fewer leads, or simply less for ads.
        """
        if self.hardly_worth(result):
            return NOT_WORTH
        if self.near_best(result):
            return NEAR
        if not self.other_budget(result):
            return str(result.facts["narrow"])
        if result.value("best") > result.value("budget"):
            return BOTH
        return LEADS if result.value("leads") > result.value("capacity") else ads.PRICE

    def _names_best(self, result: Result) -> bool:
        """Whether headline and picture name the best budget beside the verdict."""
        return self.case(result) in (NEAR, BOTH, LEADS, ads.PRICE) or self.more_money(result)

    def _verdict(self, result: Result) -> str:
        """The narrow place, or what is too much: the same words in headline and picture."""
        named = {
            NOT_WORTH: _("No budget is worth it"),
            NEAR: _("Near the best budget"),
            BOTH: _("Narrow place: money and telephone"),
            LEADS: _("More leads than calls"),
            ads.TELEPHONE: _("Narrow place: the telephone"),
            ads.MONEY: _("Narrow place: money"),
            ads.IDLE: _("Too much time bought"),
            ads.NOWHERE: _("Best budget {budget}").format(budget=Speaker(result)("budget")),
        }
        return named.get(self.case(result), _("Too much for ads"))

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
