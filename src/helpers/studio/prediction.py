"""Prediction: a number (or an option) and a confidence, committed before any answer shows."""

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import ipywidgets as widgets

from helpers import escaping, locale
from helpers.locale import _
from helpers.studio.part import Part, Stage, column, prose, row

CONFIDENCES = (0.5, 0.7, 0.9)
"""A guess, fairly sure, sure: shares, so that calibration can be computed from them."""


def confidence_names() -> dict[float, str]:
    """How the three confidences are said."""
    return {
        0.5: _("a guess ({share})").format(share=locale.percent(0.5)),
        0.7: _("fairly sure ({share})").format(share=locale.percent(0.7)),
        0.9: _("sure ({share})").format(share=locale.percent(0.9)),
    }


@dataclass(frozen=True)
class Question:
    """What is to be predicted: a number from ``low`` to ``high``, or one of ``options``.

    ``options`` are (words, key) pairs. ``unit`` stands behind the number box.
    """

    text: str
    unit: str = ""
    low: float = 0.0
    high: float = 100.0
    options: tuple[tuple[str, str], ...] = ()

    def takes(self, value: object) -> bool:
        """Whether a saved value answers this question: a file may have been edited by hand."""
        if self.options:
            return value in [key for _words, key in self.options]
        return isinstance(value, int | float) and not isinstance(value, bool)

    def written(self, value: object) -> str:
        """A predicted value in words."""
        if self.options:
            return next((words for words, key in self.options if key == value), str(value))
        shown = locale.number(float(value), 0 if float(value) == round(float(value)) else 1)
        return f"{shown} {self.unit}".strip()


class Prediction(Part):
    """Asks one question once. ``save`` stores the answer; ``on_commit`` then unveils.

    ``committed`` is None, or the mapping with ``value`` and ``confidence``.
    """

    def __init__(
        self,
        question: Question,
        save: Callable[[Mapping[str, object]], str],
        committed: Mapping[str, object] | None,
    ) -> None:
        self.question = question
        self.committed: Mapping[str, object] | None = None
        self._save = save
        self._on_commit: list[Callable[[], None]] = []
        if question.options:
            self.answer = widgets.Dropdown(
                options=[(_("choose …"), None), *question.options], description=_("Your prediction")
            )
        else:
            self.answer = widgets.FloatText(
                value=None, description=_("Your prediction"), layout={"max_width": "320px"}
            )
            self.answer.value = question.low
        self.answer.style.description_width = "initial"
        self.confidence = widgets.Dropdown(
            options=[(words, share) for share, words in confidence_names().items()],
            description=_("How sure are you?"),
            style={"description_width": "initial"},
        )
        self.button = widgets.Button(description=_("Commit my prediction"), icon="check")
        self.button.on_click(lambda _button: self.commit())
        self.stage = Stage()
        unit = widgets.HTML(html.escape(question.unit))
        self._inputs = row(self.answer, unit, self.confidence, self.button)
        self.view = column(prose(f"<b>{html.escape(question.text)}</b>"), self._inputs, self.stage)
        if committed and question.takes(committed["value"]):
            self._close(committed)

    def on_commit(self, act: Callable[[], None]) -> None:
        """Call ``act`` once the prediction stands; at once if it does already."""
        if self.committed:
            act()
        else:
            self._on_commit.append(act)

    def commit(self) -> None:
        """Take the answer if it is one; say in a sentence what is wrong if it is not."""
        value = self.answer.value
        question = self.question
        if question.options and value is None:
            self.stage.headline = _("Choose one of the options first.")
            return
        if not question.options and not question.low <= value <= question.high:
            sentence = _("{value} is not between {low} and {high}; type another number.")
            self.stage.headline = sentence.format(
                value=locale.number(value, 1),
                low=locale.number(question.low),
                high=locale.number(question.high),
            )
            return
        committed = {"value": value, "confidence": self.confidence.value}
        notice = self._save(committed)
        self._close(committed)
        self.stage.trouble = notice
        for act in self._on_commit:
            act()
        self._on_commit.clear()

    def _close(self, committed: Mapping[str, object]) -> None:
        self.committed = committed
        for control in (self.answer, self.confidence, self.button):
            control.disabled = True
        value = committed["value"]
        self.answer.value = value
        sure = confidence_names().get(committed["confidence"], "")
        self.stage.headline = _("On record: {value}, {confidence}. Now explore.").format(
            value=self.question.written(value), confidence=sure
        )

    def to_markdown(self) -> str:
        """The question alone."""
        return _("**Predict.** {question} Write down a number and how sure you are.").format(
            question=escaping.markdown(self.question.text)
        )
