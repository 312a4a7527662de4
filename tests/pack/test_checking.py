"""``course check``: every fault of a pack at once, what is used, and what is never asked for."""

import json
import shutil
from pathlib import Path

import pytest

from helpers import cli
from helpers.data.notice import Kind
from helpers.pack import checking
from tests.pack.copies import DATA, copy_of, replaced


def said(pack: Path) -> str:
    return "\n".join(checking.check(pack).lines())


def test_an_empty_pack_is_said_to_hold_nothing(pack):
    assert checking.check(pack).sound
    assert said(pack).endswith("holds nothing that the course uses.")


def test_a_sound_pack_lists_what_is_used(pack):
    copy_of(pack, "levels.csv")
    copy_of(pack, "companies/hotel.json", replaced("Hotel Almyra", "Hotel Aurora"))
    report = checking.check(pack)
    assert report.sound and not report.notices
    assert said(pack).splitlines() == [
        "used: levels.csv",
        "used: companies/hotel.json",
        "Nothing is wrong with this pack.",
    ]


def test_all_faults_of_all_files_are_told_at_once(pack):
    """A lesson names the first fault of a file; who keeps the file is told each of them."""
    rows = (DATA / "assumptions.csv").read_text(encoding="utf-8").splitlines()
    columns = rows[0].split(",")
    low = columns.index("low")
    assert low > 0
    broken = [rows[0]]
    for row in rows[1:3]:
        cells = row.split(",")
        cells[low] = "few"
        broken.append(",".join(cells))
    (pack / "assumptions.csv").write_text("\n".join([*broken, *rows[3:]]), encoding="utf-8")
    quiz = json.loads((DATA / "quizzes/why.json").read_text(encoding="utf-8"))
    for question in quiz["questions"][:2]:
        question["prompt"] = ""
    (pack / "quizzes").mkdir()
    (pack / "quizzes/why.json").write_text(json.dumps(quiz), encoding="utf-8")
    (pack / "companies").mkdir()
    (pack / "companies/hotel.json").write_text('{"schema_version": 1, "name": "My ho')
    report = checking.check(pack)
    assert not report.sound and not report.used
    lines = said(pack).splitlines()
    assert sum("assumptions.csv, row" in line and "few" in line for line in lines) == 2
    assert sum("why.json, question" in line for line in lines) == 2
    assert sum("hotel.json, row 1" in line for line in lines) == 1
    assert lines[-1] == "5 faults found."


@pytest.mark.parametrize(
    ("file", "meant"),
    [
        ("level.csv", "did you mean levels.csv?"),
        ("quizzes/why_not.json", "did you mean quizzes/why.json?"),
    ],
)
def test_a_file_that_is_never_asked_for_is_told_once(pack, file, meant):
    path = copy_of(pack, "quizzes/why.json" if "/" in file else "levels.csv")
    path.rename(pack / file)
    report = checking.check(pack)
    (notice,) = report.notices
    assert notice.kind is Kind.UNUSED and meant in notice and not report.sound


def test_what_is_odd_is_used_and_told(pack):
    copy_of(pack, "levels.csv", lambda text: text.encode("utf-16"))
    report = checking.check(pack)
    (notice,) = report.notices
    assert notice.kind is Kind.ODD and "UTF-16" in notice
    assert report.sound and [path.name for path in report.used] == ["levels.csv"]
    assert "used, with something odd:" in said(pack)


def test_the_command_tells_by_its_exit_code(pack, capsys):
    copy_of(pack, "levels.csv")
    assert cli.main(["check", str(pack)]) == 0
    assert "Nothing is wrong" in capsys.readouterr().out
    shutil.move(pack / "levels.csv", pack / "level.csv")
    assert cli.main(["check", str(pack)]) == 1
    assert "did you mean levels.csv?" in capsys.readouterr().out
    assert cli.main(["check", str(pack / "nowhere")]) == 1
    assert "is no folder" in capsys.readouterr().err
