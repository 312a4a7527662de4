"""Fast pictures for every view: draw the fixed part once, then only what changes.

The only module that knows Agg. A view builds its axes and fixed artists, names the
artists that change, and updates them (matplotlib's own animation idiom). While the key
of a result stays the same, the fixed part is restored from memory and only the changing
artists are drawn on top: the same picture as a full draw, several times faster.
"""

import io
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean as mean
from threading import RLock
from typing import Protocol

import matplotlib
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.ticker import FuncFormatter, MaxNLocator
from PIL import Image

from helpers import look as looks
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.words import Words
from helpers.words import locale

DPI = 100
for _file in sorted(looks.FONTS.glob("*.ttf")):
    fontManager.addfont(_file)  # beside what the machine has, so that words are as wide everywhere

COLOURS = 64
LARGE = 100_000
"""From here on an axis has no room for all digits."""

_DRAWING = RLock()
"""One picture at a time: matplotlib's settings are the process's, and JupyterLab lets
controls speak to the kernel from a second thread while cells still run."""


@dataclass(frozen=True)
class Look:
    """How a screen wants its picture: width in CSS pixels, pixel ratio, theme, language."""

    width: int = looks.EYE
    ratio: float = 1.0
    theme: str = "light"
    language: str = "en"

    @classmethod
    def fitting(cls, width: float, ratio: float, theme: str, language: str) -> "Look":
        """The look for a column: the widest layout that fits, a sharp but bounded ratio."""
        fitting = [w for w in looks.WIDTHS if w <= width]
        return cls(
            fitting[-1] if fitting else looks.WIDTHS[0],
            min(max(round(ratio * 2) / 2, 1.0), 3.0),
            theme if theme in palette.THEMES else "light",
            language,
        )


class View(Protocol):
    """A picture and its words."""

    def height(self, result: Result, width: int) -> int:
        """Height in CSS pixels at a width."""

    def key(self, result: Result) -> Hashable:
        """What the fixed part depends on: same key, same background."""

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        """Make axes and all artists; return those that ``update`` changes."""

    def update(self, result: Result) -> None:
        """Set the changing artists to the result."""

    def words(self, result: Result) -> Words:
        """Headline, table and text alternative of the same result."""


@cache
def _style(theme: str) -> dict:
    base = matplotlib.rc_params_from_file(
        Path(__file__).with_name("course.mplstyle"), use_default_template=False
    )
    sizes = dict.fromkeys(
        ("font.size", "axes.titlesize", "axes.labelsize", "xtick.labelsize", "ytick.labelsize"),
        looks.points(looks.SMALL, DPI),
    )
    # Named, not as "sans-serif": of a generic family matplotlib takes the first face alone.
    fonts = {"font.family": [looks.FONT, looks.FALLBACK]}
    return {**base, **sizes, **fonts, **palette.style(theme)}


