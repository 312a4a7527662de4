"""What is wrong is told on the first page, calmly: file, tables of a pack, lessons not there."""

import html
import re

import pytest

from helpers import context, progress
from helpers.company import CompanyFile
from helpers.data.tables import TableError
from helpers.lessons import contents
from helpers.lessons.contents import Contents
from helpers.views.home_words import duration
from tests.lessons.parts import NOTEBOOKS
from tests.studio.test_home import LINK, opened, predict, rows
from tools import notebooks


@pytest.mark.parametrize(
    ("damaged", "named"),
    [
        ('{"name": ', "company.json"),
        ("[]", "company.json"),
        ('{"way": "nowhere", "name": "Bakery"}', "way"),
        ('{"name": "Bakery", "predictions": "many"}', "predictions"),
        ('{"name": "Bakery", "predictions": {"why": [3]}}', "predictions"),
        ('{"name": "Bakery", "quizzes": {"why": 5}}', "quizzes"),
        ('{"name": "Bakery", "own_tasks": {"why": 5}}', "own_tasks"),
        ('{"name": "Bakery", "decisions": []}', "decisions"),
        ('{"name": "Bakery", "borrowed": "all"}', "borrowed"),
    ],
)
def test_what_is_damaged_is_told_in_calm_words_and_nothing_else_is_lost(damaged, named):
    path = CompanyFile().path
    path.parent.mkdir()
    path.write_text(damaged, encoding="utf-8")
    home = opened()
    assert home.front.way == "all"
    (warning,) = home.words().warnings()
    assert named in warning and "Your file is untouched" in warning
    for page in (home.front.html, home.to_html()):
        assert f'<p class="byp-warning">{html.escape(warning)}</p>' in page
        assert len(rows(page)) == 15 and "Begin with 00" in page
    assert "Your file is untouched" in home.to_markdown() and "Traceback" not in home.to_markdown()
    assert path.read_text(encoding="utf-8") == damaged


def test_a_file_that_is_damaged_or_goes_while_the_page_is_open_costs_no_traceback():
    predict()
    home, path = opened(), CompanyFile().path
    path.write_text('{"name": ', encoding="utf-8")
    home.front._handle_custom_msg({"read": True}, [])
    assert "byp-warning" in home.front.html and "Petrakis" in home.front.html
    path.unlink()
    home.front._handle_custom_msg({"read": True}, [])
    assert "byp-warning" not in home.front.html and "Begin with 00" in home.front.html


def test_without_a_file_or_with_a_sound_one_there_is_no_warning():
    assert opened().words().warnings() == []
    predict()
    assert opened().words().warnings() == []
    assert '"byp-warning"' not in opened().to_html()


def test_tables_that_cannot_be_read_are_told_in_one_sentence(monkeypatch):
    def refuse():
        raise TableError("lessons.csv was not found; restore it.")

    monkeypatch.setattr(contents.reading, "load", refuse)
    assert Contents.begin("en").home().to_markdown() == "> lessons.csv was not found; restore it."


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "pack"
    folder.mkdir()
    with context.using(pack=folder):
        yield folder


def table(name: str) -> list[str]:
    text = (context.CHECKOUT / "data" / name).read_text(encoding="utf-8")
    return text.splitlines(keepends=True)


@pytest.mark.parametrize(
    ("name", "left_out", "said"),
    [
        ("lessons.csv", "swot,", "the row “swot” is missing"),
        ("lessons.csv", "lesson,number", "add it to the header"),
        ("ways.csv", "all,", "the row “all your_company” is missing"),
        ("terms.csv", "way,owner", "the row “way owner” is missing"),
    ],
)
def test_a_trainers_table_without_a_lesson_or_way_is_told_and_the_courses_own_counts(
    pack, name, left_out, said
):
    lines = [line for line in table(name) if not line.startswith(left_out)]
    (pack / name).write_text("".join(lines), encoding="utf-8")
    home = opened()
    (warning,) = home.words().warnings()
    assert said in warning and warning.endswith("uses the course's own table.")
    assert len(rows(home.front.html)) == 15 and home.front.html.count("byp-warning") == 1


def test_sums_follow_the_table_of_lessons(pack):
    before = {key: way.minutes for key, way in progress.ways(opened().words().tables).items()}
    longer = [re.sub(r",20,(\d{4}-)", r",45,\1", line) for line in table("lessons.csv")]
    longer = [line.replace(",6,28,13,", ",6,28,18,") for line in longer]  # lesson 01, company
    (pack / "lessons.csv").write_text("".join(longer), encoding="utf-8")
    home = opened()
    after = {key: way.minutes for key, way in progress.ways(home.words().tables).items()}
    changed = {key: after[key] - before[key] for key in after}
    in_class = [rows(home.front.html)[place][1] for place in (1, 2, 9, 10, 12, 14)]
    assert changed["hour"] == changed["owner"] == changed["all"] == 5
    assert changed["sessions"] == 25 * sum("In class 45 min" in row for row in in_class) > 0
    for minutes in after.values():
        assert duration(minutes) in home.front.html


# Lessons that are not there ---------------------------------------------------------------


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """A folder with the contents and every lesson, where a kernel works."""
    folder = tmp_path / "my_course"
    folder.mkdir()
    for path in [NOTEBOOKS / context.CONTENTS, *notebooks.lessons(NOTEBOOKS)]:
        (folder / path.name).write_text("{}", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_a_missing_lesson_is_named_has_no_link_and_is_passed(beside, data):
    assert opened().words().warnings() == []
    for name in ("00_your_company.ipynb", "14_decision.ipynb"):
        (beside / name).unlink()
    home = opened()
    (warning,) = home.words().warnings()
    assert warning.startswith("The notebooks of lessons 00 and 14 are not beside this page.")
    assert warning.endswith("your answers stay.")
    for page in (home.front.html, home.to_html(), home.to_markdown()):
        assert "00_your_company.ipynb" not in page and "14_decision.ipynb" not in page
        assert data.lessons.at["decision", "dilemma"] in html.unescape(page)
        assert "Begin with 01: The dilemma" in page
    (beside / "14_decision.ipynb").write_text("{}", encoding="utf-8")
    home.read()
    assert "The notebook of lesson 00 is not beside this page." in home.front.html


def test_without_any_lesson_there_is_no_button_and_still_all_of_the_page(beside, data):
    for path in beside.glob("[0-9]*.ipynb"):
        path.unlink()
    home = opened()
    for page in (home.front.html, home.to_html()):
        assert 'class="byp-next"' not in page and len(rows(page)) == 15
        assert all((beside / target).is_file() for target in LINK.findall(page))
    home.front.way = "hour"
    assert home.stage.headline == "An hour, alone: 0 of 4 lessons done, 60 min left."


def test_where_a_kernel_works_elsewhere_no_lesson_is_taken_for_missing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert opened().words().warnings() == []
