"""A bar made of parts on a plane: numbers inside where they have room, names below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpers.views import plane
from helpers.views.plane import Plane, box, names_top, wide

ROOM = 10
"""What a number leaves free of its part, both sides together."""
WHITE = "#ffffff"
"""Written on colours that are the same in both themes."""


@dataclass(frozen=True)
class Row:
    """Where a bar stands: middle of its total, top and bottom, and how many rows of names."""

    total: float
    top: float
    bottom: float
    names: int

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def end(self) -> float:
        """Where the last row of names ends."""
        return self.bottom + names_top(self.names)


@dataclass(frozen=True)
class Part:
    """A part of a bar. ``names`` are the ways to name it, fullest first, equally many for all
    parts of a bar; an ``edge`` outlines what is only promised; ``seen`` is where it ends
    for the eye if something covers its end."""

    left: float
    right: float
    names: tuple[str, ...]
    number: str
    colour: str
    ink: str = WHITE
    edge: str | None = None
    seen: float = float("inf")

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class Bar:
    """Parts in a row between ``low`` and ``high``; ``size`` is that of their numbers."""

    def __init__(
        self, drawn: Plane, row: Row, low: float, high: float, size: float, most: int
    ) -> None:
        self._plane, self._row, self._low, self._high, self._size = drawn, row, low, high, size
        colours = drawn.colours
        self.spans = drawn.boxes(edgecolors=colours["ground"], linewidths=1.4)
        self._leaders = drawn.lines(colours["soft"], 1.2)
        self._numbers = [
            drawn.moving_text(size, weight="bold", ha="center") for _part in range(most)
        ]
        self._names = [drawn.moving_text(ha="center") for _part in range(most)]

    def show(self, parts: Sequence[Part]) -> None:
        """Draw these parts; a part of no length is left out."""
        parts = [part for part in parts if part.right > part.left]
        row, put = self._row, self._plane.put
        self.spans.set_verts([box(p.left, row.top, p.right, row.bottom) for p in parts])
        self.spans.set_facecolors([part.colour for part in parts])
        ground = self._plane.colours["ground"]
        self.spans.set_edgecolors([part.edge or ground for part in parts])
        held = set()
        for place, text in enumerate(self._numbers):
            put(text, "")
            if place >= len(parts):
                continue
            part = parts[place]
            end = min(part.right, part.seen)
            if end - part.left >= wide(part.number, self._size, bold=True) + ROOM:
                held.add(place)
                put(text, part.number, (part.left + end) / 2, row.middle, color=part.ink)
        marks = [part.middle for part in parts]
        names = self._fitting(list(self._tries(parts, held)))
        self._plane.name(
            self._names, self._leaders, list(zip(marks, names, strict=True)),
            row.bottom + 2, self._low, self._high,
        )  # fmt: skip

    def _tries(self, parts: Sequence[Part], held: set[int]) -> Iterator[list[str]]:
        """Names from the fullest to the shortest, beside numbers that the bar does not hold."""
        ways = [list(names) for names in zip(*(part.names for part in parts), strict=True)]
        for names in ways:
            yield [
                name if place in held else f"{name} {part.number}"
                for place, (name, part) in enumerate(zip(names, parts, strict=True))
            ]
        yield from ways
        if ways:
            room = (self._high - self._low) * self._row.names / len(parts) - 2 * plane.CLEAR
            yield [plane.shortened(name, room) for name in ways[-1]]

    def _fitting(self, tries: Sequence[list[str]]) -> list[str]:
        """The fullest names in one row, else in as many as there are."""
        if not tries:
            return []
        room = self._high - self._low
        needed = [plane.rows_needed([*map(wide, names)], room) for names in tries]
        short = len(tries) - len(tries) // 2  # from here on numbers are gone: rather two rows
        for most, end in ((1, short), (self._row.names, len(tries))):
            for names, rows in zip(tries[:end], needed, strict=False):
                if rows <= most:
                    return names
        return tries[-1]
