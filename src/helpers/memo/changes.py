"""What would change a verdict, briefly: one fact that turns it, or what still lacks."""

from collections.abc import Iterator

from helpers.findings import Findings
from helpers.models.decision import NOT_YET, Flip
from helpers.models.gate_figures import SECOND_NAME
from helpers.models.gates import Outcome
from helpers.views.verdicts import figure_of
from helpers.views.words import Speaker
from helpers.words import units
from helpers.words.locale import _, plural

MOST = 2
"""Networks whose change has room on the page that is signed."""


def change_sentences(found: Findings, most: int = MOST) -> Iterator[str]:
    """For what is opened: when no trial is needed; for what is not yet: the fact, or the lack.

    Where nothing is opened, what is in the way of the nearest; what turns it stands beside it.
    """
    decision, flips = found.decision, found.verdicts.facts["flips"]
    if not found.signed:
        yield lack_sentence(found, decision.nearest)
        return
    if "sure_hours" in found.sure:
        more = _("{hours} more a week promised: no trial needed.")
        yield more.format(hours=Speaker(found.sure)("sure_hours"))
        most -= 1
    waiting = [j.network for j in decision.judgements if j.verdict == NOT_YET]
    for network in sorted(waiting, key=lambda n: n not in flips)[: max(most, 0)]:
        flip = flips.get(network)
        if flip is not None and not flip.instead_of:
            yield turn_sentence(found, flip)
        else:
            yield lack_sentence(found, network)
    if not waiting and "sure_hours" not in found.sure:
        yield _("No single fact opens another network.")


def turn_sentence(found: Findings, flip: Flip) -> str:
    """A network and the fact that would open it."""
    said = _("{network}: {fact} would open it.")
    return said.format(
        network=found.tables.name("network", flip.network), fact=fact_words(found, flip)
    )


def fact_words(found: Findings, flip: Flip) -> str:
    """A fact at the value that turns a verdict, in words that can be counted."""
    group, _dot, name = flip.key.partition(".")
    quoted = Speaker(found.verdicts)
    before, after = quoted(f"{flip.network}.before"), quoted(f"{flip.network}.after")
    if group == "first_page":
        before, after = (units.written(value, "level") for value in (flip.before, flip.after))
    facts = {
        "first_page": _("the first page for {after} buyers' questions, now {before},"),
        "hours": _("{after} a week promised by {name}, now {before},"),
        "weekly": _("{after} of those asked there every week, now {before},"),
        "content": _("step {after} of ability in {name}, now {before},"),
        "answer_minutes": _("{after} a day for answers, now {before},"),
        "look_hours": _("a look every {after}, now every {before},"),
        "answer_days": _("looks on {after} days a week, now {before},"),
        "states_hours": _("saying in public on which days we answer"),
        "promise_hours": _("an answer promised within {after}, now {before},"),
        "cash": _("{after} a month to spend, now {before},"),
        "topics": _("{after} topics written down, now {before},"),
        SECOND_NAME: _("a second name with promised hours"),
    }
    about = found.who.does if group == "hours" else ""
    if group == "content":
        about = found.tables.name("format", name)
    fallback = _("{after} in place of {before}")
    return facts.get(group, fallback).format(after=after, before=before, name=about)


def lack_sentence(found: Findings, network: str) -> str:
    """A network, the first door that is closed, with its figure, and how many more are."""
    failed = found.decision[network].failed
    name = found.tables.name("network", network)
    if not failed:
        return ""
    fields = {"network": name, "what": _lack(found, failed[0], network)}
    rest = len(failed) - 1
    if not rest:
        return _("{network}: {what}.").format(**fields)
    said = plural(
        "{network}: {what}, and {number} door more.",
        "{network}: {what}, and {number} doors more.",
        rest,
    )
    return said.format(number=rest, **fields)


def _lack(found: Findings, outcome: Outcome, network: str) -> str:
    if outcome.gate.measure == "stability" and outcome.figure is not None:
        said = _("{figure} of 10 readings prefer it to the site, wanted {needed}")
        bare = Speaker(found.verdicts).bare
        gate = f"{network}.{outcome.gate.gate}"
        return said.format(figure=bare(gate), needed=bare(f"{gate}.needed"))
    key = f"{network}.missing"
    if outcome.gate.measure == "coverage" and key in found.lacks:
        return _("{hours} a week are missing").format(hours=Speaker(found.lacks)(key))
    return door_words(outcome, network, Speaker(found.verdicts))


def door_words(outcome: Outcome, network: str, speak: Speaker) -> str:
    """A door with its figure and what is wanted."""
    figure, needed = figure_of(outcome, network, speak)
    said = _("{door} ({figure}, wanted {needed})")
    if outcome.figure is None:
        said = _("{door} (not known yet)")
    return said.format(door=_(outcome.gate.label).lower(), figure=figure, needed=needed)
