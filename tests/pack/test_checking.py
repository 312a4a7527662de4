"""``course check``: every fault of a pack at once, what is used, and what is never asked for."""

import json
import shutil
from pathlib import Path

import pytest

from helpers import cli
from helpers.data.notice import Kind
from helpers.pack import checking
from tests.pack import trainers_page
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


def test_a_changed_figure_with_the_course_s_reason_is_used_and_told(pack):
    """“Three months at one a week” would have stood behind a trainer's own number."""
    copy_of(pack, "assumptions.csv")
    assert checking.check(pack).sound and "old figures" not in said(pack)
    copy_of(pack, "assumptions.csv", replaced("written down,6,12", "written down,6,10"))
    assert checking.check(pack).sound
    assert "column reason" in said(pack) and "belongs to the old figures" in said(pack)
    path = pack / "assumptions.csv"
    path.write_text(replaced("Three months at", "Ten weeks at")(path.read_text("utf-8")), "utf-8")
    assert "old figures" not in said(pack)


def test_a_faulty_ledger_is_not_said_to_lack_the_rows_of_a_new_network(pack):
    """One wage below its low became six faults: five rows, which were there, should be added."""
    for name in ("assumptions", "networks", "ratings", "cadence"):
        copy_of(pack, f"{name}.csv")
    trainers_page.change_tables(pack)
    assert checking.check(pack).sound
    path = pack / "assumptions.csv"
    path.write_text(replaced(",13,24,64,", ",13,2,64,")(path.read_text("utf-8")), "utf-8")
    report = checking.check(pack)
    assert not report.sound and "has no row" not in said(pack)
    assert "“Lakeboard” needs rows of assumptions.csv" in said(pack)
    assert sum(len(one.every) for one in report.notices) == 2


def test_two_rows_of_the_ledger_with_one_label_are_told(pack):
    """A memo named the network whose row was copied, not the trainer's own."""
    copy_of(pack, "assumptions.csv", replaced("gate_G8,Topics written down,", "gate_G8,Hours,"))
    assert checking.check(pack).sound, "packs of old, with copied labels, are used as before"
    assert "column label" in said(pack) and "is the label of another row" in said(pack)
