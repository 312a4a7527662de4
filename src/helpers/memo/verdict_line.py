"""The verdict as it is signed: what is opened or kept with its posts and days, and all others."""

from collections.abc import Iterator

from helpers.data.tables import NONE
from helpers.findings import Findings
from helpers.memo.changes import closing
from helpers.memo.stopping import asked_by, near_day
from helpers.models.decision import CLOSE, DO_NOT_OPEN, KEEP, NOT_YET, OPEN, Judgement
from helpers.models.effort import network_posts
from helpers.words import locale, units
from helpers.words.locale import _, plural

LISTING = "listing"
"""The task that is there where no listing is claimed."""
FEW = 2
"""So many networks are named; of more their number is said."""


def verdict_line(found: Findings, dated: bool = True, bare: bool = False) -> str:
    """What is signed, in a sentence for each way in which something is opened or kept.

    ``bare``: posts of several networks are counted in all, and that goes without saying.
    """
    days = found.stop.facts
    templates = {
        (OPEN, False): _("Open {networks}: {posts}."),
        (OPEN, True): _("Open {networks} on trial: {posts}, reviewed {review}."),
        (KEEP, False): _("Keep {networks}: {posts}."),
        (KEEP, True): _("Keep {networks} on trial: {posts}, reviewed {review}."),
    }
    if not dated:
        templates |= {
            (OPEN, True): _("Open {networks} on trial: {posts}."),
            (KEEP, True): _("Keep {networks} on trial: {posts}."),
        }
    elif days["six"]:
        templates |= {
            (OPEN, True): _(
                "Open {networks} on trial: {posts}, tested on {six}, reviewed {review}."
            ),
            (KEEP, True): _(
                "Keep {networks} on trial: {posts}, tested on {six}, reviewed {review}."
            ),
        }
    if found.asks:
        templates = {
            (OPEN, False): _(
                "Ask an expert by {asked}; unless the answer is no, open {networks}: {posts}."
            ),
            (OPEN, True): _(
                "Ask an expert by {asked}; unless the answer is no, open {networks} on trial: "
                "{posts}."
            ),
            (KEEP, False): _(
                "Ask an expert by {asked}; unless the answer is no, keep {networks}: {posts}."
            ),
            (KEEP, True): _(
                "Ask an expert by {asked}; unless the answer is no, keep {networks} on trial: "
                "{posts}."
            ),
        }
    if found.asks and bare:
        templates |= {
            (OPEN, True): _(
                "Ask an expert by {asked}; without a no, open {networks} on trial: {posts}."
            ),
            (KEEP, True): _(
                "Ask an expert by {asked}; without a no, keep {networks} on trial: {posts}."
            ),
        }
    said = []
    for (verdict, trial), template in templates.items():
        chosen = [found.decision[n] for n in found.signed]
        chosen = [j for j in chosen if (j.verdict, j.trial) == (verdict, trial)]
        if chosen:
            fields = {
                "networks": names_of(found, [j.network for j in chosen]),
                "posts": _posts(found, chosen, bare),
                "six": near_day(days["six"]) if days["six"] else "",
                "review": near_day(days["review"]),
                "asked": near_day(asked_by(found)),
            }
            said.append(template.format(**fields))
    if said:
        return " ".join(said)
    if any(step.task == LISTING for step in found.ninety_days.steps):
        return _("No network for now: website, listing and search first.")
    return _("No network for now: website and search first.")


def _posts(found: Findings, chosen: list[Judgement], bare: bool) -> str:
    """Posts a week on these networks together."""
    count = sum(network_posts(found.tables, j.network, j.level) for j in chosen)
    said = plural("{number} post a week", "{number} posts a week", count)
    if len(chosen) > 1 and not bare:
        said = plural("{number} post a week in all", "{number} posts a week in all", count)
    number = locale.plain(count)
    # The figure does not part from its noun at the end of a line.
    return said.format(number=number).replace(f"{number} ", f"{number}{units.NO_BREAK}", 1)


def names_of(found: Findings, networks: list[str]) -> str:
    """Networks by their names, as in a sentence."""
    return locale.listing([found.tables.name("network", n) for n in networks])


def _closed(found: Findings, network: str) -> str:
    """A page that is closed and why; of the nearest that stands in its own row."""
    name = found.tables.name("network", network)
    why = closing(found, network)
    if not why or (not found.signed and network == found.decision.nearest):
        return str(name)
    return f"{name} ({why})"


def others(found: Findings, reasons: bool = True) -> Iterator[str]:
    """The verdicts on all others, and that somebody decided against the gates.

    ``reasons``: with what closes a page that is there.
    """
    told = {
        NOT_YET: _("Not yet: {networks}."),
        CLOSE: _("Close: {networks}."),
        DO_NOT_OPEN: _("Do not open: {networks}."),
    }
    against = [n for n in found.decision.opened if n not in found.signed]
    if against:
        said = _("The doors would open or keep {networks}; we decide against it.")
        yield said.format(networks=names_of(found, against))
    elif found.choice and found.entry.get("choice") not in ("gates", NONE):
        yield _("{choice}.").format(choice=found.choice)
    first = True
    for verdict, template in told.items():
        networks = [j.network for j in found.decision.judgements if j.verdict == verdict]
        if not networks:
            continue
        names = names_of(found, networks)
        if verdict == CLOSE and reasons and len(networks) <= FEW:
            names = locale.listing([_closed(found, n) for n in networks])
        if verdict == DO_NOT_OPEN and len(networks) > FEW:
            names = plural("the other {number}", "the other {number}", len(networks))
            if first and not found.signed:
                names = plural("any of the {number}", "any of the {number}", len(networks))
            names = names.format(number=locale.in_words(len(networks)))
        first = False
        yield template.format(networks=names)
