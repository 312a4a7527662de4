"""The class as a mirror: a lecturer reads hand-ins and sees what the class said and knew."""

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import ipywidgets as widgets

from helpers.data.quizzes import Item
from helpers.data.tables import Tables
from helpers.hand_in import gradebook, summary
from helpers.hand_in import reading as hand_ins
from helpers.hand_in.gradebook import Gradebook
from helpers.hand_in.reading import Class
from helpers.models import class_results, item_analysis
from helpers.models.result import Result
from helpers.studio.part import Part, Stage, button, column, paragraphs, prose, row
from helpers.studio.prediction import CONFIDENCES
from helpers.studio.vote import Asking, spread, spread_view
from helpers.views.canvas import Canvas, View
from helpers.views.class_bars import League, Questions, SureAndRight
from helpers.views.class_shares import Choices, Verdicts
from helpers.views.home_words import lesson_name
from helpers.words.locale import _, counted

STYLE = {"description_width": "initial"}
MOST_POINTS = 10.0
PREDICTED, SURE, LEAGUE, QUIZ, DECIDED, VERDICTS = (
    *("predicted", "sure", "league"),
    *("quiz", "decided", "verdicts"),
)
BY_LESSON = (PREDICTED, QUIZ, DECIDED)
"""What is asked of one lesson at a time."""


class OpenLesson(Asking):
    """A lesson as the board asks it."""

    asked: Callable
    decisions: Callable[[], Iterable[tuple[str, str]]]


