"""The verdict board: every network before every gate, the verdict at the end of its row."""

import math
from collections.abc import Iterable, Mapping, Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.data.tables import Tables
from helpers.models.decision import Decision, Flip
from helpers.models.gates import BORDERLINE, OFF, PASS, STATES, STOP, WAIT, Gate
from helpers.models.result import Result
from helpers.views.gate_marks import COLOURS, MARKS, SHOWN, lines_of_marks, put_marks, worst
from helpers.views.plane import CLEAR, Plane, wide
from helpers.views.verdicts import flip_sentence, headline, line_sentence, verdict_table
from helpers.views.words import Speaker, Words
from helpers.words import locale
from helpers.words.locale import _

MARGIN = 20
NAMES, BAR = 104, 5
VERDICT = 122
"""Width of the names of networks, of the bar in their colour before it, and of the verdicts."""
ROW, TALL = 40, 58
"""Of a network; taller where the gate that decides stands below its name."""
HEAD, FOOT = 24, 46
"""A line of the names of gates; what the marks mean."""
PHONE = 500
"""Below this width nine gates have no room beside each other: the one that decides is named."""


def groups(rules: Iterable[Gate]) -> list[str]:
    """The numbers of the gates without their parts, in order."""
    return list(dict.fromkeys(gate.number for gate in rules))


