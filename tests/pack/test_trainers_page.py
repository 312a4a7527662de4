"""``docs/trainers.md`` is walked: its steps give the pack that it promises, by both roads."""

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from helpers import cli, company, context
from helpers.data import quizzes, reading
from helpers.findings import Findings
from helpers.lessons.contents import Contents
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.memo.compose import compose
from helpers.memo.html import css, to_html
from helpers.pack import checking, starter
from helpers.pack.trainer import Trainer
from helpers.studio.exercises.memo_writer import MemoWriter
from helpers.views.in_force import pack_line
from launcher import commands
from tests.pack import trainers_page as page
from tests.pack.copies import DATA
from tools import catalogue

OUT = {"swot", "people"}


def logo(path: Path) -> Path:
    Image.new("RGB", (600, 160), "#0a5b50").save(path)
    return path


def words(widget) -> str:
    """The words of a control, as they stand before it."""
    return getattr(widget, "description", "") or getattr(widget, "label", "")


def fill(control, typed: str, picture: Path) -> None:
    """Type or choose what the page says."""
    if typed == page.LOGO:
        known = {"name": picture.name, "type": "", "size": 1, "last_modified": datetime.now(UTC)}
        control.value = ({**known, "content": memoryview(picture.read_bytes())},)
    elif without := re.findall(r"without (\d\d \w+)", typed):
        keys = dict(zip(control.choices, control._boxes, strict=True))
        gone = {keys[label] for label in without}
        control.value = tuple(key for key in control.value if key not in gone)
    elif hasattr(control, "options"):
        control.value = dict(control.options)[typed]
    elif hasattr(control, "type"):
        control.type(typed)
        assert not control.refusal, typed
    else:
        control.value = typed


def by_forms(folder: Path, picture: Path) -> None:
    """The first road, in the notebook's board."""
    context.change(pack=folder)
    board = Trainer().board()
    tabs = dict(board.tabs.options)
    for step in page.steps():
        board.tabs.value = tabs[step.form]
        form = board.form
        assert form is not None, board.stage.trouble
        if example := re.search(r"here (.+?), and press `Take this example`", step.words):
            form.example.value = dict(form.example.options)[example[1]]
            form.take_example()
        if chosen := re.search(
            r"`Which numbers`: `(.+?)`, and behind `Number`: `(.+?)`", step.words
        ):
            form.kind.value = dict(form.kind.options)[chosen[1]]
            form.row.value = dict(form.row.options)[chosen[2]]
        for label, typed in step.fields:
            fields = [getattr(one, "control", one) for one in form.fields.values()]
            (control,) = [one for one in fields if words(one) == label]
            fill(control, typed, picture)
        form.button.click()
        said = f"{form.stage.headline} {form.stage.remarks}"
        red = [note for one in form.fields.values() for note in getattr(one, "told", ())]
        assert not red, red
        assert form.stage.error is None and not form.stage.trouble, form.stage.trouble
        assert all(sentence in said for sentence in step.seen), (step.form, said)
    board.check.click()
    assert board.stage.headline == "Nothing is wrong with this pack."
    board.export.click()
    assert f"`{board.stage.headline}`" in page.text()


def by_files(folder: Path, picture: Path) -> None:
    """The second road: the starter of the page's command, then its changes."""
    (new,) = [command for command in page.commands() if command[:2] == ["pack", "new"]]
    _by_starter(new, folder, picture)


def by_workbook(folder: Path, picture: Path) -> None:
    """The second road with all tables in one workbook, as its sentence says."""
    (new,) = re.findall(r"`python start\.py (pack new .+ --workbook)`", page.text())
    _by_starter([*new.split(), "--like", "hotel"], folder, picture)
    assert (folder / "tables.xlsx").is_file()


