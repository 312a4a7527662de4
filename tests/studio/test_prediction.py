"""Predictions: what counts as an answer, on whose record it stands, how it is taken back."""

import json
from dataclasses import replace

import pytest

from helpers.company import CompanyFile
from helpers.lessons.decision import TheDecision
from helpers.lessons.resources import Resources
from helpers.lessons.your_company import YourCompany
from tests.lessons.parts import OwnHours, commit


def saved():
    return CompanyFile().load()[0]


def predict(lesson, text: str) -> None:
    prediction = lesson.predict()
    prediction.answer_box.value = text
    prediction.button.click()


def test_the_box_starts_empty_and_an_empty_box_commits_nothing():
    lesson = Resources()
    prediction = lesson.predict()
    assert prediction.answer_box.value == ""
    prediction.button.click()
    assert prediction.committed is None and not lesson.explore().opened
    assert "Type a number first" in prediction.stage.headline
    assert not CompanyFile().path.exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("-1", "between 0 and 100"),
        ("101", "between 0 and 100"),
        ("many", "must be a number"),
        ("1.200", "1.2 or as 1200"),
        ("1,200", "1.2 or as 1200"),
        ("1e400", "must be a number"),
        ("9" * 400, "large"),
    ],
)
def test_what_is_no_answer_is_refused_in_words(text, told):
    prediction = Resources().predict()
    prediction.answer_box.value = text
    prediction.button.click()
    assert prediction.committed is None and told in prediction.stage.headline


@pytest.mark.parametrize("text", ["6,5", "6.5", " 6.50 "])
def test_a_number_is_typed_in_the_readers_way(text):
    lesson = Resources()
    predict(lesson, text)
    assert lesson.predict().committed["value"] == 6.5


def test_without_a_choice_nothing_is_committed():
    prediction = YourCompany().predict()
    prediction.button.click()
    assert prediction.committed is None and "Choose" in prediction.stage.headline


def test_it_is_on_record_with_confidence_day_and_company():
    lesson = Resources()
    lesson.predict().confidence.value = 0.7
    predict(lesson, "6")
    assert saved().records["predictions"]["resources"] == [
        {
            "value": 6,
            "confidence": 0.7,
            "about": "case:machine_parts",
            "on": "2026-11-23",
            "right": False,
        }
    ]


def test_a_second_visit_remembers_and_opens_the_veil():
    commit(Resources())
    again = Resources()
    assert again.explore().opened and again.predict().committed["value"] == 1
    assert "You said 1" in again.explain().to_markdown()


def test_predicting_again_keeps_the_first_one_on_record_and_it_counts():
    lesson = Resources()
    predict(lesson, "6")
    prediction = lesson.predict()
    prediction.again.click()
    assert prediction.answer_box.value == "" and lesson.explore().opened
    truth = f"{lesson.truth().value:.0f}"
    predict(lesson, truth)
    assert "first prediction, 6 hours a week, stays on record" in prediction.stage.headline
    assert f"You said {truth}" in lesson.explain().to_markdown()
    assert [made["value"] for made in saved().attempts("resources")] == [6, float(truth)]
    (forecast,) = TheDecision().forecasts()
    assert forecast.right is False, "the first guess counts, not the one made after looking"


def test_another_company_is_asked_about_anew_and_the_first_one_keeps_its_record():
    lesson = YourCompany()
    commit(lesson)
    resources = OwnHours()
    predict(resources, "6")
    form = lesson.form()
    form.fields["name"].value = "Bakery"
    form.button.click()
    resources.reload()
    for each in (lesson, resources, OwnHours()):
        assert each.predict().committed is None, each.slug
        assert not each.explore().opened
    assert TheDecision().forecasts() == [], "nothing is on record about the bakery"
    assert "Bakery" in resources.predict().question.text
    predict(resources, "8")
    assert [made["about"] for made in saved().records["predictions"]["resources"]] == [
        "case:machine_parts",
        "own:Bakery",
    ]


def test_an_own_company_keeps_its_predictions_when_it_is_renamed():
    lesson = YourCompany()
    form = lesson.form()
    form.fields["name"].value = "Bakery"
    form.button.click()
    commit(lesson)
    form.fields["name"].value = "Old Bakery"
    form.button.click()
    assert saved().name == "Old Bakery"
    assert lesson.predict().committed and YourCompany().predict().committed


def test_the_explanation_follows_the_company():
    lesson = YourCompany()
    form = lesson.form()
    form.fields["name"].value = "Bakery"
    form.button.click()
    resources = OwnHours()
    predict(resources, "6")
    before = resources.explain().view.children[0].children[0].headline
    CompanyFile().save({"networks": ["facebook"]})
    resources.reload()
    after = resources.explain().view.children[0].children[0].headline
    assert "You said 6 hours" in before and "You said 6 hours" in after and before != after


def test_files_with_one_prediction_a_lesson_are_migrated():
    path = CompanyFile().path
    path.parent.mkdir()
    made = {"value": 6, "confidence": 0.7, "on": "2026-11-20", "right": True}
    old = {"schema_version": 1, "name": "Bakery", "predictions": {"resources": made}}
    path.write_text(json.dumps(old))
    known, notice = CompanyFile().load()
    assert notice == ""
    assert known.attempts("resources") == ({"about": "own:Bakery", **made},)
    assert Resources().predict().committed["value"] == 6


def test_how_near_a_prediction_must_come_stands_in_the_ledger():
    lesson = Resources()
    truth = lesson.truth().value
    assert lesson.is_right({"value": 1.14 * truth}) and not lesson.is_right({"value": 1.2 * truth})
    row = lesson.tables.assumptions["close_prediction"]
    ledger = {**lesson.tables.assumptions, row.key: replace(row, default=row.high)}
    lesson.tables = replace(lesson.tables, assumptions=ledger)
    assert lesson.is_right({"value": 1.2 * truth})
