"""One JupyterLab for all browser tests; without Chromium they skip here and fail in CI."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import context
from tests.browser import lab


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if lab.CHROMIUM or os.environ.get("CI"):
        return
    reason = "no Chromium on this machine; install Debian's package chromium to run this"
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings, trust and company folder of the browser tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the notebooks, so that saving one changes nothing in the checkout."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copytree(context.CHECKOUT / "notebooks", folder / "notebooks")
    return folder


@pytest.fixture(scope="session")
def address(course: Path, home: Path) -> Iterator[str]:
    """A running JupyterLab."""
    if not lab.CHROMIUM:
        pytest.fail("Chromium is missing, and CI must run the browser tests")
    with lab.jupyterlab(course, home) as running:
        yield running


@pytest.fixture(scope="session")
def dark_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for a JupyterLab in the dark theme."""
    return tmp_path_factory.mktemp("dark_home")


@pytest.fixture(scope="session")
def dark_address(
    tmp_path_factory: pytest.TempPathFactory, dark_home: Path, address: str
) -> Iterator[str]:
    """A running JupyterLab in the dark theme."""
    folder = tmp_path_factory.mktemp("dark_course")
    shutil.copytree(context.CHECKOUT / "notebooks", folder / "notebooks")
    with lab.jupyterlab(folder, dark_home, lab.DARK) as running:
        yield running


@pytest.fixture(autouse=True)
def no_company(home: Path, dark_home: Path) -> None:
    """Every browser test begins without a company file."""
    for place in (home, dark_home):
        shutil.rmtree(place / "my_company", ignore_errors=True)
