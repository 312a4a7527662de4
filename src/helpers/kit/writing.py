"""Writes the whole kit into a folder: guide, worksheets, slides, and the quizzes for platforms."""

from pathlib import Path

from helpers import context
from helpers.data.files import replace
from helpers.kit import material, pages, quiz_files, sheets, slides, word
from helpers.words.locale import _


def write(folder: Path) -> list[Path]:
    """The files of the kit in a folder, which is made; everything is ready before one is written.

    Raises ``TableError`` where a class plan, a quiz or a table cannot be used, ``ExportError``
    for a notebook that lacks parts of a lesson, ``OSError`` where a file cannot be written.
    """
    language = context.current().language
    known = material.lessons()
    guide = list(pages.pages().values())
    paper = [side for one in known for side in sheets.sheet(one)]
    files = {
        "guide.docx": word.to_docx(guide, _("Guide for lecturers"), language),
        "worksheets.docx": word.to_docx(paper, _("Worksheets"), language),
    }
    for one in known:
        stem, heading = one.path.stem, f"{one.number} {one.title}"
        files[f"slides/{stem}.pptx"] = slides.to_pptx(one)
        files[f"quizzes/moodle/{stem}.txt"] = quiz_files.gift(one.items, heading).encode()
        files[f"quizzes/canvas/{stem}.zip"] = quiz_files.qti(one.items, heading)
    written = []
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, content)
        written.append(path)
    return written
