"""The first page as a learner meets it: one screen, a phone, there and back, no barrier."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from helpers import company, context
from helpers.company import CompanyFile
from tests.browser import lab
from tests.browser.checks import WCAG

PAGE = f"notebooks/{context.CONTENTS}"
WHY = "Why?"
"""The title of lesson 01."""


def barriers(page: Page) -> list[tuple[str, str]]:
    """What axe finds in the first page."""
    found = Axe().run(page, context=".byp-home", options={"runOnly": WCAG})
    return [(v["id"], v["nodes"][0]["html"][:160]) for v in found.response["violations"]]


def test_the_page_needs_no_kernel_and_follows_what_a_lesson_saves(address, home):
    with lab.chromium(1280, 720) as page:
        lab.open_notebook(page, address, PAGE)
        saved = page.locator(".byp-words .byp-home")
        expect(saved.get_by_role("listitem")).to_have_count(15)
        expect(saved.get_by_role("link", name="Begin with 00: The dilemma")).to_be_visible()
        assert barriers(page) == []
        # One start button: what wakes the page is quiet, and gone once it is awake.
        wake = page.get_by_role("button", name="Show my progress")
        looks = "node => getComputedStyle(node).backgroundColor"
        assert wake.evaluate(looks) != saved.locator(".byp-go").evaluate(looks)

        lab.run_all(page)
        live = page.locator(".byp-live .byp-home")
        expect(live).to_be_visible()
        expect(saved).to_be_hidden()
        expect(wake).to_be_hidden()
        expect(page.get_by_role("paragraph").filter(has_text="CC BY 4.0")).to_be_visible()
        expect(page.get_by_text("P01")).to_have_count(0)
        assert not (home / "my_company").exists()
        row = live.get_by_role("listitem").nth(1)
        expect(row).to_contain_text("new")
        row.get_by_role("link").click()
        page.get_by_role("heading", name=WHY).wait_for(timeout=lab.KERNEL_WAIT)
        lab.wait_for_kernel(page)
        lab.run_all(page)
        lab.commit_prediction(page)

        page.get_by_role("link", name="Contents").first.click()
        expect(row).to_contain_text("begun")
        go_on = live.get_by_role("link", name="Go on with 01: Explore")
        expect(go_on).to_be_visible()
        assert barriers(page) == []
        # What a lesson loads for its own parts does not squeeze the page.
        page.set_viewport_size({"width": 1400, "height": 720})
        assert live.bounding_box()["height"] <= ROOM
        lab.use_theme(page, lab.DARK)
        assert barriers(page) == []

        # Another way, by keyboard: focus stays, the change is announced and kept.
        live.get_by_role("radio", name="All fifteen").focus()
        page.keyboard.press("ArrowUp")
        chosen = live.get_by_role("radio", name="Three sessions")
        expect(chosen).to_be_checked()
        expect(page.locator(".byp-mount-home .byp-headline")).to_contain_text("Three sessions")
        expect(live.get_by_role("radio", name="Three sessions")).to_be_focused()
        assert '"way": "sessions"' in (home / "my_company" / "company.json").read_text()
        assert barriers(page) == []

        go_on.click()
        page.get_by_role("heading", name=WHY).wait_for(timeout=lab.KERNEL_WAIT)
        assert page.faults == []


ROOM = 560
"""CSS pixels that a window of 1280×720 leaves below menu, title and lead."""


def test_all_of_it_is_on_one_screen_and_a_phone_loses_nothing_to_the_side(address):
    with lab.chromium(1280, 720) as page:
        page.goto(f"{address}/doc/tree/{PAGE}?token={lab.TOKEN}&reset")
        front = page.locator(".byp-words .byp-home")
        front.wait_for(timeout=lab.KERNEL_WAIT)
        assert front.bounding_box()["height"] <= ROOM
        small = "nodes => nodes.filter(n => n.getBoundingClientRect().height < 24).length"
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            narrow = f"() => document.querySelector('.byp-home').clientWidth < {width}"
            page.wait_for_function(narrow)
            box = front.bounding_box()
            sides = "nodes => nodes.map(n => n.getBoundingClientRect().right)"
            assert max(front.locator("*").evaluate_all(sides)) <= box["x"] + box["width"] + 1
            assert front.locator("ol a, summary, .byp-go").evaluate_all(small) == 0
            expect(front.get_by_role("link", name="Begin with 00")).to_be_in_viewport()
        assert barriers(page) == []
        assert page.faults == []


@pytest.mark.parametrize("theme", ["", lab.DARK])
@pytest.mark.parametrize("width", [1280, 390])
def test_an_owner_half_way_sees_what_lacks_and_the_memo_at_every_width(address, home, width, theme):
    """A company of one's own, a memo, a wrong field: all of it told, none of it hidden."""
    borrowed = ["cash", "weekly", "first_page", "followers"]
    changes = {**company.case_document("hotel"), "name": "Bakery", "invented": False}
    folder = home / "my_company"
    with context.using(folder=folder):
        CompanyFile().save({**changes, "identity": "Bakery", "borrowed": borrowed, "way": "owner"})
    (folder / "decision-bakery.html").write_text("memo", encoding="utf-8")
    document = json.loads((folder / "company.json").read_text(encoding="utf-8"))
    document["predictions"] = "many"
    (folder / "company.json").write_text(json.dumps(document), encoding="utf-8")
    with lab.chromium(width, 844) as page:
        lab.open_notebook(page, address, PAGE)
        if theme:
            lab.use_theme(page, theme)
        lab.run_all(page)
        front = page.locator(".byp-live .byp-home")
        expect(front.locator(".byp-warning")).to_contain_text("Your file is untouched")
        expect(front.get_by_role("link", name="Begin with 00")).to_be_in_viewport()
        expect(front.locator(".byp-asking")).to_contain_text("00 Company Cash for this")
        front.get_by_text("What other lessons ask for").click()
        expect(front.get_by_role("link", name="12 Search")).to_be_visible()
        expect(front.get_by_text("In no lesson yet")).to_be_visible()
        expect(front.get_by_role("link", name="Open decision-bakery.html")).to_be_visible()
        row = front.locator(".byp-lessons > li").nth(9)
        for said in ("“Ten minutes each!”", "20 min", "60 min", "new"):
            expect(row.get_by_text(said)).to_be_visible()
        assert barriers(page) == []
        box = front.bounding_box()
        sides = "nodes => nodes.map(n => n.getBoundingClientRect().right)"
        assert max(front.locator("*").evaluate_all(sides)) <= box["x"] + box["width"] + 1
        # The figures of a column stand under each other and its head.
        if width == 1280:
            for column in (".byp-class", ".byp-alone"):
                assert len(set(front.locator(column).evaluate_all(sides))) == 1, column
        small = "nodes => nodes.filter(n => parseFloat(getComputedStyle(n).fontSize) < 15).length"
        assert front.locator(":not(input)").evaluate_all(small) == 0
        assert page.faults == []
