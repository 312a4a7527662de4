"""A real JupyterLab and a real Chromium, for the browser tests and the benchmark."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Locator, Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as WaitedTooLong

DARK = "JupyterLab Dark"
TOKEN = "browser-test"
CHROMIUM = next(
    (
        path
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (path := shutil.which(name))
    ),
    None,
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# JupyterLab's scripts are compiled once for all pages of a run, as they are for a learner.
PROFILE = tempfile.TemporaryDirectory(prefix="chromium", ignore_cleanup_errors=True)
SECONDS = 1000
KERNEL_WAIT = 120 * SECONDS
expect.set_options(timeout=KERNEL_WAIT)
"""What waits for a kernel waits as long as one may take: no test asserts how fast a machine is."""
# Chromium looks for a favicon and source maps that JupyterLab does not ship.
HARMLESS = (
    *("favicon", ".map", "ResizeObserver loop", "Download the React DevTools"),
    # Jupyter Server, asked for its list of kernels while one of them is only starting.
    "/api/kernels?",
    # JupyterLab, after a restart of a kernel, about its own requests.
    *("Could not restore the debugger state", "Canceled future for"),
    # anywidget, where a page was busy for two seconds; the course takes the widget up again.
    "[anywidget] Failed to initialize model",
)


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a JupyterLab whose every file lies in ``home``."""
    return {
        **os.environ,
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
        "COURSE_FOLDER": str(home / "my_company"),
        "COURSE_TODAY": "2026-11-23",
        "COURSE_KEPT": "",  # as a learner has it
    }


def trust(root: Path, home: Path) -> None:
    """Sign the notebooks, as start.py does, so that their start button works at once."""
    notebooks = sorted(map(str, (root / "notebooks").glob("*.ipynb")))
    command = [sys.executable, "-m", "nbformat.sign", *notebooks]
    subprocess.run(command, env=surroundings(home), check=True, capture_output=True)


def settings(home: Path) -> Path:
    """Where JupyterLab keeps theme and notifications."""
    return home / "settings" / "@jupyterlab" / "apputils-extension"


@contextmanager
def jupyterlab(root: Path, home: Path) -> Iterator[str]:
    """A JupyterLab server over ``root`` with settings of its own; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = surroundings(home)
    settings(home).mkdir(parents=True, exist_ok=True)
    (settings(home) / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}')
    trust(root, home)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += [f"--ServerApp.root_dir={root}", f"--ServerApp.port={port}"]
    command += [f"--IdentityProvider.token={TOKEN}", "--ServerApp.ip=127.0.0.1"]
    command += ["--LabApp.expose_app_in_browser=True"]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(f"{address}/api?token={TOKEN}", server)
            yield address
        finally:
            server.terminate()
            server.wait(30)


def _wait_for(address: str, server: subprocess.Popen) -> None:
    for _attempt in range(240):
        if server.poll() is not None:
            raise RuntimeError("JupyterLab ended at once; see server.log")
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise RuntimeError("JupyterLab did not answer")


@contextmanager
def chromium(width: int = 1280, height: int = 900, **options: object) -> Iterator[Page]:
    """A page in a Chromium; ``page.faults`` collects console errors and exceptions."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            PROFILE.name,
            executable_path=CHROMIUM,
            args=FLAGS,
            viewport={"width": width, "height": height},
            **options,
        )
        page = browser.pages[0]
        page.set_default_timeout(KERNEL_WAIT)
        page.faults = []

        def fault(text: str) -> None:
            if not any(word in text for word in HARMLESS):
                page.faults.append(text)

        def note(message: ConsoleMessage) -> None:
            if message.type == "error":
                fault(f"{message.text} {message.location.get('url', '')}")

        page.on("console", note)
        page.on("pageerror", lambda error: fault(str(error)))
        try:
            yield page
        finally:
            browser.close()


