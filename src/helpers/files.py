"""Writing a file whole or not at all."""

import os
import tempfile
import time
from pathlib import Path

PRIVATE, PUBLIC = 0o600, 0o644
WAITS = (0.1, 0.5)
"""Seconds before another try where a synchroniser or virus scanner holds the file."""


def replace(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Put a file in the place of another in one step; on an error nothing half-written stays.

    The folder must exist. Raises OSError where it cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        _put(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _put(temporary: Path, path: Path) -> None:
    """Rename; Windows refuses it as long as another program has the file open."""
    for wait in WAITS:
        try:
            return os.replace(temporary, path)
        except PermissionError:
            time.sleep(wait)
    return os.replace(temporary, path)
