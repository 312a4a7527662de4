"""What page one rests on: board and doors, bars and break-even, sources of its figures."""

from collections.abc import Iterator

from helpers.findings import Findings
from helpers.memo.advice_words import advice_worked
from helpers.memo.changes import told_once, turn_sentence
from helpers.memo.document import Block, Picture, Section
from helpers.memo.door_table import door_notes, door_table, people_asked
from helpers.memo.grounds import further, grounds
from helpers.memo.own_words import labels_of_own, own_words
from helpers.memo.page_one import page_one_words
from helpers.memo.year_words import hours_sentence, making_sentence, pay_sentences
from helpers.models.result import Result
from helpers.views.canvas import Canvas, Look, View
from helpers.views.gap_printed import PrintedGap
from helpers.views.verdict_board import BoardView
from helpers.words.locale import _

LOOK = Look(width=540, ratio=2.0)
OWN_WORDS, OWN_LETTERS = 120, 220
"""Room of the annex for what was typed: words together, letters of each."""


def annex(found: Findings) -> Iterator[Section]:
    """Three sections, each on a page of its own."""
    board = BoardView(found.tables).words(found.verdicts).table
    blocks: tuple[Block, ...] = (board, *people_asked(found), door_table(found))
    blocks = (*blocks, *door_notes(found), *_changes(found))
    said = _("The verdict on every network, and the doors behind it")
    yield Section(said, blocks, turn=True)
    said = _("Hours and break-even of what is opened or kept")
    if not found.signed:
        said = _("Hours and break-even, if {network} were opened").format(network=_nearest(found))
    bars = PrintedGap(found.tables), found.bars[1]
    shown: tuple[Block, ...] = (hours_sentence(found), picture(*bars), making_sentence(found))
    shown = (*shown, " ".join((*pay_sentences(found), *advice_worked(found))))
    shown = (*shown, picture(*found.break_even))
    yield Section(said, shown, turn=True)
    if own := tuple(_own_words(found)):
        yield Section(_("In our own words, at greater length"), own)
    origins: tuple[Block, ...] = (grounds(found), further(found))
    yield Section(_("Where the figures of page one come from"), origins, turn=True)


def _nearest(found: Findings) -> str:
    return found.tables.name("network", found.decision.nearest)


def picture(view: View, result: Result) -> Picture:
    """A drawing of a result in the size of the page."""
    return Picture(Canvas(view).png(result, LOOK), view.words(result).alt)


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
        yield tuple(told)


def _changes(found: Findings) -> Iterator[str | tuple[str, ...]]:
    """The facts that turn a verdict, as on page one; what each network lacks is on the board."""
    flips = told_once(found.verdicts.facts["flips"].values())
    told = [turn_sentence(found, flip) for flip in flips]
    if told:
        said = _("Single facts that would turn a verdict:")
        if found.signed and "sure_hours" in found.sure:
            said = _("Beside the hours on page one, single facts that would turn a verdict:")
        yield said
        yield tuple(told)
