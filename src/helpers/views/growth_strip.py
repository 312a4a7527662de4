"""Two networks under three laws, enlarged: which of them time sheets leave open."""

import math

from matplotlib.figure import Figure

from helpers.models.complexity import LAWS, TWO
from helpers.models.result import Result
from helpers.views import palette, plane
from helpers.views.plane import Plane, box, wide
from helpers.views.teeth import disc
from helpers.views.words import Speaker, written
from helpers.words.locale import _

HEIGHT = 124
"""What it takes below the curves."""
MARGIN, BESIDE = 12, 10
TITLE, FIRST, PITCH = 12, 40, 24
"""From its top to the middles of its words and of the first row, and on to the next."""
DOT = 7
FAINT = 0.3
NARROW = 600
"""From this width on each law is said to fit or not."""


class GrowthStrip:
    """A row for each law with a dot at its hours; the grey behind is what is left open."""

    def __init__(self, figure: Figure, colours: dict[str, str]) -> None:
        self._plane = drawn = Plane(figure)
        self._top, soft = drawn.height - HEIGHT, drawn.colours["soft"]
        self._band = drawn.boxes(facecolors=palette.SHARED, alpha=FAINT, zorder=1.5)
        self._dots = drawn.boxes(facecolors=[colours[law] for law in LAWS], zorder=5)
        self._title = drawn.moving_text(weight="bold")
        self._names = [drawn.moving_text() for _law in LAWS]
        self._fits = [drawn.moving_text(color=soft) for _law in LAWS]
        self._ends = [drawn.moving_text(ha="center", color=soft) for _end in range(2)]

    @property
    def moving(self) -> list:
        return self._plane.moving

    def update(self, result: Result, names: dict[str, str]) -> None:
        put, right = self._plane.put, self._plane.width - MARGIN
        shown = "sheet.low" in result
        self._band.set_verts([])
        self._dots.set_verts([])
        for text in (self._title, *self._names, *self._fits, *self._ends):
            put(text, "")
        if not shown:
            return
        hours = {law: result.value(f"{law}{TWO}") for law in LAWS}
        ends = [result.value(f"sheet.{end}") for end in ("low", "high")]
        low = min(math.floor(min(hours.values())) - 1, math.floor(ends[0]))
        high = max(math.ceil(max(hours.values())) + 1, math.ceil(ends[1]))
        said = {law: f"{names[law]} {written(result[f'{law}{TWO}'])}" for law in LAWS}
        beside = MARGIN + max(map(wide, said.values())) + BESIDE
        verdicts = self._verdicts(result) if self._plane.width >= NARROW else {}
        left = beside + max(map(wide, self._both()), default=0) * bool(verdicts) + 2 * BESIDE

        def at(value: float) -> float:
            return left + (right - left) * (value - low) / (high - low)

        put(self._title, self._says(result, right - MARGIN), MARGIN, self._top + TITLE)
        dots = []
        for row, law in enumerate(LAWS):
            y = self._top + FIRST + row * PITCH
            dots.append(disc(at(hours[law]), y, DOT))
            put(self._names[row], said[law], MARGIN, y)
            put(self._fits[row], verdicts.get(law, ""), beside, y)
        self._dots.set_verts(dots)
        first, last = self._top + FIRST - PITCH / 2, self._top + FIRST + (TWO + 0.5) * PITCH
        self._band.set_verts([box(at(ends[0]), first, at(ends[1]), last)])
        figures = [written(result[f"sheet.{end}"]) for end in ("low", "high")]
        places = plane.lined_up([at(end) for end in ends], [*map(wide, figures)], left, right)
        for text, figure, x in zip(self._ends, figures, places, strict=True):
            put(text, figure, x, last + BESIDE + 1)

    @staticmethod
    def _says(result: Result, room: float) -> str:
        """What the strip is, and what its grey is, as far as there is room."""
        weeks = Speaker(result).plural("{number} week", "{number} weeks", "sheets")
        tries = [
            _("At two networks; grey: left open by sheets of {weeks}, if it grows by pairs"),
            _("At two networks; grey: left open by {weeks}"),
            _("At two networks"),
        ]
        said = [one.format(weeks=weeks) for one in tries]
        return next((one for one in said if wide(one, bold=True) <= room), said[-1])

    @staticmethod
    def _both() -> tuple[str, str]:
        return _("fits"), _("no longer fits")

    @staticmethod
    def _verdicts(result: Result) -> dict[str, str]:
        """Whether a law fits what was counted; by pairs it does, as that is what was taken."""
        outside = result.facts["outside"]
        return {law: GrowthStrip._both()[law in outside] for law in LAWS if law != "pairwise"}
