"""Writes exported lessons: one file each."""

from collections.abc import Collection
from pathlib import Path

import nbformat
from nbformat.reader import NotJSONError

from helpers import context
from helpers.export.exporters import LessonPage, LessonSlides
from helpers.export.notebooks import ExportError, of_class, renavigated
from helpers.words.locale import _


def name(notebook: Path, slides: bool) -> str:
    """The file that a notebook becomes."""
    return f"{notebook.stem}-slides.html" if slides else f"{notebook.stem}.html"


def write_all(folder: Path, slides: bool = False) -> list[Path]:
    """The lessons of the class into a folder, which is made: pages that link each other, or slides.

    The contents come first, with the pages only. Raises as ``write`` does.
    """
    chosen = [path for path in of_class() if not slides or path.name != context.CONTENTS]
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for path in chosen:
        written.append(folder / name(path, slides))
        write(path, written[-1], slides, [other.stem for other in chosen])
    return written


def write(
    notebook: Path, output: Path, slides: bool = False, together: Collection[str] = ()
) -> None:
    """Export one notebook; links to the notebooks ``together`` lead to their pages beside it.

    Raises ``ExportError`` for a file that is no notebook or no lesson, ``OSError`` where
    something cannot be read or written.
    """
    try:
        nb = nbformat.read(notebook, as_version=4)
    except (NotJSONError, nbformat.ValidationError, AttributeError, UnicodeDecodeError) as error:
        sentence = _("{name} is not a notebook that can be read.")
        raise ExportError(sentence.format(name=notebook.name)) from error
    renavigated(nb, notebook)
    exporter = LessonSlides() if slides else LessonPage(together=list(together))
    page, _resources = exporter.from_notebook_node(nb)
    output.write_text(page, encoding="utf-8")
