"""What page one rests on: board and doors, bars and break-even, sources of its figures."""

from collections.abc import Iterator
from dataclasses import replace

from helpers.findings import Findings
from helpers.memo.changes import fact_words
from helpers.memo.document import Block, Picture, Section
from helpers.memo.grounds import grounds
from helpers.memo.own_words import labels_of_own, own_words
from helpers.memo.page_one import page_one_words
from helpers.models.result import Result
from helpers.views.canvas import Canvas, Look, View
from helpers.views.doors import DoorsView
from helpers.views.verdict_board import BoardView
from helpers.views.words import Table
from helpers.words import locale
from helpers.words.locale import _

LOOK = Look(width=540, ratio=2.0)
OWN_WORDS, OWN_LETTERS = 150, 400
"""Room of the annex for what was typed: words together, letters of each."""


def annex(found: Findings) -> Iterator[Section]:
    """Three sections, each on a page of its own."""
    board, doors = BoardView(found.tables), DoorsView(found.tables)
    tables = (_without_gaps(view.words(found.verdicts).table) for view in (board, doors))
    blocks = (*tables, *_changes(found))
    yield Section(_("The verdict on every network, and the nearest one's doors"), blocks, turn=True)
    said = _("Hours and break-even of what is opened or kept")
    if not found.signed:
        said = _("Hours and break-even, if {network} were opened").format(network=_nearest(found))
    yield Section(said, (*_shown(*found.bars), *_shown(*found.break_even)), turn=True)
    origins: tuple[Block, ...] = (grounds(found), *_own_words(found))
    yield Section(_("Where the figures of page one come from"), origins, turn=True)


def _nearest(found: Findings) -> str:
    return found.tables.name("network", found.decision.nearest)


def picture(view: View, result: Result) -> Picture:
    """A drawing of a result in the size of the page."""
    return Picture(Canvas(view).png(result, LOOK), view.words(result).alt)


def _shown(view: View, result: Result) -> Iterator[str | Picture]:
    yield view.words(result).headline
    yield picture(view, result)


def _own_words(found: Findings) -> Iterator[str | tuple[str, ...]]:
    """What was typed, where page one had no room for all of it."""
    full, _wanted = own_words(found, OWN_WORDS, (OWN_LETTERS,) * 3)
    on_page = page_one_words(found)
    told = [
        _("{label}: “{text}”").format(label=label, text=text)
        for label, text, short in zip(labels_of_own(), full.texts, on_page.texts, strict=True)
        if text != short
    ]
    if told:
        yield _("In our own words, at greater length:")
        yield tuple(told)


def _without_gaps(table: Table) -> Table:
    """The same table with a dash where a door was not looked at."""
    rows = tuple(tuple(cell or "–" for cell in row) for row in table.rows)
    return replace(table, rows=rows)


def _changes(found: Findings) -> Iterator[str | tuple[str, ...]]:
    """The facts that would open or keep another network; nothing of those that none turns."""
    flips = found.verdicts.facts["flips"]
    told = []
    for network, flip in flips.items():
        fields = {
            "network": found.tables.name("network", network),
            "fact": fact_words(found, flip).rstrip(","),
            "others": locale.listing(
                [found.tables.name("network", other) for other in flip.instead_of]
            ),
        }
        said = _("{network}: {fact} would open it.")
        if flip.instead_of:
            said = _("{network}: {fact} would open it, in place of {others}.")
        if flip.trial:
            said = _("{network}: {fact} would open it as a trial.")
            if flip.instead_of:
                said = _("{network}: {fact} would open it as a trial, in place of {others}.")
        told.append(said.format(**fields))
    if told:
        yield _("One fact that would turn a verdict:")
        yield tuple(told)
    yield _("Where doors stand is a convention of this course, not a validated cut-off.")
