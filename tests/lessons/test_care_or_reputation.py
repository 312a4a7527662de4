"""Lesson 05: customers wait for our next look, until the pile no longer fits into one."""

import pytest

from helpers import company
from helpers.company import CompanyFile
from helpers.data import quizzes
from helpers.lessons.care_or_reputation import CareOrReputation
from helpers.models.looks import looks_at, without_queue
from helpers.studio.studio import Studio
from tests.lessons import claims

CASES = ("machine_parts", "hotel", "cosmetics", "museum", "physiotherapy", "software")


def explored(case: str) -> Studio:
    """The studio of the lesson, for the firm of a case."""
    document = company.case_document(case)
    document.pop("schema_version")
    CompanyFile().save(document)
    return CareOrReputation().explore_studio()


@pytest.mark.parametrize("case", CASES)
def test_customers_of_every_firm_wait_for_the_next_look(case):
    """The motto: most of the wait comes from the looks, and looks shorten it more than minutes."""
    studio = explored(case)
    start = studio.result
    assert start.value("look_part") > 0.5 * start.value("wait")
    waits = {}
    for preset in ("day", "hourly", "time"):
        studio.preset(preset)
        waits[preset] = studio.result.value("wait")
        assert studio.result.value("look_part") > 0.5 * waits[preset], preset
    assert min(waits["day"], waits["hourly"]) < waits["time"] < start.value("wait")


@pytest.mark.parametrize("case", CASES)
def test_until_the_pile_no_longer_fits_into_one_look(case):
    studio = explored(case)
    studio.preset("storm")
    pile = "pile grows" in studio.stage.headline
    assert pile or "here minutes decide" in studio.words.remarks[0]
    assert ("wait" in studio.result) is not pile


@pytest.mark.parametrize("case", CASES)
def test_every_sentence_holds_from_every_preset(case):
    studio = explored(case)
    said = set()
    for preset in studio.presets:
        studio.preset(preset)
        assert studio.error is None
        assert list(claims.broken(studio.words, studio.result)) == []
        said.add(studio.words.to_markdown())
    assert len(said) == len(studio.presets)


@pytest.mark.parametrize("case", CASES)
def test_a_day_more_and_said_days_keep_the_promise_more_often(case):
    studio = explored(case)
    before = studio.result.value("in_time")
    studio.preset("day")
    assert studio.result.value("in_time") > before
    studio.preset("say")
    silent_first = not studio.initial.facts["states_hours"]
    assert (studio.result.value("in_time") > before) is silent_first
    if silent_first:
        assert studio.initial.value("if_stated") == pytest.approx(studio.result.value("in_time"))


def test_looks_a_day_are_a_choice_in_which_every_option_counts():
    studio = CareOrReputation().explore_studio()
    found = []
    for hours in studio.controls["look"].sweep:
        studio.set(look=hours)
        found.append((studio.result.value("a_day"), studio.result.value("wait")))
    assert [a_day for a_day, _wait in found] == [1, 2, 3, 5, 9]
    assert sorted(found, key=lambda each: -each[1]) == found, "more looks, less to wait"


@pytest.mark.parametrize("hours", [6, 48, 168])
def test_hours_between_looks_of_our_own_can_be_chosen(hours):
    CompanyFile().save({"look_hours": hours})
    lesson = CareOrReputation()
    studio = lesson.own_studio()
    assert studio.state.look == hours
    # Six hours apart are two looks a day as well: ours stand for those of the course.
    assert len(studio.controls["look"].sweep) == 5
    assert lesson.changes(studio)["look_hours"] == hours


def test_the_question_is_answered_by_the_simulation():
    lesson = CareOrReputation()
    assert lesson.question().unit == "of 100"
    assert lesson.truth().value == pytest.approx(58, abs=2)
    assert f"says {lesson.truth().value} of 100" in lesson.comparison(None)


def test_the_hotel_of_the_specification_is_answered_as_it_says():
    _view, result = CareOrReputation().example_picture()
    assert result.value("wait") == pytest.approx(16.6, abs=1)
    assert result.value("in_time") == pytest.approx(0.82, abs=0.02)
    assert result.value("load") == pytest.approx(0.25, abs=0.01)
    assert result.value("longest") == 48
    assert result.value("if_stated") > 0.9


def test_the_quiz_counts_seven_in_ten_as_the_model_does(data):
    first = next(q for q in quizzes.load("care_or_reputation") if q.key == "look")
    right = next(option for option in first.options if option.correct)
    found = without_queue(looks_at(data, 5, 24, 10, states_hours=False), 24)
    assert right.text == "Seven times in ten" and round(10 * found.in_time) == 7


def test_the_quiz_is_right_that_said_days_help_most_without_more_work(data):
    days = next(q for q in quizzes.load("care_or_reputation") if q.key == "days")
    right = next(option for option in days.options if option.correct)
    assert right.text.startswith("Say on the page")

    def in_time(look: float, states: bool) -> float:
        return without_queue(looks_at(data, 5, look, 10, states), 24).in_time

    assert in_time(24, states=True) == 1 > in_time(1, states=False) > in_time(24, states=False)


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


def test_looks_promise_and_second_name_are_kept():
    lesson = CareOrReputation()
    studio = lesson.own_studio()
    studio.set(stand_in="Owner", states=True, days=4.0, look=8.0, promise=48.0)
    lesson.save(lesson.changes(studio))
    known = CareOrReputation().company
    assert (known.stand_in, known.states_hours, known.answer_days) == ("Owner", True, 4)
    assert (known.look_hours, known.promise_hours) == (8, 48)


def test_said_days_are_heard_in_the_first_words_of_the_own_task():
    studio = CareOrReputation().own_studio()
    before = studio.words.remarks[0]
    studio.set(states=True)
    assert "counted on your days" in studio.words.remarks[0]
    assert studio.words.remarks[0] != before


def test_chat_with_too_few_people_is_said_in_words():
    studio = CareOrReputation().chat_studio()
    studio.set(calls=100.0, people=1.0)
    assert studio.error is None and "cannot hold" in studio.stage.headline
