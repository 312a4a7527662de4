"""Where things lie, what the programs that are started may know, and who goes first."""

import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from launcher.console import say

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
WINDOWS = os.name == "nt"

FOREIGN = ("PYTHON", "PIP_", "JUPYTER", "IPYTHON", "VIRTUAL_ENV")
REACH = {
    "PIP_CACHE_DIR",
    "PIP_CERT",
    "PIP_CLIENT_CERT",
    "PIP_CONFIG_FILE",
    "PIP_EXTRA_INDEX_URL",
    "PIP_FIND_LINKS",
    "PIP_INDEX_URL",
    "PIP_KEYRING_PROVIDER",
    "PIP_PROXY",
    "PIP_TRUSTED_HOST",
}
"""Settings of pip that say how this computer reaches packages; all others are left out."""


@dataclass(frozen=True)
class Places:
    """The folder of what the learner makes, and the environment that runs the course.

    ``home`` is the course folder; where that cannot be written (a class computer), a
    folder of the user's own.
    """

    home: Path
    environment: Path

    @property
    def python(self) -> Path:
        return self.environment / ("Scripts/python.exe" if WINDOWS else "bin/python")

    @property
    def course(self) -> Path:
        """The learner's copies of the lessons."""
        return self.home / "my_course"

    @property
    def company(self) -> Path:
        """The learner's answers."""
        return self.home / "my_company"

    @property
    def state(self) -> Path:
        """Settings of JupyterLab and the lock."""
        return self.home / ".course"


def writable(folder: Path) -> bool:
    """Whether files can be made in a folder; permission bits do not tell on every system."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return False
        raise


def personal() -> Path:
    """The folder of the user's own that stands in for a course folder nobody may write."""
    return Path.home() / "before-you-post"


@contextmanager
def alone(state: Path) -> Iterator[None]:
    """Nobody else sets this folder up or makes copies in it meanwhile.

    The system frees the lock when a start ends, however it ends.
    """
    state.mkdir(parents=True, exist_ok=True)
    with (state / "lock").open("a+b") as handle:
        told = False
        while not _taken(handle):
            if not told:
                say("Another start is at work in this folder. Waiting until it has finished ...")
                told = True
            time.sleep(0.3)
        yield


def _taken(handle: IO[bytes]) -> bool:
    """Whether the lock is ours now; where the file system knows no locks, it is."""
    try:
        if WINDOWS:
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def surroundings() -> dict[str, str]:
    """The environment for what is started: this folder's code, and nobody else's settings.

    A foreign PYTHONPATH may hold another `helpers`, settings of pip may send packages
    elsewhere, those of Jupyter may open another folder or ask for a password.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in REACH or not name.startswith(FOREIGN)
    }
    if os.environ.get("PIP_NO_INDEX") and os.environ.get("PIP_FIND_LINKS"):
        kept["PIP_NO_INDEX"] = os.environ["PIP_NO_INDEX"]  # a folder of packages, no network
    return {
        **kept,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_USER": "0",
        "PYTHONNOUSERSITE": "1",
        "PYTHONPATH": str(SOURCE),
        "PYTHONUTF8": "1",
    }


def jupyter(places: Places, folder: Path) -> dict[str, str]:
    """What keeps Jupyter to itself: nothing is read from or left in the user's own folders.

    Everything but the learner's settings (theme, size of letters) lies in ``folder`` and
    ends with the session; so an old workspace cannot come back.
    """
    return {
        **surroundings(),
        "COURSE_FOLDER": os.environ.get("COURSE_FOLDER") or str(places.company),
        **_pack(places),
        "IPYTHONDIR": str(folder / "ipython"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(places.state / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
    }


def _pack(places: Places) -> dict[str, str]:
    """Where packs lie, if not in the course folder: nobody can write there, and it holds none."""
    if "COURSE_PACK" in os.environ or places.home == ROOT or (ROOT / "pack").is_dir():
        return {}
    return {"COURSE_PACK": str(places.home / "pack")}


def version() -> str:
    """The running Python, such as 3.12."""
    return ".".join(map(str, sys.version_info[:2]))