class MirrorBoard(Part):
    """Two classes at most, one picture of each at a time, and the points of a rubric.

    ``lesson`` opens a lesson by slug for a firm (``case:KEY`` or ''), ``quizzes`` and
    ``rubrics`` hold questions and lines by slug.
    """

    def __init__(
        self,
        tables: Tables,
        lesson: Callable[[str, str], OpenLesson],
        quizzes: Mapping[str, Sequence[Item]],
        rubrics: Mapping[str, Sequence[str]],
    ) -> None:
        self._tables, self._lesson, self._quizzes = tables, lesson, quizzes
        self._rubrics = rubrics
        self.classes: list[Class] = []
        self.stages = [Stage(), Stage()]
        for number, stage in enumerate(self.stages):
            stage.observe(lambda _change, n=number: self._draw(n), "screen")
        self._told = Stage()
        self._shown: dict[int, tuple[Canvas, Result]] = {}
        names = [path.name for path in found()]
        self.sources = [
            widgets.Combobox(
                value=names[0] if names and not n else "",
                options=names,
                description=label,
                placeholder=_("folder or ZIP file"),
                style=STYLE,
                layout={"width": "100%", "max_width": "520px"},
            )
            for n, label in enumerate((_("The class"), _("Beside it (if you like)")))
        ]
        self.button = button(_("Read the hand-ins"), self.read, self._told, kind="primary")
        self.show = widgets.Dropdown(options=self._pictures(), description=_("Show"), style=STYLE)
        lessons = [(lesson_name(tables, key), key) for key in tables.lesson_keys]
        self.lesson = widgets.Dropdown(options=lessons, description=_("Lesson"), style=STYLE)
        for control in (self.show, self.lesson):
            control.observe(lambda _change: self.fill(), "value")
        self.points = RubricBoard(self)
        self._hand = widgets.VBox((row(self.show, self.lesson),), _dom_classes=("byp-controls",))
        self._body = column(self._hand, *self.stages, self.points.view)
        self._body.layout.display = "none"
        self.view = column(*self.sources, self.button, self._told, self._body)

    @staticmethod
    def _pictures() -> list[tuple[str, str]]:
        return [
            (_("Predictions against the model"), PREDICTED),
            (_("How sure, and how often right"), SURE),
            (_("League of calibration"), LEAGUE),
            (_("Quiz questions"), QUIZ),
            (_("Decisions"), DECIDED),
            (_("Verdicts"), VERDICTS),
        ]

    # What is read -----------------------------------------------------------------------

    def read(self) -> None:
        """Take the hand-ins of one or two classes, and say what was left out."""
        given = [box.value.strip() for box in self.sources]
        self._told.trouble = ""
        if not given[0]:
            self._told.headline = _("Say first where the hand-ins are: a folder, or a ZIP file.")
            return
        self.classes = [hand_ins.read(_place(name)) for name in given if name]
        sizes = [
            counted(
                "{number} learner in {name}.",
                "{number} learners in {name}.",
                len(one),
                name=one.name,
            )
            for one in self.classes
        ]
        with self._told.hold_sync():
            self._told.headline = " ".join(sizes)
            self._told.remarks = paragraphs(said for one in self.classes for said in one.told)
        self._body.layout.display = None if any(map(len, self.classes)) else "none"
        self._turn_to_what_is_there()
        self.points.fill()
        self.fill()

    def _turn_to_what_is_there(self) -> None:
        """The first lesson that somebody predicted in, where nobody did in the chosen one."""
        made = [one.predictions for read in self.classes for one in read.hand_ins]
        predicted = {slug for lessons in made for slug in lessons}
        order = [slug for _words, slug in self.lesson.options]
        if self.lesson.value not in predicted:
            self.lesson.value = next((s for s in order if s in predicted), self.lesson.value)

    # What is shown ----------------------------------------------------------------------

    def fill(self) -> None:
        """The chosen picture of each class."""
        self.lesson.layout.display = None if self.show.value in BY_LESSON else "none"
        self._shown = {}
        for number, stage in enumerate(self.stages):
            shown = number < len(self.classes)
            stage.layout.display = None if shown else "none"
            if not shown:
                continue
            view, result = self.picture(self.classes[number])
            self._shown[number] = Canvas(view), result
            words = view.words(result)
            headline = words.headline
            if len(self.classes) > 1:
                headline = _("{name}: {headline}").format(
                    name=self.classes[number].name, headline=headline
                )
            with stage.hold_sync():
                stage.headline, stage.alt = headline, words.alt
                stage.remarks = paragraphs(words.remarks)
                stage.table = words.table.to_html()
                self._draw(number)

    def _draw(self, number: int) -> None:
        if number in self._shown:
            self.stages[number].draw(*self._shown[number])

    def picture(self, one: Class) -> tuple[View, Result]:
        """The chosen picture of a class, and what it shows."""
        make = {
            PREDICTED: self._predicted,
            SURE: self._sure,
            LEAGUE: self._league,
            QUIZ: self._quiz,
            DECIDED: self._decided,
            VERDICTS: self._verdicts,
        }
        return make[self.show.value](one)

    def _predicted(self, one: Class) -> tuple[View, Result]:
        slug = self.lesson.value
        firm = summary.firm_asked_about(one.hand_ins, slug)
        lesson = self._lesson(slug, firm)
        question = lesson.asked()
        hands = summary.predicted(one.hand_ins, slug, firm)
        fitting = {said: n for said, n in hands.items() if question.takes(said)}
        return spread_view(question), spread(lesson, question, type(hands)(fitting), bool(fitting))

    def _sure(self, one: Class) -> tuple[View, Result]:
        made = [f for learner in one.hand_ins for f in summary.forecasts(learner)]
        return SureAndRight(), class_results.sure_and_right(made)

    def _league(self, one: Class) -> tuple[View, Result]:
        learners = [(learner.nickname, summary.forecasts(learner)) for learner in one.hand_ins]
        return League(), class_results.league(learners, self._tables, min(CONFIDENCES))

    def _quiz(self, one: Class) -> tuple[View, Result]:
        slug = self.lesson.value
        items = {item.key: item for item in self._quizzes[slug]}
        key = summary.key_of(self._quizzes)
        answers = [summary.chosen(learner, self._quizzes) for learner in one.hand_ins]
        asked = [a for a in item_analysis.analyse(key, answers) if a.lesson == slug]
        names, tempting = {}, {}
        for place, answered in enumerate(asked):
            item = items[answered.item]
            wrong = answered.tempting(key[slug, answered.item])
            names[f"q{place}"] = item.prompt
            tempting[f"q{place}"] = "" if wrong is None else item.options[wrong].text
        return Questions(names, tempting), class_results.questions(asked)

    def _decided(self, one: Class) -> tuple[View, Result]:
        slug = self.lesson.value
        names = {key: words for words, key in self._lesson(slug, "").decisions()}
        count = summary.decided(one.hand_ins, slug)
        return Choices(names, _("Decisions of the class")), class_results.choices(
            count, list(names)
        )

    def _verdicts(self, one: Class) -> tuple[View, Result]:
        tables = self._tables
        counts = summary.verdicts(one.hand_ins, tables.network_keys)
        kinds = {key: tables.name("verdict", key) for key in tables.keys("verdict")}
        networks = {key: tables.name("network", key) for key in counts}
        return Verdicts(networks, kinds), class_results.counted(counts, list(kinds))

    # Points -------------------------------------------------------------------------------

    def rubric(self, slug: str) -> Sequence[str]:
        """The lines by which the homework of a lesson is read."""
        return self._rubrics.get(slug, ())

    def book(self, points: gradebook.Points) -> Gradebook:
        """The gradebook of the first class."""
        return Gradebook(self.classes[0].hand_ins, self._quizzes, points)

    def to_markdown(self) -> str:
        """What the board does."""
        return _(
            "Say where the hand-ins of your class are: a folder, or the ZIP file that Moodle or "
            "Canvas gives you. Six pictures show the class to itself: predictions against the "
            "model, how sure and how often right, a league of who knows what is not known, quiz "
            "questions, decisions, verdicts. A second class can stand beside it. Points are typed "
            "line by line and kept in a file for your gradebook. Nothing is sent."
        )


