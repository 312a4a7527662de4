"""Workbooks: the starter's is sound, a trainer's is read as a table of text would be, or told."""

import csv
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from helpers import cli, context
from helpers.data import reading, workbook
from helpers.data.notice import Kind
from helpers.pack import checking, starter
from helpers.pack import workbook as written
from tests.pack import corpus
from tests.pack.copies import DATA, copy_of


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A starter's workbook, made once."""
    path = tmp_path_factory.mktemp("starter") / "tables.xlsx"
    path.write_bytes(written.starter(starter.CLIENT, "hotel"))
    return path


@pytest.fixture
def book(shipped, pack):
    """A workbook of two tables in the pack, to be changed and put."""
    found = openpyxl.load_workbook(shipped)
    for name in found.sheetnames:
        if name not in ("assumptions", "posts-our_client", "terms", "LISTS"):
            del found[name]
    found.put = lambda: found.save(pack / "client.xlsx")
    return found


def place(sheet, column: str, row: int = 2):
    """A cell by the name of its column."""
    heads = [cell.value for cell in sheet[1]]
    return sheet.cell(row, heads.index(column) + 1)


def loaded(pack: Path):
    with context.using(pack=pack):
        return reading.load()


def said(pack: Path) -> str:
    return "\n".join(checking.check(pack).lines())


def test_a_starter_is_one_sound_workbook_and_holds_what_the_course_holds(tmp_path, data, capsys):
    folder = tmp_path / "pack"
    assert cli.main(["pack", "new", str(folder), "--workbook"]) == 0
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.*")) == [
        "READ_ME.txt",
        "companies/our_client.json",
        "pack.json",
        "tables.xlsx",
    ]
    assert "tables.xlsx: " in (folder / "READ_ME.txt").read_text(encoding="utf-8")
    report = checking.check(folder)
    assert report.sound and not report.notices
    used = {path.name for path in report.used if path.parent.name == "tables.xlsx"}
    found = loaded(folder)
    for name in ("networks", "ratings", "levels", "cadence", "terms", "actions", "gates", "tasks"):
        assert getattr(found, name).equals(getattr(data, name)) and name in used
    assert found.assumptions == data.assumptions and found.evidence == data.evidence
    assert found.posts[starter.CLIENT].equals(data.posts["hotel"])
    assert {"assumptions", "posts-our_client", "ways", "evidence-ads"} < used and len(used) == 24


def test_each_column_says_what_it_may_hold(shipped):
    found = openpyxl.load_workbook(shipped)
    assert found.sheetnames[0] == written.READ_ME and found.sheetnames[-1] == written.LISTS
    links = {cell.value: cell.hyperlink for (cell,) in found[written.READ_ME]["A1:A60"]}
    for sheet in found.worksheets[1:-1]:
        assert sheet.freeze_panes == "B2" and links[sheet.title]
        for cell in sheet[1]:
            assert cell.comment and "empty." in cell.comment.text, (sheet.title, cell.value)
            width = sheet.column_dimensions[cell.column_letter].width
            assert max(len(cell.value), written.NARROWEST) <= width <= written.WIDEST
    rules = {str(rule.sqref): rule for rule in found["gates"].data_validations.dataValidation}
    column = place(found["gates"], "direction").column_letter
    listed = rules[f"{column}2:{column}5000"].formula1
    cells = found[written.LISTS][listed.split("!")[1].replace("$", "")]
    assert [cell.value for (cell,) in cells] == ["≥", ">", "≤"]


def test_a_changed_cell_counts_and_a_wrong_one_has_its_place(book, pack):
    place(book["assumptions"], "default").value = 1.125
    book.put()
    assert loaded(pack).default("making_text") == 1.125 and loaded(pack).notices == ()
    place(book["assumptions"], "low", 5).value = -3
    place(book["posts-our_client"], "rater_a", 4).value = "fead"
    book.put()
    one, other = loaded(pack).notices
    assert one.startswith(
        "client.xlsx, sheet assumptions, row 5, column low: “-3” must be 0 or more."
    )
    assert other.startswith(
        "client.xlsx, sheet posts-our_client, row 4, column rater_a: “fead” must be one of"
    )
    assert "left out" in other
    assert "used: client.xlsx/terms" in said(pack)
    assert "used: client.xlsx/assumptions" not in said(pack)


