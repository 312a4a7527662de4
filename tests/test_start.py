"""start.py and the set-up files: two commands, pins without addresses, dead views dropped."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import helpers
from helpers import context

sys.path.insert(0, str(context.CHECKOUT))
import start

ROOT = context.CHECKOUT


def test_the_imported_helpers_are_those_of_this_checkout():
    assert Path(helpers.__file__).is_relative_to(ROOT)


def test_pins_are_universal_and_name_no_index():
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in text and "--" not in text
    pins = [line for line in text.splitlines() if line]
    assert len(pins) > 100
    for line in pins:
        assert re.match(r"[A-Za-z0-9._-]+==\S+( ;.*)?$", line), line
    for name in ("jupyterlab", "ipywidgets", "pandas", "matplotlib", "nbval"):
        assert f"\n{name}==" in f"\n{text}"


def test_requirements_are_two_lines():
    lines = (ROOT / "requirements.txt").read_text().split("\n")
    assert sorted(line for line in lines if line) == ["-c constraints.txt", "-e .[test]"]


def test_start_needs_the_standard_library_only():
    code = "import sys; sys.path = [p for p in sys.path if 'site-packages' not in p]; import start"
    subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, check=True)


def test_pins_that_change_are_installed_again(tmp_path, monkeypatch):
    for name in start.PINS:
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(start, "ROOT", tmp_path)
    before = start.pins()
    assert start.pins() == before
    (tmp_path / "constraints.txt").write_text("other")
    assert start.pins() != before


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(start, "NOTEBOOKS", tmp_path)
    return tmp_path


def test_dead_views_are_dropped_and_words_kept(folder):
    view = {start.WIDGET_VIEW: {"model_id": "x"}, "text/markdown": "words"}
    cell = {"cell_type": "code", "outputs": [{"data": view}, {"name": "stdout", "text": "hi"}]}
    document = {"cells": [cell, {"cell_type": "markdown"}], "metadata": {"widgets": {}}}
    path = folder / "lesson.ipynb"
    path.write_text(json.dumps(document), encoding="utf-8")
    start.drop_dead_views()
    left = json.loads(path.read_text(encoding="utf-8"))
    assert left["cells"][0]["outputs"][0]["data"] == {"text/markdown": "words"}
    assert left["metadata"] == {}


def test_living_notebooks_are_not_touched(folder):
    path = folder / "lesson.ipynb"
    path.write_text(' {"cells": [], "metadata": {}} ', encoding="utf-8")
    os.utime(path, (1, 1))
    start.drop_dead_views()
    assert path.stat().st_mtime == 1


def test_a_damaged_notebook_is_named_and_left(folder, capsys):
    path = folder / "lesson.ipynb"
    path.write_text("{ broken", encoding="utf-8")
    start.drop_dead_views()
    assert "lesson.ipynb cannot be read" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == "{ broken"


def test_other_pythons_are_refused_in_words(monkeypatch):
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 1))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11, 3\.12 or 3\.13; this is 3\.9\.1"):
        start.check_python()


def test_source_is_linted_and_formatted():
    for command in (["check", "."], ["format", "--check", "."]):
        run = subprocess.run(
            [sys.executable, "-m", "ruff", *command], cwd=ROOT, capture_output=True, text=True
        )
        assert run.returncode == 0, run.stdout[-2000:]


def test_arrows_point_one_way():
    """Imports follow the house: locale, tables, company, models, views, studio, lessons, cli."""
    order = ["context", "locale", "tables", "company", "models", "views", "studio", "lessons"]
    for path in (ROOT / "src" / "helpers").rglob("*.py"):
        layer = path.relative_to(ROOT / "src" / "helpers").parts[0].removesuffix(".py")
        if layer not in order:
            continue  # tools for developers: cli, catalogue, notebooks
        text = path.read_text(encoding="utf-8")
        imported = set(re.findall(r"^\s*from helpers\.(\w+)", text, flags=re.MULTILINE))
        for names in re.findall(r"^from helpers import (.+)$", text, flags=re.MULTILINE):
            imported |= {name.split(" as ")[0].strip() for name in names.split(",")}
        for other in imported & set(order):
            allowed = order.index(other) <= order.index(layer)
            assert allowed, f"{path.name} imports {other}"
    views = "".join(
        p.read_text(encoding="utf-8") for p in (ROOT / "src/helpers/views").glob("*.py")
    )
    models = "".join(
        p.read_text(encoding="utf-8") for p in (ROOT / "src/helpers/models").glob("*.py")
    )
    assert "ipywidgets" not in views + models
    assert "matplotlib" not in models and "locale" not in models
