"""A site with a trainer's pack baked in: one link, and the lessons are the client's."""

import json

from playwright.sync_api import expect

from helpers.site import writing
from tests.site import served


def test_a_baked_in_pack_is_there_by_the_link_alone(store, site, tmp_path):
    pack = tmp_path / "pack"
    pack.mkdir()
    wanted = {"title": "The course of the Crocus bank", "start": "hotel", "lessons": ["resources"]}
    (pack / "pack.json").write_text(json.dumps(wanted), encoding="utf-8")
    folder = writing.write(tmp_path / "web" / "bank", pack, store, lambda sentence: None)
    with served.serving(folder.parent) as root, served.chromium(tmp_path / "profile") as browser:
        page = browser.pages[0]
        frame = served.live(page, f"{root}/bank/index.html")
        expect(frame.get_by_text(wanted["title"]).last).to_be_visible()
        frame = served.live(page, f"{root}/bank/09_resources.html")
        expect(frame.locator(".byp-mount-start")).to_contain_text("Hotel Almyra")
        assert browser.faults == []
        assert served.strangers(browser, f"{root}/bank") == []
