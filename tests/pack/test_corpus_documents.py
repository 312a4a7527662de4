"""Damaged companies, quizzes, texts, class plans and hand-ins; files that are none."""

import json
import os
from pathlib import Path

import pytest

from helpers import context
from helpers.company import documents
from helpers.data import class_plans, quizzes, reading, texts
from helpers.hand_in import document
from helpers.pack import checking
from tests.pack.copies import DATA
from tests.pack.corpus_documents import CASES, FOLDERS, SOUND_HAND_IN, Case
from tests.pack.test_corpus import nothing_else_was_touched, snapshot, watched

READERS = {
    "companies": lambda key: documents._sound_case(key)[1],  # of one: all take six times as long
    "quizzes": quizzes.notices,
    "texts": texts.notices,
    "class": class_plans.notices,
}


def said(case: Case, folder: Path) -> list[str]:
    """What is told of a document, every fault of it."""
    if case.folder == "hand-ins":
        found, faults = document.parse(case.content, "x.json")
        assert found is not None or faults
        return faults
    path = folder / case.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(case.content)
    with context.using(pack=folder):
        told = READERS[case.folder](FOLDERS[case.folder])
    assert path.read_bytes() == case.content
    return [sentence for one in told for sentence in one.every]


def test_the_corpus_of_documents_is_large_and_each_case_another():
    assert len(CASES) >= 300 and len({str(case) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("folder", [*FOLDERS, "hand-ins"])
def test_each_damaged_document_gets_its_complaint_or_is_read(folder, tmp_path, data, monkeypatch):
    # No pack here has a table: each would read the course's own again.
    monkeypatch.setattr(reading, "load", lambda: data)
    for number, case in enumerate(case for case in CASES if case.folder == folder):
        told = said(case, tmp_path / str(number))
        assert bool(told) == bool(case.words), (str(case), told)
        for word in case.words:
            assert any(word in sentence for sentence in told), (str(case), word, told)
        assert all(len(sentence) < 1100 and "Traceback" not in sentence for sentence in told), told


def test_a_sound_hand_in_is_read_without_a_word():
    found, faults = document.parse(json.dumps(SOUND_HAND_IN).encode(), "x.json")
    assert found is not None and faults == []


PLACES = (
    *("gates.csv", "assumptions.csv", "posts/hotel.csv", "evidence/ads.csv", "quizzes/why.json"),
    *("companies/hotel.json", "texts/tone.json", "class/why.json", "client.xlsx"),
)


def reported(pack: Path, outside: Path) -> checking.Report:
    """The report on a pack; nothing is changed, and nothing outside it opened."""
    before = snapshot(outside)
    with watched() as found:
        report = checking.check(pack)
    assert snapshot(outside) == before
    nothing_else_was_touched(found, pack)
    return report


def put(pack: Path, place: str) -> Path:
    path = pack / place
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


@pytest.mark.parametrize("kind", ["folder", "nowhere", "loop", "outside"])
def test_what_is_no_file_is_told_in_every_place(kind, tmp_path):
    pack, outside = tmp_path / "pack", tmp_path / "outside"
    outside.mkdir()
    words = {"folder": "is a folder", "outside": "leads out of the pack"}
    for place in PLACES:
        path = put(pack, place)
        secret = outside / path.name
        if (DATA / place).is_file():
            secret.write_bytes((DATA / place).read_bytes())
        else:
            secret.write_bytes(b"PK\3\4")
        if kind == "folder":
            path.mkdir()
        else:
            path.symlink_to({"nowhere": pack / "none", "loop": path, "outside": secret}[kind])
    report = reported(pack, tmp_path)
    assert not report.used
    lines = list(report.lines())
    for place in PLACES:
        told = [line for line in lines if place in line]
        assert len(told) == 1 and words.get(kind, "leads nowhere") in told[0], (place, lines)
    assert lines[-1] == f"{len(PLACES)} faults found."


@pytest.mark.parametrize("kind", ["inside", "outside"])
def test_a_link_to_a_folder_is_told_and_one_that_leads_out_is_not_followed(kind, tmp_path, data):
    pack = tmp_path / "pack"
    pack.mkdir()
    target = (pack if kind == "inside" else tmp_path) / "other"
    target.mkdir()
    (target / "hotel.csv").write_text(
        (DATA / "posts" / "hotel.csv").read_text(encoding="utf-8").replace("shutters", "doors"),
        encoding="utf-8",
    )
    (pack / "posts").symlink_to(target, target_is_directory=True)
    report = reported(pack, tmp_path)
    assert any("pack/posts: is a link to a folder" in line for line in report.lines())
    with context.using(pack=pack):
        read = "doors" in reading.load().posts["hotel"]["text"].iloc[0]
    assert read == (kind == "inside")


def test_files_that_cannot_be_opened_are_told_in_every_place(tmp_path, monkeypatch):
    pack = tmp_path / "pack"
    for place in PLACES:
        path = put(pack, place)
        path.write_bytes((DATA / place).read_bytes() if (DATA / place).is_file() else b"PK\3\4")
    read, opened = Path.read_bytes, Path.open

    def refused(original):
        def refuse(self: Path, *how, **more):
            if self.is_relative_to(pack):
                raise PermissionError(13, "Permission denied")
            return original(self, *how, **more)

        return refuse

    before = snapshot(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refused(read))
    monkeypatch.setattr(Path, "open", refused(opened))
    report = checking.check(pack)
    monkeypatch.undo()
    lines = list(report.lines())
    for place in PLACES:
        name = place.split("/")[-1]
        assert any(name in line and "Permission denied" in line for line in lines), (place, lines)
    assert not report.used and snapshot(tmp_path) == before


def test_pipes_and_devices_are_never_opened(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes")
    pack = tmp_path / "pack"
    for place in PLACES:
        os.mkfifo(put(pack, place))
    with watched() as found:
        report = checking.check(pack)
    nothing_else_was_touched(found, pack)
    assert not report.used and len(report.notices) == len(PLACES), list(report.lines())
