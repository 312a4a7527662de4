"""A pack that comes while the course is open, as a folder or as a ZIP that is dropped."""

import io
import json
import os
import random
import shutil
import zipfile
from gettext import NullTranslations
from pathlib import Path

import pytest

from helpers import cli, context, pack_zip
from helpers.data import reading
from helpers.lessons import contents
from helpers.lessons.contents import Contents
from helpers.lessons.resources import Resources
from helpers.lessons.why import WhyLesson
from helpers.pack_zip import Dropped
from helpers.words import locale
from launcher import commands, places
from launcher.places import Places
from tests.pack.test_pack_zip import packed

PACK = {"pack/pack.json": json.dumps({"title": "Hotels"}).encode()}


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """A course folder without a pack, and a kernel that works in its folder of lessons."""
    folder = tmp_path / "course"
    (folder / "my_course").mkdir(parents=True)
    monkeypatch.chdir(folder / "my_course")
    with context.using(pack=folder / "pack"):
        yield folder


def drop(folder: Path, name: str = "client.zip", files: dict[str, bytes] = PACK, age: int = 0):
    path = folder / name
    path.write_bytes(packed(files))
    os.utime(path, (1e9 - age, 1e9 - age))
    return path


# A ZIP -----------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["", "my_course"])
def test_the_contents_unpack_a_pack_that_was_dropped_and_say_so_once(home, where):
    drop(home / where)
    opened = Contents.begin("en")
    page = opened.home().to_markdown()
    assert opened.tables.settings.title == "Hotels"
    assert "“Hotels”" in page and "The pack in client.zip is unpacked" in page
    assert "client.zip" not in Contents.begin("en").home().to_markdown()
    assert (home / where / "client.zip").is_file(), "it is left where it was"
    assert not list(home.glob("pack-before-*"))


def test_the_same_pack_is_never_unpacked_twice(home):
    archive = drop(home)
    assert pack_zip.take_dropped(home) == [Dropped("client.zip")]
    (home / "pack" / "pack.json").write_text('{"title": "Changed by hand"}')
    assert pack_zip.take_dropped(home) == []
    archive.rename(home / "again.zip")
    assert pack_zip.take_dropped(home) == []
    (home / "pack").rename(home / "put aside")
    assert pack_zip.take_dropped(home) == [], "whoever takes a pack out is not given it back"


def test_a_new_edition_under_the_same_name_takes_its_place_and_the_old_one_is_kept(home):
    drop(home)
    pack_zip.take_dropped(home)
    drop(home, files={"pack/pack.json": b'{"title": "Second"}'})
    assert pack_zip.take_dropped(home) == [Dropped("client.zip")]
    assert reading.load().settings.title == "Second"
    (kept,) = home.glob("pack-before-*")
    assert "Hotels" in (kept / "pack.json").read_text()
    assert pack_zip.take_dropped(home) == []


def test_of_several_new_ones_the_newest_counts(home):
    drop(home, "a.zip", {"pack.json": b'{"title": "New"}'}, age=10)
    drop(home, "b.zip", {"pack.json": b'{"title": "Old"}'}, age=99)
    assert pack_zip.take_dropped(home) == [Dropped("a.zip")]
    assert reading.load().settings.title == "New"
    assert pack_zip.take_dropped(home) == []


def test_what_the_trainer_zipped_beside_the_pack_does_not_come_back_over_it(home, capsys):
    (home / "pack").mkdir()
    (home / "pack" / "pack.json").write_text('{"title": "First"}')
    assert cli.main(["pack", "zip", str(home / "pack")]) == 0
    assert (home / "pack.zip").is_file()
    (home / "pack" / "pack.json").write_text('{"title": "Second"}')
    assert pack_zip.take_dropped(home) == []
    assert reading.load().settings.title == "Second"


