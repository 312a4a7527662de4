"""What has to be true: from what a year costs to what people would have to do."""

from collections.abc import Iterator

from helpers.findings import Findings
from helpers.memo.verdict_line import FEW, names_of
from helpers.models import review
from helpers.models.result import Result
from helpers.views.words import Speaker
from helpers.words import locale, units
from helpers.words.locale import _, plural

ONE_IN = 10
"""One in two to one in ten is said so; a smaller share as so many of a hundred."""


def true_sentences(found: Findings, links: bool, bare: bool = False) -> Iterator[str]:
    """The chain from what it costs to what people would have to do; ``links``: these as well.

    ``bare``: of a year that its start lifts over the line only the count with the start.
    """
    result, speak = found.presence, Speaker(found.presence)
    if not found.sells:
        said = _("A year costs {cost}; what it may cost, nobody has said.")
        if result.value("accepted"):
            said = _("Being on {networks} is worth {cost} a year to us without any sale.")
        each = _each(found)
        if each:
            said = _(
                "Being on {networks} is worth {cost} a year to us without any sale: {each} for "
                "each of the {more} more."
            )
        more = locale.plain(_more(found))
        names = _("these networks")
        if len(found.signed) <= FEW:
            names = names_of(found, list(found.signed))
        fields = {"each": each, "more": more}
        yield said.format(networks=names, cost=speak("yearly_cost"), **fields)
        return
    if "pays_from" not in result:
        yield _("Not known yet: nobody has said what a customer leaves.")
        return
    if "needed_share" not in result:
        yield _("Not known yet: nobody has counted the customers of a year.")
    elif result.value("needed_share") > 1:
        yield _("More customers than all whom we serve now come because of it.")
    else:
        yield _share(found, bare)
    if shows_links(found, links):
        yield _links(found)


def _more(found: Findings) -> float:
    """How many more the objective means; 0 where nobody has said, or fewer are wanted."""
    known = found.company.objective
    if None in (known["baseline"], known["target"]):
        return 0.0
    return float(max(known["target"] - known["baseline"], 0.0))


def _each(found: Findings) -> str:
    """Euros a year for each that is aimed at; '' where there is none, or nothing is accepted."""
    more, result = _more(found), found.presence
    if not more or not result.value("accepted"):
        return ""
    return units.written(result.value("yearly_cost") / more, "euros")


def shows_links(found: Findings, links: bool) -> bool:
    """Whether page one says what links bring."""
    return links and found.sells and "pays_from" in found.presence


def first_year(found: Findings) -> Result | None:
    """The year with its start, where something is signed and a customer leaves something."""
    if not found.signed or "pays_from" not in found.presence or not found.sells:
        return None
    return review.first_year(found.presence, found.plan.value("start"))


def all_pay(found: Findings) -> bool:
    """Whether all that the aim counts are customers; else they are called by what they do."""
    return float(found.company.objective["conversion"]) >= 1


def _share(found: Findings, bare: bool) -> str:
    """So many whole customers of all; whether they, or only with the start, cross the line."""
    first, speak = first_year(found), Speaker(found.presence)
    if first is None:
        return ""
    told = Speaker(first)
    whom = _("{pays} of the {served} whom we serve ({share}) come because of it")
    if all_pay(found):
        whom = _("{pays} of our {served} customers ({share}) come because of it")
    said = _("{whom}.")
    if first.facts["above"]:
        said = _("{whom}: over the course's line of {most}, accepted.")
    elif first.facts["over"]:
        said = _(
            "{whom}; with the start {first} ({more}): over the course's line of {most}, accepted "
            "once."
        )
        if bare:
            said = _(
                "{first} of our {served} customers ({more}) come because of it, start counted: "
                "over the line of {most}, accepted once."
            )
    return said.format(
        whom=whom.format(
            pays=speak.bare("pays_from_whole"),
            served=speak.bare("customers_a_year"),
            share=locale.fine_percent(first.value("whole.share") / 100, 1),
        ),
        served=speak.bare("customers_a_year"),
        first=told.bare("first.pays"),
        more=locale.fine_percent(first.value("first.share") / 100, 1),
        most=locale.percent(found.presence.value("most_of_hundred") / 100),
    )


def _links(found: Findings) -> str:
    """How many visits links bring, against the customers that it takes."""
    result, speak = found.presence, Speaker(found.presence)
    visits = round(result.value("link_visits"))
    if result.value("link_visits") >= result.value("needed_visits"):
        said = plural(
            "Links in our posts may bring about {visits} visit a year: that would do.",
            "Links in our posts may bring about {visits} visits a year: that would do.",
            visits,
        )
    elif not visits:
        said = _("Links in our posts bring hardly a visit: people must remember us.")
    elif result.value("pays_from_whole") > ONE_IN:
        said = plural(
            "Links in our posts bring about {visits} visit a year: most of the {pays} must "
            "remember us.",
            "Links in our posts bring about {visits} visits a year: most of the {pays} must "
            "remember us.",
            visits,
        )
    else:
        said = plural(
            "Links bring about {visits} visit a year: people must remember us.",
            "Links bring about {visits} visits a year: people must remember us.",
            visits,
        )
    return said.format(visits=locale.number(visits), pays=speak.bare("pays_from_whole"))
