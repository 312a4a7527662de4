"""A Hub on this computer alone, for the load test and for a look; never for a real class.

Anybody may come under any name, and all learners are the same user of the system. Folders come
from the environment: `HUB_FOLDER` (homes, database, hand-ins), `HUB_PORT` and, for another
proxy than the one in Python, `HUB_PROXY` (its command, such as that of the proxy in Node).
"""

import os
import secrets
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = Path(os.environ["HUB_FOLDER"])
PORT = int(os.environ["HUB_PORT"])

c = get_config()  # noqa: F821 - whoever reads this file provides it
c.JupyterHub.bind_url = f"http://127.0.0.1:{PORT}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{PORT + 1}"
c.JupyterHub.db_url = f"sqlite:///{FOLDER / 'hub.sqlite'}"
c.JupyterHub.cookie_secret = secrets.token_bytes(32)
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True

# The proxy in Python: no Node is needed. It is quick to have, and slower than the others.
own = [sys.executable, str(HERE / "proxy.py"), "--proxy-timeout", "600000"]
c.ConfigurableHTTPProxy.command = os.environ.get("HUB_PROXY", "").split() or own
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{PORT + 2}"
c.ConfigurableHTTPProxy.auth_token = secrets.token_hex(32)
c.ConfigurableHTTPProxy.pid_file = str(FOLDER / "proxy.pid")

c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(FOLDER / "homes" / "{username}")
c.Spawner.cmd = [sys.executable, str(HERE.parent / "learner" / "serve.py")]
c.Spawner.default_url = "/doc/tree/my_course/contents.ipynb"
c.Spawner.start_timeout = 600
c.Spawner.http_timeout = 600
c.Spawner.environment = {
    "COURSE_HAND_IN": str(FOLDER / "hand_in"),
    "COURSE_PACK": str(FOLDER / "pack"),
    "JUPYTER_CONFIG_PATH": str(HERE.parent / "learner"),
}
if hasattr(os, "geteuid") and os.geteuid() == 0:
    c.Spawner.args = ["--allow-root"]