LEDGER, MONTH = "assumptions", "posts-our_client"
READ = {
    "a figure of three decimals": (LEDGER, "default", 1.125, None, 1.125, []),
    "a sum with its noise": (LEDGER, "default", 0.1 + 0.7, None, 0.8, []),
    "a figure as text": (LEDGER, "default", "0.5", None, 0.5, []),
    "a comma as text": (LEDGER, "default", "0,5", None, 0.5, ["decimal comma"]),
    "a percentage": (LEDGER, "default", 0.5, "0%", 0.5, ["row 2, column default", "“0.5”", "%"]),
    "a date": (LEDGER, "reviewed_on", datetime(2026, 11, 30), None, date(2026, 11, 30), []),
    "a date as text": (LEDGER, "reviewed_on", "2026-11-30", None, date(2026, 11, 30), []),
    "a date of a program": (
        LEDGER,
        "reviewed_on",
        "30/11/2026",
        None,
        date(2026, 11, 30),
        ["was read as 2026-11-30"],
    ),
    "a truth": (MONTH, "own_link", True, None, True, []),
    "a truth as text": (MONTH, "own_link", "TRUE", None, True, []),
    "a year as text": (LEDGER, "label", 2026, None, "2026", []),
    "what looks like a formula": (LEDGER, "label", "'=1+1", None, "'=1+1", []),
}


@pytest.mark.parametrize("name", READ)
def test_what_has_one_reading_is_read_as_from_a_table_of_text(name, book, pack):
    sheet, column, value, form, expected, named = READ[name]
    cell = place(book[sheet], column)
    cell.data_type = "n"
    cell.value = value
    if form:
        cell.number_format = form
    book.put()
    found = loaded(pack)
    got = (
        found.posts["our_client"][column].iloc[0]
        if sheet == MONTH
        else getattr(found.assumptions["making_text"], column)
    )
    assert got == expected
    assert bool(found.notices) == bool(named), found.notices
    for word in named:
        assert word in found.notices[0]


