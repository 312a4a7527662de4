"""Sets a memo as a Word document."""

import io

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as Grid
from docx.text.paragraph import Paragraph

from helpers.memo import docx_pieces as pieces
from helpers.memo.document import (
    Block,
    Dated,
    Entry,
    Links,
    Memo,
    PageOne,
    Picture,
    Plan,
    Quote,
)
from helpers.memo.document import Section as Part
from helpers.memo.docx_pieces import SMALL, SOFT
from helpers.views.in_force import Logo
from helpers.views.words import Table

FONT, OWN_FONT = "Calibri", "Cambria"
BODY, ANNEX, FIRM, VERDICT, FIGURE = Pt(10.5), Pt(9), Pt(10), Pt(20), Pt(18)
MARGIN, TOP = Cm(2), Cm(1.5)
TEXT_CM, LABEL_CM = 17.0, 3.5
WHEN_CM = 2.8
"""Where the second column of dated lines begins."""
FIRM_CM = 6.0
"""The firm's name; the rest of the line is the date's."""
SIGN_CM, BETWEEN_CM = (5.4, 3.2, 7.0), 0.7
"""The rules to sign on (who, the date, the review), and the room between them."""
LETTER_CM, PAD_CM = 0.17, 0.4
LONG = 60
"""Characters beyond which a column does not ask for more room."""
PICTURE = Cm(12)
FIELDS = ("PAGE", "NUMPAGES")
"""What Word counts, between the parts of the footer."""
RULE, THIN = "1F1F1F", "8A8A8A"


