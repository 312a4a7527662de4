"""Every number in a headline, remark or table walks back to evidence, ledger, company or tables.

What a lesson read is recorded (``helpers.data.record``). Here it is found out a second and a third
time: by a spy on every field, and by changing all that the lesson says it did not read.
"""

import re
from dataclasses import fields, replace
from functools import lru_cache
from types import MappingProxyType

import pandas as pd
import pytest

from helpers import company
from helpers.company import Company, CompanyFile
from helpers.data import reading
from helpers.data.record import recording
from helpers.data.tables import Assumption, Evidence, Tables
from helpers.findings import Findings
from helpers.models.result import Quantity, Result
from helpers.studio.lesson import Lesson
from helpers.studio.studio import Studio
from helpers.views.words import Speaker, Words, bare, written
from tests.lessons.parts import lesson_classes, part_names

LESSONS = pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
ALL = [(c, name) for c in lesson_classes() for name in c().studios()]
TABLES = {"ratings", "cadence", "levels", "actions", "gates", "tasks", "posts"}


def studio_of(lesson: Lesson, name: str) -> Studio:
    """A studio as its lesson shows it: what it starts from is recorded."""
    with recording():
        return lesson.studios()[name]()


@lru_cache(maxsize=2)
def existing(data: Tables) -> frozenset[str]:
    """Every source that exists: a row, a field, a table."""
    facts = {*company.schema()["properties"], "records"}
    names = {"evidence": data.evidence, "assumption": data.assumptions}
    names |= {"company": facts, "table": TABLES}
    return frozenset(f"{kind}:{name}" for kind, known in names.items() for name in known)


def check_sources(sources: frozenset[str], data: Tables) -> None:
    """There are some, and each of them exists."""
    assert sources and sources <= existing(data), sources - existing(data)


def check_quantity(quantity: Quantity, data) -> None:
    """It has a unit that can be written, and was computed from sources that exist."""
    assert written(quantity)  # an unknown unit is an error
    check_sources(quantity.sources, data)


def check_words(words: Words, result: Result, data, known: list[str]) -> None:
    """No digit in the words that was not quoted from the result."""
    assert words.quoted
    for quantity in words.quoted:
        assert result[quantity.key] == quantity
        check_quantity(quantity, data)
    texts = [words.headline, words.alt, *words.remarks, words.table.caption, *words.table.header]
    texts += [cell for row in words.table.rows for cell in row]
    # What a firm wrote on its board, and its proofs, are its own figures and not the model's.
    own = [said for line in result.facts.get("lines", ()) for said in (line.text, line.proof)]
    check_texts(texts, words.quoted, [*known, *filter(None, own)])


def check_texts(texts: list[str], quoted: tuple[Quantity, ...], known: list[str]) -> None:
    numbers = {written(q) for q in quoted} | {bare(q) for q in quoted}
    for text in texts:
        left = text
        for word in sorted([*numbers, *known], key=len, reverse=True):
            # “of 10” is no part of 100, and 2 none of 52.
            left = re.sub(rf"(?<!\d){re.escape(word)}(?!\d)", " ", left)
        assert not re.search(r"\d", left), (text, left)


@pytest.fixture
def names(data) -> list[str]:
    """Names, remedies (an age, a lesson) and the ends of a scale state no figure."""
    texts = [*data.terms["name"], *data.gates["remedy"]]
    ends = ["over 9 of 10", "under 1 of 10", "of 10", "times in 10", "once in 10", "0 to 4"]
    ends += [f"lesson {number:02}" for number in range(15)]
    return [*ends, *(t for t in texts if re.search(r"\d", t))]


@pytest.mark.parametrize(("lesson_class", "name"), ALL, ids=[f"{c.slug}-{name}" for c, name in ALL])
def test_numbers_of_studios(lesson_class, name, data, names):
    studio = studio_of(lesson_class(), name)
    check_words(studio.words, studio.result, data, names)
    for preset in studio.presets:
        studio.preset(preset)
        check_words(studio.words, studio.result, data, names)
    studio.reset()
    for control_name, control in studio.controls.items():
        for value in control.sweep:
            studio.set(**{control_name: value})
            check_words(studio.words, studio.result, data, names)