class BoardView:
    """Networks down, gates across, a mark for each, the verdict at the end of the row."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def height(self, result: Result, width: int) -> int:
        if width < PHONE:
            return 16 + TALL * len(result.options)
        return round(self._head(result, width) + ROW * len(result.options) + FOOT)

    def key(self, result: Result) -> tuple:
        return (result.options, tuple(groups(result.facts["rules"])))

    def _heads(self, result: Result, width: int) -> int:
        """In how many lines the names of the gates stand, so that each has room."""
        _networks, numbers = self.key(result)
        pitch = self._pitch(width, len(numbers))
        widest = max(wide(self._tables.name("gate", number)) for number in numbers)
        return max(math.ceil((widest + CLEAR) / pitch), 1)

    def _head(self, result: Result, width: int) -> float:
        return 16 + HEAD * self._heads(result, width)

    @staticmethod
    def _pitch(width: int, count: int) -> float:
        """From one gate to the next."""
        return (width - 2 * MARGIN - NAMES - VERDICT) / count

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        drawn = self._plane = Plane(figure)
        self._phone = drawn.width < PHONE
        networks, numbers = self.key(result)
        pitch = self._pitch(drawn.width, len(numbers))
        self._columns = [MARGIN + NAMES + pitch * (place + 0.5) for place in range(len(numbers))]
        head = 8 if self._phone else self._head(result, drawn.width)
        tall = TALL if self._phone else ROW
        self._rows = [head + tall * (place + 0.5) for place in range(len(networks))]
        rule = drawn.colours["grid"]
        right = drawn.width - MARGIN
        for network, y in zip(networks, self._rows, strict=True):
            top = y - tall / 2
            drawn.line([(MARGIN, top), (right, top)], rule)
            colour = self._tables.colour(network)
            bar = [(MARGIN + BAR / 2, top + 8), (MARGIN + BAR / 2, top + tall - 8)]
            drawn.line(bar, colour, BAR)
            name = self._tables.name("network", network)
            drawn.text(name, MARGIN + BAR + 8, y - (12 if self._phone else 0), 17, weight="bold")
        if not self._phone:
            self._name_gates(result, numbers, head)
            self._legend(self._rows[-1] + ROW / 2)
        self._marks = lines_of_marks(drawn.axes)
        self._verdicts = [drawn.moving_text(17, weight="bold") for _row in networks]
        self._deciding = [drawn.moving_text() for _row in networks]
        return [*self._marks.values(), *drawn.moving]

    def _name_gates(self, result: Result, numbers: Sequence[str], head: float) -> None:
        """Above the columns, taking turns in several lines, each with a line down to its marks."""
        drawn, lines = self._plane, self._heads(result, self._plane.width)
        for place, (number, x) in enumerate(zip(numbers, self._columns, strict=True)):
            y = 12 + HEAD * (place % lines + 0.5)
            drawn.text(self._tables.name("gate", number), x, y, ha="center")
            drawn.line([(x, y + 11), (x, head)], drawn.colours["grid"])

    def _legend(self, top: float) -> None:
        """What the marks mean, below the rows."""
        drawn, x, y = self._plane, float(MARGIN + 8), top + FOOT / 2
        drawn.line([(MARGIN, top), (drawn.width - MARGIN, top)], drawn.colours["grid"])
        for state in SHOWN:
            size = 5 if state == OFF else 10
            drawn.axes.plot([x], [y], MARKS[state], color=COLOURS[state], markersize=size)
            name = self._tables.name("state", state)
            drawn.text(name, x + 14, y, color=drawn.colours["soft"])
            x += 14 + wide(name) + 2.4 * CLEAR

    def update(self, result: Result) -> None:
        networks, numbers = self.key(result)
        decision: Decision = result.facts["decision"]
        places: dict[str, list[tuple[float, float]]] = {state: [] for state in STATES}
        right = self._plane.width - MARGIN
        for row, (network, y) in enumerate(zip(networks, self._rows, strict=True)):
            judgement = decision[network]
            said = self._tables.name("verdict", judgement.verdict)
            states = {
                number: worst([o for o in judgement.outcomes if o.gate.number == number])
                for number in numbers
            }
            if self._phone:
                self._plane.put(self._verdicts[row], said, right, y - 12, ha="right")
                self._put_deciding(row, y + 13, states, places)
                continue
            self._plane.put(self._verdicts[row], said, right - VERDICT + CLEAR, y)
            for x, number in zip(self._columns, numbers, strict=True):
                places[states[number]].append((x, y))
        put_marks(self._marks, places)

    def _put_deciding(
        self,
        row: int,
        y: float,
        states: Mapping[str, str],
        places: dict[str, list[tuple[float, float]]],
    ) -> None:
        """The first gate that is not passed, with its mark; none where all are."""
        closed = next((n for n, s in states.items() if s in (WAIT, STOP)), None)
        closed = closed or next((n for n, s in states.items() if s == BORDERLINE), None)
        state = states[closed] if closed else PASS
        said = self._tables.name("gate", closed) if closed else self._tables.name("state", PASS)
        x = MARGIN + BAR + 16
        places[state].append((x, y))
        self._plane.put(self._deciding[row], said, x + 14, y)

    def words(self, result: Result) -> Words:
        speak, tables = Speaker(result), self._tables
        decision: Decision = result.facts["decision"]
        said = headline(decision, tables)
        alt = _(
            "Board of {networks} and the gates in order, a mark for passed, borderline, "
            "not yet and ended. {headline} The table below holds the deciding figures."
        ).format(
            networks=speak.plural("{number} network", "{number} networks", "networks"),
            headline=said,
        )
        table = verdict_table(decision, tables, speak)
        return speak.words(said, table, alt, self._remarks(result, speak))

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        decision: Decision = result.facts["decision"]
        tables = self._tables
        flips: Mapping[str, Flip] = result.facts["flips"]
        changes = [flip_sentence(flip, tables, speak) for flip in flips.values()]
        remarks = []
        if changes:
            sentence = _(
                "The score is not the decision. Here is the one figure that would change it."
            )
            remarks.append(f"{sentence} {' '.join(changes)}")
        else:
            remarks.append(
                _(
                    "The score is not the decision. No single fact of yours would open another "
                    "network here."
                )
            )
        close = [
            _("{network} ({low} to {high})").format(
                network=tables.name("network", j.network),
                low=speak.bare(f"{j.network}.fit_low"),
                high=speak(f"{j.network}.fit_high"),
            )
            for j in decision.judgements
            if j.close_call
        ]
        if close:
            sentence = _(
                "So near the threshold of fit that one rating of ours could turn it, with the "
                "likely range: {networks}."
            )
            remarks.append(sentence.format(networks=locale.listing(close)))
        if line := line_sentence(decision, speak):
            remarks.append(line)
        if len(decision.tied) > 1:
            names = locale.listing([tables.name("network", n) for n in decision.tied])
            remarks.append(
                _("{networks} are a tie in fit: the larger audience comes first.").format(
                    networks=names
                )
            )
        remarks.append(_("The thresholds are conventions: move one and watch what flips."))
        return remarks
