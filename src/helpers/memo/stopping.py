"""When we stop or turn: figures that whoever signs can count from nought, and what is lost."""

from collections.abc import Iterator
from datetime import date, timedelta

from helpers.findings import Findings
from helpers.memo.changes import fact_words
from helpers.memo.document import Dated
from helpers.memo.own_words import shortened
from helpers.models.decision import KEEP
from helpers.models.gate_figures import SECOND_NAME
from helpers.models.gates import gates, of_measure
from helpers.models.ninety_days import ADVISER, TELL
from helpers.models.plan_days import working_day
from helpers.models.review import ACCEPTED, CUSTOMERS, NEEDED
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
METRIC, METRIC_WORDS = 40, 4
"""Letters and words of what the aim counts, where it only has to be known again."""


def near_day(value: date) -> str:
    """A day of the plan."""
    return locale.day_of_year(value)


def stop_lines(found: Findings, least: bool = False) -> Iterator[Dated]:
    """The stop rule of what is opened, by its days; else what turns the verdict, yes or no.

    ``least``: not that no fact turns it, which is on the board, nor what the verdict says.
    """
    days = found.stop.facts
    if not found.signed:
        yield from _half_done(found)
        yield Dated(near_day(days["review"]), _turn(found, least))
        return
    if found.asks and not least:
        yield Dated(near_day(asked_by(found)), _("the expert says no."))
    early, late = list(_early(found)), list(_late(found, least))
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


def _early(found: Findings) -> Iterator[str]:
    """What the time sheet and the messages show after six weeks."""
    speak, bound = Speaker(found.stop), found.stop.facts["bound"]
    said = _("posts and answers above {hours} a week on average")
    if bound == ACCEPTED:
        said = _("posts and answers above {hours} a week on average (over {cost} a year)")
    elif bound == NEEDED:
        said = _("posts and answers above {hours} a week on average (over {line} of 100)")
    paying = Speaker(found.presence)
    yield said.format(
        hours=speak("sheet_hours"),
        cost=paying("accepted") if bound == ACCEPTED else "",
        line=paying("most_of_hundred") if bound == NEEDED else "",
    )
    promise = units.written(found.company.promise_hours, "clock hours")
    yield _("over {of_ten} messages answered after {promise}").format(
        of_ten=speak("late"), promise=promise
    )


def _late(found: Findings, least: bool) -> Iterator[str]:
    """What has come by the review since the first post: who came before is not counted."""
    speak, rule = Speaker(found.stop), found.stop.facts
    names = [found.tables.name("network", n) for n in found.signed]
    if "least" not in found.stop:
        return
    metric = _metric(found)
    first = found.ninety_days.days.first or found.today
    fields = {"networks": locale.either(names), "metric": metric, "day": near_day(first)}
    if not rule["rises"]:
        yield speak.plural(
            "more than {number} is counted from {day} on",
            "more than {number} are counted from {day} on",
            "least",
            day=near_day(first),
        )
        return
    said = _("{whom} asked since {day} fewer than {number} name {networks}")
    if found.stop.value("least") == 1:
        said = _("{whom} asked since {day} none names {networks}")
    sampled = "sampled_least" in found.stop
    number = speak("sampled_least" if sampled else "least")
    kept = all(found.decision[n].verdict == KEEP for n in found.signed)
    fields["day"] = _since_nought(first) if kept else near_day(first)
    yield said.format(whom=_whom(found, least), number=number, **fields)


def _since_nought(day: date) -> str:
    """A day on which a count begins, of what is there already."""
    return _("{day} (then 0)").format(day=near_day(day))


def _whom(found: Findings, least: bool) -> str:
    """Who is asked who sent them; ``least``: the aim stands above."""
    said = _("“{metric}”: of all new ones")
    if found.signed and found.stop.facts["counts"] == CUSTOMERS:
        said = _("of all new customers")
    elif "sampled_least" in found.stop:
        said = _("“{metric}”: of one in {many}")
    elif least:
        said = _("of all new ones")
    many = locale.in_words(round(1 / found.tables.default("ask_part")))
    return said.format(metric=_metric(found), many=many)


def _metric(found: Findings) -> str:
    """What the aim counts, as short as it can be known again."""
    return shortened(found.company.objective["metric"] or "", METRIC, METRIC_WORDS)


def _turn(found: Findings, least: bool) -> str:
    """The one fact that would open the nearest network: yes or no."""
    network = found.decision.nearest
    flip = found.verdicts.facts["flips"].get(network)
    name = found.tables.name("network", network)
    if found.decision.opened:
        return _("We judge again what the doors would open: same questions, new figures.")
    if flip is None:
        return " ".join(_work(found, name, least))
    fact = fact_words(found, flip).rstrip(",")
    if flip.trial:
        name = _("{network} as a trial").format(network=name)
    if flip.key in AT_ONCE:
        return _at_once(found, fact, name, least)
    if flip.key == "first_page":
        now, wanted = (round(10 * value) for value in (flip.before, flip.after))
        said = _(
            "We repeat the ten searches: are we on the first result page in at least {wanted} (now "
            "{now})? Yes opens {network}; no keeps it shut."
        )
        numbers = {"wanted": locale.number(wanted), "now": locale.number(now)}
        return said.format(network=name, **numbers)
    said = _("{fact}: yes or no? Yes opens {network}; no keeps it shut.")
    return said.format(fact=fact[:1].upper() + fact[1:], network=name)


def _work(found: Findings, name: str, least: bool) -> Iterator[str]:
    """Where no fact opens a network: whether the work on the site and in search goes on."""
    rule, known = found.stop, found.company
    search = of_measure(gates(found.tables), "first_page")
    counts = "least" in rule and rule.facts["rises"]
    asked = []
    if not search.passes(known.first_page, search.pass_at):
        said = _("first result page in at least {wanted} of ten searches (now {now})")
        now, wanted = (locale.number(round(10 * v)) for v in (known.first_page, search.pass_at))
        asked.append(said.format(wanted=wanted, now=now))
    if counts:
        said = _("{whom} asked since {day} at least {number} name website or search")
        fields = {"whom": _whom(found, least), "day": _since_nought(_told_by(found))}
        asked.append(said.format(number=Speaker(rule)("least"), **fields))
    if not asked:
        yield _("We judge again with ten new searches.")
    else:
        said = _("{what}? If not, we stop writing pages.")
        if len(asked) > 1:
            said = _("{what}? If neither, we stop writing pages.")
        what = _(", or ").join(asked)
        yield said.format(what=what[:1].upper() + what[1:])
    if not least:
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


def _at_once(found: Findings, fact: str, name: str, least: bool) -> str:
    """A door that could be opened today: a count says whether it is, and whoever signs agrees."""
    rule = found.stop
    if "least" not in rule or not rule.facts["rises"]:
        said = _("Judge again. Sooner: {fact} opens {network} on any day.")
        return said.format(fact=fact, network=name)
    said = _(
        "{whom} asked since {day} do fewer than {number} name website or search? Then {fact} opens "
        "{network}. Else we go on with website and search."
    )
    if rule.value("least") == 1:
        said = _(
            "{whom} asked since {day} does none name website or search? Then {fact} opens "
            "{network}. Else we go on with website and search."
        )
    told = said.format(
        whom=_whom(found, least),
        day=_since_nought(_told_by(found)),
        number=Speaker(rule)("least"),
        fact=fact,
        network=name,
    )
    return told[:1].upper() + told[1:]


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
