"""Files are replaced whole, also while another program holds them for a moment."""

import os

import pytest

from helpers.data import files


def held(monkeypatch, times: int) -> list[float]:
    """Let the next renames fail as on Windows; the waits between the tries."""
    waits, tries, real = [], [], os.replace

    def replace(source, target):
        tries.append(target)
        if len(tries) <= times:
            raise PermissionError(13, "held by another program", str(target))
        real(source, target)

    monkeypatch.setattr(files.os, "replace", replace)
    monkeypatch.setattr(files.time, "sleep", waits.append)
    return waits


def test_a_file_that_a_synchroniser_holds_for_a_moment_is_written(tmp_path, monkeypatch):
    waits = held(monkeypatch, times=2)
    files.replace(tmp_path / "company.json", b"new")
    assert (tmp_path / "company.json").read_bytes() == b"new"
    assert waits == list(files.WAITS[:2])


def test_a_file_that_stays_held_is_left_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "company.json"
    path.write_bytes(b"old")
    held(monkeypatch, times=9)
    with pytest.raises(PermissionError):
        files.replace(path, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["company.json"]
    assert path.read_bytes() == b"old"
