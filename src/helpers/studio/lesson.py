"""Lesson: the parts of a notebook in the order of its shape, sharing one company.

A lesson module subclasses ``Lesson`` and says what is asked, computed and decided; the
parts themselves, the veil over answers and the company file are the same everywhere.
"""

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar, Self, TypeVar

from IPython.display import display

from helpers import company as company_module
from helpers import context
from helpers.company import CompanyError
from helpers.data import quizzes, reading, stamps, tables, texts
from helpers.data.record import note, read_by, recording
from helpers.data.tables import TableError
from helpers.models.result import Result
from helpers.studio import declared
from helpers.studio.asking import AskingSession
from helpers.studio.drivers import FELT
from helpers.studio.exercises.log import DecisionLog
from helpers.studio.exercises.quiz import Quiz
from helpers.studio.guard import shown
from helpers.studio.page import Page
from helpers.studio.part import Part
from helpers.studio.parts import Gathered, Picture, Sentence, Start, StudioFrame, Text, Veiled
from helpers.studio.prediction import Prediction
from helpers.studio.studio import Studio
from helpers.studio.vote import Vote
from helpers.views import sources
from helpers.views.canvas import View
from helpers.views.in_force import changed
from helpers.views.walk import Walk
from helpers.views.words import Speaker
from helpers.words import escaping

Derived = TypeVar("Derived")


