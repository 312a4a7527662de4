"""The doors of one network: those that are open, the one that ends the way, those behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers import look
from helpers.models.decision import Judgement
from helpers.models.doors import Door, deciding, doors
from helpers.models.result import Result
from helpers.views.door_lists import HEAD, SIDE, DoorLists, seen
from helpers.views.doors_told import apart
from helpers.views.doors_words import on_large, questions
from helpers.views.forms import deep
from helpers.views.plane import Plane, box, shortened, wide, wrapped
from helpers.views.scale import circle
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import _

WHITE = "#ffffff"
EDGE = 8
"""Between the frame of the large door and what stands on it, at least."""


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels: two lists beside a large door, or all below each other.

    ``door`` and ``tall`` are the large door, ``row`` a line of a list, ``columns`` how many
    lists stand beside each other where they are below the door, ``side`` between list and door.
    """

    margin: float
    door: float
    tall: float
    row: float
    title: float
    figure: float
    word: float
    verdict: float
    columns: int = 0
    side: float = SIDE


FORMS = {
    340: Form(14, 312, 262, 26, 19, 40, 15, 28, 1),
    540: Form(18, 340, 268, 26, 20, 44, 17, 30, 2),
    660: Form(16, 204, 392, 29, 19, 38, 15, 26, side=14),
    900: Form(24, 300, 400, 30, 22, 48, 18, 38),
}


