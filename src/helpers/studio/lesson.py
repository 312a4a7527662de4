"""Lesson: the parts of a notebook in the order of its shape, sharing one company.

A lesson module subclasses ``Lesson`` and says what is asked, computed and decided; the
parts themselves, the veil over answers and the company file are the same everywhere.
"""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import wraps
from typing import ClassVar, Self, TypeVar

import ipywidgets as widgets
from IPython.display import display

from helpers import company as company_module
from helpers import context, escaping, locale, quizzes, tables
from helpers.company import Company, CompanyError, CompanyFile
from helpers.locale import _, plural
from helpers.models.result import Quantity, Result
from helpers.record import note, recording
from helpers.studio import quiz
from helpers.studio.log import DecisionLog
from helpers.studio.page import Page
from helpers.studio.part import (
    NotSaved,
    Part,
    Stage,
    button,
    column,
    paragraphs,
    prose,
    row,
    tell,
    trouble,
)
from helpers.studio.prediction import Prediction, Question
from helpers.studio.studio import Studio
from helpers.tables import TableError
from helpers.views import sources
from helpers.views.canvas import Canvas, Look, View
from helpers.views.words import Speaker, Table, spoken

Derived = TypeVar("Derived")
CLOSE = 0.15
"""A prediction within this share of the model's answer is called close."""


class Text(Part):
    """Words alone, in Markdown: words of data in them are escaped by whoever makes it."""

    def __init__(self, markdown: str) -> None:
        self._markdown = markdown

    def to_markdown(self) -> str:
        return self._markdown

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {"text/markdown": self._markdown, "text/plain": self._markdown}


class Start(Part):
    """Which company the lesson works with, and what else the reader has to know."""

    def __init__(self, lesson: "Lesson") -> None:
        self._lesson = lesson
        self.stage = Stage(arrive=True)
        self.view = column(self.stage)
        self.fill()
        lesson.on_company(self.fill, every_save=True)

    def fill(self) -> None:
        """The words for the present company."""
        headline, remarks = self._words()
        with self.stage.hold_sync():
            self.stage.headline, self.stage.remarks = headline, paragraphs(remarks)

    def _words(self) -> tuple[str, list[str]]:
        lesson = self._lesson
        headline = _("You work with {name}.").format(name=lesson.company_name())
        remarks = [lesson.company.trade] if lesson.company.trade else []
        if not lesson.file.path.is_file():
            hint = _("To work with a company of your own, describe it in lesson 00 (ten minutes).")
            remarks.append(hint)
        if borrowed := len(lesson.company.borrowed):
            sentence = plural(
                "{count} answer is still the example's; lesson 00 says which one.",
                "{count} answers are still the example's; lesson 00 lists them.",
                borrowed,
            )
            remarks.append(sentence.format(count=locale.number(borrowed)))
        return headline, [*remarks, *lesson.notices]

    def to_markdown(self) -> str:
        headline, remarks = self._words()
        return "\n\n".join([f"**{escaping.markdown(headline)}**", *map(escaping.markdown, remarks)])


class Picture(Part):
    """A picture that is saved in the notebook, live as a stage that follows the screen."""

    def __init__(self, view: View, result: Result) -> None:
        self._canvas, self._result = Canvas(view), result
        self._words = view.words(result)
        self.stage = Stage(alt=self._words.alt)
        self.stage.observe(lambda change: self._draw(), "screen")
        self.view = column(self.stage)

    def _draw(self) -> None:
        screen = self.stage.screen
        language = context.current().language
        look = Look.fitting(screen["width"], screen["ratio"], screen["theme"], language)
        with self.stage.hold_sync():
            self.stage.width = look.width
            self.stage.height = self._canvas.view.height(self._result, look.width)
            self.stage.image = self._canvas.png(self._result, look)

    def to_markdown(self) -> str:
        """Nothing: the picture that is saved beside it stands for it."""
        return ""

    def saved(self) -> "SavedPicture":
        """The picture as the notebook keeps it."""
        return SavedPicture(self._canvas.png(self._result, Look()), self._words.alt)


@dataclass(frozen=True)
class SavedPicture:
    """A picture that needs no kernel, with its text alternative."""

    png: bytes
    alt: str

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        bundle = {"image/png": self.png, "text/plain": self.alt}
        return bundle, {"image/png": {"alt": self.alt}}


