"""The trainer's notebook: forms give a sound pack, tell each bad value, and lose nothing."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from helpers import company, context, pack_zip
from helpers.data import files as disk
from helpers.data import reading
from helpers.pack import checking
from helpers.pack.draft import Draft, DraftError
from helpers.pack.trainer import Trainer
from helpers.studio.trainer_board import TrainerBoard
from tests.pack.copies import DATA, copy_of

LOOK, CLIENT, SETTINGS, NUMBERS, NETWORK, QUIZ = PLACES = range(6)


@pytest.fixture
def board(tmp_path) -> TrainerBoard:
    """The open board, for a pack that is not there yet."""
    context.change(pack=tmp_path / "pack")
    return Trainer().board()


def form(board: TrainerBoard, place: int):
    board.tabs.value = place
    assert board.stage.error is None and board.form is not None, board.stage.trouble
    return board.form


def put(form, **values: object) -> None:
    """Type into the fields of a form: numbers into their boxes, all else as it is."""
    for name, value in values.items():
        control = form.fields[name].control
        if hasattr(control, "type") and isinstance(value, str):
            control.type(value)
        else:
            control.value = value
    assert form.stage.error is None


def told(form) -> dict[str, tuple[str, ...]]:
    return {name: asked.told for name, asked in form.fields.items() if asked.told}


def files(board: TrainerBoard) -> list[str]:
    pack = board.desk.folder
    return sorted(p.relative_to(pack).as_posix() for p in pack.rglob("*") if p.is_file())


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def changed_rows(board: TrainerBoard, table: str) -> list[dict[str, str]]:
    """The rows of a table in the pack that the course's own table does not have."""
    own = rows(reading.rules(f"{table}.csv"))
    return [row for row in rows(board.desk.folder / f"{table}.csv") if row not in own]


# All together ------------------------------------------------------------------------------


def test_a_whole_pack_is_made_with_forms_and_is_sound(board, tmp_path):
    client = form(board, CLIENT)
    client.fields["name"].value = "Bakery Melissa"
    client.fields["cash"].type("35,5")
    client.button.click()
    assert "companies/bakery_melissa.json" in client.stage.headline
    settings = form(board, SETTINGS)
    out = ("swot", "people")
    chosen = [slug for slug in settings.value("lessons") if slug not in out]
    put(settings, title="Acme, spring", start="bakery_melissa", lessons=tuple(chosen))
    settings.button.click()
    number = form(board, NUMBERS)
    put(number, default="22", reason="Our payroll of 2026")
    number.button.click()
    network = form(board, NETWORK)
    put(network, name="Pigeon Post", character="Notes on legs", reason="Counted by us")
    put(network, high="20", default="10", low="5")
    network.button.click()
    quiz = form(board, QUIZ)
    put(quiz, lesson="why", prompt="Who asked for the page?")
    for n in (1, 2):
        put(quiz, **{f"option {n}, text": f"Answer {n}", f"option {n}, feedback": f"Because {n}"})
    put(quiz, right=2)
    quiz.button.click()
    for made in (client, settings, number, network, quiz):
        assert made.stage.error is None and made.stage.trouble == ""
    report = checking.check(board.desk.folder)
    assert report.sound and not report.notices, list(report.lines())
    with context.using(pack=board.desk.folder):
        tables = reading.load()
        assert tables.settings.title == "Acme, spring"
        assert tables.settings.start == "bakery_melissa"
        assert set(tables.lessons.index) - set(tables.settings.lessons) == set(out)
        assert tables.default("wage") == 22 and "pigeon_post" in tables.network_keys
        firm = company.case("bakery_melissa")
        assert (firm.name, firm.cash) == ("Bakery Melissa", 35.5)
    board.check.click()
    assert board.stage.headline == "Nothing is wrong with this pack."
    board.export.click()
    own = context.current().folder
    packed = zipfile.ZipFile(own / "pack.zip").namelist()
    assert pack_zip.take_dropped(board.desk.folder.parent, own) == [], "it comes not back"
    assert sorted(packed) == sorted(f"pack/{name}" for name in files(board))
    assert "pack.zip" in board.stage.remarks and "<a " in board.stage.remarks


