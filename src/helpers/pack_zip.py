"""A trainer's pack as one ZIP: packed, and unpacked where nothing of a learner's can be lost.

On the standard library alone: `start.py` unpacks a pack before anything is installed.
"""

import hashlib
import io
import json
import os
import shutil
import struct
import tempfile
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from helpers import context
from helpers.data import files

ENDINGS = (".csv", ".xlsx", ".json", ".md", ".txt", ".png", ".jpg", ".jpeg", ".svg")
"""What a pack may hold; nothing of it is ever run."""
MOST_FILES, MOST_BYTES, MOST_IN_ALL = 300, 5_000_000, 30_000_000
SECONDS = 60
TAKEN = "pack"
"""The folder in which the course looks for a pack."""
MEMORY = ".packs.json"
"""Beside it: which ZIPs were unpacked already, by what is in them."""
REMEMBERED = 100
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError),
    *(RuntimeError, NotImplementedError, ValueError),
)
"""What reading a damaged, locked or made-up ZIP raises."""


N_ = str
"""Marks a sentence for the catalogue; what does so elsewhere needs packages."""


class PackError(Exception):
    """Why a pack cannot be packed or unpacked: a sentence in English, its ``fields`` in braces."""

    def __init__(self, said: str, **fields: object):
        super().__init__(said.format(**fields))
        self.said, self.fields = said, fields

    def in_words(self) -> str:
        """The sentence in the learner's language; asks for the course's packages."""
        from helpers.words.locale import _

        return _(self.said).format(**self.fields)


NOTHING = N_("{file} holds nothing that a pack can hold.")
UNWRITABLE = N_("{file} cannot be written ({reason}).")
DAMAGED = N_("{file} is damaged, locked or no ZIP file ({reason}).")


