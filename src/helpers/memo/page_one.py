"""Page one, which alone is signed: verdict, cost, what pays, when to stop, who, plan, change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helpers.company import day
from helpers.findings import Findings
from helpers.memo.advice_words import advice_sentence
from helpers.memo.chain_words import ONE_IN, all_pay, first_year, true_sentences
from helpers.memo.changes import MOST, change_sentences
from helpers.memo.document import Entry, Figure, Line, PageOne, Quote
from helpers.memo.own_words import Own, labels_of_own, own_words, shortened
from helpers.memo.plan_words import PERSON, PERSON_WORDS, plan_lines, who_sentence
from helpers.memo.stopping import loss_sentence, near_day, stop_lines
from helpers.memo.verdict_line import FEW, names_of, others, verdict_line
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import N_plural, _, plural

WORDS = 320
"""The page has room for so many."""
NAME, METRIC = 60, 90
"""Letters of a firm's name and of what it counts."""
FIRM_WORDS, METRIC_WORDS = 6, 12
"""Words of both."""


@dataclass(frozen=True)
class Room:
    """What makes way for the firm's own words: networks that may turn, why these, long words."""

    changes: int = MOST
    why: bool = True
    full: bool = True
    least: bool = False
    """Only what no other line says."""
    turn: bool = True
    """What would turn it."""
    whole: bool = True
    """The whole name of what is counted."""
    bare: bool = False
    """No word that can be left out."""
    split: bool = True
    """The hours and the cash of a year, its start in customers, and what lacks from which day."""


ROOMS = (
    Room(),
    Room(1),
    Room(1, full=False),
    Room(1, False, False),
    Room(1, False, False, True),
    Room(1, False, False, True, whole=False),
    Room(0, False, False, True, whole=False),
    Room(0, False, False, True, whole=False, bare=True),
    Room(0, False, False, True, False, False, True),
    Room(0, False, False, True, False, False, True, split=False),
)


def page_one(found: Findings) -> PageOne:
    """The page in the language of the context; the firm's own words take the room that is left."""
    own, room = _in_room(found)
    return _page(found, own, room)


def page_one_room(found: Findings) -> Room:
    """What has made way on the page."""
    return _in_room(found)[1]


def page_one_words(found: Findings) -> Own:
    """The firm's own words as they stand on the page."""
    return _in_room(found)[0]


def _in_room(found: Findings) -> tuple[Own, Room]:
    """The own words that fit, and what has made way for them."""
    own, bare, room = Own("", "", ""), Own("", "", ""), ROOMS[0]
    for room in ROOMS:
        left = WORDS - _page(found, bare, room).words
        own, wanted = own_words(found, left)
        if wanted <= left:
            break
    return own, room


def _page(found: Findings, own: Own, room: Room) -> PageOne:
    dated = _("Decision of {day}").format(day=locale.day(found.today))
    if found.company.invented:
        dated += " · " + _("an invented example")
    entries = [Entry(label, tuple(lines)) for label, lines in _entries(found, own, room)]
    return PageOne(
        shortened(found.company.name, NAME, FIRM_WORDS),
        dated,
        verdict_line(found, not room.least, room.bare),
        " ".join(others(found)),
        tuple(_figures(found, room)),
        tuple(entry for entry in entries if any(entry.lines)),
        tuple(_signature(found)),
    )


# The four figures -----------------------------------------------------------------------


def _figures(found: Findings, room: Room) -> Iterator[Figure]:
    """The figures; in full room with what is spent at the hours a week that stop it."""
    plan = Speaker(found.plan)
    if not found.signed:
        said = _("until {day}; {there} available").format(
            day=near_day(found.stop.facts["review"]), there=plan("plan.there")
        )
        yield Figure(plan("plan.hours"), said)
        wages = _("is what these hours cost, at {wage}; no cash").format(wage=plan("wage"))
        yield Figure(plan("plan.wages"), wages)
        return
    paying, gap = Speaker(found.presence), Speaker(found.gap[1])
    there = _("a week; {there} available")
    if found.gap[1].value("coverage") < 1 and not room.bare:
        there = _("a week; {there} available, {short} short")
    said = there.format(there=gap("available"), short=gap("missing"))
    yield Figure(paying("presence.hours"), said)
    said = _("a year of posting: {hours} at {wage}, {cash} cash; once {start} for the start")
    if found.asks:
        said = _(
            "a year of posting: {hours} at {wage}, {cash} cash; once {start} for start and fee"
        )
    if not room.split:
        said = _("a year of posting; once {start} for the start")
    said = said.format(
        hours=plan("year.hours"),
        wage=plan("wage"),
        cash=plan("year.cash"),
        start=plan("start"),
    )
    yield Figure(paying("yearly_cost"), said)
    yield _pays(found, paying, room.split)
    days = found.stop.facts
    key = "six" if days["six"] else "review"
    said = _("spent by {day} as planned").format(day=near_day(days[key]))
    if key == "six" and room.full:
        most = Speaker(found.stop)("sheet_hours")
        said = _("spent by {day} as planned; {most} at {hours} a week").format(
            day=near_day(days[key]), most=plan("six.most"), hours=most
        )
    yield Figure(plan(f"{key}.loss"), said)