def test_opening_every_form_writes_nothing(board):
    for place in PLACES:
        form(board, place)
    assert not board.desk.folder.exists() and not context.current().folder.exists()
    board.check.click()
    assert "no pack" in board.stage.headline
    board.export.click()
    assert "nothing that a pack can hold" in board.stage.trouble


# The client --------------------------------------------------------------------------------


def test_fit_and_gap_follow_what_is_typed(board):
    client = form(board, CLIENT)
    before = [stage.headline for stage in client.pictures]
    assert all(before) and all(stage.table for stage in client.pictures)
    for key in client._company.weekly:
        client.fields[f"weekly.{key}"].type("0")
    assert [stage.headline for stage in client.pictures] != before
    client.pictures[0].screen = {"width": 600, "ratio": 1, "theme": "light"}
    assert len(client.pictures[0].image) > 1000


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": " "}, "name first"),
        ({"purposes.brand": "9"}, "share out exactly ten"),
        ({"ages.18-24": "90"}, "add up to"),
        ({"asked": "0"}, "of 0 asked cannot be"),
        ({"hours3": "2"}, "promised by nobody"),
    ],
)
def test_what_cannot_be_is_said_beside_its_question_and_nothing_is_written(board, typed, said):
    client = form(board, CLIENT)
    for key, value in typed.items():
        key = (
            key if key in client.fields else next(k for k in client.fields if k.startswith("ages."))
        )
        box = client.fields[key]
        box.type(value) if hasattr(box, "type") else setattr(box, "value", value)
    notes = " ".join(" ".join(note.told) for note in client._notes.values())
    assert said in notes + client.stage.remarks, (notes, client.stage.remarks)
    client.button.click()
    assert client.stage.headline == "Nothing is saved yet." and not board.desk.folder.exists()


def test_a_mended_client_is_blamed_no_more(board):
    client = form(board, CLIENT)
    client.fields["name"].value = ""
    assert any(note.told for note in client._notes.values())
    client.fields["name"].value = "Bakery"
    assert not any(note.told for note in client._notes.values())
    client.button.click()
    assert files(board) == ["companies/bakery.json", "posts/bakery.csv"]


def test_a_client_of_the_pack_is_changed_and_keeps_what_the_form_does_not_ask(board):
    pack = board.desk.folder
    client = form(board, CLIENT)
    client.fields["name"].value = "Bakery"
    client.button.click()
    path = pack / "companies/bakery.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document |= {"decider": "Melissa", "topics": ["Is it fresh?"], "posters": 3}
    path.write_text(json.dumps(document), encoding="utf-8")
    (pack / "posts/bakery.csv").unlink()
    again = form(Trainer().board(), CLIENT)
    assert again.fields["name"].value == "Bakery"
    again.fields["name"].value = "Bakery & Sons"
    again.button.click()
    after = json.loads(path.read_text(encoding="utf-8"))
    assert after == document | {"name": "Bakery & Sons"}
    assert len(list((pack / "companies").iterdir())) == 1


def test_no_client_takes_the_place_of_another_one(board):
    client = form(board, CLIENT)
    client.fields["name"].value = "Bakery"
    client.button.click()
    client.example.value = "museum"
    client.take_example()
    client.fields["name"].value = "Bakery"
    assert "has a client Bakery already" in client.stage.remarks
    client.button.click()
    assert client.stage.headline == "Nothing is saved yet."
    client.fields["name"].value = "Hotel"  # the course has a file of this name
    client.button.click()
    assert "companies/hotel_client.json" in client.stage.headline


# Settings ----------------------------------------------------------------------------------


def test_settings_keep_what_no_form_knows(board):
    pack = board.desk.folder
    pack.mkdir()
    kept = {"comment": ["mine"], "brand": {"title": "Acme"}, "lessons": [9, "why"]}
    (pack / "pack.json").write_text(json.dumps(kept), encoding="utf-8")
    settings = form(board, SETTINGS)
    assert set(settings.value("lessons")) == {"why", "resources"}
    put(settings, title=" Acme   spring ")
    settings.button.click()
    after = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
    assert after == kept | {"title": "Acme spring", "lessons": ["resources", "why"]}
    every = tuple(reading.load().lessons.index)
    put(settings, lessons=())
    assert "at least one lesson" in " ".join(told(settings)["lessons"])
    put(settings, lessons=every, title="")
    settings.button.click()
    last = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
    assert set(last) == {
        "comment",
        "brand",
        "lessons",
    }  # the order of the class is not the course's
    assert last["lessons"][:2] == ["resources", "why"] and len(last["lessons"]) == len(every)


