"""The course on a phone and by the link alone: from the first question to the memo in the hand."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import BrowserContext, Frame, expect

from tests.browser import checks, lab
from tests.browser.test_lessons import LESSONS
from tests.site import served

WIDTH = 390
PHONE = {"viewport": {"width": WIDTH, "height": 844}, "has_touch": True, "is_mobile": True}
ON_THE_WAY = ("01_why", "02_popular_is_not_fit", "09_resources", "14_decision")


@pytest.fixture(scope="module")
def phone(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """One browser for the whole way, as a learner has it."""
    with served.chromium(tmp_path_factory.mktemp("phone"), **PHONE) as browser:
        yield browser


@pytest.mark.parametrize("name", ON_THE_WAY)
def test_a_lesson_in_the_hand(name: str, address: str, phone: BrowserContext):
    _lesson, _studio, _control, label, typed = LESSONS[name]
    frame = served.live(phone.pages[0], f"{address}/{name}.html")
    lab.commit_prediction(frame)
    part, stage = lab.studio(frame, label)
    served.wait_for_picture(stage)
    picture, headline = stage.locator("img"), stage.locator(".byp-headline")
    assert picture.bounding_box()["width"] <= WIDTH
    before = picture.get_attribute("src"), headline.inner_text()
    box = part.get_by_role("textbox", name=re.compile(label)).first
    box.tap()
    box.fill(str(typed))
    box.press("Enter")
    expect(picture).not_to_have_attribute("src", before[0])
    expect(headline).not_to_have_text(before[1])
    assert cut(frame) == []
    assert served.strangers(phone, address) == []


def cut(frame: Frame) -> list[object]:
    """What scrolls sideways, lies on something else, or is too small to touch or read."""
    found = [*checks.sideways(frame), *checks.small_targets(frame), *checks.overlaps(frame)]
    return found + [text for texts in checks.small_and_clipped(frame) for text in texts]


@pytest.mark.parametrize(("kind", "button"), [("docx", "(Word)"), ("html", "(to print)")])
def test_the_way_ends_with_a_memo_on_the_phone(
    kind: str, button: str, address: str, phone: BrowserContext, tmp_path: Path
):
    frame = served.live(phone.pages[0], f"{address}/14_decision.html")
    writing = frame.get_by_role("button", name=f"Write the memo {button}")
    writing.scroll_into_view_if_needed()
    writing.tap()
    link = frame.get_by_role("link", name=re.compile(rf"\.{kind}$")).first
    link.wait_for(timeout=served.PATIENCE)
    with phone.pages[0].expect_download() as started:
        link.tap()
    memo = tmp_path / started.value.suggested_filename
    started.value.save_as(memo)
    assert memo.suffix == f".{kind}"
    if kind == "docx":
        assert "word/document.xml" in ZipFile(memo).namelist()
    else:
        assert "Petrakis" in memo.read_text(encoding="utf-8")
    assert served.strangers(phone, address) == []
