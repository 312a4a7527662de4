"""What `deploy/hub` says is there: paths, notebooks, settings, and one limit everywhere."""

import ast
import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from traitlets.config import Config, PyFileConfigLoader

from helpers import __version__, context

ROOT = context.CHECKOUT
HUB = ROOT / "deploy" / "hub"
PAGE = ROOT / "docs" / "class_on_a_hub.md"
COURSE = "/doc/tree/my_course/"
"""Where a learner's server opens the copies of `notebooks`."""


def values() -> dict:
    return yaml.safe_load((HUB / "kubernetes" / "values.yaml").read_text(encoding="utf-8"))


def volume() -> tuple[dict, dict]:
    text = (HUB / "kubernetes" / "class_volume.yaml").read_text(encoding="utf-8")
    claim, job = yaml.safe_load_all(text)
    return claim, job


def tljh() -> Config:
    return PyFileConfigLoader(str(HUB / "tljh" / "before_you_post.py")).load_config()


def containerfile() -> list[tuple[str, list[str]]]:
    """Instructions with their words; a line that ends in a backslash goes on."""
    text = (HUB / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return [(line[0], line[1:]) for line in lines]


def opened(address: str) -> Path:
    """The shipped notebook that a server opens by default."""
    assert address.startswith(COURSE)
    return ROOT / "notebooks" / address.removeprefix(COURSE)


def test_every_way_opens_the_contents():
    local = (HUB / "local" / "jupyterhub_config.py").read_text(encoding="utf-8")
    ways = [values()["singleuser"]["defaultUrl"], tljh().Spawner.default_url]
    ways += re.findall(r'default_url = "(.+)"', local)
    assert len(ways) == 3
    assert {opened(way) for way in ways} == {ROOT / "notebooks" / context.CONTENTS}
    assert opened(ways[0]).is_file()


def test_every_way_starts_the_learners_server_where_it_was_put():
    copied = {words[-1]: words[:-1] for name, words in containerfile() if name == "COPY"}
    command = values()["singleuser"]["cmd"]
    assert [words for name, words in containerfile() if name == "CMD"] == [
        [f'["{command[0]}",', f'"{command[1]}"]']
    ]
    file = Path(command[1])
    assert copied[str(file.parent)] == ["deploy/hub/learner"]
    assert (HUB / "learner" / file.name).is_file()
    assert Path(tljh().Spawner.cmd[1]).name == file.name


def test_memory_is_the_same_everywhere_and_what_the_load_test_holds_a_class_to():
    text = (ROOT / "benchmarks" / "class.py").read_text(encoding="utf-8")
    most = float(re.search(r"^MEGABYTES = ([\d.]+)$", text, re.M)[1])
    spawner, memory = tljh().Spawner, values()["singleuser"]["memory"]
    assert spawner.mem_guarantee == memory["guarantee"] == f"{most:.0f}M"
    assert spawner.mem_limit == memory["limit"] == "512M"
    assert spawner.cpu_limit == values()["singleuser"]["cpu"]["limit"]


def test_what_the_hub_is_told_are_settings_of_the_hub():
    pytest.importorskip("jupyterhub", reason="JupyterHub does not run on Windows")
    from jupyterhub.app import JupyterHub
    from jupyterhub.spawner import Spawner

    assert set(tljh().Spawner) <= Spawner.class_traits(config=True).keys()
    assert set(tljh().JupyterHub) <= JupyterHub.class_traits(config=True).keys()


def test_the_shared_folders_are_where_the_lessons_look(tmp_path):
    claim, job = volume()
    single, pod = values()["singleuser"], job["spec"]["template"]["spec"]
    (mount,), (shared,) = (single["storage"][key] for key in ("extraVolumeMounts", "extraVolumes"))
    names = {shared["persistentVolumeClaim"]["claimName"], claim["metadata"]["name"]}
    names |= {one["persistentVolumeClaim"]["claimName"] for one in pod["volumes"]}
    assert len(names) == 1 and mount["name"] == shared["name"]
    folder = Path(mount["mountPath"])
    environment = single["extraEnv"]
    assert environment == tljh().Spawner.environment
    assert {folder / "hand_in", folder / "pack"} == {Path(path) for path in environment.values()}
    (container,) = pod["containers"]
    assert container["volumeMounts"][0]["mountPath"] == str(folder)
    assert "mkdir -p pack hand_in" in container["command"][-1]
    text = (ROOT / "src" / "helpers" / "context.py").read_text(encoding="utf-8")
    assert all(f'environ.get("{name}"' in text for name in environment)


def test_lecturers_alone_may_look_into_the_letter_box_on_kubernetes():
    hook = values()["hub"]["extraConfig"]["lecturers"]
    config, names = Config(), {}
    exec(compile(ast.parse(hook), "lecturers", "exec"), {"c": config}, names)
    let_in = config.KubeSpawner.pre_spawn_hook

    class Somebody:
        def __init__(self, admin):
            self.user = type("User", (), {"admin": admin})
            self.supplemental_gids = []

    for admin in (True, False):
        spawner = Somebody(admin)
        let_in(spawner)
        assert bool(spawner.supplemental_gids) is admin
        if admin:
            _claim, job = volume()
            command = job["spec"]["template"]["spec"]["containers"][0]["command"][-1]
            assert f"chgrp {spawner.supplemental_gids[0]} pack hand_in" in command


def test_the_image_is_of_this_version():
    image = values()["singleuser"]["image"]
    assert image["tag"] == __version__
    _claim, job = volume()
    (container,) = job["spec"]["template"]["spec"]["containers"]
    assert container["image"] == f"{image['name']}:{image['tag']}"
    for file in (PAGE, HUB / "Containerfile"):
        assert container["image"] in file.read_text(encoding="utf-8")


def test_the_image_holds_all_that_the_course_is_built_from_and_no_test_tools(tmp_path):
    pytest.importorskip("hatchling")
    for name, words in containerfile():
        if name == "COPY":
            for source in words[:-1]:
                assert (ROOT / source).exists(), source
            if words[-1].startswith("/course"):
                for source in words[:-1]:
                    take = shutil.copytree if (ROOT / source).is_dir() else shutil.copy
                    take(ROOT / source, tmp_path / source)
    build = "from hatchling.builders.wheel import WheelBuilder as W; print(*W('.').build())"
    built = subprocess.run(
        [sys.executable, "-c", build], cwd=tmp_path, capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr[-2000:]
    install = [word for _name, words in containerfile() if "pip" in words for word in words]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for line in project["optional-dependencies"]["test"]:
        name = re.match(r"[\w-]+", line)[0]
        assert name not in install
    (pinned,) = (words[0] for name, words in containerfile() if name == "ARG")
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert f"\n{pinned.lower().replace('=', '==')} ;" in pins


@pytest.mark.skipif(sys.platform != "linux", reason="TLJH runs on Linux alone")
def test_the_installer_of_tljh_puts_everything_where_its_settings_look(tmp_path):
    """With a pip and a tljh-config that only note what is asked of them."""
    import grp

    place, shared, tools = tmp_path / "tljh", tmp_path / "srv", tmp_path / "tools"
    for tool in (place / "user/bin/python", tools / "tljh-config"):
        tool.parent.mkdir(parents=True)
        tool.write_text(f'#!/bin/sh\necho "{tool.name} $*" >> "{tmp_path}/asked"\n')
        tool.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "TLJH": str(place),
        "SHARED": str(shared),
        "LECTURERS": grp.getgrgid(os.getgid()).gr_name,
    }
    script = str(HUB / "tljh" / "install.sh")
    for _again in range(2):
        subprocess.run(["bash", script], env=environment, check=True, capture_output=True)
    spawner = tljh().Spawner
    for there in spawner.cmd:
        assert (place / Path(there).relative_to("/opt/tljh")).is_file(), there
    for there in spawner.environment.values():
        assert (shared / Path(there).relative_to("/srv/before-you-post")).is_dir(), there
    assert stat.S_IMODE((shared / "hand_in").stat().st_mode) == 0o1773
    learner = {path.relative_to(HUB / "learner") for path in (HUB / "learner").rglob("*.*")}
    assert all((place / "user/etc/jupyter" / path).exists() for path in learner)
    assert (place / "config/jupyterhub_config.d/before_you_post.py").is_file()
    asked = (tmp_path / "asked").read_text().splitlines()
    assert any(f"constraints.txt {ROOT} nbgitpuller" in line for line in asked)
    assert asked[-1] == "tljh-config reload hub"


def test_the_link_of_nbgitpuller_opens_the_contents():
    (link,) = re.findall(r"https://\S+git-pull\S+", PAGE.read_text(encoding="utf-8"))
    asked = {key: one for key, (one,) in parse_qs(urlsplit(link).query).items()}
    assert set(asked) == {"repo", "branch", "urlpath"}
    folder = asked["repo"].rpartition("/")[2]
    notebook = asked["urlpath"].removeprefix(f"doc/tree/{folder}/")
    assert (ROOT / notebook).is_file()


def test_the_page_names_what_there_is():
    text = PAGE.read_text(encoding="utf-8")
    for path in re.findall(r"deploy/hub/[\w./-]+\w", text):
        assert (ROOT / path).exists(), path
    for key in set(values()["hub"]["config"]["LTI13Authenticator"]):
        assert f"`{key}" in text, key
    assert "docs/class_on_a_hub.md" in (ROOT / "README.md").read_text(encoding="utf-8")
