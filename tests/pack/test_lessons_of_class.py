"""Lessons in or out and their order: what a class sees; no link leads to nothing."""

import json
import re

import pytest

from helpers import cli, company, context, progress
from helpers.company import CompanyFile
from helpers.data import reading
from helpers.findings import Findings
from helpers.kit import material, pages
from helpers.lessons.class_mirror import ClassMirror
from helpers.lessons.contents import Contents
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.lessons.resources import Resources
from helpers.lessons.why import WhyLesson
from helpers.lessons.your_company import YourCompany
from helpers.memo import page_one

CHOSEN = ("resources", "why", "popular_is_not_fit")
LINK = re.compile(r'href="([^"]+)"|\]\((\d\d_\w+\.ipynb)\)')


def put(pack, *lessons: object) -> None:
    (pack / "pack.json").write_text(json.dumps({"lessons": lessons}), encoding="utf-8")


@pytest.fixture
def chosen(pack):
    """Three lessons in an order of their own, in force."""
    put(pack, 9, *CHOSEN[1:])
    with context.using(pack=pack):
        yield reading.load()


def linked(page: str) -> list[str]:
    return [one or other for one, other in LINK.findall(page)]


def test_contents_list_the_lessons_of_the_class_in_its_order(chosen):
    home = Contents.begin("en").home()
    files = ["09_resources.ipynb", "01_why.ipynb", "02_popular_is_not_fit.ipynb"]
    for page in (home.front.html, home.to_html(), home.to_markdown()):
        links = linked(page)
        assert links[0] == files[0], "go on with the first"
        assert set(links) == set(files)
        assert "0 of 3 lessons done" in page
    rows = re.findall(r'<li class="byp-new[^"]*">.*?</li>', home.front.html)
    assert [linked(row)[0] for row in rows] == files
    assert "Begin with 09" in home.front.html


def test_ways_go_through_the_lessons_of_the_class_in_its_order(pack, data):
    """A way that lacks a lesson is no longer what its name says: an hour, three sessions."""
    order = [key for key in reversed(data.lessons.index) if key not in ("swot", "complexity")]
    put(pack, *order)
    whole = progress.ways(data)
    with context.using(pack=pack):
        tables = reading.load()
        ways = progress.ways(tables)
        assert list(ways) == ["hour", "owner", "all"], "complexity is one of the three sessions"
        assert list(ways["all"].lessons) == order
        for key in ("hour", "owner"):
            assert ways[key].lessons == whole[key].lessons
            assert ways[key].minutes == whole[key].minutes
            assert list(ways[key].lessons) == [one for one in order if one in whole[key].lessons]
        for key in ways:
            course = progress.course(company.case("hotel"), tables, key)
            assert [one.lesson for one in course.lessons] == order
            assert course.next.lesson == "decision"
        page = Contents.begin("en").home().to_markdown()
        assert "All lessons of the class" in page and "All fifteen" not in page


def test_the_way_through_all_keeps_its_name_where_only_the_order_is_another(pack, data):
    put(pack, *reversed(data.lessons.index))
    with context.using(pack=pack):
        assert list(progress.ways(reading.load())) == list(progress.ways(data))
        assert "All fifteen" in Contents.begin("en").home().to_markdown()


def test_who_goes_a_way_that_is_left_out_goes_on_through_all(pack):
    put(pack, "swot")
    with context.using(pack=pack):
        assert list(progress.ways(reading.load())) == ["all"]
        CompanyFile().save({**company.case_document("hotel"), "way": "hour"})
        home = Contents.begin("en").home()
        assert home.front.way == "all"
        assert "Begin with 06" in home.front.html and "0 of 1 lesson done" in home.front.html


def test_lessons_that_are_out_are_named_without_a_link(chosen):
    """An own firm that has answered little: most of what it lacks is asked in lessons left out."""
    borrowed = ["cash", "followers", "looks", "market", "people"]
    own = {**company.case_document("hotel"), "name": "Ours", "invented": False}
    CompanyFile().save({**own, "borrowed": sorted(set(borrowed) & set(company.facts()))})
    home = Contents.begin("en").home()
    for page in (home.front.html, home.to_markdown()):
        assert "not part of your class" in page
        assert all(re.sub(r"^\d\d_|\.ipynb$", "", link) in CHOSEN for link in linked(page))
    start = Resources.begin("en").start()
    assert "Lesson 00 (not part of your class):" in start.to_markdown()


