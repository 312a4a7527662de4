"""What a memo is made of: one page to sign, and an annex of sections; no layout."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from helpers.views.in_force import Logo
from helpers.views.words import Table


@dataclass(frozen=True)
class Picture:
    """A drawing with its text alternative."""

    png: bytes
    alt: str

    @property
    def address(self) -> str:
        """The picture as a data address, for a page that stands alone."""
        return "data:image/png;base64," + base64.b64encode(self.png).decode("ascii")


@dataclass(frozen=True)
class Links:
    """A table whose last column links to ``addresses``, one a row; '' for no link."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    addresses: tuple[str, ...]


Block = str | Table | Links | Picture | tuple[str, ...]
"""A paragraph, a table, a picture, or a list of sentences."""


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it; ``turn``: it begins a page."""

    title: str
    blocks: tuple[Block, ...]
    turn: bool = False


@dataclass(frozen=True)
class Figure:
    """One of the figures between the rules, and what it is."""

    figure: str
    said: str


@dataclass(frozen=True)
class Quote:
    """Words that somebody typed: set apart from what is computed."""

    text: str


@dataclass(frozen=True)
class Dated:
    """What holds on a day."""

    day: str
    text: str


@dataclass(frozen=True)
class Plan:
    """Lines of the plan (when, what, hours), their sum, what has no hours, and what is short."""

    rows: tuple[tuple[str, str, str], ...]
    total: tuple[str, str]
    left: str
    short: str = ""


Line = str | Quote | Dated | Plan


@dataclass(frozen=True)
class Entry:
    """A label with its lines."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class PageOne:
    """What is signed, on one page of A4. ``signature``: who, the date, when it is looked at."""

    firm: str
    dated: str
    verdict: str
    others: str
    figures: tuple[Figure, ...]
    entries: tuple[Entry, ...]
    signature: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words stand on the page."""
        return sum(len(text.split()) for text in _texts(self))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


@dataclass(frozen=True)
class Memo:
    """The finished memo: the page that is signed, and what it rests on."""

    title: str
    language: str
    page: PageOne
    annex_title: str
    annex: tuple[Section, ...]
    footer: tuple[str, str, str] = ("", "", "")
    """What stands on each page: before its number, between it and that of all, after."""
    logo: Logo | None = None
    """The trainer's, in the head of page one."""
    foot: str = ""
    """The trainer's line below the footer."""
