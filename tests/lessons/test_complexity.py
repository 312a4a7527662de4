"""Lesson 10: the laws part late; more hours reach further; a thin cloud stays calm."""

import pytest

from helpers.data import reading
from helpers.lessons.complexity import Complexity
from helpers.models.complexity import levels


def test_copying_everything_saves_little_and_talking_costs_much():
    studio = Complexity().explore_studio()
    start = studio.result.value("pairwise.all")
    studio.preset("copy")
    assert studio.result.value("pairwise.all") < start
    studio.preset("talk")
    assert studio.result.value("pairwise.all") > start
    assert studio.result.value("exponential.all") == Complexity().explore_studio().result.value(
        "exponential.all"
    )


def test_more_hours_never_reach_fewer():
    studio = Complexity().sets_studio()
    reached = []
    for hours in (0.0, 3.0, 8.0, 20.0):
        studio.set(hours=hours)
        best = studio.result.facts["best"]
        reached.append(best.reach if best else 0.0)
    # At a larger budget the level rises first: depth before breadth may cost reach.
    assert reached[0] == 0 and reached[-1] == max(reached)


def test_without_hours_or_networks_the_sentence_is_calm():
    studio = Complexity().sets_studio()
    studio.set(hours=0.0)
    assert "can be afforded" in studio.stage.headline or "too few" in studio.stage.headline
    studio.set(networks=())
    assert studio.error is None and "no set" in studio.stage.headline


def test_the_own_choice_is_kept():
    lesson = Complexity()
    studio = lesson.own_studio()
    studio.set(networks=("linkedin",), level="standard")
    lesson.save(lesson.changes(studio))
    assert Complexity().company.networks == ("linkedin",)


def test_what_is_opened_keeps_its_own_level_beside_an_ambitious_plan():
    """The level of the plan used to stand in the sentence with the hours of another level."""
    lesson = Complexity()
    studio = lesson.own_studio()
    for level in ("lean", "standard", "ambitious"):
        studio.set(level=level)
        best = studio.result.facts["best"]
        assert studio.result.facts["level"] == level
        assert studio.result.facts["sets_level"] == best.level
        assert best.level in levels(lesson.company.level), "the company's level, or a leaner one"
        said = next(remark for remark in studio.words.remarks if "Best fit first" in remark)
        assert f"“{reading.load().name('level', best.level)}”" in said


@pytest.mark.parametrize(
    ("settings", "lacking", "said"),
    [
        ({"hours": 0.0, "cash": 1000.0}, ("hours",), "h a week are too few"),
        ({"hours": 20.0, "cash": 0.0}, ("euros",), "€0 a month is too little"),
        ({"hours": 0.0, "cash": 0.0}, ("hours", "euros"), "are not enough for the two together"),
    ],
)
def test_the_reason_names_the_limit_that_binds(settings, lacking, said):
    studio = Complexity().sets_studio()
    studio.set(**settings)
    assert studio.result.facts["best"] is None and studio.result.facts["short_of"] == lacking
    assert said in studio.stage.headline.replace("\N{NO-BREAK SPACE}", " ")
