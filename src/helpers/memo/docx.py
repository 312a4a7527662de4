"""Sets a memo as a Word document."""

import io

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell, _Row

from helpers.memo.document import Block, Links, Memo, Picture, Section
from helpers.views.words import Table

FONT = "Calibri"
BODY, SMALL = Pt(10), Pt(9)
MARGIN = Cm(2)
TEXT_CM = 17
LETTER_CM, PAD_CM = 0.19, 0.4
LONG = 60
"""Characters beyond which a column does not ask for more room."""

MAP_WIDTH = Cm(13.5)
"""At this width the lettering of a picture is as large as it was drawn for."""


def to_docx(memo: Memo) -> bytes:
    """The document as bytes."""
    document = docx.Document()
    _set_up(document, memo)
    document.add_heading(memo.title, level=0)
    document.add_paragraph(memo.subtitle)
    said = document.add_paragraph()
    run = said.add_run(memo.headline)
    run.bold, run.font.size = True, Pt(13)
    for number, section in enumerate(memo.decision):
        _section(document, section, level=1, size=SMALL, width=MAP_WIDTH)
        if number == memo.first_page - 1:
            _turn(document)
    _signature(document, memo.signature)
    _turn(document)
    document.add_heading(memo.annex_title, level=1)
    for section in memo.annex:
        _section(document, section, level=2, size=SMALL, width=MAP_WIDTH)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_up(document: Document, memo: Memo) -> None:
    """Page, fonts, title and language of the whole document."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = MARGIN
    page.top_margin = page.bottom_margin = Cm(1.6)
    document.core_properties.title = memo.title
    document.core_properties.author = "Before You Post"
    document.core_properties.language = memo.language
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, BODY
    normal.paragraph_format.space_after = Pt(3)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), memo.language)
    normal.element.get_or_add_rPr().append(language)
    for name, size in (("Title", 18), ("Heading 1", 13), ("Heading 2", 11)):
        style = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before = Pt(8)
        style.paragraph_format.space_after = Pt(3)


def _turn(document: Document) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _section(document: Document, section: Section, level: int, size: Pt, width: Cm) -> None:
    document.add_heading(section.title, level=level)
    for block in section.blocks:
        _block(document, block, size, width)


def _block(document: Document, block: Block, size: Pt, width: Cm) -> None:
    if isinstance(block, Picture):
        _picture(document, block, width)
    elif isinstance(block, Table | Links):
        _table(document, block, size)
    elif isinstance(block, tuple):
        for sentence in block:
            document.add_paragraph(sentence, style="List Bullet")
    else:
        document.add_paragraph(block)


def _picture(document: Document, picture: Picture, width: Cm) -> None:
    shape = document.add_picture(io.BytesIO(picture.png), width=width)
    properties = shape._inline.docPr
    properties.set("descr", picture.alt)
    properties.set("title", picture.alt[:60])


def _table(document: Document, block: Table | Links, size: Pt) -> None:
    """A table with its caption above it and a header row that repeats on every page."""
    caption = document.add_paragraph()
    caption.paragraph_format.keep_with_next = True
    caption.add_run(block.caption).italic = True
    table = document.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, block.header, strict=True):
        _write(cell, text, size, bold=True)
    _mark(table.rows[0], "w:tblHeader")
    for number, row in enumerate(block.rows):
        cells = table.add_row().cells
        for place, text in enumerate(row):
            if isinstance(block, Links) and place == len(row) - 2 and block.addresses[number]:
                _link(document, cells[place], text, block.addresses[number], size)
            else:
                _write(cells[place], text, size, bold=place == 0)
        _mark(table.rows[-1], "w:cantSplit")
    for column, width in zip(table.columns, _widths(block), strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _widths(block: Table | Links) -> list[float]:
    """Widths of the columns in cm: room for the longest word, the rest by the longest text."""
    columns = list(zip(block.header, *block.rows, strict=True))
    least = [LETTER_CM * max(len(w) for text in c for w in text.split()) + PAD_CM for c in columns]
    weights = [min(max(map(len, column)), LONG) for column in columns]
    rest = max(TEXT_CM - sum(least), 0.0)
    return [low + rest * weight / sum(weights) for low, weight in zip(least, weights, strict=True)]


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _write(cell: _Cell, text: str, size: Pt, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.font.size, run.bold = size, bold


def _link(document: Document, cell: _Cell, text: str, address: str, size: Pt) -> None:
    """A real hyperlink, which python-docx has no call for."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), document.part.relate_to(address, kind, is_external=True))
    run = paragraph.add_run(text)
    run.font.size, run.underline = size, True
    link.append(run._r)
    paragraph._p.append(link)


def _signature(document: Document, lines: tuple[str, ...]) -> None:
    """Rules to sign on, as a table without a frame."""
    document.add_paragraph().paragraph_format.space_after = Pt(10)
    table = document.add_table(rows=1, cols=len(lines))
    for cell, line in zip(table.rows[0].cells, lines, strict=True):
        _write(cell, f"______________________\n{line}", BODY)
