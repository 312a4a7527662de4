"""The lecturer's board: thirty made-up hand-ins in a ZIP, every picture, points and gradebook."""

import csv
import io
import random
import zipfile

import pytest

from helpers import company
from helpers.company import Company
from helpers.data import quizzes
from helpers.findings import Findings
from helpers.hand_in import document
from helpers.lessons.class_mirror import ClassMirror
from helpers.studio.exercises import mirror_board
from helpers.views.canvas import Canvas, Look

SLUGS = ("why", "resources", "decision")


def learners(data, count: int, seed: int = 1) -> dict[str, bytes]:
    """Hand-ins as Moodle packs them: half of the class knows more than the other half."""
    chance = random.Random(seed)
    mirror = ClassMirror("en")
    asked = {slug: mirror.lesson(slug, "") for slug in SLUGS}
    files = {}
    for number in range(count):
        able = number % 2
        records = {"predictions": {}, "quizzes": {}, "decisions": {}}
        for slug, lesson in asked.items():
            question = lesson.asked()
            value = round(chance.uniform(question.low, question.high), 1)
            if question.options:
                value = chance.choice([key for _words, key in question.options])
            sure = chance.choice((0.5, 0.7, 0.9))
            attempt = {"value": value, "confidence": sure, "about": "case:machine_parts"}
            right = bool(lesson.is_right(attempt))
            records["predictions"][slug] = [{**attempt, "right": right}] * 2
            records["quizzes"][slug] = {
                item.key: next(n for n, option in enumerate(item.options) if option.correct)
                if chance.random() < (0.8 if able else 0.3)
                else chance.randrange(len(item.options))
                for item in quizzes.load(slug)
            }
            key = chance.choice([key for _words, key in lesson.decisions()])
            records["decisions"][slug] = {"choice": key, "confidence": 0.7}
        firm = Company.from_document({**company.case_document("machine_parts"), **records})
        made = document.make(Findings(firm, data), f"Learner {number}", f"{number:016d}")
        name = f"Name {number}_{1000 + number}_assignsubmission_file_/hand-in.json"
        files[name] = document.written(made)
    return files


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    from helpers.data import reading

    folder = tmp_path_factory.mktemp("class")
    with zipfile.ZipFile(folder / "monday.zip", "w") as archive:
        for name, content in learners(reading.load(), 30).items():
            archive.writestr(name, content)
    return folder / "monday.zip"


@pytest.fixture
def board(packed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    part = ClassMirror.begin("en").board()
    assert isinstance(part, mirror_board.MirrorBoard), part.to_markdown()
    part.sources[0].value = str(packed)
    part.button.click()
    assert part._told.error is None and part._told.trouble == ""
    return part


PICTURES = [key for _words, key in mirror_board.MirrorBoard._pictures()]


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("width", [340, 900])
def test_each_picture_has_a_sentence_a_table_and_fits(board, picture, width):
    board.show.value = picture
    stage = board.stages[0]
    assert stage.headline.endswith((".", "”")) and stage.table.count("<tr") >= 2 and stage.alt
    view, result = board.picture(board.classes[0])
    pixels = Canvas(view).draw(result, Look(width=width))
    assert pixels.shape[1] == width


def test_the_class_is_read_in_full_and_counted(board):
    assert board._told.headline == "30 learners in monday.zip."
    board.show.value, board.lesson.value = mirror_board.DECIDED, "why"
    _view, result = board.picture(board.classes[0])
    assert result.value("all") == 30
    board.show.value = mirror_board.PREDICTED
    _view, result = board.picture(board.classes[0])
    assert result.value("hands") == 30


def test_questions_that_part_the_able_from_the_others_are_found(board):
    board.show.value, board.lesson.value = mirror_board.QUIZ, "why"
    _view, result = board.picture(board.classes[0])
    parts = [result.value(f"{q}.parts") for q in result.options if f"{q}.parts" in result]
    assert len(parts) == 4 and sum(parts) / 4 > 0.1


def test_two_classes_stand_beside_each_other(board, packed):
    board.sources[1].value = str(packed)
    board.button.click()
    assert all(stage.headline.startswith("monday.zip: ") for stage in board.stages)


def test_points_are_kept_in_the_gradebook_and_found_again(board, packed, tmp_path):
    points = board.points
    board.lesson.value = "why"
    points.learner.value = points.learner.options[1][1]
    assert len(points.boxes) == 4
    points.boxes[0].value, points.boxes[3].value = 3.5, 2.0
    points.button.click()
    assert points.stage.error is None and "gradebook-monday.csv" in points.stage.headline
    text = (tmp_path / "gradebook-monday.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 30 and rows[0]["learner"] == "Name 0"
    assert (rows[0]["why line 1"], rows[0]["points"]) == ("3.5", "5.5")
    assert rows[1]["points"] == "0"
    again = ClassMirror.begin("en").board()
    again.sources[0].value = str(packed)
    again.button.click()
    again.lesson.value = "why"
    again.points.learner.value = again.points.learner.options[1][1]
    assert again.points.boxes[0].value == 3.5


def test_nothing_typed_and_nothing_there_get_a_sentence(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    part = ClassMirror.begin("en").board()
    part.button.click()
    assert "Say first where" in part._told.headline
    part.sources[0].value = "nowhere.zip"
    part.button.click()
    assert part._told.error is None and "0 learners in nowhere.zip." in part._told.headline
    assert "no folder and no ZIP" in part._told.remarks


def test_a_cell_that_a_spreadsheet_would_compute_is_text():
    from helpers.hand_in import gradebook

    one, _faults = document.parse(
        b'{"hand_in_version": 1, "nickname": "=HYPERLINK(1)", "token": "t"}', "x.json"
    )
    text = gradebook.Gradebook([one], {}, {}).to_csv().decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text and ",=HYPERLINK" not in text
