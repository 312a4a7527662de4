"""People as dots: rows of them with a figure and a word each; whoever counts more is filled."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from helpers import look
from helpers.models.result import Result
from helpers.views import plane
from helpers.views.plane import Plane, Point, wide

MOST = 420
"""Dots in one row: beyond, a dot stands for several people."""
STEPS = (1, 2, 5)
PITCH, NARROW_PITCH = 16.0, 13.0
"""The place of a dot. One size for every count: a row whose figure stays stays as long."""
TINT = 0.35
"""How much of its colour is in a dot that is not filled."""
DIAMETER = 0.78
"""Of a dot, as a share of its place."""
CORNERS = 20
LINE = 21
GAP = 20
"""Between two rows."""
BESIDE = 8
FOOT = 30


@dataclass(frozen=True)
class DotRow:
    """A figure and a word for it, a note below, and dots: ``count``, the first ``filled``.

    ``word`` and ``note`` are ways to say it, the fullest first.
    """

    figure: str
    word: tuple[str, ...]
    note: tuple[str, ...]
    count: float
    filled: float
    colour: str
    bold: bool = False


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels. ``words`` is the column of words; at 0 they stand above the dots."""

    margin: float
    words: float
    large: float
    small: float
    word: float


FORMS = {
    340: Form(14, 0, 30, 24, 16),
    540: Form(18, 0, 34, 26, 18),
    660: Form(20, 236, 34, 26, 16),
    900: Form(24, 316, 44, 32, 18),
}


def _fitting(tries: Sequence[str], room: float, size: float) -> str:
    """The fullest way to say it that has room; the last is cut if it must be."""
    said = next((one for one in tries if wide(one, size) <= room), tries[-1])
    return plane.shortened(said, room, size)


class DotsView:
    """The drawing. A subclass says ``rows``, ``foot`` and ``words``."""

    def rows(self, result: Result) -> Sequence[DotRow]:
        """What is drawn, from top to bottom."""
        raise NotImplementedError

    def foot(self, result: Result, per: int) -> Sequence[str]:
        """What a dot is, in ways to say it, the fullest first."""
        raise NotImplementedError

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    @staticmethod
    def _per(rows: Sequence[DotRow]) -> int:
        """How many people a dot stands for."""
        most, factor = max((row.count for row in rows), default=0.0), 1
        while True:
            for step in STEPS:
                if most <= MOST * step * factor:
                    return step * factor
            factor *= 10

    @staticmethod
    def _pitch(form: Form) -> float:
        return PITCH if form.words else NARROW_PITCH

    def _layout(self, result: Result, width: int) -> tuple[list[tuple[float, float]], int, float]:
        """For each row its top and the top of its dots; dots in a line; where all ends."""
        rows, form = self.rows(result), self._form(width)
        per, pitch = self._per(rows), self._pitch(form)
        line = max(int((width - 2 * form.margin - form.words) / pitch), 1)
        places, top = [], 8.0
        for row in rows:
            lines = math.ceil(math.ceil(row.count / per - 1e-9) / line)
            if form.words:
                places.append((top, top + 6))
                tall = max(form.large + 4 + 2 * LINE, lines * pitch + 6)
            else:
                places.append((top, top + form.large + 6 + LINE))
                tall = form.large + 6 + LINE + lines * pitch
            top += tall + GAP
        return places, line, top - GAP

    def height(self, result: Result, width: int) -> int:
        return round(self._layout(result, width)[2] + FOOT + 12)

    def key(self, result: Result) -> tuple:
        rows = self.rows(result)
        heights = tuple(self.height(result, width) for width in look.WIDTHS)
        colours = tuple(row.colour for row in rows)
        return heights, self._per(rows), colours

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        rows, ground = self.rows(result), to_rgb(drawn.colours["ground"])
        self._drawn = []
        for row in rows:
            mixed = zip(to_rgb(row.colour), ground, strict=True)
            pale = to_hex([TINT * a + (1 - TINT) * b for a, b in mixed])
            outline = {"edgecolors": row.colour, "linewidths": 0.7}
            self._drawn.append(
                (
                    drawn.boxes(facecolors=pale, **outline),
                    drawn.boxes(facecolors=row.colour),
                    drawn.moving_text(weight="bold"),
                    drawn.moving_text(form.word),
                    [drawn.moving_text(color=drawn.colours["soft"]) for _line in range(2)],
                )
            )
        per = self._per(rows)
        y, room = drawn.height - FOOT / 2 - 2, drawn.width - 2 * form.margin
        said = _fitting(self.foot(result, per), room, look.SMALL)
        drawn.text(said, form.margin, y, color=drawn.colours["soft"])
        return drawn.moving

    def update(self, result: Result) -> None:
        drawn, form, rows = self._plane, self._shape, self.rows(result)
        places, line, _end = self._layout(result, round(drawn.width))
        per, pitch = self._per(rows), self._pitch(form)
        left = form.margin + form.words
        for row, (top, first), (pale, full, figure, word, notes) in zip(
            rows, places, self._drawn, strict=True
        ):
            pale.set_verts(self._dots(row.count / per, left, first, pitch, line))
            full.set_verts(self._dots(row.filled / per, left, first, pitch, line))
            size = form.large if row.bold else form.small
            room = (form.words or drawn.width - form.margin) - form.margin - BESIDE
            middle = top + form.large / 2
            drawn.put(figure, row.figure, form.margin, middle, size=size)
            figure.set_color(drawn.colours["ink"])
            start = form.margin + wide(row.figure, size, True) + BESIDE
            said = _fitting(row.word, form.margin + room - start, form.word)
            base = middle + plane.MIDDLE * (size - form.word)
            drawn.put(word, said, start, base)
            lines = plane.wrapped(row.note[0], room, look.SMALL, bold=False)
            if not form.words or len(lines) > len(notes):
                lines = [_fitting(row.note, room, look.SMALL)]
            for place, text in enumerate(notes):
                y = top + form.large + 4 + LINE * (place + 0.5)
                drawn.put(text, lines[place] if place < len(lines) else "", form.margin, y)

    @staticmethod
    def _dots(count: float, left: float, top: float, pitch: float, line: int) -> list[list[Point]]:
        """So many dots in lines; the last may be a part of one, cut on its right."""
        found, radius = [], DIAMETER * pitch / 2
        for place in range(math.ceil(count - 1e-9)):
            part = min(count - place, 1.0)
            x, y = left + (place % line + 0.5) * pitch, top + (place // line + 0.5) * pitch
            cut = x - radius + 2 * radius * part
            angles = (2 * math.pi * corner / CORNERS for corner in range(CORNERS))
            found.append(
                [(min(x + radius * math.cos(a), cut), y + radius * math.sin(a)) for a in angles]
            )
        return found
