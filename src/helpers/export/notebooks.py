"""Which notebooks can be exported: the course's lessons by number or name, or any file."""

from pathlib import Path

from nbformat import NotebookNode

from helpers import context
from helpers.data import reading
from helpers.views.home_words import Link, lesson_name
from helpers.words.locale import _

NAVIGATION = "navigation"
"""The tag of the cells that link a lesson's neighbours."""


class ExportError(Exception):
    """What is in the way of an export, in one sentence for the reader."""


def every() -> list[Path]:
    """The contents and all lessons, in their order."""
    lessons = sorted(context.NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
    return [context.NOTEBOOKS / context.CONTENTS, *lessons]


def of_class() -> list[Path]:
    """The contents and the lessons of the class, in its order; all unless a pack names some."""
    contents, *lessons = every()
    by_key = {path.stem[3:]: path for path in lessons}
    keys = reading.load().settings.lessons or tuple(by_key)
    return [contents, *(by_key[key] for key in keys if key in by_key)]


def renavigated(nb: NotebookNode, path: Path) -> None:
    """Let the links of a lesson lead to its neighbours in the class, where a pack names lessons."""
    tables = reading.load()
    order = [one.name for one in of_class()[1:]]
    if not tables.settings.lessons or path.parent != context.NOTEBOOKS:
        return
    names = dict(zip(order, tables.lesson_keys, strict=True))
    links = [Link(_("Contents"), context.CONTENTS).markdown()]
    if path.name in order:
        place = order.index(path.name)
        for name in order[max(place - 1, 0) : place]:
            links.insert(0, Link(f"◀ {lesson_name(tables, names[name])}", name).markdown())
        for name in order[place + 1 :][:1]:
            links.append(Link(f"{lesson_name(tables, names[name])} ▶", name).markdown())
    for cell in nb.cells:
        if NAVIGATION in cell.metadata.get("tags", []):
            cell.source = " · ".join(links)


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
