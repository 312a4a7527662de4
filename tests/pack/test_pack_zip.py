"""A pack as one ZIP: there and back, and nothing outside its place is read or written."""

import io
import json
import zipfile

import pytest

from helpers import cli, company, context, pack_zip
from helpers.data import reading
from helpers.pack import checking, starter


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unpacked(tmp_path, files: dict[str, bytes]):
    archive = tmp_path / "client.zip"
    archive.write_bytes(packed(files))
    return pack_zip.unpack(archive, tmp_path)


def test_a_starter_is_sound_and_its_client_can_be_chosen(tmp_path):
    folder = tmp_path / "pack"
    starter.new(folder, "hotel", ("assumptions",))
    report = checking.check(folder)
    assert report.sound, list(report.lines())
    with context.using(pack=folder):
        client = company.case(starter.CLIENT)
        assert client.name == "Our client" and client.about == "case:our_client"
        assert starter.CLIENT in reading.load().posts


@pytest.mark.parametrize("case", ["hotel", "museum", "machine_parts"])
def test_every_file_of_a_starter_is_told_in_its_words(tmp_path, case):
    written = starter.new(tmp_path / "pack", case, ("networks",))
    names = {p.relative_to(tmp_path / "pack").as_posix() for p in written} - {starter.FILE}
    words = (tmp_path / "pack" / starter.FILE).read_text(encoding="utf-8")
    assert all(f"{name}: " in words for name in names) and case in words


def test_the_settings_of_a_starter_start_with_the_client_and_explain_every_field(tmp_path):
    starter.new(tmp_path / "pack", "hotel")
    text = (tmp_path / "pack" / "pack.json").read_text(encoding="utf-8")
    with context.using(pack=tmp_path / "pack"):
        settled, course = reading.load().settings, reading.load().lessons
        assert company.CompanyFile().load()[0].name == "Our client"
    assert settled.start == starter.CLIENT and settled.title
    assert settled.lessons == tuple(course.index)
    assert '"lessons": [0, 1, 2,' in text
    notes = json.loads(text)["comment"]

    def named(rules, group=""):
        for name, rule in rules.items():
            yield f"{group}{name}: "
            yield from named(rule.get("properties", {}), f"{group}{name}.")

    for name in named(reading.settings_rules()["properties"]):
        assert name == "comment: " or sum(note.startswith(name) for note in notes) == 1, name


def test_a_starter_writes_over_nothing(tmp_path, capsys):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "mine.txt").write_text("mine")
    assert cli.main(["pack", "new", str(tmp_path / "pack")]) == 1
    assert "holds something already" in capsys.readouterr().err
    assert [p.name for p in (tmp_path / "pack").iterdir()] == ["mine.txt"]


def test_an_example_that_there_is_not_gets_a_sentence(tmp_path, capsys):
    assert cli.main(["pack", "new", str(tmp_path / "p"), "--like", "circus"]) == 1
    assert "circus" in capsys.readouterr().err and not (tmp_path / "p").exists()


def test_there_and_back_is_the_same_pack(tmp_path):
    trainer, learner = tmp_path / "trainer" / "acme", tmp_path / "learner"
    starter.new(trainer, "hotel")
    (trainer / ".hidden").write_text("x")
    (trainer / "run.py").write_text("x")
    learner.mkdir()
    assert cli.main(["pack", "zip", str(trainer), "-o", str(tmp_path / "acme.zip")]) == 0
    put = pack_zip.unpack(tmp_path / "acme.zip", learner)
    assert put == learner / "pack"
    found = {p.relative_to(put): p.read_bytes() for p in put.rglob("*") if p.is_file()}
    sent = {p.relative_to(trainer): p.read_bytes() for p in trainer.rglob("*") if p.is_file()}
    assert found == {p: b for p, b in sent.items() if p.name not in (".hidden", "run.py")}


@pytest.mark.parametrize("top", ["", "pack/", "Acme client/"])
def test_a_folder_around_the_pack_is_no_part_of_it(tmp_path, top):
    put = unpacked(tmp_path, {f"{top}companies/a.json": b"{}", f"{top}posts/a.csv": b"x"})
    assert (put / "companies" / "a.json").is_file() and (put / "posts" / "a.csv").is_file()


def test_a_pack_that_is_there_is_kept(tmp_path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "gates.csv").write_text("mine")
    unpacked(tmp_path, {"gates.csv": b"new"})
    assert (tmp_path / "pack" / "gates.csv").read_text() == "new"
    (kept,) = tmp_path.glob("pack-before-*")
    assert (kept / "gates.csv").read_text() == "mine"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"../out.csv": b"x"}, "leads out"),
        ({"pack/../../out.csv": b"x"}, "leads out"),
        ({"/etc/out.csv": b"x"}, "leads out"),
        ({"C:\\out.csv": b"x"}, "leads out"),
        ({"run.py": b"x", "a.exe": b"x"}, "nothing that a pack can hold"),
        ({f"{n}.csv": b"x" for n in range(400)}, "more than 300 files"),
        ({"bomb.csv": b"0" * 6_000_000}, "larger than a pack"),
    ],
)
def test_what_is_no_pack_changes_nothing(tmp_path, files, said):
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "client.zip").write_bytes(packed(files))
    with pytest.raises(pack_zip.PackError, match=said):
        pack_zip.unpack(tmp_path / "client.zip", home)
    assert list(home.iterdir()) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["client.zip", "home"]


def test_a_torn_zip_and_other_files_get_a_sentence(tmp_path):
    torn = tmp_path / "torn.zip"
    torn.write_bytes(packed({"gates.csv": b"x" * 5000})[:-30])
    with pytest.raises(pack_zip.PackError, match="damaged"):
        pack_zip.unpack(torn, tmp_path)
    for place, said in (("none.zip", "no file"), ("http://a.b/c.zip", "https://")):
        with pytest.raises(pack_zip.PackError, match=said):
            pack_zip.fetch(place, tmp_path)


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg", "logo.jpeg", "LOGO.PNG"])
def test_a_logo_of_every_ending_that_a_pack_may_name_travels(tmp_path, name):
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / name).write_bytes(b"a picture")
    (tmp_path / "acme.zip").write_bytes(pack_zip.pack(tmp_path / "acme"))
    (tmp_path / "learner").mkdir()
    put = pack_zip.unpack(tmp_path / "acme.zip", tmp_path / "learner")
    assert (put / name).read_bytes() == b"a picture"