class Veiled(Part):
    """A part that stays out of the page until a prediction is on record.

    Saved, it is the question (if it is about this part: ``asked``), and the answer at the
    start folded away.
    """

    def __init__(self, prediction: Prediction, make: Callable[[], Part], asked: bool) -> None:
        self._make = make
        self._question = prediction.question.text if asked else _("Predict first, then look.")
        veil = _("Commit your prediction above; then this part opens.")
        self.view = column(prose(f"<em>{html.escape(veil)}</em>"))
        self.opened = False
        self._veil = self.view.children
        prediction.on_change(lambda: self._turn(prediction.committed is not None))

    def _turn(self, committed: bool) -> None:
        self.opened = committed
        self.view.children = (self._make().view,) if committed else self._veil

    def renew(self) -> None:
        """Make the part anew, as the company may have changed."""
        self._turn(self.opened)

    def to_markdown(self) -> str:
        summary = _("The answer at the start settings (predict first)")
        return (
            f"{escaping.markdown(self._question)}\n\n<details><summary>{summary}</summary>\n\n"
            f"{self._make().to_markdown()}\n\n</details>"
        )


class StudioFrame(Part):
    """A studio under the name of its company, with a button to read the file again."""

    def __init__(self, lesson: "Lesson", make: Callable[[], Studio], save: bool = False) -> None:
        self._lesson, self._make, self._saves = lesson, make, save
        self._caption = widgets.HTML()
        self._place = widgets.VBox(_dom_classes=("byp-part",))
        self.stage = Stage()
        again = button(_("Read my company again"), lesson.reload, self.stage, icon="refresh")
        children = [row(self._caption, again), self._place]
        if save:
            children.append(button(_("Save to my company"), self._save, self.stage, icon="save"))
        self.view = column(*children, self.stage)
        self.studio: Studio | None = None
        self.company: Company | None = None
        self.fill()
        self._name()
        lesson.on_company(self.fill)
        lesson.on_company(self._name, every_save=True)

    def fill(self) -> None:
        """A fresh studio for the present company, on the same screen."""
        screen = self.studio.stage.screen if self.studio else {}
        self.company = self._lesson.company
        with recording() as record:  # what the controls start from is a source of the answer
            self.studio = self._make()
        self.read = record.frozen()
        self.studio.stage.screen = screen
        self._place.children = (self.studio.view,)

    def _name(self) -> None:
        """The company's name, and which answers that count here are still an example's."""
        caption = f"<b>{html.escape(self._lesson.company_name())}</b>"
        if borrowed := self._borrowed():
            sentence = _("Still the example's: {answers}.")
            titles = [_(company_module.schema()["properties"][key]["title"]) for key in borrowed]
            sentence = sentence.format(answers=locale.listing(titles))
            caption += f"<br><em>{html.escape(sentence)}</em>"
        self._caption.value = caption

    def _borrowed(self) -> list[str]:
        """The fields behind the controls, and those that the part saves, that nobody has said."""
        fields = {getattr(c, "field", "").split(".")[0] for c in self.studio.controls.values()}
        if self._saves and self.studio.state is not None:
            fields |= {key.split(".")[0] for key in self._lesson.changes(self.studio)}
        return [key for key in self._lesson.company.borrowed if key in fields]

    def _save(self) -> None:
        changes = self._lesson.changes(self.studio)
        notice = self._lesson.save(changes, refill=False)
        tell(self.stage, notice, _("Saved to {name}.").format(name=self._lesson.company.name))

    def to_markdown(self) -> str:
        name = escaping.markdown(self._lesson.company_name())
        return f"*{name}*\n\n{self.studio.to_markdown()}"


class Standing(Part):
    """Words about the company as it stands: they follow every save of the lesson.

    ``make`` says them anew: a headline, further sentences, a table.
    """

    def __init__(self, lesson: "Lesson", make: Callable[[], tuple[str, list[str], Table]]) -> None:
        self._make = make
        self.stage = Stage()
        self.view = column(self.stage)
        self.fill()
        lesson.on_company(self.fill, every_save=True)

    def fill(self) -> None:
        """The words for the present company."""
        headline, sentences, table = self._make()
        with self.stage.hold_sync():
            self.stage.headline = headline
            self.stage.remarks = paragraphs(sentences)
            self.stage.table = table.to_html()

    def to_markdown(self) -> str:
        headline, sentences, table = self._make()
        headline, *sentences = map(escaping.markdown, (headline, *sentences))
        return "\n\n".join([f"**{headline}**", *sentences, table.to_markdown()])


