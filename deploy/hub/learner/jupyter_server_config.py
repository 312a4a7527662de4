"""The server of each learner of a class: copies of the lessons, one lesson awake, an early night.

Jupyter reads this file from its configuration folder, `etc/jupyter` beside the Python that runs
the lessons. The Hub's settings decide who may come and how much memory there is; this file
decides what a learner finds.
"""

import os
from pathlib import Path

import nbformat
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from nbformat.sign import NotebookNotary
from traitlets.config import get_config

from helpers import context, copies

HOME = Path.home()
COURSE = HOME / "my_course"
MINUTES_AWAKE = 20
"""How long a lesson that nobody looks at keeps its kernel."""
MINUTES_OPEN = 60
"""How long a server without kernels and visitors stays."""

# Kernels inherit these. What the Hub says already stands.
os.environ.setdefault("COURSE_FOLDER", str(HOME / "my_company"))


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
        return await super()._async_start_kernel(**how)

    start_kernel = _async_start_kernel


def make_copies() -> None:
    """The lessons as the learner's own copies, signed, so that their start button works at once.

    What goes wrong is told in the server's log: a full disk must not keep a learner out.
    """
    try:
        before = {path: path.stat().st_mtime_ns for path in COURSE.rglob("*.ipynb")}
        notary = NotebookNotary()
        for path in copies.renew(context.NOTEBOOKS, COURSE):
            if before.get(path) != path.stat().st_mtime_ns:
                notary.sign(nbformat.read(path, as_version=4))
    except OSError as error:
        print(f"The lessons could not be copied: {error}", flush=True)


make_copies()

c = get_config()
c.ServerApp.root_dir = str(HOME)
c.ServerApp.kernel_manager_class = OneLesson
c.ServerApp.terminals_enabled = False
c.ServerApp.jpserver_extensions = {
    "jupyter_lsp": False,
    "jupyter_server_terminals": False,
    "notebook": False,
}
c.MappingKernelManager.cull_idle_timeout = 60 * MINUTES_AWAKE
c.MappingKernelManager.cull_interval = 60
c.ServerApp.shutdown_no_activity_timeout = 60 * MINUTES_OPEN
