"""A walk from the naive answer to the model's: a sentence, a figure and a bar for each step."""

import html
from dataclasses import dataclass

from helpers.models.result import Result
from helpers.views.words import written
from helpers.words import escaping
from helpers.words.locale import _


@dataclass(frozen=True)
class Step:
    """One step: a sentence, and the key of the figure that stands after it.

    The sentence tells that figure, quoted by a ``Speaker`` of the walk's result. Its bar begins
    at the figure of the step before, or at that of ``since``.
    """

    words: str
    key: str
    since: str = ""


@dataclass(frozen=True)
class Walk:
    """Steps through ``result``: the first is the naive answer, the last the model's.

    All bars share one scale, so the figures should be of one kind. ``why`` says in one or two
    sentences why most people guess otherwise. Raises ValueError where there are fewer than two
    steps, or where a figure is missing. ``counted``: the last is no model's, it was counted.
    """

    result: Result
    steps: tuple[Step, ...]
    why: str
    counted: bool = False

    def __post_init__(self) -> None:
        missing = [step.key for step in self.steps if step.key not in self.result]
        if missing or len(self.steps) < 2:
            raise ValueError(f"A walk needs two steps or more, and figures for {missing}.")

    def figures(self) -> list[str]:
        """The figure after each step, as it is printed."""
        return [written(self.result[step.key]) for step in self.steps]

    def labels(self) -> list[str]:
        """What each step is called; only the ends have a name."""
        between = len(self.steps) - 2
        last = _("What was counted:") if self.counted else _("The model's answer:")
        return [_("At first sight:"), *[""] * between, last]

    def to_markdown(self) -> str:
        """Numbered sentences and the why, for a reader without a kernel."""
        lines = []
        for number, (label, step) in enumerate(zip(self.labels(), self.steps, strict=True), 1):
            named = f"**{escaping.markdown(label)}** " if label else ""
            lines.append(f"{number}. {named}{escaping.markdown(step.words)}")
        return "\n".join(lines) + f"\n\n{escaping.markdown(self.why)}"

    def to_html(self) -> str:
        """The same with a bar for each step, all on one scale, and its figure behind the bar.

        A bar shows what stays of the step before, what is new, and, in outline, what is gone.
        """
        values = [self.result.value(step.key) for step in self.steps]
        before = [
            self.result.value(step.since) if step.since else last
            for step, last in zip(self.steps, [values[0], *values], strict=False)
        ]
        low, high = min(0.0, *values), max(0.0, *values)
        scale = _Scale(low, (high - low) or 1.0)
        rows = zip(self.labels(), self.steps, self.figures(), before, values, strict=False)
        items = "".join(
            f"<li><p>{f'<b>{html.escape(label)}</b> ' if label else ''}{html.escape(step.words)}"
            f'</p><div class="byp-walk-bar">{scale.bar(last, value)}'
            f'<b style="left:{scale.place(max(0.0, last, value)):.2f}%">{html.escape(figure)}</b>'
            "</div></li>"
            for label, step, figure, last, value in rows
        )
        return f'<div class="byp-walk"><ol>{items}</ol><p>{html.escape(self.why)}</p></div>'


@dataclass(frozen=True)
class _Scale:
    """Where values stand between the two ends of all bars."""

    low: float
    span: float

    def bar(self, before: float, now: float) -> str:
        """The pieces of one bar: what stayed, what is new, what is gone; and where nought is."""
        kept = 0.0 if before * now <= 0 else min(before, now, key=abs)
        pieces = [
            self._piece("kept", 0.0, kept),
            self._piece("new", kept, now) if abs(now) > abs(kept) else "",
            self._piece("gone", kept, before) if abs(before) > abs(kept) else "",
        ]
        nought = self._piece("nought", 0.0, 0.0) if self.low < 0 else ""
        return "".join(pieces) + nought

    def place(self, value: float) -> float:
        """Where a value stands, in percent of the longest bar."""
        return 100 * (value - self.low) / self.span

    def _piece(self, kind: str, start: float, end: float) -> str:
        if start == end and kind != "nought":
            return ""
        left = self.place(min(start, end))
        width = self.place(max(start, end)) - left
        return f'<i class="byp-{kind}" style="left:{left:.2f}%;width:{width:.2f}%"></i>'
