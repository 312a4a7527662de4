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


def true_sentences(found: Findings, full: bool, least: bool) -> Iterator[str]:
    """The chain from what it costs to what people would have to do."""
    result, speak = found.presence, Speaker(found.presence)
    if not found.sells:
        said = _("A year costs {cost}; what it may cost, nobody has said.")
        if result.value("accepted"):
            said = _(
                "Being on {networks} is worth {cost} a year to us without any sale; up to "
                "{accepted} we accept."
            )
        each = _each(found)
        if each:
            said = _(
                "Being on {networks} is worth {cost} a year to us without any sale ({each} for "
                "each of the {more} more); up to {accepted} we accept."
            )
        more = locale.plain(_more(found))
        names = _("these networks")
        if len(found.signed) <= FEW:
            names = names_of(found, list(found.signed))
        fields = {"accepted": speak("accepted"), "each": each, "more": more}
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
        yield _share(found)
    if shows_links(found, least):
        yield _links(found, full)


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


def shows_links(found: Findings, least: bool) -> bool:
    """Whether page one says what links bring."""
    return not least and found.sells and "pays_from" in found.presence


def first_year(found: Findings) -> Result | None:
    """The year with its start, where something is signed and a customer leaves something."""
    if not found.signed or "pays_from" not in found.presence or not found.sells:
        return None
    return review.first_year(found.presence, found.plan.value("start"))


def all_pay(found: Findings) -> bool:
    """Whether all that the aim counts are customers; else they are called by what they do."""
    return float(found.company.objective["conversion"]) >= 1


def _share(found: Findings) -> str:
    result, speak = found.presence, Speaker(found.presence)
    whom = _("customers") if all_pay(found) else _("whom we serve")
    said = _("{share} of 100 {whom} come because of it.")
    near = round(result.value("of_hundred"), 1) >= result.value("most_of_hundred")
    if near:
        said = _("{share} of 100 {whom} come because of it; {most} is the line.")
    fields = {"whom": whom, "share": speak.bare("of_hundred"), "most": speak("most_of_hundred")}
    first = first_year(found)
    if first is not None and first.facts["over"]:
        said = _(
            "{share} of 100 {whom} come because of it, {first} with start: over the line of "
            "{most}, accepted once."
        )
        fields["first"] = Speaker(first).bare("first.share")
    return said.format(**fields)


def _links(found: Findings, full: bool) -> str:
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
    elif full and result.value("pays_from_whole") > ONE_IN:
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
