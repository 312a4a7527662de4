"""When we stop or turn: figures that whoever signs can count from nought, and what is lost."""

from collections.abc import Iterator
from datetime import date

from helpers.findings import Findings
from helpers.memo.changes import fact_words
from helpers.memo.document import Dated
from helpers.memo.own_words import shortened
from helpers.models.decision import OPEN
from helpers.models.gate_figures import SECOND_NAME
from helpers.models.review import CUSTOMERS
from helpers.views.words import Speaker
from helpers.words import locale
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
    early = list(_early(found))
    late = list(_late(found))
    if days["six"]:
        yield Dated(near_day(days["six"]), _("{what}.").format(what=_("; or ").join(early)))
    else:
        late = [*early, *late]
    said = _("{what}. Counted from now on.")
    if any(found.decision[n].verdict == OPEN for n in found.signed):
        said = _("{what}. Counted from the first post.")
    said = said.format(what=_("; or ").join(late))
    yield Dated(near_day(days["review"]), said)


def _early(found: Findings) -> Iterator[str]:
    """What the time sheet and the messages show after six weeks."""
    speak = Speaker(found.stop)
    yield _("time sheet above {hours} a week").format(hours=speak("sheet_hours"))
    yield _("more than {of_ten} messages late").format(of_ten=speak("late"))


def _late(found: Findings) -> Iterator[str]:
    """What has come by the review, or lies open."""
    speak, rule = Speaker(found.stop), found.stop.facts
    names = locale.listing([found.tables.name("network", n) for n in found.signed])
    if "least" in found.stop:
        metric = shortened(found.company.objective["metric"] or "", METRIC, METRIC_WORDS)
        fields = {"networks": names, "metric": metric}
        if not rule["rises"]:
            yield speak.plural(
                "more than {number} is counted", "more than {number} are counted", "least"
            )
        else:
            customers = rule["counts"] == CUSTOMERS
            said = _("fewer than {number} new ones of “{metric}” name {networks} when asked")
            if customers:
                said = _("fewer than {number} new customers name {networks} when asked")
            if found.stop.value("least") == 1:
                said = _("no new one of “{metric}” names {networks} when asked")
                if customers:
                    said = _("no new customer names {networks} when asked")
            yield said.format(number=speak("least"), **fields)
    yield speak.plural(
        "a message {number} day unanswered",
        "a message {number} days unanswered",
        "silence",
    )


def _turn(found: Findings) -> str:
    """The one fact that would open the nearest network: yes or no."""
    network = found.decision.nearest
    flip = found.verdicts.facts["flips"].get(network)
    name = found.tables.name("network", network)
    if found.decision.opened:
        return _("We judge again what the gates would open: same questions, new figures.")
    if flip is None:
        return _(
            "We judge again with ten new searches and ten people asked; no single fact opens "
            "{network} today."
        ).format(network=name)
    fact = fact_words(found, flip)
    if flip.trial:
        name = _("{network} as a trial").format(network=name)
    said = _("{fact}: yes or no? Yes opens {network}; no keeps it shut.")
    if flip.key in AT_ONCE:
        said = _("Judge again. Sooner: {fact} opens {network} on any day.")
        return said.format(fact=fact.rstrip(","), network=name)
    return said.format(fact=(fact[:1].upper() + fact[1:]).rstrip(","), network=name)


def loss_sentence(found: Findings) -> str:
    """What is lost, and by when, if the plan holds: hours × wage + euros, nothing coming back."""
    plan = Speaker(found.plan)
    said = _("{loss} by {day} as planned ({hours}, {cash} cash), {year} in a year.")
    return said.format(
        loss=plan("review.loss"),
        day=near_day(found.stop.facts["review"]),
        hours=plan("review.hours"),
        cash=plan("review.cash"),
        year=plan("year.loss"),
    )
