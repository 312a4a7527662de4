"""What a network still needs where no single fact opens it, alone and beside the others."""

from collections.abc import Iterable, Iterator

from helpers.data.tables import Tables
from helpers.models.decision import Flip, Judgement
from helpers.models.doors import closed, deciding
from helpers.views.doors_words import cause, door_names, on_door
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import _, plural

COUNTED = ("hours", "beside", "euros", "replies", "pays")
"""The doors that ask what is opened as a whole."""


def _quoted(doors: Iterable[str]) -> str:
    """Doors by their names, in quotation marks, as a list in a sentence."""
    names = door_names()
    return locale.listing([_("“{door}”").format(door=names[door]) for door in doors])


def needed_doors(then: Judgement, speak: Speaker) -> tuple[str, ...]:
    """Each door that has to open, with what stands on it and what is wanted."""
    names, told = door_names(), []
    for door in closed(then):
        said = on_door(door, f"{then.network}.then", speak)
        what = f"{said.figure} {said.alone or said.rest}".strip()
        told.append(_("{door} ({what})").format(door=names[door.door], what=what))
    return tuple(told)


def needs_sentences(
    judgement: Judgement,
    then: Judgement,
    tables: Tables,
    speak: Speaker,
    leaner: Judgement | None = None,
    unnamed: bool = False,
) -> Iterator[str]:
    """Which doors have to open together where no single fact turns a verdict, and why each.

    Not why the door at which the way ends: that stands in the picture. ``leaner`` is the network
    at a leaner level that leaves fewer of them; ``unnamed``: the headline says that no fact does.
    """
    wanted, ends = closed(then), deciding(judgement)
    told = _quoted(door.door for door in wanted)
    said = plural(
        "{network}: no single fact turns it. This door has to open: {doors}.",
        "{network}: no single fact turns it. These doors have to open together: {doors}.",
        len(wanted),
    )
    if unnamed:
        said = plural(
            "{network}: this door has to open: {doors}.",
            "{network}: these doors have to open together: {doors}.",
            len(wanted),
        )
    name = tables.name("network", then.network)
    yield alone_and_beside(judgement, then, tables) or said.format(network=name, doors=told)
    shared, first = then.together != judgement.together, True
    for door in wanted:
        moved = shared and door.door in COUNTED
        if ends is not None and door.door == ends.door and not moved:
            continue
        why = cause(door, then, tables, speak, f"{then.network}.then")
        yield _("Next: {cause}").format(cause=why) if moved and first else why
        first = False
    if leaner is not None:
        yield leaner_said(leaner, tables, speak)


def alone_and_beside(judgement: Judgement, then: Judgement, tables: Tables) -> str:
    """Where a network ends alone, as drawn, and at which further doors beside the others; or ''."""
    before = [door.door for door in closed(judgement)]
    further = [door.door for door in closed(then) if door.door not in before]
    if then.together == judgement.together or not before or not further:
        return ""
    alone, more = _quoted(before), _quoted(further)
    others = [tables.name("network", n) for n in then.together if n != then.network]
    said = plural(
        "Alone, {network} ends only at {alone}; beside {others} {more} is closed, too.",
        "Alone, {network} ends only at {alone}; beside {others} {more} are closed, too.",
        len(further),
    )
    name = tables.name("network", then.network)
    return said.format(network=name, alone=alone, others=locale.listing(others), more=more)


def leaner_said(there: Judgement, tables: Tables, speak: Speaker) -> str:
    """Which doors stay closed where all that is counted together goes down to a leaner level."""
    left = closed(there)
    said = plural(
        "With {networks} at the level “{level}” only {doors} stays closed.",
        "With {networks} at the level “{level}” only {doors} stay closed.",
        len(left),
    ).format(
        networks=locale.listing([tables.name("network", n) for n in there.together]),
        level=tables.name("level", there.level),
        doors=_quoted(door.door for door in left),
    )
    if len(left) != 1:
        return said
    return f"{said} {cause(left[0], there, tables, speak, f'{there.network}.leaner')}"


def beside_said(flip: Flip, judgement: Judgement, tables: Tables) -> str:
    """What would have to open for a network beside the others, where a fact only takes turns."""
    if not flip.instead_of or len(judgement.together) == 1:
        return ""
    told = closed(judgement)
    said = plural(
        "For {networks} together this door has to open: {doors}.",
        "For {networks} together these doors have to open: {doors}.",
        len(told),
    )
    networks = locale.listing([tables.name("network", n) for n in judgement.together])
    return said.format(networks=networks, doors=_quoted(d.door for d in told))
