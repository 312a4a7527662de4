"""The first page: what it says, the ways, what is written into a learner's copy."""

import json
import re
import shutil

import pytest

from helpers import company, context, copies, progress
from helpers.company import CompanyFile
from helpers.lessons import contents
from helpers.lessons.contents import Contents
from helpers.studio.home import Home
from helpers.views.home import HomeWords
from tests.lessons.parts import NOTEBOOKS
from tools import notebooks

LINK = re.compile(r'href="([^"]+)"')


def opened() -> Home:
    home = Contents.begin("en").home()
    assert isinstance(home, Home)
    return home


def predict(lesson: str = "why") -> None:
    made = {"value": 3, "about": "case:machine_parts", "confidence": 0.5}
    CompanyFile().save({f"predictions.{lesson}[]": made})


def test_it_names_every_lesson_with_a_link_that_leads_to_its_notebook(data):
    for page in (opened().words().html(live=True), opened().to_html(), opened().to_markdown()):
        for path in notebooks.lessons(NOTEBOOKS):
            assert path.name in page
            dilemma = data.lessons.at[path.stem[3:], "dilemma"]
            assert dilemma in page
        for target in LINK.findall(page):
            assert (NOTEBOOKS / target).is_file(), target
        assert "sells websites and advice" in page and "Nothing is sent anywhere" in page
        assert "60 min" in page and "14 h 30 min" in page


def test_nothing_is_written_by_looking_and_a_choice_without_a_file_stays_in_the_page():
    home = opened()
    home.front.way = "hour"
    assert "Begin with 00: Your company" in home.front.html
    assert home.stage.headline.startswith("An hour, alone:")
    assert not CompanyFile().path.exists()
    assert opened().front.way == "all"


def test_the_chosen_way_is_kept_in_the_company_file_and_follows_it():
    predict()
    home = opened()
    home.front.way = "owner"
    assert CompanyFile().load()[0].records["way"] == "owner"
    assert opened().front.way == "owner"
    assert re.search(r'<li class="byp-new byp-off"><span class="byp-number">03<', home.front.html)
    CompanyFile().save({"way": "hour"})
    home.read()
    assert 'value="hour" checked' in home.front.html and home.front.way == "hour"


def test_what_a_lesson_saved_is_told_when_the_page_comes_into_view_again():
    home = opened()
    assert "Begin with 00" in home.front.html
    predict()
    home.front._handle_custom_msg({"read": True}, [])
    assert "Go on with 01: Explore" in home.front.html
    assert '<li class="byp-begun byp-here"><span class="byp-number">01<' in home.front.html


def test_an_own_company_is_told_what_is_still_to_find_out_and_where():
    changes = {**company.case_document("hotel"), "name": "Bakery <b>", "invented": False}
    CompanyFile().save({**changes, "identity": "Bakery <b>", "borrowed": ["weekly", "cash"]})
    page = opened().words().html(live=True)
    assert "Still to find out: 2 answers are the example" in page
    assert 'Asked in: <a href="00_your_company.ipynb">00</a>, ' in page
    assert "Bakery &lt;b&gt;" in page and "Bakery <b>" not in page
    CompanyFile().save({"borrowed": []})
    assert "Every answer is your own." in opened().words().html(live=True)


def test_the_memo_says_what_it_lacks_and_is_linked_once_it_is_written():
    CompanyFile().save({"name": "Bakery", "invented": False, "identity": "Bakery", "people": []})
    CompanyFile().save({"objective.metric": ""})
    page = opened().words().html(live=True)
    assert "an objective (lesson 01), hours (lesson 00) and your reason (lesson 14)" in page
    (context.current().folder / "decision-bakery.html").write_text("memo", encoding="utf-8")
    page = opened().words().html(live=True)
    assert '<a class="byp-file" href=' in page and "Open decision-bakery.html" in page


@pytest.mark.parametrize("damaged", ['{"name": ', '{"way": "nowhere", "name": "Bakery"}'])
def test_a_damaged_company_file_costs_nothing_but_what_is_damaged(damaged):
    path = CompanyFile().path
    path.parent.mkdir()
    path.write_text(damaged, encoding="utf-8")
    assert opened().front.way == "all"
    assert path.read_text(encoding="utf-8") == damaged


# The learner's copy ---------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shipped = tmp_path / "notebooks"
    shipped.mkdir()
    shutil.copy(NOTEBOOKS / context.CONTENTS, shipped)
    copies.renew(shipped, tmp_path / "my_course")
    return tmp_path / "my_course" / context.CONTENTS


def test_progress_stands_in_the_copy_before_it_is_opened_and_no_update_minds(copy):
    predict()
    contents.tell_progress(copy)
    document = json.loads(copy.read_text(encoding="utf-8"))
    (cell,) = [c for c in document["cells"] if c["cell_type"] == "code"]
    (output,) = cell["outputs"]
    assert copies.WIDGET_VIEW not in output["data"]
    assert "Go on with 01: Explore" in "".join(output["data"]["text/html"])
    assert "As of" in "".join(output["data"]["text/plain"])
    # An update: another edition takes the place of the copy, nothing is laid beside it.
    shipped = copy.parent.parent / "notebooks" / context.CONTENTS
    newer = json.loads(shipped.read_text(encoding="utf-8"))
    newer["cells"][0]["source"] = ["# Second edition"]
    shipped.write_text(json.dumps(newer), encoding="utf-8")
    told: list[str] = []
    copies.renew(shipped.parent, copy.parent, told.append)
    assert told == [] and [p.name for p in copy.parent.glob("*.ipynb")] == [context.CONTENTS]
    assert "Second edition" in copy.read_text(encoding="utf-8")


def test_a_copy_that_is_no_notebook_or_has_no_such_cell_stays_as_it_is(copy):
    for text in ("no notebook", json.dumps({"cells": [], "metadata": {}, "nbformat": 4})):
        copy.write_text(text, encoding="utf-8")
        contents.tell_progress(copy)
        assert copy.read_text(encoding="utf-8") == text
    copy.unlink()
    contents.tell_progress(copy)
    assert not copy.exists()


def test_words_of_the_page_are_found_by_their_keys(data):
    words = HomeWords(
        data,
        CompanyFile().load()[0],
        "x",
        progress.course(CompanyFile().load()[0], data),
        saved=False,
    )
    assert words.count() == "0 of 15 lessons done, 14 h 30 min left."
    course = progress.course(CompanyFile().load()[0], data, progress.IN_CLASS)
    words = HomeWords(data, CompanyFile().load()[0], "x", course, saved=False)
    assert words.count() == "0 of 6 lessons done."
    assert "35 min" in words.html(live=True)