def test_a_title_that_is_too_long_is_told_beside_it(board):
    settings = form(board, SETTINGS)
    put(settings, title="x" * 61)
    assert "title" in told(settings), (told(settings), settings.stage.remarks)
    settings.button.click()
    assert not board.desk.folder.exists() and settings.value("title") == "x" * 61
    assert "Nothing is saved yet" in settings.stage.headline


def test_a_damaged_file_is_told_and_left_alone(board):
    board.desk.folder.mkdir()
    path = board.desk.folder / "pack.json"
    path.write_text('{"title": "Ac', encoding="utf-8")
    board.tabs.value = SETTINGS
    assert "pack.json is damaged" in board.stage.trouble and board.form is None
    assert path.read_text(encoding="utf-8") == '{"title": "Ac'
    form(board, NUMBERS)
    assert board.stage.trouble == ""


def test_what_is_typed_in_one_form_outlives_the_save_of_another(board):
    settings = form(board, SETTINGS)
    put(settings, title="Half typed")
    client = form(board, CLIENT)
    client.fields["name"].value = "Bakery"
    client.button.click()
    again = form(board, SETTINGS)
    assert again.value("title") == "Half typed"
    put(again, start="bakery")
    again.button.click()
    assert "pack.json" in files(board)


# Money and look ----------------------------------------------------------------------------


def picture(kind: str = "PNG", side: int = 200) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (side, 80), "#0a5b50").save(stream, kind)
    return stream.getvalue()


def chosen(name: str, content: bytes) -> tuple[dict, ...]:
    """What the button for a file holds once a picture was chosen."""
    told = {"name": name, "type": "", "size": len(content), "last_modified": datetime.now(UTC)}
    return ({**told, "content": memoryview(content)},)


MONEY = {"currency.code": "usd", "currency.euro": "1.25", "currency.as_of": "2026-11-20"}


def test_currency_and_logo_are_put_into_the_pack_by_a_form(board):
    look = form(board, LOOK)
    put(look, **MONEY)
    put(look, **{"brand.title": "North Coast", "brand.footer": "North Coast · 2026"})
    put(look, **{"brand.logo": chosen("Our Sign.JPEG", picture("JPEG"))})
    put(look, **{"brand.colours.accent": "#0A5B50"})
    assert not told(look) and look.stage.remarks == ""
    look.button.click()
    assert "now in USD" in look.stage.headline and files(board) == ["logo.jpg", "pack.json"]
    assert checking.check(board.desk.folder).sound
    settings = board.desk.tables().settings
    assert (settings.currency.code, settings.currency.euro) == ("USD", 1.25)
    assert settings.brand.logo == board.desk.folder / "logo.jpg"
    assert (settings.brand.accent, settings.brand.footer) == ("#0a5b50", "North Coast · 2026")
    usual = form(board, NUMBERS).fields["default"].control
    assert (usual.unit, usual.value) == ("US$", 20.9)  # 16.7 euros
    again = form(Trainer().board(), LOOK)
    assert again.value("currency.code") == "USD" and again.value("brand.title") == "North Coast"
    put(again, **{"brand.title": "South Coast", "currency.code": "", "currency.euro": ""})
    again.button.click()
    settings = board.desk.tables().settings
    assert settings.currency is None and settings.brand.title == "South Coast"
    assert settings.brand.logo == board.desk.folder / "logo.jpg"  # none was chosen anew


