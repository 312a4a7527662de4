"""Page one, which alone is signed: verdict, cost, what pays, when to stop, who, plan, change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
from helpers.memo.verdict_line import names_of, others, verdict_line
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import N_plural, _, plural

WORDS = 320
"""The page has room for so many."""
NAME, METRIC = 60, 90
"""Letters of a firm's name and of what it counts."""
FIRM_WORDS, METRIC_WORDS = 6, 12
"""Words of both, where they are typed at great length."""


@dataclass(frozen=True)
class Room:
    """What has room: whatever is False has made way, for it stands in the annex or elsewhere."""

    links: bool = True
    """What links bring; which share ends the hours; where nothing opens, that no fact does."""
    apart: bool = True
    """What is looked after, each on its own line of the plan."""
    most: bool = True
    """What is spent at the hours a week that stop it."""
    lessons: bool = True
    """In which lessons it is said what is open."""
    dated: bool = True
    """The days of a trial in the verdict."""
    reasons: bool = True
    """What closes a network beside the one that is signed; what else is in the way, in full."""
    aim: bool = True
    """The aim beside the figure of what pays."""
    split: bool = True
    """The hours and the cash of a year."""
    quoted: bool = True
    """The aim's words in the stop rule; they stand above."""
    changes: int = MOST
    pace: bool = True
    """How many would have come in a year that pays."""
    lacks: bool = True
    """What lacks from which day, and the start in customers."""
    bare: bool = False
    """No word that can be left out."""
    why: bool = True
    turn: bool = True
    whole: bool = True
    """The whole name of what is counted."""


def _rooms() -> Iterator[Room]:
    """From all to the least, one thing after the other."""
    room = Room()
    yield room
    for name in ("links", "apart", "most", "lessons", "dated", "aim", "split", "quoted"):
        yield (room := replace(room, **{name: False}))
    for fewer in (
        *({"changes": 1}, {"reasons": False}, {"pace": False}, {"lacks": False}),
        *({"bare": True}, {"changes": 0}, {"why": False}, {"turn": False}, {"whole": False}),
    ):
        yield (room := replace(room, **fewer))


ROOMS = tuple(_rooms())


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
        dated = _("{dated}, an invented example").format(dated=dated)
    entries = [Entry(label, tuple(lines)) for label, lines in _entries(found, own, room)]
    return PageOne(
        shortened(found.company.name, NAME, FIRM_WORDS),
        dated,
        verdict_line(found, room.dated, room.bare),
        " ".join(others(found, room.reasons if found.signed else room.turn)),
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
        wages = _("for these hours, at {wage}; no cash").format(wage=plan("wage"))
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
        said = _("a year of posting; {start} to start")
        if found.asks and not room.bare:
            said = _("a year of posting; {start} to start, with fee")
    said = said.format(
        hours=plan("year.hours"),
        wage=plan("wage"),
        cash=plan("year.cash"),
        start=plan("start"),
    )
    yield Figure(paying("yearly_cost"), said)
    yield _pays(found, paying, room)
    days = found.stop.facts
    key = "six" if days["six"] else "review"
    said = _("spent by {day}").format(day=near_day(days[key]))
    if key == "six" and room.most:
        most = Speaker(found.stop)("sheet_hours")
        said = _("spent by {day} as planned; {most} at {hours} a week").format(
            day=near_day(days[key]), most=plan("six.most"), hours=most
        )
    yield Figure(plan(f"{key}.loss"), said)


def _pays(found: Findings, paying: Speaker, room: Room) -> Figure:
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
    one, many = {
        True: N_plural("more customer pays for a year", "more customers pay for a year"),
        False: N_plural("more who pays covers a year", "more who pay cover a year"),
    }[all_pay(found)]
    said = paying.plural(one, many, "pays_from_whole")
    first = first_year(found) if room.lacks else None
    if first is not None and first.facts["more"]:
        told = Speaker(first).bare("first.pays")
        said = _("{pays}, {first} with start").format(pays=said, first=told)
    if room.aim:
        aim = paying.bare("customers_aimed")
        said = _("{pays} (aim: {aim})").format(pays=said, aim=aim)
    return Figure(paying.bare("pays_from_whole"), said)


# The rows -------------------------------------------------------------------------------


def _entries(found: Findings, own: Own, room: Room) -> Iterator[tuple[str, list[Line]]]:
    why, because, change = labels_of_own()
    yield why, [Quote(own.why)] if own.why else []
    yield because, [Quote(own.because)] if own.because else []
    yield _("Aim"), list(_aim(found, METRIC_WORDS if room.whole else FIRM_WORDS))
    if found.signed and room.why:
        told = _("Why {networks}") if len(found.signed) == 1 else _("Why these")
        yield told.format(networks=names_of(found, list(found.signed))), [_suits(found, room.bare)]
    if found.signed:
        yield _("Has to be true"), [" ".join(true_sentences(found, room.links, room.bare))]
        yield (
            _("We stop"),
            list(stop_lines(found, room.quoted, room.pace, room.dated, room.links, room.bare)),
        )
        yield _("If nothing comes"), [loss_sentence(found)]
    else:
        yield _("We turn"), list(stop_lines(found, room.quoted, full=room.links))
    yield _("Who"), [who_sentence(found)]
    yield _("Plan"), list(plan_lines(found, not room.apart, room.bare, room.lacks))
    changes: list[Line] = [" ".join(change_sentences(found, room.changes, room.reasons, room.bare))]
    if room.turn or not found.signed:
        yield (_("Would turn it") if found.signed else _("In the way")), changes
    yield change, [Quote(own.change)] if own.change else []
    yield _("Advice"), [advice_sentence(found, room.dated, room.bare)]
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
    said = _("{more} more, {share} pay: {number}.")
    share = locale.fine_percent(known["conversion"], 1)
    yield said.format(more=more, share=share, number=speak.bare("customers_aimed"))


def _suits(found: Findings, bare: bool) -> str:
    """Why these networks: how many of our people are there, and how well they fit.

    Of several in the order of the verdict; ``bare``: without the fit, which the annex has.
    """
    speak, told = Speaker(found.verdicts), []
    for network in found.signed:
        judged = found.decision[network]
        people, fits = judged.outcome("audience"), judged.outcome("fit")
        if people is not None and fits is not None:
            told.append((f"{network}.{people.gate.gate}", f"{network}.{fits.gate.gate}"))
    if not told:
        return ""
    if len(told) == 1:
        ((people_key, fit_key),) = told
        return _("{people} of our people; fit {fit}, wanted {wanted}.").format(
            people=speak(people_key), fit=speak(fit_key), wanted=speak.bare(f"{fit_key}.needed")
        )
    said = _("{people} of 100 of our people; fit {fits} of 10.")
    if bare:
        said = _("{people} of 100 of our people.")
    return said.format(
        people=locale.listing([speak.bare(people_key) for people_key, _fit in told]),
        fits=locale.listing([speak.bare(fit_key) for _people, fit_key in told]),
    )


def _open(found: Findings, room: Room) -> Iterator[str]:
    """What nobody has said yet and the page would need, and in which lesson it is said."""
    known, entry = found.company, found.entry
    objective = known.objective
    why, reason = _("why we do this"), _("our reason")
    if not room.lessons:
        why = _("why")
    if room.bare:
        reason = _("reason")
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
    if lessons and room.lessons:
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
        said = _("Review on {day}, not on {asked}")
        yield said.format(day=again, asked=locale.short_day(asked))
    else:
        yield _("Review on {day}").format(day=again)
