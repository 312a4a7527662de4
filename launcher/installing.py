"""The environment `.venv`: made once, kept when it still works, filled by pip.

It moves with its folder. Nothing in it is started by its scripts, which hold the path
where they were made; and the way to `src` is written relative to itself.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import time
import tomllib
import venv
from pathlib import Path

from launcher import console
from launcher.console import Stop, say
from launcher.places import ROOT, SOURCE, WINDOWS, Places, alone, surroundings, version, writable

LEARNER, TEST, SITE = "learner", "test", "site"
EXTRAS = {LEARNER: "desktop", TEST: "test", SITE: "desktop,site"}
"""For each kind the extra of pyproject.toml that holds it."""
ROOM = {LEARNER: 700, TEST: 1200, SITE: 1000}
"""Megabytes that have to be free: what is installed, and some for unpacking."""

STAMP = "before-you-post.stamp"
PATH_FILE = "_editable_impl_before_you_post.pth"
"""The name that pip gives it for `pip install -e .`, so that there is only one."""
ANNOUNCER = "start.py"
"""Who put the course into an environment, where packages say that."""

LONGEST_INSIDE = 170
"""No path within `.venv` is longer; Windows takes 259 signs in all."""

PROBE_SECONDS = 6
PROBE = ("--retries", "1", "--timeout", "3")
"""One more try, since only then pip names the reason; else it says "conflicting dependencies"."""
PATIENCE = ("--retries", "2", "--timeout", "15")
BEAT = 5
"""Seconds after which a sign of life is due."""
WORKS = "import babel, jupyterlab, matplotlib, pandas, zmq"


def requirements(kind: str) -> list[str]:
    """What is to be installed, as pyproject.toml declares it: all that a desktop can use."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [f"{project['name']}[{EXTRAS[kind]}]"]
    found = dict.fromkeys(project["dependencies"])
    for line in wanted:  # grows: an extra may name further ones
        if itself := re.fullmatch(rf"{re.escape(project['name'])}\[([a-z,]+)\]", line):
            for extra in itself[1].split(","):
                wanted += project["optional-dependencies"][extra]
        else:
            found[line] = None
    return list(found)


def fingerprint(kind: str) -> str:
    """What is to be installed, in short. No path: an environment may move."""
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").split("\n")
    return hashlib.sha256("\n".join([*sorted(requirements(kind)), *pins]).encode()).hexdigest()