def test_the_memo_page_says_that_its_lesson_is_out(chosen):
    page = Contents.begin("en").home().to_markdown()
    assert "Lesson 14, which writes it, is not part of your class." in page
    assert "write it in lesson 14" not in page and "(14_decision" not in page


def test_nobody_is_sent_to_describe_a_firm_in_a_lesson_that_is_out(chosen):
    assert "lesson 00" not in Resources.begin("en").start().to_markdown()
    assert "Describe it" not in Contents.begin("en").home().front.html


def test_a_lesson_that_is_out_says_so_and_works(chosen):
    told = YourCompany.begin("en").start().to_markdown()
    assert "This lesson is not part of your class" in told
    assert "not part of your class" not in WhyLesson.begin("en").start().to_markdown()


def test_the_bar_leads_to_the_neighbours_in_the_class(chosen):
    around = WhyLesson.begin("en").page.around
    assert around["before"] == {"title": "09 Hours", "path": "09_resources.ipynb"}
    assert around["after"]["path"] == "02_popular_is_not_fit.ipynb"
    assert list(Resources.begin("en").page.around) == ["after"]
    assert list(PopularIsNotFit.begin("en").page.around) == ["before"]
    assert YourCompany.begin("en").page.around == {}


def test_without_lessons_in_the_pack_the_notebooks_own_neighbours_are_right(pack):
    assert WhyLesson.begin("en").page.around is None
    (pack / "pack.json").write_text('{"title": "x"}')
    with context.using(pack=pack):
        assert WhyLesson.begin("en").page.around is None
        assert reading.load().lesson_keys == tuple(reading.load().lessons.index)


def test_the_class_board_offers_the_lessons_of_the_class(chosen):
    board = ClassMirror.begin("en").board()
    assert tuple(key for _words, key in board.lesson.options) == CHOSEN


def test_the_memo_names_no_lesson_that_is_out(chosen):
    known = company.case("hotel").changed(whys=(), decider="")
    (told, *_rest) = list(page_one._open(Findings(known, chosen), page_one.ROOMS[0]))
    assert "who decides" in told and "14" not in told and "(course lesson 01)" in told
    known = known.changed(whys=("Because.",), objective=company.case("hotel").objective)
    assert known.objective["metric"]
    (told, *_rest) = list(page_one._open(Findings(known, chosen), page_one.ROOMS[0]))
    assert "(" not in told


def test_the_kit_is_for_the_lessons_of_the_class(chosen):
    assert [one.slug for one in material.lessons()] == list(CHOSEN)
    for syllabus in material.syllabuses():
        named = {lesson for session in syllabus.sessions for lesson in session.lessons}
        assert named <= set(CHOSEN) and "14 out." in syllabus.says.split("Your pack leaves")[1]
    told = pages.pages()
    assert set(told) == {"README", "09_resources", "01_why", "02_popular_is_not_fit"}
    targets = set(re.findall(r"\]\((\w+)\.md\)", told["README"]))
    assert targets == set(told) - {"README"}


def test_the_kit_of_the_whole_course_leaves_nothing_out(data):
    assert all("Your pack" not in one.says for one in material.syllabuses())


def test_exports_hold_the_lessons_of_the_class_and_link_its_neighbours(chosen, tmp_path):
    folder = tmp_path / "exported"
    assert cli.main(["export", "--all", "-o", str(folder)]) == 0
    names = {"contents.html", "09_resources.html", "01_why.html", "02_popular_is_not_fit.html"}
    assert {path.name for path in folder.iterdir()} == names
    for path in folder.iterdir():
        pages_linked = re.findall(r'href="([\w.-]+\.(?:html|ipynb))"', path.read_text("utf-8"))
        assert set(pages_linked) <= names, path.name
    why = (folder / "01_why.html").read_text(encoding="utf-8")
    assert 'href="09_resources.html">◀ 09 Hours' in why
    assert 'href="02_popular_is_not_fit.html">02 Networks ▶' in why
