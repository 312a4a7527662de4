"""The browser's Python in Node: the course is imported there, draws, and reckons as on a desktop."""

import json
import pkgutil
import shutil
import subprocess
from pathlib import Path

import helpers.lessons
from helpers.lessons.resources import Resources
from helpers.site import distribution

SCRIPT = Path(__file__).with_name("draws.mjs")


def test_the_course_draws_the_same_answer_in_the_browsers_python(site):
    wanted = ",".join((*distribution.KERNEL, distribution.COURSE))
    command = [shutil.which("node"), str(SCRIPT), str(site / "static" / "pyodide"), wanted]
    run = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stderr[-2000:]
    told = json.loads(run.stdout.strip().splitlines()[-1])
    assert set(told["lessons"]) == {m.name for m in pkgutil.iter_modules(helpers.lessons.__path__)}
    assert told["drawn"] and told["error"] == ""
    studio = Resources("en").studios()["explore"]()
    studio.set(hours=7.5)
    assert told["headline"] == studio.words.headline
    assert run.stderr.strip() == "", "no warning reaches a learner"
