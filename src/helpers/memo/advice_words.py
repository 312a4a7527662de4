"""Whether an expert is asked first, in words that go with what is signed."""

from helpers.findings import Findings
from helpers.memo.stopping import near_day
from helpers.models.gate_figures import customers_aimed_at
from helpers.models.result import Result
from helpers.views.words import Speaker
from helpers.words import locale, units
from helpers.words.locale import _


def advice_sentence(found: Findings) -> str:
    """Whether to ask an expert first, as lesson 13 counts it."""
    network = found.tables.name("network", found.stakes[0])
    if found.advice is None:
        if not found.sells:
            return _("Worth no sum that can be said: no sale is the aim.")
        if not found.company.contribution or customers_aimed_at(found.company) is None:
            return _("Worth no sum yet: aim, or what a customer leaves, is not known.")
        said = _("{network} is stopped whatever an expert says: decide without.")
        return said.format(network=network)
    if found.stakes[0] not in found.signed:
        return _unopened_advice(found, found.advice, network)
    speak = Speaker(found.advice)
    together = found.decision[found.stakes[0]].together
    fields = {
        "networks": locale.listing([found.tables.name("network", n) for n in together]),
        "odds": _odds(found, found.advice),
        "worth": speak("evsi"),
        "fee": speak("fee"),
        "day": near_day(found.stop.facts["review"]),
        "average": speak("opening_size"),
        "won": units.written(found.stopped_bet, "euros"),
    }
    return _signed_advice(found, found.advice).format(**fields)


def _signed_advice(found: Findings, worth: Result) -> str:
    """Advice on what is signed; where a whole year would be no bet, what makes it one is said.

    The worth is that of lesson 13, which loses a year and knows no day on which somebody stops.
    """
    turns = round(worth.value("evsi")) > 0
    if worth.facts["opens"] and not turns:
        return _("{networks}, at {odds}: no answer changes the choice.")
    if worth.facts["opens"]:
        said = _("{networks}, at {odds}: worth {worth}, fee {fee}: decide without.")
        if found.asks:
            said = _("At {odds} worth {worth}, fee {fee}: ask first.")
        return said
    if found.stopped_bet <= 0:
        return _(
            "At {odds} even the weeks until {day} lose more than they can win: these odds speak "
            "against signing."
        )
    if not turns:
        return _(
            "At {odds} a year loses {average} on average; stopped on {day} we win {won}: decide "
            "without."
        )
    if found.asks:
        return _(
            "At {odds} a year loses {average} on average; asking is worth {worth}, fee {fee}: ask "
            "first."
        )
    return _(
        "At {odds} a year loses {average} on average; stopped on {day} we win {won}. Asking is "
        "worth {worth}, fee {fee}: decide without."
    )


def _unopened_advice(found: Findings, worth: Result, network: str) -> str:
    """Advice on a network that is not signed: no answer opens a closed door."""
    speak = Speaker(worth)
    if not found.decision[found.stakes[0]].failed:
        return _("We decide against {network} ourselves, and ask nobody.").format(network=network)
    said = _("No expert's answer opens the closed doors of {network}: decide without.")
    if round(worth.value("evsi")) > 0:
        said = _(
            "No expert's answer opens the closed doors of {network}: decide without. With them "
            "open, at {odds}, it would be worth {worth}, fee {fee}."
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