class DoorsView(DoorLists):
    """One network on its way: open doors left, the first closed one large, the rest behind it."""

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def height(self, result: Result, width: int) -> int:
        form = self._form(width)
        if not form.columns:
            return round(form.tall + 28)
        passed, _ends, behind = self._parts(self.judged(result))
        shown = len(seen(behind)) or 1
        lines = max(len(passed), 1) + shown
        if form.columns > 1:
            lines = max(len(passed), shown)
        heads = HEAD * (2 if form.columns == 1 else 1)
        return round(form.tall + 24 + heads + lines * form.row + 8)

    def key(self, result: Result) -> object:
        """How many doors stand in each list; which, and how far open, moves."""
        passed, _ends, behind = self._parts(self.judged(result))
        return len(passed), len(seen(behind))

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        colours = drawn.colours
        self._floor = drawn.lines(colours["ink"], 4, zorder=2)
        self._beyond = drawn.lines(colours["grid"], 4, zorder=1.5)
        self._body = drawn.boxes(zorder=2)
        self._panels = drawn.boxes(zorder=3, facecolors=colours["ground"])
        self._knob = drawn.boxes(zorder=4, facecolors=colours["ground"])
        self._network = drawn.moving_text(form.title, weight="bold", ha="center", color=WHITE)
        self._title = [self._centred(form.title, bold=True) for _line in range(2)]
        self._figure = self._centred(form.figure, bold=True)
        self._rest = [self._centred(form.word) for _line in range(3)]
        self._verdict = [self._centred(form.verdict, bold=True) for _line in range(2)]
        self.prepare(form.row)
        return drawn.moving

    def _centred(self, size: float, bold: bool = False):
        weight = "bold" if bold else "normal"
        return self._plane.moving_text(size, weight=weight, ha="center")

    def update(self, result: Result) -> None:
        judgement, speak, form = self.judged(result), Speaker(result), self._shape
        passed, middle, behind = self._parts(judgement)
        self._alone = bool(apart(result.facts["decision"], judgement))
        left = (self._plane.width - form.door) / 2
        self._draw_door(judgement, middle, left, speak)
        self._small: list[tuple[Door, float, float]] = []
        if form.columns:
            self._below(judgement, passed, middle, behind, speak)
        else:
            self._beside(judgement, passed, middle, behind, left, speak)
        self.draw_small()

    @staticmethod
    def _parts(judgement: Judgement) -> tuple[list[Door], Door | None, list[Door]]:
        """The doors before the one that ends the way, that door, and those behind it."""
        found = list(doors(judgement))
        ends = deciding(judgement)
        if ends is None:
            return found, None, []
        place = found.index(ends)
        return found[:place], ends, found[place + 1 :]

    # The large door --------------------------------------------------------------------

    def _draw_door(
        self, judgement: Judgement, ends: Door | None, left: float, speak: Speaker
    ) -> None:
        form, put, colours = self._shape, self._plane.put, self._plane.colours
        colour = deep(self._tables.colour(judgement.network))
        top, right, low = 12.0, left + form.door, 12.0 + form.tall
        x = (left + right) / 2
        lintel = top + form.title + 22
        self._body.set_verts([box(left, top, right, low)])
        self._body.set_facecolors([colour])
        room = form.door - 28
        name, size = self._plate(judgement, room)
        put(self._network, name, x, (top + lintel) / 2, size=size)
        texts = [*self._title, *self._rest, *self._verdict]
        for text in texts:
            put(text, "")
        verdict = self._tables.name("verdict", judgement.verdict)
        plate = form.verdict + 30
        if ends is None:
            self._open_door(judgement, verdict, (left, lintel, right, low), speak)
            return
        lower = low - 14 - plate
        self._panels.set_verts(
            [
                box(left + 14, lintel, right - 14, lower - 24),
                box(left + 14, lower, right - 14, low - 14),
            ]
        )
        self._knob.set_verts([circle(right - 30, lower - 12, 6)])
        said = on_large(ends, judgement, speak)
        title = balanced(questions()[ends.door], room - 16, form.title)
        rest = wrapped(said.rest, room - 16, form.word, False)[:3]
        words = len(title) * (form.title + 5) + 18 + len(rest) * (form.word + 6)
        size = min(form.figure, lower - 24 - lintel - 2 * EDGE - words)
        tall = words + size
        y = lintel + ((lower - 24 - lintel) - tall) / 2 + form.title / 2
        for text, line in zip(self._title, title, strict=False):
            put(text, line, x, y, color=colours["ink"])
            y += form.title + 5
        y += 8 + size / 2 - form.title / 2
        below = size / 2 + 8 + form.word / 2
        while wide(said.figure, size, True) > room - 12:
            size -= 1
        put(self._figure, said.figure, x, y, size=size, color=colours["ink"])
        y += below
        for text, line in zip(self._rest, rest, strict=False):
            put(text, line, x, y, color=colours["ink"])
            y += form.word + 6
        y = (lower + low - 14) / 2
        size = form.verdict
        while wide(verdict, size, True) > room - 12:
            size -= 1
        put(self._verdict[0], verdict, x, y, size=size, color=colours["ink"])

    def _plate(self, judgement: Judgement, room: float) -> tuple[str, float]:
        """The network and beside which others it is counted, as full as fits; and how large."""
        name, size = self._tables.name("network", judgement.network), self._shape.title
        others = [n for n in judgement.together if n != judgement.network]
        names = [self._tables.name("network", n) for n in others]
        tries = []
        if others:
            said = _("{network} beside {others}")
            tries = [
                said.format(network=name, others=locale.listing(names)),
                " + ".join([name, *names]),
                f"{name} + {locale.number(len(names))}",
            ]
        for said in tries:
            for large in range(round(size), round(look.SMALL) - 1, -1):
                if wide(said, large, True) <= room - EDGE:
                    return said, large
        return shortened(name, room, size, True), size

    def _open_door(
        self,
        judgement: Judgement,
        verdict: str,
        corners: tuple[float, float, float, float],
        speak: Speaker,
    ) -> None:
        """The leaf has swung aside: the way through, and whether it is a trial."""
        form, put, colours = self._shape, self._plane.put, self._plane.colours
        left, lintel, right, low = corners
        hinge = left + 14 + (right - left) * 0.16
        self._panels.set_verts(
            [[(hinge, lintel), (right - 14, lintel), (right - 14, low), (hinge, low)]]
        )
        self._knob.set_verts([circle(hinge - 10, (lintel + low) / 2, 5)])
        x, room = (hinge + right - 14) / 2, right - 14 - hinge
        size = min(form.verdict * 1.3, form.figure)
        while wide(verdict, size, True) > room - 12:
            size -= 1
        y = lintel + (low - lintel) * 0.38
        put(self._figure, verdict, x, y, size=size, color=colours["ink"])
        said = _("every door is open")
        if judgement.trial:
            said = _("as a trial of six weeks, with a time sheet")
        y += size / 2 + 20
        for text, line in zip(
            self._rest, wrapped(said, room - 16, form.word, False)[:3], strict=False
        ):
            put(text, line, x, y, color=colours["ink"])
            y += form.word + 6

    # The lists -------------------------------------------------------------------------

    def _beside(
        self,
        judgement: Judgement,
        passed: list[Door],
        ends: Door | None,
        behind: list[Door],
        left: float,
        speak: Speaker,
    ) -> None:
        """The open doors left of the large one, what is behind it on the right."""
        form, drawn = self._shape, self._plane
        right, low = left + form.door, 12 + form.tall
        edge = drawn.width - form.margin
        at_end = right if ends is None else left
        self._floor.set_segments([[(form.margin, low + 2), (at_end, low + 2)]])
        self._beyond.set_segments([[(right, low + 2), (edge, low + 2)]])
        used = self.list_doors(
            0, passed, (form.margin, left - form.side), 12, judgement.network, speak
        )
        self.list_doors(used, behind, (right + form.side, edge), 12, judgement.network, speak)
        self.title_lists(
            passed,
            ends,
            behind,
            ((form.margin, left - form.side), (right + form.side, edge)),
            (12, 12),
        )

    def _below(
        self,
        judgement: Judgement,
        passed: list[Door],
        ends: Door | None,
        behind: list[Door],
        speak: Speaker,
    ) -> None:
        """Both lists below the large door: beside each other, or one below the other."""
        form, drawn = self._shape, self._plane
        top, edge = form.tall + 24, drawn.width - form.margin
        low = 12 + form.tall
        self._floor.set_segments([[(form.margin, low + 2), (edge, low + 2)]])
        self._beyond.set_segments([])
        room = (edge - form.margin - SIDE) / 2 if form.columns == 2 else edge - form.margin
        first = (form.margin, form.margin + room)
        second, lower = (edge - room, edge), top
        if form.columns == 1:
            lower = top + HEAD + max(len(passed), 1) * form.row
        used = self.list_doors(0, passed, first, top, judgement.network, speak)
        self.list_doors(used, behind, second, lower, judgement.network, speak)
        self.title_lists(passed, ends, behind, (first, second), (top, lower))


def balanced(said: str, room: float, size: float) -> list[str]:
    """A text in as few lines as fit, at most two, and those about equally long."""
    lines = wrapped(said, room, size)[:2]
    while len(lines) == 2 and room > 0:
        room -= 8
        closer = wrapped(said, room, size)
        if len(closer) > 2 or any("…" in line for line in closer):
            break
        lines = closer
    return lines
