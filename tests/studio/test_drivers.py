"""What a headline rests on comes beside the picture while the reader rests, and never earlier."""

import asyncio

import pytest

from helpers import context
from helpers.data.record import recording
from helpers.lessons.resources import Resources
from helpers.lessons.search_first import SearchFirst
from helpers.studio import drivers, idle
from helpers.studio.studio import Studio

SAID = "No source stands behind"
SCREEN = {"width": 540, "ratio": 1, "theme": "light"}


@pytest.fixture
def studio() -> Studio:
    with recording():
        return Resources().own_studio()


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(idle, "REST_SECONDS", 0.0)
    monkeypatch.setattr(idle, "STEP_SECONDS", 0.0)


def test_the_rule_of_what_is_told_is_no_ground_of_an_answer():
    """A row of the table told an article's visits and an ad's alike, 150 and 252, by this rule."""
    with recording():
        studio = SearchFirst().explore_studio()
        trial = studio.trial()
    read = studio.result["articles.all"].sources | studio.result["search.all"].sources
    assert f"assumption:{drivers.FELT}" in read
    keys = {row.key for row in trial.candidates()}
    assert keys and drivers.FELT not in keys


async def rested(studio: Studio) -> None:
    """Until nobody looks any more."""
    while studio._teller.busy:
        await asyncio.sleep(0.001)


def test_a_step_waits_for_no_what_if(studio, monkeypatch):
    monkeypatch.setattr(drivers.Trial, "at", None)  # a call would fail
    studio.set(hours=5.0)
    assert studio.error is None
    assert SAID not in studio.stage.rest


def test_it_is_told_once_the_kernel_is_idle_and_at_once_the_second_time(studio, at_once):
    async def reader() -> None:
        studio.set(hours=4.0)
        assert not studio._teller.busy, "nobody sees the headline yet"
        studio.stage.screen = SCREEN
        studio.set(hours=5.0)
        assert SAID not in studio.stage.rest
        await rested(studio)
        assert "Making one long video" in studio.stage.rest
        assert "<details>" in studio.stage.rest
        studio.set(hours=40.0)
        assert SAID not in studio.stage.rest
        studio.set(hours=5.0)
        assert "Making one long video" in studio.stage.rest

    asyncio.run(reader())


def test_whoever_moves_a_control_stops_the_search(studio, at_once):
    async def reader() -> None:
        studio.stage.screen = SCREEN
        studio.set(hours=5.0)
        await asyncio.sleep(0.002)
        studio.set(hours=6.0)
        await rested(studio)
        assert studio._teller.known(studio.state).remark
        before = type(studio.state)(**{**vars(studio.state), "hours": 5.0})
        assert not studio._teller.known(before).remark

    asyncio.run(reader())


def test_a_what_if_that_fails_leaves_the_answer_as_it_is(studio, at_once, monkeypatch):
    def broken(trial, *known):
        raise RuntimeError("no such world")

    monkeypatch.setattr(drivers.Trial, "at", broken)

    async def reader() -> None:
        studio.set(hours=5.0)
        await rested(studio)

    asyncio.run(reader())
    assert studio.error is None and studio.stage.trouble == ""
    assert studio.stage.headline and SAID not in studio.stage.rest


def test_words_that_are_kept_tell_it_at_once(studio):
    assert SAID not in studio.to_markdown()
    with context.using(kept=True):
        kept = studio.to_markdown()
    assert SAID in kept and "| Making one long video | 4 – 20 hours |" in kept


def test_a_what_if_shows_and_saves_nothing(studio):
    lesson = Resources()
    other = lesson.supposing(lesson.tables, studio.state_type)
    assert not hasattr(other, "view") and not hasattr(other, "controls")
    assert not lesson.supposed
    assert other._answers(studio.state) == studio._answers(studio.state)


@pytest.mark.parametrize("name", ["explore", "own"])
def test_states_of_a_lesson_tell_its_studios_apart(name):
    lesson = Resources()
    state_type = lesson.studios()[name]().state_type
    assert lesson.supposing(lesson.tables, state_type).state_type is state_type
