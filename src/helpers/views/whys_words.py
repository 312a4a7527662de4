"""The words of the whys: headline, remarks, table and text alternative."""

from helpers.data.tables import NONE, Tables
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _


class WhysWords:
    """What the picture of the whys says."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def _named(self, option: str) -> str:
        """An option within a sentence."""
        return _("website first") if option == NONE else self._tables.name("network", option)

    def _head(self, head: str, result: Result) -> tuple[str, ...]:
        """What stands above a group of aims: fully, and short."""
        speak, silent = Speaker(result), self._named(result.facts["silent"])
        if head == "wrong":
            fields = {"wrong": speak.bare("wrong"), "network": silent}
            return (
                _("For the other {wrong}, something else comes first").format(**fields)
                if result.value("right")
                else _("Without a why: {network}. For each aim, something else comes first").format(
                    **fields
                ),
                _("For {wrong}, something else is first").format(**fields),
            )
        fields = {"network": silent, "right": speak.bare("right"), "aims": speak("aims")}
        aims = speak.plural("{number} aim", "{number} aims", "aims")
        return (
            _("Without a why: {network}. Right for {right} of {aims}").format(
                **{**fields, "aims": aims}
            ),
            _("{network}: right for {right} of {aims}").format(**{**fields, "aims": aims}),
        )

    def _wants(self, result: Result) -> str:
        """What the firm wants in the last row, by its coins."""
        speak, mix = Speaker(result), result.facts["mix"]
        if not mix:
            return _("Nobody says why")
        if len(mix) == 1:
            return _("Only {aim}").format(aim=self._tables.name("purpose", mix[0]))
        first, second = mix[:2]
        return _("{first} {coins}, {second} {rest}").format(
            first=self._tables.name("purpose", first),
            coins=speak.bare(f"{first}.coins"),
            second=self._tables.name("purpose", second),
            rest=speak.bare(f"{second}.coins"),
        )

    def words(self, result: Result) -> Words:
        speak, facts = Speaker(result), result.facts
        silent = self._named(facts["silent"])
        headline = _("Without a why, {firm} gets {network}: right for {right} of {aims}.")
        headline = headline.format(
            firm=facts["firm"],
            network=silent,
            right=speak.bare("right"),
            aims=speak.plural("{number} aim", "{number} aims", "aims"),
        )
        if "mix" in facts:
            headline = f"{headline} {self._of_mix(result, speak)}"
        alt = _(
            "A row for each aim, on a scale of fit from nought to ten; a full mark is what comes "
            "first, a ring is {network}, what the firm gets without a why. {headline}"
        ).format(network=silent, headline=headline)
        remark = _(
            "In {near} plausible readings of what is known and wanted it is right for {low} to "
            "{high} aims; for all of them in {always}."
        ).format(
            near=speak("near"),
            low=speak.bare("right_low"),
            high=speak.bare("right_high"),
            always=speak("always"),
        )
        return speak.words(headline, self._table(result, speak), alt, [remark])

    def _of_mix(self, result: Result, speak: Speaker) -> str:
        """What comes first for the mix, and what is next."""
        mix, (first, second) = result.facts["mix"], result.facts["mix_order"][:2]
        best, other = result.value(f"mix.{first}"), result.value(f"mix.{second}")
        fields = {
            "first": self._named(first),
            "fit": speak.bare(f"mix.{first}"),
            "second": self._named(second),
            "other": speak.bare(f"mix.{second}"),
        }
        if not mix:
            wanted = _("With all aims alike")
        elif len(mix) == 1:
            wanted = _("With {aim} alone").format(aim=self._tables.name("purpose", mix[0]))
        else:
            wanted = _("With {coins} coins on {aim} and {rest} on {more}").format(
                coins=speak.bare(f"{mix[0]}.coins"),
                aim=self._tables.name("purpose", mix[0]),
                rest=speak.bare(f"{mix[1]}.coins"),
                more=self._tables.name("purpose", mix[1]),
            )
        sentence = _("{wanted}: {first} {fit}, {second} {other}.")
        if best - other < result.value("tie"):
            sentence = _("{wanted}: {first} {fit}, {second} {other}, a tie.")
        return sentence.format(wanted=wanted, **fields)

    def _table(self, result: Result, speak: Speaker) -> Table:
        facts = result.facts
        silent = facts["silent"]
        rows = [
            (
                self._tables.name("purpose", aim),
                self._named(facts["first"][aim]),
                speak.bare(f"{aim}.best"),
                self._named(facts["second"][aim]),
                speak.bare(f"{aim}.next"),
                speak.bare(f"{aim}.silent"),
            )
            for aim in facts["order"]
        ]
        first, second = facts["even_order"][:2]
        rows.append(
            (
                _("all alike"),
                self._named(first),
                speak.bare("even.best"),
                self._named(second),
                speak.bare("even.next"),
                speak.bare("even.best"),
            )
        )
        if facts.get("mix"):
            first, second = facts["mix_order"][:2]
            rows.append(
                (
                    _("the mix"),
                    self._named(first),
                    speak.bare(f"mix.{first}"),
                    self._named(second),
                    speak.bare(f"mix.{second}"),
                    speak.bare(f"mix.{silent}"),
                )
            )
        header = (
            _("Aim"),
            _("First"),
            _("Fit"),
            _("Second"),
            _("Its fit"),
            _("{network} has").format(network=self._tables.name("network", silent)),
        )
        caption = _("Fit in points of ten, with each aim as the only one")
        return Table(caption, header, tuple(rows))
