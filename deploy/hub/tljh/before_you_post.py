"""The course on The Littlest JupyterHub: goes to `jupyterhub_config.d` beside its configuration.

`install.sh` puts it there. TLJH reads it after its own settings, so these hold.
"""

from pathlib import Path

USER = Path("/opt/tljh/user")
SHARED = Path("/srv/before-you-post")

c = get_config()  # noqa: F821 - whoever reads this file provides it
c.Spawner.cmd = [str(USER / "bin/python"), str(USER / "etc/jupyter/serve.py")]
c.Spawner.default_url = "/doc/tree/my_course/contents.ipynb"
c.Spawner.environment = {
    "COURSE_HAND_IN": str(SHARED / "hand_in"),
    "COURSE_PACK": str(SHARED / "pack"),
}
# As measured: docs/class_on_a_hub.md. The limit leaves room for a second lesson in another tab.
c.Spawner.mem_guarantee = "250M"
c.Spawner.mem_limit = "512M"
c.Spawner.cpu_limit = 1
# A class comes in the same minute: nobody is sent away, and nobody is given up too soon.
c.JupyterHub.concurrent_spawn_limit = 100
c.Spawner.start_timeout = 180
c.Spawner.http_timeout = 180
