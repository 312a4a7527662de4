"""What a class sees of a pack: the line in the head of each lesson, and the start company."""

import json

import pytest

from helpers import company, context
from helpers.company import CompanyFile
from helpers.lessons.contents import Contents
from helpers.lessons.relation_not_push import RelationNotPush
from helpers.lessons.resources import Resources
from helpers.lessons.your_company import YourCompany
from helpers.pack import starter
from helpers.studio.exercises.audit import MonthAudit
from tests.pack.copies import DATA, copy_of, replaced

HOSTILE = "<img src=x onerror=alert(1)> **A** $x$ [b](javascript:1)"


def put(pack, **fields) -> None:
    (pack / "pack.json").write_text(json.dumps(fields), encoding="utf-8")


def heads() -> list[str]:
    """The heads of a lesson and of the contents, as they are saved and as they are shown."""
    start, home = Resources.begin("en").start(), Contents.begin("en").home()
    shown = [start.stage.headline + start.stage.remarks, home.front.html, home.to_html()]
    return [*shown, start.to_markdown(), home.to_markdown()]


def test_each_head_names_the_pack_in_force(pack):
    put(pack, title="Hotels of the island")
    with context.using(pack=pack):
        for head in heads():
            assert "your trainer" in head and "“Hotels of the island”" in head


def test_a_pack_without_a_title_is_told_and_an_empty_one_or_none_is_not(pack):
    assert not any("your trainer" in head for head in heads())
    with context.using(pack=pack):
        assert not any("your trainer" in head for head in heads())
        copy_of(pack, "levels.csv")
        assert all("your trainer" in head for head in heads())


def test_a_title_is_words_and_never_a_tag_or_a_link(pack):
    put(pack, title=HOSTILE[:60])
    with context.using(pack=pack):
        for head in heads():
            assert "<img" not in head and "onerror" in head
        for head in heads()[-2:]:
            assert "**A**" not in head and "$x$" not in head


def test_a_class_starts_with_the_company_of_the_pack(pack):
    starter.new(pack / "client", "hotel")
    for path in (pack / "client").iterdir():
        path.rename(pack / path.name)
    put(pack, start=starter.CLIENT)
    with context.using(pack=pack):
        known, notice = CompanyFile().load()
        assert (known.name, known.started_from, notice) == ("Our client", starter.CLIENT, "")
        lesson = Resources.begin("en")
        assert "Our client" in lesson.start().to_markdown()
        assert lesson.own().studio.state is not None and lesson.company.name == "Our client"
        example = YourCompany.begin("en")
        assert example.company.started_from == starter.CLIENT
        saved, _notice = CompanyFile().save({"cash": 1000})
        assert saved.name == "Our client"
    assert CompanyFile().load()[0].name == "Our client", "what is saved stays without the pack"


def test_who_has_a_company_keeps_it(pack):
    CompanyFile().save(company.case_document("museum"))
    put(pack, start="hotel")
    with context.using(pack=pack):
        assert CompanyFile().load()[0].started_from == "museum"


def test_a_damaged_file_is_replaced_by_the_company_of_the_class_until_it_is_mended(pack):
    file = CompanyFile()
    file.path.parent.mkdir()
    file.path.write_text("{")
    put(pack, start="hotel")
    with context.using(pack=pack):
        known, notice = file.load()
    assert known.started_from == "hotel" and "breaks off" in notice


def test_a_start_company_that_cannot_be_used_is_told_and_the_course_starts_as_ever(pack):
    (pack / "companies").mkdir()
    (pack / "companies" / "client.json").write_text('{"name": ')
    put(pack, start="client")
    with context.using(pack=pack):
        lesson = Resources.begin("en")
        assert lesson.company.started_from == company.DEFAULT_CASE
        assert "client.json, row 1" in lesson.start().to_markdown()


@pytest.mark.parametrize("start", ["our_client", "cosmetics"])
def test_the_posts_of_lesson_03_are_those_of_the_start_company(pack, start):
    month = (DATA / "posts" / "museum.csv").read_text(encoding="utf-8")
    (pack / "posts").mkdir()
    (pack / "posts" / "our_client.csv").write_text(month[: month.rindex("\n", 0, -1) + 1])
    copy_of(pack, "companies/museum.json", replaced('"name": "', '"name": "Our '))
    (pack / "companies" / "museum.json").rename(pack / "companies" / "our_client.json")
    put(pack, start=start)
    with context.using(pack=pack):
        lesson = RelationNotPush.begin("en")
        audit = lesson.audit()
        assert isinstance(audit, MonthAudit)
        own = len(lesson.tables.posts["our_client"])
        assert (len(audit.posts) == own) == (start == "our_client")
        # Another firm is taken over elsewhere: its month is shown when the cell runs again.
        CompanyFile().save(company.case_document("museum"))
        lesson.reload()
        assert len(lesson.audit().posts) == len(lesson.tables.posts["museum"])


def test_a_firm_without_a_page_is_shown_the_month_of_the_class(pack):
    put(pack, start="museum")
    CompanyFile().save(company.case_document("software"))
    with context.using(pack=pack):
        lesson = RelationNotPush.begin("en")
        assert lesson.company.started_from == "software"
        assert lesson.audit().posts == list(lesson.tables.posts["museum"].to_dict("records"))


def test_whose_posts_they_are_is_said_as_it_is(pack):
    put(pack, start="museum")
    with context.using(pack=pack):
        assert "invented by us" in RelationNotPush.begin("en").audit().to_markdown()
        path = copy_of(pack, "posts/museum.csv")
        assert "those of your trainer's pack" in RelationNotPush.begin("en").audit().to_markdown()
        path.write_text("post,text\n")
        assert "invented by us" in RelationNotPush.begin("en").audit().to_markdown()
