"""Lesson: the parts of a notebook in the order of its shape, sharing one company.

A lesson module subclasses ``Lesson`` and says what is asked, computed and decided; the
parts themselves, the veil over answers and the company file are the same everywhere.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import wraps
from typing import ClassVar, Self, TypeVar

from IPython.display import display

from helpers import company as company_module
from helpers import context
from helpers.company import Company, CompanyError, CompanyFile
from helpers.data import quizzes, tables
from helpers.data.record import note, recording
from helpers.data.tables import TableError
from helpers.models.result import Quantity, Result
from helpers.studio import quiz
from helpers.studio.log import DecisionLog
from helpers.studio.page import Page
from helpers.studio.part import (
    NotSaved,
    Part,
    Stage,
    column,
    trouble,
)
from helpers.studio.parts import Picture, Start, StudioFrame, Text, Veiled
from helpers.studio.prediction import Prediction, Question
from helpers.studio.studio import Studio
from helpers.views import sources
from helpers.views.canvas import View
from helpers.views.words import Speaker, spoken
from helpers.words import escaping
from helpers.words.locale import _

Derived = TypeVar("Derived")
CLOSE = 0.15
"""A prediction within this share of the model's answer is called close."""


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
    cited: ClassVar[tuple[str, ...]] = ()
    """Published figures about what the article says, by id; no model needs them."""
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
        """Every published figure and every assumption behind the lesson's answers and words."""
        self._check()
        return Text(sources.markdown(self.tables, self.told()))

    def told(self) -> frozenset[str]:
        """What the sources name: all that the lesson reads, and what it cites."""
        return self.read() | {f"evidence:{key}" for key in self.cited}

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
