"""Which notebooks can be exported: the course's lessons by number or name, or any file."""

from pathlib import Path

from helpers import context
from helpers.words.locale import _


class ExportError(Exception):
    """What is in the way of an export, in one sentence for the reader."""


def every() -> list[Path]:
    """The contents and all lessons, in their order."""
    lessons = sorted(context.NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
    return [context.NOTEBOOKS / context.CONTENTS, *lessons]


def find(name: str) -> Path:
    """The notebook of that path, number (``9``) or slug (``resources``).

    Raises ``ExportError`` where there is none.
    """
    path = Path(name)
    if path.suffix == ".ipynb":
        if path.is_file():
            return path
        raise ExportError(_("There is no notebook {name}.").format(name=name))
    for path in every():
        number, _line, slug = path.stem.partition("_")
        if name in (path.stem, slug) or (name.isdecimal() and name.zfill(2) == number):
            return path
    sentence = _("There is no lesson {name}: say its number, its name, or a notebook's file.")
    raise ExportError(sentence.format(name=name))