def _by_starter(new: list[str], folder: Path, picture: Path) -> None:
    place = new.index("pack", 1)
    assert cli.main([*new[:place], str(folder), *new[place + 1 :]]) == 0
    shutil.copy(picture, folder / page.settings()["brand"]["logo"])
    (folder / "pack.json").write_text(json.dumps(page.settings()), encoding="utf-8")
    client = folder / "companies" / "our_client.json"
    document = json.loads(client.read_text(encoding="utf-8")) | {
        "name": "Lakeside Inn",
        "cash": 200,
    }
    client.write_text(json.dumps(document), encoding="utf-8")
    page.change_tables(folder)
    quiz = DATA / "quizzes" / "resources.json"
    document = json.loads(quiz.read_text(encoding="utf-8"))
    one = {**document["questions"][0], "key": "august", "prompt": "Who posts in August?"}
    document["questions"].append(one)
    (folder / "quizzes").mkdir()
    (folder / "quizzes" / quiz.name).write_text(json.dumps(document), encoding="utf-8")


@pytest.fixture(params=[by_forms, by_files, by_workbook])
def walked(request, tmp_path) -> Path:
    """The pack of the page, made by one of its roads."""
    folder = tmp_path / "pack"
    request.param(folder, logo(tmp_path / "sign.png"))
    context.change(pack=folder)
    return folder


def test_the_walk_gives_the_pack_that_the_page_promises(walked):
    report = checking.check(walked)
    assert report.sound and not report.notices, list(report.lines())
    tables = reading.load()
    settled = tables.settings
    assert (settled.currency.code, settled.brand.title) == ("USD", "North Coast Training")
    assert tables.default("wage") == 24 and tables.default("gate_G4a") == 1.1
    assert set(tables.lessons.index) - set(tables.lesson_keys) == OUT
    known, _told = company.CompanyFile().load()
    assert known.name == "Lakeside Inn" and known.cash == 200
    own = json.loads((DATA / "quizzes" / "resources.json").read_text(encoding="utf-8"))
    assert len(quizzes.load("resources")) == len(own["questions"]) + 1
    assert "Lakeside, spring” by North Coast Training" in pack_line(settled)


def test_the_memo_of_the_walk_has_logo_dollars_and_the_threshold(walked):
    known, _told = company.CompanyFile().load()
    memo = to_html(compose(Findings(known, reading.load())))
    assert 'alt="Logo of North Coast Training"' in memo and "data:image/png;base64," in memo
    assert str(css("North Coast Training, for Lakeside Inn")) in memo
    said = re.sub(r"data:image[^\"]+|<[^>]+>", " ", memo)
    assert "US$" in said and "€" not in said
    assert "wanted 110%" in said
    with context.using(pack=None):
        assert "wanted 110%" not in to_html(compose(Findings(known, reading.load())))


def test_a_real_client_is_called_no_invented_example(walked):
    (path,) = (walked / "companies").iterdir()
    assert "an invented example" in to_html(
        compose(Findings(company.CompanyFile().load()[0], reading.load()))
    )
    path.write_text(
        path.read_text(encoding="utf-8").replace('"invented": true', '"invented": false'),
        encoding="utf-8",
    )
    assert checking.check(walked).sound
    assert "an invented example" not in to_html(
        compose(Findings(company.CompanyFile().load()[0], reading.load()))
    )


def test_the_ninth_network_stands_in_lesson_02(walked):
    lesson = PopularIsNotFit.begin("en")
    studio = lesson.studios()["explore"]()
    assert "Lakeboard" in studio.words.table.to_markdown()


def test_the_contents_leave_the_two_lessons_out(walked):
    home = Contents.begin("en").home()
    shown = home.to_markdown() + home.front.html
    assert "09_resources" in shown and "14_decision" in shown
    assert not re.search("06_swot|11_people", shown)


# What stands on the page ---------------------------------------------------------------------


def test_every_picture_is_there_small_and_told():
    told = re.findall(r"!\[(.*?)\]\((.+?)\)", page.text())
    assert 3 <= len(told) <= 4
    for alt, place in told:
        picture = page.PAGE.parent / place
        assert len(alt) > 40 and picture.stat().st_size <= 150_000, place
        with Image.open(picture) as opened:
            assert opened.format == "PNG"
    used = {Path(place).name for _alt, place in told}
    assert {path.name for path in (page.PAGE.parent / "pictures").iterdir()} == used


