"""The command by its three names: without a task it helps, and tells scripts that nothing ran."""

import subprocess
import sys
import tomllib

import pytest

from helpers import cli, context

PROJECT = tomllib.loads((context.CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
MODULE, FUNCTION = PROJECT["project"]["scripts"]["course"].split(":")
NAMES = {
    "python -m helpers.cli": [sys.executable, "-m", "helpers.cli"],
    "python -m helpers": [sys.executable, "-m", "helpers"],
    # What an installer makes of the name in pyproject.toml; test_wheel.py runs the real script.
    "course": [sys.executable, "-c", f"import sys, {MODULE} as m; sys.exit(m.{FUNCTION}())"],
}
names = pytest.mark.parametrize("name", NAMES)


def run(name: str, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*NAMES[name], *arguments], cwd=context.CHECKOUT, capture_output=True, text=True
    )


@names
def test_without_a_task_it_prints_help_and_ends_with_2(name):
    ended = run(name)
    assert (ended.returncode, ended.stderr) == (2, "")
    for task in ("open", "memo", "export", "usage: course"):
        assert task in ended.stdout


@names
def test_help_that_was_asked_for_is_the_same_and_no_failure(name):
    ended = run(name, "--help")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == run(name).stdout


@names
@pytest.mark.parametrize("wrong", [["dance"], ["export"], ["export", "why", "--all"], ["memo"]])
def test_a_task_that_cannot_be_understood_is_told_without_a_traceback(name, wrong):
    ended = run(name, *wrong)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "error:" in ended.stderr and "Traceback" not in ended.stderr


def test_whoever_calls_it_from_python_gets_the_same_answer(capsys):
    assert cli.main([]) == 2
    assert capsys.readouterr().out.startswith("usage: course")
