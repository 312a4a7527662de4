"""The corpus before an independent checker: it and the course agree, or the table says why not."""

import shutil
from pathlib import Path

import frictionless
import pytest

from tests.pack.copies import DATA
from tests.pack.corpus import CASES, TABLES, Case

WHOLE = "has one reading, so that the course reads it and tells; the checker wants UTF-8 and commas"
DIFFERENCES = {
    # What the course complains of alone.
    "row lost": "only the course's own table says which rows there have to be",
    "no rows": "a table without rows is no fault of its form",
    "unknown reference": "a table alone refers to nothing: the whole package is judged below",
    "endless": "no figure of a firm has 400 digits; the schema sets some columns no upper limit",
    # What the checker complains of alone.
    "column too many": "a column of notes does no harm, and people keep such columns",
    "UTF-16 with tabs": WHOLE,
    "UTF-16 without a mark": WHOLE,
    "sep line": "a mark for spreadsheet programs; the checker takes it for a header",
    "header in capitals": "capitals and spaces leave one reading; the checker wants the very name",
    "blank rows": "a blank row holds nothing; the checker counts it as a fault",
    "title above": "the header is found below a title; the checker looks at the first rows' form",
}
"""Kinds on which the two differ, with the reason; on all others both complain, or neither."""
CELLS = {
    "oversized": "the course has a limit for any cell, the schema only for some",
    "error of formula": "what a formula left is never a text; for the checker it is one",
    "no number": "“nan” is a number for the checker, and none for a calculation",
}
"""Kinds on which both complain, but the course of more cells; on all others of the same cells."""
LEFT_OUT = ("giant", "too many rows", "lost quotation mark")
"""Kinds in which the checker reads every row of a giant: it has no limit of size."""
OF_A_CELL = ("type-error", "constraint-error")
ALIKE = [name for name in TABLES if name.startswith("evidence-")][2:]
"""Tables of evidence that have the same columns as others."""


def judged() -> list[Case]:
    found = [case for case in CASES if case.table not in ALIKE and case.kind not in LEFT_OUT]
    firsts = {name: TABLES[name]["schema"]["fields"][0]["name"] for name in TABLES}
    return [
        case
        for case in found
        if not case.kind.startswith("without") or case.kind.endswith(f" {firsts[case.table]}")
    ]


KINDS = tuple(dict.fromkeys(case.kind.split(" column ")[0] for case in judged()))


def verdict(case: Case, folder: Path) -> list[tuple]:
    """Row, column and kind of each error of the independent checker."""
    (folder / "table.csv").write_bytes(case.content)
    schema = {k: v for k, v in TABLES[case.table]["schema"].items() if k != "foreignKeys"}
    resource = {"name": "table", "path": "table.csv", "schema": schema, "encoding": "utf-8"}
    report = frictionless.Resource(resource, basepath=str(folder)).validate()
    return [tuple(one) for one in report.flatten(["rowNumber", "fieldName", "type"])]


@pytest.mark.parametrize("kind", KINDS)
def test_both_complain_or_neither_and_of_the_same_cells(kind, tmp_path):
    cases = [case for case in judged() if case.kind.split(" column ")[0] == kind]
    differs = fewer = False
    for case in cases:
        errors = verdict(case, tmp_path)
        differs |= bool(errors) != bool(case.places)
        if kind not in DIFFERENCES:
            assert bool(errors) == bool(case.places), (str(case), errors[:3])
        if case.values and kind not in DIFFERENCES:
            theirs = {(row, column) for row, column, error in errors if error in OF_A_CELL}
            assert theirs <= case.places, (str(case), theirs - case.places)
            fewer |= theirs != case.places
            assert theirs == case.places or kind in CELLS, (str(case), case.places - theirs)
    assert differs or kind not in DIFFERENCES, f"{kind}: they agree; take it out of the table"
    assert fewer or kind not in CELLS, f"{kind}: the same cells; take it out of the table"


def test_every_difference_has_its_kind():
    assert set(DIFFERENCES) | set(CELLS) | set(LEFT_OUT) <= {case.kind for case in CASES}


def test_both_name_the_same_unknown_references(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    cases = [case for case in CASES if case.kind == "unknown reference"]
    for case in cases:
        case.put(tmp_path / "data")
    report = frictionless.validate(str(tmp_path / "data" / "datapackage.json"))
    theirs = {
        (task.place, error.row_number)
        for task in report.tasks
        for error in task.errors
        if error.type == "foreign-key"
    }
    ours = {(case.file, row) for case in cases for row, _column in case.places}
    assert theirs == ours
