"""start.py: sets up and opens in every folder, and says in a sentence what stops it."""

import ast
import errno
import json
import os
import re
import shutil
import signal
import site
import subprocess
import sys
import threading
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

import helpers
from helpers import context

sys.path.insert(0, str(context.CHECKOUT))
import start
from launcher import commands, console, installing, places
from launcher.console import Stop
from launcher.installing import LEARNER, TEST
from launcher.places import Places

ROOT = context.CHECKOUT
PARTS = ("launcher", "src", "data", "notebooks")
FILES = ("start.py", "pyproject.toml", "constraints.txt", "requirements.txt")
NOWHERE = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_FIND_LINKS": "",
    "PIP_EXTRA_INDEX_URL": "",
}
"""A package index that nobody answers for: with it there is no network for pip."""


def test_the_imported_helpers_are_those_of_this_checkout():
    assert Path(helpers.__file__).is_relative_to(ROOT)


def test_source_is_linted_and_formatted():
    for command in (["check", "."], ["format", "--check", "."]):
        run = subprocess.run(
            [sys.executable, "-m", "ruff", *command], cwd=ROOT, capture_output=True, text=True
        )
        assert run.returncode == 0, run.stdout[-2000:]


# Pythons -------------------------------------------------------------------------------


def old_pythons() -> list[str]:
    """Pythons on this machine that are too old for the course."""
    folders = [*os.environ["PATH"].split(os.pathsep)]
    folders += [str(p) for p in (Path.home() / ".pyenv" / "versions").glob("*/bin")]
    names = ["python2.7", *(f"python3.{minor}" for minor in range(4, 11))]
    found = (shutil.which(name, path=folder) for folder in folders for name in names)
    return [path for path in found if path and "shims" not in path]


def test_every_python_can_read_start_and_one_too_old_is_told_so():
    text = (ROOT / "start.py").read_text(encoding="ascii")
    tree = ast.parse(text, feature_version=(3, 4))
    modern = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match, ast.Starred, ast.Nonlocal)
    for node in ast.walk(tree):
        assert not isinstance(node, modern), ast.dump(node)
        if isinstance(node, ast.FunctionDef):
            assert node.returns is None and not node.args.kwonlyargs
            assert not any(argument.annotation for argument in node.args.args)
    for python in old_pythons():
        run = subprocess.run([python, "start.py"], cwd=ROOT, capture_output=True, text=True)
        assert run.returncode == 1 and "needs Python 3.11 or newer" in run.stderr, python
        assert "Traceback" not in run.stderr


def test_python_2_gets_the_sentence(monkeypatch):
    monkeypatch.setattr(start.sys, "version_info", (2, 7, 18))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 2\.7\.18"):
        start.main([])


def test_a_python_newer_than_those_tried_is_warned_of_and_goes_on(monkeypatch, capsys):
    monkeypatch.setattr(start.sys, "version_info", (3, 15, 0))
    monkeypatch.setattr(commands, "main", lambda arguments, usage: 7)
    assert start.main([]) == 7
    assert "3.15.0 is newer than those the course was tried with" in capsys.readouterr().err


def test_the_declared_pythons_are_those_of_start():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">={start.written(start.OLDEST)}"' in text


def test_the_launcher_needs_the_standard_library_only():
    code = (
        "import sys; sys.path = ['src'] + [p for p in sys.path if 'site-packages' not in p];"
        "from launcher import commands; from helpers import copies"
    )
    subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, check=True)


# Folders -------------------------------------------------------------------------------


