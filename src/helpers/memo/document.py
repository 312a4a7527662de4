"""What a memo is made of: sections of paragraphs, tables, pictures and lists; no layout."""

import base64
from dataclasses import dataclass

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
    """A table whose last column but one links to ``addresses``, one a row; '' for no link."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    addresses: tuple[str, ...]


Block = str | Table | Links | Picture | tuple[str, ...]
"""A paragraph, a table, a picture, or a list of sentences."""


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Memo:
    """The finished memo. ``decision`` is what is signed, ``annex`` what it rests on.

    The first ``first_page`` sections of the decision stand on its first page.
    """

    title: str
    subtitle: str
    language: str
    headline: str
    decision: tuple[Section, ...]
    signature: tuple[str, ...]
    annex_title: str
    annex: tuple[Section, ...]
    first_page: int = 1
