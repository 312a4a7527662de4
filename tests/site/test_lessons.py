"""Lessons on the web edition: started, predicted, moved by slider and key, kept, compared.

Seven in a usual run, for the sake of its time; all of them where ``COURSE_EVERY`` is set.
"""

import json
import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from helpers import context
from tests.browser import checks, lab
from tests.browser.test_lessons import LESSONS, plain
from tests.site import served

SOME = ("00_your_company", "01_why", "04_paid_reach", "06_swot", "09_resources")
SOME += ("12_search_first", "14_decision")
WANTED = tuple(LESSONS) if os.environ.get("COURSE_EVERY") else SOME


@pytest.fixture(scope="module")
def browser(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """One browser for all lessons, as a learner has it."""
    with served.chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.mark.parametrize("name", WANTED)
def test_a_lesson_from_link_to_number(name: str, address: str, browser: BrowserContext):
    lesson_class, studio_name, control, label, typed = LESSONS[name]
    browser.asked.clear()
    browser.faults.clear()
    page = browser.pages[0]
    frame = served.live(page, f"{address}/{name}.html")
    assert page.locator("main").is_hidden()
    # The lesson is read: no menu, no code, no number of a cell.
    for hidden in (".jp-NotebookPanel-toolbar", "#menu-panel-wrapper", ".jp-InputArea-editor"):
        assert not any(one.is_visible() for one in frame.locator(hidden).all()), hidden
    lab.commit_prediction(frame)

    part, stage = lab.studio(frame, label)
    served.wait_for_picture(stage)
    slider = part.get_by_role("slider", name=re.compile(label)).first
    box = part.get_by_role("textbox", name=re.compile(label)).first
    headline, picture = stage.locator(".byp-headline"), stage.locator("img")
    before = picture.get_attribute("src")
    slider.focus()
    at_the_top = slider.input_value() == slider.get_attribute("max")
    slider.press("ArrowLeft" if at_the_top else "ArrowRight")
    expect(picture).not_to_have_attribute("src", before)
    moved = picture.get_attribute("src")

    box.fill(str(typed))
    box.press("Enter")
    expect(picture).not_to_have_attribute("src", moved)
    with context.using(fixed_today=None):  # as in the browser
        studio = lesson_class().studios()[studio_name]()
        studio.set(**{control: float(typed) / studio.controls[control].scale})
    expect(headline).to_have_text(studio.words.headline)
    cells = [plain(cell) for cell in stage.locator(".byp-table tbody td").all_text_contents()]
    assert cells == [plain(cell) for row in studio.words.table.rows for cell in row[1:]]
    assert picture.get_attribute("alt") == studio.words.alt
    assert checks.violations(frame) == []

    unwanted = ".jp-RenderedText:is([data-mime-type*=error], [data-mime-type*=stderr])"
    assert frame.locator(unwanted).count() == 0
    assert frame.get_by_text("Traceback").count() == 0
    assert browser.faults == []

    # Kept by the browser: there after the page was opened anew.
    page.goto(f"{address}/{name}.html?read")
    assert checks.violations(page) == []
    document = json.loads(page.evaluate(served.STORED))
    assert lesson_class.slug in document["predictions"]
    assert served.strangers(browser, address) == []


def test_a_kept_answer_greets_who_comes_back(address: str, browser: BrowserContext):
    page = browser.pages[0]
    frame = served.live(page, f"{address}/09_resources.html")
    if frame.get_by_role("button", name="Commit my prediction").count():
        lab.commit_prediction(frame)
        frame = served.live(page, f"{address}/09_resources.html")
    expect(frame.get_by_text("On record:").first).to_be_attached()


def test_the_saved_words_and_picture_are_there_before_python(address: str, browser: BrowserContext):
    page = browser.pages[0]
    page.goto(f"{address}/01_why.html?read")
    assert page.locator("iframe").count() == 0
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Why"))
    assert page.locator(".cell-example img").evaluate("image => image.naturalWidth") > 0
    expect(page.get_by_role("status")).to_contain_text("saved lesson")
    assert page.get_by_role("button", name="Make it live").is_visible()
    # A link leads to the next lesson's page, and to the front page.
    page.get_by_role("link", name="Contents").first.click()
    page.wait_for_url(f"{address}/index.html")
    assert served.strangers(browser, address) == []
