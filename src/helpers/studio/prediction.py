"""Prediction: a number (or an option) and a confidence, committed before any answer shows."""

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import ipywidgets as widgets

from helpers.studio.part import Part, Stage, button, column, prose, row
from helpers.words import escaping, locale, numbers, units
from helpers.words.locale import _

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

    ``options`` are (words, key) pairs. ``unit`` is one of those that ``words.units`` can say.
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
        return units.stated([float(value)], self.unit)


class Prediction(Part):
    """Asks one question about one company; an answer is committed, and may be followed by another.

    ``save`` stores an attempt. ``committed`` is the last attempt, or None; the first one
    stays on record.
    """

    def __init__(
        self,
        question: Question,
        save: Callable[[Mapping[str, object]], str],
        attempts: Sequence[Mapping[str, object]] = (),
    ) -> None:
        self.question = question
        self.committed: Mapping[str, object] | None = None
        self.stage = Stage()
        self._save = save
        self._attempts: list[Mapping[str, object]] = []
        self._listeners: list[Callable[[], None]] = []
        self._asked = prose("")
        self._place = row()
        self.confidence = widgets.Dropdown(
            options=[(words, share) for share, words in confidence_names().items()],
            description=_("How sure are you?"),
            style={"description_width": "initial"},
        )
        self.button = button(_("Commit my prediction"), self.commit, self.stage, icon="check")
        self.again = button(_("Predict again"), self.ask_again, self.stage, icon="undo")
        self.view = column(self._asked, self._place, self.stage)
        self.renew(question, attempts)

    def renew(self, question: Question, attempts: Sequence[Mapping[str, object]]) -> None:
        """Ask about another company, or show what is on record about it."""
        self.question = question
        self._attempts = [made for made in attempts if question.takes(made["value"])]
        self.committed = self._attempts[-1] if self._attempts else None
        self._asked.value = f"<p><b>{html.escape(question.text)}</b></p>"
        self.stage.headline = self.stage.trouble = ""
        self._show()
        self._tell_listeners()

    def on_change(self, act: Callable[[], None]) -> None:
        """Call ``act`` now, and whenever a prediction was committed or another is wanted."""
        self._listeners.append(act)
        act()

    def ask_again(self) -> None:
        """Open the question once more; what is on record stays there."""
        self._show(asking=True)
        self.stage.headline = self._first()
        self.answer.focus()

    def commit(self) -> None:
        """Take the answer if it is one; say in a sentence what is wrong if it is not."""
        value = self._answered()
        if value is None:
            return
        attempt = {"value": value, "confidence": self.confidence.value}
        notice = self._save(attempt)
        self._attempts.append(attempt)
        self.committed = attempt
        self._show()
        self.stage.trouble = notice
        self.stage.focus()
        self._tell_listeners()

    def _answered(self) -> object | None:
        """What was chosen or typed; None, and a sentence, where that is no answer."""
        question = self.question
        if question.options:
            if not self.answer.value:
                self.stage.headline = _("Choose one of the options first.")
            return self.answer.value or None
        try:
            value = numbers.parse(self.answer.value)
        except numbers.NumberError as error:
            self.stage.headline = str(error)
            return None
        if value is None:
            self.stage.headline = _("Type a number first; any honest guess will do.")
        elif not question.low <= value <= question.high:
            sentence = _("{value} is not between {low} and {high}; type another number.")
            self.stage.headline = sentence.format(
                value=locale.plain(value),
                low=locale.plain(question.low),
                high=locale.plain(question.high),
            )
            return None
        return value

    def _tell_listeners(self) -> None:
        for act in self._listeners:
            act()

    def _first(self) -> str:
        """What stays on record as the first attempt."""
        first = self.question.written(self._attempts[0]["value"])
        return _("Your first prediction, {value}, stays on record.").format(value=first)

    def _show(self, asking: bool = False) -> None:
        """The question with its empty boxes, or what is on record."""
        if self.committed is None or asking:
            self._place.children = (*self._boxes(), self.confidence, self.button)
            return
        self._place.children = (self.again,)
        sure = confidence_names().get(self.committed["confidence"], "")
        said = _("On record: {value}, {confidence}. Now explore.").format(
            value=self.question.written(self.committed["value"]), confidence=sure
        )
        self.stage.headline = said if len(self._attempts) < 2 else f"{said} {self._first()}"

    def _boxes(self) -> tuple[widgets.Widget, ...]:
        label, style = _("Your prediction"), {"description_width": "initial"}
        if self.question.options:
            options = [(_("choose …"), ""), *self.question.options]
            self.answer = widgets.Dropdown(options=options, description=label, style=style)
            return (self.answer,)
        self.answer = widgets.Text(description=label, style=style, layout={"max_width": "240px"})
        return self.answer, widgets.HTML(html.escape(units.asked_for(self.question.unit)))

    def to_markdown(self) -> str:
        """The question alone."""
        sentence = _("**Predict.** {question} Write down a number and how sure you are.")
        if self.question.options:
            sentence = _("**Predict.** {question} Choose, and write down how sure you are.")
        return sentence.format(question=escaping.markdown(self.question.text))
