"""The doors of a network in words: what stands on each, why the way ends, what would change it."""

from dataclasses import dataclass, replace

from helpers.data.tables import Tables
from helpers.models.decision import Decision, Judgement
from helpers.models.doors import Door, ajar, deciding, nearly, stopped
from helpers.models.gates import BORDERLINE, OFF, PASS, STOP, WAIT
from helpers.views.verdicts import headline, verdict_said
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import _
from helpers.words.units import NO_BREAK

PAIR = 2
NAMED = 3
"""More networks than that are counted in a sentence, not named."""


def door_names() -> dict[str, str]:
    """What each door is called, in a word or two."""
    return {
        "why": _("why"),
        "people": _("our people there"),
        "veto": _("no veto"),
        "fit": _("fit"),
        "site": _("better than the site"),
        "hours": _("hours"),
        "beside": _("beside the others"),
        "euros": _("euros"),
        "replies": _("replies in time"),
        "name": _("second name"),
        "website": _("own website"),
        "search": _("first pages"),
        "topics": _("topics"),
        "pays": _("pays"),
    }


def short_names() -> dict[str, str]:
    """The same where there is little room, for those that are long."""
    return {
        "people": _("people"),
        "site": _("over the site"),
        "beside": _("beside"),
        "replies": _("replies"),
        "website": _("website"),
    }


def questions() -> dict[str, str]:
    """What each door asks, as it stands on the door itself."""
    return {
        "why": _("WHY AT ALL?"),
        "people": _("OUR PEOPLE THERE?"),
        "veto": _("ALLOWED?"),
        "fit": _("DOES IT FIT?"),
        "site": _("BETTER THAN THE SITE?"),
        "hours": _("ENOUGH HOURS?"),
        "beside": _("BESIDE THE OTHERS?"),
        "euros": _("ENOUGH EUROS?"),
        "replies": _("REPLIES IN TIME?"),
        "name": _("A SECOND NAME?"),
        "website": _("IS OUR SITE READY?"),
        "search": _("FOUND IN SEARCH?"),
        "topics": _("SOMETHING TO SAY?"),
        "pays": _("DOES IT PAY?"),
    }


def states() -> dict[str, str]:
    """How far a door is open."""
    return {
        PASS: _("open"),
        BORDERLINE: _("ajar"),
        WAIT: _("closed"),
        STOP: _("shut for good"),
        OFF: _("not looked at"),
    }


@dataclass(frozen=True)
class Said:
    """What stands on a door: a large ``figure``, the ``rest`` with what is wanted.

    ``short`` is all of it for a list; '' where the figure alone can be read. ``alone`` is the
    rest where no question stands above it.
    """

    figure: str
    rest: str
    short: str = ""
    alone: str = ""


