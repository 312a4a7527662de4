"""The lecturer's notebook and the hand-in as they are used: thirty learners, no barrier."""

import json
import shutil
import zipfile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from helpers import context
from helpers.company import CompanyFile
from helpers.data import reading
from helpers.hand_in import reading as hand_ins
from tests.browser import lab
from tests.browser.checks import WCAG
from tests.hand_in.test_board import PICTURES, learners


def barriers(page, part: str) -> list[tuple[str, str]]:
    """What axe finds in a part of the page."""
    found = Axe().run(page, context=part, options={"runOnly": WCAG})
    return [(v["id"], v["nodes"][0]["html"][:160]) for v in found.response["violations"]]


@pytest.fixture
def monday(course, tmp_path):
    """A ZIP of thirty hand-ins beside the notebook, as a platform packs them."""
    path = course / "notebooks" / "monday.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in learners(reading.load(), 30).items():
            archive.writestr(name, content)
    yield path
    path.unlink()


def test_a_lecturer_sees_a_class_of_thirty_in_six_pictures(address, course, monday):
    with lab.chromium(1280, 800) as page:
        lab.open_notebook(page, address, f"notebooks/{context.CLASS}")
        lab.run_all(page)
        page.get_by_role("button", name="Read the hand-ins").click()
        expect(page.get_by_text("30 learners in monday.zip.")).to_be_visible()
        show = page.get_by_label("Show", exact=True)
        heard = set()
        for place in range(len(PICTURES)):
            show.select_option(index=place)
            picture = page.locator(".byp-live img:visible").first
            expect(picture).to_be_visible()
            page.wait_for_function(
                "seen => { const h = [...document.querySelectorAll('.byp-live .byp-headline')]"
                ".map(n => n.textContent).join('|'); return !seen.includes(h); }",
                arg=sorted(heard),
            )
            heard.add("|".join(page.locator(".byp-live .byp-headline").all_text_contents()))
        assert len(heard) == len(PICTURES)
        assert barriers(page, ".byp-live") == []
        learner = page.get_by_label("Learner", exact=True)
        learner.select_option(index=2)
        page.get_by_role("button", name="Write the gradebook").click()
        expect(page.get_by_text("Written: gradebook-monday.csv")).to_be_visible()
        assert (course / "notebooks" / "gradebook-monday.csv").is_file()
        assert page.faults == []


def test_a_learner_hands_in_by_keyboard_what_the_lecturer_reads(address, home, tmp_path):
    with lab.chromium(1280, 800) as page:
        lab.open_notebook(page, address, "notebooks/01_why.ipynb")
        lab.run_all(page)
        lab.commit_prediction(page)
        lab.open_notebook(page, address, f"notebooks/{context.CONTENTS}")
        lab.run_all(page)
        nickname = page.get_by_label("Nickname")
        nickname.fill("Fox")
        nickname.press("Tab")
        page.get_by_role("button", name="Hand in").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Ready to hand in: 1 prediction")).to_be_visible()
        assert barriers(page, ".byp-home") == []
        assert page.faults == []
    folder = home / "my_company"
    made = json.loads((folder / "hand-in-fox.json").read_text(encoding="utf-8"))
    assert made["nickname"] == "Fox" and list(made["predictions"]) == ["why"]
    kept = CompanyFile(folder).load()[0].records["hand_in"]
    assert kept == {"nickname": "Fox", "token": made["token"]}
    shutil.copy(folder / "hand-in-fox.json", tmp_path / "a.json")
    assert [one.nickname for one in hand_ins.read(tmp_path).hand_ins] == ["Fox"]
