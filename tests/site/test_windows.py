"""Windows that keep nothing, and two that keep one company: a sentence each, nothing lost."""

import json

from playwright.sync_api import expect

from tests.browser import lab
from tests.browser.checks import violations
from tests.site import served

KEEPS_NOTHING = "This window keeps no answers"
REFUSED = """
    IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); };
"""


def test_a_private_window_says_before_the_first_answer_that_it_keeps_none(address, tmp_path):
    """In a private window of Firefox there is no service worker, which brings files to Python."""
    with served.chromium(tmp_path, service_workers="block") as browser:
        page = browser.pages[0]
        frame = served.live(page, f"{address}/09_resources.html")
        expect(page.get_by_role("status")).to_contain_text(KEEPS_NOTHING)
        asked = frame.locator(".byp-mount-predict")
        answer = asked.get_by_role("textbox", name="Your prediction")
        answer.fill("6")
        answer.press("Tab")
        asked.get_by_role("button", name="Commit my prediction").click()
        # It is told again beside the answer, and the lesson goes on with it.
        expect(asked).to_contain_text("this browser does not keep them")
        expect(asked).to_contain_text("Your prediction: 6 hours a week")
        _part, stage = lab.studio(frame, "promised hours a week")
        served.wait_for_picture(stage)
        line = page.locator(".byp-live").bounding_box()
        lesson = page.locator("iframe.byp-alive").bounding_box()
        assert line["y"] + line["height"] <= lesson["y"] + 1, "the line covers nothing"
        assert violations(page) == []


def test_a_browser_that_refuses_its_storage_is_told_apart(address, tmp_path):
    with served.chromium(tmp_path) as browser:
        browser.add_init_script(REFUSED)
        page = browser.pages[0]
        frame = served.live(page, f"{address}/09_resources.html")
        expect(page.get_by_role("status")).to_contain_text(KEEPS_NOTHING)
        lab.commit_prediction(frame)


def test_two_windows_of_one_browser_keep_one_company(address, tmp_path):
    """Each adds its answer to what the other has kept; neither says that nothing is kept."""
    with served.chromium(tmp_path) as browser:
        first, second = browser.pages[0], browser.new_page()
        hours = served.live(first, f"{address}/09_resources.html")
        whys = served.live(second, f"{address}/01_why.html")
        for page, frame in ((second, whys), (first, hours)):
            page.bring_to_front()
            lab.commit_prediction(frame)
            expect(page.locator(".byp-live")).to_be_hidden()
        first.goto(f"{address}/index.html?read")
        kept = json.loads(first.evaluate(served.STORED))
        assert set(kept["predictions"]) == {"resources", "why"}
