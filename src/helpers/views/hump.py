"""The same euros as a block, a hump and a floor of visits; and a ruler of where the order turns."""

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers import look
from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.models.search import ARTICLES, MONTHS, POSTS, SEARCH
from helpers.views import palette, plane
from helpers.views.bars import WHITE
from helpers.views.hump_ended import overtakes, spends_less
from helpers.views.hump_names import HumpNames
from helpers.views.hump_ruler import LINE, TICK, Form
from helpers.views.hump_words import nothing
from helpers.views.plane import Plane, Point, box, names_top, wide
from helpers.views.words import Speaker, bare
from helpers.words import locale
from helpers.words.locale import _

FORMS = {
    340: Form(14, 26, 15, 150, 3, stacked=True, wraps=2),
    540: Form(18, 34, 15, 108, 2, wraps=2),
    660: Form(20, 38, 16, 150, 2),
    900: Form(24, 44, 17, 160, 2),
}
SWATCH = 7
"""Width of the coloured bar before a readout."""
SLIVER = 1.5
"""The least height of what exists, so that it is seen."""
AREAS = 44
"""Below the areas: the words of time, and the space before the ruler."""
DRAWN = (ARTICLES, SEARCH, POSTS)
GRAIN = 20
"""Places in a month at which the hump is held against the block."""


def outline(months: Sequence[float]) -> list[tuple[float, float]]:
    """A line over months as an area: each month's visits stand at its middle; its ends at nought.

    A flow, level and then over, keeps its corners.
    """
    points = [(0.0, 0.0)]
    for place, visits in enumerate(months):
        before = months[place - 1] if place else 0.0
        after = months[place + 1] if place + 1 < len(months) else 0.0
        if visits > 0 and before == 0.0:
            points += [(place, 0.0), (place, visits)]
        if visits > 0:
            points.append((place + 0.5, visits))
        if visits > 0 and after == 0.0:
            points += [(place + 1, visits), (place + 1, 0.0)]
    return [*points, (float(MONTHS), 0.0)]


def hidden(block: Sequence[float], hump: Sequence[float]) -> list[Point]:
    """The edge of a block behind a hump that rises while it is paid for; [] where all is seen."""
    stop, level = sum(visits > 0 for visits in block), max(block)
    middles = [place + 0.5 for place in range(len(hump))]
    begins = next((place for place, visits in enumerate(hump) if visits > 0), len(hump))
    if not level or stop <= begins:
        return []
    at = np.linspace(begins, stop, GRAIN * (stop - begins) + 1)
    over = [float(month) for month in at if np.interp(month, middles, hump) > level]
    if over:
        return [(over[0], level), (float(stop), level), (float(stop), 0.0)]
    return [(float(stop), float(np.interp(stop, middles, hump))), (float(stop), 0.0)]