def on_door(door: Door, network: str, speak: Speaker) -> Said:
    """Figure and threshold of a door as they stand on it."""
    outcome = door.shown
    measure, key = outcome.gate.measure, f"{network}.{outcome.gate.gate}"
    unknown = _("?"), _("not known yet")
    if door.state == OFF:
        return Said("", "")
    if outcome.figure is None or outcome.threshold is None:
        return Said(*unknown)
    if measure == "stability":
        figure = speak(f"{network}.readings")
        wanted = speak.bare(f"{network}.readings.wanted")
        alone = _("readings prefer it to the site, wanted {wanted}")
        rest = _("readings, wanted {wanted}")
        return Said(figure, rest.format(wanted=wanted), "", alone.format(wanted=wanted))
    if measure in ("customers", "accepted"):
        rest = {
            "customers": _("customers aimed at; pays from {wanted} on"),
            "accepted": _("a year is accepted; it costs {wanted}"),
        }
        wanted, figure = speak.bare(f"{key}.needed"), speak.bare(key)
        short = {
            "customers": _("{figure}, from {wanted}"),
            "accepted": _("{figure} of {wanted}"),
        }[measure]
        said = rest[measure].format(wanted=wanted)
        return Said(figure, said, short.format(figure=figure, wanted=wanted))
    if measure == "vetoes":
        return Said(_("no"), _("we ruled it out ourselves"))
    wanted, bare = speak.bare(f"{key}.needed"), speak.bare(key)
    of = {
        "objective_parts": _("of five parts of an objective, wanted {wanted}"),
        "main_purpose": _("on the main purpose, wanted more than {wanted}"),
        "audience": _("of our people, wanted {wanted}"),
        "fit": _("in fit, wanted {wanted}"),
        "coverage": _("of the hours, wanted {wanted}"),
        "gain": _("more of our people, wanted {wanted}"),
        "at_once": _("networks at a leaner level, at most {wanted}"),
        "euros": _("a month, needed {wanted}"),
        "load": _("of the time for answers, at most {wanted}"),
        "in_time": _("replies in time, wanted {wanted}"),
        "names": _("with hours who answer, wanted {wanted}"),
        "checks": _("of six checks of the site, wanted {wanted}"),
        "first_page": _("first pages, wanted {wanted}"),
        "topics": _("topics, wanted {wanted}"),
        "needed": _("of our customers, at most {wanted}"),
    }[measure]
    whole = measure in ("audience", "fit", "in_time", "first_page")
    short = {
        "objective_parts": _("{figure} of 5"),
        "checks": _("{figure} of 6"),
        "needed": _("{figure}, at most {wanted}"),
    }.get(measure, "")
    figure = speak(key) if whole else bare
    return Said(figure, of.format(wanted=wanted), short.format(figure=bare, wanted=wanted))


def on_large(door: Door, judgement: Judgement, speak: Speaker) -> Said:
    """The same on the large door, which stands under one name: whether it asks more networks."""
    said, count = on_door(door, judgement.network, speak), len(judgement.together)
    outcome = door.shown
    if count == 1 or None in (outcome.figure, outcome.threshold):
        return said
    both = {
        "coverage": _("of what both take, wanted {wanted}"),
        "customers": _("customers aimed at; both pay from {wanted} on"),
        "accepted": _("a year is accepted; both cost {wanted}"),
        "needed": _("of our customers for both, at most {wanted}"),
    }
    more = {
        "coverage": _("of what {count} take, wanted {wanted}"),
        "customers": _("customers aimed at; these {count} pay from {wanted} on"),
        "accepted": _("a year is accepted; these {count} cost {wanted}"),
        "needed": _("of our customers for these {count}, at most {wanted}"),
    }
    rest = (both if count == PAIR else more).get(outcome.gate.measure)
    if rest is None:
        return said
    wanted = speak.bare(f"{judgement.network}.{outcome.gate.gate}.needed")
    told = rest.format(count=locale.in_words(count), wanted=wanted)
    return replace(said, rest=told.replace(f" {wanted}", f"{NO_BREAK}{wanted}"))


def of_what(judgement: Judgement, tables: Tables) -> str:
    """Whose hours they are that are counted, as the end of a sentence."""
    names = [tables.name("network", network) for network in judgement.together]
    if len(names) == 1:
        return _("of what it takes")
    if len(names) > NAMED:
        return _("of what these {count} networks take").format(count=locale.in_words(len(names)))
    return _("of what {networks} take together").format(networks=locale.listing(names))


def costs_words(count: int) -> str:
    """That a year costs more than is accepted: what one network costs, or so many together."""
    if count == 1:
        return _("It costs {wanted} a year; {figure} is accepted.")
    if count == PAIR:
        return _("Both cost {wanted} a year; {figure} is accepted.")
    return _("These {count} cost {wanted} a year; {figure} is accepted.")


