"""What would change a verdict, briefly: one fact that turns it, or what still lacks."""

from collections.abc import Iterable, Iterator, Mapping

from helpers.findings import Findings
from helpers.models.decision import NOT_YET, Flip, Judgement
from helpers.models.doors import Door, closed, deciding, doors
from helpers.models.effort import network_posts
from helpers.models.gate_figures import SECOND_NAME
from helpers.views.doors_words import door_names, on_door
from helpers.views.verdict_board import BoardView
from helpers.views.words import Speaker
from helpers.words import locale, units
from helpers.words.locale import _

MOST = 2
"""Networks whose change has room on the page that is signed."""
MINUTES = ("states_hours", "promise_hours")
"""Facts that are made true by writing a line."""


def change_sentences(
    found: Findings, most: int = MOST, full: bool = True, bare: bool = False
) -> Iterator[str]:
    """For what is opened: when no trial is needed; for what is not: the fact that turns it.

    What waits comes first, and what takes the place of nothing. What others lack stands in the
    annex, and so does every fact that is told here. Where nothing is opened, what is in the way of
    the nearest; what turns it stands beside it. ``full``: other closed
    doors with their figures. ``bare``: how many of the promised hours remain stands in the annex.
    """
    decision, flips = found.decision, found.verdicts.facts["flips"]
    if not found.signed:
        yield lack_sentence(found, decision.nearest, not full)
        yield from _why_a_turn(found, flips.get(decision.nearest))
        return
    told = 0
    for said in sure_sentences(found, bare):
        yield said
        told += 1

    def last(flip: Flip) -> tuple[bool, bool]:
        return decision[flip.network].verdict != NOT_YET, bool(flip.instead_of)

    turns = sorted(told_once(flips.values()), key=last)
    for flip in turns[: max(most - told, 0)]:
        yield turn_sentence(found, flip)
    if not turns:
        yield from unknown_sentences(found)
        if not found.verdicts.facts["short_of_one"] and not told:
            yield _("No single fact opens another network.")


def sure_sentences(found: Findings, bare: bool = False) -> Iterator[str]:
    """The hours that end a trial, where they do."""
    if "sure_hours" not in found.sure:
        return
    speak = Speaker(found.sure)
    said = _("{hours} a week more promised ({kept} of them remain): no trial.")
    if bare:
        said = _("{hours} a week more promised: no trial.")
    yield said.format(hours=speak("sure_hours"), kept=speak("sure_kept"))


def unknown_sentences(found: Findings) -> Iterator[str]:
    """Networks of which the board does not know what opens them."""
    near = [n for n in found.tables.network_keys if n in found.verdicts.facts["short_of_one"]]
    if not near:
        return
    names = locale.listing([found.tables.name("network", n) for n in near])
    said = _("No single fact that we know; for {networks} ask ten more people.")
    if found.verdicts.facts["flips"] or "sure_hours" in found.sure:
        said = _("For {networks} ask ten more people.")
    yield said.format(networks=names)


def told_once(flips: Iterable[Flip]) -> list[Flip]:
    """The facts that turn a verdict, less those told already.

    What opens two networks at once is one fact: it is told where it is about itself.
    """
    found = list(flips)
    told_with = {(f.key, n) for f in found if not f.elsewhere for n in f.also}
    return [f for f in found if (f.key, f.network) not in told_with or not f.elsewhere]


def _why_a_turn(found: Findings, flip: Flip | None) -> Iterator[str]:
    """Why a fact opens more than its own door, or is not simply made true this week."""
    if flip is None:
        return
    name = found.tables.name("network", flip.network)
    shut = [door.door for door in doors(found.decision[flip.network]) if door.closed]
    if flip.key == "first_page" and "site" in shut:
        said = _("Found more often in search, the site has less left to win against {network}.")
        if set(shut) == {"site", "search"}:
            said = _("More first pages would open both.")
        yield said.format(network=name)
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
    if _as_planned(found, flip):
        return _own_choice(found, flip)
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


def _as_planned(found: Findings, flip: Flip) -> bool:
    """Whether it takes no more posts than are planned, and turns nothing else out."""
    if flip.key.partition(".")[0] != "level" or flip.instead_of or not found.signed:
        return False
    planned = sum(network_posts(found.tables, n, found.level) for n in found.signed)
    return flip.after <= planned + 1e-9


def _own_choice(found: Findings, flip: Flip) -> str:
    """What we could do with the posts that are planned: whoever signs says why it is not done."""
    said = _(
        "{network}: {posts} posts a week shared with {others} open it too; we do not, because "
        "______."
    )
    if flip.trial:
        said = _(
            "{network}: {posts} posts a week shared with {others} open it too, as a trial; we do "
            "not, because ______."
        )
    others = _in_order(found, {*found.decision.opened, *flip.also})
    return said.format(
        network=found.tables.name("network", flip.network),
        posts=Speaker(found.verdicts).bare(f"{flip.network}.after"),
        others=locale.listing([found.tables.name("network", n) for n in others]),
    )


