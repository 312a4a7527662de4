"""The live half of the site: JupyterLite with the lessons, in reading mode."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from helpers import context
from helpers.copies import without_views
from helpers.export.tidy import without_button
from helpers.site import distribution
from helpers.site.parts import SiteError
from helpers.words.locale import _

HERE = Path(__file__).parent
READER = "before-you-post"
EXTENSIONS = (
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
)
"""What a lesson needs of JupyterLab's extensions; others of this computer stay here."""
PYTHON, EARLY = "python.mjs", "early.mjs"
"""What starts the browser's Python, and the worker that a page begins with it."""
OF_KERNEL = "@jupyterlite/pyodide-kernel-extension"
KERNEL = f"{OF_KERNEL}:kernel"
SETTINGS = {
    "@jupyterlab/apputils-extension:themes": {"adaptive-theme": True},
    "@jupyterlab/docmanager-extension:plugin": {"autosave": False},
    "@jupyter-notebook/application-extension:top": {"visible": "no"},
}
DESKTOP = context.CHECKOUT / "launcher" / "settings" / "overrides.json"
"""The settings of the desktop edition, which hold here as well."""
SILENT = ("@jupyter-notebook/application-extension:dirty",)
"""Plugins that ask to save a notebook before it is left; a lesson's answers are saved already."""


def write(folder: Path, notebooks: Iterable[Path], python: Path, kernel: Path, pack: bool) -> None:
    """JupyterLite into a folder, which is made, with notebooks and a Python; or ``SiteError``.

    ``kernel`` is the wheel of JupyterLite's kernel.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        source = Path(made)
        (source / "content").mkdir()
        for path in notebooks:
            text = json.dumps(
                ready(json.loads(path.read_text(encoding="utf-8"))), ensure_ascii=False
            )
            (source / "content" / path.name).write_text(text, encoding="utf-8")
        (source / "static").mkdir()
        python.rename(source / "static" / "pyodide")
        _json(source / "jupyter-lite.json", _lite(distribution.options(pack)))
        desktop = json.loads(DESKTOP.read_text(encoding="utf-8"))
        _json(source / "overrides.json", {**desktop, **SETTINGS})
        beside = source / "kernel"
        with zipfile.ZipFile(kernel) as wheel:
            wheel.extractall(beside)
        _json(source / "jupyter_lite_config.json", {"LiteBuildConfig": _build(folder, beside)})
        command = [sys.executable, "-m", "jupyterlite_core.app", "build"]
        known = os.pathsep.join(filter(None, (str(beside), os.environ.get("PYTHONPATH"))))
        run = subprocess.run(
            command,
            cwd=source,
            env={**os.environ, "PYTHONPATH": known},
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode or not (folder / "notebooks" / "index.html").is_file():
            said = (run.stderr.strip() or run.stdout.strip()).splitlines()
            sentence = _("JupyterLite could not build the site: {reason}")
            raise SiteError(sentence.format(reason=said[-1] if said else run.returncode))
    _settings(folder)
    _early(folder)


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")


def _build(folder: Path, kernel: Path) -> dict:
    from jupyter_core.paths import jupyter_path

    places = [Path(place) / name for name in EXTENSIONS for place in jupyter_path("labextensions")]
    places += kernel.glob(f"*.data/data/share/jupyter/labextensions/{OF_KERNEL}")
    return {
        "output_dir": str(folder.absolute()),
        "contents": ["content"],
        "apps": ["notebooks"],
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "ignore_sys_prefix": ["federated_extensions"],
        "federated_extensions": [str(place) for place in places if place.is_dir()],
        "cache_dir": str(folder.absolute().parent / ".lite-cache"),
    }


def _lite(options: dict) -> dict:
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "Before You Post",
            "disabledExtensions": list(SILENT),
            "litePluginSettings": {
                KERNEL: {"disablePyPIFallback": True, "loadPyodideOptions": options}
            },
        },
    }


def _settings(folder: Path) -> None:
    """Add the course's own extension to JupyterLite's, and have its kernel take our Python."""
    place = folder / "extensions" / READER / "static"
    place.mkdir(parents=True)
    shutil.copyfile(HERE / "reader.js", place / "reader.js")
    path = folder / "jupyter-lite.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    settings = said["jupyter-config-data"]
    entry = {"name": READER, "extension": "./extension", "load": "static/reader.js"}
    settings["federated_extensions"].append(entry)
    settings["litePluginSettings"][KERNEL]["pyodideUrl"] = f"./static/pyodide/{PYTHON}"
    _json(path, said)


def _early(folder: Path) -> None:
    """The kernel's worker as a page may begin it, beside the Python that it starts."""
    place = folder / "static" / "pyodide"
    shutil.copyfile(HERE / PYTHON, place / PYTHON)
    found = list((folder / "extensions" / OF_KERNEL / "static").glob("comlink.worker.*.js"))
    if len(found) != 1:
        raise SiteError(_("JupyterLite's kernel has not the one worker that a lesson begins."))
    worker = f"../../{found[0].relative_to(folder).as_posix()}"
    script = (HERE / EARLY).read_text(encoding="utf-8")
    (place / EARLY).write_text(script.replace("KERNEL", worker), encoding="utf-8")


def ready(notebook: dict) -> dict:
    """A notebook as JupyterLite takes it: texts in one piece, cells trusted, no dead views."""
    without_views(notebook)
    notebook["metadata"]["kernelspec"] = {
        "display_name": "Python (Pyodide)",
        "language": "python",
        "name": "python",
    }
    for cell in notebook["cells"]:
        cell["source"] = _joined(cell["source"])
        if cell["cell_type"] == "markdown":
            cell["source"] = without_button(cell["source"])  # it runs by itself here
        if cell["cell_type"] == "code":
            cell["metadata"]["trusted"] = True
        for output in cell.get("outputs", ()):
            if "text" in output:
                output["text"] = _joined(output["text"])
            if "data" in output:
                output["data"] = {kind: _joined(one) for kind, one in output["data"].items()}
    return notebook


def _joined(text: object) -> object:
    """The lines of a text as one; anything else as it is."""
    lines = isinstance(text, list) and all(isinstance(line, str) for line in text)
    return "".join(text) if lines else text
