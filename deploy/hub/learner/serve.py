"""Starts a learner's server without what no learner uses, so that a class fits into less.

The Hub's setting `Spawner.cmd` names this file. Optional checkers of addresses build a grammar,
which costs more than half of the start and 16 MB; `rich` colours messages that nobody reads.
Whoever imports them goes on without.
"""

import atexit
import os
import shutil
import sys
import tempfile

UNUSED = ("lark", "rfc3987_syntax", "rich", "debugpy")

for module in UNUSED:
    sys.modules[module] = None  # "not installed"


def use_own_sockets() -> None:
    """A short, private place for the sockets between server and kernels.

    Kernels of a whole class would else look for free ports of one computer in the same second,
    and some would find the same (`transport` in `jupyter_server_config.py`).
    """
    folder = tempfile.mkdtemp(prefix="course-")
    os.environ["JUPYTER_RUNTIME_DIR"] = folder
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


if __name__ == "__main__":
    use_own_sockets()
    from jupyterhub.singleuser import main

    main()