def fact_words(found: Findings, flip: Flip) -> str:
    """A fact at the value that turns a verdict, in words that can be counted."""
    group, _dot, name = flip.key.partition(".")
    quoted = Speaker(found.verdicts)
    before, after = quoted(f"{flip.network}.before"), quoted(f"{flip.network}.after")
    if group == "level":
        before, after = (quoted.bare(f"{flip.network}.{end}") for end in ("before", "after"))
    elif group == "first_page":
        before, after = (units.written(value, "level") for value in (flip.before, flip.after))
    facts = {
        "first_page": _("the first page for {of_ten} buyers' questions (now {before})"),
        "hours": _("{after} a week promised by {name} alone (now {before})"),
        "weekly": _("{after} of those asked there weekly (now {before})"),
        "elsewhere": _("{after} of those asked on {name} weekly (now {before})"),
        "content": _("step {after} of ability in {name} (now {before})"),
        "answer_minutes": _("{after} a day for answers (now {before})"),
        "look_hours": _("a look every {after} (now every {before})"),
        "answer_days": _("a look on more days a week: {after} (now {before})"),
        "states_hours": _("saying in public on which days we answer"),
        "promise_hours": _("an answer promised within {after} (now {before})"),
        "cash": _("{after} a month to spend (now {before})"),
        "topics": _("topics written down: {after} (now {before})"),
        "level": _("posting {after} a week on {name} in all"),
        SECOND_NAME: _("a second name with promised hours"),
    }
    about = found.who.does if group == "hours" else ""
    if group == "content":
        about = found.tables.name("format", name)
    if group == "level":
        stay = {*found.decision.opened, *flip.also, flip.network} - {*flip.instead_of}
        about = locale.listing([found.tables.name("network", n) for n in _in_order(found, stay)])
    if flip.elsewhere:
        group, about = "elsewhere", found.tables.name("network", flip.elsewhere)
    fallback = _("{after} in place of {before}")
    return facts.get(group, fallback).format(after=after, before=before, of_ten=after, name=about)


def _in_order(found: Findings, networks: set[str]) -> list[str]:
    """Networks in the order of the course."""
    return [n for n in found.tables.network_keys if n in networks]


def lack_sentence(found: Findings, network: str, least: bool = False) -> str:
    """A network, the door at which its way ends, and which others are closed, as on the board.

    ``least``: the others by their names alone.
    """
    judged = judged_once_it_fits(found, network)
    door = deciding(judged)
    if door is None:
        return ""
    what = _lack(found, door, judged)
    rest = [one for one in closed(judged) if one.door != door.door]
    if len(rest) == 1 and not least:
        other, name = _lack(found, rest[0], judged), door_names()[rest[0].door]
        said = _("{what}; closed as well: {door} ({other})")
        what = said.format(what=what, door=name, other=other)
    elif rest:
        names = locale.listing([door_names()[one.door] for one in rest])
        what = _("{what}; closed as well: {doors}").format(what=what, doors=names)
    return _("{network}: {what}.").format(network=beside(found, judged), what=what)


def closing(found: Findings, network: str) -> str:
    """What closes a network that is there: what stands on its door, and its silence."""
    judged = found.decision[network]
    door = deciding(judged)
    if door is None:
        return ""
    speak = Speaker(found.verdicts)
    figure, (rest, *_shorter) = BoardView(found.tables).said(judged, speak)
    return f"{figure} {rest}".strip()


def judged_once_it_fits(found: Findings, network: str) -> Judgement:
    """A network as the board counts it: where doors have to open together, beside the others."""
    needs: Mapping[str, Judgement] = found.verdicts.facts["needs"]
    return needs.get(network, found.decision[network])


def prefix_of(found: Findings, judged: Judgement) -> str:
    """What stands before the figures of a network that is judged so."""
    as_it_is = judged is found.decision[judged.network]
    return judged.network if as_it_is else f"{judged.network}.then"


def beside(found: Findings, judged: Judgement) -> str:
    """A network, and beside which others its hours, euros and replies are counted."""
    name = found.tables.name("network", judged.network)
    others = [n for n in judged.together if n != judged.network]
    if not others:
        return name
    names = locale.listing([found.tables.name("network", other) for other in others])
    return _("{network} beside {others}").format(network=name, others=names)


def _lack(found: Findings, door: Door, judged: Judgement) -> str:
    """What stands on a closed door; of hours those that are missing."""
    key = f"{judged.network}.missing"
    if door.shown.gate.measure == "coverage" and key in found.lacks:
        return _("{hours} a week are missing").format(hours=Speaker(found.lacks)(key))
    if door.shown.gate.measure == "stability" and None not in (
        door.shown.figure,
        door.shown.threshold,
    ):
        speak, prefix = Speaker(found.verdicts), prefix_of(found, judged)
        said = _("in {figure} ways of weighing what we know it beats the site, wanted {wanted}")
        return said.format(
            figure=speak(f"{prefix}.readings"), wanted=speak.bare(f"{prefix}.readings.wanted")
        )
    state = on_door(door, prefix_of(found, judged), Speaker(found.verdicts))
    told = f"{state.figure} {state.alone or state.rest}"
    unknown = None in (door.shown.figure, door.shown.threshold)
    return _("{door} not known yet").format(door=door_names()[door.door]) if unknown else told