class RubricBoard(Part):
    """Points for one learner and one lesson's homework, kept in the gradebook's file."""

    def __init__(self, board: MirrorBoard) -> None:
        self._board = board
        self.points: gradebook.Points = {}
        self.stage = Stage()
        self.learner = widgets.Dropdown(options=[("", "")], description=_("Learner"), style=STYLE)
        self.learner.observe(lambda _change: self.renew(), "value")
        board.lesson.observe(lambda _change: self.renew(), "value")
        self._lines = widgets.VBox(())
        self.boxes: list[widgets.BoundedFloatText] = []
        self.button = button(_("Write the gradebook"), self.write, self.stage, icon="save")
        words = html.escape(_("Points for the homework"))
        heading = widgets.HTML(f"<h3>{words}</h3>")
        self.view = column(heading, self.learner, self._lines, self.button, self.stage)

    @property
    def path(self) -> Path:
        """The file beside the notebook; a class has one of its own."""
        return Path(f"gradebook-{Path(self._board.classes[0].name).stem}.csv")

    def fill(self) -> None:
        """The learners of the class that was read, and what was typed for them before."""
        known = self._board.classes[0].hand_ins
        self.points = gradebook.typed_before(self.path)
        self.learner.options = [("", ""), *((one.nickname, gradebook.mark(one)) for one in known)]
        self.renew()

    def renew(self) -> None:
        """A box for each line of the chosen lesson's rubric."""
        slug, mark = self._board.lesson.value, self.learner.value
        self.boxes = []
        if mark:
            for number, line in enumerate(self._board.rubric(slug), start=1):
                name = gradebook.column(slug, number)
                box = widgets.BoundedFloatText(
                    value=self.points.get(mark, {}).get(name, 0.0),
                    min=0.0,
                    max=MOST_POINTS,
                    step=0.5,
                    description=line,
                    style=STYLE,
                    layout={"width": "100%"},
                )
                box.observe(lambda change, m=mark, n=name: self._type(m, n, change["new"]), "value")
                self.boxes.append(box)
        choose = _("Choose a learner and, above, a lesson; then type points line by line.")
        self._lines.children = tuple(self.boxes) or (prose(html.escape(choose)),)

    def _type(self, mark: str, name: str, points: float) -> None:
        self.points.setdefault(mark, {})[name] = points

    def write(self) -> None:
        """Write the gradebook, and say where it is."""
        self.stage.trouble = ""
        try:
            gradebook.write(self._board.book(self.points), self.path)
        except OSError as error:
            self.stage.headline = ""
            self.stage.trouble = _("{file} was not written ({reason}).").format(
                file=self.path.name, reason=error.strerror
            )
            return
        said = _("Written: {file}, a row for each learner of the first class.")
        self.stage.headline = said.format(file=self.path.name)

    def to_markdown(self) -> str:
        return ""


def found() -> list[Path]:
    """What lies beside the notebook and may hold hand-ins: ZIP files, and folders of that name."""
    here = Path.cwd()
    try:
        beside = sorted(here.iterdir())
    except OSError:
        return []
    return [
        path
        for path in beside
        if path.suffix.lower() == ".zip" or (path.is_dir() and path.name.startswith("hand_in"))
    ]


def _place(name: str) -> Path:
    """A typed path; quotes around it, as a file manager copies them, are no part of it."""
    return Path(name.strip("\"'")).expanduser()
