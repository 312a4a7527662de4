"""The doors of what is signed beside those of the next one, with what their words mean."""

from collections.abc import Iterator

from helpers.data.tables import Evidence
from helpers.findings import Findings
from helpers.memo.changes import judged_once_it_fits, prefix_of
from helpers.models import company_plan, reach
from helpers.models.decision import CLOSE, NOT_YET
from helpers.models.doors import DOORS, Door, doors
from helpers.models.gate_figures import presence_of
from helpers.models.gates import BORDERLINE, OFF, PASS, STOP, TRIED, WAIT, gates
from helpers.models.result import whole_up
from helpers.views.doors_words import door_names, on_door
from helpers.views.words import Speaker, Table
from helpers.words import locale, units
from helpers.words.locale import _, plural

COLUMNS = 3
"""Networks whose doors stand beside each other."""


def doors_shown(found: Findings) -> tuple[str, ...]:
    """What is signed, and the one that lacks least where it waits; else the nearest and closed."""
    nearest = found.decision.nearest
    if not found.signed:
        closes = [j.network for j in found.decision.judgements if j.verdict == CLOSE]
        return tuple(dict.fromkeys((nearest, *closes)))[:COLUMNS]
    waits = found.decision[nearest].verdict == NOT_YET or not found.signed
    shown = found.signed[: COLUMNS - waits]
    return (*shown, nearest) if waits and nearest not in shown else shown


def door_table(found: Findings) -> Table:
    """A row for each door: what is there of what is wanted, and how far it is open."""
    shown = doors_shown(found)
    judged = {n: judged_once_it_fits(found, n) for n in shown}
    by_network = {n: {one.door: one for one in doors(judged[n])} for n in shown}
    names = door_names() | {"why": _("our aim")}
    rows = []
    for key in DOORS:
        if any(key in by_door for by_door in by_network.values()):
            cells = (_on(by_network[n].get(key), prefix_of(found, judged[n]), found) for n in shown)
            rows.append((names[key], *cells))
    header = (_("Door"), *(found.tables.name("network", n) for n in shown))
    caption = _("The doors of {networks}, in order").format(networks=locale.listing([*header[1:]]))
    return Table(caption, header, tuple(rows))


def _on(door: Door | None, prefix: str, found: Findings) -> str:
    """What stands on a door, and how far it is open."""
    if door is None or door.state == OFF:
        return _("not asked")
    states = {PASS: _("open"), BORDERLINE: _("ajar"), WAIT: _("closed"), STOP: _("shut")}
    said = _stands(door, prefix, found)
    return _("{what}: {state}").format(what=said, state=states[door.state])


def _stands(door: Door, prefix: str, found: Findings) -> str:
    """Figure and threshold; whoever counts customers that are needed rounds up."""
    outcome, speak = door.shown, Speaker(found.verdicts)
    told = on_door(door, prefix, speak)
    if outcome.gate.measure == "customers" and None not in (outcome.figure, outcome.threshold):
        wanted = whole_up(outcome.threshold or 0.0)
        said = _("customers aimed at; pays from {wanted} on")
        return f"{told.figure} {said.format(wanted=locale.number(wanted))}"
    return f"{told.figure} {told.rest}".strip()


def _tried(found: Findings) -> dict[str, str]:
    """From where on a door is ajar, by what is measured there."""
    rules = {gate.measure: gate for gate in gates(found.tables) if gate.measure in TRIED}
    return {
        measure: units.written(gate.borderline_at, gate.unit)
        for measure, gate in rules.items()
        if gate.borderline_at is not None
    }


def door_notes(found: Findings) -> Iterator[str]:
    """What was counted with what, what the words of the table mean, and whose lines these are."""
    if counted := " ".join(_counted(found)):
        yield counted
    tried = _tried(found)
    yield _(
        "Ajar: hours from {hours} on or replies in time from {replies} on; six weeks of trial "
        "decide, and no other door is ever ajar. Fit: how well purpose, people and what we can "
        "make suit. Readings: plausible ways to weigh what we know; in so many the network beats "
        "our site. The lines are the course's conventions, no validated cut-offs."
    ).format(hours=tried.get("coverage", "–"), replies=tried.get("in_time", "–"))


def _counted(found: Findings) -> Iterator[str]:
    """What was counted with what, and what pays is counted from."""
    shown = doors_shown(found)
    names = {n: found.tables.name("network", n) for n in found.tables.network_keys}
    sets = {n: judged_once_it_fits(found, n).together for n in shown}
    for together in dict.fromkeys(sets.values()):
        if len(together) > 1:
            columns = [names[n] for n in shown if sets[n] == together]
            if len(columns) == len(together):
                yield _(
                    "{networks} are counted together in hours, euros, replies and what pays."
                ).format(networks=locale.listing(columns))
                continue
            yield plural(
                "The column of {columns} counts {networks} together in hours, euros, replies and "
                "what pays.",
                "The columns of {columns} count {networks} together in hours, euros, replies and "
                "what pays.",
                len(columns),
            ).format(
                columns=locale.listing(columns),
                networks=locale.listing([names[n] for n in together]),
            )
    if found.sells and found.company.contribution:
        yield from _pays_from(found, shown)


def _pays_from(found: Findings, shown: tuple[str, ...]) -> Iterator[str]:
    """What each column's break-even is counted from."""
    told = []
    for network in shown:
        judged = judged_once_it_fits(found, network)
        plan = company_plan.plan_of(
            found.company, found.tables, judged.level, networks=judged.together
        )
        year = presence_of(plan, found.company, found.tables)
        hours = locale.plain(round(year.hours, 3))
        euros = units.written(year.euros, "euros")
        names = [found.tables.name("network", n) for n in judged.together]
        told.append(
            _("{networks} {hours} h a week and {euros} a month").format(
                networks=locale.listing(names), hours=hours, euros=euros
            )
        )
    yield _("What pays: {years}; other lessons' work is not in it.").format(
        years="; ".join(dict.fromkeys(told))
    )


def people_asked(found: Findings) -> Iterator[str]:
    """How so many of those asked become so many of a hundred, with the nearest case."""
    known, speak = found.company, Speaker(found.verdicts)
    if not known.asked:
        return
    network = _example(found)
    outcome = found.decision[network].outcome("audience")
    if outcome is None or outcome.figure is None:
        return
    prior = found.tables.default("prior_customers")
    weekly = min(known.weekly.get(network, 0), known.asked)
    published = reach.published_share(found.tables, known.ages)[network]
    there = reach.own_share(published, weekly, known.asked, prior)
    yield _(
        "Our people: the {asked} whom we asked count as {asked}, published figures for their ages "
        "as {prior} more ({source}); off come those who want no firm there or follow us. "
        "{network}: {weekly} of {asked} become {there} of 100 who are there, {people} are left."
    ).format(
        there=locale.number(100 * there),
        asked=locale.number(known.asked),
        prior=locale.plain(prior),
        source=_source(found, network),
        network=found.tables.name("network", network),
        weekly=locale.number(weekly),
        people=speak(f"{network}.{outcome.gate.gate}"),
    )


def _source(found: Findings, network: str) -> str:
    """Who has published how many use the network, or that the course assumes it."""
    rows = [*reach.audience(found.tables, network).values()]
    published = [
        _("{publisher} {year}, {country}").format(
            publisher=row.publisher, year=row.year or _("undated"), country=row.country
        )
        for row in rows
        if isinstance(row, Evidence)
    ]
    return next(iter(published), _("the course's assumption"))


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
