"""The class vote as a lecturer meets it: opened, typed and shown by keyboard, then the model."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import lab
from tests.browser.checks import violations

VOTE = ".byp-mount-vote"


def opened(page: Page, address: str, name: str) -> None:
    """The lesson, its vote opened by keyboard; focus stays on the button, which says so."""
    lab.open_notebook(page, address, f"notebooks/{name}.ipynb")
    lab.run_all(page)
    page.get_by_role("button", name="Vote with a class").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close the class vote")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_class_votes_on_a_number_and_sees_the_model_after_the_commit(address, home, width):
    with lab.chromium(width, 900) as page:
        opened(page, address, "09_resources")
        vote = page.locator(VOTE).last
        headline = vote.locator(".byp-headline")
        expect(headline).to_have_text("No hands yet.")
        page.keyboard.press("Tab")
        answers = vote.get_by_role("textbox", name="The class's answers")
        expect(answers).to_be_focused()
        page.keyboard.type("3 4 4 many 12")
        page.keyboard.press("Enter")
        expect(headline).to_contain_text("said 4 hours a week or less; 4 hands.")
        expect(vote.get_by_role("alert")).to_contain_text("“many” must be a number")
        picture = vote.get_by_role("img")
        lab.wait_for_picture(vote.locator(".byp-stage"))
        assert "7.6" not in vote.inner_text() + picture.get_attribute("alt")
        expect(vote.get_by_role("button", name="model's answer")).to_have_count(0)
        assert violations(page) == []
        before = picture.get_attribute("src")

        lab.commit_prediction(page, "10")
        page.get_by_role("button", name="Show the model's answer").focus()
        page.keyboard.press("Enter")
        expect(headline).to_contain_text("The model says 7.6 hours a week.")
        expect(picture).not_to_have_attribute("src", before)
        hide = page.get_by_role("button", name="Hide the model's answer")
        expect(hide).to_be_focused()
        lab.use_theme(page, lab.DARK)
        assert violations(page) == []
        # Who changes the theme goes to a menu, and comes back to the button.
        hide.focus()
        page.keyboard.press("Enter")
        expect(headline).not_to_contain_text("model")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(headline).to_have_text("No hands yet.")
        assert page.faults == []


def test_a_class_raises_hands_for_options_and_nothing_is_saved(address, home):
    with lab.chromium() as page:
        opened(page, address, "00_your_company")
        vote = page.locator(VOTE).last
        boxes = vote.get_by_role("textbox")
        names = boxes.evaluate_all("nodes => nodes.map((n) => n.labels[0].textContent)")
        assert len(names) == len(set(names)) and all(n.startswith("Hands for ") for n in names)
        page.keyboard.press("Tab")
        page.keyboard.type("7")
        page.keyboard.press("Tab")
        page.keyboard.type("3")
        page.keyboard.press("Enter")
        first = names[0].removeprefix("Hands for ")
        headline = vote.locator(".byp-headline")
        expect(headline).to_have_text(f"The most, 7 of 10 hands: {first}.")
        sizes = vote.locator("button:visible, input:visible").evaluate_all(
            "nodes => nodes.map((n) => n.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 24
        assert violations(page) == []
        assert not (home / "my_company").exists()
        assert page.faults == []