@LESSONS
def test_numbers_of_worked_examples(lesson_class, data, names):
    lesson = lesson_class()
    view, result = lesson.worked_example()
    check_words(view.words(result), result, data, names)
    speak = Speaker(result)
    steps = lesson.example_steps(result, speak)
    assert len(steps) >= 4
    check_texts(steps, tuple(speak.quoted), names)


@LESSONS
def test_answer_to_the_prediction(lesson_class, data):
    with recording():
        truth = lesson_class().truth()
    check_sources(truth.sources, data)


def test_every_quantity_of_every_result_has_its_origin(data):
    for lesson_class, name in ALL:
        result = studio_of(lesson_class(), name).result
        for key in result:
            check_quantity(result[key], data)
            assert result[key].sources <= result.sources


def test_an_invented_number_would_be_caught(data, names):
    studio = ALL[0][0]().studios()[ALL[0][1]]()
    quoted = studio.words.quoted
    with pytest.raises(AssertionError):
        check_texts(["Posting 9999 times helps."], quoted, names)


@pytest.mark.parametrize("case", company.cases())
def test_every_figure_of_a_memo_has_its_origin(case, data):
    found = Findings(company.case(case), data)
    for result in found.results:
        for key in result:
            check_quantity(result[key], data)
            assert result[key].sources <= result.sources


NO_FIGURES = {
    "networks",
    "terms",
    "points",
    "lessons",
    "ways",
    "assumptions",
    "evidence",
    "notices",
    "settings",
}
"""Tables of words, and those whose rows tell by themselves what is read of them."""
NO_FACTS = {"name", "trade", "place", "invented", "started_from", "identity", "borrowed"}
WATCHED = {
    Assumption: ({"low", "default", "high"}, lambda row, _field: f"assumption:{row.key}"),
    Evidence: ({"value", "value_high"}, lambda row, _field: f"evidence:{row.id}"),
    Tables: (
        {f.name for f in fields(Tables)} - NO_FIGURES,
        lambda _tables, field: f"table:{field}",
    ),
    Company: (
        {f.name for f in fields(Company)} - NO_FACTS,
        lambda _company, field: f"company:{field}",
    ),
}


