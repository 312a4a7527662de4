"""What would change a verdict, briefly: one fact that turns it, or what still lacks."""

from collections.abc import Iterator

from helpers.findings import Findings
from helpers.models.decision import NOT_YET, OPEN, Flip
from helpers.models.doors import Door, deciding, doors
from helpers.models.gate_figures import SECOND_NAME
from helpers.views.doors_words import door_names, on_door
from helpers.views.words import Speaker
from helpers.words import locale, units
from helpers.words.locale import _, plural

MOST = 2
"""Networks whose change has room on the page that is signed."""
MINUTES = ("states_hours", "promise_hours")
"""Facts that are made true by writing a line."""


def change_sentences(found: Findings, most: int = MOST, least: bool = False) -> Iterator[str]:
    """For what is opened: when no trial is needed; for what is not yet: the fact that turns it.

    What other networks lack stands in the annex. Where nothing is opened, what is in the way of
    the nearest; what turns it stands beside it.
    """
    decision, flips = found.decision, found.verdicts.facts["flips"]
    if not found.signed:
        yield lack_sentence(found, decision.nearest)
        flip = flips.get(decision.nearest)
        if not least or (flip and flip.key in MINUTES):
            yield from _why_a_turn(found, flip)
        return
    told = 0
    if "sure_hours" in found.sure:
        more = _("{hours} more a week promised, of which {kept} remain: we keep it without trial.")
        if any(found.decision[n].verdict == OPEN for n in found.signed):
            more = _(
                "{hours} more a week promised, of which {kept} remain: we open at once, without "
                "trial."
            )
        if least:
            more = _("{hours} a week more ({kept} remain): no trial.")
        speak = Speaker(found.sure)
        yield more.format(hours=speak("sure_hours"), kept=speak("sure_kept"))
        told += 1
    waiting = [j.network for j in decision.judgements if j.verdict == NOT_YET]
    found_flips = [flips[n] for n in waiting if n in flips]
    # What opens two networks at once is one fact: it is told where it is about itself.
    told_with = {(f.key, n) for f in found_flips if not f.elsewhere for n in f.also}
    once = (f for f in found_flips if (f.key, f.network) not in told_with or not f.elsewhere)
    turns = sorted(once, key=lambda f: bool(f.instead_of))
    for flip in turns[: max(most - told, 0)]:
        yield turn_sentence(found, flip)
    if not turns and not told:
        yield _("No single fact opens another network as well.")


def _why_a_turn(found: Findings, flip: Flip | None) -> Iterator[str]:
    """Why a fact opens more than its own door, or is not simply made true this week."""
    if flip is None:
        return
    name = found.tables.name("network", flip.network)
    shut = [door.door for door in doors(found.decision[flip.network]) if door.closed]
    if flip.key == "first_page" and "site" in shut:
        yield _(
            "Found more often in search, the site has less left to win: then more readings prefer "
            "{network}."
        ).format(network=name)
    if flip.key in MINUTES:
        hours, bars = Speaker(found.bars[1]), found.bars[1]
        said = _(
            "It takes minutes to open that door ({fact}), but then {required} of {there} a week. "
            "We stay with website and search now."
        )
        if bars.value("required") >= bars.value("available"):
            said = _(
                "It takes minutes to open that door ({fact}), but then {required} of {there} a "
                "week: this plan would have no hours. We stay with website and search now."
            )
        yield said.format(
            fact=fact_words(found, flip), required=hours("required"), there=hours("available")
        )


def turn_sentence(found: Findings, flip: Flip) -> str:
    """A network and the fact that would open it, with which ones and in place of which."""
    said = _("{network}: {fact} would open it.")
    if flip.trial:
        said = _("{network}: {fact} would open it as a trial.")
    if flip.instead_of:
        said = _("{network}, in place of {others}: {fact} would open it.")
        if flip.trial:
            said = _("{network}, in place of {others}: {fact} would open it as a trial.")
    others = [found.tables.name("network", other) for other in flip.instead_of]
    name = found.tables.name("network", flip.network)
    if flip.also:
        also = locale.listing([found.tables.name("network", other) for other in flip.also])
        name = _("{network} (with {also})").format(network=name, also=also)
    return said.format(
        network=name,
        others=locale.listing(others),
        fact=fact_words(found, flip),
    )


def fact_words(found: Findings, flip: Flip) -> str:
    """A fact at the value that turns a verdict, in words that can be counted."""
    group, _dot, name = flip.key.partition(".")
    quoted = Speaker(found.verdicts)
    before, after = quoted(f"{flip.network}.before"), quoted(f"{flip.network}.after")
    if group == "first_page":
        before, after = (units.written(value, "level") for value in (flip.before, flip.after))
    facts = {
        "first_page": _("the first page for {of_ten} buyers' questions (now {before})"),
        "hours": _("{after} a week promised by {name} (now {before})"),
        "weekly": _("{after} of those asked there every week (now {before})"),
        "elsewhere": _("{after} of those asked on {name} every week (now {before})"),
        "content": _("step {after} of ability in {name} (now {before})"),
        "answer_minutes": _("{after} a day for answers (now {before})"),
        "look_hours": _("a look every {after} (now every {before})"),
        "answer_days": _("a look on more days a week: {after} (now {before})"),
        "states_hours": _("saying in public on which days we answer"),
        "promise_hours": _("an answer promised within {after} (now {before})"),
        "cash": _("{after} a month to spend (now {before})"),
        "topics": _("topics written down: {after} (now {before})"),
        SECOND_NAME: _("a second name with promised hours"),
    }
    about = found.who.does if group == "hours" else ""
    if group == "content":
        about = found.tables.name("format", name)
    if flip.elsewhere:
        group, about = "elsewhere", found.tables.name("network", flip.elsewhere)
    fallback = _("{after} in place of {before}")
    return facts.get(group, fallback).format(after=after, before=before, of_ten=after, name=about)


def lack_sentence(found: Findings, network: str) -> str:
    """A network, the door at which its way ends, and how many more are closed behind it."""
    judged = found.decision[network]
    door = deciding(judged)
    if door is None:
        return ""
    name = beside(found, network)
    fields = {"network": name, "what": _lack(found, door, network)}
    rest = sum(one.closed for one in doors(judged)) - 1
    if not rest:
        return _("{network}: {what}.").format(**fields)
    said = plural(
        "{network}: {what}, and {number} door more.",
        "{network}: {what}, and {number} doors more.",
        rest,
    )
    return said.format(number=rest, **fields)


def beside(found: Findings, network: str) -> str:
    """A network, and beside which others its hours, euros and replies are counted."""
    name = found.tables.name("network", network)
    others = [n for n in found.decision[network].together if n != network]
    if not others:
        return name
    names = locale.listing([found.tables.name("network", other) for other in others])
    return _("{network} beside {others}").format(network=name, others=names)


def _lack(found: Findings, door: Door, network: str) -> str:
    """What stands on a closed door; of hours those that are missing."""
    key = f"{network}.missing"
    if door.shown.gate.measure == "coverage" and key in found.lacks:
        return _("{hours} a week are missing").format(hours=Speaker(found.lacks)(key))
    said = on_door(door, network, Speaker(found.verdicts))
    told = f"{said.figure} {said.alone or said.rest}"
    unknown = None in (door.shown.figure, door.shown.threshold)
    return _("{door} not known yet").format(door=door_names()[door.door]) if unknown else told
