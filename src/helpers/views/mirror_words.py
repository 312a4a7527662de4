"""The words of the mirror: one list of popular networks, and what two firms make of it."""

from helpers.data.tables import NONE, Tables
from helpers.models.fit import apart
from helpers.models.mirror import LEFT, RIGHT
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
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
        remarks = [
            _(
                "Out before any score: a network whose usable audience (there × mood for us ÷ 4) "
                "is under {least}; website first is exempt."
            ).format(least=speak("least_audience"))
        ]
        if self._one_firm:
            if missed := self._missed(result, speak):
                remarks.insert(0, missed)
            sentence = _("{network}, number one of the list, has {fit}.")
            if result.facts["moved"]:
                sentence = _(
                    "{network}, number one of the list, has {fit} here, and {before} as it is."
                )
            remarks.append(
                sentence.format(
                    network=self._name(result.facts["popular"][0]),
                    fit=speak(f"{RIGHT}.{result.facts['popular'][0]}.fit"),
                    before=speak(f"{LEFT}.{result.facts['popular'][0]}.fit"),
                )
            )
        return speak.words(headline, self._table(result, speak), alt, remarks)

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
        named = [self._with_fit(n, speak) for n in tied]
        return sentence.format(
            firm=firm,
            networks=locale.listing(named),
            network=self._name(ranking[0]),
            use=self._in_use(ranking[0], result),
            fit=speak.bare(f"{RIGHT}.{ranking[0]}.fit"),
            none=none,
        )

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

    def _table(self, result: Result, speak: Speaker) -> Table:
        """Every step to fit, a row for either side; one where both are the same.

        The shares of the list, which no control moves, are those of the picture for two firms.
        """
        same = self._one_firm and not result.facts["moved"]
        keys = (RIGHT,) if same else (LEFT, RIGHT)
        after = ("audience", *(["purpose", "content"] if self._one_firm else []))
        rows = []
        for option in (*result.facts["popular"], NONE):
            listed = [] if self._one_firm else ["–"]
            if listed and option != NONE:
                listed = [speak(f"{option}.popularity")]
            for key in keys:
                fit = speak.bare(f"{key}.{option}.fit")
                if option in result.facts[f"{key}.out"]:
                    fit = _("out ({fit})").format(fit=fit)
                elif option in (tied := result.facts[f"{key}.tied"]):
                    best = (
                        _("{fit} (best network)") if len(tied) == 1 else _("{fit} (≈ best network)")
                    )
                    fit = best.format(fit=fit)
                whose = () if same else (result.facts[f"{key}.name"],)
                told = (speak.bare(f"{key}.{option}.{step}") for step in after)
                here, mood = (
                    speak.bare(f"{key}.{option}.here"),
                    self._mood(key, option, result, speak),
                )
                rows.append((self._name(option), *listed, *whose, here, mood, *told, fit))
        header = [_("Option")] if self._one_firm else [_("Option"), _("Adults")]
        if not same:
            header.append(_("Side") if self._one_firm else _("Firm"))
        header += [_("There"), _("Mood for us, 0 to 4"), _("Usable audience")]
        if self._one_firm:
            header += [_("Purpose"), _("Content")]
        header.append(_("Fit"))
        caption = _(
            "There × mood for us (our assumption, no survey) ÷ 4 = usable audience; website first: "
            "who search and do not find us; fit in points of ten"
        )
        if self._one_firm:
            caption = _(
                "There × mood for us (our assumption, no survey) ÷ 4 = usable audience; website "
                "first: who search and do not find us; purpose, content and fit in points of ten"
            )
        return Table(caption, tuple(header), tuple(rows))

    @staticmethod
    def _mood(key: str, option: str, result: Result, speak: Speaker) -> str:
        """The mood for us, and of what it is made: the step that is rated, and the lift."""
        said = speak.bare(f"{key}.{option}.mood")
        if result.value(f"{key}.{option}.lift") <= 0:
            return said
        return _("{mood} ({rated} + {lift})").format(
            mood=said,
            rated=speak.bare(f"{key}.{option}.rated"),
            lift=speak.bare(f"{key}.{option}.lift"),
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

    @staticmethod
    def _compared(result: Result) -> set[str]:
        """The best networks of either side: what each is for the other firm is said, too."""
        return {network for key in SIDES for network in result.facts[f"{key}.tied"]}
