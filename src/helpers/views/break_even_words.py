"""From how many customers a presence pays, and what would have to be true, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views.gap import GapView
from helpers.views.presence import trial_sentence
from helpers.views.words import Speaker, Table, Words, bare
from helpers.words import locale, units
from helpers.words.locale import _

PAYS, NEVER, ACCEPTED, NOTHING = "pays", "never", "accepted", "nothing"
"""What there is to ask: customers, nothing that could pay, a cost that was accepted, nothing."""
SWAPPED = "swapped"
"""More is said to stay of a customer than the customer pays."""


def kind_of(result: Result) -> str:
    """Which question this presence is asked."""
    if not result.options:
        return NOTHING
    if "accepted" in result:
        return ACCEPTED
    if 0 < result.value("turnover") < result.value("contribution"):
        return SWAPPED
    return PAYS if "pays_from" in result else NEVER


def falls_short(result: Result) -> bool:
    """Whether fewer customers are aimed at than it takes, as both are printed."""
    if "customers_aimed" not in result or result.value("left_at_aim") >= 0:
        return False
    return bare(result["breaks_even"]) != bare(result["customers_aimed"])


@dataclass(frozen=True)
class Readout:
    """A figure, what it is, and the colour of the theme that it has."""

    figure: str
    said: str
    colour: str = "ink"


class BreakEvenWords:
    """What the line through nought says."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._gap = GapView(tables)

    # In the picture -------------------------------------------------------------------

    def readouts(self, result: Result) -> tuple[Readout, Readout]:
        """From where it pays, and what is left at what is aimed at."""
        kind, speak = kind_of(result), Speaker(result)
        if kind == NOTHING:
            return Readout(_("nothing"), _("is opened, so nothing has to pay")), Readout("", "")
        if kind == SWAPPED:
            more = Readout(speak("contribution"), _("cannot stay of a customer"), "missing")
            return more, Readout(speak("turnover"), _("is all that a customer pays"))
        if kind == NEVER:
            never = Readout(_("never"), _("no sale leaves anything to pay with"), "missing")
            return never, Readout(speak("yearly_cost"), _("a year, and nothing comes back"))
        if kind == ACCEPTED:
            return self._accepted(result, speak)
        needed = speak.plural("{number} customer", "{number} customers", "pays_from_whole")
        exact = speak.bare("breaks_even")
        short = falls_short(result)
        said = _("more a year would do: it pays from {exact} on")
        if short:
            said = _("more a year needed: it pays from {exact} on")
        said, part = said.format(exact=exact), ""
        if "of_hundred" in result:
            part = _("{share} of every 100").format(share=speak.bare("of_hundred"))
            part = part.replace(" ", units.NO_BREAK)
            both = _("more a year would do: it pays from {exact} on, {part}")
            if short:
                both = _("more a year needed: it pays from {exact} on, {part}")
            said = both.format(exact=exact, part=part)
        return Readout(needed, said), self._at_aim(result, speak)

    @staticmethod
    def _accepted(result: Result, speak: Speaker) -> tuple[Readout, Readout]:
        cost = Readout(speak("yearly_cost"), _("is what a year costs; no sale is the aim"))
        if not result.value("accepted"):
            return cost, Readout(_("not said"), _("what a year may cost"))
        return cost, Readout(speak("accepted"), _("is what you said it may cost"))

    @staticmethod
    def _at_aim(result: Result, speak: Speaker) -> Readout:
        if "customers_aimed" not in result:
            return Readout(_("no aim"), _("no objective counts new customers yet"))
        aimed = speak.bare("customers_aimed")
        if result.value("left_at_aim") < 0:
            said = _("missing at the {aimed} aimed at").format(aimed=aimed)
            return Readout(f"−{speak('left_size')}", said, "missing")
        said = _("left at the {aimed} aimed at").format(aimed=aimed)
        return Readout(f"+{speak('left_size')}", said, "good")

    def below(self, result: Result) -> tuple[str, tuple[str, str] | None]:
        """The cost at no customer; what those aimed at turn over, and shorter."""
        speak = Speaker(result)
        lost = _("−{cost} a year before the first customer").format(cost=speak("yearly_cost"))
        if "customers_aimed" not in result:
            return lost, None
        fields = {
            "aimed": speak.bare("customers_aimed"),
            "turnover": speak("turnover_at_aim"),
            "stays": speak("stays_at_aim"),
        }
        longer = _("the {aimed} turn over {turnover}; {stays} of it stays").format(**fields)
        return lost, (longer, _("of {turnover} turnover {stays} stays").format(**fields))

    def bars(self, result: Result) -> Iterator[tuple[str, float]]:
        """What stands above each of the two bars, with its euros."""
        speak = Speaker(result)
        yield (
            _("costs {cost} a year").format(cost=speak("yearly_cost")),
            result.value("yearly_cost"),
        )
        if kind_of(result) == NEVER:
            yield _("comes back: nothing"), 0.0
        elif not result.value("accepted"):
            yield _("may cost: nobody has said it yet"), 0.0
        else:
            said = _("may cost {accepted} a year").format(accepted=speak("accepted"))
            yield said, result.value("accepted")

    # Beside it ------------------------------------------------------------------------

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        gap = self._gap.words(result)
        remarks = [*self._visits(result, speak), gap.headline]
        if kind_of(result) != SWAPPED:
            remarks += self._advice(result, speak)
        further = list(self._further(result, speak))
        words = speak.words(
            headline, self._table(result, speak), self._alt(result, speak), remarks, further
        )
        return Words(
            words.headline, words.table, words.alt, words.remarks,
            (*words.quoted, *gap.quoted), words.folded,
        )  # fmt: skip

    def _networks(self, result: Result) -> str:
        return locale.listing([self._tables.name("network", n) for n in result.options])

    def _headline(self, result: Result, speak: Speaker) -> str:
        kind = kind_of(result)
        if kind == NOTHING:
            return _("Nothing is opened, so nothing has to pay for itself.")
        fields = {"networks": self._networks(result), "cost": speak("yearly_cost")}
        if kind == SWAPPED:
            said = _(
                "More cannot stay of a customer ({stays}) than the customer pays ({pays}): type "
                "one of the two anew."
            )
            return said.format(stays=speak("contribution"), pays=speak("turnover"))
        if kind == NEVER:
            said = _("A year of {networks} costs {cost}, and no sale leaves anything to pay it.")
            return said.format(**fields)
        if kind == ACCEPTED:
            said = _("A year of {networks} costs {cost}; what it may cost nobody has said.")
            if result.value("accepted"):
                said = _("A year of {networks} costs {cost}; you said it may cost {accepted}.")
            return said.format(accepted=speak("accepted"), **fields)
        fields["exact"] = speak.bare("breaks_even")
        if falls_short(result):
            return self._short(result, fields, speak)
        pays = _("{networks} pays from {exact} new customers a year on").format(**fields)
        if len(result.options) > 1:
            pays = _("{networks} pay from {exact} new customers a year on").format(**fields)
        whole = speak.plural("so {number} is enough", "so {number} are enough", "pays_from_whole")
        if "needed_share" not in result:
            said = _("{pays}, {whole}; how many you serve, nobody has counted.")
            return said.format(pays=pays, whole=whole)
        if result.value("needed_share") > 1:
            said = _("{pays}, more than the {served} whom you serve now.")
            return said.format(pays=pays, served=speak.bare("customers_a_year"))
        said = _("{pays}, {share} of every hundred whom you serve; {whole}.")
        return said.format(pays=pays, share=speak.bare("of_hundred"), whole=whole)

    @staticmethod
    def _short(result: Result, fields: dict[str, str], speak: Speaker) -> str:
        """That what is aimed at is too little: no number is told to be enough."""
        pays = _("{networks} pays only from {exact} new customers a year on").format(**fields)
        if len(result.options) > 1:
            pays = _("{networks} pay only from {exact} new customers a year on").format(**fields)
        aimed = speak.bare("customers_aimed")
        if "needed_share" not in result:
            return _("{pays}; you aim at {aimed}.").format(pays=pays, aimed=aimed)
        if result.value("needed_share") > 1:
            said = _("{pays}, more than the {served} whom you serve now; you aim at {aimed}.")
            return said.format(pays=pays, served=speak.bare("customers_a_year"), aimed=aimed)
        said = _("{pays}, {share} of every hundred whom you serve; you aim at {aimed}.")
        return said.format(pays=pays, share=speak.bare("of_hundred"), aimed=aimed)

    @staticmethod
    def _visits(result: Result, speak: Speaker) -> Iterator[str]:
        """Whether links could bring them."""
        if kind_of(result) != PAYS or "needed_visits" not in result:
            return
        fields = {
            "links": speak.plural("{number} visit", "{number} visits", "link_visits"),
            "needed": speak.bare("needed_visits"),
            "rate": speak("visit_to_customer"),
        }
        said = _(
            "By visits alone it takes {needed} a year, if {rate} of them buy. Links bring {links}: "
            "people must remember you."
        )
        if result.value("link_visits") >= result.value("needed_visits"):
            said = _(
                "By visits alone it takes {needed} a year, if {rate} of them buy. Links may bring "
                "{links}: that would do."
            )
        yield said.format(**fields)

    @staticmethod
    def _advice(result: Result, speak: Speaker) -> Iterator[str]:
        """What an answer is worth before opening, at the odds that stand there."""
        if "evsi" not in result:
            yield _("Your odds, {odds}, are kept for the day on which success is a sum.").format(
                odds=speak("odds")
            )
            return
        if "customers_aimed" in result and result.value("left_at_aim") < 0:
            yield speak.plural(
                "Even {number} customer aimed at would not pay: leave it, or aim higher.",
                "Even all {number} customers aimed at would not pay: leave it, or aim higher.",
                "customers_aimed",
            )
            return
        fields = {"odds": speak("odds"), "worth": speak("evsi"), "fee": speak("fee")}
        said = _(
            "At odds of {odds}, all or none in a year that nobody stops, an answer is worth "
            "{worth}, fee {fee}: do not ask, leave it."
        )
        if result.facts["opens"]:
            said = _(
                "At odds of {odds}, all or none and nobody stopping, an answer is worth {worth}, "
                "the fee {fee}: do not ask; opening beats doing nothing."
            )
        if speak.alike("evsi", "fee"):
            said = _(
                "At your odds of {odds}, all or none in a year that nobody stops, an answer is "
                "worth {worth}, as much as its fee."
            )
        elif result.facts["buy"]:
            said = _(
                "At your odds of {odds}, all or none in a year that nobody stops, an answer is "
                "worth {worth}, the fee {fee}: ask first."
            )
        yield said.format(**fields)

    @staticmethod
    def _further(result: Result, speak: Speaker) -> Iterator[str]:
        if kind_of(result) != PAYS:
            return
        if "evsi" in result:
            yield _(
                "At your odds opening is worth {worth} on average, compared with doing nothing. "
                "Lesson 14 asks whether the same hours do more on the site."
            ).format(worth=speak("opening"))
        if "customers_aimed" in result:
            fields = {
                "aimed": speak.plural("{number} customer", "{number} customers", "customers_aimed"),
                "turnover": speak("turnover_at_aim"),
                "stays": speak("stays_at_aim"),
                "left": speak("left_size"),
            }
            said = _(
                "The {aimed} aimed at turn over {turnover}, of which {stays} stays: after the cost "
                "of the year {left} is left."
            )
            if result.value("left_at_aim") < 0:
                said = _(
                    "The {aimed} aimed at turn over {turnover}, of which {stays} stays: {left} of "
                    "the cost of the year is missing."
                )
            yield said.format(**fields)
            yield _("What is aimed at is the objective of lesson 01; change it there.")
            if "evsi" in result:
                yield _(
                    "Success is all of them, failure none. A memo that opens a page counts the "
                    "loss until its stop."
                )
        yield _("The cost of a year is calculated from hours that are not yet rounded.")
        yield trial_sentence(result, speak)
        if "most_of_hundred" in result:
            yield _(
                "Lesson 14 lets a page pass up to {most} of every hundred, a convention of this "
                "course."
            ).format(most=speak("most_of_hundred"))

    def _table(self, result: Result, speak: Speaker) -> Table:
        names = {
            "presence.hours": _("Hours a week"),
            "presence.euros": _("Euros a month"),
            "yearly_cost": _("Cost of a year"),
            "accepted": _("What it may cost"),
            "contribution": _("What one customer leaves"),
            "breaks_even": _("New customers at which it pays"),
            "turnover_needed": _("Turnover at which it pays"),
            "customers_aimed": _("New customers aimed at"),
            "customers_a_year": _("Customers served in a year"),
            "needed_visits": _("Visits that would bring them"),
            "link_visits": _("Visits that links bring"),
        }
        rows = [(said, speak.bare(key)) for key, said in names.items() if key in result]
        caption = _("A year of {networks}").format(networks=self._networks(result))
        if not result.options:
            caption = _("Nothing is opened")
        return Table(caption, (_("What"), _("Figure")), tuple(rows))

    def _alt(self, result: Result, speak: Speaker) -> str:
        kind = kind_of(result)
        fields = {"cost": speak("yearly_cost")}
        if kind == NOTHING:
            return _("No picture is drawn, as nothing is opened.")
        if kind == SWAPPED:
            return _("No picture is drawn, as more is said to stay of a customer than is paid.")
        if kind == NEVER:
            return _("One bar: a year costs {cost}; nothing comes back.").format(**fields)
        if kind == ACCEPTED:
            said = _("Two bars: a year costs {cost} and may cost {accepted}.")
            return said.format(accepted=speak("accepted"), **fields)
        said = _(
            "A line rises from minus {cost} at no customer, red, and crosses nought at {needed}: "
            "from there it pays."
        ).format(needed=speak("breaks_even"), **fields)
        if "customers_aimed" not in result:
            return said
        flag = _("A flag stands at the {aimed} aimed at, where {left} is left; the line is green.")
        if result.value("left_at_aim") < 0:
            flag = _("A flag stands at the {aimed} aimed at, where {left} is missing.")
        flag = flag.format(aimed=speak.bare("customers_aimed"), left=speak("left_size"))
        return f"{said} {flag}"
