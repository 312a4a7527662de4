"""Trainers' packs: each way to get a file wrong has its own sentence, and none a traceback."""

import codecs
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import company, context
from helpers.company.schema import _declared
from helpers.data import csv_file, packs, reading, tables
from helpers.data.notice import few
from helpers.data.tables import Assumption, Evidence
from helpers.lessons.complexity import Complexity
from helpers.lessons.relation_not_push import RelationNotPush
from helpers.models import gates
from tests.pack.copies import DATA, copy_of, replaced


def loaded(pack: Path) -> tables.Tables:
    with context.using(pack=pack):
        return reading.load()


def sentence(pack: Path, *named: str) -> str:
    """The one sentence about the pack; it names all of these."""
    (told,) = loaded(pack).notices
    for word in named:
        assert word in told, told
    return told


# Truths ---------------------------------------------------------------------------------


def test_only_a_post_with_a_link_is_said_to_have_one(data):
    posts = data.posts["hotel"]
    assert posts["own_link"].map(type).eq(bool).all()
    words = RelationNotPush().audit().to_markdown()
    linked = sum(bool(link) for link in data.posts["machine_parts"]["own_link"])
    assert words.count("*(link; ") == linked == 5
    assert words.count("*(") == len(data.posts["machine_parts"])


def test_neither_true_nor_false_is_told(pack):
    copy_of(pack, "posts/hotel.csv", replaced('father. We are open.",false', 'father.",yes'))
    sentence(pack, "hotel.csv", "row 2", "own_link", "“yes”", "true or false")


@pytest.mark.parametrize("written", ["TRUE", "True"])
def test_truths_of_a_spreadsheet_program_are_read(written, pack):
    copy_of(pack, "posts/hotel.csv", lambda text: text.replace(",true,", f",{written},"))
    found = loaded(pack)
    assert found.notices == ()
    assert found.posts["hotel"]["own_link"].sum() == 3


# Numbers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ('"1,000"', ["“1,000”", "1 or as 1000"]),
        ("1.000", ["“1.000”", "1 or as 1000"]),
        ('"2,500"', ["2.5 or as 2500", "write 2500 or 2.5"]),
        ("9" * 400, ["too large"]),
        ("nan", ["number"]),
        ("1e5", ["number"]),
        ('"1,000,000"', ["write 1000000"]),
        ("1 000", ["write 1000."]),
        ('"1.000,5"', ["write 1000.5"]),
        ("35%", ["write 0.35", "or 35 where"]),
    ],
)
def test_number_of_two_readings_or_none_is_refused(written, named, pack, data):
    copy_of(
        pack, "cadence.csv", replaced("facebook,lean,photo,1", f"facebook,lean,photo,{written}")
    )
    sentence(pack, "cadence.csv", "row 2", "posts_per_week", *named)
    assert loaded(pack).cadence.equals(data.cadence)


def test_three_decimals_of_the_courses_own_table_survive_a_greek_spreadsheet(pack, data):
    def greek(text: str) -> str:
        rows = csv_file.csv.reader(text.splitlines())
        lines = []
        for row in rows:
            cells = [
                cell.replace(".", ",") if place in (2, 3, 4, 5) else cell
                for place, cell in enumerate(row)
            ]
            lines.append(";".join(f'"{c}"' if ";" in c else c for c in cells))
        return "\r\n".join(lines)

    copy_of(pack, "assumptions.csv", greek)
    found = loaded(pack)
    assert found.default("weeks_per_month") == data.default("weeks_per_month") == 4.345
    assert all("own table" not in notice for notice in found.notices)


# Files as programs save them ------------------------------------------------------------


def utf_16(text: str) -> bytes:
    return codecs.BOM_UTF16_LE + text.replace(",", "\t").encode("utf-16-le")


READ = {
    "tabs": (lambda text: text.replace(",", "\t"), ["tabs"]),
    "sep line": (lambda text: "sep=;\r\n" + text.replace(",", ";"), ["semicolons"]),
    "upper-case header": (
        lambda text: text.replace("network,level", "Network,LEVEL", 1),
        ["“Network”", "small letters"],
    ),
    "header with spaces": (
        lambda text: text.replace("posts_per_week", " Posts per week", 1),
        ["“Posts per week”", "posts_per_week"],
    ),
    "title line": (
        lambda text: "Our cadence,,,\n" + text,
        ["row 1", "“Our cadence”", "above the header", "row 2"],
    ),
    "title, a gap and semicolons": (
        lambda text: "Our cadence, as agreed\n\n" + text.replace(",", ";"),
        ["row 1", "“Our cadence, as agreed”", "row 3", "semicolons"],
    ),
    "empty cells to the right": (
        lambda text: text.replace("\n", ",,\n").replace(",,", "", 1),
        [],
    ),
    "UTF-16 without its mark": (lambda text: text.encode("utf-16-le"), ["UTF-16"]),
    "blank lines above": (lambda text: "\n\n" + text, []),
    "old Macintosh line ends": (lambda text: text.replace("\n", "\r"), []),
}


