"""Prediction: a number (or an option) and a confidence, committed before any answer shows."""

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import ipywidgets as widgets

from helpers.studio.part import button, column, prose, row
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.studio.tolerance import Among, Tolerance, Within
from helpers.words import escaping, locale, numbers, units
from helpers.words.locale import _

CONFIDENCES = (0.5, 0.7, 0.9)
"""A guess, fairly sure, sure: shares, so that calibration can be computed from them."""


def confidence_names() -> dict[float, str]:
    """How the three confidences are said."""
    said = (_("a guess ({share})"), _("fairly sure ({share})"), _("sure ({share})"))
    named = zip(CONFIDENCES, said, strict=True)
    return {sure: words.format(share=locale.percent(sure)) for sure, words in named}


@dataclass(frozen=True)
class Question:
    """What is to be predicted: a number from ``low`` to ``high``, or one of ``options``.

    ``options`` are (words, key) pairs. ``unit`` is one of those that ``words.units`` can say.
    ``close`` says what counts as right: ``Within`` of the answer, or ``Among`` the options.
    Unsaid, a number is right within the ledger's share of the answer, and an option is not
    judged. ``counted``: the answer is no model's, somebody has counted it. ``replies`` say, by
    the key of an option, what whoever chose it has not seen. Raises ValueError where ``close``
    or ``replies`` are about other options.
    """

    text: str
    unit: str = ""
    low: float = 0.0
    high: float = 100.0
    options: tuple[tuple[str, str], ...] = ()
    close: Tolerance | None = None
    counted: bool = False
    replies: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        keys = {key for _words, key in self.options}
        counting = {*self.close.right, *self.close.close} if isinstance(self.close, Among) else {}
        if not keys.issuperset({*counting, *self.replies}) or (
            self.options and isinstance(self.close, Within)
        ):
            raise ValueError("What counts as right is not among the options.")

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

    def counting(self) -> str:
        """What counts as right, in a sentence."""
        if isinstance(self.close, Within):
            return self.close.sentence(self.unit)
        if self.close is not None:
            return self.close.sentence()
        return _("No answer is right or wrong here.")


