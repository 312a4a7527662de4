"""What stands above the teeth of a week, and the rows of words and dots below them."""

import math
from collections.abc import Sequence
from itertools import pairwise

from helpers.models.result import Result
from helpers.views.plane import box, wide, wrapped
from helpers.views.sawtooth_words import SawtoothWords
from helpers.views.teeth import BAR, BELOW, RADIUS, ROW, STRIP, TUESDAY, disc
from helpers.words.locale import _


class SawtoothRows(SawtoothWords):
    """The claim with its bar, and the rows; ``SawtoothView`` makes what they move."""

    def _put_rows(self, result: Result) -> None:
        """What the strip counts, and the work: a dot a look for care, one for reputation."""
        form, put = self._form, self._plane.put
        put(self._of_looking, "")
        middles = (form.strip + STRIP / 2, form.care, form.once)
        for (name, note), text, small, middle in zip(
            self.rows(result, form.column), self._names, self._notes, middles, strict=True
        ):
            if form.column:
                lines = [(text, name), (small, note)]
                if middle == form.care and (looking := self.looking(result)):
                    lines.append((self._of_looking, looking))
                for number, (line, said) in enumerate(lines):
                    put(line, said, form.margin, middle + (number - len(lines) / 2 + 0.5) * ROW + 1)
                continue
            above = middle - (STRIP / 2 + 13 if text is self._names[0] else 26)
            put(text, name, form.margin, above)
            start = form.margin + wide(name, form.word, bold=True) + 8
            if start + wide(note) > self._plane.width - 8:
                note = self.briefly(result)
            put(small, note, start, above)
        looks = result.facts["looks"]
        each = result.value("care_each") / result.value("a_day") if looks else 0.0
        once = 60 * result.value("reputation")
        scale = RADIUS / math.sqrt(max(each, once, 1.0))
        dots = [disc(self._x(hour), form.care, scale * math.sqrt(each)) for hour in looks]
        if once:
            dots.append(disc(self._x(TUESDAY), form.once, scale * math.sqrt(once)))
        self._dots.set_verts(dots)
        start = self._x(TUESDAY) + RADIUS + 10
        put(self._like, _("once, whenever you like") if once else "", start, form.once)
        self._name_looks([self._x(hour) for hour in looks], scale * math.sqrt(each) + 8)
        answered = form.hour and result.value("messages") and not self._quiet(result)
        said = _("who writes at that hour is answered …") if answered else ""
        put(self._hour, said, form.left, form.hour)

    def _name_looks(self, dots: Sequence[float], beside: float) -> None:
        """What the dots of care are, behind the last of them that has room."""
        said, end = _("our looks"), self._right + 8
        self._plane.put(self._ours, "")
        for x, until in reversed([*pairwise([*dots, end])]):
            if until - x >= wide(said) + 2 * beside:
                self._plane.put(self._ours, said, x + beside, self._form.care)
                return

    def _put_claim(self, result: Result) -> None:
        """What the picture says, above it; then what its height means."""
        form, put = self._form, self._plane.put
        # Wide, the corner is free for the button that projects the picture.
        room = self._right - form.margin - (150 if form.column and self._plane.width > 800 else 0)
        tries = (self.claim(result), self.shorter(result))
        fitting = (one for one in tries if wide(one, form.claim, bold=True) <= room)
        lines = wrapped(next(fitting, tries[0]), room, form.claim)[: len(self._claims)]
        y = 8 + form.claim / 2
        for text in (*self._claims, *self._named_parts):
            put(text, "")
        for boxes in self._parts:
            boxes.set_verts([])
        if self._put_bar(result, room, y):
            lines, y = [], y + (1.25 * form.claim if form.column else BELOW)
        for text, line in zip(self._claims, lines, strict=False):
            put(text, line, form.margin, y)
            y += 1.25 * form.claim
        left, top = self._said
        # The words of the ring may stand on the same line.
        room = (left - 10 if abs(top - y) < ROW else self._right) - form.margin
        tries = self.caption(result)
        said = next((one for one in tries if wide(one) <= room), tries[-1])
        put(self._caption, said, form.margin, y + 2)

    def _put_bar(self, result: Result, room: float, y: float) -> bool:
        """The wait as a bar of its parts, behind its sum or below it; whether there is room."""
        form, put, said = self._form, self._plane.put, self.parts(result)
        if not said:
            return False
        total, looks, laters = said
        start = form.margin
        if form.column:
            start += wide(total, form.claim, bold=True) + 14
        end, share = form.margin + room, result.value("look_share")
        for later in laters:
            until = end - (wide(later) + 8 if later and form.column else 0)
            split = start + (until - start) * share
            fits = [one for one in looks if wide(one, bold=True) <= split - start - 12]
            if fits:
                break
        else:
            return False
        put(self._claims[0], total, form.margin, y)
        middle = y if form.column else y + 27
        edges = (middle - BAR / 2, middle + BAR / 2)
        self._parts[0].set_verts([box(start, edges[0], split, edges[1])])
        if until - split > 2:
            self._parts[1].set_verts([box(split + 2, edges[0], until, edges[1])])
        put(self._named_parts[0], fits[0], (start + split) / 2, middle)
        x, at = (until + 8, middle) if form.column else (form.margin, middle + BAR / 2 + 14)
        put(self._named_parts[1], later, x, at)
        return True
