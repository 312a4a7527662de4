"""What stands beside the funnel of ads: budgets, likely months, and what it rests on."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models import ads
from helpers.models.result import Result
from helpers.views.words import Speaker
from helpers.words.locale import _

SELDOM = 1.5
"""Months from one new customer to the next, from which it is worth saying."""


class AdsRemarks:
    """Remarks on a month of ads, all quoted from one result."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @staticmethod
    def spills(result: Result) -> bool:
        """Whether a reader sees that leads are left: the figure does not print as nought."""
        return "spilled_price" in result

    def remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What is left, in even weeks and in others, and which budget fills the telephone."""
        if not result.value("leads"):
            return
        yield self._left(result, speak)
        if "uneven.called" in result:
            yield self._uneven(result, speak)
            # Where more would be lost by filling the telephone, the better budget stands first.
            yield from (
                self._most(result, speak) if self._less(result) else self.budgets(result, speak)
            )
        else:
            sentence = _(
                "Each order is taken to leave {contribution}: put in what one order leaves, not "
                "what a customer brings in a year."
            )
            yield sentence.format(contribution=speak("contribution"))

    def further(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What those read who ask for more: likely months, guesses, where a sentence turns."""
        if not result.value("leads"):
            return
        if "minutes_cost" in result:
            sentence = _("The {minutes} more a week at the telephone are bought: {cost} a month.")
            yield sentence.format(minutes=speak("minutes"), cost=speak("minutes_cost"))
        if "none_comes" in result:
            yield from self._likely(result, speak)
        if result.facts["sale"] != ads.SHOP:
            yield from self._too_many(result, speak)
            yield from (
                self.budgets(result, speak) if self._less(result) else self._most(result, speak)
            )
        if self.spills(result):
            yield from self._dear(result, speak)
            yield from self._kept(result, speak)
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

    def budgets(self, result: Result, speak: Speaker) -> Iterator[str]:
        """The budget that fills the telephone; where leads too many pay, that they do."""
        filling = result.value("filling")
        if filling < 0.5:
            return
        fields = {"filling": speak("filling"), "profit": speak("filling_profit")}
        if self.spills(result) and self.pays_too_many(result):
            sentence = _(
                "In uneven weeks a few leads too many pay here: {now} against {profit} with the "
                "{filling} that would fill the telephone."
            )
            fields |= {"now": speak("uneven.profit"), "profit": speak("uneven.filling")}
        elif self.spills(result):
            sentence = _(
                "In even weeks {filling} would fill the telephone: {profit} left instead of {now}."
            )
            fields["now"] = speak("profit")
        else:
            sentence = _(
                "In even weeks it would take {filling} of ads a month to fill the telephone: "
                "{profit}."
            )
            if result.value("filling_profit") >= 0:
                sentence = _(
                    "In even weeks it would take {filling} of ads a month to fill the telephone, "
                    "and {profit} would be left."
                )
        yield sentence.format(**fields)

    @staticmethod
    def pays_too_many(result: Result) -> bool:
        """Whether this budget leaves more in uneven weeks than the one that fills the telephone."""
        return round(result.value("uneven.profit")) > round(result.value("uneven.filling"))

    @staticmethod
    def _less(result: Result) -> bool:
        """Whether a budget that leaves leads wanting is better than one that fills the telephone.

        There room is left at the telephone, and the best budget is one that can be spent.
        """
        most, filling = round(result.value("best")), round(result.value("filling"))
        return not AdsRemarks.spills(result) and result.value("least_trial") <= most < filling

    @staticmethod
    def _too_many(result: Result, speak: Speaker) -> Iterator[str]:
        """What uneven weeks do to the calls, and where in them more leads than calls pay."""
        yield _("In uneven weeks about {called} a month are called.").format(
            called=speak.plural("{number} lead", "{number} leads", "uneven.called")
        )
        few = result.value("uneven.best") > round(result.value("filling")) > 0
        better = round(result.value("uneven.best_profit")) > round(result.value("uneven.filling"))
        if few and better:
            yield _(
                "In uneven weeks a few leads too many pay: most is left at {best} a month, "
                "{profit}."
            ).format(best=speak("uneven.best"), profit=speak("uneven.best_profit"))

    @staticmethod
    def _dear(result: Result, speak: Speaker) -> Iterator[str]:
        """The last leads are the dearest."""
        if round(result.value("spilled_price")) > round(result.value("lead_price")):
            yield _(
                "The {spilled} spilled bought the dearest leads: {dear} each, {mean} on average."
            ).format(
                spilled=speak("spilled"),
                dear=speak("spilled_price"),
                mean=speak("lead_price"),
            )

    @staticmethod
    def _most(result: Result, speak: Speaker) -> Iterator[str]:
        """The budget at which most is left, where that is not the one that fills the telephone."""
        if speak.alike("best", "filling"):
            return
        fields = {key: speak(key) for key in ("best", "best_profit")}
        if result.value("best") >= result.value("least_trial"):
            sentence = _("In even weeks most would be left at {best} a month: {best_profit}.")
            yield sentence.format(**fields)
        elif result.value("profit") < 0 and result.value("budget") > result.value("best"):
            yield _("The less is spent here on ads, the less is lost.")

    @staticmethod
    def taken_off(result: Result) -> str:
        """What is taken off what is left, and what is not: the same words wherever it stands."""
        if "minutes_cost" in result:
            return _("after ads and bought time, before your own hours")
        return _("after ads, before your own hours")

    def _left(self, result: Result, speak: Speaker) -> str:
        named, lost = "firm" in result.facts, result.value("profit") < 0
        sentence = _("New customers earn {earned} for {cost}: {size} is left on average {off}.")
        if lost:
            sentence = _("New customers earn {earned} for {cost}: {size} is lost on average {off}.")
        if named and lost:
            sentence = _(
                "{firm}: new customers earn {earned} for {cost}; {size} is lost on average {off}."
            )
        elif named:
            sentence = _(
                "{firm}: new customers earn {earned} for {cost}; {size} is left on average {off}."
            )
        fields = {key: speak(key) for key in ("earned", "cost", "size")}
        if named:
            fields["firm"] = result.facts["firm"]
        return sentence.format(off=self.taken_off(result), **fields)

    @staticmethod
    def _uneven(result: Result, speak: Speaker) -> str:
        """The same month where some weeks bring nobody and others more than can be called."""
        lost = result.value("uneven.profit") < 0
        sentence = _("Weeks are uneven: some bring nobody, others many. Then about {size} is left.")
        if lost:
            sentence = _(
                "Weeks are uneven: some bring nobody, others many. Then about {size} is lost."
            )
        fields = {"size": speak("uneven.size")}
        spills, other = AdsRemarks.spills(result), not speak.alike("filling", "budget")
        stopped = (spills and AdsRemarks.pays_too_many(result)) or AdsRemarks._less(result)
        if other and not stopped and result.value("filling") >= 0.5:
            # Compared like the even weeks in the remark that follows.
            sentence = _(
                "Weeks are uneven: some bring nobody, others many. Then about {size} is left, and "
                "with {filling} of ads {there}."
            )
            if lost:
                sentence = _(
                    "Weeks are uneven: some bring nobody, others many. Then about {size} is lost; "
                    "with {filling} of ads the month ends at {there}."
                )
            fields |= {"filling": speak("filling"), "there": speak("uneven.filling")}
        return sentence.format(**fields)

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

    @staticmethod
    def _kept(result: Result, speak: Speaker) -> Iterator[str]:
        """From where on it would be right to pay for leads that nobody calls."""
        if "kept_turn" not in result:
            return
        if result.value("kept_turn") <= 1:
            sentence = _(
                "We count a lead that nobody calls as lost. If it kept more than {turn} of its "
                "worth, more of them would pay."
            )
            yield sentence.format(turn=speak("kept_turn"))
        else:
            yield _(
                "We count a lead that nobody calls as lost; but even if none were, one more would "
                "cost more than it earns."
            )

    def _guesses(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What moves the headline and hardly has a source, with the value at which it turns."""
        if "order_pays" in result:
            sentence = _(
                "{rate} of the visitors order. {cost} a month come back from about {pays} on."
            )
            yield sentence.format(
                rate=speak("lead_rate"), cost=speak("cost"), pays=speak("order_pays")
            )
        if "quality_pays" not in result:
            return
        fields = {"share": speak("could_buy"), "pays": speak("quality_pays")}
        fields["cost"] = speak("cost")
        sentence = _(
            "No source says how many of these leads could buy; we guess {share}. {cost} a "
            "month come back from about {pays} on."
        )
        if result.value("quality_pays") > 1:
            sentence = _(
                "No source says how many of these leads could buy; we guess {share}. Even if all "
                "could, {cost} a month would not come back."
            )
        yield sentence.format(**fields)
        if "quality_first" in result and result.value("quality_first") >= 0.005:
            yield self._rival(result, speak)

    def _rival(self, result: Result, speak: Speaker) -> str:
        """The best of the other media, and the share of our leads at which that turns."""
        medium, rival = result.facts["medium"], result.facts["rival"]
        turn = result.value("quality_first")
        if speak.alike(f"{medium}.profit", f"{rival}.profit"):
            sentence = _("{rival} would bring as much for the same euros.")
        elif turn <= result.value("could_buy"):
            sentence = _(
                "{rival} would bring less, as long as more than {turn} of these leads could buy."
            )
        elif turn <= 1:
            sentence = _(
                "{rival} would bring more for the same euros, unless more than {turn} of these "
                "leads could buy."
            )
            if self.spills(result):
                sentence = _(
                    "{rival} would bring more for the same euros, as too many of these leads find "
                    "no one to call them: unless more than {turn} of them could buy."
                )
        else:
            sentence = _(
                "{rival} would bring more for the same euros, even if all of these could buy."
            )
        return sentence.format(
            rival=self._tables.name("medium", rival), turn=speak("quality_first")
        )
