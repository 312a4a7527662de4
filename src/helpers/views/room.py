"""Where words have room in axes: beside what they name, clear of curves and of each other."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.text import Text

from helpers.views import canvas

CELL = 2
"""Side of the squares, in CSS pixels, that are free or taken by a mark."""
CLEAR = 3
"""From the middle of a thin line to the box of a word."""
SPACE = 5
"""Between two words side by side."""
SLACK = 2
"""By which the box of a word is taller than its letters, above and below."""
STRIDE = 6
"""Between two places of a word along a line."""
NEAR = 12
"""Within which a further mark makes it doubtful what a word names."""
IN_THE_WAY = 1e3
"""What it costs if the line from a word to its point runs through another word."""
ON_A_MARK, ON_A_WORD, BEYOND = 1e4, 1e6, 1e7


class Room:
    """The free room of axes, in CSS pixels from their lower left corner.

    First all marks are noted, then words are placed one after the other, each at the best of
    its spots: where no mark and no word is, and of those where the spot costs least. A word
    that finds no free spot gets a plate of the ground's colour, so that no line runs
    through it.
    """

    def __init__(self, axes: Axes) -> None:
        self._axes, self._scale = axes, axes.figure.dpi / canvas.DPI
        box = axes.get_window_extent()
        self._corner = box.min
        self.width, self.height = (box.max - box.min) / self._scale
        self._cells = np.zeros([int(side / CELL) + 2 for side in (self.height, self.width)], bool)
        self._sums: np.ndarray | None = None
        self._chosen, self.cost = 0, 0.0
        self._words: list[tuple[float, float, float, float]] = []
        if axes.axison:
            self.line(np.array([(0.0, self.height), (0, 0), (self.width, 0)]))

    def pixels(self, x: Sequence[float], y: Sequence[float]) -> np.ndarray:
        """Points of the axes' data as pixels."""
        points = self._axes.transData.transform(np.column_stack([x, y]).astype(float))
        return (points - self._corner) / self._scale

    def data(self, point: Sequence[float]) -> tuple[float, float]:
        """A point in pixels as the axes' data."""
        x, y = self._axes.transData.inverted().transform(
            np.asarray(point, float) * self._scale + self._corner
        )
        return float(x), float(y)

    def line(self, points: np.ndarray) -> None:
        """Note a line through pixels; where one is not a number, it is broken."""
        known = np.isfinite(points).all(axis=1)
        for part in np.split(points, np.flatnonzero(~known)):
            part = part[np.isfinite(part).all(axis=1)]
            if len(part):
                self._note(dense(np.clip(part, -20, (self.width + 20, self.height + 20)), CELL / 2))

    def dots(self, points: np.ndarray, radius: float) -> None:
        """Note marks of a radius at pixels."""
        reach = np.arange(-radius, radius + 1, CELL)
        square = np.stack(np.meshgrid(reach, reach), axis=-1).reshape(-1, 2)
        points = points[np.isfinite(points).all(axis=1)]
        self._note((points[:, None, :] + square[None]).reshape(-1, 2))

    def keep(self, left: float, bottom: float, right: float, top: float) -> None:
        """No word may come into this box."""
        self._words.append((left, bottom, right, top))

    def leave(self, text: Text) -> None:
        """No other word may come where this one stands."""
        box = (text.get_window_extent().get_points() - self._corner) / self._scale
        self.keep(*box.ravel())

    def _note(self, points: np.ndarray) -> None:
        columns, rows = (points / CELL).astype(int).T
        inside = (points >= 0).all(axis=1)
        inside &= (columns < self._cells.shape[1]) & (rows < self._cells.shape[0])
        self._cells[rows[inside], columns[inside]] = True
        self._sums = None

    def _taken(self, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        """How many squares with marks boxes hold, from a table of sums."""
        if self._sums is None:
            self._sums = np.pad(self._cells.cumsum(0, int).cumsum(1), ((1, 0), (1, 0)))
        most = np.array(self._cells.shape[::-1])
        left, bottom = np.clip(np.floor(low / CELL).astype(int), 0, most).T
        right, top = np.clip(np.ceil(high / CELL).astype(int), 0, most).T
        sums = self._sums
        return sums[top, right] - sums[bottom, right] - sums[top, left] + sums[bottom, left]

    def size(self, text: Text) -> np.ndarray:
        """Width and height of a word."""
        box = text.get_window_extent()
        return np.array([box.width, box.height]) / self._scale

    def place(self, text: Text, spots: np.ndarray, costs: np.ndarray) -> None:
        """Put a word at the best of the spots, which are lower left corners of its box."""
        if not text.get_text() or not len(spots):
            return
        size = self.size(text)
        low, high = spots, spots + size
        slack = np.array([0, SLACK])
        marks = self._taken(low + slack - CLEAR, high - slack + CLEAR)
        about = self._taken(low - NEAR, high + NEAR)
        shared = np.zeros(len(spots))
        for left, bottom, right, top in self._words:
            across = np.minimum(high[:, 0], right + SPACE) - np.maximum(low[:, 0], left - SPACE)
            up = np.minimum(high[:, 1], top) - np.maximum(low[:, 1], bottom)
            shared += np.clip(across, 0, None) * np.clip(up, 0, None)
        over = np.clip(-low, 0, None).sum(axis=1)
        over += np.clip(high - (self.width, self.height), 0, None).sum(axis=1)
        total = costs + 0.1 * about
        for count, price in ((marks, ON_A_MARK), (over, BEYOND), (shared, ON_A_WORD)):
            total = total + np.where(count > 0, price * (1 + count / 1000), 0)
        self._chosen = best = int(total.argmin())
        self.cost += total[best]
        self._put(text, low[best], high[best], plate=marks[best] > 0)

    def _put(self, text: Text, low: np.ndarray, high: np.ndarray, plate: bool) -> None:
        text.set(ha="left", va="bottom", transform=self._axes.transAxes)
        text.set_position(low / (self.width, self.height))
        text.set_bbox(None)
        if plate:
            self.plate(text)
        self.keep(*low, *high)

    def plate(self, text: Text) -> None:
        """A plate of the ground's colour behind a word."""
        ground = self._axes.get_facecolor()
        text.set_bbox({"facecolor": ground, "edgecolor": "none", "pad": 1})

    def around(
        self,
        text: Text,
        point: np.ndarray,
        radius: float,
        beside: bool = False,
        walls: Sequence[float] = (),
    ) -> np.ndarray:
        """Put a word beside a point with a mark of a radius: the nearer, the better.

        ``beside`` prefers a place on the level of the point; ``walls`` are upright lines that
        the word should not be parted from its point by. Returns where the box of the
        word is nearest to the point.
        """
        wide, tall = size = self.size(text)
        x, y = point
        spots, costs = [], []
        for step, reach in enumerate(np.arange(radius + SPACE + 1, radius + 80, 8)):
            rows = [(y + reach - SLACK, 3.0), (y - tall / 2, 3.0), (y - tall - reach + SLACK, 5.0)]
            rows[beside] = (rows[beside][0], 0.0)
            for bottom, price in rows:
                inmost = min(max(x - wide / 2, 0.0), self.width - wide)
                columns = [(x + reach, 0), (inmost, 1), (x - wide - reach, 2)]
                for wall in walls:  # flush with it, on the side of the point
                    edge = CLEAR + SPACE
                    columns.append((wall + edge if x > wall else wall - wide - edge, 1))
                for left, more in columns:
                    if abs(bottom + tall / 2 - y) > 1 or more != 1:  # not on the mark itself
                        spots.append((left, bottom))
                        costs.append(20 * step + price + more)
        low = np.array(spots)
        near = np.clip(point, low, low + size)
        doubt = IN_THE_WAY * self._between(point, near) + 40 * self._close(low, low + size, point)
        for wall in walls:
            beyond = low[:, 0] < wall if point[0] > wall else (low + size)[:, 0] > wall
            doubt = doubt + IN_THE_WAY * beyond
        self.place(text, low, np.array(costs) + doubt)
        return near[self._chosen]

    def _between(self, point: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """How many words and marks a straight line from a point to each end would cross."""
        way = point + np.linspace(0, 1, 24)[:, None, None] * (ends - point)
        crossed = np.zeros(len(ends))
        for left, bottom, right, top in self._words:
            if not (left <= point[0] <= right and bottom <= point[1] <= top):
                x, y = way[..., 0], way[..., 1]
                crossed += ((x > left) & (x < right) & (y > bottom) & (y < top)).any(axis=0)
        return crossed

    def _close(self, low: np.ndarray, high: np.ndarray, point: np.ndarray) -> np.ndarray:
        """How many other words and marks boxes come so near that they might name them."""
        close = np.zeros(len(low))
        for left, bottom, right, top in self._words:
            if not (left <= point[0] <= right and bottom <= point[1] <= top):
                across = (low[:, 0] < right + NEAR / 2) & (high[:, 0] > left - NEAR / 2)
                close += across & (low[:, 1] < top + NEAR / 2) & (high[:, 1] > bottom - NEAR / 2)
        return close

    def along(self, text: Text, points: np.ndarray, start: int) -> None:
        """Put a word beside a curve through pixels, as near to the point ``start`` as it can."""
        wanted = points[start]
        inside = (points >= -1).all(axis=1) & (points <= (self.width + 1, self.height + 1)).all(1)
        if inside.any():
            wanted = points[np.flatnonzero(inside)[-1]] if not inside[start] else wanted
            points = dense(points[inside], STRIDE)
        wide, tall = self.size(text)
        flush = ((-wide, 0), (-wide / 2, 2), (0.0, 4))
        offers = [(x, y, price + extra) for y, price in self._rows(tall) for x, extra in flush]
        offers += [(CLEAR + 3, -tall / 2, 10), (-wide - CLEAR - 3, -tall / 2, 10)]
        *shifts, extra = np.array(offers).T
        shifts = np.column_stack(shifts)
        far = np.hypot(*(points - wanted).T)
        spots = (points[:, None, :] + shifts[None]).reshape(-1, 2)
        self.place(text, spots, (far[:, None] + extra[None]).ravel())

    def level(self, text: Text, y: float) -> None:
        """Put a word above or below a level line, best at its left end."""
        wide, tall = self.size(text)
        places = np.arange(4, max(self.width - wide - 2, 5), STRIDE)
        # Rather further along the line than away from it.
        offers = [(x, y + row, x / 10 + price) for row, price in self._rows(tall) for x in places]
        self.place(text, np.array(offers)[:, :2], np.array(offers)[:, 2])

    @staticmethod
    def _rows(tall: float) -> list[tuple[float, float]]:
        """Where a word may stand above or below a line, and what each row costs."""
        lift = CLEAR + CELL - SLACK
        above = [(lift + row * tall, 60.0 * row) for row in range(4)]
        return above + [(-tall - y, cost + 15) for y, cost in above[:3]]

    def upright(self, text: Text, x: float) -> None:
        """Put a word right or left of an upright line, best at its top."""
        wide, tall = self.size(text)
        places = np.arange(self.height - tall - 4, 2, -STRIDE)
        columns = (x + CLEAR + 3, x - wide - CLEAR - 3)
        spots = np.array([(column, y) for column in columns for y in places])
        down = places[0] - places
        self.place(text, spots, np.concatenate([down, down + 10]))


def dense(points: np.ndarray, stride: float) -> np.ndarray:
    """Points at most ``stride`` apart on the line through the given ones."""
    far = np.concatenate([[0.0], np.hypot(*np.diff(points, axis=0).T).cumsum()])
    at = np.linspace(0, far[-1], int(far[-1] / stride) + 2)
    return np.column_stack([np.interp(at, far, side) for side in points.T])
