"""Lesson 14: a threshold flips verdicts, facts and roles reach the file, the memo is written."""

import json
from datetime import date
from urllib.parse import quote

import pytest

from helpers import company, context
from helpers.company import CompanyError, CompanyFile
from helpers.lessons.decision import TheDecision
from helpers.lessons.your_company import YourCompany
from helpers.models import decision as model
from helpers.models.gates import gates
from helpers.models.judging import judge
from helpers.views.verdict_board import BoardView
from helpers.views.words import Speaker
from tests.lessons.parts import commit, fill_in


def test_the_named_figure_does_what_it_says():
    studio = TheDecision().explore_studio()
    assert "No network for now" in studio.stage.headline
    assert "40%" in studio.stage.remarks
    studio.set(first_page=0.4)
    assert studio.stage.headline.startswith("Open LinkedIn")


def test_a_fit_near_its_threshold_is_told_with_its_likely_range(data):
    decision = judge(company.case("cosmetics"), data, context.current().today)
    remarks = " ".join(BoardView(data).words(model.answer(decision, gates(data))).remarks)
    assert decision["pinterest"].close_call and "Pinterest (" in remarks


def test_a_threshold_flips_only_what_hangs_on_it():
    studio = TheDecision().explore_studio()
    studio.set(first_page=0.4)
    opened = studio.result.facts["decision"].opened
    studio.set(threshold=0.9)
    assert studio.result.facts["decision"].opened == ()
    assert opened == ("linkedin",)


def test_every_failed_gate_prints_figure_threshold_and_remedy():
    lesson = TheDecision()
    studio = lesson.gates_studio()
    for network in lesson.tables.network_keys:
        studio.set(network=network)
        judged = studio.result.facts["decision"][network]
        rows = {row[0]: row for row in studio.words.table.rows}
        for outcome in judged.failed:
            row = rows[outcome.gate.label]
            assert "–" not in (row[1], row[2]), row
            assert any(outcome.gate.remedy in remark for remark in studio.words.remarks)


def test_last_facts_reach_the_verdict():
    lesson = TheDecision()
    part = lesson.facts()
    part.profiles.checks.value = ("linkedin",)
    part.profiles.months["linkedin"].value = 1
    part.vetoes.value = ("youtube",)
    part.accepted.value, part.odds.value = 2000, 0.35
    part.write()
    known = TheDecision().company
    assert dict(known.silent_months) == {"linkedin": 1} and known.vetoes == ("youtube",)
    assert (known.accepted_cost, known.odds) == (2000, 0.35)
    decision = TheDecision().gates_studio().result.facts["decision"]
    assert decision["linkedin"].verdict == "not_yet"
    assert decision["youtube"].outcome("vetoes").state == "stop"


def test_with_nobody_the_plan_is_calm():
    CompanyFile().save({"name": "Nobody", "people": [], "stand_in": "", "objective": {}})
    told = TheDecision().plan().to_markdown()
    assert "Nobody has promised an hour" in told and "so not planned" in told


def test_first_guess_and_predictions_are_held_against_the_truth():
    first = YourCompany()
    commit(first)
    guess = first.guess()
    fill_in(guess)  # the first network of the course: Facebook
    guess.button.click()
    lesson = TheDecision()
    assert "Facebook" in lesson.first_guess() and "close" in lesson.first_guess()
    commit(lesson)
    saved = json.loads(CompanyFile().path.read_text(encoding="utf-8"))["predictions"]
    assert saved["first_guess"][0]["right"] is None
    assert saved["your_company"][0]["right"] is False
    assert saved["decision"][0]["right"] is False
    words = TheDecision().guesses().to_markdown()
    assert "Of 3 predictions" in words and "Brier" in words


def test_odd_predictions_are_left_out():
    made = {"value": 1, "about": "case:machine_parts"}
    CompanyFile().save({"predictions": {"swot": [made], "why": [{**made, "about": "own:X"}]}})
    path = CompanyFile().path
    document = json.loads(path.read_text(encoding="utf-8"))
    document["predictions"]["people"] = [{**made, "confidence": "very"}]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert any("predictions.people" in notice for notice in TheDecision().notices)
    assert TheDecision().forecasts() == []
    assert TheDecision().guesses().to_markdown()


