"""The browser's Python as the site serves it: slimmed, compiled, with a lock of its own."""

import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from helpers import context
from helpers.data import files
from helpers.site import parts
from helpers.site.parts import Part, SiteError
from helpers.site.slim import slim
from helpers.words.locale import _

COURSE = "before-you-post"
PACK = "before-you-post-pack"
PACK_FOLDER = "/lib/python3.14/site-packages/before_you_post_pack"
"""Where the browser's Python finds a pack that was baked in."""
STANDARD = "python_stdlib.zip"
LOCK = "pyodide-lock.json"

INSTALL = '''"""Packages come from the site's own list; nothing is looked for elsewhere."""


async def install(requirements, *_more, **_options):
    """Load packages by their names."""
    import pyodide_js

    names = [requirements] if isinstance(requirements, str) else list(requirements)
    await pyodide_js.loadPackage(names)
'''
STAND_INS = {
    "piplite": {"piplite/__init__.py": INSTALL, "piplite/piplite.py": INSTALL},
    "micropip": {},
    "jedi": {},
}
"""Packages that JupyterLite asks for by name, and whose work nobody here needs."""
KERNEL = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython")
"""What a kernel wants to be there before it starts; then it fetches nothing by itself."""


def needs() -> tuple[str, ...]:
    """What a lesson needs when it starts, as ``pyproject.toml`` says for the browser's Python."""
    from packaging.requirements import Requirement

    text = (context.CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = map(Requirement, tomllib.loads(text)["project"]["dependencies"])
    here = {"sys_platform": "emscripten", "extra": ""}
    return tuple(one.name for one in wanted if one.marker is None or one.marker.evaluate(here))


def options(pack: bool) -> dict:
    """What Pyodide is told when a lesson starts it; ``pack`` is whether one is baked in."""
    packages = [*KERNEL, COURSE]
    if not pack:
        return {"packages": packages}
    return {"packages": [*packages, PACK], "env": {"COURSE_PACK": PACK_FOLDER}}


@dataclass(frozen=True)
class Built:
    """A package of the site."""

    part: Part
    content: bytes


def write(folder: Path, store: Path, pack: Path | None = None) -> None:
    """The distribution into a folder, which is made; ``store`` holds the parts as fetched.

    Raises ``SiteError``.
    """
    pinned = parts.pinned()
    compiled = _compiled(store)
    own = [_course(), *(_stand_in(name, held) for name, held in STAND_INS.items())]
    if pack is not None:
        own.append(_pack(pack))
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as made:
        source = Path(made)
        for one in own:
            (source / one.part.file).write_bytes(one.content)
        _compile(store, source, folder)
    for part in pinned.core:
        if part.file == LOCK:
            continue  # it lists what the registries hold; the site has its own
        came = compiled if part.file == STANDARD else store
        shutil.copyfile(came / part.file, folder / part.file)
    for part in pinned.packages:
        shutil.copyfile(compiled / part.file, folder / part.file)
    packages = [*pinned.packages, *(one.part for one in own)]
    (folder / LOCK).write_text(json.dumps(_lock(folder, packages)), encoding="utf-8")


def _lock(folder: Path, packages: Iterable[Part]) -> dict:
    """The list that Pyodide reads."""
    pinned = parts.pinned()
    info = {"abi_version": pinned.abi, "arch": "wasm32", "python": f"{pinned.python}.0"}
    entries = {}
    for part in packages:
        entries[part.name] = {
            "name": part.name,
            "version": part.version,
            "file_name": part.file,
            "install_dir": "site",
            "sha256": parts.digest((folder / part.file).read_bytes()),
            "package_type": "package",
            "imports": list(part.imports),
            "depends": list(part.depends),
            "unvendored_tests": False,
        }
    return {"info": {**info, "platform": pinned.platform}, "packages": entries}


def _compiled(store: Path) -> Path:
    """The parts, slimmed and compiled; made once for a list, then kept beside them."""
    here = Path(__file__).parent
    recipe = b"".join(
        (here / name).read_bytes() for name in ("parts.json", "compile.mjs", "slim.py")
    )
    folder = store / f"compiled-{parts.digest(recipe)[:12]}"
    if folder.is_dir():
        return folder
    with tempfile.TemporaryDirectory(dir=store, ignore_cleanup_errors=True) as made:
        source, target = Path(made) / "from", Path(made) / "to"
        source.mkdir()
        target.mkdir()
        for part in parts.pinned().packages:
            content = (store / part.file).read_bytes()
            (source / part.file).write_bytes(slim(part.name, content))
        shutil.copyfile(store / STANDARD, source / STANDARD)
        _compile(store, source, target)
        files.move(target, folder)
    return folder


def _compile(store: Path, source: Path, target: Path) -> None:
    """Compile every archive of a folder into another. Raises ``SiteError``."""
    node = shutil.which("node")
    if node is None:
        raise SiteError(
            _("The web edition is built with Node and its npm: install Node 20 or newer.")
        )
    script = Path(__file__).with_name("compile.mjs")
    command = [node, str(script), *(str(path.absolute()) for path in (store, source, target))]
    run = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if run.returncode or len(list(target.iterdir())) < len(list(source.iterdir())):
        said = [line for line in run.stderr.splitlines() if line.strip()]
        sentence = _("Node could not compile the course: {reason}")
        raise SiteError(sentence.format(reason=said[-1] if said else run.returncode))


def _course() -> Built:
    """The course's own wheel, built from its folder."""
    if not context.IN_CHECKOUT:
        raise SiteError(_("The web edition is built in the course's own folder, with start.py."))
    with tempfile.TemporaryDirectory() as made:
        build = "import sys; from hatchling.builders.wheel import WheelBuilder as W; "
        build += "list(W('.').build(directory=sys.argv[1], versions=['standard']))"
        command = [sys.executable, "-c", build, made]
        run = subprocess.run(
            command, cwd=context.CHECKOUT, capture_output=True, text=True, check=False
        )
        found = list(Path(made).glob("*.whl"))
        if run.returncode or not found:
            said = run.stderr.strip().splitlines()
            sentence = _("The course's own package could not be built: {reason}")
            raise SiteError(sentence.format(reason=said[-1] if said else run.returncode))
        content = slim(COURSE, found[0].read_bytes())
        part = Part(found[0].name, "", "", "", COURSE, found[0].name.split("-")[1],
                    ("helpers",), needs())  # fmt: skip
    return Built(part, content)


def _stand_in(name: str, held: dict[str, str]) -> Built:
    return _wheel(name, {path: text.encode() for path, text in held.items()})


def _pack(folder: Path) -> Built:
    """A trainer's pack as a package, so that it is there wherever the lessons are."""
    held = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            held[f"{Path(PACK_FOLDER).name}/{path.relative_to(folder).as_posix()}"] = (
                path.read_bytes()
            )
    return _wheel(PACK, held)


def _wheel(name: str, held: dict[str, bytes]) -> Built:
    """A package of plain files."""
    plain, version = name.replace("-", "_"), "0"
    info = f"{plain}-{version}.dist-info"
    file = f"{plain}-{version}-py3-none-any.whl"
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / file
        with zipfile.ZipFile(path, "w") as new:
            for member, content in held.items():
                new.writestr(member, content)
            new.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 0\n")
            new.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
        content = path.read_bytes()
    imports = tuple({member.split("/")[0] for member in held if member.endswith(".py")})
    return Built(Part(file, "", "", "", name, version, imports), content)
