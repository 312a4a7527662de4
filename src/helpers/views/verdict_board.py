"""The verdict board: every network before every gate, the verdict at the end of its row."""

from collections.abc import Iterable, Mapping, Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.data.tables import Tables
from helpers.models.decision import Decision, Flip
from helpers.models.gates import OFF, STATES, Gate
from helpers.models.result import Result
from helpers.views import canvas
from helpers.views.gate_marks import COLOURS, MARKS, SHOWN, lines_of_marks, put_marks, worst
from helpers.views.verdicts import flip_sentence, headline, line_sentence, verdict_table
from helpers.views.words import Speaker, Words
from helpers.words import locale
from helpers.words.locale import _

ROW = 34
LEFT, RIGHT = 92, 104


def groups(rules: Iterable[Gate]) -> list[str]:
    """The numbers of the gates without their parts, in order."""
    return list(dict.fromkeys(gate.number for gate in rules))


class BoardView:
    """Networks down, gates across, a mark for each, the verdict at the end of the row."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def height(self, result: Result, width: int) -> int:
        return (160 if width < 600 else 132) + ROW * len(result.options)

    def key(self, result: Result) -> tuple:
        return (result.options, tuple(groups(result.facts["rules"])))

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = canvas.size(figure)
        narrow = width < 600
        networks, numbers = self.key(result)
        foot = 70 if narrow else 44
        axes = canvas.box(figure, LEFT, foot, width - RIGHT, height - (86 if narrow else 76))
        axes.set_xlim(-0.6, len(numbers) - 0.4)
        axes.set_ylim(len(networks) - 0.5, -0.5)
        axes.set_yticks(range(len(networks)))
        axes.set_yticklabels([self._tables.name("network", n) for n in networks])
        axes.xaxis.tick_top()
        axes.set_xticks(range(len(numbers)))
        names = [self._tables.name("gate", number) for number in numbers]
        axes.set_xticklabels(
            names, rotation=90 if narrow else 40, ha="center" if narrow else "left"
        )
        if narrow:
            for label in axes.get_xticklabels():
                label.set_va("bottom")
        for side in axes.spines.values():
            side.set_visible(False)
        self._marks = lines_of_marks(axes)
        end = len(numbers) - 0.35
        self._verdicts = [
            axes.text(end, row, "", va="center", fontweight="bold", clip_on=False)
            for row in range(len(networks))
        ]
        self._legend(figure, narrow, width, height)
        return [*self._marks.values(), *self._verdicts]

    def _legend(self, figure: Figure, narrow: bool, width: int, height: int) -> None:
        """What the marks mean, below the rows; in two lines where the picture is narrow."""
        axes = canvas.box(figure, 8, 4, width - 8, 62 if narrow else 34)
        axes.set_axis_off()
        axes.set_xlim(0, 3 if narrow else 5)
        axes.set_ylim(0, 2 if narrow else 1)
        for place, state in enumerate(SHOWN):
            x, y = (place % 3, 1.5 - place // 3) if narrow else (place, 0.5)
            axes.plot(
                [x + 0.05],
                [y],
                MARKS[state],
                color=COLOURS[state],
                markersize=5 if state == OFF else 10,
            )
            axes.text(
                x + (0.17 if narrow else 0.16), y, self._tables.name("state", state), va="center"
            )

    def update(self, result: Result) -> None:
        networks, numbers = self.key(result)
        decision: Decision = result.facts["decision"]
        places: dict[str, list[tuple[int, int]]] = {state: [] for state in STATES}
        for row, network in enumerate(networks):
            judgement = decision[network]
            for column, number in enumerate(numbers):
                parts = [o for o in judgement.outcomes if o.gate.number == number]
                places[worst(parts)].append((column, row))
            verdict = self._tables.name("verdict", judgement.verdict)
            self._verdicts[row].set_text(verdict)
        put_marks(self._marks, places)

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
