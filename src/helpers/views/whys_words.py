"""The words of the whys: headline, remarks, table and text alternative."""

from helpers.data.tables import NONE, Tables
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
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
        if self._is_tied(result):
            headline = _(
                "Without a why, {firm} gets {network}, in a tie with {other}: right for {right} "
                "of {aims}."
            )
        headline = headline.format(
            firm=facts["firm"],
            network=silent,
            other=self._named(facts["even_order"][1]) if "even.next" in result else "",
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
        remarks = [remark, *self._out(result, speak)]
        return speak.words(headline, self._table(result, speak), alt, remarks)

    @staticmethod
    def _is_tied(result: Result) -> bool:
        """Whether what silence gets is less than a tie ahead of the next."""
        if "even.next" not in result:
            return False
        return result.value("even.best") - result.value("even.next") < result.value("tie")

    def _out(self, result: Result, speak: Speaker) -> list[str]:
        """The networks that are out before any score."""
        out = [self._named(option) for option in result.facts["out"]]
        if not out:
            return []
        said = _(
            "Out before any score, with fewer than {least} of the people wanted there and in a "
            "mood for the firm: {networks}."
        )
        if len(out) + 1 == len(result.options):
            said = _(
                "Every network is out before any score: on none are {least} of the people wanted "
                "there and in a mood for the firm."
            )
        return [said.format(networks=locale.listing(out), least=speak("least_audience"))]

    def _of_mix(self, result: Result, speak: Speaker) -> str:
        """What comes first for the mix, and what is next."""
        mix, (first, *others) = result.facts["mix"], result.facts["mix_order"][:2]
        fields = {"first": self._named(first), "fit": speak.bare(f"mix.{first}")}
        if not mix:
            wanted = _("With all aims alike")
        elif len(mix) == 1:
            wanted = _("With {aim} alone").format(aim=self._tables.name("purpose", mix[0]))
        else:
            wanted = _("With {coins} of ten coins on {aim} and {rest} on {more}").format(
                coins=speak.bare(f"{mix[0]}.coins"),
                aim=self._tables.name("purpose", mix[0]),
                rest=speak.bare(f"{mix[1]}.coins"),
                more=self._tables.name("purpose", mix[1]),
            )
        if not others:
            return _("{wanted}: {first} {fit}.").format(wanted=wanted, **fields)
        (second,) = others
        fields |= {"second": self._named(second), "other": speak.bare(f"mix.{second}")}
        sentence = _("{wanted}: {first} {fit}, {second} {other}.")
        if result.value(f"mix.{first}") - result.value(f"mix.{second}") < result.value("tie"):
            sentence = _("{wanted}: {first} {fit}, {second} {other}, a tie.")
        return sentence.format(wanted=wanted, **fields)

    def _table(self, result: Result, speak: Speaker) -> Table:
        facts = result.facts
        silent = facts["silent"]

        def row(label: str, first: str, second: str | None, keys: tuple[str, str, str]) -> tuple:
            best, following, ours = keys
            return (
                label,
                self._named(first),
                speak.bare(best),
                self._named(second) if second else _("none"),
                speak.bare(following) if second else "–",
                speak.bare(ours),
            )

        rows = []
        for aim in facts["order"]:
            keys = f"{aim}.best", f"{aim}.next", f"{aim}.silent"
            second = facts["second"].get(aim)
            name = self._tables.name("purpose", aim)
            rows.append((*row(name, facts["first"][aim], second, keys), self._judged(aim, result)))
        first, second = (*facts["even_order"], None)[:2]
        keys = "even.best", "even.next", "even.best"
        rows.append((*row(_("all alike"), first, second, keys), "–"))
        if facts.get("mix"):
            first, second = (*facts["mix_order"], None)[:2]
            keys = f"mix.{first}", f"mix.{second}", f"mix.{silent}"
            rows.append((*row(_("the mix"), first, second, keys), "–"))
        for network in facts["out"]:
            rows.append((self._named(network), _("out"), "–", "–", "–", "–", "–"))
        header = (
            _("Aim"),
            _("First"),
            _("Fit"),
            _("Second"),
            _("Its fit"),
            _("{network} has").format(network=self._tables.name("network", silent)),
            _("Silence is"),
        )
        caption = _("Fit in points of ten, with each aim as the only one")
        return Table(caption, header, tuple(rows))

    def _judged(self, aim: str, result: Result) -> str:
        """Whether the answer to silence is right for an aim."""
        if aim not in result.facts["right"]:
            return _("wrong")
        return _("right, a tie") if aim in result.facts["tied"] else _("right")
