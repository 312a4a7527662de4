"""Two pictures in one: the second below the first, its headline among the remarks."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.models.result import Result
from helpers.views import canvas
from helpers.views.canvas import View
from helpers.views.words import Words


class Strip:
    """A part of a figure that is as wide as all of it; views build on it as on a figure."""

    def __init__(self, figure: Figure, top: float, height: float) -> None:
        self._figure = figure
        self._full = canvas.size(figure)[1]
        self._top, self._height = top, height

    def get_size_inches(self) -> np.ndarray:
        return np.array([self._figure.get_size_inches()[0], self._height / canvas.DPI])

    def get_facecolor(self):
        return self._figure.get_facecolor()

    def add_axes(self, rect: Sequence[float], **style) -> Axes:
        left, bottom, width, height = rect
        share = self._height / self._full
        below = 1 - self._top / self._full - share
        return self._figure.add_axes((left, below + bottom * share, width, height * share), **style)


class Stacked:
    """Draws ``upper`` above ``lower``, both of one joined result; ``upper`` has the headline.

    That of ``lower`` is a remark; what else ``lower`` has to say is folded.
    """

    def __init__(self, upper: View, lower: View) -> None:
        self._main, self._lower = upper, lower

    def height(self, result: Result, width: int) -> int:
        return self._main.height(result, width) + self._lower.height(result, width)

    def key(self, result: Result) -> Hashable:
        return self._main.key(result), self._lower.key(result)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, full = canvas.size(figure)
        top = self._main.height(result, width)
        return [
            *self._main.build(Strip(figure, 0, top), result),
            *self._lower.build(Strip(figure, top, full - top), result),
        ]

    def update(self, result: Result) -> None:
        self._main.update(result)
        self._lower.update(result)

    def words(self, result: Result) -> Words:
        words, more = self._main.words(result), self._lower.words(result)
        return replace(
            words,
            alt=f"{words.alt} {more.alt}",
            remarks=(*words.remarks, more.headline),
            folded=(*words.folded, *more.remarks, *more.folded),
            quoted=(*words.quoted, *more.quoted),
        )
