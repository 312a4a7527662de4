"""The class vote of every lesson: its own question, the veil, the model's answer, its end."""

import html
import json
from dataclasses import replace

import pytest
from ipywidgets import Widget

from helpers import company
from helpers.company import CompanyFile
from helpers.lessons.resources import Resources
from helpers.lessons.your_company import YourCompany
from helpers.studio.lesson import Lesson
from helpers.studio.vote import Vote
from helpers.views.words import spoken
from tests.lessons.parts import OwnHours, commit, lesson_classes

LESSONS = pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
SCREEN = {"width": 660, "ratio": 1, "theme": "light"}


def opened(lesson: Lesson) -> Vote:
    """The vote as a lecturer sees it."""
    vote = lesson.vote()
    vote.opener.click()
    vote.stage.screen = SCREEN
    return vote


def become(case: str) -> None:
    """The company file is that of another example now."""
    document = company.case_document(case)
    CompanyFile().save({k: v for k, v in document.items() if k != "schema_version"})


def raise_hands(vote: Vote) -> int:
    """Some answers that the question takes; how many hands that are."""
    question = vote._question
    if question.options:
        for count, dial in zip((2, 5), vote.dials.values(), strict=False):
            dial.type(str(count))
        return 7
    low = question.low
    vote.typed.value = f"{low:g}, {low + 1:g}, {low + 2:g}×4"
    return 6


def traits(widget: Widget) -> str:
    """Everything that the browser is told of a widget and its children."""
    told = {key: value for key, value in widget.get_state().items() if key != "image"}
    children = getattr(widget, "children", ())
    return json.dumps(told, default=str) + "".join(map(traits, children))


@LESSONS
@pytest.mark.parametrize("case", company.cases())
def test_every_lesson_puts_its_own_question(lesson_class, case):
    become(case)
    lesson = lesson_class()
    assert lesson.company.name == company.case(case).name
    vote = opened(lesson)
    question = lesson.asked()
    assert html.escape(question.text) in vote._asked.value
    assert vote._question == question
    count = raise_hands(vote)
    assert vote.stage.trouble == "" and vote.result().value("hands") == count
    assert f"{count} hands" in vote.stage.headline
    assert vote.stage.image.startswith(b"\x89PNG") and vote.stage.table and vote.stage.alt
    commit(lesson)
    shows = "Show what was counted" if question.counted else "Show the model's answer"
    assert vote.reveal.description == shows
    if question.options:
        if question.counted:  # no model says what somebody counted
            vote.reveal.click()
            assert "The count says" in vote.stage.headline and "model" not in vote.stage.headline
            vote.reveal.click()
        assert vote._judges() == (vote.reveal in vote._buttons.children)
        assert [words for words, _key in question.options] == [
            dial.label.removeprefix("Hands for ") for dial in vote.dials.values()
        ]
        return
    before = vote.stage.image
    vote.reveal.click()
    assert vote.stage.error is None
    said = spoken(lesson.truth(), question.unit)
    assert vote.stage.headline.endswith(f"The model says {said}.")
    assert said in lesson.comparison(None) or "gates" in lesson.comparison(None)
    assert vote.stage.image != before
    vote.reveal.click()
    assert "model" not in vote.stage.headline and vote.stage.image == before


@LESSONS
def test_the_truth_is_not_even_asked_for_before_the_prediction(lesson_class, monkeypatch):
    lesson = lesson_class()
    asked = []
    for name in ("truth", "likely", "is_right", "comparison"):
        before = getattr(lesson_class, name)
        monkeypatch.setattr(
            lesson_class,
            name,
            lambda *given, name=name, before=before: asked.append(name) or before(*given),
        )
    vote = opened(lesson)
    raise_hands(vote)
    assert vote.reveal not in vote._buttons.children
    vote.clearing.click()
    vote.opener.click()
    vote.opener.click()
    assert asked == []
    assert "once your prediction is committed" in vote.stage.remarks


