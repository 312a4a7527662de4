"""Ads as a funnel with a door: leads, calls, who could buy, new customers, and what runs over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil

from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from helpers.data.tables import NONE, Tables
from helpers.models import ads, chances
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.ads_words import AdsWords, Label
from helpers.views.plane import Plane, Point, box, broken, set_hatchcolor, wide
from helpers.views.words import bare
from helpers.words.locale import _

PALE = 0.34
"""How much of a colour is left in the bands between the blocks."""
LINE = 1.32
"""From one line of a label to the next, in sizes of its type."""
UNDER = 14
"""From a block to the label under it."""
WALL = 16
"""How thick the wall with the door is; it shows at least ``STUB`` on either side of it."""
STUB = 20
LEAST = 8
"""The scale halves while the leads fill less than one part in so many of it."""
FULL = 1.21
"""The height of a line of Inter, as a share of its size: what line spacing is counted in."""
LOWEST, STEP = 240, 45
"""The least height of a picture, and the steps in which it grows."""
LABELS, MOST_LINES = 3, 6


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels.

    ``places`` are the near edges of the four blocks, ``shop`` those of the two of a shop,
    ``thick`` how far each reaches along the funnel, ``wall`` where the wall begins; people are
    counted across from ``start`` on, over ``area``. Where ``down``, all bars begin at one line,
    the funnel runs downwards, and what is said at the wall stands beneath it. Wide, the upper right
    corner stays free for the button that projects a picture.
    """

    height: int
    margin: float
    places: tuple[float, ...]
    shop: tuple[float, float]
    thick: float
    wall: float
    start: float
    area: float
    head: float
    word: float
    claim: float
    note: float
    down: bool = False


FORMS = {
    340: Form(630, 14, (46, 272, 346, 420), (46, 120), 30, 90, 14, 312, 28, 17, 19, 15, down=True),
    540: Form(470, 18, (18, 190, 318, 448), (18, 448), 74, 142, 88, 206, 36, 16, 19, 15),
    660: Form(440, 20, (20, 236, 376, 496), (20, 496), 80, 180, 92, 194, 36, 17, 20, 15),
    900: Form(480, 24, (24, 334, 524, 706), (24, 706), 104, 264, 98, 208, 44, 18, 25, 17),
}
SHOP_HEIGHT = 306
"""Of a funnel of two bars that runs down."""


