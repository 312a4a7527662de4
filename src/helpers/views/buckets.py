"""People in touch as water: a tap, a bucket, a hole, and the hours that each takes."""

from collections.abc import Sequence
from dataclasses import replace

from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from helpers import look
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.bars import WHITE
from helpers.views.bucket_cells import (
    FLAT,
    FORMS,
    LEAK,
    LIFTED,
    NOTE,
    ROW,
    STREAM,
    TAG,
    WALL,
    WIDEST,
    Cell,
    Form,
    flat,
    titled,
)
from helpers.views.bucket_marks import Brackets, Level
from helpers.views.buckets_words import BucketWords, Telling, there, week
from helpers.views.plane import Plane, box, broken, wide, wrapped
from helpers.views.words import bare, written
from helpers.words import locale
from helpers.words.locale import N_plural, _, plural

ROOMY = look.WIDTHS[2]
LOWEST = 40
"""A small bucket above another picture holds so many people at least: a little stays a little."""
BRIM = 8
"""Below the rim stands what the brim is worth."""
MANY = 5
ROOM = 1.12
"""The fullest bucket leaves a little of its height free."""
SHORT = 100
"""Beside a bucket no higher than this captions are short."""
THIN = 1.4
"""Thinner than this no stream can be seen."""
INSIDE = 8
"""Between a wall and the number."""
PALE = 0.32
"""How much of the colour of water is in a bucket that the headline does not talk of."""


