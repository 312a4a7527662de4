"""Each rule of the tables is needed: without it a case of the corpus is told no more."""

import ast
import copy
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import context
from helpers.data import checks, csv_file, reading
from helpers.data.fault import Fault
from helpers.pack import checking
from tests.pack.copies import copy_of
from tests.pack.corpus import CASES, TABLES, Case
from tests.pack.corpus_rules import CASES as CONTRADICTIONS
from tests.pack.corpus_rules import FIXED
from tests.pack.test_corpus import own, told

__all__ = ["own"]


@pytest.mark.parametrize("case", CONTRADICTIONS, ids=str)
def test_what_contradicts_is_told_at_its_place(case, tmp_path, own):
    case.put(tmp_path)
    faults, _rows, _odd = told(case, tmp_path, own)
    assert {(fault.row, fault.column) for fault in faults} == case.places, faults
    for fault in faults:
        assert all(word in str(fault) for word in case.words), str(fault)


# The rules of checks.py -----------------------------------------------------------------------

_SOURCE = inspect.getsource(checks)


def _sites() -> list[int]:
    """The lines of ``checks`` where a fault is made: each is a rule."""
    calls = (node for node in ast.walk(ast.parse(_SOURCE)) if isinstance(node, ast.Call))
    return sorted(
        node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id == "Fault"
    )


class _Traced(Fault):
    """A fault that knows which line made it."""

    line = 0


@pytest.fixture(scope="module")
def spoken(own, tmp_path_factory) -> dict[str, list[tuple[frozenset, int]]]:
    """Of each case of contradiction, and of those of rows: its places, and who made each."""
    found = {}

    def traced(*details, **more) -> Fault:
        fault = _Traced(*details, **more)
        object.__setattr__(fault, "line", sys._getframe(1).f_lineno)
        return fault

    patch = pytest.MonkeyPatch()
    patch.setattr(checks, "Fault", traced)
    wanted = [c for c in CASES if c.kind in ("row lost", "unknown reference")]
    for case in (*CONTRADICTIONS, *wanted):
        pack = tmp_path_factory.mktemp("pack")
        case.put(pack)
        faults, _rows, _odd = told(case, pack, own)
        found[str(case)] = [((f.row, f.column), getattr(f, "line", 0)) for f in faults]
    pack = tmp_path_factory.mktemp("pack")
    with context.using(pack=pack):
        new = "customs,9,Customs,People at the border,assumption,#123456\n"
        copy_of(pack, "networks.csv", lambda text: text + new)
        kept = []
        original = checks.incomplete
        patch.setattr(checks, "incomplete", lambda rows: kept.append(original(rows)) or kept[-1])
        said = [one for notice in reading.load().notices for one in notice.every]
        assert any("“customs purpose brand” has no row" in one for one in said), said
        found["a network without rows"] = [
            ((f.value, f.column), f.line) for one in kept[-1].values() for f in one
        ]
    patch.undo()
    return found


@pytest.mark.parametrize("line", _sites(), ids=lambda line: _SOURCE.splitlines()[line - 1].strip())
def test_without_a_rule_of_the_checks_a_case_is_told_no_more(line, spoken):
    """The places without what that line says are other places than the corpus wants."""
    missed = [
        name
        for name, made in spoken.items()
        if {place for place, _line in made} != {place for place, by in made if by != line}
    ]
    assert missed, f"checks.py, line {line}: no case needs it"


def test_every_column_that_must_stay_and_every_check_and_closed_table_has_a_case():
    fixed = {
        (table, column)
        for table in TABLES
        for column in checks.FIXED.get(table.split("-")[0], ())
        if column in {field["name"] for field in TABLES[table]["schema"]["fields"]}
    }
    assert {(table.split("-")[0], column) for table, column in FIXED} == {
        (table.split("-")[0], column) for table, column in fixed
    }
    assert {case.table.split("-")[0] for case in CONTRADICTIONS} >= set(checks.CHECKS)
    ascending = [case for case in CONTRADICTIONS if " above " in case.kind and case.values == ()]
    assert len(ascending) >= len(checks.ASCENDING)


@pytest.mark.parametrize("pair", checks.ASCENDING, ids="-".join)
def test_without_a_pair_of_thresholds_a_case_is_told_no_more(pair, monkeypatch, tmp_path, own):
    kept = tuple(one for one in checks.ASCENDING if one != pair)
    monkeypatch.setattr(checks, "ASCENDING", kept)
    missed = 0
    for number, case in enumerate(c for c in CONTRADICTIONS if " above " in c.kind):
        case.put(tmp_path / str(number))
        faults, _rows, _odd = told(case, tmp_path / str(number), own)
        missed += {(fault.row, fault.column) for fault in faults} != case.places
    assert missed == 1


