"""A ruler of shares of articles found: from which one on they beat another way."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.models.result import Result
from helpers.models.search import POSTS, SEARCH, SOCIAL
from helpers.views import palette, plane
from helpers.views.hump_ended import overtakes
from helpers.views.hump_words import HumpWords
from helpers.views.plane import Plane, box, lined_up, names_top, wide
from helpers.views.scale import circle
from helpers.views.words import Speaker, written
from helpers.words import locale
from helpers.words.locale import _


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels. ``plot``: height of all areas; ``rows``: rows of names below.

    ``stacked``: the three readouts stand below each other instead of side by side; ``wraps``:
    lines of what is not drawn.
    """

    margin: float
    figure: float
    word: float
    plot: float
    rows: int
    stacked: bool = False
    wraps: int = 1


LINE = 20
END = 20
"""Room at the end of the ruler for half of what is written under it."""
LEAST, MOST = 0.002, 1.0
"""Ends of the ruler, as shares of articles found."""
TENS = (0.01, 0.1, 1.0)
"""What is written under the ruler: each step is ten times the last."""
TICK = 11
"""Half the length of a mark on the ruler."""
WAYS = (POSTS, SEARCH, SOCIAL)
"""What articles are held against."""
DOT = 8
BAR = 10


class HumpRuler(HumpWords):
    """The line with its marks; who draws the areas says where it stands."""

    _plane: Plane
    _shape: Form
    _left: float
    _right: float

    def _build_ruler(self, form: Form, y: float) -> None:
        """The line, what stands on it and what it is said to be; it begins at ``y``."""
        drawn, colours = self._plane, self._plane.colours
        title = _("Articles beat another way if more than this share of them is found")
        lines = plane.wrapped(title, self._right - self._left, form.word)
        for row, said in enumerate(lines[: 2 if form.stacked else 1]):
            drawn.text(said, self._left, y + LINE * (row + 0.5), form.word, weight="bold")
        y += LINE * (2 if form.stacked else 1)
        self._above = y + LINE / 2 + 4
        self._ruler = y + LINE + 18
        drawn.line([(self._left, self._ruler), (self._share(MOST), self._ruler)], colours["ink"], 2)
        for share in TENS:
            x = self._share(share)
            drawn.line([(x, self._ruler - 4), (x, self._ruler + 4)], colours["soft"], 1.2)
        self._tens = [drawn.moving_text(color=colours["soft"]) for _share in TENS]
        self._never = drawn.moving_text()
        self._stems = drawn.lines(colours["soft"], 1.2)
        self._leads = drawn.lines(colours["soft"], 1.2)
        self._pages = drawn.boxes(facecolors=palette.SHARED, zorder=4.5)
        self._marks = drawn.lines(colours["ink"], 2.6, zorder=5)
        self._dot = drawn.boxes(
            facecolors=colours["ink"], edgecolors=colours["ground"], linewidths=1.5, zorder=5.5
        )

    def _share(self, share: float) -> float:
        """Where a share of articles found stands on the ruler; each step is ten times the last."""
        along = math.log(max(share, LEAST) / LEAST) / math.log(MOST / LEAST)
        return self._left + along * (self._right - END - self._left)

    def _put_ruler(self, result: Result) -> None:
        y, speak = self._ruler, Speaker(result)
        low, high = (self._share(result.value(f"new_pages.{end}")) for end in ("low", "high"))
        self._pages.set_verts([box(low, y - BAR / 2, high, y + BAR / 2)])
        dot = self._share(result.value("found"))
        self._dot.set_verts([circle(dot, y, DOT)])
        tops = [
            ((low + high) / 2, self._tops[0], self._pages_said(speak), False),
            (dot, self._tops[1], _("assumed: {share}").format(share=speak("found")), True),
        ]
        tops.sort(key=lambda top: top[0])
        widths = [wide(said, bold=bold) for _x, _text, said, bold in tops]
        at = lined_up([top[0] for top in tops], widths, self._left, self._right)
        for (_x, text, said, _bold), x in zip(tops, at, strict=True):
            self._plane.put(text, said, x, self._above, ha="center")
        reached = [way for way in WAYS if f"turns_found.{way}" in result]
        names = sorted(
            (self._turn_at(result, way), self._turn_said(result, way)) for way in reached
        )
        # What articles never beat has a line of its own, and no mark: there is none to be reached.
        met = [self._turn_at(result, way) for way in reached]
        self._marks.set_segments([[(x, y - TICK), (x, y + TICK)] for x in met])
        low = y + TICK + LINE
        self._stems.set_segments([[(x, y + TICK), (x, low)] for x, _said in names])
        self._say_tens([x for x, _said in names])
        self._plane.name(self._ticks, self._leads, names, low, self._left, self._right)
        last = low + names_top(self._shape.rows - 1) + LINE / 2
        self._plane.put(self._never, self._never_said(result), self._right, last, ha="right")

    def _say_tens(self, marks: Sequence[float]) -> None:
        """The powers of ten under the line, where no mark stands."""
        for text, share in zip(self._tens, TENS, strict=True):
            said, x = locale.percent(share), self._share(share)
            free = all(abs(x - mark) > wide(said) / 2 + 4 for mark in marks)
            self._plane.put(
                text, said if free else "", x, self._ruler + DOT + 2 + LINE / 2, ha="center"
            )

    def _pages_said(self, speak: Speaker) -> str:
        if self._shape.stacked:
            return _("all new pages")
        return _("all new pages: {low} to {high}").format(
            low=speak("new_pages.low"), high=speak("new_pages.high")
        )

    def _turn_at(self, result: Result, way: str) -> float:
        return self._share(result.value(f"turns_found.{way}"))

    def _turn_said(self, result: Result, way: str) -> str:
        """A way, and the share at which articles begin to bring more."""
        share = written(result[f"turns_found.{way}"])
        name = {
            POSTS: _("posts {share}"),
            SEARCH: _("search ads {share}"),
            SOCIAL: _("network ads {share}"),
        }[way]
        if way == SEARCH and overtakes(result):  # it is that of ads which end with the articles
            name = _("search ads {share}, going on {later}")
            if "longer.turn" not in result:
                name = _("search ads {share}, going on: never")
            elif self._shape.stacked:
                name = _("search ads {share} to {later}")
            later = written(result["longer.turn"]) if "longer.turn" in result else ""
            return name.format(share=share, later=later)
        return name.format(share=share)

    @staticmethod
    def _never_said(result: Result) -> str:
        """The ways that articles never beat, however many are found; '' if there are none."""
        names = {POSTS: _("posts"), SEARCH: _("search ads"), SOCIAL: _("network ads")}
        never = [names[way] for way in WAYS if f"turns_found.{way}" not in result]
        if not never:
            return ""
        return _("{ways}: out of reach").format(ways=locale.listing(never))
