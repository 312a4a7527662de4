"""The slides of a lesson, chosen by the names of its cells: nothing is written anew."""

import math
import re
from html import escape

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from helpers.export.notebooks import ExportError
from helpers.export.pictures import PROJECTOR, drawn
from helpers.export.tidy import first_heading
from helpers.words.locale import _

PROSE, VOICES, GAP = (64, 10.5), (70, 12.0), 0.6
"""Characters of a line and lines of a slide, for prose (34 px) and voices (31 px), and the
space between paragraphs in lines. Rough on purpose: tests measure every slide in a browser."""

FOLDED = re.compile(r"<details>.*?</details>", re.S)
"""What a lesson shows only on request has no slide."""
SIGNPOST = re.compile(r"\*[^*]+:\*")
"""Words that only say where the next ones belong, such as “At home:”, have none either."""


def slides(nb: NotebookNode) -> NotebookNode:
    """A notebook with one cell for each slide: its kind, heading and body.

    Raises ``ExportError`` where the notebook lacks the cells of a lesson.
    """
    cells = {cell.get("id"): cell for cell in nb.cells}
    try:
        told = [*_opening(nb, cells), *_example(nb, cells), *_closing(cells)]
    except (KeyError, IndexError, StopIteration) as error:
        sentence = _("Only a lesson as it is saved makes slides; this notebook lacks parts of one.")
        raise ExportError(sentence) from error
    deck = nb.copy()
    deck.cells = told
    deck.metadata = {**nb.metadata, "title": first_heading(nb)}
    return deck


def slide(kind: str, heading: str, body: str = "", **more: str) -> NotebookNode:
    """One slide; the heading is words or HTML of ours, the body Markdown."""
    return new_markdown_cell(body, metadata={"slide": {"kind": kind, "heading": heading, **more}})


def _opening(nb: NotebookNode, cells: dict[str, NotebookNode]) -> list[NotebookNode]:
    """Title with the dilemma, the voices, what is at stake, and the question to vote on."""
    dilemma = next(p for p in _paragraphs(cells["head"].source) if p.startswith("**"))
    heading, spoken = part(cells["dilemma"].source)
    last = next(n for n, text in enumerate(reversed(spoken)) if text.startswith("**"))
    voices, rest = spoken[: len(spoken) - last], spoken[len(spoken) - last :]
    told = [slide("title", escape(first_heading(nb)), dilemma)]
    if len(_pages(spoken, VOICES)) == 1:
        voices, rest = spoken, []
    told += [slide("voices", heading, page) for page in _pages(voices, VOICES)]
    told += [slide("text", _("What is at stake"), page) for page in _pages(rest)]
    asked, *options = words(cells["predict"])
    question = "\n\n".join([re.sub(r"^\*\*(.+?)\*\*\s*", "", asked), *options])
    vote = _("Think alone, write your answer down, then show it. Our answers:")
    told.append(slide("predict", _("Predict"), question, vote=vote))
    return told


def _example(nb: NotebookNode, cells: dict[str, NotebookNode]) -> list[NotebookNode]:
    """What the worked example is about, its picture under its claim, and its steps one by one."""
    heading, about = part(cells["example-title"].source)
    text = words(cells["example"])
    claim = next(paragraph for paragraph in text if paragraph.startswith("**")).strip("*")
    saved = [
        (f"data:image/png;base64,{data['image/png'].strip()}", output.metadata["image/png"]["alt"])
        for output in cells["example"].outputs
        if "image/png" in (data := output.get("data", {}))
    ]
    picture = drawn(nb.metadata.get("course", {}).get("slug", ""), *PROJECTOR)
    address, alt = picture[:2] if picture else saved[0]
    image = f'<img src="{address}" alt="{escape(alt)}">'
    steps = [line for line in text[0].splitlines() if re.match(r"\d+\. ", line)]
    told = [slide("text", heading, page) for page in _pages(about)]
    told.append(slide("picture", escape(claim), f"<figure>{image}</figure>"))
    shown = 0
    for page in _pages(steps, VOICES) if steps else []:
        items = page.split("\n\n")
        fragments = "".join(f'<li class="fragment">{_inline(item)}</li>' for item in items)
        body = f'<ol start="{shown + 1}">{fragments}</ol>'
        told.append(slide("steps", _("Step by step"), body))
        shown += len(items)
    return told


