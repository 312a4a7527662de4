"""The first guess: put on record before anything is known, marked by nobody, kept to the end."""

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from helpers.studio.prediction import Prediction
from helpers.words import escaping
from helpers.words.locale import _


class FirstGuess(Prediction):
    """One of the nine options, with how sure one is; the last lesson shows it again."""

    def __init__(self, *asked: Any) -> None:
        super().__init__(*asked)
        self.button.description, self.again.description = _("Keep my guess"), _("Guess again")

    def _boxes(self) -> tuple[widgets.Widget, ...]:
        boxes = super()._boxes()
        self.answer_box.description = _("Your guess")
        return boxes

    def _on_record(self, attempts: Sequence[Mapping[str, object]]) -> str:
        said = _("On record: {answer}. Nobody marks it; lesson 14 shows it to you again.")
        said = said.format(answer=self._written(attempts[-1]))
        return said if len(attempts) < 2 else f"{said} {self._first()}"

    def to_markdown(self) -> str:
        """The question alone."""
        sentence = _("**Guess.** {question} Choose, and write down how sure you are.")
        return sentence.format(question=escaping.markdown(self.question.text))
