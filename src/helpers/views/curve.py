"""Curves over one quantity: where we stand on them, and the lines that matter.

Several lessons ask "what happens if there is more of it?". They share this drawing and
say only their panels and their words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from helpers.models.result import Result
from helpers.views import canvas, palette
from helpers.views.room import Room

HEIGHT = 300
MARGINS = (58, 50, 22, 34)
"""CSS pixels left, below, right and above the axes of a panel."""
STYLES = ("-", "--", ":")
DOT = 7
"""Half the side of the present point, in CSS pixels, with its rim."""


@dataclass(frozen=True)
class Line:
    """One curve with its label, which stands beside the point number ``label_at``.

    ``marks`` is a marker: then the points alone are drawn.
    """

    label: str
    x: Sequence[float]
    y: Sequence[float]
    colour: str
    marks: str = ""
    label_at: int = -1


@dataclass(frozen=True)
class Limit:
    """A straight line that matters: ``value`` on ``axis`` (x: upright, y: level).

    A line that no control moves is ``still``: it is drawn once.
    """

    label: str
    value: float
    axis: str = "y"
    still: bool = False


@dataclass(frozen=True)
class Panel:
    """One pair of axes; the title names what goes up, and its unit.

    ``here`` is the present point, with what stands beside it.
    """

    title: str
    x_label: str
    x_end: float
    y_end: float
    lines: tuple[Line, ...]
    limits: tuple[Limit, ...] = ()
    here: tuple[float, float] | None = None
    here_label: str = ""
    y_start: float = 0.0
    percent: tuple[str, ...] = ()
    """Axes whose values are shares, written as percent."""


class CurveView:
    """The drawing. A subclass says ``panels``, ``words`` and, if it must, ``panel_height``."""

    panel_height = HEIGHT

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        """What is drawn, from top to bottom."""
        raise NotImplementedError

    def height(self, result: Result, width: int) -> int:
        return self.panel_height * len(self.panels(result, width < 600))

    def key(self, result: Result) -> tuple:
        panels = self.panels(result, narrow=False)
        # Everything but curves, limits and the present point is drawn once.
        return tuple(
            (
                replace(panel, lines=(), limits=(), here=None, here_label=""),
                tuple((line.label, line.colour) for line in panel.lines),
                tuple(limit if limit.still else replace(limit, value=0) for limit in panel.limits),
            )
            for panel in panels
        )

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = canvas.size(figure)
        self._narrow = width < 600
        panels = self.panels(result, self._narrow)
        left, below, right, above = MARGINS
        self._drawn, moving = [], []
        for place, panel in enumerate(panels):
            top = height - place * self.panel_height
            axes = canvas.box(
                figure, left, top - self.panel_height + below, width - right, top - above
            )
            axes.set_title(panel.title, pad=8)
            axes.set_xlabel(panel.x_label)
            axes.set_xlim(0, panel.x_end)
            axes.set_ylim(panel.y_start, panel.y_end)
            canvas.plain_numbers(axes.xaxis, percent="x" in panel.percent)
            canvas.plain_numbers(axes.yaxis, percent="y" in panel.percent)
            if panel.y_start < 0:
                axes.axhline(0, color=axes.spines["bottom"].get_edgecolor(), linewidth=1.2)
            limits = [self._limit(axes, limit) for limit in panel.limits]
            curves = [
                axes.plot(
                    [],
                    [],
                    linestyle="" if line.marks else STYLES[i % 3],
                    marker=line.marks,
                    markersize=4 if line.marks == "o" else 7,
                    color=line.colour,
                    linewidth=2.2,
                    clip_on=not line.marks,
                    zorder=3.5 if line.marks else 4,
                )[0]
                for i, line in enumerate(panel.lines)
            ]
            labels = [axes.text(0, 0, line.label, zorder=5) for line in panel.lines]
            note = axes.text(0, 0, panel.here_label, fontweight="bold", zorder=8)
            (dot,) = axes.plot(
                [],
                [],
                "o",
                color=palette.MISSING,
                markersize=9,
                markeredgecolor=axes.get_facecolor(),
                clip_on=False,
                zorder=7,
            )
            self._drawn.append((axes, limits, curves, labels, dot, note))
            for limit, (line, label) in zip(panel.limits, limits, strict=True):
                self._draw(limit, panel, line)
                moving += [label] if limit.still else [line, label]
            moving += [*curves, *labels, dot, note]
        return moving

    @staticmethod
    def _limit(axes, limit: Limit) -> tuple:
        """The dashed line and its label; ``update`` puts them where they belong."""
        ink = axes.xaxis.label.get_color()
        (line,) = axes.plot([], [], color=ink, linewidth=1.2, linestyle=(0, (6, 3)), zorder=2.8)
        return line, axes.text(0, 0, limit.label, zorder=5)

    @staticmethod
    def _draw(limit: Limit, panel: Panel, line: Line2D) -> None:
        ends, there = (0, panel.x_end), [limit.value] * 2
        if limit.axis == "x":
            line.set_data(there, (panel.y_start, panel.y_end))
        else:
            line.set_data(ends, there)

    def update(self, result: Result) -> None:
        panels = self.panels(result, self._narrow)
        for panel, (axes, limits, curves, labels, dot, note) in zip(
            panels, self._drawn, strict=True
        ):
            for limit, (line, _label) in zip(panel.limits, limits, strict=True):
                self._draw(limit, panel, line)
            for curve, line in zip(curves, panel.lines, strict=True):
                curve.set_data(line.x, line.y)
            dot.set_data(*([value] for value in panel.here) if panel.here else ([], []))
            note.set_text(panel.here_label if panel.here else "")
            self._name(panel, Room(axes), labels, [label for _line, label in limits], note)

    @staticmethod
    def _name(
        panel: Panel, room: Room, labels: Sequence[Text], limits: Sequence[Text], note: Text
    ) -> None:
        """All words of a panel where they cover nothing: the present point's come first."""
        curves = [room.pixels(line.x, line.y) for line in panel.lines]
        for line, points in zip(panel.lines, curves, strict=True):
            if line.marks:
                room.dots(points, 2 if line.marks == "o" else 4)
            else:
                room.line(points)
        ends = {"x": [panel.y_start, panel.y_end], "y": [0.0, panel.x_end]}
        for limit in panel.limits:
            there, along = [limit.value] * 2, ends[limit.axis]
            x_and_y = (there, along) if limit.axis == "x" else (along, there)
            room.line(room.pixels(*x_and_y))
        if panel.y_start < 0:
            room.line(room.pixels(ends["y"], [0.0, 0.0]))
        if panel.here:
            (here,) = room.pixels(*([value] for value in panel.here))
            room.keep(*(here - DOT), *(here + DOT))
            room.around(note, here, DOT)
        for line, points, label in zip(panel.lines, curves, labels, strict=True):
            seen = np.isfinite(points).all(axis=1)
            if line.label and seen.any():
                room.along(label, points[seen], line.label_at)
            label.set_visible(bool(seen.any()))
        for limit, label in zip(panel.limits, limits, strict=True):
            (x, y) = room.pixels([limit.value], [limit.value])[0]
            room.upright(label, x) if limit.axis == "x" else room.level(label, y)
