"""The words of the mirror: one list of popular networks, and what two firms make of it."""

from helpers.data.tables import NONE, Tables
from helpers.models.fit import apart
from helpers.models.mirror import LEFT, RIGHT
from helpers.models.result import Result
from helpers.views import mirror_table
from helpers.views.fit import not_made
from helpers.views.words import Speaker, Words
from helpers.words import locale
from helpers.words.locale import _

SIDES = (LEFT, RIGHT)


def place_name(place: int) -> str:
    """A place in words, for a sentence and a mark."""
    words = (
        *(_("first"), _("second"), _("third"), _("fourth"), _("fifth"), _("sixth")),
        *(_("seventh"), _("eighth"), _("ninth"), _("tenth"), _("eleventh"), _("twelfth")),
    )
    return words[place - 1]


class MirrorWords:
    """What the mirror says. With ``one_firm`` the right side is the firm as the controls set it."""

    def __init__(self, tables: Tables, one_firm: bool = False) -> None:
        self._tables = tables
        self._one_firm = one_firm

    def _name(self, option: str) -> str:
        return self._tables.name("network", option)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._of_one(result, speak) if self._one_firm else self._of_two(result, speak)
        alt = _(
            "The networks from the most to the least used, one below the other; bars of fit to "
            "the left for {left} and to the right for {right}, and website first at the bottom. "
            "{headline}"
        ).format(
            left=result.facts[f"{LEFT}.name"],
            right=result.facts[f"{RIGHT}.name"],
            headline=headline,
        )
        hollow = self._hollow(result)
        if hollow:
            alt = f"{alt} {hollow}"
        make = mirror_table.of_one if self._one_firm else mirror_table.of_two
        table = make(result, speak, self._tables)
        remarks = [
            *([hollow] if hollow else []),
            *self._dashed(result, speak),
        ]
        if self._one_firm:
            if missed := self._missed(result, speak):
                remarks.insert(0, missed)
            for best in result.facts[f"{RIGHT}.ranking"][:1]:
                if result.value(f"{RIGHT}.{best}.content") <= 0:
                    fit = speak.bare(f"{RIGHT}.{best}.fit")
                    remarks.insert(0, not_made(self._name(best), fit))
            if self._moved(result, speak) != result.facts["popular"][0]:  # else the headline has it
                remarks.append(self._number_one(result, speak))
        return speak.words(headline, table, alt, remarks)

    def _hollow(self, result: Result) -> str:
        """What a bar that is only outlined says; '' where there is none."""
        if not any(self._outlined(result, key) for key in SIDES):
            return ""
        return _("An outlined bar in colour: the best network, but website first is ahead of it.")

    @staticmethod
    def _dashed(result: Result, speak: Speaker) -> list[str]:
        """What a dashed bar says; nothing where there is none."""
        if not any(result.facts[f"{key}.out"] for key in SIDES):
            return []
        said = _("Dashed: a usable audience under {least}, so the network is out.")
        return [said.format(least=speak("least_audience"))]

    def _outlined(self, result: Result, key: str) -> tuple[str, ...]:
        """The best networks of a side where website first is ahead of them."""
        tied = result.facts[f"{key}.tied"]
        return () if set(tied) & set(self._winners(result, key)) else tied

    def _number_one(self, result: Result, speak: Speaker) -> str:
        """What the most popular network comes to, now and before anything was moved."""
        first = result.facts["popular"][0]
        now, before = (f"{key}.{first}.fit" for key in (RIGHT, LEFT))
        sentence = _("{network}, number one of the list, has {fit}.")
        if result.facts["moved"]:
            sentence = _(
                "{network}, number one of the list, has {fit} here, and {before} as it is."
            )
            if speak.alike(now, before):
                sentence = _("{network}, number one of the list, has {fit}, here and as it is.")
        return sentence.format(network=self._name(first), fit=speak(now), before=speak(before))

    def _in_use(self, network: str, result: Result) -> str:
        return place_name(result.facts["popular"].index(network) + 1)

    def _of_two(self, result: Result, speak: Speaker) -> str:
        """Which network each of two firms begins with, and what it is for the other."""
        best = [result.facts[f"{key}.ranking"][:1] for key in (LEFT, RIGHT)]
        names = {key: result.facts[f"{key}.name"] for key in (LEFT, RIGHT)}
        if not all(best):
            return _(
                "One list, two firms: not both have a network with a large enough usable audience."
            )
        (one,), (other,) = best
        fields = {
            **names,
            "one": self._name(one),
            "other": self._name(other),
            "use": self._in_use(one, result),
        }
        if one == other:
            sentence = _("One list, two firms: {one}, {use} in use, is the best network for both.")
            return sentence.format(**fields)
        ranking = result.facts[f"{LEFT}.ranking"]
        if other in ranking:
            fields["fit"] = speak.bare(f"{LEFT}.{other}.fit")
            return _(
                "One list, two firms: {one}, {use} in use, is the best network for {left}; "
                "{other}, the best for {right}, has only {fit} there."
            ).format(**fields)
        return _(
            "One list, two firms: {one}, {use} in use, is the best network for {left}; {other}, "
            "the best for {right}, has too small a usable audience there."
        ).format(**fields)

    def _of_one(self, result: Result, speak: Speaker) -> str:
        """What the firm begins with now, against website first."""
        firm, ranking = result.facts["firm"], result.facts[f"{RIGHT}.ranking"]
        none = speak.bare(f"{RIGHT}.{NONE}.fit")
        if not ranking:
            sentence = _(
                "On no network is the usable audience large enough for {firm}: website first "
                "({none})."
            )
            return sentence.format(firm=firm, none=none)
        tied = result.facts[f"{RIGHT}.tied"]
        lead = apart(result.value(f"{RIGHT}.{ranking[0]}.fit"), result.value(f"{RIGHT}.{NONE}.fit"))
        level = abs(lead) < result.value("tie")
        sentence = self._of_several(lead, level) if len(tied) > 1 else self._of_best(lead, level)
        moved = self._moved(result, speak)
        if moved is not None:
            sentence = self._still(lead, level) if len(tied) == 1 else self._still_several()
        named = [self._with_fit(n, speak) for n in tied]
        return sentence.format(
            firm=firm,
            networks=locale.listing(named),
            network=self._name(ranking[0]),
            use=self._in_use(ranking[0], result),
            fit=speak.bare(f"{RIGHT}.{ranking[0]}.fit"),
            none=none,
            moved=self._how_moved(moved, result, speak) if moved is not None else "",
        )

    def _moved(self, result: Result, speak: Speaker) -> str | None:
        """What was moved most where the headline would be as before; '' for nothing, as printed.

        None where nothing was set, or where the headline itself says what has changed.
        """
        facts, value = result.facts, result.value
        if not facts["moved"] or facts[f"{LEFT}.tied"] != facts[f"{RIGHT}.tied"]:
            return None
        if {NONE} & set(self._winners(result, LEFT)) != {NONE} & set(self._winners(result, RIGHT)):
            return None
        if not all(speak.alike(*self._fits(n)) for n in (*facts[f"{RIGHT}.tied"], NONE)):
            return None

        def by(network: str) -> float:
            left, right = (value(key) for key in self._fits(network))
            return abs(right - left)

        counting = [n for n in facts[f"{RIGHT}.ranking"] if not speak.alike(*self._fits(n))]
        return max(counting, key=by, default="")

    @staticmethod
    def _fits(option: str) -> tuple[str, str]:
        """The fit of an option, as it is and as set."""
        return f"{LEFT}.{option}.fit", f"{RIGHT}.{option}.fit"

    def _how_moved(self, network: str, result: Result, speak: Speaker) -> str:
        if not network:
            return _("No network that counts moves")
        before, now = self._fits(network)
        said = _("{network} rises from {before} to {now}")
        if result.value(now) < result.value(before):
            said = _("{network} falls from {before} to {now}")
        return said.format(
            network=self._name(network), before=speak.bare(before), now=speak.bare(now)
        )

    @staticmethod
    def _still(lead: float, level: bool) -> str:
        """One network is the best, as before."""
        if level:
            return _(
                "{moved}; {network} stays the best network for {firm}: {fit}, website first "
                "{none}, a tie."
            )
        if lead > 0:
            return _(
                "{moved}; {network} stays the best network for {firm}: {fit}, ahead of website "
                "first ({none})."
            )
        return _(
            "{moved}; website first ({none}) stays ahead of every network for {firm}; the best "
            "network is {network} with {fit}."
        )

    @staticmethod
    def _still_several() -> str:
        """The best networks are those of before, in a tie."""
        return _("{moved}; in a tie, the best networks for {firm} stay {networks}.")

    @staticmethod
    def _of_best(lead: float, level: bool) -> str:
        """One network is the best; whoever leads them all is named first."""
        if level:
            return _(
                "{network}, {use} in use, is the best network for {firm}: {fit}, website first "
                "{none}, a tie."
            )
        if lead > 0:
            return _(
                "{network}, {use} in use, is the best network for {firm}: {fit}, ahead of website "
                "first ({none})."
            )
        return _(
            "Website first ({none}) is ahead of every network for {firm}; the best network is "
            "{network}, {use} in use, with {fit}."
        )

    @staticmethod
    def _of_several(lead: float, level: bool) -> str:
        """The best networks are in a tie."""
        if level:
            return _(
                "In a tie, the best networks for {firm} are {networks}; website first has {none}, "
                "a tie with {network}."
            )
        if lead > 0:
            return _(
                "In a tie, the best networks for {firm} are {networks}; {network} is ahead of "
                "website first ({none})."
            )
        return _(
            "Website first ({none}) is ahead of every network for {firm}; the best networks, in a "
            "tie, are {networks}."
        )

    def _with_fit(self, network: str, speak: Speaker) -> str:
        return f"{self._name(network)} ({speak.bare(f'{RIGHT}.{network}.fit')})"

    def _missed(self, result: Result, speak: Speaker) -> str:
        """The network that only the knock-out keeps from the first place; '' for none."""
        missed = result.facts[f"{RIGHT}.missed"]
        if not missed:
            return ""
        best = result.facts[f"{RIGHT}.ranking"][0]
        lead = apart(result.value(f"{RIGHT}.{best}.fit"), result.value(f"{RIGHT}.{missed}.fit"))
        sentence = _(
            "{network} would be in a tie with {fit}, but is out: its usable audience is {share}, "
            "less than {least}."
        )
        if lead <= -result.value("tie"):
            sentence = _(
                "{network} would be the best network with {fit}, but is out: its usable audience "
                "is {share}, less than {least}."
            )
        return sentence.format(
            network=self._name(missed),
            fit=speak.bare(f"{RIGHT}.{missed}.fit"),
            share=speak(f"{RIGHT}.{missed}.audience"),
            least=speak("least_audience"),
        )

    def _figure(self, result: Result, key: str, option: str) -> str:
        """A fit as it stands beside its bar."""
        return locale.number(10 * result.value(f"{key}.{option}.fit"), 1)

    @staticmethod
    def _lead(result: Result, key: str) -> float:
        """How far website first is ahead of the best network; all the way where none is left."""
        best = result.facts[f"{key}.ranking"][:1]
        value = result.value
        return apart(value(f"{key}.{NONE}.fit"), value(f"{key}.{best[0]}.fit")) if best else 1.0

    @staticmethod
    def _out_said(fit: str, first: bool) -> list[str]:
        """Why a network does not count, and the fit that it would have; ``first`` in full."""
        tries = [_("too small: would be {fit}"), _("too small ({fit})"), _("out ({fit})")]
        if first:
            tries = [
                _("usable audience too small: would be {fit}"),
                _("usable audience too small ({fit})"),
                *tries,
            ]
        return [said.format(fit=fit) for said in tries]

    def _winners(self, result: Result, key: str) -> tuple[str, ...]:
        """What stands out on a side: whatever nothing else is ahead of by more than a tie."""
        lead, tie = self._lead(result, key), result.value("tie")
        networks = result.facts[f"{key}.tied"] if lead < tie else ()
        return (*networks, NONE) if lead > -tie else networks

    @staticmethod
    def _has_place(result: Result, key: str, option: str) -> bool:
        """Whether a place can be told: no other network that counts is in a tie with it."""
        fits = [result.value(f"{key}.{n}.fit") for n in result.facts[f"{key}.ranking"]]
        its, tie = result.value(f"{key}.{option}.fit"), result.value("tie")
        return sum(abs(apart(its, fit)) < tie for fit in fits) == 1

    def _coloured(self, result: Result) -> set[str]:
        """What has its colour on both sides: of two firms, the best of either."""
        if self._one_firm:
            return set()
        return {network for key in SIDES for network in self._winners(result, key)}

    def _compared(self, result: Result) -> set[str]:
        """The best networks of either side, and what the headline says was moved most."""
        moved = self._moved(result, Speaker(result)) if self._one_firm else None
        best = {network for key in SIDES for network in result.facts[f"{key}.tied"]}
        return best | ({moved} if moved else set())
