"""The learner's copies of the lessons: made, renewed by an update, never written over.

The shipped notebooks are the course's and come anew with every update; nobody works there. A copy
that was only run and saved is renewed; one whose cells were changed stays
as it is, and the new edition is laid beside it.

On the standard library alone: `start.py` makes copies before anything is installed.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from helpers.data import files

MANIFEST = ".editions.json"
"""For each copy: the edition it was offered last, and the cells it was made with. It lies
among the copies, so that it moves with them."""

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


@dataclass(frozen=True)
class Edition:
    """A notebook as it was shipped: all of it, and its cells without what running adds."""

    whole: str
    cells: str


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def edition(document: dict) -> Edition:
    """The edition of a notebook. Outputs, counts and metadata are no part of its cells."""
    cells = [(cell["cell_type"], "".join(cell["source"])) for cell in document["cells"]]
    return Edition(_digest(document), _digest(cells))


def read(path: Path) -> dict | None:
    """A notebook, or None if the file is not one."""
    try:
        document: dict = json.loads(path.read_text(encoding="utf-8"))
        edition(document)
    except (ValueError, KeyError, TypeError):
        return None
    return document


def without_views(document: dict) -> bool:
    """Drop widget views that JupyterLab saved: no new kernel can bring them back."""
    dead = document.get("metadata", {}).pop("widgets", None) is not None
    for cell in document["cells"]:
        for output in cell.get("outputs", []):
            dead |= output.get("data", {}).pop(WIDGET_VIEW, None) is not None
    return dead


def _write(path: Path, document: dict) -> None:
    text = json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    files.replace(path, text.encode("utf-8"), files.PUBLIC)


def show(path: Path, call: str, data: dict[str, str]) -> bool:
    """Put what a cell would show now into a copy; whether there is such a cell.

    ``call`` is what its code calls. Outputs are no part of the cells of an edition, so that
    no update takes the copy for a changed one. Raises OSError where it cannot write.
    """
    document = read(path) if path.is_file() else None
    found = False
    for cell in document["cells"] if document else ():
        if cell["cell_type"] == "code" and call in "".join(cell["source"]):
            cell["outputs"] = [output(data)]
            found = True
    if found and document:
        _write(path, document)
    return found


def output(data: dict[str, str]) -> dict:
    """What a cell shows, as a notebook keeps it; widget views are left out."""
    lines = {kind: text.splitlines(True) for kind, text in data.items() if kind != WIDGET_VIEW}
    return {"data": lines, "metadata": {}, "output_type": "display_data"}


def _manifest(folder: Path) -> dict[str, Edition]:
    try:
        known = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {name: Edition(**parts) for name, parts in known.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _beside(name: str) -> Iterator[str]:
    """Names for a new edition beside a changed copy, the first choice first."""
    stem = name.removesuffix(".ipynb")
    yield f"{stem}_new_edition.ipynb"
    number = 2
    while True:
        yield f"{stem}_new_edition_{number}.ipynb"
        number += 1


def renew(shipped: Path, folder: Path, say: Callable[[str], object] = print) -> list[Path]:
    """Bring the copies in ``folder`` up to date; the copies, in the order of the course.

    ``say`` gets a sentence for each copy that was changed and so stays. Whatever it stops at,
    each file is whole and what was changed is there. Raises OSError where it cannot write.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = _manifest(folder)
    before = dict(known)
    for source in sorted(shipped.rglob("*.ipynb")):
        if ".ipynb_checkpoints" not in source.parts:
            document = json.loads(source.read_text(encoding="utf-8"))
            told = _renew_one(document, source.relative_to(shipped).as_posix(), folder, known)
            if told:
                say(told)
    if known != before:
        text = json.dumps({name: vars(made) for name, made in sorted(known.items())}, indent=1)
        files.replace(folder / MANIFEST, text.encode("utf-8"), files.PUBLIC)
    return [path for name in sorted(known) if (path := folder / name).is_file()]


def _renew_one(document: dict, name: str, folder: Path, known: dict[str, Edition]) -> str:
    """Make or renew one copy; a sentence if the new edition lies beside it."""
    path, new = folder / name, edition(document)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file():
        _write(path, document)
        known[name] = new
        return ""
    mine = read(path)
    if mine is not None and without_views(mine):
        _write(path, mine)
    made = known.get(name)
    if made is not None and made.whole == new.whole:
        return ""
    cells = edition(mine).cells if mine is not None else ""
    if cells == new.cells and made is None:
        known[name] = new
    elif cells == new.cells or (made is not None and cells == made.cells):
        _write(path, document)
        known[name] = new
    else:
        beside = next(other for other in _beside(name) if _free(other, folder, known))
        _write(folder / beside, document)
        known[beside] = new
        known[name] = Edition(new.whole, made.cells if made else "")
        why = "You changed" if mine is not None else "This is no notebook any more:"
        return f"{why} {folder.name}/{name}; it stays as it is. The new edition is {beside}."
    return ""


def _free(name: str, folder: Path, known: dict[str, Edition]) -> bool:
    """Whether a new edition may take this name: nothing is there, or nothing that was changed."""
    path = folder / name
    if not path.exists():
        return True
    mine, made = read(path), known.get(name)
    return mine is not None and made is not None and edition(mine).cells == made.cells