@pytest.mark.parametrize("group", ["predictions", "quizzes", "decisions"])
def test_damaged_records_are_told_and_the_lesson_goes_on(group):
    CompanyFile().save({"cash": 100})
    path = CompanyFile().path
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**document, group: {"your_company": 3}}), encoding="utf-8")
    lesson = TheDecision()
    assert any(group in notice for notice in lesson.notices)
    assert lesson.guesses().to_markdown() and lesson.plan().to_markdown()


def test_guesses_follow_the_prediction_of_the_lesson_itself():
    lesson = TheDecision()
    part = lesson.guesses()
    assert "No prediction" in part.stage.remarks
    commit(lesson)
    assert "Of 1 prediction the model agreed" in part.stage.remarks


def test_the_plan_keeps_the_review_date_of_the_log():
    lesson = TheDecision()
    plan, log = lesson.plan(), lesson.log()
    log.reason.value, log.review_on.value = "b is 4.1", date(2027, 1, 15)
    log.write()
    assert "15 January 2027" in plan.stage.remarks and "15 Jan 2027" in plan.stage.table


def test_a_stricter_table_of_a_trainer_still_opens_the_lesson(tmp_path):
    text = (context.CHECKOUT / "data" / "assumptions.csv").read_text(encoding="utf-8")
    before = "gate_G3b,Better than website first,0.4,0.6,"
    assert before in text
    (tmp_path / "assumptions.csv").write_text(text.replace(before, before.replace("0.6", "0.85")))
    with context.using(pack=tmp_path):
        lesson = TheDecision()
        assert lesson.notices == []
        view, result = lesson.example_picture()
        assert lesson.example_steps(result, Speaker(result)) and view.words(result).headline
        assert lesson.explore_studio().state.threshold == 0.85
        assert {g.gate: g.pass_at for g in result.facts["rules"]}["G3b"] == 0.85


def test_nothing_is_called_saved_that_is_not(monkeypatch):
    lesson = TheDecision()
    parts = (lesson.facts(),)

    def refuse(self: CompanyFile, changes: object) -> None:
        raise CompanyError("Your answers were not saved.")

    monkeypatch.setattr(CompanyFile, "save", refuse)
    for part in parts:
        part.write()
        assert part.stage.headline == "" and "not saved" in part.stage.trouble


def test_the_memo_is_written_beside_the_company_file():
    lesson = TheDecision()
    part = lesson.memo()
    for ending in (".docx", ".html"):
        path = part.write(ending)
        assert path.is_file() and path.parent == CompanyFile().path.parent
        assert path.name in part.stage.headline
    again = part.write(".docx")
    assert again.stem.endswith("-2"), "an older memo may hold somebody's own changes"


def test_a_memo_that_cannot_be_written_is_one_sentence(tmp_path, monkeypatch):
    part = TheDecision().memo()
    part._folder = tmp_path / "file" / "below"
    (tmp_path / "file").write_text("in the way")
    assert part.write(".html") is None
    assert "was not written" in part.stage.trouble and part.stage.headline == ""
    assert [p.name for p in tmp_path.iterdir() if p.name != "my_company"] == ["file"]


def test_a_written_memo_is_linked_from_beside_the_notebook(tmp_path, monkeypatch):
    notebooks = tmp_path / "my_course"
    notebooks.mkdir()
    monkeypatch.chdir(notebooks)
    with context.using(folder=tmp_path / "my_company"):
        CompanyFile().save({"name": "Fa & Söhne"})
        part = TheDecision().memo()
        part.buttons[".html"].click()
    assert part.stage.error is None
    (name,) = [path.name for path in (tmp_path / "my_company").glob("*.html")]
    assert f'href="../my_company/{quote(name)}"' in part.stage.remarks