@pytest.mark.parametrize("name", READ)
def test_what_has_one_reading_is_read_and_told(name, pack, data):
    change, named = READ[name]
    copy_of(pack, "cadence.csv", change)
    found = loaded(pack)
    assert found.cadence.equals(data.cadence)
    assert all(word in " ".join(found.notices) for word in named)
    assert bool(found.notices) == bool(named)


def test_unicode_text_of_a_spreadsheet_program_is_read_and_told(pack, data):
    copy_of(pack, "cadence.csv", utf_16)
    found = loaded(pack)
    assert found.cadence.equals(data.cadence)
    assert "UTF-16" in found.notices[0] and "tabs" in found.notices[1]


REFUSED = {
    "workbook": (lambda text: b"PK\x03\x04" + bytes(100), ["workbook", "CSV UTF-8"]),
    "old workbook": (lambda text: b"\xd0\xcf\x11\xe0" + bytes(100), ["workbook"]),
    "no text": (lambda text: b"\x89PNG\0\0" + bytes(100), ["no text"]),
    "duplicate header": (
        lambda text: text.replace("posts_per_week", "posts_per_week,level", 1).replace(
            ",1\n", ",1,lean\n"
        ),
        ["row 1", "column level", "twice"],
    ),
    "lost quotation mark": (lambda text: text.replace("facebook,lean", '"facebook,lean', 1), []),
    "a cell without end": (
        lambda text: text.replace("facebook,lean", "x" * 3000 + ",lean", 1),
        ["row 2", "network", "longer than 2,000"],
    ),
    "a cell beyond the reader": (
        lambda text: text.replace("facebook,lean", "x" * 200_000 + ",lean", 1),
        [],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_has_its_own_sentence(name, pack, data):
    change, named = REFUSED[name]
    copy_of(pack, "cadence.csv", change)
    told = sentence(pack, "cadence.csv", *named, "course's own table")
    assert "column network: is missing" not in told and len(told) < 400
    assert loaded(pack).cadence.equals(data.cadence)


def test_a_hundred_thousand_rows_are_refused_by_size_and_not_read(pack, monkeypatch):
    copy_of(pack, "cadence.csv", lambda text: text + "facebook,lean,photo,1\n" * 100_000)

    def never(self: Path) -> bytes:
        raise AssertionError(f"{self} was read")

    _rows, faults, _odd = csv_file.read(pack / "cadence.csv", [])
    assert "larger than 1 MB" in str(faults[0])
    monkeypatch.setattr(Path, "read_bytes", never)
    assert csv_file.read(pack / "cadence.csv", [])[1] == faults


def test_more_rows_than_any_table_has_are_refused(pack):
    copy_of(pack, "cadence.csv", lambda text: text + "x,lean,photo,1\n" * 6000)
    sentence(pack, "cadence.csv", "more than 5,000 rows")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Café à la carte, déjà vu", "cp1252"),
        ("Größe über Österreich", "cp1252"),
        ("Новости компании", "cp1251"),
        ("Grüße und Ελλάδα", "utf-16-le"),
    ],
)
def test_letters_of_other_languages_are_never_read_as_greek(text, encoding, pack, data):
    def change(table: str) -> bytes:
        return table.encode().replace(b"Making one text post", text.encode(encoding), 1)

    copy_of(pack, "assumptions.csv", change)
    sentence(pack, "assumptions.csv", "UTF-8")
    assert loaded(pack).assumptions == data.assumptions


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        ("Café à la carte", "cp1252", "such as “Café” or “Cafι”"),
        ("Größe über Österreich", "cp1252", "such as “Größe” or “Grφίe”"),
    ],
)
def test_letters_of_two_readings_are_shown_in_both(text, encoding, named, pack):
    """The row counts as a spreadsheet does, however many lines a cell above has."""

    def change(table: str) -> bytes:
        table = table.replace("Making one photo post", '"Making one\nphoto post"', 1)
        return table.encode().replace(b"Making one pin", text.encode(encoding), 1)

    assert "Making one pin" in (DATA / "assumptions.csv").read_text(encoding="utf-8")
    copy_of(pack, "assumptions.csv", change)
    rows = csv_file.csv.reader((DATA / "assumptions.csv").open(encoding="utf-8"))
    (row,) = (place for place, line in enumerate(rows, 1) if line[1] == "Making one pin")
    sentence(pack, f"assumptions.csv, row {row}, column label: ", named, "CSV UTF-8")


