"""Gate marks: the sign, shape and colour of each state of a gate."""

from collections.abc import Iterable, Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from helpers.models.gates import BORDERLINE, OFF, PASS, SKIPPED, STATES, STOP, WAIT, Outcome
from helpers.views import palette

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


def worst(outcomes: Iterable[Outcome]) -> str:
    """The worst state among the parts of a gate."""
    return max((outcome.state for outcome in outcomes), key=ORDER.index)


def lines_of_marks(axes: Axes) -> dict[str, Line2D]:
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


def put_marks(
    marks: Mapping[str, Line2D], places: Mapping[str, Sequence[tuple[float, int]]]
) -> None:
    """Put the marks of each state where they belong."""
    for state, line in marks.items():
        xs, ys = zip(*places[state], strict=True) if places[state] else ((), ())
        line.set_data(xs, ys)
