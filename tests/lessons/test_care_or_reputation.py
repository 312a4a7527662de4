"""Lesson 05: looking decides the wait, until the time is used up."""

import pytest

from helpers.company import CompanyFile
from helpers.lessons.care_or_reputation import CareOrReputation


def test_looking_decides_below_half_load_and_minutes_above():
    studio = CareOrReputation().explore_studio()
    waits = {}
    for messages in (1.0, 7.0):
        for change in ({"look": 4.0}, {"minutes": 20.0}):
            studio.reset()
            studio.set(messages=messages, **change)
            waits[messages, *change] = studio.result.value("wait")
    assert waits[1, "look"] < waits[1, "minutes"]
    assert waits[7, "minutes"] < waits[7, "look"]


def test_the_queue_does_not_depend_on_how_often_we_look():
    studio = CareOrReputation().explore_studio()
    before = studio.result.value("queue_part")
    studio.preset("often")
    assert studio.result.value("queue_part") == pytest.approx(before)
    assert studio.result.value("look_part") == 2


def test_a_bad_week_is_a_pile_and_no_number_of_hours():
    studio = CareOrReputation().explore_studio()
    studio.preset("storm")
    assert "pile grows" in studio.stage.headline and "wait" not in studio.result


def test_the_hotel_of_the_specification_waits_as_it_says():
    _view, result = CareOrReputation().example_picture()
    assert result.value("wait") == pytest.approx(16.6, abs=0.1)
    assert result.value("load") == pytest.approx(0.25, abs=0.01)


def test_an_own_count_of_messages_replaces_the_estimate():
    CompanyFile().save({"messages": 50})
    lesson = CareOrReputation()
    studio = lesson.own_studio()
    assert studio.state.messages == 50
    plain = [studio.result.value(f"{n}.messages") for n in studio.result.options]
    assert sum(plain) == pytest.approx(50)
    before = studio.result.value("required")
    studio.set(messages=100.0)
    assert studio.result.value("required") > before + 3


def test_a_second_name_is_kept():
    lesson = CareOrReputation()
    studio = lesson.own_studio()
    studio.set(stand_in="Owner")
    lesson.save(lesson.changes(studio))
    assert CareOrReputation().company.stand_in == "Owner"


def test_chat_with_too_few_people_is_said_in_words():
    studio = CareOrReputation().chat_studio()
    studio.set(calls=100.0, people=1.0)
    assert studio.error is None and "cannot hold" in studio.stage.headline
