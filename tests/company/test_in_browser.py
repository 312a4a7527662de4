"""The company file where Python runs in a browser: no locks, several tabs, storage that refuses."""

import json
import sys

import pytest

from helpers import context
from helpers.company import CompanyError, CompanyFile, case_document
from helpers.company import file as company_file
from helpers.data import files


@pytest.fixture(autouse=True)
def in_browser(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "filelock", None)  # it is not there
    with context.using(in_browser=True, folder=tmp_path):
        yield


@pytest.fixture
def tab() -> CompanyFile:
    return CompanyFile()


def held(file: CompanyFile) -> dict:
    return json.loads(file.path.read_text(encoding="utf-8"))


def guess(value: str) -> dict:
    return {"value": value, "confidence": 0.5, "about": "case:hotel", "on": "2026-11-23"}


def test_saving_needs_no_lock_and_leaves_none(tab):
    known, notice = tab.save({"cash": 70})
    assert (known.cash, notice) == (70, "")
    assert [path.name for path in tab.path.parent.iterdir()] == ["company.json"]


def test_two_tabs_that_save_in_turn_keep_both_answers(tab):
    other = CompanyFile()
    tab.save({"cash": 70, "quizzes.why.no_aim": 1})
    other.save({"ads": 30.0, "quizzes.why.gap": 0})
    tab.save({"followers": 12})
    assert {**held(tab), "cash": 70, "ads": 30, "followers": 12} == held(tab)
    assert held(tab)["quizzes"]["why"] == {"no_aim": 1, "gap": 0}


def test_a_tab_that_was_quicker_while_ours_was_reading_is_merged(tab, monkeypatch):
    real, other = CompanyFile._read, CompanyFile()

    def read(file: CompanyFile) -> tuple[dict, str]:
        found = real(file)
        if file is tab:
            monkeypatch.setattr(CompanyFile, "_read", real)
            other.save({"ads": 30.0, "predictions.why[]": guess("two")})
        return found

    monkeypatch.setattr(CompanyFile, "_read", read)
    known, _notice = tab.save({"cash": 70, "predictions.why[]": guess("one")})
    assert (known.cash, known.ads, held(tab)["cash"], held(tab)["ads"]) == (70, 30, 70, 30)
    assert [one["value"] for one in held(tab)["predictions"]["why"]] == ["two", "one"]


def test_an_answer_that_another_tab_wrote_over_is_written_again_and_once(tab, monkeypatch):
    stale = {**case_document("machine_parts"), "ads": 30.0}
    real = files.replace

    def replace(path, content, *mode):
        monkeypatch.setattr(company_file.files, "replace", real)
        real(path, content, *mode)
        real(path, json.dumps(stale).encode())

    monkeypatch.setattr(company_file.files, "replace", replace)
    known, _notice = tab.save({"cash": 70, "predictions.why[]": guess("one")})
    assert (known.ads, held(tab)["ads"], held(tab)["cash"]) == (30, 30, 70)
    assert len(held(tab)["predictions"]["why"]) == 1


def test_a_browser_that_keeps_nothing_is_told_and_what_it_kept_before_stays(tab, monkeypatch):
    tab.save({"cash": 70})
    monkeypatch.setattr(company_file.files, "replace", lambda *_given: None)
    with pytest.raises(CompanyError, match="this browser does not keep them"):
        tab.save({"cash": 90})
    assert held(tab)["cash"] == 70


def test_tabs_that_never_rest_end_in_a_sentence(tab, monkeypatch):
    stamps = iter(range(1000))
    monkeypatch.setattr(CompanyFile, "_content", lambda _file: str(next(stamps)).encode())
    with pytest.raises(CompanyError, match="not saved"):
        tab.save({"cash": 70})
    assert not tab.path.exists()


def test_a_browser_without_a_place_for_files_is_told_in_its_own_words(tab, monkeypatch):
    """A private window has no service worker: its drive says “Invalid argument”."""

    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(type(tab.path), "mkdir", refuse)
    with pytest.raises(CompanyError, match="this browser does not keep them") as told:
        tab.save({"cash": 90})
    assert "argument" not in str(told.value)
