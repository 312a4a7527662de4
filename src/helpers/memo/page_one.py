"""Page one, which alone is signed: verdict, cost, what pays, when to stop, who, plan, change."""

from collections.abc import Iterator
from datetime import date

from helpers.company import day
from helpers.data.tables import NONE
from helpers.findings import Findings
from helpers.memo.advice_words import advice_sentence
from helpers.memo.changes import MOST, change_sentences
from helpers.memo.document import Entry, Figure, Line, PageOne, Quote
from helpers.memo.own_words import Own, labels_of_own, own_words, shortened
from helpers.memo.plan_words import PERSON, PERSON_WORDS, plan_lines, who_sentence
from helpers.memo.stopping import loss_sentence, near_day, stop_lines
from helpers.models.decision import CLOSE, DO_NOT_OPEN, KEEP, NOT_YET, OPEN
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import _, plural

WORDS = 320
"""The page has room for so many."""
NAME, METRIC = 60, 70
"""Letters of a firm's name and of what it counts."""
FIRM_WORDS, METRIC_WORDS = 6, 9
"""Words of both."""
FEW = 2
"""So many networks are named; of more their number is said."""


def page_one(found: Findings) -> PageOne:
    """The page in the language of the context; the firm's own words take the room that is left."""
    own, changes = _in_room(found)
    return _page(found, own, changes)


def page_one_words(found: Findings) -> Own:
    """The firm's own words as they stand on the page."""
    return _in_room(found)[0]


def _in_room(found: Findings) -> tuple[Own, int]:
    """The own words that fit, and of how many networks it is said what would turn them."""
    bare, own = Own("", "", ""), Own("", "", "")
    for changes in (MOST, 1):
        room = WORDS - _page(found, bare, changes).words
        own, wanted = own_words(found, room)
        if wanted <= room:
            break
    return own, changes


def _page(found: Findings, own: Own, changes: int) -> PageOne:
    dated = _("Decision of {day}").format(day=locale.day(found.today))
    if found.company.invented:
        dated += " · " + _("an invented example")
    entries = [Entry(label, tuple(lines)) for label, lines in _entries(found, own, changes)]
    return PageOne(
        shortened(found.company.name, NAME, FIRM_WORDS),
        dated,
        verdict_line(found),
        " ".join(_others(found)),
        tuple(_figures(found)),
        tuple(entry for entry in entries if any(entry.lines)),
        tuple(_signature(found)),
    )


# The verdict ---------------------------------------------------------------------------


def verdict_line(found: Findings) -> str:
    """What is signed, in a sentence for each way in which something is opened or kept."""
    templates = {
        (OPEN, False): _("Open {networks}, {level}."),
        (OPEN, True): _("Open {networks}, {level}, as a six-week trial."),
        (KEEP, False): _("Keep {networks}, {level}."),
        (KEEP, True): _("Keep {networks}, {level}, on trial for six weeks."),
    }
    said = []
    for (verdict, trial), template in templates.items():
        chosen = [found.decision[n] for n in found.signed]
        chosen = [j for j in chosen if (j.verdict, j.trial) == (verdict, trial)]
        if chosen:
            level = found.tables.name("level", chosen[0].level).lower()
            names = _names(found, [j.network for j in chosen])
            said.append(template.format(networks=names, level=level))
    return " ".join(said) or _("No network for now: website, listing and search first.")


def _names(found: Findings, networks: list[str]) -> str:
    return locale.listing([found.tables.name("network", n) for n in networks])


def _others(found: Findings) -> Iterator[str]:
    """The verdicts on all others, and that somebody decided against the gates."""
    told = {
        NOT_YET: _("Not yet: {networks}."),
        CLOSE: _("Close: {networks}."),
        DO_NOT_OPEN: _("Do not open: {networks}."),
    }
    against = [n for n in found.decision.opened if n not in found.signed]
    if against:
        said = _("The gates would open or keep {networks}; we decide against it.")
        yield said.format(networks=_names(found, against))
    elif found.choice and found.entry.get("choice") not in ("gates", NONE):
        yield _("{choice}.").format(choice=found.choice)
    first = True
    for verdict, template in told.items():
        networks = [j.network for j in found.decision.judgements if j.verdict == verdict]
        if not networks:
            continue
        names = _names(found, networks)
        if verdict == DO_NOT_OPEN and len(networks) > FEW:
            names = plural("the other {number}", "the other {number}", len(networks))
            if first and not found.signed:
                names = plural("any of the {number}", "any of the {number}", len(networks))
            names = names.format(number=locale.in_words(len(networks)))
        first = False
        yield template.format(networks=names)


# The four figures -----------------------------------------------------------------------


def _figures(found: Findings) -> Iterator[Figure]:
    plan = Speaker(found.plan)
    if not found.signed:
        said = _("until {day}; {there} there").format(
            day=near_day(found.stop.facts["review"]), there=plan("plan.there")
        )
        yield Figure(plan("plan.hours"), said)
        wages = _("is what these hours cost, at {wage}; no cash").format(wage=plan("wage"))
        yield Figure(plan("plan.wages"), wages)
        return
    paying, gap = Speaker(found.presence), Speaker(found.gap[1])
    there = _("a week; {there} there")
    if found.gap[1].value("coverage") < 1:
        there = _("a week; {there} there: nearly")
    yield Figure(paying("presence.hours"), there.format(there=gap("available")))
    said = _("a year: {hours} at {wage}, {cash} cash").format(
        hours=plan("year.hours"), wage=plan("wage"), cash=plan("year.cash")
    )
    yield Figure(paying("yearly_cost"), said)
    yield _pays(found, paying)
    days = found.stop.facts
    key = "six" if days["six"] else "review"
    yield Figure(
        plan(f"{key}.loss"), _("lost by {day}, as planned").format(day=near_day(days[key]))
    )


