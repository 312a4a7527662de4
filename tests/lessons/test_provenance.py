"""Every number in a headline, remark or table walks back to evidence, ledger, company or tables."""

import importlib
import re

import pytest

from helpers import company
from helpers.lessons.decision import findings
from helpers.models.result import Quantity, Result
from helpers.views.sources import roots
from helpers.views.words import Speaker, Words, bare, written
from tests.lessons.parts import lesson_classes

ALL = [(c, name) for c in lesson_classes() for name in c().studios()]
TABLES = {"ratings", "cadence", "levels", "networks", "actions"}


def check_source(source: str, data) -> None:
    """The source exists: a row, a field, a table."""
    kind, _colon, name = source.partition(":")
    if kind == "evidence":
        assert name in data.evidence, source
    elif kind == "assumption":
        assert name in data.assumptions, source
    elif kind == "company":
        assert name in company.schema()["properties"], source
    else:
        assert kind == "table" and name in TABLES, source


def check_quantity(quantity: Quantity, result: Result, data) -> None:
    """A model that exists computed it from sources that exist, or it is such a source itself."""
    assert written(quantity)  # an unknown unit is an error
    kind, _colon, name = quantity.source.partition(":")
    if kind == "model":
        module, function = name.split(".")
        assert callable(getattr(importlib.import_module(f"helpers.models.{module}"), function))
        assert quantity.inputs, f"{quantity.key} names no inputs"
        for key in quantity.inputs:
            assert key in result or ":" in key, f"{quantity.key}: {key} is neither key nor source"
    for source in roots(result, quantity.key):
        check_source(source, data)


def check_words(words: Words, result: Result, data, known: list[str]) -> None:
    """No digit in the words that was not quoted from the result."""
    assert words.quoted
    for quantity in words.quoted:
        assert result[quantity.key] == quantity
        check_quantity(quantity, result, data)
    texts = [words.headline, words.alt, *words.remarks, words.table.caption, *words.table.header]
    texts += [cell for row in words.table.rows for cell in row]
    check_texts(texts, words.quoted, known)


def check_texts(texts: list[str], quoted: tuple[Quantity, ...], known: list[str]) -> None:
    numbers = {written(q) for q in quoted} | {bare(q) for q in quoted}
    for text in texts:
        left = text
        for word in sorted([*numbers, *known], key=len, reverse=True):
            left = left.replace(word, " ")
        assert not re.search(r"\d", left), (text, left)


@pytest.fixture
def names(data) -> list[str]:
    """Names and remedies with a digit in them (an age, a lesson) state no figure."""
    texts = [*data.terms["name"], *data.gates["remedy"]]
    return [text for text in texts if re.search(r"\d", text)]


@pytest.mark.parametrize(("lesson_class", "name"), ALL, ids=[f"{c.slug}-{name}" for c, name in ALL])
def test_numbers_of_studios(lesson_class, name, data, names):
    studio = lesson_class().studios()[name]()
    check_words(studio.words, studio.result, data, names)
    for preset in studio.presets:
        studio.preset(preset)
        check_words(studio.words, studio.result, data, names)
    studio.reset()
    for control_name, control in studio.controls.items():
        for value in control.sweep:
            studio.set(**{control_name: value})
            check_words(studio.words, studio.result, data, names)


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_numbers_of_worked_examples(lesson_class, data, names):
    lesson = lesson_class()
    view, result = lesson.example_picture()
    check_words(view.words(result), result, data, names)
    speak = Speaker(result)
    steps = lesson.example_steps(result, speak)
    assert len(steps) >= 4
    check_texts(steps, tuple(speak.quoted), names)


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_answer_to_the_prediction(lesson_class, data):
    truth = lesson_class().truth()
    assert truth.source.startswith("model:") and truth.inputs


def test_every_quantity_of_every_result_has_its_origin(data):
    for lesson_class, name in ALL:
        studio = lesson_class().studios()[name]()
        for key in studio.result:
            check_quantity(studio.result[key], studio.result, data)


def test_an_invented_number_would_be_caught(data, names):
    studio = ALL[0][0]().studios()[ALL[0][1]]()
    quoted = studio.words.quoted
    with pytest.raises(AssertionError):
        check_texts(["Posting 9999 times helps."], quoted, names)


@pytest.mark.parametrize("case", company.cases())
def test_every_figure_of_a_memo_has_its_origin(case, data):
    found = findings(company.case(case), data)
    for result in found.results:
        for key in result:
            check_quantity(result[key], result, data)