def spy(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every read of a figure from now on, whoever reads, with no help of the record."""
    seen: set[str] = set()
    for cls, (figures, name) in WATCHED.items():

        def watching(self, field: str, figures=figures, name=name):
            if field in figures:
                seen.add(name(self, field))
            return object.__getattribute__(self, field)

        monkeypatch.setattr(cls, "__getattribute__", watching)
    return seen


@LESSONS
def test_what_a_lesson_read_is_what_a_spy_sees(lesson_class, data, monkeypatch):
    """Twice in a row for the record, so that caches answer it; the spy meets empty ones."""
    lesson = lesson_class()
    lesson.read()
    recorded = lesson.read()
    fresh = replace(data)  # caches know tables by their identity
    monkeypatch.setattr(reading, "load", lambda: fresh)
    lesson = lesson_class()
    seen = spy(monkeypatch)
    lesson.read()
    assert recorded == seen


def figures_of(lesson: Lesson) -> dict[tuple, float]:
    """Every figure of the lesson at its start."""
    found = {(place, k): r.value(k) for place, r in enumerate(lesson.results()) for k in r}
    return {**found, "truth": lesson.truth().value}


def moved(data: Tables, read: frozenset[str]) -> Tables:
    """The tables with every figure that was not read put to another value."""

    def other(row: Assumption) -> Assumption:
        middle = 0.7 * row.default + 0.15 * (row.low + row.high)
        default = middle if middle != row.default else row.default * 1.3 + 0.1
        return replace(row, low=row.low * 0.9, default=default, high=row.high * 1.1)

    ledger = {
        key: row if f"assumption:{key}" in read else other(row)
        for key, row in data.assumptions.items()
    }
    evidence = {
        key: row if f"evidence:{key}" in read else replace(row, value=0.5 * row.value + 1)
        for key, row in data.evidence.items()
    }
    frames = {}
    for name in TABLES - {"posts"}:
        frame: pd.DataFrame = getattr(data, name)
        if f"table:{name}" not in read:
            numbers = frame.select_dtypes("number").columns
            frames[name] = frame.assign(**{c: 0.5 * frame[c] + 1 for c in numbers})
    return replace(
        data,
        assumptions=MappingProxyType(ledger),
        evidence=MappingProxyType(evidence),
        **frames,
    )


@LESSONS
def test_what_a_lesson_did_not_read_moves_none_of_its_figures(lesson_class, data, monkeypatch):
    lesson = lesson_class()
    before, read = figures_of(lesson), lesson.read()
    others = moved(data, read)
    monkeypatch.setattr(reading, "load", lambda: others)
    after = figures_of(lesson_class())
    assert after == pytest.approx(before, rel=0, abs=0, nan_ok=True)


@LESSONS
def test_sources_name_every_figure_that_any_part_of_the_lesson_read(lesson_class):
    lesson = lesson_class()
    told = lesson.read()
    # The sources themselves repeat rows, and the day that the log's form proposes is no answer.
    names = [name for name in part_names(lesson_class) if name not in ("sources", "log")]
    with recording() as record:
        for name in names:
            getattr(lesson, name)().to_markdown()
    assert lesson.failures == []
    assert {name for name in record if name.startswith(("assumption:", "evidence:"))} <= told


def test_fits_name_how_many_customers_the_published_share_counts_as():
    """It moves every fit, and stood in the sources of the last lesson only."""
    with_fits = [c for c in lesson_classes() if "table:ratings" in c().read()]
    assert len(with_fits) > 8
    for lesson_class in with_fits:
        assert "assumption:prior_customers" in lesson_class().read(), lesson_class.slug


def test_every_row_of_the_ledger_stands_in_the_sources_of_a_lesson(data):
    read = frozenset().union(*(c().read() for c in lesson_classes()))
    # How good leads are depends on the market: the lesson on ads tells a firm of each its own.
    (paid,) = (c for c in lesson_classes() if c.slug == "paid_reach")
    for case in company.cases():
        document = company.case_document(case)
        document.pop("schema_version")
        CompanyFile().save(document)
        read |= paid().read()
    # What every case has counted is assumed for a firm that has not.
    CompanyFile().save({"searches_month": None})
    (search,) = (c for c in lesson_classes() if c.slug == "search_first")
    read |= search().read()
    # Who buys is asked in the second lesson; until then it is adults at large.
    CompanyFile().save({"ages": dict.fromkeys(data.keys("age"), 0)})
    (popular,) = (c for c in lesson_classes() if c.slug == "popular_is_not_fit")
    read |= popular().read()
    # What only the memo asks: its stop rule, its plan, the day on which it is looked at again.
    for case in company.cases():
        for result in Findings(company.case(case), data).results:
            read |= result.sources
    assert {key for key in data.assumptions if f"assumption:{key}" not in read} == set()


def test_every_row_of_evidence_is_shown_by_a_lesson_or_named_by_a_row_that_is(data):
    """What a survey asked of whole groups stays whole: its other groups are there to be shown."""
    shown = frozenset().union(*(c().read() for c in lesson_classes()))
    shown |= {f"evidence:{key}" for c in lesson_classes() for key in c.cited}
    named = {key for row in data.assumptions.values() for key in row.evidence}
    named |= {key for keys in data.ratings["evidence"] for key in keys.split()}
    unread = {key for key in data.evidence if f"evidence:{key}" not in shown and key not in named}
    assert {key for key in unread if data.evidence[key].series != "ever_use"} == set()