def _pays(found: Findings, paying: Speaker) -> Figure:
    """From how many customers it pays, or what was accepted."""
    result = found.presence
    if not found.sells:
        if result.value("accepted"):
            return Figure(paying("accepted"), _("a year is accepted; no sale is the aim"))
        return Figure("?", _("what a year may cost, nobody has said"))
    if "pays_from_whole" not in result:
        return Figure("?", _("what a customer leaves, nobody has said"))
    if "customers_aimed" not in result:
        said = paying.plural(
            "more customer a year pays for it; no aim yet",
            "more customers a year pay for it; no aim yet",
            "pays_from_whole",
        )
        return Figure(paying.bare("pays_from_whole"), said)
    said = paying.plural(
        "more customer a year pays for it (aim: {aim})",
        "more customers a year pay for it (aim: {aim})",
        "pays_from_whole",
        aim=paying.bare("customers_aimed"),
    )
    return Figure(paying.bare("pays_from_whole"), said)


# The rows -------------------------------------------------------------------------------


def _entries(found: Findings, own: Own, most: int) -> Iterator[tuple[str, list[Line]]]:
    why, because, change = labels_of_own()
    yield why, [Quote(own.why)] if own.why else []
    yield because, [Quote(own.because)] if own.because else []
    yield _("Aim"), list(_aim(found))
    if found.signed:
        yield _("Has to be true"), [" ".join(_true(found))]
        yield _("We stop"), list(stop_lines(found))
        yield _("If nothing comes"), [loss_sentence(found)]
    else:
        yield _("We turn"), list(stop_lines(found))
    yield _("Who"), [who_sentence(found)]
    yield _("Plan"), list(plan_lines(found))
    changes: list[Line] = [" ".join(change_sentences(found, most))]
    yield (_("Would turn it") if found.signed else _("In the way")), changes
    yield change, [Quote(own.change)] if own.change else []
    yield _("Advice"), [advice_sentence(found)]
    missing = list(_open(found))
    if missing:
        yield _("Still open"), [_("{what}.").format(what=locale.listing(missing))]


def _aim(found: Findings) -> Iterator[str]:
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
    yield said.format(
        metric=shortened(known["metric"], METRIC, METRIC_WORDS),
        baseline=locale.plain(known["baseline"]),
        target=locale.plain(known["target"]),
        day=locale.day(deadline) if deadline else "",
    )


def _true(found: Findings) -> Iterator[str]:
    """The chain from what it costs to what people would have to do."""
    result, speak = found.presence, Speaker(found.presence)
    if not found.sells:
        said = _("A year costs {cost}; what it may cost, nobody has said.")
        if result.value("accepted"):
            said = _("No sale is the aim: a year costs {cost} of the {accepted} accepted.")
        yield said.format(cost=speak("yearly_cost"), accepted=speak("accepted"))
        return
    if "pays_from" not in result:
        yield _("Not known yet: nobody has said what a customer leaves.")
        return
    if "needed_share" not in result:
        yield _("Not known yet: nobody has counted the customers of a year.")
    elif result.value("needed_share") > 1:
        yield _("More customers than all whom we serve now come because of it.")
    else:
        said = _("{share} of 100 customers come because of it.")
        near = round(result.value("of_hundred"), 1) >= result.value("most_of_hundred")
        if near:
            said = _("{share} of 100 customers come because of it; {most} is the line.")
        yield said.format(share=speak.bare("of_hundred"), most=speak("most_of_hundred"))
    visits = speak.plural("{number} visit", "{number} visits", "link_visits")
    said = _("Links bring {visits} a year: people must remember us.")
    if result.value("link_visits") >= result.value("needed_visits"):
        said = _("Links may bring {visits} a year: that would do.")
    yield said.format(visits=visits)


def _open(found: Findings) -> Iterator[str]:
    """What nobody has said yet and the page would need."""
    known, entry = found.company, found.entry
    objective = known.objective
    if not any(why.strip() for why in known.whys):
        yield _("why (01)")
    if None in (objective["baseline"], objective["target"]) or not objective["metric"]:
        yield _("aim (01)")
    if not str(entry.get("reason", "")).strip():
        yield _("because (14)")
    if not known.decider:
        yield _("who decides (14)")
    if found.sells and not known.contribution:
        yield _("what a customer leaves (13)")
    if found.sells and known.customers_a_year is None:
        yield _("customers a year (13)")
    if known.borrowed:
        yield plural(
            "{number} borrowed answer",
            "{number} borrowed answers",
            len(known.borrowed),
        ).format(number=len(known.borrowed))


def _signature(found: Findings) -> Iterator[str]:
    who = shortened(found.company.decider, PERSON, PERSON_WORDS)
    yield who if who else _("Who decides: nobody named yet")
    yield _("Date")
    again = locale.day(found.stop.facts["review"])
    asked = day(found.entry.get("review_on"))
    if found.stop.facts["moved"] and isinstance(asked, date):
        said = _("Looked at again on {day}, not on {asked}")
        yield said.format(day=again, asked=locale.short_day(asked))
    else:
        yield _("Looked at again on {day}").format(day=again)
