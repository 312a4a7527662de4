"""Exported pages and slides in a browser that has no net."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from helpers.export import notebooks, writing
from tests.browser import lab
from tests.browser.checks import WCAG

LESSONS = notebooks.every()[1:]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("exported")
    writing.write_all(made)
    writing.write_all(made, slides=True)
    return made


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height, theme = getattr(request, "param", (1280, 720, "light"))
    with lab.chromium(width, height, color_scheme=theme, offline=True) as opened:
        opened.asked = []
        opened.on("request", lambda request: opened.asked.append(request.url))
        yield opened
        assert opened.faults == []
        assert [url for url in opened.asked if not url.startswith(("file:", "data:"))] == []


SLIDES = """() => [...document.querySelectorAll('.slides > section')].map((slide) => {
    slide.hidden = false;
    slide.style.display = 'flex';
    const room = slide.getBoundingClientRect();
    const all = [...slide.querySelectorAll('*')];
    const worded = (node) => [...node.childNodes].some(
        (child) => child.nodeType === 3 && child.textContent.trim());
    const boxes = all.map((node) => node.getBoundingClientRect());
    return {
        name: slide.className.split(' ')[0] + ': ' + slide.innerText.slice(0, 40),
        over: slide.scrollHeight - slide.clientHeight,
        beyond: Math.max(...boxes.map((box) => box.right)) - room.right,
        foot: room.bottom - Math.max(...boxes.map((box) => box.bottom)),
        smallest: Math.min(...all.filter(worded)
            .map((node) => parseFloat(getComputedStyle(node).fontSize))),
    };
})"""


def test_no_slide_of_any_lesson_overflows_and_its_words_are_large(page, folder):
    for path in LESSONS:
        page.goto((folder / writing.name(path, True)).as_uri())
        page.wait_for_function("() => window.Reveal?.isReady()")
        page.evaluate("() => document.fonts.ready")
        measured = page.evaluate(SLIDES)
        assert len(measured) >= 9
        for slide in measured:
            told = path.stem, slide
            assert slide["over"] <= 0 and slide["beyond"] <= 0, told
            assert slide["foot"] >= 48, told  # where the number of the slide stands
            assert slide["smallest"] >= 22, told
        number = page.locator(".slide-number")
        assert number.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 22


def test_slides_go_by_keyboard_step_by_step_from_title_to_sentence(page, folder):
    page.goto((folder / writing.name(LESSONS[9], True)).as_uri())
    page.wait_for_function("() => window.Reveal?.isReady()")
    shown = page.locator(".slides > section.present")
    expect(shown.locator("h1")).to_be_visible()
    total = page.evaluate("() => Reveal.getTotalSlides()")
    fragments = page.locator(".fragment").count()
    seen = set()
    for _press in range(total - 1 + fragments):
        page.keyboard.press("ArrowRight")
        heading = shown.locator("h1, h2")
        expect(heading).to_be_visible()
        seen.add(page.evaluate("() => Reveal.getIndices().h"))
    assert seen == set(range(1, total))
    assert page.evaluate("() => Reveal.isLastSlide()")
    expect(shown).to_have_class("repeat present")
    page.keyboard.press("Home")
    expect(shown.locator("h1")).to_be_visible()


def test_what_a_slide_says_can_be_used_by_everyone(page, folder):
    page.goto((folder / writing.name(LESSONS[9], True)).as_uri())
    page.wait_for_function("() => window.Reveal?.isReady()")
    for _slide in range(page.evaluate("() => Reveal.getTotalSlides()")):
        assert violations(page) == []
        page.evaluate("() => { Reveal.slide(Reveal.getIndices().h + 1, 0, 99); }")


@pytest.mark.parametrize(
    "page",
    [(1280, 720, "light"), (1280, 720, "dark"), (390, 844, "light"), (320, 640, "dark")],
    indirect=True,
    ids=lambda kind: f"{kind[0]} {kind[2]}",
)
def test_a_page_can_be_used_by_everyone_at_every_width(page, folder):
    for path in (notebooks.every()[0], LESSONS[2], LESSONS[9]):
        page.goto((folder / writing.name(path, False)).as_uri())
        page.evaluate("() => document.fonts.ready")
        page.evaluate("() => document.querySelectorAll('details').forEach((d) => (d.open = true))")
        sideways = "() => document.documentElement.scrollWidth - innerWidth"
        assert page.evaluate(sideways) <= 0, path.stem
        dark = page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")
        paper = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert paper == ("rgb(17, 17, 17)" if dark else "rgb(255, 255, 255)"), path.stem
        assert violations(page) == [], path.stem


def test_a_phone_gets_the_picture_drawn_for_it_and_a_fold_opens_by_keyboard(page, folder):
    page.goto((folder / writing.name(LESSONS[9], False)).as_uri())
    wide = page.locator("img").first.evaluate("image => image.currentSrc")
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    image = page.locator("img").first
    assert image.evaluate("image => image.currentSrc") != wide
    assert image.evaluate("image => image.clientWidth") <= 390 - 32
    summary = page.locator("summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details[open] math").first).to_be_visible()
    page.emulate_media(media="print")
    rest = page.locator("details:not([open]) table").first
    assert rest.evaluate("table => table.checkVisibility({ contentVisibilityAuto: true })")
    assert rest.bounding_box()["height"] > 100


def violations(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page, options={"runOnly": [*WCAG, "best-practice"]})
    return [
        (v["id"], [node["html"][:160] for node in v["nodes"]][:3])
        for v in found.response["violations"]
    ]
