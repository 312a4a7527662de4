"""What a lesson asks, what the model answers, and how a prediction is judged against it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from helpers import context
from helpers.data.tables import Tables
from helpers.models.result import Quantity
from helpers.studio.prediction import Prediction, Question
from helpers.studio.saving import Answer, CompanySession
from helpers.studio.tolerance import CLOSE, OFF, RIGHT, Among, Within
from helpers.views.words import spoken, written
from helpers.words import units
from helpers.words.locale import _, listing


class AskingSession(CompanySession):
    """The prediction of a lesson. Subclasses say ``question`` and ``truth``."""

    slug: ClassVar[str]
    tables: Tables | None

    def question(self) -> Question:
        """What the learner predicts."""
        raise NotImplementedError

    def truth(self) -> Quantity:
        """What the model answers to the question."""
        raise NotImplementedError

    def likely(self) -> tuple[Quantity, Quantity] | None:
        """Between which figures ``truth`` most likely lies; None where the model does not say."""
        return None

    def asked(self) -> Question:
        """The question with what counts as right: the ledger says it where the lesson does not."""
        question = self.question()
        if question.close is not None or question.options:
            return question
        share = self.tables.default("close_prediction")
        return replace(question, close=Within(right=share, relative=True))

    def judged(self, committed: Mapping[str, object]) -> str | None:
        """``RIGHT``, ``CLOSE`` or ``OFF``; None: not for the model to say."""
        close, said = self.asked().close, committed["value"]
        if isinstance(close, Within):
            return close.grade(float(said), self.truth())
        return None if close is None else close.grade(said)

    def is_right(self, committed: Mapping[str, object]) -> bool | None:
        """Whether a prediction counts as having come true; None: not for the model to say.

        It is kept with the prediction, because the company may change later.
        """
        judged = self.judged(committed)
        return None if judged is None else judged == RIGHT

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """What was predicted (None: nothing yet) against the truth, in a few sentences."""
        answer = _("For what was asked, the model says {truth}.")
        if self.question().counted:
            answer = _("For what was asked, the count says {truth}.")
        answer = answer.format(truth=self.answer_words())
        if committed is None:
            return answer
        said = self.question().written(committed["value"])
        told = [_("You said {said}. {answer}").format(said=said, answer=answer)]
        if self._is_the_answer(committed):
            told = [_("You said {said}: right, for what was asked.").format(said=said)]
        else:
            told.append(self.judgement(committed))
        told.append(self.question().replies.get(str(committed["value"]), ""))
        return " ".join(filter(None, told))

    def _is_the_answer(self, committed: Mapping[str, object]) -> bool:
        """Whether the one right option was chosen: then it need not be told again."""
        close = self.question().close
        return isinstance(close, Among) and close.right == (committed["value"],)

    def answer_words(self) -> str:
        """The model's answer: a figure in the unit of the question, or the right options."""
        question = self.question()
        if isinstance(question.close, Among):
            return listing([f"“{question.written(key)}”" for key in question.close.right])
        return spoken(self.truth(), question.unit)

    def judgement(self, committed: Mapping[str, object]) -> str:
        """How a prediction is judged, in a sentence; '' where the model does not judge."""
        sentences = {
            RIGHT: _("That counts as right."),
            CLOSE: _("That is close, but does not count as right."),
            OFF: _("Not this time."),
        }
        judged = self.judged(committed)
        sentence, likely = sentences.get(judged or "", ""), self.likely()
        if likely is None or self.question().options or judged in (None, RIGHT):
            return sentence
        low, high = (units.printed(end.value, end.unit) for end in likely)
        if not low <= float(committed["value"]) <= high:
            return sentence
        said = _("{judged} Yet it lies in the likely range, {low} to {high}.")
        ends = dict(zip(("low", "high"), map(written, likely), strict=True))
        return said.format(judged=sentence, **ends)

    def asking(self) -> Prediction:
        """The prediction about the present company; it follows when another is worked with."""

        def record(attempt: Mapping[str, object]) -> Answer:
            today = context.current().today.isoformat()
            entry = {**attempt, "about": self.company.about, "on": today}
            return {f"predictions.{self.slug}[]": {**entry, "right": self.is_right(attempt)}}

        attempts = self.company.attempts(self.slug)
        prediction = Prediction(self.asked(), record, self.save, attempts)
        asked = {"about": self.company.about}

        def renew() -> None:
            if self.company.about != asked["about"]:
                asked["about"] = self.company.about
                prediction.renew(self.asked(), self.company.attempts(self.slug))

        self.on_company(renew, every_save=True)
        return prediction
