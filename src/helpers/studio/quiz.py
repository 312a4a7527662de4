"""Quiz: questions from ``data/quizzes``, feedback for every option, right or wrong."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import ipywidgets as widgets

from helpers import tables
from helpers.locale import _
from helpers.studio.part import Part, Stage, column, paragraphs, prose, tell


@dataclass(frozen=True)
class Option:
    """One answer, whether it is right, and what the learner is told about it."""

    text: str
    feedback: str
    correct: bool


@dataclass(frozen=True)
class Item:
    """A question with its options. ``points`` are the article's points that it recalls."""

    key: str
    prompt: str
    points: tuple[str, ...]
    options: tuple[Option, ...]


def load(slug: str) -> tuple[Item, ...]:
    """The questions of a lesson, in the language of the context.

    Raises TableError, with a sentence, if the file is damaged.
    """
    path = tables.find(f"quizzes/{slug}.json")
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        return tuple(
            Item(
                item["key"],
                _(item["prompt"]),
                tuple(item["points"]),
                tuple(
                    Option(_(o["text"]), _(o["feedback"]), bool(o["correct"]))
                    for o in item["options"]
                ),
            )
            for item in document["questions"]
        )
    except json.JSONDecodeError as error:
        sentence = _("{file}, row {row}: the file is damaged; restore it from the course.")
        raise tables.TableError(sentence.format(file=path.name, row=error.lineno)) from error
    except (KeyError, TypeError) as error:
        sentence = _("{file}: a question lacks {field}; compare it with another quiz.")
        raise tables.TableError(sentence.format(file=path.name, field=error)) from error


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
            options = "\n".join(f"- {option.text}" for option in item.options)
            marks = {True: _("Right"), False: _("Not quite")}
            answers = "\n".join(
                f"- {marks[o.correct]}: *{o.text}* {o.feedback}" for o in item.options
            )
            parts.append(
                f"**{number}. {item.prompt}**\n\n{options}\n\n"
                f"<details><summary>{summary}</summary>\n\n{answers}\n\n</details>"
            )
        return "\n\n".join(parts)