def test_every_link_of_the_page_leads_somewhere():
    for place in re.findall(r"[^!]\[[^]]+\]\(([^)#]+)\)", page.text()):
        assert (page.PAGE.parent / place).is_file(), place
    assert "docs/trainers.md" in (context.CHECKOUT / "README.md").read_text(encoding="utf-8")


def test_every_command_of_the_page_runs_where_the_walk_has_been(tmp_path, monkeypatch, capsys):
    picture = logo(tmp_path / "sign.png")
    by_files(tmp_path / "pack", picture)
    monkeypatch.chdir(tmp_path)
    context.change(pack=tmp_path / "pack")
    seen = []
    for command in page.commands():
        assert command[0] in commands.COMMANDS
        if command[:2] == ["pack", "new"]:
            shutil.move("pack", "made")
            assert cli.main(command) == 0
            shutil.rmtree("pack")
            shutil.move("made", "pack")
        elif command[:2] != ["pack", "show"]:  # tests/pack/test_preview.py shows: it takes long
            assert cli.main(command) == 0, command
        seen.append(command[:2])
    assert {"check", "show", "zip", "new"} <= {word for command in seen for word in command}
    assert "Nothing is wrong with this pack." in capsys.readouterr().out
    assert Path("lakeside.zip").is_file()


def known_words(folder: Path) -> set[str]:
    """Buttons, fields, files, columns and keys that there are."""
    context.change(pack=folder)
    board = Trainer().board()
    found = {"pack", "my_company", "https://", ".json", ".csv", "python start.py", "start.py"}
    found |= {"tables.xlsx", "python start.py pack new pack --workbook"}
    found |= {"python start.py --pack", "my_course/" + context.TRAINER, starter.FILE, "logo.png"}
    found |= {words(board.folder), words(board.check), words(board.export)}
    for _label, place in board.tabs.options:
        board.tabs.value = place
        form = board.form
        found |= {words(form.button)}
        found |= {words(getattr(one, "control", one)) for one in form.fields.values()}
        if hasattr(form, "kind"):
            for choice in (form.kind, form.row):
                found |= {words(choice)}
            for label, key in form.kind.options:
                form.kind.value = key
                found |= {label, *(said for said, _key in form.row.options)}
        if hasattr(form, "example"):
            found |= {words(form.example), words(form.load), words(form.boxes.more)}
    found |= {words(one) for one in MemoWriter(None, None, folder).buttons.values()}
    tables = reading.load()
    found |= set(tables.assumptions) | set(tables.networks.index)
    found |= {path.relative_to(DATA).as_posix() for path in DATA.rglob("*.*")}
    found |= {f"data/{name}" for name in found}
    found |= {"pack.json", "companies/our_client.json", "companies/lakeside_inn.json", "key"}
    found |= set(json.loads((DATA / "companies" / "hotel.json").read_text(encoding="utf-8")))
    return found


def in_catalogue(sentence: str, messages: list[str]) -> bool:
    """Whether the course says this; a word of it may stand for a gap of the message."""
    each = [rf"(?:{re.escape(word)}|\{{\w+\}}[.,:;?]?)" for word in sentence.split()]
    pattern = re.compile(r"\s".join(each))
    return len(each) > 2 and any(pattern.search(message) for message in messages)


def test_whatever_is_quoted_is_a_thing_or_a_sentence_of_the_course(tmp_path):
    said = re.sub(r"^```.*?^```", "", page.text(), flags=re.DOTALL | re.MULTILINE)
    seen = {sentence for step in page.steps() for sentence in step.seen}  # the walk asks for these
    known = known_words(tmp_path / "pack") | seen
    messages = [m for m, _place in catalogue.code_messages() if isinstance(m, str)]
    unknown = [
        mark
        for mark in re.findall("`(.+?)`", said)
        if mark not in known and not in_catalogue(mark, messages)
    ]
    assert unknown == []