def open_notebook(page: Page, address: str, path: str) -> None:
    """Open one notebook as the course opens it, wait until its kernel can take a run."""
    page.goto(f"{address}/doc/tree/{path}?token={TOKEN}&reset")
    page.wait_for_function("() => window.jupyterapp", timeout=KERNEL_WAIT)
    page.evaluate("async () => { await window.jupyterapp.restored; }")
    wait_for_kernel(page)


def wait_for_kernel(page: Page) -> None:
    """Wait until the notebook in front can take a run."""
    ready = """() => {
        const panel = window.jupyterapp.shell.currentWidget;
        const kernel = panel?.sessionContext?.session?.kernel;
        return panel?.context?.isReady && panel.content?.widgets?.length > 1
            && kernel?.status === "idle" && kernel.connectionStatus === "connected";
    }"""
    page.wait_for_function(ready, timeout=KERNEL_WAIT)


CELLS = """
    [...window.jupyterapp.shell.currentWidget.content.widgets]
        .filter((cell) => cell.model.type === "code")
"""


def run_all(page: Page) -> None:
    """Press the lesson's own start button and wait until no cell is left to run."""
    page.evaluate(f"() => {CELLS}.forEach((cell) => (cell.model.executionCount = null))")
    button = 'button[data-commandlinker-command="notebook:run-all-cells"]:visible'
    page.locator(button).first.click()  # another notebook may be open behind this one
    done = "cell.model.executionCount !== null && cell.model.executionState === 'idle'"
    page.wait_for_function(f"() => {CELLS}.every((cell) => {done})", timeout=KERNEL_WAIT)


def use_theme(page: Page, theme: str) -> None:
    """Change the theme as the settings menu does, and wait until the page wears it."""
    command = "apputils:change-theme"
    page.evaluate(
        "async ([command, theme]) => await window.jupyterapp.commands.execute(command, { theme })",
        [command, theme],
    )
    light = "false" if theme == DARK else "true"
    # The body of a page is never "visible" to Playwright: its children are laid out elsewhere.
    page.locator(f'body[data-jp-theme-light="{light}"]').wait_for(state="attached")


def commit_prediction(page: Page, value: str = "6") -> None:
    """Answer the lesson's question, whichever kind it is, and commit."""
    part = page.locator(".byp-part", has=page.get_by_role("button", name="Commit my prediction"))
    part = part.last
    answer = part.get_by_label("Your prediction")
    if answer.evaluate("node => node.tagName") == "SELECT":
        answer.select_option(index=2)
    else:
        answer.fill(value)
        answer.press("Tab")
    part.get_by_role("button", name="Commit my prediction").click()
    # The kernel answers once it has drawn the pictures that were asked for before.
    # Lesson 03's picture has a record, too.
    asked = page.locator(".byp-mount-predict").filter(visible=True)
    recorded = asked.get_by_text("On record:").filter(visible=True).first
    try:
        recorded.wait_for(timeout=KERNEL_WAIT)
    except WaitedTooLong as late:
        said = page.locator(".byp-stage").filter(visible=True).all_inner_texts()
        raise AssertionError(f"no prediction on record; the page says {said}") from late


def studio(page: Page, label: str) -> tuple[Locator, Locator]:
    """The studio with a dial of this label: all of it, and its stage.

    Scrolled to first: a picture is drawn when it comes into view, not before.
    """
    dial = page.locator(".byp-dial", has_text=label).first
    dial.scroll_into_view_if_needed()
    nearest = "ancestor::div[contains(@class, 'byp-part')][.//section[contains(@class, 'stage')]]"
    part = dial.locator(f"xpath={nearest}[1]")
    return part, part.locator(".byp-stage:has(img)").first


def wait_for_picture(stage: Locator) -> None:
    """Keep the stage in view until its picture shows: pictures above push it down as they come."""
    for _attempt in range(60):
        stage.evaluate("(node) => node.scrollIntoView({ block: 'center' })")
        # Chromium leaves out what was out of view until the next frames have passed.
        stage.page.wait_for_timeout(500)
        if stage.locator("img").is_visible():
            return
    raise AssertionError("the picture did not appear")