def cause(
    door: Door, judgement: Judgement, tables: Tables, speak: Speaker, prefix: str = ""
) -> str:
    """Why the way ends at a door, in one short sentence; its figures begin with ``prefix``."""
    network = prefix or judgement.network
    outcome = door.shown
    measure, key = outcome.gate.measure, f"{network}.{outcome.gate.gate}"
    if outcome.figure is None or outcome.threshold is None:
        asked = {"why": _("Nobody has written an objective down.")}
        unknown = _("Nobody has said yet what the door “{door}” asks.")
        return asked.get(door.door, unknown.format(door=door_names()[door.door]))
    if measure == "stability":
        return _(
            "The site comes first: the network wins in {figure} readings, wanted {wanted}."
        ).format(
            figure=speak(f"{network}.readings"),
            wanted=speak.bare(f"{network}.readings.wanted"),
        )
    if measure == "vetoes":
        return _("We ruled it out ourselves.")
    sentences = {
        "objective_parts": _("Of five parts of an objective {figure} stand, wanted {wanted}."),
        "main_purpose": _("No purpose weighs more than {wanted}: the largest has {figure}."),
        "audience": _("Too few of our people are there: {figure}, wanted {wanted}."),
        "fit": _("It does not suit us: fit {figure}, wanted {wanted}."),
        "coverage": _("The hours cover only {figure} {of_what}."),
        "gain": _("It reaches only {figure} more of our people, wanted {wanted}."),
        "at_once": _("One network first: even that needed a leaner level."),
        "euros": _("It takes {wanted} a month, and {figure} is there."),
        "load": _("Answers fill {figure} of the time for them, at most {wanted} is wanted."),
        "in_time": _("Only {of_hundred} replies come in time, wanted {wanted}."),
        "names": _("People with hours who can answer: {figure} named, wanted {wanted}."),
        "checks": _("Our own site passes {figure} of six checks, wanted {wanted}."),
        "first_page": _("Search shows us on page one for {of_ten} questions, wanted {wanted}."),
        "topics": _("Topics written down: {figure}, wanted {wanted}."),
        "customers": _("It pays from {wanted} new customers on; we aim at {figure}."),
        "accepted": costs_words(len(judgement.together)),
        "needed": _("To pay it needs {figure} of our customers; at most {wanted} is likely."),
    }
    whole = measure in ("audience", "fit", "in_time", "first_page")
    figure = speak(key) if whole else speak.bare(key)
    fields = {"figure": figure, "of_ten": figure, "of_hundred": figure}
    fields["count"] = locale.in_words(len(judgement.together))
    if measure == "coverage":
        fields["of_what"] = of_what(judgement, tables)
    return sentences[measure].format(wanted=speak.bare(f"{key}.needed"), **fields)


def verdict_words(judgement: Judgement, tables: Tables) -> str:
    """The word of a verdict, and whether it is a trial."""
    return verdict_said(judgement.verdict, judgement.trial, tables)


def reason(judgement: Judgement, tables: Tables, speak: Speaker) -> str:
    """Why a network is judged so, in one sentence: its door, or what a trial has to show."""
    door = deciding(judgement) or nearly(judgement)
    if door is None:
        return _("Every door is open.")
    said = cause(door, judgement, tables, speak)
    if door.closed:
        return said
    one, many = _("A door is ajar. {cause}"), _("More than one door is ajar. {cause}")
    return (one if len(ajar(judgement)) == 1 else many).format(cause=said)


def door_said(judgement: Judgement) -> str:
    """The door that decides; of an open network that there is none, and which are ajar."""
    door, names = deciding(judgement), door_names()
    if door is not None:
        return names[door.door]
    half = [names[one.door] for one in ajar(judgement)]
    return _("none; ajar: {doors}").format(doors=locale.listing(half)) if half else _("none")


def company_said(decision: Decision, tables: Tables, speak: Speaker) -> str:
    """The company's answer; where nothing is opened, also what is in the way of the nearest."""
    said = headline(decision, tables)
    if decision.opened:
        return said
    near = decision[decision.nearest]
    door = deciding(near)
    if door is not None and door.state == STOP:
        shut = _("{headline} Every one is shut for good, at these doors: {doors}.")
        names = [door_names()[one] for one in stopped(decision)]
        return shut.format(headline=said, doors=locale.listing(names))
    return _("{headline} Nearest: {network}. {cause}").format(
        headline=said,
        network=tables.name("network", near.network),
        cause=reason(near, tables, speak),
    )
