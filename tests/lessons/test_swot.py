"""Lesson 06: seeds with proofs, wishes left out, actions that move fit and hours."""

from dataclasses import replace

from helpers import company
from helpers.lessons.swot import Swot
from helpers.models import swot
from helpers.models.swot_seeds import seeds
from helpers.studio.exercises.swot_board import seeded


def test_every_seed_has_a_proof_and_a_known_action(data):
    for known in company.cases().values():
        found = seeded(known, data)
        assert found
        for entry in found:
            assert entry.proof and entry.action in data.actions.index
            assert len(entry.text) <= 120 and not swot.is_wish(entry)


def test_the_board_joins_pairs_and_names_wishes():
    lesson = Swot()
    board = lesson.board()
    board.write()
    assert "pair" in board.stage.headline and "<table" in board.stage.table
    saved = Swot().company.swot
    assert saved and all(entry.proof for entry in saved)
    board.lines["strength"][0]["proof"].value = ""
    board.write()
    assert "wish" in board.stage.headline


def test_an_empty_board_is_calm():
    board = Swot().board()
    for lines in board.lines.values():
        for line in lines:
            line["text"].value = ""
    board.write()
    assert "empty" in board.stage.headline and board.stage.trouble == ""
    assert Swot().company.swot == ()


def test_decided_actions_take_hours_in_every_gap():
    lesson = Swot()
    studio = lesson.own_studio()
    studio.set(actions=("pages", "second"))
    lesson.save(lesson.changes(studio))
    from helpers.lessons.resources import Resources

    result = Resources().explore_studio().result
    assert result.value("further.actions") == 1.75


def test_what_counts_as_a_strength_or_a_weakness_is_the_ledgers(data):
    known = replace(
        company.case("hotel"), content={"text": 3}, profiles=0.5, first_page=0.3, silent_months={}
    )

    def boxes(**defaults: float) -> list[str]:
        rows = {k: replace(data.assumptions[k], default=v) for k, v in defaults.items()}
        moved = replace(data, assumptions={**data.assumptions, **rows})
        return [entry.box for entry in seeds(known, moved)]

    assert boxes().count("strength") == 2 and "weakness" in boxes()
    assert boxes(strong_ability=4, strong_profiles=0.8).count("strength") == 0
    assert boxes(gate_G7b=0.2).count("weakness") == boxes().count("weakness") - 1
