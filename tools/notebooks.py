"""The shipped notebooks: executed, stripped of what ages, with generated navigation.

The words that a lesson shows at its start are saved in the notebook, so that it reads
on GitHub and in print without a kernel and tests can compare them; views and state of
widgets, which no other kernel can bring back to life, are not.
"""

import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from helpers import context, copies
from helpers.lessons.class_mirror import ClassMirror
from helpers.lessons.contents import Contents
from helpers.pack.trainer import Trainer
from helpers.studio.part import Part
from helpers.words.locale import _

FIXED_TODAY = "2026-11-23"
"""The date that saved words speak of; tests run under the same one."""

NAVIGATION = "navigation"


_CALL = re.compile(
    r"(?P<title># ▶ .+)\n"
    r"(?s:.*)from helpers\.lessons\.(?P<module>\w+) import (?P<lesson>\w+)\n"
    r"(?s:.*)\.(?P<how>begin|running)\(\"(?P<language>\w+)\"\)\.(?P<part>\w+)\(\)\)"
)


def cell_source(
    title: str,
    module: str,
    lesson: str,
    part: str,
    language: str,
    how: str,
    room: str = "lessons",
) -> str:
    """The code of a cell: one import, guarded, and one call.

    A kernel without the course then says so in a sentence. ``how`` is ``begin`` in the
    first cell of a lesson and ``running`` in the others, which may be run alone.
    """
    sentence = _("This kernel lacks the course. README.md says under “Where it runs” how to go on.")
    return (
        f"{title}\n"
        "try:\n"
        f"    from helpers.{room}.{module} import {lesson}\n"
        "except ImportError:\n"
        f"    print({json.dumps(sentence, ensure_ascii=False)})\n"
        "else:\n"
        f'    display({lesson}.{how}("{language}").{part}())'
    )


def with_guards(document: dict) -> dict:
    """The notebook with the code of every cell as ``cell_source`` writes it."""
    for cell in document["cells"]:
        if cell["cell_type"] == "code":
            call = _CALL.fullmatch("".join(cell["source"]))
            if call is None:
                raise ValueError(f"not an import and a call: {''.join(cell['source'])!r}")
            cell["source"] = cell_source(**call.groupdict()).splitlines(True)
    return document


@dataclass(frozen=True)
class Heading:
    """What a notebook's metadata says about its lesson."""

    path: Path
    number: int
    title: str
    points: tuple[str, ...]
    minutes: int
    in_class: int
    sentence: str


def lessons(folder: Path) -> list[Path]:
    """The lesson notebooks of a folder, in order."""
    return sorted(folder.glob("[0-9][0-9]_*.ipynb"))


def read(path: Path) -> dict:
    """A notebook as a document."""
    return json.loads(path.read_text(encoding="utf-8"))


def written(document: dict) -> str:
    """A notebook as Jupyter writes it."""
    return json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def heading(path: Path) -> Heading:
    """What a lesson says of itself."""
    course = read(path)["metadata"]["course"]
    return Heading(
        path,
        course["number"],
        course["title"],
        tuple(course["points"]),
        course["minutes"],
        course["in_class"],
        course["sentence"],
    )


