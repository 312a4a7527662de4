"""The same hours on one network, on two, on more: what is left for posts, and whom they meet.

Networks come one by one, the best fitting first, and each number of them is kept at the level
that meets most people: nobody can say that two had the better level than four.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from helpers.data.tables import Tables
from helpers.models import complexity, effort, spread
from helpers.models.plan import Plan, capacity
from helpers.models.result import Result, Sheet
from helpers.models.spread import Round
from helpers.models.tenths import adding_up
from helpers.models.ways import Standing

LEANEST_FIRST = tuple(reversed(complexity.LEVELS))
EACH = 4
"""Up to so many networks each number is told; beyond, only all of them."""
PAIR = 2
"""From more networks than these on, all are held against fewer of them."""
FAR = 80.0
"""Hours a week up to which a turning point is looked for: two people's whole weeks."""
STEP = 0.5
TENTH = 0.1


def round_of(plan: Plan, known: Standing, tables: Tables, pair: float | None = None) -> Round:
    """The round of a plan's networks at its level.

    ``pair`` are the hours to keep each pair in step, where it is not the ledger that says them.
    """
    one = spread.round_of(plan, known.audience, tables)
    if pair is None:
        return one
    more = pair - tables.expected("coordination")
    return replace(one, before=one.before + more * complexity.pairs(len(plan.networks)))


def rounds(
    plan: Plan, known: Standing, tables: Tables, pair: float | None = None
) -> dict[int, tuple[Round, ...]]:
    """For each number of the plan's networks, the best fitting first, the round at each level."""
    order = known.best_first(plan.networks)
    return {
        count: tuple(
            round_of(replace(plan, networks=order[:count], level=level), known, tables, pair)
            for level in LEANEST_FIRST
        )
        for count in range(1, len(order) + 1)
    }


def best_of(levels: Sequence[Round], hours: float) -> Round:
    """The round that meets most people in these hours; of equals the leanest."""
    return max(levels, key=lambda one: one.met(hours))


def turning(
    many: Sequence[Round], few: Sequence[Round], met: Callable[[Round, float], float] = Round.met
) -> float | None:
    """The hours there from which many networks meet more than few, to a tenth; None up to ``FAR``.

    Each has the level that meets most people.
    """

    def ahead(hours: float) -> bool:
        most, least = (max(met(one, hours) for one in some) for some in (many, few))
        return most > least + 1e-12

    steps = (STEP * place for place in range(round(FAR / STEP) + 1))
    found = next((hours for hours in steps if ahead(hours)), None)
    if found is None:
        return None
    tenths = range(round((found - STEP) / TENTH), round(found / TENTH) + 1)
    return next(hours for place in tenths if ahead(hours := place * TENTH) and hours >= 0)


def answer(plan: Plan, known: Standing, tables: Tables, pair: float | None = None) -> Result:
    """Each number of networks in the hours that there are; facts name networks and levels.

    ``setN.before`` hours are asked for before the first post, ``setN.gone`` of those
    ``available`` go there, ``setN.left`` go into posts and answers, and ``setN.idle`` are not
    needed, in tenths that add up; ``setN.missing`` is what the printed ``before`` has more than
    those there. ``setN.posts`` of ``setN.planned`` a week are kept, and ``setN.met`` of our
    people see one in a month. ``turn`` is from how many hours there on all
    networks meet more than any fewer of them, ``turn_promised`` how many have to be promised
    for that; where it is at no hours up to ``far``, the fact ``adds_nobody`` names the last
    network if, with all its posts, it brings nobody who prints. The fact ``best`` has every
    number that prints as most, the smallest first.
    """
    sheet = Sheet()
    there = sheet.add("available", capacity(plan, tables.default("shrinkage")), "hours").value
    every = rounds(plan, known, tables, pair)
    most = len(every)
    counts = [count for count in every if count <= EACH or count == most]
    levels = {}
    for count in counts:
        best = best_of(every[count], there)
        levels[count] = best.level
        gone = min(best.before, there)
        left = min(best.work, there - gone)
        told = adding_up(there, {"gone": gone, "left": left, "idle": there - gone - left})
        head = f"set{count}"
        sheet.add(f"{head}.count", count, "count")
        sheet.add(f"{head}.before", best.before, "hours")
        sheet.add(f"{head}.gone", told["gone"], "hours")
        sheet.add(f"{head}.left", told["left"], "hours")
        sheet.add(f"{head}.idle", told["idle"], "hours")
        over = round(best.before, 1) - round(there, 1)
        sheet.add(f"{head}.missing", max(round(over, 1), 0.0), "hours")
        sheet.add(f"{head}.planned", sum(best.posts.values()), "posts")
        sheet.add(f"{head}.posts", best.kept(there) * sum(best.posts.values()), "posts")
        sheet.add(f"{head}.met", best.met(there), "hundredths")
    met = {count: round(100 * sheet.value(f"set{count}.met")) for count in counts}
    fewer = [one for count in range(1, most) for one in every[count]]
    turn = turning(every[most], fewer) if most > PAIR else None
    if turn is not None:
        sheet.add("turn", turn, "hours")
        sheet.add("turn_promised", turn / (1 - tables.default("shrinkage")), "hours")
    sheet.add("far", FAR, "hours")
    order, last = known.best_first(plan.networks), ""
    if turn is None and most > PAIR:
        full, least = (max(one.met(math.inf) for one in some) for some in (every[most], fewer))
        last = order[-1] if round(100 * (full - least)) == 0 else ""
    other = effort.expected(plan, tables)
    return sheet.result(
        order,
        adds_nobody=last,
        counts=tuple(counts),
        levels=levels,
        best=tuple(count for count in counts if met[count] and met[count] == max(met.values())),
        turned=turn is not None and there >= turn,
        other=bool(other.ads or other.briefing or other.further),
    )


