"""The other half of the lessons, with a JupyterLab of its own on a second worker."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import lab
from tests.browser.test_lessons import ELSEWHERE, test_a_lesson_from_start_to_number

__all__ = ["test_a_lesson_from_start_to_number"]


@pytest.fixture(params=ELSEWHERE)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


def test_what_a_headline_rests_on_comes_by_itself_and_follows_the_controls(address):
    """Below everything else, so that nothing moves; the list of all unfolds by keyboard."""
    with lab.chromium() as page:
        lab.open_notebook(page, address, "notebooks/09_resources.ipynb")
        lab.run_all(page)
        lab.commit_prediction(page, "10")
        part, stage = lab.studio(page, "promised hours a week")
        lab.wait_for_picture(stage)
        rest = stage.locator(".byp-rest")
        expect(rest).to_contain_text("No source stands behind “Pressing")
        before = rest.inner_text()
        box = part.get_by_role("textbox", name=re.compile("promised hours a week")).first
        box.fill("9")
        box.press("Enter")
        expect(rest).not_to_contain_text(before.splitlines()[0])
        expect(rest).to_contain_text("No source stands behind")
        summary = rest.locator("summary")
        summary.focus()
        page.keyboard.press("Enter")
        expect(rest.get_by_text("At its low end")).to_be_visible()
        assert page.faults == []
