"""The gates of one network: each figure as a multiple of what is needed."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from helpers.data.tables import Tables
from helpers.models.decision import Decision
from helpers.models.gates import OFF, SKIPPED, STATES, Gate, Outcome
from helpers.models.result import Result
from helpers.views import canvas
from helpers.views.gate_marks import COLOURS, SIGNS, lines_of_marks, put_marks
from helpers.views.verdicts import figure_of, flip_sentence, no_flip_sentence
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _

CAP = 2.0
"""A figure that is twice what is needed is drawn as such, and so is all beyond."""


class GatesView:
    """One network before all gates: each figure as a multiple of what is needed."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def _outcomes(self, result: Result) -> list[Outcome]:
        decision: Decision = result.facts["decision"]
        return list(decision[result.facts["network"]].outcomes)

    def height(self, result: Result, width: int) -> int:
        return 92 + 26 * len(result.facts["rules"])

    def key(self, result: Result) -> tuple:
        return tuple(gate.gate for gate in result.facts["rules"])

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = canvas.size(figure)
        narrow = width < 600
        rules: Sequence[Gate] = result.facts["rules"]
        left = 142 if width < 500 else 206
        axes = canvas.box(figure, left, 52, width - (30 if narrow else 48), height - 32)
        axes.set_title(
            _("Against what is needed") if narrow else _("Figure against what is needed")
        )
        axes.set_xlim(0, CAP)
        axes.set_xticks([0, 1, CAP])
        axes.set_xticklabels([_("nothing"), _("as needed"), _("twice")])
        axes.set_ylim(len(rules) - 0.5, -0.5)
        axes.set_yticks(range(len(rules)))
        names = [_(gate.label) for gate in rules]
        names = [canvas.shortened(figure, name, left - 20) for name in names]
        axes.set_yticklabels(names)
        axes.tick_params(axis="y", pad=9)  # clear of the mark of a gate with nothing
        axes.grid(axis="y", visible=False)
        axes.axvline(1, color=axes.spines["bottom"].get_edgecolor(), linewidth=1.4, zorder=2)
        self._bars = PolyCollection([], edgecolors=axes.get_facecolor(), linewidth=0.8, zorder=3)
        axes.add_collection(self._bars, autolim=False)
        self._marks = lines_of_marks(axes)
        return [self._bars, *self._marks.values()]

    def update(self, result: Result) -> None:
        boxes, colours = [], []
        places: dict[str, list[tuple[float, int]]] = {state: [] for state in STATES}
        for row, outcome in enumerate(self._outcomes(result)):
            end = share_of_needed(outcome)
            boxes.append([(0, row - 0.3), (end, row - 0.3), (end, row + 0.3), (0, row + 0.3)])
            colours.append(COLOURS[outcome.state])
            places[outcome.state].append((end, row))
        self._bars.set_verts(boxes)
        self._bars.set_facecolors(colours)
        put_marks(self._marks, places)

    def words(self, result: Result) -> Words:
        speak, tables = Speaker(result), self._tables
        decision: Decision = result.facts["decision"]
        network = result.facts["network"]
        judgement = decision[network]
        name = tables.name("network", network)
        verdict = tables.name("verdict", judgement.verdict)
        said = _("{network}: {verdict}.").format(network=name, verdict=verdict)
        if judgement.trial:
            said = _("{network}: {verdict}, as a six-week trial with a time sheet.").format(
                network=name, verdict=verdict
            )
        rows = [
            (
                _(outcome.gate.label),
                *figure_of(outcome, network, speak),
                f"{SIGNS[outcome.state]} {tables.name('state', outcome.state)}",
            )
            for outcome in judgement.outcomes
        ]
        remarks = [
            _(outcome.gate.label) + ": " + _(outcome.gate.remedy) + "."
            for outcome in judgement.failed
        ]
        flip = result.facts["flips"].get(network)
        if flip is not None:
            remarks.insert(0, flip_sentence(flip, tables, speak))
        elif judgement.failed:
            remarks.insert(0, no_flip_sentence([name]))
        if judgement.would_lead and flip is None:
            remarks.insert(
                1,
                _(
                    "{network} fits better than {first} and would come first, could you keep it."
                ).format(network=name, first=tables.name("network", decision.first)),
            )
        answered = judgement.outcome("in_time")
        if answered and answered.figure is not None and f"{network}.wait" in result:
            key = f"{network}.{answered.gate.gate}"
            remarks.append(
                _("A message waits {wait} on average; {share} are answered as promised.").format(
                    wait=speak(f"{network}.wait"), share=speak(key)
                )
            )
        if len(judgement.together) > 1:
            names = locale.listing([tables.name("network", n) for n in judgement.together])
            remarks.append(
                _(
                    "Hours, euros and answers are counted for {networks} together, at the "
                    "level “{level}”."
                ).format(networks=names, level=tables.name("level", judgement.level))
            )
        header = (_("Gate"), _("Figure"), _("Needed"), _("Result"))
        alt = _(
            "Bar chart of the gates in order, each figure against what is needed. {headline} "
            "The table below holds every figure."
        ).format(headline=said)
        table = Table(_("The gates of this network, in order"), header, tuple(rows))
        return speak.words(said, table, alt, remarks)


def share_of_needed(outcome: Outcome) -> float:
    """A figure as a multiple of what is needed, 0 to ``CAP``; more is always better."""
    if outcome.state in (OFF, SKIPPED) or outcome.figure is None or outcome.threshold is None:
        return 0.0
    figure, threshold = outcome.figure, outcome.threshold
    if outcome.gate.direction == "≤":
        figure, threshold = threshold, figure
        if figure == 0:  # a veto: none is needed, and none is there
            return CAP if threshold == 0 else 0.0
    return min(max(figure / threshold, 0.0), CAP) if threshold > 0 else CAP
