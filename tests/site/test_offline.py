"""A second visit without a network, a new edition of the site, a browser that cannot: all calm."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from helpers.site import writing
from tests.browser import lab
from tests.site import served

KEPT = "() => document.querySelector('iframe')?.contentWindow.byp?.kept"


def test_a_second_visit_needs_no_network_and_an_update_loses_no_answer(site, address, tmp_path):
    folder = tmp_path / "host" / "course"
    shutil.copytree(site, folder)
    profile = tmp_path / "profile"
    with served.serving(folder.parent) as root, served.chromium(profile) as browser:
        page = browser.pages[0]
        frame = served.live(page, f"{root}/course/09_resources.html")
        lab.commit_prediction(frame)
        page.wait_for_function(KEPT, timeout=served.PATIENCE)
        browser.set_offline(True)
        frame = served.live(page, f"{root}/course/09_resources.html")
        expect(frame.get_by_text("On record:").first).to_be_attached()
        browser.set_offline(False)
        # A new edition: the next page is the new one, and the answer is still there.
        front = folder / "index.html"
        front.write_text(front.read_text(encoding="utf-8").replace("<h1>", "<h1>New: "))
        (folder / writing.WORKER).write_text(writing.worker(folder), encoding="utf-8")
        page.goto(f"{root}/course/index.html?read")
        page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
        page.wait_for_function(
            "async () => !!(await navigator.serviceWorker.getRegistration()).waiting"
        )
        page.goto(f"{root}/course/index.html?read")
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("New: "))
        assert "resources" in json.loads(page.evaluate(served.STORED))["predictions"]


def test_without_a_network_at_the_live_part_the_words_stay_and_say_so(address, tmp_path):
    with served.chromium(tmp_path) as browser:
        page = browser.pages[0]
        page.goto(f"{address}/02_popular_is_not_fit.html?read")
        browser.set_offline(True)
        page.get_by_role("button", name="Make it live").click()
        expect(page.get_by_role("status")).to_contain_text("There is no connection")
        assert page.locator("main").is_visible()
        browser.set_offline(False)
        assert page.get_by_role("button", name="Try again").is_visible()


def test_an_old_browser_is_told_and_keeps_the_words(address, tmp_path):
    with served.chromium(tmp_path) as browser:
        page = browser.pages[0]
        page.add_init_script("delete window.WebAssembly")
        page.goto(f"{address}/01_why.html")
        expect(page.get_by_role("status")).to_contain_text("too old")
        assert page.locator("iframe").count() == 0


@pytest.mark.parametrize("lost", ["before_you_post", "early"])
def test_what_does_not_arrive_is_told(address, tmp_path: Path, lost: str):
    with served.chromium(tmp_path) as browser:
        page = browser.pages[0]
        browser.route(re.compile(rf"/static/pyodide/{lost}"), lambda route: route.abort())
        page.goto(f"{address}/01_why.html")
        status = page.get_by_role("status")
        expect(status).to_contain_text("could not start", timeout=served.PATIENCE)
        assert page.locator("main").is_visible()
        browser.unroute_all()
        page.get_by_role("button", name="Try again").click()
        expect(status).to_contain_text("coming to life")
