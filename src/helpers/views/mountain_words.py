"""What advice is worth, in words: the claim, what would turn it, the sums behind it."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models.gates import OFF, SKIPPED
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words import units
from helpers.words.locale import _

PRINTS = 0.5
"""Fewer euros print as nought."""
NEAR = 0.01
"""Odds that are no further apart may print alike."""
NO_NEWS, LEAVES, OPENS, HAIR, ALIKE, ASK, DECIDE = (
    "no news", "leaves", "opens", "hair", "alike", "ask", "decide",
)  # fmt: skip
"""What there is to say of an answer."""


def case_of(result: Result) -> str:
    """Which of the things that can be said of an answer is true of this one."""
    facts, worth = result.facts, result.value("evsi")
    if not facts["news"]:
        return NO_NEWS
    if not facts["turns"]:
        return OPENS if facts["opens"] else LEAVES
    if worth < PRINTS:
        return HAIR
    if Speaker(result).alike("evsi", "fee"):
        return ALIKE
    return ASK if facts["buy"] else DECIDE


def hair_wide(result: Result) -> bool:
    """Whether the window is so narrow that no whole percent lies within it."""
    low, high = result["asks_from"], result["asks_to"]
    return units.whole_percent(low.value, low.unit) > units.whole_percent(high.value, high.unit)


def erring(result: Result) -> bool:
    """Whether an expert says “open it” more often of bad cases than of good ones."""
    return result.value("sensitivity") + result.value("specificity") < 1


def no_sum(name: str, state: str) -> str:
    """Why nobody can say in euros what success would bring a firm; ``state`` of its pay-off."""
    said = _(
        "What success would bring {company} is no sum of euros yet: it needs an objective that "
        "counts more customers, and what one of them leaves."
    )
    if state == OFF:
        said = _("For {company} every network is stopped before anybody asks what it brings.")
    elif state == SKIPPED:
        said = _("{company} does not aim at sales first, so its success is no sum of euros.")
    return said.format(company=name)


class MountainWords:
    """What the mountain says."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    # In the picture -------------------------------------------------------------------

    def between(self, result: Result) -> str:
        """The ends of the window, as whole percent within it; one figure where they are one."""
        speak = Speaker(result)
        low, high = speak("asks_from"), speak("asks_to")
        if hair_wide(result):
            return _("between {low} and {high}").format(low=high, high=low)
        if low == high:
            return _("at {odds}").format(odds=low)
        return _("{low} to {high}").format(low=low, high=high)

    def readout(self, result: Result) -> Iterator[str]:
        """Behind the worth: what it is, and what follows."""
        yield _("worth of the expert's answer:")
        yield {
            NO_NEWS: _("it tells nothing new"),
            LEAVES: _("you leave it anyway"),
            OPENS: _("you open anyway"),
            HAIR: _("not one euro, do not ask"),
            ALIKE: _("as much as the fee"),
            ASK: _("more than the fee, ask"),
            DECIDE: _("less than the fee, do not ask"),
        }[case_of(result)]

    # Beside it ------------------------------------------------------------------------

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        remarks = list(self._remarks(result, speak))
        further = list(self._further(result, speak))
        if "stands_in" in result.facts:  # whose sums they are comes before what follows from them
            remarks, rest = [result.facts["stands_in"], *remarks[:2]], remarks[2:]
            further = [*rest, *further]
        table, alt = self._table(result, speak), self._alt(result, speak)
        return speak.words(headline, table, alt, remarks, further)

    @staticmethod
    def _headline(result: Result, speak: Speaker) -> str:
        said = {
            NO_NEWS: _("This expert's answer tells nothing new: at no odds is it worth anything."),
            LEAVES: _(
                "Opening pays from odds of {even} on; at {odds} you leave it after either answer: "
                "asking is worth nothing."
            ),
            OPENS: _(
                "Opening pays from odds of {even} on; at {odds} you open after either answer: "
                "asking is worth nothing."
            ),
            HAIR: _("At odds of {odds} the answer is worth less than one euro: do not ask."),
            ALIKE: _("At odds of {odds} the answer is worth {worth}, as much as its fee."),
            ASK: _("At odds of {odds} the answer is worth {worth}, the fee {fee}: ask."),
            DECIDE: _("At odds of {odds} the answer is worth {worth}, the fee {fee}: do not ask."),
        }[case_of(result)]
        fields = {key: speak(key) for key in ("odds", "evsi", "fee", "even_odds")}
        return said.format(worth=fields["evsi"], even=fields["even_odds"], **fields)

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        yield self._why(result, speak)
        contrary = erring(result) and result.facts["news"]
        if contrary and result.facts["turns"]:
            yield _(
                "This expert says “open it” more often of bad cases than of good ones. That helps, "
                "too: do the opposite of what you hear."
            )
        elif contrary:
            yield _(
                "This expert says “open it” more often of bad cases than of good ones; at your "
                "odds that is no help."
            )
        if "asks_from" in result:
            ends = {"low": speak("asks_from"), "high": speak("asks_to")}
            said = _("Such an answer is worth its fee at odds of {low} to {high}.")
            if hair_wide(result):
                said = _("Such an answer is worth its fee only at odds between {high} and {low}.")
            elif speak.alike("asks_from", "asks_to"):
                said = _("Such an answer is worth its fee only at odds of {low}.")
            yield said.format(**ends)
        elif result.value("fee") >= PRINTS and result.facts["news"]:  # else the headline says it
            yield _("At no odds is such an answer worth this fee.")
        if result.value("fee") >= PRINTS and not contrary:  # what costs nothing need not be earned
            yield self._turns(result, speak)

    @staticmethod
    def _why(result: Result, speak: Speaker) -> str:
        """The sum behind the worth, or why there is none."""
        fields = {"without": speak("opening_size")}
        if not result.facts["news"]:
            return _(
                "“Open it” is said of bad cases as often as of good ones; whoever hears it knows "
                "what was known before."
            )
        if not result.facts["turns"]:
            low, high = sorted(("after_bad", "after_good"), key=result.value)
            said = _("Even after “leave it” the odds are {after}, and {even} are enough to open.")
            after = low
            if not result.facts["opens"]:
                said = _("Even after “open it” the odds are {after}, and it takes {even} to open.")
                after = high
            apart = abs(result.value(after) - result.value("even_odds"))
            if low == "after_good" or apart < NEAR:  # no figure helps here
                return _("No answer of this expert takes you across the odds at which it turns.")
            return said.format(after=speak(after), even=speak("even_odds"))
        fields |= {"brings": speak("answer_brings"), "takes": speak("answer_takes")}
        if erring(result):  # the no is ours then, after “open it”, and the yes after “leave it”
            said = _(
                "Unasked you would leave it. Doing the opposite brings {brings} on average where "
                "that is right, and costs {takes} where it is wrong."
            )
            if result.facts["opens"]:
                said = _(
                    "Unasked you would open. Doing the opposite saves {brings} on average where "
                    "that is right, and costs {takes} where it is wrong."
                )
            return said.format(**fields)
        if result.facts["opens"]:
            return _(
                "Unasked you would open. A justified no saves {brings} on average, a wrong no "
                "costs {takes}."
            ).format(**fields)
        return _(
            "Unasked you would leave it. A justified yes brings {brings} on average, a wrong yes "
            "costs {takes}."
        ).format(**fields)

    @staticmethod
    def _turns(result: Result, speak: Speaker) -> str:
        """How good the expert has to be at these odds: what nobody publishes decides."""
        good, bad = "turns_sensitivity" in result, "turns_specificity" in result
        kept = result.value("evsi") >= result.value("fee")
        if speak.alike("evsi", "fee"):
            return _("The answer just earns its fee; from a worse eye it would not.")
        now = (("turns_sensitivity", "sensitivity"), ("turns_specificity", "specificity"))
        if not kept and any(key in result and speak.alike(key, here) for key, here in now):
            return _("A slightly better eye would earn the fee.")
        if good and bad:
            said = _(
                "To earn the fee the expert must recognise {bad} of the bad cases, not {bad_now}, "
                "or {good} of the good ones, not {good_now}."
            )
            if kept:
                said = _(
                    "The fee is still earned if only {bad} of the bad cases are recognised, or "
                    "else only {good} of the good ones."
                )
        elif bad:
            said = _(
                "To earn the fee the expert must recognise {bad} of the bad cases, not {bad_now}."
            )
            if kept:
                said = _("The fee is still earned by whoever recognises {bad} of the bad cases.")
        elif good:
            said = _(
                "To earn the fee the expert must recognise {good} of the good cases, not "
                "{good_now}."
            )
            if kept:
                said = _("The fee is still earned by whoever recognises {good} of the good cases.")
        else:
            return _("At your odds no better eye for one kind of case alone earns this fee.")
        rates = {
            "good": speak("turns_sensitivity") if good else "",
            "bad": speak("turns_specificity") if bad else "",
            "good_now": speak("sensitivity"),
            "bad_now": speak("specificity"),
        }
        return said.format(**rates)

    @staticmethod
    def _further(result: Result, speak: Speaker) -> Iterator[str]:
        if result.facts.get("about"):
            yield result.facts["about"]
        yield _(
            "Opening leaves {gain} a year if it succeeds and costs {loss} if not; at your odds it "
            "is worth {opening} unasked."
        ).format(gain=speak("gain"), loss=speak("loss"), opening=speak("opening"))
        if result.facts["news"] and 0 < result.value("odds") < 1 and not erring(result):
            yield _(
                "At your odds “open it” comes in {often} of cases and lifts the odds to {good}; "
                "“leave it” takes them to {bad}."
            ).format(often=speak("says_good"), good=speak("after_good"), bad=speak("after_bad"))
        yield _(
            "Nobody publishes how often experts are right. Knowing for certain would be worth "
            "{evpi}; no answer is worth more."
        ).format(evpi=speak("evpi"))

    @staticmethod
    def _after(result: Result, speak: Speaker, answer: str) -> str:
        """The odds after an answer, if this expert ever gives it."""
        good = result.value("says_good")
        given = good if answer == "good" else 1 - good
        return speak.bare(f"after_{answer}") if given > 0 else _("is never said")

    @staticmethod
    def _table(result: Result, speak: Speaker) -> Table:
        rows = [
            (_("Opening, unasked"), speak.bare("opening")),
            (_("The expert's answer"), speak.bare("evsi")),
            (_("Knowing for certain"), speak.bare("evpi")),
            (_("The fee, once"), speak.bare("fee")),
            (_("Odds after “open it”"), MountainWords._after(result, speak, "good")),
            (_("Odds after “leave it”"), MountainWords._after(result, speak, "bad")),
            (_("Opening pays from odds of (rounded up)"), speak.bare("even_odds")),
        ]
        caption = _("Worth in euros over the first year, at your odds of {odds}").format(
            odds=speak("odds")
        )
        return Table(caption, (_("What"), _("Figure")), tuple(rows))

    def _alt(self, result: Result, speak: Speaker) -> str:
        fields = {
            key: speak(key)
            for key in ("odds", "evsi", "fee", "changes_from", "changes_to", "even_odds", "peak")
        }
        said = [
            _(
                "Over the odds from nought to certain, a mountain shows what the answer is worth: "
                "from {changes_from} to {changes_to}, highest at {even_odds} with {peak}. Left of "
                "it you leave it anyway, right of it you open anyway."
            )
        ]
        if not result.value("peak"):
            said = [_("No mountain is drawn, as the answer is worth nothing at any odds.")]
        said.append(_("A line is drawn at the fee, {fee}. You stand at {odds}: {evsi}."))
        window = _("Nowhere does the mountain rise above it.")
        if "asks_from" in result:
            window = _("Above it the mountain is green: ask there, {between}.")
            fields["between"] = self.between(result)
        said.append(window)
        return " ".join(said).format(**fields)
