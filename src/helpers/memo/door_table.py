"""The doors of what is signed beside those of the next one, with what their words mean."""

from collections.abc import Iterator

from helpers.findings import Findings
from helpers.models.decision import NOT_YET
from helpers.models.doors import DOORS, Door, doors
from helpers.models.gates import BORDERLINE, OFF, PASS, STOP, WAIT
from helpers.views.doors_words import door_names, on_door
from helpers.views.words import Speaker, Table
from helpers.words import locale
from helpers.words.locale import _, plural

COLUMNS = 3
"""Networks whose doors stand beside each other."""


def doors_shown(found: Findings) -> tuple[str, ...]:
    """What is signed, and the one that lacks least where it waits; else the nearest alone."""
    nearest = found.decision.nearest
    waits = found.decision[nearest].verdict == NOT_YET or not found.signed
    shown = found.signed[: COLUMNS - waits]
    return (*shown, nearest) if waits and nearest not in shown else shown


def door_table(found: Findings) -> Table:
    """A row for each door: what is there of what is wanted, and how far it is open."""
    shown = doors_shown(found)
    by_network = {n: {one.door: one for one in doors(found.decision[n])} for n in shown}
    names = door_names()
    rows = []
    for key in DOORS:
        if any(key in by_door for by_door in by_network.values()):
            cells = (_on(by_network[n].get(key), n, found) for n in shown)
            rows.append((names[key], *cells))
    header = (_("Door"), *(found.tables.name("network", n) for n in shown))
    caption = _("The doors of {networks}, in order").format(networks=locale.listing([*header[1:]]))
    return Table(caption, header, tuple(rows))


def _on(door: Door | None, network: str, found: Findings) -> str:
    """What stands on a door, and how far it is open."""
    if door is None or door.state == OFF:
        return _("not asked")
    states = {PASS: _("open"), BORDERLINE: _("ajar"), WAIT: _("closed"), STOP: _("shut")}
    told = on_door(door, network, Speaker(found.verdicts))
    said = f"{told.figure} {told.rest}".strip()
    return _("{what}: {state}").format(what=said, state=states[door.state])


def door_notes(found: Findings) -> Iterator[str]:
    """What was counted with what, what the words of the table mean, and whose lines these are."""
    shown = doors_shown(found)
    names = {n: found.tables.name("network", n) for n in found.tables.network_keys}
    sets = dict.fromkeys(found.decision[n].together for n in shown)
    counted = [locale.listing([names[n] for n in one]) for one in sets if len(one) > 1]
    if counted:
        said = _("Hours, euros, replies and what pays are counted for {networks} together.")
        told = said.format(networks=_("; for ").join(counted))
        alone = [names[n] for n in shown if len(found.decision[n].together) == 1]
        if alone:
            told += " " + plural(
                "{networks}: as if it were the only one.",
                "{networks}: each as if it were the only one.",
                len(alone),
            ).format(networks=locale.listing(alone))
        yield told
    said = _(
        "Ajar: too near the line to tell, so six weeks of trial decide. Readings: ten plausible "
        "ways to weigh what we know and want; in so many the network beats our own site. Where the "
        "lines stand is a convention of the course “Before You Post”, no validated cut-off."
    )
    yield said


def people_asked(found: Findings) -> Iterator[str]:
    """How so many of those asked become so many of a hundred, with the nearest case."""
    known, speak = found.company, Speaker(found.verdicts)
    if not known.asked:
        return
    network = _example(found)
    outcome = found.decision[network].outcome("audience")
    if outcome is None or outcome.figure is None:
        return
    yield plural(
        "Our people: the answer of the {asked} whom we asked is mixed with how many of their ages "
        "use the network in the country, as one is few; then we take off who wants no firm there "
        "or follows us already. {network}: {weekly} of {asked} become {people}.",
        "Our people: the answers of the {asked} whom we asked are mixed with how many of their "
        "ages use the network in the country, as {asked} are few; then we take off who wants no "
        "firm there or follows us already. {network}: {weekly} of {asked} become {people}.",
        known.asked,
    ).format(
        asked=locale.number(known.asked),
        network=found.tables.name("network", network),
        weekly=locale.number(min(known.weekly.get(network, 0), known.asked)),
        people=speak(f"{network}.{outcome.gate.gate}"),
    )


def _example(found: Findings) -> str:
    """Whom the mixing stops though enough of those asked are there, else whose share moves most."""
    known = found.company

    def moved(network: str) -> tuple[bool, float]:
        outcome = found.decision[network].outcome("audience")
        if outcome is None or outcome.figure is None or outcome.threshold is None:
            return False, 0.0
        said = known.weekly.get(network, 0) / known.asked
        if outcome.state == STOP and said >= outcome.threshold:
            return True, outcome.figure
        return False, abs(said - outcome.figure)

    stopped = [
        j.network for j in found.decision.judgements if j.deciding.gate.measure == "audience"
    ]
    return max((*found.shown, *stopped), key=moved)
