"""The web edition in Firefox: what it says there is what it says on a desktop, and it is kept.

Three lessons in a whole run, for the sake of its time; all of them where ``COURSE_EVERY`` is set.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from helpers import context
from tests.browser.test_lessons import LESSONS, plain
from tests.site import served
from tests.site.conftest import give_up
from tests.site.test_answers import BAKERY, taken_in_on_a_desktop

SCRIPT = Path(__file__).with_name("firefox.mjs")
DRIVER = "puppeteer-core@24.43.0"
SOME = ("01_why", "02_popular_is_not_fit", "09_resources")
WANTED = tuple(LESSONS) if os.environ.get("COURSE_EVERY") else SOME


@pytest.fixture(scope="module")
def told(address: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """What each lesson said, by its name; under '' the hosts that were asked."""
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    npm, node = shutil.which("npm"), shutil.which("node")
    if not (firefox and npm and node):
        give_up("not tried in Firefox: install Firefox and Node 20 or newer to run this")
    modules, profile = (tmp_path_factory.mktemp(name) for name in ("driver", "firefox"))
    install = [npm, "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", DRIVER]
    fetched = subprocess.run(install, cwd=modules, capture_output=True, text=True)
    if fetched.returncode:
        give_up(f"not tried in Firefox: npm did not bring {DRIVER}: {fetched.stderr[-300:]}")
    lessons = [
        {"name": name, "label": LESSONS[name][3], "typed": LESSONS[name][4]} for name in WANTED
    ]
    command = [node, str(SCRIPT), str(modules), firefox, str(profile), address]
    command += [json.dumps(lessons), served.STORED, json.dumps(BAKERY)]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:] + run.stdout[-500:]
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return {one.get("name", ""): one for one in lines}


@pytest.mark.parametrize("name", WANTED)
def test_a_lesson_says_in_firefox_what_it_says_on_a_desktop(name: str, told: dict[str, dict]):
    lesson_class, studio_name, control, _label, typed = LESSONS[name]
    said = told[name]
    with context.using(fixed_today=None):  # as in the browser
        studio = lesson_class().studios()[studio_name]()
        studio.set(**{control: float(typed) / studio.controls[control].scale})
    assert plain(said["headline"]) == plain(studio.words.headline)
    assert plain(said["alt"]) == plain(studio.words.alt)
    cells = [plain(cell) for row in studio.words.table.rows for cell in row[1:]]
    assert [plain(cell) for cell in said["cells"]] == cells
    assert said["moved"], "moved by key, too"
    assert said["unwanted"] == 0 and not said["traceback"]
    assert lesson_class.slug in json.loads(said["kept"])["predictions"]


def test_no_other_host_was_asked(told: dict[str, dict], address: str):
    assert told[""]["asked"] == [address.rpartition("/")[0]]


def test_answers_go_to_a_desktop_and_come_from_one(told, tmp_path):
    held = taken_in_on_a_desktop(told["answers"]["out"].encode(), tmp_path)
    assert set(held["predictions"]) == {LESSONS[name][0].slug for name in WANTED}
    assert told["answers"]["told"] == "Bakery"
    assert json.loads(told["answers"]["kept"])["cash"] == 35