@pytest.mark.parametrize(
    "files",
    [
        {"photo.png": b"x", "letter.txt": b"x"},
        {"numbers.csv": b"a,b\n1,2\n"},
        {"hand-in-ada.json": b"{}", "hand-in-bob.json": b"{}"},
        {"class/hand-in-ada.json": b"{}"},
        {"before-you-post/data/networks.csv": b"x", "before-you-post/README.md": b"x"},
        {"pack.py": b"x"},
        {},
    ],
)
def test_a_zip_that_is_no_pack_is_left_alone(home, files):
    archive = drop(home, files=files)
    before = archive.read_bytes()
    assert pack_zip.take_dropped(home) == []
    assert [p.name for p in home.iterdir() if p.name != "my_course"] == ["client.zip"]
    assert archive.read_bytes() == before


@pytest.mark.parametrize(
    "files",
    [
        {"networks.csv": b"x"},
        {"My client/evidence/audience.csv": b"x"},
        {"companies/ours.json": b"{}"},
        {"posts/ours.csv": b"x"},
        {"quizzes/why.json": b"{}"},
        {"acme/pack.json": b"{}", "acme/logo.png": b"x", "__MACOSX/acme/._pack.json": b"x"},
    ],
)
def test_a_pack_is_known_by_a_file_that_the_course_asks_for(home, files):
    drop(home, files=files)
    assert pack_zip.take_dropped(home) == [Dropped("client.zip")]
    names = {p.relative_to(home / "pack").as_posix() for p in (home / "pack").rglob("*")}
    assert names & {"networks.csv", "evidence", "companies", "posts", "quizzes", "pack.json"}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"pack.json": b"{}", "../../out.csv": b"x"}, "leads out"),
        ({"pack.json": b"{}", "large.csv": b"0" * 6_000_000}, "larger than a pack"),
        ({"pack.json": b"{}", **{f"{n}.csv": b"" for n in range(400)}}, "more than 300 files"),
    ],
)
def test_a_pack_that_cannot_be_unpacked_is_told_and_left(home, files, said):
    drop(home, files=files)
    (told,) = pack_zip.take_dropped(home)
    assert said in str(told.problem) and not (home / "pack").exists()
    assert said in Contents.begin("en").home().to_markdown()


def test_a_torn_file_a_link_and_a_folder_change_nothing(home, tmp_path):
    whole = drop(tmp_path)
    (home / "torn.zip").write_bytes(whole.read_bytes()[:-20])
    (home / "link.zip").symlink_to(whole)
    (home / "nowhere.zip").symlink_to(home / "gone.zip")
    (home / "folder.zip").mkdir()
    (told,) = pack_zip.take_dropped(home)
    assert told.file == "torn.zip" and "damaged" in str(told.problem)
    assert not (home / "pack").exists() and not (home / pack_zip.MEMORY).exists()


METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("method", METHODS)
def test_no_damage_of_a_zip_is_more_than_a_sentence(home, method):
    """A few bytes are others, or the end is missing: nothing is raised, no half a pack stays."""
    stream, chance = io.BytesIO(), random.Random(7)
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("pack/pack.json", b'{"title": "x"}' * 20)
        archive.writestr("pack/g\u00e4te.csv", b"a,b\n" * 50)
    for trial in range(150):
        content = bytearray(stream.getvalue())
        for _byte in range(chance.randint(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if trial % 5 == 0:
            del content[chance.randrange(len(content)) :]
        (home / "client.zip").write_bytes(content)
        told = pack_zip.take_dropped(home)
        assert len(told) <= 1 and not list(home.glob(".pack-*"))
        if any(one.problem for one in told):
            assert not (home / "pack").exists()
        if (home / "pack").exists():
            shutil.rmtree(home / "pack")


def test_a_damaged_memory_is_no_reason_to_stop(home):
    for content in (b"", b"[1, 2", b'{"a": 1}', b"\xff"):
        (home / pack_zip.MEMORY).write_bytes(content)
        drop(home)
        assert pack_zip.take_dropped(home) == [Dropped("client.zip")]


def test_a_pack_stays_in_its_place_if_another_cannot_take_it(home, monkeypatch):
    (home / "pack").mkdir()
    (home / "pack" / "gates.csv").write_text("mine")
    drop(home)
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path.parent.name.startswith(".pack-"):
            raise OSError(28, "No space left on device")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    (told,) = pack_zip.take_dropped(home)
    assert "No space left" in str(told.problem)
    assert (home / "pack" / "gates.csv").read_text() == "mine"
    assert not list(home.glob("pack-before-*")) and not list(home.glob(".pack-*"))


def test_where_nobody_may_write_it_is_told(home, monkeypatch):
    drop(home)

    def refuse(**_named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(pack_zip.tempfile, "mkdtemp", refuse)
    (told,) = pack_zip.take_dropped(home)
    assert "cannot be written" in str(told.problem)


class Brackets(NullTranslations):
    """Stands in for a translation."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"


def test_why_it_cannot_be_unpacked_is_told_in_the_learners_language(home, monkeypatch):
    drop(home, files={"pack.json": b"{}", "../../out.csv": b"x"})
    monkeypatch.setattr(locale, "_catalogue", lambda _language: Brackets())
    (line,) = contents.take_dropped()
    assert (
        line == "⟦client.zip is left as it is: ⟦client.zip: ../../out.csv leads out of the pack.⟧⟧"
    )


def test_a_pack_folder_of_another_name_is_not_touched(home):
    drop(home)
    with context.using(pack=home / "ours"):
        Contents.begin("en").home()
    assert not (home / "pack").exists()


# start.py --------------------------------------------------------------------------------


def test_start_unpacks_what_was_dropped_and_says_so(home, capsys):
    drop(home)
    commands.take_dropped(Places(home, home / ".venv"))
    assert "The pack in client.zip is unpacked." in capsys.readouterr().out
    commands.take_dropped(Places(home, home / ".venv"))
    assert capsys.readouterr().out == ""


def test_a_pack_that_start_was_given_is_not_unpacked_again_from_the_folder(home, capsys):
    archive = drop(home)
    left = commands.with_pack(["--pack", str(archive), "--no-browser"], home)
    assert left == ["--no-browser"] and (home / "pack" / "pack.json").is_file()
    capsys.readouterr()
    commands.take_dropped(Places(home, home / ".venv"))
    assert capsys.readouterr().out == "" and not list(home.glob("pack-before-*"))


def test_where_the_course_folder_cannot_be_written_packs_lie_in_the_users_own(home, monkeypatch):
    monkeypatch.delenv("COURSE_PACK", raising=False)
    found = places.jupyter(Places(home, home / ".venv"), home / "session")
    assert found["COURSE_PACK"] == str(home / "pack")
    assert "COURSE_PACK" not in places.jupyter(Places(places.ROOT, home), home / "session")
    monkeypatch.setenv("COURSE_PACK", "elsewhere")
    assert places.jupyter(Places(home, home), home / "session")["COURSE_PACK"] == "elsewhere"


# A folder --------------------------------------------------------------------------------


def test_a_pack_that_comes_while_a_lesson_is_open_counts_from_the_next_cell_on(home, capsys):
    lesson = Resources.begin("en")
    assert Resources.running("en") is lesson
    (home / "pack").mkdir()
    assert Resources.running("en") is lesson, "an empty folder is no pack"
    (home / "pack" / "pack.json").write_text('{"title": "Hotels"}')
    capsys.readouterr()
    later = Resources.running("en")
    assert later is not lesson and later.tables.settings.title == "Hotels"
    assert "Text" in capsys.readouterr().out, "the reader is told that other parts lag behind"
    assert Resources.running("en") is later
    assert "Hotels" in Resources.begin("en").start().to_markdown()


@pytest.mark.parametrize("file", ["quizzes/why.json", "logo.png"])
def test_any_file_of_a_pack_that_changes_is_found(home, file):
    path = home / "pack" / file
    path.parent.mkdir(parents=True)
    path.write_bytes(b"{}")
    lesson = WhyLesson.begin("en")
    os.utime(path, (1, 1))
    assert WhyLesson.running("en") is not lesson


def test_contents_follow_a_pack_that_comes(home):
    opened = Contents.begin("en")
    (home / "pack").mkdir()
    (home / "pack" / "pack.json").write_text('{"title": "Hotels"}')
    assert Contents.running("en") is not opened
