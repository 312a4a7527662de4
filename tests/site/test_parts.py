"""The browser's Python: pinned part by part, fetched whole or not at all, calm where not."""

import io
import json
import re
import shlex
import zipfile
from pathlib import Path

import pytest
import yaml

from helpers import cli, context
from helpers.site import distribution, lite, pages, parts, slim, writing
from helpers.site.parts import SiteError
from launcher import commands


def test_every_part_is_pinned_with_its_origin():
    pinned = parts.pinned()
    assert re.fullmatch(r"pyodide@\d+\.\d+\.\d+", pinned.npm)
    for part in pinned.every:
        assert re.fullmatch(r"[0-9a-f]{64}", part.sha256), part.file
    known = {part.name for part in pinned.packages} | set(distribution.STAND_INS)
    for part in pinned.packages:
        assert re.fullmatch(r"[\w.-]+==[\w.]+", part.source), part.file
        assert bool(part.member) == (part.source in pinned.holders), part.file
        assert set(part.depends) <= known, part.name
    assert set(distribution.needs()) <= known


def test_the_list_names_no_host():
    assert "://" not in parts.LIST.read_text(encoding="utf-8")


def test_native_parts_are_those_that_pyodide_itself_lists(store: Path):
    theirs = json.loads((store / distribution.LOCK).read_text(encoding="utf-8"))
    listed = {entry["file_name"]: entry["sha256"] for entry in theirs["packages"].values()}
    native = [part for part in parts.pinned().packages if "pyemscripten" in part.file]
    assert len(native) > 5
    for part in native:
        assert part.sha256 == listed[part.file], part.file
    assert parts.missing(store, parts.pinned().every) == []