class Lesson(AskingSession):
    """One open notebook. Subclasses fill in the methods that raise NotImplementedError."""

    slug: ClassVar[str]
    explores_the_question: ClassVar[bool] = True
    example_case: ClassVar[str] = "hotel"
    parts_with_figures: ClassVar[tuple[str, ...]] = ()
    """Further parts, beside question, example and studios, that tell figures of the tables."""
    texts: ClassVar[tuple[str, ...]] = ()
    """The files of ``data/texts`` that its exercises read."""
    cited: ClassVar[tuple[str, ...]] = ()
    """Published figures about what the article says, by id; no model needs them."""
    supposed = False
    """Whether this is a what-if, whose studios only answer (``supposing``)."""
    _running: ClassVar["Lesson | None"] = None

    @classmethod
    def begin(cls, language: str) -> Self:
        """Open the lesson, as its first cell does: the company file is read anew."""
        Lesson._running = cls(language)
        return Lesson._running

    @classmethod
    def running(cls, language: str) -> Self:
        """The lesson as its first cell opened it; a cell that is run alone opens it itself.

        So does one that is run after a pack has come or changed: it says that others lag behind.
        """
        known = Lesson._running
        if type(known) is not cls or known.language != language:
            return cls.begin(language)
        if known.read_from == stamps.stamps():
            return known
        display(Text(escaping.markdown(changed())))
        return cls.begin(language)

    def __init__(self, language: str = "en") -> None:
        context.change(language=language)
        super().__init__()
        self.language = language
        self.page = Page()
        self.read_from = stamps.stamps()
        self.failures: list[Exception] = []
        self._parts: dict[str, tuple[Part, frozenset[str]]] = {}
        self._frames: dict[str, StudioFrame] = {}
        self._derived: dict[str, tuple[tuple, object, frozenset[str]]] = {}
        self.tables: tables.Tables | None = None
        self._broken: Exception | None = None
        try:
            self.tables = reading.load()
            self._notices += [*self.tables.notices, *company_module.case_notices()]
            self._notices += quizzes.notices(self.slug)
            self._notices += [told for name in self.texts for told in texts.notices(name)]
            self.read_file()
            self.on_company(lambda: self.page.tell(self.company, self.slug), every_save=True)
            self.page.tell(self.company, self.slug)
            self.page.place(self.tables, self.slug)
        except (TableError, CompanyError) as error:
            self._broken = error

    # What a lesson module says, beside question and truth ----------------------------

    def example_picture(self) -> tuple[View, Result]:
        """View and result of the worked example, of another firm than the learner's."""
        raise NotImplementedError

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        """The worked example in sentences, each number quoted by ``speak`` from the result."""
        raise NotImplementedError

    def walk(self) -> Walk | None:
        """From the naive answer to the model's, for the part that explains; None: no walk."""
        return None

    def explore_studio(self) -> Studio:
        """The studio of the lesson."""
        raise NotImplementedError

    def own_studio(self) -> Studio:
        """The studio of the learner's own task."""
        raise NotImplementedError

    def changes(self, studio: Studio) -> Mapping[str, object]:
        """What the own task writes to the company file: what its state declares, unless said."""
        return declared.changes(studio.state, self)

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
    def vote(self) -> Part:
        """The same question for a class."""
        return self._kept("vote", lambda: Vote(self, self._prediction()))

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
        """The prediction against the model, the walk between them, and why it is easy to err."""

        def make() -> Veiled:
            prediction = self._prediction()

            def answer() -> Sentence:
                return Sentence(self.comparison(prediction.committed), self.walked())

            veiled = Veiled(prediction, answer, True)
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
        answered = self.company.records["quizzes"].get(self.slug, {})
        return self._kept(
            "quiz", lambda: Quiz(self.slug, quizzes.load(self.slug), answered, self.save)
        )

    @shown
    def log(self) -> Part:
        """The decision log."""
        self._check()
        entry = self.company.records["decisions"].get(self.slug, {})
        return self._kept(
            "log", lambda: DecisionLog(self.slug, tuple(self.decisions()), entry, self.save)
        )

    @shown
    def sources(self) -> Part:
        """Every published figure and every assumption behind the lesson's answers and words."""
        self._check()
        if context.current().in_browser:  # nothing is saved there with the notebook
            return Gathered(self._figures(), partial(sources.folded, self.tables))
        return Text(sources.folded(self.tables, self.told()))

    def told(self) -> frozenset[str]:
        """What the sources name: all that the lesson reads, and what it cites."""
        return frozenset().union(*self._figures())

    def _figures(self) -> Iterator[frozenset[str]]:
        """The same a piece at a time; the first is at hand where the page has been run."""
        reads = self._reads()
        yield frozenset(f"evidence:{key}" for key in self.cited) | next(reads)
        yield from reads

    def read(self) -> frozenset[str]:
        """All that the lesson reads of tables and company for what it tells.

        Studios tell it at their start, and for every option that can be chosen in them.
        """
        return frozenset().union(*self._reads())

    def _reads(self) -> Iterator[frozenset[str]]:
        with recording() as record:
            self.asked()
            self.truth()
            self.walked()
            self.tables.default(FELT)  # what headlines rest on is told from there on
            self._example()
        yield record.frozen()
        for studio, read in self._studios():
            yield read
            for state in studio.choices():
                yield read_by(partial(studio.answer, state))
        for name in self.parts_with_figures:
            yield read_by(lambda name=name: getattr(self, name)().to_markdown())

    def results(self) -> list[Result]:
        """The results whose figures the lesson shows at its start."""
        walk = self.walked()
        shown = [self._example()[1], *([walk.result] if walk else [])]
        return [*shown, *(studio.initial for studio, _read in self._studios())]

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

    def supposing(self, tables: tables.Tables, state_type: type) -> Studio:
        """The studio of these controls, without them, as the lesson would make it with ``tables``.

        For what-ifs: nothing of it is shown or saved.
        """
        other = copy.copy(self)
        other.tables, other.supposed, other._derived = tables, True, {}
        made = (make() for make in other.studios().values())
        return next(studio for studio in made if studio.state_type is state_type)

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
        asked = (self.company, self.tables, context.current().today)
        if name not in self._derived or self._derived[name][0] != asked:
            with recording() as record:
                value = make()
            self._derived[name] = (asked, value, record.frozen())
        _asked, value, read = self._derived[name]
        note(read)
        return value

    def walked(self) -> Walk | None:
        """``walk`` for the present company, with all that was read for it as its sources."""

        def make() -> Walk | None:
            with recording() as record:
                walk = self.walk()
            read = record.frozen()
            return walk and replace(walk, result=replace(walk.result, sources=read))

        return self.once("walk", make)

    def _example(self) -> tuple[View, Result]:
        return self.once("example", self.worked_example)

    def _framed(self, name: str, make: Callable[[], Studio], save: bool = False) -> StudioFrame:
        """A studio of the lesson in its frame, always the same: it stands under its name."""
        if name not in self._frames:
            self._frames[name] = StudioFrame(self, make, save)
        return self._frames[name]

    def _prediction(self) -> Prediction:
        self._check()
        return self._kept("predict", self.asking)

    def _veiled(self, name: str, make: Callable[[], Studio]) -> Part:
        asked = name == "explore" and self.explores_the_question
        about = None if self.explores_the_question else self.company_name
        # One frame serves the saved words and the live view.
        return self._kept(
            name, lambda: Veiled(self._prediction(), lambda: self._framed(name, make), asked, about)
        )
