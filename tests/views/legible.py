"""What can be read in a picture, and what cannot: one set of checks for every view.

A picture is drawn without its letters, so that what lies behind each word can be seen; where
the words stand is known from their boxes. All lengths are CSS pixels.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from unittest.mock import patch

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.collections import Collection, PathCollection
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import weight_dict
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox

from helpers import look
from helpers.models.result import Result
from helpers.views import canvas
from helpers.views.canvas import Canvas, Look, View

SLACK = 2
"""By which a line's box is taller than the ink of its letters, above and below."""
GAP = 3
"""Words that stand closer beside each other are read as one."""
SPECKS = 4
"""Pixels of another mark that may reach into the box of a word, at its rounded corners."""
CLIPPED = 1.5
"""By which a mark may be drawn beyond its axes: half a broad line."""
LEAST, LEAST_LARGE = 4.5, 3.0
"""Contrasts that WCAG 2 asks of text, and of large text."""
LARGE, LARGE_BOLD = 24, 18.66
"""From these sizes on text is large, in CSS pixels."""


def letterless() -> AbstractContextManager:
    """Within it all is drawn but letters; plates behind words are."""
    return patch.object(RendererAgg, "draw_text", lambda *args, **kwargs: None)


class Drawing:
    """Draws one view at one look again and again, and says what is wrong with each picture.

    All stands where it stands in light; in dark only the colours are judged.
    """

    def __init__(self, view: View, asked: Look) -> None:
        self._canvas, self._look = Canvas(view), asked
        self._figure: Figure | None = None
        self._seen: set[bytes] = set()
        self.texts: list[Text] = []

    def faults(self, result: Result) -> list[str]:
        """Nothing for a picture that has been looked at before."""
        with letterless():
            pixels = self._canvas.draw(result, self._look)
        figure = self._canvas._agg.figure
        if figure is not self._figure:
            self._figure, self.texts = figure, texts(figure)
        words = repr([(t.get_text(), t.get_position(), t.get_ha()) for t in self.texts])
        print_of = words.encode() + pixels.tobytes()
        if (known := hash(print_of)) in self._seen:
            return []
        self._seen.add(known)
        if self._look.theme == "dark":
            return hard_to_read(figure, pixels, self.texts)
        return faults(figure, pixels, self.texts)


def texts(figure: Figure) -> list[Text]:
    """Every text of a figure, also one that is empty at present."""
    beyond = set(_beyond_the_axes(figure))
    return [text for text in dict.fromkeys(figure.findobj(Text)) if text not in beyond]


def _beyond_the_axes(figure: Figure) -> Iterator[Text]:
    """Labels of ticks outside the axes, which matplotlib keeps but does not draw."""
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in axis.get_major_ticks():
                if not low - 1e-9 <= tick.get_loc() <= high + 1e-9:
                    yield from (tick.label1, tick.label2)


def faults(figure: Figure, pixels: np.ndarray, words: list[Text] | None = None) -> list[str]:
    """All that is wrong, in words; ``pixels`` are the figure without its letters."""
    words = shown(texts(figure) if words is None else words)
    found = [f"“{said}” is cut by the edge" for said in cut(figure, words)]
    found += [f"“{one}” and “{other}” cover each other" for one, other in overlaps(figure, words)]
    found += [f"“{said}” is too small" for said in small(words)]
    found += [
        f"“{said}” is hard to read on what is behind it" for said in faint(figure, pixels, words)
    ]
    return found + [f"{mark} is drawn beyond its axes" for mark in clipped(figure)]


def shown(words: list[Text]) -> list[Text]:
    """Those of the texts that say something."""
    return [text for text in words if text.get_text().strip() and text.get_visible()]


def hard_to_read(figure: Figure, pixels: np.ndarray, words: list[Text]) -> list[str]:
    """The faint texts, in words."""
    found = faint(figure, pixels, shown(words))
    return [f"“{said}” is hard to read on what is behind it" for said in found]


def cut(figure: Figure, words: list[Text]) -> list[str]:
    """Texts that leave the figure by more than a pixel."""
    room = figure.bbox.padded(figure.dpi / canvas.DPI)
    return [
        text.get_text()
        for text in words
        for box in (text.get_window_extent(),)
        if not (room.contains(*box.min) and room.contains(*box.max))
    ]


def outline(text: Text, ratio: float, beside: float = 0) -> Path:
    """Where a text stands: the ink of its letters, turned as the text is turned.

    ``beside`` is the room that it needs at either end.
    """
    angle, flat = text.get_rotation(), text.get_window_extent()
    centre = np.mean(flat.get_points(), axis=0)
    if angle:
        text.set_rotation(0)
        flat = text.get_window_extent()
        text.set_rotation(angle)
    box = Affine2D().translate(-0.5, -0.5)
    box.scale(flat.width + 2 * beside * ratio, max(flat.height - 2 * SLACK * ratio, 1))
    return box.rotate_deg(angle).translate(*centre).transform_path(Path.unit_rectangle())