@pytest.mark.parametrize("closed", checks.CLOSED)
def test_without_a_closed_table_a_row_more_is_taken(closed, monkeypatch, tmp_path, own):
    if closed == "levels":
        # Its keys are a list of the schema, too, which speaks first.
        assert "enum" in TABLES["levels"]["schema"]["fields"][0]["constraints"]
        return
    monkeypatch.setattr(checks, "CLOSED", tuple(one for one in checks.CLOSED if one != closed))
    (case,) = (case for case in CONTRADICTIONS if case.kind == "unknown term")
    case.put(tmp_path)
    assert told(case, tmp_path, own)[0] == []


# The rules of datapackage.json ----------------------------------------------------------------

BY_KIND = {
    "type": ("wrong type",),
    "format": ("no address",),
    "required": ("empty",),
    "minimum": ("too small",),
    "maximum": ("too large",),
    "enum": ("off list",),
    "pattern": ("off pattern",),
    "maxLength": ("too long",),
    "unique": ("row twice",),
    "primaryKey": ("row twice",),
    "foreignKeys": ("unknown reference",),
}
"""Which kind of damage a rule of the schema is there for."""


def _rules() -> Iterator[tuple[str, str, str]]:
    """Each rule: the table, the column ('' for the table itself), the rule."""
    for table, resource in TABLES.items():
        schema = resource["schema"]
        for field in schema["fields"]:
            if field["type"] != "string":
                yield table, field["name"], "type"
            if "format" in field:
                yield table, field["name"], "format"
            for rule, value in field.get("constraints", {}).items():
                if value is not False:
                    yield table, field["name"], rule
        yield table, "", "primaryKey"
        for key in schema.get("foreignKeys", ()):
            yield table, key["fields"][0], "foreignKeys"


def _without(table: str, column: str, rule: str) -> dict:
    """The table declared without one of its rules."""
    resource = copy.deepcopy(TABLES[table])
    schema = resource["schema"]
    if rule == "primaryKey":
        schema["primaryKey"] = [field["name"] for field in schema["fields"]]
        return resource
    if rule == "foreignKeys":
        schema["foreignKeys"] = [k for k in schema["foreignKeys"] if k["fields"] != [column]]
        return resource
    field = next(field for field in schema["fields"] if field["name"] == column)
    if rule in ("type", "format"):
        field[rule] = "string" if rule == "type" else "default"
    else:
        del field["constraints"][rule]
    return resource


def _complaints(case: Case, resource: dict, path: Path, own: dict) -> set[tuple]:
    """What the schema alone says of a table: places and sentences."""
    fields, primary = resource["schema"]["fields"], resource["schema"]["primaryKey"]
    rows, faults, _odd = csv_file.read(path, fields)
    faults += checks.twice(path.name, rows, fields, primary)
    faults += checks.foreign(path.name, rows, resource["schema"], own[case.table])
    return {(fault.row, fault.column, str(fault)) for fault in faults}


def _doubled(table: str, column: str, rule: str) -> bool:
    """Whether another rule says the same: a key of one column is unique already."""
    primary = TABLES[table]["schema"]["primaryKey"]
    fields = {field["name"]: field for field in TABLES[table]["schema"]["fields"]}
    if rule == "unique":
        return primary == [column]
    unique = fields[primary[0]].get("constraints", {}).get("unique", False)
    return rule == "primaryKey" and len(primary) == 1 and unique


def test_each_rule_of_the_schemas_is_known():
    assert {rule for _table, _column, rule in _rules()} == set(BY_KIND)


@pytest.mark.parametrize("table", TABLES)
def test_without_a_rule_of_a_schema_a_case_is_told_no_more(table, tmp_path, own):
    wanted = {kind for kinds in BY_KIND.values() for kind in kinds}
    cases = {case.kind: case for case in CASES if case.table == table and case.kind in wanted}
    paths = {kind: case.put(tmp_path / kind.replace(" ", "_")) for kind, case in cases.items()}
    before = {
        kind: _complaints(case, TABLES[table], paths[kind], own) for kind, case in cases.items()
    }
    for _table, column, rule in (one for one in _rules() if one[0] == table):
        if _doubled(table, column, rule):
            continue
        (kind,) = BY_KIND[rule]
        after = _complaints(cases[kind], _without(table, column, rule), paths[kind], own)
        gone = before[kind] - after
        assert any(place == column or not column for _row, place, _said in gone), (column, rule)


def test_a_report_names_every_contradiction_at_once(tmp_path):
    first = {}
    for case in CONTRADICTIONS:
        first.setdefault(case.file, case)
    for case in first.values():
        case.put(tmp_path / "pack")
    lines = list(checking.check(tmp_path / "pack").lines())
    for case in first.values():
        (row, column), name = next(iter(case.places)), Path(case.file).name
        assert any(f"{name}, row {row}, column {column}: " in line for line in lines), str(case)
    assert lines[-1] == f"{len(first)} faults found."
