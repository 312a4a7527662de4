"""Possible buyers who see a post: a line through people that rises above the page's band."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers import look
from helpers.models.advocacy import TWENTY
from helpers.models.result import Result
from helpers.views import palette, plane
from helpers.views.buyers_forms import (
    BESIDE,
    EVERY,
    FIVE,
    FORMS,
    FULL,
    HALF,
    HEAD,
    MOST_TICKS,
    PALE,
    PIXEL,
    RING,
    ROOM,
    STEM,
    SURE,
    TICK,
    Form,
)
from helpers.views.buyers_scale import outgrown, scale_of
from helpers.views.buyers_words import BuyersWords, at_the_ring, chances, is_ahead, plausible
from helpers.views.plane import Plane, box, wide
from helpers.views.scale import circle, ticks
from helpers.views.words import Speaker, bare
from helpers.words import locale
from helpers.words.locale import _


class BuyersView(BuyersWords):
    """The axis is twenty contacts, filled as far as could buy; above it the line of people."""

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def height(self, result: Result, width: int) -> int:
        return round(self._form(width).height)

    def key(self, result: Result) -> int:
        return TWENTY

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        colours = drawn.colours
        self._left, self._right = form.margin + 14, drawn.width - form.margin - wide(FULL) - 10
        self._bottom = form.height - 78 - form.dot
        pitch = form.figure + 6
        self._rows = [form.figure / 2 + HEAD + 14 + row * pitch for row in range(2)]
        self._third = self._rows[1] + pitch / 2 + 13
        self._words_at = form.margin + 14 + wide(FULL, form.figure, bold=True) + BESIDE
        self._top = self._highest()
        self._contacts_at = self._bottom + 14 + form.dot
        self._build_still(drawn, form)
        # What moves, in the order of drawing.
        ink, ground, soft = colours["ink"], colours["ground"], colours["soft"]
        self._band = drawn.boxes(facecolors=palette.SHARED, alpha=0.28, zorder=2)
        self._gain = drawn.boxes(facecolors=palette.PEOPLE, alpha=PALE, zorder=2)
        self._clear = drawn.boxes(facecolors=palette.PEOPLE, alpha=SURE, zorder=2)
        self._edge = drawn.lines(palette.SHARED, 4, zorder=3)
        thick = {"alpha": 0.35, "capstyle": "butt"}
        self._likely = drawn.lines(palette.PEOPLE, 2 * HALF, zorder=3.1, **thick)
        self._swatch = drawn.lines(palette.PEOPLE, HALF, zorder=5, **thick)
        self._line = drawn.lines(palette.PEOPLE, 4, zorder=3.2)
        self._down = drawn.lines(ink, 1.6, linestyles=[(0, (3, 2))], zorder=3.3)
        self._stem = drawn.lines(ink, 1.6, zorder=3.3)
        self._from = drawn.lines(ink, 2.2, zorder=3.3)
        self._scale = drawn.lines(soft, 1.4, zorder=2.5)
        self._swatches = [drawn.lines(palette.SHARED, 7, zorder=5) for _row in range(2)]
        outline = {"linewidths": 2.5 * PIXEL, "zorder": 5.5}
        self._ring = drawn.boxes(facecolors=ground, **{**outline, "edgecolors": ink})
        self._here = drawn.boxes(facecolors=ink, **{**outline, "edgecolors": ground})
        self._could = drawn.boxes(facecolors=palette.PEOPLE, **{**outline, "edgecolors": "none"})
        self._others = drawn.boxes(
            facecolors=ground, **{**outline, "edgecolors": soft, "linewidths": 1.6 * PIXEL}
        )
        self._figures = [drawn.moving_text(form.figure, ha="right") for _row in self._rows]
        self._names = [drawn.moving_text(form.word) for _row in self._rows]
        self._sure = [drawn.moving_text(color=soft) for _line in range(2)]
        self._turn = drawn.moving_text(look.SMALL if form.stacked else form.word, weight="bold")
        self._page = drawn.moving_text(ha="right", weight="bold")
        self._surely = drawn.moving_text(ha="left", weight="bold")
        self._ticks = [drawn.moving_text(ha="left", color=soft) for _t in range(MOST_TICKS + 1)]
        self._empty = drawn.moving_text(form.word, ha="center")
        self._larger = drawn.moving_text(ha="left", color=soft)
        return drawn.moving

    def _build_still(self, drawn: Plane, form: Form) -> None:
        """The axis with its numbers and its question, and what the figures count."""
        soft = drawn.colours["soft"]
        every = 1 if self._x(2) - self._x(1) >= EVERY else FIVE
        for place in range(1, TWENTY + 1):
            if place == 1 or place % every == 0:
                y = self._contacts_at + form.dot + 16
                drawn.text(locale.number(place), self._x(place), y, ha="center", color=soft)
        asked = _("of 20 contacts, how many could buy?")
        drawn.text(asked, form.margin, form.height - 16, weight="bold")
        drawn.text(_("Possible buyers who see a post"), form.margin, 16, weight="bold")
        drawn.line([(self._left, self._bottom), (self._right, self._bottom)], soft, 1.6)

    def _highest(self) -> float:
        """The top of the lines: they rise to the right, clear of the readout."""
        form = self._shape
        if form.stacked:
            return self._third + (form.lines + 1) * plane.LINE
        low, end = self._third + 14, self._words_at + self._room() + BESIDE
        share = (min(end, self._right) - self._left) / (self._right - self._left)
        return max(24.0, self._bottom - (self._bottom - low - HALF) / share)

    def _room(self) -> float:
        """What the words of the readout may take."""
        form = self._shape
        if form.stacked:
            return self._plane.width - form.margin - self._words_at
        sure = _("plausible: {low} to {high}").format(low="00", high="00")
        sure += "; " + _("chance to be ahead: {ahead}").format(ahead="<0 of 100")
        return wide(sure)

    @staticmethod
    def _ways() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Both figures with their colours, and what they are, the fullest first."""
        people = _("through people, by the count"), _("through people")
        return (
            ("buyers", palette.PEOPLE, people),
            ("page_buyers", palette.SHARED, (_("through the page"),)),
        )

    def _x(self, contacts: float) -> float:
        return self._left + (self._right - self._left) * contacts / TWENTY

    def _y(self, buyers: float) -> float:
        return self._bottom - (self._bottom - self._top) * buyers / self._most

    def update(self, result: Result) -> None:
        reached, page = result.value("reached"), result.value("page_buyers")
        end = reached
        self._most = scale_of(result)
        top, right = self._y(page), self._right
        self._band.set_verts([box(self._left, top, right, self._bottom)] if page else [])
        self._edge.set_segments([[(self._left, top), (right, top)]] if page else [])
        line = [(self._left, self._bottom), (right, self._y(end))]
        self._line.set_segments([line] if reached else [])
        turn = self._turning(result)
        gain = [(self._x(turn), top), line[1], (right, top)] if turn is not None else []
        self._put_gain(result, gain)
        self._put_scale()
        self._put_larger(result)
        rings = [circle(self._x(turn), top, RING)] if turn and page else []
        if rings and self._shape.stacked:  # its words stand in a row of their own
            start = self._turn_at(at_the_ring(result, Speaker(result)))
            at = (start - BESIDE - RING, self._third + self._shape.lines * plane.LINE)
            rings.append(circle(*at, RING))
        self._ring.set_verts(rings)
        self._put_found(result)
        self._put_readout(result)
        self._put_turn(result, turn, top, end)
        self._put_page(result, end, page, top)
        self._put_empty(result)

    def _put_larger(self, result: Result) -> None:
        """That the axis shows more than at the start, as far as there is room to say it."""
        self._plane.put(self._larger, "")
        if not outgrown(result):
            return
        start = self._shape.margin + wide(_("Possible buyers who see a post"), bold=True) + BESIDE
        most = locale.number(self._most)
        tries = [_("scale: now up to {most}"), _("now up to {most}"), ""]
        room = self._plane.width - self._shape.margin - start
        said = plane.fitting([one.format(most=most) for one in tries], room)
        self._plane.put(self._larger, said, start, 16)

    def _put_gain(self, result: Result, gain: Sequence[tuple[float, float]]) -> None:
        """Where people are ahead, pale as far as another twenty could show that they are not."""
        self._gain.set_verts([gain] if gain else [])
        self._clear.set_verts([])
        self._from.set_segments([])
        self._plane.put(self._surely, "")
        if not gain or "sure_from" not in result or not result.value("page_buyers"):
            return
        _first, (right, high), (_right, top) = gain
        x = self._x(result.value("sure_from"))
        y = self._y(result.value("reached") * result.value("sure_from") / TWENTY)
        self._clear.set_verts([[(x, top), (x, y), (right, high), (right, top)]])
        self._from.set_segments([[(x, y), (x, self._contacts_at - self._shape.dot)]])
        said = _("clearly ahead")
        start, slope = self._x(self._turning(result)), (top - high) / (right - gain[0][0])
        start = max(x + BESIDE, start + (plane.LINE + RING + HALF) / max(slope, 1e-9))
        found, room = self._x(result.value("buyers_of_20")), wide(said, bold=True)
        if start - BESIDE < found < start + room + BESIDE:  # a line falls from the dot there
            start = found + RING + BESIDE
        band = wide(self._of_page(result), bold=True) + 4 * BESIDE
        if start + room < right - band:  # clear of the words of the band
            self._plane.put(self._surely, said, start, top - plane.LINE / 2 - 4)

    def _put_scale(self) -> None:
        """The upright axis at the right, where the line ends."""
        x, marks = self._right, []
        for text in self._ticks:
            self._plane.put(text, "")
        for text, value in zip(self._ticks, ticks(self._most, MOST_TICKS), strict=False):
            y = self._y(value)
            marks.append([(x, y), (x + TICK, y)])
            digits = 0 if self._most >= MOST_TICKS else 1
            self._plane.put(text, locale.number(value, digits), x + TICK + 4, y)
        self._scale.set_segments([[(x, self._bottom), (x, self._top)], *marks])

    def _turning(self, result: Result) -> float | None:
        """Where on the axis the line leaves the band; None where that is nowhere to be seen."""
        if not result.value("reached"):
            return None
        if not result.value("page_buyers"):
            return 0.0
        return result.value("turn_of_20") if "turn_of_20" in result else None

    def _put_found(self, result: Result) -> None:
        """The twenty that were looked at, and their place on the line; empty where nobody posts."""
        found, reached = result.value("buyers_of_20"), result.value("reached")
        dots = [
            circle(self._x(place), self._contacts_at, self._shape.dot)
            for place in range(1, TWENTY + 1)
        ]
        full = round(found) if result.value("posters") else 0
        self._could.set_verts(dots[:full])
        self._others.set_verts(dots[full:])
        here = (self._x(found), self._y(result.value("buyers")))
        self._here.set_verts([circle(*here, RING)] if reached else [])
        falls = reached and found
        self._down.set_segments([[here, (here[0], self._bottom)]] if falls else [])
        stretch = []
        if reached:
            ends = (TWENTY * result.value(k) for k in ("share_low", "share_high"))
            stretch = [(self._x(k), self._y(reached * k / TWENTY)) for k in ends]
        self._likely.set_segments([stretch] if stretch else [])

    def _put_readout(self, result: Result) -> None:
        """Both figures, the larger one bold, and how sure that is."""
        form, put = self._shape, self._plane.put
        ahead = (is_ahead(result), result.value("page_buyers") > result.value("buyers"))
        end, room = self._words_at - BESIDE, self._room()
        there = (result.value("reached"), True)
        ways = [*zip(self._ways(), ahead, there, strict=True)]
        if ahead[1]:  # the larger stands first, as the headline has it
            ways.reverse()
        for row, ((key, colour, tries), first, seen) in enumerate(ways):
            weight, y = "bold" if first else "normal", self._rows[row]
            figure = bare(result[key]) if seen else "–"
            put(self._figures[row], figure, end, y, weight=weight)
            x, half = form.margin + 3, form.figure / 2 - 1
            self._swatches[row].set_segments([[(x, y - half), (x, y + half)]])
            self._swatches[row].set_color(colour)
            low = y + plane.MIDDLE * (form.figure - form.word)  # both stand on one line
            fitting = (one for one in tries if wide(one, form.word, bold=True) <= room)
            said = next(fitting, plane.shortened(tries[-1], room, form.word, bold=True))
            put(self._names[row], said, self._words_at, low, weight=weight)
        for text in self._sure:
            put(text, "")
        self._swatch.set_segments([])
        self._read_to = (0.0, 0.0)
        if not result.value("reached"):
            return
        tries = chances(result)
        lines = [plausible(result), *([plane.fitting(tries, room)] if tries else [])]
        both = "; ".join(lines)
        if wide(both) <= room:
            lines = [both]
        elif form.lines:  # how sure it is says more than its range
            lines = lines[-form.lines :]
        ends = [(form.margin, self._third), (end, self._third)]
        self._swatch.set_segments([ends])
        for row, (text, said) in enumerate(zip(self._sure, lines, strict=False)):
            put(text, said, self._words_at, self._third + row * plane.LINE)
        self._read_to = (
            self._words_at + max(map(wide, lines)) + 2 * BESIDE,
            self._third + (len(lines) + 0.5) * plane.LINE,
        )

    def _turn_at(self, said: str) -> float:
        """Where the words of a row of their own begin: below the others, if they fit there."""
        if wide(said, look.SMALL, bold=True) <= self._room():
            return self._words_at
        return self._shape.margin + 2 * RING + BESIDE

    def _put_turn(self, result: Result, turn: float | None, top: float, end: float) -> None:
        """Where people are level and clearly ahead: beside the ring, or above the lines."""
        form, text = self._shape, self._turn
        said = at_the_ring(result, Speaker(result)) if result.value("reached") else ""
        self._stem.set_segments([])
        if form.stacked or not said:
            y = self._third + form.lines * plane.LINE
            self._plane.put(text, said, self._turn_at(said), y)
            return
        width = wide(said, form.word, bold=True)
        if turn is None or not end:
            self._plane.put(text, said, self._left, top - 24)
            return
        x = self._x(turn or 1)  # without a page it is the first of the twenty
        start = min(max(x - width / 2, self._left), self._right - width)
        y = self._above(start + width, top, end)
        if y < self._read_to[1] and start < self._read_to[0]:  # a remark says the chance, too
            self._plane.put(self._sure[-1], "")
        self._plane.put(text, said, start, y)
        foot = min(max(x, start + 6), start + width - 6)
        self._stem.set_segments([[(foot, y + form.word / 2 + 4), (x, top - RING)]])

    def _above(self, right: float, top: float, end: float) -> float:
        """How low words that end there may stand: the line rises beyond them, further right."""
        slope = (self._bottom - self._y(end)) / (self._right - self._left)
        clear = self._bottom - slope * (right + 2 * BESIDE + HALF - self._left)
        return min(top - STEM, clear - self._shape.word / 2)

    @staticmethod
    def _of_page(result: Result) -> str:
        return _("the page: {page}").format(page=bare(result["page_buyers"]))

    def _put_page(self, result: Result, end: float, page: float, top: float) -> None:
        """Name and figure of the band, at its right end: within it, or above a low line."""
        said = self._of_page(result)
        start = self._right - wide(said, bold=True) - 3 * BESIDE
        line = self._y(end * (start - self._left) / (self._right - self._left))
        x = self._right - BESIDE
        if page and line < top - HALF and self._bottom - top >= ROOM:
            self._plane.put(self._page, said, x, (top + self._bottom) / 2)
        elif page and (not end or line < top - 16 - plane.LINE or self._y(end) > top + HALF):
            self._plane.put(self._page, said, x, top - 16)
        else:
            self._plane.put(self._page, "")

    def _put_empty(self, result: Result) -> None:
        """No line of height nought: a sentence stands in its place."""
        said = ""
        if not result.value("reached"):
            said = _("no contact sees a post")
            if not result.value("posters"):
                said = _("nobody posts")
        y = (self._top + self._bottom) / 2 - 20
        self._plane.put(self._empty, said, (self._left + self._right) / 2, y)
