"""Changed copies of the course's files, as a trainer puts them into a pack."""

from collections.abc import Callable
from pathlib import Path

from helpers import context

DATA = context.CHECKOUT / "data"


def copy_of(pack: Path, file: str, change: Callable[[str], str | bytes] = str) -> Path:
    """A changed copy of a file of ``data/`` in the pack."""
    path = pack / file
    path.parent.mkdir(parents=True, exist_ok=True)
    before = (DATA / file).read_text(encoding="utf-8")
    after = change(before)
    assert change is str or after != before, "the test must change the file"
    path.write_bytes(after if isinstance(after, bytes) else after.encode())
    return path


def replaced(old: str, new: str) -> Callable[[str], str]:
    """The change of one text into another, once; it must be there."""

    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change
