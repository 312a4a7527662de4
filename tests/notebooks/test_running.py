"""Saved words against fresh ones, and what would be noticed.

Plain ``pytest`` runs every notebook once, from a fresh kernel and without a company file,
and compares its words (nbval, strict). What ``python -m tools notebooks --check`` compares besides
is held without running anything, and its own machinery with one lesson.
"""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lessons.parts import NOTEBOOKS
from tools import notebooks

LESSON = "09_resources"
CHANGES = {"headline": ("Pictured 0.3", "Pictured 0.4"), "table": ("| 4.5 |", "| 4.4 |")}
"""One digit in the words of the lesson's worked example."""


def example(document: dict) -> dict:
    """The cell of the worked example."""
    (cell,) = (c for c in document["cells"] if ".example()" in "".join(c["source"]))
    return cell


def with_change(cell: dict, before: str, after: str) -> dict:
    """The cell with other saved words."""
    changed = copy.deepcopy(cell)
    data = changed["outputs"][-1]["data"]
    text = "".join(data["text/markdown"])
    assert before in text
    data["text/markdown"] = text.replace(before, after).splitlines(True)
    return changed


@pytest.mark.parametrize("path", notebooks.lessons(NOTEBOOKS), ids=lambda path: path.stem)
def test_nothing_is_saved_that_building_would_leave_out(path):
    document = notebooks.read(path)
    assert notebooks.without_views(copy.deepcopy(document)) == document


def test_a_lesson_is_stale_if_and_only_if_a_digit_of_it_differs(tmp_path, monkeypatch):
    built = notebooks.build(NOTEBOOKS, [LESSON])
    copies = {tmp_path / path.name: text for path, text in built.items()}
    monkeypatch.setattr(notebooks, "build", lambda folder, only: copies)
    for path in built:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert notebooks.stale(tmp_path, [LESSON]) == [], "run: python -m tools notebooks --write"

    path = tmp_path / f"{LESSON}.ipynb"
    document = notebooks.read(path)
    cell = example(document)
    cell.update(with_change(cell, *CHANGES["table"]))
    path.write_text(notebooks.written(document), encoding="utf-8")
    assert notebooks.stale(tmp_path, [LESSON]) == [path]


def test_strict_comparison_notices_one_changed_digit(tmp_path: Path):
    """The example three times: as saved, with another headline, with another table."""
    document = notebooks.read(NOTEBOOKS / f"{LESSON}.ipynb")
    cell = example(document)
    code = [c for c in document["cells"] if c["cell_type"] == "code"]
    kept = code[: code.index(cell) + 1]
    changed = [with_change(cell, *change) | {"id": name} for name, change in CHANGES.items()]
    document["cells"] = [*kept, *changed]
    path = tmp_path / "changed.ipynb"
    path.write_text(json.dumps(document), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [*command, f"--rootdir={tmp_path}", str(path)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert run.returncode == 1, run.stdout[-2000:]
    assert f"2 failed, {len(kept)} passed" in run.stdout
