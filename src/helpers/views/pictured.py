"""The hours of a plan in three bars: what people picture, what it takes, and what there is."""

from collections.abc import Sequence
from dataclasses import replace

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views import plane
from helpers.views.bars import Row
from helpers.views.gap import BESIDE, GapView
from helpers.views.gap_forms import COMPACT, FORMS, Form
from helpers.views.plane import box, wide
from helpers.views.ways_words import WaysWords
from helpers.views.words import written
from helpers.words.locale import _

BARS = {340: 40, 540: 44, 660: 56, 900: 72}
"""Three bars instead of two have to be thinner."""
TOP = 16
"""Above the first bar, where words stand beside it."""
SMALLER = {340: 28, 540: 30, 660: 34, 900: 36}


class PicturedView(WaysWords, GapView):
    """What people picture stands first, on the same scale: the act of posting alone.

    A result has the figures of ``models.pictured`` beside those of the gap, and may have those
    of ``models.ways``; the compact form names the first of these.
    """

    covers = False  # a number inside a part is that of the whole part
    _sizes = (
        {width: replace(FORMS[width], bar=bar) for width, bar in BARS.items()},
        {width: replace(COMPACT[width], bar=bar) for width, bar in SMALLER.items()},
    )

    def __init__(self, tables: Tables, compact: bool = False, least: float = 0.0) -> None:
        super().__init__(tables, compact, least)
        self.advises = compact

    def _above(self, form: Form) -> float:
        return form.bar + (TOP + 6 if form.column else form.total + 24)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        super().build(figure, result)
        drawn, form = self._plane, self._shape
        top = TOP if form.column else form.total + 20
        total = top + form.bar / 2 if form.column else 10 + form.total / 2
        self._first = Row(total, top, top + form.bar, 0)
        rise = 0.72 * form.total if form.column else plane.MIDDLE * (form.word - form.total)
        said = _("as pictured")
        drawn.text(said, form.margin, total - rise, form.word)
        self._beside_first = wide(said, form.word) + BESIDE
        zero, end = self._zero - 2, top + form.bar + 6
        if form.column:  # one line for all three bars
            end = self._rows_now[0].top
        drawn.line([(zero, top - 6), (zero, end)], drawn.colours["soft"], 1.6)
        self._pressing = drawn.boxes(facecolors=drawn.colours["needed"])
        self._pictured = drawn.moving_text(form.total, weight="bold")
        self._week = drawn.moving_text()
        self._act = drawn.moving_text(form.word)
        return drawn.moving

    def _says_week(self) -> list[Text | None]:
        return [None, None]  # the bar above them says it

    def update(self, result: Result) -> None:
        super().update(result)
        row, form, beside = self._first, self._shape, self._beside_word
        self._beside_word = self._beside_first
        self._put_total(row, self._pictured, written(result["pressing"]), self._week)
        self._beside_word = beside
        end = self._x(result.value("pressing"))
        there = end > self._zero
        self._pressing.set_verts([box(self._zero, row.top, end, row.bottom)] if there else [])
        act = _("pressing “Post”, {minutes} each")
        tries = [act.format(minutes=written(result["pressing.each"])), _("pressing “Post”"), ""]
        room = self._right - end - BESIDE
        said = next(one for one in tries if wide(one, form.word) <= room)
        said = said if there else _("nobody presses “Post”")
        self._plane.put(self._act, said, end + BESIDE, row.middle)
