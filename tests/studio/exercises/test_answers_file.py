"""Answers out of a computer and into it, on a desktop and where Python runs in a browser."""

import json
from datetime import UTC, datetime

import pytest

from helpers import context
from helpers.company import CompanyFile, case_document
from helpers.lessons.contents import Contents
from helpers.lessons.decision import TheDecision
from helpers.lessons.why import WhyLesson
from helpers.studio.exercises.answers_file import AnswersFile
from helpers.studio.page import Page

WHEN = datetime(2026, 11, 23, tzinfo=UTC)
BAKERY = {
    **case_document("machine_parts"),
    "name": "Bakery",
    "invented": False,
    "identity": "Bakery",
    "cash": 35.0,
}


def raw(document: object) -> bytes:
    return json.dumps(document).encode()


@pytest.fixture(params=[False, True], ids=["desktop", "browser"])
def in_browser(request, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with context.using(in_browser=request.param):
        yield request.param


@pytest.fixture
def contents(in_browser) -> Contents:
    opened = Contents.begin("en")
    opened.home()
    return opened


@pytest.fixture
def part(contents) -> AnswersFile:
    return contents.answers()


def choose(part: AnswersFile, content: bytes, name: str = "company.json") -> None:
    """Choose a file as the browser tells it."""
    told = {"name": name, "type": "application/json", "size": len(content)}
    part.chosen.value = [{**told, "content": content, "last_modified": WHEN}]


def test_nothing_to_take_out_is_said(part):
    part.out.click()
    assert part.stage.trouble.startswith("Nothing is saved yet") and not part.stage.remarks


def test_answers_are_offered_as_the_one_file(part, contents, in_browser):
    contents.save({"cash": 70})
    part.out.click()
    where = "kept in this browser." if in_browser else "in the folder my_company."
    assert part.stage.headline == f"Ready: company.json, {where}"
    words = "Download company.json" if in_browser else "Open company.json"
    assert part.stage.remarks == (
        f'<p><a class="byp-file" href="my_company/company.json">{words}</a></p>'
    )


def test_a_file_of_another_computer_is_worked_with_at_once(part, contents):
    choose(part, raw(BAKERY))
    assert part.stage.headline == "Taken in: company.json. The course works with Bakery now."
    assert (part.stage.trouble, part.stage.remarks, part.chosen.value) == ("", "", ())
    assert "Bakery" in contents._home.front.html
    assert CompanyFile().load()[0].cash == 35
    assert WhyLesson().company.name == "Bakery"


def test_what_was_here_before_is_kept_and_named(part, contents):
    contents.save({"cash": 70})
    choose(part, raw(BAKERY))
    copy = "company-copy-2026-11-23-1.json"
    assert copy in part.stage.remarks and f'href="my_company/{copy}"' in part.stage.remarks
    kept = json.loads((context.current().folder / copy).read_text(encoding="utf-8"))
    assert kept["cash"] == 70
    choose(part, (context.current().folder / copy).read_bytes(), copy)
    assert contents.company.cash == 70


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"name": "Bakery", "cash": ', "breaks off or is damaged"),
        (b"", "is empty"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"PK\x03\x04 a Word document", "breaks off or is damaged"),
        (b"[1, 2]", "does not hold a company"),
        (raw({**BAKERY, "schema_version": 99}), "comes from a newer course"),
        (b" " * 600_000, "larger than 500 kB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_used_changes_nothing_and_says_why(part, contents, content, reason):
    contents.save({"cash": 70})
    before = {path.name: path.read_bytes() for path in context.current().folder.iterdir()}
    choose(part, content, "other.json")
    assert part.stage.trouble.startswith("other.json") and reason in part.stage.trouble
    assert part.stage.trouble.endswith("Your answers here are as they were.")
    assert {p.name: p.read_bytes() for p in context.current().folder.iterdir()} == before
    assert part.stage.error is None and contents.company.cash == 70


def test_what_is_unsound_in_a_file_is_told_and_the_rest_is_taken(part, contents):
    choose(part, raw({**BAKERY, "ads": "much"}), "other.json")
    assert contents.company.cash == 35
    assert "other.json, field ads" in part.stage.remarks
    assert "All else was taken in." in part.stage.remarks


def test_a_file_of_an_earlier_course_is_brought_up_to_date(part, contents):
    choose(part, raw({"schema_version": 1, "name": "Bakery", "invented": False, "cash": 35}))
    assert (contents.company.name, contents.company.cash) == ("Bakery", 35)


def test_a_place_that_cannot_be_written_is_told(part, tmp_path):
    with context.using(folder=tmp_path / "blocked"):
        (tmp_path / "blocked").write_text("in the way")
        opened = Contents("en")
        other = opened.answers()
        choose(other, raw(BAKERY))
    assert "not saved" in other.stage.trouble and not other.stage.headline


# What leaves a browser by its page ------------------------------------------------------------


def handed_out(page: Page, link: str) -> tuple[dict, list]:
    sent = []
    page.send = lambda message, buffers=(): sent.append((message, list(buffers)))
    page._handle_custom_msg({"fetch": link}, [])
    ((message, buffers),) = sent
    return message, buffers


def test_memo_hand_in_and_answers_leave_a_browser_by_their_links(contents, in_browser):
    contents.save({"cash": 70, "quizzes.why.gap": 0})
    hand_in = contents.hand_in()
    hand_in.nickname.value = "Φox & co"
    hand_in.button.click()
    memo = TheDecision().memo()
    memo.write(".html")
    out = contents.answers()
    out.out.click()
    for stage in (hand_in.stage, memo.stage, out.stage):
        link = stage.remarks.split('href="')[1].split('"')[0]
        message, (content,) = handed_out(contents.page, link)
        assert message["fetched"] == link
        assert content == (context.current().folder / message["name"]).read_bytes()
    assert contents.page.in_browser == in_browser


@pytest.mark.parametrize(
    "link", ["../secret.json", "my_company/../../secret.json", "gone.json", ""]
)
def test_nothing_else_leaves_and_what_is_gone_is_told(link, contents, tmp_path):
    (tmp_path.parent / "secret.json").write_text("{}")
    message, buffers = handed_out(contents.page, link)
    assert buffers == [] and "not there any more" in message["told"]


def test_the_page_says_where_answers_stay(contents, in_browser):
    said = contents.home().to_markdown() + contents.answers().to_markdown()
    assert ("stay in this browser" in said) == in_browser
    assert ("folder my_company" in said) != in_browser


def test_a_browser_that_forgets_says_so_at_every_start(tmp_path):
    warning = "This browser keeps nothing once this page is closed"
    with context.using(in_browser=True, folder=tmp_path):
        assert warning in WhyLesson().start().to_markdown()
        assert warning in Contents("en").home().to_markdown()
    with context.using(in_browser=True, folder=context.BROWSER_STORAGE / "my_company"):
        assert warning not in Contents("en").home().to_markdown()
    assert warning not in Contents("en").home().to_markdown()