class HumpView(HumpNames):
    """Areas are visits: a grey block of search ads, a blue hump of articles, posts below.

    The scale of heights is that of ``start`` and grows only beyond it, so that an area which
    loses visits is seen to shrink.
    """

    def __init__(self, tables: Tables, start: Result | None = None) -> None:
        super().__init__(tables)
        self._least = (0.0, 0.0) if start is None else self._heights(start)

    @staticmethod
    def _heights(result: Result) -> tuple[float, float]:
        """Visits in the highest month, above the line and below it, as round numbers."""
        lines = result.facts["ways"].lines
        top = nice_limit(max(max(lines[ARTICLES]), max(lines[SEARCH])))
        return top, nice_limit(max(lines[POSTS]))

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    @staticmethod
    def _head(form: Form) -> float:
        """Height of the readouts."""
        high = 3 * (form.figure + 8) if form.stacked else form.figure + 2 * LINE + 14
        return HumpView._title(form) + high + LINE + 12 + form.wraps * LINE

    @staticmethod
    def _title(form: Form) -> float:
        """Height of what all readouts are of."""
        return 8.0 + (2 * LINE if form.stacked else LINE)

    def height(self, result: Result, width: int) -> int:
        form = self._form(width)
        if nothing(result):
            return 120
        ruler = 3 * LINE + 18 + (LINE if form.stacked else 0)
        return round(self._head(form) + form.plot + AREAS + ruler + names_top(form.rows) + TICK)

    def key(self, result: Result) -> tuple:
        """The scale moves in steps, so that an area grows when its figure grows."""
        top, bottom = map(max, self._least, self._heights(result))
        return nothing(result), result.facts["network"], top, bottom

    # Drawing --------------------------------------------------------------------------

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        self._left, self._right = form.margin, drawn.width - form.margin
        said, network, top, bottom = self.key(result)
        if said:
            self._empty = drawn.moving_text(21, weight="bold")
            return drawn.moving
        colours = drawn.colours
        self._pixels = form.plot / (top + bottom)
        self._ceiling = self._head(form)
        self._base = self._ceiling + top * self._pixels
        self._floor_end = self._ceiling + form.plot
        self._colours = {
            ARTICLES: palette.PEOPLE,
            SEARCH: palette.SHARED,
            POSTS: self._tables.colour(network),
        }
        # What is drawn later covers what was drawn before: marks first, words last.
        styles = {SEARCH: {}, POSTS: {}, ARTICLES: {"linewidths": 1.2, "zorder": 3.4}}
        self._areas = {
            way: drawn.boxes(
                facecolors=self._colours[way],
                **{"edgecolors": colours["ground"], "linewidths": 0, **style},
            )
            for way, style in styles.items()
        }
        self._behind = drawn.lines(WHITE, 1.6, zorder=3.45, linestyles=(0, (3, 2)))
        self._swatches = drawn.boxes(facecolors=[self._colours[way] for way in DRAWN], zorder=3.5)
        self._floor = drawn.lines(colours["soft"], 1.2)
        self._say_height(top)
        self._build_ruler(form, self._floor_end + AREAS)
        self._figures = {way: drawn.moving_text(form.figure) for way in DRAWN}
        self._notes = {way: [drawn.moving_text(form.word) for _n in range(2)] for way in DRAWN}
        self._of = [drawn.moving_text(form.word, weight="bold") for _n in range(2)]
        self._undrawn = [drawn.moving_text(form.word) for _n in range(form.wraps)]
        self._build_names()
        self._times = [drawn.moving_text(color=colours["soft"]) for _n in range(3)]
        self._tops = [drawn.moving_text(), drawn.moving_text(weight="bold")]
        self._ticks = [drawn.moving_text() for _way in range(3)]
        return drawn.moving

    def _say_height(self, top: float) -> None:
        """What the highest place of the areas stands for."""
        drawn, y = self._plane, self._base - top * self._pixels
        soft = drawn.colours["soft"]
        drawn.line([(self._left, y), (self._right, y)], soft, 0.8)
        said = locale.counted("{number} visit a month", "{number} visits a month", top)
        drawn.text(said, self._right, y - LINE / 2, color=soft, ha="right")
        self._said_height = self._right - wide(said)

    def update(self, result: Result) -> None:
        said = nothing(result)
        if said:
            middle = self._plane.width / 2, self._plane.height / 2
            self._plane.put(self._empty, said, *middle, ha="center")
            return
        lines = result.facts["ways"].lines
        for way in DRAWN:
            self._areas[way].set_verts([self._area(way, lines[way])] if any(lines[way]) else [])
        edge = hidden(lines[SEARCH], lines[ARTICLES])
        edge = [(self._x(month), self._base - high * self._pixels) for month, high in edge]
        self._behind.set_segments([edge] if edge else [])
        self._readouts(result)
        self._say_of(result)
        wanted = [self._x(result.value("written")), self._x(24), self._right]
        floor = [(self._left, self._base), (self._right, self._base)]
        ticks = ([(x, self._base), (x, self._floor_end + 6)] for x in wanted)
        self._floor.set_segments([floor, *ticks])
        self._end = _("the ads end") if spends_less(result) else _("the money ends")
        self._name_areas(lines, wanted)
        self._put_ruler(result)

    def _area(self, way: str, months: Sequence[float]) -> list[Point]:
        """The corners of an area; posts hang from the line on which the others stand."""
        points = []
        for month, visits in outline(months):
            pixels = max(visits * self._pixels, SLIVER) if visits else 0.0
            points.append((self._x(month), self._base + (pixels if way == POSTS else -pixels)))
        return points

    # Readouts -------------------------------------------------------------------------

    def _notes_of(self, way: str, result: Result) -> tuple[str, Sequence[str]]:
        """What a figure is of, and what to know of it, the fullest first."""
        speak = Speaker(result)
        if way == ARTICLES:
            said = _("{last} a month go on").format(last=speak.bare("articles.last"))
            return _("visits by articles"), (said,)
        if way == SEARCH and overtakes(result):
            tries = _("for {spent}; going on, up to {longer}"), _("going on, up to {longer}")
            fields = {"spent": speak("spent"), "longer": speak.bare("longer.all")}
            return _("visits by search ads"), [one.format(**fields) for one in tries]
        if way == SEARCH and spends_less(result):
            said = _("for {spent}, then nothing").format(spent=speak("spent"))
            return _("visits by search ads"), (said,)
        if way == SEARCH:
            return _("visits by search ads"), (_("then nothing"),)
        return _("visits by posts"), (_("on {network}").format(network=self._network(result)),)

    def _readouts(self, result: Result) -> None:
        form, put = self._shape, self._plane.put
        most = max(round(result.value(f"{way}.all")) for way in DRAWN)
        if overtakes(result):  # no figure that stands here is the largest
            most = max(most, round(result.value("longer.all")))
        swatches, room = [], (self._right - self._left) / 3
        top = self._title(form)
        for place, way in enumerate(DRAWN):
            weight = "bold" if round(result.value(f"{way}.all")) == most else "normal"
            figure = bare(result[f"{way}.all"])
            first, notes = self._notes_of(way, result)
            if form.stacked:
                second = notes[-1]
                x, y = self._left, top + place * (form.figure + 8)
                middle = y + form.figure / 2
                put(self._figures[way], figure, x + 16, middle, weight=weight)
                left = x + 16 + wide(figure, form.figure, weight == "bold") + 8
                tries = (
                    _("{first}, {second}").format(first=first, second=second),
                    f"{first} {second}" if way == POSTS else first,
                    first,
                )
                if way == POSTS:
                    tries = tries[1:]
                if way == SEARCH and overtakes(result):
                    shorter = _("by search ads; {going_on}"), _("search ads; {going_on}")
                    tries = (tries[0], *(one.format(going_on=second) for one in shorter))
                elif way == SEARCH and spends_less(result):
                    short = _("visits by search ads for {spent}")
                    tries = (tries[0], short.format(spent=Speaker(result)("spent")), first)
                said = plane.fitting(tries, self._right - left, form.word)
                low = middle + plane.MIDDLE * (form.figure - form.word)
                put(self._notes[way][0], said, left, low)
                swatches.append(box(x, y + 2, x + SWATCH, y + form.figure))
                continue
            x = self._left + place * room
            fits = (room - 28) / wide(figure, 1.0, bold=True)
            size = min(form.figure, fits)
            middle = top + 2 + form.figure / 2
            put(self._figures[way], figure, x + 16, middle, weight=weight, size=size)
            for row, (text, tries) in enumerate(
                zip(self._notes[way], ((first,), notes), strict=True)
            ):
                said = plane.fitting(tries, room - 20, form.word)
                put(text, said, x + 16, top + form.figure + 10 + LINE * (row + 0.5))
            swatches.append(box(x, top + 2, x + SWATCH, top + form.figure + 10 + 2 * LINE))
        self._swatches.set_verts(swatches)

    def _say_of(self, result: Result) -> None:
        """What the readouts are of, over them; what is not drawn, over the areas."""
        form, room, speak = self._shape, self._right - self._left, Speaker(result)
        above = plane.wrapped(self.of_all(result, speak), room, form.word)
        below = plane.wrapped(self.undrawn(speak), room, form.word, False)
        low = self._ceiling - (1 + len(below)) * LINE - 4
        for texts, lines, top in ((self._of, above, 4.0), (self._undrawn, below, low)):
            for row, text in enumerate(texts):
                line = lines[row] if row < len(lines) else ""
                self._plane.put(text, line, self._left, top + LINE * (row + 0.5))
