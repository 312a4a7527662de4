"""The class plans of ``data/class`` and of a trainer's pack: read, checked, with a way back."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.data import reading, sound_copy
from helpers.data.notice import Notice
from helpers.data.sound_copy import text_problem
from helpers.data.tables import TableError
from helpers.words.locale import N_, _, counted

PARTS = {
    "dilemma": N_("The dilemma"),
    "guess": N_("Your first guess"),
    "cards": N_("For, against, cannot tell"),
    "predict": N_("Predict"),
    "vote": N_("Predict"),
    "audit": N_("Audit"),
    "example": N_("Worked example"),
    "explore": N_("Explore"),
    "explain": N_("Explain"),
    "texts": N_("Which text for which network?"),
    "debate": N_("Debate"),
    "answers": N_("Three answers to one complaint"),
    "rules": N_("Six house rules"),
    "match": N_("Match the messages"),
    "talk": N_("Station two"),
    "own": N_("Your own company"),
    "quiz": N_("Quiz"),
    "decide": N_("Decision log"),
    "memo": N_("The memo"),
    "debrief": N_("Debrief"),
}
"""What a step of a class can be about, as its heading in the notebook begins."""
MOST_STEPS, MOST_MINUTES, ROLES, RUBRIC = 10, 180, 2, 4


@dataclass(frozen=True)
class ClassStep:
    """So many minutes for a part of the lesson (a key of ``PARTS``), and what the lecturer does."""

    minutes: int
    part: str
    does: str

    def part_name(self) -> str:
        """The part in words."""
        return _(PARTS[self.part])


@dataclass(frozen=True)
class Role:
    """One side of the dilemma, and what its half of the class reads or argues."""

    name: str
    argues: str


@dataclass(frozen=True)
class ClassPlan:
    """A lesson in class: its steps in order, ``minutes`` in all, and what goes with them.

    ``vote`` is what is asked, ``board`` what stands where on the board, ``debrief`` the question
    at the end with the answer to expect, ``rubric`` four lines by which the homework is read.
    """

    lesson: str
    minutes: int
    steps: tuple[ClassStep, ...]
    roles: tuple[Role, Role]
    vote: str
    board: tuple[str, ...]
    debrief: str
    expected: str
    homework: str
    rubric: tuple[str, ...]


def exists(slug: str) -> bool:
    """Whether the lesson has a class plan yet."""
    return bool(list(reading.copies(_place(slug))))


def load(slug: str) -> ClassPlan:
    """The class plan of a lesson, in the language of the context.

    Raises TableError, with a sentence, if no copy of the plan can be used.
    """
    document, _told = _sound(slug)
    first, second = (Role(_(role["name"]), _(role["argues"])) for role in document["roles"])
    return ClassPlan(
        lesson=slug,
        minutes=document["minutes"],
        steps=tuple(ClassStep(s["minutes"], s["part"], _(s["does"])) for s in document["steps"]),
        roles=(first, second),
        vote=_(document["vote"]),
        board=tuple(_(line) for line in document["board"]),
        debrief=_(document["debrief"]["question"]),
        expected=_(document["debrief"]["expected"]),
        homework=_(document["homework"]["task"]),
        rubric=tuple(_(line) for line in document["homework"]["rubric"]),
    )


def notices(slug: str) -> list[Notice]:
    """A sentence if a class plan of this lesson cannot be used."""
    try:
        return _sound(slug)[1] if exists(slug) else []
    except TableError as error:
        return [Notice.of(None, [error])]


def _place(slug: str) -> str:
    return f"class/{slug}.json"


def _sound(slug: str) -> tuple[dict, list[Notice]]:
    """The first sound copy of a plan, and a sentence for each faulty one before it."""
    instead = _("Until then the course's own class plan counts.")
    return sound_copy.first(_place(slug), lambda document: _faults(document, slug), instead)


TEXT, WHOLE, GROUP, LIST = "text", "whole", "group", "list"
FIELDS = {
    "lesson": TEXT,
    "minutes": WHOLE,
    "steps": LIST,
    "roles": LIST,
    "vote": TEXT,
    "board": LIST,
    "debrief": GROUP,
    "homework": GROUP,
}


def _faults(document: object, slug: str) -> Iterator[str]:
    """What is wrong with a plan, each as the rest of a sentence behind the name of its file."""
    found = list(_group_faults(document, FIELDS))
    yield from found
    if found or not isinstance(document, dict):
        return
    if document["lesson"] != slug:
        problem = _("must be “{slug}”, as the file is named.").format(slug=slug)
        yield f", lesson: {problem}"
    yield from _step_faults(document["steps"], document["minutes"])
    if len(document["roles"]) != ROLES:
        yield ", roles: " + _("needs two roles, one for each side of the dilemma.")
    for number, role in enumerate(document["roles"], start=1):
        where = _(", role {number}").format(number=number)
        yield from (where + f for f in _group_faults(role, {"name": TEXT, "argues": TEXT}))
    debrief = {"question": TEXT, "expected": TEXT}
    yield from (", debrief" + f for f in _group_faults(document["debrief"], debrief))
    homework = {"task": TEXT, "rubric": LIST}
    yield from (", homework" + f for f in _group_faults(document["homework"], homework))
    yield from _rubric_faults(document["homework"].get("rubric"))
    if not 1 <= len(document["board"]) <= MOST_STEPS:
        problem = counted("needs 1 to {number} line.", "needs 1 to {number} lines.", MOST_STEPS)
        yield f", board: {problem}"
    yield from _line_faults(document["board"], _(", board, line {number}"))


def _rubric_faults(rubric: object) -> Iterator[str]:
    if not isinstance(rubric, list):
        return
    if len(rubric) != RUBRIC:
        yield ", rubric: " + _("needs four lines.")
    yield from _line_faults(rubric, _(", rubric, line {number}"))


def _line_faults(lines: list, place: str) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        if problem := text_problem(line):
            yield place.format(number=number) + f": {problem}"


def _step_faults(steps: list, minutes: int) -> Iterator[str]:
    if not 1 <= len(steps) <= MOST_STEPS:
        problem = counted("needs 1 to {number} step.", "needs 1 to {number} steps.", MOST_STEPS)
        yield f", steps: {problem}"
        return
    sound = True
    for number, step in enumerate(steps, start=1):
        where = _(", step {number}").format(number=number)
        found = list(_group_faults(step, {"minutes": WHOLE, "part": TEXT, "does": TEXT}))
        sound = sound and not found
        yield from (where + fault for fault in found)
        if not found and step["part"] not in PARTS:
            problem = _("must be one of {parts}.").format(parts=", ".join(PARTS))
            yield f"{where}, part: {problem}"
    total = sum(step["minutes"] for step in steps) if sound else minutes
    if total != minutes:
        problem = _("the steps take {total} in all, and minutes says {minutes}; make them agree.")
        yield ": " + problem.format(total=total, minutes=minutes)


def _group_faults(group: object, fields: dict[str, str]) -> Iterator[str]:
    """What is wrong with a group: fields that are missing, unknown or of another kind."""
    if not isinstance(group, dict):
        yield ": " + _("must be a group of fields.")
        return
    for name in group:
        if name not in fields:
            problem = _("is not a field of a class plan; known here are {fields}.")
            yield f", {name}: " + problem.format(fields=", ".join(fields))
    for name, kind in fields.items():
        if name not in group:
            yield f", {name}: " + _("is missing; add it.")
        elif problem := _kind_problem(group[name], kind):
            yield f", {name}: {problem}"


def _kind_problem(value: object, kind: str) -> str:
    if kind == TEXT:
        return text_problem(value)
    if kind == GROUP:
        return "" if isinstance(value, dict) else _("must be a group of fields.")
    if kind == LIST:
        return "" if isinstance(value, list) else _("must be a list in square brackets.")
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_MINUTES:
        return ""
    return _("must be a whole number of minutes from 1 to {most}.").format(most=MOST_MINUTES)
