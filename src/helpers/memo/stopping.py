"""When we stop or turn: figures that whoever signs can count from nought, and what is lost."""

from collections.abc import Iterator
from datetime import date, timedelta

from helpers.findings import Findings
from helpers.memo.changes import fact_words
from helpers.memo.document import Dated
from helpers.memo.own_words import shortened
from helpers.models.decision import OPEN
from helpers.models.gate_figures import SECOND_NAME
from helpers.models.gates import gates, of_measure
from helpers.models.ninety_days import ADVISER, TELL
from helpers.models.plan_days import working_day
from helpers.models.review import ACCEPTED, NEEDED
from helpers.views.words import Speaker
from helpers.words import locale, units
from helpers.words.locale import _, plural

AT_ONCE = (
    *("hours", "answer_minutes", "look_hours", "answer_days", "states_hours"),
    *("promise_hours", "cash", SECOND_NAME),
)
"""Facts that whoever decides can change today; others have to be counted."""

PAGES, GOALS = "pages", "goals"
"""The tasks that are looked at halfway where nothing is posted."""
TOLD = ("tell", TELL)
"""The tasks after which everybody asks who sent them."""
METRIC, METRIC_WORDS = 90, 12
"""Letters and words of what the aim counts, where it only has to be known again."""


def near_day(value: date) -> str:
    """A day of the plan."""
    return locale.day_of_year(value)


def stop_lines(
    found: Findings,
    quoted: bool = True,
    pace: bool = True,
    asked: bool = True,
    full: bool = True,
    bare: bool = False,
) -> Iterator[Dated]:
    """The stop rule of what is opened, by its days; else what turns the verdict, yes or no.

    ``quoted``: with the aim's own words; ``pace``: and how many would have come in a year that
    pays; ``asked``: a no of the expert, which the verdict says as well; ``full``: that no fact
    turns it, which is on the board, and which share ends the hours, which is in the annex;
    ``bare``: without the networks' names, which stand above.
    """
    days = found.stop.facts
    if not found.signed:
        yield from _half_done(found)
        yield Dated(near_day(days["review"]), " ".join(_turn(found, quoted, full)))
        return
    if found.asks and asked:
        yield Dated(near_day(asked_by(found)), _("the expert says no."))
    early, late = list(_early(found, full)), list(_late(found, quoted, pace, bare))
    if days["six"]:
        yield Dated(near_day(days["six"]), _("{what}.").format(what=_("; or ").join(early)))
    else:
        late = [*early, *late]
    if late:
        yield Dated(near_day(days["review"]), _("{what}.").format(what=_("; or ").join(late)))
    speak = Speaker(found.stop)
    said = speak.plural(
        "a message {number} day unanswered.", "a message {number} days unanswered.", "silence"
    )
    yield Dated(_("any day"), said)


def asked_by(found: Findings) -> date:
    """The day by which an expert is asked; else the day of the first post."""
    days = found.ninety_days.days
    asked = [step.end for step in found.ninety_days.steps if step.task == ADVISER]
    return next(iter(asked), days.first or days.review)


def _early(found: Findings, full: bool) -> Iterator[str]:
    """What the time sheet and the messages show after six weeks."""
    speak, bound = Speaker(found.stop), found.stop.facts["bound"]
    said = _("posts and answers above {hours} a week on average since {first}")
    if bound == ACCEPTED:
        said = _(
            "posts and answers above {hours} a week on average since {first} (over {cost} a year, "
            "start not counted)"
        )
    elif bound == NEEDED and full:
        said = _(
            "posts and answers above {hours} a week on average since {first} (over {line}% of what "
            "customers leave)"
        )
    paying = Speaker(found.presence)
    yield said.format(
        first=near_day(found.ninety_days.days.first or found.today),
        hours=speak("sheet_hours"),
        cost=paying("accepted") if bound == ACCEPTED else "",
        line=paying.bare("most_of_hundred") if bound == NEEDED else "",
    )
    promise = units.written(found.company.promise_hours, "clock hours")
    yield _("over {of_ten} messages answered after {promise}").format(
        of_ten=speak("late"), promise=promise
    )


