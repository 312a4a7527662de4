"""Possible buyers through people and through the page, in words."""

from collections.abc import Callable, Iterator

from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words, bare, written
from helpers.words import units
from helpers.words.locale import _


def is_ahead(result: Result) -> bool:
    """Whether people reach more possible buyers than the page."""
    return result.value("buyers") > result.value("page_buyers")


def contacts(speak: Speaker) -> str:
    """All contacts, as a sentence counts them."""
    return speak.plural("{number} contact", "{number} contacts", "contacts_all")


def followers(speak: Speaker) -> str:
    """The page's followers, as a sentence counts them."""
    return speak.plural("{number} follower", "{number} followers", "followers")


def is_close(result: Result) -> bool:
    """Whether the page lies within what is plausible for people after this count, as printed."""
    low, page, high = (
        units.printed(result.value(key), "average people")
        for key in ("likely.low", "page_buyers", "likely.high")
    )
    return low <= page <= high


def has_chance(result: Result) -> bool:
    """Whether a chance to be ahead says more than none or all of twenty beside a page as large."""
    found = result.value("buyers_of_20")
    own, page = (
        units.printed(result.value(key), "average people") for key in ("buyers", "page_buyers")
    )
    return own != page or 0 < found < result.value("twenty")


def clearly(result: Result, speak: Speaker) -> str:
    """From which count of buyers on people are ahead for all that the count leaves open."""
    fields = {"twenty": speak.bare("twenty")}
    if not result.value("page_buyers"):
        return _("one of {twenty} would do").format(**fields)
    if "sure_from" not in result:
        return _("no count puts people clearly ahead")
    said = _("from {enough} of {twenty} on people would be clearly ahead")
    if is_ahead(result):
        said = _("people are clearly ahead (from {enough} of {twenty} on)")
    return said.format(enough=speak.bare("sure_from"), **fields)


def at_the_ring(result: Result, speak: Speaker) -> str:
    """Where both are level, and from which count on people are clearly ahead."""
    if not result.value("page_buyers"):
        return _("one of {twenty} would do").format(twenty=speak.bare("twenty"))
    if "turn_of_20" not in result:
        return _("no count puts people ahead")
    fields = {"level": speak.bare("turn_of_20"), "twenty": speak.bare("twenty")}
    if speak.alike("buyers", "page_buyers") or "sure_from" not in result:
        return _("level at {level} of {twenty}").format(**fields)
    said = _("level at {level}, clearly ahead from {enough}")
    return said.format(enough=speak.bare("sure_from"), **fields)


def an_end(result: Result, key: str, say: Callable[[str], str] | None = None) -> str:
    """An end of what is plausible; one that prints as the page does tells on which side it is.

    ``say`` quotes the figure.
    """
    end, page = result[key], result["page_buyers"]
    said = "{end}"
    if bare(end) == bare(page) and end.value > page.value:
        said = _("just above {end}")
    elif bare(end) == bare(page) and end.value < page.value:
        said = _("just below {end}")
    return said.format(end=say(key) if say else bare(end))


def plausible(result: Result) -> str:
    """What the pale stretch is; at its ends the count stands at none, or at all."""
    said = _("plausible: {low} to {high}")
    if not result.value("buyers_of_20"):
        said = _("plausible: up to {high}")
    elif result.value("buyers_of_20") >= result.value("twenty"):
        said = _("plausible: {low} or more")
    low, high = (an_end(result, key) for key in ("likely.low", "likely.high"))
    return said.format(low=low, high=high)


def chances(result: Result) -> list[str]:
    """How likely people are ahead, the fullest first; [] where that says nothing."""
    if not has_chance(result):
        return []
    tries = _("chance to be ahead: {ahead}"), _("chance ahead: {ahead}")
    return [one.format(ahead=written(result["ahead"])) for one in tries]


