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


@pytest.fixture(autouse=True)
def no_company(home: Path) -> None:
    """Every browser test begins without a company file, and in the light theme."""
    shutil.rmtree(home / "my_company", ignore_errors=True)
    (lab.settings(home) / "themes.jupyterlab-settings").unlink(missing_ok=True)
