"""Where buckets stand: layouts in CSS pixels, a cell for each bucket, and its words in lines."""

from dataclasses import dataclass

from helpers import look
from helpers.views.plane import wide, wrapped
from helpers.words.locale import _


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels: column of captions, gap between buckets, their height, type."""

    margin: float
    captions: float
    gap: float
    bucket: float
    number: float
    title: float
    first: int
    """How many buckets stand beside the captions; the others follow in rows below."""
    others: int
    bold: bool = True
    """Whether what is done in a week is in bold; on a telephone there is no room for it."""


FORMS = {
    340: Form(14, 98, 19, 96, 28, 15, 2, 3, bold=False),
    540: Form(18, 104, 18, 100, 28, 15, 2, 3),
    660: Form(18, 98, 22, 160, 34, 15, 5, 5, bold=False),
    900: Form(24, 116, 26, 180, 42, 16, 5, 5),
}
WIDEST, FLAT = 250, 300
"""From one bucket to the next, where there is room for more; with words in one line."""
WALL = 4
ROW = 18
STREAM = 22
"""The widest stream, in CSS pixels."""
FLAT_BUCKET = 72
FLAT_CAPTIONS = 162
"""Beside flat buckets captions stand in one line each, where there is room."""
APART = 9
"""Between the words above two buckets."""
LIFTED = 16
"""What a bucket of other hours stands further away, where there is room."""
TAG, TAP, LEAK, BAR, NOTE = 22, 34, 30, 7, 21


@dataclass(frozen=True)
class Cell:
    """Where a bucket stands with all that belongs to it."""

    left: float
    top: float
    width: float
    pitch: float
    form: Form
    lines: int
    flat: bool
    notes: int = 1
    """Lines below the hours."""

    @property
    def room(self) -> float:
        """How long a line of words, or a bar, may be: up to the next bucket, or the margin."""
        return self.pitch - max(APART, self.form.gap - self.form.margin + 4)

    @property
    def line(self) -> float:
        return self.form.title + 6

    @property
    def tap(self) -> float:
        return self.top + TAG + self.lines * self.line + 4

    @property
    def rim(self) -> float:
        return self.tap + TAP

    @property
    def ground(self) -> float:
        return self.rim + self.form.bucket

    @property
    def bar(self) -> float:
        return self.ground + LEAK + 4

    @property
    def end(self) -> float:
        return self.bar - 4 if self.flat else self.bar + BAR + (1 + self.notes) * NOTE + 8

    @property
    def beside(self) -> float:
        """Right of the stream, from the left wall on."""
        return 0.24 * self.width + STREAM / 2 + 3

    @property
    def hours(self) -> float:
        """The middle of the line that says how many hours the bucket takes."""
        return self.bar + BAR + NOTE / 2 + 2

    @property
    def stream(self) -> float:
        """Where the middle of the stream falls."""
        return self.left + 0.24 * self.width


def titled(parts: list[str], room: float, form: Form) -> list[str]:
    """What is done in a week, in lines that fit: parts are added up, the first may be long."""
    lines = wrapped(parts[0], room, form.title, form.bold)
    for part in parts[1:]:
        added = _("+ {part}").format(part=part)
        for said in (f"{lines[-1]} {added}", added, part):
            if wide(said, form.title, form.bold) <= room:
                lines[-1:] = [said] if said.startswith(lines[-1]) else [lines[-1], said]
                break
        else:
            lines += wrapped(added, room, form.title, form.bold)
    return lines


def flat(form: Form, roomy: bool) -> Form:
    """The layout of low buckets above another picture, ``roomy`` where captions have a line."""
    size = min(form.number, 28)
    captions = FLAT_CAPTIONS if roomy else form.captions
    return Form(
        form.margin, captions, form.gap, FLAT_BUCKET, size, look.SMALL, 2, 3, bold=form.bold
    )
