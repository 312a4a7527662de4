"""What the funnel of ads says: headline, labels and the table of media."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers.models import ads
from helpers.models.result import Result
from helpers.views.ads_verdict import BOTH, CALLS, INSIDE, LEADS, NEAR, NOT_WORTH, AdsVerdict
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _
from helpers.words.units import NO_BREAK


@dataclass(frozen=True)
class Label:
    """A line in the picture; ``colour`` is a key of the theme."""

    said: str
    bold: bool = False
    colour: str = "ink"


class AdsWords(AdsVerdict):
    """Words of the funnel, all quoted from one result."""

    # In the picture -------------------------------------------------------------------

    def labels(self, result: Result) -> tuple[list[Label], list[Label], list[Label]]:
        """What stands under the leads, at the door, and at the end of the funnel."""
        speak, case = Speaker(result), self.case(result)
        first, door = [], []
        if case == ads.MONEY:
            first.append(self._bold(result))
        if self.spills(result):
            wasted = _("{wasted} nobody calls").format(wasted=speak.bare("wasted"))
            euros = _("they cost {euros}").format(euros=speak("spilled"))
            # The narrow place is what stands out.
            alone = result.facts["narrow"] == ads.TELEPHONE
            first += [Label(said, alone, "missing") for said in (wasted, euros)]
        if result.facts["sale"] != ads.SHOP:
            if case in (ads.IDLE, *CALLS):
                door.append(self._bold(result))
            door.append(Label(self._calls(result, speak)))
        return first, door, list(self._end(result, speak))

    def _calls(self, result: Result, speak: Speaker) -> str:
        if not result.value("capacity"):
            return _("telephone: nobody calls")
        if not self.spills(result) and result.value("spare") >= 0.05:
            return speak.plural(
                "telephone: room for {number} more call a month",
                "telephone: room for {number} more calls a month",
                "spare",
            )
        calls = speak.plural("{number} call", "{number} calls", "capacity")
        said = _("{calls} a month")
        if result.value("spare") >= 0.05:
            said = _("{calls}, {spare} free in quiet weeks")
        said = said.format(calls=calls, spare=speak.bare("spare"))
        if self.case(result) in CALLS:  # named in the line above
            return _("time for {said}").format(said=said)
        return _("telephone: {said}").format(said=said)

    def _bold(self, result: Result) -> Label:
        """The verdict of the headline; the name of one place is not broken over two lines."""
        said, colon, place = self._verdict(result).partition(": ")
        if place.count(" ") == 1:
            place = place.replace(" ", NO_BREAK)
        return Label(said + colon + place, bold=True)

    def _end(self, result: Result, speak: Speaker) -> Iterator[Label]:
        """What a lead earns and costs where that decides; what is left; how often nobody comes."""
        case = self.case(result)
        if case not in (ads.IDLE, *INSIDE):
            yield self._bold(result)
        said = _("earned {earned}, paid {cost}")
        said = said.format(earned=speak("earned"), cost=speak("cost"))
        place_first = self.place_first(result)
        if self._too_dear(result):
            said = self._price(result, speak)
        elif case == ads.IDLE and not place_first:
            said = self._why(result, speak)
        yield Label(said)
        yield Label(self._outcome(result, speak), True, self._colour_of(result))
        yield Label(self.taken_off(result, speak))
        other_time = case == ads.NOWHERE and result.facts["time"]
        if self._names_best(result) and not place_first:
            yield Label(self.instead(result, speak))
        elif place_first or other_time or case in INSIDE:
            yield Label(self._why(result, speak))
        if "none_comes" in result:
            sentence = _("months without a new customer: {none}")
            yield Label(sentence.format(none=speak("none_comes")))

    @staticmethod
    def _colour_of(result: Result) -> str:
        if AdsWords.loses(result):
            return "missing"
        # Green is what pays the hours of running them, too.
        return "good" if result.value("profit") >= result.value("own_hours") else "soft"

    # In the picture and above it ------------------------------------------------------

    @staticmethod
    def _outcome(result: Result, speak: Speaker) -> str:
        said = _("{size} lost") if AdsWords.loses(result) else _("{size} left")
        return said.format(size=speak("size"))

    # Beside it ------------------------------------------------------------------------

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        table = self._table(result, speak)
        alt = _("No block is drawn, as no lead comes.")
        if result.value("leads"):
            alt = _(
                "Funnel of four blocks, as high as people pass in a month: {leads}, "
                "{called} of them called through a door in a wall; {could} could buy, and "
                "{extra} come on top. What nobody calls is red and stops at the wall: {wasted}."
            )
            if result.facts["sale"] == ads.SHOP:
                alt = _(
                    "Funnel of two blocks, as high as people pass in a month: {leads}, {extra}."
                )
            alt = alt.format(**self._fields(result, speak))
        remarks, further = list(self.remarks(result, speak)), list(self.further(result, speak))
        return speak.words(headline, table, alt, remarks, further)

    @staticmethod
    def _fields(result: Result, speak: Speaker) -> dict[str, str]:
        """The figures of the funnel, ready for a sentence."""
        fields = {}
        leads = speak.plural("{number} lead", "{number} leads", "leads")
        if result.facts["sale"] == ads.SHOP:
            leads = speak.plural("{number} order", "{number} orders", "leads")
        else:
            fields |= {key: speak(key) for key in ("called", "could", "wasted")}
        extra = speak.plural("{number} new customer", "{number} new customers", "extra")
        return {**fields, "leads": leads, "extra": extra}

    def place(self, result: Result) -> Words:
        """Only the narrow place, as a sentence above a picture of something else.

        Where hours are missing it comes after these, which are narrower than any place of the ads.
        """
        speak, short = Speaker(result), self.lacks_hours(result)
        words, narrow = self.words(result), result.facts["narrow"]
        case, time = self.case(result), result.facts["time"]
        if case == ads.NOTHING:
            said = words.headline
        elif case == NOT_WORTH:
            said = _("No budget for these ads is worth the trouble.")
        elif case == LEADS:
            said = _("The ads bring more leads than you can call.")
        elif case == BOTH:
            said = _("Money and the telephone are the narrow places of the ads.")
        elif case == ads.TELEPHONE and not self.spills(result):
            said = _("The telephone is the narrow place of the ads.")
        elif case == ads.TELEPHONE:
            said = speak.plural(
                "The telephone is the narrow place of the ads: {number} lead spills.",
                "The telephone is the narrow place of the ads: {number} leads spill.",
                "wasted",
            )
        elif case == NEAR:
            said = _("This is near the budget at which most is left by the ads.")
        elif case == ads.MONEY:
            said = _("Money is the narrow place of the ads.")
        elif case == ads.NOWHERE and time == ads.LESS:
            said = _("At this budget most is left by the ads, unless less time is bought.")
        elif case == ads.NOWHERE and time:
            said = _("At this budget most is left by the ads, unless more time is bought.")
        elif case == ads.NOWHERE:
            said = _("At this budget most is left by the ads.")
        elif case == ads.IDLE:
            said = _("More time at the telephone is bought for the ads than pays.")
        else:
            said = _("More is spent on ads than pays.")
        if short and case in (*INSIDE, NEAR, ads.NOWHERE):  # else less is to be done
            said = _("Find these hours first. {said}").format(said=said)
        remarks: list[str] = []
        if narrow != ads.NOTHING:
            remarks.append(words.headline)
            if self.elsewhere(result):
                remarks.append(self.other_place(result, speak))
            if "best" in result and case != NOT_WORTH:
                remarks.append(self.most(result, speak))
            if self._lacks_cash(result):
                remarks.append(self._cash(result, short))
            if "ads_wages" in result:
                remarks.append(self._wages(result, speak))
        quoted = (*words.quoted, *speak.quoted)
        return replace(words, headline=said, remarks=tuple(remarks), quoted=quoted)

    def _wages(self, result: Result, speak: Speaker) -> str:
        """What is left where own hours are paid, too: they may turn a gain into a loss."""
        after, best = (round(result.value(key)) for key in ("after_wages", "paid_left"))
        pays = best >= 0 and result.value("paid_best") >= 1
        sentence = _("Own hours for {work}, if paid, cost {wages} a month: {after} would be left.")
        if after < 0 and not pays:
            sentence = _(
                "Own hours for {work}, if paid, cost {wages} a month: it would end at "
                "{after}, and no budget for these ads would pay for them."
            )
        elif after < 0:
            sentence = _(
                "Own hours for {work}, if paid, cost {wages} a month: it would end at "
                "{after}; at {best} of ads {left} would be left."
            )
        elif pays and best > after:
            sentence = _(
                "Own hours for {work}, if paid, cost {wages} a month: {after} would be "
                "left; at {best} of ads {left}."
            )
        work = _("ads") if result.facts["sale"] == ads.SHOP else _("ads and calls")
        fields = {"work": work, "wages": speak("ads_wages"), "after": speak("after_wages")}
        if pays and best > after:
            fields |= {"best": speak("paid_best"), "left": speak("paid_left")}
        return sentence.format(**fields)

    @staticmethod
    def lacks_hours(result: Result) -> bool:
        """Whether a plan that pays for the ads lacks hours, by the rule of its own picture."""
        return bool(result.value("leads")) and result.facts.get("verdict") == "short"

    def _cash(self, result: Result, short: bool) -> str:
        """The budget at which most is left is not paid by the cash that there is."""
        if short:
            return _("Your cash is short, too: it does not pay for the budget that leaves most.")
        if self.at_best(result):
            return _("Your cash comes first: it does not pay for this budget.")
        return _("Your cash comes first: it does not pay for that budget.")

    @staticmethod
    def _lacks_cash(result: Result) -> bool:
        """Whether there are no euros for the budget at which most is left."""
        if "euros_gap" not in result or "best" not in result or result.value("best") < 1:
            return False
        if not result.facts["worth"]:
            return False
        more = result.value("best") - result.value("budget")
        return result.value("euros_gap") + more > 0

    def _headline(self, result: Result, speak: Speaker) -> str:
        """How many are called and new, how often nobody is, what is left, what is narrow."""
        if not result.value("leads"):
            sentence = _("{budget} a month for ads: nobody comes by them.")
            if self.loses(result):  # time is bought for calls
                sentence = _("{budget} a month for ads: nobody comes by them, {outcome}.")
            return sentence.format(budget=speak("budget"), outcome=self._outcome(result, speak))
        fields = self._fields(result, speak)
        narrow, time = result.facts["narrow"], result.facts["time"]
        place_first = self.place_first(result)
        if "none_comes" in result and "months_between" in result:  # the mean alone misleads most
            said = _("{extra} (none: {none} of months)")
            fields["extra"] = said.format(extra=fields["extra"], none=speak("none_comes"))
        passed = _("{called} of {leads} called: {extra}")
        if result.facts["sale"] == ads.SHOP:
            passed = _("{leads}: {extra}")
        hardly = self.hardly_worth(result)
        if narrow != ads.NOWHERE or hardly:  # else the verdict tells it
            said = _("{passed}, {outcome}")
            outcome = self._outcome(result, speak)
            passed = said.format(passed=passed.format(**fields), outcome=outcome)
        told = place_first or (not hardly and (time or self._names_best(result)))
        silent = (narrow == ads.NOWHERE or hardly) and not told
        said = _("{passed}. {verdict}: {why}.")
        if hardly and silent:
            said = _("{passed}. {verdict}.")
        elif narrow == ads.NOWHERE and not hardly:
            said = _("{passed}. {verdict}: {outcome}; {why}.")
            if silent:
                said = _("{passed}. {verdict}: {outcome}.")
        elif place_first or ": " in self._verdict(result):
            said = _("{passed}. {verdict}; {why}.")
        why = "" if silent else self._why(result, speak)
        return said.format(
            passed=passed.format(**fields),
            verdict=self._verdict(result),
            outcome=self._outcome(result, speak),
            why=why,
        )

    @staticmethod
    def _nobody(medium: str, result: Result, speak: Speaker) -> str:
        """How many months bring nobody; where many are expected, hardly one does."""
        if f"{medium}.none" in result:
            return speak(f"{medium}.none")
        if not result.value(f"{medium}.customers"):
            return _("all of them")
        return _("at most {share}").format(share=speak("none_most"))

    @staticmethod
    def _at_its_best(medium: str, result: Result, speak: Speaker) -> str:
        said = _("{left} at {best}")
        if not result.value(f"{medium}.best"):
            said = _("{left} without ads")
            return said.format(left=speak(f"{medium}.left"))
        return said.format(left=speak(f"{medium}.left"), best=speak(f"{medium}.best"))

    def _table(self, result: Result, speak: Speaker) -> Table:
        shop = result.facts["sale"] == ads.SHOP
        rows = []
        for medium in self._tables.keys("medium"):
            called = () if shop else (speak.bare(f"{medium}.called"),)
            rows.append(
                (
                    self._tables.name("medium", medium),
                    speak.bare(f"{medium}.leads"),
                    *called,
                    speak.bare(f"{medium}.customers"),
                    self._nobody(medium, result, speak),
                    speak.bare(f"{medium}.profit"),
                    self._at_its_best(medium, result, speak),
                )
            )
        calls = () if shop else (_("Called"),)
        header = (
            _("The same euros in"),
            _("Orders") if shop else _("Leads"),
            *calls,
            _("New customers"),
            _("Months without a new customer"),
            _("Left {off}").format(off=self.taken_off(result, speak)),
            _("Left at its own best budget"),
        )
        caption = _(
            "A month on average, without those who would have come anyway: each medium at its own "
            "price, all judged alike"
        )
        return Table(caption, header, tuple(rows))
