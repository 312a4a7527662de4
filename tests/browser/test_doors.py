"""Keys stay inside, the focus is seen and kept, and a lost kernel gets a sentence."""

import json

from playwright.sync_api import Page, expect

from helpers import copies
from helpers.studio.page import asleep
from tests.browser import checks, lab

LESSON = "notebooks/09_resources.ipynb"

# One of each kind of control, in the order in which they stand; the part, then the control.
CONTROLS = {
    "text": (".byp-mount-predict", "input[type=text]"),
    "dropdown": (".byp-mount-predict", "select"),
    "button": (".byp-mount-own", "button:has-text('Back to the start')"),
    "tick box": (".byp-mount-own", "input[type=checkbox]"),
    "slider": (".byp-mount-own", "input[type=range]"),
    "number": (".byp-mount-own", ".byp-dial input[type=text]"),
    "radio": (".byp-mount-quiz", "input[type=radio]"),
    "text area": (".byp-mount-log", "textarea"),
    "date": (".byp-mount-log", "input[type=date]"),
}
LETTERS = [*"abcdefghijklmnopqrstuvwxyz", *"0123456789"]
KEYS = [
    *LETTERS,
    *("Enter", "Delete", "Backspace", "Escape", "Space", "Home", "End"),
    *("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "PageDown", "PageUp"),
    *("Shift+Enter", "Control+Enter", "Alt+Enter", "Shift+M", "Shift+D", "Control+A", "Control+M"),
]

SESSION = "window.jupyterapp.shell.currentWidget.sessionContext"
RESTART = f"async () => await {SESSION}.session.kernel.restart()"
IMPATIENT = """
const wait = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (time) => wait(time === 2000 ? 1 : time);
"""
"""What a page sees that is busy for the two seconds in which anywidget wants a module loaded."""


def started(page: Page, address: str, path: str = LESSON) -> None:
    lab.open_notebook(page, address, path)
    lab.run_all(page)
    expect(page.locator('.byp-mount-log[data-live="yes"]')).to_be_attached()


def test_a_busy_page_follows_the_controls_though_anywidget_gives_its_widgets_up(address):
    """On a slow machine pictures stood still: each later message to their widgets was refused."""
    given_up = []
    with lab.chromium() as page:
        page.add_init_script(IMPATIENT)
        page.on("pageerror", lambda error: given_up.append(str(error)))
        started(page, address)
        lab.commit_prediction(page)
        part, stage = lab.studio(page, "promised hours a week")
        lab.wait_for_picture(stage)
        picture, headline = stage.locator("img"), stage.locator(".byp-headline")
        before, said = picture.get_attribute("src"), headline.inner_text()
        box = part.locator(".byp-dial input[type=text]").first
        box.fill("7.5")
        box.press("Enter")
        expect(picture).not_to_have_attribute("src", before)
        expect(headline).not_to_have_text(said)
        assert any("Failed to initialize model" in fault for fault in given_up)
        assert page.faults == []


def test_no_key_typed_into_a_control_reaches_a_command(address):
    """Every letter, digit, arrow and the like on each kind of control: no cell is touched."""
    with lab.chromium() as page:
        started(page, address)
        for kind, (part, selector) in CONTROLS.items():
            control = page.locator(f"{part} {selector}").first
            control.scroll_into_view_if_needed()
            control.click(trial=True)
            assert checks.leaked(page, control, KEYS) == [], f"JupyterLab took it from the {kind}"
        # The keys did act in the controls, which keep their own.
        assert page.locator(".byp-mount-predict input[type=text]").input_value() != ""
        chosen = page.locator(".byp-mount-predict select").first
        chosen.focus()
        page.keyboard.press("Home")
        before = chosen.input_value()
        page.keyboard.press("ArrowDown")
        assert chosen.input_value() != before
        assert page.faults == []


def test_the_focus_is_seen_and_stays_where_the_keyboard_needs_it(address):
    with lab.chromium() as page:
        started(page, address)
        for theme in ("JupyterLab Light", lab.DARK):
            lab.use_theme(page, theme)
            for part, selector in CONTROLS.values():
                control = page.locator(f"{part} {selector}").first
                control.focus()
                page.keyboard.press("Shift")  # now the browser knows that a keyboard is used
                assert checks.lost_focus(page) == "", (theme, selector)
        groups = page.locator(".byp-mount-quiz .widget-radio-box")
        for place in range(3):
            groups.nth(place).locator("input").first.focus()
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
            same = groups.nth(place).evaluate("(group) => group.contains(document.activeElement)")
            assert not same, "one press of Tab leaves a group of radio buttons"
        part = page.locator(".byp-mount-predict")
        commit = part.get_by_role("button", name="Commit my prediction")
        commit.focus()
        page.keyboard.press("Enter")
        expect(part.get_by_text("Type a number first")).to_be_visible()
        expect(commit).to_be_focused()
        part.get_by_role("textbox", name="Your prediction").fill("6,5")
        commit.focus()
        page.keyboard.press("Enter")
        expect(part.get_by_text("On record: 6.5 hours a week")).to_be_focused()
        part.get_by_role("button", name="Predict again").focus()
        page.keyboard.press("Enter")
        expect(part.get_by_role("textbox", name="Your prediction")).to_be_focused()


def test_a_lesson_begins_at_its_start_however_long_it_runs(address):
    """What still runs moves the page; the reader's own scrolling ends the holding."""
    with lab.chromium() as page:
        lab.open_notebook(page, address, "notebooks/09_resources.ipynb")
        lab.run_all(page)
        start = page.locator(".byp-headline", has_text="You work with")
        expect(start).to_be_in_viewport()
        to_the_end = "(panel) => (panel.scrollTop = panel.scrollHeight)"
        panel = page.locator(".jp-WindowedPanel-outer").first
        expect(start).to_be_focused()  # the lesson has arrived
        panel.evaluate(to_the_end)
        expect(start).to_be_in_viewport()
        panel.hover()
        page.mouse.wheel(0, 1)
        panel.evaluate(to_the_end)
        expect(start).not_to_be_in_viewport()


def test_run_alone_or_twice_a_cell_stays_calm(address, home):
    with lab.chromium() as page:
        lab.open_notebook(page, address, LESSON)
        page.evaluate(RESTART)  # another test may have left its kernel running
        run_cell_with(page, ".explore()")
        explore = page.locator('.byp-mount-explore[data-live="yes"]')
        expect(explore.get_by_text("Commit your prediction above")).to_be_visible()
        run_cell_with(page, ".predict()")
        expect(page.locator('.byp-mount-predict[data-live="yes"]')).to_be_visible()
        lab.commit_prediction(page)
        expect(explore.get_by_text("Commit your prediction above")).to_have_count(0)
        run_cell_with(page, ".predict()")
        expect(page.get_by_text("On record:")).to_have_count(1)
        expect(page.locator(".byp-mount-predict .byp-live")).to_have_count(1)
        calm(page)
    made = json.loads((home / "my_company" / "company.json").read_text(encoding="utf-8"))
    assert len(made["predictions"]["resources"]) == 1


def test_a_lost_kernel_leaves_words_and_a_saved_notebook_nothing_dead(address, course):
    """Restarted, shut down, saved, closed and opened again: words, then alive."""
    path = course / LESSON
    with lab.chromium() as page:
        started(page, address)
        lab.commit_prediction(page)
        page.evaluate(RESTART)
        expect(page.locator(".byp-asleep")).to_have_count(9)
        expect(page.locator(".byp-asleep").first).to_have_text(asleep())
        expect(page.locator(".byp-live")).to_have_count(0)
        calm(page)
        lab.run_all(page)
        expect(page.locator(".byp-asleep")).to_have_count(0)
        expect(page.get_by_text("On record:")).to_be_visible()
        page.keyboard.press("Control+s")
        page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
        assert copies.WIDGET_VIEW not in path.read_text(encoding="utf-8")
        page.evaluate(f"async () => await {SESSION}.shutdown()")
        expect(page.locator(".byp-asleep")).to_have_count(9)
        calm(page)
        page.evaluate(
            """async (path) => {
                window.jupyterapp.shell.currentWidget.close();
                await window.jupyterapp.commands.execute("docmanager:open", { path });
            }""",
            LESSON,
        )
        expect(page.locator(".byp-words").first).to_be_visible()
        calm(page)
        lab.open_notebook(page, address, LESSON)
        expect(page.locator(".byp-words").first).to_be_visible()
        calm(page)
        lab.run_all(page)
        expect(page.get_by_text("On record:")).to_be_visible()
        calm(page)


def run_cell_with(page: Page, call: str) -> None:
    """Run the one cell that holds this call, and wait until it is done."""
    page.evaluate(
        """async (call) => {
            const panel = window.jupyterapp.shell.currentWidget.content;
            const cells = panel.widgets;
            const place = cells.findIndex((cell) => cell.model.sharedModel.source.includes(call));
            panel.activeCellIndex = place;
            panel.scrollToItem(place);
            await window.jupyterapp.commands.execute("notebook:run-cell");
        }""",
        call,
    )


def calm(page: Page) -> None:
    """Nothing that frightens: no error output, no dead widget, no broken icon."""
    for text in ("Error displaying widget", "model not found", "Traceback", "NameError"):
        assert page.get_by_text(text).count() == 0, text
    assert page.locator(".jp-RenderedText[data-mime-type*=error]").count() == 0
    assert page.locator(".jp-RenderedText[data-mime-type*=stderr]").count() == 0
    assert page.locator(".jupyter-widgets-disconnected:visible").count() == 0
    assert page.faults == []