def one_by_one(plan: Plan, known: Standing, tables: Tables) -> Result:
    """Posts a week as the hours go, from one on each network to what is left at the plan's level.

    ``after.wish`` is a post on each network, ``after.work`` what all hours would carry without
    any meeting, and so on: ``gone.KIND`` hours are taken off for each of meeting, planning and
    keeping in step, in tenths that add up to those ``available``, and ``left.KIND`` are left.
    """
    one, need, sheet = round_of(plan, known, tables), effort.expected(plan, tables), Sheet()
    there = sheet.add("available", capacity(plan, tables.default("shrinkage")), "hours").value
    posts = sum(one.posts.values())
    sheet.add("round.hours", one.work, "hours")
    sheet.add("after.wish", len(plan.networks), "posts")
    sheet.add("after.work", posts * one.carried(there), "posts")
    planning = sum(float(hours["planning"]) for hours in need.by_network.values())
    parts = {
        "meeting": float(need.shared),
        "planning": planning,
        "pairs": float(need.coordination),
    }
    told = adding_up(there, {**parts, "left": there - sum(parts.values())})
    left, printed = there, sum(told.values())
    for kind, hours in parts.items():
        left -= hours
        printed -= told[kind]
        sheet.add(f"gone.{kind}", told[kind], "hours")
        sheet.add(f"left.{kind}", printed, "hours")
        sheet.add(f"after.{kind}", posts * one.carried(left), "posts")
    sheet.add("gone.left", told["left"], "hours")
    return sheet.result(plan.networks)


def own(plan: Plan, known: Standing, tables: Tables) -> Result:
    """A choice of networks at a level: whom its hours meet, and who of them would meet most.

    ``wish.met`` is of the plan as it is; ``own.best`` of the number of its networks, the best
    fitting first, and the level that meet most. Facts name them; ``better`` says whether that
    prints as more than the plan. ``own.kept`` of ``own.planned`` posts a week are kept, and
    ``best.kept`` of ``best.planned``.
    """
    sheet = Sheet()
    there = capacity(plan, tables.default("shrinkage"))
    if not plan.networks:
        return sheet.result(best_set=(), best_level=plan.level, better=False, other=False)
    one = round_of(plan, known, tables)
    every = rounds(plan, known, tables).values()
    best = max((best_of(levels, there) for levels in every), key=lambda found: found.met(there))
    met = sheet.add("wish.met", one.met(there), "hundredths").value
    most = sheet.add("own.best", best.met(there), "hundredths").value
    sheet.add("own.before", one.before, "hours")
    for head, some in (("own", one), ("best", best)):
        planned = sheet.add(f"{head}.planned", sum(some.posts.values()), "posts").value
        sheet.add(f"{head}.kept", some.kept(there) * planned, "posts")
    need = effort.expected(plan, tables)
    return sheet.result(
        best_set=best.networks,
        best_level=best.level,
        better=round(100 * most) > round(100 * met),
        other=bool(need.ads or need.briefing or need.further),
    )
