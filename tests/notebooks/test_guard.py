"""A kernel without the course gets a sentence; the saved code says the same in every cell."""

import builtins
import subprocess
import sys

import pytest

from tests.lessons.parts import NOTEBOOKS
from tools import notebooks

CELLS = [
    ("".join(cell["source"]), path.stem)
    for path in notebooks.lessons(NOTEBOOKS)
    for cell in notebooks.read(path)["cells"]
    if cell["cell_type"] == "code"
]


def test_every_cell_is_calm_in_a_kernel_without_the_course(monkeypatch, capsys):
    real = builtins.__import__

    def without_helpers(name: str, *more: object):
        if name.startswith("helpers"):
            raise ModuleNotFoundError(f"No module named {name!r}")
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without_helpers)
    for source, name in CELLS:
        exec(compile(source, name, "exec"), {})
        assert "README.md" in capsys.readouterr().out, (name, source)


@pytest.mark.parametrize("part", ["start", "explore", "sources"])
def test_any_cell_can_be_the_first_one_that_is_run(part, tmp_path):
    source = next(s for s, name in CELLS if name == "09_resources" and f".{part}()" in s)
    code = f"shown = []\ndisplay = lambda *parts: shown.extend(parts)\n{source}\nprint(len(shown))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, timeout=120
    )
    assert (run.stdout.strip(), run.returncode) == ("1", 0), run.stderr[-800:]
