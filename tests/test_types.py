"""Types: mypy finds nothing in the rooms that ``pyproject.toml`` names, and reads all of them."""

import importlib.util
import os
import re
import subprocess
import sys

import pytest

from helpers import context

ROOMS = ("words", "data", "company", "models", "memo")


def test_mypy_finds_nothing_in_words_data_company_models_memo_and_findings():
    if importlib.util.find_spec("mypy") is None:
        assert not os.environ.get("CI"), "mypy is missing: install requirements-test.txt"
        pytest.skip("mypy is missing, so no types were checked: install requirements-test.txt")
    command = [sys.executable, "-m", "mypy", "--cache-dir", os.devnull]
    run = subprocess.run(
        command, cwd=context.CHECKOUT, capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stdout + run.stderr
    read = re.search(r"no issues found in (\d+) source files", run.stdout)
    files = [path for room in ROOMS for path in (context.PACKAGE / room).rglob("*.py")]
    assert read and int(read[1]) >= len(files) + len(["findings.py"]), run.stdout


def test_every_silenced_finding_says_why():
    """The code alone says what is wrong; why it may stay stands behind it or above it."""
    for path in context.PACKAGE.rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if "type: ignore" in line:
                behind = re.search(r"type: ignore\[[a-z-]+\]  # \w", line)
                above = lines[number - 1].strip().startswith("# ")
                assert behind or above, f"{path.name}, line {number + 1}"
