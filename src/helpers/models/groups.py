"""A group of our own: what it takes from us, what members give each other, where that turns.

Helpers come independently of each other (Poisson): with a·m of them to a question on average,
some member answers it with the chance s = 1 − e^(−a·m). All rates are assumptions without a
source; each has its range in the ledger.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models.result import Result, Series, Sheet, nice_limit
from helpers.models.seeded import Number, pert_draws
from helpers.models.tenths import adding_up, adding_up_beside

OPEN, CLOSED, NONE = "open", "closed", "none"
DRAWS = 2000
"""Draws of where a group turns."""
FAR = 3000
"""Members up to which a turn is looked for."""
POINTS = 121
"""Samples of a curve: smooth at the width of a page."""
HALVINGS = 20
"""Steps of a bisection over ``FAR`` members: less than a hundredth of a member is left."""
MANY = 1000
"""Helpers are counted in a thousand members."""
TEN = 10
"""Questions of a week in the question; of ten questions, how many are answered."""
WORK = ("alive", "reading", "answering", "strangers", "requests")
"""What looking after a group is made of."""
STILL = ("alive", "requests")
"""Of it, what members alone decide, or nobody: no post and no helper moves it."""


@dataclass(frozen=True)
class Group:
    """A group: ``kind`` is ``none``, ``open`` or ``closed``.

    ``posts`` of a member a week; of a thousand members ``helpers`` would answer a question.
    """

    kind: str
    members: float
    posts: float
    helpers: float


@dataclass(frozen=True)
class Rates:
    """What members do and what work takes: numbers, or draws of them.

    ``posts`` of a member a week, ``asking`` the share of them that are questions, ``helping``
    the share of members who would answer one; ``joining`` the share of members who are new in a
    week; ``strange`` posts of strangers for one of a member. Minutes for reading a post,
    answering a question, checking a request; hours a week for keeping a group ``alive``.
    """

    posts: Number
    asking: Number
    helping: Number
    reading: Number
    answering: Number
    alive: Number
    joining: Number
    checking: Number
    strange: Number


OTHER = {
    "asking": "question_share",
    "reading": "group_reading_minutes",
    "answering": "handling_minutes",
    "alive": "group_hours",
    "joining": "join_share",
    "checking": "join_minutes",
    "strange": "spam_open",
}
"""The row of the ledger behind each rate that no group sets itself."""


def group_of(kind: str, members: float, tables: Tables) -> Group:
    """A group of so many members who write and help as the ledger says."""
    return Group(kind, members, tables.default("posts_per_member"), tables.default("group_helpers"))


def rates(group: Group, tables: Tables) -> Rates:
    """Of a group, with beta-PERT means of times; the share of questions as it is stated."""
    means = {name: tables.expected(key) for name, key in OTHER.items()}
    means["asking"] = tables.default(OTHER["asking"])
    return Rates(posts=group.posts, helping=group.helpers / MANY, **means)


def drawn(group: Group, tables: Tables) -> Rates:
    """Plausible readings: every rate is drawn, but for one that the group sets otherwise.

    Whoever leaves the value of the ledger for another says that it is known: a draw from a range
    that lies mostly on one side of it would overrule what is set.
    """

    def draws(key: str, known: float | None = None) -> Number:
        row = tables.assumptions[key]
        if known is not None and not math.isclose(known, row.default):
            return known
        if row.high <= row.low:
            return row.default
        return pert_draws(key, row.low, row.default, row.high, DRAWS)

    return Rates(
        posts=draws("posts_per_member", group.posts),
        helping=draws("group_helpers", group.helpers) / MANY,
        **{name: draws(key) for name, key in OTHER.items()},
    )


def answered_share(members: Number, each: Rates) -> Number:
    """Of the questions, the share that some member answers: s = 1 − e^(−a·m)."""
    return 1 - np.exp(-each.helping * members)


def questions(members: Number, each: Rates) -> Number:
    """Questions a week, m·p·κ."""
    return members * each.posts * each.asking


def work(kind: str, members: Number, each: Rates) -> dict[str, Number]:
    """Hours a week that a group takes from us, by kind of work (``WORK``).

    Reading m·p·r/60; answering the questions that no member answers, m·p·κ·(1 − s)·t/60. In an
    open group strangers' posts are read, too; in a closed one m·j requests a week are checked.
    """
    if kind == NONE:
        return dict.fromkeys(WORK, 0.0)
    reading = members * each.posts * each.reading / 60
    left = questions(members, each) * (1 - answered_share(members, each))
    requests = members * each.joining * each.checking / 60
    return {
        "alive": each.alive,
        "reading": reading,
        "answering": left * each.answering / 60,
        "strangers": reading * each.strange if kind == OPEN else 0.0,
        "requests": requests if kind == CLOSED else 0.0,
    }


def takes(kind: str, members: Number, each: Rates) -> Number:
    """Hours a week that a group takes from us in all."""
    return sum(work(kind, members, each).values())


def gives(members: Number, each: Rates) -> Number:
    """Hours a week of answers that members give each other: one for each answered question."""
    return questions(members, each) * answered_share(members, each) * each.answering / 60


def hours(group: Group, tables: Tables) -> float:
    """Hours a week that a group takes from us, in tenths: a plan adds up what a lesson prints."""
    return round(float(takes(group.kind, group.members, rates(group, tables))), 1)


def turns(kind: str, each: Rates) -> np.ndarray:
    """Members from which on a group gives more than it takes; infinite where that is beyond FAR.

    What it gives less what it takes begins below nought and crosses it once at most: it falls,
    if at all, only while fewer than one member answers a question.
    """
    count = max(np.size(value) for value in vars(each).values())
    low, high = np.zeros(count), np.full(count, float(FAR))
    never = gives(high, each) <= takes(kind, high, each)
    for _step in range(HALVINGS):
        middle = (low + high) / 2
        ahead = gives(middle, each) > takes(kind, middle, each)
        low, high = np.where(ahead, low, middle), np.where(ahead, middle, high)
    return np.where(never, np.inf, high)


def about(members: float, down: bool = False) -> float:
    """Members as one says them: two digits that count. ``down`` says no more than there are."""
    if members < 1:
        return 0.0
    step = 10.0 ** (math.floor(math.log10(members)) - 1)
    return max(step, 1.0) * (math.floor if down else round)(members / max(step, 1.0))


def carried(kind: str, each: Rates, spare: float) -> float:
    """The most members, up to FAR, whose group these hours carry; −1 if not even an empty one."""
    counts = np.arange(FAR + 1.0)
    short = np.flatnonzero(takes(kind, counts, each) > spare)
    return float(short[0] - 1) if short.size else float(FAR)


def answer(group: Group, there: Mapping[str, float], tables: Tables) -> Result:
    """What a group takes and gives, where that turns, and the largest that there are hours for.

    ``there`` are the hours a week ``available`` and those ``required`` beside the group.
    ``saves_from`` is the share of its questions that people would have asked us without a group,
    from which it saves more of our answers than it takes: none stands where not even all would do.
    """
    kind = CLOSED if group.kind == NONE else group.kind
    each, sheet = rates(group, tables), Sheet()
    sheet.add("group_members", group.members, "people")
    for key, value in work(group.kind, group.members, each).items():
        sheet.add(key, value, "hours")
    sheet.add("moderation", takes(group.kind, group.members, each), "hours")
    parts = {key: sheet.value(key) for key in WORK}
    for key, value in adding_up_beside(sheet.value("moderation"), parts, STILL).items():
        sheet.add(f"printed.{key}", value, "hours")
    there_is = group.kind != NONE
    given = sheet.add("given", gives(group.members, each) if there_is else 0.0, "hours").value
    asked = given + sheet.value("answering")
    if asked > sheet.value("moderation"):
        sheet.add("saves_from", sheet.value("moderation") / asked, "share")
    _add_questions(sheet, group, each)
    _add_turns(sheet, replace(group, kind=kind), each, tables)
    _add_hours(sheet, kind, each, there)
    last, most = _ends(kind, tables)
    for members in (group.members, sheet.value("turns_exactly") if "turns_exactly" in sheet else 0):
        last = last if members <= last else nice_limit(members)
    counts = np.linspace(0, last, POINTS)
    lines = {
        "takes": tuple(map(float, np.broadcast_to(takes(kind, counts, each), POINTS))),
        "gives": tuple(map(float, np.broadcast_to(gives(counts, each), POINTS))),
    }
    curve = Series(tuple(map(float, counts)), lines)
    return sheet.result(kind=group.kind, curve=curve, most=most)


def _ends(kind: str, tables: Tables) -> tuple[float, float]:
    """Members and hours up to which a picture goes, whatever the group is that is looked at.

    Usual members, of whom as few help as is plausible: up to where their group turns, and as high
    as what it takes. So nothing moves while helpers are taken away but the lines.
    """
    few = tables.assumptions["group_helpers"].low
    each = rates(replace(group_of(kind, 0, tables), helpers=few), tables)
    turn = float(turns(kind, each)[0])
    last = nice_limit(turn) if math.isfinite(turn) else float(FAR)
    return last, float(np.max(takes(kind, np.linspace(0, last, POINTS), each)))


def _add_questions(sheet: Sheet, group: Group, each: Rates) -> None:
    """Questions a week, those that members answer, those left to us."""
    asked = float(questions(group.members, each))
    share = float(answered_share(group.members, each))
    sheet.add("questions", asked, "questions a week")
    parts = adding_up(asked, {"answered": asked * share, "left": asked * (1 - share)})
    for key, value in parts.items():
        sheet.add(key, value, "questions a week")


def _add_turns(sheet: Sheet, group: Group, each: Rates, tables: Tables) -> None:
    """Where the group turns; between what, of ten readings, the middle eight say it does."""
    turn = float(turns(group.kind, each)[0])
    if math.isfinite(turn):
        sheet.add("turns_exactly", turn, "people")
        sheet.add("turns", about(turn), "people")
    readings = drawn(group, tables)
    found = np.sort(turns(group.kind, readings))
    for name, share in (("turns_low", 0.1), ("turns_high", 0.9)):
        value = float(found[int(share * len(found))])
        if math.isfinite(value):
            sheet.add(name, about(value), "people")
    job = gives(group.members, readings) < takes(group.kind, group.members, readings)
    sheet.add("job", float(np.mean(job)), "tenths")
    sheet.add("far", FAR, "people")


def _add_hours(sheet: Sheet, kind: str, each: Rates, there: Mapping[str, float]) -> None:
    """The hours that are left for a group, as printed, and the members that they carry."""
    sheet.add("available_hours", there["available"], "hours")
    left = round(there["available"], 1) - round(there["required"], 1)
    sheet.add("spare_hours", max(left, 0.0), "hours")
    sheet.add("lacking_hours", max(-left, 0.0), "hours")
    most = carried(kind, each, left)
    if most >= 1:
        sheet.add("carried", about(most, down=True), "people")


@remembered(8)
def unanswered(tables: Tables) -> Result:
    """Of ten questions, how many get no answer, one, and several, in the group of the question."""
    group = group_of(CLOSED, tables.default("question_members"), tables)
    each, sheet = rates(group, tables), Sheet()
    helpers = group.members * group.helpers / MANY
    sheet.add("question_members", group.members, "people")
    sheet.add("asked", questions(group.members, each), "questions")
    sheet.add("each", helpers, "count")
    sheet.add("even", max(TEN * (1 - helpers), 0.0), "questions")
    none = TEN * math.exp(-helpers)
    parts = {"none": none, "one": none * helpers, "several": TEN - none - none * helpers}
    for key, value in adding_up(TEN, parts).items():
        sheet.add(f"of_ten_{key}", value, "questions")
    if group.helpers > 0:
        most = about(math.log(TEN) * MANY / group.helpers)
        sheet.add("one_left", most, "people")
        there = questions(most, each)
        sheet.add("one_left_of", there, "count")
        sheet.add("one_left_none", there * (1 - answered_share(most, each)), "questions a week")
    return sheet.result()
