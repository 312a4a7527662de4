"""Writing a file whole or not at all."""

import os
import re
import time
from pathlib import Path

PRIVATE, PUBLIC = 0o600, 0o644
WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds before each further try where a synchroniser or a virus scanner holds the file."""


def replace(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Put a file in the place of another in one step; on an error nothing half-written stays.

    The folder must exist. What a killed program left half-written is written over, so it
    never piles up. Raises OSError where the file cannot be written.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        move(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def plain_name(text: str, most: int, fallback: str) -> str:
    """Words as part of a file's name: letters and digits of any script, else a dash."""
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")[:most] or fallback


def is_file(path: Path) -> bool:
    """Whether there is a file; False too where a folder above it cannot be entered."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a file lies in a folder, and is no link that leads out of it."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a loop of links
        return False


def move(source: Path, target: Path) -> None:
    """Give a file another name, in the place of what has it; waits a moment for a busy one."""
    for wait in WAITS:
        try:
            os.replace(source, target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    os.replace(source, target)
