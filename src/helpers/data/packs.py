"""What lies in a trainer's pack and is not used, in sentences.

A file counts where the course has one of the same name, and new companies, months of
posts for them. Everything else that looks like a table, a company, a quiz or texts was meant
to be used: it is told, with the place or the name that was probably meant.
"""

import difflib
import os
from collections.abc import Callable, Collection
from pathlib import Path

from helpers.data.files import is_file, is_inside
from helpers.data.notice import Kind, Notice
from helpers.words.locale import _

TOLD = (".csv", ".json")
DOCUMENTS = ("quizzes", "texts", "class")
"""Folders of JSON files of which a pack may replace each, under its own name."""
READ_WORKBOOK = ".xlsx"
WORKBOOKS = (".xls", ".xlsm", ".xlsb", ".ods", ".numbers")
RULES = ("datapackage.json", "company.schema.json", "hand_in.schema.json", "pack.schema.json")
"""What says how tables, companies and hand-ins may look: the course's own."""
DEEPEST = 3
MOST = 300
"""Files that are looked at: a folder that holds more is no pack."""


def listing(pack: Path, failed: Callable[[OSError], object] | None = None) -> list[Path]:
    """The files of a pack, without hidden ones and those that programs keep beside open files.

    ``failed`` is told about each folder that cannot be read.
    """
    found: list[Path] = []
    for folder, inner, names in os.walk(pack, onerror=failed):
        here = Path(folder)
        depth = len(here.relative_to(pack).parts)
        inner[:] = sorted(n for n in inner if not is_beside(n)) if depth < DEEPEST else []
        # A folder under the name of a file is looked at as if it was one, and so is a link.
        names += [
            n
            for n in inner
            if n.lower().endswith((*TOLD, READ_WORKBOOK)) or (here / n).is_symlink()
        ]
        found += [here / n for n in sorted(names) if not is_beside(n)]
        if len(found) > MOST:
            break
    return found[:MOST]


def is_beside(name: str) -> bool:
    """Whether a file is only somebody's trace: hidden, or the lock of an open workbook."""
    return name.startswith((".", "~"))


def notices(pack: Path, known: Collection[str]) -> list[Notice]:
    """A sentence for each file of a pack that is not used.

    ``known`` are the paths of the course's tables, quizzes and texts.
    """
    errors: list[OSError] = []
    files = listing(pack, errors.append)
    relative = {path: path.relative_to(pack).as_posix() for path in files}
    problem = _("cannot be read ({reason}).")
    told = [
        Notice.of(Path(e.filename), [f"{e.filename}: {problem.format(reason=e.strerror)}"])
        for e in errors
    ]
    for path in files:
        if problem := _link(path, pack) or _problem(path, relative[path], known):
            fault = f"{pack.name}/{relative[path]}: {problem}"
            told.append(Notice.of(path, [fault], kind=Kind.UNUSED))
    return told


def _link(path: Path, pack: Path) -> str:
    """Why a link is not followed; '' for a file, and for a link within the pack."""
    if not path.is_symlink() or path.suffix.lower() not in (*TOLD, READ_WORKBOOK, ""):
        return ""
    if is_file(path):
        outside = _("is a link that leads out of the pack; put the file itself here.")
        return "" if is_inside(path, pack) else outside
    if path.is_dir():
        return _("is a link to a folder; put the folder itself here.")
    return _("is a link that leads nowhere; put the file itself here.")


def _problem(path: Path, place: str, known: Collection[str]) -> str:
    """Why a file is not used; '' if it is, or if it was never meant to be."""
    ending = path.suffix.lower()
    if ending == ".xlsm":
        return _("may hold macros and is not used; save it as .xlsx.")
    if ending in WORKBOOKS:
        return _("is a workbook and is not used; save it as .xlsx, or its tables as CSV.")
    if ending == READ_WORKBOOK:
        return _problem_of_workbook(path, place)
    if ending not in TOLD:
        return ""
    own = place in known or (place.count("/") == 1 and place.startswith(("companies/", "posts/")))
    own = own and place.endswith(".csv" if place.startswith("posts/") else ending)
    if own and is_file(path):
        return ""
    if own:
        return _("is a folder and no file; rename it.")
    if path.name in RULES:
        return _("is not used: the rules of the tables and companies are the course's own.")
    by_name = {Path(one).name: one for one in sorted(known)}
    near = difflib.get_close_matches(path.name.lower(), by_name, 1, 0.75)
    if near and by_name[near[0]] != place:
        meant = by_name[near[0]]
        return _("is not used; did you mean {file}?").format(file=meant)
    if ending == ".csv":
        return _(
            "is not used; a table has the name that it has in the folder data, a month of posts "
            "lies in posts."
        )
    return _(
        "is not used; a company lies in companies, a quiz in quizzes, a class plan in class and "
        "the texts of an exercise in texts, each under its own name."
    )


def _problem_of_workbook(path: Path, place: str) -> str:
    """Why a workbook is never opened; '' if it is (what is in it is told by its reader)."""
    if "/" in place:
        return _("is not used; put the workbook beside the folders of the pack.")
    if is_file(path):
        return ""
    return _("is a folder and no file; rename it.")
