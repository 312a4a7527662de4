"""The verdicts: every network before every gate, and one network's gates in full."""

from collections.abc import Iterable, Mapping, Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from helpers.data.tables import Tables
from helpers.models.decision import KEEP, OPEN, Decision, Flip, Judgement
from helpers.models.gates import (
    BORDERLINE,
    OFF,
    PASS,
    SKIPPED,
    STATES,
    STOP,
    WAIT,
    Gate,
    Outcome,
)
from helpers.models.result import Result
from helpers.views import canvas, palette
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _

MARKS = {PASS: "o", BORDERLINE: "D", WAIT: "^", STOP: "X", OFF: ".", SKIPPED: "."}
SIGNS = {PASS: "✓", BORDERLINE: "≈", WAIT: "!", STOP: "✗", OFF: "·", SKIPPED: "–"}
"""The same states as signs, for tables and for the memo."""

COLOURS = {
    PASS: palette.SPARE,
    BORDERLINE: palette.MIDDLE,
    WAIT: palette.WAITING,
    STOP: palette.MISSING,
    OFF: palette.SHARED,
    SKIPPED: palette.SHARED,
}
SHOWN = (PASS, BORDERLINE, WAIT, STOP, OFF)
"""The states that the board explains; what does not apply stands only in the tables."""

ORDER = (SKIPPED, OFF, PASS, BORDERLINE, WAIT, STOP)
"""From best to worst: a gate in parts shows the worst of them."""
ROW = 34
LEFT, RIGHT = 92, 104
CAP = 2.0
"""A figure that is twice what is needed is drawn as such, and so is all beyond."""


def headline(decision: Decision, tables: Tables) -> str:
    """The company's answer in one sentence."""
    sentences = []
    for verdict, template in (
        (OPEN, _("Open {networks}, at the level “{level}”.")),
        (KEEP, _("Keep {networks}, at the level “{level}”.")),
    ):
        chosen = [j for j in decision.judgements if j.verdict == verdict]
        if chosen:
            names = [_trial(tables.name("network", j.network), j) for j in chosen]
            level = tables.name("level", chosen[0].level)
            sentences.append(template.format(networks=locale.listing(names), level=level))
    if not sentences:
        return _("No network for now: website and search first.")
    return " ".join(sentences)


def _trial(name: str, judgement: Judgement) -> str:
    if judgement.trial:
        return _("{network} as a six-week trial with a time sheet").format(network=name)
    return name


def gate_name(gate: Gate, tables: Tables) -> str:
    """A gate under the head of its column on the board, where that says something else."""
    group, label = tables.name("gate", gate.number), _(gate.label)
    return label if group == label else f"{group}: {label}"


def verdict_table(decision: Decision, tables: Tables, speak: Speaker) -> Table:
    """The verdict on each network, the gate that decided it, its figure, what is needed."""
    rows = []
    for judgement in decision.judgements:
        network, outcome = judgement.network, judgement.deciding
        rows.append(
            (
                tables.name("network", network),
                tables.name("verdict", judgement.verdict),
                gate_name(outcome.gate, tables),
                *figure_of(outcome, network, speak),
            )
        )
    header = (_("Network"), _("Verdict"), _("Deciding gate"), _("Figure"), _("Needed"))
    return Table(_("The verdict on each network and the gate that decided it"), header, tuple(rows))


def figure_of(outcome: Outcome, network: str, speak: Speaker) -> tuple[str, str]:
    """Figure and threshold of an outcome as a learner reads them; a dash where there is none."""
    figure, needed = f"{network}.{outcome.gate.gate}", f"{network}.{outcome.gate.gate}.needed"
    shown = speak(needed) if outcome.threshold is not None else "–"
    if outcome.threshold is not None and outcome.gate.direction == "≤":
        shown = _("at most {needed}").format(needed=shown)
    elif outcome.threshold is not None and outcome.gate.direction == ">":
        shown = _("more than {needed}").format(needed=shown)
    return speak(figure) if outcome.figure is not None else "–", shown


