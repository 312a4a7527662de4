"""What counts as right: the sentence beside the button and the judgement are the same rule."""

from dataclasses import replace

import pytest

from helpers import context
from helpers.company import CompanyFile
from helpers.lessons.resources import Resources
from helpers.lessons.your_company import YourCompany
from helpers.models.result import Quantity
from helpers.studio.prediction import Question
from helpers.studio.tolerance import CLOSE, OFF, RIGHT, Among, Within
from tests.lessons.parts import commit, fill_in, lesson_classes

LESSONS = pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)


@pytest.mark.parametrize(
    ("within", "unit", "sentence"),
    [
        (Within(right=3), "people", "Right within 3 people of the answer."),
        (Within(right=1), "people", "Right within 1 person of the answer."),
        (
            Within(right=0.15, relative=True),
            "hours/week",
            "A number is right if it is no more than 15% off.",
        ),
        (Within(), "networks", "Right: the exact number."),
        (Within(close=1), "networks", "Right: the exact number; one beside it is close."),
        (Within(close=2), "place of 9", "Right: the exact number; within 2 places is close."),
        (
            Within(right=1, close=3),
            "networks",
            "Right within 1 network of the answer; within 3 networks is close.",
        ),
    ],
)
def test_sentence_of_a_number(within, unit, sentence):
    assert Question("How many?", unit=unit, close=within).counting() == sentence


@pytest.mark.parametrize(
    ("within", "value", "unit", "said", "judged"),
    [
        (Within(), 6.0, "networks", 6, RIGHT),
        (Within(close=1), 6.0, "count", 7, CLOSE),
        (Within(close=1), 6.0, "count", 8, OFF),
        (Within(right=1, close=3), 6.0, "count", 5, RIGHT),
        (Within(right=1, close=3), 6.0, "count", 3, CLOSE),
        (Within(right=1, close=3), 6.0, "count", 2.9, OFF),
        # 12.96 prints 13.0, and 12.3 counts as 12: a reader can only check what is printed.
        (Within(), 12.96, "hours", 13, RIGHT),
        (Within(), 12.3, "people", 12, RIGHT),
        (Within(), 217.8, "euros", 218, RIGHT),
        (Within(right=0.15, relative=True), 10.0, "hours", 11.5, RIGHT),
        (Within(right=0.15, relative=True), 10.0, "hours", 8.4, OFF),
        (Within(right=0.15, close=0.3, relative=True), 10.0, "hours", 12.9, CLOSE),
        (Within(right=0.15, relative=True), -10.0, "hours", -11.0, RIGHT),
        (Within(right=0.15, relative=True), 0.0, "hours", 0.1, OFF),
    ],
)
def test_judgement_of_a_number(within, value, unit, said, judged):
    assert within.grade(said, Quantity("truth", value, unit)) == judged


OPTIONS = (("2", "two"), ("20", "twenty"), ("200", "two hundred"))


@pytest.mark.parametrize(
    ("among", "sentence"),
    [
        (Among(right=("two",)), "One of these answers is right."),
        (
            Among(right=("two",), close=("twenty",)),
            "One of these answers is right. 1 more is close.",
        ),
        (Among(right=("two", "twenty")), "2 of these answers are right."),
        (None, "No answer is right or wrong here."),
    ],
)
def test_sentence_of_options_tells_how_many_count_and_not_which(among, sentence):
    question = Question("Which?", options=OPTIONS, close=among)
    assert question.counting() == sentence
    assert not any(key in sentence for key in ("two", "twenty"))


@pytest.mark.parametrize("close", [Among(right=("ten",)), Within(right=1)])
def test_a_rule_about_other_options_is_an_error(close):
    with pytest.raises(ValueError, match="not among the options"):
        Question("Which?", options=OPTIONS, close=close)


@LESSONS
def test_every_lesson_says_before_the_answer_what_counts_and_judges_by_it(lesson_class):
    lesson = lesson_class()
    prediction = lesson.predict()
    counting = lesson.asked().counting()
    assert counting in prediction._place.children[-1].value.replace("&#x27;", "'")
    assert counting in prediction.to_markdown()
    question = lesson.asked()
    if question.options:
        wanted = {key: lesson.judged({"value": key}) for _words, key in question.options}
        assert question.close is None or RIGHT in wanted.values()
        return
    said = {"value": lesson.truth().value}
    assert lesson.judged(said) == RIGHT and lesson.is_right(said)
    assert "counts as right" in lesson.comparison(said)


class Choosing(Resources):
    """A lesson whose prediction is a choice."""

    def question(self) -> Question:
        among = Among(right=("two",), close=("twenty",))
        return Question("How many hours?", options=OPTIONS, close=among)


def test_a_choice_is_saved_judged_compared_and_voted_on():
    lesson = Choosing()
    commit(lesson)  # the second option
    (attempt,) = CompanyFile().load()[0].attempts("resources")
    assert attempt["value"] == "twenty" and attempt["right"] is False
    said = lesson.explain().view.children[0].children[0].headline
    assert said.startswith("You said 20. For what was asked, the model says “2”.")
    assert " That is close, but does not count as right. " in said
    assert lesson.comparison({"value": "two"}).startswith("You said 2: right, for what was asked.")
    assert "Not this time." in lesson.comparison({"value": "two hundred"})
    vote = lesson.vote()
    vote.turn()
    for key, hands in (("two", 3.0), ("twenty", 4.0)):
        vote.dials[key].value = hands
    vote.turn_over()
    assert "3 of 7 hands count as right" in vote.stage.remarks
    assert vote.result().facts["right"] == ("two",)


def test_what_the_ledger_says_counts_where_the_lesson_does_not():
    lesson = Resources()
    row = lesson.tables.assumptions["close_prediction"]
    ledger = {**lesson.tables.assumptions, row.key: replace(row, default=0.3)}
    lesson.tables = replace(lesson.tables, assumptions=ledger)
    assert lesson.asked().counting() == "A number is right if it is no more than 30% off."
    assert YourCompany().asked().close == Among(right=("15",))


def test_a_first_guess_is_neither_right_nor_wrong():
    guess = YourCompany().guess()
    fill_in(guess)
    guess.button.click()
    (attempt,) = CompanyFile().load()[0].attempts("first_guess")
    assert attempt["right"] is None and context.current().folder.exists()
