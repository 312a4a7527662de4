"""The tests themselves: what plain ``pytest`` runs, and under which rules."""

import os
import tomllib

from hypothesis import settings

from helpers import context


def test_plain_pytest_compares_every_notebook_and_measures_no_speed():
    text = (context.CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    options = tomllib.loads(text)["tool"]["pytest"]["ini_options"]
    assert options["testpaths"] == ["tests", "notebooks"]
    assert "--nbval" in options["addopts"].split()


def test_a_busy_machine_fails_no_property():
    assert settings().deadline is None
    assert settings().derandomize == bool(os.environ.get("CI"))
