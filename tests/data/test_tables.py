"""Reading ``data/``: the shipped tables are sound, and damaged ones get one calm sentence."""

import itertools
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import frictionless
import pytest

from helpers import context
from helpers.data import checks, csv_file, reading, tables
from helpers.models import gates

DATA = context.CHECKOUT / "data"
DESCRIPTOR = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A trainer's pack with copies of three tables."""
    folder = tmp_path / "pack"
    folder.mkdir()
    for name in ("assumptions.csv", "cadence.csv", "ratings.csv"):
        shutil.copy(DATA / name, folder / name)
    return folder


def load_with(pack: Path) -> tables.Tables:
    with context.using(pack=pack):
        return reading.load()


def edit(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, "the test must damage the file"
    path.write_text(after, encoding="utf-8")


def test_shipped_tables_are_sound(data):
    assert data.notices == ()
    assert len(data.network_keys) == len(data.networks) - 1
    assert len(data.evidence) > 100


def test_independent_checker_finds_the_shipped_tables_sound():
    report = frictionless.validate(str(DATA / "datapackage.json"))
    assert report.valid, report.flatten(["path", "rowNumber", "message"])


def test_every_audience_figure_has_year_population_and_source(data):
    for row in data.evidence.values():
        assert row.publisher and row.title and row.url.startswith("http"), row.id
        if row.series == "ever_use":
            assert row.year and row.population, row.id
    asked = {(e.network, e.dimension, e.segment) for e in data.evidence.values() if e.series}
    for network in data.networks.query("audience_basis == 'age'").index:
        ages = {segment for name, by, segment in asked if (name, by) == (network, "age")}
        assert ages == set(data.keys("age")), network


def test_every_rating_has_a_reason_and_known_evidence(data):
    for row in data.ratings.itertuples():
        assert row.reason and set(row.evidence.split()) <= set(data.evidence), row
    for assumption in data.assumptions.values():
        assert assumption.reason and set(assumption.evidence) <= set(data.evidence), assumption.key


def test_every_option_is_rated_in_everything_that_is_asked_of_it(data):
    markets, purposes = set(data.keys("market")), set(data.keys("purpose"))
    asked = {
        "purpose": purposes - {"leads"},
        "leads": markets,
        "market": markets,
        "lift": {"people"},
    }
    assert set(data.ratings["dimension"]) == {*asked, "format", "form"}
    for dimension, items in asked.items():
        for option in data.option_keys:
            assert set(rated(data, dimension, option)) == items, (dimension, option)
            assert len(rated(data, dimension, option)) == len(items)


def rated(data, dimension: str, option: str) -> list[str]:
    rows = data.ratings.query("dimension == @dimension and network == @option")
    return list(rows["item"])


def test_only_formats_that_the_cadence_asks_for_are_rated(data):
    # Section 0.1: films on demand are no ability for a network of clips, nor the reverse.
    assert {option: rated(data, "format", option) for option in data.option_keys} == {
        "none": ["text", "photo", "long_video"],
        "facebook": ["photo", "short_video"],
        "instagram": ["photo", "short_video"],
        "linkedin": ["text", "photo"],
        "x": ["text"],
        "youtube": ["long_video"],
        "tiktok": ["short_video"],
        "pinterest": ["photo"],
        "threads": ["text"],
    }
    made = {"micro": "text", "pin": "photo"}
    for network in data.network_keys:
        posted = data.cadence.query("network == @network")["format"]
        assert {made.get(item, item) for item in posted} == set(rated(data, "format", network))


def without(text: str, beginning: str) -> str:
    """A table without the rows that begin so."""
    return "".join(row for row in text.splitlines(True) if not row.startswith(beginning))


# What a trainer may do to a table, and what the sentence must name.
DAMAGE = {
    "missing column": (
        "assumptions.csv",
        lambda text: text.replace("default", "standard", 1),
        ["row 1", "column default", "missing"],
    ),
    "text in a number column": (
        "assumptions.csv",
        lambda text: text.replace(
            "making_text,Making one text post,0.4", "making_text,Making one text post,ten"
        ),
        ["row 2", "column low", "“ten”", "number"],
    ),
    "negative hour": (
        "assumptions.csv",
        lambda text: text.replace(
            "making_text,Making one text post,0.4", "making_text,Making one text post,-3"
        ),
        ["row 2", "column low", "“-3”", "0 or more"],
    ),
    "share above 1": (
        "assumptions.csv",
        lambda text: text.replace('disturbed days",0.12,0.2,0.35', 'disturbed days",0.12,0.2,35'),
        ["column high", "“35.0”", "1 or less"],
    ),
    "range out of order": (
        "assumptions.csv",
        lambda text: text.replace("text post,0.4,0.75", "text post,0.4,7.5"),
        ["row 2", "column default", "“7.5”", "between"],
    ),
    "unknown network": (
        "cadence.csv",
        lambda text: text.replace("facebook,lean", "facebok,lean"),
        ["row 2", "column network", "“facebok”", "facebook"],
    ),
    "cell too many": (
        "cadence.csv",
        lambda text: text.replace("facebook,lean,photo,1", "facebook,lean,photo,1,5"),
        ["row 2", "cells"],
    ),
    "row twice": (
        "cadence.csv",
        lambda text: text + "facebook,lean,photo,2\n",
        ["facebook lean photo", "already"],
    ),
    "row lost": (
        "assumptions.csv",
        lambda text: text.replace("making_pin", "making_pins"),
        ["making_pin", "missing"],
    ),
    "number with thousands": (
        "cadence.csv",
        lambda text: text.replace("facebook,lean,photo,1", 'facebook,lean,photo,"1,000.5"'),
        ["row 2", "posts_per_week", "number"],
    ),
    "empty cell": (
        "cadence.csv",
        lambda text: text.replace("facebook,lean,photo,1", "facebook,lean,photo,"),
        ["row 2", "posts_per_week", "empty"],
    ),
    "a format that nobody posts": (
        "ratings.csv",
        lambda text: text + "facebook,format,text,2,teaching assumption,,Talk,2026-11-26\n",
        ["column item", "“text”", "cadence.csv asks for no such post", "remove this row"],
    ),
    "leads of a market that is not rated": (
        "ratings.csv",
        lambda text: without(text, "facebook,leads,b2c_local,"),
        ["the row “facebook leads b2c_local” is missing", "copy it back"],
    ),
    "leads as one purpose for every market": (
        "ratings.csv",
        lambda text: text + "facebook,purpose,leads,2,teaching assumption,,Talk,2026-11-26\n",
        ["column item", "“leads”", "does not belong to the dimension purpose"],
    ),
    "broadcasts, which are no format": (
        "ratings.csv",
        lambda text: text + "facebook,format,live,2,teaching assumption,,Talk,2026-11-26\n",
        ["column item", "“live”", "must be one of", "short_video"],
    ),
    "only a header": ("cadence.csv", lambda text: text.splitlines()[0] + "\n", ["no rows"]),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_table_gets_a_sentence_and_the_shipped_one_is_used(name, pack, data):
    file, change, named = DAMAGE[name]
    edit(pack / file, change)
    before = (pack / file).read_bytes()
    found = load_with(pack)
    assert len(found.notices) == 1, found.notices
    for word in (file, *named):
        assert word in found.notices[0], found.notices[0]
    assert found.assumptions == data.assumptions
    assert found.cadence.equals(data.cadence)
    assert found.ratings.equals(data.ratings)
    assert (pack / file).read_bytes() == before


def test_a_network_of_the_course_stays_when_its_new_posts_are_not_rated(pack, data):
    edit(pack / "cadence.csv", lambda text: text + "facebook,lean,text,1\n")
    found = load_with(pack)
    (told,) = found.notices
    for word in ("ratings.csv", "“facebook format text” has no row; add it", "“Facebook” has the"):
        assert word in told, told
    assert found.network_keys == data.network_keys
    posts = found.cadence.query("network == 'facebook'")
    assert posts.to_dict("records") == data.cadence.query("network == 'facebook'").to_dict(
        "records"
    )
    assert found.ratings.equals(data.ratings)


def test_new_posts_that_are_rated_count(pack, data):
    edit(pack / "cadence.csv", lambda text: text + "facebook,lean,text,1\n")
    edit(
        pack / "ratings.csv",
        lambda text: text + "facebook,format,text,2,teaching assumption,,Talk,2026-11-26\n",
    )
    found = load_with(pack)
    assert found.notices == ()
    assert len(found.cadence) == len(data.cadence) + 1
    assert len(found.ratings) == len(data.ratings) + 1


def test_empty_table(pack):
    (pack / "cadence.csv").write_bytes(b"")
    assert "cadence.csv: is empty" in load_with(pack).notices[0]


# What a spreadsheet program set to Greek writes by itself: read, and told.
def semicolons(text: str) -> bytes:
    return text.replace(",", ";").encode()


def byte_order_mark(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.encode()


def decimal_comma(text: str) -> bytes:
    return text.replace(",0.25\n", ';"0,25"\n').replace(",", ";").replace('"0;25"', "0,25").encode()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (semicolons, ["row 1", "“;”", "semicolons"]),
        (byte_order_mark, ["row 1", "byte order mark"]),
        (decimal_comma, ["column posts_per_week", "“0,25”", "comma"]),
    ],
)
def test_dialects_are_read_and_told(change, named, pack, data):
    path = pack / "cadence.csv"
    path.write_bytes(change(path.read_text(encoding="utf-8")))
    found = load_with(pack)
    assert found.cadence.equals(data.cadence)
    sentences = [notice for notice in found.notices if all(word in notice for word in named)]
    assert len(sentences) == 1 and "cadence.csv" in sentences[0], found.notices


def test_windows_1253_greek_is_read_and_told(pack):
    path = pack / "assumptions.csv"
    text = path.read_text(encoding="utf-8").replace("Making one text post", "Ένα κείμενο")
    path.write_bytes(text.encode("cp1253", errors="replace"))
    found = load_with(pack)
    assert found.assumptions["making_text"].label == "Ένα κείμενο"
    assert len(found.notices) == 1
    for word in ("assumptions.csv", "row 2", "column label", "Ένα κείμενο", "Windows-1253"):
        assert word in found.notices[0], found.notices[0]


def test_sound_pack_wins_without_a_word(pack, data):
    edit(
        pack / "assumptions.csv", lambda text: text.replace("text post,0.4,0.75", "text post,0.4,1")
    )
    found = load_with(pack)
    assert found.notices == ()
    assert found.default("making_text") == 1 != data.default("making_text")


@pytest.mark.parametrize("name", ["text in a number column", "negative hour", "unknown network"])
def test_independent_checker_names_the_same_cell(name, tmp_path):
    file, change, _named = DAMAGE[name]
    shutil.copytree(DATA, tmp_path / "data")
    edit(tmp_path / "data" / file, change)
    resource = next(r for r in DESCRIPTOR["resources"] if r["path"] == file)
    report = frictionless.validate(str(tmp_path / "data" / "datapackage.json"))
    theirs = {
        (row[0], row[1])
        for row in report.flatten(["rowNumber", "fieldName", "type"])
        if row[2] in ("type-error", "constraint-error")
    }
    _rows, faults, _odd = csv_file.read(tmp_path / "data" / file, resource["schema"]["fields"])
    assert {(fault.row, fault.column) for fault in faults} == theirs


def test_independent_checker_misses_the_same_key_of_a_gate(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    edit(tmp_path / "data" / "gates.csv", lambda text: text.replace(",fit_line,", ",fit_lime,"))
    report = frictionless.validate(str(tmp_path / "data" / "datapackage.json"))
    assert report.flatten(["rowNumber", "type"]) == [[6, "foreign-key"]]
    notices = load_with(tmp_path / "data").notices
    assert any("gates.csv, row 6, column pass_at: “fit_lime”" in told for told in notices)


def test_every_threshold_of_a_gate_is_a_row_of_the_ledger_and_read_from_it(data):
    moved = replace(data, assumptions={k: _other(row) for k, row in data.assumptions.items()})
    columns = ("pass_at", "borderline_at", "stop_at")
    for gate in gates.gates(moved):
        for column in columns:
            key = data.gates.at[gate.gate, column]
            assert getattr(gate, column) == (data.default(key) + 1 if key else None), gate.gate
    assert {row.unit for row in gates.gates(data)} <= {
        *("count", "share", "score", "fine tenths", "euros", "hours", "people", "customers"),
        *("of 100", "level"),
    }


def _other(row: tables.Assumption) -> tables.Assumption:
    return replace(row, default=row.default + 1)


def test_without_any_sound_copy_there_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(context.Context, "data_folders", property(lambda self: (tmp_path,)))
    with pytest.raises(tables.TableError, match="restore it"):
        reading.load()


def test_checkout_edited_in_place_falls_back_to_the_installed_copy(tmp_path, monkeypatch):
    edited, installed = tmp_path / "edited", tmp_path / "installed"
    shutil.copytree(DATA, edited)
    shutil.copytree(DATA, installed)
    edit(edited / "cadence.csv", DAMAGE["unknown network"][1])
    monkeypatch.setattr(context.Context, "data_folders", property(lambda self: (edited, installed)))
    found = reading.load()
    assert "facebok" in found.notices[0]
    assert "facebook" in set(found.cadence["network"])


def test_thresholds_of_a_gate_that_must_ascend_are_held_against_each_other(data):
    """From what stops over what is borderline to what passes; of fit, borderline is a width."""
    wanted = set()
    for row in data.gates.itertuples():
        trial = row.borderline_at if row.measure == "coverage" else ""
        keys = [key for key in (row.stop_at, trial, row.pass_at) if key]
        wanted |= set(itertools.pairwise(keys))
    assert set(checks.ASCENDING) == wanted
