"""The browser's Python in Node: all lessons are there, draw, and reckon as on a desktop."""

import json
import pkgutil
import shutil
import subprocess
from pathlib import Path

import helpers.lessons
from helpers.lessons.resources import Resources
from helpers.site import distribution
from tests.lessons.parts import lesson_classes

SCRIPT = Path(__file__).with_name("draws.mjs")


def test_every_studio_draws_the_same_answer_in_the_browsers_python(site):
    wanted = ",".join((*distribution.KERNEL, distribution.COURSE))
    command = [shutil.which("node"), str(SCRIPT), str(site / "static" / "pyodide"), wanted]
    run = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stderr[-2000:]
    said = json.loads(run.stdout.strip().splitlines()[-1])
    assert set(said["lessons"]) == {m.name for m in pkgutil.iter_modules(helpers.lessons.__path__)}
    expected = {}
    for kind in lesson_classes():
        for name, make in kind("en").studios().items():
            expected[f"{kind.slug} {name}"] = make().words.headline
    moved = Resources("en").studios()["explore"]()
    moved.set(hours=7.5)
    expected["moved"] = moved.words.headline
    told = said["told"]
    assert {name: one["error"] for name, one in told.items() if one["error"]} == {}
    assert all(one["drawn"] for one in told.values())
    assert {name: one["headline"] for name, one in told.items()} == expected
    assert run.stderr.strip() == "", "no warning reaches a learner"
