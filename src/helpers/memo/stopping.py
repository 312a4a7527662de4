"""When we stop or turn: figures that whoever signs can count from nought, and what is lost."""

from collections.abc import Iterator
from datetime import date

from helpers.findings import Findings
from helpers.memo.changes import fact_words
from helpers.memo.document import Dated
from helpers.memo.own_words import shortened
from helpers.models.decision import KEEP
from helpers.models.gate_figures import SECOND_NAME
from helpers.models.ninety_days import ADVISER
from helpers.models.review import ACCEPTED, CUSTOMERS, NEEDED
from helpers.views.words import Speaker
from helpers.words import locale, units
from helpers.words.locale import _

AT_ONCE = (
    *("hours", "answer_minutes", "look_hours", "answer_days", "states_hours"),
    *("promise_hours", "cash", SECOND_NAME),
)
"""Facts that whoever decides can change today; others have to be counted."""

METRIC, METRIC_WORDS = 40, 4
"""Letters and words of what the aim counts, where it only has to be known again."""


def near_day(value: date) -> str:
    """A day of the plan."""
    return locale.day_of_year(value)


def stop_lines(found: Findings) -> Iterator[Dated]:
    """The stop rule of what is opened, by its days; else what turns the verdict, yes or no."""
    days = found.stop.facts
    if not found.signed:
        yield Dated(near_day(days["review"]), _turn(found))
        return
    if found.asks:
        yield Dated(near_day(asked_by(found)), _("the expert says no."))
    early, late = list(_early(found)), list(_late(found))
    if days["six"]:
        yield Dated(near_day(days["six"]), _("{what}.").format(what=_("; or ").join(early)))
    else:
        late = [*early, *late]
    if late:
        said = _("{what}.").format(what=_("; or ").join(late))
        if "least" in found.stop:
            said += " " + _counted(found)
        yield Dated(near_day(days["review"]), said)
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


def _counted(found: Findings) -> str:
    """From when on is counted, and what is there already where a page is kept."""
    first = found.ninety_days.days.first
    said = _("Counted from {day}.")
    if any(found.decision[n].verdict == KEEP for n in found.signed):
        said = _("Counted from {day}, beyond those of today.")
    return said.format(day=near_day(first) if first else "")


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
    """What has come by the review."""
    speak, rule = Speaker(found.stop), found.stop.facts
    names = [found.tables.name("network", n) for n in found.signed]
    if "least" not in found.stop:
        return
    metric = _metric(found)
    fields = {"networks": locale.either(names), "metric": metric}
    if not rule["rises"]:
        yield speak.plural(
            "more than {number} is counted", "more than {number} are counted", "least"
        )
        return
    customers = rule["counts"] == CUSTOMERS
    said = _("“{metric}”: fewer than {number} new who name {networks}")
    if customers:
        said = _("fewer than {number} new customers name {networks}")
    if found.stop.value("least") == 1:
        said = _("“{metric}”: no new one who names {networks}")
        if customers:
            said = _("no new customer names {networks}")
    yield said.format(number=speak("least"), **fields)


def _metric(found: Findings) -> str:
    """What the aim counts, as short as it can be known again."""
    return shortened(found.company.objective["metric"] or "", METRIC, METRIC_WORDS)


def _turn(found: Findings) -> str:
    """The one fact that would open the nearest network: yes or no."""
    network = found.decision.nearest
    flip = found.verdicts.facts["flips"].get(network)
    name = found.tables.name("network", network)
    if found.decision.opened:
        return _("We judge again what the doors would open: same questions, new figures.")
    if flip is None:
        return _(
            "We judge again with ten new searches and ten people asked; no single fact opens "
            "{network} today."
        ).format(network=name)
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


def _at_once(found: Findings, fact: str, name: str) -> str:
    """A door that could be opened today: a count says whether it is, and whoever signs agrees."""
    rule = found.stop
    if "least" not in rule or not rule.facts["rises"]:
        said = _("Judge again. Sooner: {fact} opens {network} on any day.")
        return said.format(fact=fact, network=name)
    said = _(
        "Until then website and search alone. “{metric}”: fewer than {number} new who name them? "
        "Then {fact} opens {network}. Else they go on alone."
    )
    if rule.value("least") == 1:
        said = _(
            "Until then website and search alone. “{metric}”: no new one who names them? Then "
            "{fact} opens {network}. Else they go on alone."
        )
    least = Speaker(rule)("least")
    return said.format(metric=_metric(found), number=least, fact=fact, network=name)


def loss_sentence(found: Findings) -> str:
    """What is lost, and by when, if the plan holds: hours × wage + euros, nothing coming back."""
    plan = Speaker(found.plan)
    said = _("{loss} by {day} ({hours}, {cash} cash), the start included.")
    return said.format(
        loss=plan("review.loss"),
        day=near_day(found.stop.facts["review"]),
        hours=plan("review.hours"),
        cash=plan("review.cash"),
    )
