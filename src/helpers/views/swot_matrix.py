"""A SWOT on one sheet: inside beside outside, and the arrow of an action that joins two lines."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers import look
from helpers.models import swot
from helpers.models.result import Result
from helpers.views import palette, plane
from helpers.views.boxes import APART, Box, Row, frame, in_rows, spread
from helpers.views.plane import Plane, Point
from helpers.views.swot_above import PAD, STEP, Form, SwotAbove
from helpers.views.swot_names import PROMISE
from helpers.views.words import Speaker
from helpers.words.locale import _

TITLE = 17
HEAD = 24
"""The words above the columns."""
TIGHT = 8
"""The same above and below where a box's name stands beside its lines."""
LEAST = 76
"""The least height of a box."""
TIP = 13
"""Length of an arrow's head."""
COUNTS = 8
"""Rows of the counts at most."""
CHOSEN, MOST = 2, 14
"""Actions that can be chosen at once, and rows that a label may have."""


@dataclass(frozen=True)
class Told:
    """What a label says: the action, what it does, which of that is good, if lines call for it."""

    name: str
    effects: tuple[str, ...]
    best: str
    joins: bool

    @property
    def good(self) -> bool:
        """Whether its arrow is green."""
        return self.joins and bool(self.best)


class SwotMatrix(SwotAbove):
    """Four boxes of lines; actions join two of them.

    A line without a proof is grey, one with a proof dark, one with proof and action bold.

    Inside stands left and outside right, helps above and hinders below; on a narrow page all
    stand below each other, with the actions in the middle.
    """

    def height(self, result: Result, width: int) -> int:
        boxes, labels = self._layout(result, width)
        ends = [one.bottom for one in (*boxes.values(), *labels)]
        return round(max(ends) + 8)

    def key(self, result: Result) -> Hashable:
        facts = result.facts
        # Where labels take another height, the boxes below them stand elsewhere.
        heights = tuple(self.height(result, width) for width in look.WIDTHS)
        return facts["lines"], facts["taken"], facts["joins"], heights

    def _told(self, result: Result) -> Iterator[Told]:
        """What stands on the label of each chosen action."""
        speak = Speaker(result)
        for action, join in zip(result.facts["chosen"], result.facts["joins"], strict=True):
            opens = result.value(f"{action}.opens") > 0
            frees = result.value(f"{action}.hours") > 0
            hours, gates = self.hours(result, action, speak), self.gates(result, action, speak)
            rows = [hours, gates, self.when(result, action, speak)]
            rows.append(self.lacks_line(join))
            promised = self._field(action) == PROMISE
            best = gates if opens and not promised else hours if frees else ""
            yield Told(self.name(result, action), tuple(filter(None, rows)), best, join is not None)

    # Where everything stands ---------------------------------------------------------

    def _layout(self, result: Result, width: int) -> tuple[dict[str, Box], list[Box]]:
        form = self._form(width)
        return self._columns(result, width, form) if form.columns else self._stack(
            result, width, form
        )  # fmt: skip

    def _columns(self, result: Result, width: int, form: Form) -> tuple[dict[str, Box], list[Box]]:
        lefts = (form.margin, width - form.margin - form.side)
        found: dict[str, Box] = {}
        head = self._below(result, width) + HEAD
        top = float(head)
        for level in range(2):
            names = (swot.INSIDE[level], swot.OUTSIDE[level])
            made = [
                self._box(result, name, x, top, x + form.side, form)
                for name, x in zip(names, lefts, strict=True)
            ]
            bottom = max(one.bottom for one in made)
            for name, one in zip(names, made, strict=True):
                found[name] = Box(one.left, one.top, one.right, bottom, one.rows, one.middles)
            top = bottom + APART
        left, right = lefts[0] + form.side + form.gutter, lefts[1] - form.gutter
        labels = [self._label(told, left, 0, right, form) for told in self._told(result)]
        return found, spread(labels, self._wanted(result, found), head, bottom)

    def _stack(self, result: Result, width: int, form: Form) -> tuple[dict[str, Box], list[Box]]:
        left = form.margin + form.gutter * len(result.facts["chosen"])
        right, top = width - form.margin, self._below(result, width) + APART
        found, labels = {}, []
        for name in swot.BOXES:
            if name == swot.OUTSIDE[0]:
                for told in self._told(result):
                    labels.append(self._label(told, left, top, right, form))
                    top = labels[-1].bottom + APART
            found[name] = self._box(result, name, left, top, right, form)
            top = found[name].bottom + APART
        return found, labels

    @staticmethod
    def _wanted(result: Result, boxes: Mapping[str, Box]) -> list[float]:
        """Where the middle of each label would stand best: between the lines it joins."""
        middle = (min(b.top for b in boxes.values()) + max(b.bottom for b in boxes.values())) / 2
        wanted = []
        for join in result.facts["joins"]:
            ends = [one.middles[place] for place in join or () for one in boxes.values()
                    if place in one.middles]  # fmt: skip
            wanted.append(sum(ends) / len(ends) if ends else middle)
        return wanted

    def _box(
        self, result: Result, name: str, left: float, top: float, right: float, form: Form
    ) -> Box:
        """A box of the matrix with all its lines."""
        room = right - left - 2 * PAD - form.title
        beside = bool(form.title)
        name_row = top + (TIGHT + STEP / 2 if beside else 20)
        rows = [Row(self._tables.name("box", name), name_row, TITLE, False, "soft", beside)]
        middles: dict[int, float] = {}
        y = top + TIGHT - APART if beside else top + 29
        for place, line in enumerate(result.facts["lines"]):
            if line.box == name:
                y += APART
                first = len(rows)
                rows += self._of_line(result, place, y, room, form)
                middles[place] = rows[first].y
                y += STEP * (len(rows) - first)
        if not middles:
            y += APART + STEP
            rows.append(Row(_("no line yet"), y - STEP / 2, form.small, False, "soft"))
        least = y + TIGHT if beside else max(y + PAD, top + LEAST)
        return Box(left, top, right, least, tuple(rows), middles)

    def _of_line(
        self, result: Result, place: int, top: float, room: float, form: Form
    ) -> list[Row]:
        """A line with proof and action below, bold if it has both; a wish says why it is one."""
        line, taken = result.facts["lines"][place], self.taken(result, place)
        proved, why = swot.is_proved(line), taken or self.wish(result, place)
        size, colour = (form.line, "ink") if proved else (form.small, "soft")
        one = f"{line.text} – {why}"
        if not proved and plane.wide(one, form.small) <= room:
            return [Row(one, top + STEP / 2, size, False, colour)]
        bold = bool(taken)
        below = [(_("proof: {proof}").format(proof=line.proof), colour)] if proved else []
        below.append((why, colour if taken else "soft"))
        said = [(row, size, bold, colour) for row in in_rows(line.text, room, size, bold)]
        for text, shade in below:
            said += [(row, form.small, False, shade) for row in in_rows(text, room, form.small)]
        return [
            Row(text, top + STEP * (number + 0.5), *style)
            for number, (text, *style) in enumerate(said)
        ]

    @staticmethod
    def _label(told: Told, left: float, top: float, right: float, form: Form) -> Box:
        """An action with what it does; on one row where that fits."""
        room = right - left - 2 * PAD
        said = [(row, TITLE, True, "ink") for row in in_rows(told.name, room, TITLE, True)]
        one = " · ".join(told.effects)
        for text in [one] if plane.wide(one, form.small) <= room else told.effects:
            bold = told.good and text == told.best
            rows = in_rows(text, room, form.small, bold, most=3)
            said += [(row, form.small, bold, "good" if bold else "ink") for row in rows]
        rows = [
            Row(text, top + PAD - 2 + STEP * (place + 0.5), *style)
            for place, (text, *style) in enumerate(said)
        ]
        return Box(left, top, right, top + 2 * PAD - 4 + STEP * len(said), tuple(rows), {})

    # Drawing -------------------------------------------------------------------------

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        boxes, labels = self._layout(result, drawn.width)
        if form.columns:
            self._heads_of_columns(drawn, boxes, bool(labels))
        for one in boxes.values():
            drawn.line(frame(one), drawn.colours["grid"], 1.4)
            for row in one.rows:
                weight, colour = "bold" if row.bold else "normal", drawn.colours[row.colour]
                x, side = (one.right, "right") if row.at_right else (one.left, "left")
                x += -PAD if row.at_right else PAD
                drawn.text(row.said, x, row.y, row.size, weight=weight, color=colour, ha=side)
        self._counts = [drawn.moving_text() for _row in range(COUNTS)]
        marks = ((True, palette.SPARE, 5.0), (False, palette.SHARED, 2.6))
        self._arrows = {good: drawn.lines(colour, broad) for good, colour, broad in marks}
        self._frames = {good: drawn.lines(colour, 2.2, zorder=3) for good, colour, _b in marks}
        self._tips = drawn.boxes(zorder=5)
        self._rows = [[drawn.moving_text() for _row in range(MOST)] for _label in range(CHOSEN)]
        return drawn.moving

    def update(self, result: Result) -> None:
        width, edge = self._plane.width, self._shape.margin
        boxes, labels = self._layout(result, width)
        for text, row in zip_longest(self._counts, self._large(result, width)):
            self._say(text, row, *((width - edge, -PAD) if row and row.at_right else (edge, PAD)))
        told = list(self._told(result))
        arrows: dict[bool, list] = {True: [], False: []}
        frames: dict[bool, list] = {True: [], False: []}
        tips, colours = [], []
        for number, (label, says, join) in enumerate(
            zip(labels, told, result.facts["joins"], strict=True)
        ):
            frames[says.good].append(frame(label))
            if join is None:
                continue
            start, end = (
                None if place is None else (boxes[result.facts["lines"][place].box], place)
                for place in join
            )
            legs, tip = self._way(number, label, start, end)
            arrows[says.good] += legs
            tips.append([tip, (tip[0] - TIP, tip[1] - 9), (tip[0] - TIP, tip[1] + 9)])
            colours.append(palette.SPARE if says.good else palette.SHARED)
        for good, lines in self._arrows.items():
            lines.set_segments(arrows[good])
            self._frames[good].set_segments(frames[good])
        self._tips.set_verts(tips)
        self._tips.set_facecolors(colours)
        for place, texts in enumerate(self._rows):
            rows = labels[place].rows if place < len(labels) else ()
            for text, row in zip_longest(texts, rows):
                self._say(text, row, labels[place].left if rows else 0)

    def _say(self, text: Text, row: Row | None, x: float, pad: float = PAD) -> None:
        """A row of the counts or of a label, or nothing."""
        if row is None:
            self._plane.put(text, "")
            return
        style = {"color": self._plane.colours[row.colour], "size": row.size}
        style["ha"] = "right" if row.at_right else "left"
        weight = "bold" if row.bold else "normal"
        self._plane.put(text, row.said, x + pad, row.y, weight=weight, **style)

    def _way(
        self, number: int, label: Box, start: tuple[Box, int] | None, end: tuple[Box, int] | None
    ) -> tuple[list[list[Point]], Point]:
        """The leg from the line inside to the action, the one on to the line outside, its tip.

        Where no line outside calls for the action, the arrow ends at it.
        """
        columns, middle = self._shape.columns, (label.top + label.bottom) / 2
        x = self._shape.margin + self._shape.gutter * (number + 0.35)
        tip, legs = (label.left, middle), []
        if end:
            tip = (end[0].left, end[0].middles[end[1]])
            before = (tip[0] - TIP, tip[1])
            from_label = [(label.left, middle), (x, middle), (x, tip[1]), before]
            legs.append([(label.right, middle), before] if columns else from_label)
        if start:
            box, place = start
            y = box.middles[place]
            to_label = (label.left - (0 if end else TIP), middle)
            down = [(box.left, y), (x, y), (x, middle), to_label]
            legs.append([(box.right, y), to_label] if columns else down)
        return legs, tip

    @staticmethod
    def _heads_of_columns(drawn: Plane, boxes: Mapping[str, Box], chosen: bool) -> None:
        """What the columns are, and that nothing joins them yet."""
        soft = drawn.colours["soft"]
        for name, said in (("strength", _("inside the firm")), ("opportunity", _("outside"))):
            drawn.text(said, boxes[name].left + PAD, boxes[name].top - 14, color=soft)
        if not chosen:
            middle = (boxes["strength"].bottom + boxes["weakness"].top) / 2
            for row, said in enumerate((_("no action"), _("is chosen yet"))):
                y = middle + STEP * (row - 0.5)
                drawn.text(said, drawn.width / 2, y, TITLE, ha="center", color=soft)
