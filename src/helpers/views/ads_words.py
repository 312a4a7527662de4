"""What the funnel of ads says: headline, labels, remarks and the table of media."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.data.tables import Tables
from helpers.models import ads
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _
from helpers.words.units import NO_BREAK


@dataclass(frozen=True)
class Label:
    """A line in the picture; ``colour`` is a key of the theme."""

    said: str
    bold: bool = False
    colour: str = "ink"


class AdsWords:
    """Words of the funnel, all quoted from one result."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    # In the picture -------------------------------------------------------------------

    def labels(self, result: Result) -> tuple[list[Label], list[Label], list[Label]]:
        """What stands under the leads, at the door, and at the end of the funnel."""
        speak, narrow = Speaker(result), result.facts["narrow"]
        first, door = [], []
        if narrow == ads.MONEY:
            first.append(self._narrow(_("money")))
            first.append(Label(self._bought(result, speak)))
        elif self._spills(result):
            first += [
                Label(
                    _("{wasted} nobody calls").format(wasted=speak.bare("wasted")), True, "missing"
                ),
                Label(_("{euros} spilled").format(euros=speak("spilled")), True, "missing"),
            ]
        if result.facts["sale"] != ads.SHOP:
            if narrow == ads.TELEPHONE:
                door.append(self._narrow(_("the telephone")))
            door.append(Label(self._calls(result, speak)))
        return first, door, list(self._end(result, speak))

    @staticmethod
    def _spills(result: Result) -> bool:
        """Whether a reader sees that leads are left: the figure does not print as nought."""
        return "wasted" in result and result.value("wasted") >= 0.05

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
            return _("nobody calls")
        if not self._spills(result) and result.value("spare") >= 0.05:
            return speak.plural(
                "room for {number} more call a month",
                "room for {number} more calls a month",
                "spare",
            )
        return speak.plural("{number} call a month", "{number} calls a month", "capacity")

    @staticmethod
    def _narrow(place: str) -> Label:
        """Where most is lost; its name is not broken over two lines."""
        said = _("narrow place: {place}").format(place=place.replace(" ", NO_BREAK))
        return Label(said, bold=True)

    def _end(self, result: Result, speak: Speaker) -> Iterator[Label]:
        """What a lead earns and costs where that decides; what is left; how often nobody comes."""
        if result.facts["narrow"] == ads.PRICE:
            yield self._narrow(_("the price"))
            sentence = _("a called lead earns {worth}, costs {price}")
            if result.facts["sale"] == ads.SHOP:
                sentence = _("an order earns {worth}, costs {price}")
            yield Label(sentence.format(worth=speak("lead_worth"), price=speak("lead_price")))
        else:
            sentence = _("earned {earned}, spent {budget}")
            yield Label(sentence.format(earned=speak("earned"), budget=speak("budget")))
        lost = result.value("profit") < 0
        said = _("{size} lost") if lost else _("{size} left")
        yield Label(said.format(size=speak("size")), True, "missing" if lost else "good")
        if "none_comes" in result:
            yield Label(_("months with nobody: {none}").format(none=speak("none_comes")))

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
        return speak.words(headline, table, alt, list(self._remarks(result, speak)))

    @staticmethod
    def _fields(result: Result, speak: Speaker) -> dict[str, str]:
        """The figures of the funnel, ready for a sentence."""
        fields = {key: speak(key) for key in ("budget", "lead_worth", "earned", "size")}
        leads = speak.plural("{number} lead", "{number} leads", "leads")
        if result.facts["sale"] == ads.SHOP:
            leads = speak.plural("{number} order", "{number} orders", "leads")
        else:
            fields |= {key: speak(key) for key in ("called", "could", "spilled", "wasted")}
        if "lead_price" in result:
            fields["lead_price"] = speak("lead_price")
        if "none_comes" in result:
            fields["none"] = speak("none_comes")
        extra = speak.plural("{number} new customer", "{number} new customers", "extra")
        return {**fields, "leads": leads, "extra": extra}

    def _headline(self, result: Result, speak: Speaker) -> str:
        """How many pass each door, the narrow place and what it costs; the chance of nobody."""
        if not result.value("leads"):
            sentence = _("{budget} a month for ads: no lead comes by them.")
            return sentence.format(budget=speak("budget"))
        fields = self._fields(result, speak)
        shop, narrow = result.facts["sale"] == ads.SHOP, result.facts["narrow"]
        if shop:
            passed = _("{leads}, {extra}")
        elif self._spills(result):
            passed = _("{leads}, {called} called, {extra}")
        else:
            passed = _("{leads}, all called, {extra}")
        if narrow == ads.TELEPHONE:
            said = _("{passed}: the telephone is the narrow place; {spilled} spilled")
        elif narrow == ads.MONEY:
            said = _("{passed}: money is the narrow place; {size} left")
        elif shop:
            said = _(
                "{passed}: the price is the narrow place; an order earns {lead_worth}, costs "
                "{lead_price}"
            )
        else:
            said = _(
                "{passed}: the price is the narrow place; a called lead earns {lead_worth}, "
                "costs {lead_price}"
            )
        said = said.format(passed=passed.format(**fields), **fields)
        if "none" in fields:
            sentence = _("{said}. Months with nobody: {none}.")
            return sentence.format(said=said, none=fields["none"])
        return _("{said}.").format(said=said)

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        if not result.value("leads"):
            return
        yield self._left(result, speak)
        if "none_comes" in result:
            yield from self._likely(result, speak)
        if result.facts["narrow"] == ads.TELEPHONE and result.value("filling") >= 0.5:
            sentence = _(
                "A budget of {filling} would fill the telephone already: as many new customers, "
                "and {profit} instead of {now}."
            )
            yield sentence.format(
                filling=speak("filling"), profit=speak("filling_profit"), now=speak("profit")
            )
        if self._spills(result):
            yield from self._kept(result, speak)
        if "minutes" in result:
            sentence = _(
                "Bought, the {minutes} more a week at the telephone cost {cost} a month; "
                "{left} would stay."
            )
            if result.value("minutes_left") < 0:
                sentence = _(
                    "Bought, the {minutes} more a week at the telephone cost {cost} a month; that "
                    "ends at {left}."
                )
            yield sentence.format(
                minutes=speak("minutes"), cost=speak("minutes_cost"), left=speak("minutes_left")
            )
        yield from self._guesses(result, speak)
        if "pays_for" in result:
            yield speak.plural(
                "One new customer pays for {number} such month.",
                "One new customer pays for {number} such months.",
                "pays_for",
            )
        elif "needed" in result:
            yield speak.plural(
                "To pay for itself, this budget needs {number} new customer a month.",
                "To pay for itself, this budget needs {number} new customers a month.",
                "needed",
            )

    @staticmethod
    def _left(result: Result, speak: Speaker) -> str:
        sentence = _("New customers earn {earned} for {budget} of ads: {size} is left on average.")
        if result.value("profit") < 0:
            sentence = _(
                "New customers earn {earned} for {budget} of ads: {size} is lost on average."
            )
        return sentence.format(earned=speak("earned"), budget=speak("budget"), size=speak("size"))

    @staticmethod
    def _likely(result: Result, speak: Speaker) -> Iterator[str]:
        """Money as what happens in most months, not as a fraction of a customer."""
        if not result.value("likely.high"):
            yield _("Hardly a month brings anybody.")
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
                "We take a lead that nobody calls for lost. If it kept more than {turn} of its "
                "worth, paying for more of them would be right."
            )
            yield sentence.format(turn=speak("kept_turn"))
        else:
            yield _(
                "We take a lead that nobody calls for lost; but even if none were, one more would "
                "cost more than it earns."
            )

    def _guesses(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What moves the headline and hardly has a source, with the value at which it turns."""
        if "order_pays" in result:
            sentence = _("{rate} of the visitors order. The ads pay from about {pays} on.")
            yield sentence.format(rate=speak("lead_rate"), pays=speak("order_pays"))
        if "quality_pays" not in result:
            return
        fields = {"share": speak("could_buy"), "pays": speak("quality_pays")}
        sentence = _(
            "No source says how many of these leads could buy; we guess {share}. The ads pay from "
            "about {pays} on."
        )
        if result.value("quality_pays") > 1:
            sentence = _(
                "No source says how many of these leads could buy; we guess {share}. Even if all "
                "could, the ads would not pay."
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
                "{rival} would bring more for the same euros, unless {turn} of these leads could "
                "buy."
            )
        else:
            sentence = _(
                "{rival} would bring more for the same euros, even if all of these could buy."
            )
        return sentence.format(
            rival=self._tables.name("medium", rival), turn=speak("quality_first")
        )

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
                    speak(f"{medium}.none") if f"{medium}.none" in result else "–",
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
            _("Profit"),
        )
        caption = _(
            "A month on average, without those who would have come anyway: each medium at its own "
            "price, all judged alike"
        )
        return Table(caption, header, tuple(rows))