def light_environment(folder: Path) -> None:
    """An environment that borrows what is installed here, instead of installing again."""
    venv.EnvBuilder(with_pip=False, symlinks=not places.WINDOWS).create(folder)
    packages = next(folder.rglob("site-packages"))
    borrowed = [path for path in site.getsitepackages() if "site-packages" in path]
    (packages / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")


def link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def stamped(environment: Path, kind: str = LEARNER) -> None:
    done = {kind: installing.fingerprint(kind)}
    (environment / installing.STAMP).write_text(json.dumps(done), encoding="utf-8")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that is set up, with the code that is tested here."""
    folder = tmp_path_factory.mktemp("somewhere") / "course"
    for part in PARTS:
        ignored = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    light_environment(folder / ".venv")
    shutil.copytree(Path(sys.prefix) / "share", folder / ".venv" / "share", copy_function=link)
    stamped(folder / ".venv")
    installing_there = "from launcher import installing, places as p;"
    installing_there += "installing.point_to_source(p.ROOT / '.venv')"
    subprocess.run([sys.executable, "-c", installing_there], cwd=folder, check=True)
    return folder


@pytest.fixture
def course(original: Path, tmp_path: Path) -> Path:
    """A copy of it with its environment, under a name with spaces, signs and Greek letters."""
    folder = tmp_path / "Το μάθημά μου & #1 é"
    shutil.copytree(original, folder, symlinks=True, copy_function=link)
    return folder


def started(course: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """What `start.py` says in a folder, without any network."""
    return subprocess.run(
        [sys.executable, "start.py", *arguments],
        cwd=course,
        env={**os.environ, **NOWHERE, "COURSE_FOLDER": "", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        timeout=120,
    )


def python_in(course: Path) -> Path:
    return Places(course, course / ".venv").python


def test_a_copied_and_renamed_folder_runs_its_own_code_without_a_network(course):
    asked = "import helpers; print(helpers.__file__)"
    run = subprocess.run(
        [str(python_in(course)), "-c", asked],
        cwd=course.parent,
        env={**places.surroundings(), "PYTHONPATH": ""},
        capture_output=True,
        encoding="utf-8",
    )
    assert Path(run.stdout.strip()) == course / "src" / "helpers" / "__init__.py", run.stderr
    run = started(course, "install")
    assert run.stdout == "The course is set up. Open it with: python start.py\n"
    assert run.returncode == 0


def test_the_memo_is_written_in_a_moved_folder(course, tmp_path):
    case = course / "data" / "companies" / "hotel.json"
    run = started(course, "memo", str(case), "-o", str(tmp_path / "memo.html"))
    assert run.returncode == 0, run.stdout
    assert "<html" in (tmp_path / "memo.html").read_text(encoding="utf-8")


def test_the_way_to_the_code_is_ascii_and_relative(course):
    file = next(course.rglob(installing.PATH_FILE))
    assert file.read_bytes().isascii()
    assert (file.parent / file.read_text()).resolve() == (course / "src").resolve()


def test_jupyter_and_pip_know_the_course_as_a_package(course):
    places_there = Places(course, course / ".venv")
    told = (
        "from importlib.metadata import distribution, entry_points as e;"
        "print(distribution('before-you-post').version,"
        "*sorted(x.name for x in e(group='nbconvert.exporters') if x.name.startswith('course')))"
    )
    said = subprocess.run([str(places_there.python), "-c", told], capture_output=True, text=True)
    assert said.stdout.split() == [helpers.__version__, "course", "course-slides"]
    inside = next(course.rglob("before_you_post-*.dist-info"))
    listed = {row.split(",")[0] for row in (inside / "RECORD").read_text().splitlines()}
    written = {path.relative_to(inside.parent).as_posix() for path in inside.iterdir()}
    assert listed == {installing.PATH_FILE, *written}


def test_an_update_takes_the_place_of_what_was_announced_but_not_of_pips(tmp_path):
    old = tmp_path / "before_you_post-0.0.1.dist-info"
    old.mkdir()
    (old / "INSTALLER").write_text(installing.ANNOUNCER)
    installing.announce(tmp_path)
    (new,) = tmp_path.glob("*.dist-info")
    assert new.name == f"before_you_post-{helpers.__version__}.dist-info"
    (new / "INSTALLER").write_text("pip\n")
    (new / "entry_points.txt").write_text("")
    installing.announce(tmp_path)
    assert (new / "entry_points.txt").read_text() == ""


def test_an_environment_outside_the_folder_finds_greek_code_by_an_ascii_line(tmp_path, monkeypatch):
    source = tmp_path / "κώδικας" / "src"
    source.mkdir(parents=True)
    (source / "found_it.py").write_text("")
    monkeypatch.setattr(installing, "SOURCE", source)
    own = Places(tmp_path, tmp_path / ".venv")
    venv.EnvBuilder(with_pip=False, symlinks=not places.WINDOWS).create(own.environment)
    installing.point_to_source(own.environment)
    assert next(own.environment.rglob(installing.PATH_FILE)).read_bytes().isascii()
    subprocess.run([str(own.python), "-c", "import found_it"], check=True)


def test_windows_is_told_of_a_path_too_long_before_anything_is_installed(monkeypatch):
    monkeypatch.setattr(installing, "WINDOWS", True)
    monkeypatch.setattr(installing, "long_paths", lambda: False)
    installing.check_length(Path("x" * (259 - installing.LONGEST_INSIDE)))
    with pytest.raises(Stop, match="too long for Windows"):
        installing.check_length(Path("x" * (260 - installing.LONGEST_INSIDE)))
    monkeypatch.setattr(installing, "long_paths", lambda: True)
    installing.check_length(Path("x" * 300))


def test_no_installed_path_is_longer_than_the_check_for_windows_says():
    base = Path(sys.prefix)
    longest = max(len(str(path.relative_to(base))) for path in base.rglob("*")) + 1
    assert longest <= installing.LONGEST_INSIDE


# Other programs' settings --------------------------------------------------------------


def test_settings_of_others_do_not_leak_in_and_those_of_the_network_stay(monkeypatch):
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_USER", "PIP_NO_INDEX"):
        monkeypatch.setenv(name, "/elsewhere")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "/elsewhere")
    monkeypatch.setenv("PIP_PROXY", "http://proxy")
    monkeypatch.setenv("HOME", "/home/of/somebody")
    found = places.surroundings()
    assert "/elsewhere" not in found.values()
    assert found["PYTHONPATH"] == str(ROOT / "src") and found["PIP_USER"] == "0"
    assert found["PIP_PROXY"] == "http://proxy" and found["HOME"] == "/home/of/somebody"
    monkeypatch.setenv("PIP_FIND_LINKS", "/packages")
    assert places.surroundings()["PIP_NO_INDEX"] == "/elsewhere"  # meant: a folder of packages


def hears_ctrl_c() -> None:
    """A shell lets what it runs in the background ignore Ctrl+C; nobody's terminal does."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def lab(course: Path, tmp_path: Path) -> Iterator[tuple[str, dict, subprocess.Popen]]:
    """A JupyterLab that `start.py` opened amid foreign settings: address, headers, process."""
    foreign = tmp_path / "foreign"
    (foreign / "helpers").mkdir(parents=True)
    (foreign / "helpers" / "__init__.py").write_text("raise SystemExit('the wrong helpers')")
    for name in ("jupyter_server_config.json", "jupyter_lab_config.json"):
        wrong = {"root_dir": str(foreign), "password": "x"}
        (foreign / name).write_text(json.dumps({"ServerApp": wrong, "PasswordIdentity": {}}))
    known = {"schema_version": 3, "name": "Bakery Lemoni", "own_tasks": {"why": "2026-11-23"}}
    (course / "my_company").mkdir()
    (course / "my_company" / "company.json").write_text(json.dumps(known), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(foreign), "JUPYTER_CONFIG_DIR": str(foreign)}
    process = subprocess.Popen(
        [sys.executable, "start.py", "--no-browser", "--ServerApp.port=0"],
        cwd=course,
        env={**environment, "JUPYTERLAB_WORKSPACES_DIR": str(foreign), "COURSE_FOLDER": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
        preexec_fn=None if places.WINDOWS else hears_ctrl_c,
    )
    address, lines = None, []
    for line in process.stdout:
        lines.append(line)
        if address := re.search(r"(http://127\S+?)(/doc\S+)\?token=(\w+)", line):
            break
    assert address, "".join(lines)
    rest = threading.Thread(target=process.stdout.read)
    rest.start()
    yield address[1], {"Authorization": f"token {address[3]}", "page": address[2]}, process
    process.terminate()
    process.wait(60)
    rest.join()
    process.stdout.close()


def test_the_course_opens_at_its_contents_amid_foreign_settings_and_ends_by_one_ctrl_c(lab, course):
    address, headers, process = lab

    def ask(path: str) -> bytes:
        request = urllib.request.Request(address + path, headers=headers)
        for _attempt in range(40):
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:
                    return answer.read()
            except ConnectionError:
                continue
            except urllib.error.URLError as error:
                if not isinstance(error.reason, ConnectionError):
                    raise
                threading.Event().wait(0.25)
        raise AssertionError("JupyterLab does not answer")

    assert headers["page"] == "/doc/tree/my_course/contents.ipynb"
    assert b"jupyter-config-data" in ask(headers["page"])
    names = {entry["name"] for entry in json.loads(ask("/api/contents/"))["content"]}
    assert {"my_course", "notebooks"} <= names
    news = json.loads(ask("/lab/api/settings/@jupyterlab/apputils-extension:notification"))
    assert news["schema"]["properties"]["fetchNews"]["default"] == "false"
    assert json.loads(ask("/lab/api/workspaces"))["workspaces"]["ids"] == []
    lesson = json.loads(ask("/api/contents/my_course/01_why.ipynb"))["content"]
    trusted = [c["metadata"]["trusted"] for c in lesson["cells"] if c["cell_type"] == "code"]
    assert trusted and all(trusted)
    # The first page tells the progress before its kernel has run, and is trusted with it.
    first = json.loads(ask("/api/contents/my_course/contents.ipynb"))["content"]
    (cell,) = [c for c in first["cells"] if c["id"] == "home"]
    assert cell["metadata"]["trusted"]
    assert "Bakery Lemoni" in cell["outputs"][0]["data"]["text/html"]
    assert "Go on with 01: Predict" in cell["outputs"][0]["data"]["text/html"]
    assert (course / "my_course" / "contents.ipynb").is_file()
    if not places.WINDOWS:
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(60) == 0


def test_a_jupyterlab_that_hangs_after_ctrl_c_is_ended(monkeypatch, tmp_path):
    class Hanging(subprocess.Popen):
        patience: ClassVar = []

        def wait(self, timeout: float | None = None) -> int:
            self.patience.append(timeout)
            if len(self.patience) == 1:
                raise KeyboardInterrupt
            return super().wait(timeout)

    monkeypatch.setattr(commands.subprocess, "Popen", Hanging)
    monkeypatch.setattr(commands, "GRACE", 0.01)
    endless = [sys.executable, "-c", "import time; time.sleep(600)"]
    assert commands.attend(endless, tmp_path, dict(os.environ)) == 0
    assert Hanging.patience[:2] == [None, 0.01]


# What stops a set-up -------------------------------------------------------------------


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch) -> Places:
    """A course that is not set up; what pip would do is left out."""
    mine = Places(tmp_path, tmp_path / ".venv")
    monkeypatch.setattr(installing, "check_room", lambda *_: None)
    monkeypatch.setattr(installing, "check_network", lambda *_: None)
    monkeypatch.setattr(installing, "_make", lambda mine: light_environment(mine.environment))
    monkeypatch.setattr(installing, "_run", lambda *_: None)
    monkeypatch.setattr(installing, "WORKS", "import helpers")
    monkeypatch.setattr(installing, "_pip_works", lambda *_: True)
    monkeypatch.setattr(installing, "_all_here", lambda *_: True)
    return mine


def test_without_a_network_a_set_up_says_so_and_not_that_packages_conflict(original, tmp_path):
    folder = tmp_path / "course"
    leave_out = shutil.ignore_patterns(".venv", "data", "notebooks")
    shutil.copytree(original, folder, ignore=leave_out, copy_function=link)
    run = started(folder, "install")
    assert run.returncode == 1
    assert "There is no connection to the package index" in run.stdout, run.stdout
    assert "conflict" not in run.stdout and "Traceback" not in run.stdout
    assert not (folder / ".venv" / installing.STAMP).exists()


def test_a_network_that_never_answers_is_not_waited_for(fresh, monkeypatch):
    monkeypatch.undo()

    def silent(command, **options):
        raise subprocess.TimeoutExpired(command, options["timeout"])

    monkeypatch.setattr(installing.subprocess, "run", silent)
    with pytest.raises(Stop, match="no connection to the package index"):
        installing.check_network(fresh, LEARNER)
    assert installing.PROBE_SECONDS < 10


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ERROR: Could not install: [Errno 28] No space left on device", "The disk is full"),
        ("OSError: [WinError 112] There is not enough space on the disk", "The disk is full"),
        ("ERROR: [Errno 13] Permission denied: '/x'", "you lack the permission"),
        ("ERROR: [WinError 5] Access is denied: 'x.pyd'", "another program has it open"),
        (
            "HINT: This error might have occurred since ... Long Path support",
            "too long for Windows",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError()'", "no connection"),
        ("ERROR: No matching distribution found for pyzmq", "does not exist for this Python"),
        ("Failed to establish a new connection: [Errno -2]\nNo matching distribution", "internet"),
        ("ReadTimeoutError: Read timed out.", "no connection"),
    ],
)
def test_each_cause_has_its_own_sentence(line, said):
    assert said in (console.cause(line.splitlines(), "/course/.venv", 700) or "")


