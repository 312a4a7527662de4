"""``course pack show``: what a pack changes in the lessons, told in words and drawn."""

import json
import re

import pytest

from helpers import cli, context
from helpers.data import reading
from helpers.lessons.kinds import lesson_kind
from helpers.pack import preview, preview_page, starter
from helpers.pack.preview import Change, Redrawn
from tests.pack.copies import copy_of, replaced


@pytest.fixture
def few(monkeypatch):
    """Only these lessons are opened, so that a test takes seconds."""

    def only(*slugs: str) -> None:
        kinds = [kind for kind in preview.lesson_classes() if kind.slug in slugs]
        assert len(kinds) == len(slugs)
        monkeypatch.setattr(preview, "lesson_classes", lambda: kinds)
        own = reading.load()
        monkeypatch.setattr(
            preview, "_order", lambda _tables: [s for s in own.lessons.index if s in slugs]
        )

    return only


def dearer(text: str) -> str:
    """The ledger with another wage."""
    return re.sub(r"(?m)^(wage,[^,]*,10\.6),16\.7,", r"\1,25,", text)


def test_a_changed_number_is_told_where_it_is_read_and_nowhere_else(pack, few):
    few("resources", "search_first", "care_or_reputation")
    copy_of(pack, "assumptions.csv", dearer)
    shown = preview.preview(pack)
    by_slug = {one.slug: one for one in shown.lessons}
    assert not by_slug["care_or_reputation"].sentences
    assert not by_slug["care_or_reputation"].pictures
    said = [change.after for change in by_slug["resources"].sentences]
    assert any("of wages" in sentence for sentence in said)
    assert "Worked example" in [one.place for one in by_slug["search_first"].pictures]
    assert [one.slug for one in shown.changed] == ["resources", "search_first"]
    assert "in 2 lessons" in shown.summary() and shown.same() == "As before: 05."


def test_it_says_what_the_lessons_themselves_say(pack, few):
    """Each new sentence is one that the lesson shows with the pack in force, and is not the old."""
    few("search_first")
    copy_of(pack, "assumptions.csv", dearer)
    (one,) = preview.preview(pack).lessons

    def said() -> list[str]:
        studio = lesson_kind("search_first")().explore_studio()
        return [studio.words.headline, *studio.words.remarks]

    before = said()
    with context.using(pack=pack):
        after = said()
    told = [c for c in one.sentences if c.place == "Explore"]
    assert (
        told and {c.before for c in told} <= set(before) and {c.after for c in told} <= set(after)
    )
    assert {c.after for c in told} == set(after) - set(before)


def test_the_short_way_for_the_ledger_finds_what_the_long_one_finds(pack, few, monkeypatch):
    few("resources", "search_first", "relation_not_push")
    copy_of(pack, "assumptions.csv", dearer)
    short = preview.preview(pack)
    monkeypatch.setattr(preview, "_figures_only", lambda *_: None)
    assert preview.preview(pack) == short


def test_the_course_itself_changes_nothing(pack, few):
    few("resources", "why")
    copy_of(pack, "assumptions.csv")
    copy_of(pack, "levels.csv")
    shown = preview.preview(pack)
    assert not shown.changed and not shown.news
    assert list(shown.lines())[-1] == "No sentence and no picture of a lesson changes."


def test_names_questions_and_new_examples_are_told(pack, few):
    few("why")
    starter.new(pack, "hotel")
    quiz = copy_of(pack, "quizzes/why.json")
    document = json.loads(quiz.read_text(encoding="utf-8"))
    old = document["questions"][0]["prompt"]
    document["questions"][0]["prompt"] = "Who asked for the page?"
    quiz.write_text(json.dumps(document), encoding="utf-8")
    shown = preview.preview(pack)
    assert shown.news == ("New: the example Our client.", "A class starts with Our client.")
    assert Change("Quiz", old, "Who asked for the page?") in shown.lessons[0].sentences


