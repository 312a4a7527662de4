"""A picture drawn by hand in CSS pixels: words on their marks, names that make way for each other.

Signature pictures are drawn on one plane that fills the figure, y downwards, as on a screen.
``gap.py`` is the model.
"""

from collections.abc import Sequence
from functools import lru_cache
from statistics import fmean

from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from helpers import look
from helpers.views import canvas, palette

Point = tuple[float, float]

MIDDLE = 0.364
"""Half the height of a capital of Inter, as a share of its size."""
CLEAR = 12
"""Between two words beside each other."""
LEADER = 2
"""Room that the leader of a name in a lower row takes between the names of the upper ones."""
LINE = 21
"""From one row of names to the next."""
STEM = 7
"""How far a leader goes straight down before it bends."""


@lru_cache(4096)
def wide(said: str, size: float = look.SMALL, bold: bool = False) -> float:
    """How many CSS pixels a text is wide, without drawing it."""
    weight = "bold" if bold else "normal"
    font = FontProperties(family=[look.FONT, look.FALLBACK], weight=weight, size=size)
    return text_to_path.get_text_width_height_descent(said, font, False)[0] if said else 0.0


def shortened(said: str, room: float, size: float = look.SMALL, bold: bool = False) -> str:
    """A text that fits into so many CSS pixels, with an ellipsis if it has to be cut."""
    if wide(said, size, bold) <= room:
        return said
    kept = said
    while len(kept) > 1 and wide(f"{kept}…", size, bold) > room:
        kept = kept[:-1].rstrip()
    return f"{kept}…"


def fitting(tries: Sequence[str], room: float, size: float = look.SMALL) -> str:
    """The first words that have room, or else the last, cut."""
    kept = next((said for said in tries if wide(said, size) <= room), "")
    return kept or shortened(tries[-1], room, size)


def broken(said: str, room: float, size: float = look.SMALL, bold: bool = False) -> list[str]:
    """A text in lines of so many CSS pixels at most, broken between words."""
    lines = _filled(said, room, size, bold)
    if len(lines) > 1 and " " not in lines[-1] and lines[-2].count(" ") > 1:
        # No word stands alone at the end where another can keep it company.
        before, last = lines[-2].rsplit(" ", 1)
        if wide(f"{last} {lines[-1]}", size, bold) <= room:
            lines[-2:] = [before, f"{last} {lines[-1]}"]
    return lines


def wrapped(said: str, room: float, size: float, bold: bool = True) -> list[str]:
    """A text in lines that fit, word by word; a word that is too long for one is cut."""
    return [shortened(line, room, size, bold) for line in _filled(said, room, size, bold)]