def pack(folder: Path) -> bytes:
    """The files of a pack as a ZIP that unpacks into a folder of the same name.

    Files that no pack can hold and hidden ones are left out. Raises ``PackError`` where there is
    nothing to pack, ``OSError`` where a file cannot be read.
    """
    names = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    wanted = [path for path in names if _wanted(PurePosixPath(path.relative_to(folder).as_posix()))]
    if not wanted:
        raise PackError(NOTHING, file=folder)
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
            raise PackError(N_("There is no file {file}; say where the pack is."), file=place)
        return path
    if not place.lower().startswith("https://"):
        raise PackError(
            N_("{file}: only addresses that begin with https:// are opened."), file=place
        )
    try:
        with urllib.request.urlopen(place, timeout=SECONDS) as answer:
            content = answer.read(MOST_IN_ALL + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise PackError(
            N_("{file} cannot be reached ({reason})."),
            file=place,
            reason=getattr(error, "reason", error),
        ) from error
    if len(content) > MOST_IN_ALL:
        raise PackError(
            N_("{file} is larger than {most} MB, more than a pack can need."),
            file=place,
            most=MOST_IN_ALL // 1_000_000,
        )
    path = into / "pack.zip"
    path.write_bytes(content)
    return path


def unpack(archive: Path, home: Path) -> Path:
    """Put the pack of a ZIP in its place, and say where it is.

    It is unpacked beside its place first, and takes it as a whole. A pack that is there already is
    kept under another name. Raises ``PackError`` with the reason, and nothing has changed then.
    """
    target = home / TAKEN
    try:
        beside = Path(tempfile.mkdtemp(prefix=".pack-", dir=home))
    except OSError as error:
        raise PackError(UNWRITABLE, file=home, reason=error.strerror) from error
    try:
        for path, content in _contents(archive):
            place = beside / TAKEN / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        if not (beside / TAKEN).is_dir():
            raise PackError(NOTHING, file=archive.name)
        before = _set_aside(target)
        try:
            (beside / TAKEN).rename(target)
        except OSError:
            if before is not None:
                before.rename(target)
            raise
        remember(archive, home)
    except OSError as error:
        raise PackError(UNWRITABLE, file=home, reason=error.strerror) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return target


def _set_aside(target: Path) -> Path | None:
    """Give a pack that is there another name, which is returned; None where there is none."""
    if not os.path.lexists(target):
        return None
    stamp, number = datetime.now().strftime("%Y-%m-%d-%H%M%S"), 1
    kept = target.with_name(f"{TAKEN}-before-{stamp}")
    while os.path.lexists(kept):
        number += 1
        kept = target.with_name(f"{TAKEN}-before-{stamp}-{number}")
    return target.rename(kept)


def _path(info: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(info.filename.replace("\\", "/"))


def _contents(archive: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every file of a ZIP by its path within the pack; sizes are counted, not believed."""
    try:
        with zipfile.ZipFile(archive) as packed:
            infos = [info for info in packed.infolist() if not info.is_dir()]
            paths = list(map(_path, infos))
            for path in paths:
                if path.is_absolute() or ".." in path.parts or ":" in path.as_posix().split("/")[0]:
                    raise PackError(
                        N_("{file}: {path} leads out of the pack."), file=archive.name, path=path
                    )
            known = [(i, p) for i, p in zip(infos, paths, strict=True) if _wanted(p)]
            if len(known) > MOST_FILES:
                raise PackError(
                    N_("{file} holds more than {most} files: it is no pack."),
                    file=archive.name,
                    most=MOST_FILES,
                )
            top = _common_top([path for _info, path in known])
            total = 0
            for info, path in known:
                if info.compress_type not in PLAIN:
                    raise PackError(
                        N_("{file} is packed in a rare way; pack it anew as ZIP."),
                        file=archive.name,
                    )
                inside = path.relative_to(top)
                with packed.open(info) as stream:
                    content = stream.read(MOST_BYTES + 1)
                total += len(content)
                if len(content) > MOST_BYTES or total > MOST_IN_ALL:
                    raise PackError(
                        N_("{file}: {path} is larger than a pack can need."),
                        file=archive.name,
                        path=path,
                    )
                yield inside, content
    except BROKEN as error:
        raise PackError(DAMAGED, file=archive.name, reason=error) from error


ROOMS = ("companies", "posts", "quizzes", "texts", "class", "evidence", "words")
"""Folders of a pack: a ZIP that begins with one of them has no folder of its own around it."""


def _common_top(paths: list[PurePosixPath]) -> str:
    """The folder that all files of a ZIP lie in, as a file manager packs one; else ''."""
    tops = {path.parts[0] for path in paths if len(path.parts) > 1}
    alone = any(len(path.parts) == 1 for path in paths)
    (top,) = tops if len(tops) == 1 else ("",)
    return "" if alone or top in ROOMS else top


# Dropped into the folder of the course ---------------------------------------------------


@dataclass(frozen=True)
class Dropped:
    """What became of a ZIP: unpacked, or left as it is for a ``problem``."""

    file: str
    problem: PackError | None = None


def take_dropped(home: Path, *places: Path) -> list[Dropped]:
    """Unpack the newest pack that somebody put as a ZIP into the course's folder.

    It is looked for in ``home``, where the folder of packs is, and in other ``places``. What is in
    a ZIP is unpacked once: whoever takes the pack out again is not given it back. A ZIP that
    holds no pack is left alone. Never raises: what cannot be unpacked is told.
    """
    told: list[Dropped] = []
    new: list[Path] = []
    known = _remembered(home)
    for archive in _archives(home, *places):
        try:
            small = archive.stat().st_size <= MOST_IN_ALL
            digest = _digest(archive) if small else ""
            if digest and digest not in known and _holds_a_pack(archive):
                new.append(archive)
        except PackError as error:
            told.append(Dropped(archive.name, error))
        except OSError:
            continue  # it may be on its way here
    if new:
        *older, newest = new
        try:
            unpack(newest, home)
            told.append(Dropped(newest.name))
            for archive in older:
                remember(archive, home)
        except PackError as error:
            told.append(Dropped(newest.name, error))
    return told


def remember(archive: Path, home: Path) -> None:
    """Never unpack what this ZIP holds beside ``home``: it is there, or was made there."""
    with suppress(OSError):
        known = dict.fromkeys([*_remembered(home), _digest(archive)])
        content = json.dumps(list(known)[-REMEMBERED:], indent=1) + "\n"
        files.replace(home / MEMORY, content.encode("utf-8"), files.PUBLIC)


def _archives(*folders: Path) -> list[Path]:
    """The ZIPs in these folders, the newest last; links and hidden ones are none."""
    found = {}
    for folder in dict.fromkeys(folder.absolute() for folder in folders):
        try:
            for path in folder.iterdir():
                plain = not path.name.startswith((".", "~")) and not path.is_symlink()
                if path.suffix.lower() == ".zip" and plain and path.is_file():
                    found[path] = path.stat().st_mtime_ns
        except OSError:
            continue
    return sorted(found, key=lambda path: (found[path], path.name))


def _holds_a_pack(archive: Path) -> bool:
    """Whether a file in a ZIP has a place in a pack. Raises ``PackError`` for a damaged ZIP."""
    try:
        with zipfile.ZipFile(archive) as packed:
            paths = [_path(info) for info in packed.infolist() if not info.is_dir()]
    except BROKEN as error:
        raise PackError(DAMAGED, file=archive.name, reason=error) from error
    wanted = [path for path in paths if _wanted(path)]
    top = _common_top(wanted)
    return any(_has_a_place(path.relative_to(top)) for path in wanted)


def _has_a_place(path: PurePosixPath) -> bool:
    """Whether the course asks a pack for a file of that name."""
    room, ending = path.parts[0], path.suffix.lower()
    if path.as_posix() == "pack.json":
        return True
    if len(path.parts) == 2 and (room, ending) in (("companies", ".json"), ("posts", ".csv")):
        return True
    if ending != ".csv" and not (ending == ".json" and room in ROOMS):
        return False
    now = context.current()
    own = (folder for folder in now.data_folders if folder != now.pack)
    return any((folder / path).is_file() for folder in own)


def _digest(archive: Path) -> str:
    with archive.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _remembered(home: Path) -> list[str]:
    try:
        known = json.loads((home / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [one for one in known if isinstance(one, str)] if isinstance(known, list) else []
