"""Damaged packs by the hundred: the right complaint at the right place, or a sound reading."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers import context
from helpers.data import csv_file, reading
from helpers.data.sheet import Row
from helpers.pack import checking
from tests.pack.corpus import CASES, DATA, TABLES, Case

KINDS = tuple(dict.fromkeys(case.kind.split(" column ")[0] for case in CASES))


def of_kind(kind: str) -> list[Case]:
    return [case for case in CASES if case.kind.split(" column ")[0] == kind]


@pytest.fixture(scope="module")
def own() -> dict[str, dict[str, list[Row]]]:
    """The rows of the course that are read before each table."""
    rows: dict[str, list[Row]] = {}
    before = {}
    order = [*TABLES]
    judged = ["", *reading.checks.CHECKS]
    order.sort(key=lambda t: judged.index(t.split("-")[0] if reading.checks.check(t) else ""))
    for table in order:
        before[table] = dict(rows)
        found = csv_file.read(DATA / TABLES[table]["path"], TABLES[table]["schema"]["fields"])
        rows[table] = found[0]
    return before


def told(case: Case, pack: Path, own: dict) -> tuple[list, list[Row] | None, list[str]]:
    """The faults of one table of a pack, its rows where it has none, and what is odd about it."""
    with context.using(pack=pack):
        notices: list = []
        folders = context.current().data_folders
        resource = TABLES[case.table]
        rows, faulty = reading._first_sound(resource, folders, notices, own[case.table])
    faults = [fault for path, found in faulty if path.is_relative_to(pack) for fault in found]
    return faults, rows, [str(one) for one in notices]


def test_the_corpus_is_large_and_holds_every_column_of_every_table():
    assert len(CASES) >= 200 and len({str(case) for case in CASES}) == len(CASES)
    for table, resource in TABLES.items():
        columns = {field["name"] for field in resource["schema"]["fields"]}
        damaged = [case.places for case in CASES if case.table == table and case.values]
        assert {column for places in damaged for _row, column in places} == columns, table


@pytest.mark.parametrize("kind", KINDS)
def test_each_table_gets_its_complaints_or_is_read_as_it_was(kind, tmp_path, own):
    for number, case in enumerate(of_kind(kind)):
        pack = tmp_path / f"pack{number}"
        path = case.put(pack)
        faults, rows, notices = told(case, pack, own)
        assert {(fault.row, fault.column) for fault in faults} == case.places, (str(case), faults)
        expected = dict(case.values)
        for fault in faults:
            sentence = str(fault)
            assert sentence.startswith(f"{path.name}, " if fault.row else path.name), sentence
            assert f"row {fault.row}" in sentence or not fault.row
            for word in (*case.words, expected.get(fault.column, "")):
                assert word in sentence, (str(case), sentence)
            assert len(sentence) < 700 and "\n" not in sentence, sentence
        if not case.places:
            course = csv_file.read(DATA / case.file, TABLES[case.table]["schema"]["fields"])[0]
            assert [dict(row) for row in rows] == [dict(row) for row in course], str(case)
            assert any(case.odd in one for one in notices) == bool(case.odd), notices
        assert path.read_bytes() == case.content


# The whole of a pack ------------------------------------------------------------------------

_watched: list[tuple[str, str, bool]] | None = None


def _watch(event: str, details: tuple) -> None:
    """Note what is opened, made, moved or deleted while a pack is watched."""
    if _watched is None:
        return
    if event == "open" and isinstance(details[0], str | bytes | os.PathLike):
        mode, flags = details[1] or "", details[2] or 0
        changes = bool(set(str(mode)) & set("wax+")) or bool(
            flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        )
        _watched.append((event, os.fsdecode(details[0]), changes))
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate"):
        _watched.append((event, os.fsdecode(details[0]), True))
    elif event in ("socket.connect", "subprocess.Popen", "os.exec", "os.system"):
        _watched.append((event, "", True))


sys.addaudithook(_watch)


@contextmanager
def watched() -> Iterator[list[tuple[str, str, bool]]]:
    """What is opened and changed meanwhile."""
    global _watched
    _watched = found = []
    try:
        yield found
    finally:
        _watched = None


def snapshot(folder: Path) -> dict[str, tuple]:
    """Every file, link and folder with its content and times."""
    found = {}
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() and os.access(path, os.R_OK) else b""
        found[str(path)] = (content, path.lstat().st_mtime_ns, path.is_symlink())
    return found


LIBRARIES = tuple(str(Path(p).resolve()) for p in {sys.prefix, sys.base_prefix})


def nothing_else_was_touched(found: list[tuple[str, str, bool]], pack: Path) -> None:
    for event, place, changes in found:
        assert not changes, (event, place)
        path = Path(place).absolute()
        allowed = path.is_relative_to(pack) or path.is_relative_to(context.CHECKOUT)
        allowed = allowed or str(path.resolve()).startswith(LIBRARIES)
        assert allowed or path.suffix in (".py", ".pyc"), place
        if path.is_relative_to(pack):
            assert path.resolve().is_relative_to(pack.resolve()), place


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "without"])
def test_a_pack_of_tables_damaged_alike_has_one_report_of_all(kind, tmp_path):
    cases = of_kind(kind)
    pack = tmp_path / "pack"
    for case in cases:
        case.put(pack)
    before = snapshot(tmp_path)
    with watched() as found:
        report = checking.check(pack)
    assert snapshot(tmp_path) == before
    nothing_else_was_touched(found, pack)
    lines = "\n".join(report.lines())
    damaged = {case.file for case in cases if case.places}
    used = {path.relative_to(pack).as_posix() for path in report.used}
    assert used == {case.file for case in cases} - damaged, lines
    count = sum(len(case.places) for case in cases)
    assert report.sound == (not count)
    assert f"{count} fault" in lines or not count, lines