def dated(form: str) -> Callable[[str], str]:
    """Dates as a spreadsheet program saves a table that it has opened."""

    def change(text: str) -> str:
        return re.sub(
            r"\b(\d{4})-(\d\d)-(\d\d)\b",
            lambda found: form.format(y=found[1], m=int(found[2]), d=int(found[3])),
            text,
        )

    return change


@pytest.mark.parametrize("form", ["{d:02}/{m:02}/{y}", "{m}/{d}/{y}", "{d}.{m}.{y}"])
def test_dates_of_one_reading_are_read_and_told(form, pack, data):
    copy_of(pack, "assumptions.csv", dated(form))
    found = loaded(pack)
    assert found.assumptions == data.assumptions
    assert "row 2, column reviewed_on" in found.notices[0] and "like this" in found.notices[0]


def test_a_date_of_two_readings_is_refused_with_both(pack):
    def change(text: str) -> str:
        return re.sub(r"\d{4}-\d\d-\d\d\n", "03/04/2026\n", text)

    copy_of(pack, "lessons.csv", change)
    sentence(pack, "lessons.csv, row 2, column reviewed_on", "2026-04-03 or as 2026-03-04")


@pytest.mark.parametrize(("yes", "no"), [("WAHR", "FALSCH"), ("ΑΛΗΘΗΣ", "ΨΕΥΔΗΣ")])
def test_truths_of_other_languages_are_read_and_told(yes, no, pack, data):
    def change(text: str) -> str:
        return text.replace(",true,", f",{yes},").replace(",false,", f",{no},")

    copy_of(pack, "posts/hotel.csv", change)
    found = loaded(pack)
    assert found.posts["hotel"].equals(data.posts["hotel"])
    assert f"“{no}” was read as “false”" in found.notices[0]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!"])
def test_what_a_formula_left_is_no_text(error, pack):
    copy_of(pack, "networks.csv", replaced("Facebook", error))
    sentence(pack, "networks.csv, row 3, column name", error, "without a result")


def test_control_characters_never_reach_a_lesson(pack):
    copy_of(pack, "networks.csv", replaced("Facebook", "Face\x01\x1bbook\x85"))
    assert loaded(pack).name("network", "facebook") == "Facebook"


def test_blank_rows_do_not_shift_the_number_of_the_row(pack):
    def change(text: str) -> str:
        lines = text.splitlines()
        return "\n".join([lines[0], "", ",,,", *lines[1:], lines[1]])

    path = copy_of(pack, "cadence.csv", change)
    last = len(path.read_text(encoding="utf-8").splitlines())
    sentence(pack, f"row {last}", "row 4 already")


# Rows that contradict themselves, each other, or the course ---------------------------------

