"""Every part that saves, in every lesson: a sound file, a damaged one, one nobody may write."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import context
from helpers.company import CompanyFile
from helpers.data import files
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.lessons.resources import Resources
from helpers.studio.exercises.audit import MonthAudit
from helpers.studio.exercises.form import CompanyForm
from helpers.studio.exercises.log import DecisionLog
from helpers.studio.exercises.quiz import Quiz, QuizQuestion
from helpers.studio.exercises.two_forms import TwoForms
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Prediction
from helpers.studio.saving import Answer, SavingPart
from tests.lessons.parts import all_parts, fill_in, lesson_classes

DAMAGED = '{"name": "Bakery", "cash": '
IN_TURN = pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)


def saving_parts(lesson: Lesson) -> Iterator[SavingPart]:
    """Every part of the lesson with a button that saves, and every question of its quiz."""
    for part in all_parts(lesson).values():
        if isinstance(part, Quiz):
            yield from part.questions
        elif isinstance(part, SavingPart) and part.saves:
            yield part


def type_in(part: SavingPart) -> None:
    """Whatever the part wants before it saves."""
    match part:
        case Prediction():
            fill_in(part)
        case DecisionLog():
            part.reason.value = "9.8 h are missing"
        case MonthAudit():
            for label, post in zip(part.labels, part.posts, strict=True):
                label.value = post["rater_a"]
        case TwoForms():
            part.texts[0].value = "Who still counts by hand?"
        case CompanyForm():
            part.fields["name"].value = "Bakery"


def press(part: SavingPart) -> Answer:
    """Save as a learner does; what the part said before that it would write."""
    if isinstance(part, QuizQuestion):
        part.choice.value = 1
        return part.answer()
    answer = part.answer()
    part.button.click()
    assert part.stage.error is None, type(part)
    return answer


def holds(document: dict, key: str, value: object) -> bool:
    """Whether a company file has this value under a path, or at the end of its list."""
    *groups, last = key.split(".")
    for group in groups:
        document = document[group]
    found = document[last[:-2]][-1] if last.endswith("[]") else document[last]
    return found == json.loads(json.dumps(value))


def path() -> Path:
    return CompanyFile().path


def on_disk() -> dict:
    return json.loads(path().read_text(encoding="utf-8"))


@IN_TURN
def test_the_file_holds_the_answer_and_the_part_says_so(lesson_class):
    kinds = []
    for part in saving_parts(lesson_class()):
        type_in(part)
        answer = press(part)
        kinds.append(type(part))
        assert answer and all(holds(on_disk(), *item) for item in answer.items()), kinds[-1]
        assert part.stage.headline and part.stage.trouble == "", kinds[-1]
    assert {Prediction, DecisionLog, QuizQuestion} < set(kinds)


@IN_TURN
def test_a_damaged_file_is_kept_aside_and_every_part_says_where(lesson_class):
    CompanyFile().save({})
    lesson = lesson_class()
    for part in saving_parts(lesson):
        type_in(part)
        before = set(path().parent.glob("*.json"))
        path().write_text(DAMAGED, encoding="utf-8")
        answer = press(part)
        (kept,) = set(path().parent.glob("*.json")) - before
        assert kept.read_text(encoding="utf-8") == DAMAGED
        assert kept.name in part.stage.trouble and part.stage.headline, type(part)
        assert all(holds(on_disk(), *item) for item in answer.items()), type(part)
        assert kept.name in lesson.start().stage.remarks


@IN_TURN
def test_where_nobody_may_write_it_is_said_and_what_was_typed_stays(lesson_class, monkeypatch):
    CompanyFile().save({"cash": 35.5})
    before = path().read_bytes()
    lesson = lesson_class()
    company = lesson.company

    def refused(*_arguments: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "replace", refused)
    for part in saving_parts(lesson):
        type_in(part)
        answer = press(part)
        assert "not saved" in part.stage.trouble, type(part)
        assert "Permission denied" in part.stage.trouble
        assert not part.stage.headline.startswith(("Saved", "Written", "On record")), type(part)
        assert part.answer() == answer, type(part)
    assert path().read_bytes() == before and lesson.company is company


def test_a_prediction_that_was_not_saved_is_not_said_to_be_on_record(monkeypatch):
    lesson = Resources()
    prediction = lesson.predict()
    fill_in(prediction)
    with monkeypatch.context() as patch:
        patch.setattr(files, "replace", lambda *_a: (_ for _ in ()).throw(OSError(28, "No space")))
        prediction.button.click()
    assert "No space" in prediction.stage.trouble and lesson.explore().opened
    assert prediction.stage.headline.startswith("Your prediction: ")
    prediction.again.click()
    assert prediction.stage.headline == ""
    fill_in(prediction)
    prediction.button.click()
    assert prediction.stage.trouble == ""
    assert prediction.stage.headline.startswith("On record") and "first" not in (
        prediction.stage.headline
    )


def test_a_prediction_is_kept_where_another_lesson_has_changed_the_company_meanwhile():
    lesson = Resources()
    prediction = lesson.predict()
    fill_in(prediction)
    CompanyFile().save({"name": "Bakery", "identity": "Bakery", "invented": False})
    prediction.button.click()
    assert prediction.stage.error is None and lesson.company.name == "Bakery"
    assert prediction.committed["value"] == 1 and prediction.stage.headline.startswith("On record")
    (entry,) = on_disk()["predictions"]["resources"]
    assert (entry["value"], entry["about"]) == (1, "case:machine_parts")


def test_what_was_found_in_an_answer_is_told_even_where_it_cannot_be_saved(monkeypatch):
    question = Resources().quiz().questions[0]
    right = next(i for i, option in enumerate(question.item.options) if option.correct)
    monkeypatch.setattr(files, "replace", lambda *_a: (_ for _ in ()).throw(OSError(28, "full")))
    question.choice.value = right
    assert question.stage.headline == "Right." and "not saved" in question.stage.trouble
    assert question.item.options[right].feedback[:10] in question.stage.remarks


def test_a_file_that_was_kept_aside_is_not_said_to_be_untouched():
    context.current().folder.mkdir()
    path().write_text(DAMAGED, encoding="utf-8")
    lesson = PopularIsNotFit()
    start = lesson.start()
    assert "untouched" in start.stage.remarks
    frame = lesson.own()
    frame.button.click()
    assert "kept as company-damaged" in frame.stage.trouble
    assert "untouched" not in start.stage.remarks


def test_reading_the_company_again_keeps_what_is_said_of_a_pack(tmp_path):
    (tmp_path / "asumptions.csv").write_text("x")
    with context.using(pack=tmp_path):
        lesson = Resources()
        lesson.reload()
        assert "assumptions.csv" in lesson.start().stage.remarks


def test_nothing_but_the_saving_part_saves():
    """A part that wrote by itself would have to remember every remark by itself."""
    for room in ("studio", "lessons"):
        for file in sorted((context.PACKAGE / room).rglob("*.py")):
            calls = [
                node.lineno
                for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("save", "_save")
            ]
            # The forms of a trainer write a pack, and no company.
            own = file.name == "saving.py" or file.name.startswith("trainer_")
            assert own or not calls, (file.name, calls)