def _pays(found: Findings, paying: Speaker, split: bool) -> Figure:
    """From how many customers it pays, or what was accepted."""
    result = found.presence
    if not found.sells:
        if result.value("accepted"):
            return Figure(paying("accepted"), _("a year is what we accept; not judged by sales"))
        return Figure("?", _("what a year may cost, nobody has said"))
    if "pays_from_whole" not in result:
        return Figure("?", _("what a customer leaves, nobody has said"))
    if "customers_aimed" not in result:
        said = paying.plural(
            "more customer pays for a year; no aim yet",
            "more customers pay for a year; no aim yet",
            "pays_from_whole",
        )
        return Figure(paying.bare("pays_from_whole"), said)
    first = first_year(found) if split else None
    starts = first is not None and first.facts["more"]
    one, many = {
        (True, False): N_plural(
            "more customer pays for a year (aim: {aim})",
            "more customers pay for a year (aim: {aim})",
        ),
        (True, True): N_plural(
            "more customer pays for a year, {first} with start (aim: {aim})",
            "more customers pay for a year, {first} with start (aim: {aim})",
        ),
        (False, False): N_plural(
            "more who pays covers a year (aim: {aim})",
            "more who pay cover a year (aim: {aim})",
        ),
        (False, True): N_plural(
            "more who pays covers a year, {first} with start (aim: {aim})",
            "more who pay cover a year, {first} with start (aim: {aim})",
        ),
    }[all_pay(found), starts]
    fields = {"aim": paying.bare("customers_aimed")}
    if first is not None and starts:
        fields["first"] = Speaker(first).bare("first.pays")
    said = paying.plural(one, many, "pays_from_whole", **fields)
    return Figure(paying.bare("pays_from_whole"), said)


# The rows -------------------------------------------------------------------------------


def _entries(found: Findings, own: Own, room: Room) -> Iterator[tuple[str, list[Line]]]:
    why, because, change = labels_of_own()
    yield why, [Quote(own.why)] if own.why else []
    yield because, [Quote(own.because)] if own.because else []
    yield _("Aim"), list(_aim(found, METRIC_WORDS if room.whole else FIRM_WORDS))
    if found.signed and room.why:
        told = _("Why {networks}") if len(found.signed) <= FEW else _("Why these")
        yield told.format(networks=names_of(found, list(found.signed))), [" ".join(_suits(found))]
    if found.signed:
        yield _("Has to be true"), [" ".join(true_sentences(found, room.full, room.least))]
        yield _("We stop"), list(stop_lines(found, room.least))
        yield _("If nothing comes"), [loss_sentence(found)]
    else:
        yield _("We turn"), list(stop_lines(found, room.least))
    yield _("Who"), [who_sentence(found)]
    yield _("Plan"), list(plan_lines(found, room.least, room.bare, room.split))
    changes: list[Line] = [" ".join(change_sentences(found, room.changes, room.least))]
    if room.turn or not found.signed:
        yield (_("Would turn it") if found.signed else _("In the way")), changes
    yield change, [Quote(own.change)] if own.change else []
    yield _("Advice"), [advice_sentence(found, room.least, room.bare)]
    missing = list(_open(found, room))
    if missing:
        yield _("Not yet written"), [" ".join(missing)]


