"""The lists of small doors beside a large one: those before it, those behind it."""

from matplotlib.colors import to_hex, to_rgb

from helpers import look
from helpers.models.doors import DOORS, Door
from helpers.models.gates import BORDERLINE, OFF, STOP, WAIT
from helpers.views import palette
from helpers.views.doors_told import DoorsWords
from helpers.views.doors_words import door_names, on_door, short_names
from helpers.views.plane import Plane, Point, box, fitting, shortened, wide
from helpers.views.words import Speaker
from helpers.words.locale import _

HEAD = 30
"""Room of the words above a list."""
FRAME, LEAF = 15.0, 23.0
"""Width and height of the small doors in the lists."""
SIDE = 26
"""Between a list and the large door."""
MOST = len(DOORS)
TINT = 0.18


class DoorLists(DoorsWords):
    """Two lists of doors, each with its words, a sign of how far it is open, and its figure."""

    _plane: Plane
    _alone = False
    """Whether what is behind the large door is counted without those that are opened."""

    def prepare(self, row: float) -> None:
        """The artists of both lists; ``row`` is the height of a line."""
        drawn, self._pitch = self._plane, row
        self._frames = drawn.boxes(zorder=3, linewidths=1.4)
        self._leaves = drawn.boxes(zorder=4)
        self._heads = [drawn.moving_text(weight="bold") for _list in range(2)]
        self._notes = [drawn.moving_text(color=drawn.colours["soft"]) for _line in range(2)]
        self._names = [drawn.moving_text() for _door in range(MOST)]
        self._figures = [drawn.moving_text(weight="bold", ha="right") for _door in range(MOST)]
        self._small: list[tuple[Door, float, float]] = []

    def title_lists(
        self,
        passed: list[Door],
        ends: Door | None,
        behind: list[Door],
        places: tuple[tuple[float, float], tuple[float, float]],
        tops: tuple[float, float],
    ) -> None:
        """What each list holds, and what there is where it holds nothing."""
        put, ink = self._plane.put, self._plane.colours["ink"]
        unseen = bool(behind) and not seen(behind)
        last = (_("still behind it"),) if behind else ("",)
        if self._alone and behind and not unseen:
            last = (_("still behind it, if alone"), _("behind it, if alone"), _("if alone"))
        heads = ((_("open before it") if ends else _("on the way"),), last)
        for text, tries, (left, right), top in zip(self._heads, heads, places, tops, strict=True):
            room = right - left
            said = next((one for one in tries if wide(one, bold=True) <= room), tries[-1])
            put(text, shortened(said, room, look.SMALL, True), left, top + 10, color=ink)
        notes = ("" if passed else _("no door"), _("nobody looked any further") if unseen else "")
        for text, said, (left, right), top in zip(self._notes, notes, places, tops, strict=True):
            put(text, shortened(said, right - left), left, top + HEAD + 12)

    def list_doors(
        self,
        used: int,
        found: list[Door],
        place: tuple[float, float],
        top: float,
        network: str,
        speak: Speaker,
    ) -> int:
        """A line for each door; how many lines are used by now."""
        put, colours = self._plane.put, self._plane.colours
        left, right = place
        names, short, y = door_names(), short_names(), top + HEAD + self._pitch / 2 - 3
        for text in (*self._names[used:], *self._figures[used:]):
            put(text, "")
        for door in seen(found):
            bad = door.closed
            colour = colours["missing"] if bad else colours["ink"]
            told = on_door(door, network, speak)
            figure = told.short or told.figure
            put(self._figures[used], figure, right, y, color=colour)
            room = right - left - FRAME - 12 - wide(figure, look.SMALL, True) - 8
            tries = (names[door.door], short.get(door.door, names[door.door]))
            put(
                self._names[used],
                fitting(tries, room, look.SMALL),
                left + FRAME + 12,
                y,
                color=colours["ink"],
            )
            self._small.append((door, left + 4, y))
            y += self._pitch
            used += 1
        return used

    def draw_small(self) -> None:
        """The small doors: swung, ajar, closed."""
        frames, edges, fills, leaves, faces = [], [], [], [], []
        soft, ground = self._plane.colours["soft"], self._plane.colours["ground"]
        for door, left, y in self._small:
            top, low, right = y - LEAF / 2, y + LEAF / 2, left + FRAME
            colour = _colour(door.state)
            frames.append(box(left, top, right, low))
            edges.append(colour)
            fills.append(self._tint(colour, ground))
            leaves.append(_leaf(door.state, left, top, right, low))
            faces.append(colour)
        self._frames.set_verts(frames)
        self._frames.set_edgecolors(edges or [soft])
        self._frames.set_facecolors(fills or [ground])
        self._leaves.set_verts(leaves)
        self._leaves.set_facecolors(faces or [soft])

    @staticmethod
    def _tint(colour: str, ground: str) -> str:
        pairs = zip(to_rgb(colour), to_rgb(ground), strict=True)
        return to_hex([TINT * a + (1 - TINT) * b for a, b in pairs])


def seen(found: list[Door]) -> list[Door]:
    """The doors that were looked at."""
    return [door for door in found if door.state != OFF]


def _colour(state: str) -> str:
    if state in (WAIT, STOP):
        return palette.MISSING
    return palette.MIDDLE if state == BORDERLINE else palette.SPARE


def _leaf(state: str, left: float, top: float, right: float, low: float) -> list[Point]:
    """The leaf of a small door: over all of its frame, half of it, or swung aside."""
    if state in (WAIT, STOP):
        return box(left, top, right, low)
    end = left + (right - left) * (0.7 if state == BORDERLINE else 0.34)
    return [(left, top), (end, top + 4), (end, low + 4), (left, low)]
