"""What buckets are compared by: brackets over the same hours, and how far one is from full."""

from collections.abc import Sequence
from itertools import groupby

from helpers.models.result import Result
from helpers.views.bucket_cells import BAR, WALL, Cell
from helpers.views.plane import Plane, wide
from helpers.views.words import written
from helpers.words.locale import N_plural, _, plural

LABEL, AIR = 17, 14
"""Height of a word above the level that it is measured from, and what it needs of the bucket."""


class Brackets:
    """One bracket below all buckets of a row that take the same hours."""

    def __init__(self, drawn: Plane, cells: Sequence[Cell]) -> None:
        self._plane, self._cells = drawn, cells
        self._lines = drawn.lines(drawn.colours["ink"], 2)
        self._said = [drawn.moving_text(weight="bold") for _cell in cells]

    def put(self, keys: Sequence[str], result: Result, red: str) -> None:
        """``red`` is the bucket that takes more hours than the others; '' for none."""
        hours = [written(result[f"{key}.hours"]) for key in keys]
        places = range(len(keys))
        drawn, colours = [], []
        for text in self._said:
            self._plane.put(text, "")
        for (_top, taken), group in groupby(places, lambda n: (self._cells[n].top, hours[n])):
            run = list(group)
            first, last = self._cells[run[0]], self._cells[run[-1]]
            left, right = first.left, last.left + last.width
            foot = first.bar + BAR
            drawn.append([(left, first.bar), (left, foot), (right, foot), (right, first.bar)])
            ink = self._plane.colours["missing" if red in [keys[n] for n in run] else "ink"]
            colours.append(ink)
            tries = (_("the same {hours} a week"), _("the same {hours}"), "{hours}")
            if hours.count(taken) == 1:
                tries = (_("{hours} a week"), "{hours}")
            room = max(right - left, last.room)
            whole = [one.format(hours=taken) for one in tries]
            said = next((one for one in whole if wide(one, bold=True) <= room), whole[-1])
            self._plane.put(self._said[run[0]], said, left, first.hours, color=ink)
        self._lines.set_segments(drawn)
        self._lines.set_color(colours)


class Level:
    """A dashed line where one bucket ends, through others, and how many people lack there."""

    def __init__(self, drawn: Plane, cells: Sequence[Cell]) -> None:
        self._plane, self._cells = drawn, cells
        self._lines = drawn.lines(drawn.colours["ink"], 1.5, linestyles=(0, (4, 3)))
        self._said = [drawn.moving_text(ha="right") for _cell in cells]

    def put(self, start: int, lacking: Sequence[int], depth: float) -> None:
        """From the bucket at ``start``, which is filled to ``depth``, through those after it.

        ``lacking`` is a number of people for each bucket, 0 where nothing is to be said.
        """
        drawn, before = [], self._cells[start]
        for cell, text, few in zip(self._cells, self._said, lacking, strict=True):
            self._plane.put(text, "")
            if few <= 0:
                continue
            y, right = cell.ground - depth, cell.left + cell.width
            beside = before.top == cell.top and before.left < cell.left
            left = before.left + before.width if beside else cell.left
            drawn.append([(left, y), (right - WALL / 2, y)])
            before = cell
            full = plural(*N_plural("{number} fewer", "{number} fewer"), few).format(number=few)
            room = right - WALL - 4 - cell.beside
            said = next((one for one in (full, f"−{few}") if wide(one) <= room), "")
            if y - cell.rim >= AIR:
                self._plane.put(text, said, right - WALL - 4, y - LABEL / 2 - 1)
        self._lines.set_segments(drawn)
