"""The company file: saved whole or not at all, merged, migrated, never lost."""

import dataclasses
import json
import os
import threading
from pathlib import Path

import pytest
from filelock import FileLock

from helpers import company, context
from helpers.company import Company, CompanyError, CompanyFile
from helpers.company.versions import SCHEMA_VERSION
from helpers.data import files


@pytest.fixture
def file() -> CompanyFile:
    return CompanyFile()


def disk_is_full(*_args: object) -> None:
    raise OSError(28, "No space left on device")


def written(file: CompanyFile, text: str) -> bytes:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.write_text(text, encoding="utf-8")
    return file.path.read_bytes()


def test_without_a_file_it_is_the_default_case_and_nothing_is_written(file):
    known, notice = file.load()
    assert (known.started_from, notice) == (company.DEFAULT_CASE, "")
    assert not file.path.parent.exists()


def test_six_cases_are_complete():
    found = company.cases()
    assert len(found) == 6
    for key, case in found.items():
        assert case.invented and case.name and case.trade and case.place, key
        assert case.people and case.contribution > 0 and case.cash > 0, key
        assert sum(case.ages.values()) == pytest.approx(1), key
        assert sum(case.purposes.values()) == 10, key
        assert case.networks and any(case.website.values()), key
    assert company.case_notices() == []


def test_saved_answers_come_back(file):
    made = {"value": 6, "confidence": 0.7, "about": "own:X"}
    file.save({"cash": 80, "predictions.resources[]": made})
    known, notice = file.load()
    assert (known.cash, notice) == (80, "")
    assert known.records["predictions"]["resources"] == [made]


def test_two_open_lessons_never_lose_each_others_answers(file):
    first, second = CompanyFile(), CompanyFile()
    first.load()
    second.load()
    first.save({"quizzes.why.vague": 1})
    second.save({"quizzes.resources.band": 2, "cash": 70})
    known, _notice = file.load()
    assert known.records["quizzes"] == {"why": {"vague": 1}, "resources": {"band": 2}}
    assert known.cash == 70


