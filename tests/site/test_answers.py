"""Answers of the web edition leave it for a desktop, and a desktop's come in; so does a hand-in."""

import json
from pathlib import Path

from playwright.sync_api import expect

from helpers import context
from helpers.company import CompanyFile, case_document
from helpers.hand_in import reading
from tests.browser import lab
from tests.site import served

BAKERY = {**case_document("machine_parts"), "name": "Bakery", "invented": False, "cash": 35.0}


def taken_in_on_a_desktop(raw: bytes, home: Path) -> dict:
    """What a desktop's file holds once the answers of a browser were taken in there."""
    with context.using(folder=home):
        file = CompanyFile()
        file.take_in(raw, "company.json")
        return json.loads(file.path.read_bytes())


def test_answers_go_to_a_desktop_and_come_from_one(address, tmp_path):
    brought = tmp_path / "bakery.json"
    brought.write_text(json.dumps(BAKERY), encoding="utf-8")
    with served.chromium(tmp_path / "profile") as browser:
        page = browser.pages[0]
        frame = served.live(page, f"{address}/index.html")
        with page.expect_file_chooser() as chooser:
            frame.get_by_role("button", name="Take answers in").click()
        chooser.value.set_files(brought)
        expect(frame.get_by_text("The course works with Bakery now.")).to_be_visible()
        frame = served.live(page, f"{address}/09_resources.html")
        lab.commit_prediction(frame)

        frame = served.live(page, f"{address}/index.html")
        frame.get_by_role("button", name="Take my answers out").click()
        with page.expect_download() as started:
            frame.get_by_role("link", name="Download company.json").click()
        out = Path(started.value.path()).read_bytes()
        held = taken_in_on_a_desktop(out, tmp_path / "home")
        assert (held["name"], held["cash"]) == ("Bakery", 35)
        assert held["predictions"]["resources"] == json.loads(out)["predictions"]["resources"]

        frame.get_by_role("textbox", name="Nickname").fill("Crocus")
        frame.get_by_role("button", name="Hand in").click()
        with page.expect_download() as started:
            frame.get_by_role("link", name="Download hand-in-Crocus.json").click()
        inbox = tmp_path / "inbox"
        started.value.save_as(inbox / started.value.suggested_filename)
        read = reading.read(inbox)
        assert [one.nickname for one in read.hand_ins] == ["Crocus"]
        assert browser.faults == []
        assert served.strangers(browser, address) == []
