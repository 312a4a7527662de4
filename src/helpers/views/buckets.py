"""People in touch as water: a tap, a bucket, a hole, and the hours that each takes."""

from collections.abc import Sequence
from dataclasses import replace

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers import look
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.bars import WHITE
from helpers.views.bucket_cells import (
    BAR,
    FLAT,
    FORMS,
    LEAK,
    NOTE,
    ROW,
    TAG,
    WALL,
    WIDEST,
    Cell,
    Form,
    flat,
    titled,
)
from helpers.views.buckets_words import BucketWords, Telling, there, week
from helpers.views.plane import Plane, box, wide, wrapped
from helpers.views.words import bare, written
from helpers.words import locale
from helpers.words.locale import N_plural, _, plural

ROOMY = look.WIDTHS[2]
LOWEST = 40
"""A small bucket above another picture holds so many people at least: a little stays a little."""
BRIM = 8
"""Below the rim stands what the brim is worth."""
ROOM = 1.12
"""The fullest bucket leaves a little of its height free."""
STREAM = 22
"""The widest stream, in CSS pixels."""
THIN = 1.4
"""Thinner than this no stream can be seen."""
INSIDE = 8
"""Between a wall and the number."""


class BucketsView(BucketWords):
    """A bucket for each way to spend a week; water is people in touch after a year.

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

    def _places(self, count: int, width: int) -> list[tuple[int, float, float]]:
        """In which row each bucket stands, its left edge, and how far the next one is."""
        form = self._form(width)
        found: list[tuple[int, float, float]] = []
        row, start = 0, form.margin + form.captions
        while len(found) < count:
            left = count - len(found)
            if row and left > form.first:
                start = form.margin
            many = min(left, form.others if start == form.margin else form.first)
            room = width - form.margin - start + form.gap
            most = found[-1][2] if found else FLAT if self._flat else WIDEST
            pitch = min(room / many, most)
            found += [(row, start + place * pitch, pitch) for place in range(many)]
            row += 1
        return found

    def _cells(self, result: Result, width: int) -> list[Cell]:
        """Every bucket with its place; each row has as many lines of words as it needs."""
        form, keys = self._form(width), result.facts["buckets"]
        places = self._places(len(keys), width)
        plain = [
            Cell(left, 0, pitch - form.gap, pitch, form, 0, self._flat) for _, left, pitch in places
        ]
        needed = [
            len(titled(week(result, key), cell.room, form))
            for key, cell in zip(keys, plain, strict=True)
        ]
        cells: list[Cell] = []
        top = 8.0
        for place, (row, _left, _pitch) in enumerate(places):
            if place and row != places[place - 1][0]:
                top = cells[-1].end + 6
            lines = max(n for n, other in zip(needed, places, strict=True) if other[0] == row)
            notes = max(1, len(self._notes(result, keys[place], plain[place])))
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

    def _limits(self, result: Result) -> tuple[float, float, float]:
        """What the fullest bucket, the widest stream and the longest bar would hold."""
        keys = result.facts["buckets"]
        level = max(result.value(f"{key}.in_touch") for key in keys)
        flow = max(result.value(f"{key}.won") for key in keys)
        hours = 0.0 if self._flat else max(result.value(f"{key}.hours") for key in keys)
        least = LOWEST if self._flat else 0.0
        return max(nice_limit(ROOM * level), least), nice_limit(flow), nice_limit(hours)

    def key(self, result: Result) -> tuple:
        said = bare(result["followers"]), bare(result["one_in"])
        tags = tuple(self.telling.tag(key, result) for key in result.facts["buckets"])
        lines = tuple(
            tuple((c.lines, c.notes) for c in self._cells(result, width)) for width in look.WIDTHS
        )
        return result.facts["buckets"], tags, said, lines, *self._limits(result)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        self._now = self._cells(result, drawn.width)
        self._level, self._flow, self._long = self._limits(result)
        colours = drawn.colours
        self._put_captions(result, self._now[0])
        for cell, key in zip(self._now, result.facts["buckets"], strict=True):
            drawn.text(
                self.telling.tag(key, result), cell.left, cell.top + TAG / 2, color=colours["soft"]
            )
        # They stand before the water that moves, and so have to move with it.
        drawn.lines(colours["ink"], WALL, zorder=5).set_segments(map(self._walls, self._now))
        taps = [corners for cell in self._now for corners in self._tap(cell)]
        drawn.boxes(facecolors=colours["needed"], zorder=4.5).set_verts(taps)
        self._water = drawn.boxes(facecolors=palette.PEOPLE, zorder=3)
        self._bars = drawn.boxes(zorder=3)
        self._titles = [
            [
                drawn.moving_text(form.title, weight="bold" if form.bold else "normal")
                for _line in range(cell.lines)
            ]
            for cell in self._now
        ]
        self._won = [drawn.moving_text() for _cell in self._now]
        self._numbers = [
            drawn.moving_text(form.number, weight="bold", ha="right") for _cell in self._now
        ]
        self._hours = [drawn.moving_text(form.title, weight="bold") for _cell in self._now]
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
        followers = _("of {number}").format(number=bare(result["followers"]))
        room = self._shape.captions - 14
        brim = cell.rim + (0 if self._flat else BRIM)
        middle = (cell.rim + cell.ground) / 2 - 1.5 * ROW
        rows = [
            ([_("each week")], cell.top + TAG + cell.line / 2),
            ([_("brim: {number}").format(number=locale.number(self._level))], brim),
            ([*touch, followers], max(middle, brim + 1.4 * ROW)),
        ]
        if roomy or not self._flat:
            rows.append(([_("won in week one")], cell.tap + (6 if self._flat else 0)))
            rows.append((leaks, cell.ground + (14 if self._flat else 6)))
        if not self._flat:
            rows.append(([_("takes")], cell.bar + BAR + NOTE / 2 + 4))
        for parts, top in rows:
            lines = [line for said in parts for line in wrapped(said, room, look.SMALL, bold=False)]
            for place, line in enumerate(lines):
                x, y = cell.left - 14, top + ROW * place
                self._plane.text(line, x, y, color=self._plane.colours["soft"], ha="right")

    def update(self, result: Result) -> None:
        water, bars, colours = [], [], []
        for place, key in enumerate(result.facts["buckets"]):
            cell = self._now[place]
            surface = self._surface(cell, result.value(f"{key}.in_touch"))
            water += self._flowing(cell, surface, result, key)
            self._say(place, key, result, surface)
            if self._flat:
                continue
            length = cell.room
            hours = result.value(f"{key}.hours")
            end = cell.left + length * hours / self._long
            bars.append(box(cell.left, cell.bar, end, cell.bar + BAR))
            more = key == "more" and there(result, "more.hours")
            colours.append(palette.MISSING if more else self._plane.colours["needed"])
            taken, below = written(result[f"{key}.hours"]), cell.bar + BAR + NOTE / 2 + 4
            self._plane.put(self._hours[place], taken, cell.left, below)
            ink = self._plane.colours["missing" if more else "soft"]
            said = self._notes(result, key, cell)
            for row, text in enumerate(self._below[place]):
                line = "".join(said[row : row + 1])
                self._plane.put(text, line, cell.left, below + (row + 1) * NOTE, color=ink)
        self._water.set_verts(water)
        self._bars.set_verts(bars)
        self._bars.set_facecolors(colours)

    def _surface(self, cell: Cell, level: float) -> float:
        return cell.ground - self._shape.bucket * level / self._level

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

    def _say(self, place: int, key: str, result: Result, surface: float) -> None:
        """Words above a bucket, what its tap wins, and the number on its water."""
        cell, form, put = self._now[place], self._shape, self._plane.put
        parts = titled(week(result, key), cell.room, form)
        for row, text in enumerate(self._titles[place]):
            said = parts[row] if row < len(parts) else ""
            put(text, said, cell.left, cell.top + TAG + (row + 0.5) * cell.line)
        put(self._won[place], bare(result[f"{key}.won"]), cell.stream + 17, cell.tap + 11)
        self._put_number(place, bare(result[f"{key}.in_touch"]), surface)

    def _put_number(self, place: int, said: str, surface: float) -> None:
        """Above the water beside the stream, or in it: wherever it is larger."""
        cell, form = self._now[place], self._shape
        full = wide(said, form.number, bold=True)
        right = cell.left + cell.width - INSIDE
        air, depth = surface - cell.rim, cell.ground - surface
        beside = (right - cell.stream - STREAM / 2 - 3) / full * form.number
        above = min(form.number, beside, (air - 6) / 0.85)
        within = min(
            form.number, (cell.width - 2 * INSIDE) / full * form.number, (depth - 12) / 0.87
        )
        inside = within >= look.SMALL and within > 1.2 * above
        size = max(within if inside else above, look.SMALL)
        y = surface + 0.5 * size + 5 if inside else surface - 0.5 * size - 5
        colours = self._plane.colours
        patch = None
        if not inside and above < look.SMALL:  # it stands before the stream
            patch = {"facecolor": colours["ground"], "edgecolor": "none", "pad": 1}
        style = {"color": WHITE if inside else colours["ink"], "bbox": patch, "size": size}
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
