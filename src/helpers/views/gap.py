"""Resource gap: what networks take in hours a week, against the hours that there are."""

from collections.abc import Iterator, Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers import look
from helpers.data.tables import Tables
from helpers.models.effort import WORK
from helpers.models.result import Result, nice_limit
from helpers.views import palette, plane
from helpers.views.bars import WHITE, Bar, Part, Row
from helpers.views.gap_forms import COMPACT, FORMS, Form
from helpers.views.gap_words import ADS, COMMON, FURTHER, PRINTS, GapWords, further_alone
from helpers.views.plane import Plane, box, names_top, wide
from helpers.views.words import bare, written
from helpers.words.locale import N_, _

WEEK = 5
"""Between a total and "a week" beside it."""
BESIDE = 10
"""Between a mark and what stands beside it."""
CLEAR = 6
"""Between the zero line and words right of it."""
MOST_ROWS = 2
"""Rows of names under a bar."""
STRIP = 10
"""How far above its bar begins what is to spare, where it covers nobody."""
NAME = 110
"""What the name of a person may take however many there are."""


class GapView(GapWords):
    """Two bars of hours from one zero line: what the networks take, and what there is.

    The first is made of kinds of work, the second of people, and what is missing to the
    first is hatched. The whisker is the 10th to 90th percentile of the first. ``PicturedView``
    puts a third bar above them.
    """

    covers = True
    """Whether what is to spare is painted over the people whose hours it is; else above them."""
    nothing = N_("no network, no work")
    _sizes = (FORMS, COMPACT)
    """Layouts by width: the picture itself, and its compact form."""

    def __init__(self, tables: Tables, compact: bool = False, least: float = 0.0) -> None:
        """The scale has room for ``least`` hours a week, however few are drawn."""
        super().__init__(tables)
        self._forms = self._sizes[compact]
        self._least = least

    @staticmethod
    def longest(result: Result) -> float:
        """The hours a week for which a picture of this result needs room."""
        return max(result.value(key) for key in ("band_high", "required", "available"))

    def _above(self, form: Form) -> float:
        """What stands above the two bars takes so much room."""
        return 0.0

    def _form(self, width: int) -> Form:
        return self._forms[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    @staticmethod
    def _edges(form: Form, width: int) -> tuple[float, float]:
        """The zero line and the right margin of the bars."""
        return form.margin + form.column, width - form.margin

    def height(self, result: Result, width: int) -> int:
        return round(self._rows(result, width)[1].end + 10)

    def _rows(self, result: Result, width: int) -> tuple[Row, Row]:
        """Where the two bars stand: it depends on no value that a control moves."""
        form = self._form(width)
        low, high = self._edges(form, width)
        work = [self._kind(key, short=True) for key in self._kinds(result)]
        # As a rule one kind is long enough to hold its number; if not, numbers make way.
        widest = [wide(work[0]), *(wide(f"{name} 0.0") for name in work[1:])]
        first = min(plane.rows_needed(widest, high - low - CLEAR), MOST_ROWS)
        people = [wide(name) for name in self._people(result, high - low)]
        second = min(plane.rows_needed(people, high - low - CLEAR), MOST_ROWS)
        above = self._above(form)
        if form.column:
            top = above + 46
            takes = Row(top + form.bar / 2, top, top + form.bar, first)
            # A strip above the second bar lifts the words that stand over it.
            top = takes.end + form.claims[-1] + 18 + (0 if self.covers else STRIP)
            return takes, Row(top + form.bar / 2, top, top + form.bar, second)
        top = above + form.total + 30
        takes = Row(above + 10 + form.total / 2, top, top + form.bar, first)
        top = takes.end + 14 + form.total + 10
        return takes, Row(top - 10 - form.total / 2, top, top + form.bar, second)

    @staticmethod
    def _kinds(result: Result) -> list[str]:
        """The keys that the required hours are made of."""
        running = [ADS] if result.value(ADS) else []
        further = [FURTHER] if FURTHER in result else []
        return [*(f"work.{kind}" for kind in WORK), COMMON, *running, *further]

    def _people(self, result: Result, room: float) -> list[str]:
        """Names under the bar of hours that there are, short enough to stand there."""
        names = [*(self._person(name) for name in result.facts["people"]), _("bought")]
        return [plane.shortened(name, max(room / len(names) - plane.CLEAR, NAME)) for name in names]

    @staticmethod
    def _kind(key: str, short: bool, result: Result | None = None) -> str:
        """A kind of work as it stands under its part of the bar."""
        if key == COMMON and result and result.value("briefing"):
            if not short and result.value("coordination"):
                return _("meeting, keeping in step, briefing")
            return _("meeting, briefing")
        if key == COMMON and not short and result and result.value("coordination"):
            return _("meeting, keeping in step")
        if key == FURTHER and result and further_alone(result):
            return further_alone(result)
        if key == FURTHER and short:
            return _("further")
        return {
            "work.making": _("making"),
            "work.listening": _("listening"),
            "work.answering": _("answering"),
            "work.planning": _("planning"),
            COMMON: _("meeting"),
            ADS: _("ads"),
            FURTHER: _("further work"),
        }[key]

    def key(self, result: Result) -> tuple:
        most = max(self.longest(result), self._least)
        return result.facts["people"], tuple(self._kinds(result)), nice_limit(most)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        self._zero, self._right = self._edges(form, drawn.width)
        self._rows_now = rows = self._rows(result, drawn.width)
        self._pixels = (self._right - self._zero) / self.key(result)[-1]
        colours = drawn.colours
        words = self._heads(result)
        for row, word in zip(rows, words, strict=True):
            rise = 0.72 * form.total if form.column else plane.MIDDLE * (form.word - form.total)
            drawn.text(word, form.margin, row.total - rise, form.word)
        self._beside_word = max(wide(word, form.word) for word in words) + BESIDE
        for top, bottom in [(rows[0].top, rows[1].bottom)] if form.column else [
            (row.top, row.bottom) for row in rows
        ]:  # fmt: skip
            zero = self._zero - 2
            drawn.line([(zero, top - 6), (zero, bottom + 6)], colours["soft"], 1.6)
        self._totals = [drawn.moving_text(form.total, weight="bold") for _row in rows]
        self._weeks = [drawn.moving_text() for _row in rows]
        self._drop = drawn.lines(colours["missing"], 2, linestyles=[(0, (3, 2))])
        self._low = self._zero + (CLEAR if form.column else 0)
        counts = (len(self._kinds(result)), len(result.facts["people"]) + 1)
        self._bars = [
            Bar(drawn, row, self._low, self._right, form.inside, most)
            for row, most in zip(rows, counts, strict=True)
        ]
        self._surplus = drawn.boxes(facecolors=palette.SPARE, zorder=3.2)
        red = {"hatchcolor": palette.MISSING, "edgecolors": palette.MISSING}
        self._hole = drawn.boxes(
            facecolors=colours["ground"], hatch="//", linewidths=1.4, zorder=3.3, **red
        )
        self._band = drawn.lines(colours["ink"], 2)
        self._likely = drawn.moving_text(color=colours["soft"], ha="center")
        self._claim = drawn.moving_text(weight="bold", zorder=7)
        self._empty = [drawn.moving_text(form.word) for _row in rows]
        return drawn.moving

    def _heads(self, result: Result) -> tuple[str, str]:
        """What the two bars are called."""
        return _("needed"), _("you have")

    def update(self, result: Result) -> None:
        weeks = self._weeks if self._shape.column else self._says_week()
        self._ends = [
            self._put_total(row, text, written(result[key]), week)
            for row, text, key, week in zip(
                self._rows_now, self._totals, ("required", "available"), weeks, strict=True
            )
        ]
        work, people = self._bars
        work.show(list(self._work(result)))
        people.show(list(self._hours_there(result)))
        self._put_likely(result)
        self._put_gap(result)
        self._say_what_is_empty(result)

    def _x(self, hours: float) -> float:
        return self._zero + hours * self._pixels

    def _says_week(self) -> list[Text | None]:
        """Behind which totals "a week" stands where they stand above the bars: the first alone."""
        return [self._weeks[0], None]

    def _put_total(self, row: Row, text: Text, said: str, week: Text | None) -> float:
        """The sum of a bar, "a week" behind it where there is ``week``, and where they end."""
        form, words = self._shape, _("a week")
        x, y, size = form.margin, row.total, form.total
        more = wide(words) + WEEK if week else 0.0
        if form.column:
            y += 0.28 * size
            size = min(size, size * (form.column - BESIDE - more) / wide(said, size, bold=True))
        else:
            x += self._beside_word
        self._plane.put(text, said, x, y, size=size)
        end = x + wide(said, size, bold=True)
        if week:
            self._plane.put(week, words, end + WEEK, y + plane.MIDDLE * (size - look.SMALL))
        return end + more

    def _free(self, place: int) -> float:
        """Where the line above a bar is free: beside the total, or from the zero line on."""
        return self._low if self._shape.column else self._ends[place] + BESIDE

    def _work(self, result: Result) -> Iterator[Part]:
        """The required hours by kind; what networks have in common is grey."""
        colours, start = self._plane.colours, 0.0
        for key in self._kinds(result):
            end = start + result.value(key)
            own = key.startswith("work.")
            yield Part(
                self._x(start),
                self._x(end),
                (self._kind(key, False, result), self._kind(key, True, result)),
                bare(result[f"printed.{key}"]),
                colours["needed"] if own else palette.SHARED,
                colours["ground"] if own else WHITE,
            )
            start = end

    def _hours_there(self, result: Result) -> Iterator[Part]:
        """The hours that there are, by person; what is to spare will cover their end."""
        keys = [f"person{i}.available" for i in range(len(result.facts["people"]))] + ["bought"]
        covered = self.covers and result.value("gap") < 0
        seen = self._x(result.value("required")) if covered else self._right
        start = 0.0
        for key, name in zip(keys, self._people(result, self._right - self._zero), strict=True):
            end = start + result.value(key)
            names, number = (name,), bare(result[f"printed.{key}"])
            ends = self._x(start), self._x(end)
            yield Part(*ends, names, number, palette.PEOPLE, seen=seen)
            start = end

    def _put_likely(self, result: Result) -> None:
        """The range in words over its whisker, clear of the total where that stands above."""
        low, high = result["band_low"], result["band_high"]
        if written(low) == written(high):
            self._band.set_segments([])
            self._plane.put(self._likely, "")
            return
        y = self._rows_now[0].top - 11
        left, right = self._x(low.value), self._x(high.value)
        caps = [[(x, y - 5), (x, y + 5)] for x in (left, right)]
        self._band.set_segments([[(left, y), (right, y)], *caps])
        start = self._free(0)
        said = _("likely {low} to {high}").format(low=bare(low), high=written(high))
        if wide(said) > self._right - start:
            said = _("{low} to {high}").format(low=bare(low), high=written(high))
        half = wide(said) / 2
        x = min(max((left + right) / 2, start + half), self._right - half)
        self._plane.put(self._likely, said, x, y - 19)

    def _put_gap(self, result: Result) -> None:
        """What is missing is hatched, what is to spare is green or, where something else waits for
        it or it is too close to call, outlined; each says how much."""
        takes, there = self._rows_now
        required, gap = result.value("required"), result.value("gap")
        left, right = sorted((self._x(required), self._x(result.value("available"))))
        area = [box(left, there.top, right, there.bottom)]
        self._hole.set_verts(area if gap > 0 else [])
        outside = gap < 0 and not self.covers
        above = [box(left, there.top - STRIP, right, there.top - 2)]
        self._surplus.set_verts(above if outside else area if gap < 0 else [])
        close = result.facts["verdict"] == "borderline"
        free = self._is_free(result) and not close
        self._surplus.set(facecolors=palette.SPARE if free else self._plane.colours["ground"])
        self._surplus.set(edgecolors="none" if free else palette.PEOPLE, linewidths=2)
        missing = written(result["missing"])
        self._plane.put(self._claim, "", bbox=None)
        raised = False
        if gap:
            said = [one.format(missing=missing) for one in self._claims(result)]
            kind = "missing" if gap > 0 else "good" if free else "ink"
            raised = self._put_claim(said, right if outside else left, right, kind)
        x = self._x(required)
        drops = gap > 0 and (self._shape.column or (x > self._free(1) and not raised))
        self._drop.set_segments([[(x, takes.end + 2), (x, there.top)]] if drops else [])

    def _claims(self, result: Result) -> list[str]:
        """What is written at the gap, the fullest first."""
        gap, close = result.value("gap"), result.facts["verdict"] == "borderline"
        unsure = [_("too close to call"), _("too close")]
        if result.value("missing") < PRINTS:
            return unsure if close else [_("just enough")]
        if gap > 0:
            missing = [_("{missing} missing")]
            return [_("{missing} missing: too close to call"), *missing] if close else missing
        if close:
            return [_("{missing} over: too close to call"), *unsure]
        return self._spare(result)

    def _is_free(self, result: Result) -> bool:
        """Whether nothing else waits for the hours to spare: only then are they green."""
        return True

    def _spare(self, result: Result) -> list[str]:
        """What is written at hours to spare, the fullest first."""
        return [_("{missing} to spare")]

    def _put_claim(self, tries: list[str], left: float, right: float, kind: str) -> bool:
        """As large as it fits into its area; beside it; or on the line above, and then True."""
        row, form, colours = self._rows_now[1], self._shape, self._plane.colours
        put, start, size = self._plane.put, self._free(1), form.claims[-1]
        lift = STRIP if left == right else 0  # words stand clear of a strip above the bar
        colour = colours[kind]
        patch = {"facecolor": colours["ground"], "edgecolor": "none", "pad": 2}
        inside = {"color": WHITE} if kind == "good" else {"color": colour, "bbox": patch}
        for said in tries:
            for large in form.claims:
                if wide(said, large, bold=True) + 3 * BESIDE <= right - left:
                    middle = (left + right) / 2
                    put(self._claim, said, middle, row.middle, ha="center", size=large, **inside)
                    return False
            width = wide(said, size, bold=True)
            if width + BESIDE <= self._right - right:
                x, y, place = right + BESIDE, row.middle, "left"
            elif form.column and width <= right - BESIDE - start:
                x, y, place = right - BESIDE, row.top - size / 2 - 6 - lift, "right"
            elif not form.column and width <= self._right - start:
                x, y, place = self._right, row.total, "right"
            else:
                continue
            put(self._claim, said, x, y, ha=place, size=size, color=colour)
            return y < row.top
        return False

    def _say_what_is_empty(self, result: Result) -> None:
        """No bar of length nought: a sentence stands in its place."""
        takes, there = self._rows_now
        said = "" if result.value("required") else _(self.nothing)
        self._plane.put(self._empty[0], said, self._zero + BESIDE, takes.middle)
        said = "" if result.value("available") else _("nobody has promised an hour")
        if said and result.facts["absent"] is not None and result.facts["people"]:
            away = self._person(result.facts["people"][result.facts["absent"]])
            said = _("{person} is away").format(person=plane.shortened(away, NAME))
        self._plane.put(self._empty[1], said, self._low, there.bottom + names_top(0) + 6)