def stamps(environment: Path) -> dict[str, str]:
    """What was installed already, by kind."""
    try:
        found = json.loads((environment / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def python_of(places: Places) -> str | None:
    """The version of the environment's Python, such as 3.12; None if it cannot run."""
    command = [str(places.python), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, env=surroundings())
    except OSError:
        return None
    found = run.stdout.strip()
    known = re.fullmatch(r"3\.(\d+)", found)
    return found if known and int(known[1]) >= 11 else None


def ready(places: Places, kind: str) -> bool:
    """Whether everything is installed and can run."""
    return stamps(places.environment).get(kind) == fingerprint(kind) and bool(python_of(places))


def set_up(places: Places, kind: str = LEARNER) -> None:
    """Make the environment and install, unless that is done already.

    Raises Stop, with a sentence, where that cannot be.
    """
    if not writable(places.environment.parent):
        if ready(places, kind):
            return
        raise Stop(console.sentence(console.NOT_WRITABLE, places.environment.parent, ROOM[kind]))
    with alone(places.state):
        found = python_of(places)
        if found and found != version():
            say(f"This folder was set up with Python {found}. It goes on with that one.")
        if not (found and stamps(places.environment).get(kind) == fingerprint(kind)):
            _install_all(places, kind, found)
        point_to_source(places.environment)


def _install_all(places: Places, kind: str, found: str | None) -> None:
    say("Setting the course up. This happens once and takes one to three minutes.")
    check_length(places.environment)
    check_room(places.environment.parent, ROOM[kind])
    try:
        wanted = requirements(kind)
        if not found:
            _make(places)
        elif not _pip_works(places):
            _run([str(places.python), "-m", "ensurepip"], places, kind)
        say("Step 2 of 2: installing what the lessons need")
        if not found or not _all_here(places, wanted):
            check_network(places, kind)
        _run(pip(places, "install", *PATIENCE, *wanted), places, kind)
    except KeyboardInterrupt:
        raise Stop(console.STOPPED) from None
    point_to_source(places.environment)
    check = subprocess.run(
        [str(places.python), "-c", WORKS], capture_output=True, text=True, env=surroundings()
    )
    if check.returncode:
        say("\n".join(check.stderr.splitlines()[-5:]))
        raise Stop(
            "The packages were installed but cannot be used; the reason stands above. Delete "
            "the folder .venv and run the same command again."
        )
    done = json.dumps({LEARNER: fingerprint(LEARNER), kind: fingerprint(kind)})
    (places.environment / STAMP).write_text(done, encoding="utf-8")
    say("Done.")


def check_length(environment: Path) -> None:
    """Raises Stop where Windows could not hold the paths of what is to be installed."""
    if WINDOWS and len(str(environment)) + LONGEST_INSIDE > 259 and not long_paths():
        raise Stop(console.TOO_LONG)


def long_paths() -> bool:
    """Whether this Windows was told to take paths of any length."""
    import winreg

    try:
        key = winreg.OpenKey(
            winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem"
        )
        return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False


def check_room(folder: Path, room: int) -> None:
    """Raises Stop where the disk is too full for the set-up."""
    if shutil.disk_usage(folder).free < room * 1_000_000:
        raise Stop(console.sentence(console.DISK_FULL, folder, room))


def _make(places: Places) -> None:
    """A new environment, in place of one that cannot run."""
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop(console.NO_PIP)
    if places.environment.exists():
        say("The folder .venv does not work here: it is of another computer, or not finished.")
        say("It is made anew.")
    say("Step 1 of 2: making a place of its own for the course (.venv)")
    try:
        builder = venv.EnvBuilder(with_pip=True, clear=True, symlinks=not WINDOWS)
        builder.create(places.environment)
    except subprocess.CalledProcessError as error:
        lines = str(error.output or "").splitlines()
        place = places.environment
        raise Stop(console.cause(lines, place, ROOM[LEARNER]) or console.NO_PIP) from None


def _pip_works(places: Places) -> bool:
    command = [str(places.python), "-m", "pip", "--version"]
    return not subprocess.run(command, capture_output=True, env=surroundings()).returncode


def pip(places: Places, *arguments: str) -> list[str]:
    """A command of the environment's pip. Ready-made packages only: nobody has a compiler."""
    pins = ["--only-binary", ":all:", "-c", str(ROOT / "constraints.txt")]
    first, *others = arguments
    return [str(places.python), "-m", "pip", first, "--progress-bar", "off", *pins, *others]


def check_network(places: Places, kind: str) -> None:
    """Raises Stop, before ten seconds are over, where no package can be reached.

    Asked of pip itself, since only it knows by which way this computer reaches packages.
    """
    first = "jupyterlab"
    command = pip(places, "install", *PROBE, "--dry-run", "--no-deps", "--ignore-installed", first)
    try:
        run = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=PROBE_SECONDS,
            env=surroundings(),
        )
    except subprocess.TimeoutExpired:
        raise Stop(console.NO_NETWORK) from None
    if run.returncode:
        _give_up(run.stdout.splitlines(), places, kind)


def _all_here(places: Places, wanted: list[str]) -> bool:
    """Whether pip finds nothing left to do; asked without any network."""
    nowhere = ("--dry-run", "--no-index", "--find-links", str(places.environment))
    command = pip(places, "install", *nowhere, *wanted)
    return not subprocess.run(command, capture_output=True, env=surroundings()).returncode


def _run(command: list[str], places: Places, kind: str) -> None:
    """Run pip, tell how far it is, and say in one sentence why it stopped."""
    lines, seen, told = [], 0, time.monotonic()
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=surroundings(),
    ) as process:
        try:
            for line in process.stdout:
                lines.append(line.rstrip())
                seen += line.startswith("Collecting ")
                if time.monotonic() - told > BEAT:
                    unpacking = line.startswith("Installing collected")
                    say("  unpacking ..." if unpacking else f"  {seen} packages so far ...")
                    told = time.monotonic()
        except BaseException:
            process.terminate()
            raise
    if process.returncode:
        _give_up(lines, places, kind)


def _give_up(lines: list[str], places: Places, kind: str) -> None:
    known = console.cause(lines, places.environment, ROOM[kind])
    if not known:
        say("\n".join(lines[-15:]))
    raise Stop(known or console.UNKNOWN)


def point_to_source(environment: Path) -> None:
    """Let the environment find this folder's code, wherever the folder is moved.

    Python on Windows reads this file in the language of the system, so it is ASCII.
    """
    packages = environment / "Lib" / "site-packages"
    if not WINDOWS:
        packages = next(environment.glob("lib/python3*/site-packages"))
    line = os.path.relpath(SOURCE, packages) if environment.parent == ROOT else ""
    if not line.isascii() or not line:
        line = f"import sys; sys.path.append({str(SOURCE)!a})"
    file = packages / PATH_FILE
    if not file.is_file() or file.read_bytes() != line.encode():
        file.write_bytes(line.encode())
    announce(packages)


def _installer(folder: Path) -> str:
    """Who wrote what is known of a package; nothing where that was broken off."""
    file = folder / "INSTALLER"
    return file.read_text(encoding="utf-8").strip() if file.is_file() else ""


def announce(packages: Path) -> None:
    """Tell Jupyter, in the place where it looks, which kinds of export the course offers.

    It is written as pip would write it, with a list of the files, so that a later
    `pip install -e .` can take its place; what pip itself has written stays.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = list(packages.glob("before_you_post-*.dist-info"))
    if any(_installer(folder) not in (ANNOUNCER, "") for folder in found):
        return
    code = (ROOT / "src" / "helpers" / "__init__.py").read_text(encoding="utf-8")
    number = re.search(r'__version__ = "([^"]+)"', code)[1]
    offers = "".join(
        f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in offered.items())
        for group, offered in project["entry-points"].items()
    )
    folder = packages / f"before_you_post-{number}.dist-info"
    texts = {
        "METADATA": f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {number}\n",
        "INSTALLER": ANNOUNCER,
        "entry_points.txt": offers,
    }
    rows = [f"{folder.name}/{name},," for name in (*texts, "RECORD")]
    texts["RECORD"] = "\n".join([f"{PATH_FILE},,", *rows, ""])
    for old in found:
        if old != folder:
            shutil.rmtree(old)
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text:
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