def flip_sentence(flip: Flip, tables: Tables, speak: Speaker) -> str:
    """What would change the verdict, in one sentence."""
    group, _dot, name = flip.key.partition(".")
    before, after = speak(f"{flip.network}.before"), speak(f"{flip.network}.after")
    match group:
        case "first_page":
            fact = _("the first page for {after} of the buyer's questions instead of {before}")
        case "hours":
            fact = _("{after} promised a week instead of {before}")
        case "weekly":
            fact = _("{after} of those asked there every week instead of {before}")
        case _:
            fact = _("{format} at step {after} of ability instead of {before}")
    fields = {"before": before, "after": after}
    if group == "content":
        fields["format"] = tables.name("format", name)
    return _("{network}: {fact} would make it “{verdict}”.").format(
        network=tables.name("network", flip.network),
        fact=fact.format(**fields),
        verdict=tables.name("verdict", flip.verdict),
    )


def no_flip_sentence(names: Sequence[str]) -> str:
    """What is said of networks that no single fact turns."""
    return _("{networks}: no single fact turns it.").format(networks=locale.listing(list(names)))


def groups(rules: Iterable[Gate]) -> list[str]:
    """The numbers of the gates without their parts, in order."""
    return list(dict.fromkeys(gate.number for gate in rules))


def worst(outcomes: Iterable[Outcome]) -> str:
    """The worst state among the parts of a gate."""
    return max((outcome.state for outcome in outcomes), key=ORDER.index)


def _marks(axes: Axes) -> dict[str, Line2D]:
    """One line of marks for each state; told apart by shape as well as by colour."""
    return {
        state: axes.plot(
            [],
            [],
            MARKS[state],
            color=COLOURS[state],
            markersize=5 if state in (OFF, SKIPPED) else 11,
            markeredgecolor=axes.get_facecolor(),
            linestyle="",
            clip_on=False,
            zorder=5,
        )[0]
        for state in STATES
    }


def _place(marks: Mapping[str, Line2D], places: Mapping[str, Sequence[tuple[float, int]]]) -> None:
    """Put the marks of each state where they belong."""
    for state, line in marks.items():
        xs, ys = zip(*places[state], strict=True) if places[state] else ((), ())
        line.set_data(xs, ys)


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
        self._marks = _marks(axes)
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
        _place(self._marks, places)

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
                    "The score is not the decision. No single fact would better another "
                    "verdict here."
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
                "So near the threshold of fit that one rating could turn it, with the likely "
                "range: {networks}."
            )
            remarks.append(sentence.format(networks=locale.listing(close)))
        if len(decision.tied) > 1:
            names = locale.listing([tables.name("network", n) for n in decision.tied])
            remarks.append(
                _("{networks} are a tie in fit: hours and reach decide between them.").format(
                    networks=names
                )
            )
        remarks.append(_("The thresholds are conventions: move one and watch what flips."))
        return remarks


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
        left = 124 if narrow else 190
        axes = canvas.box(figure, left, 52, width - 64, height - 32)
        axes.set_title(
            _("Against what is needed") if narrow else _("Figure against what is needed")
        )
        axes.set_xlim(0, CAP)
        axes.set_xticks([0, 1, CAP])
        axes.set_xticklabels([_("nothing"), _("as needed"), _("twice")])
        axes.set_ylim(len(rules) - 0.5, -0.5)
        axes.set_yticks(range(len(rules)))
        names = [_(gate.label) for gate in rules]
        names = [canvas.shortened(figure, name, left - 12) for name in names]
        axes.set_yticklabels(names)
        axes.grid(axis="y", visible=False)
        axes.axvline(1, color=axes.spines["bottom"].get_edgecolor(), linewidth=1.4, zorder=2)
        self._bars = PolyCollection([], edgecolors=axes.get_facecolor(), linewidth=0.8, zorder=3)
        axes.add_collection(self._bars, autolim=False)
        self._marks = _marks(axes)
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
        _place(self._marks, places)

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
