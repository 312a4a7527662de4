"""What the funnel of ads says: headline, labels and the table of media."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers.models import ads
from helpers.models.result import Result
from helpers.views.ads_remarks import AdsRemarks
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _
from helpers.words.units import NO_BREAK


@dataclass(frozen=True)
class Label:
    """A line in the picture; ``colour`` is a key of the theme."""

    said: str
    bold: bool = False
    colour: str = "ink"


class AdsWords(AdsRemarks):
    """Words of the funnel, all quoted from one result."""

    # In the picture -------------------------------------------------------------------

    def labels(self, result: Result) -> tuple[list[Label], list[Label], list[Label]]:
        """What stands under the leads, at the door, and at the end of the funnel."""
        speak, narrow = Speaker(result), result.facts["narrow"]
        first, door = [], []
        if narrow == ads.MONEY:
            first += [self._narrow(_("money")), Label(self._bought(result, speak))]
        if self.spills(result):
            wasted = _("{wasted} nobody calls").format(wasted=speak.bare("wasted"))
            euros = _("{euros} spilled").format(euros=speak("spilled"))
            alone = narrow != ads.MONEY  # the narrow place is what stands out
            first += [Label(said, alone, "missing") for said in (wasted, euros)]
        if result.facts["sale"] != ads.SHOP:
            if narrow == ads.TELEPHONE:
                door.append(self._narrow(_("the telephone")))
            door.append(Label(self._calls(result, speak)))
        return first, door, list(self._end(result, speak))

    @staticmethod
    def _bought(result: Result, speak: Speaker) -> str:
        budget = speak("budget")
        if result.facts["sale"] == ads.SHOP:
            return speak.plural(
                "{budget} brings {number} order",
                "{budget} brings {number} orders",
                "leads",
                budget=budget,
            )
        return speak.plural(
            "{budget} brings {number} lead",
            "{budget} brings {number} leads",
            "leads",
            budget=budget,
        )

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
        if result.facts["narrow"] == ads.TELEPHONE:  # named in the line above
            return _("time for {said}").format(said=said)
        return _("telephone: {said}").format(said=said)

    @staticmethod
    def _narrow(place: str) -> Label:
        """Where most is lost; its name is not broken over two lines."""
        said = _("narrow place: {place}").format(place=place.replace(" ", NO_BREAK))
        return Label(said, bold=True)

    def _end(self, result: Result, speak: Speaker) -> Iterator[Label]:
        """What a lead earns and costs where that decides; what is left; how often nobody comes."""
        if result.facts["narrow"] == ads.PRICE:
            yield self._narrow(_("the price"))
        elif result.facts["narrow"] == ads.IDLE:
            yield Label(_("too much time bought"), bold=True)
        elif result.facts["narrow"] == ads.NOWHERE:
            least = result.value("profit") < 0
            yield Label(
                _("at this budget least is lost") if least else _("at this budget most is left"),
                bold=True,
            )
        if self.too_dear(result):
            sentence = _("a lead costs {price}, a call earns {worth}")
            if result.facts["sale"] == ads.SHOP:
                sentence = _("an order costs {price}, earns {worth}")
            yield Label(sentence.format(worth=speak("lead_worth"), price=speak("lead_price")))
        elif result.facts["narrow"] == ads.NOWHERE and result.facts["time"]:
            other = _("half an hour more: {left}")
            if result.facts["time"] == ads.LESS:
                other = _("half an hour less: {left}")
            yield Label(other.format(left=speak("time_profit")))
        else:
            sentence = _("earned {earned}, paid {cost}")
            yield Label(sentence.format(earned=speak("earned"), cost=speak("cost")))
        lost = result.value("profit") < 0
        said = _("{size} lost") if lost else _("{size} left")
        yield Label(said.format(size=speak("size")), True, "missing" if lost else "good")
        yield Label(self.taken_off(result))
        if "none_comes" in result:
            yield Label(_("months with nobody: {none}").format(none=speak("none_comes")))

    @staticmethod
    def too_dear(result: Result) -> bool:
        """Whether the price is the narrow place as a lead costs more than it earns, as printed."""
        if result.facts["narrow"] != ads.PRICE:
            return False
        return round(result.value("lead_worth")) < round(result.value("lead_price"))

    # Beside it ------------------------------------------------------------------------

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        table = self._table(result, speak)
        alt = _("No block is drawn, as no lead comes.")
        if result.value("leads"):
            alt = _(
                "Funnel of four blocks, as high as people pass in a month: {leads}, of whom "
                "{called} are called through a door in a wall, {could} could buy, and "
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
        fields = {key: speak(key) for key in ("budget", "lead_worth", "size")}
        leads = speak.plural("{number} lead", "{number} leads", "leads")
        if result.facts["sale"] == ads.SHOP:
            leads = speak.plural("{number} order", "{number} orders", "leads")
        else:
            fields |= {key: speak(key) for key in ("called", "could", "spilled", "wasted")}
        told = ("next_call", "time_profit", "idle_profit")
        fields |= {key: speak(key) for key in told if key in result}
        if "lead_price" in result:
            fields |= {key: speak(key) for key in ("lead_price", "next_euro")}
        if "none_comes" in result:
            fields["none"] = speak("none_comes")
        extra = speak.plural("{number} new customer", "{number} new customers", "extra")
        return {**fields, "leads": leads, "extra": extra}

    def place(self, result: Result) -> Words:
        """Only the narrow place, as the first sentence above a picture of something else."""
        speak = Speaker(result)
        words, narrow = self.words(result), result.facts["narrow"]
        if narrow == ads.NOTHING:
            said = words.headline
        elif narrow == ads.TELEPHONE and not self.spills(result):
            said = _("The telephone is the narrow place of the ads.")
        elif narrow == ads.TELEPHONE:
            said = speak.plural(
                "The telephone is the narrow place of the ads: {number} lead spills.",
                "The telephone is the narrow place of the ads: {number} leads spill.",
                "wasted",
            )
        elif narrow == ads.MONEY:
            said = _("Money is the narrow place of the ads.")
        elif narrow == ads.NOWHERE and result.facts["time"]:
            said = _("At this budget most is left by the ads, as long as nobody calls longer.")
        elif narrow == ads.NOWHERE:
            said = _("At this budget no place of the ads is narrow.")
        elif narrow == ads.IDLE:
            said = _("More time at the telephone is bought for the ads than pays.")
        else:
            said = _("The price of a lead is the narrow place of the ads.")
        remarks: list[str] = []
        if narrow != ads.NOTHING:
            remarks.append(words.headline)
            if "best" in result:
                remarks.append(self.most(result, speak))
        quoted = (*words.quoted, *speak.quoted)
        return replace(words, headline=said, remarks=tuple(remarks), quoted=quoted)

    def _headline(self, result: Result, speak: Speaker) -> str:
        """How many pass each door, the narrow place and what it costs; the chance of nobody."""
        if not result.value("leads"):
            sentence = _("{budget} a month for ads: no lead comes by them.")
            return sentence.format(budget=speak("budget"))
        fields = self._fields(result, speak)
        shop, narrow = result.facts["sale"] == ads.SHOP, result.facts["narrow"]
        passed = _("{leads}, {extra}") if shop else _("{leads}, {called} called, {extra}")
        if narrow == ads.TELEPHONE:
            said = _("{passed}. Narrow place: the telephone; {spilled} spilled")
            if not self.spills(result):
                said = _("{passed}. Narrow place: the telephone; a euro for it earns {next_call}")
        elif narrow == ads.MONEY:
            said = _("{passed}. Narrow place: money; one euro more earns {next_euro}")
        elif narrow == ads.NOWHERE:
            said = self._at_best(result)
        elif narrow == ads.IDLE:
            said = _("{passed}. Too much time for so few leads: less leaves {idle_profit}")
        elif not self.too_dear(result):
            said = _(
                "{passed}. Narrow place: the last leads' price; one euro more earns {next_euro}"
            )
        elif shop:
            said = _(
                "{passed}. Narrow place: the price; an order costs {lead_price}, earns {lead_worth}"
            )
        else:
            said = _(
                "{passed}. Narrow place: the price; leads cost {lead_price}, "
                "calls earn {lead_worth}"
            )
        said = said.format(passed=passed.format(**fields), **fields)
        if "none" in fields:
            sentence = _("{said}. Months with nobody: {none}.")
            return sentence.format(said=said, none=fields["none"])
        return _("{said}.").format(said=said)

    @staticmethod
    def _at_best(result: Result) -> str:
        """That no budget leaves more, and whether another half hour at the telephone would."""
        lost, time = result.value("profit") < 0, result.facts["time"]
        if not time and lost:
            return _("{passed}. No narrow place: at this budget least is lost, {size}")
        if not time:
            return _("{passed}. No narrow place: at this budget most is left, {size}")
        if time == ads.LESS and lost:
            return _(
                "{passed}. At this budget least is lost, {size}; less time leaves {time_profit}"
            )
        if time == ads.LESS:
            return _(
                "{passed}. At this budget most is left, {size}; less time leaves {time_profit}"
            )
        if lost:
            return _(
                "{passed}. At this budget least is lost, {size}; more calls leave {time_profit}"
            )
        return _("{passed}. At this budget most is left, {size}; more calls leave {time_profit}")

    @staticmethod
    def _nobody(medium: str, result: Result, speak: Speaker) -> str:
        """How many months bring nobody; where many are expected, hardly one does."""
        if f"{medium}.none" in result:
            return speak(f"{medium}.none")
        if not result.value(f"{medium}.customers"):
            return _("all of them")
        return _("fewer than one in ten")

    def _table(self, result: Result, speak: Speaker) -> Table:
        shop = result.facts["sale"] == ads.SHOP
        rows = []
        for medium in self._tables.keys("medium"):
            called = (
                () if shop else (speak.bare(f"{medium}.called"), speak.bare(f"{medium}.quality"))
            )
            rows.append(
                (
                    self._tables.name("medium", medium),
                    speak.bare(f"{medium}.leads"),
                    *called,
                    speak.bare(f"{medium}.customers"),
                    self._nobody(medium, result, speak),
                    speak.bare(f"{medium}.profit"),
                )
            )
        calls = () if shop else (_("Called"), _("Could buy"))
        header = (
            _("The same euros in"),
            _("Orders") if shop else _("Leads"),
            *calls,
            _("New customers"),
            _("Months with nobody"),
            _("Left {off}").format(off=self.taken_off(result)),
        )
        caption = _(
            "A month on average, without those who would have come anyway: each medium at its own "
            "price, all judged alike"
        )
        return Table(caption, header, tuple(rows))
