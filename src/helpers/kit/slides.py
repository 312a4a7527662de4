"""The slides of a lesson for PowerPoint and its kin, with the class plan in the speaker's notes."""

import base64
import io
import math
import re
from collections.abc import Iterator

import pptx
from bs4 import BeautifulSoup, NavigableString, Tag
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Inches, Pt

from helpers import look
from helpers.kit.material import Material
from helpers.kit.word import FONT, to_html
from helpers.words import escaping
from helpers.words.locale import _

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
SIDE, TOP, BELOW, ACCENT = Inches(0.8), Inches(1.75), Inches(0.4), Inches(0.09)
TITLE_PT, CLAIM_PT, LARGE_PT = Pt(34), Pt(28), Pt(44)
LARGE = ("title", "repeat")
"""Slides that open and close a lesson: on a tinted ground, in large letters."""
SIZES = (Pt(34), Pt(30), Pt(26), Pt(24), Pt(22), Pt(20), Pt(18))
"""A body is set in the largest size that fits, and never smaller than the last one."""
LETTER, LEADING, GAP = 0.55, 1.2, Pt(10)
"""Width of a letter and distance of lines by the size of the letters; room after a paragraph."""
TITLE_LAYOUT, BODY_LAYOUT, BARE_LAYOUT = 0, 1, 5
"""Of python-pptx' own template: title slide, title and content, title only."""
PARTS = {
    "title": ("dilemma",),
    "voices": ("dilemma",),
    "predict": ("vote", "predict"),
    "picture": ("example",),
    "answer": ("explain", "debrief"),
    "options": ("decide", "own"),
}
"""Which steps of the class plan are told in the notes of which slide."""


def to_pptx(one: Material) -> bytes:
    """The lesson as slides: dilemma, vote, picture, answer, mistakes, decision, sentence."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title = one.title
    deck.core_properties.author = "Before You Post"
    told: set[str] = set()
    for cell in one.slides():
        about = cell.metadata["slide"]
        heading = _words(about["heading"])
        slide = _slide(deck, about["kind"], heading, cell.source, about.get("vote", ""))
        notes = "\n\n".join(_notes(one, about["kind"], told))
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    _debrief(deck, one)
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _notes(one: Material, kind: str, told: set[str]) -> Iterator[str]:
    """What the lecturer does at this slide; a step is told once, at its first slide."""
    for step in one.plan.steps:
        if step.part in PARTS.get(kind, ()) and step.does not in told:
            told.add(step.does)
            minutes = _("{minutes} min.").format(minutes=step.minutes)
            yield f"{step.part_name()}, {minutes} {step.does}"


def _debrief(deck: Presentation, one: Material) -> None:
    """The last question; what to expect stands in the notes alone."""
    slide = _slide(deck, "text", _("Debrief"), escaping.markdown(one.plan.debrief))
    expected = _("Expect: {answer}").format(answer=one.plan.expected)
    slide.notes_slide.notes_text_frame.text = expected


def _slide(deck: Presentation, kind: str, heading: str, source: str, more: str = "") -> Slide:
    """One slide, with ``more`` below its body; its title is a title, so that it is read as one."""
    soup = BeautifulSoup(str(to_html(f"{source}\n\n{more}")), "html.parser")
    image = soup.find("img", src=re.compile("^data:image/png;base64,"))
    layout = {"title": TITLE_LAYOUT}.get(kind, BARE_LAYOUT if image else BODY_LAYOUT)
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    title = slide.shapes.title
    title.text = heading
    _place(title, SIDE, BELOW, WIDTH - 2 * SIDE, TOP - BELOW)
    title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    _sized(title.text_frame, CLAIM_PT if image else TITLE_PT)
    _accent(slide)
    if kind in LARGE:
        _ground(slide)
    if isinstance(image, Tag):
        _picture(slide, image)
        return slide
    body = slide.placeholders[1]
    _place(body, SIDE, TOP, WIDTH - 2 * SIDE, HEIGHT - TOP - BELOW)
    _fill(body.text_frame, soup)
    sizes = (LARGE_PT, *SIZES) if kind in LARGE else SIZES
    _sized(body.text_frame, _fitting([one.text for one in body.text_frame.paragraphs], sizes))
    body.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE if kind in LARGE else MSO_ANCHOR.TOP
    return slide


def _fitting(paragraphs: list[str], sizes: tuple[Pt, ...]) -> Pt:
    """The largest size in which the paragraphs fit their place, by a generous count of lines."""

    def height(size: Pt) -> float:
        line = (WIDTH - 2 * SIDE) / (LETTER * size)
        lines = sum(math.ceil(max(1, len(text)) / line) for text in paragraphs)
        return lines * LEADING * size + len(paragraphs) * GAP

    return next((size for size in sizes if height(size) <= HEIGHT - TOP - BELOW), sizes[-1])


def _place(shape, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Emu, (left, top, width, height))


def _sized(frame: TextFrame, size: Pt) -> None:
    frame.word_wrap = True
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.font.name = size, FONT
        paragraph.font.color.rgb = RGBColor.from_string(look.THEMES["light"]["ink"].lstrip("#"))
        paragraph.alignment = PP_ALIGN.LEFT


def _accent(slide: Slide) -> None:
    """A bar of the course's colour beside the heading; it says nothing, so it has no words."""
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, SIDE // 2, BELOW, ACCENT, TOP - 2 * BELOW)
    bar.fill.solid()
    bar.fill.fore_color.rgb = RGBColor.from_string(look.THEMES["light"]["accent"].lstrip("#"))
    bar.line.fill.background()


def _ground(slide: Slide) -> None:
    """The tint of the course behind a slide."""
    fill = slide.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(look.THEMES["light"]["tint"].lstrip("#"))


def _fill(frame: TextFrame, soup: BeautifulSoup) -> None:
    """Paragraphs and list entries, each one paragraph of the slide."""
    blocks = [
        b for b in soup.find_all(["p", "li"]) if not (b.name == "p" and b.parent.name == "li")
    ]
    for number, block in enumerate(blocks):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        if block.name == "p":  # no bullet before prose
            properties = paragraph._p.get_or_add_pPr()
            properties.set("marL", "0")
            properties.set("indent", "0")
            properties.append(properties.makeelement(_BARE, {}))
        paragraph.space_after = GAP
        _runs(paragraph, block)


_BARE = "{http://schemas.openxmlformats.org/drawingml/2006/main}buNone"


def _runs(paragraph: _Paragraph, node: Tag, bold: bool = False, italic: bool = False) -> None:
    for child in node.children:
        if isinstance(child, NavigableString):
            run = paragraph.add_run()
            run.text = str(child).replace("\n", " ")
            run.font.bold, run.font.italic = bold or None, italic or None
        elif isinstance(child, Tag):
            strong, slanted = child.name in ("strong", "b"), child.name in ("em", "i")
            _runs(paragraph, child, bold or strong, italic or slanted)


def _picture(slide: Slide, image: Tag) -> None:
    """The picture as large as it fits, its words as its description."""
    data = base64.b64decode(str(image["src"]).partition(",")[2])
    shape = slide.shapes.add_picture(io.BytesIO(data), SIDE, TOP)
    room = (WIDTH - 2 * SIDE, HEIGHT - TOP - BELOW)
    scale = min(room[0] / shape.width, room[1] / shape.height)
    width, height = int(shape.width * scale), int(shape.height * scale)
    _place(shape, (WIDTH - width) // 2, TOP, width, height)
    shape._element.nvPicPr.cNvPr.set("descr", str(image.get("alt", "")))


def _words(html: str) -> str:
    return BeautifulSoup(html, "html.parser").get_text()