def _late(found: Findings, quoted: bool, pace: bool, bare: bool) -> Iterator[str]:
    """What has come by the review since the first post: who came before is not counted.

    Who just passes may not pay yet: ``pace`` says how many would have to have come.
    """
    speak, rule = Speaker(found.stop), found.stop.facts
    names = locale.either([found.tables.name("network", n) for n in found.signed])
    if bare and len(found.signed) > 1:
        names = _("them")
    if "least" not in found.stop:
        return
    metric = _metric(found)
    first = found.ninety_days.days.first or found.today
    fields = {"networks": names, "metric": metric, "day": near_day(first)}
    if not rule["rises"]:
        yield speak.plural(
            "more than {number} is counted from {day} on",
            "more than {number} are counted from {day} on",
            "least",
            day=near_day(first),
        )
        return
    sampled = "sampled_least" in found.stop
    number = "sampled_least" if sampled else "least"
    said = _("{whom} fewer than {number} name {networks}")
    if found.stop.value(number) == 1:
        said = _("{whom} none names {networks}")
    new = bare and all(found.decision[n].verdict == OPEN for n in found.signed)
    whom = _whom(found, first, quoted, not new)
    told = said.format(whom=whom, number=speak(number), **fields)
    pays = "pace" in found.stop and found.stop.value("pace") > found.stop.value("least")
    if pace and pays and not sampled:
        told = _("{rule} (it pays with {pace})").format(rule=told, pace=speak("pace"))
    yield told


def _since_nought(day: date) -> str:
    """A day on which a count begins, of what is there already."""
    return _("{day} (then 0)").format(day=near_day(day))


def _whom(found: Findings, day: date, quoted: bool, nought: bool = True) -> str:
    """Who is asked who sent them, from a day on: those whom the aim counts, by its own words.

    ``quoted``: else the aim stands above; ``nought``: with what it begins at. A part of those who
    come in thousands is so many.
    """
    metric = _metric(found)
    if "sampled_least" in found.stop:
        said = _("of the {people} whom we ask from {day} on (one in {many})")
        return said.format(
            people=Speaker(found.stop)("sampled_people"),
            day=near_day(day),
            many=locale.in_words(round(1 / found.tables.default("ask_part"))),
        )
    said = _("of all new customers asked since {day}")
    if metric and quoted:
        said = _("of all new ones in “{metric}” asked since {day}")
    elif metric:
        said = _("of all new ones in our aim asked since {day}")
    return said.format(metric=metric, day=_since_nought(day) if nought else near_day(day))


def _metric(found: Findings) -> str:
    """What the aim counts, whole unless it is typed at great length."""
    return shortened(found.company.objective["metric"] or "", METRIC, METRIC_WORDS)


def _turn(found: Findings, quoted: bool, today: bool) -> Iterator[str]:
    """The one fact that would open the nearest network: yes or no; and whether the work goes on."""
    network = found.decision.nearest
    flip = found.verdicts.facts["flips"].get(network)
    name = found.tables.name("network", network)
    if found.decision.opened:
        yield _("We judge again what the doors would open: same questions, new figures.")
        return
    if flip is None:
        yield from _work(found, name, quoted, today)
        return
    fact = fact_words(found, flip).rstrip(",")
    if flip.trial:
        name = _("{network} as a trial").format(network=name)
    if flip.key in AT_ONCE:
        yield _at_once(found, fact, name, quoted)
        return
    if flip.key == "first_page":
        now, wanted = (round(10 * value) for value in (flip.before, flip.after))
        said = _(
            "We open {network} if we are on the first result page in at least {wanted} of ten "
            "searches (now {now})."
        )
        numbers = {"wanted": locale.number(wanted), "now": locale.number(now)}
        yield said.format(network=name, **numbers)
    else:
        said = _("{fact}: yes or no? Yes opens {network}; no keeps it shut.")
        yield said.format(fact=fact[:1].upper() + fact[1:], network=name)
    if _counts(found):
        said = _("If {whom} fewer than {number} name website or search, we stop writing pages.")
        if found.stop.value("least") == 1:
            said = _("If {whom} none names website or search, we stop writing pages.")
        whom = _whom(found, _told_by(found), quoted)
        yield said.format(whom=whom, number=Speaker(found.stop)("least"))


