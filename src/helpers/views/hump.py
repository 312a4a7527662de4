"""The same euros as a block, a hump and a floor of visits; and a ruler of where the order turns."""

from collections.abc import Iterator, Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers import look
from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.models.search import ARTICLES, MONTHS, POSTS, SEARCH
from helpers.views import palette, plane
from helpers.views.hump_ruler import LINE, TICK, Form, HumpRuler
from helpers.views.hump_words import nothing, spends_less
from helpers.views.plane import CLEAR, Plane, Point, box, lined_up, names_top, wide
from helpers.views.words import Speaker, bare
from helpers.words import locale
from helpers.words.locale import _

FORMS = {
    340: Form(14, 26, 15, 150, 3, stacked=True),
    540: Form(18, 34, 15, 108, 1),
    660: Form(20, 38, 16, 150, 1),
    900: Form(24, 44, 17, 160, 1),
}
SWATCH = 7
"""Width of the coloured bar before a readout."""
SLIVER = 1.5
"""The least height of what exists, so that it is seen."""
AREAS = 44
"""Below the areas: the words of time, and the space before the ruler."""
ROOM = 26
"""A hump that is lower has no room for its name."""
DRAWN = (ARTICLES, SEARCH, POSTS)


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


class HumpView(HumpRuler):
    """Areas are visits: a grey block of search ads, a dark hump of articles, posts below.

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
        return high + LINE + 12 + HumpView._later_lines(form) * LINE

    @staticmethod
    def _later_lines(form: Form) -> int:
        """Lines of what is left after three years, and of what is not drawn."""
        return 4 if form.stacked else 2

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
        self._base = self._head(form) + top * self._pixels
        self._colours = {
            ARTICLES: colours["needed"],
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
        self._swatches = drawn.boxes(facecolors=[self._colours[way] for way in DRAWN], zorder=3.5)
        self._floor = drawn.lines(colours["soft"], 1.2)
        self._say_height(top)
        self._build_ruler(form, self._head(form) + form.plot + AREAS)
        self._figures = {way: drawn.moving_text(form.figure) for way in DRAWN}
        self._notes = {way: [drawn.moving_text(form.word) for _n in range(2)] for way in DRAWN}
        self._later = [drawn.moving_text(form.word) for _n in range(self._later_lines(form))]
        self._names = {way: drawn.moving_text(form.word, weight="bold") for way in DRAWN[:2]}
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

    def _x(self, month: float) -> float:
        return self._left + month * (self._right - self._left) / MONTHS

    def update(self, result: Result) -> None:
        said = nothing(result)
        if said:
            middle = self._plane.width / 2, self._plane.height / 2
            self._plane.put(self._empty, said, *middle, ha="center")
            return
        lines = result.facts["ways"].lines
        for way in DRAWN:
            self._areas[way].set_verts([self._area(way, lines[way])] if any(lines[way]) else [])
        self._readouts(result)
        self._say_later(result)
        self._name_areas(lines)
        self._say_times(result)
        self._put_ruler(result)

    def _area(self, way: str, months: Sequence[float]) -> list[Point]:
        """The corners of an area; posts hang from the line on which the others stand."""
        points = []
        for month, visits in outline(months):
            pixels = max(visits * self._pixels, SLIVER) if visits else 0.0
            points.append((self._x(month), self._base + (pixels if way == POSTS else -pixels)))
        return points

    # Readouts -------------------------------------------------------------------------

    def _notes_of(self, way: str, result: Result) -> tuple[str, str]:
        speak = Speaker(result)
        if way == ARTICLES:
            return _("visits by articles"), _("{last} a month go on").format(
                last=speak.bare("articles.last")
            )
        if way == SEARCH and spends_less(result):
            said = _("for {spent}, then nothing").format(spent=speak("spent"))
            return _("visits by search ads"), said
        if way == SEARCH:
            return _("visits by search ads"), _("then nothing")
        return _("visits by posts"), _("on {network}").format(network=self._network(result))

    def _readouts(self, result: Result) -> None:
        form, put = self._shape, self._plane.put
        most = max(round(result.value(f"{way}.all")) for way in DRAWN)
        swatches, room = [], (self._right - self._left) / 3
        for place, way in enumerate(DRAWN):
            weight = "bold" if round(result.value(f"{way}.all")) == most else "normal"
            figure = bare(result[f"{way}.all"])
            first, second = self._notes_of(way, result)
            if form.stacked:
                x, y = self._left, 6 + place * (form.figure + 8)
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
                if way == SEARCH and spends_less(result):
                    short = _("visits by search ads for {spent}")
                    tries = (tries[0], short.format(spent=Speaker(result)("spent")), first)
                said = next((t for t in tries if wide(t, form.word) <= self._right - left), first)
                low = middle + plane.MIDDLE * (form.figure - form.word)
                put(self._notes[way][0], said, left, low)
                swatches.append(box(x, y + 2, x + SWATCH, y + form.figure))
                continue
            x = self._left + place * room
            fits = (room - 28) / wide(figure, 1.0, bold=True)
            size = min(form.figure, fits)
            put(self._figures[way], figure, x + 16, 8 + form.figure / 2, weight=weight, size=size)
            for row, (text, said) in enumerate(zip(self._notes[way], (first, second), strict=True)):
                short = plane.shortened(said, room - 20, form.word)
                put(text, short, x + 16, 8 + form.figure + 8 + LINE * (row + 0.5))
            swatches.append(box(x, 8, x + SWATCH, 8 + form.figure + 8 + 2 * LINE))
        self._swatches.set_verts(swatches)

    def _say_later(self, result: Result) -> None:
        """What is left of each way in the last month, and what is not drawn, above the areas."""
        form, room, speak = self._shape, self._right - self._left, Speaker(result)
        said = (self.later(result, speak), self.undrawn(speak))
        lines = [line for one in said for line in plane.wrapped(one, room, form.word, False)]
        top = self._head(form) - (1 + len(self._later)) * LINE - 4
        for row, text in enumerate(self._later):
            line = lines[row] if row < len(lines) else ""
            self._plane.put(text, line, self._left, top + LINE * (row + 0.5))

    # Names of areas and times ------------------------------------------------------------

    def _height(self, months: Sequence[float], left: float, right: float, pick=max) -> float:
        """The largest (or smallest) height in pixels that an area has between two places."""
        per = (self._right - self._left) / MONTHS
        first = max(int((left - self._left) / per), 0)
        last = min(int((right - self._left) / per), MONTHS - 1)
        return pick(months[first : last + 1]) * self._pixels

    def _name_areas(self, lines) -> None:
        form, put, colours = self._shape, self._plane.put, self._plane.colours
        hump, block = lines[ARTICLES], lines[SEARCH]
        for text in self._names.values():
            put(text, "")
        said = _("articles")
        room = wide(said, form.word, True) + 2 * CLEAR
        best = max(self._places(room), key=lambda x: self._height(hump, x, x + room, min))
        high = self._height(hump, best, best + room, min)
        if high >= ROOM:
            y = self._base - high / 2
            put(
                self._names[ARTICLES],
                said,
                best + room / 2,
                y,
                ha="center",
                color=colours["ground"],
            )
        said = _("search ads")
        room = wide(said, form.word, True)
        tall = max(block) * self._pixels
        free = room + 2 * CLEAR <= self._x(sum(v > 0 for v in block)) - self._left
        inside = self._height(hump, self._left, self._left + room + 2 * CLEAR)
        if tall < ROOM or not free:
            return
        y = self._base - tall + 6 + form.word / 2
        if inside < tall - 12 - form.word:
            put(self._names[SEARCH], said, self._left + CLEAR, y, color="#ffffff")

    def _places(self, room: float) -> Iterator[float]:
        """Where a name of this width could begin."""
        for month in range(MONTHS):
            if self._x(month) + room <= self._right:
                yield self._x(month)

    def _say_times(self, result: Result) -> None:
        """When the money ends, and the years."""
        stop = self._x(result.value("written"))
        low = self._head(self._shape) + self._shape.plot
        wanted = [stop, self._x(24), self._right]
        said = [_("the money ends"), _("2 years"), _("3 years")]
        at = lined_up(wanted, [wide(one) for one in said], self._left, self._right)
        for text, one, x in zip(self._times, said, at, strict=True):
            self._plane.put(text, one, x, low + 16, ha="center")
        floor = [(self._left, self._base), (self._right, self._base)]
        self._floor.set_segments([floor, *([(x, self._base), (x, low + 6)] for x in wanted)])