def _closing(cells: dict[str, NotebookNode]) -> list[NotebookNode]:
    """The model's answer to the vote, the mistakes, what is to be decided, the sentence."""
    question, *rest = words(cells["explain"])
    answer, *walk = (text for text in rest if not text.startswith(("<details", "</details")))
    said = [question, f"**{answer}**"]
    # What the studio says at its start, if it has a claim of its own.
    said += [text.strip("*") for text in words(cells["explore"]) if text.startswith("**")][:1]
    first, *further = _pages(said)
    told = [slide("answer", _("The answer"), first)]
    told += [slide("text", _("The answer"), page) for page in further]
    steps = [line for part in walk for line in part.splitlines() if line]
    told += [slide("text", _("Why most people guess otherwise"), page) for page in _pages(steps)]
    for paragraph in _paragraphs(FOLDED.sub("", cells["misconception"].source)):
        if SIGNPOST.fullmatch(paragraph):
            continue
        lead = re.match(r"\*\*(.+?)\*\*\s*", paragraph)
        heading = _inline(lead[1]) if lead else _("And more")
        body = paragraph[lead.end() :] if lead else paragraph
        told += [slide("text", heading, page) for page in _pages([body])]
    heading, asked = part(cells["log-title"].source)
    lines = words(cells["log"])[0].splitlines()
    options = [line for line in re.sub(r"^- [^:]+: ", "", lines[0]).split(" / ") if line]
    listed = "\n".join(f"- {option}" for option in options)
    told.append(slide("options", heading, "\n\n".join([*asked, listed])))
    # Where the sentence stops may stand below it; what is said aloud is its first paragraph.
    said_aloud = _paragraphs(cells["repeat"].source)[0]
    lead, sentence = re.match(r"\*\*(.+?):?\*\*\s*(.+)", said_aloud, re.S).groups()
    told.append(slide("repeat", _inline(lead), sentence))
    return told


def part(source: str) -> tuple[str, list[str]]:
    """Heading, without number and slanted minutes, and paragraphs of a part's first cell."""
    first, _line, rest = source.strip().partition("\n")
    heading = re.sub(r"^#+\s*(\d+\.\s*)?|\s*\*[^*]+\*\s*$", "", first)
    return escape(heading), _paragraphs(rest)


def _paragraphs(text: str) -> list[str]:
    """Paragraphs of Markdown; a line of slanted words alone is one, too."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def words(cell: NotebookNode) -> list[str]:
    """Paragraphs of what a part saved as Markdown."""
    for output in cell.outputs:
        data = output.get("data", {})
        words = data.get("text/markdown") or data.get("text/plain", "")
        if words.strip() and "image/png" not in data:
            return _paragraphs(words)
    raise KeyError("words")


def _pages(paragraphs: list[str], room: tuple[int, float] = PROSE) -> list[str]:
    """Paragraphs as one body or several, none longer than a slide holds.

    A single paragraph that is longer is parted between two sentences.
    """
    line, most = room

    def lines(text: str) -> float:
        return sum(math.ceil(len(part) / line) + GAP for part in text.split("\n\n"))

    parts: list[str] = []
    for paragraph in paragraphs:
        while lines(paragraph) > most:
            cut = paragraph.rfind(". ", 0, int(line * (most - 1))) + 1
            if not cut:
                break
            parts.append(paragraph[:cut])
            paragraph = paragraph[cut:].strip()
        parts.append(paragraph)
    pages: list[str] = []
    for part in parts:
        if pages and lines(f"{pages[-1]}\n\n{part}") <= most:
            pages[-1] += f"\n\n{part}"
        else:
            pages.append(part)
    return pages


def _inline(markdown: str) -> str:
    """A step or heading as HTML: slanted and bold words, nothing else."""
    text = escape(re.sub(r"^\d+\.\s+", "", markdown), quote=False)
    text = re.sub(r"\\([!-/:-@[-`{-~])", r"\1", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
    return re.sub(r"\*(.+?)\*", r"<em>\1</em>", text)
