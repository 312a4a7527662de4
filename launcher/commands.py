"""The commands of `start.py`."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from launcher import console, installing, places
from launcher.console import Stop, say
from launcher.installing import LEARNER, SITE, TEST
from launcher.places import ROOT, SOURCE, Places

CONTENTS = "my_course/contents.ipynb"
TELL = """
import sys
from pathlib import Path
from helpers.lessons.contents import tell_progress
tell_progress(Path(sys.argv[1]))
"""
SETTINGS = ROOT / "launcher" / "settings"
NOTEBOOKS = ROOT / "notebooks"
PACK = "--pack"
GRACE = 15
"""Seconds that a program has to end after Ctrl+C."""

EXTENSIONS = {"jupyterlab": True, "jupyter_lsp": True, "jupyter_server_terminals": True}
"""Named, since their configuration is not read: it lies beside that of other programs."""


def main(arguments: list[str], usage: str) -> int:
    """Run a command; what goes wrong is said in a sentence."""
    console.prepare()
    try:
        return run(arguments, usage)
    except Stop as stop:
        say(stop)
    except KeyboardInterrupt:
        say(console.STOPPED)
    except OSError as error:
        say(console.refused(error, installing.ROOM[LEARNER]))
    return 1


def run(arguments: list[str], usage: str) -> int:
    """Find the command that was asked for and carry it out."""
    name = arguments[0] if arguments else ""
    if name in ("-h", "--help", "help"):
        say(usage)
        return 0
    if not name or name.startswith("-"):
        return open_course(arguments)
    if name not in COMMANDS:
        say(f"There is no command '{name}'. These there are:\n\n{usage}")
        return 2
    return COMMANDS[name](arguments[1:])


def find(kind: str = LEARNER) -> Places:
    """Where this start works: in the course folder, or in the user's own where it must."""
    here = Places(ROOT, ROOT / ".venv")
    if places.writable(ROOT):
        return here
    own = places.personal()
    own.mkdir(parents=True, exist_ok=True)
    say(f"The course folder cannot be written here, so your work is kept in {own}.")
    return Places(own, here.environment if installing.ready(here, kind) else own / ".venv")


def install(arguments: list[str]) -> int:
    """Only set up."""
    installing.set_up(find())
    say("The course is set up. Open it with: python start.py")
    return 0


def renewed(mine: Places) -> list[Path]:
    """The learner's copies of the lessons, brought up to date."""
    # Only now: the course's own way of making copies, which `course open` has too.
    sys.path.insert(0, str(SOURCE))
    from helpers import copies

    with places.alone(mine.state):
        return copies.renew(NOTEBOOKS, mine.course, say)


def with_pack(arguments: list[str], home: Path) -> list[str]:
    """Put the pack of ``--pack ADDRESS-OR-FILE`` in its place; the other arguments are left."""
    if PACK not in arguments:
        return arguments
    place = arguments.index(PACK)
    named = arguments[place + 1 : place + 2]
    if not named:
        raise Stop(f"Say which pack: {PACK} and a ZIP file, or an address that begins https://.")
    sys.path.insert(0, str(SOURCE))
    from helpers import pack_zip

    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            put = pack_zip.unpack(pack_zip.fetch(named[0], Path(folder)), home)
    except pack_zip.PackError as error:
        raise Stop(str(error)) from error
    say(f"The pack is in {put}. The lessons use it from now on.")
    return [*arguments[:place], *arguments[place + 2 :]]


def take_dropped(mine: Places) -> None:
    """Unpack the pack that was put as a ZIP into the course folder, if there is one."""
    sys.path.insert(0, str(SOURCE))
    from helpers import pack_zip

    for one in pack_zip.take_dropped(mine.home, mine.course):
        if one.problem:
            say(f"{one.file} is left as it is: {one.problem}")
        else:
            say(f"The pack in {one.file} is unpacked. The lessons use it from now on.")


