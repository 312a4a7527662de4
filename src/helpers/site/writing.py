"""Builds the web edition: Python for the browser, live lessons, saved pages, offline use."""

import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from helpers import context, pack_zip
from helpers.data import files
from helpers.export import notebooks
from helpers.site import distribution, lite, pages, parts
from helpers.site.parts import SiteError
from helpers.words.locale import _

HERE = Path(__file__).parent
WORKER = "service-worker.js"
ON_DEMAND = ("build/", "doc/")
"""What JupyterLite fetches in pieces: kept for offline use once a lesson used it."""
NEEDLESS = (
    "doc",
    "package.json",
    "bootstrap.js",
    "rspack.config*.js",
    "jupyterlite.schema.v0.json",
)
"""What only JupyterLite's own developers need."""


def write(
    folder: Path,
    pack: Path | None = None,
    store: Path | None = None,
    say: Callable[[str], None] = print,
) -> Path:
    """The whole site into a folder, whose path is returned; one of an earlier build is replaced.

    Built beside it and put in its place when all is done. ``pack`` is a trainer's folder or ZIP,
    baked in; ``store`` keeps the browser's Python. Raises ``SiteError``, ``PackError``,
    ``ExportError``, ``TableError`` and ``OSError``.
    """
    folder = folder.absolute()
    if folder.exists() and not is_site(folder):
        raise SiteError(
            _("{folder} holds something else; name an empty or new folder.").format(folder=folder)
        )
    store = parts.fetch((store or parts.cache()).absolute(), say)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        temporary = tempfile.TemporaryDirectory(dir=folder.parent, ignore_cleanup_errors=True)
        made = Path(stack.enter_context(temporary))
        baked = pack and _unpacked(pack, made)
        stack.enter_context(context.using(pack=baked))
        say(_("Building: Python for the browser"))
        distribution.write(made / "python", store, baked)
        say(_("Building: the lessons"))
        chosen = notebooks.of_class()
        chosen += [context.NOTEBOOKS / name for name in (context.CLASS, context.TRAINER)]
        site = made / "site"
        kernel = store / parts.pinned().kernel.file
        lite.write(site, chosen, made / "python", kernel, baked is not None)
        for pattern in NEEDLESS:
            for path in site.glob(pattern):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        pages.write(site, chosen, baked is not None)
        (site / WORKER).write_text(worker(site), encoding="utf-8")
        (site / ".nojekyll").touch()  # else a host of pages leaves out some names
        if folder.exists():
            shutil.rmtree(folder)
        files.move(site, folder)
    return folder


def is_site(folder: Path) -> bool:
    """Whether a folder is empty or a site of an earlier build, so that it may be replaced."""
    if not folder.is_dir():
        return False
    mark = folder / "static" / "pyodide" / distribution.LOCK
    return mark.is_file() or not any(folder.iterdir())


def _unpacked(pack: Path, made: Path) -> Path:
    """The folder of a pack that is one, or a ZIP of one."""
    if pack.is_dir():
        return pack.absolute()
    if not zipfile.is_zipfile(pack):
        raise SiteError(_("{pack} is no pack: name its folder or ZIP.").format(pack=pack))
    return pack_zip.unpack(pack.absolute(), made)


def worker(site: Path) -> str:
    """The service worker of a site as it stands: it knows every file by its fingerprint."""
    found = {
        path.relative_to(site).as_posix(): parts.digest(path.read_bytes())[:16]
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name not in (WORKER, ".nojekyll")
    }
    always = [name for name in found if not name.startswith(ON_DEMAND)]
    # What a lesson needs first comes first; the memo's packages last.
    always.sort(key=lambda name: (not name.endswith((".html", ".js", ".json")), name))
    name = parts.digest(json.dumps(found).encode())[:16]
    edition = json.dumps({"name": name, "always": always, "files": found}, indent=0)
    script = (HERE / "worker.js").read_text(encoding="utf-8")
    return f"const EDITION = {edition};\n{script}"
