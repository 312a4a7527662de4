"""The course as an installed package, outside its folder: lessons, answers, memo, calm refusals."""

import importlib.util
import json
import os
import site
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from uv import find_uv_bin

from helpers import cli, context, copies

ROOT = context.CHECKOUT
LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
BUILD = "import sys; from hatchling.builders.wheel import WheelBuilder as W; print(*W('.').build("
BUILD += "directory=sys.argv[1], versions=['standard']))"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the course's wheel; what the course needs is borrowed from here."""
    if importlib.util.find_spec("hatchling") is None:
        assert not os.environ.get("CI"), "hatchling is missing: install requirements-test.txt"
        pytest.skip("hatchling is missing, so no wheel was built: install requirements-test.txt")
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-c", BUILD, str(folder)]
    wheel = subprocess.run(build, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    environment = folder / "environment"
    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(environment)
    made = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [find_uv_bin(), "pip", "install", "--quiet", "--offline", "--no-deps"]
    subprocess.run([*install, "--python", str(made), wheel.strip()], check=True)
    packages = next(environment.rglob("site-packages"))
    borrowed = [path for path in site.getsitepackages() if "site-packages" in path]
    (packages / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    return made


def run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    """A command of the installed course, typed in a folder."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("COURSE_", "PYTHON"))}
    surroundings = {**kept, "COURSE_TODAY": "2026-11-23", "PYTHONUTF8": "1"}
    command = [str(python), *arguments]
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, encoding="utf-8"
    )


def test_the_installed_command_without_a_task_prints_its_help_and_ends_with_2(python, tmp_path):
    script = python.with_name("course.exe" if os.name == "nt" else "course")
    ended = run(script, tmp_path)
    assert (ended.returncode, ended.stderr) == (2, "")
    assert ended.stdout.startswith("usage: course") and "memo" in ended.stdout


def test_an_installed_course_copies_its_lessons_and_they_keep_answers_beside_them(python, tmp_path):
    opened = run(python, tmp_path, "-m", "helpers", "open", "lessons", "--copy-only")
    assert (opened.returncode, opened.stderr) == (0, "")
    assert str(tmp_path / "lessons") in opened.stdout
    lessons = tmp_path / "lessons"
    assert sorted(path.name for path in lessons.glob("*.ipynb")) == LESSONS
    document = json.loads((lessons / "01_why.ipynb").read_text(encoding="utf-8"))
    assert document == json.loads((ROOT / "notebooks" / "01_why.ipynb").read_text(encoding="utf-8"))
    lesson = (
        "from helpers.lessons.why import WhyLesson; import helpers\n"
        "lesson = WhyLesson.begin('en')\n"
        "print(helpers.__file__, lesson.start().to_markdown(), lesson.explore().to_markdown())\n"
        "assert not lesson.failures, lesson.failures\n"
        "saved = lesson.save({'cash': 70})\n"
        "assert saved.done and not saved.notice, saved\n"
    )
    ran = run(python, lessons, "-c", lesson)
    assert ran.returncode == 0, ran.stderr
    assert str(python.parent.parent) in ran.stdout and "You work with" in ran.stdout
    saved = lessons / "my_company" / "company.json"
    assert json.loads(saved.read_text(encoding="utf-8"))["cash"] == 70
    memo = run(python, tmp_path, "-m", "helpers", "memo", str(saved), "-o", "memo.html")
    assert memo.returncode == 0 and (tmp_path / "memo.html").is_file(), memo.stderr


def test_an_installed_course_without_a_name_takes_one_folder_and_renews_it(python, tmp_path):
    for _time in range(2):
        assert run(python, tmp_path, "-m", "helpers", "open", "--copy-only").returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == [cli.OWN_FOLDER]
    names = sorted(path.name for path in (tmp_path / cli.OWN_FOLDER).glob("*.ipynb"))
    assert names == LESSONS


def test_an_installed_course_tells_type_checkers_that_it_has_types(python):
    packages = next(python.parent.parent.rglob("site-packages"))
    assert (packages / "helpers" / "py.typed").is_file()


def test_developers_tools_are_no_part_of_an_installed_course(python, tmp_path):
    ended = run(python, tmp_path, "-m", "tools")
    assert ended.returncode == 1 and "No module named tools" in ended.stderr


def test_opening_copies_signs_and_starts_jupyterlab_at_the_contents(monkeypatch, tmp_path, capsys):
    from jupyterlab import labapp

    started = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    monkeypatch.setattr(labapp, "main", lambda arguments: started.append((arguments, Path.cwd())))
    assert cli.main(["open", "mine"]) == 0
    assert started == [(["--LabApp.default_url=/doc/tree/contents.ipynb"], tmp_path / "mine")]
    assert any((tmp_path / "jupyter").iterdir())
    assert (tmp_path / "mine" / copies.MANIFEST).is_file()
    assert "To end it, press Ctrl+C" in capsys.readouterr().out


def test_opening_without_jupyterlab_copies_the_lessons_and_says_so(monkeypatch, tmp_path, capsys):
    monkeypatch.setitem(sys.modules, "jupyterlab", None)
    assert cli.main(["open", str(tmp_path / "mine")]) == 0
    assert (tmp_path / "mine" / "contents.ipynb").is_file()
    said = capsys.readouterr().out
    assert "This needs jupyterlab, not installed here" in said and "python start.py" in said


def test_opening_where_nothing_can_be_written_is_one_sentence(tmp_path, capsys):
    (tmp_path / "file").write_text("no folder")
    assert cli.main(["open", str(tmp_path / "file" / "mine")]) == 1
    assert "cannot be written" in capsys.readouterr().err
