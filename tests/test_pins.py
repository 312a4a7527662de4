"""The pins: one list for learners and developers, ready-made packages everywhere."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from uv import find_uv_bin

from helpers import context
from launcher import installing
from launcher.installing import LEARNER, TEST

ROOT = context.CHECKOUT
CONSTRAINTS = ROOT / "constraints.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
COMPUTERS = {
    "Linux": ("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"),
    "Windows": ("x86_64-pc-windows-msvc",),
    "macOS": ("x86_64-apple-darwin", "aarch64-apple-darwin"),
}
NOBODY_ANSWERS = ("dns error", "error sending request", "tcp connect", "timed out")


def declared(kind: str) -> list[Requirement]:
    """What start.py installs."""
    return [Requirement(line) for line in installing.requirements(kind)]


def test_pins_are_universal_and_name_no_index():
    text = CONSTRAINTS.read_text(encoding="utf-8")
    assert "://" not in text and "--" not in text
    pins = [line for line in text.splitlines() if line]
    assert len(pins) > 100
    for line in pins:
        assert re.match(r"[A-Za-z0-9._-]+==\S+( ;.*)?$", line), line


def test_learners_install_no_test_tools_and_developers_both():
    lines = (ROOT / "requirements.txt").read_text().split("\n")
    assert sorted(line for line in lines if line) == ["-c constraints.txt", "-e .[desktop]"]
    lines = (ROOT / "requirements-test.txt").read_text().split("\n")
    assert sorted(line for line in lines if line) == ["-c constraints.txt", "-e .[test]"]
    learner, both = ({r.name for r in declared(kind)} for kind in (LEARNER, TEST))
    assert learner < both and "pytest" in both - learner and "jupyterlab" in learner


NOT_IN_A_BROWSER = {
    *("jupyterlab", "nbconvert", "python-pptx", "text2qti", "openpyxl", "beautifulsoup4"),
    *("latex2mathml", "python-docx", "jinja2", "jsonschema", "filelock"),
}


def test_a_browser_gets_what_a_lesson_needs_at_its_start_and_no_more():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = map(Requirement, project["dependencies"])
    browser = {"sys_platform": "emscripten", "extra": ""}
    needed = {r.name for r in lines if r.marker is None or r.marker.evaluate(browser)}
    assert not needed & NOT_IN_A_BROWSER
    assert needed <= {r.name for r in declared(LEARNER)}
    assert NOT_IN_A_BROWSER - {"jsonschema"} <= {r.name for r in declared(LEARNER)}


def test_every_direct_requirement_is_pinned_within_its_range():
    pinned = {}
    for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines():
        pin = Requirement(line)
        pinned.setdefault(pin.name, []).append(str(pin.specifier).removeprefix("=="))
    for wanted in declared(TEST):
        assert pinned.get(wanted.name), f"{wanted.name} has no pin"
        versions = pinned[wanted.name]
        assert all(version in wanted.specifier for version in versions), str(wanted)


def resolve(pins: Path, cache: Path, computer: str, python: str, *options: str) -> str:
    """What the resolver says against the pins on a computer; '' if all can be had."""
    command = [find_uv_bin(), "pip", "compile", str(pins), "--no-deps", "--quiet"]
    command += ["--only-binary", ":all:", "--python-platform", computer]
    command += ["--python-version", python, "--output-file", os.devnull, *options]
    surroundings = {**os.environ, "UV_CACHE_DIR": str(cache), "UV_HTTP_RETRIES": "1"}
    run = subprocess.run(command, capture_output=True, text=True, env=surroundings)
    return run.stderr if run.returncode else ""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of what the package index has, asked once for each system."""
    cache = tmp_path_factory.mktemp("index")
    for system, computers in COMPUTERS.items():
        said = resolve(CONSTRAINTS, cache, computers[0], PYTHONS[0])
        if any(sign in said for sign in NOBODY_ANSWERS):
            reason = "no package index answers here, so the pins were not tried"
            pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
        assert not said, f"{system}, Python {PYTHONS[0]}: {said}"
    return cache


def test_every_pin_exists_ready_made_on_every_computer_and_python(index):
    for computers in COMPUTERS.values():
        for computer in computers:
            for python in PYTHONS:
                said = resolve(CONSTRAINTS, index, computer, python, "--offline")
                assert not said, f"{computer}, Python {python}: {said}"


def test_a_pin_without_a_package_for_intel_macs_is_found(index, tmp_path):
    pins = tmp_path / "pins.txt"
    pins.write_text("argon2-cffi-bindings==26.2.0\n")
    said = resolve(pins, index, COMPUTERS["macOS"][0], "3.12", "--offline")
    assert "argon2-cffi-bindings==26.2.0 has no usable wheels" in said