@pytest.fixture
def one(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """A list of one small part, and what a registry gives for it."""
    given = {"plain-1-py3-none-any.whl": b"as it was tried"}
    part = parts.Part("plain-1-py3-none-any.whl", parts.digest(b"as it was tried"), "plain==1")
    monkeypatch.setattr(
        parts, "pinned", lambda: parts.Parts("3.14", "", "", "pyodide@1.0.0", (), (), part, {})
    )

    def pip(wanted: list[str], folder: Path, _parts: object) -> None:
        for name, content in given.items():
            (folder / name).write_bytes(content)

    monkeypatch.setattr(parts, "_pip", pip)
    return given


def test_a_part_is_fetched_once_and_anew_where_it_is_damaged(one, tmp_path, monkeypatch):
    folder, said = tmp_path / "kept", []
    parts.fetch(folder, said.append)
    file = folder / "plain-1-py3-none-any.whl"
    assert file.read_bytes() == b"as it was tried" and len(said) == 1
    parts.fetch(folder, said.append)
    assert len(said) == 1
    file.write_bytes(b"half of i")
    parts.fetch(folder, said.append)
    assert file.read_bytes() == b"as it was tried" and len(said) == 2
    assert list(folder.iterdir()) == [file]


@pytest.mark.parametrize("given", [b"something else", None])
def test_another_file_than_the_pinned_one_is_left(one, given, tmp_path):
    one.clear()
    if given:
        one["plain-1-py3-none-any.whl"] = given
    with pytest.raises(SiteError, match=r"plain-1-py3-none-any\.whl is not") as told:
        parts.fetch(tmp_path / "kept", lambda sentence: None)
    assert "\n" not in str(told.value)
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_client_that_fails_is_told_in_its_own_last_words(tmp_path):
    with pytest.raises(SiteError, match="pip says: no such thing"):
        parts._run(["sh", "-c", "echo first >&2; echo no such thing >&2; exit 1"], tmp_path)


def test_without_node_one_sentence_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(parts.shutil, "which", lambda name: None)
    for missing in (
        lambda: parts._npm("pyodide@1.0.0", tmp_path),
        lambda: distribution._compile(tmp_path, tmp_path, tmp_path),
    ):
        with pytest.raises(SiteError, match="install Node 20"):
            missing()
    code = cli.main(["site", "-o", str(tmp_path / "site"), "--parts", str(tmp_path / "parts")])
    assert code == 1 and "install Node 20" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert cli.main(["site", "-o", str(tmp_path)]) == 1
    assert "holds something else" in capsys.readouterr().err
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_pack_that_is_none_is_told_before_anything_is_built(one, tmp_path, capsys):
    (tmp_path / "pack.zip").write_text("no ZIP")
    with pytest.raises(SiteError, match="is no pack"):
        writing.write(
            tmp_path / "site", tmp_path / "pack.zip", tmp_path / "kept", lambda said: None
        )
    assert not (tmp_path / "site").exists()


def wheel(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name in names:
            new.writestr(name, "x")
    return made.getvalue()


def test_what_no_browser_can_use_is_left_out():
    kept = ("babel/core.py", "babel/locale-data/el.dat", "babel/locale-data/root.dat",
            "babel/locale-data/en_GB.dat", "babel-2.dist-info/METADATA")  # fmt: skip
    left = ("babel/locale-data/de.dat", "babel/locale-data/en_AU.dat", "babel/tests/test_core.py",
            "babel/core.pyi", "babel/messages/frontend.py")  # fmt: skip
    content = slim.slim("babel", wheel(*kept, *left))
    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == list(kept)


def test_a_notebook_is_handed_over_as_jupyterlite_takes_it():
    button = '<button data-commandlinker-command="notebook:run-all-cells">Start</button>'
    notebook = {
        "metadata": {"kernelspec": {"name": "python3"}, "widgets": {"dead": {}}},
        "cells": [
            {"cell_type": "markdown", "metadata": {},
             "source": ["# A\n", "\n", f"{button}\n", "\n", "If not, the menu."]},
            {"cell_type": "code", "metadata": {}, "source": ["1\n", "2"],
             "outputs": [{"data": {"text/plain": ["a\n", "b"], "application/json": [1]}}]},
        ],
    }  # fmt: skip
    ready = lite.ready(notebook)
    text, code = ready["cells"]
    assert text["source"].strip() == "# A"
    assert code["source"] == "1\n2" and code["metadata"]["trusted"] is True
    assert code["outputs"][0]["data"] == {"text/plain": "a\nb", "application/json": [1]}
    assert ready["metadata"] == {
        "kernelspec": {"display_name": "Python (Pyodide)", "language": "python", "name": "python"}
    }


def test_a_page_carries_its_words_and_where_its_live_lesson_is():
    html = pages.with_live(
        "<html><head></head><body><main>Words</main></body></html>",
        "01_a.ipynb",
        ["helpers.lessons.why", {}],
    )
    assert html.index("byp-live") < html.index("<main>")
    said = re.search(r'id="byp-live-said">(.*?)</script>', html)
    assert json.loads(said[1])["notebook"] == "01_a.ipynb"
    assert json.loads(said[1])["early"] == ["helpers.lessons.why", {}]
    assert '<script type="application/json" id="jupyter-config-data">{}</script>' in html


def test_the_worker_knows_every_file_and_keeps_what_each_lesson_needs(tmp_path):
    for name in ("index.html", "build/1.js", "static/a.whl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    first = writing.worker(tmp_path)
    edition = json.loads(first.split("const EDITION = ")[1].split(";\n")[0])
    assert set(edition["files"]) == {"index.html", "build/1.js", "static/a.whl"}
    assert edition["always"] == ["index.html", "static/a.whl"]
    assert writing.worker(tmp_path) == first
    (tmp_path / "static/a.whl").write_text("new")
    assert writing.worker(tmp_path) != first


def test_the_workflow_publishes_what_it_builds():
    path = context.CHECKOUT / ".github" / "workflows" / "site.yml"
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    given = {
        step.get("uses", "").split("@")[0]: step.get("with") for step in jobs["build"]["steps"]
    }
    (run,) = (shlex.split(step["run"]) for step in jobs["build"]["steps"] if "run" in step)
    assert run[:3] == ["python", "start.py", "site"] and "site" in commands.COMMANDS
    asked = dict(zip(run[3::2], run[4::2], strict=True))
    assert asked["-o"] == given["actions/upload-pages-artifact"]["path"]
    assert asked["--parts"] == given["actions/cache"]["path"]
    assert jobs["publish"]["needs"] == "build"
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
