"""The bars of lesson 10 on a narrow page: they lie, with their figures below or beside them."""

from collections.abc import Iterator

from matplotlib.text import Text

from helpers import look
from helpers.models.result import Result
from helpers.views import plane
from helpers.views.breadth_forms import (
    BESIDE,
    FIGURES,
    FORMS,
    NAME,
    OVER,
    SPACE,
    SWATCH,
    TOP,
    Form,
)
from helpers.views.breadth_words import PRINTS, BreadthWords
from helpers.views.plane import LINE, box, wide
from helpers.views.words import Speaker, bare, written
from helpers.words.locale import _, counted


class LyingBars(BreadthWords):
    """What lying and standing bars share, and how they lie. ``BreadthView`` has the rest."""

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def _key_lines(self, result: Result, width: float) -> list[str]:
        """What the grey is, above the bars; its height depends on no figure."""
        said = _("Hours a week before the first post: {gone}").format(gone=self._gone(result))
        room = width - 2 * self._form(round(width)).margin - SWATCH - BESIDE
        return plane.broken(said, room)

    def _put_key(self, result: Result, texts: Iterator[Text]) -> None:
        """What the grey is, with a square of it."""
        start = self._shape.margin
        for row, said in enumerate(self._key_lines(result, self._plane.width)):
            x = start + SWATCH + BESIDE
            self._plane.put(next(texts), said, x, TOP + row * LINE, ha="left", weight="normal")
        half = SWATCH / 2
        self._gone_boxes.set_verts(
            [*self._drawn(), box(start, TOP - half, start + SWATCH, TOP + half)]
        )

    def _drawn(self) -> list:
        """The corners of the grey parts that are there already."""
        return [path.vertices[:4] for path in self._gone_boxes.get_paths()]

    @staticmethod
    def _there(result: Result, room: float) -> str:
        """What the line is."""
        hours = written(result["available"])
        tries = [_("{hours} are there").format(hours=hours), _("{hours} there").format(hours=hours)]
        return next((one for one in tries if wide(one, bold=True) <= room), tries[-1])

    @staticmethod
    def _share(result: Result, key: str) -> float:
        """Hours as a part of the longest bar."""
        asked = (result.value(f"set{count}.before") for count in result.facts["counts"])
        return result.value(key) / max(result.value("available"), *asked)

    @staticmethod
    def _lacks(result: Result, count: int) -> bool:
        """Whether more is asked for before the first post than is there, as printed."""
        return result.value(f"set{count}.missing") > PRINTS

    def _missing_words(self, result: Result, count: int, room: float) -> str:
        hours = written(result[f"set{count}.missing"])
        tries = [_("{hours} missing").format(hours=hours), hours]
        return next((one for one in tries if wide(one, bold=True) <= room), "")

    @staticmethod
    def _pitch(form: Form) -> float:
        """From one lying bar to the next."""
        return NAME + form.bar + (SPACE if form.beside else FIGURES)

    def _first(self, result: Result, width: float) -> float:
        """Where the first bar has its name: below the words, and those of the line."""
        return TOP + (len(self._key_lines(result, width)) + 1) * LINE + 4

    def _lying_height(self, result: Result, width: int) -> float:
        count = max(len(result.facts["counts"]), 1)
        return self._first(result, width) + count * self._pitch(self._form(width))

    def _lie(self, result: Result) -> None:
        form, put = self._shape, self._plane.put
        start, end = form.margin, self._plane.width - form.margin - form.beside
        long, texts = end - start, iter(self._labels)
        there = start + long * self._share(result, "available")
        parts: list[list] = [[], [], [], []]
        line, first = [], self._first(result, self._plane.width)
        high = first - LINE / 2 + 2
        for place, count in enumerate(result.facts["counts"]):
            top = first + place * self._pitch(form) + NAME
            bottom, middle = top + form.bar, top + form.bar / 2
            asked = start + long * self._share(result, f"set{count}.before")
            split, until = (
                min(asked, there),
                there - long * self._share(result, f"set{count}.idle"),
            )
            parts[0].append(box(start, top, split, bottom))
            if split < until - 2:
                parts[1].append(box(split + 2 if split > start else split, top, until, bottom))
            if self._lacks(result, count):
                parts[2].append(box(there, top, asked, bottom))
            if until < there - 2:
                parts[3].append(box(until + 2, top + 1, there, bottom - 1))
            named = self._name_row(place, count, result, start, top - 15)
            clear = not place and there > named + BESIDE  # up to the words that say what it is
            line.append([(there, high if clear else top - OVER), (there, bottom + OVER)])
            self._say_along(place, count, result, (start, asked, until, there), middle)
            if form.beside:
                x = end + 0.2 * form.beside
                self._put_hours(place, count, result, x, middle, "center")
                self._figures(place, count, result, end + 0.42 * form.beside, middle)
            else:
                y = bottom + 30
                taken = self._put_hours(place, count, result, start, y, "left")
                halves = (_("before the"), y - LINE / 2), (_("first post"), y + LINE / 2)
                for text, (said, at) in zip(self._units[place][2:], halves, strict=True):
                    put(text, said, start + taken + BESIDE, at)
                self._figures(place, count, result, start + 0.55 * long, y)
        for boxes, verts in zip(self._boxes(), parts, strict=True):
            boxes.set_verts(verts)
        self._put_key(result, texts)
        self._line.set_segments(line)
        said = self._there(result, long)
        half = wide(said, bold=True) / 2
        x = min(max(there, start + half), self._plane.width - form.margin - half)
        ink = self._plane.colours["ink"]
        put(next(texts), said, x, first - LINE, ha="center", weight="bold", color=ink)

    def _name_row(self, place: int, count: int, result: Result, start: float, y: float) -> float:
        """Number, names and level of a bar; where they end."""
        put, form = self._plane.put, self._shape
        name = counted("{number} network", "{number} networks", count)
        put(self._names[place], name, start, y)
        x = start + wide(name, form.word, bold=True) + BESIDE
        note = _("{networks}, {level}").format(
            networks=self._added(result, count), level=self._level(result, count)
        )
        room = self._plane.width - form.margin - x
        said = plane.shortened(note, room)
        put(self._notes[place][0], said, x, y)
        return x + wide(said)

    def _say_along(self, place: int, count: int, result: Result, edges: tuple, y: float) -> None:
        """Hours in their part of the bar, where it has room for them."""
        start, asked, until, there = edges
        gone, left, _more = self._inside[place]
        size = self._shape.inside
        if asked < there:
            if until < there - 2:
                said = self._unneeded(result, count, there - until)
                self._plane.put(self._idle_texts[place], said, (until + there) / 2, y)
            said = self._fitting(self._posting(), result[f"set{count}.left"], until - asked)
            if wide(said, size) <= until - asked - BESIDE:
                self._plane.put(left, said, (asked + until) / 2, y)
            return
        hours = written(result["available"])
        tries = [_("all {hours} gone").format(hours=hours), _("all gone"), ""]
        if self._lacks(result, count):
            missing = self._missing_words(result, count, asked - there - BESIDE)
            self._plane.put(self._missing[place], missing, (there + asked) / 2, y)
            if not missing:
                missing = written(result[f"set{count}.missing"])
                both = _("all {hours} gone, {missing} missing"), _("all gone, {missing} missing")
                tries[:0] = [said.format(hours=hours, missing=missing) for said in both]
        said = next(one for one in tries if wide(one, size) <= there - start - BESIDE or not one)
        self._plane.put(gone, said, (start + there) / 2, y)

    def _figures(self, place: int, count: int, result: Result, x: float, y: float) -> None:
        """People met, and below them posts."""
        put, form = self._plane.put, self._shape
        above, below = y - LINE / 2 - 1, y + LINE / 2 + 1
        taken = self._put_met(place, count, result, x, above, "left") + BESIDE
        low = above + plane.MIDDLE * (form.met - look.SMALL)  # all stand on one line
        put(self._units[place][0], _("of 100, at most"), x + taken, low, ha="left")
        posts = bare(result[f"set{count}.posts"])
        put(self._posts[place], posts, x, below, ha="left")
        key = f"set{count}.planned"
        said = Speaker(result).plural("of {number} post", "of {number} posts", key)
        low = below + plane.MIDDLE * (form.posts - look.SMALL)
        put(self._units[place][1], said, x + wide(posts, form.posts) + BESIDE, low, ha="left")
