"""The words of the whys: headline, remarks, table and text alternative."""

from math import isclose

from helpers.data.tables import NONE, Tables
from helpers.models.fit import apart
from helpers.models.result import Result
from helpers.views.fit import HALF_A_POINT
from helpers.views.whys_lines import Line, level_in_mix, number
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

    def _starting(self, option: str) -> str:
        """An option at the start of a sentence."""
        return _("Website first") if option == NONE else self._named(option)

    def _head(self, head: str, result: Result, named: bool = True) -> tuple[str, ...]:
        """What stands above a group of aims: fully, and short; ``named`` with the firm."""
        speak, silent = Speaker(result), self._named(result.facts["silent"])
        if head == "wrong":
            tie = _("half a point") if isclose(result.value("tie"), HALF_A_POINT) else speak("tie")
            fields = {"wrong": speak.bare("wrong"), "network": silent, "tie": tie}
            return (
                speak.plural(
                    "For {number} aim, something else is at least {tie} ahead",
                    "For the other {number}, something else is at least {tie} ahead",
                    "wrong",
                    tie=tie,
                )
                if result.value("right")
                else _("Without a why: {network}. For each aim, at least {tie} behind").format(
                    **fields
                ),
                _("For {wrong}, at least {tie} behind").format(**fields),
            )
        fields = {
            "network": silent,
            "start": self._starting(result.facts["silent"]),
            "right": speak.bare("right"),
            "aims": speak.plural("{number} aim", "{number} aims", "aims"),
        }
        tries = (
            _("Without a why: {network}. Right for {right} of {aims}"),
            _("{start}: right for {right} of {aims}"),
        )
        if self._is_tied(result):
            fields["other"] = self._named(result.facts["even_order"][1])
            tries = (
                _("Without a why: {network} ≈ {other}. {start} is right for {right} of {aims}"),
                _("{start} ≈ {other}. {start} is right for {right} of {aims}"),
                tries[-1],
            )
        firm = (
            _("Without a why, {firm} gets {network}{hair}: right for {right} of {aims}"),
            _("{firm} without a why: {network}{hair}. Right for {right} of {aims}"),
            _("{firm}, no why: {network}{hair}, right for {right} of {aims}"),
            _("{firm}: {network}{hair}, right for {right} of {aims}"),
        )
        fields |= {"firm": result.facts["firm"], "hair": self._hair(result)}
        return tuple(said.format(**fields) for said in (*(firm if named else ()), *tries))

    def _hair(self, result: Result) -> str:
        """How little what silence gets is ahead; '' where that is more than a tie."""
        if not self._is_tied(result):
            return ""
        ahead = apart(result.value("even.best"), result.value("even.next"))
        return _(" by a hair") if ahead else _(" in a dead heat")

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
        headline = self._of_silence(result, speak)
        if facts.get("mix"):  # what is tried leads
            headline = f"{self._of_mix(result, speak)} {headline}"
        alt = _(
            "A row for each aim, on a scale of fit from nought to ten; a full mark is what comes "
            "first, a ring is {network}, what the firm gets without a why. {headline}"
        ).format(network=silent, headline=headline)
        if facts.get("mix"):
            alt = f"{alt} {self._wants(result)}."
        remark = speak.plural(
            "Were our estimates a little off, silence would still be right for {low} to {number} "
            "aim, {near} times.",
            "Were our estimates a little off, silence would still be right for {low} to {number} "
            "aims, {near} times.",
            "right_high",
            near=speak("near"),
            low=speak.bare("right_low"),
        )
        remarks = [
            *self._silence(result, speak),
            *self._ties(result, speak),
            remark,
            *self._out(result, speak),
        ]
        if facts.get("tried"):
            tried = _("Tried: searches that find the firm, {found}.").format(found=speak("found"))
            remarks.insert(0, tried)
        return speak.words(headline, self._table(result, speak), alt, remarks)

    def _of_silence(self, result: Result, speak: Speaker) -> str:
        """What silence gets, for how many aims that is right, and what it costs for the others."""
        said = _("Without a why, {firm} gets {network}{hair}: right for {right} of {aims}.")
        if "short.most" in result and not result.facts.get("mix"):
            said = _(
                "Without a why, {firm} gets {network}{hair}: right for {right} of {aims}; "
                "loses up to {short} points ({aim})."
            )
        return said.format(
            firm=result.facts["firm"],
            network=self._named(result.facts["silent"]),
            hair=self._hair(result),
            right=speak.bare("right"),
            aims=speak.plural("{number} aim", "{number} aims", "aims"),
            short=speak.bare("short.most") if "short.most" in result else "",
            aim=self._tables.name("purpose", result.facts["order"][-1]),
        )

    def _silence(self, result: Result, speak: Speaker) -> list[str]:
        """What the silent answer has here, and what it costs where that is more than a tie."""
        facts, silent = result.facts, result.facts["silent"]
        if "mix" in facts and not facts["mix"]:
            return [] if self._is_tied(result) else [self._of_mix(result, speak)]
        if not facts.get("mix") or silent == facts["mix_order"][0]:
            return []
        fields = {"network": self._named(silent), "fit": speak.bare(f"mix.{silent}")}
        if result.value("mix.short") >= result.value("tie"):
            said = _("Silence costs {short} points here: {network}, which it gets, has {fit}.")
            return [said.format(short=speak.bare("mix.short"), **fields)]
        if silent in facts["mix_order"][:2]:
            return []
        fields["network"] = self._starting(silent)
        return [_("{network}, which it gets without a why, has {fit} here.").format(**fields)]

    def _ties(self, result: Result, speak: Speaker) -> list[str]:
        """Between what the silent answer is a tie, and what a tie means for the owner."""
        facts, said = result.facts, []
        costs = len(facts.get("mix", ())) > 1 and result.value("mix.short") >= result.value("tie")
        if self._is_tied(result) and not costs:  # that would read as advice against these coins
            said.append(self._had_it_gone(result, speak))
        if self._is_tied(result) and not facts.get("mix"):  # coins have a tie of their own
            first, second = map(self._named, facts["even_order"][:2])
            said.insert(
                0,
                _(
                    "All aims alike, {first} ({fit}) and {second} ({other}) are a tie. Say why "
                    "first; only then let hours decide."
                ).format(
                    first=first,
                    second=second,
                    fit=speak.bare("even.best"),
                    other=speak.bare("even.next"),
                ),
            )
        if facts.get("mix") and self._mixed(result).tie:
            level = list(map(self._named, level_in_mix(result)))
            wanted = _("these coins")
            if len(facts["mix"]) == 1:
                wanted = self._tables.name("purpose", facts["mix"][0])
            said.append(
                _(
                    "For {wanted}, {options} are less than half a point apart: take the one that "
                    "you have hours for."
                ).format(wanted=wanted, options=locale.listing(level))
            )
        return said

    def _had_it_gone(self, result: Result, speak: Speaker) -> str:
        """For how many aims what is a tie with the answer to silence would be right."""
        other, facts = result.facts["even_order"][1], result.facts
        key = f"right_of.{other}"
        aims = speak.plural("{number} aim", "{number} aims", key)
        said = _("Were {other} taken instead, silence would be right for {aims}{this}.")
        if result.value(key) == result.value("right") and not (
            set(facts["right_of_next"]) & set(facts["right"])
        ):
            said = _(
                "Were {other} taken instead, silence would again be right for {aims}, but for "
                "others{this}."
            )
        this = ""
        if len(facts.get("mix", ())) == 1:
            (aim,) = facts["mix"]
            among = aim in facts["right_of_next"]
            this = _(", this one among them") if among else _(", not this one")
        return said.format(other=self._named(other), aims=aims, this=this)

    @staticmethod
    def _is_tied(result: Result) -> bool:
        """Whether what silence gets is less than a tie ahead of the next."""
        both = "even.best", "even.next"
        return both[1] in result and apart(*map(result.value, both)) < result.value("tie")

    def _out(self, result: Result, speak: Speaker) -> list[str]:
        """The networks that are out before any score."""
        out = [self._named(option) for option in result.facts["out"]]
        if not out:
            return []
        said = _(
            "Out, with fewer than {least} of the people wanted there and in a mood for the "
            "firm: {networks}."
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
        wanted = _("These coins") if mix else _("All alike")
        if len(mix) == 1:
            wanted = self._tables.name("purpose", mix[0])
        if not others:
            return _("{wanted}: {first} {fit}.").format(wanted=wanted, **fields)
        (second,) = others
        fields |= {"second": self._named(second), "other": speak.bare(f"mix.{second}")}
        sentence = _("{wanted}: {first} {fit}, {second} {other}.")
        best, less = result.value(f"mix.{first}"), result.value(f"mix.{second}")
        if apart(best, less) < result.value("tie"):
            sentence = _("{wanted}: {first} {fit}, {second} {other}, a tie.")
        return sentence.format(wanted=wanted, **fields)

    def _table(self, result: Result, speak: Speaker) -> Table:
        facts, silent = result.facts, result.facts["silent"]

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
            judged = self._judged(aim in facts["right"], aim in facts["tied"])
            rows.append((*row(name, facts["first"][aim], second, keys), judged))
        first, second = (*facts["even_order"], None)[:2]
        keys = "even.best", "even.next", "even.best"
        rows.append((*row(_("all alike"), first, second, keys), "–"))
        if self._has_last_row(result) and facts["mix"]:
            first, second = (*facts["mix_order"], None)[:2]
            keys = f"mix.{first}", f"mix.{second}", f"mix.{silent}"
            costs = result.value("mix.short") >= result.value("tie")
            judged = self._judged(not costs, self._mixed(result).tie)
            rows.append((*row(self._wants(result), first, second, keys), judged))
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
        return Table(_("Fit in points of ten, with each aim as the only one"), header, tuple(rows))

    @staticmethod
    def _judged(right: bool, tied: bool) -> str:
        """Whether the answer to silence is right; ``tied`` where first and second are a tie."""
        if not right:
            return _("wrong, a tie of two others") if tied else _("wrong")
        return _("right, a tie") if tied else _("right")

    def _lines(self, result: Result) -> dict[str, Line]:
        """What each aim's row shows."""
        facts, silent = result.facts, result.facts["silent"]
        found = {}
        for aim in facts["order"]:
            best, lost = (result.value(f"{aim}.{part}") for part in ("best", "silent"))
            ring, tied_with = facts["first"][aim] != silent, None
            # Only where silence is right: a tie of two others is none of its own, and is named.
            tie = aim in facts["tied"] and aim in facts["right"]
            if aim in facts["tied"]:
                tied_with = facts["second"][aim], result.value(f"{aim}.next")
            found[aim] = Line(
                self._tables.name("purpose", aim),
                facts["first"][aim],
                best,
                *((silent, lost) if ring else (None, None)),
                tie,
                tied_with,
                result.value("tie"),
            )
        return found

    def _with_fit(self, option: str, fit: float) -> str:
        return f"{self._named(option)} {number(fit)}"

    @staticmethod
    def _has_last_row(result: Result) -> bool:
        """Whether the last row says what no other does: all aims alike, or a mix of them."""
        return "mix" in result.facts and len(result.facts["mix"]) != 1

    def _mixed(self, result: Result) -> Line:
        """The row of the mix: its first, what that is a tie with, and the answer to silence."""
        first, *others = result.facts["mix_order"][:2]
        if not others:
            return Line("", first, result.value(f"mix.{first}"), None, None)
        (second,), silent = others, result.facts["silent"]
        best, less = result.value(f"mix.{first}"), result.value(f"mix.{second}")
        tie = apart(best, less) < result.value("tie")
        tied_with = (second, less) if tie else None
        if first == silent:
            return Line("", first, best, None, None, tie, tied_with)
        its = result.value(f"mix.{silent}")
        return Line("", first, best, silent, its, tie, tied_with, result.value("tie"))

    def _said(self, line: Line) -> str:
        said = self._with_fit(line.first, line.fit)
        return said + _(", a tie") if line.tie else said
