"""Which form is at home on which network: a cell each, and how often in plausible readings."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from helpers import look
from helpers.data.tables import Tables
from helpers.models.forms import HOME, LOST
from helpers.models.result import Result
from helpers.views import plane
from helpers.views.bars import WHITE
from helpers.views.forms_words import FormsWords
from helpers.views.plane import Plane, Point, box, wide
from helpers.views.words import bare
from helpers.words import units
from helpers.words.locale import _

TINT = 0.3
"""How much of a network's colour is in a cell where a form is passable."""
GAP = 8
BREAK = 14
"""More room before the form that carries a link: it is what nearly everybody uses."""
FOOT = 34


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels. ``names`` and ``count`` are columns; at 0 both stand above a row."""

    margin: float
    names: float
    count: float
    head: float
    cell: float
    large: float
    small: float
    word: float


FORMS = {
    340: Form(14, 0, 0, 26, 54, 26, 15, 17),
    540: Form(18, 0, 0, 30, 58, 28, 19, 20),
    660: Form(20, 122, 70, 34, 78, 32, 18, 17),
    900: Form(24, 144, 104, 36, 82, 38, 24, 19),
}
ABOVE = 30
"""Height of the line above a row of cells, where there is no column for it."""


CONTRAST = 4.6
"""At least between white words and a cell; a trainer's network may have a lighter colour."""
LINEAR = (0.2126, 0.7152, 0.0722)
"""What red, green and blue add to the luminance of WCAG 2."""


def deep(colour: str) -> str:
    """A network's colour, darkened as far as white words on it need."""
    parts = np.array(to_rgb(colour))
    while True:
        light = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        if 1.05 / (light @ LINEAR + 0.05) >= CONTRAST:
            return to_hex(parts)
        parts = 0.98 * parts


