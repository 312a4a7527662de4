"""The same hours on one network, on two, on more: what each asks for first, and what is left."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers import look
from helpers.models.result import Quantity, Result
from helpers.views import palette, plane
from helpers.views.bars import WHITE
from helpers.views.breadth_forms import BESIDE, ROOM, ROW, TOP, TWO_LINES, WIDEST
from helpers.views.breadth_lying import LyingBars
from helpers.views.plane import LINE, Plane, box, set_hatchcolor, wide
from helpers.views.words import bare, written
from helpers.words.locale import _, counted


class BreadthView(LyingBars):
    """A bar for each number of networks, all on one scale, and a line at the hours there are.

    Grey is asked for before the first post; where it rises above the line, it is missing and
    hatched. Hours that are not needed have an outline, and nothing in it.
    """

    def height(self, result: Result, width: int) -> int:
        form = self._form(width)
        if form.labels:
            return round(self._head(result, width) + form.bar + 3 * LINE + 3 * ROW)
        return round(self._lying_height(result, width))

    def _head(self, result: Result, width: int) -> float:
        """What stands above the bars: the words, and the hours that each asks for first."""
        form = self._form(width)
        return TOP + (len(self._key_lines(result, width)) - 0.5) * LINE + form.hours + 20

    def key(self, result: Result) -> tuple:
        return result.facts["counts"], result.facts["other"]

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        counts, colours = result.facts["counts"], drawn.colours
        ink, soft = colours["ink"], {"color": colours["soft"]}
        self._gone_boxes = drawn.boxes(facecolors=palette.SHARED)
        self._left_boxes = drawn.boxes(facecolors=palette.PEOPLE)
        self._missing_boxes = drawn.boxes(
            facecolors=colours["ground"], edgecolors=palette.MISSING, hatch="//", linewidths=1.4
        )
        set_hatchcolor(self._missing_boxes, palette.MISSING)
        self._idle_boxes = drawn.boxes(
            facecolors="none", edgecolors=colours["soft"], linewidths=1.1, linestyles=(0, (4, 3))
        )
        self._line = drawn.lines(ink, 2.5, zorder=5)
        self._idle_texts = [drawn.moving_text(ha="center") for _count in counts]
        white = {"color": WHITE, "ha": "center"}
        self._inside = [
            [drawn.moving_text(size, **white) for size in (form.inside, form.inside, look.SMALL)]
            for _count in counts
        ]
        plate = {"facecolor": colours["ground"], "edgecolor": "none", "boxstyle": "square,pad=0.1"}
        red = {"color": colours["missing"], "ha": "center", "weight": "bold"}
        self._missing = [drawn.moving_text(bbox=plate, **red) for _count in counts]
        self._hours = [drawn.moving_text(form.hours, weight="bold") for _count in counts]
        self._met = [drawn.moving_text(form.met) for _count in counts]
        self._posts = [drawn.moving_text(form.posts) for _count in counts]
        self._names = [drawn.moving_text(form.word, weight="bold") for _count in counts]
        self._notes = [[drawn.moving_text(**soft) for _line in range(2)] for _count in counts]
        self._units = [[drawn.moving_text(**soft) for _unit in range(4)] for _count in counts]
        self._empty = drawn.moving_text(form.word, ha="center")
        self._labels = [drawn.moving_text() for _line in range(10)]
        return drawn.moving

    def update(self, result: Result) -> None:
        for text in self._texts():
            self._plane.put(text, "")
        for boxes in self._boxes():
            boxes.set_verts([])
        self._line.set_segments([])
        said = self._nothing(result)
        if said:
            form, middle = self._shape, (self._plane.width / 2, self._plane.height / 2)
            room = self._plane.width - 2 * form.margin
            self._plane.put(self._empty, plane.shortened(said, room, form.word), *middle)
        elif self._shape.labels:
            self._stand(result)
        else:
            self._lie(result)

    def _boxes(self):
        return self._gone_boxes, self._left_boxes, self._missing_boxes, self._idle_boxes

    def _texts(self):
        for group in (*self._inside, *self._notes, *self._units):
            yield from group
        yield from (*self._posts, *self._missing, *self._met, *self._names, *self._idle_texts)
        yield from (*self._hours, self._empty, *self._labels)

    # Bars that stand beside each other ------------------------------------------------------

    def _stand(self, result: Result) -> None:
        form, counts = self._shape, result.facts["counts"]
        room = self._plane.width - 2 * form.margin - form.labels + form.gap
        wide_ = min(room / len(counts), WIDEST + form.gap) - form.gap
        top = self._head(result, self._plane.width)
        bottom, end = top + form.bar, form.margin + form.labels - form.gap
        end += len(counts) * (wide_ + form.gap)
        there = bottom - form.bar * self._share(result, "available")
        parts: list[list] = [[], [], [], []]
        for place, count in enumerate(counts):
            start = form.margin + form.labels + place * (wide_ + form.gap)
            middle = start + wide_ / 2
            asked = bottom - form.bar * self._share(result, f"set{count}.before")
            free = there + form.bar * self._share(result, f"set{count}.idle")
            split = max(asked, there)
            parts[0].append(box(start, split, start + wide_, bottom))
            if split > free + 2:
                until = split - 2 if split < bottom else bottom
                parts[1].append(box(start, free, start + wide_, until))
            if self._lacks(result, count):
                parts[2].append(box(start, asked, start + wide_, there))
            if free > there + 2:
                parts[3].append(box(start + 1, there, start + wide_ - 1, free - 2))
            if free - there >= ROOM:
                said = self._unneeded(result, count, wide_, free - there)
                self._plane.put(self._idle_texts[place], said, middle, (there + free) / 2)
            self._say_inside(place, count, result, middle, wide_, (asked, there, free, bottom))
            self._put_column(place, count, result, middle, wide_)
        for boxes, verts in zip(self._boxes(), parts, strict=True):
            boxes.set_verts(verts)
        self._line.set_segments([[(form.margin, there), (end, there)]])
        self._stand_labels(result, there, bottom)

    @staticmethod
    def _unneeded(result: Result, count: int, room: float, high: float = 0.0) -> str:
        """What a part without colour is, as far as there is room; on two lines if it is high."""
        hours = written(result[f"set{count}.idle"])
        tries = [_("{hours} not needed").format(hours=hours), hours]
        if high >= TWO_LINES:
            tries.insert(1, hours + "\n" + _("not needed"))
        fits = (one for one in tries if max(map(wide, one.split("\n"))) <= room - BESIDE)
        return next(fits, "")

    def _stand_labels(self, result: Result, there: float, bottom: float) -> None:
        """What the grey is, above all; at the left what the line and the rows are."""
        form, put, soft = self._shape, self._plane.put, self._plane.colours["soft"]
        texts, ink = iter(self._labels), self._plane.colours["ink"]
        self._put_key(result, texts)
        room = form.labels - BESIDE
        met, posts = self._rows(bottom)
        lines = [
            (self._there(result, room), there - LINE / 2 - 2, "bold"),
            (_("in every case"), there + LINE / 2 + 2, "normal"),
            (_("at the level"), bottom + 3 * LINE, "normal"),
            (_("of 100 people"), met - LINE / 2, "bold"),
            (_("meet us, at most"), met + LINE / 2, "normal"),
            (_("posts a week"), posts - LINE / 2, "bold"),
            (_("of those planned"), posts + LINE / 2, "normal"),
        ]
        for text, (said, y, weight) in zip(texts, lines, strict=False):
            colour = ink if weight == "bold" else soft
            said = plane.shortened(said, room, bold=weight == "bold")
            put(text, said, form.margin, y, weight=weight, color=colour)

    @staticmethod
    def _rows(bottom: float) -> tuple[float, float]:
        """The middles of the rows of figures below standing bars."""
        return bottom + 3 * LINE + ROW, bottom + 3 * LINE + 2 * ROW + 9

    def _say_inside(
        self, place: int, count: int, result: Result, middle: float, room: float, edges: tuple
    ) -> None:
        """Hours in their part of the bar, where it has room for them."""
        asked, there, free, bottom = edges
        gone, left, more = self._inside[place]
        if asked - free >= ROOM:
            hours = result[f"set{count}.left"]
            said = self._fitting(self._posting(asked - free), hours, room)
            self._plane.put(left, said, middle, (free + asked) / 2)
        if asked > there or bottom - there < ROOM:
            return
        tries = _("all {hours} gone"), _("all gone")
        said = self._fitting(tries, result["available"], room)
        y = (there + bottom) / 2
        if self._lacks(result, count):
            missing = self._missing_words(result, count, room - BESIDE)
            if there - asked >= ROOM:
                self._plane.put(self._missing[place], missing, middle, (asked + there) / 2)
            elif bottom - there >= TWO_LINES:
                self._plane.put(more, missing, middle, y + LINE / 2)
                y -= LINE / 2
        self._plane.put(gone, said, middle, y)

    @staticmethod
    def _posting(high: float = 0.0) -> tuple[str, ...]:
        """What the hours that are left are for, the fullest first; on two lines if it is high."""
        tries = [_("{hours} for posts and answers"), _("{hours}: posts, answers")]
        tries += [_("{hours} for posts"), "{hours}"]
        if high >= TWO_LINES:
            tries.insert(-1, "{hours}\n" + _("for posts"))
        return tuple(tries)

    def _fitting(self, tries: Sequence[str], hours: Quantity, room: float) -> str:
        """The fullest of these that fits."""
        said = [one.format(hours=written(hours)) for one in tries]
        size = self._shape.inside
        fits = (
            one for one in said if max(wide(row, size) for row in one.split("\n")) <= room - BESIDE
        )
        return next(fits, said[-1])

    def _put_column(
        self, place: int, count: int, result: Result, middle: float, room: float
    ) -> None:
        """What is asked for first above a bar; name, level, people and posts below it."""
        form, put = self._shape, self._plane.put
        top = self._head(result, self._plane.width)
        self._put_hours(place, count, result, middle, top - 14 - form.hours / 2, "center")
        y = top + form.bar + LINE
        name = counted("{number} network", "{number} networks", count)
        size = form.word if wide(name, form.word, bold=True) <= room + form.gap / 2 else look.SMALL
        put(self._names[place], name, middle, y, ha="center", size=size)
        notes = self._added(result, count), self._level(result, count)
        for row, (text, note) in enumerate(zip(self._notes[place], notes, strict=True), 1):
            put(text, plane.shortened(note, room), middle, y + row * LINE, ha="center")
        met, posts = self._rows(top + form.bar)
        self._put_met(place, count, result, middle, met, "center")
        said = bare(result[f"set{count}.posts"])
        taken = wide(said, form.posts) + BESIDE
        planned = _("of {planned}").format(planned=bare(result[f"set{count}.planned"]))
        start = middle - (taken + wide(planned)) / 2
        put(self._posts[place], said, start, posts, ha="left")
        low = posts + plane.MIDDLE * (form.posts - look.SMALL)  # both stand on one line
        put(self._units[place][0], planned, start + taken, low, ha="left")

    def _put_hours(
        self, place: int, count: int, result: Result, x: float, y: float, ha: str
    ) -> float:
        """Hours asked for before the first post, red where they are not there; how wide."""
        said = written(result[self._asked_first(result, count)])
        colour = self._plane.colours["missing" if self._lacks(result, count) else "ink"]
        self._plane.put(self._hours[place], said, x, y, ha=ha, color=colour)
        return wide(said, self._shape.hours, bold=True)

    def _put_met(
        self, place: int, count: int, result: Result, x: float, y: float, ha: str
    ) -> float:
        """People met, bold where they are most; how wide it is."""
        said, best = bare(result[f"set{count}.met"]), count in result.facts["best"]
        weight = "bold" if best else "normal"
        self._plane.put(self._met[place], said, x, y, ha=ha, weight=weight)
        return wide(said, self._shape.met, bold=best)