def open_course(arguments: list[str]) -> int:
    """Set up, bring the copies up to date and open them in JupyterLab."""
    mine = find()
    arguments = with_pack(arguments, mine.home)
    take_dropped(mine)
    installing.set_up(mine)
    copies = renewed(mine)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        environment = places.jupyter(mine, Path(folder))
        # The first page tells what was saved since it was opened last.
        told = [str(mine.python), "-c", TELL, str(mine.home / CONTENTS)]
        subprocess.run(told, cwd=mine.home, env=environment, capture_output=True)
        # Signed, so that their start button works at once.
        names = [str(path.relative_to(mine.home)) for path in copies]
        trust = [str(mine.python), "-m", "nbformat.sign", *names]
        subprocess.run(trust, cwd=mine.home, env=environment, capture_output=True)
        say("Opening the course in your browser. To end it, press Ctrl+C here.")
        return attend([*lab(mine), *arguments], mine.home, environment)


def lab(mine: Places) -> list[str]:
    """The command that opens the contents: one document at a time, no list of files."""
    command = [str(mine.python), "-m", "jupyterlab", "--ServerApp.answer_yes=True"]
    command.append(f"--LabApp.default_url=/doc/tree/{CONTENTS}")
    command.append(f"--LabApp.app_settings_dir={SETTINGS}")
    command.append(f"--ServerApp.jpserver_extensions={EXTENSIONS}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # as in a container, where there is nobody else
    return command


def attend(command: list[str], folder: Path, environment: dict[str, str]) -> int:
    """Run a program to its end. Ctrl+C reaches it by itself; it may then end in its own time.

    But not for ever: JupyterLab can hang at the very end, when all is saved and its
    kernels are gone, on a thread that nobody wakes any more.
    """
    patience = None
    with subprocess.Popen(command, cwd=folder, env=environment) as process:

        def end(*_signal: object) -> None:
            process.terminate()
            raise KeyboardInterrupt

        before = signal.signal(signal.SIGTERM, end)
        try:
            while True:
                try:
                    return process.wait(patience)
                except KeyboardInterrupt:
                    patience = GRACE
                except subprocess.TimeoutExpired:
                    process.kill()
                    return 0
        finally:
            signal.signal(signal.SIGTERM, before)


def course(name: str, arguments: list[str], kind: str = LEARNER) -> int:
    """A command of the course itself; paths count from where it is typed."""
    mine = find(kind)
    installing.set_up(mine, kind)
    command = [str(mine.python), "-m", "helpers", name, *arguments]
    return subprocess.run(command, env=places.surroundings()).returncode


def export(arguments: list[str]) -> int:
    """Write lessons as pages or slides."""
    return course("export", arguments)


def memo(arguments: list[str]) -> int:
    """Write a memo."""
    return course("memo", arguments)


def pack(arguments: list[str]) -> int:
    """Begin a trainer's pack, see what it changes, zip it."""
    return course("pack", arguments)


def site(arguments: list[str]) -> int:
    """Build the web edition."""
    return course("site", arguments, SITE)


def check(arguments: list[str]) -> int:
    """Tell all that is wrong with a trainer's pack."""
    return course("check", arguments)


def pytest(*arguments: str) -> int:
    """Set up for developers and run tests."""
    mine = find(TEST)
    installing.set_up(mine, TEST)
    command = [str(mine.python), "-m", "pytest", *arguments]
    return attend(command, ROOT, places.surroundings())


def test(arguments: list[str]) -> int:
    """All tests on two cores, or what the arguments say. A notebook stays with one worker."""
    return pytest(*(arguments or ("-n", "2", "--dist", "loadfile")))


def bench(arguments: list[str]) -> int:
    """How fast a control answers, as ratios; nothing else may run beside it."""
    return pytest("benchmarks", "-s", *arguments)


COMMANDS = {
    "bench": bench,
    "check": check,
    "export": export,
    "install": install,
    "memo": memo,
    "pack": pack,
    "site": site,
    "test": test,
}
