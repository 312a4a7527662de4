"""The best budget for ads in words: where it is, what it leaves, and whether it is worth it."""

from helpers.models import ads
from helpers.models.result import Result
from helpers.views.words import Speaker
from helpers.words.locale import _

IDLE_LESS = ads.IDLE, ads.LESS
"""Too much time is bought, and half an hour less leaves more at its own best budget."""


class AdsBudget:
    """Which budget would leave most, in headline, picture and remarks."""

    @staticmethod
    def loses(result: Result) -> bool:
        """Whether the month ends with a loss, as it is printed: €0 is none."""
        return round(result.value("profit")) < 0

    @staticmethod
    def at_best(result: Result) -> bool:
        """Whether most is left at this budget, as it is printed."""
        return "best" in result and round(result.value("budget")) == result.value("best") >= 1

    @staticmethod
    def _narrow_telephone(result: Result) -> bool:
        """Whether the telephone is narrow, beside a best budget that can be told.

        Not beyond what a control offers, as no trial tells what that brings; nor where nobody
        calls yet.
        """
        if result.facts["narrow"] != ads.TELEPHONE or not result.value("capacity"):
            return False
        return result.value("best") <= max(result.value("budget"), result.value("tried_to"))

    @staticmethod
    def other_budget(result: Result) -> bool:
        """Whether the telephone is narrow, and another budget leaves more than longer calls do."""
        if not AdsBudget._narrow_telephone(result):
            return False
        return round(result.value("best_profit")) > round(result.value("longer_profit"))

    @staticmethod
    def hardly_worth(result: Result) -> bool:
        """Whether the ads are what is narrow or too much, and no budget is worth the trouble."""
        narrow, time = result.facts["narrow"], result.facts["time"]
        of_ads = narrow in (ads.MONEY, ads.PRICE) or (narrow == ads.NOWHERE and not time)
        return of_ads and not result.facts["worth"] and result.value("best") >= 1

    @staticmethod
    def near_best(result: Result) -> bool:
        """Whether only the budget is not the best, and as much is left here, as it is printed."""
        if result.facts["narrow"] not in (ads.MONEY, ads.PRICE) or not result.facts["worth"]:
            return False
        if "best" not in result or not 1 <= result.value("best") <= result.value("tried_to"):
            return False
        return round(result.value("best_profit")) == round(result.value("profit"))

    @staticmethod
    def more_money(result: Result) -> bool:
        """Whether money is narrow, and the budget at which that ends can be told."""
        if result.facts["narrow"] != ads.MONEY or AdsBudget.hardly_worth(result):
            return False
        return "best" in result and result.value("best") <= result.value("tried_to")

    @staticmethod
    def stepped(result: Result) -> bool:
        """Whether less than the best budget leaves more once own hours to run ads are paid.

        Where the calls are paid, too, that is told in a sentence of its own.
        """
        return "step_best" in result and "ads_wages" not in result

    @staticmethod
    def instead(result: Result, speak: Speaker) -> str:
        """What the best budget would leave, in headline and picture."""
        if result.value("best") < 1:
            lost = AdsBudget.loses(result)
            return _("least is lost without ads") if lost else _("most is left without ads")
        if not result.facts["worth"]:
            return _("no budget is worth it")
        sentence = _("{best} of ads would leave {left}")
        if round(result.value("best_profit")) < 0:
            sentence = _("least is lost at {best} of ads: {left}")
        return sentence.format(best=speak("best"), left=speak("best_profit"))

    def most(self, result: Result, speak: Speaker) -> str:
        """The budget at which most is left; where there is none, that less loses less."""
        best, budget, time = result.value("best"), result.value("budget"), result.facts["time"]
        if best >= 1 and not result.facts["worth"]:
            sentence = _(
                "No budget for these ads is worth the trouble: own hours to run them would cost "
                "{running}, more than the best leaves."
            )
            return sentence.format(running=speak("running"))
        if AdsBudget.at_best(result):
            sentence = _("No other budget for ads leaves more.")
            if time:
                sentence = _(
                    "No other budget for ads leaves more; half an hour more at the telephone "
                    "would: {left}, at {best} of ads."
                )
            if time == ads.LESS:
                sentence = _(
                    "No other budget for ads leaves more; half an hour less at the telephone "
                    "would: {left}, at {best} of ads."
                )
                if result.value("minutes") < ads.HALF_AN_HOUR:
                    sentence = _(
                        "No other budget for ads leaves more; no bought time at all would: "
                        "{left}, at {best} of ads."
                    )
            if not time:
                return sentence
            return sentence.format(left=speak("time_profit"), best=speak("time_best"))
        if "capacity" in result and not result.value("capacity"):
            return _("Somebody must call first: until then no euro for ads earns anything.")
        if budget > best and best < 1:
            if AdsBudget.loses(result):
                return _("The less is spent here on ads, the less is lost.")
            return _("The less is spent here on ads, the more is left.")
        if best > max(budget, result.value("tried_to")):
            sentence = _(
                "Most is left above {end} of ads a month. Try it in small steps: the model knows "
                "only small trials."
            )
            return sentence.format(end=speak("tried_to"))
        sentence = _("Most is left at {best} of ads a month: {profit}.")
        if result.value("best_profit") < 0:
            sentence = _("The month ends best at {best} of ads: {profit}.")
        elif (result.facts["narrow"], time) == IDLE_LESS:
            sentence = _("With all this time most is left at {best} of ads: {profit}.")
        elif self._narrow_telephone(result) and not self.other_budget(result):
            sentence = _("With no more time for calls most is left at {best} of ads: {profit}.")
        fields = {}
        if self.other_budget(result) and best < budget:
            sentence = _(
                "Most is left at {best} of ads a month: {profit}. Half an hour more with today's "
                "ads would leave {longer}."
            )
            if round(result.value("longer_profit")) < 0:
                sentence = _(
                    "Most is left at {best} of ads a month: {profit}. Half an hour more with "
                    "today's ads would end at {longer}."
                )
            fields["longer"] = speak("longer_profit")
        return sentence.format(best=speak("best"), profit=speak("best_profit"), **fields)

    @staticmethod
    def other_time(result: Result, speak: Speaker) -> str:
        """What another half hour at the telephone would leave, at its own best budget."""
        sentence = _("With half an hour more at the telephone most is left at {best}: {left}.")
        if result.facts["time"] == ads.LESS:
            sentence = _("With half an hour less at the telephone most is left at {best}: {left}.")
            if result.value("minutes") < ads.HALF_AN_HOUR:
                sentence = _("With no time bought most is left at {best}: {left}.")
            if result.value("time_profit") < 0:
                sentence = _("With half an hour less, and {best} of ads, the month ends at {left}.")
                if result.value("minutes") < ads.HALF_AN_HOUR:
                    sentence = _(
                        "With no time bought, and {best} of ads, the month ends at {left}."
                    )
        return sentence.format(best=speak("time_best"), left=speak("time_profit"))