def test_many_savers_at_once_lose_nothing(file):
    def save(number: int) -> None:
        CompanyFile(file.path.parent).save({f"quizzes.lesson{number}.key": number})

    threads = [threading.Thread(target=save, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(file.load()[0].records["quizzes"]) == 12
    assert not list(file.path.parent.glob("*.tmp"))


def test_unknown_parts_of_records_survive_a_save(file):
    file.save({"decisions.later_lesson": {"choice": "x", "new_key": [1, 2]}})
    file.save({"cash": 10})
    assert file.load()[0].records["decisions"]["later_lesson"]["new_key"] == [1, 2]


DAMAGED = {
    "empty": ("", ["empty"]),
    "blank": ("  \n", ["empty"]),
    "truncated": ('{"schema_version": 1,\n "name": "Ne', ["row 2", "column 10", '“"name": "Ne”']),
    "a list": ("[1, 2]", ["does not hold a company"]),
    "future version": ('{"schema_version": 99, "name": "N"}', ["schema_version", "99", "update"]),
    "version before the first": ('{"schema_version": 0, "name": "N"}', ["schema_version", "0"]),
    "version in words": ('{"schema_version": "two", "name": "N"}', ["schema_version", "two"]),
    "deep": ("[" * 100_000, ["deep"]),
    "900 levels": ('{"schema_version": 1, "name": ' + "[" * 900 + "]" * 900 + "}", ["deep"]),
    "nothing": ("null", ["does not hold a company"]),
    "without end": ('{"schema_version": 1, "name": "' + "x" * 600_000 + '"}', ["500 kB"]),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_file_is_told_kept_and_replaced_only_on_save(name, file):
    text, named = DAMAGED[name]
    before = written(file, text)
    known, notice = file.load()
    assert known.started_from == company.DEFAULT_CASE
    for word in ("company.json", *named):
        assert word in notice, notice
    assert file.path.read_bytes() == before
    assert [p.name for p in file.path.parent.iterdir()] == ["company.json"]
    saved, told = file.save({"cash": 30})
    assert saved.cash == 30
    aside = file.path.with_name("company-damaged-2026-11-23-1.json")
    assert aside.name in told
    assert aside.read_bytes() == before
    assert file.load()[1] == ""


ABSURD = {
    "negative hours": ({"people": [{"name": "A", "hours": -3}]}, ["people.1.hours", "-3", "0"]),
    "hours of a year": ({"people": [{"name": "A", "hours": 8760}]}, ["people.1.hours", "60"]),
    "share above 1": ({"ages": {"30-49": 60}}, ["ages.30-49", "60", "1 or less"]),
    "text for a number": ({"cash": "plenty"}, ["cash", "plenty", "a number"]),
    "unknown market": ({"market": "b2x"}, ["market", "b2x", "b2b"]),
    "unknown network": ({"networks": ["myspace"]}, ["networks.1", "myspace"]),
    "misspelt field": ({"csh": 5}, ["csh", "spelling"]),
    "half a customer": ({"asked": 2.5}, ["asked", "2.5", "whole number"]),
}


@pytest.mark.parametrize("name", ABSURD)
def test_absurd_value_is_told_and_the_rest_is_used(name, file):
    field, named = ABSURD[name]
    document = {"schema_version": 1, "name": "Ours", "contribution": 70, **field}
    before = written(file, json.dumps(document))
    known, notice = file.load()
    assert (known.name, known.contribution) == ("Ours", 70)
    for word in ("company.json", *named):
        assert word in notice, notice
    assert file.path.read_bytes() == before
    file.save({"cash": 1})
    assert file.path.with_name("company-damaged-2026-11-23-1.json").read_bytes() == before


def test_a_firm_without_a_name_keeps_its_answers_and_every_later_save(file):
    for name in ('""', '"   "', "7", '"' + "x" * 61 + '"'):
        written(file, f'{{"schema_version": 1, "name": {name}, "cash": 55}}')
        known, notice = file.load()
        assert known.cash == 55 and known.name
        assert "company.json, field name" in notice and ("empty" in notice or "60" in notice)
        saved, _told = file.save({"ads": 10})
        assert (saved.cash, saved.ads) == (55, 10)
        assert file.load()[1] == ""


def test_a_name_that_is_too_long_is_refused_for_that_reason(file):
    file.save({"name": "Ours"})
    with pytest.raises(CompanyError, match=r"field name: .* longer than 60 characters"):
        file.save({"name": "x" * 61})
    with pytest.raises(CompanyError, match=r"field name: .* empty"):
        file.save({"name": ""})


ALONE = {
    "one coin": (
        {"purposes": {"leads": 5, "brand": 50, "care": 2}},
        lambda known: (known.purposes["leads"], known.purposes["brand"]) == (5, 0),
        "purposes.brand: 50",
    ),
    "hours of one person": (
        {"people": [{"name": "A", "hours": 3}, {"name": "B", "hours": -1}]},
        lambda known: [person.name for person in known.people] == ["A"],
        "people.2.hours: -1",
    ),
    "importance of one line": (
        {"swot": [{"box": "strength", "text": "Shop", "importance": 9}]},
        lambda known: (known.swot[0].text, known.swot[0].importance) == ("Shop", 2),
        "swot.1.importance: 9",
    ),
    "one topic": (
        {"topics": ["Wood", 5, "Bread", None]},
        lambda known: known.topics == ("Wood", "Bread"),
        "topics.2: 5",
    ),
    "one misspelt coin": (
        {"purposes": {"leads": 5, "brnd": 3}},
        lambda known: known.purposes["leads"] == 5,
        "purposes: brnd",
    ),
    "one prediction of words": (
        {"predictions": {"why": "a lot", "swot": {"value": 3, "confidence": 0.5}}},
        lambda known: set(known.records["predictions"]) == {"swot"},
        "predictions.why",
    ),
    "one confidence": (
        {"decisions": {"why": {"reason": "b is 4", "confidence": [1]}}},
        lambda known: known.records["decisions"]["why"] == {"reason": "b is 4"},
        "decisions.why.confidence",
    ),
    "a number of 5,000 digits": (
        {"asked": "DIGITS", "cash": 5},
        lambda known: (known.asked, known.cash) == (0, 5),
        "asked",
    ),
    "weekly users of whom nobody was asked": (
        {"asked": 3, "weekly": {"facebook": 8, "x": 2}},
        lambda known: (known.weekly["facebook"], known.weekly["x"]) == (0, 2),
        "weekly.facebook: 8 is more than were asked (3)",
    ),
}


@pytest.mark.parametrize("name", ALONE)
def test_one_bad_value_goes_alone(name, file):
    fields, kept, named = ALONE[name]
    text = json.dumps({"schema_version": 1, "name": "Ours", "contribution": 70, **fields})
    written(file, text.replace('"DIGITS"', "9" * 5000))
    known, notice = file.load()
    assert (known.name, known.contribution) == ("Ours", 70)
    assert kept(known), known
    assert named in notice and len(notice) < 500, notice
    assert file.save({"cash": 1})[0].contribution == 70
    assert file.load()[1] == ""


def test_a_field_that_stands_twice_is_told_and_left_out(file):
    written(file, '{"schema_version": 1, "name": "Ours", "cash": 5, "cash": 50, "ads": 7}')
    known, notice = file.load()
    assert (known.cash, known.ads) == (0, 7)
    assert "field cash: stands twice" in notice


def test_link_to_nowhere_in_the_place_of_the_file_is_told(file):
    file.path.parent.mkdir(parents=True)
    try:
        file.path.symlink_to(file.path)
    except OSError:
        pytest.skip("this system lets nobody make links")
    known, notice = file.load()
    assert known.started_from == company.DEFAULT_CASE and "leads nowhere" in notice
    assert file.save({"cash": 5})[0].cash == 5
    assert not file.path.is_symlink() and file.load()[1] == ""


def test_a_folder_in_the_place_of_the_file_is_told(file):
    file.path.mkdir(parents=True)
    assert "company.json cannot be read" in file.load()[1]


def test_control_characters_that_were_typed_are_not_saved(file):
    file.save({"name": "A\x00B\x1b", "whys": ["one\x0b", "two"]})
    assert (file.load()[0].name, file.load()[0].whys) == ("AB", ("one", "two"))


def test_a_synchroniser_that_holds_the_file_for_a_moment_loses_no_answer(file, monkeypatch):
    file.save({"cash": 40})
    original, refused = files.os.replace, []

    def busy(source: object, target: object) -> None:
        if len(refused) < 3:
            refused.append(source)
            raise PermissionError(13, "The process cannot access the file")
        original(source, target)

    monkeypatch.setattr(files.os, "replace", busy)
    monkeypatch.setattr(files.time, "sleep", lambda _seconds: None)
    assert file.save({"cash": 50})[0].cash == 50
    assert len(refused) == 3 and file.load()[0].cash == 50


def test_a_file_that_stays_held_is_told(file, monkeypatch):
    file.save({"cash": 40})

    def busy(*_args: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(files.os, "replace", busy)
    monkeypatch.setattr(files.time, "sleep", lambda _seconds: None)
    with pytest.raises(CompanyError, match=r"not saved.*cannot access"):
        file.save({"cash": 50})
    monkeypatch.undo()
    assert file.load()[0].cash == 40


def test_what_killed_programs_leave_does_not_pile_up(file, monkeypatch):
    """A killed program leaves one file at most, always under the same name."""

    class Killed(BaseException):
        pass

    def killed(*_args: object) -> None:
        left.add(next(p for p in file.path.parent.iterdir() if p.name.endswith(".tmp")))
        raise Killed

    left: set[Path] = set()
    file.save({"cash": 1})
    for number in range(3):
        with monkeypatch.context() as patched, pytest.raises(Killed):
            patched.setattr(files.os, "replace", killed)
            file.save({"cash": number})
        (stale,) = left
        stale.write_text("half")
    file.save({"cash": 9})
    assert not stale.exists() and file.load()[0].cash == 9


def test_a_full_disk_leaves_a_damaged_file_where_it_was(file, monkeypatch):
    before = written(file, "damage")

    monkeypatch.setattr(files.os, "fsync", disk_is_full)
    with pytest.raises(CompanyError, match="No space left"):
        file.save({"cash": 50})
    assert file.path.read_bytes() == before
    assert not list(file.path.parent.glob("company-damaged-*"))


@pytest.mark.parametrize("ages", [0, 1])
def test_ages_of_a_case_that_add_up_to_nothing_or_to_four_are_told(ages, tmp_path):
    (tmp_path / "companies").mkdir()
    document = {"schema_version": 1, "name": "Bakery"}
    document["ages"] = dict.fromkeys(("18-29", "30-49", "50-64", "65+"), ages)
    (tmp_path / "companies" / "hotel.json").write_text(json.dumps(document))
    with context.using(pack=tmp_path):
        (told,) = company.case_notices()
        assert company.case("hotel").name == "Hotel Almyra"
    assert f"hotel.json, field ages: the shares add up to {4 * ages}" in told


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999"])
def test_numbers_that_are_none(value, file):
    written(file, f'{{"schema_version": 1, "name": "Ours", "cash": {value}}}')
    known, notice = file.load()
    assert known.cash == 0
    assert "cash" in notice


def test_text_that_is_not_utf_8(file):
    file.path.parent.mkdir(parents=True)
    file.path.write_bytes('{"schema_version": 1,\n "name": "Μύλος"}'.encode("cp1253"))
    _known, notice = file.load()
    assert "company.json, row 2" in notice and "UTF-8" in notice


def test_several_damaged_files_are_all_kept(file):
    for number in range(3):
        written(file, f"damage {number}")
        file.save({"cash": number})
    kept = sorted(p.read_text() for p in file.path.parent.glob("company-damaged-*"))
    assert kept == ["damage 0", "damage 1", "damage 2"]


def test_a_file_without_a_version_is_read_as_the_first(file):
    before = written(
        file, '{"name": "Old firm", "people": [{"name": "Ana", "hours": 4}], "cash": 50}'
    )
    known, notice = file.load()
    assert notice == ""
    assert [(p.name, p.hours) for p in known.people] == [("Ana", 4)]
    assert file.path.read_bytes() == before, "reading never writes"
    file.save({"cash": 60})
    document = json.loads(file.path.read_text(encoding="utf-8"))
    assert document["schema_version"] == SCHEMA_VERSION
    assert (document["name"], document["cash"], len(document["people"])) == ("Old firm", 60, 1)


def test_a_refused_answer_changes_nothing(file):
    file.save({"cash": 40})
    before = file.path.read_bytes()
    with pytest.raises(CompanyError, match="cash: -1 must be 0 or more"):
        file.save({"cash": -1, "name": "New"})
    assert file.path.read_bytes() == before


def test_a_failed_write_leaves_the_old_file(file, monkeypatch):
    file.save({"cash": 40})
    before = file.path.read_bytes()

    monkeypatch.setattr(files.os, "replace", disk_is_full)
    with pytest.raises(CompanyError, match="No space left"):
        file.save({"cash": 50})
    assert file.path.read_bytes() == before
    assert not list(file.path.parent.glob("*.tmp"))


def test_a_held_lock_is_told(file, monkeypatch):
    file.save({"cash": 40})
    monkeypatch.setattr("helpers.company.file.LOCK_SECONDS", 0.1)
    with FileLock(f"{file.path}.lock"), pytest.raises(CompanyError, match="another program"):
        CompanyFile(file.path.parent).save({"cash": 50})
    assert file.load()[0].cash == 40


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "blocked").write_text("in the way")
    with pytest.raises(CompanyError, match="not saved"):
        CompanyFile(tmp_path / "blocked").save({"cash": 50})


def test_damaged_case_of_a_pack_is_told_and_the_shipped_one_used(tmp_path):
    pack = tmp_path / "pack"
    (pack / "companies").mkdir(parents=True)
    (pack / "companies" / "hotel.json").write_text('{"schema_version": 1, "name": "My ho')
    with context.using(pack=pack):
        assert company.case("hotel").name == "Hotel Almyra"
        told = company.case_notices()
    assert len(told) == 1 and "hotel.json, row 1" in told[0]


def test_a_case_is_kept_until_its_file_changes(tmp_path):
    assert company.case("hotel") is company.case("hotel")
    (tmp_path / "companies").mkdir()
    written = tmp_path / "companies" / "bakery.json"
    with context.using(pack=tmp_path):
        for moment, name in enumerate(("Bakery", "Bakery by the sea")):
            written.write_text(json.dumps({"schema_version": 1, "name": name}))
            os.utime(written, (moment, moment))
            assert company.case("bakery").name == name


def test_own_case_of_a_pack_is_found(tmp_path):
    pack = tmp_path / "pack"
    (pack / "companies").mkdir(parents=True)
    (pack / "companies" / "bakery.json").write_text('{"schema_version": 1, "name": "Bakery"}')
    with context.using(pack=pack):
        assert company.cases()["bakery"].name == "Bakery"


def test_every_field_of_the_schema_is_a_field_of_the_record():
    properties = set(company.schema()["properties"]) - {"schema_version", *Company.RECORDS}
    declared = {field.name for field in dataclasses.fields(Company)}
    assert properties == declared - {"records"}


def before_customers(case: str, **changes: object) -> str:
    """A company file of version 2, which knew broadcasts and asked for no customers a year."""
    document = {**company.case_document(case), "schema_version": 2, **changes}
    for key in ("customers_a_year", "states_hours"):
        document.pop(key, None)
    document["content"] = {**document["content"], "live": 3}
    return json.dumps(document)


@pytest.mark.parametrize("case", ["museum", "software", "hotel"])
def test_a_saved_example_of_version_2_takes_the_new_facts_of_its_case(case, file):
    before = written(file, before_customers(case))
    known, notice = file.load()
    original = company.case(case)
    assert notice == "" and file.path.read_bytes() == before
    assert known.customers_a_year == original.customers_a_year is not None
    assert known.states_hours == original.states_hours
    assert dict(known.content) == dict(original.content)
    saved, told = file.save({"cash": 77})
    on_disk = json.loads(file.path.read_text(encoding="utf-8"))
    assert (saved.cash, told, on_disk["schema_version"]) == (77, "", SCHEMA_VERSION)
    assert "live" not in on_disk["content"]
    assert on_disk["customers_a_year"] == original.customers_a_year


def test_an_own_company_of_version_2_has_still_to_count_its_customers(file):
    written(file, before_customers("museum", name="Ours", invented=False, cash=123))
    known, notice = file.load()
    assert notice == "" and known.cash == 123
    assert known.customers_a_year is None and known.states_hours is False
    assert "live" not in known.content and known.content["photo"] == 3
    assert not {"customers_a_year", "states_hours"} & set(known.borrowed)


def test_a_company_of_version_1_with_broadcasts_is_read_without_a_word(file):
    document = json.loads(before_customers("hotel", name="Ours", invented=False))
    written(file, json.dumps({**document, "schema_version": 1}))
    known, notice = file.load()
    assert notice == "" and known.customers_a_year is None
    assert "content" in known.borrowed and "name" not in known.borrowed


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("invented", [True, False])
def test_a_learners_old_file_may_become_a_case_of_a_pack(version, invented, tmp_path):
    # It says which example it started from: itself.
    (tmp_path / "companies").mkdir()
    path = tmp_path / "companies" / "hotel.json"
    old = json.loads(before_customers("hotel", cash=5, invented=invented))
    path.write_text(json.dumps({**old, "schema_version": version}), encoding="utf-8")
    with context.using(pack=tmp_path):
        assert company.case_notices() == []
        assert company.case("hotel").cash == 5


def test_a_saved_example_of_version_4_knows_who_decides_and_an_own_company_does_not(file):
    document = {**company.case_document("hotel"), "schema_version": 4}
    document.pop("decider")
    document["raci"] = {"write": {"responsible": "A", "accountable": "B"}}
    written(file, json.dumps(document))
    assert file.load()[0].decider == company.case("hotel").decider != ""
    written(file, json.dumps({**document, "name": "Ours", "invented": False}))
    known, notice = file.load()
    assert (known.decider, notice) == ("", "")


def test_content_that_is_no_group_is_told_whatever_the_version(file):
    written(file, '{"schema_version": 2, "name": "Ours", "content": [1], "cash": 9}')
    known, notice = file.load()
    assert "company.json, field content" in notice and known.cash == 9


@pytest.mark.parametrize(
    ("key", "most"),
    [("topics", 120), ("whys", 200), ("objective.owner", 40), ("swot.proof", 120)],
)
def test_the_longest_text_that_is_taken_is_the_longest_that_is_saved(file, key, most):
    group = key.partition(".")[0]
    line = {"box": "strength", "text": "One", "action": ""}

    def answer(letters: int) -> dict[str, object]:
        text = "a" * letters
        values = {"objective": {"owner": text}, "swot": [{**line, "proof": text}]}
        return {group: values.get(group, [text])}

    assert company.most_letters(key) == most
    file.save(answer(most))
    with pytest.raises(CompanyError, match="longer than"):
        file.save(answer(most + 1))