class AdsView(AdsWords):
    """Blocks as high as people come, a wall open for those who are called, red that spills.

    ``room`` are the leads that fill the picture: presets are compared on one scale, which
    doubles only where more come.
    """

    def __init__(self, tables: Tables, room: float = 0.0) -> None:
        super().__init__(tables)
        self._room = room

    def height(self, result: Result, width: int) -> int:
        form = FORMS[width]
        if form.down:
            return SHOP_HEIGHT if result.facts["sale"] == ads.SHOP else form.height
        # In steps, so that the page hardly moves when a control does.
        needed = self._bottom(result, width) + form.margin
        return min(form.height, LOWEST + STEP * max(0, ceil((needed - LOWEST) / STEP)))

    def key(self, result: Result) -> tuple:
        heights = tuple(self.height(result, width) for width in FORMS)
        return result.facts["sale"], result.facts["medium"], self._limit(result), heights

    def _bottom(self, result: Result, width: int) -> float:
        """Where the lowest of blocks, wall and labels ends, where the funnel runs to the right."""
        form = FORMS[width]
        unit, shop = form.area / self._limit(result), result.facts["sale"] == ads.SHOP
        leads = form.start + result.value("leads") * unit
        passing, wall = leads, leads
        if not shop:
            passing = form.start + result.value("called") * unit
            if not self.spills(result):
                wall = min(form.start + result.value("capacity") * unit, form.start + form.area)
            wall = max(leads, wall) + STUB
        ends = [wall]
        tops = (leads, passing, passing)
        for label, top, (_x, room) in zip(
            self.labels(result), tops, self._rooms(form, width, shop), strict=True
        ):
            ends.append(top + UNDER + sum(high for _lines, high in _set(label, room, form)))
        return max(ends)

    @staticmethod
    def _rooms(form: Form, width: int, shop: bool) -> tuple[tuple[float, float], ...]:
        """Where each label begins, or ends the last, and how wide it may be."""
        edge = width - form.margin
        left = form.places[1] - form.margin if shop else form.wall - form.margin - 8
        x = form.wall + WALL + 10
        return (
            (form.margin, left),
            (x, form.places[2] - 12 - x),
            (edge, edge - form.places[2]),
        )

    def _limit(self, result: Result) -> float:
        """The leads that fill the picture."""
        leads = result.value("leads")
        limit = self._room or leads or 1.0
        while limit < leads * (1 - 1e-9):
            limit *= 2
        while LEAST * leads < limit and leads > chances.CENT:
            limit /= 2
        return limit

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._form = form = FORMS[drawn.width]
        self._unit = form.area / self._limit(result)
        medium = result.facts["medium"]
        # Search ads lead to the site, so they have the colour of having no network.
        colour = self._tables.colour(medium if medium in self._tables.network_keys else NONE)
        ground = drawn.colours["ground"]
        self._colour = colour
        self._bands = drawn.boxes(facecolors=_pale(colour, ground), zorder=2)
        self._spilling = drawn.boxes(facecolors=_pale(palette.MISSING, ground), zorder=2)
        self._blocks = drawn.boxes()
        self._red = drawn.boxes(facecolors=palette.MISSING, edgecolors=palette.MISSING, hatch="//")
        set_hatchcolor(self._red, ground)
        self._spare = drawn.lines(drawn.colours["soft"], 2, linestyles=[(0, (1, 2))])
        self._wall = drawn.boxes(facecolors=drawn.colours["ink"], zorder=4)
        self._heads = [
            (drawn.moving_text(form.head, weight="bold"), drawn.moving_text(form.word))
            for _place in form.places
        ]
        self._lines = [
            [drawn.moving_text(form.note, linespacing=LINE / FULL) for _line in range(MOST_LINES)]
            for _label in range(LABELS)
        ]
        self._empty = drawn.moving_text(form.claim, weight="bold", ha="center")
        return drawn.moving

    def update(self, result: Result) -> None:
        self._clear()
        if not result.value("leads"):
            said = _("no euro for ads") if not result.value("budget") else _("no lead comes")
            middle = self._plane.width / 2, self._plane.height / 2
            return self._plane.put(self._empty, said, *middle)
        spans = list(self._spans(result))
        self._put_blocks(result, spans)
        self._put_heads(result, spans)
        if result.facts["sale"] != ads.SHOP:
            self._put_door(result)
        self._put_labels(result)
        return None

    def _clear(self) -> None:
        for marks in (self._bands, self._spilling, self._blocks, self._red, self._wall):
            marks.set_verts([])
        self._spare.set_segments([])
        for text in (self._empty, *chain(*self._heads, *self._lines)):
            self._plane.put(text, "")

    def _corners(self, near: float, low: float, far: float, high: float) -> list[Point]:
        """A box given along the funnel and across it."""
        return box(low, near, high, far) if self._form.down else box(near, low, far, high)

    def _across(self, people: float) -> float:
        return self._form.start + people * self._unit

    def _stations(self, result: Result) -> list[tuple[str, str]]:
        """The key and the name of each block."""
        if result.facts["sale"] == ads.SHOP:
            return [("leads", _("orders")), ("extra", _("new customers"))]
        return [
            ("leads", _("leads")),
            ("called", _("called")),
            ("could", _("could buy")),
            ("extra", _("new customers")),
        ]

    def _spans(self, result: Result) -> Iterator[tuple[float, float, float, float]]:
        """Of each block: where it begins and ends along the funnel, and across it."""
        form, stations = self._form, self._stations(result)
        shop = result.facts["sale"] == ads.SHOP
        through = result.value("leads" if shop else "called")
        places = form.shop if shop else form.places
        for place, (key, _name) in zip(places, stations, strict=True):
            people = result.value(key)
            low = self._across(0)
            if key != "leads" and not form.down:
                low = self._across((through - people) / 2)
            yield place, place + form.thick, low, low + people * self._unit

    def _put_blocks(self, result: Result, spans: Sequence[tuple[float, ...]]) -> None:
        """Blocks, the bands between them, and in red what nobody calls."""
        form = self._form
        calls = result.value("called" if self.spills(result) else "leads")
        passing = self._across(calls)
        bodies: list[list[Point]] = []
        bands: list[list[Point]] = []
        if form.down and "called" in result:
            bands.append(self._corners(spans[0][1], form.start, form.wall, passing))
        for place, (near, far, low, high) in enumerate(spans):
            high = min(high, passing) if place == 0 else high
            bodies.append(self._corners(near, low, far, high))
            if form.down:
                continue
            if place + 1 < len(spans):
                then, _far, next_low, next_high = spans[place + 1]
                shape = [(far, low), (then, next_low), (then, next_high), (far, high)]
                bands.append(shape)
        self._blocks.set_verts(bodies)
        self._blocks.set_facecolors([*[self._colour] * (len(bodies) - 1), palette.SPARE])
        self._bands.set_verts(bands)
        if self.spills(result):
            near, far, _low, end = spans[0]
            self._red.set_verts([self._corners(near, passing, far, end)])
            self._spilling.set_verts([self._corners(far, passing, form.wall, end)])

    def _put_door(self, result: Result) -> None:
        """The wall, open for those who are called; dotted where nobody waits for a call."""
        form = self._form
        called, leads = (self._across(result.value(key)) for key in ("called", "leads"))
        door = called
        if not self.spills(result):
            door = min(self._across(result.value("capacity")), form.start + form.area)
        end = max(leads, door) + STUB
        end = min(end, self._plane.width) if form.down else end
        parts = [self._corners(form.wall, door, form.wall + WALL, end)]
        if not form.down:
            parts.append(self._corners(form.wall, form.start - STUB, form.wall + WALL, form.start))
        self._wall.set_verts(parts)
        if door - called > 3:
            sides = [[(along, called), (along, door)] for along in (form.wall, form.wall + WALL)]
            if form.down:
                sides = [[(across, along) for along, across in side] for side in sides]
            self._spare.set_segments(sides)

    def _put_heads(self, result: Result, spans: Sequence[tuple[float, ...]]) -> None:
        """The number of people at each station, and what they are."""
        form, put = self._form, self._plane.put
        stations = self._stations(result)
        for place, ((key, name), span) in enumerate(zip(stations, spans, strict=True)):
            number, word = self._heads[place]
            said = bare(result[key])
            green = {"color": self._plane.colours["good"]} if key == "extra" else {}
            if form.down:
                y = span[0] - 8 - form.head / 2
                put(number, said, form.margin, y, ha="left", **green)
                x = form.margin + wide(said, form.head, bold=True) + 8
                put(word, name, x, y + 0.36 * (form.head - form.word), ha="left")
                continue
            edge = self._plane.width - form.margin
            middle = (span[0] + span[1]) / 2
            for text, words, size, y in (
                (number, said, form.head, 8 + form.head / 2),
                (word, name, form.word, 14 + form.head + form.word / 2),
            ):
                half = wide(words, size, bold=text is number) / 2
                x = min(max(middle, form.margin + half), edge - half)
                put(text, words, x, y, ha="center", **(green if text is number else {}))

    def _put_labels(self, result: Result) -> None:
        """What is said at the leads, at the door and at the end."""
        form, labels = self._form, self.labels(result)
        edge = self._plane.width - form.margin
        shop = result.facts["sale"] == ads.SHOP
        if form.down:
            room, y = edge - form.margin, form.wall + WALL + 10
            beneath = [*labels[0], *labels[1]]
            if not shop:
                self._put_label(0, beneath, form.margin, y, "left", room)
            y = (form.shop if shop else form.places)[-1] + form.thick + 12
            end = [*beneath, *labels[2]] if shop else labels[2]
            self._put_label(2, end, form.margin, y, "left", room)
            return
        leads = self._across(result.value("leads"))
        passing = leads if shop else self._across(result.value("called"))
        rooms = self._rooms(form, self._plane.width, shop)
        for place, (x, room) in enumerate(rooms):
            y = (passing if place else leads) + UNDER
            ha = "right" if place == LABELS - 1 else "left"
            self._put_label(place, labels[place], x, y, ha, room)

    def _put_label(
        self, place: int, label: Sequence[Label], x: float, y: float, ha: str, room: float
    ) -> None:
        """Lines under each other from ``y`` on, broken where there is no more room."""
        form, colours = self._form, self._plane.colours
        set_in = _set(label, room, form)
        for text, each, (lines, high) in zip(self._lines[place], label, set_in, strict=False):
            size = form.claim if each.bold else form.note
            style = {"weight": "bold" if each.bold else "normal", "color": colours[each.colour]}
            last = y + LINE * size * (len(lines) - 1) + size / 2  # matplotlib's place of a text
            self._plane.put(text, "\n".join(lines), x, last, ha=ha, size=size, **style)
            y += high


def _set(label: Sequence[Label], room: float, form: Form) -> Iterator[tuple[list[str], float]]:
    """Each line of a label, broken, and how high it stands."""
    for each in label:
        size = form.claim if each.bold else form.note
        lines = broken(each.said, room, size, each.bold)
        yield lines, LINE * size * len(lines)


def _pale(colour: str, ground: str) -> str:
    """A colour thinned with the ground."""
    mixed = (
        PALE * one + (1 - PALE) * other
        for one, other in zip(to_rgb(colour), to_rgb(ground), strict=True)
    )
    return to_hex(tuple(mixed))
