"""Hand-ins of a class: folders and ZIPs as platforms pack them, duplicates, damaged files."""

import json
import os
import zipfile

import pytest

from helpers.hand_in import reading


def one(nickname: str, token: str = "", on: str = "2026-11-27") -> bytes:
    document = {
        "hand_in_version": 1,
        "nickname": nickname,
        "token": token or nickname,
        "written_on": on,
    }
    return json.dumps(document).encode()


def packed(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


MOODLE = {
    "Anna Berg_1001_assignsubmission_file_/hand-in-fox.json": one("Fox", on="2026-11-20"),
    "Bo Chan_1002_assignsubmission_file_/hand-in-owl.json": one("Owl"),
    "Cleo Dahl_1003_assignsubmission_file_hand-in-elk.json": one("Elk"),
}
CANVAS = {
    "bergannaj_48001_990001_hand-in-fox.json": one("Fox"),
    "chanbo_LATE_48002_990002_hand-in-owl.json": one("Owl"),
}


@pytest.mark.parametrize(
    ("files", "names"),
    [(MOODLE, ["Cleo Dahl", "Anna Berg", "Bo Chan"]), (CANVAS, ["bergannaj", "chanbo"])],
)
def test_a_platforms_zip_names_its_learners(tmp_path, files, names):
    found = reading.read(packed(tmp_path / "class.zip", files))
    assert found.told == ()
    assert [learner.submitted_by for learner in found.hand_ins] == names


def test_a_folder_is_read_as_its_zip(tmp_path):
    for name, content in MOODLE.items():
        path = tmp_path / "class" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    found = reading.read(tmp_path / "class")
    assert [one.nickname for one in found.hand_ins] == ["Elk", "Fox", "Owl"]


def test_the_newest_of_a_learner_counts_wherever_it_stands(tmp_path):
    files = {
        "a.json": one("Fox", "t", "2026-11-20"),
        "b.json": one("Foxy", "t", "2026-11-25"),
        "c.json": one("Old Fox", "t", "2026-11-01"),
    }
    found = reading.read(packed(tmp_path / "class.zip", files))
    assert [one.nickname for one in found.hand_ins] == ["Foxy"]
    assert found.told == ("2 older hand-ins of the same learners are left out.",)


def test_one_nickname_of_two_learners_is_numbered(tmp_path):
    files = {"a.json": one("Fox", "t1"), "b.json": one("Fox", "t2")}
    found = reading.read(packed(tmp_path / "class.zip", files))
    assert [one.nickname for one in found.hand_ins] == ["Fox", "Fox (2)"]


def test_one_file_of_two_learners_is_told(tmp_path):
    files = {"A_1_assignsubmission_file_x.json": one("Fox", "t"),
             "B_2_assignsubmission_file_x.json": one("Fox", "t")}  # fmt: skip
    found = reading.read(packed(tmp_path / "class.zip", files))
    assert len(found) == 2 and "handed in by A and B" in found.told[0]


def test_three_hundred_are_read(tmp_path):
    files = {f"L {n}_{n}_assignsubmission_file_/h.json": one(f"N{n}") for n in range(300)}
    assert len(reading.read(packed(tmp_path / "class.zip", files))) == 300


def test_what_archivers_add_and_other_files_are_passed_by(tmp_path):
    files = {
        "__MACOSX/._a.json": b"x",
        ".hidden.json": b"x",
        "essay.docx": b"x",
        "a.json": one("A"),
    }
    found = reading.read(packed(tmp_path / "class.zip", files))
    assert len(found) == 1 and found.told == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "row 1"),
        (b"x" * (reading.MOST_BYTES + 1), "larger than 500 kB"),
        (b"\xff\xfe", "holds no text"),
    ],
)
def test_a_damaged_file_is_named_and_the_others_count(tmp_path, content, said):
    files = {"bad.json": content, "good.json": one("Good")}
    for path in (packed(tmp_path / "class.zip", files), tmp_path / "folder"):
        if path.suffix != ".zip":
            path.mkdir()
            for name, inner in files.items():
                (path / name).write_bytes(inner)
        found = reading.read(path)
        assert [one.nickname for one in found.hand_ins] == ["Good"]
        assert len(found.told) == 1 and "bad.json" in found.told[0] and said in found.told[0]


def test_a_bomb_is_not_unpacked(tmp_path):
    path = packed(tmp_path / "class.zip", {"bomb.json": b"0" * 50_000_000, "a.json": one("A")})
    found = reading.read(path)
    assert len(found) == 1 and "larger than 500 kB" in found.told[0]


def test_a_damaged_archive_and_a_missing_one_get_a_sentence(tmp_path):
    torn = packed(tmp_path / "class.zip", MOODLE)
    torn.write_bytes(torn.read_bytes()[:-40])
    nothing = reading.read(tmp_path / "none.zip")
    (tmp_path / "empty").mkdir()
    for found, word in (
        (reading.read(torn), "damaged"),
        (nothing, "no folder"),
        (reading.read(tmp_path / "empty"), "No hand-in is in"),
    ):
        assert found.hand_ins == () and len(found.told) == 1 and word in found.told[0]


def test_a_flipped_byte_within_an_archive_costs_one_file(tmp_path):
    path = packed(tmp_path / "class.zip", {"a.json": one("A" * 30), "b.json": one("B")})
    raw = bytearray(path.read_bytes())
    raw[45] ^= 0xFF
    path.write_bytes(raw)
    found = reading.read(path)
    assert [one.nickname for one in found.hand_ins] == ["B"] and "a.json" in found.told[0]


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights here")
def test_links_are_not_followed(tmp_path):
    (tmp_path / "secret.json").write_bytes(one("Secret"))
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "link.json").symlink_to(tmp_path / "secret.json")
    found = reading.read(folder)
    assert found.hand_ins == () and "is a link" in found.told[0]
    assert (tmp_path / "secret.json").read_bytes() == one("Secret")


def test_of_many_faults_a_few_are_named(tmp_path):
    files = {f"{n}.json": b"{" for n in range(40)}
    found = reading.read(packed(tmp_path / "class.zip", files))
    assert len(found.told) == reading.TOLD + 1 and found.told[-1].startswith("28 more")
