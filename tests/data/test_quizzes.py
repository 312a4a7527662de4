"""Quizzes: checked before a learner is told that an answer is right."""

import copy
import json
import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import context
from helpers.data import quizzes

SHIPPED = context.CHECKOUT / "data" / "quizzes" / "why.json"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with a copy of one quiz."""
    (tmp_path / "pack" / "quizzes").mkdir(parents=True)
    return tmp_path / "pack"


def told(pack: Path, text: str) -> list[str]:
    """What is said of a pack's quiz; the course's own must still be asked."""
    (pack / "quizzes" / "why.json").write_text(text, encoding="utf-8")
    with context.using(pack=None):
        shipped = quizzes.load("why")
    with context.using(pack=pack):
        assert quizzes.load("why") == shipped
        return quizzes.notices("why")


def changed(change: Callable[[list], None]) -> str:
    document = json.loads(SHIPPED.read_text(encoding="utf-8"))
    before = copy.deepcopy(document)
    change(document["questions"])
    assert document != before, "the test must damage the quiz"
    return json.dumps(document)


def set_option(place: int, **values: object) -> Callable[[list], None]:
    return lambda questions: questions[0]["options"][place].update(values)


def remove_option_key(questions: list) -> None:
    del questions[1]["options"][2]["feedback"]


def repeat_an_option(questions: list) -> None:
    first, second, *_rest = questions[0]["options"]
    first["text"] = second["text"] + " "


NONSENSE: dict[str, tuple[Callable[[list], None], list[str]]] = {
    "correct in quotation marks": (set_option(1, correct="false"), ["option 2, correct", "true"]),
    "nothing is right": (set_option(0, correct=False), ["question 1", "0 answers are right"]),
    "two are right": (set_option(1, correct=True), ["question 1", "2 answers are right"]),
    "empty option": (set_option(2, text="  "), ["option 3, text", "empty"]),
    "feedback is a number": (set_option(0, feedback=3), ["option 1, feedback", "text"]),
    "feedback is missing": (remove_option_key, ["question 2, option 3, feedback", "missing"]),
    "two options alike": (repeat_an_option, ["same text"]),
    "one key twice": (lambda q: q[1].update(key="vague"), ["question 2, key", "“vague”", "twice"]),
    "no options": (lambda q: q[0].update(options=[]), ["question 1", "options"]),
    "prompt is a list": (lambda q: q[3].update(prompt=["a"]), ["question 4, prompt", "text"]),
    "points in words": (lambda q: q[0].update(points="P01"), ["question 1, points", "list"]),
    "a question is a text": (lambda q: q.insert(0, "What?"), ["question 1", "group"]),
    "no questions": (lambda q: q.clear(), ["questions"]),
    "a text without end": (set_option(0, text="x" * 5000), ["option 1, text", "600"]),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_in_a_quiz_is_told_and_the_courses_own_is_asked(name, pack):
    change, named = NONSENSE[name]
    (sentence,) = told(pack, changed(change))
    for word in ("why.json", *named, "course's own quiz"):
        assert word in sentence, sentence


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{"questions": [', "row 1"),
        ("[]", "questions"),
        ("null", "questions"),
        ("", "empty"),
        ("[" * 900 + "]" * 900, "deep"),
        ('{"questions": [{"key": ' + "9" * 5000 + "}]}", "key"),
        ('{"questions": [], "questions": []}', "twice"),
    ],
)
def test_damaged_quiz_is_told_and_the_courses_own_is_asked(text, named, pack):
    (sentence,) = told(pack, text)
    assert "why.json" in sentence and named in sentence


def test_sound_quiz_of_a_pack_is_asked_without_a_word(pack):
    (pack / "quizzes" / "why.json").write_text(changed(set_option(0, text="The size of it")))
    with context.using(pack=pack):
        assert quizzes.load("why")[0].options[0].text == "The size of it"
        assert quizzes.notices("why") == []


@pytest.mark.parametrize("path", sorted(SHIPPED.parent.glob("*.json")), ids=lambda p: p.stem)
def test_shipped_quizzes_are_sound(path):
    assert quizzes.notices(path.stem) == []
    assert quizzes.load(path.stem)


SECOND_EDITION = ("your_company", "why", "popular_is_not_fit", "relation_not_push", "paid_reach")
SECOND_EDITION += (
    "care_or_reputation",
    "swot",
    "voice_and_groups",
    "every_network_its_rules",
    "resources",
    "complexity",
    "people",
    "search_first",
    "ask_an_expert",
    "decision",
)


@pytest.mark.parametrize("slug", SECOND_EDITION)
def test_neither_length_nor_place_gives_the_right_option_away(slug):
    """Of four questions one at most has its longest option right, and three places are right."""
    longest, places = 0, set()
    for question in quizzes.load(slug):
        lengths = [len(option.text) for option in question.options]
        place = next(i for i, option in enumerate(question.options) if option.correct)
        longest += lengths[place] == max(lengths)
        places.add(place)
        assert min(lengths) * 2 >= max(lengths), question.prompt
    assert longest <= 1
    assert len(places) >= 3


@pytest.mark.parametrize("slug", SECOND_EDITION[5:])
def test_no_option_of_lessons_5_to_14_gives_itself_away_by_a_word(slug):
    for question in quizzes.load(slug):
        for option in question.options:
            assert not re.search(r"\b(always|only|never)\b", option.text, re.IGNORECASE), (
                option.text
            )


@pytest.mark.parametrize("slug", SECOND_EDITION[5:])
def test_nobody_in_the_quizzes_of_lessons_5_to_14_is_a_he_by_habit(slug):
    """The sick guest and Anna are she; whoever sells or films is nobody in particular."""
    for question in quizzes.load(slug):
        said = " ".join([question.prompt, *(o.text + " " + o.feedback for o in question.options)])
        assert not re.search(r"\b(he|him|his)\b|\b\w*salesman\b", said, re.IGNORECASE), said


def test_the_counts_of_the_networks_kept_in_step_are_right():
    """Four ways of counting six networks, a quarter of an hour each; one is by pairs."""
    pairs, reach = list(quizzes.load("complexity"))[1:3]
    hours = ["An hour and a half", "Four hours", "Three hours and three quarters"]
    counted = [6 / 4, 2**4 / 4, math.comb(6, 2) / 4, 6 * 5 / 4]
    assert counted == [1.5, 4, 3.75, 7.5]
    for option, told in zip(pairs.options, [*hours, "Seven and a half hours"], strict=True):
        assert option.text.startswith(told)
    assert [o.correct for o in pairs.options].index(True) == 2
    feedback = pairs.options[1].feedback
    assert "sixteen quarters" in feedback and f"{math.comb(8, 2)} against {2**6}" in feedback
    shares = {o.text.split(",")[0]: o.correct for o in reach.options}
    assert shares == {f"{100 * (1 - 0.5**2):.0f}": False, "100": False, "50": False,
                      f"{100 * (1 - 0.5**4):.0f}": True}  # fmt: skip
