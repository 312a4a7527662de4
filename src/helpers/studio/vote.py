"""A class vote: the lecturer types the class's answers, and their spread is shown.

Votes live in this part alone, as long as the kernel runs. The model's answer is asked for
only once a prediction is on record and the lecturer wants to show it.
"""

import html
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Protocol

import ipywidgets as widgets

from helpers.models import vote
from helpers.models.result import Quantity, Result
from helpers.models.vote import ModelsAnswer
from helpers.studio.controls import Dial
from helpers.studio.part import Part, Stage, button, column, paragraphs, prose, row
from helpers.studio.prediction import Prediction, Question
from helpers.views.canvas import Canvas, View
from helpers.views.vote import NumbersView
from helpers.views.vote_options import OptionsView
from helpers.words import answers, units
from helpers.words.locale import _, counted

TOLD = 3
"""So many entries that were left out are named; of more there is only the number."""


class Asking(Protocol):
    """What a vote needs of its lesson."""

    def truth(self) -> Quantity:
        """What the model answers to the question."""

    def likely(self) -> tuple[Quantity, Quantity] | None:
        """Where the model's answer most likely lies."""

    def is_right(self, committed: Mapping[str, object]) -> bool | None:
        """Whether an answer counts as right; None: not for the model to say."""

    def company_name(self) -> str:
        """The company as a caption names it."""

    def on_company(self, act: Callable[[], None], every_save: bool = False) -> None:
        """Call ``act`` when the company has changed."""


def spread(lesson: Asking, question: Question, hands: Counter, shown: bool) -> Result:
    """How hands spread over the answers of a question; with the model's answer where ``shown``."""
    model = None
    if shown:
        right = frozenset(said for said in hands if lesson.is_right({"value": said}))
        model = ModelsAnswer(options=_right(lesson, question), right=right)
        if not question.options:
            model = ModelsAnswer(lesson.truth(), lesson.likely(), right=right)
    if question.options:
        return vote.options(hands, [key for _words, key in question.options], model)
    return vote.numbers(hands, model)


def spread_view(question: Question) -> View:
    """The picture of such a spread."""
    if question.options:
        return OptionsView({key: words for words, key in question.options}, question.counted)
    return NumbersView(question.unit, question.low, question.high)


def _right(lesson: Asking, question: Question) -> tuple[str, ...]:
    """The options that the lesson counts as right; none where the model does not judge."""
    keys = [key for _words, key in question.options]
    return tuple(key for key in keys if lesson.is_right({"value": key}))