def test_no_trait_holds_the_answer_before_it_is_shown():
    lesson = Resources()
    vote = opened(lesson)
    vote.typed.value = "3 6 20"
    assert "7.6" not in traits(vote.view)
    commit(lesson)
    assert "7.6" not in traits(vote.view)
    vote.reveal.click()
    assert "7.6" in traits(vote.view)
    assert "likely range is 5.7 to 9.8" in vote.stage.remarks


def test_it_is_closed_at_first_and_projectable():
    vote = Resources().vote()
    assert vote.hand.children == (vote.opener,) and vote.stage.layout.display == "none"
    assert {"byp-projectable", "byp-folded"} <= set(vote.view._dom_classes)
    vote.opener.click()
    assert vote.stage.layout.display is None and "byp-folded" not in vote.view._dom_classes
    assert vote.opener.description == "Close the class vote"


def test_hands_stay_when_it_is_closed_and_nothing_is_saved():
    vote = opened(Resources())
    vote.typed.value = "3 4"
    vote.opener.click()
    vote.opener.click()
    assert vote.result().value("hands") == 2
    assert not CompanyFile().path.exists()
    assert "Nothing is saved or sent" in traits(vote.view)


def test_what_cannot_be_read_is_told_and_the_rest_counts():
    vote = opened(Resources())
    vote.typed.value = "3 many 4"
    assert "“many” must be a number" in vote.stage.trouble
    assert "2 hands" in vote.stage.headline
    vote.typed.value = "a b c d e"
    assert "“c”" in vote.stage.trouble and "“d”" not in vote.stage.trouble
    assert "2 more entries" in vote.stage.trouble
    vote.typed.value = "3"
    assert vote.stage.trouble == ""


def test_hands_for_an_option_are_whole_and_an_empty_box_is_none():
    vote = opened(YourCompany())
    first, *_others = vote.dials.values()
    first.type("2.5")
    assert "whole number" in first.refusal and vote.hands() == {}
    first.type("4")
    assert vote.stage.headline.startswith("All 4 hands say")
    first.type("")
    assert vote.stage.headline == "No hands yet."


def test_a_guess_that_the_model_does_not_judge_has_no_answer_to_show(monkeypatch):
    asked = YourCompany.question
    monkeypatch.setattr(YourCompany, "question", lambda self: replace(asked(self), close=None))
    lesson = YourCompany()
    vote = opened(lesson)
    commit(lesson)
    raise_hands(vote)
    assert vote.reveal not in vote._buttons.children
    assert "does not judge" in vote.stage.remarks and "model says" not in vote.stage.headline


def test_options_that_the_lesson_counts_as_right_are_marked(monkeypatch):
    lesson = YourCompany()
    vote = opened(lesson)
    key = vote._question.options[0][1]
    monkeypatch.setattr(YourCompany, "is_right", lambda self, said: said["value"] == key)
    commit(lesson)
    raise_hands(vote)
    vote.reveal.click()
    assert vote.result().facts["right"] == (key,)
    name = vote._question.options[0][0]
    assert vote.stage.headline.endswith(f"The model says {name}.")
    assert "2 of 7 hands count as right" in vote.stage.remarks


def test_clearing_takes_hands_and_answer_away():
    lesson = Resources()
    vote = opened(lesson)
    commit(lesson)
    vote.typed.value = "3 4"
    vote.reveal.click()
    vote.clearing.click()
    assert vote.typed.value == "" and vote.stage.headline == "No hands yet."
    assert vote.reveal.description == "Show the model's answer"


def test_another_company_is_another_question_and_that_is_said():
    lesson = OwnHours()
    vote = opened(lesson)
    commit(lesson)
    vote.typed.value = "3 4"
    vote.reveal.click()
    become("hotel")
    lesson.reload()
    assert lesson.predict().question == vote._question
    assert vote.result().value("hands") == 0 and not vote.revealed
    assert "the question has changed" in vote.stage.headline
    vote.typed.value = "5"
    assert "changed" not in vote.stage.headline


def test_a_question_about_no_company_keeps_its_votes():
    lesson = Resources()
    vote = opened(lesson)
    vote.typed.value = "6 8"
    become("hotel")
    lesson.reload()
    assert vote.result().value("hands") == 2