class Prediction(SavingPart):
    """Asks one question about one company; an answer is committed, and may be followed by another.

    ``record`` says what an attempt writes to the company file. ``committed`` is the last
    attempt, or None; the first one stays on record.
    """

    def __init__(
        self,
        question: Question,
        record: Callable[[Mapping[str, object]], Answer],
        save: Save,
        attempts: Sequence[Mapping[str, object]] = (),
    ) -> None:
        super().__init__(save)
        self.question = question
        self.committed: Mapping[str, object] | None = None
        self._record = record
        self._attempts: list[Mapping[str, object]] = []
        self._listeners: list[Callable[[], None]] = []
        self._asked = prose("")
        self._place = row()
        self.confidence = widgets.Dropdown(
            options=[(words, share) for share, words in confidence_names().items()],
            description=_("How sure are you?"),
            style={"description_width": "initial"},
        )
        self.button = self.save_button(_("Commit my prediction"), icon="check")
        self.again = button(_("Predict again"), self.ask_again, self.stage, icon="undo")
        self.view = column(self._asked, self._place, self.stage)
        self.renew(question, attempts)

    def renew(self, question: Question, attempts: Sequence[Mapping[str, object]]) -> None:
        """Ask about another company, or show what is on record about it."""
        self.question = question
        self._attempts = [made for made in attempts if question.takes(made["value"])]
        self.committed = self._attempts[-1] if self._attempts else None
        self._asked.value = f"<p><b>{html.escape(question.text)}</b></p>"
        self.stage.headline = self._on_record(self._attempts) if self._attempts else ""
        self.stage.trouble = ""
        self._place.children = (self.again,) if self._attempts else self._boxes()
        self._tell_listeners()

    def on_change(self, act: Callable[[], None]) -> None:
        """Call ``act`` now, and whenever a prediction was committed or another is wanted."""
        self._listeners.append(act)
        act()

    def ask_again(self) -> None:
        """Open the question once more; what is on record stays there."""
        self._place.children = self._boxes()
        self.stage.headline = self._first()
        self.answer_box.focus()

    def problem(self) -> str:
        """What is wrong with what was chosen or typed."""
        question = self.question
        if question.options:
            return "" if self.answer_box.value else _("Choose one of the options first.")
        try:
            value = numbers.parse(self.answer_box.value)
        except numbers.NumberError as error:
            return str(error)
        if value is None:
            return _("Type a number first; any honest guess will do.")
        if question.low <= value <= question.high:
            return ""
        sentence = _("{value} is not between {low} and {high}; type another number.")
        return sentence.format(
            value=locale.plain(value),
            low=locale.plain(question.low),
            high=locale.plain(question.high),
        )

    def answer(self) -> Answer:
        """The attempt, as one more on record."""
        typed = self.answer_box.value
        value = typed if self.question.options else numbers.parse(typed)
        return self._record({"value": value, "confidence": self.confidence.value})

    @staticmethod
    def _attempt(answer: Answer) -> Mapping[str, object]:
        """What was answered; the boxes may be empty again, as the company may be another."""
        (attempt,) = answer.values()
        return attempt

    def sentence(self, answer: Answer) -> str:
        """The attempt that is on record now."""
        return self._on_record([*self._attempts, self._attempt(answer)])

    def show(self, answer: Answer, saved: Saved) -> None:
        """What was committed opens the parts behind it, even where it could not be saved."""
        self.committed = self._attempt(answer)
        if saved.done:
            self._attempts.append(self.committed)
        else:
            self.stage.headline = _("Your prediction: {answer}. Now read on.").format(
                answer=self._written(self.committed)
            )
        self._place.children = (self.again,)
        self.stage.focus()
        self._tell_listeners()

    def _tell_listeners(self) -> None:
        for act in self._listeners:
            act()

    def _first(self) -> str:
        """What stays on record as the first attempt."""
        if not self._attempts:
            return ""
        first = self.question.written(self._attempts[0]["value"])
        return _("Your first prediction, {value}, stays on record.").format(value=first)

    def _written(self, attempt: Mapping[str, object]) -> str:
        sure = confidence_names().get(attempt["confidence"], "")
        return f"{self.question.written(attempt['value'])}, {sure}"

    def _on_record(self, attempts: Sequence[Mapping[str, object]]) -> str:
        said = _("On record: {answer}. Now read on.").format(answer=self._written(attempts[-1]))
        return said if len(attempts) < 2 else f"{said} {self._first()}"

    def _boxes(self) -> tuple[widgets.Widget, ...]:
        label, style = _("Your prediction"), {"description_width": "initial"}
        counting = prose(html.escape(self.question.counting()))
        if self.question.options:
            options = [(_("choose …"), ""), *self.question.options]
            self.answer_box = widgets.Dropdown(options=options, description=label, style=style)
            return self.answer_box, self.confidence, self.button, counting
        narrow = {"max_width": "240px"}
        self.answer_box = widgets.Text(description=label, style=style, layout=narrow)
        unit = widgets.HTML(html.escape(units.asked_for(self.question.unit)))
        return self.answer_box, unit, self.confidence, self.button, counting

    def to_markdown(self) -> str:
        """The question, its options if it has some, and what counts as right."""
        sentence = _("**Predict.** {question} Write down a number and how sure you are.")
        if self.question.options:
            sentence = _("**Predict.** {question} Choose, and write down how sure you are.")
        sentence = sentence.format(question=escaping.markdown(self.question.text))
        told = f"{sentence} {escaping.markdown(self.question.counting())}"
        options = "\n".join(f"- {escaping.markdown(words)}" for words, _k in self.question.options)
        return f"{told}\n\n{options}" if options else told