class BuyersWords:
    """What the picture says: who reaches more, from which count on, how sure, and what stays.

    ``turn`` tells how many contacts would have to be buyers, which the lesson asks.
    """

    def __init__(self, turn: bool = False) -> None:
        self._tells_turn = turn

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self.headline(result, speak)
        remarks = list(self._remarks(result, speak))
        folded = []
        if self._tells_turn and "seen_level" in result and "turn" in result:
            said = _("Both would be level, too, if {level} of the contacts saw a post.")
            folded.append(said.format(level=speak("seen_level")))
        table, alt = self._table(result, speak), self._alt(result, speak)
        return speak.words(headline, table, alt, remarks, folded)

    @staticmethod
    def headline(result: Result, speak: Speaker) -> str:
        """Who reaches more possible buyers by the count, and from which count on people do."""
        fields = {"page": speak.bare("page_buyers"), "enough": clearly(result, speak)}
        if not result.value("reached"):
            return BuyersWords._without_people(result, speak)
        fields |= {"people": speak.bare("buyers"), "high": speak.bare("likely.high")}
        if not result.value("buyers_of_20"):
            said = _(
                "{page} possible buyers see a post through the page, none counted through people; "
                "up to {high} are plausible."
            )
            if not result.value("page_buyers"):
                said = _("None of the twenty could buy, and no possible buyer sees the page.")
        elif speak.alike("buyers", "page_buyers"):
            said = _(
                "By the count equally many possible buyers see a post through people and through "
                "the page: {page}."
            )
        elif is_ahead(result):
            said = _(
                "By the count {people} possible buyers see a post through people, {page} through "
                "the page; {enough}."
            )
            if is_close(result):
                said = _(
                    "By the count {people} possible buyers see a post through people, {page} "
                    "through the page: too close to call."
                )
        else:
            said = _(
                "{page} possible buyers see a post through the page, {people} by the count through "
                "people; {enough}."
            )
            if is_close(result):
                said = _(
                    "{page} possible buyers see a post through the page, {people} by the count "
                    "through people: too close to call."
                )
        return said.format(**fields)

    @staticmethod
    def _without_people(result: Result, speak: Speaker) -> str:
        """Who is left where nobody sees a post through people."""
        if not result.value("posters"):
            said = _("Nobody posts: only the page is left, with {page} possible buyers.")
            none = _("Nobody posts, and no possible buyer sees the page.")
        else:
            said = _("No contact sees a post: only the page is left, with {page} possible buyers.")
            none = _("No contact sees a post, and no possible buyer sees the page.")
        return said.format(page=speak.bare("page_buyers")) if result.value("page_buyers") else none

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        if not result.value("reached"):
            return
        fields = {
            "reached": speak.bare("reached"),
            "contacts": contacts(speak),
            "looking": speak.bare("page_reached"),
            "followers": followers(speak),
        }
        if not result.value("followers"):
            said = _("{reached} of {contacts} see it; nobody follows the page.")
        elif self._tells_turn and "turn" in result:
            yield speak.plural(
                "{reached} of {contacts} see it, {looking} of {followers}; with {number} possible "
                "buyer among the contacts both would be level.",
                "{reached} of {contacts} see it, {looking} of {followers}; with {number} possible "
                "buyers among the contacts both would be level.",
                "turn",
                **fields,
            )
            said = ""
        elif "seen_level" in result:
            said = _(
                "{reached} of {contacts} see it, {looking} of {followers}; if "
                "{level} of the contacts saw it, both would be level."
            )
            fields["level"] = speak("seen_level")
        else:
            said = _("{reached} of {contacts} see it, and {looking} of {followers} of the page.")
        if said:
            yield said.format(**fields)
        if has_chance(result):
            yield self.left_open(result, speak)
        yield self._leaving(result, speak)

    @staticmethod
    def left_open(result: Result, speak: Speaker) -> str:
        """What the count leaves open, and the chance that people are ahead."""
        said = _(
            "After this count {low} to {high} possible buyers are plausible. Chance that people "
            "are ahead, if so many look: {ahead}."
        )
        if not result.value("buyers_of_20"):
            said = _(
                "After this count up to {high} possible buyers are plausible. Chance that people "
                "are ahead, if so many look: {ahead}."
            )
        ends = (an_end(result, key, speak.bare) for key in ("likely.low", "likely.high"))
        low, high = ends
        return said.format(low=low, high=high, ahead=speak("ahead"))

    @staticmethod
    def _leaving(result: Result, speak: Speaker) -> str:
        """What is left if one of the people goes: the contacts go along."""
        if result.value("posters") < 2:
            said = _("If whoever posts leaves, the contacts go along; the page keeps its {page}.")
            if not result.value("page_buyers"):
                said = _("If whoever posts leaves, the contacts go along, and no one is left.")
            return said.format(page=speak.bare("page_buyers"))
        said = _("If one of them leaves, the contacts go along: {left} through people are left.")
        return said.format(left=speak.bare("without_one"))

    @staticmethod
    def _table(result: Result, speak: Speaker) -> Table:
        contacts, reached = speak.bare("contacts_all"), speak.bare("reached")
        rows = [(_("People"), contacts, reached, speak("could_buy"), speak.bare("buyers"))]
        if result.value("reached"):
            low, high = speak("share_low"), speak("share_high")
            least, most = speak.bare("likely.low"), speak.bare("likely.high")
            rows.append(
                (
                    _("The same, plausible"),
                    contacts,
                    reached,
                    f"{low} – {high}",
                    f"{least} – {most}",
                )
            )
        if "turn_share" in result:
            page = speak.bare("page_buyers")
            rows.append((_("As many as the page"), contacts, reached, speak("turn_share"), page))
        rows.append(
            (
                _("The page"),
                speak.bare("followers"),
                speak.bare("page_reached"),
                speak("page_could_buy"),
                speak.bare("page_buyers"),
            )
        )
        header = (
            _("Through"),
            _("Contacts or followers"),
            _("See a post"),
            _("Could buy"),
            _("Possible buyers"),
        )
        caption = _(
            "One post of the page, and one by each of our people who post ({posters}); {seen} of "
            "the contacts and {page} of the followers see it. Possible buyers are averages, rounded"
        ).format(posters=speak.bare("posters"), seen=speak("seen"), page=speak("page_seen"))
        return Table(caption, header, tuple(rows))

    @staticmethod
    def _alt(result: Result, speak: Speaker) -> str:
        """What is drawn, with every figure that stands in the picture."""
        page = _("A grey band shows the page: {page} possible buyers.").format(
            page=speak.bare("page_buyers")
        )
        if not result.value("reached"):
            return page + " " + _("No line is drawn for people: nobody sees a post through them.")
        said = _(
            "A line rises with the number of possible buyers in twenty contacts. At {found} it "
            "stands at {people}; between {low} and {high} are plausible."
        ).format(
            found=speak.bare("buyers_of_20"),
            people=speak.bare("buyers"),
            low=speak.bare("likely.low"),
            high=speak.bare("likely.high"),
        )
        if has_chance(result):
            said += " " + _("The chance that people are above the page is {ahead}.").format(
                ahead=speak("ahead")
            )
        if "turn_of_20" in result:
            said += " " + _("It leaves the band at {turn} of twenty.").format(
                turn=speak.bare("turn_of_20")
            )
        if "sure_from" in result:
            said += " " + _(
                "From a count of {enough} on all that is plausible is above it."
            ).format(enough=speak.bare("sure_from"))
        return f"{page} {said}"