GATE = "G4a,7,Hours,coverage,share,≥,gate_G4a,borderline,gate_G4a_stop,"
NONSENSE = {
    "direction turned round": (
        "gates.csv",
        replaced("≤,full_load", "≥,full_load"),
        ["row 12", "direction", "less is better"],
    ),
    "direction turned round upwards": (
        "gates.csv",
        replaced(GATE, GATE.replace("≥", "≤")),
        ["row 8", "direction", "more is better"],
    ),
    "trial above pass": (
        "assumptions.csv",
        replaced("gate_G4a,Hours,0.8,1,", "gate_G4a,Hours,0.8,0.85,"),
        ["column default", "“0.9” must not be above the default of “gate_G4a” (0.85)"],
    ),
    "stop above the trial": (
        "assumptions.csv",
        replaced("which we stop,0.3,0.5,0.7,0.05,factor", "which we stop,0.3,0.95,1,0.05,factor"),
        ["column default", "“0.95” must not be above the default of “borderline” (0.9)"],
    ),
    "figure where a gate names its threshold": (
        "gates.csv",
        replaced(GATE, GATE.replace("gate_G4a,", "1,")),
        ["row 8", "column pass_at", "“1” is no key of assumptions.csv", "add its row there"],
    ),
    "threshold of another gate": (
        "gates.csv",
        replaced(GATE, GATE.replace("gate_G4a,", "gate_G5,")),
        ["row 8", "column pass_at", "must stay “gate_G4a”"],
    ),
    "two gates of one order": (
        "gates.csv",
        replaced("G1b,2,", "G1b,1,"),
        ["row 3", "order", "row 2 already"],
    ),
    "unknown purpose of a gate": (
        "gates.csv",
        replaced("wait,leads,", "wait,leeds,"),
        ["row 18", "applies_to_purposes", "leads"],
    ),
    "another measure": (
        "gates.csv",
        replaced("first_page,level", "audience,level"),
        ["row 16", "measure", "must stay “first_page”"],
    ),
    "days reversed": (
        "tasks.csv",
        replaced("false,0,7,", "false,9,7,"),
        ["row 2", "to_day", "from_day (9)"],
    ),
    "more answers than comments": (
        "posts/hotel.csv",
        replaced("false,3,1,feed", "false,3,900,feed"),
        ["row 2", "answered", "“900”", "comments (3)"],
    ),
    "script for an address": (
        "evidence/ads.csv",
        lambda text: text.replace("https://", "javascript://", 1),
        ["row 2", "url", "https://"],
    ),
    "evidence that is not there": (
        "ratings.csv",
        replaced("disc-025", "disc-999"),
        ["ratings.csv", "row 2", "evidence", "“disc-999”"],
    ),
    "evidence of the ledger that is not there": (
        "assumptions.csv",
        replaced("effo-001 ", "effo-900 "),
        ["assumptions.csv", "row 2", "“effo-900”"],
    ),
    "one id in two tables": (
        "evidence/ads.csv",
        lambda text: f"{text}{text.splitlines()[1].replace('ads-010', 'audi-001')}\n",
        ["ads.csv", "“audi-001”", "another table"],
    ),
    "figure of another network": (
        "evidence/audience.csv",
        replaced("audi-001,ever use,ever_use,youtube", "audi-001,ever use,ever_use,x"),
        ["audience.csv", "row 2", "network", "must stay “youtube”"],
    ),
    "more people than there are": (
        "evidence/audience.csv",
        replaced("total,all,84,", "total,all,840,"),
        ["row 2", "value", "“840”", "100"],
    ),
    "item of another dimension": (
        "ratings.csv",
        replaced("none,purpose,brand", "none,purpose,b2b"),
        ["row 2", "item", "“b2b”", "purpose"],
    ),
    "term that no model knows": (
        "terms.csv",
        lambda text: text + "age,80+,Eighty and over,\n",
        ["terms.csv", "“80+”", "not known"],
    ),
    "divisor of nought": (
        "assumptions.csv",
        replaced("making_text,Making one text post,0.4", "making_text,Making one text post,0"),
        ["row 2", "low", "divided"],
    ),
    "another unit": (
        "assumptions.csv",
        replaced("0.4,0.75,1.5,0.05,hours", "0.4,0.75,1.5,0.05,minutes"),
        ["row 2", "unit", "must stay “hours”"],
    ),
    "no near word for a sign": (
        "gates.csv",
        replaced(GATE, GATE.replace("≥", "!")),
        ["row 8", "direction", "must be one of ≥, >, ≤."],
    ),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_contradiction_is_told_and_the_courses_own_table_used(name, pack, data):
    file, change, named = NONSENSE[name]
    copy_of(pack, file, change)
    told = sentence(pack, *named, "course's own table")
    assert "Did you mean" not in told
    found = loaded(pack)
    assert found.gates.equals(data.gates) and found.tasks.equals(data.tasks)
    assert found.assumptions == data.assumptions and found.evidence == data.evidence


def test_sign_of_the_keyboard_is_read(pack, data):
    copy_of(pack, "gates.csv", lambda text: text.replace("≥", ">=").replace("≤", "<="))
    found = loaded(pack)
    assert found.gates.equals(data.gates)
    assert "“>=” was read as “≥”" in found.notices[0]


def source(row: Evidence | Assumption) -> str:
    """The row of evidence or of the ledger that a share comes from."""
    return row.id if isinstance(row, Evidence) else row.key


def test_other_words_for_a_figure_leave_every_score_as_it_is(pack, data):
    def reworded(text: str) -> str:
        return text.replace(",ever use,", ",have an account with,").replace(",US,", ",USA,")

    copy_of(pack, "evidence/audience.csv", lambda text: reworded(text).replace("ever use", "used"))
    found = loaded(pack)
    assert found.notices == ()
    from helpers.models import reach

    for network in data.network_keys:
        ours, theirs = reach.audience(found, network), reach.audience(data, network)
        assert list(map(source, ours.values())) == list(map(source, theirs.values()))


def test_rows_in_another_order_change_nothing(pack, data):
    for file in ("networks.csv", "levels.csv", "tasks.csv"):
        copy_of(pack, file, lambda t: "\n".join([t.splitlines()[0], *t.splitlines()[:0:-1]]))
    found = loaded(pack)
    assert found.network_keys == data.network_keys
    assert list(found.levels.index) == list(data.levels.index)


# Each threshold stands once -------------------------------------------------------------------


def test_gate_that_names_an_unknown_key_gets_one_sentence(pack, data):
    copy_of(pack, "gates.csv", replaced(",fit_line,", ",fit_lime,"))
    told = sentence(pack)
    assert told.startswith(
        "gates.csv, row 6, column pass_at: “fit_lime” is no key of assumptions.csv; correct it, "
        "or add its row there. Did you mean “fit_line”?"
    )
    assert loaded(pack).gates.equals(data.gates)


SHARED = {
    "least_audience": ("G2a", "pass_at"),
    "fit_line": ("G3a", "pass_at"),
    "fit_tie": ("G3a", "borderline_at"),
    "borderline": ("G4a", "borderline_at"),
    "least_gain": ("G4b", "pass_at"),
    "full_load": ("G6a", "pass_at"),
}
"""Thresholds of the gates that earlier lessons compute with, too."""


@pytest.mark.parametrize("key", SHARED)
def test_threshold_changed_in_the_ledger_is_changed_for_its_gate(key, pack, data):
    row = data.assumptions[key]
    before = f"{row.low:g},{row.default:g},{row.high:g},{row.step:g}"
    after = f"{row.low:g},{row.low:g},{row.high:g},{row.step:g}"
    copy_of(
        pack,
        "assumptions.csv",
        replaced(f"{key},{row.label},{before}", f"{key},{row.label},{after}"),
    )
    found = loaded(pack)
    assert found.notices == () and found.default(key) == row.low != row.default
    gate, column = SHARED[key]
    expected = {g.gate: g for g in gates.gates(data)}
    expected[gate] = replace(expected[gate], **{column: row.low})
    assert {g.gate: g for g in gates.gates(found)} == expected


# Files that are not where they should be ----------------------------------------------------

LOST = {
    "asumptions.csv": "did you mean assumptions.csv?",
    "evidence.csv": "not used",
    "hotel.json": "companies",
    "why.json": "did you mean quizzes/why.json?",
    "data/gates.csv": "did you mean gates.csv?",
    "quizzes/whi.json": "did you mean quizzes/why.json?",
    "texts/tones.json": "did you mean texts/tone.json?",
    "tone.json": "did you mean texts/tone.json?",
    "texts/jokes.json": "texts of an exercise in texts",
    "company/hotel.json": "companies",
    "Gates.CSV": "did you mean gates.csv?",
    "gates.xls": "is a workbook",
    **dict.fromkeys(packs.RULES, "the course's own"),
    "posts/hotel.json": "not used",
}


@pytest.mark.parametrize("name", LOST)
def test_misspelt_or_misplaced_file_is_told(name, pack):
    path = pack / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}")
    sentence(pack, f"pack/{name}: ", LOST[name])