class Canvas:
    """Draws one view. Not shared between pictures: it keeps the last fixed part."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._key: Hashable = None
        self._agg: FigureCanvasAgg | None = None
        self._background: object = None
        self._moving: list[Artist] = []

    def draw(self, result: Result, look: Look) -> np.ndarray:
        """The picture as an RGBA array; fixed part from memory where the key allows it."""
        key = (look, self.view.key(result))
        with _DRAWING, matplotlib.rc_context(_style(look.theme)):
            if key != self._key:
                self._build(result, look)
                self._key = key
            self.view.update(result)
            self._agg.restore_region(self._background)
            for artist in self._moving:
                self._agg.figure.draw_artist(artist)
        return np.asarray(self._agg.buffer_rgba())

    def png(self, result: Result, look: Look) -> bytes:
        """The picture as a small palette PNG."""
        return encode(self.draw(result, look))

    def full_draw(self, result: Result, look: Look) -> np.ndarray:
        """The picture from a new figure, nothing from memory: the yardstick of tests."""
        with _DRAWING, matplotlib.rc_context(_style(look.theme)):
            figure = new_figure(look, self.view.height(result, look.width))
            agg = FigureCanvasAgg(figure)
            self.view.build(figure, result)
            self.view.update(result)
            keep_inside(figure)
            agg.draw()
        self._key = None
        return np.asarray(agg.buffer_rgba())

    def _build(self, result: Result, look: Look) -> None:
        figure = new_figure(look, self.view.height(result, look.width))
        self._agg = FigureCanvasAgg(figure)
        moving = self.view.build(figure, result)
        for artist in moving:
            artist.set_animated(True)
        self._moving = sorted(moving, key=lambda artist: artist.get_zorder())
        keep_inside(figure)
        self._agg.draw()
        self._background = self._agg.copy_from_bbox(figure.bbox)


def new_figure(look: Look, height: int) -> Figure:
    """An empty figure of a look, without pyplot."""
    return Figure(figsize=(look.width / DPI, height / DPI), dpi=DPI * look.ratio)


def encode(pixels: np.ndarray) -> bytes:
    """Palette PNG of an RGBA array."""
    image = Image.fromarray(pixels)
    image = image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    # Averaging shifts the ground by a shade; the corner says which entry it is.
    colours = image.getpalette()
    ground = 3 * image.getpixel((0, 0))
    colours[ground : ground + 3] = pixels[0, 0, :3].tolist()
    image.putpalette(colours)
    stream = io.BytesIO()
    image.save(stream, "png", compress_level=1)
    return stream.getvalue()


def box(figure: Figure, left: float, bottom: float, right: float, top: float) -> Axes:
    """Axes placed by distances in CSS pixels from the left and bottom edge of the figure."""
    width, height = figure.get_size_inches() * DPI
    return figure.add_axes(
        (left / width, bottom / height, (right - left) / width, (top - bottom) / height)
    )


def size(figure: Figure) -> tuple[int, int]:
    """Width and height of a figure in CSS pixels."""
    width, height = figure.get_size_inches() * DPI
    return round(width), round(height)


def keep_inside(figure: Figure) -> None:
    """The last number of an axis ends at its tick where it would run out of the picture."""
    for axes in figure.axes:
        if axes.axison:
            axes.xaxis.get_tightbbox(figure.canvas.get_renderer())  # puts the ticks there
            for label in axes.xaxis.get_majorticklabels():
                if label.get_window_extent().x1 > figure.bbox.x1:
                    label.set_ha("right")


def shortened(figure: Figure, name: str, room: float) -> str:
    """A name that fits into so many CSS pixels, with an ellipsis if it has to be cut."""
    text = figure.text(0, 0, name)
    scale = figure.dpi / DPI
    kept = name
    while len(kept) > 1 and text.get_window_extent().width > room * scale:
        kept = kept[:-1].rstrip()
        text.set_text(f"{kept}…")
    shown = text.get_text()
    text.remove()
    return shown


def spread(places: list[float], clear: float, low: float, high: float) -> list[float]:
    """The places moved as little as possible so that no two are closer than ``clear``.

    Order is kept, and all lie between ``low`` and ``high`` as long as there is room.
    Least squares: with the wanted distances taken out it is an isotonic regression,
    solved by pooling adjacent violators.
    """
    order = sorted(range(len(places)), key=places.__getitem__)
    pools: list[list[float]] = []
    for place, index in enumerate(order):
        pools.append([places[index] - place * clear])
        while len(pools) > 1 and mean(pools[-2]) > mean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    top = high - clear * (len(places) - 1)
    level = [min(max(mean(pool), low), top) for pool in pools for _member in pool]
    placed = list(places)
    for place, index in enumerate(order):
        placed[index] = level[place] + place * clear
    return placed


def plain_numbers(axis: Axis, signed: bool = True, percent: bool = False) -> None:
    """Few round ticks, written as the language writes numbers.

    ``signed`` False drops the minus, ``percent`` writes shares as percent. Numbers that need
    six digits or more are written short, all on the axis alike.
    """
    axis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))

    def write(value: float, _position: int) -> str:
        value = value if signed else abs(value)
        if percent:
            whole = abs(100 * value - round(100 * value)) < 1e-6
            return locale.percent(value) if whole else locale.fine_percent(value)
        if max(map(abs, axis.get_view_interval())) >= LARGE:
            return locale.short_number(value)
        digits = 0 if value == round(value) else 1 if 10 * value == round(10 * value) else 2
        return locale.number(value, digits)

    axis.set_major_formatter(FuncFormatter(write))