def test_what_pip_says_about_anything_else_is_shown(fresh, capsys):
    with pytest.raises(Stop, match="last words of pip stand above"):
        installing._give_up(["ERROR: something nobody has seen"], fresh, LEARNER)
    assert "something nobody has seen" in capsys.readouterr().out


def test_a_full_disk_is_noticed_before_the_set_up(tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)._replace(free=100_000_000)
    monkeypatch.setattr(installing.shutil, "disk_usage", lambda folder: usage)
    with pytest.raises(Stop, match="The disk is full"):
        installing.check_room(tmp_path, installing.ROOM[LEARNER])


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "/course/x cannot be written"),
        (errno.EROFS, "/course/x cannot be written"),
        (errno.ENAMETOOLONG, "too long for Windows"),
        (errno.EIO, "The computer refused a step"),
    ],
)
def test_what_the_computer_refuses_is_one_sentence(monkeypatch, capsys, number, said):
    def refuse(arguments: list[str], usage: str) -> int:
        raise OSError(number, os.strerror(number), "/course/x")

    monkeypatch.setattr(commands, "run", refuse)
    assert commands.main([], "") == 1
    assert said in capsys.readouterr().out


def test_ctrl_c_during_the_set_up_is_a_sentence_and_the_next_start_goes_on(fresh, monkeypatch):
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(installing, "_run", interrupted)
    with pytest.raises(Stop, match="Nothing is lost"):
        installing.set_up(fresh)
    assert not installing.ready(fresh, LEARNER)
    monkeypatch.setattr(installing, "_run", lambda *_: None)
    installing.set_up(fresh)
    assert installing.ready(fresh, LEARNER)