def test_what_the_look_form_does_not_ask_stays(board):
    board.desk.folder.mkdir()
    kept = {"comment": ["mine"], "title": "Acme", "brand": {"colours": {"accent_dark": "#82b6f5"}}}
    path = board.desk.folder / "pack.json"
    path.write_text(json.dumps(kept), encoding="utf-8")
    look = form(board, LOOK)
    put(look, **{"brand.footer": "Ours"})
    look.button.click()
    kept["brand"]["footer"] = "Ours"
    assert json.loads(path.read_text(encoding="utf-8")) == kept
    put(look, **{"brand.footer": ""})
    look.button.click()
    assert "footer" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"currency.code": "DOL", "currency.euro": "1"}, "currency.code", "of no currency"),
        ({"currency.code": "dollar", "currency.euro": "1"}, "currency.code", "look like USD"),
        ({"currency.code": "USD"}, "currency.euro", "how many"),
        ({"currency.euro": "1.25"}, "currency.code", "which currency"),
        ({**MONEY, "currency.euro": "0"}, "currency.euro", "0.0001 or more"),
        ({**MONEY, "currency.as_of": "20.11.2026"}, "currency.as_of", "look like 2026-11-23"),
        ({**MONEY, "currency.as_of": "2026-02-30"}, "currency.as_of", "no day of the calendar"),
        ({"brand.colours.accent": "#ffee00"}, "brand.colours.accent", "darker"),
        ({"brand.colours.accent": "blue"}, "brand.colours.accent", "look like #"),
        ({"brand.logo": chosen("logo.svg", b"<svg/>")}, "brand.logo", "no PNG or JPG"),
        ({"brand.logo": chosen("logo.png", b"no picture")}, "brand.logo", "no sound PNG or JPG"),
        ({"brand.logo": chosen("a.png", picture(side=5000))}, "brand.logo", "no sound PNG"),
        ({"brand.footer": "x" * 161}, "brand.footer", "160"),
    ],
    ids=lambda value: "typed" if isinstance(value, dict) else value,
)
def test_each_bad_value_of_money_and_look_is_told_beside_it(board, typed, field, said):
    look = form(board, LOOK)
    put(look, **typed)
    assert said in " ".join(told(look).get(field, ())), (told(look), look.stage.remarks)
    look.button.click()
    assert not board.desk.folder.exists() and "Nothing is saved yet" in look.stage.headline


# Numbers -----------------------------------------------------------------------------------


def test_one_row_changes_and_no_other(board):
    number = form(board, NUMBERS)
    number.kind.value = "doors"
    assert "wage" not in [key for _label, key in number.row.options]
    number.row.value = "gate_G4a"
    before = number.value("default")
    put(number, high="10", default=str(before + 1), reason="The board wants more")
    number.button.click()
    (row,) = changed_rows(board, "assumptions")
    assert row["key"] == "gate_G4a" and float(row["default"]) == before + 1
    assert row["reason"] == "The board wants more" and row["reviewed_on"] == "2026-11-23"
    assert len(rows(board.desk.folder / "assumptions.csv")) == len(reading.load().assumptions)


def test_figures_of_our_own_are_no_evidence(board):
    number = form(board, NUMBERS)
    assert reading.load().assumptions["wage"].basis == "evidence"
    put(number, default="22", reason="Our payroll")
    number.button.click()
    (row,) = changed_rows(board, "assumptions")
    assert (row["basis"], row["evidence"]) == ("teaching assumption", "")


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"default": "99", "reason": "x"}, "default", "must lie between low"),
        ({"low": "20", "reason": "x"}, "default", "must lie between low"),
        ({"low": "0", "reason": "x"}, "low", "divided by it"),
        ({"default": "22"}, "reason", "belongs to the old figures"),
        ({"default": "22", "reason": ""}, "reason", "Say who says so"),
    ],
)
def test_each_bad_number_is_told_beside_its_field(board, typed, field, said):
    number = form(board, NUMBERS)
    put(number, **typed)
    assert said in " ".join(told(number).get(field, ())), (told(number), number.stage.remarks)
    number.button.click()
    assert not board.desk.folder.exists()
    figures = {name: float(value) for name, value in typed.items() if name != "reason"}
    assert {name: number.value(name) for name in figures} == figures


def test_what_is_no_number_is_refused_and_the_value_stays(board):
    number = form(board, NUMBERS)
    box = number.fields["default"].control
    put(number, default="much")
    assert box.refusal and box.value == reading.load().default("wage")
    number.button.click()
    assert "Nothing was changed" in number.stage.headline and not board.desk.folder.exists()


