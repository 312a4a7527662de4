"""What stands above the boxes of a SWOT: what is done, the hours, and how many lines are wishes."""

from dataclasses import dataclass

from helpers import look
from helpers.models.result import Result
from helpers.views import plane
from helpers.views.boxes import Row, in_rows
from helpers.views.swot_words import TENTH, TWO, SwotWords
from helpers.views.words import Speaker
from helpers.words.locale import _, listing

STEP = 21
"""From one row of words to the next."""
PAD = 12
"""From the edge of a box to its words."""
LARGE, LEAD = 22, 29
"""Size of the two counts above all, and the room of one of their rows."""
REASON, LOWER = 17, 24
"""The same of what they come from."""


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels: in columns, or with one gutter a chosen action at the left."""

    columns: bool
    margin: float
    gutter: float
    side: float
    line: float
    title: float
    small: float = look.SMALL


FORMS = {
    340: Form(False, 6, 22, 0, 16, 0),
    540: Form(False, 10, 28, 0, 17, 96),
    660: Form(False, 12, 28, 0, 17, 96),
    900: Form(True, 4, 38, 320, 17, 0, 16),
}
"""``title`` is the room of a box's name beside its lines; at 0 it stands above them."""


class SwotAbove(SwotWords):
    """The headline and its reasons, in the picture; ``SwotMatrix`` draws them over its boxes."""

    def _form(self, width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def counts(self, result: Result) -> tuple[str, str]:
        """What stands large above the boxes: first the hours that are missing, then the wishes."""
        speak = Speaker(result)
        if not result.facts["lines"]:
            return self._week(result, speak), _("The board is empty")
        return self._week(result, speak), self._wishes(result, speak)[0]

    def above(self, result: Result) -> tuple[tuple[str, str], tuple[str, str]]:
        """What stands above the boxes, each with its reason: what is done, and the wishes."""
        speak = Speaker(result)
        hours, wishes = self.counts(result)
        lacking = self._wishes(result, speak)[1] if result.facts["lines"] else ""
        told = hours + self._sum(result, speak)
        return (self._done(result, speak), told), (wishes, lacking)

    def _done(self, result: Result, speak: Speaker) -> str:
        """What the chosen actions do to a week and to gates."""
        chosen = result.facts["chosen"]
        if not chosen:
            return _("No action is chosen yet")
        if len(chosen) == TWO:
            return _("Both actions {do}").format(do=listing(list(self._together(result, speak))))
        does = listing([*self._alone(result, chosen[0], speak)])
        return _("{action}: {does}").format(action=self.name(result, chosen[0]), does=does)

    @staticmethod
    def _sum(result: Result, speak: Speaker) -> str:
        """How the hours come about that are missing or to spare; '' where nothing moves them."""
        before, after = (round(result.value(f"swot.{key}"), 1) for key in ("gap", "gap_after"))
        moved = round(result.value("swot.moved"), 1)
        if not moved or not before or not after or abs(before - moved - after) > TENTH / 2:
            return ""
        said = _(": {before} today + {moved}")
        if (before > 0) is not (after > 0):
            said = _(": {moved} − {before} missing today")
            if before < 0:
                said = _(": {moved} − {before} to spare today")
        elif (before > 0) is (moved > 0):
            said = _(": {before} today − {moved}")
        return said.format(before=speak("swot.gap.size"), moved=speak("swot.moved.size"))

    def _week(self, result: Result, speak: Speaker) -> str:
        """What stands large of the hours of a week."""
        missing, spare = _("{hours} a week are missing"), _("{hours} a week are to spare")
        return self._by_gap(result, speak, _("no hour is missing"), missing, spare)

    def _large(self, result: Result, width: int) -> list[Row]:
        """What is done and what is a wish, beside each other where there is room; why below."""
        done, wishes = self.above(result)
        room = width - 2 * self._form(width).margin - 2 * PAD
        looks = ((LARGE, True, LEAD), (REASON, False, LOWER))
        if all(
            plane.wide(one, size, bold) + plane.wide(two, size, bold) + STEP <= room
            for one, two, (size, bold, _lead) in zip(done, wishes, looks, strict=True)
        ):
            return [
                Row(words, (LEAD if place else 0) + lead / 2, size, bold, "ink", right)
                for told, right in ((done, False), (wishes, True))
                for place, (words, (size, bold, lead)) in enumerate(zip(told, looks, strict=True))
            ]
        rows, y = [], 0.0
        for told in (done, wishes):
            for words, (size, bold, lead) in zip(told, looks, strict=True):
                for row in in_rows(words, room, size, bold):
                    rows.append(Row(row, y + lead / 2, size, bold, "ink"))
                    y += lead
        return rows

    def _below(self, result: Result, width: int) -> float:
        """Where what stands above the boxes ends."""
        last = self._large(result, width)[-1]
        return last.y + (LEAD if last.size == LARGE else LOWER) / 2