def test_lessons_that_are_out_are_named_and_no_more(pack, few):
    few("why", "resources")
    starter.new(pack, "museum")
    settings = {"start": "our_client", "lessons": ["resources"]}
    (pack / "pack.json").write_text(json.dumps(settings), encoding="utf-8")
    shown = preview.preview(pack)
    assert "A class starts with Our client." in shown.news
    left_out = shown.news[-1]
    assert left_out.startswith("Left out: 00, 01") and "09" not in left_out
    assert [one.slug for one in shown.lessons] == ["resources"]
    assert any(c.place == "Explore" for c in shown.lessons[0].sentences)


def test_a_pack_that_is_faulty_changes_nothing_and_check_is_named(pack, few, capsys):
    few("why")
    copy_of(pack, "assumptions.csv", replaced("16.7", "much"))
    assert cli.main(["pack", "show", str(pack)]) == 0
    said = capsys.readouterr().out
    assert "No sentence and no picture" in said and f"course check {pack}" in said


def test_what_cannot_be_shown_is_a_sentence(pack, few, monkeypatch):
    few("why")
    copy_of(pack, "levels.csv")

    def broken(self):
        if context.current().pack is not None:
            raise ZeroDivisionError
        return {}

    monkeypatch.setattr(lesson_kind("why"), "worked_example", broken)
    (one,) = preview.preview(pack).lessons
    told = [c.after for c in one.sentences if c.place == "Worked example"]
    assert told == ["This part cannot be shown (ZeroDivisionError)."]


def test_two_sentences_become_one_where_most_is_the_same():
    change = Change("", "It takes 6.1 hours a week.", "It takes 8.2 hours a week.")
    assert change.pieces() == [
        ("It takes", "It takes"),
        ("6.1", "8.2"),
        ("hours a week.", "hours a week."),
    ]
    assert list(preview._shown(change)) == ["    It takes [6.1 → 8.2] hours a week."]
    assert Change("", "Open a page.", "Nobody asks for one here.").pieces() == [
        ("Open a page.", "Nobody asks for one here.")
    ]
    assert [line.strip() for line in preview._shown(Change("", "", "New."))] == [
        "from: –",
        "to: New.",
    ]


def test_the_page_holds_every_change_and_pictures_that_can_be_seen(pack, few, tmp_path, capsys):
    few("search_first")
    copy_of(pack, "assumptions.csv", dearer)
    (pack.parent / "a <b>").mkdir()
    named = pack.rename(pack.parent / "a <b>" / "x & y")
    assert cli.main(["pack", "show", str(named), "--to", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("index.html")
    page = (tmp_path / "out" / preview_page.INDEX).read_text(encoding="utf-8")
    assert "x &amp; y" in page and "<del>" in page and "<ins>" in page
    names = re.findall(r'<img src="([^"]+)" width="540" alt="([^"]{20,})"', page)
    assert names and len(names) == page.count("<img ")
    for name, _alt in names:
        assert (tmp_path / "out" / name).read_bytes().startswith(b"\x89PNG")
    pairs = {re.sub("-(before|after)[.]png", "", name) for name, _alt in names}
    for stem in pairs:
        sides = [
            (tmp_path / "out" / f"{stem}-{side}.png").read_bytes() for side in ("before", "after")
        ]
        assert (sides[0] == sides[1]) is False


def test_a_picture_that_is_gone_has_words_on_its_page(tmp_path):
    assert "no picture" in preview_page._pair(Redrawn("Explore", None, None), "x", {})


def test_nothing_is_written_into_the_pack_and_no_folder_is_said(pack, capsys):
    copy_of(pack, "levels.csv")
    assert cli.main(["pack", "show", str(pack), "--to", str(pack / "shown")]) == 1
    assert "is part of the pack" in capsys.readouterr().err
    assert cli.main(["pack", "show", str(pack / "nowhere")]) == 1
    assert "is no folder" in capsys.readouterr().err
    assert [p.name for p in pack.iterdir()] == ["levels.csv"]
