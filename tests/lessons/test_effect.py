"""Every control counts: moved, it changes what the studio says; in an own task, what is saved."""

from collections.abc import Iterator

import pytest

from helpers import company
from helpers.company import CompanyFile
from helpers.lessons.complexity import Complexity
from helpers.models import turning
from helpers.studio.lesson import Lesson
from helpers.studio.saving import Saved
from helpers.studio.studio import Studio
from tests.lessons.parts import all_parts, lesson_classes

LESSONS = pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
CASES = ("", "museum", "software")
"""The shipped start, and two firms that differ in market, level, people and money."""


def own_tasks(lesson: Lesson) -> dict[str, Studio]:
    """The studios with a button that saves."""
    all_parts(lesson)
    return {name: frame.studio for name, frame in lesson._frames.items() if frame.saves}


def moves(studio: Studio, name: str) -> Iterator[object]:
    """The studio at every other value that the sweep tries of one control."""
    start = studio.controls[name].value
    for value in studio.controls[name].sweep:
        if value != start:
            studio.set(**{name: value})
            assert studio.error is None, (name, value)
            yield value
    studio.reset()


@pytest.mark.parametrize("case", CASES)
@LESSONS
def test_every_control_changes_what_is_said_or_is_off_the_page(lesson_class, case, monkeypatch):
    # The slow search for what would change a verdict is left out.
    monkeypatch.setattr(turning, "_flip", lambda *facts: None)
    if case:
        document = company.case_document(case)
        document.pop("schema_version")
        CompanyFile().save(document)
    lesson = lesson_class()
    for place, make in lesson.studios().items():
        studio = make()
        start = studio.words.to_markdown()
        for name, control in studio.controls.items():
            hidden = control.layout.display == "none"
            said = {studio.words.to_markdown() for _value in moves(studio, name)} - {start}
            assert bool(said) is not hidden, (place, name)


def test_a_control_comes_back_where_it_counts():
    """Each control that may be hidden shows at a state of its studio, and has an effect there."""
    settings = {
        ("every_network_its_rules", "rating"): {"cell": "linkedin.short_video"},
        ("every_network_its_rules", "second_rating"): {"second": "linkedin.short_video"},
        ("decision", "level"): {"networks": ("facebook",)},
        **{
            ("paid_reach", name): {"budget": 500.0}
            for name in ("medium", "sale", "leads_week", "close_rate", "contribution")
        },
        ("paid_reach", "order_rate"): {"sale": "shop"},
        ("voice_and_groups", "members"): {"kind": "open"},
        ("why", "second"): {"coins": 5.0},
    }
    hidden = set()
    for lesson_class in lesson_classes():
        for make in lesson_class().studios().values():
            studio = make()
            for name in filter(studio.hidden, studio.controls):
                hidden.add((lesson_class.slug, name))
                studio.set(**settings[lesson_class.slug, name])
                assert studio.controls[name].layout.display is None
                start = studio.words.to_markdown()
                said = {studio.words.to_markdown() for _value in moves(studio, name)}
                assert said - {start}, (lesson_class.slug, name)
                assert studio.controls[name].layout.display == "none"
    assert hidden == set(settings)


@LESSONS
def test_every_control_of_an_own_task_changes_what_is_saved(lesson_class):
    lesson = lesson_class()
    tasks = own_tasks(lesson)
    assert "own" in tasks
    for studio in tasks.values():
        before = lesson.changes(studio)
        for name in studio.controls:
            saved = [lesson.changes(studio) for _value in moves(studio, name)]
            assert any(changes != before for changes in saved), name


def unsaved(lesson: Lesson) -> set[tuple[str, str]]:
    """Controls of own tasks with a field of the company behind them that a move does not save."""
    return {
        (place, name)
        for place, studio in own_tasks(lesson).items()
        for name, declaration in studio.declared.items()
        for value in moves(studio, name)
        for key in declaration.saved(lesson, value)
        if key.split(".")[0] not in lesson.changes(studio)
    }


@LESSONS
def test_an_own_task_saves_the_field_behind_every_control(lesson_class):
    assert unsaved(lesson_class()) == set()


def test_a_lesson_that_forgets_a_field_is_caught():
    class Forgetful(Complexity):
        def changes(self, studio: Studio) -> dict[str, object]:
            return {k: v for k, v in super().changes(studio).items() if k != "level"}

    assert unsaved(Forgetful()) == {("own", "level")}


@LESSONS
def test_what_is_saved_stands_in_the_file_as_it_was_set(lesson_class):
    lesson = lesson_class()
    for place, studio in own_tasks(lesson).items():
        studio.set(**{name: control.sweep[-1] for name, control in studio.controls.items()})
        changes = lesson.changes(studio)
        assert lesson.save(changes) == Saved(True)
        assert {key: lesson.company.document()[key] for key in changes} == changes, place
