"""One web edition for all tests, built once a run; without the browser's Python they skip here."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from helpers.site import parts, writing
from helpers.site.parts import SiteError
from tests.browser import lab
from tests.site import served


def give_up(reason: str) -> None:
    """Skip on a newcomer's machine; fail where everything has to be tried."""
    pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


@pytest.fixture(scope="session")
def store() -> Path:
    """Where the browser's Python is kept, complete."""
    try:
        return parts.fetch(parts.cache(), say=lambda sentence: None)
    except (SiteError, OSError) as error:
        give_up(f"the web edition was not tried: {error}")
        raise


@pytest.fixture(scope="session")
def site(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web edition, in a folder beneath the one that is served."""
    if built := os.environ.get("COURSE_SITE"):  # one that is there already, to save the time
        return Path(built)
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent  # of all workers
    folder = shared / "web" / "course"
    with FileLock(f"{shared / 'web'}.lock"):
        if not folder.exists():
            try:
                writing.write(folder, store=store, say=lambda sentence: None)
            except SiteError as error:
                give_up(f"the web edition was not tried: {error}")
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the web edition, which is not the root of its host."""
    if not lab.CHROMIUM:
        give_up("no Chromium on this machine; install Debian's package chromium to run this")
    with served.serving(site.parent) as root:
        yield f"{root}/{site.name}"
