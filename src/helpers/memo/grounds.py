"""The grounds of page one: for each figure on it the source or assumption that it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.data.tables import Evidence
from helpers.findings import Findings
from helpers.memo.chain_words import shows_links
from helpers.memo.document import Links
from helpers.memo.page_one import page_one_room
from helpers.models.review import THERE
from helpers.views import sources
from helpers.views.words import stated
from helpers.words import escaping
from helpers.words.locale import N_, _

FURTHER = (
    *("making", "messages", "cost", "tool_cost", "shared_hours", "coordination", "reuse"),
    *("organic_reach", "link_reach", "link_click"),
)
"""Other rows behind hours, euros and visits; ``messages`` and ``cost`` are each network's own,
``making`` that of each kind of post that it takes."""
LINKS, MAKING = ("organic", "link"), "making"
OF_NETWORK = ("messages", "cost")
CONVENTION, SECOND_HAND = "convention", "seen quoted"
BLOG_POST = "effo-001"


@dataclass(frozen=True)
class Ground:
    """A figure of page one, by the row of the ledger that says it; ``signed``: only if opened.

    ``kind`` is ``convention`` for a line that the course has drawn.
    """

    key: str
    figure: str
    signed: bool | None = None
    kind: str = ""


GROUNDS = (
    Ground("wage", N_("Euros of an own hour")),
    Ground("shrinkage", N_("Hours lost of those promised")),
    Ground("making_photo", N_("Hours of one photo post")),
    Ground("handling_minutes", N_("Minutes of one message")),
    Ground("gate_G9c", N_("Share of our customers"), True, CONVENTION),
    Ground("visit_to_customer", N_("Links and visits"), True),
    Ground("review_days", N_("Day of the review"), None, CONVENTION),
    Ground("borderline", N_("Stop: available hours, divided by this"), True, CONVENTION),
    Ground("gate_G6b_trial", N_("Stop: messages answered in time"), True, CONVENTION),
    Ground("stop_path", N_("Stop: least that has come"), None, CONVENTION),
    Ground("stop_silence", N_("Stop: a message lies open"), True, CONVENTION),
    Ground("odds", N_("Advice: odds")),
    Ground("fee", N_("Advice: fee")),
    Ground("sensitivity", N_("Advice: good cases that an adviser recognises")),
    Ground("specificity", N_("Advice: bad cases that an adviser recognises")),
    Ground("gate_G3b", N_("Verdict: better than website first"), False, CONVENTION),
    Ground("least_audience", N_("Verdict: our people there"), False, CONVENTION),
    Ground("fit_line", N_("Verdict: fit"), None, CONVENTION),
)
PAGES = ("pages", "page_a_month")
LINKED = "visit_to_customer"
ENDED = "borderline"
OF_SALES = ("gate_G9c", LINKED)
ADVICE = ("odds", "fee", "sensitivity", "specificity")


def grounds(found: Findings) -> Links:
    """One row a figure: what it rests on, in which range, from where."""
    rows = [*_of_the_plan(found), *_of_the_ledger(found)]
    caption = _(
        "The figures that page one hangs on most. Conventions are lines that the course “Before "
        "You Post” has drawn; assumptions are the course's, unless a source is named. In its "
        "reasons “you” is the firm."
    )
    header = (_("Figure on page one"), _("Low – used – high"), _("Why"), _("Source"))
    cells, addresses = zip(*rows, strict=True)
    return Links(caption, header, tuple(cells), tuple(addresses))


def further(found: Findings) -> str:
    """What else page one is counted from: rows by name and value, and what is in no ledger."""
    read, data = sources.used(found.results), found.tables
    keys = []
    for key in FURTHER:
        if key == MAKING:
            rows = data.cadence[data.cadence["network"].isin(found.shown)]
            kinds = rows.loc[rows["level"] == found.level, "format"]
            told_above = {ground.key for ground in GROUNDS}
            made = dict.fromkeys(f"{key}_{kind}" for kind in kinds)
            keys += [k for k in made if k not in told_above]
        else:
            keys += [f"{key}_{n}" for n in found.shown] if key in OF_NETWORK else [key]
    told = []
    for key in keys:
        if f"assumption:{key}" in read and (found.signed or not key.startswith(LINKS)):
            row = data.assumptions[key]
            told.append(" ".join((_(row.label), stated([row.default], row.unit))))
    return _(
        "Also counted from these assumptions: {rows}. Posts, listening and planning of a week, and "
        "the hours of the plan's other tasks, are the course's own as well; the rest is what we "
        "answered."
    ).format(rows="; ".join(told))


Row = tuple[tuple[str, str, str, str], str]


def _of_the_ledger(found: Findings) -> Iterator[Row]:
    read, data = sources.used(found.results), found.tables
    links = shows_links(found, page_one_room(found).links)
    for ground in GROUNDS:
        row = data.assumptions[ground.key]
        if f"assumption:{ground.key}" not in read or ground.signed not in (
            None,
            bool(found.signed),
        ):
            continue
        if ground.key in ADVICE and found.advice is None and found.stopped is None:
            continue
        if ground.key == ENDED and found.stop.facts["bound"] != THERE:
            continue
        if ground.key in OF_SALES and not found.sells:
            continue
        if ground.key == LINKED and not links:
            continue
        if ground.key == "odds" and found.company.odds is not None:
            continue
        source, address = _("assumption"), ""
        if ground.kind == CONVENTION:
            source = _("convention")
        for key in row.evidence:
            if key in data.evidence:
                source, address = _named(data.evidence[key])
                break
        values = stated((row.low, row.default, row.high), row.unit, " – ")
        yield (_(ground.figure), values, _(row.reason), source), address


def _of_the_plan(found: Findings) -> Iterator[Row]:
    """The hours of a page on the site; those of the other tasks are the plan's own."""
    planned = [step.task for step in found.ninety_days.steps]
    if any(task in PAGES for task in planned) and BLOG_POST in found.tables.evidence:
        row = found.tables.evidence[BLOG_POST]
        source, address = _named(row)
        why = _("{figure}; {whom}").format(figure=_(row.metric), whom=_(row.population))
        yield (_("Plan: hours of a page"), stated([row.value], row.unit), why, source), address


def _named(row: Evidence) -> tuple[str, str]:
    """Publisher, year and how well it is known; its address, '' where it is none of the web."""
    known = _(row.confidence)
    if row.confidence == SECOND_HAND:
        known = _("quoted at second hand")
    said = _("{publisher} {year}, {confidence}").format(
        publisher=row.publisher, year=row.year or _("undated"), confidence=known
    )
    return said, escaping.url(row.url)