def test_a_table_that_no_form_can_write_is_told(board):
    board.desk.folder.mkdir()
    path = copy_of(board.desk.folder, "assumptions.csv", lambda text: text.encode("utf-16"))
    before = path.read_bytes()
    number = form(board, NUMBERS)
    put(number, default="22", reason="x")
    assert "CSV UTF-8 (comma)" in number.stage.remarks
    number.button.click()
    assert path.read_bytes() == before


def test_columns_and_rows_of_the_pack_stay(board):
    board.desk.folder.mkdir()
    pack = board.desk.folder
    with_rate = 'own_rate,Mine,1,2,3,1,euros,teaching assumption,,"One, of ours",2026-11-23\n'
    copy_of(pack, "assumptions.csv", lambda text: text + with_rate)
    number = form(board, NUMBERS)
    put(number, default="22", reason="Our payroll")
    number.button.click()
    assert number.stage.trouble == "" and not told(number)
    keys = [row["key"] for row in changed_rows(board, "assumptions")]
    assert keys == ["wage", "own_rate"]


# A network, a question ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"name": "Facebook"}, "name", "already"),
        ({"name": "ΔΣ"}, "name", "letter from a to z"),
        ({"name": "Lean"}, "name", "another meaning"),
        ({"colour": "red"}, "colour", "six signs"),
        ({"colour": "#ffffff"}, "colour", "hardly be seen"),
        ({"colour": "#3d74c7"}, "colour", ""),
        ({"low": "50"}, "default", "must lie between low"),
        ({"high": "0", "low": "0", "default": "0"}, "high", "nobody uses"),
        ({"reason": ""}, "reason", "Fill this in"),
        ({"character": ""}, "character", "Fill this in"),
    ],
)
def test_each_bad_value_of_a_network_is_told(board, typed, field, said):
    network = form(board, NETWORK)
    put(network, name="Pigeon Post", character="Notes on legs", reason="Counted by us")
    put(network, high="20", default="10", low="5")
    assert not told(network) and not network.stage.remarks
    put(network, **typed)
    everything = " ".join(s for each in told(network).values() for s in each)
    assert said in everything + network.stage.remarks, (told(network), network.stage.remarks)
    assert told(network) or network.stage.remarks
    if said and field in told(network):
        assert said in " ".join(told(network)[field])
    network.button.click()
    assert not board.desk.folder.exists()


@pytest.mark.parametrize("like", ["pinterest", "youtube", "x"])
def test_a_network_is_sound_like_whichever_it_is(board, like):
    network = form(board, NETWORK)
    put(network, name="Pigeon Post", character="Notes, on legs", reason="Counted", like=like)
    put(network, high="20", default="10", low="5")
    network.button.click()
    assert checking.check(board.desk.folder).sound
    with context.using(pack=board.desk.folder):
        tables = reading.load()
        assert tables.network_keys[-1] == "pigeon_post"
        assert tables.assumptions["users_pigeon_post"].default == 0.1
    for table in ("ratings", "cadence", "assumptions", "networks"):
        assert all("pigeon" in json.dumps(row) for row in changed_rows(board, table))


def test_a_network_costs_in_the_currency_of_the_class_what_the_other_one_costs(board):
    look = form(board, LOOK)
    put(look, **MONEY)
    look.button.click()
    network = form(board, NETWORK)
    put(network, name="Pigeon Post", character="Notes on legs", reason="Counted", like="pinterest")
    put(network, high="20", default="10", low="5")
    network.button.click()
    rows = board.desk.tables().assumptions
    own, other = rows["cost_pigeon_post"], rows["cost_pinterest"]
    assert (own.low, own.default, own.high) == (other.low, other.default, other.high)
    assert other.default == 12.5 and own.step == other.step
    assert checking.check(board.desk.folder).sound


