"""How long the web edition takes beside a plain page with the same Python, and over a slow line.

A page that does nothing but start Python, load a lesson's packages and draw its first picture is
the floor: what a lesson takes more is JupyterLite and the course's own doing. The best of some
rounds, as ratios within one run.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from benchmarks.line import Handler, Line
from helpers.site import distribution
from tests.browser.test_lessons import LESSONS as EVERY
from tests.site import served
from tests.site.conftest import site, store

__all__ = ["site", "store"]

ROUNDS = 2
SOME = ("01_why", "09_resources", "14_decision")
LESSONS = tuple(EVERY) if os.environ.get("COURSE_EVERY") else SOME
"""Three in a usual run, for the sake of its time; all where ``COURSE_EVERY`` is set."""
SLOW = 20_000_000 / 8
"""Bytes a second of a line of 20 Mbit/s."""
MEGABYTE = 1e6
WORKER = Path(__file__).with_name("floor.mjs")
FLOOR = """<!doctype html><meta charset="utf-8"><title>Floor</title><h1>Floor</h1><img><script>
const worker = new Worker("floor.mjs?asked=ASKED", { type: "module" });
worker.onmessage = async ({ data }) => {
  const image = document.querySelector("img");
  image.src = URL.createObjectURL(new Blob([data], { type: "image/png" }));
  await image.decode();
  window.picture = performance.now() / 1000;
};
worker.onerror = (event) => { window.fault = event.message || "the floor's worker failed"; };
</script>"""
DRAW = """
import os
os.makedirs('/drive', exist_ok=True)
os.chdir('/drive')
from helpers.lessons.resources import Resources
studio = Resources('en').studios()['explore']()
studio.stage.screen = {'width': 540, 'ratio': 1, 'theme': 'light'}
studio.stage.image
"""
LIVE = "() => document.querySelector('iframe')?.contentWindow.byp?.lesson"
KEPT = LIVE.replace("lesson", "kept")
TAKEN = """() => {
    const frame = document.querySelector("iframe").contentWindow;
    const from = (frame.performance.timeOrigin - performance.timeOrigin) / 1000;
    const saved = document.querySelector("main img");
    return {
        words: performance.getEntriesByName("first-contentful-paint")[0].startTime / 1000,
        live: frame.byp.widget + from,
        whole: frame.byp.lesson + from,
        saved: saved.complete && saved.naturalWidth > 0,
    };
}"""
MOST = {"first": 2.0, "next": 2.0}
"""A lesson is live after at most so many times what the plain page takes to its picture."""


@dataclass(frozen=True)
class Opened:
    """Seconds until words are there, the first part is live, all is; megabytes raw and as sent."""

    words: float = 0.0
    live: float = 0.0
    whole: float = 0.0
    raw: float = 0.0
    sent: float = 0.0

    def __str__(self) -> str:
        return (
            f"words {self.words:5.2f}   live {self.live:6.2f}   whole {self.whole:6.2f} s"
            f"   {self.raw:5.1f} MB, sent as {self.sent:5.1f}"
        )


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[tuple[str, Line]]:
    """The web edition and the floor beside it, over one line."""
    course = f"../{site.name}/static/pyodide/"
    floor = site.parent / "floor"
    floor.mkdir(exist_ok=True)
    asked = quote(json.dumps([course, distribution.options(pack=False)["packages"], DRAW]))
    (floor / "index.html").write_text(FLOOR.replace("ASKED", asked), encoding="utf-8")
    (floor / WORKER.name).write_bytes(WORKER.read_bytes())
    line = Line()
    with served.serving(site.parent, Handler, line=line) as address:
        yield address, line


def plain(page: Page, address: str) -> Opened:
    """The floor."""
    page.goto(f"{address}/floor/index.html")
    page.wait_for_function("() => window.picture || window.fault", timeout=served.PATIENCE)
    assert not page.evaluate("window.fault ?? ''")
    return Opened(live=page.evaluate("window.picture"))


def lesson(page: Page, address: str, line: Line) -> Opened:
    """A lesson's page, until everything is kept for a visit without a network."""
    raw, sent = line.raw, line.sent
    page.goto(address)
    page.wait_for_function(LIVE, timeout=served.PATIENCE)
    taken = page.evaluate(TAKEN)
    assert taken.pop("saved")
    fetched = {"raw": (line.raw - raw) / MEGABYTE, "sent": (line.sent - sent) / MEGABYTE}
    page.wait_for_function(KEPT, timeout=served.PATIENCE)
    return Opened(**taken, **fetched)


def visits(profile: Path, site: str, line: Line, name: str) -> dict[str, Opened]:
    """The first visit of a new browser, and the next one after it was closed."""
    opened = {}
    for visit in MOST:
        with served.chromium(profile) as browser:
            page = browser.pages[0]
            if name:
                opened[visit] = lesson(page, f"{site}/{name}.html", line)
            else:
                opened[visit] = plain(page, site.rpartition("/")[0])
    return opened


def best(rounds: list[dict[str, Opened]], visit: str) -> Opened:
    return min((opened[visit] for opened in rounds), key=lambda one: one.live)


def test_a_lesson_is_live_little_later_than_a_plain_page(root, site, tmp_path, capsys):
    address, line = f"{root[0]}/{site.name}", root[1]
    late, floor = {}, {}
    for name in ("", *LESSONS):
        rounds = [visits(tmp_path / f"{name}-{n}", address, line, name) for n in range(ROUNDS)]
        for visit, most in MOST.items():
            opened = best(rounds, visit)
            floor.setdefault(visit, opened.live)
            ratio = opened.live / floor[visit]
            with capsys.disabled():
                print(f"\n{name or 'a plain page':28s} {visit:6s} {opened}   {ratio:4.2f}", end="")
            if ratio > most:
                late[name, visit] = ratio
    assert late == {}


def test_the_words_wait_for_no_python_over_a_slow_line(root, site, tmp_path, capsys):
    address, line = f"{root[0]}/{site.name}", root[1]
    line.rate = SLOW
    try:
        opened = visits(tmp_path, address, line, SOME[0])
    finally:
        line.rate = None
    with capsys.disabled():
        for visit, one in opened.items():
            print(f"\n{SOME[0]} at 20 Mbit/s       {visit:6s} {one}", end="")
    assert all(one.words < one.live / 4 for one in opened.values())
