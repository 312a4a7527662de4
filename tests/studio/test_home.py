"""The first page: what it says, the ways, what is written into a learner's copy."""

import html
import json
import re
import shutil

import pytest

from helpers import company, context, copies, progress
from helpers.company import CompanyFile
from helpers.lessons import contents
from helpers.lessons.contents import Contents
from helpers.studio.home import Home
from helpers.views.home import HomePage
from helpers.views.home_words import duration
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
        assert "Begin with 00: The dilemma" in page
        for way in progress.ways(data).values():
            assert duration(way.minutes) in page


ROW = re.compile(r'<li class="(byp-(?:new|begun|done)[^"]*)">(.*?)</li>')


def rows(page: str) -> list[tuple[str, str]]:
    """For each lesson its classes, and what a screen reader says of it."""
    said = [(kind, re.sub("<[^>]+>", "", row)) for kind, row in ROW.findall(page)]
    return [(kind, " ".join(html.unescape(row).split())) for kind, row in said]


def test_each_row_says_lesson_dilemma_minutes_and_status_and_never_the_motto(data):
    table = rows(opened().words().html(live=True))
    assert len(table) == len(data.lessons)
    for path, (_kind, said) in zip(notebooks.lessons(NOTEBOOKS), table, strict=True):
        lesson, row = path.stem[3:], data.lessons.loc[path.stem[3:]]
        in_class, alone = row["in_class"], progress.minutes_of(data, lesson)
        assert said == (
            f"{row['number']:02d} {row['topic']} {row['dilemma']} "
            f"In class {duration(in_class)} Alone {duration(alone)} new"
        )
    for page in (opened().to_html(), opened().to_markdown()):
        for path in notebooks.lessons(NOTEBOOKS):
            assert notebooks.heading(path).sentence not in html.unescape(page), path.stem


def test_one_button_leads_on_and_nothing_else_looks_like_it():
    page = opened().words().html(live=True)
    assert page.count("byp-go") == 1 and "<button" not in page


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
    first = '<p class="byp-asking"><a href="00_your_company.ipynb">00 Company</a> Cash for this'
    assert first in page
    folded = page.partition("What other lessons ask for</summary>")[2].partition("</details>")[0]
    assert folded.startswith('<ul><li><a href="02_popular_is_not_fit.ipynb">02 Networks</a> ')
    assert "how many use it weekly" in folded and "Cash" not in folded
    words = opened().to_markdown()
    assert "- [00 Company](00_your_company.ipynb) Cash for this, a month\n- [02 Networks]" in words
    assert "Bakery &lt;b&gt;" in page and "Bakery <b>" not in page
    CompanyFile().save({"borrowed": []})
    page = opened().words().html(live=True)
    assert "Every answer is your own." in page and "byp-asking" not in page


@pytest.mark.parametrize("key", [key for key, asked in company.facts().items() if asked])
def test_every_answer_that_lacks_is_told_with_a_link_to_the_lesson_that_asks(key, data):
    CompanyFile().save({**company.case_document("hotel"), "invented": False, "borrowed": [key]})
    asked = company.facts()[key]
    (lesson,) = [one for one, row in data.lessons.iterrows() if f"{row['number']:02d}" == asked]
    topic, title = data.lessons.at[lesson, "topic"], company.schema()["properties"][key]["title"]
    page = html.unescape(opened().words().html(live=True))
    assert f'<a href="{asked}_{lesson}.ipynb">{asked} {topic}</a> {title}</p>' in page
    assert "1 answer is the example's" in page and "What other lessons" not in page


def test_the_memo_says_what_it_lacks_and_is_linked_once_it_is_written():
    CompanyFile().save({"name": "Bakery", "invented": False, "identity": "Bakery", "people": []})
    CompanyFile().save({"objective.metric": ""})
    page = opened().words().html(live=True)
    said = re.sub("<[^>]+>", "", page)
    assert "an objective (lesson 01), hours (lesson 00) and your reason (lesson 14)" in said
    for target in ("01_why", "00_your_company", "14_decision"):
        assert f'<a href="{target}.ipynb">' in page.partition("Your memo")[2]
    (context.current().folder / "decision-bakery.html").write_text("memo", encoding="utf-8")
    page = opened().words().html(live=True)
    assert '<a class="byp-file" href=' in page and "Open decision-bakery.html" in page


# The learner's copy ---------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shipped = tmp_path / "notebooks"
    shipped.mkdir()
    shutil.copy(NOTEBOOKS / context.CONTENTS, shipped)
    copies.renew(shipped, tmp_path / "my_course")
    for path in notebooks.lessons(NOTEBOOKS):
        (tmp_path / "my_course" / path.name).write_text("{}", encoding="utf-8")
    return tmp_path / "my_course" / context.CONTENTS


def test_progress_stands_in_the_copy_before_it_is_opened_and_no_update_minds(copy):
    predict()
    contents.tell_progress(copy)
    document = json.loads(copy.read_text(encoding="utf-8"))
    (cell,) = [c for c in document["cells"] if c["id"] == "home"]
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
    assert told == []
    assert [p.name for p in copy.parent.glob("contents*.ipynb")] == [context.CONTENTS]
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
    known = CompanyFile().load()[0]
    course = progress.course(known, data)
    words = HomePage(data, known, "x", course, saved=False)
    assert words.count() == f"0 of 15 lessons done, {duration(course.way.minutes)} left."
    assert "byp-by-alone" in words.html(live=True)
    course = progress.course(known, data, progress.IN_CLASS)
    words = HomePage(data, known, "x", course, saved=False)
    assert words.count() == "0 of 6 lessons done."
    assert "byp-by-class" in words.html(live=True)
