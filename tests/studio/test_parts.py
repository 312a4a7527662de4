"""Prediction, quiz, log, form, objective, message: what they ask, refuse and write."""

from datetime import date

import pytest

from helpers import company, context
from helpers.company import CompanyFile
from helpers.data import quizzes
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.lessons.resources import Resources
from helpers.lessons.why import WhyLesson
from helpers.lessons.your_company import YourCompany
from helpers.studio.exercises.log import DecisionLog
from tests.lessons.parts import all_parts, commit, lesson_classes


def saved() -> company.Company:
    return CompanyFile().load()[0]


# Prediction and veil ------------------------------------------------------------------


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_answer_is_veiled_until_the_prediction_is_committed(lesson_class):
    lesson = lesson_class()
    parts = all_parts(lesson)
    veiled = [parts[name] for name in ("explore", "explain")]
    assert not any(part.opened for part in veiled)
    text = str([getattr(child, "value", "") for part in veiled for child in part.view.children])
    assert "Commit your prediction" in text
    commit(lesson)
    assert all(part.opened for part in veiled)


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_run_all_alone_writes_nothing(lesson_class):
    all_parts(lesson_class())
    assert not context.current().folder.exists()


def test_a_folder_that_cannot_be_written_still_opens_the_lesson(tmp_path):
    (tmp_path / "blocked").write_text("in the way")
    with context.using(folder=tmp_path / "blocked"):
        lesson = Resources()
        commit(lesson)
        assert "not saved" in lesson.predict().stage.trouble
        assert lesson.explore().opened


def test_comparison_praises_only_what_is_close():
    lesson = Resources()
    truth = lesson.truth().value
    assert "close" in lesson.comparison({"value": truth * 1.1})
    assert "close" not in lesson.comparison({"value": truth * 2})


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
@pytest.mark.parametrize("value", ["a lot", 3.5])
def test_prediction_that_answers_another_question_is_asked_again(lesson_class, value):
    record = {"value": value, "confidence": 0.7, "about": "case:machine_parts"}
    CompanyFile().save({f"predictions.{lesson_class.slug}[]": record})
    lesson = lesson_class()
    fits = isinstance(value, float) and not lesson.question().options
    prediction = lesson.predict()
    assert bool(prediction.committed) == fits
    assert lesson.explain().to_markdown() and lesson.explain().opened == fits


# Quiz ---------------------------------------------------------------------------------


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


# Decision log -------------------------------------------------------------------------


def test_log_wants_a_reason_and_a_day_ahead():
    part = Resources().log()
    part.write()
    assert "reason" in part.stage.headline
    part.reason.value = "9.8 h are missing"
    part.review_on.value = date(2026, 11, 23)
    part.write()
    assert "ahead" in part.stage.headline
    assert saved().records["decisions"] == {}
    part.review_on.value = date(2027, 2, 1)
    part.write()
    assert "1 February 2027" in part.stage.headline
    entry = saved().records["decisions"]["resources"]
    assert (entry["reason"], entry["review_on"]) == ("9.8 h are missing", "2027-02-01")


def test_log_of_a_stranger_is_shown_calmly():
    entry = {"choice": "gone", "confidence": 3, "review_on": "someday", "reason": 5}
    part = DecisionLog("resources", [("Go", "go")], entry, Resources().save)
    assert (part.choice.value, part.confidence.value, part.reason.value) == ("go", 0.5, "5")


# Own tasks and objective ----------------------------------------------------------------


def test_own_task_is_saved_and_read_again():
    lesson, other = Resources(), YourCompany()
    frame = lesson.own()
    frame.studio.set(level="ambitious", networks=("x",), hours=7.5)
    frame.write()
    assert "Saved" in frame.stage.headline
    assert (saved().level, saved().networks, saved().people[0].hours) == ("ambitious", ("x",), 7.5)
    other.reload()
    assert other.company.level == "ambitious"


def test_purposes_and_test_are_saved():
    why = WhyLesson().own()
    why.studio.set(first="brand", second="care", coins=6.0)
    why.write()
    assert {p: c for p, c in saved().purposes.items() if c} == {"brand": 6, "care": 4}
    popular = PopularIsNotFit().own()
    popular.studio.set(asked=8.0, first=3.0)
    popular.write()
    assert (saved().asked, saved().weekly["linkedin"]) == (8, 3)


def test_objective_names_what_is_missing():
    part = WhyLesson().objective()
    part.parts["metric"].value = "Enquiries"
    part.parts["baseline"].value = "a few"
    part.write()
    assert "“a few” must be a number" in part.stage.headline
    for text in ("nan", "inf"):
        part.parts["baseline"].value = text
        part.write()
        assert f"“{text}” must be a number" in part.stage.headline
    for text in ("1,200", "1.200"):
        part.parts["baseline"].value = text
        part.write()
        assert f"“{text}” can be read as 1.2 or as 1200" in part.stage.headline
    part.parts["baseline"].value = "0"
    part.write()
    assert "Target" in part.stage.headline and "Deadline" in part.stage.headline
    part.parts["target"].value = "0"
    part.write()
    assert "nothing would change" in part.stage.headline
    part.parts["target"].value = "12,5"
    part.parts["deadline"].value = date(2026, 1, 1)
    part.write()
    assert "past" in part.stage.headline
    part.parts["deadline"].value = date(2027, 11, 23)
    part.parts["owner"].value = "Sales engineer"
    part.whys[0].value = "because buyers forget us"
    part.write()
    assert "can miss" in part.stage.headline
    assert saved().objective["target"] == 12.5
    assert saved().whys == ("because buyers forget us",)
    assert WhyLesson().objective().parts["target"].value == "12.5"


# Message ------------------------------------------------------------------------------


def test_message_meets_each_networks_rules():
    part = PopularIsNotFit().message()
    part.text.value = "Short and plain."
    assert "3 of 3" in part.stage.headline
    part.text.value = "x" * 281
    assert [row[-1] for row in part.table().rows][2] == "too long: cut 1 character"
    part.text.value = "https://example.com/" + "a" * 400
    rows = {row[0]: row for row in part.table().rows}
    assert rows["X"][1].startswith("23 ")
    assert "cannot be clicked" in rows["Instagram"][2]
    part.text.value = "#a #b #c #d #e #f"
    assert "hashtags" in {row[0]: row for row in part.table().rows}["Instagram"][2]


# A lesson whose data are damaged ------------------------------------------------------


def test_notices_reach_the_reader(tmp_path):
    folder = context.current().folder
    folder.mkdir()
    (folder / "company.json").write_text("{ broken")
    lesson = Resources()
    assert "company.json, row 1" in lesson.start().to_markdown()
    assert "company.json, row 1" in lesson.start().stage.remarks


def test_without_any_data_every_part_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(context.Context, "data_folders", property(lambda self: (tmp_path,)))
    lesson = Resources()
    for name, part in all_parts(lesson).items():
        assert part.to_markdown().startswith("> "), name
        assert "restore it" in part.to_markdown(), name
