"""The page under what readers ask of their system: no motion, forced colours, paper."""

import re

from playwright.sync_api import Page, expect

from tests.browser import lab
from tests.browser.test_doors import started

ANIMATED = """() => {
    const mark = document.createElement("span");
    mark.className = "byp-changed";
    document.querySelector(".byp-stage").append(mark);
    const name = getComputedStyle(mark).animationName;
    mark.remove();
    return name;
}"""
CORNER = """(picture) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    canvas.getContext("2d").drawImage(picture, 0, 0);
    return canvas.getContext("2d").getImageData(0, 0, 1, 1).data[3];
}"""


def explored(page: Page, address: str):
    started(page, address)
    lab.commit_prediction(page, "10")
    part, stage = lab.studio(page, "promised hours a week")
    lab.wait_for_picture(stage)
    return part, stage


def test_nothing_moves_where_no_motion_is_wanted(address):
    with lab.chromium() as page:
        started(page, address)
        assert page.evaluate(ANIMATED) == "byp-changed"
        page.emulate_media(reduced_motion="reduce")
        assert page.evaluate(ANIMATED) == "none"


def test_forced_colours_keep_what_tells_things_apart(address):
    """The step one is at, the tab that is on, the ring, and pictures on their own ground."""
    with lab.chromium() as page:
        part, stage = explored(page, address)
        page.emulate_media(forced_colors="active")
        here = page.locator('.byp-bar [aria-current="step"]')
        line = "(node) => getComputedStyle(node.parentElement, '::after').borderBottomStyle"
        assert here.evaluate(line) == "solid"
        outline = "(node) => getComputedStyle(node).outlineStyle"
        tabs = part.locator(".byp-tabs button")
        pressed = [tab.get_attribute("aria-pressed") for tab in tabs.all()]
        assert pressed == ["true", "false", "false"]
        assert [tab.evaluate(outline) for tab in tabs.all()] == ["solid", "none", "none"]
        slider = part.get_by_role("slider").first
        slider.focus()
        page.keyboard.press("Shift")
        assert slider.evaluate(outline) == "solid"
        assert stage.locator("img").evaluate(CORNER) == 255, "a picture brings its ground"


def test_paper_holds_all_words_and_no_controls(address):
    with lab.chromium() as page:
        explored(page, address)
        folded = page.locator(".byp-page details:not([open])").count()
        assert folded > 5
        page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        expect(page.locator(".byp-page details:not([open])")).to_have_count(0)
        table = page.locator(".byp-studio .byp-table").first
        expect(table).to_be_visible()
        for control in ("button", "input[type=range]", ".byp-bar", "#jp-menu-panel"):
            assert page.locator(f".byp-page {control}:visible, {control}:visible").count() == 0
        height = page.locator(".jp-WindowedPanel-viewport").evaluate("(node) => node.scrollHeight")
        page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="null")  # as the browser's own print finds it
        expect(page.locator(".byp-page details:not([open])")).to_have_count(folded)
        paper = page.pdf(format="A4", print_background=True)
        pages = len(re.findall(rb"/Type /Page\b", paper))
        assert pages > height / 2000, "an A4 page holds about 1,100 pixels of the narrower column"
        assert page.locator(".byp-page details:not([open])").count() == folded