def execute(document: dict, folder: Path) -> dict:
    """The notebook run from top to bottom in a fresh kernel, with no company file."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.reads(json.dumps(document), as_version=4)
    with tempfile.TemporaryDirectory() as empty:
        surroundings = {
            **os.environ,
            "COURSE_TODAY": FIXED_TODAY,
            "COURSE_FOLDER": str(Path(empty) / "company"),
            "COURSE_PACK": "",
            "COURSE_KEPT": "yes",
        }
        client = NotebookClient(
            notebook,
            timeout=120,
            kernel_name="python3",
            store_widget_state=False,
            resources={"metadata": {"path": str(folder)}},
        )
        client.execute(env=surroundings)
    return json.loads(nbformat.writes(notebook))


def without_views(document: dict) -> dict:
    """The notebook without widget views and state, run times and kernel versions."""
    copies.without_views(document)
    metadata = document["metadata"]
    metadata["kernelspec"] = {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }
    metadata["language_info"] = {"name": "python"}
    for cell in document["cells"]:
        cell["metadata"].pop("execution", None)
    return document


def with_navigation(document: dict, path: Path, order: list[Path]) -> dict:
    """The notebook with its first and last cell linking to its neighbours."""
    place = order.index(path)
    links = []
    if place:
        links.append(f"[◀ {heading(order[place - 1]).title}]({order[place - 1].name})")
    contents_link = _("Contents")
    links.append(f"[{contents_link}]({context.CONTENTS})")
    if place + 1 < len(order):
        links.append(f"[{heading(order[place + 1]).title} ▶]({order[place + 1].name})")
    for cell in document["cells"]:
        if NAVIGATION in cell["metadata"].get("tags", []):
            cell["source"] = [" · ".join(links)]
    return document


HOME = {"title": "# ▶ Your progress", "module": "contents", "lesson": "Contents", "part": "home"}


ANSWERS = {**HOME, "title": "# ▶ Your answers", "part": "answers"}
HAND_IN = {**HOME, "title": "# ▶ Hand in", "part": "hand_in"}
BOARD = {
    "title": "# ▶ The class",
    "module": "class_mirror",
    "lesson": "ClassMirror",
    "part": "board",
}


FORMS = {
    "title": "# ▶ The pack",
    "room": "pack",
    "module": "trainer",
    "lesson": "Trainer",
    "part": "board",
}


def _code_cell(name: str, place: int, shown: Part, cell: Mapping[str, str], how: str) -> dict:
    """A cell with the words of a part, and the code that brings it to life."""
    code = cell_source(**cell, language=context.current().language, how=how)
    return {
        "cell_type": "code",
        "execution_count": place,
        "id": name,
        "metadata": {"jupyter": {"source_hidden": True}},
        "outputs": [copies.output(shown._repr_mimebundle_())],
        "source": code.splitlines(True),
    }


def _text_cell(name: str, text: str) -> dict:
    return {
        "cell_type": "markdown",
        "id": name,
        "metadata": {},
        "source": text.splitlines(True),
    }


def _run_all(words: str) -> str:
    """A button in prose that runs the whole notebook."""
    return f'<button data-commandlinker-command="notebook:run-all-cells">{words}</button>'


def _document(cells: list[dict]) -> dict:
    document = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return without_views(document)


def contents() -> dict:
    """The contents: the first page of a learner who has not begun, hand in, answers, licence."""
    intro = _(
        "# Before You Post\n\n"
        "Should your company be on social networks at all? Fifteen dilemmas, one decision, "
        "one page to sign."
    )
    button = _run_all(_("▶ Show my progress"))
    licence = _("Text and data: CC BY 4.0. Code: MIT. Trainers may adapt both and charge for it.")
    language = context.current().language
    with tempfile.TemporaryDirectory() as empty, context.using(folder=Path(empty), kept=True):
        opened = Contents.begin(language)
        home = _code_cell("home", 1, opened.home(), HOME, "begin")
        hand_in = _code_cell("hand-in", 2, opened.hand_in(), HAND_IN, "running")
        answers = _code_cell("answers", 3, opened.answers(), ANSWERS, "running")
    intro_cell, end = _text_cell("intro", f"{intro} {button}"), _text_cell("licence", licence)
    return _document([intro_cell, home, hand_in, answers, end])


def class_notebook() -> dict:
    """The lecturer's notebook: what it is for, and the board."""
    intro = _(
        "# The class\n\n"
        "What your learners handed in, shown to them: what they predicted, what they know, and "
        "who knows what is not known."
    )
    how = _(
        "Learners press “Hand in” at the end of the contents and give you the file; a folder of "
        "files, or the ZIP file of your learning platform, is what this page reads. Nothing is "
        "sent anywhere. “Learner” is what your platform calls them; the pictures show nicknames."
    )
    board = ClassMirror.begin(context.current().language).board()
    return _of_a_board(f"{intro} {_run_all(_('▶ Show the class'))}", board, BOARD, how)


def trainer_notebook() -> dict:
    """The trainer's notebook: what a pack is, the forms, and what comes after them."""
    intro = _(
        "# Your pack\n\n"
        "A pack makes the course yours: your client, your numbers, your lessons. Fill in forms; "
        "no code, no spreadsheet."
    )
    how = _(
        "Open a lesson to see your pack at work, or run: python start.py pack show. It tells which "
        "sentences and pictures your pack changes. docs/trainers.md walks through all forms. What "
        "no form asks, files do: docs/data.md says what each may hold."
    )
    board = Trainer.begin(context.current().language).board()
    return _of_a_board(f"{intro} {_run_all(_('▶ Open the forms'))}", board, FORMS, how)


def _of_a_board(intro: str, board: Part, source: str, how: str) -> dict:
    """A notebook of one board, between what it is for and how it is used."""
    cell = _code_cell("board", 1, board, source, "begin")
    return _document([_text_cell("intro", intro), cell, _text_cell("how", how)])


WORKERS = 2
"""Notebooks that are executed at a time; each has a kernel of its own."""


def build(folder: Path, only: Iterable[str] = ()) -> dict[Path, str]:
    """Every notebook of a folder as it should be on disk; ``only`` names some of them.

    Raises ValueError for a name that no lesson has.
    """
    order, names = lessons(folder), set(only)
    unknown = names - {path.stem for path in order}
    if unknown:
        raise ValueError(f"no such lesson: {', '.join(sorted(unknown))}")
    wanted = [path for path in order if not names or path.stem in names]

    def fresh(path: Path) -> str:
        document = with_guards(with_navigation(read(path), path, order))
        return written(without_views(execute(document, folder)))

    with ThreadPoolExecutor(WORKERS) as pool:
        built = dict(zip(wanted, pool.map(fresh, wanted), strict=True))
    with context.using(language="en", pack=None):
        built[folder / context.CONTENTS] = written(contents())
        built[folder / context.CLASS] = written(class_notebook())
        built[folder / context.TRAINER] = written(trainer_notebook())
    return built


def without_pictures(document: dict) -> dict:
    """The notebook without pixels, which may differ between machines; words may not."""
    for cell in document["cells"]:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("image/png", None)
    return document


def stale(folder: Path, only: Iterable[str] = ()) -> list[Path]:
    """Notebooks on disk that are not what ``build`` makes of them, pixels apart."""
    return [
        path
        for path, text in build(folder, only).items()
        if not path.is_file() or without_pictures(read(path)) != without_pictures(json.loads(text))
    ]