def _aim(found: Findings, words: int) -> Iterator[str]:
    """What is counted, from where to where, by when."""
    known = found.company.objective
    deadline = day(known["deadline"])
    if not known["metric"] or None in (known["baseline"], known["target"]):
        return
    said = _("“{metric}”: from {baseline} to {target} by {day}.")
    if not deadline:
        said = _("“{metric}”: from {baseline} to {target}.")
    elif deadline <= found.today:
        said = _("“{metric}”: from {baseline} to {target} by {day}, which is past.")
    told = said.format(
        metric=shortened(known["metric"], METRIC, words),
        baseline=locale.plain(known["baseline"]),
        target=locale.plain(known["target"]),
        day=locale.day(deadline) if deadline else "",
    )
    yield " ".join([told, *_buyers(found)])


def _buyers(found: Findings) -> Iterator[str]:
    """How many customers that makes, where not every case is one."""
    known = found.company.objective
    if not found.sells or "customers_aimed" not in found.presence or known["conversion"] >= 1:
        return
    times = 1 / known["conversion"]
    speak = Speaker(found.presence)
    more = locale.plain(known["target"] - known["baseline"])
    if abs(times - round(times)) < 1e-9 and 2 < times <= ONE_IN:
        said = _("{more} more, of {times} one pays: {number}.")
        one_in = locale.in_words(round(times))
        yield said.format(more=more, times=one_in, number=speak.bare("customers_aimed"))
        return
    said = _("{more} more, {share} of 100 pay: {number}.")
    share = locale.plain(round(100 * known["conversion"], 1))
    yield said.format(more=more, share=share, number=speak.bare("customers_aimed"))


def _suits(found: Findings) -> Iterator[str]:
    """Why these networks: how many of our people are there, and how well they fit."""
    speak = Speaker(found.verdicts)
    for network in found.signed[:FEW]:
        judged = found.decision[network]
        people, fits = judged.outcome("audience"), judged.outcome("fit")
        if people is None or fits is None:
            continue
        said = _("{people} of our people are there; fit {fit}, wanted {wanted}.")
        if len(found.signed) > 1:
            said = _("{network}: {people} of our people, fit {fit}.")
        yield said.format(
            network=found.tables.name("network", network),
            people=speak(f"{network}.{people.gate.gate}"),
            fit=speak(f"{network}.{fits.gate.gate}"),
            wanted=speak.bare(f"{network}.{fits.gate.gate}.needed"),
        )


def _open(found: Findings, room: Room) -> Iterator[str]:
    """What nobody has said yet and the page would need, and in which lesson it is said."""
    known, entry = found.company, found.entry
    objective = known.objective
    why, reason = _("why"), _("reason")
    if room.full and not found.signed:
        why, reason = _("why we do this"), _("the reason for this decision")
    aim = bool(objective["metric"]) and None not in (objective["baseline"], objective["target"])
    served = known.customers_a_year is not None
    asked = (
        (why, 1, any(why.strip() for why in known.whys)),
        (_("our aim"), 1, aim),
        (reason, 14, str(entry.get("reason", "")).strip()),
        (_("who decides"), 14, known.decider),
        (_("what a customer leaves"), 13, not found.sells or known.contribution),
        (_("customers a year"), 13, not found.sells or served),
    )
    missing = [(what, lesson) for what, lesson, said in asked if not said]
    numbers = found.tables.lessons["number"]
    in_class = {int(numbers[key]) for key in found.tables.lesson_keys}
    lessons = sorted({lesson for _what, lesson in missing} & in_class)
    what = locale.listing([what for what, _lesson in missing])
    said = _("{what}.")
    if lessons and room.least and not room.bare:
        said = _("{what} (lessons {lessons}).")
    elif lessons and not room.bare:
        said = plural(
            "{what} (course lesson {lessons}).", "{what} (course lessons {lessons}).", len(lessons)
        )
    if missing:  # a pack may leave out all those that ask
        yield said.format(what=what, lessons=locale.listing([f"{lesson:02}" for lesson in lessons]))
    if known.borrowed:
        yield plural(
            "{number} borrowed answer.",
            "{number} borrowed answers.",
            len(known.borrowed),
        ).format(number=len(known.borrowed))


def _signature(found: Findings) -> Iterator[str]:
    who = shortened(found.company.decider, PERSON, PERSON_WORDS)
    signs = _("{who} (name)").format(who=who)
    yield signs if who else _("Who decides: nobody named yet")
    yield _("Date")
    again = locale.day(found.stop.facts["review"])
    asked = day(found.entry.get("review_on"))
    if found.stop.facts["moved"] and isinstance(asked, date):
        said = _("Looked at again on {day}, not on {asked}")
        yield said.format(day=again, asked=locale.short_day(asked))
    else:
        yield _("Looked at again on {day}").format(day=again)
