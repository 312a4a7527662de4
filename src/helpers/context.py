"""Where and when the course runs: date, language, folders. Set here, fixed in tests.

Everything that would make the same notebook say different words on two machines
comes from here. The environment variables exist for kernels that another program
starts (notebook tests, a class server): ``COURSE_TODAY`` (ISO date),
``COURSE_LANGUAGE``, ``COURSE_FOLDER`` (the learner's files; ``start.py`` names it where
nobody may write in the course folder), ``COURSE_PACK`` (a trainer's own tables; without
it the folder ``pack``, if there is one), ``COURSE_HAND_IN`` (the folder of a class, where
“Hand in” puts a copy for the lecturer), ``COURSE_KEPT`` (not empty where the words of the
notebooks are kept or compared, and nobody waits for them), ``COURSE_IN_BROWSER`` (not empty
where words are kept for the edition that runs in a browser).
"""

import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent.parent
PACKAGED = (PACKAGE / "_data", Path(sysconfig.get_path("purelib")) / "helpers" / "_data")
"""Where the tables lie of a course that was installed."""
IN_CHECKOUT = (CHECKOUT / "data" / "datapackage.json").is_file()
"""Whether the code stands in the course's own folder, and not among installed packages."""
CONTENTS = "contents.ipynb"
"""The notebook that lists all lessons."""
CLASS = "class.ipynb"
"""The lecturer's notebook, which reads what a class handed in."""
TRAINER = "trainer.ipynb"
"""The trainer's notebook, which makes a pack with forms."""
BROWSER_STORAGE = Path("/drive")
"""Where Python in a browser finds the files that the browser keeps, if it keeps any."""
NOTEBOOKS = CHECKOUT / "notebooks" if IN_CHECKOUT else PACKAGE / "_notebooks"


@dataclass(frozen=True)
class Context:
    """The surroundings of a lesson.

    ``fixed_today`` is None in real life: today's date is then read anew each time. ``kept``
    says that words are saved with a notebook, so that they tell at once what a reader at a
    screen is told a moment later. ``in_browser``: Python itself runs in the browser, where files
    are the browser's, nothing can be locked, and further packages are fetched when asked for.
    """

    language: str = "en"
    folder: Path = Path("my_company")
    pack: Path | None = None
    hand_in: Path | None = None
    fixed_today: date | None = None
    kept: bool = False
    in_browser: bool = False

    @property
    def today(self) -> date:
        return self.fixed_today or date.today()

    @property
    def forgets(self) -> bool:
        """Whether what is saved is gone when the page is closed: no storage of the browser."""
        stored = self.folder.absolute().is_relative_to(BROWSER_STORAGE)
        return self.in_browser and not self.kept and not stored

    @property
    def has_pack(self) -> bool:
        """Whether a trainer's tables stand before those of the course."""
        return self.pack is not None and self.pack.is_dir()

    @property
    def data_folders(self) -> tuple[Path, ...]:
        """Folders that may hold a table, best first: pack, checkout, packaged copies."""
        wanted = (self.pack, CHECKOUT / "data", *PACKAGED)
        return tuple(folder for folder in wanted if folder is not None and folder.is_dir())


def _from_environment() -> Context:
    """Relative folders count from the checkout, not from the folder of the notebook."""
    home = CHECKOUT if IN_CHECKOUT else Path.cwd()
    pack = os.environ.get("COURSE_PACK", "pack")
    hand_in = os.environ.get("COURSE_HAND_IN")
    today = os.environ.get("COURSE_TODAY")
    return Context(
        language=os.environ.get("COURSE_LANGUAGE", "en"),
        folder=home / (os.environ.get("COURSE_FOLDER") or "my_company"),
        pack=home / pack if pack else None,  # it may be made while a lesson is open
        hand_in=home / hand_in if hand_in else None,
        fixed_today=date.fromisoformat(today) if today else None,
        kept=bool(os.environ.get("COURSE_KEPT")),
        in_browser=bool(os.environ.get("COURSE_IN_BROWSER")) or sys.platform == "emscripten",
    )


_current = _from_environment()


def current() -> Context:
    """The context in force."""
    return _current


def change(**changes: Any) -> Context:
    """Replace parts of the context for good, as a notebook does with its language."""
    global _current
    _current = replace(_current, **changes)
    return _current


@contextmanager
def using(**changes: object) -> Iterator[Context]:
    """Replace parts of the context for the length of a ``with`` block."""
    global _current
    before = _current
    try:
        yield change(**changes)
    finally:
        _current = before