def _failed(error: Exception) -> str:
    """What a learner reads in the place of a part."""
    pack = context.current().pack
    if pack is not None and pack.is_dir():
        # Sound tables can still be extreme, and a worked example tells of ordinary ones.
        sentence = _(
            "With the tables of {pack}, this part cannot be shown ({reason}): a figure in them "
            "is out of the ordinary. Take back what was changed last."
        )
        return sentence.format(pack=pack.name, reason=type(error).__name__)
    sentence = _(
        "This part cannot be shown ({reason}); the others can. Nothing that you saved is "
        "lost. Please tell the authors of the course."
    )
    return sentence.format(reason=type(error).__name__)


def shown(part: Callable[["Lesson"], Part]) -> Callable[["Lesson"], Part]:
    """A part on the page of its lesson; what cannot be shown becomes one sentence."""

    @wraps(part)
    def guarded(lesson: "Lesson") -> Part:
        try:
            return part(lesson).put_on(lesson.page, part.__name__)
        except (TableError, CompanyError) as error:
            return Text(f"> {escaping.markdown(trouble(error))}")
        except Exception as error:  # noqa: BLE001 - no traceback may reach a learner
            lesson.failures.append(error)
            return Text(f"> {escaping.markdown(_failed(error))}")

    return guarded


class Lesson:
    """One open notebook. Subclasses fill in the methods that raise NotImplementedError."""

    slug: ClassVar[str]
    example_case: ClassVar[str] = "hotel"
    parts_with_figures: ClassVar[tuple[str, ...]] = ()
    """Further parts, beside question, example and studios, that tell figures of the tables."""
    _running: ClassVar["Lesson | None"] = None

    @classmethod
    def begin(cls, language: str) -> Self:
        """Open the lesson, as its first cell does: the company file is read anew."""
        Lesson._running = cls(language)
        return Lesson._running

    @classmethod
    def running(cls, language: str) -> Self:
        """The lesson as its first cell opened it; a cell that is run alone opens it itself."""
        known = Lesson._running
        if type(known) is cls and known.language == language:
            return known
        return cls.begin(language)

    def __init__(self, language: str = "en") -> None:
        context.change(language=language)
        self.language = language
        self.page = Page()
        self.failures: list[Exception] = []
        self.file = CompanyFile()
        self.notices: list[str] = []
        self._listeners: list[Callable[[], None]] = []
        self._standing: list[Callable[[], None]] = []
        self._parts: dict[str, tuple[Part, frozenset[str]]] = {}
        self._frames: dict[str, StudioFrame] = {}
        self._derived: dict[str, tuple[tuple, object, frozenset[str]]] = {}
        self.tables: tables.Tables | None = None
        self.company: Company | None = None
        self._broken: Exception | None = None
        try:
            self.tables = tables.load()
            self.notices += [*self.tables.notices, *company_module.case_notices()]
            self.notices += quizzes.notices(self.slug)
            self.company, notice = self.file.load()
        except (TableError, CompanyError) as error:
            self._broken = error
        else:
            self.notices += [notice] if notice else []

    # What a lesson module says ------------------------------------------------------

    def question(self) -> Question:
        """What the learner predicts."""
        raise NotImplementedError

    def truth(self) -> Quantity:
        """What the model answers to the question."""
        raise NotImplementedError

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """What was predicted (None: nothing yet) against the truth, in one or two sentences."""
        truth = spoken(self.truth(), self.question().unit)
        answer = _("For what was asked, the model says {truth}.").format(truth=truth)
        if committed is None:
            return answer
        said = self.question().written(committed["value"])
        sentence = _("You said {said}. {answer}").format(said=said, answer=answer)
        close = _("That is close.")
        return f"{sentence} {close}" if self.is_close(committed) else sentence

    def is_close(self, committed: Mapping[str, object]) -> bool | None:
        """Whether a prediction was close enough to count as right; None: not for the model to say.

        What was right is kept with the prediction, because the company may change later.
        """
        truth = self.truth().value
        return abs(float(committed["value"]) - truth) <= CLOSE * abs(truth)

    def example_picture(self) -> tuple[View, Result]:
        """View and result of the worked example, of another firm than the learner's."""
        raise NotImplementedError

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        """The worked example in sentences, each number quoted by ``speak`` from the result."""
        raise NotImplementedError

    def explore_studio(self) -> Studio:
        """The studio of the lesson."""
        raise NotImplementedError

    def own_studio(self) -> Studio:
        """The studio of the learner's own task."""
        raise NotImplementedError

    def changes(self, studio: Studio) -> Mapping[str, object]:
        """What the own task writes to the company file."""
        raise NotImplementedError

    def decisions(self) -> Iterable[tuple[str, str]]:
        """What can be decided after the lesson, as (words, key) pairs."""
        raise NotImplementedError

    # The parts, in the order of a notebook -------------------------------------------

    @shown
    def start(self) -> Part:
        """Which company the lesson works with, and anything the reader has to know."""
        self._check()
        return Start(self)

    @shown
    def predict(self) -> Part:
        """The prediction."""
        return self._prediction()

    @shown
    def example(self) -> Part:
        """The worked example: its picture, saved in the notebook, then its words."""
        self._check()
        view, result = self._example()
        picture = self._kept("picture", lambda: Picture(view, result))
        display(picture.put_on(self.page, "picture"), picture.saved())
        steps = self.example_steps(result, Speaker(result))
        numbered = "\n".join(f"{n}. {escaping.markdown(step)}" for n, step in enumerate(steps, 1))
        return Text(f"{numbered}\n\n{view.words(result).to_markdown()}")

    @shown
    def explore(self) -> Part:
        """The studio, under the veil of the prediction."""
        return self._veiled("explore", self.explore_studio)

    @shown
    def explain(self) -> Part:
        """The prediction against the model."""

        def make() -> Veiled:
            prediction = self._prediction()
            veiled = Veiled(prediction, lambda: _Comparison(self, prediction), True)
            self.on_company(veiled.renew)
            return veiled

        return self._kept("explain", make)

    @shown
    def own(self) -> Part:
        """The learner's own task."""
        self._check()
        return self._framed("own", self.own_studio, save=True)

    @shown
    def quiz(self) -> Part:
        """The quiz."""
        self._check()

        def save(key: str, place: int) -> str:
            return self.save({f"quizzes.{self.slug}.{key}": place}, refill=False)

        answered = self.company.records["quizzes"].get(self.slug, {})
        return self._kept("quiz", lambda: quiz.Quiz(quizzes.load(self.slug), save, answered))

    @shown
    def log(self) -> Part:
        """The decision log."""
        self._check()

        def save(entry: Mapping[str, object]) -> str:
            return self.save({f"decisions.{self.slug}": entry}, refill=False)

        entry = self.company.records["decisions"].get(self.slug, {})
        return self._kept("log", lambda: DecisionLog(tuple(self.decisions()), save, entry))

    @shown
    def sources(self) -> Part:
        """Every published figure and every assumption behind the lesson's answers."""
        self._check()
        return Text(sources.markdown(self.tables, self.read()))

    def read(self) -> frozenset[str]:
        """All that the lesson reads of tables and company for what it tells.

        Studios tell it at their start, and for every option that can be chosen in them.
        """
        with recording() as record:
            self.question()
            self.truth()
            self._example()
            for studio, read in self._studios():
                note(read)
                studio.answer_choices()
            for name in self.parts_with_figures:
                getattr(self, name)().to_markdown()
        return record.frozen()

    def results(self) -> list[Result]:
        """The results whose figures the lesson shows at its start."""
        return [self._example()[1], *(studio.initial for studio, _read in self._studios())]

    def _studios(self) -> Iterator[tuple[Studio, frozenset[str]]]:
        """Every studio, as it stands on the page or made for the purpose, and what it read."""
        for name, make in self.studios().items():
            frame = self._frames.get(name)
            if frame is not None and frame.company is self.company:
                yield frame.studio, frame.read
                continue
            with recording() as record:
                studio = make()
            yield studio, record.frozen()

    def worked_example(self) -> tuple[View, Result]:
        """``example_picture`` with all that was read for it as the sources of its result."""
        with recording() as record:
            view, result = self.example_picture()
        return view, replace(result, sources=record.frozen())

    # Shared by the parts --------------------------------------------------------------

    def studios(self) -> dict[str, Callable[[], Studio]]:
        """Every studio of the lesson by name; tests sweep them all."""
        return {"explore": self.explore_studio, "own": self.own_studio}

    def company_name(self) -> str:
        """The company's name, marked where it is an invented example."""
        if self.company.invented:
            return _("{name} (an invented example)").format(name=self.company.name)
        return self.company.name

    def save(self, changes: Mapping[str, object], refill: bool = True) -> str:
        """Write to the company file; a sentence if something was in the way, else ''.

        ``refill`` makes the studios anew for the changed company. What is only told about it
        (``Standing``) follows every save.
        """
        try:
            self.company, notice = self.file.save(changes)
        except CompanyError as error:
            return NotSaved(error)
        for act in self._listeners if refill else self._standing:
            act()
        return notice

    def reload(self) -> None:
        """Read the company file again, as another lesson may have changed it."""
        self.company, notice = self.file.load()
        self.notices = [notice] if notice else []
        for act in self._listeners:
            act()

    def on_company(self, act: Callable[[], None], every_save: bool = False) -> None:
        """Call ``act`` whenever the company has changed; after ``every_save`` if it is quick."""
        self._listeners.append(act)
        if every_save:
            self._standing.append(act)

    def _check(self) -> None:
        if self._broken is not None:
            raise self._broken

    def _kept(self, name: str, make: Callable[[], Part]) -> Part:
        """The same part again when a cell is run twice, so that no answer is asked twice."""
        if name not in self._parts:
            with recording() as record:
                part = make()
            self._parts[name] = part, record.frozen()
        part, read = self._parts[name]
        note(read)
        return part

    def once(self, name: str, make: Callable[[], Derived]) -> Derived:
        """What several parts derive from the present company: made once, and anew after a save."""
        asked = (self.company, context.current().today)
        if name not in self._derived or self._derived[name][0] != asked:
            with recording() as record:
                value = make()
            self._derived[name] = (asked, value, record.frozen())
        _asked, value, read = self._derived[name]
        note(read)
        return value

    def _example(self) -> tuple[View, Result]:
        return self.once("example", self.worked_example)

    def _framed(self, name: str, make: Callable[[], Studio], save: bool = False) -> StudioFrame:
        """A studio of the lesson in its frame, always the same: it stands under its name."""
        if name not in self._frames:
            self._frames[name] = StudioFrame(self, make, save)
        return self._frames[name]

    def _prediction(self) -> Prediction:
        self._check()

        def save(entry: Mapping[str, object]) -> str:
            today = context.current().today.isoformat()
            attempt = {**entry, "about": self.company.about, "on": today}
            attempt["right"] = self.is_close(entry)
            return self.save({f"predictions.{self.slug}[]": attempt}, refill=False)

        def make() -> Prediction:
            prediction = Prediction(self.question(), save, self.company.attempts(self.slug))
            asked = {"about": self.company.about}

            def renew() -> None:
                if self.company.about != asked["about"]:
                    asked["about"] = self.company.about
                    prediction.renew(self.question(), self.company.attempts(self.slug))

            self.on_company(renew, every_save=True)
            return prediction

        return self._kept("predict", make)

    def _veiled(self, name: str, make: Callable[[], Studio]) -> Part:
        asked = name == "explore"
        # One frame serves the saved words and the live view.
        return self._kept(
            name, lambda: Veiled(self._prediction(), lambda: self._framed(name, make), asked)
        )


class _Comparison(Part):
    """What was predicted against what the model says."""

    def __init__(self, lesson: Lesson, prediction: Prediction) -> None:
        self._sentence = lesson.comparison(prediction.committed)
        self.stage = Stage(headline=self._sentence)
        self.view = column(self.stage)

    def to_markdown(self) -> str:
        return escaping.markdown(self._sentence)
