"""Results: what stands in two of them is never overwritten in silence."""

from collections.abc import Callable

import pytest

from helpers.models.result import Result, Sheet
from tests.lessons.parts import lesson_classes


def result(value: float, options: tuple[str, ...] = (), **facts: object) -> Result:
    sheet = Sheet()
    sheet.add("available", value, "hours")
    return sheet.result(options, **facts)


def test_joined_results_keep_everything():
    other = Sheet()
    other.add("cash", 10, "euros")
    both = result(2.0, ("x",), level="lean").joined(other.result(best="x"))
    assert both.value("available") == 2 and both.value("cash") == 10
    assert both.options == ("x",) and dict(both.facts) == {"level": "lean", "best": "x"}


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        (result(1.0), result(2.0), "available"),
        (result(1.0, level="lean"), result(1.0, level="ambitious"), "level"),
        (result(1.0, ("x",)), result(1.0, ("y",)), "options"),
    ],
)
def test_joining_refuses_to_overwrite(first, second, named):
    with pytest.raises(ValueError, match=named):
        first.joined(second)


def test_joining_the_same_twice_is_no_clash():
    assert result(1.0, ("x",), level="lean").joined(result(1.0, ("x",), level="lean"))


JOINING = {
    "ask_an_expert",
    "care_or_reputation",
    "complexity",
    "decision",
    "every_network_its_rules",
    "paid_reach",
    "people",
    "popular_is_not_fit",
    "relation_not_push",
    "resources",
    "search_first",
    "voice_and_groups",
    "why",
    "your_company",
}
"""Lessons in which two models answer together."""


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_each_lesson_keeps_what_both_of_its_models_say(lesson_class, monkeypatch):
    """At every level of activity: there the chosen level and the best set's used to clash."""
    joins = []
    original: Callable = Result.joined

    def noted(self: Result, other: Result) -> Result:
        both = original(self, other)
        joins.append((self, other, both))
        return both

    monkeypatch.setattr(Result, "joined", noted)
    lesson = lesson_class()
    lesson.example_picture()
    for make in lesson.studios().values():
        studio = make()
        for level in getattr(studio.controls.get("level"), "sweep", ()):
            studio.set(level=level)
            assert studio.error is None, (level, studio.error)
    assert bool(joins) == (lesson_class.slug in JOINING)
    for first, second, both in joins:
        for part in (first, second):
            assert all(both[key] == part[key] for key in part)
            assert all(both.facts[key] == fact for key, fact in part.facts.items())
            assert part.options in ((), both.options)
