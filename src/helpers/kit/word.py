"""Pages in Markdown as one Word document: headings, paragraphs, lists, tables and pictures."""

import base64
import io
from collections.abc import Iterator, Sequence
from statistics import fmean as mean

import docx
import mistune
from bs4 import BeautifulSoup, NavigableString, Tag
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

FONT, BODY = "Calibri", Pt(10.5)
MARGIN, TEXT_CM, PICTURE = Cm(2), 17.0, (Cm(15), Cm(13))
PAD_CM, LETTER_CM = 0.6, 0.21
CELL = {"top": 25, "bottom": 25, "start": 110, "end": 110}
"""Room between the words of a cell and its lines, in twentieths of a point."""
LISTS = {"ul": "List Bullet", "ol": "List Number"}
STYLES = {"h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3"}

to_html = mistune.create_markdown(escape=False, plugins=["table"])


def to_docx(pages: Sequence[str], title: str, language: str) -> bytes:
    """A document of these pages in Markdown, each on a fresh sheet."""
    document = docx.Document()
    _set_up(document, title, language)
    for number, page in enumerate(pages):
        if number:
            document.add_page_break()
        soup = BeautifulSoup(str(to_html(page)), "html.parser")
        for node in _tags(soup):
            _block(document, node)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_up(document: Document, title: str, language: str) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    document.core_properties.title = title
    document.core_properties.author = "Before You Post"
    document.core_properties.language = language
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, BODY
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    normal.element.get_or_add_rPr().append(spoken)


def _tags(node: Tag) -> Iterator[Tag]:
    return (child for child in node.children if isinstance(child, Tag))


def _block(document: Document, node: Tag) -> None:
    """A block of the page; what is not known here is written as a paragraph, never left out."""
    if node.name in LISTS:
        numbering = _numbering(document) if node.name == "ol" else None
        for item in node.find_all("li", recursive=False):
            _item(document, item, LISTS[node.name], numbering)
    elif node.name == "table":
        _table(document, node)
    elif node.name in STYLES:
        heading = document.add_paragraph(style=STYLES[node.name])
        heading.paragraph_format.keep_with_next = True
        _runs(heading, node)
    else:
        _runs(document.add_paragraph(), node)


def _numbering(document: Document) -> int:
    """A numbering of its own for a list; those of one style would count on through the document."""
    style = document.styles[LISTS["ol"]].element
    known = document.part.numbering_part.element
    kind = known.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
    one = known.add_num(kind)
    one.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(one.numId)


def _item(document: Document, item: Tag, style: str, numbering: int | None) -> None:
    """A list entry, then whatever list stands inside it."""
    inner = [part.extract() for part in item.find_all(list(LISTS))]
    one = document.add_paragraph(style=style)
    if numbering is not None:
        one._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering
    _runs(one, item)
    for part in inner:
        for entry in part.find_all("li", recursive=False):
            _runs(document.add_paragraph(style="List Bullet 2"), entry)


def _table(document: Document, node: Tag) -> None:
    rows = [row.find_all(["th", "td"]) for row in node.find_all("tr")]
    grid = document.add_table(rows=0, cols=len(rows[0]))
    grid.style, grid.autofit = "Table Grid", False
    _pad(grid)
    widths = _widths([[cell.get_text() for cell in row] for row in rows])
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    for number, cells in enumerate(rows):
        row = grid.add_row()  # type: ignore[no-untyped-call]  # python-docx has no types for it
        if not number:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, source, width in zip(row.cells, cells, widths, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
            _runs(cell.paragraphs[0], source, bold=not number)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _pad(grid: Table) -> None:
    """Keep the words of every cell away from its lines."""
    margins = OxmlElement("w:tblCellMar")
    for side, width in CELL.items():
        one = OxmlElement(f"w:{side}")
        one.set(qn("w:w"), str(width))
        one.set(qn("w:type"), "dxa")
        margins.append(one)
    grid._tbl.tblPr.append(margins)


def _widths(rows: list[list[str]]) -> list[float]:
    """Centimetres of each column: room for its longest word, more for what says more."""
    columns = list(zip(*rows, strict=True))
    least = [PAD_CM + LETTER_CM * max(len(w) for t in c for w in [*t.split(), ""]) for c in columns]
    says = [mean(len(text) for text in column) + 1 for column in columns]
    free = max(0.0, TEXT_CM - sum(least))
    return [room + free * said / sum(says) for room, said in zip(least, says, strict=True)]


def _runs(one: Paragraph, node: Tag, bold: bool = False, italic: bool = False) -> None:
    """The words of a tag in the weight that it gives them, and its pictures."""
    for child in node.children:
        if isinstance(child, NavigableString):
            words = " ".join(str(child).split("\n"))
            if getattr(child.previous_sibling, "name", "") == "br":
                words = words.lstrip()
            if words.strip() or (words and one.runs):
                run = one.add_run(words)
                run.bold, run.italic = bold or None, italic or None
        elif isinstance(child, Tag) and child.name == "br":
            one.add_run().add_break()
        elif isinstance(child, Tag) and child.name == "img":
            _picture(one, child)
        elif isinstance(child, Tag):
            strong, slanted = child.name in ("strong", "b"), child.name in ("em", "i")
            _runs(one, child, bold or strong, italic or slanted)


def _picture(one: Paragraph, node: Tag) -> None:
    """A picture that the address itself holds, with its words."""
    data = base64.b64decode(str(node["src"]).partition(",")[2])
    shape = one.add_run().add_picture(io.BytesIO(data), width=PICTURE[0])
    if shape.height > PICTURE[1]:
        shape.width, shape.height = int(shape.width * PICTURE[1] / shape.height), PICTURE[1]
    shape._inline.docPr.set("descr", str(node.get("alt", "")))
