"""Who reads a post and could buy: through people's profiles on each network, through the page."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.dots import DotRow, DotsView
from helpers.views.words import Speaker, Table, Words, bare, written
from helpers.words import locale
from helpers.words.locale import _, listing


class ReadersView(DotsView):
    """A row of dots for the profiles on each network, and one for the page."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def _name(self, network: str) -> str:
        return self._tables.name("network", network)

    def rows(self, result: Result) -> Sequence[DotRow]:
        networks = result.facts["networks"]
        most = max(result.value(f"{n}.buyers") for n in networks)
        rows = []
        for network in networks:
            buyers = result[f"{network}.buyers"]
            share = written(result[f"{network}.could_buy"])
            readers = bare(result["reached"])
            note = (
                _("{readers} read it, {share} of them could buy"),
                _("{readers} read it, {share} could buy"),
            )
            note = tuple(one.format(readers=readers, share=share) for one in note)
            bold = buyers.value == most > 0
            row = DotRow(
                bare(buyers),
                (_("on {network}").format(network=self._name(network)),),
                note,
                buyers.value,
                buyers.value,
                self._tables.colour(network),
                bold,
            )
            rows.append(row)
        page = result["page_buyers"]
        page_fields = {
            "readers": bare(result["page_reached"]),
            "followers": bare(result["followers"]),
            "share": written(result["page_could_buy"]),
        }
        notes = (
            _("{readers} of {followers} read it, {share} of them could buy"),
            _("{readers} of {followers} read it, {share} could buy"),
        )
        notes = tuple(note.format(**page_fields) for note in notes)
        word = _("through the page")
        rows.append(DotRow(bare(page), (word,), notes, page.value, page.value, palette.SHARED))
        return rows

    def foot(self, result: Result, per: int) -> Sequence[str]:
        if per == 1:
            full = _("a dot: one person who reads a post of ours and could buy")
            return full, _("a dot: one reader who could buy")
        count = locale.number(per)
        return (_("a dot: {count} readers who could buy").format(count=count),)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        one, other = result.facts["networks"]
        if not result.value("reached"):
            headline = _(
                "Nobody posts: only the page is read, by about {page} who could buy."
            ).format(page=speak.plural("{number} person", "{number} people", "page_about"))
        else:
            first, second = sorted(
                (one, other), key=lambda n: result.value(f"{n}.buyers"), reverse=True
            )
            headline = _(
                "{posts} is read by about {best} possible buyers on {first}, {less} on {second}; "
                "the page's by {page}."
            ).format(
                posts=self._posts(speak),
                first=self._name(first),
                second=self._name(second),
                best=self._about(result, speak, f"{first}.buyers", f"{first}.about"),
                less=self._about(result, speak, f"{second}.buyers", f"{second}.about"),
                page=self._about(result, speak, "page_buyers", "page_about"),
            )
        return speak.words(headline, self._table(result, speak), self._alt(result, speak),
                           self._remarks(result, speak))  # fmt: skip

    @staticmethod
    def _about(result: Result, speak: Speaker, exact: str, whole: str) -> str:
        """Whole people, as nobody is read by half a one; less than one stays a part."""
        return speak.bare(whole if result.value(exact) >= 1 else exact)

    @staticmethod
    def _posts(speak: Speaker) -> str:
        """One post by each of so many people."""
        return speak.plural(
            "One post by one of our people",
            "One post by each of our {number} people",
            "who_post",
        )

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        remarks = []
        if "page_turn" in result:
            sentence = _(
                "If {share} of contacts could buy, our people would reach as many buyers as the "
                "page."
            )
            remarks.append(sentence.format(share=speak("page_turn")))
        elif result.value("reached"):
            remarks.append(
                _("Even if every contact could buy, the page would reach more possible buyers.")
            )
        return [*remarks, self._whence(result, speak)]

    def _whence(self, result: Result, speak: Speaker) -> str:
        """Where the shares come from that the learner has not set; without posts, the page's."""
        given = result.facts["given"] if result.value("reached") else ()
        found, ours = result.facts["counted"], speak("page_could_buy")
        said = []
        if found in given:
            sentence = _("{share} on {network}: counted among twenty contacts.")
            said.append(
                sentence.format(share=speak(f"{found}.could_buy"), network=self._name(found))
            )
        others = [network for network in given if network != found]
        last = _("{page} of the page's followers could buy: our assumption.").format(page=ours)
        if others:
            shares = listing(
                [
                    _("{share} on {network}").format(
                        share=speak(f"{network}.could_buy"), network=self._name(network)
                    )
                    for network in others
                ]
            )
            last = _("{shares} and {page} of the page's followers: our assumptions.").format(
                shares=shares, page=ours
            )
        return " ".join([*said, last])

    def _table(self, result: Result, speak: Speaker) -> Table:
        rows = [
            (
                self._name(n),
                speak.bare("contacts_all"),
                speak.bare("reached"),
                speak(f"{n}.could_buy"),
                speak.bare(f"{n}.buyers"),
            )
            for n in result.facts["networks"]
        ]
        share = speak("page_could_buy")
        followers, readers = speak.bare("followers"), speak.bare("page_reached")
        page = (_("The page"), followers, readers, share, speak.bare("page_buyers"))
        header = (
            _("Through"),
            _("Contacts or followers"),
            _("Read it"),
            _("Could buy"),
            _("Possible buyers"),
        )
        caption = speak.plural(
            "One post by {number} of our people, with {contacts} each of whom {seen} see it",
            "One post by each of {number} of our people, with {contacts} each of whom {seen} see "
            "it",
            "who_post",
            contacts=speak.plural("{number} contact", "{number} contacts", "contacts"),
            seen=speak("seen"),
        )
        return Table(caption, header, (*rows, page))

    def _alt(self, result: Result, speak: Speaker) -> str:
        parts = [
            _("{network}: {count}").format(network=self._name(n), count=speak.bare(f"{n}.buyers"))
            for n in result.facts["networks"]
        ]
        said = _(
            "Rows of dots, one for each possible buyer who reads a post. {parts}; page: {page}."
        )
        return said.format(parts="; ".join(parts), page=speak("page_buyers"))
