"""Curves over one quantity: where we stand on them, and the lines that matter.

Several lessons ask "what happens if there is more of it?". They share this drawing and
say only their panels and their words.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from helpers.models.result import Result
from helpers.views import canvas, palette

HEIGHT = 300
MARGINS = (58, 50, 22, 34)
"""CSS pixels left, below, right and above the axes of a panel."""
STYLES = ("-", "--", ":")


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
                    zorder=3.5 if line.marks else 4,
                )[0]
                for i, line in enumerate(panel.lines)
            ]
            ground = axes.get_facecolor()
            labels = [
                axes.text(0, 0, line.label, ha="right", zorder=5)
                for line in panel.lines
                if line.label
            ]
            bounds = axes.get_window_extent()
            note = axes.text(0, 0, panel.here_label, fontweight="bold", zorder=8)
            fixed = [*labels, *(limit_label for _line, limit_label in limits)]
            sizes = {
                text: (box.width / bounds.width, box.height / bounds.height)
                for text in (note, *fixed)
                for box in (text.get_window_extent(),)
            }
            (dot,) = axes.plot(
                [],
                [],
                "o",
                color=palette.MISSING,
                markersize=9,
                markeredgecolor=ground,
                clip_on=False,
                zorder=7,
            )
            self._drawn.append((limits, curves, labels, dot, note, sizes))
            for limit, artists in zip(panel.limits, limits, strict=True):
                if limit.still:
                    self._move(limit, panel, *artists)
                else:
                    moving += artists
            moving += [*curves, *labels, dot, note]
        return moving

    @staticmethod
    def _limit(axes, limit: Limit) -> tuple:
        """The dashed line and its label; ``update`` puts them where they belong."""
        ink = axes.xaxis.label.get_color()
        (line,) = axes.plot([], [], color=ink, linewidth=1.2, linestyle=(0, (6, 3)), zorder=2.8)
        return line, axes.text(0, 0, limit.label, va="top", zorder=3)

    @staticmethod
    def _move(limit: Limit, panel: Panel, line, label) -> None:
        if limit.axis == "y":
            line.set_data([0, panel.x_end], [limit.value] * 2)
            reach = panel.y_end - panel.y_start
            below = limit.value > panel.y_start + 0.88 * reach
            label.set_va("top" if below else "bottom")
            label.set_ha("left")
            shift = (-0.015 if below else 0.015) * reach
            label.set_position((0.012 * panel.x_end, limit.value + shift))
            return
        line.set_data([limit.value] * 2, [panel.y_start, panel.y_end])
        top = panel.y_start + 0.95 * (panel.y_end - panel.y_start)
        right = limit.value > 0.6 * panel.x_end
        label.set_ha("right" if right else "left")
        shift = (-0.012 if right else 0.012) * panel.x_end
        label.set_position((limit.value + shift, top))

    def update(self, result: Result) -> None:
        panels = self.panels(result, self._narrow)
        for panel, drawn in zip(panels, self._drawn, strict=True):
            limits, curves, labels, dot, note, sizes = drawn
            for limit, artists in zip(panel.limits, limits, strict=True):
                if not limit.still:
                    self._move(limit, panel, *artists)
            for curve, line in zip(curves, panel.lines, strict=True):
                curve.set_data(line.x, line.y)
            named = [line for line in panel.lines if line.label]
            self._place(panel, named, labels)
            dot.set_data(*([value] for value in panel.here) if panel.here else ([], []))
            note.set_text(panel.here_label if panel.here else "")
            level = [
                label
                for limit, (_line, label) in zip(panel.limits, limits, strict=True)
                if limit.axis == "y" and not limit.still
            ]
            self._beside(panel, note, level, sizes)

    @staticmethod
    def _beside(
        panel: Panel,
        note: Text,
        limits: Sequence[Text],
        sizes: Mapping[Text, tuple[float, float]],
    ) -> None:
        """The note at that corner of the present point where it covers no other words.

        The words of a level line move along it where that helps.
        """
        x, y = panel.here or (0.0, panel.y_start)
        reach = panel.y_end - panel.y_start
        right, high = x > 0.55 * panel.x_end, y > panel.y_start + 0.75 * reach

        def cover(text: Text) -> Bbox:
            """Where a text stands, in shares of the axes."""
            (left, middle), (wide, tall) = text.get_position(), sizes[text]
            left, middle = left / panel.x_end, (middle - panel.y_start) / reach
            left -= {"left": 0, "center": wide / 2, "right": wide}[text.get_ha()]
            middle -= {"bottom": 0, "center": tall / 2, "top": tall}[text.get_va()]
            return Bbox.from_bounds(left, middle, wide, tall)

        def taken(text: Text) -> float:
            """How much of a text others cover, or the edge of the axes cuts."""
            own, lost = cover(text), 0.0
            for other in sizes:
                if other is not text and other.get_text() and text.get_text():
                    shared = Bbox.intersection(own, cover(other))
                    lost += shared.width * shared.height if shared else 0.0
            inside = Bbox.intersection(own, Bbox.unit())
            return lost + own.width * own.height - (inside.width * inside.height if inside else 0)

        def corner(right: bool, high: bool) -> float:
            note.set_ha("right" if right else "left")
            note.set_va("top" if high else "bottom")
            shift = (-0.018 if right else 0.018) * panel.x_end
            note.set_position((x + shift, y + (-0.045 if high else 0.045) * reach))
            return taken(note)

        def along(text: Text, place: str) -> float:
            text.set_ha(place)
            text.set_x({"left": 0.012, "right": 0.988, "center": 0.5}[place] * panel.x_end)
            return taken(text) + best()

        def best() -> float:
            corners = [(right, high), (right, not high), (not right, high), (not right, not high)]
            return corner(*min(corners, key=lambda place: corner(*place)))

        if best() or any(taken(text) for text in limits):
            for text in limits:
                places = ("left", "right", "center")
                along(text, min(places, key=lambda place, text=text: along(text, place)))

    @staticmethod
    def _place(panel: Panel, lines: Sequence[Line], labels: Sequence) -> None:
        """Each label beside the end of its line, moved apart where ends are close."""
        ends = []
        reach = panel.y_end - panel.y_start
        for line in lines:
            seen = [(x, y) for x, y in zip(line.x, line.y, strict=True) if math.isfinite(y)]
            x, y = seen[line.label_at] if seen else (panel.x_end, panel.y_start)
            height = min(max((y - panel.y_start) / reach, 0.0), 1.0)
            ends.append((min(x, panel.x_end), height))
        wanted = [height + 0.07 for _x, height in ends]
        if len(ends) > 1:
            # The lowest end is named below its line, where there is room, all others above.
            lowest = min(range(len(ends)), key=lambda i: ends[i][1])
            if ends[lowest][1] > 0.2 and lines[lowest].label_at == -1:
                wanted[lowest] = ends[lowest][1] - 0.07
        heights = canvas.spread(wanted, 0.1, 0.06, 0.95)
        for label, (x, _height), height in zip(labels, ends, heights, strict=True):
            near_left = x < 0.4 * panel.x_end
            label.set_ha("left" if near_left else "right")
            label.set_va("center")
            shift = 0.012 if near_left else -0.006
            label.set_position((x + shift * panel.x_end, panel.y_start + height * reach))
