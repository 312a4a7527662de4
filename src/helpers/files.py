"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path

PRIVATE, PUBLIC = 0o600, 0o644


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
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