def _counts(found: Findings) -> bool:
    """Whether a count says that the work on the site brings somebody."""
    return "least" in found.stop and bool(found.stop.facts["rises"])


def _work(found: Findings, name: str, quoted: bool, today: bool) -> Iterator[str]:
    """Where no fact opens a network: whether the work on the site and in search goes on."""
    rule, known = found.stop, found.company
    search = of_measure(gates(found.tables), "first_page")
    asked = []
    if not search.passes(known.first_page, search.pass_at):
        said = _("we are on the first result page in at least {wanted} of ten searches (now {now})")
        now, wanted = (locale.number(round(10 * v)) for v in (known.first_page, search.pass_at))
        asked.append(said.format(wanted=wanted, now=now))
    if _counts(found):
        said = _("{whom} at least {number} name website or search")
        whom = _whom(found, _told_by(found), quoted)
        asked.append(said.format(whom=whom, number=Speaker(rule)("least")))
    if not asked:
        yield _("We judge again with ten new searches.")
    else:
        said = _("We go on writing pages if {what}. If not, we stop.")
        if len(asked) > 1:
            said = _("We go on writing pages if {what}. If neither, we stop.")
        yield said.format(what=_(", or if ").join(asked))
    if today:
        yield _("No single fact opens {network} today.").format(network=name)


def _half_done(found: Findings) -> Iterator[Dated]:
    """Where nothing is posted: what has to be done halfway, or nobody has the hours for it."""
    planned = found.ninety_days
    half = working_day(planned.days.today + timedelta(planned.days.days // 2))
    done = {step.task: step.done_by(half) for step in planned.steps}
    if half >= planned.days.review or not (done.get(PAGES) or done.get(GOALS)):
        return
    said = _("enquiries not measured: the hours are not there; we judge again.")
    if done.get(PAGES):
        said = plural(
            "no page on the site yet: the hours are not there; we judge again.",
            "fewer than {number} pages on the site: the hours are not there; we judge again.",
            done[PAGES],
        ).format(number=locale.number(done[PAGES]))
    yield Dated(near_day(half), said)


def _told_by(found: Findings) -> date:
    """The day by which everybody asks who sent them; else today."""
    told = [step.end for step in found.ninety_days.steps if step.task in TOLD]
    return next(iter(told), found.today)


def _at_once(found: Findings, fact: str, name: str, quoted: bool) -> str:
    """A door that could be opened today: a count says whether it is, and whoever signs agrees."""
    rule = found.stop
    if not _counts(found):
        said = _("Judge again. Sooner: {fact} opens {network} on any day.")
        return said.format(fact=fact, network=name)
    said = _(
        "If {whom} fewer than {number} name website or search, {fact} opens {network}. Else we go "
        "on with website and search, where the ten new searches find us least."
    )
    if rule.value("least") == 1:
        said = _(
            "If {whom} none names website or search, {fact} opens {network}. Else we go on with "
            "website and search, where the ten new searches find us least."
        )
    return said.format(
        whom=_whom(found, _told_by(found), quoted),
        number=Speaker(rule)("least"),
        fact=fact,
        network=name,
    )


def loss_sentence(found: Findings) -> str:
    """What is lost, and by when, if the plan holds: hours × wage + euros, nothing coming back."""
    plan = Speaker(found.plan)
    said = _("{loss} by {day} ({hours}, {cash} cash), start included.")
    return said.format(
        loss=plan("review.loss"),
        day=near_day(found.stop.facts["review"]),
        hours=plan("review.hours"),
        cash=plan("review.cash"),
    )
