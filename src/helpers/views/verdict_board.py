"""The verdict board: eight networks, each with its verdict and the figure that made it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers import look
from helpers.data.tables import Tables
from helpers.models.decision import (
    CLOSE,
    DO_NOT_OPEN,
    KEEP,
    NOT_YET,
    OPEN,
    Decision,
    Flip,
    Judgement,
)
from helpers.models.doors import DOORS, ajar, deciding
from helpers.models.result import Result
from helpers.views.doors_told import (
    COUNTED,
    beside_said,
    moved_said,
    needs_sentences,
    opens_with,
)
from helpers.views.doors_words import company_said, door_said, on_door
from helpers.views.plane import Plane, box, fitting, shortened, wide
from helpers.views.verdicts import (
    flip_sentence,
    headline,
    line_sentence,
    no_flip_sentence,
    unknown_said,
)
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _


@dataclass(frozen=True)
class Form:
    """A layout in CSS pixels. ``verdict`` is the column of verdicts, 0 where each row has its own.

    ``names`` and ``figures`` are the columns of networks and of figures.
    """

    margin: float
    row: float
    verdict: float
    names: float
    figures: float
    large: float
    name: float
    word: float


FORMS = {
    340: Form(14, 58, 0, 0, 0, 17, 17, 15),
    540: Form(18, 58, 0, 0, 0, 19, 19, 16),
    660: Form(20, 40, 150, 124, 92, 22, 18, 15),
    900: Form(24, 42, 228, 150, 110, 30, 20, 17),
}
BAR = 6
GAP = 18
"""Between two verdicts."""


ORDER = (OPEN, KEEP, NOT_YET, CLOSE, DO_NOT_OPEN)
"""From what is done at once to what is never begun."""


def ordered(decision: Decision) -> list[Judgement]:
    """The networks by verdict, then by how far they come, then by the figure of their door."""

    def place(judged: Judgement) -> tuple[int, int, float]:
        door = deciding(judged)
        far = len(DOORS) if door is None else list(DOORS).index(door.door)
        figure = (door.shown.figure if door else None) or 0.0
        return ORDER.index(judged.verdict), -far, -figure

    return sorted(decision.judgements, key=place)


class BoardView:
    """A row for each network: verdict, name, and the figure at which its way ends."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @staticmethod
    def _form(width: int) -> Form:
        return FORMS[max((w for w in look.WIDTHS if w <= width), default=look.WIDTHS[0])]

    def height(self, result: Result, width: int) -> int:
        form, count = self._form(width), len(result.facts["decision"].judgements)
        gaps = (min(len(ORDER), count) - 1) * GAP if form.verdict else 0
        return round(16 + count * form.row + gaps)

    def key(self, result: Result) -> tuple:
        return tuple(j.network for j in result.facts["decision"].judgements)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        self._shape = form = self._form(drawn.width)
        rows = range(len(self.key(result)))
        self._rules = drawn.lines(drawn.colours["grid"], 1.2, zorder=1)
        self._bars = drawn.boxes(zorder=3)
        self._verdicts = [drawn.moving_text(form.large, weight="bold") for _row in rows]
        self._names = [drawn.moving_text(form.name, weight="bold") for _row in rows]
        self._figures = [drawn.moving_text(form.name, weight="bold") for _row in rows]
        self._rests = [drawn.moving_text(form.word) for _row in rows]
        return drawn.moving

    def update(self, result: Result) -> None:
        form, decision, speak = self._shape, result.facts["decision"], Speaker(result)
        texts = (*self._verdicts, *self._names, *self._figures, *self._rests)
        for text in texts:
            self._plane.put(text, "")
        self._boxes, self._lines, self._colours = [], [], []
        place = self._row if form.verdict else self._tall_row
        y, before = 8.0, ""
        for row, judgement in enumerate(ordered(decision)):
            if row and (judgement.verdict != before or not form.verdict):
                y += GAP / 2 if form.verdict else 0
                ends = (form.margin, y), (self._plane.width - form.margin, y)
                self._lines.append(ends)
                y += GAP / 2 if form.verdict else 0
            place(row, judgement, judgement.verdict != before, y, speak)
            self._colours.append(self._tables.colour(judgement.network))
            y, before = y + form.row, judgement.verdict
        self._rules.set_segments(self._lines)
        self._bars.set_verts(self._boxes)
        self._bars.set_facecolors(self._colours)

    def _row(self, row: int, judgement: Judgement, first: bool, top: float, speak: Speaker) -> None:
        """On one line: the verdict once a group, network, figure, what it is of."""
        form, put = self._shape, self._plane.put
        y, left = top + form.row / 2, form.margin + form.verdict
        if first:
            word = self._word(judgement)
            size = form.large
            while wide(word, size, True) > form.verdict - 8 and size > look.SMALL:
                size -= 1
            put(self._verdicts[row], word, form.margin, y, size=size)
        self._boxes.append(box(left, top + 5, left + BAR, top + form.row - 5))
        name = self._tables.name("network", judgement.network)
        x = left + BAR + 10
        put(self._names[row], shortened(name, form.names - 20, form.name, True), x, y)
        figure, tries = self.said(judgement, speak)
        x = left + form.names + form.figures
        put(self._figures[row], figure, x, y, ha="right")
        start = x + 10 if figure else left + form.names + 10
        room = self._plane.width - form.margin - start
        put(self._rests[row], fitting(tries, room, form.word), start, y)

    def _tall_row(
        self, row: int, judgement: Judgement, first: bool, top: float, speak: Speaker
    ) -> None:
        """On two lines: network and verdict, then figure and what it is of."""
        form, put = self._shape, self._plane.put
        y, left, right = top + 18, form.margin, self._plane.width - form.margin
        self._boxes.append(box(left, top + 7, left + BAR, top + form.row - 7))
        word = self._word(judgement)
        put(self._verdicts[row], word, right, y, ha="right")
        x = left + BAR + 9
        room = right - x - wide(word, form.large, True) - 10
        name = self._tables.name("network", judgement.network)
        put(self._names[row], shortened(name, room, form.name, True), x, y)
        figure, tries = self.said(judgement, speak)
        y += 24
        put(self._figures[row], figure, x, y, size=form.word)
        start = x + (wide(figure, form.word, True) + 6 if figure else 0)
        put(self._rests[row], fitting(tries, right - start, form.word), start, y)

    def _word(self, judgement: Judgement) -> str:
        return self._tables.name("verdict", judgement.verdict)

    def said(self, judgement: Judgement, speak: Speaker) -> tuple[str, tuple[str, ...]]:
        """The figure at which the way of a network ends, and what it is of, ever shorter."""
        network = judgement.network
        door = deciding(judgement)
        if door is None:
            half = next(iter(ajar(judgement)), None)
            if half is None:
                return "", (_("every door is open"),)
            said = on_door(half, network, speak)
            return said.figure, (_("{rest}: a trial").format(rest=said.rest), _("a trial"))
        said = on_door(door, network, speak)
        tries = (said.alone or said.rest, said.rest)
        if door.door in COUNTED and len(judgement.together) > 1:
            others = [n for n in judgement.together if n != network]
            names = locale.listing([self._tables.name("network", n) for n in others])
            beside = _("{rest}; together with {others}").format(rest=tries[0], others=names)
            tries = (beside, said.rest)
        if judgement.verdict == CLOSE and f"{network}.silent" in speak:
            silent = speak.plural(
                "silent {number} month", "silent {number} months", f"{network}.silent"
            )
            both = _("{rest}; {silent}").format(rest=tries[0], silent=silent)
            return said.figure, (both, tries[1])
        return said.figure, tries

    def words(self, result: Result) -> Words:
        """The company's answer, the board as a table, what would change it."""
        speak, tables = Speaker(result), self._tables
        decision: Decision = result.facts["decision"]
        said = company_said(decision, tables, speak)
        alt = _(
            "Board of {networks}, each with its verdict and the figure that made it. {headline} "
            "The table below says the same."
        ).format(
            networks=speak.plural("{number} network", "{number} networks", "networks"),
            headline=said,
        )
        rows = []
        for judgement in ordered(decision):
            figure, (rest, *_shorter) = self.said(judgement, speak)
            rows.append(
                (
                    tables.name("network", judgement.network),
                    self._word(judgement),
                    door_said(judgement),
                    f"{figure} {rest}".strip(),
                    opens_with(result, judgement.network, tables, speak),
                )
            )
        header = (
            *(_("Network"), _("Verdict"), _("Door that decides"), _("What stands on it")),
            _("What would open it"),
        )
        table = Table(_("The verdict on each network, and its door"), header, tuple(rows))
        remarks, folded = self._turning(result, speak)
        return speak.words(said, table, alt, remarks + self._remarks(result, speak), folded)

    @staticmethod
    def simplest(result: Result) -> str:
        """The network that is spoken of: the nearest, else one that a single fact opens.

        Before all one that is opened beside the others, and not in place of another.
        """
        decision: Decision = result.facts["decision"]
        flips: Mapping[str, Flip] = result.facts["flips"]
        if decision.nearest in flips:
            return decision.nearest
        single = [flips[j.network] for j in ordered(decision) if j.network in flips]
        single.sort(key=lambda flip: bool(flip.instead_of))
        return single[0].network if single else decision.nearest

    def _turning(self, result: Result, speak: Speaker) -> tuple[list[str], list[str]]:
        """What would open a network: by a single fact, if there is one; the rest is folded."""
        decision: Decision = result.facts["decision"]
        tables, first = self._tables, self.simplest(result)
        flip: Flip | None = result.facts["flips"].get(first)
        near = decision[decision.nearest]
        then: Judgement | None = result.facts["needs"].get(near.network)
        remarks, together = [], []
        if flip is not None:
            if told := beside_said(flip, decision[first], tables):
                remarks.append(told)
            remarks.append(flip_sentence(flip, tables, speak))
        if then is not None:
            leaner = result.facts["leaner"].get(near.network)
            together.extend(needs_sentences(near, then, tables, speak, leaner))
        if flip is not None:
            return remarks, together
        if not together and near.network in result.facts.get("short_of_one", ()):
            together.append(unknown_said(near, tables, speak))
        elif not together and any(judgement.failed for judgement in decision.judgements):
            together.append(no_flip_sentence([tables.name("network", near.network)]))
        return together, []

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        """What another line changes, and where the verdict lies close to one."""
        decision: Decision = result.facts["decision"]
        tables, remarks = self._tables, []
        known: Decision | None = result.facts.get("as_it_is")
        if known is not None and result.facts.get("tried"):
            remarks.append(moved_said(known, decision, tables))
        if known is not None and headline(known, tables) != headline(decision, tables):
            sentence = _("The memo takes the usual lines: “{headline}”")
            remarks.append(sentence.format(headline=headline(known, tables)))
        if line := line_sentence(decision, speak):
            remarks.append(line)
        elif len(decision.tied) > 1:
            names = locale.listing([tables.name("network", n) for n in decision.tied])
            sentence = _("{networks} are a tie in fit: the larger audience comes first.")
            remarks.append(sentence.format(networks=names))
        return remarks
