"""A real JupyterHub on this computer: started, looked at, ended; no containers, no Node."""

import contextlib
import importlib.util
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from helpers import context

CONFIG = context.CHECKOUT / "deploy" / "hub" / "local" / "jupyterhub_config.py"
NEEDED = ("jupyterhub", "configurable_http_proxy", "aiohttp")
START_SECONDS = 90


def missing() -> str:
    """What stands in the way of a Hub here, in a sentence; '' for nothing."""
    if os.name == "nt":
        return "JupyterHub does not run on Windows"
    lacking = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    return f"{', '.join(lacking)} missing: install requirements-test.txt" if lacking else ""


@dataclass(frozen=True)
class Hub:
    """A running Hub; ``folder`` holds the learners' homes and what they handed in."""

    address: str
    folder: Path
    process: subprocess.Popen | None

    def home(self, learner: str) -> Path:
        return self.folder / "homes" / learner

    @property
    def hand_ins(self) -> Path:
        return self.folder / "hand_in"

    def servers(self) -> dict[str, psutil.Process]:
        """The server of each learner that has one now."""
        found = {}
        for process in psutil.Process(self.process.pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                if any(word.endswith("serve.py") for word in process.cmdline()):
                    found[process.environ()["JUPYTERHUB_USER"]] = process
        return found

    def kernels(self, learner: str) -> list[psutil.Process]:
        """The kernels of a learner."""
        server = self.servers().get(learner)
        found = []
        for process in server.children(recursive=True) if server else ():
            with contextlib.suppress(psutil.Error):
                if any("ipykernel" in word for word in process.cmdline()):
                    found.append(process)
        return found

    def memory(self) -> dict[str, dict[str, float]]:
        """Megabytes of each learner: server, kernels. Shared pages count for each in part."""
        found = {}
        for learner, server in self.servers().items():
            inner = server.children(recursive=True)
            found[learner] = {
                "server": _megabytes(server),
                "kernels": sum(map(_megabytes, inner)),
            }
        return found

    def processor(self) -> dict[str, float]:
        """Processor seconds of each learner so far: the server and the kernels that live."""
        found = {}
        for learner, server in self.servers().items():
            found[learner] = sum(map(_seconds, (server, *server.children(recursive=True))))
        return found

    def own_memory(self) -> float:
        """Megabytes of the Hub and its proxy."""
        hub = psutil.Process(self.process.pid)
        learners = {server.pid for server in self.servers().values()}
        others = (one for one in hub.children() if one.pid not in learners)
        return sum(map(_megabytes, (hub, *others)))

    def home_sizes(self) -> list[float]:
        """Megabytes on disk of each learner's home."""
        homes = (self.folder / "homes").iterdir()
        return [
            sum(path.stat().st_size for path in home.rglob("*") if path.is_file()) / 1e6
            for home in homes
        ]


def _seconds(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.Error:
        return 0.0
    return times.user + times.system


def _megabytes(process: psutil.Process) -> float:
    try:
        full = process.memory_full_info()
    except psutil.Error:
        return 0.0
    return getattr(full, "pss", full.uss) / 1e6


def free_ports(count: int) -> int:
    """The first of some ports in a row that nobody uses."""
    for first in range(20_000 + os.getpid() % 10_000, 60_000, count):
        with contextlib.ExitStack() as stack:
            try:
                for port in range(first, first + count):
                    stack.enter_context(socket.socket()).bind(("127.0.0.1", port))
            except OSError:
                continue
            return first
    raise RuntimeError("no free ports")


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Hub]:
    """A Hub whose every file lies in ``folder``; all that it started ends with it."""
    port = free_ports(3)
    for inner in ("homes", "hand_in"):
        (folder / inner).mkdir(parents=True, exist_ok=True)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("COURSE_", "JUPYTER", "IPYTHON", "PYTEST"))
    }
    environment = {**kept, "HUB_FOLDER": str(folder), "HUB_PORT": str(port)}
    environment["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), kept.get("PATH", "")))
    command = [sys.executable, "-m", "jupyterhub", "-f", str(CONFIG)]
    with (folder / "hub.log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        hub = Hub(f"http://127.0.0.1:{port}", folder, process)
        try:
            _wait_for(f"{hub.address}/hub/health", process)
            yield hub
        finally:
            _end(process)


def _wait_for(address: str, process: subprocess.Popen) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError("the Hub ended at once; see hub.log")
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the Hub did not answer; see hub.log")


def _end(process: subprocess.Popen) -> None:
    """End the Hub, which ends its servers; what is left of them is ended by its id."""
    with contextlib.suppress(psutil.Error):
        inner = psutil.Process(process.pid).children(recursive=True)
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(15)
        for one in inner:
            with contextlib.suppress(psutil.Error):
                one.kill()
    if process.poll() is None:
        process.kill()
        process.wait()
