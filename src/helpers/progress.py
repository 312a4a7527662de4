"""How far the learner is: in a lesson, on a way, with the company file alone as witness.

Looking and exploring leave no trace in the file, so they count as done once something was
saved that comes after them. Nothing here is shown; ``views.home`` has the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from helpers.company import Company, day
from helpers.data import quizzes
from helpers.data.tables import Tables

STEPS = ("dilemma", "predict", "explore", "company", "quiz", "decide")
"""The steps of a lesson, in order; ``terms.csv`` says what they are called."""
NEW, BEGUN, DONE = "new", "begun", "done"


@dataclass(frozen=True)
class Progress:
    """How far one lesson is: the steps that are asked for, in order, and those that are done.

    ``begun``: something is on record, be it of a step that nobody asked for.
    """

    lesson: str
    steps: tuple[str, ...]
    done: tuple[str, ...]
    begun: bool

    @property
    def status(self) -> str:
        """``new``, ``begun`` or ``done``."""
        if not self.begun:
            return NEW
        return BEGUN if self.next else DONE

    @property
    def next(self) -> str:
        """The first step that is not done; '' where all are."""
        return next((step for step in self.steps if step not in self.done), "")


def _saved(company: Company, lesson: str) -> set[str]:
    """The steps whose answer is in the company file."""
    records, found = company.records, set()
    if company.attempts(lesson):
        found.add("predict")
    if lesson in records["own_tasks"]:
        found.add("company")
    if records["decisions"].get(lesson):
        found.add("decide")
    answered = records["quizzes"].get(lesson, {})
    if answered and all(item.key in answered for item in quizzes.load_or_none(lesson)):
        found.add("quiz")
    return found


def of(company: Company, lesson: str, steps: tuple[str, ...] = STEPS) -> Progress:
    """How far a lesson is, by its slug; ``steps`` where a way asks for some of them only.

    A prediction counts for the company that it is about. A quiz counts once each of its
    questions has an answer, right or wrong.
    """
    done = _saved(company, lesson)
    if done or company.records["quizzes"].get(lesson):
        done.add("dilemma")
    if "predict" in done and done & {"company", "quiz", "decide"}:
        done.add("explore")
    return Progress(lesson, steps, tuple(step for step in steps if step in done), bool(done))


@dataclass(frozen=True)
class Way:
    """One way through the course: the steps of each lesson on it, in order.

    ``minutes`` are those of its steps; where it is taken in class, those in class.
    """

    key: str
    lessons: Mapping[str, tuple[str, ...]]
    minutes: int


def ways(tables: Tables) -> dict[str, Way]:
    """The ways by key, in the order of the table of terms.

    Where a pack names the lessons of a class, they stand in its order, a way of which one is left
    out is left out as well, and the way through all is the one through those of the class.
    """
    found = {}
    for key in tables.keys("way"):
        rows = tables.ways[tables.ways["way"] == key]
        steps = {row["lesson"]: tuple(row["steps"].split()) for _n, row in rows.iterrows()}
        if key == ALL and tables.settings.lessons:
            steps = {lesson: steps.get(lesson, STEPS) for lesson in tables.lesson_keys}
        elif not set(steps) <= set(tables.lesson_keys):
            continue  # without one of its lessons it is no longer what its name says
        elif tables.settings.lessons:
            steps = {lesson: steps[lesson] for lesson in tables.lesson_keys if lesson in steps}
        if key == IN_CLASS:
            minutes = sum(int(tables.lessons.at[lesson, "in_class"]) for lesson in steps)
        else:
            minutes = sum(minutes_of(tables, lesson, asked) for lesson, asked in steps.items())
        found[key] = Way(key, steps, minutes)
    return found


IN_CLASS, ALL = "sessions", "all"
"""The way that is taken in class, and the one through every lesson."""


def minutes_of(tables: Tables, lesson: str, steps: tuple[str, ...] = STEPS) -> int:
    """What these steps of a lesson take somebody alone, in minutes."""
    return sum(int(tables.lessons.at[lesson, f"minutes_{step}"]) for step in steps)


@dataclass(frozen=True)
class Course:
    """How far the whole course is, on one of its ways.

    ``lessons`` are all of the class in order, those on the way with the steps that it asks for.
    ``left`` are the minutes of the steps on the way that are not done.
    """

    way: Way
    lessons: tuple[Progress, ...]
    left: int

    @property
    def on_way(self) -> tuple[Progress, ...]:
        """The lessons of the way, in its order."""
        by_lesson = {one.lesson: one for one in self.lessons}
        return tuple(by_lesson[lesson] for lesson in self.way.lessons)

    @property
    def open(self) -> tuple[Progress, ...]:
        """What is not done yet on the way: first the lessons with a step done, then the new."""
        open_ones = [one for one in self.on_way if one.status != DONE]
        return tuple(sorted(open_ones, key=lambda one: not one.done))

    @property
    def next(self) -> Progress | None:
        """Where to go on: the first that is open; None at the end."""
        return next(iter(self.open), None)


def course(company: Company, tables: Tables, way: str = "") -> Course:
    """How far a company's course is, on the way of its file or the one that is named."""
    known = ways(tables)
    chosen = known.get(way or company.records["way"]) or known[ALL]
    lessons = tuple(
        of(company, lesson, chosen.lessons.get(lesson, STEPS)) for lesson in tables.lesson_keys
    )
    left = sum(
        minutes_of(tables, one.lesson, (step,))
        for one in lessons
        if one.lesson in chosen.lessons
        for step in one.steps
        if step not in one.done
    )
    return Course(chosen, lessons, left)


def lacking(company: Company) -> tuple[str, ...]:
    """What the memo would lack now: ``objective``, ``hours`` or ``reason``."""
    known = company.objective
    complete = known["metric"] and None not in (known["baseline"], known["target"])
    found = {
        "objective": not (complete and day(known["deadline"])),
        "hours": not sum(person.hours for person in company.people),
        "reason": not company.records["decisions"].get("decision", {}).get("reason"),
    }
    return tuple(key for key, lacks in found.items() if lacks)
