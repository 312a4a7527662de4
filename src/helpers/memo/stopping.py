"""When we stop or turn: figures that whoever signs can count from nought, and what is lost."""

from collections.abc import Iterator
from datetime import date

from helpers.findings import Findings
from helpers.memo.changes import fact_words
from helpers.memo.document import Dated
from helpers.memo.own_words import shortened
from helpers.models.gate_figures import SECOND_NAME
from helpers.models.gates import gates, of_measure
from helpers.models.ninety_days import ADVISER, TELL
from helpers.models.review import ACCEPTED, CUSTOMERS, NEEDED
from helpers.views.words import Speaker
from helpers.words import locale, units
from helpers.words.locale import _

AT_ONCE = (
    *("hours", "answer_minutes", "look_hours", "answer_days", "states_hours"),
    *("promise_hours", "cash", SECOND_NAME),
)
"""Facts that whoever decides can change today; others have to be counted."""

TOLD = ("tell", TELL)
"""The tasks after which everybody asks who sent them."""
METRIC, METRIC_WORDS = 40, 4
"""Letters and words of what the aim counts, where it only has to be known again."""


def near_day(value: date) -> str:
    """A day of the plan."""
    return locale.day_of_year(value)


def stop_lines(found: Findings, least: bool = False) -> Iterator[Dated]:
    """The stop rule of what is opened, by its days; else what turns the verdict, yes or no.

    ``least``: not that no fact turns it, which is on the board.
    """
    days = found.stop.facts
    if not found.signed:
        yield Dated(near_day(days["review"]), _turn(found, least))
        return
    if found.asks:
        yield Dated(near_day(asked_by(found)), _("the expert says no."))
    early, late = list(_early(found)), list(_late(found))
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


def _late(found: Findings) -> Iterator[str]:
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
    customers = rule["counts"] == CUSTOMERS
    said = _("“{metric}”: fewer than {number} new since {day} who name {networks}")
    if customers:
        said = _("fewer than {number} new customers since {day} name {networks}")
    if found.stop.value("least") == 1:
        said = _("“{metric}”: no new one since {day} who names {networks}")
        if customers:
            said = _("no new customer since {day} who names {networks}")
    yield said.format(number=speak("least"), **fields)


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
        return " ".join(_work(found, "" if least else name))
    fact = fact_words(found, flip).rstrip(",")
    if flip.trial:
        name = _("{network} as a trial").format(network=name)
    if flip.key in AT_ONCE:
        return _at_once(found, fact, name)
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


def _work(found: Findings, name: str) -> Iterator[str]:
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
        said = _("“{metric}”: at least {number} new since {day} who name website or search")
        fields = {"metric": _metric(found), "day": near_day(_told_by(found))}
        asked.append(said.format(number=Speaker(rule)("least"), **fields))
    if not asked:
        yield _("We judge again with ten new searches.")
    else:
        said = _("{what}? If not, we stop writing pages.")
        if len(asked) > 1:
            said = _("{what}? If neither, we stop writing pages.")
        what = _(", or ").join(asked)
        yield said.format(what=what[:1].upper() + what[1:])
    if name:
        yield _("No single fact opens {network} today.").format(network=name)


def _told_by(found: Findings) -> date:
    """The day by which everybody asks who sent them; else today."""
    told = [step.end for step in found.ninety_days.steps if step.task in TOLD]
    return next(iter(told), found.today)


def _at_once(found: Findings, fact: str, name: str) -> str:
    """A door that could be opened today: a count says whether it is, and whoever signs agrees."""
    rule = found.stop
    if "least" not in rule or not rule.facts["rises"]:
        said = _("Judge again. Sooner: {fact} opens {network} on any day.")
        return said.format(fact=fact, network=name)
    said = _(
        "Until then website and search alone. “{metric}”: fewer than {number} new since {day} who "
        "name website or search? Then {fact} opens {network}. Else they go on alone."
    )
    if rule.value("least") == 1:
        said = _(
            "Until then website and search alone. “{metric}”: no new one since {day} who names "
            "website or search? Then {fact} opens {network}. Else they go on alone."
        )
    fields = {"metric": _metric(found), "day": near_day(_told_by(found))}
    return said.format(number=Speaker(rule)("least"), fact=fact, network=name, **fields)


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
