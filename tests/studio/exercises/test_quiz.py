"""Quiz: four questions, feedback for every option, a choice that is remembered."""

import pytest

from helpers import company, context
from helpers.company import CompanyFile
from helpers.data import quizzes
from helpers.lessons.resources import Resources
from tests.lessons.parts import lesson_classes


def saved() -> company.Company:
    return CompanyFile().load()[0]


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_quiz_has_four_questions_with_feedback_for_every_option(lesson_class):
    items = quizzes.load(lesson_class.slug)
    assert len(items) == 4
    own = set()
    for item in items:
        assert sum(option.correct for option in item.options) == 1, item.key
        assert len(item.options) >= 3
        feedback = [option.feedback for option in item.options]
        assert all(feedback) and len(set(feedback)) == len(feedback), item.key
        own.update(item.points)
    assert own
    assert len({item.key for item in items}) == 4


def test_right_answers_have_no_favourite_place():
    places = [
        next(i for i, o in enumerate(item.options) if o.correct)
        for lesson in lesson_classes()
        for item in quizzes.load(lesson.slug)
    ]
    assert max(places.count(place) for place in range(4)) <= len(places) / 2


def test_quiz_answers_at_once_and_remembers():
    part = Resources().quiz().questions[0]
    item, choice, stage = part.item, part.choice, part.stage
    right = next(i for i, o in enumerate(item.options) if o.correct)
    wrong = (right + 1) % len(item.options)
    choice.value = wrong
    assert stage.headline == "Not quite."
    assert item.options[wrong].feedback[:10] in stage.remarks
    choice.value = right
    assert stage.headline == "Right."
    assert saved().records["quizzes"]["resources"] == {item.key: right}
    assert Resources().quiz().questions[0].choice.value == right


def test_damaged_quiz_of_a_pack_is_told_and_the_lesson_asks_the_courses_own(tmp_path):
    pack = tmp_path / "pack"
    (pack / "quizzes").mkdir(parents=True)
    (pack / "quizzes" / "resources.json").write_text('{"questions": [')
    with context.using(pack=pack):
        lesson = Resources()
        assert len(lesson.quiz().questions) == 4
        (told,) = lesson.notices
    assert "resources.json, row 1" in told and "course's own quiz" in told
