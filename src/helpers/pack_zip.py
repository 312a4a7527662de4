"""A trainer's pack as one ZIP: packed, and unpacked where nothing of a learner's can be lost.

On the standard library alone: `start.py` unpacks a pack before anything is installed.
"""

import io
import os
import shutil
import tempfile
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath

ENDINGS = (".csv", ".xlsx", ".json", ".md", ".txt", ".png", ".jpg", ".svg")
"""What a pack may hold; nothing of it is ever run."""
MOST_FILES, MOST_BYTES, MOST_IN_ALL = 300, 5_000_000, 30_000_000
SECONDS = 60
TAKEN = "pack"
"""The folder in which the course looks for a pack."""


class PackError(Exception):
    """Why a pack cannot be packed or unpacked, in a sentence."""


def pack(folder: Path) -> bytes:
    """The files of a pack as a ZIP that unpacks into a folder of the same name.

    Files that no pack can hold and hidden ones are left out. Raises ``PackError`` where there is
    nothing to pack, ``OSError`` where a file cannot be read.
    """
    names = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    wanted = [path for path in names if _wanted(PurePosixPath(path.relative_to(folder).as_posix()))]
    if not wanted:
        raise PackError(f"{folder} holds nothing that a pack can hold.")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in wanted:
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            archive.writestr(name, path.read_bytes())
    return stream.getvalue()


def _wanted(path: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "~", "__MACOSX")) for part in path.parts)
    return not hidden and path.suffix.lower() in ENDINGS


def fetch(place: str, into: Path) -> Path:
    """A file as it is, or the file at an address (https alone), kept in a folder.

    Raises ``PackError`` with the reason.
    """
    if "://" not in place:
        path = Path(place).expanduser()
        if not path.is_file():
            raise PackError(f"There is no file {place}; say where the pack is.")
        return path
    if not place.lower().startswith("https://"):
        raise PackError(f"{place}: only addresses that begin with https:// are opened.")
    try:
        with urllib.request.urlopen(place, timeout=SECONDS) as answer:
            content = answer.read(MOST_IN_ALL + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise PackError(
            f"{place} cannot be reached ({getattr(error, 'reason', error)})."
        ) from error
    if len(content) > MOST_IN_ALL:
        raise PackError(f"{place} is larger than 30 MB, more than a pack can need.")
    path = into / "pack.zip"
    path.write_bytes(content)
    return path


def unpack(archive: Path, home: Path) -> Path:
    """Put the pack of a ZIP in its place, and say where it is.

    It is unpacked beside its place first, and takes it as a whole. A pack that is there already is
    kept under another name. Raises ``PackError`` with the reason, and nothing has changed then.
    """
    target = home / TAKEN
    beside = Path(tempfile.mkdtemp(prefix=".pack-", dir=home))
    try:
        for path, content in _contents(archive):
            place = beside / TAKEN / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        if not (beside / TAKEN).is_dir():
            raise PackError(f"{archive.name} holds nothing that a pack can hold.")
        if os.path.lexists(target):
            stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
            target.rename(home / f"{TAKEN}-before-{stamp}")
        (beside / TAKEN).rename(target)
    except OSError as error:
        raise PackError(f"{home} cannot be written ({error.strerror}).") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return target


def _contents(archive: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every file of a ZIP by its path within the pack; sizes are counted, not believed."""
    try:
        with zipfile.ZipFile(archive) as packed:
            infos = [info for info in packed.infolist() if not info.is_dir()]
            paths = [PurePosixPath(info.filename.replace("\\", "/")) for info in infos]
            for path in paths:
                if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
                    raise PackError(f"{archive.name}: {path} leads out of the pack.")
            known = [(i, p) for i, p in zip(infos, paths, strict=True) if _wanted(p)]
            if len(known) > MOST_FILES:
                raise PackError(
                    f"{archive.name} holds more than {MOST_FILES} files: it is no pack."
                )
            top = _common_top([path for _info, path in known])
            total = 0
            for info, path in known:
                inside = path.relative_to(top)
                with packed.open(info) as stream:
                    content = stream.read(MOST_BYTES + 1)
                total += len(content)
                if len(content) > MOST_BYTES or total > MOST_IN_ALL:
                    raise PackError(f"{archive.name}: {path} is larger than a pack can need.")
                yield inside, content
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise PackError(f"{archive.name} is damaged, locked or no ZIP file ({error}).") from error


ROOMS = ("companies", "posts", "quizzes", "texts", "class", "evidence", "words")
"""Folders of a pack: a ZIP that begins with one of them has no folder of its own around it."""


def _common_top(paths: list[PurePosixPath]) -> str:
    """The folder that all files of a ZIP lie in, as a file manager packs one; else ''."""
    tops = {path.parts[0] for path in paths if len(path.parts) > 1}
    alone = any(len(path.parts) == 1 for path in paths)
    (top,) = tops if len(tops) == 1 else ("",)
    return "" if alone or top in ROOMS else top