REFUSED = {
    "thousands as text": (LEDGER, "default", "1,000", ["“1,000”", "1 or as 1000"]),
    "a date in a column of figures": (LEDGER, "default", date(2026, 4, 3), ["must be a number"]),
    "a date in a column of text": (LEDGER, "label", date(2026, 4, 3), ["format the cell as text"]),
    "an hour in a column of dates": (
        LEDGER,
        "reviewed_on",
        datetime(2026, 4, 3, 12),
        ["must be a date"],
    ),
    "a figure for a truth": (MONTH, "own_link", 1, ["true or false"]),
    "an error": (LEDGER, "default", "#REF!", ["“#REF!”", "without a result"]),
    "a formula that was never computed": (
        LEDGER,
        "default",
        "=B2*2",
        ["“=B2*2”", "without a stored result"],
    ),
    "nothing": (LEDGER, "default", None, ["must not be empty"]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told_with_sheet_row_and_column(name, book, pack):
    sheet, column, value, named = REFUSED[name]
    cell = place(book[sheet], column, 3)
    cell.data_type, cell.number_format = "n", "General"
    cell.value = value
    book.put()
    (told,) = loaded(pack).notices
    for word in (f"client.xlsx, sheet {sheet}, row 3, column {column}: ", *named):
        assert word in told, told


def rewritten(path: Path, part: str, change) -> None:
    """A workbook of which one part is another."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before = parts[part]
    parts[part] = change(before)
    assert parts[part] != before
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def put_formula(book, pack: Path, sheet: str, column: str, written: str, **change: bytes) -> None:
    """A formula as a spreadsheet program stores it: what openpyxl wrote, and what stands there."""
    cell = place(book[sheet], column)
    cell.data_type, cell.value = "n", written
    book.put()
    part = f"xl/worksheets/sheet{book.sheetnames.index(sheet) + 1}.xml"
    rewritten(
        pack / "client.xlsx",
        part,
        lambda text: re.sub(change["wrote"] + rb"<v\s*(?:/>|></v>)", change["stored"], text),
    )


def test_the_stored_result_of_a_formula_is_read_and_told(book, pack):
    stored = b"<f>0.4*2</f><v>0.8</v>"
    put_formula(book, pack, LEDGER, "default", "=0.4*2", wrote=rb"<f>0.4\*2</f>", stored=stored)
    found = loaded(pack)
    assert found.default("making_text") == 0.8
    assert "row 2, column default: “0.8” is the result of a formula" in found.notices[0]
    assert found.notices[0].kind is Kind.ODD


def test_a_truth_that_a_program_keeps_as_a_formula_is_a_truth(book, pack):
    wrote, stored = rb"(<c [^>]*)><f>TRUE\(\)</f>", rb'\1 t="b"><f>TRUE()</f><v>1</v>'
    put_formula(book, pack, MONTH, "own_link", "=TRUE()", wrote=wrote, stored=stored)
    found = loaded(pack)
    assert found.notices == () and found.posts["our_client"]["own_link"].iloc[0]


def test_rows_count_as_the_spreadsheet_does_with_a_title_and_gaps(book, pack):
    sheet = book[LEDGER]
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Our ledger"
    sheet.insert_rows(6)
    heads = [cell.value for cell in sheet[3]]
    sheet.cell(8, heads.index("low") + 1).value = "few"
    book.put()
    (told,) = loaded(pack).notices
    assert "sheet assumptions, row 8, column low: “few” must be a number" in told


def test_merged_cells_hidden_rows_and_hidden_sheets_are_told(book, pack):
    book[LEDGER].merge_cells("B2:C2")
    book["terms"].row_dimensions[4].hidden = True
    book[MONTH].sheet_state = "hidden"
    book.put()
    told = " ".join(sentence for one in loaded(pack).notices for sentence in one.every)
    assert "sheet assumptions, row 2, column low: must not be empty" in told
    assert "sheet terms: has hidden rows, which were read" in told
    assert "sheet posts-our_client: is hidden and is not used" in told
    assert "our_client" not in loaded(pack).posts
    book[LEDGER].unmerge_cells("B2:C2")
    place(book[LEDGER], "low").value = 0.4
    book[LEDGER].merge_cells("A300:B300")
    book.put()
    told = [one for one in loaded(pack).notices if "merged" in one]
    assert "“A300:B300” are merged cells, of which only the first was read" in told[0]


def test_a_file_counts_before_a_sheet_and_one_workbook_before_another(book, pack, data):
    place(book[LEDGER], "default").value = 1
    book.put()
    book.save(pack / "later.xlsx")
    copy_of(pack, "assumptions.csv")
    found = loaded(pack)
    assert found.assumptions == data.assumptions
    assert (
        "client.xlsx, sheet assumptions: is not used: this table is in assumptions.csv, too, which "
        "counts; keep one of the two."
    ) in found.notices
    assert (
        "later.xlsx, sheet terms: is not used: this table is in client.xlsx, sheet terms, too, "
        "which counts; keep one of the two."
    ) in found.notices
    assert not checking.check(pack).sound
    (pack / "assumptions.csv").unlink()
    assert loaded(pack).default("making_text") == 1


def test_sheets_are_found_in_other_spellings_and_unknown_ones_told(book, pack):
    book[LEDGER].title = "other"
    book["other"].title = "Assumptions"
    book["terms"].title = "term"
    book[MONTH].title = "Posts our client"
    book.create_sheet("Sheet1")
    book.create_sheet("Notes of ours")["A1"] = "Call Anna."
    book.create_sheet("budget")["A1"] = "1"
    book.put()
    found = loaded(pack)
    assert "our_client" in found.posts
    assert [str(one) for one in found.notices] == [
        "client.xlsx, sheet term: is not used; did you mean terms?",
        "client.xlsx, sheet budget: is not used; a sheet has the name of its table, such as "
        "assumptions.",
    ]
    assert "used: client.xlsx/Assumptions" in said(pack)


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 100)
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 20_000_000)


def liar(path: Path) -> None:
    """A workbook whose large part says that it is small."""
    bomb(path)
    raw = path.read_bytes()
    path.write_bytes(raw.replace((20_000_000).to_bytes(4, "little"), (2000).to_bytes(4, "little")))


def other(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", b"<a/>")


def with_macros(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")


def many_rows(path: Path) -> None:
    found = openpyxl.load_workbook(path)
    found[LEDGER]["A1048576"] = "x"
    found.save(path)


DAMAGED = {
    "torn": (lambda path: path.write_bytes(path.read_bytes()[:4000]), "is damaged"),
    "empty": (lambda path: path.write_bytes(b""), "is no workbook"),
    "text": (lambda path: path.write_text("key,label"), "is no workbook"),
    "a document of another program": (other, "is no workbook"),
    "locked": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(99)), "has a password"),
    "macros": (with_macros, "holds macros"),
    "bomb": (bomb, "unpacks to far more"),
    "lying bomb": (liar, "is damaged"),
    "giant": (lambda path: path.write_bytes(b"PK\3\4" + bytes(4_000_000)), "larger than 3 MB"),
    "broken part": (
        lambda path: rewritten(path, "xl/workbook.xml", lambda text: text[:200]),
        "is damaged",
    ),
    "entities": (
        lambda path: rewritten(
            path,
            "xl/worksheets/sheet1.xml",
            lambda text: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + b"<a>&b;</a>",
        ),
        "",
    ),
    "a million rows": (many_rows, "more than 5,000 rows"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_workbook_is_one_calm_sentence(name, book, pack, data):
    change, named = DAMAGED[name]
    book.put()
    change(pack / "client.xlsx")
    before = (pack / "client.xlsx").read_bytes()
    found = loaded(pack)
    assert found.assumptions == data.assumptions
    told = " ".join(found.notices)
    assert "client.xlsx" in told and named in told and "root:" not in told
    assert (pack / "client.xlsx").read_bytes() == before
    assert [path.name for path in pack.iterdir()] == ["client.xlsx"]


def test_other_kinds_of_workbooks_folders_and_links_are_told(book, pack):
    (pack / "companies").mkdir()
    book.save(pack / "companies" / "client.xlsx")
    (pack / "old.xls").write_bytes(b"x")
    (pack / "macros.xlsm").write_bytes(b"x")
    (pack / "folder.xlsx").mkdir()
    (pack / "~$client.xlsx").write_bytes(b"x")
    (pack / "._client.xlsx").write_bytes(b"x")
    (pack / "link.xlsx").symlink_to(pack / "nowhere.xlsx")
    told = sorted(loaded(pack).notices)
    assert told == [
        "pack/companies/client.xlsx: is not used; put the workbook beside the folders of the pack.",
        "pack/folder.xlsx: is a folder and no file; rename it.",
        "pack/link.xlsx: is a link that leads nowhere; put the file itself here.",
        "pack/macros.xlsm: may hold macros and is not used; save it as .xlsx.",
        "pack/old.xls: is a workbook and is not used; save it as .xlsx, or its tables as CSV.",
    ]


def test_a_workbook_is_read_once_as_long_as_it_stays(book, pack, monkeypatch):
    book.put()
    loaded(pack)
    monkeypatch.setattr(workbook, "_sheets", lambda path: pytest.fail("was read again"))
    reading._load.cache_clear()
    loaded(pack)


def test_every_table_of_the_course_has_a_sheet(shipped):
    names = set(openpyxl.load_workbook(shipped).sheetnames)
    tables = {path.stem for path in DATA.glob("*.csv")}
    tables |= {f"evidence-{path.stem}" for path in (DATA / "evidence").glob("*.csv")}
    assert tables < names


SMALL = ("gates", "levels", "tasks", "lessons", "networks")


KINDS = {case.kind for case in corpus.CASES if case.values and case.table in SMALL}


@pytest.mark.parametrize("kind", sorted(KINDS - {"unknown reference"}))
def test_a_sheet_gets_the_complaints_of_a_file(kind, pack):
    """The cells of the corpus as text in a workbook: the same places, the same words."""
    cases = [c for c in corpus.CASES if c.kind == kind and c.table in SMALL]
    made = openpyxl.Workbook()
    for case in cases:
        sheet = made.create_sheet(case.table)
        for number, row in enumerate(csv.reader(case.content.decode().splitlines()), start=1):
            for place, text in enumerate(row, start=1):
                cell = sheet.cell(number, place, text or None)
                cell.data_type = "s" if text else "n"
    made.save(pack / "client.xlsx")
    with context.using(pack=pack):
        tables = {name: one["path"] for name, one in corpus.TABLES.items()}
        for case in cases:
            place = workbook.places(pack, tables)[case.table]
            fields = corpus.fields_of(case.table)
            _rows, faults, _odd = workbook.read(place, fields)
            name = f"client.xlsx, sheet {case.table}"
            assert {(fault.row, fault.column) for fault in faults} == case.places, str(case)
            for fault in faults:
                assert str(fault).startswith(f"{name}, row {fault.row}, column {fault.column}: ")
                assert dict(case.values)[fault.column] in str(fault), str(fault)
