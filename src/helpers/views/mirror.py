"""Mirror bars: one list of networks by popularity, the fit of two firms left and right of it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from helpers import look
from helpers.data.tables import NONE
from helpers.models.mirror import LEFT, RIGHT
from helpers.models.result import Result
from helpers.views import palette, plane
from helpers.views.mirror_words import SIDES, MirrorWords, place_name
from helpers.views.plane import Plane, box, fitting, wide
from helpers.words import locale, units
from helpers.words.locale import _

BESIDE = 8
"""Between a bar and what stands beside it."""
TINT, GREY = 0.17, 0.26
"""How strongly bands have a network's colour, and website first's grey, which a tint outshines."""
LINE = 4
"""Height of the line that is as long as a network is popular."""
STUB = 0.09
"""How long the bar of what is out is: a share of the full length, and no fit."""
APART, TITLE = 8, 26
"""Above website first: the gap with its line, and its title."""


@dataclass(frozen=True)
class Form:
    """A layout, in CSS pixels. Where ``middle`` is 0 the list stands above its pairs of bars."""

    margin: float
    middle: float
    head: float
    row: float
    bar: float
    title: float
    name: float
    figure: float
    large: float


FORMS = {
    340: Form(14, 0, 72, 52, 18, 17, 15, 15, 17),
    540: Form(18, 128, 73, 31, 19, 18, 15, 15, 17),
    660: Form(20, 148, 74, 37, 24, 20, 16, 16, 19),
    900: Form(24, 184, 75, 37, 26, 22, 18, 17, 21),
}


class MirrorView(MirrorWords):
    """The list in the middle, a firm on each side; the best of a side has its colour.

    Of two firms, the best of one has it on the other side, too: the headline has both figures.
    Where website first is ahead of all it has the band, and the best network is pale.
    """

    def _form(self, width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def height(self, result: Result, width: int) -> int:
        form = self._form(width)
        rows = form.row * (len(result.facts["popular"]) + 1)
        return round(form.head + rows + 10 + APART + TITLE)

    def key(self, result: Result) -> Hashable:
        return result.facts["popular"]

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        order = result.facts["popular"]
        centre = drawn.width / 2
        apart = form.middle / 2 if form.middle else 4
        self._zero = {LEFT: centre - apart, RIGHT: centre + apart}
        ten = units.number(1.0, "score")
        words = [f"{place_name(place)} {ten}" for place in range(1, len(order) + 1)]
        # On a phone the figures stand beside the name of the network, above their bars.
        room = max(wide(said, form.large, True) for said in words) + BESIDE if form.middle else 0
        self._full = centre - apart - form.margin - room
        self._heads = {
            (key, what): drawn.moving_text(weight="bold" if what == "name" else "normal")
            for key in SIDES
            for what in ("name", "note", "unit")
        }
        self._between()
        colours = drawn.colours
        self._bands = drawn.boxes(zorder=0.5)
        self._list(result)
        self._grey = drawn.boxes(facecolors=palette.SHARED)
        self._best = drawn.boxes()
        self._behind = drawn.boxes(linewidths=2)
        self._out = drawn.boxes(
            facecolors="none", edgecolors=palette.SHARED, linewidths=1.2, linestyles=[(0, (3, 2))]
        )
        ground = {"facecolors": colours["ground"]}
        self._hatched, self._ahead = (
            drawn.boxes(edgecolors=c, hatchcolor=c, hatch=hatch, linewidths=width, **ground)
            for c, hatch, width in ((palette.SHARED, "//", 1.2), (colours["ink"], "////", 2))
        )
        self._standing = {key: drawn.moving_text() for key in SIDES}
        self._said = {
            (key, option): drawn.moving_text(form.figure, ha="right" if key == LEFT else "left")
            for key in SIDES
            for option in (*order, NONE)
        }
        return drawn.moving

    def _head(self, result: Result) -> None:
        """The two firms, and what is moved of one of them."""
        drawn, form = self._plane, self._shape
        small, unit = look.SMALL, _("fit, of {most}").format(most=locale.number(10))
        sizes = {"name": (form.title, 17, "ink"), "note": (small, 41, "soft")}
        sizes["unit"] = (small, form.head - 13, "soft")
        for (key, what), text in self._heads.items():
            size, y, colour = sizes[what]
            x, place = self._zero[key], "right" if key == LEFT else "left"
            if not form.middle:
                x, place = (form.margin, "left") if key == LEFT else (self._edge(RIGHT), "right")
            room = abs(x - self._edge(key)) if form.middle else drawn.width / 2 - form.margin - 6
            said = unit if what == "unit" else result.facts.get(f"{key}.{what}") or ""
            said = plane.shortened(said, room, size, what == "name")
            drawn.put(text, said, x, y, size=size, ha=place, color=drawn.colours[colour])

    def _between(self) -> None:
        """What the list in the middle is."""
        drawn, form, soft = self._plane, self._shape, self._plane.colours["soft"]
        if form.middle:
            said = fitting((_("most used first"), _("the list")), form.middle - 6)
            drawn.text(said, drawn.width / 2, 17, ha="center", color=soft)
            said = plane.shortened(_("% of adults"), form.middle - 6)
            drawn.text(said, drawn.width / 2, 41, ha="center", color=soft)

    def _edge(self, key: str) -> float:
        margin = self._shape.margin
        return margin if key == LEFT else self._plane.width - margin

    def _top(self, place: int) -> float:
        """Where a row begins; website first stands apart, under its title."""
        last = place == len(self._places) - 1
        return self._shape.head + self._shape.row * place + (APART + TITLE if last else 0)

    def _middle(self, place: int) -> float:
        """The height of the bars of a row."""
        form = self._shape
        return self._top(place) + (form.row / 2 if form.middle else form.row - form.bar / 2 - 6)

    def _list(self, result: Result) -> None:
        """Each network with its percentage, over a line of that length."""
        drawn, form = self._plane, self._shape
        self._places = (*result.facts["popular"], NONE)
        centre = drawn.width / 2
        self._names = {}
        lengths = []
        for place, option in enumerate(self._places):
            top = self._top(place)
            y = top + (form.row / 2 - 4 if form.middle and option != NONE else form.row / 2)
            if not form.middle:
                y = top + 13
            self._names[option] = drawn.moving_text(form.name, ha="center")
            drawn.put(self._names[option], self._listed(option, result), centre, y)
            if option == NONE or not form.middle:
                continue
            share = result.value(f"{option}.popularity")
            half = share * (form.middle - 36) / 2
            line = y + form.name / 2 + 5
            lengths.append([(centre - half, line), (centre + half, line)])
        drawn.lines(drawn.colours["soft"], LINE).set_segments(lengths)
        self._title = self._top(len(self._places) - 1) - TITLE / 2
        line = self._title - TITLE / 2 - APART / 2 + 1
        ends = [(form.margin, line), (drawn.width - form.margin, line)]
        drawn.line(ends, drawn.colours["soft"])
        if form.middle:
            said = plane.shortened(_("no network"), form.middle - 6)
            drawn.text(said, centre, self._title, ha="center", color=drawn.colours["soft"])

    def _listed(self, option: str, result: Result) -> str:
        name = self._name(option)
        if option == NONE:
            return name
        place = locale.number(result.facts["popular"].index(option) + 1)
        name = _("{place}. {name}").format(place=place, name=name)
        share = locale.percent(result.value(f"{option}.popularity"))
        if not self._shape.middle:
            return f"{plane.shortened(name, 100, self._shape.name)} {share}"
        share = locale.number(100 * result.value(f"{option}.popularity"))
        room = self._shape.middle - 6 - wide(f" {share}", self._shape.name, True)
        return f"{plane.shortened(name, room, self._shape.name, True)} {share}"

    def update(self, result: Result) -> None:
        drawn = self._plane
        self._head(result)
        grey, best, colours, out, hatched = [], [], [], [], []
        behind, edges, ahead = [], [], []
        leads = {key: self._lead(result, key) for key in SIDES}
        winners = {key: self._winners(result, key) for key in SIDES}
        compared, own = self._compared(result), self._coloured(result)
        told: set[str] = set()
        for place, option in enumerate(self._places):
            for key in SIDES:
                bar = self._bar(key, place, self._length(result, key, option))
                if option == NONE:
                    (ahead if option in winners[key] else hatched).append(bar)
                elif option in result.facts[f"{key}.out"]:
                    out.append(bar)
                elif option in result.facts[f"{key}.tied"] and option not in winners[key]:
                    behind.append(bar)
                    edges.append(self._tables.colour(option))
                elif option in winners[key] or option in own:
                    best.append(bar)
                    colours.append(self._tables.colour(option))
                else:
                    grey.append(bar)
                self._say(key, place, option, result, told)
            won = option in compared or any(option in winners[key] for key in SIDES)
            self._names[option].set_weight("bold" if won else "normal")
        for drawn_bars, bars in (
            (self._grey, grey),
            (self._best, best),
            (self._out, out),
            (self._behind, behind),
            (self._hatched, hatched),
            (self._ahead, ahead),
        ):
            drawn_bars.set_verts([bar for bar in bars if bar])
        self._best.set_facecolors(colours)
        self._behind.set(edgecolors=edges, facecolors=[self._tinted(edge) for edge in edges])
        for key in SIDES:
            self._stand(key, leads[key], result.value("tie"))
        # One firm: the bands are those of the side that is set, as the headline is.
        shown = {n for key in SIDES for n in winners[key]}
        if self._one_firm:
            shown = {*winners[RIGHT]}
        bands = [n for n in self._places if n in shown]
        inside, low = self._shape.margin / 2, self._shape.row - 1
        tops = [self._top(place) for place in map(self._places.index, bands)]
        right = drawn.width - inside
        self._bands.set_verts([box(inside, top + 1, right, top + low) for top in tops])
        grey = self._tinted(palette.SHARED, GREY)
        shades = [grey if n == NONE else self._tinted(self._tables.colour(n)) for n in bands]
        self._bands.set_facecolors(shades)

    def _stand(self, key: str, lead: float, tie: float) -> None:
        """How website first stands to the networks, over its bar."""
        tries = [_("behind the best network"), _("behind")]
        if abs(lead) < tie:
            tries = [_("a tie with the best network"), _("≈ best network")]
        if lead >= tie:
            tries = [_("ahead of all networks"), _("ahead of all")]
        weight = "bold" if lead > -tie else "normal"
        colour = self._plane.colours["ink" if lead > -tie else "soft"]
        x = self._zero[key] if self._shape.middle else self._edge(key)
        side = "right" if (key == LEFT) == bool(self._shape.middle) else "left"
        room = abs(self._zero[key] - self._edge(key))
        bold, sizes = weight == "bold", [look.SMALL]
        if lead >= tie:
            sizes.insert(0, self._shape.large)
        fitting = [(one, n) for n in sizes for one in tries if wide(one, n, bold) <= room]
        said, size = fitting[0] if fitting else (tries[-1], look.SMALL)
        said = plane.shortened(said, room, size, bold)
        style = {"ha": side, "weight": weight, "color": colour}
        self._plane.put(self._standing[key], said, x, self._title, size=size, **style)

    def _tinted(self, shade: str, tint: float = TINT) -> tuple[float, ...]:
        """The ground with a little of a colour: solid, so that words stand on it."""
        ground, colour = to_rgb(self._plane.colours["ground"]), to_rgb(shade)
        return tuple(
            (1 - tint) * below + tint * above for below, above in zip(ground, colour, strict=True)
        )

    @staticmethod
    def _length(result: Result, key: str, option: str) -> float:
        """A bar is as long as its fit, and a stub for what does not count."""
        return STUB if option in result.facts[f"{key}.out"] else result.value(f"{key}.{option}.fit")

    def _bar(self, key: str, place: int, fit: float) -> list[tuple[float, float]]:
        """The corners of a bar; none where there is no fit at all."""
        if fit <= 0:
            return []
        y, half, zero = self._middle(place), self._shape.bar / 2, self._zero[key]
        end = zero + fit * self._full * (-1 if key == LEFT else 1)
        return box(min(zero, end), y - half, max(zero, end), y + half)

    def _say(self, key: str, place: int, option: str, result: Result, told: set[str]) -> None:
        """Place and figure beside a bar, or why it does not count."""
        form, soft = self._shape, self._plane.colours["soft"]
        sign = -1 if key == LEFT else 1
        x = self._zero[key] + sign * (self._full * self._length(result, key, option) + BESIDE)
        figure = self._figure(result, key, option)
        style = {"size": form.figure, "weight": "normal", "color": self._plane.colours["ink"]}
        tied, ranking = result.facts[f"{key}.tied"], result.facts[f"{key}.ranking"]
        if option in result.facts[f"{key}.out"]:
            style |= {"color": soft, "size": look.SMALL}
            tries = self._out_said(figure, first=bool(form.middle) and key not in told)
            told.add(key)
            room = self._beside(key, option, x)
            said = next((one for one in tries if wide(one) <= room), tries[-1])
        elif option == NONE:
            said = figure
            if option in self._winners(result, key):
                style |= {"size": form.large, "weight": "bold"}
        elif option in tied:
            won = option in self._winners(result, key)
            tries = [_("best network"), _("best")]
            if len(tied) > 1:
                tries = [_("≈ best network"), _("≈ best"), "≈"]
            sizes = (form.large, form.figure) if won else (form.figure,)
            room = self._beside(key, option, x)
            word, style["size"] = next(
                (
                    (one, size)
                    for one in tries
                    for size in sizes
                    if wide(f"{figure} {one}", size, True) <= room
                ),
                (tries[-1], form.figure),
            )
            style["weight"] = "bold" if won else "normal"
            said = f"{word} {figure}" if key == LEFT else f"{figure} {word}"
        elif option in self._compared(result):
            style["weight"] = "bold"
            said = figure
            if self._has_place(result, key, option):
                word = place_name(ranking.index(option) + 1)
                said = f"{word} {figure}" if key == LEFT else f"{figure} {word}"
        else:
            said, style["color"] = figure, soft
        y = self._middle(place)
        if not form.middle:
            x, y = self._edge(key), self._top(place) + 13
            style["ha"] = "left" if key == LEFT else "right"
        self._plane.put(self._said[key, option], said, x, y, **style)

    def _beside(self, key: str, option: str, x: float) -> float:
        """The room for words beside a bar that ends before ``x``, or on a phone above it."""
        if self._shape.middle:
            return abs(self._edge(key) - x)
        name = wide(self._names[option].get_text(), self._shape.name, True)
        return self._plane.width / 2 - name / 2 - self._shape.margin - BESIDE
