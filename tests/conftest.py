"""What all tests share: a fixed date, an empty company folder, the shipped tables."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from ipywidgets import Widget

from helpers import context
from helpers.data import reading, tables


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path) -> Iterator[None]:
    """Every test has its own company folder and the same day."""
    with context.using(
        folder=tmp_path / "my_company",
        fixed_today=date(2026, 11, 23),
        language="en",
        pack=None,
        kept=False,
    ):
        yield
    # ipywidgets keeps every widget for its browser: hundreds of thousands, at the end.
    Widget.close_all()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """An empty pack, not yet in force."""
    folder = tmp_path / "pack"
    folder.mkdir()
    return folder


@pytest.fixture
def data() -> tables.Tables:
    """The shipped tables."""
    return reading.load()
