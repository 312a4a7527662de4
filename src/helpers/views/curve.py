"""Curves over one quantity: where we stand on them, and the lines that matter.

Several lessons ask "what happens if there is more of it?". They share this drawing and
say only their panels and their words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from helpers import look as looks
from helpers.models.result import Result
from helpers.views import canvas, palette
from helpers.views.plane import wide
from helpers.views.room import Room

HEIGHT = 300
MARGINS = (58, 50, 22, 34)
"""CSS pixels left, below, right and above the axes of a panel."""
NEXT = 8
"""From the end of a line to its name right of the axes, in CSS pixels."""
LABEL, WIDE = 17, 660
"""Size of the words beside curves from this width on, in CSS pixels."""
STYLES = ("-", "--", ":")
DOT = 7
"""Half the side of the present point, in CSS pixels, with its rim."""


@dataclass(frozen=True)
class Line:
    """One curve with its label, which stands beside the point number ``label_at``.

    ``figure`` follows the label and may change with the curve. ``marks`` is a marker: then the
    points alone are drawn.
    """

    label: str
    x: Sequence[float]
    y: Sequence[float]
    colour: str
    marks: str = ""
    label_at: int = -1
    figure: str = ""


@dataclass(frozen=True)
class Limit:
    """A straight line that matters: ``value`` on ``axis`` (x: upright, y: level).

    ``figure`` follows the label and may change with the value.
    A line that no control moves is ``still``: it is drawn once.
    """

    label: str
    value: float
    axis: str = "y"
    still: bool = False
    figure: str = ""


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
    ends: bool = False
    """Lines are named right of the axes, at the height where they end."""


def _ending(panel: Panel) -> list[Line | Limit]:
    """What reaches the right edge of the axes."""
    return [*panel.lines, *(limit for limit in panel.limits if limit.axis == "y")]


def _shape(figure: str) -> str:
    """A figure with the widest digit in every place."""
    return re.sub(r"\d", "4", figure)


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
                tuple(
                    replace(limit, value=limit.value if limit.still else 0, figure="")
                    for limit in panel.limits
                ),
                tuple(_shape(one.figure) for one in _ending(panel)) if panel.ends else (),
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
            size = LABEL if width >= WIDE else looks.SMALL
            beside = self._beside(panel, size) if panel.ends else right
            axes = canvas.box(
                figure, left, top - self.panel_height + below, width - beside, top - above
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
            style = {"fontsize": looks.points(size, canvas.DPI)}
            labels = [axes.text(0, 0, line.label, zorder=5, **style) for line in panel.lines]
            note = axes.text(0, 0, panel.here_label, fontweight="bold", zorder=8, **style)
            for _line, label in limits:
                label.set(**style)
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

    def _said(self, named: Line | Limit, panel: Panel) -> str:
        """A label and its figure, below each other where they stand beside narrow axes."""
        upright = isinstance(named, Limit) and named.axis == "x"
        between = "\n" if panel.ends and self._narrow and not upright else " "
        return between.join(filter(None, (named.label, named.figure))) if named.label else ""

    def _beside(self, panel: Panel, size: float) -> float:
        """Room for the names right of the axes, whatever the digits of their figures are."""
        named = [replace(one, figure=_shape(one.figure)) for one in _ending(panel)]
        said = [self._said(one, panel).split("\n") for one in named]
        return 2 * NEXT + max(wide(part, size) for parts in said for part in parts)

    @staticmethod
    def _at_the_ends(axes: Axes, panel: Panel, ends: Sequence[tuple[float, Text]]) -> None:
        """Names at the heights where their lines end, moved apart as far as they must be."""
        ends = [(height, label) for height, label in ends if label.get_text()]
        scale, box = axes.figure.dpi / canvas.DPI, axes.get_window_extent()
        tall = max(label.get_window_extent().height for _end, label in ends) / box.height
        shares = [(end - panel.y_start) / (panel.y_end - panel.y_start) for end, _label in ends]
        heights = canvas.spread(shares, tall, 0.0, 1.0)
        for (_end, label), height in zip(ends, heights, strict=True):
            label.set(ha="left", va="center", transform=axes.transAxes, clip_on=False)
            label.set_position((1 + NEXT * scale / box.width, height))

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
            written = [*zip(panel.lines, labels, strict=True)]
            limited = [(one, label) for one, (_l, label) in zip(panel.limits, limits, strict=True)]
            for one, label in (*written, *limited):
                label.set_text(self._said(one, panel))
            if panel.ends:  # what ends at the right edge is named beyond it
                ends = [(one.y[-1], label) for one, label in written]
                ends += [(one.value, label) for one, label in limited if one.axis == "y"]
                self._at_the_ends(axes, panel, ends)
                written, limited = [], [pair for pair in limited if pair[0].axis == "x"]
            self._name(panel, Room(axes), written, limited, note)

    @staticmethod
    def _name(
        panel: Panel,
        room: Room,
        lines: Sequence[tuple[Line, Text]],
        limits: Sequence[tuple[Limit, Text]],
        note: Text,
    ) -> None:
        """Words inside the axes where they cover nothing: the present point's come first."""
        for line in panel.lines:
            points = room.pixels(line.x, line.y)
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
            walls = [room.pixels([one.value], [0.0])[0][0] for one, _ in limits if one.axis == "x"]
            room.around(note, here, DOT, walls=walls)
        for line, label in lines:
            points = room.pixels(line.x, line.y)
            seen = np.isfinite(points).all(axis=1)
            if line.label and seen.any():
                room.along(label, points[seen], line.label_at)
            label.set_visible(bool(seen.any()))
        for limit, label in limits:
            (x, y) = room.pixels([limit.value], [limit.value])[0]
            room.upright(label, x) if limit.axis == "x" else room.level(label, y)
