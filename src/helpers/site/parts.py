"""What the browser's Python is made of: fetched once, checked, kept outside of the course folder.

``parts.json`` pins each file by its SHA-256 and says which published package holds it. Only the
registries' own clients fetch: ``npm`` the core, ``pip`` the packages. ``python -m tools
web_parts`` writes the list anew.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

from helpers.data import files
from helpers.words.locale import _

LIST = Path(__file__).with_name("parts.json")
CORE = "pyodide-core"
"""The source of the files that npm holds."""


class SiteError(Exception):
    """What is in the way of a web edition, in one sentence for the reader."""


@dataclass(frozen=True)
class Part:
    """A file, the published package that it comes from, and its path within that package."""

    file: str
    sha256: str
    source: str
    """Such as ``babel==2.18.0``: the file itself, or the package that holds it."""
    member: str = ""
    name: str = ""
    """The package's name for the browser's Python; empty for a file of the core."""
    version: str = ""
    imports: tuple[str, ...] = ()
    depends: tuple[str, ...] = ()


@dataclass(frozen=True)
class Parts:
    """All files, and the packages that only hold some of them."""

    python: str
    abi: str
    platform: str
    npm: str
    packages: tuple[Part, ...]
    core: tuple[Part, ...]
    kernel: Part
    """JupyterLite's kernel as a whole. It builds the site from its wheel and is not installed:
    an ordinary JupyterLab would load its half for the browser, and fail."""
    holders: dict[str, str]
    """The file of each package that only holds parts."""

    @property
    def every(self) -> tuple[Part, ...]:
        return (*self.core, *self.packages, self.kernel)


@lru_cache
def pinned() -> Parts:
    """The list as it is kept."""
    said = json.loads(LIST.read_text(encoding="utf-8"))

    def packages() -> Iterable[Part]:
        for name, one in said["packages"].items():
            lists = {key: tuple(one.pop(key)) for key in ("imports", "depends")}
            yield Part(name=name, **one, **lists)

    core = tuple(Part(file, sha, CORE, f"package/{file}") for file, sha in said["core"].items())
    return Parts(
        said["python"],
        said["abi"],
        said["platform"],
        said["npm"],
        tuple(packages()),
        core,
        Part(**said["kernel"]),
        said["holders"],
    )


def digest(content: bytes) -> str:
    """A file's fingerprint, as the list and the site's own lock write it."""
    return hashlib.sha256(content).hexdigest()


def cache() -> Path:
    """Where the parts are kept if nobody names a folder: the computer's place for such files."""
    from platformdirs import user_cache_path

    return user_cache_path("before-you-post", appauthor=False) / "web-parts"


def missing(folder: Path, wanted: Iterable[Part]) -> list[Part]:
    """The parts that are not in a folder, or not as they were pinned."""
    return [part for part in wanted if not _sound(folder / part.file, part)]


def _sound(path: Path, part: Part) -> bool:
    return files.is_file(path) and digest(path.read_bytes()) == part.sha256


def fetch(folder: Path, say: Callable[[str], None] = print) -> Path:
    """Bring every part into a folder, which is returned; what is there and sound stays.

    Raises ``SiteError`` where a part cannot be had or is not the file that was pinned. Each is
    put in its place whole, so that what was fetched before stays good.
    """
    parts = pinned()
    lacking = missing(folder, parts.every)
    if not lacking:
        return folder
    say(_("Fetching the browser's Python, once: {count} files.").format(count=len(lacking)))
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as made:
        there = Path(made)
        if any(part.source == CORE for part in lacking):
            _npm(parts.npm, there)
        holders = {part.source for part in lacking if part.source != CORE}
        _pip(sorted(holders), there, parts)
        for part in lacking:
            content = _content(part, there, parts)
            if digest(content) != part.sha256:
                sentence = _("{file} is not the file that the course was tried with; it is left.")
                raise SiteError(sentence.format(file=part.file))
            files.replace(folder / part.file, content, files.PUBLIC)
    return folder


def _content(part: Part, folder: Path, parts: Parts) -> bytes:
    """The bytes of a part, as they were downloaded or out of what holds them."""
    try:
        if part.source == CORE:
            (archive,) = folder.glob("*.tgz")
            with tarfile.open(archive) as packed:
                found = packed.extractfile(part.member)
                return found.read() if found else b""
        if not part.member:
            return (folder / part.file).read_bytes()
        with zipfile.ZipFile(folder / parts.holders[part.source]) as held:
            return held.read(part.member)
    except (OSError, ValueError, KeyError, BadZipFile, tarfile.TarError) as error:
        sentence = _("{file} is not in what was fetched of {source}.")
        raise SiteError(sentence.format(file=part.file, source=part.source)) from error


def _npm(package: str, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise SiteError(
            _("The web edition is built with Node and its npm: install Node 20 or newer.")
        )
    _run([npm, "pack", "--silent", package], folder)


def _pip(wanted: list[str], folder: Path, parts: Parts) -> None:
    """Download packages; those for one kind of computer only are asked for by that kind."""
    names = {part.source: part.file for part in parts.packages if not part.member}
    names |= parts.holders
    kinds: dict[tuple[str, ...], list[str]] = {}
    for source in wanted:
        kinds.setdefault(_kind(names[source], parts.python), []).append(source)
    for kind, some in kinds.items():
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *kind]
        command += ["--ignore-requires-python"]  # what runs it is the browser's
        _run([*command, "--only-binary", ":all:", "--dest", str(folder), *some], folder)


def _kind(file: str, python: str) -> tuple[str, ...]:
    """What pip is told about the computer that a wheel is for."""
    if file.endswith("none-any.whl"):
        return ("--python-version", python, "--implementation", "py", "--abi", "none",
                "--platform", "any")  # fmt: skip
    implementation, abi, platforms = file.removesuffix(".whl").rsplit("-", 3)[1:]
    names = (word for name in platforms.split(".") for word in ("--platform", name))
    return ("--python-version", python, "--implementation", implementation[:2], "--abi", abi,
            *names)  # fmt: skip


def _run(command: list[str], folder: Path) -> None:
    """Run a client of a registry; its last words are told where it fails."""
    try:
        run = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, errors="replace", check=False
        )
    except OSError as error:
        raise SiteError(f"{command[0]}: {error.strerror}") from error
    if run.returncode:
        said = [line for line in (run.stderr or run.stdout).splitlines() if line.strip()]
        sentence = _("The browser's Python could not be fetched. {client} says: {reason}")
        client = "npm" if "pack" in command else "pip"
        raise SiteError(sentence.format(client=client, reason=said[-1] if said else "?"))
