"""The grounds of page one: for each figure on it the source or assumption that it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.data.tables import Evidence
from helpers.findings import Findings
from helpers.memo.document import Links
from helpers.views import sources
from helpers.views.words import stated
from helpers.words import escaping
from helpers.words.locale import N_, _

MOST = 15
"""Rows: one for each figure."""
CONVENTION = "convention"
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
    Ground("shrinkage", N_("Hours that are there")),
    Ground("making_photo", N_("Hours a week: making"), True),
    Ground("handling_minutes", N_("Hours a week: answering"), True),
    Ground("gate_G9c", N_("Share of our customers"), True, CONVENTION),
    Ground("visit_to_customer", N_("Links and visits"), True),
    Ground("review_days", N_("Day of the review"), None, CONVENTION),
    Ground("borderline", N_("Stop: hours of the time sheet"), True, CONVENTION),
    Ground("gate_G6b_trial", N_("Stop: messages late"), True, CONVENTION),
    Ground("stop_path", N_("Stop: least that has come"), True, CONVENTION),
    Ground("stop_silence", N_("Stop: a message lies open"), True, CONVENTION),
    Ground("odds", N_("Advice: odds")),
    Ground("fee", N_("Advice: fee")),
    Ground("sensitivity", N_("Advice: good cases seen")),
    Ground("specificity", N_("Advice: bad cases seen")),
    Ground("gate_G3b", N_("Verdict: better than website first"), None, CONVENTION),
    Ground("least_audience", N_("Verdict: our people there"), None, CONVENTION),
    Ground("fit_line", N_("Verdict: fit"), None, CONVENTION),
)
PAGES = ("pages", "page_a_month")
ADVICE = ("odds", "fee", "sensitivity", "specificity")


def grounds(found: Findings) -> Links:
    """One row a figure: what it rests on, in which range, from where; at most fifteen."""
    rows = [*_of_the_plan(found), *_of_the_ledger(found)][:MOST]
    caption = _(
        "Conventions are lines that this course has drawn; assumptions are the course's, unless a "
        "source is named. All else on page one is your own answer, or counted from these."
    )
    header = (_("Figure on page one"), _("Low – used – high"), _("Why"), _("Source"))
    cells, addresses = zip(*rows, strict=True)
    return Links(caption, header, tuple(cells), tuple(addresses))


Row = tuple[tuple[str, str, str, str], str]


def _of_the_ledger(found: Findings) -> Iterator[Row]:
    read, data = sources.used(found.results), found.tables
    for ground in GROUNDS:
        row = data.assumptions[ground.key]
        if f"assumption:{ground.key}" not in read or ground.signed not in (
            None,
            bool(found.signed),
        ):
            continue
        if ground.key in ADVICE and found.advice is None:
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
    said = _("{publisher} {year}, {confidence}").format(
        publisher=row.publisher, year=row.year or _("undated"), confidence=_(row.confidence)
    )
    return said, escaping.url(row.url)
