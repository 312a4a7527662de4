"""Lesson 14: a threshold flips verdicts, facts and roles reach the file, the memo is written."""

import json

from helpers.company import CompanyFile
from helpers.lessons.decision import TheDecision
from helpers.lessons.your_company import YourCompany
from tests.lessons.parts import commit


def test_the_named_figure_does_what_it_says():
    studio = TheDecision().explore_studio()
    assert "No network for now" in studio.stage.headline
    assert "40%" in studio.stage.remarks
    studio.set(first_page=0.4)
    assert studio.stage.headline.startswith("Open LinkedIn")


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
    part.profiles.value = ("linkedin",)
    part.months["linkedin"].value = 1
    part.vetoes.value = ("youtube",)
    part.accepted.value, part.odds.value = 2000, 35
    part.write()
    known = TheDecision().company
    assert dict(known.silent_months) == {"linkedin": 1} and known.vetoes == ("youtube",)
    assert (known.accepted_cost, known.odds) == (2000, 0.35)
    decision = TheDecision().gates_studio().result.facts["decision"]
    assert decision["linkedin"].verdict == "not_yet"
    assert decision["youtube"].outcome("vetoes").state == "stop"


def test_who_does_what_is_chosen_and_kept():
    part = TheDecision().raci()
    part.choices["write"][1].value = "Owner"
    part.write()
    assert part.stage.headline.startswith("Saved") and "Owner" in part.stage.table
    assert TheDecision().raci().choices["write"][1].value == "Owner"


def test_with_nobody_the_table_is_calm():
    CompanyFile().save({"name": "Nobody", "people": [], "stand_in": "", "objective": {}})
    part = TheDecision().raci()
    part.write()
    assert "nobody answers for" in part.stage.headline
    assert "nobody yet" in TheDecision().plan().to_markdown()


def test_first_guess_and_predictions_are_held_against_the_truth():
    first = YourCompany()
    commit(first)  # the first network of the course: Facebook
    lesson = TheDecision()
    assert "Facebook" in lesson.first_guess() and "close" in lesson.first_guess()
    commit(lesson)
    saved = json.loads(CompanyFile().path.read_text(encoding="utf-8"))["predictions"]
    assert saved["your_company"]["right"] is None and saved["decision"]["right"] is False
    words = TheDecision().guesses().to_markdown()
    assert "2 predictions" in words.replace("\N{NO-BREAK SPACE}", " ") and "Brier" in words


def test_damaged_predictions_are_left_out():
    CompanyFile().save({"predictions": {"why": 3, "swot": {"value": 1, "confidence": "very"}}})
    assert TheDecision().forecasts() == []
    assert TheDecision().guesses().to_markdown()


def test_the_memo_is_written_beside_the_company_file():
    lesson = TheDecision()
    part = lesson.memo()
    for ending in (".docx", ".html"):
        path = part.write(ending)
        assert path.is_file() and path.parent == CompanyFile().path.parent
        assert path.name in part.stage.headline
    blocked = CompanyFile().path.parent
    (blocked / "decision-petrakis-machine-parts.html").unlink()
    (blocked / "decision-petrakis-machine-parts.html").mkdir()
    assert part.write(".html") is None
    assert "was not written" in part.stage.trouble
    assert not list(blocked.glob("*.tmp"))
