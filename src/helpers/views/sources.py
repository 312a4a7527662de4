"""Where the figures come from: published evidence and the ledger, as two tables."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from helpers import context
from helpers.data.tables import Assumption, Evidence, Tables
from helpers.models.result import Result
from helpers.views.words import stated
from helpers.words import escaping
from helpers.words.locale import _, counted


@dataclass(frozen=True)
class Source:
    """A row of the table of published figures; ``publisher`` links to ``url``."""

    metric: str
    values: str
    year: str
    population: str
    publisher: str
    url: str
    confidence: str


def used(results: Iterable[Result]) -> set[str]:
    """What was read for these results: evidence, ledger, company, tables."""
    return {source for result in results for source in result.sources}


def assumptions(data: Tables, read: Set[str]) -> list[Assumption]:
    """The rows of the ledger that were used, in its order."""
    return [row for key, row in data.assumptions.items() if f"assumption:{key}" in read]


def evidence(data: Tables, read: Set[str]) -> list[Evidence]:
    """The published figures that were used, also those behind ledger rows and ratings."""
    ids = {source.split(":")[1] for source in read if source.startswith("evidence:")}
    for row in assumptions(data, read):
        ids.update(row.evidence)
    if "table:ratings" in read:
        ids.update(*data.ratings["evidence"].str.split())
    return [row for key, row in data.evidence.items() if key in ids]


def published(data: Tables, read: Set[str]) -> list[Source]:
    """The same, one row for figures that belong together."""
    today = context.current().today
    rows = []
    for group in _merged(evidence(data, read)):
        first = group[0]
        year = str(first.year or _("undated"))
        if first.is_stale(today):
            year += " " + _("(old)")
        rows.append(
            Source(
                _(first.metric),
                ", ".join(value(row, data) for row in group),
                year,
                _(first.population) + " (" + _(first.country) + ")",
                first.publisher,
                first.url,
                _(first.confidence),
            )
        )
    return rows


def published_head() -> tuple[str, ...]:
    """The header of the table of published figures."""
    return (_("Figure"), _("Value"), _("Year"), _("Population"), _("Source"), _("Confidence"))


def ledger_head() -> tuple[str, ...]:
    """The header of the table of assumptions."""
    return (_("Assumption"), _("Low – used – high"), _("Why"))


def ledger_cells(row: Assumption) -> tuple[str, str, str]:
    """A row of the table of assumptions."""
    values = stated((row.low, row.default, row.high), row.unit, " – ")
    return _(row.label), values, _(row.reason)


def published_intro() -> str:
    """What stands above the table of published figures."""
    return _("**Published figures.** Each with its source and the year of its data.")


def ledger_intro() -> str:
    """What stands above the table of assumptions."""
    return _(
        "**Assumptions.** Teaching assumptions unless a figure is named; a trainer may change "
        "them in a copy: pack/assumptions.csv. Where hours are counted, a weighted mean is used: "
        "low, high and four times the middle, divided by six."
    )


def markdown(data: Tables, read: Set[str]) -> str:
    """Of what was read: evidence with source, year and staleness, then assumptions with reason."""
    figures = []
    for row in published(data, read):
        told = (row.metric, row.values, row.year, row.population)
        link = linked(row.publisher, row.url)
        figures.append([*map(escaping.markdown, told), link, escaping.markdown(row.confidence)])
    ledger = (map(escaping.markdown, ledger_cells(row)) for row in assumptions(data, read))
    lines = [published_intro(), "", *table(published_head(), figures)]
    return "\n".join([*lines, "", ledger_intro(), "", *table(ledger_head(), ledger)])


def folded(data: Tables, read: Set[str], whole: bool = True) -> str:
    """``markdown``, folded away under how much there is of it, so far where it is not the whole."""
    figures, rows = len(published(data, read)), len(assumptions(data, read))
    summary = _("{figures} and {assumptions}")
    if not whole:
        summary = _("So far {figures} and {assumptions}; more is being looked up")
    summary = summary.format(
        figures=counted("{number} published figure", "{number} published figures", figures),
        assumptions=counted("{number} assumption", "{number} assumptions", rows),
    )
    summary = escaping.markdown(summary)
    told = markdown(data, read)
    return f"<details><summary>{summary}</summary>\n\n{told}\n\n</details>"


def value(row: Evidence, data: Tables) -> str:
    """A published figure as words: of which network, of whom, how much."""
    name = data.name("network", row.network) if row.network else ""
    segment = "" if row.segment == "all" else _(row.segment)
    label = " ".join(part for part in (name, segment) if part)
    ends = [row.value] if row.value_high is None else [row.value, row.value_high]
    words = stated(ends, row.unit)
    return f"{label}: {words}" if label else words


def linked(words: str, address: str) -> str:
    """A link in Markdown; the words alone where the address is none of the web."""
    safe = escaping.url(address)
    return f"[{escaping.markdown(words)}]({safe})" if safe else escaping.markdown(words)


def line(cells: Iterable[str]) -> str:
    """A row of a table in Markdown, of cells that are Markdown."""
    return "| " + " | ".join(cells) + " |"


def table(head: Sequence[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """A table in Markdown, of cells that are Markdown, in lines."""
    return [line(head), "|" + " --- |" * len(head), *map(line, rows)]


def _merged(figures: list[Evidence]) -> list[list[Evidence]]:
    """Rows of the same survey question and year together, so that the table stays short."""
    groups: dict[tuple, list[Evidence]] = {}
    for row in figures:
        key = (row.metric, row.year, row.publisher, row.country, row.network)
        groups.setdefault(key, []).append(row)
    return list(groups.values())
