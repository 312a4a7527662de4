"""When the files behind the tables were changed: what is kept of them is right until then."""

import os
from pathlib import Path

from helpers import context
from helpers.data import packs


def stamps() -> tuple[tuple[str, int], ...]:
    """When each table and each file of the pack was changed: other than before, something has.

    Of a pack every file counts, also those that are read anew each time.
    """
    pack, found = context.current().pack, []
    for folder in context.current().data_folders:
        if folder == pack:
            found += [(str(path), stamp(path)) for path in packs.listing(folder)]
        else:
            found += _tables_in(folder)
    return tuple(found)


def _tables_in(folder: str | Path) -> list[tuple[str, int]]:
    """Every table of the course under a folder, and when it was changed.

    By ``os.scandir``: a control asks for it several times each time it moves.
    """
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                found += _tables_in(entry.path)
            elif entry.name.endswith(".csv"):
                found.append((entry.path, stamp(entry)))
    return sorted(found)


def stamp(path: Path | os.DirEntry[str]) -> int:
    """When a file was changed; 0 for a link that leads nowhere."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