def to_docx(memo: Memo) -> bytes:
    """The document as bytes."""
    document = docx.Document()
    _set_up(document, memo)
    _page_one(document, memo.page, memo.logo)
    for number, section in enumerate(memo.annex):
        _section(document, section, memo.annex_title if not number else "")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_up(document: Document, memo: Memo) -> None:
    """Page, fonts, title and language of the whole document."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = MARGIN
    page.top_margin = page.bottom_margin = TOP
    _footer(document, memo)
    document.core_properties.title = memo.title
    document.core_properties.author = "Before You Post"
    document.core_properties.language = memo.language
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, BODY
    normal.paragraph_format.space_after = Pt(2)
    normal.paragraph_format.line_spacing = 1.0
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), memo.language)
    normal.element.get_or_add_rPr().append(language)
    for name, size in (("Title", VERDICT), ("Heading 1", Pt(13)), ("Heading 2", Pt(11))):
        style = document.styles[name]
        style.font.size, style.font.bold = size, True
        style.font.color.rgb = RGBColor(0x1F, 0x1F, 0x1F)
        style.paragraph_format.space_before = Pt(6)
        style.paragraph_format.space_after = Pt(3)
    title = document.styles["Title"].element
    for border in title.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _footer(document: Document, memo: Memo) -> None:
    """Firm, day and number of the page on each of them."""
    document.sections[0].footer_distance = Cm(0.7)
    one = document.sections[0].footer.paragraphs[0]
    one.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
    for number, part in enumerate(memo.footer):
        if number:
            pieces.field(one, FIELDS[number - 1])
        pieces.said(one, part, SMALL, colour=SOFT)
    if memo.foot:
        one.paragraph_format.space_after = Pt(0)
        own = document.sections[0].footer.add_paragraph()
        own.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
        pieces.said(own, memo.foot, SMALL, colour=SOFT)


# Page one ------------------------------------------------------------------------------


def _page_one(document: Document, page: PageOne, logo: Logo | None) -> None:
    head = document.add_table(rows=1, cols=3 if logo else 2)
    firm, dated = head.rows[0].cells[-2:]
    widths = [FIRM_CM, TEXT_CM - FIRM_CM]
    if logo:
        pieces.mount(head.cell(0, 0).paragraphs[0], logo)
        widths = [pieces.LOGO_WIDE.cm + 0.4, *widths]
        widths[-1] -= widths[0]
    pieces.said(firm.paragraphs[0], page.firm, FIRM, colour=SOFT)
    right = dated.paragraphs[0]
    right.alignment = WD_TAB_ALIGNMENT.RIGHT
    pieces.said(right, page.dated, FIRM, colour=SOFT)
    pieces.wide(head, widths)
    pieces.rules(head, bottom=(RULE, 12))
    document.add_heading(page.verdict, level=0)
    if page.others:
        pieces.said(document.add_paragraph(), page.others, Pt(11.5), colour=SOFT)
    if page.figures:
        pieces.gap(document, 8)
        _figures(document, page)
    grid = document.add_table(rows=0, cols=2)
    pieces.wide(grid, (LABEL_CM, TEXT_CM - LABEL_CM))
    for entry in page.entries:
        _entry(grid, entry)
    _signature(document, page.signature)


def _figures(document: Document, page: PageOne) -> None:
    """The figures between two rules, each above what it is."""
    grid = document.add_table(rows=1, cols=len(page.figures))
    for cell, figure in zip(grid.rows[0].cells, page.figures, strict=True):
        first = cell.paragraphs[0]
        first.paragraph_format.space_after = Pt(0)
        pieces.said(first, figure.figure, FIGURE, bold=True)
        pieces.said(cell.add_paragraph(), figure.said, Pt(9), colour=SOFT)
    pieces.rules(grid, top=(THIN, 8), bottom=(THIN, 8))
    pieces.gap(document, 8)


def _entry(grid: Grid, entry: Entry) -> None:
    """A label beside its lines; the two stay together."""
    row = grid.add_row()  # type: ignore[no-untyped-call]  # python-docx has no types for it
    pieces.mark(row, "w:cantSplit")
    label, lines = row.cells
    label.width, lines.width = Cm(LABEL_CM), Cm(TEXT_CM - LABEL_CM)
    pieces.said(label.paragraphs[0], entry.label, BODY, bold=True)
    fresh = [lines.paragraphs[0]]

    def paragraph() -> Paragraph:
        one: Paragraph = fresh.pop() if fresh else lines.add_paragraph()
        one.paragraph_format.space_after = Pt(1.5)
        return one

    for line in entry.lines:
        if isinstance(line, Plan):
            for when, what, hours in line.rows:
                _columns(paragraph(), when, what, hours)
            _columns(paragraph(), "", *line.total, bold=True)
            if line.short:
                pieces.said(paragraph(), line.short, Pt(10))
            if line.left:
                pieces.said(paragraph(), line.left, Pt(9), colour=SOFT)
        elif isinstance(line, Dated):
            one = paragraph()
            one.paragraph_format.left_indent = Cm(WHEN_CM)
            one.paragraph_format.first_line_indent = Cm(-WHEN_CM)
            one.paragraph_format.tab_stops.add_tab_stop(Cm(WHEN_CM))
            pieces.said(one, f"{line.day}\t", BODY, bold=True)
            pieces.said(one, line.text, BODY)
        elif isinstance(line, Quote):
            run = pieces.said(paragraph(), f"“{line.text}”", Pt(10.5))
            run.font.name, run.italic = OWN_FONT, True
        else:
            pieces.said(paragraph(), line, BODY)
    for cell in (label, lines):
        cell.paragraphs[-1].paragraph_format.space_after = Pt(7)


def _columns(one: Paragraph, when: str, what: str, hours: str, bold: bool = False) -> None:
    """A line of the plan on tab stops: when, what, and hours at the right."""
    form = one.paragraph_format
    form.space_after = Pt(0)
    form.left_indent, form.first_line_indent = Cm(WHEN_CM), Cm(-WHEN_CM)
    form.tab_stops.add_tab_stop(Cm(WHEN_CM))
    form.tab_stops.add_tab_stop(Cm(TEXT_CM - LABEL_CM - 0.5), WD_TAB_ALIGNMENT.RIGHT)
    pieces.said(one, f"{when}\t{what}\t{hours}", Pt(10), bold=bold)


def _signature(document: Document, lines: tuple[str, ...]) -> None:
    """Rules to sign on, as a table without a frame."""
    pieces.gap(document, 36)
    widths = [width for each in SIGN_CM for width in (each, BETWEEN_CM)][:-1]
    grid = document.add_table(rows=1, cols=len(widths))
    pieces.wide(grid, widths)
    for cell, line in zip(grid.rows[0].cells[::2], lines, strict=True):
        pieces.said(cell.paragraphs[0], line, Pt(9))
        borders = OxmlElement("w:tcBorders")
        borders.append(pieces.rule("top", (RULE, 6)))
        cell._tc.get_or_add_tcPr().append(borders)


# The annex -----------------------------------------------------------------------------


def _section(document: Document, section: Part, title: str) -> None:
    if title:
        heading = document.add_heading(title, level=1)
        heading.paragraph_format.page_break_before = True
    heading = document.add_heading(section.title, level=2)
    heading.paragraph_format.page_break_before = section.turn and not title
    for block in section.blocks:
        _block(document, block)


def _block(document: Document, block: Block) -> None:
    if isinstance(block, Picture):
        shape = document.add_picture(io.BytesIO(block.png), width=PICTURE)
        properties = shape._inline.docPr
        properties.set("descr", block.alt)
        properties.set("title", block.alt[:60])
    elif isinstance(block, Table | Links):
        _table(document, block)
    elif isinstance(block, tuple):
        for sentence in block:
            pieces.said(document.add_paragraph(style="List Bullet"), sentence, ANNEX)
    else:
        pieces.said(document.add_paragraph(), block, ANNEX)


def _table(document: Document, block: Table | Links) -> None:
    """A table with its caption above it and a header row that repeats on every page."""
    caption = document.add_paragraph()
    caption.paragraph_format.keep_with_next = True
    pieces.said(caption, block.caption, ANNEX).italic = True
    table = document.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    for cell, text in zip(table.rows[0].cells, block.header, strict=True):
        pieces.write(cell, text, bold=True)
    pieces.mark(table.rows[0], "w:tblHeader")
    for number, row in enumerate(block.rows):
        cells = table.add_row().cells
        for place, text in enumerate(row):
            if isinstance(block, Links) and place == len(row) - 1 and block.addresses[number]:
                pieces.link(document, cells[place], text, block.addresses[number])
            else:
                pieces.write(cells[place], text, bold=place == 0)
        pieces.mark(table.rows[-1], "w:cantSplit")
    pieces.wide(table, _widths(block))
    pieces.gap(document, 8)


def _widths(block: Table | Links) -> list[float]:
    """Widths of the columns in cm: room for the longest word, the rest by the longest text."""
    columns = list(zip(block.header, *block.rows, strict=True))
    least = [
        LETTER_CM * min(max(len(w) for text in c for w in text.split() or [""]), 24) + PAD_CM
        for c in columns
    ]
    weights = [min(max(map(len, column)), LONG) for column in columns]
    rest = max(TEXT_CM - sum(least), 0.0)
    return [low + rest * weight / sum(weights) for low, weight in zip(least, weights, strict=True)]
