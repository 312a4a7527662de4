"""A whole lesson by keyboard alone, from the start button to the next lesson.

At every stop of the Tab key the focus is somewhere, and seen. What is pressed reaches no
command of JupyterLab. ``docs/accessibility.md`` shows the tab order of lesson 09.
"""

import re
from itertools import groupby

import pytest
from playwright.sync_api import Page, expect

from helpers import context
from tests.browser import checks, lab
from tests.browser.test_doors import KEYS, started

STOPS = 160
"""More presses of Tab than any lesson has stops before its sources."""

# The stops of a lesson, as the browser names them: the part, the role, the name.
STOP = """() => {
    const node = document.activeElement;
    const part = node.closest(".byp-live, .byp-bar, .byp-projector")?.ariaLabel ?? "";
    const labels = [...(node.labels ?? [])].map((label) => label.textContent);
    const name = node.ariaLabel || labels.join(" ") || node.textContent || "";
    const kind = node.tagName === "INPUT" ? node.type : node.tagName.toLowerCase();
    return [part, kind, name.trim().replace(/\\s+/g, " ")];
}"""


IDLE = """() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status
    === "idle" """


class Keyboard:
    """A reader who has no mouse. Every stop is checked."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def stop(self, passing: bool = False) -> list[str]:
        """Where the focus is."""
        assert checks.lost_focus(self.page, passing) == ""
        return self.page.evaluate(STOP)

    def press(self, key: str) -> None:
        """One key."""
        self.page.keyboard.press(key)

    def wait(self) -> None:
        """Until the kernel has answered, as a reader does who looks what happens."""
        self.page.wait_for_timeout(200)
        self.page.wait_for_function(IDLE)
        self.page.wait_for_timeout(200)

    def tab_to(self, name: str, kind: str = "", part: str = "") -> list[list[str]]:
        """Tab on until a control with this name, kind and part has the focus; all stops there."""
        seen = []
        for _press in range(STOPS):
            self.press("Tab")
            seen.append(self.stop(passing=True))
            in_part, is_kind, named = seen[-1]
            if re.match(name, named) and kind in ("", is_kind) and re.match(part, in_part):
                return seen
        raise AssertionError(f"Tab does not reach {name}: {seen}")

    def back_to(self, name: str) -> None:
        """Tab backwards until a control with this name has the focus."""
        for _press in range(STOPS):
            self.press("Shift+Tab")
            if re.match(name, self.stop(passing=True)[2]):
                return
        raise AssertionError(f"Shift+Tab does not reach {name}")

    def choose(self, position: int) -> None:
        """An option of the drop-down list that has the focus."""
        self.press("Home")
        for _step in range(position):
            self.press("ArrowDown")


@pytest.mark.parametrize(
    ("name", "following"),
    [("01_why", "02_popular_is_not_fit"), ("09_resources", "10_complexity"), ("14_decision", "")],
)
def test_a_whole_lesson_by_keyboard_alone(name, following, address, home):
    with lab.chromium() as page:
        lab.open_notebook(page, address, f"notebooks/{name}.ipynb")
        keys = Keyboard(page)
        keys.tab_to("▶ Start the lesson")
        keys.press("Enter")
        expect(page.locator('.byp-mount-log[data-live="yes"]')).to_be_attached()
        expect(page.locator(".byp-headline", has_text="You work with")).to_be_focused()
        keys.stop()

        # The step bar: back to it, along it, a jump to a step.
        keys.back_to("Predict")
        keys.press("Enter")
        expect(page.locator("h2", has_text="redict")).to_be_focused()
        keys.stop()
        expect(page.locator('.byp-bar [aria-current="step"]')).to_contain_text("Predict")

        predict(keys)
        cells = page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")
        explore(keys)
        project(keys)
        figures(keys)
        keys.tab_to("", "radio")
        keys.press("Space")
        expect(page.locator(".byp-mount-quiz .byp-stage").first).not_to_be_empty()
        keys.stop()
        keys.tab_to("because", "textarea")
        page.keyboard.type("Because 3.5 hours are all we have.")
        keys.tab_to("Write it down")
        keys.press("Enter")
        expect(page.locator(".byp-mount-log .byp-headline")).to_contain_text("Written down")
        keys.stop()
        same = "(count) => window.jupyterapp.shell.currentWidget.content.widgets.length === count"
        assert page.evaluate(same, cells), "a key reached a command of the notebook"

        if following:
            keys.back_to("Decide")
            keys.tab_to("Next lesson")
            keys.press("Enter")
            page.wait_for_function(OPENED, arg=following)
        assert page.faults == []


OPENED = "(name) => window.jupyterapp.shell.currentWidget?.context?.path.includes(name)"


def predict(keys: Keyboard) -> None:
    """Answer whichever kind of question it is, and commit."""
    kind = keys.tab_to("Your prediction")[-1][1]
    if kind == "select":
        keys.choose(2)
    else:
        keys.page.keyboard.type("6")
    keys.tab_to("Commit my prediction")
    keys.press("Enter")
    expect(keys.page.locator(".byp-headline", has_text="On record:")).to_be_focused()
    keys.stop()


def explore(keys: Keyboard) -> None:
    """A tab if there are any, a slider, a preset if there are any; the answer follows."""
    page = keys.page
    stage = page.locator(".byp-studio .byp-stage").first
    if page.locator(".byp-studio").first.locator(".byp-tabs").count():
        while keys.page.locator(":focus[aria-pressed]").count() == 0 or "byp-bar" in keys.stop()[0]:
            keys.press("Tab")
            keys.stop()
        keys.press("Tab")
        keys.press("Enter")
        expect(page.locator(":focus")).to_have_attribute("aria-pressed", "true")
        keys.wait()
        keys.stop()
    if page.locator(".byp-studio").first.locator("input[type=range]").count():
        keys.tab_to("", "range")
        value = page.locator(":focus").input_value()
        key = "ArrowRight" if value != page.locator(":focus").get_attribute("max") else "ArrowLeft"
        before = stage.locator(".byp-remarks, .byp-table").all_text_contents()
        keys.press(key)
        assert page.locator(":focus").input_value() != value
        expect(stage).not_to_have_text("")
        page.wait_for_function(CHANGED, arg=[before])
        keys.stop()
    if page.locator(".byp-studio").first.locator(".byp-presets").count():
        keys.tab_to("(?!Read my|Back to|Project)", "button", "Explore")
        keys.press("Space")
        keys.wait()
        keys.stop()
    keys.tab_to("Back to the start", part="Explore")
    keys.press("Enter")
    keys.wait()
    keys.stop()


CHANGED = """([before]) => {
    const stage = document.querySelector(".byp-studio .byp-stage");
    const told = [...stage.querySelectorAll(".byp-remarks, .byp-table")];
    return told.map((node) => node.textContent).join() !== before.join();
}"""


def project(keys: Keyboard) -> None:
    """Over the whole window, through its controls, and back by Esc to the same button."""
    keys.tab_to("Project", "button")
    keys.press("Enter")
    dialog = keys.page.get_by_role("dialog", name="Projector")
    expect(dialog).to_be_visible()
    keys.wait()
    button = dialog.get_by_role("button", name="Close (Esc)")
    for _stop in range(30):
        keys.press("Tab")
        keys.stop()
        if button.evaluate("(node) => node === document.activeElement"):
            break
    expect(button).to_be_focused()
    keys.press("Escape")
    expect(dialog).to_have_count(0)
    assert keys.stop()[2] == "Project"


def figures(keys: Keyboard) -> None:
    """Unfold the table of the part that was projected, by its own fold."""
    keys.back_to("The figures")
    fold = keys.page.locator("details:has(> summary:focus)")
    keys.press("Enter")
    expect(fold).to_have_attribute("open", "")
    keys.stop()


def test_the_tab_order_of_a_lesson_is_the_one_that_is_written_down(address):
    """``docs/accessibility.md`` lists the stops of lesson 09; a part once for many alike."""
    text = (context.CHECKOUT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    listed = re.search(r"<!-- tab order -->\n(.+?)\n<!-- end -->", text, re.DOTALL)
    with lab.chromium() as page:
        started(page, address)
        lab.commit_prediction(page)
        keys = Keyboard(page)
        keys.press("Shift")  # now the browser knows that a keyboard is used
        page.locator(".byp-bar li button").first.focus()
        stops = [keys.stop()]
        stops += keys.tab_to("Write it down")
    # A lesson's stops in its parts: the name of the part, then its controls.
    lines = [
        f"- {part or 'on the page'}: {', '.join(name for name, _same in groupby(names))}"
        for part, names in (
            (part, [name or kind for _part, kind, name in group])
            for part, group in groupby(stops, key=lambda stop: stop[0])
        )
    ]
    assert "\n".join(lines) == listed.group(1)


def test_no_key_on_bar_or_projector_reaches_a_command(address):
    """Also on what has the focus after a jump: a heading, in whose cell x would cut."""
    with lab.chromium() as page:
        started(page, address)
        lab.commit_prediction(page)
        stay = [key for key in KEYS if "Enter" not in key and key != "Space"]  # these press it
        step = page.locator(".byp-bar li button").nth(3)
        toggle = page.locator(".byp-bar [aria-pressed]").last
        assert checks.leaked(page, step, stay) == []
        assert checks.leaked(page, toggle, stay) == []
        step.press("Enter")
        heading = page.locator("h2:focus")
        expect(heading).to_have_count(1)
        assert checks.leaked(page, heading, KEYS) == []
        page.get_by_role("button", name="Project", exact=True).nth(1).click()
        dialog = page.get_by_role("dialog", name="Projector")
        for control in ("select", "input[type=checkbox]", "input[type=range]", "input[type=text]"):
            stay = [key for key in KEYS if key != "Escape"]
            assert checks.leaked(page, dialog.locator(control).first, stay) == [], control
        # Esc ends the projector and nothing else.
        cells = page.locator(".jp-Cell").count()
        dialog.locator("select").first.press("Escape")
        expect(dialog).to_have_count(0)
        assert page.locator(".jp-Cell").count() == cells
        assert page.faults == []


LISTEN = """() => {
    window.announced = [];
    const live = '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])';
    const regions = new Map();
    for (const node of document.querySelectorAll(live)) regions.set(node, node.textContent);
    setInterval(() => {
        for (const node of document.querySelectorAll(live)) {
            const before = regions.get(node) ?? "";
            if (node.textContent === before) continue;
            regions.set(node, node.textContent);
            window.announced.push([node.className, node.textContent]);
        }
    }, 20);
}"""


#: What the headline says of the hours that three steps from the start promise.
THREE_STEPS = "if 18.0 h more are promised"


def test_a_step_of_a_slider_is_announced_once_in_words_and_moves_no_focus(address):
    """The headline is the one live region that changes; what it rests on comes silently."""
    with lab.chromium() as page:
        started(page, address)
        lab.commit_prediction(page, "10")
        part, stage = lab.studio(page, "promised hours a week")
        lab.wait_for_picture(stage)
        rest = stage.locator(".byp-rest")
        expect(rest).to_contain_text("No source stands behind")
        slider = part.get_by_role("slider").first
        slider.focus()
        page.evaluate(LISTEN)
        for _step in range(3):
            slider.press("PageUp")
        # The picture of the last press, not of one before it, ends the wait.
        headline = stage.locator(".byp-headline")
        expect(headline).to_contain_text(THREE_STEPS)
        expect(rest).to_contain_text("No source stands behind")
        page.wait_for_timeout(200)
        announced = page.evaluate("() => window.announced")
        assert {where for where, _text in announced} == {"byp-headline"}
        texts = [text for _where, text in announced]
        assert texts[-1] == headline.text_content()
        assert len(texts) == len(set(texts)) <= 3, "each headline is told once"
        expect(slider).to_be_focused()
        assert rest.evaluate("(node) => node.closest('[role=status], [aria-live]')") is None
