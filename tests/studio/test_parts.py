"""Prediction, veil and own task; and lessons whose data are damaged."""

import html

import pytest

from helpers import company, context
from helpers.company import CompanyFile
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.lessons.resources import Resources
from helpers.lessons.why import WhyLesson
from helpers.lessons.your_company import YourCompany
from helpers.studio.parts import StudioFrame
from tests.lessons.parts import all_parts, commit, lesson_classes


def saved() -> company.Company:
    return CompanyFile().load()[0]


STORY = {"voice_and_groups": "cosmetics"}
"""Studios that stay with the firm of the lesson's story."""
FOLLOWING = ("your_company", "why", "paid_reach", "care_or_reputation", "swot")


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_a_studio_stands_under_the_firm_whose_figures_it_shows(lesson_class):
    """Also where the reader's own company is another than the one chosen."""
    lesson = lesson_class()
    frame = StudioFrame(lesson, lesson.explore_studio)
    if "firm" not in frame.studio.controls:
        assert lesson_class.slug not in FOLLOWING
        told = STORY.get(lesson_class.slug)
        known = f"{company.case(told).name} (an" if told else f"{lesson.company_name()}</b>"
        assert html.unescape(frame._caption.value).startswith(f"<b>{known}")
        return
    firm = frame.studio.controls["firm"]
    for name, key in firm.options:
        firm.value = key
        shown = company.case(key).name if key in company.cases() else lesson.company.name
        assert shown in name and f"<b>{shown} (an" in html.unescape(frame._caption.value)


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


def test_comparison_praises_only_what_counts_as_right():
    lesson = Resources()
    truth = lesson.truth().value
    assert " That counts as right. " in lesson.comparison({"value": truth * 1.1})
    assert " Not this time. " in lesson.comparison({"value": truth * 2})


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


# Own tasks --------------------------------------------------------------------------


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