class Vote(Part):
    """The question of a prediction, put to a class. Closed at first: most readers are alone.

    ``opened`` and ``revealed`` say what shows. Nothing is saved, and no name is asked for.
    """

    def __init__(self, lesson: Asking, prediction: Prediction) -> None:
        self._lesson, self._prediction = lesson, prediction
        self.opened = self.revealed = False
        self.stage = Stage()
        self.stage.observe(lambda _change: self._draw(), "screen")
        self._asked, self._place = prose(""), row()
        self.opener = button("", self.turn, self.stage)
        self.reveal = button("", self.turn_over, self.stage)
        self.clearing = button(_("Clear the votes"), self.clear, self.stage)
        self._buttons = row()
        kept = _("Nothing is saved or sent, and no names are asked for.")
        self._body = (self._asked, self._place, self._buttons, prose(kept))
        self.hand = widgets.VBox((self.opener,), _dom_classes=("byp-controls",))
        self.view = column(self.hand, self.stage)
        self.view.add_class("byp-projectable")
        self._question: Question | None = None
        self._cleared = ""
        prediction.on_change(self._follow)
        lesson.on_company(self._follow, every_save=True)
        self._fold()

    def turn(self) -> None:
        """Open the part, or close it; votes stay."""
        self.opened = not self.opened
        self._fold()

    def turn_over(self) -> None:
        """Show the model's answer, or hide it again."""
        self.revealed = not self.revealed
        self._refresh()

    def clear(self) -> None:
        """Take all hands down, and the model's answer with them."""
        self._cleared, self.revealed = "", False
        self._make_boxes()
        self._refresh()

    # What was said ------------------------------------------------------------------

    def hands(self) -> Counter:
        """How many hands each answer got, as far as it could be read."""
        if self._question.options:
            raised = {key: int(dial.value or 0) for key, dial in self.dials.items()}
            return Counter({key: count for key, count in raised.items() if count})
        return self._read().hands

    def result(self) -> Result:
        """The spread, with the model's answer only while it is shown."""
        return spread(self._lesson, self._question, self.hands(), self.revealed)

    def _read(self) -> answers.Read:
        return answers.read(self.typed.value, self._question.low, self._question.high)

    # The model's answer ---------------------------------------------------------------

    def _committed(self) -> bool:
        return self._prediction.committed is not None

    def _judges(self) -> bool:
        """Whether the model has an answer to this question."""
        return not self._question.options or bool(_right(self._lesson, self._question))

    # What shows -----------------------------------------------------------------------

    def _fold(self) -> None:
        opened = _("Close the class vote")
        self.opener.description = opened if self.opened else _("Vote with a class")
        # The opener stays where it is, so that it keeps the focus.
        self.hand.children = (self.opener, *(self._body if self.opened else ()))
        self.stage.layout.display = None if self.opened else "none"
        if self.opened:
            self.view.remove_class("byp-folded").add_class("byp-studio")
            self._refresh()
        else:
            self.view.remove_class("byp-studio").add_class("byp-folded")

    def _follow(self) -> None:
        """The question, the company or the prediction may be another now."""
        question = self._prediction.question
        if question != self._question:
            if self._question is not None and self.hands():
                told = _("You work with {name} now, and the question has changed: no votes yet.")
                self._cleared = told.format(name=self._lesson.company_name())
            self._question, self.revealed = question, False
            self._asked.value = f"<p><b>{html.escape(question.text)}</b></p>"
            self._canvas = Canvas(spread_view(self._question))
            self._make_boxes()
        self.revealed = self.revealed and self._committed()
        self._refresh()

    def _make_boxes(self) -> None:
        """Fresh boxes: a number for each option, or one line for numbers as they are heard."""
        if self._question.options:
            self.dials = {key: self._dial(words) for words, key in self._question.options}
            self._place.children = tuple(self.dials.values())
            return
        self.typed = widgets.Text(
            description=_("The class's answers"),
            placeholder=_("3, 4, 4, 5.5, 6×4, 12"),
            continuous_update=False,
            style={"description_width": "initial"},
            layout={"width": "100%", "max_width": "640px"},
        )
        self.typed.observe(lambda _change: self._type(), "value")
        how = _(
            "Type the answers as you hear them, with a space between; 6×4 is four hands for 6. "
            "Then press Enter."
        )
        unit = widgets.HTML(html.escape(self._unit()))
        self._place.children = (prose(html.escape(how)), self.typed, unit)

    def _unit(self) -> str:
        """In what the class answers."""
        unit = self._question.unit
        return _("place") if unit.startswith(units.PLACES) else units.asked_for(unit)

    def _dial(self, option: str) -> Dial:
        dial = Dial(
            min=0.0,
            max=float(answers.MOST_HANDS),
            value=None,
            label=_("Hands for {option}").format(option=option),
            slider=False,
            optional=True,
            layout={"width": "200px"},
        )
        dial.whole = True
        dial.observe(lambda _change: self._type(), "value")
        return dial

    def _type(self) -> None:
        """Show new hands; from now on there is nothing to say of votes that were cleared."""
        self._cleared = ""
        self._refresh()

    def _refresh(self) -> None:
        """Words, buttons and picture anew, if anybody can see them."""
        if not self.opened:
            return
        offered = self._committed() and self._judges()
        show, hide = _("Show the model's answer"), _("Hide the model's answer")
        if self._question.counted:
            show, hide = _("Show what was counted"), _("Hide what was counted")
        self.reveal.description = hide if self.revealed else show
        self._buttons.children = (*((self.reveal,) if offered else ()), self.clearing)
        words = self._canvas.view.words(self.result())
        with self.stage.hold_sync():
            self.stage.headline = f"{self._cleared} {words.headline}".strip()
            self.stage.trouble = self._left_out()
            self.stage.remarks = paragraphs([*words.remarks, *self._veil()])
            self.stage.alt, self.stage.table = words.alt, words.table.to_html()
            self._draw()

    def _veil(self) -> list[str]:
        """Why the model's answer cannot be shown."""
        if not self._committed():
            if self._question.counted:
                return [_("What was counted can be shown here once your prediction is committed.")]
            return [_("The model's answer can be shown here once your prediction is committed.")]
        return [] if self._judges() else [_("The model does not judge these answers here.")]

    def _left_out(self) -> str:
        """What could not be read."""
        if self._question.options:
            return ""
        faults = list(self._read().faults)
        if len(faults) > TOLD:
            faults[TOLD:] = [
                counted(
                    "{number} more entry could not be read.",
                    "{number} more entries could not be read.",
                    len(faults) - TOLD,
                )
            ]
        return _("Left out: {entries}").format(entries=" ".join(faults)) if faults else ""

    def _draw(self) -> None:
        """The picture, for a screen that has told how wide it is."""
        if self.stage.screen:
            self.stage.draw(self._canvas, self.result())

    def to_markdown(self) -> str:
        """One sentence: without a kernel nobody can vote."""
        return _(
            "With a class: once the lesson runs, the class's answers can be typed here and their "
            "spread shown. Nothing is saved or sent."
        )
