"""Each notebook from a fresh kernel, in any order; a changed number fails the comparison."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import notebooks
from tests.lessons.parts import NOTEBOOKS


def test_side_by_side_and_without_a_company_file_the_words_are_the_same():
    """The saved words of every lesson come from a fresh kernel that ran no other lesson."""
    assert notebooks.stale(NOTEBOOKS) == [], "run: course notebooks --write"


@pytest.mark.parametrize("place", ["headline", "table"])
def test_strict_comparison_notices_one_changed_digit(place: str, tmp_path: Path):
    document = notebooks.read(NOTEBOOKS / "09_resources.ipynb")
    cells = [c for c in document["cells"] if ".example()" in "".join(c["source"])]
    data = cells[0]["outputs"][-1]["data"]
    text = "".join(data["text/markdown"])
    before, after = {"headline": ("10.3", "10.4"), "table": ("| 6.9 |", "| 6.8 |")}[place]
    assert before in text
    data["text/markdown"] = text.replace(before, after).splitlines(True)
    keep = document["cells"].index(cells[0]) + 1
    document["cells"] = [c for c in document["cells"][:keep] if c["cell_type"] == "code"]
    changed = tmp_path / "changed.ipynb"
    changed.write_text(json.dumps(document), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [*command, f"--rootdir={tmp_path}", str(changed)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert run.returncode == 1, run.stdout[-2000:]
    assert "1 failed, 2 passed" in run.stdout
