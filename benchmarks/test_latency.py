"""How fast the controls of every studio answer in a browser, as ratios within one run.

Each studio is used in its own lesson, as a learner does. The yardstick is the empty round
trip on the same page: a slider that has the kernel write its number into a label.
"""

from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import nbformat
import pytest
from playwright.sync_api import ElementHandle, Page

from helpers import context
from tests.browser import lab
from tests.browser.conftest import address, course, home, no_company

__all__ = ["address", "course", "home", "no_company"]

ANSWER = Path(__file__).with_name("answer.js").read_text(encoding="utf-8")
LESSONS = sorted(path.stem for path in (context.CHECKOUT / "notebooks").glob("[0-9]*.ipynb"))
BOUNDS = {"neighbour": 1.5, "jump": 3.0, "drag": 4.0}
"""At most so many empty round trips: for a step that was drawn while the kernel was idle, for
any other, and after the release of a slider that was drawn through forty values in a second."""
ROUNDS = 4
BATCHES = 3
IDLE = 500
"""Milliseconds in which the neighbours are drawn, as a reader gives them."""
DRAG = 40
FLOOR = """
import ipywidgets as widgets
from helpers.studio.controls import dial
bench_dial, bench_label = dial("floor", 0, 100, 50, 1, ""), widgets.Label("")
bench_dial.observe(lambda change: setattr(bench_label, "value", str(change["new"])), "value")
widgets.VBox([bench_dial, bench_label], _dom_classes=("bench-floor",))
"""
# JupyterLab takes cells that are far from view out of the page.
STAYS = """() => {
    const floor = document.querySelector(".bench-floor");
    floor.style = "position: fixed; bottom: 0; right: 0; width: 200px";
    document.body.append(floor);
}"""


@dataclass
class Times:
    """Milliseconds of one studio, by kind of move, each beside the round trip before it."""

    floors: dict[str, list[float]] = field(default_factory=lambda: {k: [] for k in BOUNDS})
    answers: dict[str, list[float]] = field(default_factory=lambda: {k: [] for k in BOUNDS})

    def ratio(self, kind: str) -> float | None:
        """Answer in round trips; None where nothing was measured."""
        pairs = list(zip(self.answers[kind], self.floors[kind], strict=True))
        return median(answer / floor for answer, floor in pairs) if pairs else None

    def fits(self) -> bool:
        """Whether every kind of move keeps its bound."""
        return all((self.ratio(kind) or 0) <= bound for kind, bound in BOUNDS.items())

    def told(self) -> str:
        """One line: the round trip in ms, and the answers in round trips by kind of move."""
        floors = [floor for kept in self.floors.values() for floor in kept]
        ratios = ((kind, self.ratio(kind)) for kind in BOUNDS)
        answers = (f"{kind} {'-':>4s}" if r is None else f"{kind} {r:4.2f}" for kind, r in ratios)
        return f"{median(floors):6.1f} ms   " + "   ".join(answers)


def control_of(studio: ElementHandle) -> ElementHandle | None:
    """The slider that is moved, else the list; None where a studio has buttons only."""
    for kind in ("input[type=range]", "select"):
        for found in studio.query_selector_all(f".byp-controls {kind}"):
            if found.is_visible() and found.is_enabled():
                return found
    return None


def moves(slides: bool, turn: int) -> dict[str, dict]:
    """A step to a neighbour, a jump elsewhere and a drag; a list has neighbours only."""
    made = {"neighbour": {"up": turn % 4 < 2, "to": None, "drag": 0}}
    if slides:
        place = (0.11 + 0.37 * turn) % 1  # never the same place twice
        made["jump"] = {"up": True, "to": place, "drag": 0}
        made["drag"] = {"up": True, "to": (place + 0.43) % 1, "drag": DRAG}
    return made


def measured(page: Page, studio: ElementHandle) -> Times:
    """One batch of moves in a studio that is in view."""
    floor = page.query_selector(".bench-floor input[type=range]")
    label = page.query_selector(".bench-floor .widget-label")
    stage = studio.query_selector(".byp-stage")
    times = Times()
    for turn in range(ROUNDS):
        control = control_of(studio)
        for kind, move in moves(control.get_attribute("type") == "range", turn).items():
            page.wait_for_timeout(IDLE)
            away = {"up": turn % 2 == 0, "to": None, "drag": 0}
            trip = page.evaluate(ANSWER, [floor, label, away])
            answer = page.evaluate(ANSWER, [control, stage, move])
            if answer is not None and turn:  # the first of each kind wakes what sleeps
                times.floors[kind].append(trip)
                times.answers[kind].append(answer)
    return times


@pytest.fixture(params=LESSONS)
def lesson(request: pytest.FixtureRequest, course: Path, home: Path) -> str:
    """A lesson with the yardstick at its end."""
    notebook = nbformat.read(course / "notebooks" / f"{request.param}.ipynb", as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(FLOOR, id="floor"))
    name = f"notebooks/bench-{request.param}.ipynb"
    nbformat.write(notebook, course / name)
    lab.trust(course, home)
    return name


def test_every_control_answers_as_if_it_were_local(lesson, address, capsys):
    """What else runs on the machine only adds time: one quiet batch of a few is enough."""
    seen: dict[str, Times] = {}
    with lab.chromium() as page:
        lab.open_notebook(page, address, lesson)
        lab.run_all(page)
        lab.commit_prediction(page, "2")
        page.locator(".bench-floor input[type=range]").wait_for()
        page.evaluate(STAYS)
        for place, studio in enumerate(page.query_selector_all(".byp-studio")):
            if not studio.is_visible() or control_of(studio) is None:
                continue
            studio.query_selector(".byp-stage").scroll_into_view_if_needed()
            page.wait_for_timeout(2 * IDLE)
            mount = studio.evaluate("node => node.closest('.byp-mount')?.className ?? ''")
            name = f"{mount.split('byp-mount-')[-1].split(' ')[0] or 'studio'} {place}"
            for _batch in range(BATCHES):
                seen[name] = measured(page, studio)
                with capsys.disabled():
                    print(
                        f"\n  {Path(lesson).stem[6:]:24s} {name:12s} {seen[name].told()}",
                        end="",
                        flush=True,
                    )
                if seen[name].fits():
                    break
        assert page.faults == []
    assert seen
    late = {name: {k: times.ratio(k) for k in BOUNDS} for name, times in seen.items()}
    assert all(times.fits() for times in seen.values()), late
