"""A plain web server for a folder, as any host of static files is one, and a browser before it."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import BrowserContext, Frame, Locator, Page, sync_playwright

from helpers import context
from tests.browser import lab

PATIENCE = 5 * lab.KERNEL_WAIT
"""However busy the machine is: no test asserts how fast Python starts in a browser."""
HARMLESS = (*lab.HARMLESS, "/api/contents/")
"""JupyterLite asks the host whether it knows a folder that the learner's browser has made."""


HOST = context.CHECKOUT / "deploy" / "web" / "_headers"
HEADERS = dict(
    line.strip().split(": ", 1)
    for line in HOST.read_text(encoding="utf-8").splitlines()
    if line.startswith("  ")
)
"""What a host is asked to send with each file."""


class Handler(SimpleHTTPRequestHandler):
    """Files with the types that a browser wants, and what a host should send with them."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".json": "application/json",
        ".whl": "application/zip",
    }

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_said: object) -> None:
        pass

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser that was closed
            super().handle()


class Server(ThreadingHTTPServer):
    daemon_threads = True


@contextmanager
def serving(folder: Path, handler: type[Handler] = Handler, **known: object) -> Iterator[str]:
    """Serve a folder; yields the address of its root. What is ``known`` the handler finds there."""
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    vars(server).update(known)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium(profile: Path, **options: object) -> Iterator[BrowserContext]:
    """A browser with a profile of its own, which notes where it asks and what goes wrong."""
    with sync_playwright() as playwright:
        options = {"viewport": {"width": 1200, "height": 900}, **options}
        browser = playwright.chromium.launch_persistent_context(
            str(profile), executable_path=lab.CHROMIUM, args=lab.FLAGS, headless=True, **options
        )
        browser.asked, browser.faults = [], []
        browser.on("request", lambda request: browser.asked.append(request.url))
        browser.on("weberror", lambda error: browser.faults.append(str(error.error)))

        def note(message: object) -> None:
            text = f"{message.text} {message.location.get('url', '')}"
            if message.type == "error" and not any(word in text for word in HARMLESS):
                browser.faults.append(text)

        browser.on("console", note)
        try:
            yield browser
        finally:
            browser.close()


def strangers(browser: BrowserContext, address: str) -> list[str]:
    """Every request to another host."""
    host = address.rpartition("/")[0] + "/"
    return [url for url in browser.asked if url.startswith("http") and not url.startswith(host)]


def live(page: Page, address: str) -> Frame:
    """Open a page and wait until its live lesson has run; the frame of that lesson."""
    page.goto(address)
    page.wait_for_function(
        "() => document.querySelector('iframe.byp-alive')?.contentWindow.byp?.lesson",
        timeout=PATIENCE,
    )
    return next(frame for frame in page.frames if "/notebooks/index.html" in frame.url)


def wait_for_picture(stage: Locator) -> None:
    """As beside Python, with more patience."""
    for last in (False, False, False, True):
        try:
            lab.wait_for_picture(stage)
        except AssertionError:
            if last:
                raise
        else:
            return


STORED = """async () => {
    const known = await indexedDB.databases();
    const { name } = known.find((one) => one.name.startsWith("JupyterLite Storage")) ?? {};
    if (!name) return null;
    const store = await new Promise((give, fail) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => give(asked.result);
        asked.onerror = () => fail(asked.error);
    });
    const read = store.transaction("files").objectStore("files").get("my_company/company.json");
    return await new Promise((give) => {
        read.onsuccess = () => {
            store.close();
            const { content, format } = read.result ?? {};
            if (content && typeof content === "object") return give(JSON.stringify(content));
            if (format !== "base64") return give(content ?? null);
            const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
            give(new TextDecoder().decode(bytes));
        };
    });
}"""
"""The company file as the browser keeps it."""
