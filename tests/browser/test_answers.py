"""Answers into a course and out of it in a real page, as on a desktop and as in a browser alone."""

import json
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from helpers import context
from helpers.company import case_document
from tests.browser import lab
from tests.browser.checks import WCAG

BAKERY = {**case_document("machine_parts"), "name": "Bakery", "invented": False, "cash": 35.0}
ALONE = """async () => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const code = "from helpers import context; context.change(in_browser=True); None";
    await kernel.requestExecute({ code }).done;
}"""
"""What tells a kernel that it runs in a browser: then its page may ask no server for a file."""


def barriers(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, context=".byp-live", options={"runOnly": WCAG})
    return [(v["id"], v["nodes"][0]["html"][:160]) for v in found.response["violations"]]


@pytest.mark.parametrize("alone", [False, True], ids=["desktop", "browser alone"])
def test_a_company_file_comes_in_and_leaves_again(alone, address, course, home, tmp_path):
    # A copy: its kernel stays as this test left it, and the next test has the contents as they are.
    mine = course / "notebooks" / f"answers-{'alone' if alone else 'desktop'}.ipynb"
    shutil.copy(course / "notebooks" / context.CONTENTS, mine)
    brought = tmp_path / "bakery.json"
    brought.write_text(json.dumps(BAKERY), encoding="utf-8")
    with lab.chromium(1280, 800) as page:
        lab.open_notebook(page, address, f"notebooks/{mine.name}")
        if alone:
            page.evaluate(ALONE)
        lab.run_all(page)
        stay = page.locator(".byp-live").get_by_text("stay in this browser and nowhere else")
        expect(stay).to_have_count(int(alone))
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Take answers in").click()
        chooser.value.set_files(brought)
        expect(page.get_by_text("The course works with Bakery now.")).to_be_visible()
        expect(page.locator(".byp-live .byp-home")).to_contain_text("Bakery")

        out = page.get_by_role("button", name="Take my answers out")
        out.focus()
        page.keyboard.press("Enter")
        link = page.get_by_role("link", name="company.json")
        expect(link).to_be_visible()
        assert barriers(page) == []
        saved = home / "my_company" / "company.json"
        assert json.loads(saved.read_text(encoding="utf-8"))["cash"] == 35
        if alone:
            leaves_by_a_download(page, link, saved)
        else:
            with page.expect_popup() as opened:
                link.press("Enter")
            assert "/files/" in opened.value.url and "company.json" in opened.value.url
        assert page.faults == []


def leaves_by_a_download(page: Page, link: Locator, saved: Path) -> None:
    """No server is asked for the file; one that has gone is told beside its link."""
    asked = []
    page.context.on("request", lambda request: asked.append(request.url))
    with page.expect_download() as started:
        link.press("Enter")
    assert started.value.suggested_filename == saved.name
    assert Path(started.value.path()).read_bytes() == saved.read_bytes()
    assert not [url for url in asked if "/files/" in url]
    saved.unlink()
    link.press("Enter")
    expect(page.get_by_role("status").filter(has_text="not there any more")).to_be_visible()
