"""The trainer's notebook as it is used: a client by keyboard, its pictures, a ZIP, no barrier."""

import json
import zipfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from helpers import context
from helpers.pack import checking
from tests.browser import lab
from tests.browser.checks import WCAG


def barriers(page, part: str) -> list[tuple[str, str]]:
    """What axe finds in a part of the page."""
    found = Axe().run(page, context=part, options={"runOnly": WCAG})
    return [(v["id"], v["nodes"][0]["html"][:160]) for v in found.response["violations"]]


def typed(page, label: str, text: str) -> None:
    """Type into the field of this label, and leave it with the keyboard."""
    field = page.get_by_label(label, exact=True).first
    field.fill(text)
    field.press("Tab")


def test_a_trainer_makes_a_pack_with_forms_alone(address, home, tmp_path):
    folder = tmp_path / "acme"
    with lab.chromium(1280, 800) as page:
        lab.open_notebook(page, address, f"notebooks/{context.TRAINER}")
        lab.run_all(page)
        typed(page, "Folder of the pack", str(folder))
        page.get_by_role("button", name="The client", exact=True).click()
        expect(page.get_by_role("button", name="Save into the pack")).to_be_visible()
        told = page.locator(".byp-live summary:visible", has_text="The figures")
        expect(told).to_have_count(2)
        told.last.scroll_into_view_if_needed()  # nothing is drawn unseen
        expect(page.locator(".byp-live img:visible")).to_have_count(2)
        typed(page, "Name of the company", "")
        expect(page.get_by_text("Give the company a name first.")).to_be_visible()
        typed(page, "Name of the company", "Bakery Melissa")
        expect(page.get_by_text("Give the company a name first.")).to_have_count(0)
        assert barriers(page, ".byp-live") == []
        page.get_by_role("button", name="Save into the pack").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("companies/bakery_melissa.json")).to_be_visible()

        page.get_by_role("button", name="Numbers").click()
        before = page.get_by_label("Usual", exact=True)
        before.fill("99")
        before.press("Tab")
        expect(page.get_by_text("belongs to the old figures")).to_be_visible()
        expect(page.get_by_text("must lie between low")).to_be_visible()
        typed(page, "Who says so, and why", "Our payroll")
        expect(page.get_by_text("must lie between low")).to_be_visible()
        typed(page, "Usual", "22")
        expect(page.get_by_text("must lie between low")).to_have_count(0)
        assert barriers(page, ".byp-live") == []
        page.get_by_role("button", name="Save into the pack").click()
        expect(page.get_by_text("Saved: Labour cost of one own hour, €22.")).to_be_visible()

        for tab in ("Money and look", "The pack", "A network more", "Quiz"):
            page.get_by_role("button", name=tab, exact=True).click()
            expect(page.get_by_role("button", name="Save into the pack")).to_have_count(1)
            page.wait_for_timeout(500)
            assert barriers(page, ".byp-live") == [], tab
        page.get_by_role("button", name="Check the whole pack").click()
        expect(page.get_by_text("Nothing is wrong with this pack.")).to_be_visible()
        page.get_by_role("button", name="Export as ZIP").click()
        expect(page.get_by_role("link", name="Open acme.zip")).to_be_visible()
        assert page.faults == []
    packed = zipfile.ZipFile(home / "my_company" / "acme.zip").namelist()
    assert "acme/companies/bakery_melissa.json" in packed and "acme/assumptions.csv" in packed
    assert checking.check(folder).sound
    client = json.loads((folder / "companies/bakery_melissa.json").read_text(encoding="utf-8"))
    assert client["name"] == "Bakery Melissa"
