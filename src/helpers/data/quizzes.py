"""The quizzes of ``data/quizzes`` and of a trainer's pack: read, checked, with a way back."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.data import sound_copy
from helpers.data.notice import Notice
from helpers.data.sound_copy import text_problem
from helpers.data.tables import TableError
from helpers.words.locale import _, counted

MOST_QUESTIONS, MOST_OPTIONS = 20, 8


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

    Raises TableError, with a sentence, if no copy of the quiz can be used.
    """
    document, _told = _sound(slug)
    return tuple(
        Item(
            item["key"],
            _(item["prompt"]),
            tuple(item["points"]),
            tuple(Option(_(o["text"]), _(o["feedback"]), o["correct"]) for o in item["options"]),
        )
        for item in document["questions"]
    )


def load_or_none(slug: str) -> tuple[Item, ...]:
    """The same; no questions where no copy of the quiz can be used."""
    try:
        return load(slug)
    except TableError:
        return ()


def notices(slug: str) -> list[Notice]:
    """A sentence if a pack's quiz of this lesson cannot be used."""
    try:
        return _sound(slug)[1]
    except TableError as error:
        return [Notice.of(None, [error])]


def _sound(slug: str) -> tuple[dict, list[Notice]]:
    """The first sound copy of a quiz, and a sentence for each faulty one before it."""
    instead = _("Until then the lesson uses the course's own quiz.")
    return sound_copy.first(f"quizzes/{slug}.json", _faults, instead)


def _faults(document: object) -> Iterator[str]:
    """What is wrong with a quiz, each as the rest of a sentence behind the name of its file."""
    questions = document.get("questions") if isinstance(document, dict) else None
    if not isinstance(questions, list) or not 1 <= len(questions) <= MOST_QUESTIONS:
        problem = counted(
            "needs a list “questions” of 1 to {number} question.",
            "needs a list “questions” of 1 to {number} questions.",
            MOST_QUESTIONS,
        )
        yield ": " + problem
        return
    keys: list[object] = []
    for number, item in enumerate(questions, start=1):
        where = _(", question {number}").format(number=number)
        if not isinstance(item, dict):
            yield where + ": " + _("must be a group of fields.")
            continue
        for name in ("key", "prompt"):
            if problem := _text_problem(item, name):
                yield f"{where}, {name}: {problem}"
        if item.get("key") in keys:
            problem = _("stands twice; give each question its own key.")
            yield f"{where}, key: “{item['key']}” {problem}"
        keys.append(item.get("key"))
        points = item.get("points")
        if not isinstance(points, list) or not all(isinstance(p, str) for p in points):
            yield where + ", points: " + _('must be a list such as ["P01", "P04"].')
        yield from (where + fault for fault in _option_faults(item.get("options")))


def _option_faults(options: object) -> Iterator[str]:
    if not isinstance(options, list) or not 2 <= len(options) <= MOST_OPTIONS:
        problem = _("needs a list “options” of 2 to {most} answers.")
        yield ": " + problem.format(most=MOST_OPTIONS)
        return
    sound = True
    for number, option in enumerate(options, start=1):
        where = _(", option {number}").format(number=number)
        if not isinstance(option, dict):
            yield where + ": " + _("must be a group of fields.")
            sound = False
            continue
        for name in ("text", "feedback"):
            if problem := _text_problem(option, name):
                yield f"{where}, {name}: {problem}"
        if not isinstance(option.get("correct"), bool):
            yield where + ", correct: " + _("must be true or false, without quotation marks.")
            sound = False
    if not sound:
        return
    right = sum(option["correct"] for option in options)
    if right != 1:
        yield ": " + _("{right} answers are right; exactly one must be.").format(right=right)
    texts = [str(option.get("text")).strip() for option in options]
    if len(texts) > len(set(texts)):
        yield ": " + _("two answers have the same text; change one of them.")


def _text_problem(group: dict, name: str) -> str:
    """What is wrong with a text of a group; '' if nothing is."""
    return text_problem(group[name]) if name in group else _("is missing; add it.")