def test_a_question_of_ours_is_asked_with_those_of_the_course(board):
    quiz = form(board, QUIZ)
    quiz.button.click()
    assert told(quiz)["prompt"] and not board.desk.folder.exists()
    put(quiz, lesson="resources", prompt="Whose hour is it?")
    put(quiz, **{"option 1, text": "Ours", "option 1, feedback": "Yes.", "option 2, text": "Ours"})
    assert told(quiz)["option 2, feedback"]
    put(quiz, **{"option 2, feedback": "No."})
    assert "same text" in quiz.stage.remarks
    put(quiz, **{"option 2, text": "Theirs"}, right=3)
    assert told(quiz)["right"]
    put(quiz, right=1)
    quiz.button.click()
    own = json.loads((DATA / "quizzes/resources.json").read_text(encoding="utf-8"))
    after = json.loads((board.desk.folder / "quizzes/resources.json").read_text(encoding="utf-8"))
    assert after["questions"][:-1] == own["questions"]
    assert after["questions"][-1]["prompt"] == "Whose hour is it?"


# Folders, and what goes wrong when writing ---------------------------------------------------


@pytest.mark.parametrize("name", ["data", "src/helpers", "notebooks", "."])
def test_the_course_itself_is_no_pack(board, name):
    board.folder.value = str(context.CHECKOUT / name)
    assert "folder of the course" in board.stage.trouble and board.form is None
    board.tabs.value = NUMBERS
    assert board.form is None and "folder of the course" in board.stage.trouble
    board.export.click()
    assert "folder of the course" in board.stage.trouble


@pytest.mark.parametrize(
    "typed", ["~nobody-of-this-name/p", "no/such/folder", "\0no/such", "x" * 300]
)
def test_a_folder_that_cannot_be_gets_a_sentence(board, typed):
    board.folder.value = typed
    board.tabs.value = NUMBERS
    assert board.stage.trouble or board.form is not None
    if board.form is not None:
        put(board.form, default="22", reason="x")
        board.form.button.click()
        assert board.form.stage.trouble or board.form.stage.headline.startswith("Nothing")


def test_another_folder_is_another_pack(board, tmp_path):
    put(form(board, NUMBERS), default="22", reason="Ours")
    board.form.button.click()
    board.folder.value = f'"{tmp_path / "second"}"'
    assert form(board, NUMBERS).value("default") == reading.load().default("wage") == 16.7
    assert not (tmp_path / "second").exists()
    board.folder.value = "pack"
    assert form(board, NUMBERS).value("default") == 22


def test_a_file_in_the_place_of_the_folder_is_told(board, tmp_path):
    (tmp_path / "file").write_text("mine")
    board.folder.value = str(tmp_path / "file")
    assert "is a file and no folder" in board.stage.trouble
    assert (tmp_path / "file").read_text() == "mine"


def test_all_files_of_a_change_are_written_or_none(tmp_path, monkeypatch):
    draft = Draft(tmp_path / "pack")
    draft.write(draft.with_settings(title="Before"))
    real, done = disk.replace, []

    def failing(path, content, mode):
        if path.name == "levels.csv":
            raise OSError(28, "No space left on device")
        done.append(path.name)
        real(path, content, mode)

    monkeypatch.setattr(disk, "replace", failing)
    changes = {**draft.with_settings(title="After"), **draft.with_rows("tasks", lambda rows: rows)}
    with pytest.raises(DraftError, match=r"No space left.*nothing was changed"):
        draft.write({**changes, **draft.with_rows("levels", lambda rows: rows)})
    assert "tasks.csv" in done
    assert [p.name for p in draft.folder.iterdir()] == ["pack.json"]
    assert json.loads((draft.folder / "pack.json").read_text())["title"] == "Before"


def test_a_link_in_the_pack_is_not_written_through(tmp_path):
    draft = Draft(tmp_path / "pack")
    draft.folder.mkdir()
    outside = tmp_path / "outside.json"
    outside.write_text('{"title": "Mine"}', encoding="utf-8")
    (draft.folder / "pack.json").symlink_to(outside)
    with pytest.raises(DraftError, match="is a link"):
        draft.write(draft.with_settings(title="Other"))
    assert outside.read_text(encoding="utf-8") == '{"title": "Mine"}'


def test_every_control_has_a_label(board):
    """Who hears the page or uses its keys finds each control by its words."""
    for place in PLACES:
        shown = form(board, place)
        for name, asked in shown.fields.items():
            control = getattr(asked, "control", asked)
            words = getattr(control, "label", "") or getattr(control, "description", "")
            assert words, name