class BucketsView(BucketWords):
    """A bucket for each way to spend a week; water is people in touch after a year.

    Those that the headline compares are full of colour, the others pale. A bracket holds those
    that take the same hours together; one of other hours stands a little apart.

    The stream is what the tap wins in the first week, the drop what is lost in the last; all
    streams share one scale, all buckets another. Both move in steps, so that water rises when
    its figure does.
    """

    def __init__(self, telling: Telling, flat: bool = False) -> None:
        super().__init__(telling)
        self._flat = flat

    def _form(self, width: int) -> Form:
        form = FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]
        return flat(form, width >= ROOMY) if self._flat else form

    def _lifted(self, result: Result) -> int:
        """The place of the last bucket, if it takes other hours than those before; else -1."""
        *_before, last = keys = result.facts["buckets"]
        hours = [written(result[f"{key}.hours"]) for key in keys]
        alone = not self._flat and hours.count(hours[-1]) == 1 and len(keys) > 1
        return keys.index(last) if alone else -1

    @staticmethod
    def _loose(many: int, width: int) -> bool:
        """Whether so many buckets in a row leave room to set one apart."""
        return width >= look.WIDTHS[-1] or (width > look.WIDTHS[0] and many < MANY)

    def _places(self, result: Result, width: int) -> list[tuple[int, float, float]]:
        """In which row each bucket stands, its left edge, and how far the next one is."""
        form, count, lifted = self._form(width), len(result.facts["buckets"]), self._lifted(result)
        found: list[tuple[int, float, float]] = []
        row, start = 0, form.margin + form.captions
        while len(found) < count:
            left = count - len(found)
            if row and left > form.first:
                start = form.margin
            many = min(left, form.others if start == form.margin else form.first)
            apart = LIFTED if lifted == len(found) + many - 1 and self._loose(many, width) else 0
            room = width - form.margin - start + form.gap - apart
            most = found[-1][2] if found else FLAT if self._flat else WIDEST
            pitch = min(room / many, most)
            found += [(row, start + place * pitch, pitch) for place in range(many)]
            found[-1] = (row, found[-1][1] + (apart if many > 1 else 0), pitch)
            row += 1
        return found

    def _cells(self, result: Result, width: int) -> list[Cell]:
        """Every bucket with its place; each row has as many lines of words as it needs."""
        form, keys = self._form(width), result.facts["buckets"]
        places = self._places(result, width)
        plain = [
            Cell(left, 0, pitch - form.gap, pitch, form, 0, self._flat) for _, left, pitch in places
        ]
        needed = [
            len(titled(week(result, key), cell.room, form))
            for key, cell in zip(keys, plain, strict=True)
        ]
        below = [
            max(1, len(self._notes(result, key, cell)))
            for key, cell in zip(keys, plain, strict=True)
        ]
        cells: list[Cell] = []
        top = 8.0
        for place, (row, _left, _pitch) in enumerate(places):
            if place and row != places[place - 1][0]:
                top = cells[-1].end + 6
            lines = max(n for n, other in zip(needed, places, strict=True) if other[0] == row)
            notes = max(n for n, other in zip(below, places, strict=True) if other[0] == row)
            cells.append(replace(plain[place], top=top, lines=lines, notes=notes))
        return cells

    def _notes(self, result: Result, key: str, cell: Cell) -> list[str]:
        """The lines below the hours of a bucket: how many times the hours, or an if."""
        if key == "more" and there(result, "more.hours"):
            return [self._many_times(result, cell.room)]
        said = self.telling.note(key, result)
        return wrapped(said, cell.room, look.SMALL, bold=False) if said else []

    def height(self, result: Result, width: int) -> int:
        return round(self._cells(result, width)[-1].end + 4)

    def _limits(self, result: Result) -> tuple[float, float]:
        """What the fullest bucket and the widest stream would hold."""
        keys = result.facts["buckets"]
        level = max(result.value(f"{key}.in_touch") for key in keys)
        flow = max(result.value(f"{key}.won") for key in keys)
        least = LOWEST if self._flat else 0.0
        return max(nice_limit(ROOM * level), least), nice_limit(flow)

    def key(self, result: Result) -> tuple:
        said = bare(result["followers"]), bare(result["one_in"])
        tags = tuple(self.telling.tag(key, result) for key in result.facts["buckets"])
        lines = tuple(
            tuple((c.lines, c.notes) for c in self._cells(result, width)) for width in look.WIDTHS
        )
        lifted = self._lifted(result)
        return result.facts["buckets"], tags, said, lines, lifted, *self._limits(result)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        self._now = self._cells(result, drawn.width)
        self._most, self._flow = self._limits(result)
        colours = drawn.colours
        self._put_captions(result, self._now[0])
        for cell, key in zip(self._now, result.facts["buckets"], strict=True):
            tag = self.telling.tag(key, result)
            drawn.text(tag, cell.left, cell.top + TAG / 2, weight="bold")
        # They stand before the water that moves, and so have to move with it.
        drawn.lines(colours["ink"], WALL, zorder=5).set_segments(map(self._walls, self._now))
        taps = [corners for cell in self._now for corners in self._tap(cell)]
        drawn.boxes(facecolors=colours["needed"], zorder=4.5).set_verts(taps)
        self._water = drawn.boxes(zorder=3)
        mixed = zip(to_rgb(palette.PEOPLE), to_rgb(colours["ground"]), strict=True)
        self._pale = to_hex([PALE * own + (1 - PALE) * ground for own, ground in mixed])
        self._titles = [
            [drawn.moving_text(form.title) for _line in range(cell.lines)] for cell in self._now
        ]
        self._won = [drawn.moving_text() for _cell in self._now]
        self._numbers = [
            drawn.moving_text(form.number, weight="bold", ha="right") for _cell in self._now
        ]
        self._brackets = Brackets(drawn, self._now)
        self._level = Level(drawn, self._now)
        self._below = [[drawn.moving_text() for _line in range(c.notes)] for c in self._now]
        return drawn.moving

    @staticmethod
    def _walls(cell: Cell) -> list[tuple[float, float]]:
        right = cell.left + cell.width
        sides = [(cell.left, cell.rim), (cell.left, cell.ground)]
        return [*sides, (right, cell.ground), (right, cell.rim)]

    @staticmethod
    def _tap(cell: Cell) -> list[list[tuple[float, float]]]:
        x, y = cell.stream, cell.tap
        handle, pipe = box(x - 3, y, x + 3, y + 8), box(x - 18, y + 7, x + 9, y + 16)
        return [handle, pipe, box(x - 9, y + 14, x + 9, y + 24)]

    def _put_captions(self, result: Result, cell: Cell) -> None:
        """What each row of the picture is, right before the first bucket."""
        roomy = self._plane.width >= ROOMY
        leaks, touch = [_("nobody is lost")], [_("in touch"), _("after a year")]
        if there(result, "one_in"):
            leaks = [_("1 in {number}").format(number=bare(result["one_in"])), _("lost weekly")]
        if self._flat and roomy:  # a line each
            leaks, touch = [" ".join(leaks)], [" ".join(touch)]
        whole = N_plural("of {number} follower", "of {number} followers")
        of = plural(*whole, result.value("followers"))
        if self._shape.bucket <= SHORT:
            of = _("of {number}")
        followers = of.format(number=bare(result["followers"]))
        room = self._shape.captions - 14
        brim = cell.rim + (0 if self._flat else BRIM)
        middle = (cell.rim + cell.ground) / 2 - 1.5 * ROW
        rows = [
            ([_("each week")], cell.top + TAG + cell.line / 2),
            ([*touch, followers], max(middle, brim + 1.4 * ROW)),
        ]
        if self._flat:  # a few people shall look few
            rows.append(([_("brim: {number}").format(number=locale.number(self._most))], brim))
        if roomy or not self._flat:
            first = cell.top + TAG + cell.line / 2 + ROW
            won = cell.tap + 6 if self._flat else max(cell.tap, first)
            rows.append(([_("won in week one")], won))
            rows.append((leaks, cell.ground + (14 if self._flat else 6)))
        if not self._flat:
            rows.append(([_("takes")], cell.hours))
        for parts, top in rows:
            lines = [line for said in parts for line in broken(said, room)]
            for place, line in enumerate(lines):
                x, y = cell.left - 14, top + ROW * place
                self._plane.text(line, x, y, color=self._plane.colours["soft"], ha="right")

    def update(self, result: Result) -> None:
        water, colours, edges = [], [], []
        keys, compared = result.facts["buckets"], self.telling.compared(result)
        deep = all(self._within(place, key, result) >= self._shape.number for place, key in
                   enumerate(keys))  # fmt: skip
        for place, key in enumerate(keys):
            cell = self._now[place]
            surface = self._surface(cell, result.value(f"{key}.in_touch"))
            parts = list(self._flowing(cell, surface, result, key))
            water += parts
            pale = key not in compared
            colours += [self._pale if pale else palette.PEOPLE] * len(parts)
            edges += [palette.PEOPLE if pale else "none"] * len(parts)
            self._say(place, key, result)
            self._put_number(place, key, result, pale, deep)
            if not self._flat:
                self._put_notes(place, key, result)
        self._water.set_verts(water)
        self._water.set_facecolors(colours)
        self._water.set_edgecolors(edges)
        if not self._flat:
            red = "more" if "more" in keys and there(result, "more.hours") else ""
            self._brackets.put(keys, result, red)
        if key := self.telling.level(result):
            whole = {one: round(result.value(f"{one}.in_touch")) for one in keys}
            few = [whole[key] - whole[one] if one in compared else 0 for one in keys]
            few = few if deep else [0] * len(keys)
            self._level.put(keys.index(key), few, self._depth(key, result))

    def _depth(self, key: str, result: Result) -> float:
        """How high a bucket is filled, in CSS pixels."""
        return self._shape.bucket * result.value(f"{key}.in_touch") / self._most

    def _surface(self, cell: Cell, level: float) -> float:
        return cell.ground - self._shape.bucket * level / self._most

    def _put_notes(self, place: int, key: str, result: Result) -> None:
        """Below the hours: how many times they are the others', or on what the bucket depends."""
        cell = self._now[place]
        more = key == "more" and there(result, "more.hours")
        ink = self._plane.colours["missing" if more else "soft"]
        said = self._notes(result, key, cell)
        for row, text in enumerate(self._below[place]):
            line = "".join(said[row : row + 1])
            self._plane.put(text, line, cell.left, cell.hours + (row + 1) * NOTE, color=ink)

    def _flowing(self, cell: Cell, surface: float, result: Result, key: str):
        """Water in the bucket, the stream from the tap and the drop below the hole."""
        if there(result, f"{key}.in_touch"):
            inner = WALL / 2
            right, ground = cell.left + cell.width - inner, cell.ground - inner
            yield box(cell.left + inner, min(surface, ground), right, ground)
        for name, x, top, bottom in (
            ("won", cell.stream, cell.tap + 24, surface),
            ("lost", cell.left + 0.78 * cell.width, cell.ground + 2, cell.ground + LEAK - 6),
        ):
            if there(result, f"{key}.{name}"):
                half = max(STREAM * result.value(f"{key}.{name}") / self._flow, THIN) / 2
                yield box(x - half, top, x + half, bottom)

    def _say(self, place: int, key: str, result: Result) -> None:
        """Words above a bucket, and what its tap wins."""
        cell, form, put = self._now[place], self._shape, self._plane.put
        parts = titled(week(result, key), cell.room, form)
        for row, text in enumerate(self._titles[place]):
            said = parts[row] if row < len(parts) else ""
            put(text, said, cell.left, cell.top + TAG + (row + 0.5) * cell.line)
        put(self._won[place], bare(result[f"{key}.won"]), cell.stream + 17, cell.tap + 11)

    def _within(self, place: int, key: str, result: Result) -> float:
        """The size that the number of a bucket has room for in its water."""
        cell, form = self._now[place], self._shape
        full = wide(bare(result[f"{key}.in_touch"]), form.number, bold=True)
        size = min(1.0, (cell.width - 2 * INSIDE) / full) * form.number
        return min(size, (self._depth(key, result) - 12) / 0.87)

    def _put_number(self, place: int, key: str, result: Result, pale: bool, deep: bool) -> None:
        """In the water where all have room there; else above it or in it, where it is larger."""
        cell, form = self._now[place], self._shape
        said = bare(result[f"{key}.in_touch"])
        surface = self._surface(cell, result.value(f"{key}.in_touch"))
        full = wide(said, form.number, bold=True)
        right = cell.left + cell.width - INSIDE
        air, within = surface - cell.rim, self._within(place, key, result)
        beside = (right - cell.stream - STREAM / 2 - 3) / full * form.number
        above = min(form.number, beside, (air - 6) / 0.85)
        inside = deep or (within >= look.SMALL and within > 1.2 * above)
        size = max(within if inside else above, look.SMALL)
        y = surface + 0.5 * size + 5 if inside else surface - 0.5 * size - 5
        colours = self._plane.colours
        patch = None
        if not inside and above < look.SMALL:  # it stands before the stream
            patch = {"facecolor": colours["ground"], "edgecolor": "none", "pad": 1}
        ink = WHITE if inside and not pale else colours["ink"]
        style = {"color": ink, "bbox": patch, "size": size}
        self._plane.put(self._numbers[place], said, right, y, **style)

    @staticmethod
    def _many_times(result: Result, room: float) -> str:
        """How many times the hours, as far as there is room to say it."""
        count, number = result.value("times"), bare(result["times"])
        full = N_plural("{number} time the hours", "{number} times the hours")
        short = N_plural("{number} time", "{number} times")
        all_said = [plural(*forms, count).format(number=number) for forms in (full, short)]
        if count == 2:
            all_said = [_("twice the hours"), _("twice")]
        return next((said for said in all_said if wide(said) <= room), all_said[-1])
