"""What a lesson says and draws for somebody who has saved nothing, by the places of its page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from helpers import context
from helpers.data import quizzes
from helpers.data.record import recording
from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.studio.lesson import Lesson
from helpers.studio.part import trouble
from helpers.studio.studio import Studio
from helpers.views.canvas import Canvas, Look, View
from helpers.views.words import Speaker, Words
from helpers.words.locale import _

WIDTH, RATIO = 540, 2.0


@dataclass(frozen=True)
class Picture:
    """A picture as it is drawn, with its words; nothing where it cannot be drawn."""

    png: bytes = field(repr=False)
    alt: str


@dataclass
class Shown:
    """What a lesson shows at its start and at its presets, by place."""

    sentences: dict[str, tuple[str, ...]]
    pictures: dict[str, Picture]


def shown_by(kind: type[Lesson]) -> tuple[Shown, frozenset[str]]:
    """What a lesson says and draws, and all that it read for it."""
    with recording() as record:
        shown = _opened(kind(context.current().language))
    return shown, record.frozen()


def _opened(lesson: Lesson) -> Shown:
    """What a lesson says and draws; what cannot be shown is a sentence."""
    shown = Shown({}, {})
    _put(shown, _("Question"), lambda: [lesson.asked().text, lesson.comparison(None)])
    example = _("Worked example")

    def exemplify() -> list[str]:
        view, result = lesson.worked_example()
        shown.pictures[example] = _drawn(view, result)
        return [*_said(view.words(result)), *lesson.example_steps(result, Speaker(result))]

    _put(shown, example, exemplify)
    for name, make in lesson.studios().items():
        _put(shown, _place(lesson, name), lambda n=name, m=make: _studio(shown, lesson, n, m()))
    _put(shown, _("Quiz"), lambda: _asked(lesson.slug))
    return shown


def _put(shown: Shown, place: str, sentences: Callable[[], Sequence[str]]) -> None:
    shown.sentences[place] = ()  # its place in the order, before those of its presets
    try:
        shown.sentences[place] = tuple(sentences())
    except Exception as error:  # noqa: BLE001 - a pack's figures may be extreme: a sentence
        reason = _("This part cannot be shown ({reason}).").format(reason=type(error).__name__)
        shown.sentences[place] = (reason,)


def _studio(shown: Shown, lesson: Lesson, name: str, studio: Studio) -> list[str]:
    """The words of a studio at its start; those at its presets are put under their own names."""
    place = _place(lesson, name)
    start = _answer(studio)
    if studio.error is None:
        shown.pictures[place] = _drawn(studio.picture, studio.result)
    for key, preset in list(studio.presets.items()):
        studio.preset(key)
        at = _("{place}, “{preset}”").format(place=place, preset=preset.label)
        shown.sentences[at] = tuple(_answer(studio))
    return start


def _answer(studio: Studio) -> list[str]:
    return [trouble(studio.error)] if studio.error is not None else _said(studio.words)


def _said(words: Words) -> list[str]:
    return [words.headline, *words.remarks]


def _place(lesson: Lesson, name: str) -> str:
    """What a learner calls the place where a studio stands."""
    known: Mapping[str, str] = {"explore": _("Explore"), "own": _("Your company")}
    tables: Tables = lesson.tables
    if name in tables.network_keys:
        return tables.name("network", name)
    return known.get(name, _("Explore, “{part}”").format(part=name))


def _drawn(view: View, result: Result) -> Picture:
    look = Look(WIDTH, RATIO, "light", context.current().language)
    return Picture(Canvas(view).png(result, look), view.words(result).alt)


def _asked(slug: str) -> list[str]:
    """Every question of a quiz, and every answer with what is told about it."""
    said: list[str] = []
    for item in quizzes.load(slug):
        said.append(item.prompt)
        said += [f"{option.text} {option.feedback}" for option in item.options]
    return said
