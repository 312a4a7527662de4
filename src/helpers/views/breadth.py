"""The same hours on one network, on two, on more: whom they meet, and what goes first."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers import look
from helpers.models.result import Quantity, Result
from helpers.views import palette, plane
from helpers.views.bars import WHITE
from helpers.views.breadth_forms import (
    BELOW,
    BESIDE,
    FIGURES,
    FORMS,
    HEAD,
    HEADS,
    NAME,
    OF,
    ROOM,
    SPACE,
    TWO_LINES,
    WIDEST,
    Form,
)
from helpers.views.breadth_words import BreadthWords
from helpers.views.plane import LINE, Plane, box, wide
from helpers.views.words import Speaker, bare, written
from helpers.words.locale import _, counted


class BreadthView(BreadthWords):
    """A bar of the same hours for each number of networks; grey is gone before the first post.

    Hours that are not needed have an outline, and nothing in it.
    """

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def height(self, result: Result, width: int) -> int:
        form, count = self._form(width), max(len(result.facts["counts"]), 1)
        if form.labels:
            return round(HEAD + form.bar + 4 * LINE + form.posts + 42)
        return round(16 + self._key_rows(result, width) * LINE + count * self._pitch(form))

    @staticmethod
    def _pitch(form: Form) -> float:
        """From one lying bar to the next."""
        return NAME + form.bar + (SPACE if form.beside else FIGURES)

    def _key_rows(self, result: Result, width: int) -> int:
        """How many lines stand above lying bars: heads of columns have two."""
        form = self._form(width)
        lines = self._key_lines(result, width - 2 * form.margin - form.beside)
        return max(len(lines), HEADS if form.beside else 0)

    def key(self, result: Result) -> tuple:
        return result.facts["counts"], result.facts["other"]

    def _key_lines(self, result: Result, room: float) -> list[str]:
        """What lying bars have in common, above them; its height depends on no figure."""
        said = _("Each bar: all hours of a week. Grey: {gone}.").format(gone=self._gone(result))
        return plane.wrapped(said, room, look.SMALL, bold=False)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        counts, colours = result.facts["counts"], drawn.colours
        self._gone_boxes = drawn.boxes(facecolors=palette.SHARED)
        self._left_boxes = drawn.boxes(facecolors=palette.PEOPLE)
        self._idle_boxes = drawn.boxes(
            facecolors="none", edgecolors=colours["soft"], linewidths=1.1, linestyles=(0, (4, 3))
        )
        self._idle_texts = [drawn.moving_text(ha="center") for _count in counts]
        white = {"color": WHITE, "ha": "center"}
        self._inside = [
            [drawn.moving_text(size, **white) for size in (form.inside, form.inside, look.SMALL)]
            for _count in counts
        ]
        self._posts = [drawn.moving_text(form.posts) for _count in counts]
        self._planned = [drawn.moving_text(color=colours["soft"], ha="center") for _c in counts]
        self._met = [drawn.moving_text(form.met) for _count in counts]
        self._names = [drawn.moving_text(form.word, weight="bold") for _count in counts]
        self._notes = [
            [drawn.moving_text(color=colours["soft"]) for _line in range(2)] for _count in counts
        ]
        self._units = [[drawn.moving_text(form.word) for _unit in range(2)] for _count in counts]
        self._empty = drawn.moving_text(form.word, ha="center")
        self._labels = [drawn.moving_text() for _line in range(10)]
        return drawn.moving

    def update(self, result: Result) -> None:
        for text in self._texts():
            self._plane.put(text, "")
        self._gone_boxes.set_verts([])
        self._left_boxes.set_verts([])
        self._idle_boxes.set_verts([])
        said = self._nothing(result)
        if said:
            form, middle = self._shape, (self._plane.width / 2, self._plane.height / 2)
            room = self._plane.width - 2 * form.margin
            self._plane.put(self._empty, plane.shortened(said, room, form.word), *middle)
        elif self._shape.labels:
            self._stand(result)
        else:
            self._lie(result)

    def _texts(self):
        for group in (*self._inside, *self._notes, *self._units):
            yield from group
        yield from (*self._posts, *self._planned, *self._met, *self._names, *self._idle_texts)
        yield from (self._empty, *self._labels)

    # Bars that stand beside each other ------------------------------------------------------

    def _stand(self, result: Result) -> None:
        form, counts = self._shape, result.facts["counts"]
        room = self._plane.width - 2 * form.margin - form.labels + form.gap
        wide_ = min(room / len(counts), WIDEST + form.gap) - form.gap
        top, bottom = HEAD, HEAD + form.bar
        self._stand_labels(result, top, bottom)
        gone, left, idle = [], [], []
        for place, count in enumerate(counts):
            start = form.margin + form.labels + place * (wide_ + form.gap)
            end, middle = start + wide_, start + wide_ / 2
            first, free = self._shares(result, count)
            split, above = bottom - form.bar * first, top + form.bar * free
            gone.append(box(start, split, end, bottom))
            if split > above + 2:
                left.append(box(start, above, end, split - 2 if split < bottom else bottom))
            if above > top + 2:
                idle.append(box(start + 1, top, end - 1, above - 2))
            if above - top >= ROOM:
                said = self._unneeded(result, count, wide_, above - top)
                self._plane.put(self._idle_texts[place], said, middle, (top + above) / 2)
            self._say_inside(place, count, result, middle, wide_, (above, split, bottom))
            self._put_column(place, count, result, middle, wide_)
        self._gone_boxes.set_verts(gone)
        self._left_boxes.set_verts(left)
        self._idle_boxes.set_verts(idle)

    @staticmethod
    def _shares(result: Result, count: int) -> tuple[float, float]:
        """The part of the hours that goes first, and the part that is not needed."""
        there = result.value("available")
        first = min(result.value(f"set{count}.before") / there, 1.0)
        return first, result.value(f"set{count}.idle") / there

    @staticmethod
    def _unneeded(result: Result, count: int, room: float, high: float = 0.0) -> str:
        """What a part without colour is, as far as there is room; on two lines if it is high."""
        hours = written(result[f"set{count}.idle"])
        tries = [_("{hours} not needed").format(hours=hours), hours]
        if high >= TWO_LINES:
            tries.insert(1, hours + "\n" + _("not needed"))
        fits = (one for one in tries if max(map(wide, one.split("\n"))) <= room - BESIDE)
        return next(fits, "")

    def _stand_labels(self, result: Result, top: float, bottom: float) -> None:
        form, soft = self._shape, self._plane.colours["soft"]
        below = bottom + LINE
        gone = plane.wrapped(self._gone(result), form.labels - BESIDE, look.SMALL, bold=False)
        lowest = bottom - 8 - (len(gone) - 1) * LINE
        posts = below + 2 * LINE + form.posts / 2 + BELOW
        hours = _("{hours} a week").format(hours=written(result["available"]))
        lines = [
            (_("of 100 people"), HEAD / 2 - LINE / 2, "bold"),
            (_("meet us in a month"), HEAD / 2 + LINE / 2, "normal"),
            (hours, top + 10, "bold"),
            (_("in every case"), top + 10 + LINE, "normal"),
            *((said, lowest + i * LINE, "normal") for i, said in enumerate(gone)),
            (_("at the level"), below + 2 * LINE, "normal"),
            (_("posts a week"), posts, "bold"),
        ]  # fmt: skip
        ink = self._plane.colours["ink"]
        for text, (said, y, weight) in zip(self._labels, lines, strict=False):
            colour = ink if weight == "bold" else soft
            self._plane.put(text, said, form.margin, y, weight=weight, color=colour)

    def _say_inside(
        self, place: int, count: int, result: Result, middle: float, room: float, edges: tuple
    ) -> None:
        """Hours in their part of the bar, where it has room for them."""
        top, split, bottom = edges
        gone, left, more = self._inside[place]
        if split - top >= ROOM:
            hours = result[f"set{count}.left"]
            self._plane.put(
                left, self._fitting(self._posting(), hours, room), middle, (top + split) / 2
            )
        if bottom - split < ROOM:
            return
        y = (split + bottom) / 2
        if result.value(f"set{count}.before") < result.value("available"):
            tries = (_("{hours} gone"), "{hours}")
            hours = result[f"set{count}.gone"]
            self._plane.put(gone, self._fitting(tries, hours, room), middle, y)
            return
        before = written(result[f"set{count}.before"])
        lines = [
            self._fitting((_("all {hours} gone"), _("all gone")), result["available"], room),
            _("{hours} asked for").format(hours=before),
        ]
        if wide(lines[1]) > room - BESIDE:
            lines = [before, _("asked for")]
        for text, said, at in zip((gone, more), lines, (y - LINE / 2, y + LINE / 2), strict=True):
            self._plane.put(text, said, middle, at)

    @staticmethod
    def _posting() -> tuple[str, ...]:
        """What the hours that are left are for, the fullest first."""
        full = _("{hours} for posts and answers"), _("{hours}: posts, answers")
        return *full, _("{hours} left"), "{hours}"

    def _fitting(self, tries: Sequence[str], hours: Quantity, room: float) -> str:
        """The fullest of these that fits."""
        said = [one.format(hours=written(hours)) for one in tries]
        size = self._shape.inside
        return next((one for one in said if wide(one, size) <= room - BESIDE), said[-1])

    def _put_column(
        self, place: int, count: int, result: Result, middle: float, room: float
    ) -> None:
        """People met above a bar; name, level and posts below it."""
        form, put = self._shape, self._plane.put
        self._put_met(place, count, result, middle, HEAD / 2, "center")
        y = HEAD + form.bar + LINE
        name = counted("{number} network", "{number} networks", count)
        size = form.word if wide(name, form.word, bold=True) <= room + form.gap / 2 else look.SMALL
        put(self._names[place], name, middle, y, ha="center", size=size)
        notes = self._added(result, count), self._level(result, count)
        for row, (text, note) in enumerate(zip(self._notes[place], notes, strict=True), 1):
            put(text, plane.shortened(note, room), middle, y + row * LINE, ha="center")
        y += 2 * LINE + form.posts / 2 + BELOW
        put(self._posts[place], bare(result[f"set{count}.posts"]), middle, y, ha="center")
        put(self._planned[place], self._of(result, count, room), middle, y + OF)

    def _put_met(
        self, place: int, count: int, result: Result, x: float, y: float, ha: str
    ) -> float:
        """People met, bold where they are most; how wide it is."""
        said, best = bare(result[f"set{count}.met"]), count in result.facts["best"]
        weight = "bold" if best else "normal"
        self._plane.put(self._met[place], said, x, y, ha=ha, weight=weight)
        return wide(said, self._shape.met, bold=best)

    # Bars that lie below each other ---------------------------------------------------------

    def _lie(self, result: Result) -> None:
        form, put, colours = self._shape, self._plane.put, self._plane.colours
        start, end = form.margin, self._plane.width - form.margin - form.beside
        soft = {"weight": "normal", "color": colours["soft"]}
        texts = iter(self._labels)
        for row, said in enumerate(self._key_lines(result, end - start)):
            put(next(texts), said, start, 18 + row * LINE, ha="left", **soft)
        rows = self._key_rows(result, self._plane.width)
        if form.beside:
            heads = (_("of 100"), _("meet us")), (_("posts"), _("a week"))
            for x, lines in zip(self._columns(end), heads, strict=True):
                for row, said in enumerate(lines, rows - HEADS):
                    put(next(texts), said, x, 18 + row * LINE, ha="center", **soft)
        gone, left, idle = [], [], []
        for place, count in enumerate(result.facts["counts"]):
            top = 16 + rows * LINE + place * self._pitch(form) + NAME
            bottom = top + form.bar
            first, free = self._shares(result, count)
            split, until = start + (end - start) * first, end - (end - start) * free
            gone.append(box(start, top, split, bottom))
            if split < until - 2:
                left.append(box(split + 2 if split > start else split, top, until, bottom))
            if until < end - 2:
                idle.append(box(until + 2, top + 1, end, bottom - 1))
            self._name_row(place, count, result, start, end, top - 14)
            self._say_along(place, count, result, (start, split, until, end), (top + bottom) / 2)
            if form.beside:
                self._figures_beside(place, count, result, end, (top + bottom) / 2)
            else:
                self._figures(place, count, result, start, end, bottom + 8 + form.met / 2)
        self._gone_boxes.set_verts(gone)
        self._left_boxes.set_verts(left)
        self._idle_boxes.set_verts(idle)

    def _columns(self, end: float) -> tuple[float, float]:
        """The middles of the two columns of figures beside lying bars."""
        return end + 0.27 * self._shape.beside, end + 0.77 * self._shape.beside

    def _figures_beside(self, place: int, count: int, result: Result, end: float, y: float) -> None:
        met, posts = self._columns(end)
        said = bare(result[f"set{count}.posts"])
        self._plane.put(self._posts[place], said, posts, y, ha="center")
        self._plane.put(self._planned[place], self._of(result, count), posts, y + OF)
        self._put_met(place, count, result, met, y, "center")

    def _name_row(
        self, place: int, count: int, result: Result, start: float, end: float, y: float
    ) -> None:
        put, form = self._plane.put, self._shape
        name = counted("{number} network", "{number} networks", count)
        put(self._names[place], name, start, y)
        x = start + wide(name, form.word, bold=True) + BESIDE
        note = _("{networks}, {level}").format(
            networks=self._added(result, count), level=self._level(result, count)
        )
        put(self._notes[place][0], plane.shortened(note, end - x), x, y)

    def _say_along(self, place: int, count: int, result: Result, edges: tuple, y: float) -> None:
        start, split, until, end = edges
        gone, left, _more = self._inside[place]
        if result.value(f"set{count}.before") >= result.value("available"):
            before = written(result[f"set{count}.before"])
            hours = written(result["available"])
            said = _("all {hours} gone, {before} asked for").format(hours=hours, before=before)
            self._plane.put(gone, said, (start + end) / 2, y)
            return
        if until < end - 2:
            said = self._unneeded(result, count, end - until)
            self._plane.put(self._idle_texts[place], said, (until + end) / 2, y)
        for text, key, low, high, tries in (
            (gone, "gone", start, split, (_("{hours} gone"), "{hours}")),
            (left, "left", split, until, self._posting()),
        ):
            said = self._fitting(tries, result[f"set{count}.{key}"], high - low)
            if wide(said, self._shape.inside) <= high - low - BESIDE:
                self._plane.put(text, said, (low + high) / 2, y)

    def _figures(
        self, place: int, count: int, result: Result, start: float, end: float, y: float
    ) -> None:
        """People met at the left, posts from the middle on."""
        put, form = self._plane.put, self._shape
        low = y + plane.MIDDLE * (form.met - form.word)  # all stand on one line
        x = start + self._put_met(place, count, result, start, y, "left") + BESIDE
        put(self._units[place][0], _("of 100 meet us"), x, low)
        posts = bare(result[f"set{count}.posts"])
        x = (start + end) / 2 + BESIDE
        put(self._posts[place], posts, x, y + plane.MIDDLE * (form.met - form.posts), ha="left")
        x += wide(posts, form.posts) + BESIDE
        key = f"set{count}.planned"
        said = Speaker(result).plural("of {number} post", "of {number} posts", key)
        put(self._units[place][1], said, x, low)
