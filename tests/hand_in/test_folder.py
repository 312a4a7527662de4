"""The folder of a class, into which “Hand in” puts a copy for the lecturer."""

import pytest

from helpers import context
from helpers.company import CompanyFile
from helpers.hand_in import reading
from helpers.lessons.contents import Contents

MADE = {"value": "2", "confidence": 0.7, "about": "case:machine_parts"}


def hand_in(nickname: str, folder):
    """Press the button as a learner with a home of their own; the part."""
    with context.using(folder=folder):
        CompanyFile().save({"predictions.popular_is_not_fit[]": MADE})
        part = Contents.begin("en").hand_in()
        part.nickname.value = nickname
        part.button.click()
    return part


@pytest.fixture
def box(tmp_path):
    folder = tmp_path / "hand_in"
    folder.mkdir()
    with context.using(hand_in=folder):
        yield folder


def test_a_copy_goes_to_the_folder_of_the_class_and_the_lecturer_reads_it(box, tmp_path):
    part = hand_in("Fox", tmp_path / "a")
    assert part.path.is_file()
    assert "A copy is in the folder of your class" in part.stage.remarks
    hand_in("Fox", tmp_path / "b")  # another learner of the same nickname
    hand_in("Fox", tmp_path / "b")
    found = reading.read(box)
    assert [one.nickname for one in found.hand_ins] == ["Fox", "Fox (2)"]
    assert found.told == ()


def test_nobody_guesses_the_name_of_a_copy(box, tmp_path):
    hand_in("Fox", tmp_path / "a")
    (copy,) = box.iterdir()
    (one,) = reading.read(box).hand_ins
    assert copy.name == f"hand-in-fox-{one.token}.json" and len(one.token) == 32


def test_a_letter_box_that_nobody_can_look_into_takes_a_copy(box, tmp_path):
    box.chmod(0o1733)
    hand_in("Fox", tmp_path / "a")
    hand_in("Fox", tmp_path / "a")
    box.chmod(0o755)
    (copy,) = box.iterdir()
    assert copy.stat().st_mode & 0o044  # lecturers are other users of the server


def test_where_the_folder_is_not_there_it_is_said_and_the_own_file_stays(box, tmp_path):
    box.rmdir()
    part = hand_in("Fox", tmp_path / "a")
    assert part.path.is_file()
    assert "was not put into the folder of your class" in part.stage.trouble
    assert part.stage.headline == ""


def test_without_such_a_folder_nothing_is_sent(tmp_path):
    part = hand_in("Fox", tmp_path / "a")
    assert "of your class" not in part.stage.remarks
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
