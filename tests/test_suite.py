"""The tests themselves: what plain ``pytest`` runs, and under which rules."""

import os
import tomllib

import pytest
from hypothesis import settings

from helpers import context
from launcher import commands


def test_plain_pytest_compares_every_notebook_and_measures_no_speed():
    text = (context.CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    options = tomllib.loads(text)["tool"]["pytest"]["ini_options"]
    assert options["testpaths"] == ["tests", "notebooks"]
    assert "--nbval" in options["addopts"].split()


@pytest.mark.parametrize("name", ["test", "bench"])
def test_start_tests_without_measuring_and_measures_what_is_there(name, monkeypatch):
    monkeypatch.setattr(commands, "pytest", lambda *options: options)
    options = commands.COMMANDS[name]([])
    named = {option for option in options if (context.CHECKOUT / option).exists()}
    assert named == ({"benchmarks"} if name == "bench" else set())
    assert not any("tests/" in option for option in options), "a folder that has moved"


def test_a_busy_machine_fails_no_property():
    assert settings().deadline is None
    assert settings().derandomize == bool(os.environ.get("CI"))