def overlaps(figure: Figure, words: list[Text]) -> list[tuple[str, str]]:
    """Pairs of texts of which one is printed over the other, or right beside it."""
    ratio = figure.dpi / canvas.DPI
    paths = [outline(text, ratio, GAP / 2) for text in words]
    boxes = np.array([path.get_extents().extents for path in paths]).reshape(-1, 4)
    low, high = boxes[:, None, :2], boxes[:, None, 2:]
    close = ((low < boxes[None, :, 2:]) & (high > boxes[None, :, :2])).all(axis=2)
    return [
        (words[one].get_text(), words[other].get_text())
        for one, other in np.argwhere(np.triu(close, 1))
        if paths[one].intersects_path(paths[other], filled=True)
    ]


def small(words: list[Text]) -> list[str]:
    """Texts below the smallest size."""
    least = look.points(look.SMALL, canvas.DPI) - 1e-6
    return [text.get_text() for text in words if text.get_fontsize() < least]


def faint(figure: Figure, pixels: np.ndarray, words: list[Text]) -> list[str]:
    """Texts behind which, also in part, is a colour that they hardly stand out from.

    A curve through a label is one, the end of a bar beneath a number another.
    """
    ratio, height = figure.dpi / canvas.DPI, len(pixels)
    light = _luminances(pixels)
    found = []
    for text in words:
        path = outline(text, ratio)
        left, bottom, right, top = path.get_extents().extents
        rows = slice(max(int(height - top), 0), max(int(np.ceil(height - bottom)), 0))
        columns = slice(max(int(left), 0), max(int(np.ceil(right)), 0))
        behind = light[rows, columns]
        if text.get_rotation() % 90:
            y, x = np.mgrid[rows, columns]
            spots = np.column_stack([x.ravel() + 0.5, height - y.ravel() - 0.5])[: behind.size]
            behind = behind.ravel()[path.contains_points(spots)]
        own = _luminances(np.array([[to_rgb(text.get_color())]]) * 255)[0, 0]
        contrast = (np.maximum(behind, own) + 0.05) / (np.minimum(behind, own) + 0.05)
        if (contrast < _least(text)).sum() > SPECKS * ratio**2:
            found.append(text.get_text())
    return found


def _least(text: Text) -> float:
    size = text.get_fontsize() * canvas.DPI / 72
    weight = text.get_fontweight()
    bold = weight_dict.get(weight, weight) >= weight_dict["bold"]
    return LEAST_LARGE if size >= (LARGE_BOLD if bold else LARGE) else LEAST


LINEAR = np.array(
    [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in np.arange(256) / 255]
)


def _luminances(pixels: np.ndarray) -> np.ndarray:
    """Relative luminances of WCAG 2."""
    linear = LINEAR[np.rint(pixels[..., :3]).astype(int)]
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def clipped(figure: Figure) -> list[str]:
    """Marks that are longer than their axes, so that a part of them is not drawn."""
    ratio = figure.dpi / canvas.DPI
    found = []
    for axes in figure.axes:
        for mark in (*axes.lines, *axes.collections, *axes.patches):
            room = axes.bbox if mark.get_clip_on() else figure.bbox
            low, high = room.padded(CLIPPED * ratio).get_points()
            box = _extent(mark, axes) if mark.get_visible() else None
            if box is not None and ((box.min < low).any() or (box.max > high).any()):
                sides = np.concatenate([low - box.min, box.max - high]) / ratio
                over = dict(zip(("left", "below", "right", "above"), sides, strict=True))
                where = ", ".join(f"{side} {by:.0f}" for side, by in over.items() if by > 0)
                found.append(f"{type(mark).__name__} ({where}) in “{axes.get_title(loc='left')}”")
    return found


def _extent(mark: Artist, axes: Axes) -> Bbox | None:
    """The box of what a mark draws, with the size of its markers; None for nothing."""
    scale = axes.figure.dpi / 72
    match mark:
        case Line2D():
            points = mark.get_transform().transform(mark.get_xydata())
            marked = mark.get_marker() not in (None, "None", "", " ")
            pad = mark.get_markersize() * scale / 2 if marked else 0.0
        case PathCollection():
            points = mark.get_offset_transform().transform(mark.get_offsets())
            sizes = mark.get_sizes()
            pad = scale * max(sizes, default=0.0) ** 0.5 / 2
        case Collection():
            paths = [p.vertices for p in mark.get_paths() if len(p.vertices)]
            points = mark.get_transform().transform(np.concatenate(paths)) if paths else None
            pad = 0.0
        case Patch():
            path = mark.get_transform().transform_path(mark.get_path())
            points, pad = path.vertices, 0.0
        case _:
            return None
    if points is None:
        return None
    points = np.asarray(points, float)
    points = points[np.isfinite(points).all(axis=1)]
    if not len(points):
        return None
    return Bbox([points.min(axis=0), points.max(axis=0)]).padded(pad)
