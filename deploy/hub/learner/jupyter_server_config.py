"""The server of each learner of a class: copies of the lessons, one lesson awake, an early night.

Jupyter reads this file from its configuration folder, `etc/jupyter` beside the Python that runs
the lessons. The Hub's settings decide who may come and how much memory there is; this file
decides what a learner finds.
"""

import contextlib
import ctypes
import gc
import os
import subprocess
import sys
from pathlib import Path

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

HERE = Path(__file__).resolve().parent
HOME = Path.home()
COURSE = HOME / "my_course"
MINUTES_AWAKE = 20
"""How long a lesson that nobody looks at keeps its kernel."""
MINUTES_OPEN = 60
"""How long a server without kernels and visitors stays."""

# Kernels inherit these. What the Hub says already stands.
os.environ.setdefault("COURSE_FOLDER", str(HOME / "my_company"))
# Linux's C library would else keep for later what a kernel has given back: 3 MB a learner.
for threshold in ("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"):
    os.environ.setdefault(threshold, str(128 * 1024))
# Kernels without a debugger: less to load, less to hold.
os.environ["JUPYTER_PATH"] = os.pathsep.join((str(HERE), os.environ.get("JUPYTER_PATH", "")))


def give_back() -> None:
    """Return to the system what reading a notebook took; only Linux's C library can."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


class OneLesson(AsyncMappingKernelManager):
    """Whoever starts a lesson has left the one before: the kernel that nobody looks at ends.

    Answers are in the company file, so nothing is lost; a lesson that is open in another tab
    has a visitor, and stays.
    """

    async def _async_start_kernel(self, **how: object) -> str:
        for kernel in list(self.list_kernel_ids()):
            left = kernel != how.get("kernel_id") and not self._kernel_connections.get(kernel)
            if left and self._kernels[kernel].execution_state == "idle":
                self.log.info("Nobody looks at kernel %s any more: it ends.", kernel)
                await self.shutdown_kernel(kernel)
        give_back()
        return await super()._async_start_kernel(**how)

    start_kernel = _async_start_kernel


COPY = """
import sys
from pathlib import Path
import nbformat
from nbformat.sign import NotebookNotary
from helpers import context, copies
folder = Path(sys.argv[1])
before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.ipynb")}
for path in copies.renew(context.NOTEBOOKS, folder):
    if before.get(path) != path.stat().st_mtime_ns:
        NotebookNotary().sign(nbformat.read(path, as_version=4))
"""
"""The lessons as the learner's own copies, signed, so that their start button works at once."""


def make_copies() -> None:
    """In a Python of its own, whose memory is free again; what goes wrong is in the log.

    A full disk must not keep a learner out.
    """
    subprocess.run([sys.executable, "-c", COPY, str(COURSE)], check=False)


make_copies()

c = get_config()  # noqa: F821 - whoever reads this file provides it
c.ServerApp.root_dir = str(HOME)
c.ServerApp.kernel_manager_class = OneLesson
c.ServerApp.terminals_enabled = False
if os.name != "nt":
    c.KernelManager.transport = "ipc"  # no ports, for which a class would race
c.KernelSpecManager.ensure_native_kernel = False
c.LabApp.extension_manager = "readonly"
c.MappingKernelManager.cull_idle_timeout = 60 * MINUTES_AWAKE
c.MappingKernelManager.cull_interval = 60
c.ServerApp.shutdown_no_activity_timeout = 60 * MINUTES_OPEN
