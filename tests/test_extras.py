"""What is no part of a lesson: named where it is missing, fetched where a browser runs Python."""

import asyncio
import re
import subprocess
import sys
import tomllib
from types import SimpleNamespace

import pytest

from helpers import cli, context, extras
from helpers.data import reading
from helpers.lessons.decision import TheDecision
from helpers.pack import starter

HIDDEN = {module for known in extras.PACKAGES.values() for module in known}


def test_the_packages_are_those_of_the_project():
    text = (context.CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    declared = tomllib.loads(text)["project"]["optional-dependencies"]

    def names(extra: str) -> set[str]:
        found = set()
        for line in declared[extra]:
            if itself := re.fullmatch(r"before-you-post\[(.+)\]", line):
                found |= set().union(*map(names, itself[1].split(",")))
            else:
                found.add(re.match(r"[\w-]+", line)[0])
        return found

    for extra, known in extras.PACKAGES.items():
        if extra != "desktop":
            assert set(known.values()) == names(extra), extra
    assert {*declared} == {*extras.PACKAGES, "test"}


@pytest.fixture
def bare(monkeypatch):
    """A computer with what lessons need and nothing else."""
    for module in HIDDEN:
        monkeypatch.setitem(sys.modules, module, None)


@pytest.mark.parametrize(
    "arguments",
    [
        ("kit", "made"),
        ("export", "9", "-o", "made"),
        ("memo", "company.json", "-o", "made.docx"),
        ("memo", "company.json", "-o", "made.html"),
        ("pack", "new", "made", "--workbook"),
    ],
    ids=" ".join,
)
def test_a_command_without_its_packages_names_the_one_that_brings_them(
    arguments, bare, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "company.json").write_text('{"name": "Us", "invented": false}')
    assert cli.main(list(arguments)) == 1
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1 and said[0].startswith("This needs "), said
    assert said[0].endswith("python start.py install")
    assert not list(tmp_path.glob("made*"))
    monkeypatch.setattr(context, "IN_CHECKOUT", False)
    assert cli.main(list(arguments)) == 1
    assert re.search(r'pip install "before-you-post\[\w+\]"$', capsys.readouterr().err.strip())


def test_a_starter_without_a_workbook_needs_nothing_more(bare, tmp_path):
    assert starter.new(tmp_path / "pack", "hotel")


def test_a_workbook_that_cannot_be_read_for_want_of_a_package_is_not_called_damaged(
    pack, monkeypatch
):
    from helpers.pack import workbook as made

    (pack / "tables.xlsx").write_bytes(made.starter("our_client", "hotel"))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with context.using(pack=pack):
        told = [str(one) for one in reading.load().notices]
    assert len(told) == 1 and told[0].startswith("tables.xlsx: This needs openpyxl"), told


def test_every_lesson_starts_and_asks_for_none_of_them():
    code = f"""
import sys
for module in {HIDDEN | {"jsonschema", "lxml", "nbformat", "rpds"}}:
    sys.modules[module] = None
from helpers.lessons import class_mirror, contents, decision, resources, why
for known in (why.WhyLesson, resources.Resources, decision.TheDecision):
    lesson = known()
    lesson.start().to_markdown(), lesson.explore().to_markdown(), lesson.own().to_markdown()
    assert not lesson.failures, lesson.failures
contents.Contents("en").home().to_markdown()
assert "filelock" not in sys.modules
assert not [name for name in sys.modules if name.startswith("helpers.memo.compose")]
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-800:]


def pressed(*endings: str):
    """The memo's part after its buttons were pressed and all that they began is done."""

    async def work():
        part = TheDecision().memo()
        heard = []
        part.stage.observe(lambda change: heard.append(change["new"]), "headline")
        for ending in endings:
            part.buttons[ending].click()
            await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
        return part, heard

    return asyncio.run(work())


def test_a_browser_fetches_what_writes_a_memo_when_the_button_is_pressed(bare, monkeypatch):
    asked = []

    async def load(packages):
        asked.append(list(packages))
        for module in HIDDEN:
            sys.modules.pop(module, None)

    monkeypatch.setitem(sys.modules, "pyodide_js", SimpleNamespace(loadPackage=load))
    with context.using(in_browser=True):
        part, heard = pressed(".docx", ".html")
    assert asked == [["python-docx", "jinja2"]]  # once
    assert heard[0].startswith("One moment") and part.stage.error is None
    written = {path.suffix for path in context.current().folder.iterdir()}
    assert {".docx", ".html"} <= written


def test_a_browser_without_a_connection_says_so_and_may_try_again(bare, monkeypatch):
    async def load(_packages):
        raise OSError("Failed to fetch")

    monkeypatch.setitem(sys.modules, "pyodide_js", SimpleNamespace(loadPackage=load))
    with context.using(in_browser=True):
        part, _heard = pressed(".docx")
    assert "Connect and try again" in part.stage.trouble and part.stage.headline == ""
    assert part.stage.error is None


def test_what_breaks_after_a_wait_is_a_sentence_too(bare, monkeypatch):
    async def load(_packages):
        for module in HIDDEN:
            sys.modules.pop(module, None)

    def broken(*_given):
        raise ZeroDivisionError

    monkeypatch.setitem(sys.modules, "pyodide_js", SimpleNamespace(loadPackage=load))
    monkeypatch.setattr("helpers.memo.compose.compose", broken)
    with context.using(in_browser=True):
        part, _heard = pressed(".docx")
    assert isinstance(part.stage.error, ZeroDivisionError) and part.stage.trouble
