"""Whether an expert is asked first, in words that go with what is signed."""

from collections.abc import Iterator

from helpers.findings import Findings
from helpers.memo.stopping import near_day
from helpers.models.gate_figures import customers_aimed_at
from helpers.models.result import Result
from helpers.views.words import Speaker
from helpers.words import units
from helpers.words.locale import _


def advice_sentence(found: Findings, dated: bool = True, bare: bool = False) -> str:
    """Whether to ask an expert first; the sums, and what a closed door would be worth, are annex.

    What is signed has a stop, so that a loss ends on the day of the review: one sum for all firms.
    That a year which nobody stops would lose is said beside it. ``dated``: with the day of the
    stop, which stands above. ``bare``: who asks nobody has a year that nobody stops in the annex.
    """
    network = found.tables.name("network", found.stakes[0])
    if found.stopped is not None:
        return " ".join(_signed_advice(found, found.stopped, dated, bare))
    if found.advice is None:
        if not found.sells:
            return _("Worth no sum that can be said: no sale is the aim.")
        if not found.company.contribution or customers_aimed_at(found.company) is None:
            return _("Worth no sum yet: aim, or what a customer leaves, is not known.")
        said = _("{network} is stopped whatever an expert says: decide without.")
        return said.format(network=network)
    if not found.signed and found.decision[found.stakes[0]].failed:
        return _("Website and search need no expert: decide without.")
    return _unopened_advice(found, found.advice, network)


def _signed_advice(found: Findings, stopped: Result, dated: bool, bare: bool) -> Iterator[str]:
    """Advice on what is signed, whose loss ends with the stop."""
    speak, adds = Speaker(stopped), round(stopped.value("evsi")) > 0
    if not stopped.facts["opens"]:
        said = _(
            "At {odds} even the weeks until {day} lose more than they can win: these odds speak "
            "against signing."
        )
        if found.asks:
            said = _(
                "At {odds} even the weeks until {day} lose more than they can win; asking is worth "
                "{worth}, fee {fee}: ask first."
            )
    elif found.asks:
        said = _(
            "At {odds} an expert is worth {worth} (fee {fee}) if we stop where nothing comes: ask "
            "first. After a no nothing is posted."
        )
        if bare:
            said = _(
                "At {odds} an expert is worth {worth} (fee {fee}) if we stop where nothing comes: "
                "ask first."
            )
    elif adds:
        said = _("At {odds} {won}; an expert is worth {worth}, fee {fee}: decide without.")
    else:
        said = _("At {odds} {won}; an expert adds nothing: decide without.")
    wins = _("we win {won} on average if we stop on {day} where nothing comes")
    if not dated:
        wins = _("we win {won} on average if we stop where nothing comes")
    day = near_day(found.stop.facts["review"])
    yield said.format(
        odds=_odds(found, stopped),
        day=day,
        won=wins.format(won=speak("opening_size"), day=day),
        fee=speak("fee"),
        worth=speak("evsi"),
    )
    year = found.unstopped
    if (
        year is not None
        and not year.facts["opens"]
        and not (bare and stopped.facts["opens"] and not found.asks)
    ):
        yield _("Unstopped, a year loses {lost}.").format(lost=Speaker(year)("opening_size"))


def advice_worked(found: Findings) -> Iterator[str]:
    """The sum of page one, and what a year that nobody stops would say, as lesson 13 counts it."""
    stopped, year = found.stopped, found.unstopped
    if stopped is not None and year is not None:
        speak, whole = Speaker(stopped), Speaker(year)
        said = _(
            "Advice: if the aim is reached, a year leaves {gain}, the start taken off; if nothing "
            "comes, {loss} are lost by {day}. {odds} × {gain} − {other} × {loss} = {won}."
        )
        if found.asks:
            said = _(
                "Advice: if the aim is reached, a year leaves {gain}, the start taken off; if "
                "nothing comes, {loss} are lost by {day}, and the fee. {odds} × {gain} − {other} × "
                "{loss} = {won}."
            )
        yield said.format(
            gain=speak("gain"),
            loss=speak("loss"),
            day=near_day(found.stop.facts["review"]),
            odds=speak("odds"),
            other=units.written(1 - stopped.value("odds"), "share"),
            won=speak("opening"),
        )
        said = _(
            "A year that nobody stops wins {won} on average, the start not taken off; an expert "
            "adds nothing to it."
        )
        if not year.facts["opens"]:
            said = _(
                "A year that nobody stops loses {won} on average, the start not taken off; an "
                "expert adds nothing to it."
            )
        if round(year.value("evsi")) > 0:
            said = _(
                "A year that nobody stops wins {won} on average, the start not taken off; there an "
                "expert adds {worth}."
            )
            if not year.facts["opens"]:
                said = _(
                    "A year that nobody stops loses {won} on average, the start not taken off; "
                    "there an expert adds {worth}."
                )
        yield said.format(won=whole("opening_size"), worth=whole("evsi"))
    if found.advice is not None and found.stakes[0] not in found.signed:
        network = found.tables.name("network", found.stakes[0])
        yield _unopened_advice(found, found.advice, network)


def _unopened_advice(found: Findings, worth: Result, network: str) -> str:
    """Advice on a network that is not signed: no answer opens a closed door."""
    speak = Speaker(worth)
    if not found.decision[found.stakes[0]].failed:
        return _("We decide against {network} ourselves, and ask nobody.").format(network=network)
    said = _("No expert's answer opens the closed doors of {network}: decide without.")
    if round(worth.value("evsi")) > 0:
        said = _(
            "No expert's answer opens the closed doors of {network}: decide without. With them "
            "open, in a year that nobody stops, it would be worth {worth} at {odds}, fee {fee}."
        )
    return said.format(
        network=network, odds=_odds(found, worth), worth=speak("evsi"), fee=speak("fee")
    )


def _odds(found: Findings, worth: Result) -> str:
    """The odds, and whose they are."""
    odds = Speaker(worth)("odds")
    if found.company.odds is None:
        return _("assumed odds of {odds}").format(odds=odds)
    return _("our odds of {odds}").format(odds=odds)
