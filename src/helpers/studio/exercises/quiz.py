"""Quiz: questions with feedback for every option, right or wrong."""

from collections.abc import Callable, Mapping

import ipywidgets as widgets

from helpers.data.quizzes import Item
from helpers.studio.part import Part, Stage, column, paragraphs, prose, tell
from helpers.words import escaping
from helpers.words.locale import _


class Quiz(Part):
    """Shows the questions; a choice is answered at once, and may be tried again."""

    def __init__(
        self,
        items: tuple[Item, ...],
        save: Callable[[str, int], str],
        answered: Mapping[str, int],
    ) -> None:
        self.items = items
        self.choices: dict[str, widgets.RadioButtons] = {}
        self.stages: dict[str, Stage] = {}
        self._save = save
        children: list[widgets.Widget] = []
        for number, item in enumerate(items, start=1):
            choice = widgets.RadioButtons(
                options=[(option.text, i) for i, option in enumerate(item.options)],
                value=None,
                description=f"{number}. {item.prompt}",
                style={"description_width": "initial"},
                layout={"width": "auto"},
            )
            stage = Stage()
            self.choices[item.key], self.stages[item.key] = choice, stage
            if item.key in answered and answered[item.key] in range(len(item.options)):
                choice.value = answered[item.key]
                self._tell(item, stage, choice.value)
            choice.observe(lambda change, item=item: self._answer(item, change["new"]), "value")
            children += [choice, stage]
        self.view = column(*children) if children else column(prose(_("No questions yet.")))

    def _answer(self, item: Item, place: int | None) -> None:
        if place is None:
            return
        stage = self.stages[item.key]
        self._tell(item, stage, place)
        tell(stage, self._save(item.key, place), stage.headline)

    @staticmethod
    def _tell(item: Item, stage: Stage, place: int) -> None:
        option = item.options[place]
        verdict = _("Right.") if option.correct else _("Not quite.")
        stage.headline = verdict
        stage.remarks = paragraphs([option.feedback])

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