def test_traces_of_programs_and_notes_are_no_files_of_a_pack(pack):
    for name in ("._gates.csv", ".~lock.gates.csv#", "~$gates.csv", "README.md", "logo.png"):
        (pack / name).write_text("x")
    (pack / "posts").mkdir()
    (pack / "posts" / "._hotel.csv").write_text("x")
    (pack / "companies").mkdir()
    (pack / "companies" / "._hotel.json").write_text("x")
    found = loaded(pack)
    assert found.notices == ()
    assert "._hotel" not in found.posts
    with context.using(pack=pack):
        assert len(company.cases()) == 6 and company.case_notices() == []


def test_many_lost_files_are_told_in_few_sentences(pack):
    for number in range(40):
        (pack / f"note{number}.csv").write_text("x")
    assert len(loaded(pack).notices) == 40
    told = few(loaded(pack).notices)
    assert len(told) == 6 and "35 more files" in told[-1]


def test_schema_of_a_pack_does_not_count(pack):
    (pack / "company.schema.json").write_text('{"properties": {}}')
    _declared.cache_clear()
    with context.using(pack=pack):
        assert "name" in company.schema()["properties"]
    _declared.cache_clear()


def test_a_pack_made_while_a_lesson_is_open_is_seen(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_PACK", str(tmp_path / "later"))
    pack = context._from_environment().pack
    with context.using(pack=pack):
        before = reading.load()
        copy_of(tmp_path / "later", "networks.csv", replaced("Facebook", "Our page"))
        after = reading.load()
    assert before.name("network", "facebook") == "Facebook"
    assert after.name("network", "facebook") == "Our page"


def test_new_month_of_posts_that_is_broken_promises_no_table_of_the_course(pack, data):
    (pack / "posts").mkdir()
    (pack / "posts" / "bakery.csv").write_text("post,day\n1,1\n")
    told = sentence(pack, "bakery.csv", "column text", "left out")
    assert "course's own" not in told
    assert set(loaded(pack).posts) == set(data.posts)


# Files that cannot be opened ----------------------------------------------------------------


@pytest.mark.parametrize("file", ["gates.csv", "posts/hotel.csv", "companies/hotel.json"])
@pytest.mark.parametrize("target", ["nowhere", "self"])
def test_link_that_leads_nowhere_is_told(file, target, pack):
    path = pack / file
    path.parent.mkdir(exist_ok=True)
    try:
        path.symlink_to(path if target == "self" else pack / "nowhere.txt")
    except OSError:
        pytest.skip("this system lets nobody make links")
    sentence(pack, file, "leads nowhere")
    with context.using(pack=pack):
        assert company.case("hotel").name == "Hotel Almyra" and company.case_notices() == []


def test_loop_of_folders_ends(pack):
    try:
        (pack / "posts").symlink_to(pack, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert loaded(pack).network_keys


def test_folder_under_the_name_of_a_table_is_told(pack):
    (pack / "gates.csv").mkdir()
    sentence(pack, "gates.csv", "folder")


def test_unreadable_table_quiz_and_company_are_told(pack, monkeypatch, data):
    copy_of(pack, "cadence.csv")
    copy_of(pack, "quizzes/why.json")
    copy_of(pack, "companies/hotel.json")
    original = Path.read_bytes

    def refused(self: Path) -> bytes:
        if self.is_relative_to(pack):
            raise PermissionError(13, "Permission denied")
        return original(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    sentence(pack, "cadence.csv", "cannot be read (Permission denied)")
    from helpers.data import quizzes

    with context.using(pack=pack):
        assert quizzes.load("why") and "cannot be read" in quizzes.notices("why")[0]
        assert company.case("hotel").name == "Hotel Almyra"
        assert "cannot be read" in company.case_notices()[0]


def test_folder_that_cannot_be_entered_is_told(pack, monkeypatch):
    (pack / "posts").mkdir()
    original = os.scandir

    def refused(path: str) -> object:
        if Path(path) == pack / "posts":
            raise PermissionError(13, "Permission denied", str(path))
        return original(path)

    monkeypatch.setattr(os, "scandir", refused)
    sentence(pack, "posts", "cannot be read (Permission denied)")


def test_every_shipped_table_is_sound_as_a_pack(pack, data):
    """A trainer who copies everything and changes nothing is told nothing."""
    shutil.copytree(DATA, pack, dirs_exist_ok=True)
    for name in packs.RULES:
        (pack / name).unlink()
    found = loaded(pack)
    assert found.notices == () and found.assumptions == data.assumptions


def test_extreme_figures_of_a_pack_leave_a_sentence_and_no_traceback(pack):
    """Lesson 10 stands with a hundred posts of each form; what cannot stand says so."""

    class Dividing(Complexity):
        def example_picture(self):
            raise ZeroDivisionError

    copy_of(pack, "cadence.csv", lambda text: re.sub(r",[\d.]+\n", ",100\n", text))
    with context.using(pack=pack):
        lesson = Complexity()
        assert lesson.notices == []
        assert "before the first post" in lesson.example().to_markdown()
        assert lesson.failures == [] and lesson.explore_studio().error is None
        assert "out of the ordinary" in Dividing().example().to_markdown()
