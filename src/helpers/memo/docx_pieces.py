"""What Word can do and python-docx has no call for, and the pieces that a memo is set with."""

import io
from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table as Grid
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from helpers.views.in_force import Logo

SMALL = Pt(8)
SOFT = RGBColor(0x59, 0x59, 0x59)
LOGO_WIDE, LOGO_HIGH = Cm(4.5), Cm(0.9)


def field(one: Paragraph, name: str) -> None:
    """A field that Word counts itself; its three runs look alike."""
    for kind in ("begin", name, "end"):
        part = OxmlElement("w:instrText" if kind == name else "w:fldChar")
        if kind == name:
            part.text = name
        else:
            part.set(qn("w:fldCharType"), kind)
        said(one, "", SMALL, colour=SOFT)._r.append(part)


def mount(paragraph: Paragraph, logo: Logo) -> None:
    """The logo, as large as its room, with its words for whoever does not see it."""
    run = paragraph.add_run()
    shape = run.add_picture(io.BytesIO(logo.content))
    scale = min(LOGO_WIDE / shape.width, LOGO_HIGH / shape.height, 1)
    shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
    shape._inline.docPr.set("descr", logo.alt)


def wide(grid: Grid, widths: Sequence[float]) -> None:
    """Columns of so many centimetres, whatever stands in them."""
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def said(
    one: Paragraph, text: str, size: Pt, bold: bool = False, colour: RGBColor | None = None
) -> Run:
    """Words at the end of a paragraph, in a size, bold or in a colour."""
    run = one.add_run(text)
    run.font.size, run.bold = size, bold or None
    if colour is not None:
        run.font.color.rgb = colour
    return run


def gap(document: Document, points: float) -> None:
    """Room between two tables, which would else be one."""
    one = document.add_paragraph()
    one.paragraph_format.space_after = Pt(0)
    one.paragraph_format.line_spacing = Pt(points)


def rules(
    grid: Grid, top: tuple[str, int] | None = None, bottom: tuple[str, int] | None = None
) -> None:
    """Rules above and below a table: colour, and width in eighths of a point."""
    borders = OxmlElement("w:tblBorders")
    for side, one in (("top", top), ("bottom", bottom)):
        if one is not None:
            borders.append(rule(side, one))
    grid._tbl.tblPr.append(borders)


def rule(side: str, kind: tuple[str, int]) -> BaseOxmlElement:
    """A rule on one side: colour, and width in eighths of a point."""
    line: BaseOxmlElement = OxmlElement(f"w:{side}")
    colour, width = kind
    for key, value in (("val", "single"), ("sz", str(width)), ("color", colour)):
        line.set(qn(f"w:{key}"), value)
    return line


def mark(row: _Row, name: str) -> None:
    """A property of a row that python-docx has no call for, such as to stay on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def write(cell: _Cell, text: str, bold: bool = False) -> None:
    """Small words in a cell of a table."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    said(paragraph, text, SMALL, bold=bold)


def link(document: Document, cell: _Cell, text: str, address: str) -> None:
    """A real hyperlink, which python-docx has no call for."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), document.part.relate_to(address, kind, is_external=True))
    run = said(paragraph, text, SMALL)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)
