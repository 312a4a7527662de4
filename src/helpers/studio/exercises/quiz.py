"""Quiz: questions with feedback for every option, right or wrong."""

from collections.abc import Mapping

import ipywidgets as widgets

from helpers.data.quizzes import Item
from helpers.studio.part import Part, column, paragraphs, prose
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.words import escaping
from helpers.words.locale import _


class QuizQuestion(SavingPart):
    """One question; a choice is saved and answered at once, and may be tried again."""

    finds = True

    def __init__(self, key: str, item: Item, number: int, chosen: int | None, save: Save) -> None:
        super().__init__(save)
        self.item, self._key = item, key
        self.choice = widgets.RadioButtons(
            options=[(option.text, i) for i, option in enumerate(item.options)],
            value=chosen if chosen in range(len(item.options)) else None,
            description=f"{number}. {item.prompt}",
            style={"description_width": "initial"},
            layout={"width": "auto"},
        )
        if self.choice.value is not None:
            self.stage.headline = self.sentence(self.answer())
            self._show_feedback()
        self.choice.observe(lambda change: self.write(), "value")

    def problem(self) -> str:
        """Nothing has been chosen yet."""
        return "" if self.choice.value is not None else _("Choose one of the options first.")

    def answer(self) -> Answer:
        """The place of the chosen option."""
        return {self._key: self.choice.value}

    def sentence(self, answer: Answer) -> str:
        """Whether it is right."""
        chosen = self.item.options[self.choice.value]
        return _("Right.") if chosen.correct else _("Not quite.")

    def show(self, answer: Answer, saved: Saved) -> None:
        """Why it is right or not."""
        self._show_feedback()

    def _show_feedback(self) -> None:
        self.stage.remarks = paragraphs([self.item.options[self.choice.value].feedback])


class Quiz(Part):
    """The questions of a lesson, with the answers that are on record."""

    def __init__(
        self, slug: str, items: tuple[Item, ...], answered: Mapping[str, int], save: Save
    ) -> None:
        self.items = items
        self.questions = [
            QuizQuestion(f"quizzes.{slug}.{item.key}", item, number, answered.get(item.key), save)
            for number, item in enumerate(items, start=1)
        ]
        shown = [widget for q in self.questions for widget in (q.choice, q.stage)]
        self.view = column(*shown) if shown else column(prose(_("No questions yet.")))

    def to_markdown(self) -> str:
        """The questions with their options, the answers folded."""
        parts, summary = [], _("Answers")
        for number, item in enumerate(self.items, start=1):
            words = escaping.markdown
            options = "\n".join(f"- {words(option.text)}" for option in item.options)
            marks = {True: _("Right"), False: _("Not quite")}
            answers = "\n".join(
                f"- {marks[o.correct]}: *{words(o.text)}* {words(o.feedback)}" for o in item.options
            )
            parts.append(
                f"**{number}. {words(item.prompt)}**\n\n{options}\n\n"
                f"<details><summary>{summary}</summary>\n\n{answers}\n\n</details>"
            )
        return "\n\n".join(parts)
