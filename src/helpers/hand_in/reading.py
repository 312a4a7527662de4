"""Hand-ins of a class from a folder or a ZIP, as learning platforms name and pack them.

Nothing is unpacked to disk and nothing is run; what cannot be used is told in a sentence and
left out.
"""

import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from helpers.hand_in.document import HandIn, parse
from helpers.words import locale
from helpers.words.locale import _, counted

MOST_BYTES = 500_000
"""Of one hand-in; a whole course of answers has a tenth of it."""
MOST_FILES = 2_000
DEEPEST = 4
"""Folders within folders: an assignment, a group, a learner."""
TOLD = 12
"""So many files that were left out are named; of more there is only the number."""

MOODLE = re.compile(r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_file_?")
"""``Full name_12345_assignsubmission_file_`` before the name of the file, or as its folder."""
CANVAS = re.compile(r"^(?P<name>[^_/]+)_(?:LATE_)?(?P<id>\d+)_\d+_")
"""``lastnamefirstname_LATE_12345_67890_`` before the name of the file."""
ASIDE = ("__MACOSX", ".")
"""What archivers put beside the files."""


@dataclass(frozen=True)
class Class:
    """The hand-ins of a class, newest only, and what was left out and why."""

    name: str
    hand_ins: tuple[HandIn, ...]
    told: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.hand_ins)


@dataclass(frozen=True)
class _File:
    """One file of a class: its path within it, and its content or why there is none."""

    path: PurePosixPath
    content: bytes
    fault: str = ""


def read(path: Path) -> Class:
    """The hand-ins of a folder or a ZIP.

    What cannot be read at all gives an empty class with the reason as its only sentence.
    """
    name = path.name
    try:
        if path.is_dir():
            files = list(_of_folder(path))
        elif path.is_file():
            files = list(_of_zip(path))
        else:
            nothing = _("There is no folder and no ZIP file called {path}; check the path.")
            return Class(name, (), (nothing.format(path=path.name or path),))
    except OSError as error:
        sentence = _("{file} cannot be read ({reason}).")
        return Class(name, (), (sentence.format(file=name, reason=error.strerror),))
    except zipfile.BadZipFile:
        damaged = _("{file} is no ZIP file, or a damaged one; download it again.")
        return Class(name, (), (damaged.format(file=name),))
    return _class(name, files)


def _class(name: str, files: Iterable[_File]) -> Class:
    found: dict[str, HandIn] = {}
    told: list[str] = []
    older = 0
    for file in files:
        if file.fault:
            told.append(file.fault)
            continue
        one, faults = parse(file.content, str(file.path))
        if faults:
            told += faults[:1]
        if one is None:
            continue
        by, learner = _learner(str(file.path))
        key = learner or one.token
        known = found.get(key)
        older += known is not None
        if known is None or known.written_on <= one.written_on:
            found[key] = replace(one, submitted_by=by)
    if len(told) > TOLD:
        rest = counted(
            "{number} more file has a fault.",
            "{number} more files have a fault.",
            len(told) - TOLD,
        )
        told = [*told[:TOLD], rest]
    if older:
        told.append(
            counted(
                "{number} older hand-in of the same learner is left out.",
                "{number} older hand-ins of the same learners are left out.",
                older,
            )
        )
    told += _copied(found.values())
    if not found and not told:
        told.append(
            _("No hand-in is in {file}; learners make one with the button “Hand in”.").format(
                file=name
            )
        )
    return Class(name, tuple(_told_apart(found.values())), tuple(told))


def _copied(hand_ins: Iterable[HandIn]) -> Iterator[str]:
    """A sentence for each file that several learners handed in; each of them counts."""
    by_token: dict[str, list[str]] = {}
    for one in hand_ins:
        by_token.setdefault(one.token, []).append(one.submitted_by)
    for names in by_token.values():
        if len(names) > 1:
            said = _("The same file was handed in by {names}; all are counted.")
            yield said.format(names=locale.listing(names))


def _told_apart(hand_ins: Iterable[HandIn]) -> Iterator[HandIn]:
    """Learners in the order of their nicknames; a nickname that two chose is numbered."""
    seen: dict[str, int] = {}
    for one in sorted(hand_ins, key=lambda one: (one.nickname.casefold(), one.token)):
        count = seen[one.nickname] = seen.get(one.nickname, 0) + 1
        yield one if count == 1 else replace(one, nickname=f"{one.nickname} ({count})")


def _learner(path: str) -> tuple[str, str]:
    """What a learning platform calls the learner of a file, and its number; '' without one."""
    for part in (path, path.rpartition("/")[2], *path.split("/")):
        for platform in (MOODLE, CANVAS):
            if named := platform.match(part):
                return named["name"], f"{platform is MOODLE}:{named['id']}"
    return "", ""


def _wanted(path: PurePosixPath) -> bool:
    aside = any(part.startswith(ASIDE) for part in path.parts)
    return not aside and path.suffix.lower() == ".json"


def _of_folder(folder: Path) -> Iterator[_File]:
    """Every JSON file of a folder; links out of it are not followed."""
    count = 0
    for here, inner, names in os.walk(folder):
        depth = len(Path(here).relative_to(folder).parts)
        inner[:] = sorted(inner) if depth < DEEPEST else []
        for name in sorted(names):
            path = PurePosixPath((Path(here) / name).relative_to(folder).as_posix())
            if not _wanted(path):
                continue
            count += 1
            if count > MOST_FILES:
                yield _File(path, b"", _too_many())
                return
            yield _from_disk(Path(here) / name, path)


def _from_disk(file: Path, path: PurePosixPath) -> _File:
    try:
        if file.is_symlink():
            return _File(path, b"", _("{file} is a link and is not read.").format(file=path))
        if not file.is_file():
            return _File(path, b"", _("{file} is no file.").format(file=path))
        if file.stat().st_size > MOST_BYTES:
            return _File(path, b"", _too_large(path))
        return _File(path, file.read_bytes())
    except OSError as error:
        sentence = _("{file} cannot be read ({reason}).")
        return _File(path, b"", sentence.format(file=path, reason=error.strerror))


def _of_zip(archive: Path) -> Iterator[_File]:
    """Every JSON file of a ZIP, read in memory; sizes are counted, not believed."""
    with zipfile.ZipFile(archive) as packed:
        count = 0
        for info in packed.infolist():
            path = PurePosixPath(info.filename.replace("\\", "/"))
            if info.is_dir() or not _wanted(path):
                continue
            count += 1
            if count > MOST_FILES:
                yield _File(path, b"", _too_many())
                return
            yield _unpacked(packed, info, path)


def _unpacked(packed: zipfile.ZipFile, info: zipfile.ZipInfo, path: PurePosixPath) -> _File:
    locked = _("{file} is locked with a password; pack the files without one.")
    if info.flag_bits & 1:
        return _File(path, b"", locked.format(file=path))
    try:
        with packed.open(info) as stream:
            content = stream.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
        damaged = _("{file} is damaged within the ZIP file; ask for it again.")
        return _File(path, b"", damaged.format(file=path))
    return _File(path, b"", _too_large(path)) if len(content) > MOST_BYTES else _File(path, content)


def _too_large(path: PurePosixPath) -> str:
    return _("{file} is larger than 500 kB, more than a hand-in can need.").format(file=path)


def _too_many() -> str:
    return counted(
        "There is more than {number} file: the rest is not read.",
        "There are more than {number} files: the rest is not read.",
        MOST_FILES,
    )