def _filled(said: str, room: float, size: float, bold: bool) -> list[str]:
    """As many words on each line as fit; a word that is too long stands alone."""
    lines: list[str] = []
    for word in said.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and wide(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def lined_up(
    wanted: Sequence[float], widths: Sequence[float], low: float, high: float
) -> list[float]:
    """Middles of words in one line, moved as little as possible so that none covers another.

    ``wanted`` rises. All stay between ``low`` and ``high`` as long as there is room. Least
    squares: with what stands before it taken off each, it is an isotonic regression.
    """
    before, start = [], 0.0
    for width in widths:
        before.append(start + width / 2)
        start += width + CLEAR
    pools: list[list[float]] = []
    for place, gone in zip(wanted, before, strict=True):
        pools.append([place - gone])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    most = max(high - start + CLEAR, low)
    levels = [min(max(fmean(pool), low), most) for pool in pools for _member in pool]
    return [level + gone for level, gone in zip(levels, before, strict=True)]


def rows_needed(widths: Sequence[float], room: float) -> int:
    """In how many rows names have to stand, so that each row and the leaders through it fit."""
    for rows in range(1, len(widths)):
        if all(_taken(widths, rows, row) <= room for row in range(rows)):
            return rows
    return max(len(widths), 1)


def _taken(widths: Sequence[float], rows: int, row: int) -> float:
    through = _through(widths, rows, row)
    return sum(width for _place, width in through) + CLEAR * (len(through) - 1)


def _through(widths: Sequence[float], rows: int, row: int) -> list[tuple[int, float]]:
    """What a row of names holds, in order: its own names, and leaders to lower rows."""
    return [
        (place, width if place % rows == row else LEADER)
        for place, width in enumerate(widths)
        if place % rows >= row
    ]


def set_hatchcolor(drawn: PolyCollection, colour: str | tuple[float, ...]) -> None:
    """Say in which colour hatching is drawn.

    Only matplotlib 3.11 has a property for it. The browser's Python comes with 3.10, which takes
    the colour of the edges unless it is told like this, after them.
    """
    if hasattr(drawn, "set_hatchcolor"):
        drawn.set_hatchcolor(colour)
    else:
        drawn._hatch_color = to_rgba(colour)


def leaders(
    wanted: Sequence[float], widths: Sequence[float], low: float, high: float
) -> list[list[float]]:
    """For each name, where its leader passes: at the mark, through each row, at the name.

    Names take turns in as few rows as have room; no leader crosses a name or a leader.
    """
    paths = [[place] for place in wanted]
    rows = rows_needed(widths, high - low)
    for row in range(rows):
        through = _through(widths, rows, row)
        at = [paths[place][-1] for place, _width in through]
        for (place, _width), x in zip(
            through, lined_up(at, [width for _place, width in through], low, high), strict=True
        ):
            paths[place].append(x)
    return paths


class Plane:
    """One pair of axes over the whole figure, in CSS pixels, and what is drawn on it.

    Whatever is made with ``moves`` is in ``moving``, in the order of drawing: what ``build``
    of a view returns.
    """

    def __init__(self, figure: Figure) -> None:
        self.width, self.height = canvas.size(figure)
        self.colours = palette.theme_of(to_hex(figure.get_facecolor()))
        self._scale = look.points(1, canvas.DPI)
        self.axes = figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        self.axes.set(xticks=(), yticks=())
        self.axes.set_axis_off()
        self.moving: list[Artist] = []

    def text(self, said: str = "", x: float = 0, y: float = 0, size: float = look.SMALL, **style):
        """A text whose capitals are centred on ``y``, for good."""
        place = y + MIDDLE * size
        fontsize = size * self._scale
        style = {"color": self.colours["ink"], "zorder": 6, **style}
        return self.axes.text(x, place, said, fontsize=fontsize, va="baseline", **style)

    def moving_text(self, size: float = look.SMALL, **style) -> Text:
        """A text that ``put`` will place."""
        text = self.text(size=size, **style)
        self.moving.append(text)
        return text

    def put(self, text: Text, said: str, x: float = 0, y: float = 0, **style) -> None:
        """Say something at a place; capitals are centred on ``y``. Nothing said, nothing seen."""
        if "size" in style:  # before a plate, whose padding is a share of it
            text.set_fontsize(style.pop("size") * self._scale)
        text.set(text=said, **style)
        text.set_position((x, y + MIDDLE * text.get_fontsize() / self._scale))

    def line(self, points: Sequence[Point], colour: str, width: float = 1.0, zorder: float = 2):
        """A line that stays."""
        self.axes.plot(
            *zip(*points, strict=True), color=colour, linewidth=width * self._scale, zorder=zorder
        )

    def lines(self, colour: str, width: float = 1.0, **style) -> LineCollection:
        """Lines that move; ``set_segments`` says where."""
        drawn = LineCollection(
            [], colors=colour, linewidths=width * self._scale, **{"zorder": 4, **style}
        )
        return self._added(drawn)

    def boxes(self, **style) -> PolyCollection:
        """Bars that move; ``set_verts`` says where, ``set_facecolors`` in which colours."""
        style = {"edgecolors": "none", "zorder": 3, **style}
        hatching = style.pop("hatchcolor", None)
        made = self._added(PolyCollection([], **style))
        if hatching is not None:
            set_hatchcolor(made, hatching)
        return made

    def _added(self, drawn):
        self.axes.add_collection(drawn, autolim=False)
        self.moving.append(drawn)
        return drawn

    def name(
        self, texts: Sequence[Text], lines: LineCollection, names: Sequence[tuple[float, str]],
        top: float, low: float, high: float,
    ) -> None:  # fmt: skip
        """Names under their marks, with leaders: ``names`` are (middle of the mark, name)."""
        paths = leaders([x for x, _said in names], [wide(said) for _x, said in names], low, high)
        for text in texts:
            self.put(text, "")
        drawn = []
        for text, path, (_x, said) in zip(texts, paths, names, strict=False):
            points = [(path[0], top), (path[0], top + STEM)]
            for row, x in enumerate(path[1:]):
                above = top + names_top(row)
                points.append((x, above))
                if row < len(path) - 2:
                    points.append((x, above + LINE))
            drawn.append(points)
            self.put(text, said, path[-1], top + names_top(len(path) - 2) + LINE / 2, ha="center")
        lines.set_segments(drawn)


def names_top(row: int) -> float:
    """How far below the marks a row of names begins."""
    return STEM + 7 + row * LINE


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The corners of a bar."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
