"""Actions of a SWOT: hours that they take or free, and the gates of the verdict that they open.

What an action changes, takes and from when it works stands in ``data/actions.csv``. Hours are
those of a firm's plan (``company_plan``), gates those of the verdict (``judging``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from helpers.company import Company, field
from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import company_plan, complexity, effort, swot
from helpers.models.decision import Judgement
from helpers.models.gate_figures import HELPER, Changed, written_topics
from helpers.models.gates import BORDERLINE, FAILED, PASS, Outcome
from helpers.models.judging import judge
from helpers.models.plan import Plan, capacity
from helpers.models.result import Result, Sheet
from helpers.models.swot import Line

SHUT = (*FAILED, BORDERLINE)
"""How a gate may come out that is not passed."""
OF_THE_PLAN = ("networks", "level")
"""Fields of actions that change what a firm plans, and no fact of the firm."""


def steps(company: Company, chosen: Iterable[str], tables: Tables) -> tuple[Changed, ...]:
    """The facts that actions change once they work, each as far as its scale goes."""
    values: dict[str, float] = {}
    for action in chosen:
        row = tables.actions.loc[action]
        key, change = row["field"], float(row["change"])
        if key in ("none", *OF_THE_PLAN):
            continue
        if key == "hours":
            values[HELPER] = values.get(HELPER, 0.0) + change
        elif key == "topics":
            values[key] = max(float(written_topics(company)), change)
        elif key == "states_hours":
            values[key] = 1.0
        else:
            values[key] = min(values.get(key, _fact(company, key)) + change, field(key).high)
    return tuple(
        Changed(key, value)
        for key, value in values.items()
        if key == HELPER or value != _fact(company, key)
    )


def _fact(company: Company, key: str) -> float:
    """A fact as it is today."""
    if key == "topics":
        return float(written_topics(company))
    group, _dot, name = key.partition(".")
    value = getattr(company, group)
    return float((value[name] or 0) if name else value)


def heaviest(plan: Plan, keep: str, tables: Tables) -> str:
    """The network without which most hours are free, ``keep`` aside; '' where there is no other."""
    others = [network for network in plan.networks if network != keep]
    return min(others, key=lambda network: _needed(_without(plan, network), tables), default="")


def _without(plan: Plan, network: str) -> Plan:
    return replace(plan, networks=tuple(n for n in plan.networks if n != network))


def _needed(plan: Plan, tables: Tables) -> float:
    return float(effort.expected(plan, tables).total)


def is_heaviest(plan: Plan, network: str, tables: Tables) -> bool:
    """Whether leaving this network would free more hours, as printed, than leaving any other."""
    other = heaviest(plan, network, tables)
    if not other or network not in plan.networks:
        return False
    with_it, without = (_needed(_without(plan, n), tables) for n in (other, network))
    return round(without, 1) < round(with_it, 1)


def _own_work(plan: Plan, network: str, tables: Tables) -> float:
    """Hours of a network as its rows say them, and of the talks that it takes, in tenths."""
    if not network:
        return 0.0
    need, after = (effort.expected(p, tables) for p in (plan, _without(plan, network)))
    talks = float(need.coordination) - float(after.coordination)
    return round(sum(map(float, need.by_network[network].values())) + talks, 1)


def leaner(level: str) -> str:
    """The next level below; the leanest is its own."""
    return complexity.levels(level)[:2][-1]


def kept(company: Company, chosen: Sequence[str], keep: str, tables: Tables) -> Company:
    """The company with the networks and the level that it has once actions are decided.

    The network that goes is the heaviest beside ``keep``.
    """
    fields = {tables.actions.at[action, "field"] for action in chosen}
    if "level" in fields:
        company = company.changed(level=leaner(company.level))
    if "networks" in fields:
        plan = company_plan.plan_of(company, tables, company.level)
        gone = heaviest(plan, keep, tables)
        company = company.changed(networks=_without(plan, gone).networks)
    return company


def plan_with(company: Company, chosen: Sequence[str], keep: str, tables: Tables) -> Plan:
    """The plan of a firm that decided on these actions and on no other."""
    known = kept(company, chosen, keep, tables).changed(actions=())
    plan = company_plan.plan_of(known, tables, known.level)
    return swot.planned(plan, known, chosen, tables)


def missing(plan: Plan, tables: Tables) -> float:
    """Hours a week that are missing, as they are printed everywhere; negative: to spare.

    The difference of two figures in tenths: who subtracts one from the other finds it.
    """
    there = capacity(plan, tables.default("shrinkage"))
    return round(round(_needed(plan, tables), 1) - round(there, 1), 1)


@remembered(64)
def _undecided(company: Company) -> Company:
    """The company before it decided on any action: always the same, so that fits are kept."""
    return company.changed(actions=())


@remembered(1024)
def judged(
    company: Company, network: str, chosen: tuple[str, ...], tables: Tables, today: date
) -> Judgement:
    """The verdict on a network once actions work, the hours that they take left aside."""
    known = _undecided(company)
    return judge(known, tables, today, None, steps(known, chosen, tables), only=network)[network]


def shut(judgement: Judgement) -> tuple[Outcome, ...]:
    """The gates that are not passed, those too close to call among them."""
    return tuple(outcome for outcome in judgement.outcomes if outcome.state in SHUT)


def opened(before: Judgement, after: Judgement) -> tuple[Outcome, ...]:
    """The gates that were not passed and are passed afterwards, as they come out then."""
    closed = {outcome.gate.gate for outcome in shut(before)}
    return tuple(o for o in after.outcomes if o.state == PASS and o.gate.gate in closed)


def closed(before: Judgement, after: Judgement) -> tuple[Outcome, ...]:
    """The gates that were not shut and are shut afterwards, as they come out then."""
    known = {outcome.gate.gate for outcome in shut(before)}
    return tuple(outcome for outcome in shut(after) if outcome.gate.gate not in known)


@dataclass(frozen=True)
class Alone:
    """What one action does by itself: hours a week gained, gates that it opens and shuts.

    ``level`` is the one at which the network is asked then.
    """

    gained: float
    opens: tuple[Outcome, ...]
    shuts: tuple[Outcome, ...]
    level: str


@remembered(1024)
def alone(company: Company, network: str, action: str, tables: Tables, today: date) -> Alone:
    """An action by itself; remembered, as every board shows all of them."""
    before = judged(company, network, (), tables, today)
    after = judged(company, network, (action,), tables, today)
    now = missing(plan_with(company, (), network, tables), tables)
    then = missing(plan_with(company, (action,), network, tables), tables)
    return Alone(round(now - then, 1), opened(before, after), closed(before, after), after.level)


def impossible(company: Company, plan: Plan, keep: str, tables: Tables) -> frozenset[str]:
    """The actions that a firm cannot take: leave its only network, go below the leanest level."""
    fields = vars(tables)["actions"]["field"]
    done = {"level"} if leaner(company.level) == company.level else set()
    if not heaviest(plan, keep, tables):
        done.add("networks")
    return frozenset(str(action) for action in fields.index if fields[action] in done)


@dataclass(frozen=True)
class Asked:
    """A firm, a network of which the gates are asked, the actions that were chosen."""

    company: Company
    network: str
    chosen: tuple[str, ...]


def answer(asked: Asked, lines: Sequence[Line], tables: Tables, today: date) -> Result:
    """What each action and all chosen ones do to hours and gates, on a board with these lines.

    ``ACTION.hours`` is what a week gains or loses until it works, ``ACTION.weeks`` how long
    that is, ``ACTION.later`` what it takes from then on, ``ACTION.opens`` how many gates it
    opens alone; ``actions`` counts those that the firm can take, not the ``impossible`` ones.
    ``swot.gap`` are the hours a week that are missing, negative: to spare;
    ``swot.gap_after`` with all that were chosen, and ``swot.moved`` what these win (+) or spend
    together; ``swot.alone`` is the sum of what each
    does alone. ``wishes`` are the lines that are ``unproved`` or, proved, ``idle``: without an
    action that is taken. The facts hold, by action, the outcomes of the gates it ``opens`` and
    ``shuts`` alone, those that all open ``together`` and that shut ``newly``, those that are
    ``shut`` today and ``shut_then`` with all, the places of the
    ``lines`` that each ``joins``, by line the action ``taken``, and the ``level`` at which the
    network is asked today and, by action, ``then``. ``swot.enough`` is how many plausible
    estimates of the hours do with all that were chosen.
    """
    company, network, chosen = asked.company, asked.network, asked.chosen
    sheet = Sheet()
    before = judged(company, network, (), tables, today)
    plan = plan_with(company, (), network, tables)
    now = missing(plan, tables)
    opens, shuts, levels = {}, {}, {}
    idle = impossible(company, plan, network, tables)
    for action in map(str, tables.actions.index):
        row = tables.actions.loc[action]
        found = alone(company, network, action, tables, today)
        opens[action], shuts[action], gained = found.opens, found.shuts, found.gained
        levels[action] = found.level
        sheet.add(f"{action}.hours", gained, "hours change")
        sheet.add(f"{action}.moved", abs(gained), "hours")
        sheet.add(f"{action}.once", float(row["once"]), "hours")
        sheet.add(f"{action}.weeks", float(row["weeks"]), "count")
        sheet.add(f"{action}.later", float(row["later"]), "hours")
        sheet.add(f"{action}.opens", len(opens[action]), "count")
        sheet.add(f"{action}.shuts", len(shuts[action]), "count")
        for outcome in opens[action]:
            if outcome.figure is not None:
                unit = outcome.gate.unit
                sheet.add(f"{action}.{outcome.gate.gate}", outcome.figure, unit)
    all_of_them = judged(company, network, chosen, tables, today)
    together = opened(before, all_of_them)
    after = plan_with(company, chosen, network, tables)
    then = missing(after, tables)
    sheet.add("swot.enough", effort.enough(after, tables), "tenths")
    for key, value in (("gap", now), ("gap_after", then)):
        sheet.add(f"swot.{key}", value, "hours")
        sheet.add(f"swot.{key}.size", abs(value), "hours")
    moved, singly = now - then, sum(sheet.value(f"{action}.hours") for action in chosen)
    for key, value in (("moved", moved), ("alone", singly)):
        sheet.add(f"swot.{key}", round(value, 1), "hours change")
        sheet.add(f"swot.{key}.size", abs(round(value, 1)), "hours")
    sheet.add("swot.once", sum(sheet.value(f"{action}.once") for action in chosen), "hours")
    joins = tuple(swot.joined(lines, action) for action in chosen)
    taken = swot.taken(lines, chosen)
    unproved = sum(not swot.is_proved(line) for line in lines)
    sheet.add("actions", len(opens) - len(idle), "count")
    sheet.add("planned", len(plan.networks), "count")
    sheet.add("opening", sum(map(bool, opens.values())), "count")
    sheet.add("shut", len(shut(before)), "count")
    sheet.add("shut_after", len(shut(all_of_them)), "count")
    sheet.add("together", len(together), "count")
    sheet.add("lines", len(lines), "count")
    sheet.add("newly", len(closed(before, all_of_them)), "count")
    sheet.add("wishes", taken.count(""), "count")
    sheet.add("unproved", unproved, "count")
    sheet.add("idle", taken.count("") - unproved, "count")
    return sheet.result(
        firm=company.name,
        network=network,
        chosen=chosen,
        lines=tuple(lines),
        joins=joins,
        taken=taken,
        opens=opens,
        shuts=shuts,
        newly=closed(before, all_of_them),
        shut=shut(before),
        shut_then=shut(all_of_them),
        together=together,
        level=before.level,
        then=levels,
        gone=heaviest(plan, network, tables),
        asked_most=is_heaviest(plan, network, tables),
        impossible=idle,
    )


def openers(company: Company, network: str, tables: Tables, today: date) -> list[str]:
    """The actions that open a gate and shut none: those that open most, then that take least."""

    def count(action: str) -> int:
        found = alone(company, network, action, tables, today)
        return 0 if found.shuts else len(found.opens)

    def takes(action: str) -> tuple[float, float]:
        row = tables.actions.loc[action]
        return float(row["hours"]), float(row["once"])

    found = [action for action in map(str, tables.actions.index) if count(action)]
    return sorted(found, key=lambda action: (-count(action), *takes(action)))


def wall(company: Company, keep: str, tables: Tables) -> Result:
    """Two notes that add hours, one that takes work away, and what each of them closes.

    ``naive`` is what one more person and bought hours promise together, ``handed`` the same
    less leave, sickness and handing over, ``brought`` also less briefing, ``freed`` what leaving
    the heaviest network beside ``keep`` frees: hours a week, as is ``missing`` at first.
    ``left.own`` is the work of that network itself and ``left.again`` what comes back of it.
    ``wall.rest`` is missing after both additions, and ``left.rest`` is to spare after leaving;
    ``wall.enough`` and ``left.enough`` are how often the hours would then do.
    """
    sheet = Sheet()
    plain = plan_with(company, (), keep, tables)
    sheet.add("required", _needed(plain, tables), "hours")
    sheet.add("available", capacity(plain, tables.default("shrinkage")), "hours")
    gap = sheet.add("missing", missing(plain, tables), "hours").value
    rows = tables.actions
    person = sheet.add("wall.person", float(rows.at["second", "change"]), "hours").value
    bought = sheet.add("wall.bought", float(rows.at["freelancer", "change"]), "hours").value
    sheet.add("naive", person + bought, "hours")
    helped = gap - missing(plan_with(company, ("second",), keep, tables), tables)
    sheet.add("handed", helped + bought, "hours")
    both = plan_with(company, ("second", "freelancer"), keep, tables)
    rest = sheet.add("wall.rest", missing(both, tables), "hours").value
    sheet.add("brought", gap - rest, "hours")
    left = plan_with(company, ("withdraw",), keep, tables)
    rest = missing(left, tables)
    sheet.add("left.required", _needed(left, tables), "hours")
    sheet.add("left.rest", -rest, "hours")
    freed = sheet.add("freed", gap - rest, "hours").value
    sheet.add("wall.enough", effort.answer(both, tables).value("enough"), "tenths")
    sheet.add("left.enough", effort.answer(left, tables).value("enough"), "tenths")
    gone = heaviest(plain, keep, tables)
    own = sheet.add("left.own", _own_work(plain, gone, tables), "hours").value
    sheet.add("left.again", max(0.0, own - round(freed, 1)), "hours")
    return sheet.result(gone=gone, networks=plain.networks, firm=company.name)