class FormsView(FormsWords):
    """A row of cells for each form, a column for each network, and what it adds up to."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def _tops(self, result: Result, form: Form) -> list[float]:
        """Where the cells of each row begin."""
        above = 0 if form.names else ABOVE
        tops, top = [], form.head + 4 + above
        for place in range(len(result.facts["forms"])):
            last = place == len(result.facts["forms"]) - 1
            top += BREAK if last and form.names else 0
            tops.append(top)
            top += form.cell + (GAP if form.names else 4) + above
        return tops

    def height(self, result: Result, width: int) -> int:
        form = self._form(width)
        if not result.facts["networks"]:
            return 80
        return round(self._tops(result, form)[-1] + form.cell + FOOT)

    def key(self, result: Result) -> tuple:
        return result.facts["networks"], result.facts["forms"]

    # Drawing -------------------------------------------------------------------------

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        if not result.facts["networks"]:
            said = plane.shortened(self.nothing(), drawn.width - 2 * form.margin, 17)
            drawn.text(said, form.margin, drawn.height / 2, 17)
            return drawn.moving
        ground, soft = to_rgb(drawn.colours["ground"]), drawn.colours["soft"]
        self._homes, self._tints = [], []
        heads = [self._name(network) for network in result.facts["networks"]]
        for place, network in enumerate(result.facts["networks"]):
            own = self._tables.colour(network)
            mixed = zip(to_rgb(own), ground, strict=True)
            tint = to_hex([TINT * a + (1 - TINT) * b for a, b in mixed])
            self._tints.append(drawn.boxes(facecolors=tint, edgecolors=own, linewidths=1.1))
            self._homes.append(drawn.boxes(facecolors=deep(own)))
            left, right = self._column(place, result)
            self._head(self._name(network), (left + right) / 2, right - left, heads)
        self._frames = drawn.boxes(
            facecolors="none", edgecolors=soft, linewidths=1.1, linestyles=(0, (4, 3))
        )
        self._ring = drawn.boxes(
            facecolors="none", edgecolors=drawn.colours["ink"], linewidths=2.6, zorder=5
        )
        if form.count:
            drawn.text(_("at home on"), drawn.width - form.margin, form.head / 2 + 2,
                       color=soft, ha="right")  # fmt: skip
        for top, key in zip(self._tops(result, form), result.facts["forms"], strict=True):
            room = form.names - 10 if form.names else drawn.width / 2
            said = self._form_name(key)
            lines = plane.wrapped(said, room, form.word) if form.names else [said]
            middle = top + form.cell / 2 if form.names else top - ABOVE / 2
            for place, line in enumerate(lines):
                y = middle + (place - (len(lines) - 1) / 2) * (form.word + 5)
                drawn.text(line, form.margin, y, form.word, weight="bold")
        cells = len(result.facts["networks"]) * len(result.facts["forms"])
        self._states = [drawn.moving_text(ha="center") for _cell in range(cells)]
        self._often = [drawn.moving_text(ha="center") for _cell in range(cells)]
        self._counts = [drawn.moving_text(weight="bold") for _row in result.facts["forms"]]
        self._of = [drawn.moving_text(color=soft, ha="right") for _row in result.facts["forms"]]
        self._foot = drawn.moving_text(color=soft)
        return drawn.moving

    def _head(self, name: str, middle: float, room: float, heads: Sequence[str]) -> None:
        """The name of a network above its column; all as large as the widest has room."""
        form, drawn = self._shape, self._plane
        tries = ((form.word, True), (look.SMALL, True), (look.SMALL, False))
        widest = {one: max(wide(head, *one) for head in heads) for one in tries}
        size, bold = next((one for one in tries if widest[one] <= room), tries[-1])
        said = plane.shortened(name, room, size, bold)
        weight = "bold" if bold else "normal"
        drawn.text(said, middle, form.head / 2 + 2, size, ha="center", weight=weight)

    def _column(self, place: int, result: Result) -> tuple[float, float]:
        """Left and right edge of a column of cells."""
        form, count = self._shape, len(result.facts["networks"])
        gap = GAP if form.names else 5
        left = form.margin + form.names
        each = (self._plane.width - form.margin - form.count - left + gap) / count
        return left + place * each, left + (place + 1) * each - gap

    def update(self, result: Result) -> None:
        drawn, form, facts = self._plane, self._shape, result.facts
        if not facts["networks"]:
            return
        count = len(facts["networks"])
        homes: list[list[list[Point]]] = [[] for _network in range(count)]
        tints: list[list[list[Point]]] = [[] for _network in range(count)]
        frames, ring = [], []
        doubted = {(doubt.network, doubt.form) for doubt in facts["doubts"]}
        for row, (top, key) in enumerate(
            zip(self._tops(result, form), facts["forms"], strict=True)
        ):
            for place, network in enumerate(facts["networks"]):
                left, right = self._column(place, result)
                corners = box(left, top, right, top + form.cell)
                state = facts["cells"][network, key]
                where = homes[place] if state == HOME else tints[place]
                (frames if state == LOST else where).append(corners)
                if (network, key) in doubted:
                    ring.append(corners)
                texts = self._states[row * count + place], self._often[row * count + place]
                self._put_cell(texts, result, network, key, (left, top, right))
            self._put_count(row, top, result, key)
        for place in range(count):
            self._homes[place].set_verts(homes[place])
            self._tints[place].set_verts(tints[place])
        self._frames.set_verts(frames)
        self._ring.set_verts(ring)
        room = drawn.width - 2 * form.margin
        tries = self.foot(result)
        said = next((one for one in tries if wide(one) <= room), tries[-1])
        drawn.put(self._foot, said, form.margin, drawn.height - FOOT / 2 + 3)

    def _put_cell(
        self, texts: tuple, result: Result, network: str, key: str,
        place: tuple[float, float, float],
    ) -> None:  # fmt: skip
        """What a form is there; where it is at home, in how many of ten readings it is."""
        form, colours = self._shape, self._plane.colours
        left, top, right = place
        state = result.facts["cells"][network, key]
        home, room = state == HOME, right - left - 6
        size = form.small if home else max(form.small - 4, look.SMALL)
        tries = self.states(state)
        said = next((one for one in tries if wide(one, size, home) <= room), tries[-1])
        ink = WHITE if home else colours["soft" if state == LOST else "ink"]
        often = result[f"{network}.{key}.home"]
        middle, lower = top + form.cell / 2, (form.cell / 2 - 3) / 2
        self._plane.put(
            texts[0], said, (left + right) / 2, middle - (lower if home else 0),
            size=size, color=ink, weight="bold" if home else "normal",
        )  # fmt: skip
        number = units.number(often.value, often.unit)
        of_ten = _("{number} of 10").format(number=number)
        of_ten = of_ten if wide(of_ten) <= room + 2 else number
        self._plane.put(
            texts[1], of_ten if home else "", (left + right) / 2, middle + lower, color=ink
        )

    def _put_count(self, row: int, top: float, result: Result, key: str) -> None:
        """On how many networks a form is at home."""
        form, drawn = self._shape, self._plane
        homes = result[f"homes.{key}"]
        of = _("of {count}").format(count=bare(result["columns"]))
        if not form.names:
            of = _("of {count} at home").format(count=bare(result["columns"]))
        size = form.large if form.names else form.word + 2
        y = top + form.cell / 2 if form.names else top - ABOVE / 2
        right = drawn.width - form.margin
        base = y + plane.MIDDLE * (size - look.SMALL)
        drawn.put(self._of[row], of, right, base)
        left = right - wide(of) - 7 - wide(bare(homes), size, True)
        drawn.put(self._counts[row], bare(homes), left, y, size=size)
        full = homes.value == result.value("columns")
        colour = drawn.colours["good" if full else "ink" if homes.value else "missing"]
        self._counts[row].set_color(colour)