def test_ctrl_c_ends_pip_too(fresh, monkeypatch):
    monkeypatch.undo()

    def interrupted(text: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(installing, "say", interrupted)
    monkeypatch.setattr(installing, "BEAT", -1)
    endless = "import time\nprint('Collecting x', flush=True)\ntime.sleep(600)"
    with pytest.raises(KeyboardInterrupt):
        installing._run([sys.executable, "-c", endless], fresh, LEARNER)


def test_a_second_start_waits_until_the_first_has_finished(tmp_path, monkeypatch):
    waiting, inside = threading.Event(), threading.Event()
    monkeypatch.setattr(places, "say", lambda text: waiting.set())

    def second() -> None:
        with places.alone(tmp_path):
            inside.set()

    thread = threading.Thread(target=second)
    with places.alone(tmp_path):
        thread.start()
        assert waiting.wait(30) and not inside.is_set()
    thread.join(30)
    assert inside.is_set()


def test_where_the_file_system_knows_no_locks_a_start_goes_on(tmp_path, monkeypatch):
    def unknown(*_arguments: object) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    module = "msvcrt.locking" if places.WINDOWS else "fcntl.flock"
    monkeypatch.setattr(module, unknown)
    with places.alone(tmp_path):
        pass


def test_another_python_keeps_the_environment_and_says_so(fresh, monkeypatch, capsys):
    installing.set_up(fresh)
    capsys.readouterr()
    monkeypatch.setattr(installing, "version", lambda: "3.99")
    monkeypatch.setattr(installing, "_make", lambda mine: pytest.fail("made anew"))
    installing.set_up(fresh)
    assert capsys.readouterr().out.startswith("This folder was set up with Python 3.")


def test_an_environment_whose_python_is_gone_is_made_anew(fresh, monkeypatch):
    installing.set_up(fresh)
    fresh.python.unlink()
    made = []
    monkeypatch.setattr(installing, "_make", lambda mine: made.append(mine) or 1 / 0)
    with pytest.raises(ZeroDivisionError):
        installing.set_up(fresh)
    assert made == [fresh]


def test_a_python_without_venv_and_pip_is_told_what_to_install(fresh, monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(installing.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Stop, match="sudo apt install python3-venv"):
        installing._make(fresh)


def test_packages_that_cannot_be_used_are_not_called_installed(fresh, monkeypatch, capsys):
    monkeypatch.setattr(installing, "WORKS", "import a_library_that_is_missing")
    with pytest.raises(Stop, match="installed but cannot be used"):
        installing.set_up(fresh)
    assert "a_library_that_is_missing" in capsys.readouterr().out
    assert not installing.ready(fresh, LEARNER)


def test_pins_that_change_are_installed_again_and_a_move_is_no_change(tmp_path, monkeypatch):
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    here = installing.fingerprint(LEARNER)
    assert here != installing.fingerprint(TEST)
    monkeypatch.setattr(installing, "ROOT", tmp_path)
    assert installing.fingerprint(LEARNER) == here
    with (tmp_path / "constraints.txt").open("a") as pins:
        pins.write("other==1\n")
    assert installing.fingerprint(LEARNER) != here


def test_developers_keep_what_learners_have(fresh):
    installing.set_up(fresh, TEST)
    assert installing.ready(fresh, TEST) and installing.ready(fresh, LEARNER)
    assert set(installing.requirements(LEARNER)) < set(installing.requirements(TEST))


# Class computers -----------------------------------------------------------------------


@pytest.fixture
def read_only(tmp_path: Path, monkeypatch) -> Path:
    """The course folder cannot be written; the folder of the user's own that stands in."""
    own = tmp_path / "home of a student" / "before-you-post"
    real = places.writable
    monkeypatch.setattr(places, "writable", lambda folder: folder != ROOT and real(folder))
    monkeypatch.setattr(installing, "writable", places.writable)
    monkeypatch.setattr(places, "personal", lambda: own)
    return own


def test_in_a_read_only_class_folder_work_goes_to_the_user_s_own(read_only, monkeypatch, capsys):
    monkeypatch.setattr(installing, "ready", lambda mine, kind: True)
    monkeypatch.delenv("COURSE_FOLDER")
    mine = commands.find()
    assert str(read_only) in capsys.readouterr().out
    assert mine == Places(read_only, ROOT / ".venv")
    installing.set_up(mine)
    commands.renewed(mine)
    assert (read_only / "my_course" / "contents.ipynb").is_file()
    found = places.jupyter(mine, read_only / "session")
    assert found["COURSE_FOLDER"] == str(read_only / "my_company")
    monkeypatch.setenv("COURSE_FOLDER", found["COURSE_FOLDER"])
    assert context._from_environment().folder == read_only / "my_company"


def test_in_a_read_only_folder_that_is_not_set_up_the_user_gets_an_environment(
    read_only, monkeypatch
):
    monkeypatch.setattr(installing, "ready", lambda mine, kind: False)
    assert commands.find().environment == read_only / ".venv"


def test_no_permission_anywhere_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(installing, "writable", lambda folder: False)
    with pytest.raises(Stop, match="cannot be written: you lack the permission"):
        installing.set_up(Places(tmp_path, tmp_path / ".venv"))


def test_a_folder_that_refuses_files_is_known_by_trying(tmp_path, monkeypatch):
    assert places.writable(tmp_path)

    def refuse(number: int):
        def make(**_options: object) -> None:
            raise OSError(number, os.strerror(number))

        return make

    monkeypatch.setattr(places.tempfile, "TemporaryFile", refuse(errno.EROFS))
    assert not places.writable(tmp_path)
    monkeypatch.setattr(places.tempfile, "TemporaryFile", refuse(errno.ENOSPC))
    with pytest.raises(OSError, match="space"):
        places.writable(tmp_path)


# Consoles and commands -----------------------------------------------------------------


def test_consoles_without_our_signs_do_not_stop_it(course):
    for path in (course / "launcher").glob("*.py"):
        assert path.read_text(encoding="utf-8").isascii(), path.name
    run = started(course, "πάμε", PYTHONIOENCODING="ascii")
    assert run.returncode == 2
    assert "There is no command '????'" in run.stdout and "start.py test" in run.stdout


def test_help_names_every_command(capsys):
    assert commands.main(["--help"], start.__doc__) == 0
    said = capsys.readouterr().out
    assert all(f"python start.py {name} " in said for name in commands.COMMANDS)


@pytest.fixture
def asked(monkeypatch) -> list[list[str]]:
    """The commands that would be run."""
    found = []
    monkeypatch.setattr(installing, "set_up", lambda mine, kind=LEARNER: None)
    monkeypatch.setattr(commands, "attend", lambda command, *_: found.append(command) or 0)
    return found


def test_test_runs_no_benchmark_and_bench_nothing_else(asked):
    assert commands.main(["test"], "") == commands.main(["bench"], "") == 0
    assert not any("bench" in Path(word).name for word in asked[0][1:])
    assert asked[1][1:4] == ["-m", "pytest", "benchmarks"] and (ROOT / "benchmarks").is_dir()
    commands.main(["test", "-k", "fit"], "")
    assert asked[2][1:] == ["-m", "pytest", "-k", "fit"]


def test_a_trainer_without_a_command_of_the_course_has_start(asked, monkeypatch):
    run = subprocess.CompletedProcess([], 0)
    monkeypatch.setattr(
        commands.subprocess, "run", lambda command, **_: asked.append(command) or run
    )
    commands.main(["check", "acme"], "")
    commands.main(["pack", "zip", "acme"], "")
    assert [command[1:] for command in asked] == [
        ["-m", "helpers", "check", "acme"],
        ["-m", "helpers", "pack", "zip", "acme"],
    ]


def test_nothing_is_started_by_a_script_that_holds_a_path(asked, monkeypatch, tmp_path):
    monkeypatch.setattr(commands, "find", lambda *_: Places(tmp_path, tmp_path / ".venv"))
    monkeypatch.setattr(commands.subprocess, "run", lambda *_, **__: None)
    commands.main(["--no-browser"], "")
    command = asked[0]
    assert command[:3] == [str(python_in(tmp_path)), "-m", "jupyterlab"]
    assert command[-1] == "--no-browser"
